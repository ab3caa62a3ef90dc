//! Ingest: files to articles. Walks, decodes, tells the format, cleans, finds metadata and furniture, and reports what it
//! could not read. It and `config` are the only modules that read files.

mod about;
mod assemble;
mod beside;
mod byline;
mod caption;
mod controls;
mod credit;
mod crew;
mod decode;
/// Public for its measurement alone: see `benches/ingest.rs`.
#[doc(hidden)]
pub mod document;
mod draft;
mod feed;
mod fields;
mod filename;
mod flat;
mod format;
mod fragment;
mod furniture;
mod glance;
mod guard;
mod header;
mod headline;
mod html;
mod inline;
mod job;
mod json;
mod lang;
mod lines;
mod mail;
mod markdown;
mod notices;
mod outlet;
mod page;
mod phrases;
mod plain;
mod read;
mod repetition;
mod sample;
mod sheet;
mod stamp;
mod walk;

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::iter::{IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};

use crate::analysis::actors::Gazetteer;
use crate::analysis::analyse;
use crate::ingest::crew::in_order;
use crate::ingest::document::FileName;
use crate::ingest::job::{Done, pack, plan, work};
use crate::ingest::repetition::Repetition;
use crate::ingest::walk::{Walked, walk};
use crate::model::archive::Archive;
use crate::model::problem::Problem;
use crate::model::segment::{Filed, Segment};

/// What to load.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The sample archive that is built into the program.
    Sample,
    /// Files and folders.
    Paths(Vec<PathBuf>),
}

/// How to load.
#[derive(Clone, Debug)]
pub struct Options {
    /// Files with more bytes than this are reported, not read; it also bounds what a compressed file may unpack to.
    pub max_file_size: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { max_file_size: 64 << 20 }
    }
}

/// How far a loading has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files read so far.
    pub files: usize,
    /// Files found so far; final once the walk has ended.
    pub files_found: usize,
    /// Bytes read so far.
    pub bytes: u64,
    /// Articles made so far.
    pub articles: usize,
}

/// A step of a loading.
#[derive(Clone, Debug)]
pub enum Step {
    /// Further articles, behind those of earlier steps, and what could not be read beside them.
    Batch {
        /// The articles; `None` when there are no new ones.
        segment: Option<Arc<Segment>>,
        /// The problems.
        problems: Vec<Problem>,
        /// How far it has come.
        progress: Progress,
    },
    /// Segments with articles that look different now that the whole archive is known (furniture that repeats), by place.
    Revised(Vec<(usize, Arc<Segment>)>),
}

/// Loads `origin` with all cores and hands each step to `take`, in the order of the list, until it is done or `take` breaks.
pub fn load(origin: &Origin, options: &Options, gazetteer: &Gazetteer, take: &mut dyn FnMut(Step) -> ControlFlow<()>) {
    let mut loading =
        Loading { options, gazetteer, take, progress: Progress::default(), copies: HashMap::new(), lines: 0, loaded: Vec::new() };
    // A break is how a person stops a loading: there is nothing left to do then.
    let (ControlFlow::Continue(()) | ControlFlow::Break(())) = loading.run(origin);
}

/// A loading under way.
struct Loading<'a> {
    options: &'a Options,
    gazetteer: &'a Gazetteer,
    take: &'a mut dyn FnMut(Step) -> ControlFlow<()>,
    progress: Progress,
    /// How many articles had the same bytes so far, by the bytes of the identifier.
    copies: HashMap<[u8; 6], u32>,
    /// How many lines the parts of the file at hand had so far.
    lines: u32,
    /// All segments so far, for the second look at the end.
    loaded: Vec<Arc<Segment>>,
}

impl Loading<'_> {
    fn run(&mut self, origin: &Origin) -> ControlFlow<()> {
        match origin {
            Origin::Sample => self.sample()?,
            Origin::Paths(paths) => self.paths(paths)?,
        }
        self.revise()
    }

    fn sample(&mut self) -> ControlFlow<()> {
        self.progress.files_found = sample::FILES.len();
        let read = |(name, bytes): &(&str, &[u8])| document::read(FileName { path: Path::new(name), shown: name }, bytes);
        let done = pack(sample::FILES.iter().map(read).collect(), self.gazetteer);
        let bytes = sample::FILES.iter().map(|(_, bytes)| bytes.len() as u64).sum();
        self.hand(Done { files: sample::FILES.len(), bytes, ..done })
    }

    fn paths(&mut self, paths: &[PathBuf]) -> ControlFlow<()> {
        let mut progress = self.progress;
        let take = &mut *self.take;
        let Walked { files, problems } = walk(paths, &mut |files_found| {
            progress.files_found = files_found;
            take(Step::Batch { segment: None, problems: Vec::new(), progress })
        })?;
        self.progress.files_found = files.len();
        (self.take)(Step::Batch { segment: None, problems, progress: self.progress })?;
        let (limit, gazetteer) = (self.options.max_file_size, self.gazetteer);
        in_order(&plan(&files), |job| work(job, limit, gazetteer), &mut |done| self.hand(done))
    }

    /// Hands on what a job gave, which comes in the order of the jobs.
    fn hand(&mut self, done: Done) -> ControlFlow<()> {
        let Done { mut segment, mut problems, files, bytes, lines } = done;
        // A part that begins a file is counted among the files; the parts behind it count their lines on.
        let before = if files > 0 { 0 } else { self.lines };
        if let Some(lines) = lines {
            segment = segment.shifted(before);
            for problem in &mut problems {
                problem.line = problem.line.map(|line| line + before);
            }
            self.lines = before + lines;
        }
        self.progress.files += files;
        self.progress.bytes += bytes;
        self.progress.articles += segment.len();
        let segment = (!segment.is_empty()).then(|| Arc::new(self.numbered(segment)));
        self.loaded.extend(segment.clone());
        (self.take)(Step::Batch { segment, problems, progress: self.progress })
    }

    /// Tells articles with the same bytes apart.
    fn numbered(&mut self, segment: Segment) -> Segment {
        segment.numbered(|id| {
            let copies = self.copies.entry(id).or_default();
            *copies += 1;
            *copies
        })
    }

    /// Marks the furniture that only the whole archive shows.
    fn revise(&mut self) -> ControlFlow<()> {
        let repetition = Repetition::count(self.loaded.iter().map(|segment| &**segment));
        if repetition.is_empty() {
            return ControlFlow::Continue(());
        }
        let revised = self.loaded.par_iter().enumerate();
        let revised: Vec<(usize, Arc<Segment>)> =
            revised.filter_map(|(at, segment)| Some((at, self::revised(segment, &repetition, self.gazetteer)?))).collect();
        if revised.is_empty() { ControlFlow::Continue(()) } else { (self.take)(Step::Revised(revised)) }
    }
}

/// `segment` with the furniture marked that repetition shows in it; `None` when there is none.
fn revised(segment: &Segment, repetition: &Repetition, gazetteer: &Gazetteer) -> Option<Arc<Segment>> {
    let revise = |(at, packed): (usize, _)| {
        let mut article = repetition.revised(packed)?;
        analyse(&mut article, gazetteer);
        Some((at, Filed { article, stamp: packed.stamp(), lines: packed.lines().to_vec() }))
    };
    let replaced: Vec<(usize, Filed)> = segment.iter().enumerate().filter_map(revise).collect();
    (!replaced.is_empty()).then(|| Arc::new(segment.revised(&replaced)))
}

/// Loads `origin` to the end: the archive and what could not be read.
#[must_use]
pub fn load_all(origin: &Origin, options: &Options, gazetteer: &Gazetteer) -> (Archive, Vec<Problem>) {
    let (mut archive, mut all_problems) = (Archive::new(Arc::clone(gazetteer.table())), Vec::new());
    load(origin, options, gazetteer, &mut |step| {
        match step {
            Step::Batch { segment, problems, .. } => {
                if let Some(segment) = segment {
                    archive.append(segment);
                }
                all_problems.extend(problems);
            }
            Step::Revised(segments) => segments.into_iter().for_each(|(at, segment)| archive.replace(at, segment)),
        }
        ControlFlow::Continue(())
    });
    (archive, all_problems)
}
