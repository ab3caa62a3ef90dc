//! Ingest: files to articles. Walks, decodes, tells the format, cleans, finds metadata and furniture, and reports what it
//! could not read. It and `config` are the only modules that read files.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

use crate::analysis::actors::Gazetteer;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::Article;
use crate::model::problem::Problem;

/// What to load.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The sample archive that is built into the program.
    Sample,
    /// Files and folders.
    Paths(Vec<PathBuf>),
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
pub enum Step {
    /// Further articles, behind those of earlier steps, and what could not be read beside them.
    Batch {
        /// The articles.
        articles: Vec<Arc<Article>>,
        /// The problems.
        problems: Vec<Problem>,
        /// How far it has come.
        progress: Progress,
    },
    /// Articles that look different now that the whole archive is known (furniture that repeats).
    Revised(Vec<(ArticleIx, Arc<Article>)>),
}

/// Loads `origin` with all cores and hands each step to `take`, in the order of the list, until it is done or `take` breaks.
pub fn load(origin: &Origin, options: &Options, gazetteer: &Gazetteer, take: &mut dyn FnMut(Step) -> ControlFlow<()>) {
    let _ = (origin, options, gazetteer, take);
}

/// Loads `origin` to the end: the archive and what could not be read.
#[must_use]
pub fn load_all(origin: &Origin, options: &Options, gazetteer: &Gazetteer) -> (Archive, Vec<Problem>) {
    let (mut archive, mut all_problems) = (Archive::new(Arc::clone(gazetteer.table())), Vec::new());
    load(origin, options, gazetteer, &mut |step| {
        match step {
            Step::Batch { articles, problems, .. } => {
                archive.append(articles);
                all_problems.extend(problems);
            }
            Step::Revised(articles) => articles.into_iter().for_each(|(ix, article)| archive.replace(ix, article)),
        }
        ControlFlow::Continue(())
    });
    (archive, all_problems)
}
