//! Names with and without their French article: `Le Tamrin` and `Tamrin`, `TAMRIN` in capitals.
//!
//! Called by `merge` once all names are there.

use crate::analysis::names::kind::number;
use crate::analysis::names::lexicon::Tells;
use crate::analysis::names::merge::draft::{JoinedNames, person};
use crate::analysis::names::merge::known::Known;
use crate::analysis::names::part::parts;
use crate::analysis::names::words::Numbered;
use crate::model::actor::ActorKind;

impl JoinedNames<'_> {
    /// Joins names of one word to the one that has an article before it as its own; persons and places are called by theirs.
    pub(super) fn join_articled(&mut self, known: &Known<'_>) {
        let not = [person(), number(ActorKind::Place), number(ActorKind::State)];
        let mut articled: Numbered<usize> = Numbered::default();
        let mut single: Vec<(u32, usize)> = Vec::new();
        for (at, draft) in self.all.iter().enumerate().filter(|(_, draft)| draft.articles > 0 && !not.contains(&draft.kind)) {
            let own = draft.tallies.iter().map(|tally| &*tally.spelling);
            let listed = draft.known.into_iter().flat_map(|ix| known.spellings(ix));
            for spelling in own.chain(listed) {
                match parts(spelling).as_slice() {
                    [article, word] if article.class.is(Tells::Determiner) && article.is_written() && !word.joined => {
                        articled.entry(word.hash).or_insert(at);
                    }
                    [word] if draft.known.is_none() => single.push((word.hash, at)),
                    _ => {}
                }
            }
        }
        for (word, at) in single {
            if let Some(into) = articled.get(&word) {
                self.absorb(at, *into);
            }
        }
    }
}
