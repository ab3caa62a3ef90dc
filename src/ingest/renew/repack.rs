//! Binding: articles of several archives taken from their segments and bound into those of another.

use std::ops::Range;
use std::sync::Arc;

use crate::model::segment::{Builder, Segment};

/// The place of each segment's first article among all, and the number of all.
#[must_use]
pub fn starts<'a>(segments: impl Iterator<Item = &'a Segment>) -> Vec<u32> {
    let mut starts = vec![0];
    for segment in segments {
        let last = starts.last().copied().unwrap_or(0);
        starts.push(last + u32::try_from(segment.len()).unwrap_or(u32::MAX));
    }
    starts
}

/// Segments whose articles are counted through.
#[derive(Debug)]
pub struct Pool {
    segments: Vec<Arc<Segment>>,
    starts: Vec<u32>,
}

impl Pool {
    /// All articles of `segments`, in order.
    #[must_use]
    pub fn new(segments: Vec<Arc<Segment>>) -> Self {
        let starts = starts(segments.iter().map(|segment| &**segment));
        Self { segments, starts }
    }

    /// The segment the article at `at` lies in, with the place of its first article.
    fn segment(&self, at: u32) -> Option<(&Arc<Segment>, u32)> {
        // Of segments that start alike, all but the last are empty.
        let place = self.starts.partition_point(|start| *start <= at).checked_sub(1)?;
        Some((self.segments.get(place)?, *self.starts.get(place)?))
    }

    /// What the article at `at` was read from: its place in its file, and the checksum of its bytes.
    #[must_use]
    pub fn original(&self, at: u32) -> Option<(Option<u32>, [u8; 32])> {
        let (segment, start) = self.segment(at)?;
        segment.get((at - start) as usize).map(|article| (article.item(), article.sha256()))
    }

    /// Whether what is known of the article at `at` could be read: every article has a path.
    #[must_use]
    pub fn is_readable(&self, at: u32) -> bool {
        let article = self.segment(at).and_then(|(segment, start)| segment.get((at - start) as usize));
        article.is_some_and(|article| !article.path().is_empty())
    }

    /// The place of the article at `at` in its file.
    #[must_use]
    pub fn item(&self, at: u32) -> Option<u32> {
        let (segment, start) = self.segment(at)?;
        segment.get((at - start) as usize)?.item()
    }
}

/// Binds runs of articles to segments: a segment that comes whole stays as it is, what is left of others is packed anew.
#[derive(Debug, Default)]
pub struct Repacker {
    segments: Vec<Arc<Segment>>,
    /// The run that still grows: a segment, and which of its articles.
    run: Option<(Arc<Segment>, Range<usize>)>,
    loose: Builder,
    bytes: usize,
}

impl Repacker {
    /// A whole segment with so many articles stays whole even when that ends the one being packed.
    const LARGE: usize = 64;
    /// The bytes of text at which a segment is full.
    const FULL: usize = 4 << 20;

    /// Adds the articles of `pool` in `range`.
    pub fn add(&mut self, pool: &Pool, range: Range<u32>) {
        let mut at = range.start;
        while at < range.end {
            let Some((segment, start)) = pool.segment(at) else { return };
            let end = range.end.min(start + u32::try_from(segment.len()).unwrap_or(u32::MAX));
            self.extend(segment, (at - start) as usize..(end - start) as usize);
            at = end;
        }
    }

    fn extend(&mut self, segment: &Arc<Segment>, more: Range<usize>) {
        match &mut self.run {
            Some((run, range)) if Arc::ptr_eq(run, segment) && range.end == more.start => range.end = more.end,
            _ => {
                self.end_run();
                self.run = Some((Arc::clone(segment), more));
            }
        }
    }

    fn end_run(&mut self) {
        let Some((segment, range)) = self.run.take() else { return };
        let whole = range == (0..segment.len());
        if whole && (self.loose.is_empty() || segment.len() >= Self::LARGE || segment.text().len() >= Self::FULL / 4) {
            self.close();
            self.segments.push(segment);
            return;
        }
        for article in range.filter_map(|at| segment.get(at)) {
            self.loose.push_packed(article);
            self.bytes += article.body().len();
            if self.bytes >= Self::FULL {
                self.close();
            }
        }
    }

    /// Ends the segment that is being packed.
    fn close(&mut self) {
        if !self.loose.is_empty() {
            self.segments.push(Arc::new(std::mem::take(&mut self.loose).finish()));
        }
        self.bytes = 0;
    }

    /// The segments.
    #[must_use]
    pub fn finish(mut self) -> Vec<Arc<Segment>> {
        self.end_run();
        self.close();
        self.segments
    }
}
