//! What stands around a name: whether another given name stands before a surname, whether a line is set in capitals.
//!
//! Looks at a few characters beside one match; called by `scan` for the few matches that need it.

use crate::analysis::actors::forms::{Behind, Forms};
use crate::analysis::actors::spelling::{is_all_capitals, is_capitalised, is_patronymic};
use crate::analysis::names::lexicon::NameLexicon;
use crate::text::span::Span;

/// Whether the surname at `name` may be meant for the actor known by it, and not for another bearer of the surname.
///
/// It is not when the word directly before (only a space or a hyphen between) has a capital, and is no title, function word,
/// initial or word in capitals: `Melania Trump`, but `Président Trump`, `Selon Trump`, `PM Kazemi`. Nor before `Jr`.
/// `within` is the block, `known` the end of the mention before, which is no given name of this one (`Trump-Kazemi`).
#[must_use]
pub fn stands_for_itself(text: &str, within: Span, name: Span, known: usize, forms: &Forms) -> bool {
    let after = Span::new(name.after(), within.after()).of(text);
    let next = after.trim_start_matches(is_joint).split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    if matches!(next, "Jr" | "Junior" | "junior") {
        return false;
    }
    let before = Span::new(within.first(), name.first()).of(text);
    let joined = before.trim_end_matches(is_joint);
    if joined.len() == before.len() || within.first() + joined.len() <= known {
        return true;
    }
    let start = joined.trim_end_matches(char::is_alphanumeric).len();
    let word = joined.get(start..).unwrap_or_default();
    let folded = forms.letters().split(word).pop().map(|(_, folded)| folded).unwrap_or_default();
    if is_patronymic(&folded) {
        return false;
    }
    let given = is_capitalised(word) && word.chars().nth(1).is_some() && !is_all_capitals(word);
    !given || word.chars().any(char::is_numeric) || forms.may_stand_before(&folded)
}

/// Whether a given name stands directly before the surname at `name`: where it is none of an actor's, somebody else bears the surname.
#[must_use]
pub fn has_given_before(text: &str, within: Span, name: Span) -> bool {
    neighbours(text, within, name).0.is_some_and(|word| is_capitalised(word) && NameLexicon::get().is_given_name(word))
}

/// Whether the name at `name`, which people bear too, stands apart from other parts of a person's name: `Jordan and Egypt`, not
/// `Jordan Smith`, nor `Vernon Jordan`; but `In Jordan King Abdullah`.
#[must_use]
pub fn stands_apart(text: &str, within: Span, name: Span, forms: &Forms) -> bool {
    let is_of_name = |word: Option<&str>| {
        word.is_some_and(|word| {
            let folded = forms.letters().split(word).pop().map(|(_, folded)| folded).unwrap_or_default();
            is_capitalised(word) && !is_all_capitals(word) && !forms.may_stand_before(&folded)
        })
    };
    let (before, after) = neighbours(text, within, name);
    !is_of_name(before) && !is_of_name(after)
}

/// Whether the place at `name` does what states do: `Washington accuse`, `que Téhéran n'a pas signé`, `Moscow has denied`; not
/// `à Washington`, nor `Washington, où`.
#[must_use]
pub fn acts(text: &str, within: Span, name: Span, forms: &Forms) -> bool {
    /// The words between a place and its verb at most.
    const REACH: usize = 4;
    if neighbours(text, within, name).0.is_some_and(|word| {
        let folded = forms.letters().split(word).pop().map(|(_, folded)| folded).unwrap_or_default();
        !forms.may_stand_before_metonym(&folded)
    }) {
        return false;
    }
    let mut words = forms.letters().words(text, Span::new(name.after(), within.after()));
    let mut end = name.after();
    for _ in 0..=REACH {
        let Some(word) = words.advance() else { return false };
        let gap = Span::new(end, word.first()).of(text);
        let joined = !gap.is_empty() && gap.chars().all(|c| is_blank(c) || matches!(c, '\'' | '’'));
        if !joined || !word.of(text).starts_with(char::is_lowercase) {
            return false;
        }
        match forms.behind_metonym(words.folded()) {
            Behind::Acts => return true,
            Behind::GoesOn => end = word.after(),
            Behind::Ends => return false,
        }
    }
    false
}

/// The words directly before and after `name`, with no more than a space or a hyphen between.
fn neighbours(text: &str, within: Span, name: Span) -> (Option<&str>, Option<&str>) {
    let before = Span::new(within.first(), name.first()).of(text);
    let joined = before.trim_end_matches(is_joint);
    let start = joined.trim_end_matches(char::is_alphanumeric).len();
    let last = joined.get(start..).filter(|word| joined.len() < before.len() && !word.is_empty());
    let after = Span::new(name.after(), within.after()).of(text);
    let joined = after.trim_start_matches(is_joint);
    let next = joined.split(|c: char| !c.is_alphanumeric()).next();
    (last, next.filter(|word| joined.len() < after.len() && !word.is_empty()))
}

/// How far a line is read on either side of a name, in bytes; no headline is longer, and a text in one line has many names.
const LINE_REACH: usize = 2000;

/// Whether the line of `text` around `span` is set in capitals and holds more than these words.
#[must_use]
pub fn is_shouted(text: &str, span: Span) -> bool {
    let from = char_start(text, span.first().saturating_sub(LINE_REACH));
    let until = char_start(text, span.after() + LINE_REACH);
    let before = Span::new(from, span.first()).of(text).rsplit('\n').next().unwrap_or_default();
    let after = Span::new(span.after(), until).of(text).split('\n').next().unwrap_or_default();
    let small = |part: &str| part.chars().any(char::is_lowercase);
    let words = |part: &str| part.chars().any(char::is_uppercase);
    !small(before) && !small(after) && (words(before) || words(after))
}

/// Where the character begins that the byte at `offset` is of; the end of `text` beyond it.
fn char_start(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

/// Whether the text between two words lets them belong to one name: one space or line end, a hyphen, an apostrophe, or a
/// stray full stop, which machine translation leaves inside names; or the stop of an abbreviation and a hyphen (`É.-U.`).
#[must_use]
pub fn is_inside_name(gap: &str) -> bool {
    if gap == ".-" {
        return true;
    }
    let (mut stops, mut lines, mut hyphens, mut spaces) = (0, 0, 0, 0);
    for c in gap.chars() {
        match c {
            ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{2009}' => spaces += 1,
            '\n' => lines += 1,
            '.' => stops += 1,
            '-' | '‐' | '‑' | '–' => hyphens += 1,
            '\'' | '’' | '‘' | '`' => {}
            _ => return false,
        }
    }
    stops <= 1 && lines <= 1 && hyphens <= 1 && spaces <= 2 && (hyphens == 0 || spaces + stops + lines == 0)
}

/// Whether `c` joins a given name to its surname.
fn is_joint(c: char) -> bool {
    is_blank(c) || matches!(c, '-' | '‐' | '‑' | '–')
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}')
}
