//! The names of the gazetteer, as discovery compares its own with them.

use std::collections::HashMap;

use crate::analysis::names::kind::number;
use crate::analysis::names::lexicon::NameLexicon;
use crate::analysis::names::part::parts;
use crate::analysis::names::words::Numbered;
use crate::analysis::romanisation::{key, margin};
use crate::model::actor::{ActorIx, ActorKind, ActorTable};

/// The names of the gazetteer by the key of their romanisation, and by their number.
#[derive(Debug)]
pub(super) struct Known<'a> {
    table: &'a ActorTable,
    keys: HashMap<String, Vec<(u16, &'a str)>>,
    names: Numbered<(u16, &'a str)>,
    /// The parties by a word that their members are called, or that is short for them; the states by their letters.
    parties: Numbered<u16>,
}

impl<'a> Known<'a> {
    pub(super) fn new(table: &'a ActorTable) -> Self {
        let mut keys: HashMap<String, Vec<(u16, &str)>> = HashMap::new();
        let mut names: Numbered<(u16, &str)> = Numbered::default();
        for (ix, actor) in table.iter() {
            for spelling in actor.spellings.iter().filter(|spelling| spelling.contains([' ', '-'])) {
                if let Some(key) = key(spelling) {
                    keys.entry(key).or_default().push((ix.0, spelling));
                }
                let words: Vec<u32> = parts(spelling).iter().map(|part| part.hash).collect();
                names.entry(NameLexicon::get().name(&words)).or_insert((ix.0, spelling));
            }
        }
        Self { table, keys, names, parties: parties(table) }
    }

    /// The one actor that `spelling` is a romanisation of.
    pub(super) fn find(&self, spelling: &str) -> Option<u16> {
        let near = self.keys.get(&key(spelling)?)?;
        let mut found = near.iter().filter_map(|(ix, known)| Some((margin(spelling, known)?, *ix))).collect::<Vec<_>>();
        found.sort_unstable();
        let (_, first) = found.first()?;
        found.iter().all(|(_, ix)| ix == first).then_some(*first)
    }

    /// The actor that a spelling with the number `name` names, with the spelling.
    pub(super) fn named(&self, name: u32) -> Option<(u16, &'a str)> {
        self.names.get(&name).copied()
    }

    /// The party or the state of the list that a word is short for.
    pub(super) fn party(&self, name: u32) -> Option<u16> {
        self.parties.get(&name).copied()
    }

    /// The number of the kind of the actor at `ix`.
    pub(super) fn kind(&self, ix: u16) -> u8 {
        self.table.get(ActorIx(ix)).map_or(0, |actor| number(actor.kind))
    }

    /// How the actor at `ix` is written.
    pub(super) fn spellings(&self, ix: u16) -> impl Iterator<Item = &'a str> {
        self.table.get(ActorIx(ix)).into_iter().flat_map(|actor| &actor.spellings).map(|spelling| &**spelling)
    }
}

/// The parties of `table` by each of their names of one word, and the states by their abbreviations.
fn parties(table: &ActorTable) -> Numbered<u16> {
    /// Shorter words are abbreviations, which mean something else elsewhere.
    const LETTERS: usize = 5;
    let mut parties: Numbered<u16> = Numbered::default();
    for (ix, actor) in table.iter().filter(|(_, actor)| !actor.discovered) {
        let is_told = |spelling: &str| match actor.kind {
            ActorKind::Party => spelling.chars().count() >= LETTERS,
            ActorKind::State => is_all_capitals(spelling),
            _ => false,
        };
        for spelling in actor.spellings.iter().filter(|spelling| is_told(spelling)) {
            if let [word] = parts(spelling).as_slice() {
                parties.entry(NameLexicon::get().name(&[word.hash])).or_insert(ix.0);
            }
        }
    }
    parties
}

/// Whether `text` has nothing but capitals and stops.
fn is_all_capitals(text: &str) -> bool {
    text.chars().all(|c| c.is_uppercase() || c == '.')
}
