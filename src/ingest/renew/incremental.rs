//! Renewal: a catalogue compared with the files as they are now, and brought up to date.
//!
//! Files that are the same keep their articles; the others are read again. What comes out is what reading everything would
//! give, in the same order.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::ingest::cache::manifest::{Files, FilesBuilder, Manifest, ManifestSegment};
use crate::ingest::id_remap::IdRemap;
use crate::ingest::jobs::batch::{Gifts, Numbers};
use crate::ingest::load_event::Changes;
use crate::ingest::renew::repack::{Pool, Repacker, starts};
use crate::ingest::source::walk::FoundFile;
use crate::model::problem::Problem;
use crate::model::segment::Segment;

/// Where the articles of a file come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    /// From the file at this place of the catalogue, which is the same.
    Kept(usize),
    /// From the file at this place among those that are read; before, it stood at the other place of the catalogue.
    Read(usize, Option<usize>),
}

/// What has to be done to bring a catalogue up to date.
#[derive(Debug, Default)]
pub struct IncrementalPlan {
    sources: Vec<Source>,
    /// The files to read.
    pub files: Vec<FoundFile>,
    /// What has changed.
    pub changes: Changes,
    /// Whether files were added, taken away or put in another order.
    rearranged: bool,
    /// Whether files are read again only because what they gave was damaged.
    repairs: bool,
}

impl IncrementalPlan {
    /// Compares the files of `catalogue` with those that were `found`. Files with articles in `damaged` segments are read again.
    #[must_use]
    pub fn new(catalogue: &Manifest, found: &[FoundFile], damaged: &[usize]) -> Self {
        let files = &catalogue.files;
        let lost = lost(catalogue, damaged);
        let mut plan = Self { rearranged: found.len() != files.len(), repairs: !damaged.is_empty(), ..Self::default() };
        let mut places: Option<HashMap<&[u8], usize>> = None;
        for (at, file) in found.iter().enumerate() {
            let path = file.path.as_os_str().as_encoded_bytes();
            let before = if at < files.len() && files.path(at) == path {
                Some(at)
            } else {
                places.get_or_insert_with(|| (0..files.len()).map(|at| (files.path(at), at)).collect()).get(path).copied()
            };
            plan.rearranged |= before != Some(at);
            plan.add(files, file, before, &lost);
        }
        let there = plan.sources.iter().filter(|source| !matches!(source, Source::Read(_, None))).count();
        plan.changes.gone = files.len() - there;
        plan
    }

    fn add(&mut self, files: &Files, file: &FoundFile, before: Option<usize>, lost: &[Range<usize>]) {
        let source = match before {
            Some(at) if files.is_same(at, file) && !lost.iter().any(|lost| lost.contains(&at)) => Source::Kept(at),
            before => {
                self.files.push(file.clone());
                Source::Read(self.files.len() - 1, before)
            }
        };
        match (source, before) {
            (Source::Read(..), None) => self.changes.new += 1,
            (Source::Read(..), Some(at)) if files.stamp(at) != file.stamp() => self.changes.changed += 1,
            _ => {}
        }
        self.sources.push(source);
    }

    /// Whether the catalogue is up to date as it is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && !self.rearranged
    }

    /// The files as they were `found`, of which those read again gave the same as before.
    #[must_use]
    pub fn confirmed(&self, catalogue: &Manifest, found: &[FoundFile], gifts: &Gifts, recent: u64) -> Files {
        let mut builder = FilesBuilder::default();
        for (source, file) in self.sources.iter().zip(found) {
            match source {
                Source::Kept(at) => builder.push_kept(file, catalogue.files.articles(*at), Vec::new()),
                Source::Read(at, _) => gifts.0.get(*at).into_iter().for_each(|given| builder.push(file, given, recent)),
            }
        }
        builder.finish().0
    }

    /// Whether all that was `read` again, with its `gifts`, is what `catalogue` has: files that the system still refuses, or
    /// whose stamps could not be relied on.
    #[must_use]
    pub fn is_vain(&self, catalogue: &Manifest, read: &[Segment], gifts: &Gifts) -> bool {
        let (old, new) = (catalogue.files.ranges(), ranges(gifts));
        let shown: Vec<Arc<Segment>> = catalogue.shown();
        let (before, now) = (Pool::new(shown), Pool::new(read.iter().cloned().map(Arc::new).collect()));
        let is_same = |at: usize, place: usize| {
            let (Some(old), Some(new), Some(given)) = (old.get(place), new.get(at), gifts.0.get(at)) else { return false };
            let problems = catalogue.problems_of(place);
            old.len() == new.len()
                && problems.eq(&given.problems)
                && old.clone().zip(new.clone()).all(|(old, new)| before.original(old) == now.original(new))
        };
        let same = |source: &Source| match source {
            Source::Kept(_) => true,
            Source::Read(at, place) => place.is_some_and(|place| is_same(*at, place)),
        };
        !self.rearranged && !self.repairs && self.changes.is_none() && self.sources.iter().all(same)
    }
}

/// The files with articles in the segments at `damaged`, and those all of whose articles were given from elsewhere.
fn lost(catalogue: &Manifest, damaged: &[usize]) -> Vec<Range<usize>> {
    if damaged.is_empty() {
        return Vec::new();
    }
    let (files, starts) = (catalogue.files.ranges(), starts(catalogue.held.iter().map(|held| &*held.shown)));
    let lost = damaged.iter().filter_map(|at| {
        let (start, end) = (*starts.get(*at)?, *starts.get(at + 1)?);
        Some(files.partition_point(|file| file.end <= start)..files.partition_point(|file| file.start < end))
    });
    let emptied = (0..catalogue.files.len())
        .filter(|at| catalogue.files.articles(*at) == 0 && catalogue.problems_of(*at).any(|problem| problem.partial));
    lost.chain(emptied.map(|at| at..at + 1)).collect()
}

/// A catalogue brought up to date, but for what the whole archive shows.
#[derive(Debug)]
pub struct Renewed {
    /// The files.
    pub files: Files,
    /// What could not be read.
    pub problems: Vec<(u32, Problem)>,
    /// The articles, as their files alone show them.
    pub read: Vec<Arc<Segment>>,
    /// Where those of the catalogue went.
    pub moves: IdRemap,
}

/// Puts together what `plan` keeps of `catalogue` and what its files gave when they were read: their articles, and `gifts`.
/// Stamps from `recent` on are not settled.
#[must_use]
pub fn renew(
    catalogue: &Manifest,
    plan: &IncrementalPlan,
    found: &[FoundFile],
    read: Vec<Segment>,
    gifts: &Gifts,
    recent: u64,
) -> Renewed {
    let kept: Vec<Arc<Segment>> = catalogue.held.iter().map(ManifestSegment::read).collect();
    let (old, new) = (Pool::new(kept), Pool::new(read.into_iter().map(Arc::new).collect()));
    let (old_ranges, new_ranges) = (catalogue.files.ranges(), ranges(gifts));
    let mut known: HashMap<u32, Vec<Problem>> = HashMap::new();
    for (at, problem) in &catalogue.problems {
        known.entry(*at).or_default().push(problem.clone());
    }
    let (mut builder, mut binder, mut moves, mut now) = (FilesBuilder::default(), Repacker::default(), Vec::new(), 0);
    for (source, file) in plan.sources.iter().zip(found) {
        let (range, pool) = match source {
            Source::Kept(at) => {
                let problems = u32::try_from(*at).ok().and_then(|at| known.remove(&at)).unwrap_or_default();
                let range = old_ranges.get(*at).cloned().unwrap_or_default();
                builder.push_kept(file, range.end - range.start, problems);
                moves.push([range.start, now, range.end - range.start]);
                (range, &old)
            }
            Source::Read(at, before) => {
                let range = new_ranges.get(*at).cloned().unwrap_or_default();
                if let Some(given) = gifts.0.get(*at) {
                    builder.push(file, given, recent);
                }
                let before = before.and_then(|at| old_ranges.get(at).cloned()).unwrap_or_default();
                moves.extend(alike(&old, before, &new, range.clone(), now));
                (range, &new)
            }
        };
        now += range.end - range.start;
        binder.add(pool, range);
    }
    let (files, problems) = builder.finish();
    Renewed { files, problems, read: numbered(binder.finish()), moves: IdRemap::new(moves) }
}

/// The moves of the articles of a file that was read again: those at the same place in the file are taken for the same.
fn alike(old: &Pool, before: Range<u32>, new: &Pool, range: Range<u32>, now: u32) -> Vec<[u32; 3]> {
    let mut moves = Vec::new();
    let mut places = range.clone().peekable();
    // What was damaged was shown to nobody as what it is.
    for at in before.filter(|at| old.is_readable(*at)) {
        let item = old.item(at);
        while places.next_if(|place| new.item(*place) < item).is_some() {}
        if let Some(place) = places.next_if(|place| new.item(*place) == item) {
            moves.push([at, now + (place - range.start), 1]);
        }
    }
    moves
}

fn ranges(gifts: &Gifts) -> Vec<Range<u32>> {
    let mut end = 0;
    let mut next = |articles: u32| {
        let start = end;
        end += articles;
        start..end
    };
    gifts.0.iter().map(|given| next(given.articles)).collect()
}

fn numbered(segments: Vec<Arc<Segment>>) -> Vec<Arc<Segment>> {
    let mut numbers = Numbers::default();
    segments.into_iter().map(|segment| numbers.number(segment)).collect()
}
