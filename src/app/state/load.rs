//! The loading of the archive, and what it could not read.
//!
//! A part of [`crate::app::state::State`]; plain data.

use crate::app::loading::Loading;
use crate::app::state::arriving::Arriving;
use crate::model::problem::Problem;

/// The loading of the archive, and what it could not read.
#[derive(Clone, Debug)]
pub struct LoadState {
    /// The archive that takes its place as soon as the panes can show it.
    pub pending: Option<Arriving>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// How the loading stands.
    pub progress: Loading,
    /// Whether the person asked for this loading and waits to hear what came of it.
    pub rescanning: bool,
}
