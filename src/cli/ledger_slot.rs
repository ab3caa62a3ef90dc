//! Where a command leaves what it asked of an archive, when the ledger of that archive is on. `setup` fills it, `ledger` keeps it.

use std::cell::RefCell;
use std::rc::Rc;

use rayon::slice::ParallelSliceMut as _;

use crate::ingest::Origin;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::segment::ArticleRef;
use crate::notes::clocks::now;
use crate::notes::identity;
use crate::notes::ledger::{IDENTIFIERS, LedgerEntry, tree_root};
use crate::notes::state::Notes;

/// Where a command leaves what it asked, when the ledger of its archive is on.
#[derive(Clone, Debug, Default)]
pub(crate) struct LedgerSlot(Rc<RefCell<Option<(Origin, LedgerEntry)>>>);

impl LedgerSlot {
    /// Takes note of what was asked of the archive of `origin` and of the articles it found, if its ledger is on.
    pub(crate) fn note(&self, notes: &Notes, origin: &Origin, query: String, (archive, rows): (&Archive, &[ArticleIx])) {
        let (id, _) = identity::archive(origin);
        if !notes.keeps_ledger(&id) {
            return;
        }
        let command: Vec<String> = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
        if command.first().is_some_and(|name| name == "ledger") {
            return;
        }
        let found = || rows.iter().filter_map(|ix| archive.get(*ix));
        let few = rows.len() <= IDENTIFIERS;
        let entry = LedgerEntry {
            archive: id,
            time: now(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            command,
            query,
            fingerprint: fingerprint(archive),
            articles: archive.len(),
            found: rows.len(),
            result: tree_root(found().map(ArticleRef::sha256)),
            identifiers: found().filter(|_| few).map(|article| article.id().to_string()).collect(),
        };
        *self.0.borrow_mut() = Some((origin.clone(), entry));
    }

    /// What was noted.
    pub(crate) fn take(&self) -> Option<(Origin, LedgerEntry)> {
        self.0.borrow_mut().take()
    }
}

/// The root of the hash tree over the digests of all articles, in the order of the digests: files may be moved and renamed.
pub(crate) fn fingerprint(archive: &Archive) -> String {
    let mut digests: Vec<[u8; 32]> = archive.iter().map(|(_, article)| article.sha256()).collect();
    digests.par_sort_unstable();
    tree_root(digests)
}
