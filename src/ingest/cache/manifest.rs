//! The catalogue: which files an archive was read from, as they were then, and what each gave.
//!
//! With it a later loading reads only what has changed. The cache writes it as it is; `renewal` compares it with a folder.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use rayon::iter::{IntoParallelRefIterator as _, IntoParallelRefMutIterator as _, ParallelIterator as _};

use crate::analysis::names::index::Discovery;
use crate::ingest::cache::block::MappedBlock;
use crate::ingest::jobs::job::Given;
use crate::ingest::source::walk::FoundFile;
use crate::model::column::{Column, Runs, RunsBuilder, SharedBytes, Stored};
use crate::model::problem::Problem;
use crate::model::segment::{FileStamp, Segment};

/// The files of an archive in the order of the list, and their articles in the same order.
#[derive(Clone, Debug, Default)]
pub struct Manifest {
    /// The files.
    pub files: Files,
    /// What could not be read, with the place of its file, in order.
    pub problems: Vec<(u32, Problem)>,
    /// The articles.
    pub held: Vec<ManifestSegment>,
    /// The actors that the whole archive shows.
    pub discovery: StoredActors,
    /// The places of the articles shown by date, as the cache has them.
    pub order: Option<Column<u32>>,
}

/// The actors that the whole archive shows, which are read when they are first asked for.
#[derive(Clone, Debug, Default)]
pub struct StoredActors {
    read: OnceLock<Arc<Discovery>>,
    /// In JSON, and what to check before it is trusted.
    stored: Option<(Column<u8>, Arc<MappedBlock>)>,
}

impl StoredActors {
    /// Those that `json` names, which lies in `block`.
    #[must_use]
    pub fn stored(json: Column<u8>, block: Arc<MappedBlock>) -> Self {
        Self { read: OnceLock::new(), stored: Some((json, block)) }
    }

    /// The actors; none when what was stored is damaged.
    #[must_use]
    pub fn get(&self) -> &Arc<Discovery> {
        let json = self.stored.as_ref().map(|(json, _)| &**json).unwrap_or_default();
        self.read.get_or_init(|| serde_json::from_slice(json).map(Arc::new).unwrap_or_default())
    }

    /// Whether they are as they were written.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.stored.as_ref().is_none_or(|(_, block)| block.is_sound())
    }
}

impl From<Arc<Discovery>> for StoredActors {
    fn from(discovery: Arc<Discovery>) -> Self {
        Self { read: OnceLock::from(discovery), stored: None }
    }
}

/// A segment of a catalogue.
#[derive(Clone, Debug)]
pub struct ManifestSegment {
    /// The articles as they are shown.
    pub shown: Arc<Segment>,
    /// Places of the articles that the whole archive shows differently from their file alone, and their facts without that.
    pub alone: Option<(Vec<u32>, Arc<Segment>)>,
    /// What to check before it is trusted, when it comes from a file.
    pub blocks: Vec<Arc<MappedBlock>>,
}

impl ManifestSegment {
    /// Articles that nothing is revised of.
    #[must_use]
    pub fn as_read(segment: Arc<Segment>) -> Self {
        Self { shown: segment, alone: None, blocks: Vec::new() }
    }

    /// Articles as read and as shown, which differ at `places`.
    #[must_use]
    pub fn revised(read: &Segment, shown: Arc<Segment>, places: Vec<u32>) -> Self {
        let facts = Arc::new(read.facts_of(&places));
        Self { shown, alone: Some((places, facts)), blocks: Vec::new() }
    }

    /// The articles as their files alone show them.
    #[must_use]
    pub fn read(&self) -> Arc<Segment> {
        match &self.alone {
            None => Arc::clone(&self.shown),
            Some((places, facts)) => Arc::new(self.shown.restored(places, facts)),
        }
    }

    /// Whether both hold the same; their texts lie in the same place.
    fn is_like(&self, other: &Self) -> bool {
        let alone = self.alone.as_ref().map(|(places, _)| places) == other.alone.as_ref().map(|(places, _)| places);
        alone && facts(&self.shown) == facts(&other.shown)
    }

    /// Whether all of it is as it was written.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.blocks.iter().all(|block| block.is_sound())
    }
}

/// All columns but the text of the bodies.
fn facts(segment: &Segment) -> Vec<&[u8]> {
    let mut columns = Vec::new();
    segment.visit(&mut |column| columns.push(column));
    columns.pop();
    columns
}

impl Manifest {
    /// All articles as they are shown.
    #[must_use]
    pub fn shown(&self) -> Vec<Arc<Segment>> {
        self.held.iter().map(|held| Arc::clone(&held.shown)).collect()
    }

    /// What could not be read of the file at `at`.
    pub fn problems_of(&self, at: usize) -> impl Iterator<Item = &Problem> {
        let first = self.problems.partition_point(|(file, _)| (*file as usize) < at);
        let own = self.problems.iter().skip(first).take_while(move |(file, _)| *file as usize == at);
        own.map(|(_, problem)| problem)
    }

    /// Takes the segments of `earlier` where they are the same, so that what is mapped stays mapped and shows as unchanged.
    pub fn reuse(&mut self, earlier: &Self) {
        let place = |held: &ManifestSegment| (held.shown.text().as_ptr().addr(), held.shown.len());
        let known: HashMap<_, &ManifestSegment> = earlier.held.iter().map(|held| (place(held), held)).collect();
        self.held.par_iter_mut().for_each(|held| {
            if let Some(earlier) = known.get(&place(held)).filter(|earlier| earlier.is_like(held)) {
                *held = ManifestSegment::clone(earlier);
            }
        });
    }

    /// The places of the segments that are not as they were written, found by all cores; all of them when it cannot be told
    /// which actors they show.
    #[must_use]
    pub fn damaged(&self) -> Vec<usize> {
        if !self.discovery.is_sound() {
            return (0..self.held.len()).collect();
        }
        let sound: Vec<bool> = self.held.par_iter().map(ManifestSegment::is_sound).collect();
        sound.into_iter().enumerate().filter(|(_, sound)| !sound).map(|(at, _)| at).collect()
    }
}

impl Manifest {
    /// The places of the segments with articles that their source gives an identifier.
    #[must_use]
    pub fn identified(&self) -> Vec<usize> {
        let identified = |held: &ManifestSegment| held.shown.iter().any(|article| article.docid().is_some());
        self.held.iter().enumerate().filter(|(_, held)| identified(held)).map(|(at, _)| at).collect()
    }
}

/// Files with what they gave.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// The paths, as the system has them.
    path: Runs<u8>,
    /// Size and time of change.
    stamp: Column<[u64; 2]>,
    /// How many articles, and whether the stamp tells the next time that the file is the same.
    gave: Column<[u32; 2]>,
}

impl Files {
    /// The columns, as they are visited.
    pub const COLUMNS: usize = 4;

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.gave.len()
    }

    /// The path of the file at `at`, as the system has it.
    #[must_use]
    pub fn path(&self, at: usize) -> &[u8] {
        self.path.of(at)
    }

    /// The file at `at` as it was when it was read.
    #[must_use]
    pub fn stamp(&self, at: usize) -> FileStamp {
        let [size, modified] = self.stamp.get(at).copied().unwrap_or_default();
        FileStamp { size, modified }
    }

    /// How many articles the file at `at` gave.
    #[must_use]
    pub fn articles(&self, at: usize) -> u32 {
        self.gave.get(at).map_or(0, |[articles, _]| *articles)
    }

    /// Whether the stamp of the file at `at` tells if it is still the same.
    #[must_use]
    pub fn is_settled(&self, at: usize) -> bool {
        self.gave.get(at).is_some_and(|[_, settled]| *settled == 1)
    }

    /// Whether the stamps tell of other files than those of `other`.
    #[must_use]
    pub fn settles_unlike(&self, other: &Self) -> bool {
        *self.gave != *other.gave
    }

    /// Whether the file at `at` is certainly the one that was `found`.
    #[must_use]
    pub fn is_same(&self, at: usize, found: &FoundFile) -> bool {
        self.is_settled(at) && self.stamp(at) == found.stamp() && self.path(at) == found.path.as_os_str().as_encoded_bytes()
    }

    /// The same files under other paths; `None` when `rename` has none for one of them.
    #[must_use]
    pub fn renamed(self, rename: impl Fn(&[u8]) -> Option<Vec<u8>>) -> Option<Self> {
        let mut path = RunsBuilder::default();
        for at in 0..self.len() {
            path.push_slice(&rename(self.path.of(at))?);
        }
        Some(Self { path: path.finish(), ..self })
    }

    /// Where the articles of each file lie among all.
    #[must_use]
    pub fn ranges(&self) -> Vec<Range<u32>> {
        let mut start = 0;
        let after = |[articles, _]: &[u32; 2]| {
            let range = start..start + articles;
            start = range.end;
            range
        };
        self.gave.iter().map(after).collect()
    }
}

impl Stored for Files {
    fn visit<'a>(&'a self, visit: &mut dyn FnMut(&'a [u8])) {
        self.path.visit(visit);
        self.stamp.visit(visit);
        self.gave.visit(visit);
    }

    fn map(next: &mut dyn FnMut() -> Option<(SharedBytes, Range<usize>)>) -> Option<Self> {
        Some(Self { path: Runs::map(next)?, stamp: Column::map(next)?, gave: Column::map(next)? })
    }
}

/// Files under construction, with their problems.
#[derive(Debug, Default)]
pub struct FilesBuilder {
    path: RunsBuilder<u8>,
    stamp: Vec<[u64; 2]>,
    gave: Vec<[u32; 2]>,
    problems: Vec<(u32, Problem)>,
}

impl FilesBuilder {
    /// Adds a file. A stamp from `recent` on, in nanoseconds since 1970, cannot tell what came later from what was read: the
    /// clocks of file systems are coarse.
    pub fn push(&mut self, found: &FoundFile, given: &Given, recent: u64) {
        let settled = !given.refused && found.modified > 0 && found.modified < recent;
        let at = u32::try_from(self.gave.len()).unwrap_or(u32::MAX);
        self.path.push_slice(found.path.as_os_str().as_encoded_bytes());
        self.stamp.push([found.size, found.modified]);
        self.gave.push([given.articles, u32::from(settled)]);
        self.problems.extend(given.problems.iter().map(|problem| (at, problem.clone())));
    }

    /// Adds a file that is known to be the same as when it gave so many articles and had these problems.
    pub fn push_kept(&mut self, found: &FoundFile, articles: u32, problems: Vec<Problem>) {
        self.push(found, &Given { articles, problems, refused: false }, u64::MAX);
    }

    /// The files, and the problems with the place of each file.
    #[must_use]
    pub fn finish(self) -> (Files, Vec<(u32, Problem)>) {
        let files = Files { path: self.path.finish(), stamp: self.stamp.into(), gave: self.gave.into() };
        (files, self.problems)
    }
}
