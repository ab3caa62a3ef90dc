//! One group by the name of one of its members and of all of them: `Tamrite` and `Tamrites`, `Vory` and `Vories`.
//!
//! Called by `merge` once all names are there. Persons and places are called by what they are called, media by their titles: `Time` and `Times`.

use std::collections::HashMap;

use crate::analysis::names::kind::number;
use crate::analysis::names::lexicon::NameLexicon;
use crate::analysis::names::merge::draft::{JoinedNames, person};
use crate::analysis::names::part::parts_that_tell;
use crate::model::actor::ActorKind;
use crate::model::candidate::Feature;
use crate::text::fold::fold;

/// Letters of a name that has a plural.
const LETTERS: usize = 4;

impl JoinedNames<'_> {
    /// Joins names of one word to those that are their plurals; what most articles have is shown.
    pub(super) fn join_plurals(&mut self) {
        let not = [person(), number(ActorKind::Place), number(ActorKind::State), number(ActorKind::Media)];
        let mut singulars: HashMap<String, usize> = HashMap::new();
        let mut plurals: Vec<(String, usize)> = Vec::new();
        for (at, draft) in self.all.iter().enumerate().filter(|(_, draft)| draft.known.is_none() && !not.contains(&draft.kind)) {
            let Some(tally) = draft.tallies.first().filter(|tally| NameLexicon::get().place(tally.name).is_none()) else {
                continue;
            };
            let words = parts_that_tell(&tally.spelling);
            let [word] = words.as_slice() else { continue };
            let folded = fold(word.text);
            if folded.chars().count() < LETTERS || word.is_capitals() {
                continue;
            }
            // Of many: `the Tamrites`, `des Tamrites`.
            let of_many = tally.sign(Feature::Plural) + tally.sign(Feature::Article) > 0;
            if let Some(one) = singular(&folded).filter(|_| of_many) {
                plurals.push((one, at));
            }
            singulars.entry(folded).or_insert(at);
        }
        for (one, many) in plurals {
            let Some(one) = singulars.get(&one).copied() else { continue };
            let articles = |at: usize| self.all.get(at).map_or(0, |draft| draft.articles);
            let (from, into) = if articles(one) > articles(many) { (many, one) } else { (one, many) };
            self.absorb(from, into);
        }
    }
}

/// The singular of a folded plural: `tory` of `tories`, `tamrite` of `tamrites`.
fn singular(word: &str) -> Option<String> {
    if let Some(stem) = word.strip_suffix("ies") {
        return Some(format!("{stem}y"));
    }
    word.strip_suffix('s').filter(|stem| !stem.ends_with(['s', 'u', 'i'])).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::singular;

    #[test]
    fn plurals_lead_to_their_singulars() {
        assert_eq!(singular("vories").as_deref(), Some("vory"));
        assert_eq!(singular("tamrites").as_deref(), Some("tamrite"));
        assert_eq!((singular("tamrus"), singular("tamris"), singular("tamra")), (None, None, None));
    }
}
