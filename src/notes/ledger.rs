//! The ledger of a research: what was asked of an archive, when, of which state of it, and what came of it. Kept in the journal, an entry an
//! action, so that it is synchronised and saved as notes are, and deleted as they are.
//!
//! `cli/ledger` starts, shows, exports and replays it.

use std::collections::HashMap;

use rayon::slice::ParallelSliceMut as _;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::model::annotation::hexadecimal;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::property::{Property, typed};
use crate::model::segment::ArticleRef;
use crate::notes::action::{FieldChange, NoteSubject};
use crate::notes::state::Notes;
use ulid::Ulid;

/// What stands at an archive whose ledger is on.
const ON: &str = "on";

/// What stands for the program's name and its flags where something was done in the reading room.
pub(crate) const ROOM: &str = "room";
/// The command that prints one article.
const READ: &str = "read";
/// What stands there for a correction, as on the command line.
pub(crate) const SET: &str = "set";

/// Identifiers that an entry holds, at most; of more the digest alone tells whether they are the same.
pub(crate) const IDENTIFIERS: usize = 5000;

/// An entry: one question and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerEntry {
    /// The archive that was asked, by its identifier.
    pub(crate) archive: String,
    /// When, in milliseconds since 1970 UTC.
    pub(crate) time: u64,
    /// The version of the program.
    pub(crate) version: String,
    /// The words of the command line, without the name of the program.
    pub command: Vec<String>,
    /// The query that all flags made, with the order, as it is typed.
    pub query: String,
    /// The root of the hash tree over all articles of the archive.
    pub(crate) fingerprint: String,
    /// How many articles the archive had.
    pub(crate) articles: usize,
    /// The words that were looked for in the texts of what the query found, when there were any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) words: Option<String>,
    /// How many were found.
    pub found: usize,
    /// The root of the hash tree over those, in their order.
    pub(crate) result: String,
    /// Their identifiers, unless there are too many.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) identifiers: Vec<String>,
}

/// A question that was asked of an archive, before its answer is kept.
#[derive(Clone, Debug)]
pub struct LedgerQuestion {
    /// The archive, by its identifier.
    pub(crate) archive: String,
    /// When, in milliseconds since 1970 UTC.
    pub(crate) time: u64,
    /// The words of the command line, or those for what was done in the reading room.
    pub command: Vec<String>,
    /// The query with the order, as it is typed.
    pub query: String,
}

impl LedgerEntry {
    /// The entry of `question`, which found the articles `rows` of `archive`, in this order.
    #[must_use]
    pub fn of(question: LedgerQuestion, archive: &Archive, rows: &[ArticleIx]) -> Self {
        let LedgerQuestion { archive: asked, time, command, query } = question;
        let mut entry = Self {
            archive: asked,
            time,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            command,
            query,
            words: None,
            fingerprint: fingerprint(archive),
            articles: archive.len(),
            found: 0,
            result: String::new(),
            identifiers: Vec::new(),
        };
        entry.answer(archive, rows);
        entry
    }
}

impl LedgerEntry {
    /// The command as one types it in a shell.
    #[must_use]
    pub fn command_line(&self) -> String {
        let is_plain = |c: char| c.is_alphanumeric() || "-_./:=@%+,~".contains(c);
        let quoted = |word: &String| match word {
            plain if !plain.is_empty() && plain.chars().all(is_plain) => plain.clone(),
            other => format!("'{}'", other.replace('\'', "'\\''")),
        };
        self.command.iter().map(quoted).collect::<Vec<_>>().join(" ")
    }

    /// Whether it can be asked again: a correction made in the reading room or with `set` is kept, but asks nothing. It changed what it found.
    /// Nor does an article that was read.
    #[must_use]
    pub(crate) fn is_question(&self) -> bool {
        let words = self.command.strip_prefix(&[ROOM.to_owned()]).unwrap_or(&self.command);
        words.first().is_none_or(|word| word != SET && word != READ)
    }

    /// Leaves of what was found only `rows`, those whose texts have `words`.
    pub(crate) fn narrow(&mut self, words: &str, archive: &Archive, rows: &[ArticleIx]) {
        self.words = Some(words.to_owned());
        self.answer(archive, rows);
    }

    /// Leaves of what was found only `rows`.
    pub(crate) fn answer(&mut self, archive: &Archive, rows: &[ArticleIx]) {
        let found = || rows.iter().filter_map(|ix| archive.get(*ix));
        let few = rows.len() <= IDENTIFIERS;
        self.found = rows.len();
        self.result = tree_root(found().map(ArticleRef::sha256));
        self.identifiers = found().filter(|_| few).map(|article| article.id().to_string()).collect();
    }
}

/// The root of the hash tree over the digests of all articles, in the order of the digests: files may be moved and renamed.
pub(crate) fn fingerprint(archive: &Archive) -> String {
    let mut digests: Vec<[u8; 32]> = archive.iter().map(|(_, article)| article.sha256()).collect();
    digests.par_sort_unstable();
    tree_root(digests)
}

impl Notes {
    /// The archive in whose ledger is kept what is asked of the open one; `None` while none is on. It is the open one when its own is on, or that
    /// of its folder under another name; else the part of it whose ledger is on.
    pub(crate) fn open_ledger(&self) -> Option<&str> {
        let open = self.archive_id();
        if self.keeps_ledger(open) {
            return Some(open);
        }
        let mut on: Vec<&str> = self.ledgers_on().collect();
        on.sort_unstable_by_key(|archive| (!self.is_gone(archive), *archive));
        let archive = on.into_iter().find(|archive| self.is_ledger_here(archive))?;
        Some(if self.is_gone(archive) { open } else { archive })
    }

    /// The archives whose ledger is on.
    fn ledgers_on(&self) -> impl Iterator<Item = &str> {
        self.archives().map(|(archive, _)| archive).filter(|archive| self.keeps_ledger(archive))
    }

    /// Whether the ledger of any archive is on.
    pub(crate) fn keeps_any_ledger(&self) -> bool {
        self.ledgers_on().next().is_some()
    }

    /// Whether a folder that is gone had a ledger, so that what the open archive holds says whose it is.
    pub(crate) fn has_gone_ledger(&self) -> bool {
        self.ledgers_on().any(|archive| self.is_gone(archive)) || self.entries().any(|(_, entry)| self.is_gone(&entry.archive))
    }

    /// Whether the ledger of `archive` belongs to the open one: it is the same or a part of it, or its folder is gone and something that was found there
    /// is here. What was asked of a folder that nothing was found in is taken for this one's.
    pub(crate) fn is_ledger_here(&self, archive: &str) -> bool {
        if !self.is_gone(archive) {
            return self.is_home(archive);
        }
        let found = self.entries().filter(|(_, entry)| entry.archive == archive).flat_map(|(_, entry)| entry.identifiers);
        let found: Vec<String> = found.collect();
        found.is_empty() || found.iter().any(|id| self.has_bytes(id))
    }

    fn entries(&self) -> impl Iterator<Item = (Ulid, LedgerEntry)> {
        self.ledger_texts().filter_map(|(id, text)| Some((id, serde_json::from_str::<LedgerEntry>(text).ok()?)))
    }

    /// What turns the ledger of `archive` on or off.
    #[must_use]
    pub fn switch_ledger(archive: &str, on: bool) -> FieldChange {
        let value = on.then(|| Box::from(ON));
        FieldChange::new(NoteSubject::Archive(archive.to_owned()), [Property::Ledger(value)])
    }

    /// Whether the ledger of `archive` is on.
    pub(crate) fn keeps_ledger(&self, archive: &str) -> bool {
        let record = self.own_record(&NoteSubject::Archive(archive.to_owned()));
        record.is_some_and(|record| record.get(typed::Ledger).is_some_and(Option::is_some))
    }

    /// What adds `entry` under a new identifier.
    pub(crate) fn ledger_change(&mut self, entry: &LedgerEntry) -> FieldChange {
        // Only maps with keys that are no strings, and there are none, could fail.
        let text = serde_json::to_string(entry).unwrap_or_default();
        FieldChange::new(NoteSubject::Annotation(self.new_id()), [Property::Ledger(Some(text.into()))])
    }

    /// What deletes the entry `id`.
    pub(crate) fn ledger_deletion_of(id: Ulid) -> FieldChange {
        FieldChange::new(NoteSubject::Annotation(id), [Property::Ledger(None)])
    }

    /// What deletes all entries of the open archive and turns its ledger off.
    pub(crate) fn ledger_deletion(&self) -> Vec<FieldChange> {
        let entries = self.ledger().into_iter().map(|(id, _)| Self::ledger_deletion_of(id));
        entries.chain(self.ledger_stop()).collect()
    }

    /// What turns the ledger of the open archive off, under whatever name it was turned on.
    pub(crate) fn ledger_stop(&self) -> Vec<FieldChange> {
        self.ledgers_on()
            .filter(|archive| self.is_ledger_here(archive))
            .map(|archive| Self::switch_ledger(archive, false))
            .collect()
    }

    /// The entries of the open archive, the oldest first.
    #[must_use]
    pub fn ledger(&self) -> Vec<(Ulid, LedgerEntry)> {
        let mut here: HashMap<String, bool> = HashMap::new();
        let mut is_here = |archive: &str| *here.entry(archive.to_owned()).or_insert_with(|| self.is_ledger_here(archive));
        self.entries().filter(|(_, entry)| is_here(&entry.archive)).collect()
    }
}

/// The root of a Merkle hash tree over `leaves` in their order, in hexadecimal (RFC 6962, section 2.1, with SHA-256): the same leaves give the same
/// root, and no other leaves do.
pub(crate) fn tree_root(leaves: impl IntoIterator<Item = [u8; 32]>) -> String {
    let digest = |lead: u8, parts: &[&[u8]]| -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update([lead]);
        for part in parts {
            hash.update(part);
        }
        hash.finalize().into()
    };
    // Complete subtrees that wait for a right neighbour, each with its height.
    let mut open: Vec<(u32, [u8; 32])> = Vec::new();
    for leaf in leaves {
        let mut node = (0, digest(0, &[&leaf]));
        while let Some((height, left)) = open.pop_if(|(height, _)| *height == node.0) {
            node = (height + 1, digest(1, &[&left, &node.1]));
        }
        open.push(node);
    }
    let root = open.into_iter().rev().map(|(_, node)| node).reduce(|right, left| digest(1, &[&left, &right]));
    hexadecimal(&root.unwrap_or_else(|| Sha256::digest([]).into()))
}

#[cfg(test)]
mod tests {
    use super::{LedgerEntry, tree_root};

    #[test]
    fn commands_are_told_as_a_shell_takes_them() {
        let command = |words: &[&str]| LedgerEntry {
            archive: String::new(),
            time: 0,
            version: String::new(),
            command: words.iter().map(|word| (*word).to_owned()).collect(),
            query: String::new(),
            words: None,
            fingerprint: String::new(),
            articles: 0,
            found: 0,
            result: String::new(),
            identifiers: Vec::new(),
        };
        let told = command(&["set", "headline", "L'été", "", "-q", "actor:iraq date:>2020", "dépêches/"]).command_line();
        assert_eq!(told, r"set headline 'L'\''été' '' -q 'actor:iraq date:>2020' dépêches/");
        assert!(command(&["room", "filter", "x"]).is_question() && !command(&["room", "set", "headline", "x"]).is_question());
    }

    #[test]
    fn the_root_is_that_of_the_standard_and_tells_any_change() {
        assert!(tree_root([]).starts_with("e3b0c44298fc1c14"));
        let leaf = |byte: u8| [byte; 32];
        let roots: Vec<String> = (0..6).map(|count| tree_root((0..count).map(leaf))).collect();
        assert!(roots.iter().enumerate().all(|(at, root)| !roots[..at].contains(root)));
        assert_ne!(tree_root([leaf(1), leaf(2)]), tree_root([leaf(2), leaf(1)]));
        // Three leaves: the tree of the first two, then the third.
        let node = |lead: u8, parts: &[&[u8]]| -> Vec<u8> {
            use sha2::{Digest as _, Sha256};
            let all: Vec<u8> = std::iter::once(lead).chain(parts.concat()).collect();
            Sha256::digest(&all).to_vec()
        };
        let [one, two, three] = [0, 1, 2].map(|byte| node(0, &[&leaf(byte)]));
        let root = node(1, &[&node(1, &[&one, &two]), &three]);
        assert_eq!(roots[3], crate::model::annotation::hexadecimal(&root));
    }
}
