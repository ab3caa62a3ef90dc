//! Surnames of two words (`Santos Varel`, `Le Tavel`), the two orders of a name (`Tan Wei`, `Wei Tan`), and the forms of a group that
//! are one: `Lib Dem` and `Lib Dems`, `Conservatives` and `Conservative Party`.
//!
//! Called by `merge` once all names in full are there.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::analysis::names::kind::number;
use crate::analysis::names::lexicon::{NameLexicon, Tells};
use crate::analysis::names::merge::draft::{JoinedName, JoinedNames, person};
use crate::analysis::names::merge::known::Known;
use crate::analysis::names::merge::shorts::Short;
use crate::analysis::names::part::{Part, parts_that_tell};
use crate::analysis::names::rule_words::rule_words;
use crate::analysis::names::words::{NumberSet, Numbered};
use crate::model::actor::ActorKind;
use crate::text::fold::fold;

/// Bearers of one surname that are looked at.
const BEARERS: usize = 64;

impl JoinedNames<'_> {
    /// Tells companies among the drafts of no known kind, or whom a given name alone told, by their names with a legal form.
    pub(super) fn tell_forms(&mut self, companies: &NumberSet) {
        for name in companies {
            let draft = self.full.get(name).and_then(|at| self.all.get_mut(*at));
            // What shares and orders stand in is no place, when no list knows it as one.
            let place = number(ActorKind::Place);
            let untold = |kind: u8| kind == 0 || kind == person() || kind == place && NameLexicon::get().place(*name).is_none();
            if let Some(draft) = draft.filter(|draft| draft.known.is_none() && untold(draft.kind)) {
                draft.kind = number(ActorKind::Organisation);
            }
        }
    }

    /// Takes names that are the last two words of persons' names for those persons: the one that is named far more often, else whoever the
    /// article names in full.
    pub(super) fn join_surnames(&mut self, known: &Known<'_>) -> Vec<(u32, Short)> {
        let bearers = self.by_surname(known);
        let mut shorts = Vec::new();
        for at in 0..self.all.len() {
            let Some((name, first)) = self.all.get(at).and_then(surname_alone) else { continue };
            let Some(of) = bearers.get(&name).filter(|of| !of.contains(&at) && !first) else { continue };
            let mut of = of.clone();
            let articles = |at: &usize| self.all.get(*at).map_or(0, |draft| draft.articles);
            of.sort_by_key(|at| (Reverse(articles(at)), *at));
            of.truncate(BEARERS);
            let alone = of.get(1).is_none_or(|second| of.first().map_or(0, articles) >= articles(second) * 3);
            let Some(draft) = self.all.get_mut(at) else { continue };
            (draft.articles, draft.kind) = (0, person());
            for tally in std::mem::take(&mut draft.tallies) {
                self.full.remove(&tally.name);
                shorts.push((tally.name, Short { bearers: of.clone(), alone }));
            }
        }
        shorts
    }

    /// The persons of three words and more by the number of the last two.
    fn by_surname(&self, known: &Known<'_>) -> Numbered<Vec<usize>> {
        let mut bearers: Numbered<Vec<usize>> = Numbered::default();
        for (at, draft) in self.all.iter().enumerate().filter(|(_, draft)| draft.kind == person()) {
            let own = draft.tallies.iter().map(|tally| &*tally.spelling);
            let listed = draft.known.into_iter().flat_map(|ix| known.spellings(ix));
            for spelling in own.chain(listed) {
                let words = parts_that_tell(spelling);
                let [first, .., before, last] = words.as_slice() else { continue };
                let open =
                    words.len() > 2 && first.class.is(Tells::Given) && !before.class.is(Tells::Given) && before.text.len() > 1;
                let of = bearers.entry(NameLexicon::get().name(&[before.hash, last.hash])).or_default();
                if open && of.last() != Some(&at) {
                    of.push(at);
                }
            }
        }
        bearers
    }

    /// Joins names of two words in the two orders of family and given name, and the plural or the short form of a group.
    pub(super) fn join_turned(&mut self) {
        let mut turned: HashMap<(u32, u32), usize> = HashMap::new();
        let mut groups: HashMap<String, usize> = HashMap::new();
        let mut joined: Vec<(usize, usize)> = Vec::new();
        let mut order: Vec<usize> = (0..self.all.len()).collect();
        order.sort_by_key(|at| (Reverse(self.all.get(*at).map_or(0, |draft| draft.articles)), *at));
        for at in order {
            let Some(draft) = self.all.get(at).filter(|draft| draft.known.is_none()) else { continue };
            let Some(name) = draft.tallies.first() else { continue };
            let words = parts_that_tell(&name.spelling);
            if let ([one, other], true) = (words.as_slice(), draft.kind == person() || draft.kind == 0) {
                // `Paul Simon` is not `Simon Paul`.
                let both = one.class.is(Tells::Given) && other.class.is(Tells::Given);
                // Of the two orders one may not show that somebody is meant.
                let is_person = |at: usize| self.all.get(at).is_some_and(|draft| draft.kind == person());
                match turned.get(&(other.hash, one.hash)) {
                    Some(first) if !both && (is_person(at) || is_person(*first)) => joined.push((at, *first)),
                    _ => drop(turned.entry((one.hash, other.hash)).or_insert(at)),
                }
            }
            if [0, number(ActorKind::Party), number(ActorKind::Media)].contains(&draft.kind) {
                for form in forms_of_group(&words, draft.kind) {
                    match groups.get(&form) {
                        Some(first) => joined.push((at, *first)),
                        None => drop(groups.insert(form, at)),
                    }
                }
            }
        }
        for (from, into) in joined {
            self.absorb(from, into);
        }
    }
}

/// The number of a draft that is a surname of two words by itself, and whether it begins with a given name.
fn surname_alone(draft: &JoinedName<'_>) -> Option<(u32, bool)> {
    let name = draft.tallies.first().filter(|_| draft.known.is_none())?;
    let words = parts_that_tell(&name.spelling);
    let [first, last] = words.as_slice() else { return None };
    // What stands beside it may tell another kind (`la présidente du parti Le Tavel`); a word of its own tells more.
    let told = first.class.head() == 0 && last.class.head() == 0 && draft.kind != number(ActorKind::Place);
    (draft.kind == 0 || draft.kind == person() || told)
        .then(|| (NameLexicon::get().name(&[first.hash, last.hash]), first.class.is(Tells::Given)))
}

/// The forms by which a group is found again: its words with the last one in the singular (`Lib Dems`), and of a party also what its members
/// are called (`Conservatives` of the `Conservative Party`).
fn forms_of_group(words: &[Part<'_>], kind: u8) -> Vec<String> {
    let plain = |words: &[Part<'_>]| {
        let folded: Vec<String> = words.iter().map(|word| fold(word.text)).collect();
        let joined = folded.join(" ");
        joined.strip_suffix('s').map_or(joined.clone(), str::to_owned)
    };
    let party = number(ActorKind::Party);
    match words {
        // `TRV` and `TRVTV`.
        [letters] if letters.is_capitals() => {
            let channel = rule_words().channels.cut(letters.text).filter(|rest| rest.chars().count() > 1);
            vec![fold(channel.unwrap_or(letters.text))]
        }
        [members] if members.text.ends_with('s') && members.text.len() > 5 => vec![plain(words)],
        [of, head] if kind == party && head.class.head() == party && rule_words().parties.has(head.text) => vec![plain(&[*of])],
        [_, .., last] if !last.is_capitals() && last.text.len() > 2 => vec![plain(words)],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::forms_of_group;
    use crate::analysis::names::kind::number;
    use crate::analysis::names::part::parts_that_tell;
    use crate::model::actor::ActorKind;

    #[test]
    fn a_group_has_one_form() {
        let form = |name: &str, kind| forms_of_group(&parts_that_tell(name), number(kind));
        assert_eq!(form("Lib Dems", ActorKind::Party), form("Lib Dem", ActorKind::Party));
        assert_eq!(form("Conservatives", ActorKind::Party), form("Conservative Party", ActorKind::Party));
        assert_ne!(form("Conservative Club", ActorKind::Organisation), form("Conservatives", ActorKind::Party));
    }
}
