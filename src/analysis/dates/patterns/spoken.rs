//! Years in English words, as they are read aloud: `nineteen ninety-six`, `the year two thousand`.
//!
//! Called by the other patterns where a year in figures could stand, and by itself where a number begins.

use crate::analysis::dates::line::{Hit, Line};
use crate::analysis::dates::value::{Base, Fields, Reading};
use crate::analysis::dates::word::{Unit, Word};

/// The year in words at `at`, hundreds and rest apart, and the token behind it.
#[must_use]
pub fn year_in_words(line: &Line<'_>, at: usize) -> Option<(i16, usize)> {
    let Word::Count(hundreds @ 17..=20) = line.word(at) else { return None };
    let Word::Count(tens @ 10..=90) = line.word(at + 1) else { return None };
    let next = if line.mark(at + 2, '-') { at + 3 } else { at + 2 };
    let (rest, after) = match line.word(next) {
        Word::Count(ones @ 1..=9) if tens >= 20 => (tens + ones, next + 1),
        _ => (tens, at + 2),
    };
    let amount = matches!(line.word(after), Word::Counted | Word::Unit(_));
    i16::try_from(hundreds * 100 + rest).ok().filter(|_| line.english() && !amount).map(|year| (year, after))
}

/// A year in words alone.
#[must_use]
pub fn year(line: &Line<'_>, at: usize) -> Option<Hit> {
    let (year, after) = year_in_words(line, at)?;
    Some(Hit { first: at, after, reading: dated(year) })
}

/// `the year two thousand`, `the year nineteen hundred`, from the word "year".
#[must_use]
pub fn named(line: &Line<'_>, at: usize) -> Option<Hit> {
    if line.word(at) != Word::Unit(Unit::Year) || !line.english() {
        return None;
    }
    let round = || (line.word(at + 1) == Word::Count(2) && line.reads(at + 2, "thousand")).then_some((2000, at + 3));
    let figures = || line.year(at + 1).map(|year| (year, at + 2));
    let (year, after) = year_in_words(line, at + 1).or_else(round).or_else(figures)?;
    Some(Hit { first: line.with_article(at), after, reading: dated(year) })
}

fn dated(year: i16) -> Reading {
    Reading::new(Base::Date(Fields { year: Some(year), ..Fields::default() }))
}
