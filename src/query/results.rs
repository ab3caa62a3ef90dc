//! Search results: all that the panes show of one selection, computed away from the keyboard. The list comes first, the overview of
//! what is in it after, so that a key is answered before everything is counted.
//!
//! `filter` orders the articles, `folding` puts copies under their leader, `facets` counts, `elsewhere` says where an empty selection would
//! find something. They ask `query::evaluate` and know no screen.

pub mod elsewhere;
pub mod facets;
pub mod filter;
pub mod folding;

use std::borrow::Cow;
use std::sync::Arc;

use crate::model::actor::ActorIx;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::date::Interval;
use crate::query::evaluate::{Reach, Stop};
use crate::query::index;
use crate::query::index::Index;
use crate::query::index::groups::ArticleGroups;
use crate::query::language::ast::{Direction, Expr};
use crate::query::language::keyword::SortKey;
use crate::query::matching::terms::text_pattern;
use crate::query::results::elsewhere::{Elsewhere, elsewhere};
use crate::query::results::facets::{ActorCount, FacetCount};
use crate::query::results::filter::{Listing, Match, Sorting, filter_with, listing};
use crate::query::results::folding::Origins;
use crate::query::selection::{Facet, Selection};
use crate::query::timeline::{Basis, Chronology, TimelineEntry};
use crate::text::span::Span;

/// The entries of a timeline that are held at most; people do not look at more, and an archive may tell of millions.
const ENTRIES: usize = 20_000;

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchRequest {
    /// Which articles.
    pub selection: Selection,
    /// In which order.
    pub order: Vec<Sorting>,
    /// Which dates the timeline shows.
    pub basis: Basis,
    /// What tells copies apart where each text is to count once; `None` counts articles.
    pub origins: Option<Arc<Origins>>,
    /// The families and stories of the archive, where they are known.
    pub groups: Option<ArticleGroups>,
}

/// What the panes show of a selection.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchResults {
    /// The articles, in the order asked for.
    pub matches: Arc<Vec<Match>>,
    /// The row of the list from which on bare words stand in texts alone.
    pub in_texts: Option<usize>,
    /// What is in them.
    pub overview: Arc<Overview>,
}

/// What is in the articles of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    /// The actors they name.
    pub actors: Vec<ActorCount>,
    /// What the selection can be narrowed or widened by.
    pub choices: Choices,
    /// Their timeline.
    pub chronology: Chronology,
    /// Where the entries are told, by article, then by place.
    by_place: Vec<Told>,
    /// The days between which the archive was published, without the few that stand apart.
    pub published: Option<Interval>,
    /// When there are no articles: what would find some.
    pub elsewhere: Vec<Elsewhere>,
}

/// A list of articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArticleList {
    /// The articles, in the order asked for.
    pub matches: Arc<Vec<Match>>,
    /// The row from which on bare words stand in texts alone; `None` when they do so nowhere, or here and there.
    pub in_texts: Option<usize>,
}

/// The facets that can be picked, kind by kind. Facets of one kind are alternatives, so each kind is counted as if none of its
/// own facets were on: what is not chosen yet can still be seen and added.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// Actors, those in most articles first.
    pub actors: Vec<FacetCount>,
    /// Months of publication, newest first, as if neither months nor days were chosen.
    pub months: Vec<FacetCount>,
    /// Outlets.
    pub sources: Vec<FacetCount>,
    /// Languages.
    pub langs: Vec<FacetCount>,
}

/// The articles that `request` wants of `archive`, in order; `index` is brought up to date with it. `None` when `stop` said that
/// nobody waits for the answer any more.
#[must_use]
pub fn list(archive: &Archive, index: &mut Index, request: &SearchRequest, stop: Stop<'_>) -> Option<ArticleList> {
    reached(archive, index, request, (Reach::Texts, stop))
}

/// Those that the names in them tell, ahead of [`list`]; `None` as well when no bare word is looked for in texts.
#[must_use]
pub fn first_list(archive: &Archive, index: &mut Index, request: &SearchRequest, stop: Stop<'_>) -> Option<ArticleList> {
    let reaches = request.selection.query().root().is_some_and(reaches_texts);
    if reaches { reached(archive, index, request, (Reach::Names, stop)) } else { None }
}

fn reached(archive: &Archive, index: &mut Index, request: &SearchRequest, reach: (Reach, Stop<'_>)) -> Option<ArticleList> {
    index.extend(archive);
    if let Some(groups) = &request.groups {
        index.share(groups);
    }
    let Listing { matches, in_texts } = listing(index, &request.selection.combined(archive.actors()), &request.order, reach)?;
    Some(ArticleList { matches: Arc::new(matches), in_texts })
}

/// Whether a bare word is looked for in texts.
fn reaches_texts(expr: &Expr) -> bool {
    match expr {
        Expr::And(parts) | Expr::Or(parts) => parts.iter().any(reaches_texts),
        Expr::Saved(saved) => saved.query.root().is_some_and(reaches_texts),
        Expr::Term(term) => text_pattern(term).is_some(),
        Expr::Not(_) | Expr::Clause(_) => false,
    }
}

/// All of `archive` by date, when that is what `request` wants: no index is needed to show it.
#[must_use]
pub fn everything(archive: &Archive, request: &SearchRequest) -> Option<ArticleList> {
    let wanted = request.selection.is_empty() && request.order.iter().all(|order| *order == (SortKey::Date, Direction::Natural));
    let found = |article| Match { article, score: 0 };
    let whole = || match archive.order() {
        Some(order) => order.iter().map(|at| found(ArticleIx(*at))).collect(),
        None => index::by_date(archive).0.into_iter().map(found).collect(),
    };
    wanted.then(|| ArticleList { matches: Arc::new(whole()), in_texts: None })
}

impl SearchResults {
    /// Answers `request` from `archive`, which `index` is brought up to date with; `None` when `stop` said that nobody waits for
    /// the answer any more.
    #[must_use]
    pub fn of(archive: &Archive, index: &mut Index, request: &SearchRequest, stop: Stop<'_>) -> Option<Self> {
        let ArticleList { matches, in_texts } = list(archive, index, request, stop)?;
        let overview = Arc::new(Overview::of(index, request, &matches, stop)?);
        Some(Self { matches, in_texts, overview })
    }

    /// The row of an article in the list.
    #[must_use]
    pub fn row_of(&self, article: ArticleIx) -> Option<usize> {
        self.matches.iter().position(|one| one.article == article)
    }
}

impl Choices {
    /// Gives the actors the places that `follow` says they have now; those it knows nothing of are left out.
    pub fn follow_actors(&mut self, follow: &impl Fn(ActorIx) -> Option<ActorIx>) {
        self.actors.retain_mut(|count| match &mut count.facet {
            Facet::Actor(actor) => follow(*actor).map(|now| *actor = now).is_some(),
            _ => true,
        });
    }
}

impl Overview {
    /// Gives the actors the places that `follow` says they have now; those it knows nothing of are left out.
    pub fn follow_actors(&mut self, follow: &impl Fn(ActorIx) -> Option<ActorIx>) {
        self.actors.retain_mut(|count| follow(count.actor).map(|now| count.actor = now).is_some());
        self.choices.follow_actors(follow);
    }

    /// What is in `matches`, which `request` found in what `index` indexes; `None` when `stop` said so.
    #[must_use]
    pub fn of(index: &Index, request: &SearchRequest, matches: &[Match], stop: Stop<'_>) -> Option<Self> {
        let (archive, rows) = (index.archive(), articles(matches));
        let counted = once(request, &rows);
        let of_kind = |is_kind: fn(&Facet) -> bool| alternatives((index, request), &counted, is_kind, stop);
        let actors = facets::actors(archive, &counted);
        let choices = Choices {
            actors: match of_kind(|facet| matches!(facet, Facet::Actor(_)))? {
                Cow::Borrowed(_) => facets::actor_choices(&actors),
                Cow::Owned(others) => facets::actor_choices(&facets::actors(archive, &others)),
            },
            months: facets::months(archive, &of_kind(|facet| matches!(facet, Facet::Month(_) | Facet::Date(_)))?),
            sources: facets::sources(index, &of_kind(|facet| matches!(facet, Facet::Source(_)))?),
            langs: facets::langs(archive, &of_kind(|facet| matches!(facet, Facet::Lang(_)))?),
        };
        if stop() {
            return None;
        }
        let chronology = Chronology::of((archive, index.known_stories()), &rows, request.basis, ENTRIES);
        let told = |(at, entry): (usize, &TimelineEntry)| -> Vec<Told> {
            entry.places().map(|(article, timex)| (article, timex.map_or(0, Span::first), at)).collect()
        };
        let mut by_place: Vec<Told> = chronology.entries.iter().enumerate().flat_map(told).collect();
        by_place.sort_unstable();
        let elsewhere = if matches.is_empty() {
            elsewhere(index, (request.selection.query(), &request.selection.facets), stop)?
        } else {
            Vec::new()
        };
        (!stop()).then_some(Self { actors, choices, chronology, by_place, elsewhere, published: index.published() })
    }

    /// The entry an article stands at: the last told at or before the byte `offset` of its body, else its first.
    #[must_use]
    pub fn entry_at(&self, article: ArticleIx, offset: usize) -> Option<usize> {
        let behind = self.by_place.partition_point(|(told, place, _)| (*told, *place) <= (article, offset));
        let own = |(told, ..): &&Told| *told == article;
        let before = behind.checked_sub(1).and_then(|at| self.by_place.get(at)).filter(own);
        before.or_else(|| self.by_place.get(behind).filter(own)).map(|(.., entry)| *entry)
    }
}

/// Where an entry is told: an article, the first byte of the words that date it there, and the entry.
type Told = (ArticleIx, usize, usize);

/// Those of `rows` that are counted: all, or the first of each text.
fn once<'a>(request: &SearchRequest, rows: &'a [ArticleIx]) -> Cow<'a, [ArticleIx]> {
    request.origins.as_ref().map_or(Cow::Borrowed(rows), |origins| Cow::Owned(origins.once(rows)))
}

fn articles(matches: &[Match]) -> Vec<ArticleIx> {
    matches.iter().map(|one| one.article).collect()
}

/// The articles the selection would want without its facets of one kind; `rows` when it has none of that kind.
fn alternatives<'a>(
    (index, request): (&Index, &SearchRequest),
    rows: &'a [ArticleIx],
    is_kind: fn(&Facet) -> bool,
    stop: Stop<'_>,
) -> Option<Cow<'a, [ArticleIx]>> {
    if !request.selection.facets.iter().any(is_kind) {
        return Some(Cow::Borrowed(rows));
    }
    let mut others = request.selection.clone();
    others.facets.retain(|facet| !is_kind(facet));
    let query = others.combined(index.archive().actors());
    let others = articles(&filter_with(index, &query, &[], stop)?);
    Some(Cow::Owned(once(request, &others).into_owned()))
}
