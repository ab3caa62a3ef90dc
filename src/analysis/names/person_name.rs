//! The parts of a person's name: given name, middle names, surname, and which of several generations bears it.
//!
//! One table for whoever joins persons or suggests that two are one: a middle name may be left out or cut to its letter (`Robert S. Varn`), a
//! letter before a given name too (`K. Michael Doss`), and the generation (`Varn III`). What two names have both must agree, so that brothers
//! and fathers stay apart from each other. Pure over spellings.

use crate::analysis::names::lexicon::Tells;
use crate::analysis::names::part::Part;
use crate::analysis::names::rule_words::rule_words;
use crate::text::fold::fold;

/// A name between the given name and the surname.
#[derive(Clone, Debug, PartialEq, Eq)]
enum MiddleName {
    Letter(char),
    Whole(String),
}

/// The parts of a name of several words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PersonName {
    /// The number of the given name.
    pub(crate) given: u32,
    /// The number of the last word that is no generation.
    pub(crate) surname: u32,
    lead: Option<char>,
    middle: Vec<MiddleName>,
    generation: Option<String>,
}

impl PersonName {
    /// The parts of the name with these words; `None` for one word.
    pub(crate) fn of(words: &[Part<'_>]) -> Option<Self> {
        let (named, generation) = without_generation(words);
        let lead = lead_of(named);
        let [given, middle @ .., surname] = named.get(usize::from(lead.is_some())..)? else { return None };
        let middle = middle.iter().filter_map(middle_name).collect();
        Some(Self { given: given.hash, surname: surname.hash, lead, middle, generation })
    }

    /// Whether the name has more than a given name, middle names and a surname: by this much it may be somebody else's.
    pub(crate) fn is_fuller(&self) -> bool {
        self.lead.is_some() || self.generation.is_some()
    }

    /// Whether both say of what the name is made, and not the same: `George H. W. Varn` and `George W. Varn`, `Varn Sr.` and `Varn Jr.`
    pub(crate) fn differs(&self, other: &Self) -> bool {
        let both = |one: &Option<char>, other: &Option<char>| matches!((one, other), (Some(one), Some(other)) if one != other);
        self.differs_in_generation(other) || both(&self.lead, &other.lead) || are_apart(&self.middle, &other.middle)
    }

    /// Whether each says which generation it is of, and not the same.
    pub(crate) fn differs_in_generation(&self, other: &Self) -> bool {
        matches!((&self.generation, &other.generation), (Some(one), Some(other)) if one != other)
    }
}

/// The words of a name without the generation at its end, and that: `Robert Varn III`, `Karim Doss Jr.`
pub(crate) fn without_generation<'a, 'b>(words: &'a [Part<'b>]) -> (&'a [Part<'b>], Option<String>) {
    match words.split_last() {
        Some((last, named)) if named.len() > 1 && rule_words().generations.has(last.text) => (named, Some(fold(last.text))),
        _ => (words, None),
    }
}

/// The letter before the given name by which somebody is called: `K. Michael Doss`.
fn lead_of(words: &[Part<'_>]) -> Option<char> {
    let [lead, given, _, ..] = words else { return None };
    let letter = letter_of(lead)?;
    (given.class.is(Tells::Given) && letter_of(given).is_none()).then_some(letter)
}

fn letter_of(word: &Part<'_>) -> Option<char> {
    let folded = fold(word.text);
    let mut letters = folded.chars();
    letters.next().filter(|_| letters.next().is_none())
}

/// A middle name; a particle is of the surname.
fn middle_name(word: &Part<'_>) -> Option<MiddleName> {
    let named = word.is_written() && !word.class.is(Tells::Particle);
    named.then(|| letter_of(word).map_or_else(|| MiddleName::Whole(fold(word.text)), MiddleName::Letter))
}

/// Whether two lists of middle names are of two persons: both have some, and they are not the same in order, whole or by their letters.
fn are_apart(one: &[MiddleName], other: &[MiddleName]) -> bool {
    let same = |(one, other): (&MiddleName, &MiddleName)| match (one, other) {
        (MiddleName::Letter(letter), MiddleName::Whole(name)) | (MiddleName::Whole(name), MiddleName::Letter(letter)) => {
            name.starts_with(*letter)
        }
        (one, other) => one == other,
    };
    !one.is_empty() && !other.is_empty() && (one.len() != other.len() || !one.iter().zip(other).all(same))
}

#[cfg(test)]
mod tests {
    use super::PersonName;
    use crate::analysis::names::part::parts_that_tell;

    fn name(spelling: &str) -> PersonName {
        PersonName::of(&parts_that_tell(spelling)).unwrap()
    }

    #[test]
    fn what_two_names_have_both_must_agree() {
        for (one, other) in [
            ("Robert S. Varnow III", "Robert Varnow"),
            ("Robert S. Varnow", "Robert Samuel Varnow"),
            ("K. Michael Tarvel", "Michael Tarvel"),
            ("Karim Doss Jr.", "Karim Doss"),
        ] {
            let (one, other) = (name(one), name(other));
            assert!(!one.differs(&other) && !other.differs(&one), "{one:?} {other:?}");
            assert_eq!((one.given, one.surname), (other.given, other.surname));
        }
        for (one, other) in [
            ("George H.W. Varnow", "George W. Varnow"),
            ("Karim Doss Jr.", "Karim Doss Sr."),
            ("K. Michael Tarvel", "J. Michael Tarvel"),
            ("Robert Samuel Varnow", "Robert Thomas Varnow"),
        ] {
            assert!(name(one).differs(&name(other)), "{one} {other}");
        }
    }
}
