//! Which articles are wanted, how that was understood, and in which order.
//!
//! A part of [`crate::app::state::State`]; plain data.

use crate::app::state::query_history::History;
use crate::query::matching::marker::Marker;
use crate::query::matching::names::{OutletCounts, SavedQueries};
use crate::query::results::filter::Sorting;
use crate::query::selection::Selection;
use std::sync::Arc;

/// Which articles are wanted, how that was understood, and in which order.
#[derive(Clone, Debug)]
pub struct FilterState {
    /// Which articles are wanted.
    pub selection: Selection,
    /// What of the query shows in lines and texts.
    pub marker: Arc<Marker>,
    /// How the query was understood, piece by piece.
    pub understood: Vec<String>,
    /// The queries of the configuration.
    pub saved: SavedQueries,
    /// The outlets of the whole archive, as of the last search without a filter.
    pub(crate) outlets: OutletCounts,
    /// The queries asked before.
    pub history: History,
    /// The order the person chose; `None` is the query's own, else by date, or by match while words are filtered for.
    pub order: Option<Sorting>,
}
