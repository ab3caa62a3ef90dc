//! How the words of a name are formed: legal forms, initials, ordinals, endings.
//!
//! Plain questions about spellings, asked by `classify` and by whoever joins names.

use crate::analysis::names::common_words::is_common_word;
use crate::analysis::names::kind::number;
use crate::analysis::names::lexicon::{NameLexicon, Tells};
use crate::analysis::names::part::Part;
use crate::analysis::names::rule_words::rule_words;
use crate::analysis::names::words::name_of;
use crate::model::actor::ActorKind;

/// Whether a word is the legal form of a company.
pub(crate) fn is_legal_form(part: &Part<'_>) -> bool {
    rule_words().legal_forms.has_in_any_case(part.text)
}

/// Whether a name is two initials or more with two words behind.
pub(crate) fn is_of_initials(words: &[Part<'_>]) -> bool {
    let initials = words.iter().take_while(|word| word.text.chars().count() == 1).count();
    initials > 1 && words.len() > initials + 1
}

/// Whether a name is a surname and a given name of two syllables, as those of Korea and China are written: `Park Tam-rin`.
pub(crate) fn is_of_syllables(words: &[Part<'_>]) -> bool {
    let [surname, first, second] = words else { return false };
    let small = second.joined && second.text.chars().all(char::is_lowercase);
    small && surname.is_written() && first.is_written() && !first.joined && (2..=5).contains(&second.text.len())
}

/// Whether a name begins as that of a state does: `France Tamra` is called after it as often as it is a woman's name.
pub(crate) fn begins_as_state(first: &Part) -> bool {
    NameLexicon::get().place(name_of([first.hash])) == Some(number(ActorKind::State))
}

/// Whether a word is a Roman number of two digits and more: `XIX`, of a century, a king or a volume.
pub(crate) fn is_roman(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|digit| matches!(digit, b'I' | b'V' | b'X'))
}

/// Whether a word is a Roman number with the ending of an ordinal: `Ve`, `XIXe`.
pub(crate) fn is_ordinal(word: &Part) -> bool {
    let digits = word.text.trim_end_matches(|c: char| c.is_lowercase());
    let ending = word.text.strip_prefix(digits).unwrap_or_default();
    !digits.is_empty() && digits.chars().all(|c| matches!(c, 'I' | 'V' | 'X')) && rule_words().ordinals.has(ending)
}

/// Whether a word ends in capitals, as abbreviations do and surnames do not: `LaTAM`.
pub(crate) fn ends_in_capitals(word: &str) -> bool {
    word.chars().rev().take_while(|c| c.is_uppercase()).count() > 1
}

/// Whether a capital stands inside a word behind four letters and more, as in what is made of two words: `TamraDance`; `MacTavel` is a surname.
pub(crate) fn is_compound(word: &str) -> bool {
    /// Letters of the longest particle that a surname begins with.
    const PARTICLE: usize = 3;
    word.chars().skip(1).position(char::is_uppercase).is_some_and(|at| at >= PARTICLE)
        && word.chars().any(char::is_lowercase)
        && !word.contains(['-', '\'', '’'])
}

/// Whether `word` ends as adjectives of peoples and faiths do.
pub(crate) fn is_demonym(word: &str) -> bool {
    rule_words().demonyms.end(word)
}

/// Whether a word is the plural of an abbreviation, which is of no one: `ISPs`, `MPs`.
pub(crate) fn is_plural_of_letters(word: &str) -> bool {
    word.strip_suffix('s').is_some_and(|letters| letters.len() > 1 && letters.chars().all(char::is_uppercase))
}

/// Whether a hyphen joins a word that is no place and none of the language to the name of a state: `Météo-France`.
pub(crate) fn is_branch(first: &Part, last: &Part) -> bool {
    let place = |part: &Part| NameLexicon::get().place(name_of([part.hash]));
    place(last) == Some(number(ActorKind::State))
        && place(first).is_none()
        && first.class.is_open()
        && !is_common_word(first.text)
}

/// Whether the words are those of a law, of a company without its name, or of the members of something: `Northern Bill`, `Co Inc`, `Affiliates Inc`,
/// `Vorland MPs`.
pub(crate) fn names_nothing(words: &[Part], given: bool) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return true };
    // `Service Inc`, `International Ltd` are what is left of longer names.
    let common = first.tells(Tells::Other) || first.class.head() > 0 || first.class.is(Tells::Portfolio);
    let formless = words.len() == 2 && common && is_legal_form(last) && !rule_words().legal_forms_that_name.has(last.text);
    !given && rule_words().laws.has(last.text) || is_legal_form(first) || formless || is_plural_of_letters(last.text)
}

/// Whether the word at `at` of a name tells of what is no actor; not one that a hyphen joins to a given name (`Jean-Noël`), nor that of a saint
/// by whom a place is called (`Paris Saint-Tamre`), nor a given name that is short for a month.
pub(crate) fn is_other(words: &[Part<'_>], at: usize, given: bool) -> bool {
    let Some(word) = words.get(at) else { return false };
    let saint = rule_words().saints.has(word.text) && words.get(at + 1).is_some_and(|next| next.joined);
    let christened = given && (word.joined || at == 0 && rule_words().given_months.has(word.text));
    word.tells(Tells::Other) && !christened && !saint
}
