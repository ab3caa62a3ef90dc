//! Furniture: what a page prints around an article, told by rules that hold for press sites in general.
//!
//! Rules read folded words, so that `À lire aussi` and `A LIRE AUSSI` are one. What only repetition across an archive
//! can tell is `repetition`'s.

use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::controls::{is_count, is_field_label, is_number, is_share_bar};
use crate::ingest::rules::notices::{asks_consent, is_legal, is_of_consent, is_staff_note};
use crate::ingest::rules::phrases::{LISTS, PHRASES, PRICE};
use crate::ingest::rules::prefilter::SHORT;
use crate::model::article::BlockKind;
use crate::text::fold::fold;
use crate::text::span::Span;

/// Settles the lines of `sheet` that are furniture by themselves.
pub fn mark(sheet: &mut Blocks) {
    let mut text_seen = false;
    for at in 0..sheet.strips.len() {
        let Some(strip) = sheet.strips.get(at) else { break };
        let open = !strip.settled || strip.kind == BlockKind::Heading;
        let label = !text_seen && is_section(&strip.folded);
        if open && (label || is_furniture(sheet.words(at), &strip.folded)) {
            sheet.settle(at, BlockKind::Furniture);
        } else {
            text_seen |= open;
        }
    }
    mark_consent(sheet);
    mark_numbers(sheet);
    mark_pointed(sheet);
    mark_listed(sheet);
}

/// Settles a dialog of consent whole: from its first request to its last, near each other, and what goes on with them behind.
fn mark_consent(sheet: &mut Blocks) {
    /// Requests that make a dialog, lines from one to the next, and lines of the dialog that use none of its words.
    const REQUESTS: usize = 3;
    const APART: usize = 8;
    const BETWEEN: usize = 2;
    let asking: Vec<usize> = (0..sheet.strips.len()).filter(|at| asks_consent(sheet.words(*at))).collect();
    let dialogs: Vec<(usize, usize)> = asking
        .chunk_by(|a, b| b - a <= APART)
        .filter(|requests| requests.len() >= REQUESTS)
        .filter_map(|requests| Some((*requests.first()?, *requests.last()?)))
        .collect();
    for (first, mut last) in dialogs {
        // One at the foot of a page is its end.
        if first * 5 > sheet.strips.len() * 3 {
            last = sheet.strips.len().saturating_sub(1);
        }
        while let Some(next) = (last + 1..=last + 1 + BETWEEN).find(|at| is_of_consent(sheet.words(*at))) {
            last = next;
        }
        for at in first..=last {
            sheet.settle(at, BlockKind::Furniture);
        }
    }
}

/// Settles numbers alone beside furniture: they count shares and comments.
fn mark_numbers(sheet: &mut Blocks) {
    for at in 0..sheet.strips.len() {
        let beside =
            |at: Option<usize>| at.and_then(|at| sheet.strips.get(at)).is_some_and(|strip| strip.kind == BlockKind::Furniture);
        let open = sheet.strips.get(at).is_some_and(|strip| !strip.settled);
        if open && is_number(sheet.words(at)) && (beside(at.checked_sub(1)) || beside(Some(at + 1))) {
            sheet.settle(at, BlockKind::Furniture);
        }
    }
}

/// Settles the titles that stand tightly under `À lire aussi`, a blank line behind the last.
fn mark_listed(sheet: &mut Blocks) {
    const MOST: usize = 6;
    let tight = |sheet: &Blocks, at: usize| {
        let (above, below) = (at.checked_sub(1).and_then(|above| sheet.strips.get(above)), sheet.strips.get(at));
        above
            .zip(below)
            .is_some_and(|(above, below)| !Span::new(above.span.after(), below.span.first()).of(&sheet.body).contains("\n\n"))
    };
    for label in 0..sheet.strips.len() {
        if sheet.strips.get(label).is_none_or(|strip| strip.kind != BlockKind::Furniture || !heads_list(&strip.folded)) {
            continue;
        }
        let title = |at: usize| {
            sheet.strips.get(at).is_some_and(|strip| !strip.settled && strip.span.len() <= 120) && !sheet.words(at).ends_with('.')
        };
        let listed: Vec<usize> =
            (label + 1..sheet.strips.len()).take_while(|at| tight(sheet, *at) && title(*at)).take(MOST).collect();
        let end = label + 1 + listed.len();
        // Where the text goes on without a blank line, the last title may be a heading of it.
        if !tight(sheet, end) {
            for at in listed {
                sheet.settle(at, BlockKind::Furniture);
            }
        }
    }
}

/// Settles the titles that stand in a list under `Lire aussi :` or `Related Stories`.
fn mark_pointed(sheet: &mut Blocks) {
    const TITLE: usize = 160;
    // Where no prose follows, a list needs no marks.
    let prose = |sheet: &Blocks, at: usize| {
        sheet.strips.get(at).is_some_and(|strip| strip.span.len() > TITLE || sheet.words(at).ends_with('.'))
    };
    let foot = (0..sheet.strips.len()).rev().find(|at| prose(sheet, *at)).map_or(0, |at| at + 1);
    let mut pointed = false;
    for at in 0..sheet.strips.len() {
        let Some(strip) = sheet.strips.get(at) else { break };
        if strip.kind == BlockKind::Furniture {
            pointed |= heads_list(&strip.folded);
            continue;
        }
        let marked = sheet.words(at).starts_with(['»', '>', '•', '-', '*', '+', '→', '›']);
        pointed = pointed && !strip.settled && !prose(sheet, at) && (marked || at >= foot);
        if pointed {
            sheet.settle(at, BlockKind::Furniture);
        }
    }
}

/// Whether a line of furniture announces others: a pointer with no title behind it.
#[must_use]
pub fn heads_list(folded: &str) -> bool {
    let plain = folded.trim_matches(|c: char| !c.is_alphanumeric());
    PHRASES.pointers.contains(&plain) || LISTS.iter().any(|opening| plain.starts_with(opening))
}

/// Settles what the foot of a text pleads for, from the last line upwards until prose begins.
pub fn mark_closing(sheet: &mut Blocks) {
    /// Pleas of a site run to a few paragraphs.
    const LONGEST: usize = 900;
    let mut below_furniture = false;
    for at in (1..sheet.strips.len()).rev() {
        let Some(strip) = sheet.strips.get(at) else { break };
        if strip.kind == BlockKind::Furniture {
            below_furniture = true;
            continue;
        }
        if strip.span.len() > LONGEST {
            break;
        }
        let pleas = pleads(strip.span.of(&sheet.body));
        if pleas == 0 {
            break;
        }
        if pleas < 2 && !(pleas == 1 && below_furniture && strip.span.len() < 200) {
            break;
        }
        sheet.settle(at, BlockKind::Furniture);
        below_furniture = true;
    }
}

/// How many words of begging, advertising and newsletters stand in `words`, which speak to the reader; 0 where they do not.
pub(crate) fn pleads(words: &str) -> usize {
    let words = fold(words);
    // In quotation marks it is somebody else who says « nous ».
    if words.contains('"') || !addresses(&words) {
        return 0;
    }
    PHRASES.pleas_in(&words)
}

/// Whether a short line begins as those do that ask the reader for something.
pub(crate) fn is_plea(words: &str) -> bool {
    let folded = fold(words);
    let plain = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    PHRASES.openings.iter().any(|opening| opens(plain, opening))
}

/// Whether a line is a row of titles, each with its day in figures: `Un pont neuf 04/01/2024 Une école rénovée 03/01/2024 …`.
fn is_dated_row(words: &str) -> bool {
    /// Days of such a row.
    const DAYS: usize = 3;
    let figures = |word: &str| word.bytes().filter(u8::is_ascii_digit).count() == 8;
    let day =
        |word: &&str| word.len() == 10 && figures(word) && word.bytes().filter(|byte| matches!(byte, b'/' | b'.')).count() == 2;
    words.bytes().filter(u8::is_ascii_digit).count() >= 8 * DAYS && words.split(' ').filter(day).nth(DAYS - 1).is_some()
}

/// Whether a line is furniture wherever it stands. `folded` is empty for a line that none of the rules for words knows.
#[must_use]
pub fn is_furniture(words: &str, folded: &str) -> bool {
    if !words.chars().any(char::is_alphanumeric) {
        return words.chars().count() >= 3 || matches!(words, "*" | "•" | "|" | ">" | "»");
    }
    // What a link tells who cannot see it.
    let ends =
        ["(Opens in new window)", "(opens in new window)", "(ouvre une nouvelle fenêtre)", "(ouvre dans une nouvelle fenêtre)"];
    if asks_consent(words) || is_dated_row(words) || words.ends_with(')') && ends.iter().any(|end| words.ends_with(end)) {
        return true;
    }
    if words.len() > SHORT {
        return false;
    }
    if is_address(words) || is_trail(words) || is_field_label(words) {
        return true;
    }
    if folded.is_empty() {
        return false;
    }
    let plain = folded.trim_matches(|c: char| !c.is_alphanumeric() && c != '(' && c != ')');
    let sentence = words.ends_with('.') && !words.ends_with("..");
    PHRASES.whole.contains(plain)
        || is_bar(plain)
        || plain.chars().count() <= 160
            && PHRASES.openings.iter().any(|opening| opens(plain, opening) && invites(plain, opening))
            && (!sentence || plain.chars().count() <= 120)
        || points(folded, sentence)
        || is_count(plain)
        || folded.starts_with('©') && plain.chars().count() <= 100
        || is_share_bar(folded)
        || is_legal(folded)
        || is_staff_note(folded)
        || PRICE.iter().any(|price| folded.starts_with(price)) && folded.ends_with('€') && folded.len() <= 40
}

/// Whether a line is a row of things that are furniture alone: `Plan du site | Se connecter | Contact`.
fn is_bar(plain: &str) -> bool {
    let parts = || plain.split(['|', '•', '·']).map(str::trim).filter(|part| !part.is_empty());
    let known = |part: &str| PHRASES.whole.contains(part) || PHRASES.openings.iter().any(|opening| opens(part, opening));
    plain.contains(['|', '•', '·'])
        && parts().count() >= 2
        && parts().filter(|part| known(part)).count() * 3 >= parts().count() * 2
}

/// Whether a line that begins with `opening` speaks of the page. One word alone opens sentences of articles too: `Soutenez
/// l'Ukraine`, `Partagez notre combat.`
fn invites(plain: &str, opening: &str) -> bool {
    const VERBS: &[&str] = &["partagez", "recevez", "suivez", "soutenez", "donate", "reagissez"];
    const PLACES: &[&str] = &[
        "facebook",
        "twitter",
        "google",
        "instagram",
        "whatsapp",
        "telegram",
        "youtube",
        "linkedin",
        "@",
        "en direct",
        "chaque jour",
    ];
    let rest = plain.strip_prefix(opening).unwrap_or_default();
    !VERBS.contains(&opening)
        || !rest.starts_with(' ')
        || PLACES.iter().any(|place| rest.contains(place))
        || PHRASES.pleas_in(rest) > 0
}

/// Whether `plain` begins with `opening` as whole words.
fn opens(plain: &str, opening: &str) -> bool {
    plain
        .strip_prefix(opening)
        .is_some_and(|rest| !opening.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric))
}

/// Whether a line is the name of a section and nothing else.
#[must_use]
pub fn is_section(folded: &str) -> bool {
    let plain = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let all = |plain: &str| plain.split(['/', '|', '>', '•', ',']).all(|part| PHRASES.sections.contains(part.trim()));
    let joint = || [" - ", " et ", " & ", " and "].iter().find(|joint| plain.contains(**joint));
    !plain.is_empty()
        && plain.len() <= 60
        && (all(plain) || plain.contains(' ') && joint().is_some_and(|joint| all(&plain.replace(joint, "/"))))
}

/// `Lire aussi : …`, `Voir aussi` alone, `Read more » …`; `Lire aussi des romans est un plaisir.` is prose.
fn points(folded: &str, sentence: bool) -> bool {
    let plain = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    PHRASES.pointers.iter().any(|pointer| {
        let Some(rest) = plain.strip_prefix(*pointer) else { return false };
        let rest = rest.trim_start_matches([' ', '\u{a0}']);
        let marked = rest.starts_with([':', '|', '>', '»', '→', '"', '«', '“', '-', '–'])
            && (pointer.contains(' ') || rest.starts_with([':', '|', '>', '→']));
        let named = pointer.contains(' ') && pointer.contains("aussi") && !sentence;
        rest.is_empty() && pointer.contains(' ') || marked || named
    })
}

/// A web or mail address, or a handle, alone on a line.
fn is_address(words: &str) -> bool {
    let one = !words.contains(char::is_whitespace);
    one && (words.starts_with("http://")
        || words.starts_with("https://")
        || words.starts_with("www.")
        || words.starts_with('@')
        || words.starts_with('#') && words.len() > 1)
}

/// A breadcrumb trail: `Accueil > Monde > Proche-Orient`.
fn is_trail(words: &str) -> bool {
    let long = words.len() > 120;
    if words.len() > 300 || !words.contains(['>', '›', '»']) || long && words.ends_with('.') {
        return false;
    }
    if long {
        return [" > ", " › "].iter().any(|mark| words.split(mark).count() >= 4);
    }
    let steps: Vec<&str> = words.split(['>', '›', '»']).map(str::trim).collect();
    steps.len() >= 2 && !words.contains('«') && steps.iter().all(|step| !step.is_empty() && step.split_whitespace().count() <= 4)
        || words.starts_with('>') && !words.ends_with('.')
}

/// Whether folded `words` speak to the reader or of the site itself.
pub(crate) fn addresses(words: &str) -> bool {
    // By bytes first, which takes a letter beyond ASCII for an end: most prose holds none of these words.
    words.as_bytes().split(|byte| !byte.is_ascii_alphanumeric()).any(is_address_word)
        && words.split(|c: char| !c.is_alphanumeric()).any(|word| is_address_word(word.as_bytes()))
}

fn is_address_word(word: &[u8]) -> bool {
    matches!(word, b"vous" | b"votre" | b"vos" | b"nous" | b"notre" | b"nos" | b"you" | b"your" | b"us" | b"our" | b"we")
}

#[cfg(test)]
mod tests;
