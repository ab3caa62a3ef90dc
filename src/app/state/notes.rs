//! What the reader marks and writes: all of it, the open article's part, and what is on its way to the disk.
//!
//! A part of [`crate::app::state::State`]; plain data.

use crate::app::panes::annotations::Marks;
use crate::app::state::noted_places::NotedPlaces;
use crate::app::state::reanchor_state::ReanchorState;
use crate::app::state::tag_stats::TagStats;
use crate::app::state::unsaved::Unsaved;
use crate::app::widget::prompt::PromptKind;
use crate::config::cite::Cite;
use crate::config::colors::MarkColors;
use crate::model::property::typed;
use crate::notes::action::{Action, NoteSubject};
use crate::notes::anchor_check::ReviewItem;
use crate::notes::corrections::article_corrections::ArticleCorrections;
use crate::notes::querying::annotation_facts::Snapshot;
use crate::notes::state::Notes;
use std::collections::HashSet;
use std::sync::Arc;
use ulid::Ulid;

/// What the reader marks and writes: all of it, the open article's part, and what is on its way to the disk.
#[derive(Clone, Debug, Default)]
pub struct NotesState {
    /// What the reader has marked and written.
    pub all: Notes,
    /// What was corrected of articles, as the notes say.
    pub corrections: ArticleCorrections,
    /// What of it is not on the disk yet.
    pub unsaved: Unsaved,
    /// The notes as queries were answered with them last; `None` since they changed.
    pub snapshot: Option<Arc<Snapshot>>,
    /// Where annotations stand, and which of them are to be reviewed.
    pub reanchor: ReanchorState,
    /// The tags and colours that were used; `None` since the notes changed.
    pub tag_stats: Option<Arc<TagStats>>,
    /// Where notes on actors and days stand; `None` since the notes changed.
    pub(crate) places: Option<Arc<NotedPlaces>>,
    /// The notes that another window or device is writing, as its drafts tell.
    pub drafted_elsewhere: HashSet<Ulid>,
    /// The annotations of the open article.
    pub open: Marks,
    /// The annotation visited last.
    pub visited: Option<Ulid>,
    /// The colours of highlights.
    pub colors: MarkColors,
    /// How a quotation is copied with its source.
    pub citation_style: Cite,
    /// The title of this run's dossiers, once it was asked; empty for the name of the archive.
    pub title: Option<String>,
    /// The file that was exported to last.
    pub(crate) exported: Option<String>,
    /// The line and the file of the export that is being written, to ask again when it cannot be.
    pub(crate) export_prompt: Option<(PromptKind, String)>,
    /// The file of an export that waits for its title.
    pub exporting: Option<String>,
    /// The colour marked in last.
    pub last_color: Option<String>,
    /// What of the questions is in the ledger.
    pub ledger: LedgerState,
}

/// What of the questions that were asked is in the ledger.
#[derive(Clone, Debug, Default)]
pub struct LedgerState {
    /// The search that was looked at last.
    pub answered: u64,
    /// The query that stood then; `None` for all articles.
    pub query: Option<String>,
}

impl NotesState {
    /// All that has a place in an article is to be examined again: the archive is another one, or the notes are.
    pub fn review_anew(&mut self) {
        let facts = self.all.facts_of_articles().map(|(key, _)| ReviewItem::Facts(Arc::new(key.clone())));
        self.reanchor.restart(self.all.ids().map(ReviewItem::Annotation).chain(facts));
        self.list_texts();
    }

    /// Takes note of which notes `action`, done elsewhere, says are being written there.
    pub fn see_drafts(&mut self, action: &Action) {
        for change in &action.changes {
            let (NoteSubject::Annotation(id), Some(draft)) = (&change.of, change.set.get(typed::Draft)) else { continue };
            let drafted = &mut self.drafted_elsewhere;
            if draft.is_some() {
                drafted.insert(*id)
            } else {
                drafted.remove(id)
            };
        }
    }

    /// Lists the notes of which several texts were written. Each can be settled by keeping one of them, or by joining all.
    pub fn list_texts(&mut self) {
        let ways = |id| self.all.other_texts(id).len() + 2;
        let texts = self.all.written_twice().into_iter().map(|id| (id, ways(id))).collect();
        self.reanchor.set_texts(texts);
    }
}
