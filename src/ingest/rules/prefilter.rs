//! A first glance at a line: whether its beginning and its end let it be furniture or a credit at all.
//!
//! The rules read folded words, and folding every paragraph of an archive to learn that it is one took a tenth of the time
//! of reading it. It may let prose through, never keep from the rules a line that they know. Called by `sheet`.

use std::sync::LazyLock;

use crate::ingest::rules::controls::{BETWEEN, BUTTONS, COUNTED_BEFORE};
use crate::ingest::rules::notices;
use crate::ingest::rules::photo_credit;
use crate::ingest::rules::phrases::{ENDER_OPENINGS, LISTS, PHRASES, PRICE};
use crate::text::fold::{fold, fold_start};

/// Lines longer than this many bytes are prose: no rule but the credit at their end looks inside them.
pub const SHORT: usize = 400;

/// The bytes of a folded line that are looked at, and of what it may begin with.
const START: usize = 12;

/// What the lines begin with that a rule knows by their folded words, in order; none begins as another one does, so that the
/// only one that may begin a line is the last that does not follow it. An automaton takes as long to ask, a hundred times as long
/// to build, and 800 KiB.
static STARTS: LazyLock<Vec<&[u8]>> = LazyLock::new(|| {
    let mut starts = starts();
    starts.sort_unstable();
    starts.dedup_by(|later, kept| later.starts_with(kept));
    starts
});

/// The first bytes of all phrases that a rule knows a line by.
fn starts() -> Vec<&'static [u8]> {
    let phrases = &*PHRASES;
    let looked_up = phrases.whole.iter().chain(&phrases.sections).chain(&phrases.enders);
    let lists = [&phrases.openings, &phrases.pointers].into_iter().flatten().chain(looked_up);
    let constants = [
        BUTTONS,
        COUNTED_BEFORE,
        photo_credit::KEYS,
        photo_credit::WHOLE,
        photo_credit::OPENINGS,
        notices::LEGAL,
        notices::OPENINGS,
        notices::POSTS,
        PRICE,
        LISTS,
        ENDER_OPENINGS,
    ];
    let starts = lists.chain(constants.into_iter().flatten()).map(|phrase| {
        // From its first letter on, as lines are looked at.
        let phrase = phrase.trim_start_matches(|c: char| !c.is_alphanumeric());
        phrase.as_bytes().get(..START).unwrap_or(phrase.as_bytes())
    });
    starts.filter(|start| !start.is_empty()).collect()
}

/// The words of a line folded, for the rules; empty for a line that is none of theirs.
#[must_use]
pub fn folded(words: &str) -> String {
    if words.len() <= SHORT && (opens(words) || closes(words)) { fold(words) } else { String::new() }
}

/// Whether `words` begin as a line does that a rule knows.
fn opens(words: &str) -> bool {
    if words.starts_with(['©', '(']) {
        return true;
    }
    let words = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    if words.as_bytes().first_chunk().is_some_and(|first| begin_none(*first)) {
        return false;
    }
    let start = fold_start(words, START);
    start.starts_with(|c: char| c.is_ascii_digit()) || is_known(start.as_bytes()) || is_bar(&start)
}

/// Whether the folded `start` of a line begins as one does that a rule knows.
fn is_known(start: &[u8]) -> bool {
    let behind = STARTS.partition_point(|known| *known <= start);
    behind.checked_sub(1).and_then(|at| STARTS.get(at)).is_some_and(|known| start.starts_with(known))
}

/// Whether nothing that a rule knows begins with the letters `first`, as they are written: most lines are told so, before
/// anything is folded.
fn begin_none(first: [u8; 3]) -> bool {
    let plain = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b' ' | b'\'' | b'-');
    first.iter().all(plain) && FIRST.get(place(&first)) == Some(&false)
}

/// A place for up to three bytes, the same for capitals as for small letters.
fn place(first: &[u8]) -> usize {
    first.iter().take(3).fold(0, |place, byte| place << 5 | usize::from(byte & 0x1f))
}

/// The places of what all phrases begin with; a shorter one leaves the rest open.
static FIRST: LazyLock<Vec<bool>> = LazyLock::new(|| {
    let mut first = vec![false; 1 << 15];
    for start in starts().into_iter().chain(BETWEEN.iter().map(|word| word.as_bytes())) {
        let open = 3usize.saturating_sub(start.len()) * 5;
        first.iter_mut().skip(place(start) << open).take(1 << open).for_each(|place| *place = true);
    }
    first
});

/// Whether the folded `start` of a line can be that of a share bar: `Sur Facebook`. Its last word may be cut, and tells nothing.
fn is_bar(start: &str) -> bool {
    let Some((words, _)) = start.rsplit_once(' ') else { return false };
    words.split_whitespace().all(|word| {
        let plain = word.trim_end_matches(|c: char| c.is_ascii_digit());
        plain.is_empty() || BETWEEN.contains(&word) || BUTTONS.contains(&plain)
    })
}

/// Whether `words` end as a note on who worked on a story.
fn closes(words: &str) -> bool {
    /// Characters enough for the last two words of each ending.
    const END: usize = 24;
    let words = words.trim_end_matches(|c: char| !c.is_alphanumeric());
    let Some((last, c)) = words.char_indices().next_back() else { return false };
    if !matches!(c, 't' | 'T' | 'y' | 'Y' | 'g' | 'G' | 'e' | 'E' | '\u{80}'..) {
        return false;
    }
    // The last two letters of each.
    if let [.., a, b] = words.as_bytes()
        && a.is_ascii()
        && b.is_ascii()
        && !matches!([a.to_ascii_lowercase(), b.to_ascii_lowercase()], [b'r', b't' | b'y'] | [b'n', b'g'] | [b'l', b'e'])
    {
        return false;
    }
    let start = words.char_indices().rev().take(END).last().map_or(last, |(at, _)| at);
    let end = fold(words.get(start..).unwrap_or_default());
    notices::LAST_WORDS.iter().any(|ending| end.trim_end_matches(|c: char| !c.is_alphanumeric()).ends_with(ending))
}

#[cfg(test)]
mod tests;
