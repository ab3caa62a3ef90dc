//! The names of the gazetteer, as discovery compares its own with them.

use std::collections::HashMap;

use crate::analysis::names::kind::number;
use crate::analysis::names::lexicon::NameLexicon;
use crate::analysis::names::part::parts;
use crate::analysis::names::words::Numbered;
use crate::analysis::romanisation::{key, margin};
use crate::model::actor::{ActorIx, ActorTable};

/// The names of the gazetteer by the key of their romanisation, and by their number.
#[derive(Debug)]
pub(super) struct Known<'a> {
    table: &'a ActorTable,
    keys: HashMap<String, Vec<(u16, &'a str)>>,
    names: Numbered<(u16, &'a str)>,
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
        Self { table, keys, names }
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

    /// The number of the kind of the actor at `ix`.
    pub(super) fn kind(&self, ix: u16) -> u8 {
        self.table.get(ActorIx(ix)).map_or(0, |actor| number(actor.kind))
    }

    /// How the actor at `ix` is written.
    pub(super) fn spellings(&self, ix: u16) -> impl Iterator<Item = &'a str> {
        self.table.get(ActorIx(ix)).into_iter().flat_map(|actor| &actor.spellings).map(|spelling| &**spelling)
    }
}
