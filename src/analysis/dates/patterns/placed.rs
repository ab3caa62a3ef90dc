//! Amounts placed before or after something: `il y a trois ans`, "ten days later", `dans deux mois`, `quelques jours plus tard`,
//! and the words before an amount that belong to it.
//!
//! Called by the patterns of lengths.

use crate::analysis::dates::grammar::{Cue, Switch};
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::tokens::TokenClass;
use crate::analysis::dates::value::{Amount, Base, CountedFrom, Resolution};
use crate::analysis::dates::word::{TimeUnit, Vague, WordSense};

/// The article, "about", "past" before an amount that belong to it.
#[must_use]
pub fn widened(line: &Paragraph<'_>, at: usize, about: bool) -> usize {
    let mut first = at;
    while let Some(place) = first.checked_sub(1) {
        if let Some(wider) = about_in_words(line, place) {
            first = wider;
            break;
        }
        // `près d'une heure`.
        let of = if line.mark(place, '\'') { place.wrapping_sub(1) } else { place };
        let of_about = line.word(of) == WordSense::Of
            && of.checked_sub(1).is_some_and(|about| matches!(line.word(about), WordSense::About | WordSense::More));
        match line.word(place) {
            WordSense::About if about || !line.has(Switch::AboutApart) => first = place,
            WordSense::Last
            | WordSense::Next
            | WordSense::Previous
            | WordSense::Following
            | WordSense::Ordinal(_)
            | WordSense::The
                if line.has(Switch::PlacedBefore) =>
            {
                first = place;
            }
            _ if of_about => first = of - 1,
            _ => break,
        }
    }
    first
}

/// The first token of "nearly", "at least", "more than", "no more than", "up to" that ends at `place`.
fn about_in_words(line: &Paragraph<'_>, place: usize) -> Option<usize> {
    let before = place.checked_sub(1);
    let is = |cue: Cue| before.filter(|before| line.cue(*before, cue));
    if line.cue(place, Cue::Nearly) {
        return Some(place);
    }
    if line.cue(place, Cue::Least) {
        return is(Cue::At);
    }
    if line.cue(place, Cue::Than) {
        let more = is(Cue::MoreOrLess)?;
        return Some(more.checked_sub(1).filter(|no| line.cue(*no, Cue::No)).unwrap_or(more));
    }
    if line.cue(place, Cue::UpTo) {
        return is(Cue::Up);
    }
    // The article of "a couple", "a hundred".
    let number = line.cue(place, Cue::NumberArticle) && line.cue(place + 1, Cue::NumberNoun);
    if number { Some(about_in_words(line, before?).unwrap_or(place)) } else { None }
}

/// What an amount says with the words around it: ago, later, in so long.
#[must_use]
pub fn placed(line: &Paragraph<'_>, at: usize, amount: Amount, unit: TimeUnit, after: usize) -> Option<TimexHit> {
    let Some(count) = amount.map(i32::from) else { return placed_vaguely(line, at, after) };
    let back = |first: usize, after: usize, count: i32, anchor: CountedFrom| {
        Some(TimexHit { first, after, reading: Resolution::new(Base::Count(unit, count, anchor)) })
    };
    let first = widened(line, at, true);
    match line.word(after) {
        WordSense::Ago => return back(first, after + 1, -count, CountedFrom::Publication),
        WordSense::Later => return back(first, after + 1, count, CountedFrom::Narrative),
        WordSense::Earlier if unit >= TimeUnit::Year && line.has(Switch::EarlierFromNow) => {
            return back(first, after + 1, -count, CountedFrom::Publication);
        }
        WordSense::More if line.word(after + 1) == WordSense::Later => {
            return back(first, after + 2, count, CountedFrom::Narrative);
        }
        WordSense::More if line.word(after + 1) == WordSense::Earlier => {
            return back(first, after + 2, -count, CountedFrom::Narrative);
        }
        WordSense::Earlier => return back(first, after + 1, -count, CountedFrom::Narrative),
        _ => {}
    }
    if let Some(ago) = ago(line, first).or_else(|| ago_by_word(line, first, after)) {
        return back(ago, after, -count, CountedFrom::Publication);
    }
    // `trois jours après`, with nothing behind that it could be after.
    // What stands in quotation marks may be that: `dix ans après « Le Fleuve »`.
    let closed = line
        .get(after + 1)
        .is_none_or(|token| matches!(token.kind, TokenClass::Mark(mark) if !matches!(mark, '-' | '\'' | '«' | '“' | '"')));
    match line.word(after) {
        WordSense::After if closed => return back(first, after + 1, count, CountedFrom::Narrative),
        WordSense::Before if closed => return back(first, after + 1, -count, CountedFrom::Narrative),
        _ => {}
    }
    let within = line.cue(first.wrapping_sub(1), Cue::InAmount);
    if within && !matches!(line.word(after), WordSense::Of | WordSense::OfThe) {
        return back(first - 1, after, count, CountedFrom::Publication);
    }
    None
}

/// `quelques jours plus tard`, `il y a quelques années`, `several years ago`: before or after, nobody knows by how much.
#[must_use]
pub fn placed_vaguely(line: &Paragraph<'_>, at: usize, after: usize) -> Option<TimexHit> {
    let first = widened(line, at, true);
    let hit =
        |first: usize, after: usize, vague: Vague| Some(TimexHit { first, after, reading: Resolution::new(Base::Vague(vague)) });
    let more = usize::from(line.word(after) == WordSense::More);
    match line.word(after + more) {
        WordSense::Ago | WordSense::Earlier => return hit(first, after + more + 1, Vague::Past),
        WordSense::Later => return hit(first, after + more + 1, Vague::Future),
        _ => {}
    }
    ago(line, first).or_else(|| ago_by_word(line, first, after)).and_then(|il| hit(il, after, Vague::Past))
}

/// The `il` of `il y a` before an amount that begins at `first`, small words between skipped: `il y a tout juste dix jours`.
#[must_use]
pub fn ago(line: &Paragraph<'_>, first: usize) -> Option<usize> {
    let words = line.lexicon.language.grammar.ago;
    let last = words.last()?;
    let mut place = first.checked_sub(1)?;
    for _ in 0..3 {
        if line.text(place) == *last {
            break;
        }
        place = place.checked_sub(1).filter(|_| line.cue(place, Cue::AgoBetween))?;
    }
    let start = (place + 1).checked_sub(words.len())?;
    let said = words.iter().zip(start..).all(|(word, at)| line.text(at).eq_ignore_ascii_case(word));
    said.then_some(start)
}

/// The word that by itself makes the amount behind it so long ago: `voilà six mois`, unless it goes on with `que`.
fn ago_by_word(line: &Paragraph<'_>, first: usize, after: usize) -> Option<usize> {
    let goes_on = line.cue(after, Cue::AgoNot);
    first.checked_sub(1).filter(|place| line.word(*place) == WordSense::Back && !goes_on)
}
