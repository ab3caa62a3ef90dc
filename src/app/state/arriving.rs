//! An archive that is loaded and waits for the panes to be able to show it.

use crate::analysis::actors::Gazetteer;
use crate::ingest::IdRemap;
use crate::model::actor::Likeness;
use crate::model::archive::Archive;
use std::sync::Arc;

/// An archive on its way into the panes.
#[derive(Clone, Debug)]
pub struct Arriving {
    /// The archive.
    pub archive: Archive,
    /// Where the articles of the one before it went.
    pub moves: Arc<IdRemap>,
    /// What its names were found with, when that is not what the one before it was read with.
    pub gazetteer: Option<Arc<Gazetteer>>,
    /// Pairs of its actors that may be one.
    pub alike: Arc<Vec<Likeness>>,
}
