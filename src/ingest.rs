//! Ingest: files to articles. Walks, decodes, tells the format, cleans, finds metadata and furniture, and reports what it
//! could not read. It and `config` are the only modules that read files.

mod about;
mod assemble;
mod beside;
mod byline;
mod caption;
mod controls;
mod credit;
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

use rayon::iter::{IntoParallelRefIterator as _, IntoParallelRefMutIterator as _, ParallelIterator as _};

use crate::analysis::actors::Gazetteer;
use crate::analysis::analyse;
use crate::ingest::document::{FileName, Reading};
use crate::ingest::guard::{FAULT, guarded};
use crate::ingest::lines::LineFile;
use crate::ingest::repetition::{Lines, Repetition};
use crate::ingest::walk::{Found, Walked, shown, walk};
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::{Article, ArticleId};
use crate::model::problem::Problem;

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
        /// The articles.
        articles: Vec<Arc<Article>>,
        /// The problems.
        problems: Vec<Problem>,
        /// How far it has come.
        progress: Progress,
    },
    /// Articles that look different now that the whole archive is known (furniture that repeats).
    Revised(Vec<(ArticleIx, Arc<Article>)>),
}

/// Loads `origin` with all cores and hands each step to `take`, in the order of the list, until it is done or `take` breaks.
pub fn load(origin: &Origin, options: &Options, gazetteer: &Gazetteer, take: &mut dyn FnMut(Step) -> ControlFlow<()>) {
    let mut loading = Loading {
        options,
        gazetteer,
        take,
        progress: Progress::default(),
        copies: HashMap::new(),
        repetition: Repetition::default(),
        loaded: Vec::new(),
    };
    // A break is how a person stops a loading: there is nothing left to do then.
    let (ControlFlow::Continue(()) | ControlFlow::Break(())) = loading.run(origin);
}

/// A loading under way.
struct Loading<'a> {
    options: &'a Options,
    gazetteer: &'a Gazetteer,
    take: &'a mut dyn FnMut(Step) -> ControlFlow<()>,
    progress: Progress,
    /// How many articles had the same bytes so far, by identifier.
    copies: HashMap<ArticleId, u32>,
    repetition: Repetition,
    /// All articles so far, for the second look at the end.
    loaded: Vec<Arc<Article>>,
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
        let readings: Vec<Reading> = sample::FILES
            .par_iter()
            .map(|(name, bytes)| analysed(document::read(FileName { path: Path::new(name), shown: name }, bytes), self.gazetteer))
            .collect();
        self.progress.files = sample::FILES.len();
        self.progress.bytes = sample::FILES.iter().map(|(_, bytes)| bytes.len() as u64).sum();
        let (articles, problems): (Vec<_>, Vec<_>) =
            readings.into_iter().map(|reading| (reading.articles, reading.problems)).unzip();
        self.hand(articles.into_iter().flatten().collect(), problems.into_iter().flatten().collect())
    }

    fn paths(&mut self, paths: &[PathBuf]) -> ControlFlow<()> {
        let mut progress = self.progress;
        let take = &mut *self.take;
        let Walked { files, problems } = walk(paths, &mut |files_found| {
            progress.files_found = files_found;
            take(Step::Batch { articles: Vec::new(), problems: Vec::new(), progress })
        })?;
        self.progress.files_found = files.len();
        (self.take)(Step::Batch { articles: Vec::new(), problems, progress: self.progress })?;
        for batch in batches(&files) {
            let (limit, gazetteer) = (self.options.max_file_size, self.gazetteer);
            let readings: Vec<Reading> = batch.par_iter().map(|file| read(file, limit, gazetteer)).collect();
            self.batch(batch, readings)?;
        }
        ControlFlow::Continue(())
    }

    /// Hands a batch on, in order; files in JSON Lines part by part.
    fn batch(&mut self, files: &[Found], readings: Vec<Reading>) -> ControlFlow<()> {
        let mut whole = Reading::default();
        for (file, reading) in files.iter().zip(readings) {
            self.progress.files += 1;
            whole.articles.extend(reading.articles);
            whole.problems.extend(reading.problems);
            let Some(lines) = reading.lines else {
                self.progress.bytes += file.size;
                continue;
            };
            let before = std::mem::take(&mut whole);
            self.hand(before.articles, before.problems)?;
            self.lines(file, lines)?;
        }
        self.hand(whole.articles, whole.problems)
    }

    fn lines(&mut self, file: &Found, mut lines: LineFile) -> ControlFlow<()> {
        let (shown, gazetteer) = (shown(&file.path), self.gazetteer);
        while let Some(part) = lines.part() {
            let (articles, problems) = lines.read(&part, &file.path, &shown, |article| analyse(article, gazetteer));
            self.progress.bytes += part.size();
            self.hand(articles, problems)?;
        }
        ControlFlow::Continue(())
    }

    fn hand(&mut self, mut articles: Vec<Article>, problems: Vec<Problem>) -> ControlFlow<()> {
        if articles.is_empty() && problems.is_empty() {
            return ControlFlow::Continue(());
        }
        for article in &mut articles {
            self.name(article);
        }
        self.progress.articles += articles.len();
        let lines: Vec<Lines> = articles.par_iter().map(Lines::of).collect();
        for lines in &lines {
            self.repetition.count(lines);
        }
        let articles: Vec<Arc<Article>> = articles.into_iter().map(Arc::new).collect();
        self.loaded.extend_from_slice(&articles);
        (self.take)(Step::Batch { articles, problems, progress: self.progress })
    }

    /// Marks the furniture that only the whole archive shows.
    fn revise(&mut self) -> ControlFlow<()> {
        let mut revised = self.repetition.revised(&self.loaded);
        if revised.is_empty() {
            return ControlFlow::Continue(());
        }
        revised.par_iter_mut().for_each(|(_, article)| analyse(article, self.gazetteer));
        let place = |at: usize| ArticleIx(u32::try_from(at).unwrap_or(u32::MAX));
        (self.take)(Step::Revised(revised.into_iter().map(|(at, article)| (place(at), Arc::new(article))).collect()))
    }

    /// Tells articles with the same bytes apart.
    fn name(&mut self, article: &mut Article) {
        let copies = self.copies.entry(article.id.clone()).or_default();
        *copies += 1;
        if *copies > 1 {
            article.id = ArticleId(format!("{}-{copies}", article.id).into());
        }
    }
}

/// Cuts the list into batches: a small one first, so that there is something to see at once, and none with so many bytes
/// that it takes long or holds much memory.
fn batches(files: &[Found]) -> impl Iterator<Item = &[Found]> {
    /// The files of the first batch and of any other.
    const FILES: (usize, usize) = (16, 512);
    /// The bytes at which a batch is closed.
    const BYTES: u64 = 16 << 20;
    let (mut rest, mut most) = (files, FILES.0);
    std::iter::from_fn(move || {
        let mut bytes = 0;
        let fits = |file: &&Found| {
            bytes += file.size;
            bytes <= BYTES
        };
        let count = rest.iter().take(most).take_while(fits).count().max(1);
        most = FILES.1;
        let (batch, behind) = rest.split_at_checked(count)?;
        rest = behind;
        Some(batch)
    })
}

/// Reads and analyses a file. A fault of the program or of a parser it uses costs that file alone.
fn read(file: &Found, limit: u64, gazetteer: &Gazetteer) -> Reading {
    let shown = shown(&file.path);
    let name = FileName { path: &file.path, shown: &shown };
    let reading = guarded(|| read::with(&file.path, file.size, limit, |bytes| analysed(document::read(name, bytes), gazetteer)));
    let reason = match reading {
        Some(Ok(reading)) => return reading,
        Some(Err(unread)) => unread.to_string(),
        None => FAULT.to_owned(),
    };
    let problem = Problem { path: shown.into(), line: None, partial: false, reason: reason.into() };
    Reading { problems: vec![problem], ..Reading::default() }
}

fn analysed(mut reading: Reading, gazetteer: &Gazetteer) -> Reading {
    reading.articles.par_iter_mut().for_each(|article| analyse(article, gazetteer));
    reading
}

/// Loads `origin` to the end: the archive and what could not be read.
#[must_use]
pub fn load_all(origin: &Origin, options: &Options, gazetteer: &Gazetteer) -> (Archive, Vec<Problem>) {
    let (mut archive, mut all_problems) = (Archive::new(Arc::clone(gazetteer.table())), Vec::new());
    load(origin, options, gazetteer, &mut |step| {
        match step {
            Step::Batch { articles, problems, .. } => {
                archive.append(articles);
                all_problems.extend(problems);
            }
            Step::Revised(articles) => articles.into_iter().for_each(|(ix, article)| archive.replace(ix, article)),
        }
        ControlFlow::Continue(())
    });
    (archive, all_problems)
}
