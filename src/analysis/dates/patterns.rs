//! Patterns: which runs of tokens are expressions of time. Tried only at tokens whose class can begin one.
//!
//! The files below hold the patterns by theme; they end in a [`TimexHit`] and know nothing of publication dates.

pub mod age;
pub mod behind_article;
pub mod by_context;
pub mod calendar;
pub mod clock;
pub mod decade;
pub mod era;
pub mod feast;
pub mod fraction;
pub mod length;
pub mod numeric;
pub mod offset;
pub mod part;
pub mod period;
pub mod placed;
pub mod placing;
pub mod range;
pub mod recurring;
pub mod relative;
pub mod spoken;
pub mod timed;
pub mod treaty;
pub mod vague;
pub mod week;
pub mod weekday;
pub mod weekend;
pub mod year;

use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::tokens::TokenClass;
use crate::analysis::dates::word::WordSense;

type Pattern = fn(&Paragraph<'_>, usize) -> Option<TimexHit>;

const AT_NUMBER: &[Pattern] = &[
    numeric::iso,
    numeric::digits,
    numeric::known_day,
    recurring::always,
    by_context::hours_taken,
    by_context::full_hour,
    timed::timed,
    timed::military,
    timed::range_head,
    timed::time,
    feast::numbered,
    range::range_day,
    range::range_end,
    calendar::date,
    period::portion_cut,
    period::portion,
    era::year,
    length::range_head,
    length::length,
    fraction::decimal,
    decade::century,
    decade::decade,
    decade::second_decade,
    period::portion_after_year,
    range::year_end,
    year::year,
    year::short,
    by_context::day_alone,
];
const AT_CALENDAR: &[Pattern] = &[feast::named, range::range_month, calendar::date];
const AT_ORDINAL: &[Pattern] = &[
    feast::named,
    calendar::date,
    week::in_month,
    week::week_in_month,
    period::portion,
    decade::century,
    relative::nth_day,
    length::length,
];
const AT_COUNT: &[Pattern] =
    &[by_context::full_hour, spoken::year, timed::in_words, fraction::fourth, length::range_head, length::length];

/// The expressions of time of a paragraph, in order, none overlapping another.
pub fn find<'a>(line: &'a Paragraph<'a>) -> impl Iterator<Item = TimexHit> + 'a {
    let (mut at, mut floor) = (0, 0);
    std::iter::from_fn(move || {
        while let Some(token) = line.get(at) {
            let patterns: &[Pattern] = match token.kind {
                TokenClass::Number(..) => AT_NUMBER,
                TokenClass::Mark('\'') => &[decade::decade, year::quoted],
                TokenClass::Mark(_) | TokenClass::Word(WordSense::Other) => &[],
                TokenClass::Word(word) => by_word(word),
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

fn by_word(word: WordSense) -> &'static [Pattern] {
    match word {
        WordSense::Month(_)
        | WordSense::LikelyMonth(_)
        | WordSense::MonthCut(_)
        | WordSense::ForeignMonth(_)
        | WordSense::Weekday(_)
        | WordSense::WeekdayCut(_) => AT_CALENDAR,
        WordSense::Season(..) => &[period::season],
        WordSense::Weekdays(_) => &[weekday::weekdays],
        WordSense::WeekdayAt(..) => &[weekday::with_part],
        WordSense::Feast(_) => &[feast::named, feast::feast],
        WordSense::Named => &[feast::named],
        WordSense::Decade(_) => &[decade::decade_name],
        WordSense::Same => &[relative::same, vague::then],
        WordSense::Earlier => &[vague::before],
        WordSense::Phrase | WordSense::Ago => &[vague::phrase],
        WordSense::Ordinal(_) => AT_ORDINAL,
        WordSense::Count(_) => AT_COUNT,
        WordSense::A => &[recurring::one_out_of, timed::in_words, fraction::fourth, length::length],
        WordSense::Several | WordSense::Half | WordSense::Round(_) => &[fraction::fourth, length::length],
        WordSense::Unit(_) | WordSense::Length(..) => &[
            feast::named,
            spoken::named,
            week::week_of,
            length::all_of,
            period::year_end,
            period::last_portion,
            relative::unit,
            decade::decade_word,
            decade::roman_century,
            vague::phrase,
            vague::to_come,
            length::bare,
        ],
        WordSense::Last | WordSense::Next | WordSense::Previous | WordSense::Following | WordSense::This | WordSense::That => &[
            week::in_month,
            week::week_in_month,
            period::portion_of_year,
            period::last_portion,
            vague::then,
            relative::this,
            relative::leading,
            vague::vague,
        ],
        WordSense::NextDay(_) => &[feast::named, relative::day],
        WordSense::Day(_) | WordSense::DayAt(..) => &[relative::day],
        WordSense::Before => &[relative::day_before],
        WordSense::After => &[relative::day_before, vague::after_war, part::day_part],
        WordSense::DayPart(_) => &[part::day_part],
        WordSense::Moment(_) => &[timed::timed, clock::moment],
        WordSense::Every | WordSense::Per | WordSense::Recurring(..) => &[recurring::every],
        WordSense::Vague(_) => &[vague::phrase, vague::vague],
        WordSense::Edge(_) => &[period::edge, part::edge_of_part],
        _ => &[],
    }
}
