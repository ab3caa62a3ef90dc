//! How the words of a name are formed: legal forms, initials, ordinals, endings.
//!
//! Plain questions about spellings, asked by `classify` and by whoever joins names.

use crate::analysis::names::part::Part;

/// The legal forms of companies, which a name has or has not.
const LEGAL_FORMS: [&str; 19] = [
    "inc",
    "incorporated",
    "limited",
    "ltd",
    "co",
    "corp",
    "corporation",
    "llc",
    "plc",
    "ag",
    "sa",
    "gmbh",
    "spa",
    "nv",
    "holding",
    "holdings",
    "sarl",
    "sas",
    "pty",
];

/// Whether a word is the legal form of a company.
pub(crate) fn is_legal_form(part: &Part<'_>) -> bool {
    LEGAL_FORMS.iter().any(|form| part.text.eq_ignore_ascii_case(form))
}

/// Whether a name is two initials or more with two words behind.
pub(crate) fn is_of_initials(words: &[Part<'_>]) -> bool {
    let initials = words.iter().take_while(|word| word.text.chars().count() == 1).count();
    initials > 1 && words.len() > initials + 1
}

/// Whether a word is a Roman number with the ending of an ordinal: `Ve`, `XIXe`.
pub(crate) fn is_ordinal(word: &Part) -> bool {
    let digits = word.text.trim_end_matches(|c: char| c.is_lowercase());
    let ending = word.text.strip_prefix(digits).unwrap_or_default();
    !digits.is_empty() && digits.chars().all(|c| matches!(c, 'I' | 'V' | 'X')) && matches!(ending, "e" | "er" | "ème" | "ère")
}

/// Whether a word ends in capitals, as abbreviations do and surnames do not: `LaTAM`.
pub(crate) fn ends_in_capitals(word: &str) -> bool {
    word.chars().rev().take_while(|c| c.is_uppercase()).count() > 1
}

/// Whether `word` ends as adjectives of peoples and faiths do.
pub(crate) fn is_demonym(word: &str) -> bool {
    ["an", "ish", "ese", "i", "ic", "ist", "ch", "ite", "ean", "ian"].iter().any(|end| word.ends_with(end))
}
