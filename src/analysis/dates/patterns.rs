//! Patterns: which runs of tokens are expressions of time. Tried only at tokens whose class can begin one.
//!
//! The files below hold the patterns by theme; they end in a [`Hit`] and know nothing of publication dates.

pub mod age;
pub mod calendar;
pub mod clock;
pub mod decade;
pub mod english;
pub mod feast;
pub mod length;
pub mod numeric;
pub mod part;
pub mod period;
pub mod placed;
pub mod range;
pub mod relative;
pub mod spoken;
pub mod timed;
pub mod week;
pub mod weekday;
pub mod year;

use crate::analysis::dates::line::{Hit, Line};
use crate::analysis::dates::word::Word;
use crate::analysis::tokens::Kind;

type Pattern = fn(&Line<'_>, usize) -> Option<Hit>;

const AT_NUMBER: &[Pattern] = &[
    numeric::iso,
    numeric::digits,
    timed::timed,
    clock::time,
    feast::numbered,
    range::range_day,
    range::range_end,
    calendar::date,
    period::portion_cut,
    period::portion,
    length::range_head,
    length::length,
    decade::century,
    decade::decade,
    period::portion_after_year,
    range::year_end,
    year::year,
];
const AT_CALENDAR: &[Pattern] = &[feast::named, range::range_month, calendar::date];
const AT_ORDINAL: &[Pattern] =
    &[feast::named, calendar::date, week::week_in_month, period::portion, decade::century, relative::nth_day, length::length];
const AT_COUNT: &[Pattern] = &[spoken::year, length::range_head, length::length];

/// The expressions of time of a paragraph, in order, none overlapping another.
pub fn find<'a>(line: &'a Line<'a>) -> impl Iterator<Item = Hit> + 'a {
    let (mut at, mut floor) = (0, 0);
    std::iter::from_fn(move || {
        while let Some(token) = line.get(at) {
            let patterns: &[Pattern] = match token.kind {
                Kind::Number(..) => AT_NUMBER,
                Kind::Mark('\'') => &[decade::decade],
                Kind::Mark(_) | Kind::Word(Word::Other) => &[],
                Kind::Word(word) => by_word(word),
            };
            match patterns.iter().find_map(|pattern| pattern(line, at)) {
                Some(mut hit) if hit.after > at => {
                    hit.first = hit.first.max(floor);
                    (at, floor) = (hit.after, hit.after);
                    return Some(hit);
                }
                _ => at += 1,
            }
        }
        None
    })
}

fn by_word(word: Word) -> &'static [Pattern] {
    match word {
        Word::Month(_)
        | Word::LikelyMonth(_)
        | Word::MonthCut(_)
        | Word::ForeignMonth(_)
        | Word::Weekday(_)
        | Word::WeekdayCut(_) => AT_CALENDAR,
        Word::Season(..) => &[period::season],
        Word::Weekdays(_) => &[weekday::weekdays],
        Word::Feast(_) => &[feast::named, feast::feast],
        Word::Named => &[feast::named],
        Word::Decade(_) => &[decade::decade_name],
        Word::Same => &[relative::same],
        Word::Ordinal(_) => AT_ORDINAL,
        Word::Count(_) => AT_COUNT,
        Word::Several | Word::Half | Word::A | Word::Round(_) => &[length::length],
        Word::Unit(_) | Word::Length(..) => &[
            feast::named,
            spoken::named,
            week::week_of,
            period::year_end,
            relative::unit,
            decade::decade_word,
            decade::roman_century,
            length::bare,
        ],
        Word::Last | Word::Next | Word::Previous | Word::Following | Word::This | Word::That => {
            &[week::week_in_month, period::portion_of_year, relative::this, relative::leading, relative::vague]
        }
        Word::NextDay(_) => &[feast::named, relative::day],
        Word::Day(_) | Word::DayAt(..) => &[relative::day],
        Word::Before => &[relative::day_before],
        Word::After => &[relative::day_before, relative::after_war, part::day_part],
        Word::DayPart(_) => &[part::day_part],
        Word::Moment(_) => &[timed::timed, clock::moment],
        Word::Every | Word::Per | Word::Recurring(..) => &[length::every],
        Word::Vague(_) => &[relative::vague],
        Word::Edge(_) => &[period::edge, part::edge_of_part],
        _ => &[],
    }
}
