//! Sentences that a page printed without a space between them: `au calme.Le maire`.
//!
//! Scraped pages lose the ends of their paragraphs in this way. What is no end stays whole: hosts, files, addresses, initials; of
//! abbreviations `abbreviation` knows. All that is asked stands within [`REACH`] bytes, so that any part of a text tells the same.

use crate::text::sentence::marks::{last_word, leads_in};

/// Bytes behind a mark within which it is told what follows it.
const REACH: usize = 96;

/// What hosts and files end with; a word that stands alone behind a stop and is one of these is no sentence.
const SUFFIXES: &[&str] = &[
    "com", "org", "fr", "ch", "uk", "gov", "edu", "io", "tv", "js", "pdf", "html", "htm", "php", "docx", "xls", "xlsx", "jpg",
    "jpeg", "png", "gif", "zip", "txt", "csv", "json", "xml",
];

/// Whether a sentence begins with `next`, which a mark parts from `before` with nothing between; `closed` when a closing mark stands
/// behind the mark.
pub(super) fn is_glued(before: &str, next: &str, closed: bool) -> bool {
    // `LONDON, 23 Apr.- The mill …`: a dash goes on.
    if next.starts_with(['-', '–', '—', '•', '(', '[']) {
        return false;
    }
    let opened = next.trim_start_matches(leads_in);
    let opens = opened.len() < next.len();
    let ends = closed || ends_word(before.trim_end(), opens);
    ends && (begins_sentence(opened) || begins_shouted(opened)) && !is_name(before, opened)
}

/// Whether a straight quotation mark at the head of `text`, right behind a mark, opens what follows: the next one closes it.
pub(super) fn opens_quotation(text: &str) -> bool {
    let end = (0..=REACH.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let Some(behind) = text.get(1..end.max(1)).filter(|behind| begins_sentence(behind)) else { return false };
    behind.find('"').and_then(|at| behind.get(..at)).is_some_and(|quoted| !quoted.ends_with(char::is_whitespace))
}

/// Whether what ends here can end a sentence that no space follows: a word in small letters, a long abbreviation, a number, a quotation.
fn ends_word(before: &str, opens: bool) -> bool {
    let mut letters = before.chars().rev();
    let [one, other, third] = [letters.next(), letters.next(), letters.next()].map(Option::unwrap_or_default);
    let small = one.is_lowercase() && (other.is_lowercase() || matches!(other, '\'' | '’'));
    let number = one.is_ascii_digit() && other.is_alphanumeric() || matches!(one, '%' | '€' | '°');
    let closes =
        matches!(one, '"' | '»' | '”') || one == ')' && (other.is_alphanumeric() || matches!(other, '€' | '$' | '£' | '%'));
    let shouted = [one, other, third].iter().all(|c| c.is_uppercase());
    small || number || closes || shouted || opens && one.is_alphanumeric()
}

/// Whether `text` begins with a capital and goes on as a word does.
fn begins_sentence(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(|c| c.is_lowercase() || matches!(c, '\'' | '’' | ' ' | '\u{a0}'))
}

/// `US president …`, `T-shirts`: whether `text` begins with a few capitals that a word in small letters follows, or with one before a hyphen.
fn begins_shouted(text: &str) -> bool {
    /// Capitals of the longest such name.
    const NAME: usize = 5;
    let small = |text: &str| text.chars().take(2).all(char::is_lowercase) && text.chars().nth(1).is_some();
    let name = text.chars().take_while(char::is_ascii_uppercase).count();
    let behind = text.get(name..).unwrap_or_default();
    (2..=NAME).contains(&name) && behind.strip_prefix(' ').is_some_and(small)
        || name == 1 && behind.strip_prefix('-').is_some_and(|word| small(&word.to_lowercase()))
}

/// Whether the mark stands within the name of a host or a file, or within an address.
fn is_name(before: &str, next: &str) -> bool {
    let head = last_word(before);
    let end = next.char_indices().find(|(at, c)| c.is_whitespace() || *at > REACH / 2).map_or(next.len(), |(at, _)| at);
    let run = next.get(..end).unwrap_or_default();
    let word = run.trim_end_matches(|c: char| !c.is_alphanumeric());
    let last = word.rsplit('.').next().unwrap_or_default();
    let inside = run.split('.').skip(1).any(|part| part.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit()));
    inside
        || SUFFIXES.iter().any(|suffix| last.eq_ignore_ascii_case(suffix))
        || head.contains('@')
        || head.to_lowercase().starts_with("www")
        || run.contains(['@', '/', '_', '='])
}
