//! Where a command leaves what it asked of an archive, when the ledger of that archive is on. `setup` fills it, `ledger` keeps it.

use std::cell::RefCell;
use std::rc::Rc;

use crate::ingest::Origin;
use crate::model::archive::{Archive, ArticleIx};
use crate::notes::journal::identity;
use crate::notes::ledger::{LedgerEntry, LedgerQuestion};
use crate::notes::state::Notes;
use crate::notes::state::clocks::now;

/// Where a command leaves what it asked, when the ledger of its archive is on.
#[derive(Clone, Debug, Default)]
pub(crate) struct LedgerSlot(Rc<RefCell<Option<(Origin, LedgerEntry)>>>);

impl LedgerSlot {
    /// Takes note of what was asked of the archive of `origin` and of the articles it found, if its ledger is on.
    pub(crate) fn note(&self, notes: &mut Notes, origin: &Origin, query: String, (archive, rows): (&Archive, &[ArticleIx])) {
        if !notes.keeps_any_ledger() {
            return;
        }
        let (open, paths) = identity::archive(origin);
        notes.open_archive(&open, paths);
        notes.set_gone(identity::gone(notes));
        let Some(id) = notes.open_ledger().map(str::to_owned) else { return };
        let command: Vec<String> = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
        if command.first().is_some_and(|name| name == "ledger") {
            return;
        }
        let question = LedgerQuestion { archive: id, time: now(), command, query };
        let entry = LedgerEntry::of(question, archive, rows);
        *self.0.borrow_mut() = Some((origin.clone(), entry));
    }

    /// Leaves of what was found only the article that was read, or none.
    pub(crate) fn narrow_to(&self, ix: Option<ArticleIx>, archive: &Archive) {
        if let Some((_, entry)) = self.0.borrow_mut().as_mut() {
            entry.answer(archive, ix.as_slice());
        }
    }

    /// Leaves of what was found only the articles whose texts have `words`; `rows` gives them, and is not asked while the ledger is off.
    pub(crate) fn narrow(&self, words: &str, archive: &Archive, rows: impl FnOnce() -> Vec<ArticleIx>) {
        if let Some((_, entry)) = self.0.borrow_mut().as_mut() {
            entry.narrow(words, archive, &rows());
        }
    }

    /// What was noted.
    pub(crate) fn take(&self) -> Option<(Origin, LedgerEntry)> {
        self.0.borrow_mut().take()
    }
}
