//! The notes of a list as queries ask for them: made by whoever asks first, so that the loop, which lists them, need not wait.

use std::sync::OnceLock;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use ulid::Ulid;

use crate::model::annotation::Target;
use crate::model::archive::{Archive, ArticleIx};
use crate::notes::state::AnnotationsNow;
use crate::query::evaluate::note_query::NoteRecord;

/// A note of the list.
#[derive(Clone, Debug)]
pub enum NoteSource {
    /// One that was not finished, as queries ask for it.
    Draft(NoteRecord),
    /// An annotation.
    Annotation {
        /// Its identifier.
        id: Ulid,
        /// The article it belongs to.
        article: Option<ArticleIx>,
        /// Whether it has lost its place.
        is_orphan: bool,
    },
}

/// All notes of a list.
#[derive(Debug)]
pub struct NoteRecords {
    listed: Vec<NoteSource>,
    annotations: AnnotationsNow,
    made: OnceLock<Vec<NoteRecord>>,
}

impl NoteRecords {
    /// Those of `listed`, whose annotations are among `annotations`.
    #[must_use]
    pub fn new(listed: Vec<NoteSource>, annotations: AnnotationsNow) -> Self {
        Self { listed, annotations, made: OnceLock::new() }
    }

    /// What queries ask of each, in the order of the list; names of actors are those of `archive`. Whoever asks first waits for as long as it
    /// takes to make them, on all cores.
    #[must_use]
    pub fn get(&self, archive: &Archive) -> &[NoteRecord] {
        self.made.get_or_init(|| self.listed.par_iter().map(|note| self.record(note, archive)).collect())
    }

    /// What a query asks of a note; in one that was deleted meanwhile nothing is found.
    fn record(&self, note: &NoteSource, archive: &Archive) -> NoteRecord {
        let (id, article, is_orphan) = match note {
            NoteSource::Draft(record) => return record.clone(),
            NoteSource::Annotation { id, article, is_orphan } => (*id, *article, *is_orphan),
        };
        let Some(annotation) = self.annotations.get(id) else { return NoteRecord::default() };
        NoteRecord::of(&annotation, article, named(&annotation.target, archive), is_orphan)
    }
}

/// The name of what a note is on, when that is neither words nor an article.
#[must_use]
pub fn named<'a>(target: &'a Target, archive: &'a Archive) -> &'a str {
    match target {
        Target::Actor { id } => archive.actors().by_id(id).map_or(id, |actor| archive.actors().name(actor)),
        Target::Day { day } => day,
        Target::Passage { .. } | Target::Article { .. } => "",
    }
}
