//! The archive loader: one archive, loaded from its files, from the cache, or from both, and brought up to date when asked.
//!
//! The reading room first shows what the cache recalls and then compares it with the files; the command line waits for both.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::analysis::actors::Gazetteer;
use crate::ingest::cache::manifest::{FilesBuilder, Manifest, ManifestSegment};
use crate::ingest::cache::{Cache, CacheError, CacheKey};
use crate::ingest::id_remap::IdRemap;
use crate::ingest::jobs::batch::{Gathering, Gifts, Numbers};
use crate::ingest::jobs::job::{Done, pack};
use crate::ingest::load::discover_actors::discover;
use crate::ingest::load::sample;
use crate::ingest::load_event::{Changes, LoadEvent, Options, Origin, Progress, Renewal};
use crate::ingest::renew::incremental::{IncrementalPlan, Renewed, renew};
use crate::ingest::renew::second_pass::revise;
use crate::ingest::source::walk::{FoundFile, Walked, walk};
use crate::model::problem::Problem;
use crate::model::segment::Segment;
use crate::query::index::kept_groups::KeptGroups;

/// Takes the steps of a loading, or breaks it off: a step at which it breaks counts as not taken.
pub type Take<'a> = dyn FnMut(LoadEvent) -> ControlFlow<()> + 'a;

/// One archive.
#[derive(Debug)]
pub struct ArchiveLoader {
    origin: Origin,
    options: Options,
    cache: Option<Cache>,
    catalogue: Option<Manifest>,
    shown: Shown,
    /// Whether the cache does not hold the catalogue as it is.
    fresh: bool,
    /// Whether the names in the catalogue were found with another gazetteer than the next loading has.
    renamed: bool,
}

/// What stands for stdin where a file is named.
const STDIN: &str = "-";

/// What whoever loads has taken of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    /// Nothing.
    Nothing,
    /// Its articles in their places, but as their files alone show them: the last step of a loading was not taken.
    Unrevised,
    /// All of it.
    All,
}

/// File systems may count time in steps as coarse as this (FAT); a file changed so shortly before it was read can have been
/// changed again since, and look the same.
const COARSE: Duration = Duration::from_secs(2);

impl ArchiveLoader {
    /// The archive of `origin`, of which nothing is loaded; `cache` is where it is kept.
    #[must_use]
    pub fn new(origin: Origin, options: Options, cache: Option<Cache>) -> Self {
        Self { origin, options, cache, catalogue: None, shown: Shown::Nothing, fresh: false, renamed: false }
    }

    /// What it is loaded from.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Where families and stories of the archive are kept, if the archive is.
    #[must_use]
    pub fn kept_groups(&self) -> Option<Arc<dyn KeptGroups>> {
        let Origin::Paths(paths) = &self.origin else { return None };
        Some(Arc::new(self.cache.as_ref()?.groups(paths)?))
    }

    /// The archive as the cache recalls it, which may not be how its files are now: [`ArchiveLoader::load`] finds out.
    #[must_use]
    pub fn recall(&mut self) -> Option<Renewal> {
        let Origin::Paths(paths) = &self.origin else { return None };
        let catalogue = self.cache.as_ref()?.recall(paths)?;
        let renewal = renewal(&catalogue, Vec::new(), Some(IdRemap::default()), None, None);
        (self.catalogue, self.shown) = (Some(catalogue), Shown::All);
        Some(renewal)
    }

    /// `gazetteer` with the actors that the archive shows, as far as it was loaded or recalled.
    #[must_use]
    pub fn named(&self, gazetteer: &Arc<Gazetteer>) -> Arc<Gazetteer> {
        self.catalogue
            .as_ref()
            .map_or_else(|| Arc::clone(gazetteer), |known| Arc::new(gazetteer.with_discovery(known.discovery.get())))
    }

    /// Loads the archive with all cores and hands each step to `take` until it is done or `take` breaks. What was loaded or
    /// recalled before is brought up to date.
    pub fn load(&mut self, gazetteer: &Gazetteer, take: &mut Take) {
        // A break is how a person stops a loading: there is nothing left to do then.
        let (ControlFlow::Continue(()) | ControlFlow::Break(())) = match self.origin.clone() {
            Origin::Sample => self.in_memory(sample::FILES, gazetteer, take),
            Origin::Given(bytes) => self.in_memory(&[(STDIN, &*bytes)], gazetteer, take),
            Origin::Paths(paths) => self.paths(&paths, gazetteer, take),
        };
    }

    /// Takes note that the next loading has another gazetteer, the one that `corrections` give, with or without the list that
    /// comes with the program: all names are found anew, and the cache is kept for these corrections.
    pub fn rename(&mut self, listed: bool, corrections: &str) {
        if let Some(cache) = &mut self.cache {
            cache.key = CacheKey::new(&self.options, listed, corrections);
        }
        self.renamed = true;
    }

    /// Writes to the cache what it does not hold yet.
    ///
    /// # Errors
    /// When it cannot be written. It is not tried again before something changes.
    pub fn keep(&mut self) -> Result<(), CacheError> {
        match (&self.origin, &self.cache, &self.catalogue) {
            (Origin::Paths(paths), Some(cache), Some(catalogue)) if std::mem::take(&mut self.fresh) => {
                cache.keep(paths, catalogue)
            }
            _ => Ok(()),
        }
    }

    /// Loads files that are none on disk.
    fn in_memory(&mut self, files: &[(&str, &[u8])], gazetteer: &Gazetteer, take: &mut Take) -> ControlFlow<()> {
        if self.shown == Shown::All && !self.renamed {
            return take(LoadEvent::Renewed(Renewal { changes: Some(Changes::default()), ..Renewal::default() }));
        }
        let again = self.shown != Shown::Nothing;
        let done = pack(files, gazetteer);
        let bytes = files.iter().map(|(_, bytes)| bytes.len() as u64).sum();
        let mut gathering = Gathering::new(&self.options, gazetteer);
        gathering.progress.files_found = files.len();
        let part = gathering.part(Done { files: files.len(), bytes, ..done });
        let (problems, progress) = (part.problems(), gathering.progress);
        let segment = part.segment.map(|segment| Numbers::default().number(Arc::new(segment)));
        let mut held: Vec<ManifestSegment> = segment.iter().cloned().map(ManifestSegment::as_read).collect();
        if !again {
            take(LoadEvent::Batch { segment, problems: problems.clone(), progress })?;
            self.shown = Shown::Unrevised;
        }
        let discovery = discover(&mut held, gazetteer);
        let named = Arc::new(gazetteer.with_discovery(&discovery));
        let segments: Vec<_> = held.into_iter().map(|held| held.shown).collect();
        take(if again {
            sample_again(segments, problems, named)
        } else {
            LoadEvent::Revised(segments.into_iter().enumerate().collect(), named)
        })?;
        (self.shown, self.renamed) = (Shown::All, false);
        ControlFlow::Continue(())
    }

    fn paths(&mut self, paths: &[PathBuf], gazetteer: &Gazetteer, take: &mut Take) -> ControlFlow<()> {
        if self.catalogue.is_none() {
            self.catalogue = self.cache.as_ref().and_then(|cache| cache.recall(paths));
        }
        let recent = nanoseconds(SystemTime::now() - COARSE);
        let mut progress = Progress::default();
        let known = self.catalogue.as_ref().filter(|_| !self.renamed);
        let Walked { files, problems } = thread::scope(|scope| {
            // Looking at all that is kept and asking the system for all files do not wait for each other. What is found is
            // remembered where it lies.
            let _checking = known.map(|known| scope.spawn(move || known.damaged()));
            walk(paths, &mut |files_found| {
                progress.files_found = files_found;
                take(LoadEvent::Batch { segment: None, problems: Vec::new(), progress })
            })
        })?;
        // What was handed on and then lost by a fault of the program has to be replaced as a whole.
        match self.catalogue.take().or_else(|| (self.shown != Shown::Nothing).then(Manifest::default)) {
            None => self.read_all(Seen { files, problems, recent }, gazetteer, take),
            Some(catalogue) => self.renew(catalogue, Seen { files, problems, recent }, gazetteer, take),
        }
    }

    /// Reads everything, and hands it on as it comes.
    fn read_all(&mut self, seen: Seen, gazetteer: &Gazetteer, take: &mut Take) -> ControlFlow<()> {
        let Seen { files, problems, recent } = seen;
        let mut gathering = Gathering::new(&self.options, gazetteer);
        gathering.progress.files_found = files.len();
        take(LoadEvent::Batch { segment: None, problems, progress: gathering.progress })?;
        let (mut gifts, mut numbers, mut read) = (Gifts::default(), Numbers::default(), Vec::new());
        let end = gathering.run(&files, &mut |part, progress| {
            let problems = part.problems();
            let segment = part.segment.map(|segment| numbers.number(Arc::new(segment)));
            take(LoadEvent::Batch { segment: segment.clone(), problems, progress })?;
            read.extend(segment);
            gifts.add(part.given, part.goes_on);
            ControlFlow::Continue(())
        });
        self.shown = Shown::All;
        let whole = end.is_continue();
        self.renamed &= !whole;
        if let Some(last) = gifts.0.last_mut().filter(|_| !whole) {
            // It may have been read in part.
            last.refused = true;
        }
        let mut builder = FilesBuilder::default();
        files.iter().zip(&gifts.0).for_each(|(file, given)| builder.push(file, given, recent));
        let (files, problems) = builder.finish();
        let mut held: Vec<ManifestSegment> = read.iter().cloned().map(ManifestSegment::as_read).collect();
        let revised = if whole { revise(&read, gazetteer) } else { Vec::new() };
        place(&mut held, revised);
        let discovery = if whole { discover(&mut held, gazetteer) } else { Arc::default() };
        let shown = held.iter().map(|held| Arc::clone(&held.shown)).enumerate();
        let steps: Vec<_> = shown.filter(|(at, shown)| read.get(*at).is_none_or(|read| !Arc::ptr_eq(read, shown))).collect();
        let named = Arc::new(gazetteer.with_discovery(&discovery));
        let catalogue = Manifest { files, problems, held, discovery: discovery.into(), order: None };
        (self.catalogue, self.fresh) = (Some(catalogue), whole);
        if !whole {
            return end;
        }
        // Until that is taken, what is shown is not what the manifest says it is. It is told also where no name was added: who is
        // named how often is known now.
        self.shown = Shown::Unrevised;
        take(LoadEvent::Revised(steps, named))?;
        self.shown = Shown::All;
        ControlFlow::Continue(())
    }

    /// Reads what is not as `catalogue` has it, and hands on the whole when that is done.
    fn renew(&mut self, catalogue: Manifest, seen: Seen, gazetteer: &Gazetteer, take: &mut Take) -> ControlFlow<()> {
        let Seen { files, problems, recent } = seen;
        let anew = if self.renamed { (0..catalogue.held.len()).collect() } else { catalogue.damaged() };
        let plan = IncrementalPlan::new(&catalogue, &files, &anew);
        if plan.is_empty() {
            return self.confirm(catalogue, problems, gazetteer, take);
        }
        // Which of two copies of a document is given depends on all files that hold documents with identifiers.
        let identified = catalogue.identified();
        let plan =
            if identified.is_empty() { plan } else { IncrementalPlan::new(&catalogue, &files, &[anew, identified].concat()) };
        let mut gathering = Gathering::new(&self.options, gazetteer);
        gathering.progress.files_found = plan.files.len();
        let (mut gifts, mut read) = (Gifts::default(), Vec::new());
        let end = gathering.run(&plan.files, &mut |part, progress| {
            read.extend(part.segment);
            gifts.add(part.given, part.goes_on);
            take(LoadEvent::Batch { segment: None, problems: Vec::new(), progress })
        });
        if end.is_break() {
            self.catalogue = Some(catalogue);
            return end;
        }
        if !self.renamed && plan.is_vain(&catalogue, &read, &gifts) {
            let files = plan.confirmed(&catalogue, &files, &gifts, recent);
            self.fresh |= catalogue.files.settles_unlike(&files);
            return self.confirm(Manifest { files, ..catalogue }, problems, gazetteer, take);
        }
        let Renewed { files, problems: known, read, moves } = renew(&catalogue, &plan, &files, read, &gifts, recent);
        let mut held: Vec<ManifestSegment> = read.iter().cloned().map(ManifestSegment::as_read).collect();
        place(&mut held, revise(&read, gazetteer));
        let discovery = discover(&mut held, gazetteer);
        let named = Arc::new(gazetteer.with_discovery(&discovery));
        let mut now = Manifest { files, problems: known, held, discovery: discovery.into(), order: None };
        now.reuse(&catalogue);
        let end = take(LoadEvent::Renewed(renewal(&now, problems, Some(moves), Some(plan.changes), Some(named))));
        if end.is_break() {
            // What is shown is what was shown before, and what has changed has to be found again.
            self.catalogue = Some(catalogue);
            return end;
        }
        (self.catalogue, self.shown, self.fresh, self.renamed) = (Some(now), Shown::All, true, false);
        end
    }

    /// Hands on that `catalogue` is what the files are, and all of it unless that was done.
    fn confirm(
        &mut self,
        catalogue: Manifest,
        problems: Vec<Problem>,
        gazetteer: &Gazetteer,
        take: &mut Take,
    ) -> ControlFlow<()> {
        let moves = match self.shown {
            Shown::Nothing => Some(IdRemap::default()),
            Shown::Unrevised => Some(in_place(&catalogue.shown())),
            Shown::All => None,
        };
        let named = moves.is_some().then(|| Arc::new(gazetteer.with_discovery(catalogue.discovery.get())));
        let step = LoadEvent::Renewed(renewal(&catalogue, problems, moves, Some(Changes::default()), named));
        self.catalogue = Some(catalogue);
        take(step)?;
        self.shown = Shown::All;
        ControlFlow::Continue(())
    }
}

/// The sample archive in the place of itself, with other names.
fn sample_again(segments: Vec<Arc<Segment>>, problems: Vec<Problem>, named: Arc<Gazetteer>) -> LoadEvent {
    let moves = in_place(&segments);
    let articles = Some((segments, Arc::new(moves)));
    LoadEvent::Renewed(Renewal { articles, order: None, gazetteer: Some(named), problems, changes: Some(Changes::default()) })
}

/// All articles of `segments` where they were.
fn in_place(segments: &[Arc<Segment>]) -> IdRemap {
    let articles: usize = segments.iter().map(|segment| segment.len()).sum();
    IdRemap::new([[0, 0, u32::try_from(articles).unwrap_or(u32::MAX)]])
}

/// What a walk has found.
struct Seen {
    files: Vec<FoundFile>,
    problems: Vec<Problem>,
    /// Stamps from here on, in nanoseconds since 1970, cannot be relied on.
    recent: u64,
}

fn place(held: &mut [ManifestSegment], revised: Vec<(usize, ManifestSegment)>) {
    for (at, revised) in revised {
        if let Some(slot) = held.get_mut(at) {
            *slot = revised;
        }
    }
}

fn renewal(
    catalogue: &Manifest,
    mut problems: Vec<Problem>,
    moves: Option<IdRemap>,
    changes: Option<Changes>,
    gazetteer: Option<Arc<Gazetteer>>,
) -> Renewal {
    problems.extend(catalogue.problems.iter().map(|(_, problem)| problem.clone()));
    let articles = moves.map(|moves| (catalogue.shown(), Arc::new(moves)));
    Renewal { articles, order: catalogue.order.clone(), gazetteer, problems, changes }
}

/// Since 1970; 0 before.
fn nanoseconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).ok().and_then(|since| u64::try_from(since.as_nanos()).ok()).unwrap_or(0)
}
