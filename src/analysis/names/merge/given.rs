//! Short given names: `Ed Varn` and `Edward Varn`, `Bob Tarvel` and `Robert Tarvel`, `K. Doss` and `Karim Doss` are one person.
//!
//! Called by `merge` once all names in full are there.

use std::collections::HashMap;

use crate::analysis::names::lexicon::NameLexicon;
use crate::analysis::names::merge::draft::{JoinedNames, person};
use crate::analysis::names::part::parts_that_tell;
use crate::analysis::names::person_name::PersonName;
use crate::analysis::names::rule_words::rule_words;
use crate::text::fold::fold;

/// A surname that more persons bear is one of those that say little of who is meant.
const CROWD: usize = 24;

/// A short given name that is the beginning of the long one has at most so many letters, and lacks at least so many.
const SHORT: usize = 5;
const LACKS: usize = 2;

impl JoinedNames<'_> {
    /// Joins persons of one surname of whom one is called by the short form of the other's given name, and nobody else of that name may be.
    pub(super) fn join_short_given(&mut self) {
        let mut bearers: HashMap<u32, Vec<(usize, String, PersonName)>> = HashMap::new();
        for (at, draft) in self.all.iter().enumerate().filter(|(_, draft)| draft.kind == person() && draft.known.is_none()) {
            let Some(tally) = draft.tallies.first() else { continue };
            let words = parts_that_tell(&tally.spelling);
            let (Some(first), Some(name)) = (words.first(), PersonName::of(&words)) else { continue };
            bearers.entry(name.surname).or_default().push((at, fold(first.text), name));
        }
        let mut joined = Vec::new();
        for named in bearers.values().filter(|named| (2..CROWD).contains(&named.len())) {
            for (short, given, name) in named.iter().filter(|(.., name)| !name.is_fuller()) {
                // `G. H. W. Varn` is no `George W. Varn`.
                let mut longer = named.iter().filter(|(_, other, full)| is_short_of(given, other) && !name.differs(full));
                // `Ed` of an `Edward` and an `Edwin` is either.
                if let (Some((long, ..)), None) = (longer.next(), longer.next()) {
                    joined.push((*short, *long));
                }
            }
        }
        joined.sort_unstable();
        for (short, long) in joined {
            self.absorb(short, long);
        }
    }
}

/// Whether two names begin with the given name of a man and that of a woman made of it: `Karim Doss`, `Karima Doss`.
pub(super) fn are_man_and_woman(one: &str, other: &str) -> bool {
    let given = |name: &str| name.split_once([' ', '-']).map(|(first, _)| fold(first));
    let (Some(one), Some(other)) = (given(one), given(other)) else { return false };
    let made = |man: &str, woman: &str| woman.strip_prefix(man).is_some_and(|rest| rule_words().feminines.has(rest));
    made(&one, &other) || made(&other, &one)
}

/// Whether `short` is a short form of the given name `long`: a listed one, or its beginning; not the man's name for the woman's (`Paul`,
/// `Paula`; `Daniel`, `Danielle`).
fn is_short_of(short: &str, long: &str) -> bool {
    if NameLexicon::get().is_short_given(short, long) {
        return true;
    }
    let letters = short.chars().count();
    let Some(rest) = long.strip_prefix(short) else { return false };
    // `B. Tarvel`.
    if letters == 1 {
        return !rest.is_empty();
    }
    let feminine = rule_words().diminutives.has(rest);
    (2..=SHORT).contains(&letters) && rest.chars().count() >= LACKS && !feminine
}

/// Whether one name is the other with the ending of a land: `Tamrazon` and `Tamrazonie` are two, however alike they sound.
pub(super) fn is_land_of(one: &str, other: &str) -> bool {
    const ENDINGS: &[&str] = &["ie", "ia"];
    let (long, short) = if one.len() > other.len() { (one, other) } else { (other, one) };
    let (long, short) = (fold(long), fold(short));
    long.strip_prefix(&*short).is_some_and(|ending| ENDINGS.contains(&ending))
}

#[cfg(test)]
mod tests {
    use super::is_short_of;

    #[test]
    fn a_short_form_is_listed_or_the_beginning() {
        for (short, long) in [
            ("ed", "edward"),
            ("fred", "frederik"),
            ("bob", "robert"),
            ("tony", "anthony"),
            ("alex", "alexandra"),
            ("k", "karim"),
        ] {
            assert!(is_short_of(short, long), "{short} of {long}");
        }
        for (short, long) in [("jean", "jeanne"), ("paul", "paula"), ("daniel", "danielle"), ("edward", "ed"), ("anna", "anna")] {
            assert!(!is_short_of(short, long), "{short} of {long}");
        }
    }
}
