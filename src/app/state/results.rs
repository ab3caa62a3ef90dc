//! What the workers found for the filter, and what was asked of them.
//!
//! A part of [`crate::app::state::State`]; plain data.

use crate::app::panes::hit_counts::HitCounts;
use crate::app::state::generations::Generations;
use crate::query::results::Choices;
use crate::query::results::SearchResults;
use crate::query::results::filter::Sorting;
use crate::query::selection::Selection;

/// What the workers found for the filter, and what was asked of them.
#[derive(Clone, Debug, Default)]
pub struct ResultsState {
    /// What the panes show of the selection.
    pub current: SearchResults,
    /// The facets of the whole archive, as of the last search without a filter.
    pub widest: Choices,
    /// What the last search was asked for, and in which order.
    pub(crate) asked: (Selection, Vec<Sorting>),
    /// The searches that were asked for.
    pub generations: Generations,
    /// The hits of the articles in view.
    pub hits: HitCounts,
}
