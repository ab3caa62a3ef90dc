//! A survey: all that the panes show of one selection, computed in one go, away from the keyboard.

use crate::model::archive::{Archive, ArticleIx};
use crate::query::facets::{self, ActorCount, FacetCount};
use crate::query::filter::{Match, Order, filter_with};
use crate::query::index::Index;
use crate::query::selection::Selection;
use crate::query::timeline::{self, Basis, Entry};

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// Which articles.
    pub selection: Selection,
    /// In which order.
    pub order: Order,
    /// Which dates the timeline shows.
    pub basis: Basis,
}

/// What the panes show of a selection.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Survey {
    /// The articles, in the order asked for.
    pub matches: Vec<Match>,
    /// The actors they name.
    pub actors: Vec<ActorCount>,
    /// The months they were published in.
    pub months: Vec<FacetCount>,
    /// Their outlets.
    pub sources: Vec<FacetCount>,
    /// Their languages.
    pub langs: Vec<FacetCount>,
    /// Their timeline, in order of time.
    pub entries: Vec<Entry>,
}

impl Survey {
    /// Answers `request` from `archive`, which `index` is brought up to date with; `None` when `stop` said that nobody waits for
    /// the answer any more.
    #[must_use]
    pub fn of(archive: &Archive, index: &mut Index, request: &Request, stop: &dyn Fn() -> bool) -> Option<Self> {
        index.extend(archive);
        let matches = filter_with(index, &request.selection, request.order, stop);
        let rows: Vec<ArticleIx> = matches.iter().map(|one| one.article).collect();
        (!stop()).then(|| Self {
            actors: facets::actors(archive, &rows),
            months: facets::months(archive, &rows),
            sources: facets::sources(archive, &rows),
            langs: facets::langs(archive, &rows),
            entries: timeline::entries(archive, &rows, request.basis),
            matches,
        })
    }

    /// The row of an article in the list.
    #[must_use]
    pub fn row_of(&self, article: ArticleIx) -> Option<usize> {
        self.matches.iter().position(|one| one.article == article)
    }
}
