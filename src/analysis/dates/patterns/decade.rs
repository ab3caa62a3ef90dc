//! Decades and centuries: `les années 60`, "the nineties", `le XIXe siècle`.

use crate::analysis::dates::grammar::{Cue, Switch};
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::era;
use crate::analysis::dates::patterns::length::count;
use crate::analysis::dates::value::{Base, Resolution};
use crate::analysis::dates::word::{TimeUnit, WordSense};

/// A decade in figures: `1990s`, `the 1980s`, `'60s`.
#[must_use]
pub fn decade(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let number = if line.mark(at, '\'') { at + 1 } else { at };
    let (value, digits) = line.number(number)?;
    let value = i16::try_from(value).ok()?;
    let said = line.glued(number + 1) && line.cue(number + 1, Cue::DecadeEnding) && value % 10 == 0;
    let decade = match digits {
        4 if (1000..=2100).contains(&value) => value / 10,
        // "In his 20s" tells an age.
        2 if number > at || matches!(line.word_before(at), WordSense::The | WordSense::Edge(_)) => 190 + value / 10,
        _ => return None,
    };
    let unit = line.word(number + 2) == WordSense::Unit(TimeUnit::Year) && line.many(number + 2);
    let after = if unit { number + 3 } else { number + 2 };
    said.then(|| TimexHit { first: line.with_article(at), after, reading: Resolution::new(Base::Decade(decade)) })
}

/// `les années 60`, `années 1980`, `années soixante`.
#[must_use]
pub fn decade_word(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    if line.word(at) != WordSense::Unit(TimeUnit::Year) || line.has(Switch::PlacedBefore) || !line.many(at) {
        return None;
    }
    let (value, after) = match line.number(at + 1) {
        Some((value, 2 | 4)) => (i16::try_from(value).ok()?, at + 2),
        _ => count(line, at + 1).and_then(|(count, after)| Some((i16::try_from(count?).ok()?, after)))?,
    };
    let decade = match value {
        20..=99 => 190 + value / 10,
        1000..=2100 => value / 10,
        _ => return None,
    };
    (value % 10 == 0).then(|| TimexHit { first: line.with_article(at), after, reading: Resolution::new(Base::Decade(decade)) })
}

/// One more of several decades: `80` in `les années 70-80`, `1980` in `les années 1960, 1970 et 1980`.
#[must_use]
pub fn second_decade(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    /// Decades that are told together.
    const MOST: usize = 4;
    let (value, digits) = line.number(at).filter(|(value, digits)| value % 10 == 0 && matches!(digits, 2 | 4))?;
    let mut before = at;
    for _ in 0..MOST {
        let comma = digits == 4 && line.mark(before.wrapping_sub(1), ',');
        let linked = comma
            || ['-', '/'].iter().any(|mark| line.mark(before.wrapping_sub(1), *mark))
            || line.word_before(before) == WordSense::And;
        before = before.checked_sub(2).filter(|_| linked)?;
        line.number(before).filter(|(_, like)| *like == digits)?;
        let first = before.checked_sub(1).and_then(|unit| decade_word(line, unit)).filter(|hit| hit.after == before + 1);
        let Some(Base::Decade(decade)) = first.map(|hit| hit.reading.base) else { continue };
        let ten = i16::try_from(value / 10).ok()?;
        let second = if digits == 4 { ten } else { decade / 10 * 10 + ten };
        return (second > decade).then_some(TimexHit {
            first: at,
            after: at + 1,
            reading: Resolution::new(Base::Decade(second)),
        });
    }
    None
}

/// A decade by its name, with the article: "the nineties", "the early sixties".
#[must_use]
pub fn decade_name(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let WordSense::Decade(decade) = line.word(at) else { return None };
    let first = line.with_article(at);
    let told = first < at || matches!(line.word_before(at), WordSense::Edge(_));
    told.then(|| TimexHit { first, after: at + 1, reading: Resolution::new(Base::Decade(i16::from(decade))) })
}

/// `19e siècle`, `XIXe siècle`, `the 19th century`.
#[must_use]
pub fn century(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let (number, next) = if let WordSense::Ordinal(nth) = line.word(at) { (nth, at + 1) } else { line.nth(at, 21, 5)? };
    let next = if line.mark(next, '-') { next + 1 } else { next };
    // `dix-neuvième`, "twenty-first".
    let tens = match at.checked_sub(2).filter(|_| line.mark(at - 1, '-')).map(|place| line.word(place)) {
        Some(WordSense::Count(tens @ (10 | 20))) if number < 10 => u8::try_from(tens).unwrap_or_default(),
        _ => 0,
    };
    let (number, first) = (number + tens, if tens > 0 { at - 2 } else { at });
    (line.word(next) == WordSense::Unit(TimeUnit::Century)).then(|| {
        let reading = Resolution::new(Base::Century(i16::from(number) - 1));
        era::century(line, TimexHit { first: line.with_article(first), after: next + 1, reading })
    })
}

/// `XIXe siècle`, `IIIème siècle`.
#[must_use]
pub fn roman_century(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let place = at.checked_sub(1).filter(|_| line.word(at) == WordSense::Unit(TimeUnit::Century))?;
    let numeral = line.text(place).trim_end_matches(|letter: char| !letter.is_ascii_uppercase());
    let letters = numeral.bytes().map(|letter| match letter {
        b'I' => Some(1i16),
        b'V' => Some(5),
        b'X' => Some(10),
        _ => None,
    });
    let values: Vec<i16> = letters.collect::<Option<_>>().filter(|_| (1..=6).contains(&numeral.len()))?;
    let signed =
        values.iter().zip(values.iter().skip(1).chain([&0])).map(|(value, next)| if value < next { -value } else { *value });
    let reading = Resolution::new(Base::Century(signed.sum::<i16>() - 1));
    Some(era::century(line, TimexHit { first: place, after: at + 1, reading }))
}
