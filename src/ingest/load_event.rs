//! What a loading is asked for and what it tells: the origin, the options, the steps.
//!
//! Plain data between `ingest` and whoever loads: the command line gathers the steps, the reading room shows each as it comes.

use std::path::PathBuf;
use std::sync::Arc;

use crate::analysis::actors::Gazetteer;
use crate::ingest::id_remap::IdRemap;
use crate::model::column::Column;
use crate::model::problem::Problem;
use crate::model::segment::Segment;

/// What to load.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The sample archive that is built into the program.
    Sample,
    /// Files and folders.
    Paths(Vec<PathBuf>),
    /// The bytes of one file that is none on disk, such as what comes on stdin.
    Given(Arc<[u8]>),
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
pub enum LoadEvent {
    /// Further articles, behind those of earlier steps, and what could not be read beside them.
    Batch {
        /// The articles; `None` when there are no new ones.
        segment: Option<Arc<Segment>>,
        /// The problems.
        problems: Vec<Problem>,
        /// How far it has come.
        progress: Progress,
    },
    /// Segments with articles that look different now that the whole archive is known (boilerplate that repeats, actors that no
    /// list knows), by place, and the actors they are read with.
    Revised(Vec<(usize, Arc<Segment>)>, Arc<Gazetteer>),
    /// The archive as it is now, in the place of all that earlier steps gave.
    Renewed(Renewal),
}

/// An archive in the place of an earlier one.
#[derive(Clone, Debug, Default)]
pub struct Renewal {
    /// All articles, and where those of the archive before it went; `None` when they are the same.
    pub articles: Option<(Vec<Arc<Segment>>, Arc<IdRemap>)>,
    /// The places of all articles by date, when they are known.
    pub order: Option<Column<u32>>,
    /// The actors they are read with; `None` when they are the same.
    pub gazetteer: Option<Arc<Gazetteer>>,
    /// All that could not be read.
    pub problems: Vec<Problem>,
    /// What has changed on disk; `None` when nobody has looked yet.
    pub changes: Option<Changes>,
}

/// How many files are not what they were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that were not there.
    pub new: usize,
    /// Files with other contents.
    pub changed: usize,
    /// Files that are no longer there.
    pub gone: usize,
}

impl Changes {
    /// Whether nothing has changed.
    #[must_use]
    pub fn is_none(self) -> bool {
        self == Self::default()
    }
}
