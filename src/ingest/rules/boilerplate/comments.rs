//! Readers' comments below an article: furniture, so that they are shown folded and neither counted nor dated.
//!
//! They are told by the stamps of those who wrote them, a date with an hour beside a word such as "wrote" or `répondre`. Called by
//! `furniture` once all other rules have read the lines.

use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::date_parser::years;
use crate::model::article::BlockKind;
use crate::text::fold::fold;

/// A comment's stamp is at most this long, in bytes; sites put the first words behind it.
const LONGEST: usize = 400;

/// How much of such a line is looked at, in bytes.
const HEAD: usize = 160;

/// So many stamps make comments of what stands below the first; one behind a heading is enough.
const STAMPS: usize = 3;

/// Text above the comments, in lines.
const ABOVE: usize = 3;

/// Words beside the date of a comment, folded.
const BESIDE: &[&str] = &[
    "report abuse",
    "wrote",
    "posted by",
    "says",
    "said on",
    "comment by",
    "commented",
    "reply",
    "permalink",
    "a ecrit",
    "ecrit par",
    "poste par",
    "publie par",
    "repondre",
    "signaler",
    "signaler un abus",
    "alerter",
    "antwort",
    "schrieb",
];

/// Headings of comments, folded, a number before or behind them aside.
const HEADINGS: &[&str] = &[
    "comments",
    "comment",
    "commentaires",
    "commentaire",
    "reactions",
    "reaction",
    "your comments",
    "vos commentaires",
    "vos reactions",
    "les commentaires",
    "readers comments",
    "kommentare",
];

/// Settles the comments of `sheet`.
pub fn mark(sheet: &mut Blocks) {
    let Some(from) = first(sheet) else { return };
    for at in from..sheet.strips.len() {
        sheet.settle(at, BlockKind::Furniture);
    }
}

/// The line from which on comments stand.
fn first(sheet: &Blocks) -> Option<usize> {
    let mut stamps = (ABOVE..sheet.strips.len()).filter(|at| is_stamp(sheet.words(*at)));
    let first = stamps.next()?;
    // The heading of the comments stands right above them.
    let heading = (first.saturating_sub(2)..first).find(|at| *at >= ABOVE && is_heading(sheet.words(*at)));
    let told = heading.is_some() || stamps.count() + 1 >= STAMPS;
    told.then_some(heading.unwrap_or(first))
}

/// Whether a line says who wrote what stands below, and when.
fn is_stamp(words: &str) -> bool {
    if words.len() > LONGEST || !words.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let head = (0..=HEAD.min(words.len())).rev().find(|end| words.is_char_boundary(*end)).and_then(|end| words.get(..end));
    let Some(head) = head.filter(|head| years(head) > 0 && has_hour(head)) else { return false };
    let folded = fold(head);
    BESIDE.iter().any(|word| folded.contains(word))
}

/// Whether an hour stands in `words`: `14h05`, `10:12`.
fn has_hour(words: &str) -> bool {
    words.as_bytes().windows(4).any(
        |four| matches!(four, [a, b'h' | b'H' | b':', b, c] if a.is_ascii_digit() && b.is_ascii_digit() && c.is_ascii_digit()),
    )
}

/// Whether a line is the heading of comments: `12 commentaires`, "Comments (3)".
fn is_heading(words: &str) -> bool {
    if words.len() > 40 {
        return false;
    }
    let folded = fold(words);
    HEADINGS.contains(&folded.trim_matches(|c: char| !c.is_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::{is_heading, is_stamp};

    #[test]
    fn a_comment_is_told_by_its_stamp() {
        assert!(is_stamp("Posted by: lakeside | May 28, 2010 7:17 PM | Report abuse"));
        assert!(is_stamp("At 08:52 13th Jun 2012, gullwatcher wrote: In a video that I saw"));
        assert!(is_stamp("Marcheur38 a écrit le 12/03/2011 à 14h32"));
        for prose in [
            "The minister wrote on March 3, 2011 to his colleagues.",
            "18 h 20 : le ministre arrive à Querval.",
            "Published March 3, 2011 at 14:05",
        ] {
            assert!(!is_stamp(prose), "{prose}");
        }
        assert!(is_heading("12 commentaires") && is_heading("Comments (3)") && !is_heading("Comments on the vote"));
    }
}
