//! Years in words, as they are read aloud: `nineteen ninety-six`, `the year two thousand`.
//!
//! Called by the other patterns where a year in figures could stand, and by itself where a number begins.

use crate::analysis::dates::grammar::{Cue, Switch};
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::value::{Base, CalendarFields, Resolution};
use crate::analysis::dates::word::{TimeUnit, WordSense};

/// The year in words at `at`, hundreds and rest apart, and the token behind it.
#[must_use]
pub fn year_in_words(line: &Paragraph<'_>, at: usize) -> Option<(i16, usize)> {
    let WordSense::Count(hundreds @ 17..=20) = line.word(at) else { return None };
    let WordSense::Count(tens @ 10..=90) = line.word(at + 1) else { return None };
    let next = if line.mark(at + 2, '-') { at + 3 } else { at + 2 };
    let (rest, after) = match line.word(next) {
        WordSense::Count(ones @ 1..=9) if tens >= 20 => (tens + ones, next + 1),
        _ => (tens, at + 2),
    };
    let amount = matches!(line.word(after), WordSense::Counted | WordSense::Unit(_));
    i16::try_from(hundreds * 100 + rest).ok().filter(|_| !amount && line.has(Switch::SpokenYears)).map(|year| (year, after))
}

/// A year in words alone.
#[must_use]
pub fn year(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let (year, after) = year_in_words(line, at)?;
    Some(TimexHit { first: at, after, reading: dated(year) })
}

/// `the year two thousand`, `the year nineteen hundred`, from the word "year".
#[must_use]
pub fn named(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    if line.word(at) != WordSense::Unit(TimeUnit::Year) || !line.has(Switch::SpokenYears) {
        return None;
    }
    let round = || (line.word(at + 1) == WordSense::Count(2) && line.cue(at + 2, Cue::Thousand)).then_some((2000, at + 3));
    let figures = || line.year(at + 1).map(|year| (year, at + 2));
    let (year, after) = year_in_words(line, at + 1).or_else(round).or_else(figures)?;
    Some(TimexHit { first: line.with_article(at), after, reading: dated(year) })
}

fn dated(year: i16) -> Resolution {
    Resolution::new(Base::Date(CalendarFields { year: Some(year), ..CalendarFields::default() }))
}
