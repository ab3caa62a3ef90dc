//! The index of an archive for the filter line: what is matched at each key, made once when articles come in.
//!
//! It holds a snapshot of the archive and no copy of a body. `query::results::filter` reads it; whoever filters more than once keeps one.

pub mod annotated;
pub mod groups;
pub mod kept_groups;

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use rayon::slice::ParallelSliceMut as _;

use crate::analysis::families::{Families, FamilyEdit};
use crate::analysis::stories::Stories;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::date::{Interval, PartialDate, PublicationDate};
use crate::model::segment::{ArticleRef, Segment};
use crate::query::index::annotated::NotesByArticle;
use crate::query::index::groups::ArticleGroups;
use crate::query::index::kept_groups::{Groups, KeptGroups};
use crate::query::matching::headlines::Headlines;
use crate::query::matching::pattern::Census;
use crate::text::fold::fold;

/// What the filter reads of an archive.
#[derive(Clone, Debug, Default)]
pub struct Index {
    archive: Archive,
    headlines: Headlines,
    sources: Sources,
    /// The articles that name each actor, in the order of the archive's table.
    naming: Vec<Vec<ArticleIx>>,
    /// The spellings of each actor, folded, once somebody asks for them: that takes longer than reading a small archive.
    spellings: OnceLock<Vec<Vec<Box<str>>>>,
    by_date: Vec<ArticleIx>,
    newest: Vec<ArticleIx>,
    published: Option<Interval>,
    /// What a reader has marked and written.
    notes: Arc<NotesByArticle>,
    /// The families of near-copies, once somebody asks for them.
    families: OnceLock<Arc<Families>>,
    /// The same as they were found.
    found: OnceLock<Arc<Families>>,
    /// What was said of families by hand.
    edits: Vec<FamilyEdit>,
    /// The stories, once somebody asks for them.
    stories: OnceLock<Arc<Stories>>,
    /// Where both are kept.
    kept_groups: Option<Arc<dyn KeptGroups>>,
    /// The census of each segment's bodies, made when they are first searched.
    censuses: Vec<OnceLock<Census>>,
}

/// The outlets of an archive. Spellings that fold alike are one outlet.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The spelling of each article's outlet, a place in `spellings`, or [`NO_SOURCE`].
    spelled: Vec<u32>,
    /// Each spelling with its outlet, a place in `folded`.
    spellings: Vec<(Box<str>, u32)>,
    folded: Vec<Box<str>>,
    /// The outlets as their first article spells them.
    names: Vec<Box<str>>,
    places: HashMap<Box<str>, u32>,
    /// Each folded outlet with its place in `folded`.
    outlets: HashMap<Box<str>, usize>,
}

/// Stands for no outlet.
const NO_SOURCE: u32 = u32::MAX;

impl Index {
    /// An index of all of `archive`.
    #[must_use]
    pub fn new(archive: &Archive) -> Self {
        let mut index = Self::default();
        index.extend(archive);
        index
    }

    /// Brings the index up to date with a later state of the archive. What was added is read; when something was replaced, all is;
    /// with other actors, only who is named where.
    pub fn extend(&mut self, archive: &Archive) {
        let known = self.archive.segments();
        let grown = known.len() <= archive.segments().len()
            && known.iter().zip(archive.segments()).all(|(known, segment)| Arc::ptr_eq(known, segment));
        if !grown {
            // What was told of the notes stays until it is told anew.
            *self = Self { notes: Arc::clone(&self.notes), kept_groups: self.kept_groups.clone(), ..Self::default() };
        }
        let read = self.archive.segments().len();
        if !Arc::ptr_eq(self.archive.actors(), archive.actors()) || self.naming.len() != archive.actors().len() {
            self.spellings = OnceLock::new();
            self.naming = vec![Vec::new(); archive.actors().len()];
            for (start, segment) in archive.placed_segments().take(read) {
                self.read_names(start, segment);
            }
        }
        for (start, segment) in archive.placed_segments().skip(read) {
            self.read(start, segment);
        }
        if archive.segments().len() != read {
            (self.families, self.found, self.stories) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        }
        self.archive = archive.clone();
        self.censuses.resize_with(archive.segments().len(), OnceLock::new);
        if self.by_date.len() != archive.len() {
            self.order();
        }
    }

    /// Tells what a reader has marked and written on the articles.
    pub fn set_notes(&mut self, notes: Arc<NotesByArticle>) {
        self.notes = notes;
    }

    /// What a reader has marked and written on the articles.
    #[must_use]
    pub fn notes(&self) -> &NotesByArticle {
        &self.notes
    }

    /// Tells where families and stories are kept.
    pub fn keep_groups(&mut self, kept: Option<Arc<dyn KeptGroups>>) {
        self.kept_groups = kept;
    }

    /// Takes the groups that somebody else found in the archive as it is.
    pub fn share(&mut self, groups: &ArticleGroups) {
        self.families = OnceLock::from(Arc::clone(&groups.families));
        self.stories = OnceLock::from(Arc::clone(&groups.stories));
    }

    /// The stories in it, when they are known by now.
    #[must_use]
    pub fn known_stories(&self) -> Option<&Stories> {
        self.stories.get().map(Arc::as_ref)
    }

    /// Tells what was said of families by hand.
    pub fn edit_families(&mut self, edits: Vec<FamilyEdit>) {
        (self.edits, self.families) = (edits, OnceLock::new());
    }

    /// Whether somebody said by hand that an article has the text of another.
    #[must_use]
    pub fn is_joined(&self, article: ArticleIx) -> bool {
        self.edits.iter().any(|edit| edit.article == article && edit.with.is_some())
    }

    /// The families of near-copies in it, with what was said of them by hand; found when they are first asked for.
    #[must_use]
    pub fn families(&self) -> &Arc<Families> {
        self.families.get_or_init(|| {
            let found = self.found_families();
            if self.edits.is_empty() { Arc::clone(found) } else { Arc::new(found.edited(&self.archive, &self.edits)) }
        })
    }

    /// The families as they were found; recalled or found when they are first asked for.
    fn found_families(&self) -> &Arc<Families> {
        self.found.get_or_init(|| {
            let recalled = self.kept_groups.as_ref().and_then(|kept| kept.recall(&self.archive));
            if let Some(Groups { families, stories }) = recalled {
                // Who asks for stories asks for families first, so that nobody has set them.
                if let Some(stories) = stories {
                    let (Ok(()) | Err(_)) = self.stories.set(Arc::new(stories));
                }
                return Arc::new(families);
            }
            let families = Families::of(&self.archive);
            self.kept_groups.iter().for_each(|kept| kept.keep(&self.archive, &families, None));
            Arc::new(families)
        })
    }

    /// The stories in it; recalled or found when they are first asked for.
    #[must_use]
    pub fn stories(&self) -> &Arc<Stories> {
        if let Some(stories) = self.stories.get() {
            return stories;
        }
        let families = self.found_families();
        self.stories.get_or_init(|| {
            let stories = Stories::of(&self.archive, families);
            self.kept_groups.iter().for_each(|kept| kept.keep(&self.archive, families, Some(&stories)));
            Arc::new(stories)
        })
    }

    fn read(&mut self, start: ArticleIx, segment: &Segment) {
        for article in segment.iter() {
            self.headlines.push(article.folded_title());
            self.sources.push(article.source());
        }
        self.read_names(start, segment);
    }

    fn read_names(&mut self, start: ArticleIx, segment: &Segment) {
        for (ix, article) in (start.0..).map(ArticleIx).zip(segment.iter()) {
            for (actor, _) in article.actors() {
                if let Some(naming) = self.naming.get_mut(usize::from(actor.0)) {
                    naming.push(ix);
                }
            }
        }
    }

    fn order(&mut self) {
        let (by_date, dated) = by_date(&self.archive);
        let (days, undated) = by_date.split_at(dated);
        let key = |ix: &ArticleIx| self.archive.get(*ix).and_then(|article| article.date().sort_key());
        let days: Vec<_> = days.chunk_by(|a, b| key(a) == key(b)).collect();
        self.newest = days.into_iter().rev().flatten().chain(undated).copied().collect();
        self.published = published(&self.archive, &by_date);
        self.by_date = by_date;
    }

    /// Whether it lacks articles of `archive`.
    #[must_use]
    pub fn is_behind(&self, archive: &Archive) -> bool {
        self.archive.len() < archive.len()
    }

    /// The archive it is of.
    #[must_use]
    pub fn archive(&self) -> &Archive {
        &self.archive
    }

    /// The folded headlines, a row for each article.
    #[must_use]
    pub fn headlines(&self) -> &Headlines {
        &self.headlines
    }

    /// The outlets.
    #[must_use]
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// For each actor the articles that name it, in their order; in the order of the archive's table.
    #[must_use]
    pub fn naming(&self) -> &[Vec<ArticleIx>] {
        &self.naming
    }

    /// The spellings of each actor, folded, in the order of the archive's table.
    #[must_use]
    pub fn spellings(&self) -> &[Vec<Box<str>>] {
        let folded = |spellings: &[Box<str>]| spellings.iter().map(|text| fold(text).into()).collect();
        self.spellings.get_or_init(|| self.archive.actors().iter().map(|(_, actor)| folded(&actor.spellings)).collect())
    }

    /// The census of the bodies of the segment at `at`, made at the first call; `None` for a segment of another archive.
    #[must_use]
    pub fn census(&self, at: usize) -> Option<&Census> {
        let census = || self.archive.segments().get(at).map(|segment| Census::new(segment.text())).unwrap_or_default();
        self.censuses.get(at).map(|slot| slot.get_or_init(census))
    }

    /// All articles by publication date, unknown last, then by place.
    #[must_use]
    pub fn by_date(&self) -> &[ArticleIx] {
        &self.by_date
    }

    /// The days between which the articles were published; of many, those few that stand apart at either end are left out.
    #[must_use]
    pub fn published(&self) -> Option<Interval> {
        self.published
    }

    /// All articles, the newest first, unknown dates last, then by place.
    #[must_use]
    pub fn newest(&self) -> &[ArticleIx] {
        &self.newest
    }
}

/// The days between which the articles of `by_date` were published, without one in a hundred at either end, which may be slips. A bound, which may lie
/// far before, counts where nothing else is known.
fn published(archive: &Archive, by_date: &[ArticleIx]) -> Option<Interval> {
    let dates = || by_date.iter().filter_map(|ix| archive.get(*ix)).map(ArticleRef::date);
    let known: Vec<Interval> = dates().filter_map(PublicationDate::known_days).collect();
    let days = if known.is_empty() { dates().filter_map(PublicationDate::interval).collect() } else { known };
    let apart = days.len() / 100;
    let (first, last) = (days.get(apart)?, days.get(days.len().checked_sub(1 + apart)?)?);
    Some(Interval { first: first.first, last: last.last })
}

impl Sources {
    fn push(&mut self, name: Option<&str>) {
        let at = name.map_or(NO_SOURCE, |name| self.intern(name));
        self.spelled.push(at);
    }

    fn intern(&mut self, name: &str) -> u32 {
        if let Some(at) = self.places.get(name) {
            return *at;
        }
        let folded: Box<str> = fold(name).into();
        let at = *self.outlets.entry(folded.clone()).or_insert_with(|| {
            self.folded.push(folded);
            self.names.push(name.into());
            self.folded.len() - 1
        });
        let spelling = u32::try_from(self.spellings.len()).unwrap_or(NO_SOURCE);
        self.spellings.push((name.into(), u32::try_from(at).unwrap_or(NO_SOURCE)));
        self.places.insert(name.into(), spelling);
        spelling
    }

    /// The outlet of an article, a place in [`Sources::folded`].
    #[must_use]
    pub fn of(&self, ix: ArticleIx) -> Option<usize> {
        self.spellings.get(self.spelling_of(ix)?).map(|(_, outlet)| *outlet as usize)
    }

    /// The spelling of an article's outlet, a place in [`Sources::spellings`].
    #[must_use]
    pub fn spelling_of(&self, ix: ArticleIx) -> Option<usize> {
        self.spelled.get(ix.0 as usize).filter(|at| **at != NO_SOURCE).map(|at| *at as usize)
    }

    /// Each spelling with its outlet, a place in [`Sources::folded`].
    #[must_use]
    pub fn spellings(&self) -> &[(Box<str>, u32)] {
        &self.spellings
    }

    /// The outlets, folded, each once.
    #[must_use]
    pub fn folded(&self) -> &[Box<str>] {
        &self.folded
    }

    /// The outlets as they are written, in the order of [`Sources::folded`].
    #[must_use]
    pub fn names(&self) -> &[Box<str>] {
        &self.names
    }
}

/// All articles of `archive` by date, unknown last, then by place; and how many have a date.
#[must_use]
pub fn by_date(archive: &Archive) -> (Vec<ArticleIx>, usize) {
    if let Some(order) = archive.order() {
        let order: Vec<ArticleIx> = order.iter().copied().map(ArticleIx).collect();
        let is_dated = |ix: &ArticleIx| archive.get(*ix).is_some_and(|article| article.date().sort_key().is_some());
        let dated = order.partition_point(is_dated);
        return (order, dated);
    }
    let date = |article: ArticleRef<'_>| article.date().sort_key().map_or(u32::MAX, PartialDate::bits);
    // Date and number in one, as numbers are put in order soonest.
    let mut keys: Vec<u64> =
        archive.iter().map(|(ix, article)| u64::from(date(article)) << u32::BITS | u64::from(ix.0)).collect();
    let low = |half: u64| u32::try_from(half & u64::from(u32::MAX)).unwrap_or_default();
    let (date, number) = (|key: u64| low(key >> u32::BITS), |key: u64| ArticleIx(low(key)));
    if is_by_place(archive) {
        keys.sort_unstable();
    } else {
        let by_place = |a: u64, b: u64| place(archive, number(a)).cmp(&place(archive, number(b)));
        keys.par_sort_unstable_by(|a, b| date(*a).cmp(&date(*b)).then_with(|| by_place(*a, *b)));
    }
    let dated = keys.partition_point(|key| date(*key) != u32::MAX);
    (keys.into_iter().map(number).collect(), dated)
}

/// Whether the articles come in the order of their places, as those of one folder do: numbers are compared sooner than paths.
fn is_by_place(archive: &Archive) -> bool {
    let segments: Vec<&Segment> = archive.segments().iter().map(AsRef::as_ref).filter(|segment| !segment.is_empty()).collect();
    let within = |segment: &&Segment| segment.iter().map(place_of).is_sorted();
    let meet = |pair: &[&Segment]| {
        let [one, next] = pair else { return false };
        one.get(one.len() - 1).map(place_of) <= next.get(0).map(place_of)
    };
    segments.windows(2).all(meet) && segments.par_iter().all(within)
}

fn place(archive: &Archive, ix: ArticleIx) -> Option<(&str, Option<u32>)> {
    archive.get(ix).map(place_of)
}

fn place_of(article: ArticleRef<'_>) -> (&str, Option<u32>) {
    (article.path(), article.item())
}
