//! What stands around the name of an agency, in words: the small questions that tell a credit from a mention. Called by `line`.

use crate::analysis::agencies::asset::NamedAgency;
use crate::analysis::names::lexicon::Tells;
use crate::analysis::names::part::parts;
use crate::text::fold::fold;

/// Words that join an agency to whom it signs with.
const JOINERS: &[&str] = &[
    "avec", "with", "et", "and", "und", "mit", "con", "y", "via", "par", "by", "from", "source", "sources", "the", "l'", "les",
    "agences", "agencies", "agence", "agency",
];
/// Those behind which even a form that means other things is an agency.
const SIGNING: &[&str] = &["avec", "with", "mit", "via", "source", "sources"];
/// What makes it the credit of a picture, folded.
const PICTURES: &[&str] = &[
    "photo",
    "photos",
    "photographie",
    "photographe",
    "image",
    "images",
    "getty",
    "credit",
    "picture",
    "pictures",
    "video",
    "infographie",
    "graphics",
];
/// Words before an agency whose word is taken.
const ACCORDING: &[&str] = &[
    "d'apres l'",
    "d'apres",
    "d'apres la",
    "d'apres les",
    "selon l'",
    "selon",
    "selon la",
    "according to",
    "according to the",
    "citing",
    "citing the",
    "d'apres l'agence",
    "selon l'agence",
    "according to news agency",
    "laut",
    "segun",
    "secondo l'",
    "secondo",
    "d'apres une depeche",
    "depeche",
    "depeche de l'",
    "depeche de l'agence",
    "telegramme",
    "telegramme de l'agence",
    "informations de l'agence",
    "information de l'agence",
    "service",
    "correspondance",
];
/// Words behind an agency that tells something.
const TELLS: &[&str] = &[
    "rapporte",
    "annonce",
    "mande",
    "communique",
    "publie",
    "ecrit",
    "apprend",
    "telegraphie",
    "a rapporte",
    "a annonce",
    "a indique",
    "a publie",
    "a mande",
    "a communique",
    "a fait savoir",
    "indique",
    "dement",
    "est autorisee",
    "croit savoir",
    "recoit",
    "reported",
    "reports",
    "news agency",
    "said",
    "has learned",
    "meldet",
    "berichtet",
    "informa",
];
/// Words that say to whom something was said: an agency there was spoken to.
const SPOKEN_TO: &[&str] = &[
    "a",
    "a l'",
    "a la",
    "a l'agence",
    "told",
    "to",
    "aupres de",
    "aupres de l'",
    "par",
    "par l'",
    "par l'agence",
    "by",
    "by the",
];

/// What a newspaper says of a report that was wired to the agency it prints: `On mande de Berne à l'agence Havas que …`.
const WIRED: &[&str] = &["on mande", "on telegraphie", "on ecrit", "on telephone", "on cable", "mande-t-on", "telegraphie-t-on"];

/// The words of `text`, folded, without punctuation at their ends.
fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let trimmed = folded.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'').to_owned());
    trimmed.filter(|word| !word.is_empty()).collect()
}

/// The end of `text`, about as many bytes as the longest of what is looked for.
pub(super) fn end_of(text: &str) -> &str {
    let mut from = text.len().saturating_sub(64);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    text.get(from..).unwrap_or_default()
}

/// The start of `text`.
pub(super) fn start_of(text: &str) -> &str {
    let mut to = text.len().min(64);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    text.get(..to).unwrap_or_default()
}

/// Whether nothing but punctuation is in `text`.
pub(super) fn is_bare(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

/// Whether `text` begins with a dash that is set off, or with one that a stop goes before.
pub(super) fn opens_with_dash(text: &str) -> bool {
    let rest = text.trim_start_matches([' ', '.', '\u{a0}', ')']);
    let spaced = rest.len() < text.len();
    rest.strip_prefix(['–', '—']).is_some() || rest.strip_prefix(['-', '_']).is_some_and(|rest| spaced || rest.starts_with(' '))
}

/// Whether a sentence ends before, or nothing stands there.
pub(super) fn is_closed(text: &str) -> bool {
    let text = text.trim_end();
    text.is_empty() || text.ends_with(['.', '!', '?', '»', '”', '"', '…', ':'])
}

/// Whether `text` ends with a dash or the sign of copyright.
pub(super) fn ends_with_dash(text: &str) -> bool {
    text.trim_end().ends_with(['–', '—', '©', '-', '/'])
}

/// Whether `text` without the agencies `named` in it says nothing but what joins them, or a name of two words and a day.
pub(super) fn only_joins(text: &str, named: &[NamedAgency], most: usize) -> bool {
    let mut rest = text.to_owned();
    let mut forms: Vec<&str> = named.iter().flat_map(|one| one.agency.forms.iter().map(|form| &**form)).collect();
    forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
    for form in forms {
        rest = rest.replace(form, " ");
    }
    let left = words(&rest)
        .into_iter()
        .filter(|word| !JOINERS.contains(&word.as_str()) && !word.starts_with(|c: char| c.is_ascii_digit()));
    left.count() <= most
}

/// Whether `text` ends with a word or a sign behind which an agency signs; `sure` where its name means nothing else.
pub(super) fn ends_signing(text: &str, sure: bool) -> bool {
    let last = words(end_of(text)).pop().unwrap_or_default();
    let last = last.as_str();
    let marked = text.trim_end().ends_with(['/', '|', '·', '•', '©', '–', '—', ',']) || text.ends_with(" - ");
    SIGNING.contains(&last) || sure && (marked || ["et", "and", "par", "by", "from", "und"].contains(&last))
}

/// Whether the line is about a picture.
pub(super) fn is_picture(line: &str) -> bool {
    words(start_of(line)).iter().any(|word| PICTURES.contains(&word.as_str()))
}

/// Whether the words before and behind an agency say that its word is taken.
pub(super) fn is_source(before: &str, after: &str) -> bool {
    let ahead = fold(end_of(before));
    let ahead = ahead.trim_end_matches([' ', '"']);
    let ends = |phrases: &[&str]| {
        let whole = |phrase: &&str| ahead.strip_suffix(*phrase).is_some_and(|head| !head.ends_with(char::is_alphanumeric));
        phrases.iter().any(whole)
    };
    let behind = fold(start_of(after));
    let told = behind.trim_start_matches([' ', ',']);
    let opens = |phrase: &&str| told.strip_prefix(*phrase).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let wired = || ends(SPOKEN_TO) && WIRED.iter().any(|words| ahead.contains(words));
    ends(ACCORDING) || wired() || TELLS.iter().any(opens) && !ends(SPOKEN_TO)
}

/// Whether the text before a bracket names the agency in full, or in the words it abbreviates, so that the bracket only explains.
pub(super) fn is_explained(before: &str, named: &NamedAgency, short: &str) -> bool {
    let before = before.trim_end();
    let long = named.agency.forms.iter().any(|form| form.len() > short.len() + 3 && fold(end_of(before)).ends_with(&fold(form)));
    let letters: Vec<char> = short.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let mut initials: Vec<char> = words(end_of(before))
        .iter()
        .flat_map(|word| word.split(['\'', '-']).map(str::to_owned).collect::<Vec<_>>())
        .filter(|word| word.len() > 2)
        .filter_map(|word| word.chars().next())
        .collect();
    let initials = initials.split_off(initials.len().saturating_sub(letters.len()));
    long || letters.len() >= 2 && letters.len() <= 5 && initials == letters
}

/// Whether the word at the end of `before` is a title or a given name, so that what follows is somebody's surname.
pub(super) fn bears_name(before: &str) -> bool {
    let word = before.trim_end_matches([' ', '.', '\u{a0}']);
    let word = word.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let class = || parts(word).first().is_some_and(|part| part.class.is(Tells::Title) || part.class.is(Tells::Given));
    before.ends_with([' ', '\u{a0}']) && word.starts_with(char::is_uppercase) && class()
}
