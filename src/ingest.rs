//! Ingest: files to articles. Walks, decodes, tells the format, cleans, finds metadata and furniture, and reports what it
//! could not read. It and `config` are the only modules that read files.

mod about;
mod assemble;
mod beside;
mod binding;
mod byline;
pub mod cache;
mod caption;
mod catalogue;
mod controls;
mod credit;
mod crew;
mod decode;
/// Public for its measurement alone: see `benches/ingest.rs`.
#[doc(hidden)]
pub mod document;
mod draft;
mod feed;
mod fields;
mod filename;
mod flat;
mod format;
mod fragment;
mod furniture;
mod gathering;
mod glance;
mod guard;
mod header;
mod headline;
mod html;
mod inline;
mod job;
mod json;
mod lang;
mod lines;
mod mail;
mod markdown;
mod moves;
mod notices;
mod outlet;
mod page;
mod phrases;
mod plain;
mod read;
mod renewal;
mod repetition;
mod revision;
mod sample;
mod settling;
mod sheet;
mod shelf;
mod stamp;
mod step;
mod walk;

use std::ops::ControlFlow;
use std::sync::Arc;

use crate::analysis::actors::Gazetteer;
pub use crate::ingest::moves::Moves;
pub use crate::ingest::shelf::Shelf;
pub use crate::ingest::step::{Changes, Options, Origin, Progress, Renewal, Step};
use crate::model::archive::Archive;
use crate::model::problem::Problem;

/// Loads `origin` with all cores and hands each step to `take`, in the order of the list, until it is done or `take` breaks.
pub fn load(origin: &Origin, options: &Options, gazetteer: &Gazetteer, take: &mut dyn FnMut(Step) -> ControlFlow<()>) {
    Shelf::new(origin.clone(), options.clone(), None).load(gazetteer, take);
}

/// Loads `origin` to the end: the archive and what could not be read.
#[must_use]
pub fn load_all(origin: &Origin, options: &Options, gazetteer: &Gazetteer) -> (Archive, Vec<Problem>) {
    let (archive, _, problems) = load_shelf(&mut Shelf::new(origin.clone(), options.clone(), None), gazetteer, &mut |_| ());
    (archive, problems)
}

/// Loads `shelf` to the end: the archive, what finds its actors, those that it shows itself among them, and what could not be
/// read. `heard` is told how far it has come.
#[must_use]
pub fn load_shelf(
    shelf: &mut Shelf,
    gazetteer: &Gazetteer,
    heard: &mut dyn FnMut(Progress),
) -> (Archive, Arc<Gazetteer>, Vec<Problem>) {
    let mut named = Arc::new(gazetteer.clone());
    let (mut archive, mut all_problems) = (Archive::new(Arc::clone(gazetteer.table())), Vec::new());
    shelf.load(gazetteer, &mut |step| {
        match step {
            Step::Batch { segment, problems, progress } => {
                if let Some(segment) = segment {
                    archive.append(segment);
                }
                all_problems.extend(problems);
                heard(progress);
            }
            Step::Revised(segments, gazetteer) => {
                for (at, segment) in segments {
                    archive.replace(at, segment);
                }
                archive.name(Arc::clone(gazetteer.table()));
                named = gazetteer;
            }
            Step::Renewed(Renewal { articles, gazetteer, problems, .. }) => {
                named = gazetteer.unwrap_or_else(|| Arc::clone(&named));
                if let Some((segments, _)) = articles {
                    archive = Archive::of(segments, Arc::clone(named.table()));
                }
                all_problems = problems;
            }
        }
        ControlFlow::Continue(())
    });
    (archive, named, all_problems)
}
