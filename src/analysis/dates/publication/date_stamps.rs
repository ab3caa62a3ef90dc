//! Stamps: what stands beside a full date and tells whether it is that of the article, of a comment, or one that is only told.
//!
//! No publication date is inferred here; called by `publication`.

use crate::analysis::dates::dating_words::dating_words;
use crate::analysis::dates::reading::FoundTimex;

/// What stands beside a full date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StampSign {
    /// A bar before it: `VENICE | Tue Jun 8, 2010`.
    Bar,
    /// A time zone, or a half of the day behind its hour: `05:18 GMT`.
    Zone,
    /// A bar behind it, and who wrote the text: `February 13, 2011 | By the staff`.
    Byline,
    /// Words for the day on which a page was made: `Last updated at`, `Aired`.
    Made,
    /// Words of a comment or a message.
    Comment,
    /// None of these.
    None,
}

/// How far around a date such words stand, in bytes.
const AROUND: usize = 40;

/// How far from a date its time zone stands, in bytes.
const ZONE_REACH: usize = 16;

/// Whether a time zone or a half of the day stands in `text`; `est` and `et` are words of French, too.
fn has_zone(text: &str) -> bool {
    let words = dating_words();
    text.split(|c: char| !c.is_alphabetic())
        .any(|word| !words.words_like_zones.has(word) && words.zones.has(&word.to_lowercase()))
}

/// What stands beside the date of `found` in `text`.
pub(crate) fn stamp_sign(text: &str, found: &FoundTimex) -> StampSign {
    let head = text.get(..found.span.first()).unwrap_or_default();
    let before = line(tail(head, AROUND).rsplit('\n').next());
    let behind = line(first(text.get(found.span.after()..).unwrap_or_default(), AROUND).split('\n').next());
    // `updated : Wed Aug 10 2011` behind other words of its line is that of a picture or a broadcast it links to.
    let linked = before.trim_end().strip_suffix(':').is_some_and(|before| before.trim_end().ends_with("updated"))
        && !["last updated", "updated"].contains(&before.trim_end().trim_end_matches(':').trim());
    if linked || dating_words().comments.iter().any(|word| before.contains(word) || behind.contains(word)) {
        return StampSign::Comment;
    }
    if head.trim_end().ends_with('|') {
        return StampSign::Bar;
    }
    let near =
        (tail(head, ZONE_REACH).rsplit('\n').next(), first(text.get(found.span.after()..).unwrap_or_default(), ZONE_REACH));
    if has_zone(near.0.unwrap_or_default())
        || has_zone(found.span.of(text))
        || has_zone(near.1.split('\n').next().unwrap_or_default())
    {
        return StampSign::Zone;
    }
    if dating_words().made.iter().any(|word| behind.trim_start().starts_with(word) || before.trim_end().ends_with(word)) {
        return StampSign::Made;
    }
    // A line of who wrote it, and the day: `Rédigé par Jeanne Doe le 12 mars 2019`, `Jeanne Doe, 12 mars 2019`.
    if behind.trim().is_empty() && is_signed(head) {
        return StampSign::Byline;
    }
    let by = behind.trim_start().strip_prefix('|').map(str::trim_start);
    if by.is_some_and(|by| dating_words().signed_behind.iter().any(|word| by.starts_with(word))) {
        StampSign::Byline
    } else {
        StampSign::None
    }
}

/// Whether a line of a few names, or of words for who wrote it, ends with `head`, and does not begin the text.
fn is_signed(head: &str) -> bool {
    const MOST: usize = 7;
    let by = &dating_words().signed;
    let Some((_, before)) = head.rsplit_once('\n') else { return false };
    let words: Vec<&str> = before.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    let names = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    let signed = |word: &&str| word.starts_with(char::is_uppercase) || by.has(word);
    (1..=MOST).contains(&words.len())
        && words.iter().all(signed)
        && (names > 1 || words.iter().any(|word| by.has(&word.to_lowercase())))
}

fn line(text: Option<&str>) -> String {
    text.unwrap_or_default().to_lowercase()
}

/// The first `most` bytes of `text`, fewer where they would cut a letter.
fn first(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text.get(..end).unwrap_or_default()
}

/// The last `most` bytes of `text`, fewer where they would cut a letter.
fn tail(text: &str, most: usize) -> &str {
    let from = (text.len().saturating_sub(most)..=text.len()).find(|from| text.is_char_boundary(*from)).unwrap_or(text.len());
    text.get(from..).unwrap_or_default()
}
