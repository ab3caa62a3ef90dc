//! Ingest: files to articles. Walks, decodes, tells the format, cleans, finds metadata and boilerplate, and reports what it
//! could not read. It, `config` and `notes` are the only modules below the state that touch files.
//!
//! Rooms from the lowest to the highest: `source`, `rules`, `formats`, `jobs`, `cache`, `renew`, `load`. None imports a higher one.

pub mod cache;
pub(crate) mod catch_panic;
mod draft;
pub mod formats;
mod id_remap;
pub(crate) mod jobs;
pub mod load;
mod load_event;
pub(crate) mod renew;
pub(crate) mod rules;
pub(crate) mod source;

use std::ops::ControlFlow;
use std::sync::Arc;

use crate::analysis::actors::Gazetteer;
pub use crate::ingest::id_remap::IdRemap;
pub use crate::ingest::load::archive_loader::ArchiveLoader;
pub use crate::ingest::load_event::{Changes, LoadEvent, Options, Origin, Progress, Renewal};
use crate::model::archive::Archive;
use crate::model::problem::Problem;

/// Loads `origin` with all cores and hands each step to `take`, in the order of the list, until it is done or `take` breaks.
pub fn load(origin: &Origin, options: &Options, gazetteer: &Gazetteer, take: &mut dyn FnMut(LoadEvent) -> ControlFlow<()>) {
    ArchiveLoader::new(origin.clone(), options.clone(), None).load(gazetteer, take);
}

/// Loads `origin` to the end: the archive and what could not be read.
#[must_use]
pub fn load_all(origin: &Origin, options: &Options, gazetteer: &Gazetteer) -> (Archive, Vec<Problem>) {
    let (archive, _, problems) =
        load_shelf(&mut ArchiveLoader::new(origin.clone(), options.clone(), None), gazetteer, &mut |_| ());
    (archive, problems)
}

/// Loads `shelf` to the end: the archive, what finds its actors, those that it shows itself among them, and what could not be
/// read. `heard` is told how far it has come.
#[must_use]
pub fn load_shelf(
    shelf: &mut ArchiveLoader,
    gazetteer: &Gazetteer,
    heard: &mut dyn FnMut(Progress),
) -> (Archive, Arc<Gazetteer>, Vec<Problem>) {
    let mut named = Arc::new(gazetteer.clone());
    let (mut archive, mut all_problems) = (Archive::new(Arc::clone(gazetteer.table())), Vec::new());
    shelf.load(gazetteer, &mut |step| {
        match step {
            LoadEvent::Batch { segment, problems, progress } => {
                if let Some(segment) = segment {
                    archive.append(segment);
                }
                all_problems.extend(problems);
                heard(progress);
            }
            LoadEvent::Revised(segments, gazetteer) => {
                for (at, segment) in segments {
                    archive.replace(at, segment);
                }
                archive.name(Arc::clone(gazetteer.table()));
                named = gazetteer;
            }
            LoadEvent::Renewed(Renewal { articles, order, gazetteer, problems, .. }) => {
                named = gazetteer.unwrap_or_else(|| Arc::clone(&named));
                if let Some((segments, _)) = articles {
                    archive = Archive::of(segments, Arc::clone(named.table()));
                    archive.put_in_order(order);
                }
                all_problems = problems;
            }
        }
        ControlFlow::Continue(())
    });
    (archive, named, all_problems)
}
