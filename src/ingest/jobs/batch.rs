//! Gathering: files read by all cores, and what each gave taken in, in their order.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::Arc;

use crate::analysis::actors::Gazetteer;
use crate::ingest::jobs::duplicates::Documents;
use crate::ingest::jobs::job::{Done, Given, plan, work};
use crate::ingest::jobs::par_ordered::in_order;
use crate::ingest::load_event::{Options, Progress};
use crate::ingest::source::walk::FoundFile;
use crate::model::problem::Problem;
use crate::model::segment::{ArticleRef, Segment};

/// What one job gave, with the places of its articles in their files put right.
#[derive(Debug)]
pub struct JobResult {
    /// The articles; `None` when there are none.
    pub segment: Option<Segment>,
    /// What each of its files gave.
    pub given: Vec<Given>,
    /// Whether the first of these was begun by an earlier part.
    pub goes_on: bool,
}

impl JobResult {
    /// What could not be read.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        self.given.iter().flat_map(|given| given.problems.iter().cloned()).collect()
    }
}

/// Reads files.
#[derive(Debug)]
pub struct Gathering<'a> {
    options: &'a Options,
    gazetteer: &'a Gazetteer,
    /// How far it has come.
    pub progress: Progress,
    /// How many lines the parts of the file at hand had so far.
    lines: u32,
    /// What was told of the file at hand as a whole.
    told: Vec<Problem>,
    /// The documents that were met.
    documents: Documents,
}

impl<'a> Gathering<'a> {
    /// Nothing read yet.
    #[must_use]
    pub fn new(options: &'a Options, gazetteer: &'a Gazetteer) -> Self {
        Self { options, gazetteer, progress: Progress::default(), lines: 0, told: Vec::new(), documents: Documents::default() }
    }

    /// Reads `files` and hands each part to `take`, in order, until all are read or `take` breaks.
    ///
    /// # Errors
    /// Breaks when `take` did.
    pub fn run(&mut self, files: &[FoundFile], take: &mut dyn FnMut(JobResult, Progress) -> ControlFlow<()>) -> ControlFlow<()> {
        let (limit, gazetteer) = (self.options.max_file_size, self.gazetteer);
        in_order(&plan(files), |job| work(job, limit, gazetteer), &mut |done| {
            let part = self.part(done);
            take(part, self.progress)
        })
    }

    /// Takes in what a job gave, which comes in the order of the jobs.
    pub fn part(&mut self, done: Done) -> JobResult {
        let Done { mut segment, mut given, files, bytes, lines } = done;
        // A part that begins a file is counted among the files; the parts behind it count their lines on.
        let goes_on = files == 0;
        let before = if goes_on { self.lines } else { 0 };
        if let Some(lines) = lines {
            segment = segment.shifted(before);
            for problem in given.iter_mut().flat_map(|given| &mut given.problems) {
                problem.line = problem.line.map(|line| line + before);
                problem.number = problem.number.map(|number| number + before);
            }
            self.lines = before + lines;
        }
        if let Some(first) = given.first_mut() {
            self.tell_once(first, goes_on);
        }
        let segment = self.documents.once(segment, &mut given);
        self.progress.files += files;
        self.progress.bytes += bytes;
        self.progress.articles += segment.len();
        JobResult { segment: (!segment.is_empty()).then_some(segment), given, goes_on }
    }
}

impl Gathering<'_> {
    /// What holds for a file as a whole is told once, though each part of it may tell so.
    fn tell_once(&mut self, given: &mut Given, goes_on: bool) {
        if !goes_on {
            self.told.clear();
        }
        let whole = |problem: &Problem| problem.line.is_none() && problem.number.is_none() && problem.articles == 0;
        given.problems.retain(|problem| !(whole(problem) && self.told.contains(problem)));
        self.told.extend(given.problems.iter().filter(|problem| whole(problem)).cloned());
    }
}

/// What all files gave, put together from parts.
#[derive(Debug, Default)]
pub struct Gifts(pub Vec<Given>);

impl Gifts {
    /// Adds what the files of a part gave.
    pub fn add(&mut self, given: Vec<Given>, goes_on: bool) {
        let mut given = given.into_iter();
        if let Some(file) = self.0.last_mut().filter(|_| goes_on)
            && let Some(more) = given.next()
        {
            file.articles += more.articles;
            file.problems.extend(more.problems);
            file.refused |= more.refused;
        }
        self.0.extend(given);
    }
}

/// Tells articles with the same bytes apart, one segment after the other.
#[derive(Debug, Default)]
pub struct Numbers {
    /// How many articles had the same bytes so far, by the bytes of the identifier.
    copies: HashMap<[u8; 6], u32>,
}

impl Numbers {
    /// `segment` with its articles numbered; the same one when they are.
    #[must_use]
    pub fn number(&mut self, segment: Arc<Segment>) -> Arc<Segment> {
        let numbers: Vec<u32> = segment.iter().map(|article| self.next(article.id_bytes())).collect();
        if segment.iter().map(ArticleRef::copy).eq(numbers.iter().copied()) {
            return segment;
        }
        Arc::new(Segment::clone(&segment).numbered(numbers))
    }

    fn next(&mut self, id: [u8; 6]) -> u32 {
        let copies = self.copies.entry(id).or_default();
        *copies += 1;
        *copies
    }
}
