//! Dates of the calendar in words: days, months and years, alone and as the ends of ranges.

use crate::analysis::dates::grammar::{Cue, Switch};
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::behind_article::names_itself;
use crate::analysis::dates::patterns::clock::behind_day;
use crate::analysis::dates::patterns::placing::{day_is_other, lone, way_before, way_behind, year_behind};
use crate::analysis::dates::patterns::treaty::names_treaty;
use crate::analysis::dates::patterns::weekday::{each, habit, in_eight, nights};
use crate::analysis::dates::tokens::TokenClass;
use crate::analysis::dates::value::{Base, CalendarFields, Clock, Resolution, YearSide};
use crate::analysis::dates::word::{DayPart, WordSense};

/// A date of which at least the month or the weekday is named.
#[must_use]
pub fn date(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    if matches!(line.word(at), WordSense::Weekday(_)) && names_treaty(line, at) {
        return None;
    }
    let (mut fields, after) = fields(line, at)?;
    if fields.day.is_none() && is_title(line, at) {
        return None;
    }
    let (way, mut after) = way_behind(line, after);
    if way != YearSide::Open && fields.year.is_none() {
        fields.way = way;
    }
    if fields.year.is_none() {
        fields.year = year_of_range(line, after, fields).or_else(|| year_of_attack(line, at, after, fields));
    }
    let first = way_before(line, at, &mut fields)?;
    if fields.weekday.is_some()
        && fields.year.is_none()
        && let Some((weeks, behind)) = in_eight(line, after)
    {
        (fields.way, after) = (YearSide::WeeksOn(weeks), behind);
    }
    if let Some(hit) = habit(line, at, after, fields).or_else(|| nights(line, at, after)) {
        return Some(hit);
    }
    let (clock, after) = if fields.day.is_some() || fields.weekday.is_some() { behind_day(line, after) } else { (None, after) };
    if let Some(hit) = each(line, first, after, fields, clock) {
        return Some(hit);
    }
    if let Some(place) = first.checked_sub(1).filter(|place| clock.is_none() && line.cue(*place, Cue::Overnight)) {
        let night = Some(Clock::Part(DayPart::Night));
        return Some(TimexHit { first: place, after, reading: Resolution::new(Base::Date(fields)).at(night) });
    }
    Some(TimexHit { first, after, reading: Resolution::new(Base::Date(fields)).at(clock) })
}

/// Whether a weekday with a capital, at `at`, is the last word of a title: `le Journal du Dimanche`.
fn is_title(line: &Paragraph<'_>, at: usize) -> bool {
    let noun = at > 1
        && line.word(at - 1) == WordSense::OfThe
        && line.get(at - 2).is_some_and(|noun| noun.capital && noun.word() == WordSense::Other);
    // "Black Monday": which one it was, the words do not tell.
    let named = if line.has(Switch::PlacedBefore) { at.wrapping_sub(1) } else { at + 1 };
    let named = line.cue(named, Cue::NamedDay) && (named > at || line.get(named).is_some_and(|word| word.capital));
    matches!(line.word(at), WordSense::Weekday(_)) && (named || noun && names_itself(line, at))
}

/// The year of a day of history behind or before what was done on it: `les attentats du 11 septembre`, "the September 11 attacks".
fn year_of_attack(line: &Paragraph<'_>, at: usize, after: usize, fields: CalendarFields) -> Option<i16> {
    let day = fields.day.zip(fields.month).filter(|_| fields.weekday.is_none())?;
    let known = line.lexicon.language.grammar.once.iter().find(|known| (known.0, known.1) == day)?;
    let near = (at.saturating_sub(3)..at).chain(after..after + 2).any(|place| line.cue(place, Cue::Attack));
    near.then_some(known.2)
}

/// The fields named at `at` and the token behind them.
#[must_use]
pub fn fields(line: &Paragraph<'_>, at: usize) -> Option<(CalendarFields, usize)> {
    let (weekday, cut) = match line.word(at) {
        WordSense::Weekday(day) => (Some(day), false),
        WordSense::WeekdayCut(day) => (Some(day), true),
        _ => (None, false),
    };
    let Some(weekday) = weekday else {
        let (fields, after) = day_and_month(line, at)?;
        let short = fields.year.is_some() && line.number(after - 1).is_some_and(|(_, digits)| digits == 2);
        return Some((CalendarFields { short, ..fields }, after));
    };
    let mut next = at + 1;
    if cut && line.mark(next, '.') {
        next += 1;
    }
    if line.mark(next, ',') {
        next += 1;
    }
    if line.word(next) == WordSense::The {
        next += 1;
    }
    let within = |fields: CalendarFields| CalendarFields { weekday: Some(weekday), ..fields };
    if let Some((fields, after)) = day_and_month(line, next).filter(|(fields, _)| fields.day.is_some()) {
        let short = fields.year.is_some() && line.number(after - 1).is_some_and(|(_, digits)| digits == 2);
        return Some((CalendarFields { short, ..within(fields) }, after));
    }
    if let Some(day) =
        line.small(at + 1, 1, 31).filter(|_| !line.has(Switch::MonthFirst) && !line.joined(at + 1) && ends_number(line, at + 2))
    {
        return Some((CalendarFields { day: Some(day), ..within(CalendarFields::default()) }, at + 2));
    }
    (!cut && line.get(at).is_some_and(|token| token.capital || !line.has(Switch::CapitalNames)))
        .then(|| (within(CalendarFields::default()), at + 1))
}

/// Whether the number before `at`, behind a weekday, is its day: no amount, no time, but a range of days: `du lundi 18 au vendredi 22`.
fn ends_number(line: &Paragraph<'_>, at: usize) -> bool {
    lone(line, at) || line.word(at) == WordSense::To && matches!(line.word(at + 1), WordSense::Weekday(_))
}

fn day_and_month(line: &Paragraph<'_>, at: usize) -> Option<(CalendarFields, usize)> {
    if let Some((day, next)) = day_number(line, at) {
        let next = if line.word(next) == WordSense::Of { next + 1 } else { next };
        let (month, _, after) = month(line, next)?;
        let foreign = matches!(line.word(next), WordSense::ForeignMonth(_));
        let (year, after) = year_behind(line, after, !foreign);
        if foreign && year.is_none() {
            return None;
        }
        return Some((CalendarFields { year, month: Some(month), day: Some(day), ..CalendarFields::default() }, after));
    }
    let (month, sure, next) = month(line, at)?;
    let native = line.has(Switch::MonthFirst) && !matches!(line.word(at), WordSense::ForeignMonth(_));
    let behind =
        day_number(line, next).filter(|(_, after)| !day_is_other(line, next, *after)).or_else(|| day_in_words(line, next));
    if let Some((day, year, after)) = behind.and_then(|(day, after)| {
        // In `May 4-6, 2019` the year stands behind the second day.
        let second = line.mark(after, '-') && line.small(after + 1, 1, 31).is_some();
        let (year, behind) = year_behind(line, if second { after + 2 } else { after }, false);
        let after = if second { after } else { behind };
        (native || year.is_some()).then_some((day, year, after))
    }) {
        return Some((CalendarFields { year, month: Some(month), day: Some(day), ..CalendarFields::default() }, after));
    }
    let (year, after) = year_behind(line, next, false);
    let cut = matches!(line.word(at), WordSense::MonthCut(_));
    if matches!(line.word(at), WordSense::ForeignMonth(_)) {
        return None;
    }
    // `11-Novembre` is the name of a street or a square.
    let named =
        at > 1 && line.mark(at - 1, '-') && (line.number(at - 2).is_some() || matches!(line.word(at - 2), WordSense::Count(_)));
    let told = year.is_some() || (!cut && !named && !is_person(line, at) && (sure || month_is_told(line, at, next)));
    told.then_some((CalendarFields { year, month: Some(month), ..CalendarFields::default() }, after))
}

/// The day in words behind its month: "payable May five", but not "in May five firms".
fn day_in_words(line: &Paragraph<'_>, at: usize) -> Option<(u8, usize)> {
    let WordSense::Count(day @ 1..=31) = line.word(at) else { return None };
    let ends = line
        .get(at + 1)
        .is_none_or(|next| next.capital || matches!(next.kind, TokenClass::Mark(',' | '.' | ';' | ')')) && !line.glued(at + 2));
    let small = line.get(at).is_some_and(|token| !token.capital);
    (ends && small && line.has(Switch::MonthFirst)).then_some((u8::try_from(day).ok()?, at + 1))
}

/// A month at `at`: its number, whether the word is hardly anything else, and the token behind it.
#[must_use]
pub fn month(line: &Paragraph<'_>, at: usize) -> Option<(u8, bool, usize)> {
    let token = line.get(at)?;
    match token.word() {
        WordSense::Month(month) => (token.capital || !line.has(Switch::CapitalNames)).then_some((month, true, at + 1)),
        WordSense::LikelyMonth(month) => (token.capital || !line.has(Switch::CapitalNames)).then_some((month, false, at + 1)),
        WordSense::ForeignMonth(month) => Some((month, false, at + 1)),
        WordSense::MonthCut(month) => {
            let dot = line.mark(at + 1, '.') && line.glued(at + 1);
            Some((month, false, if dot { at + 2 } else { at + 1 }))
        }
        // `sept.` is the month, `sept` the number.
        WordSense::Count(7) if line.cue(at, Cue::MonthWithDot) => {
            let dot = line.mark(at + 1, '.');
            let day = at.checked_sub(1).is_some_and(|place| line.small(place, 1, 31).is_some());
            let amount = matches!(line.word(at + 1), WordSense::Unit(_) | WordSense::Counted | WordSense::Count(_))
                || line.mark(at + 1, '-');
            (dot || (day && !amount)).then_some((9, false, if dot { at + 2 } else { at + 1 }))
        }
        _ => None,
    }
}

/// Whether a title or a given name makes a person's name of a month: `Mme Juillet`, "April May".
fn is_person(line: &Paragraph<'_>, at: usize) -> bool {
    let Some(place) = line.before(at).filter(|_| line.get(at).is_some_and(|token| token.capital)) else { return false };
    line.word(place) == WordSense::Title || (line.mark(place, '.') && place > 0 && line.word(place - 1) == WordSense::Title)
}

/// Whether the words around a name that is as well a common word or a person's make it a month.
fn month_is_told(line: &Paragraph<'_>, at: usize, next: usize) -> bool {
    if line.cue(at, Cue::NameOfMonth) {
        return !matches!(
            line.get(next).map(|token| (token.capital, token.kind)),
            Some((true, TokenClass::Word(WordSense::Other | WordSense::LikelyMonth(_))))
        );
    }
    let label = line.before(at).is_some_and(|place| line.word(place) == WordSense::Label);
    let capital_odd = !line.has(Switch::CapitalNames) && line.get(at).is_some_and(|token| token.capital) && at > 0;
    if label || capital_odd {
        return false;
    }
    match line.word_before(at) {
        WordSense::In
        | WordSense::Since
        | WordSense::Of
        | WordSense::Edge(_)
        | WordSense::To
        | WordSense::From
        | WordSense::Last
        | WordSense::Next
        | WordSense::This
        | WordSense::Before
        | WordSense::And
        | WordSense::Every => true,
        WordSense::Month(_) | WordSense::LikelyMonth(_) => !line.get(at).is_some_and(|token| token.capital),
        _ => {
            matches!(line.word(next), WordSense::Last | WordSense::Next)
                || (line.mark(at.wrapping_sub(1), '-'))
                || line.mark(next, '-')
        }
    }
}

/// A day of the month in figures with its ending, or `premier`.
#[must_use]
pub fn day_number(line: &Paragraph<'_>, at: usize) -> Option<(u8, usize)> {
    if let WordSense::Ordinal(nth) = line.word(at) {
        // `premier mars`, "the fourth of July".
        let of = line.word(at + 1) == WordSense::Of;
        let told = of || (nth == 1 && !line.has(Switch::MonthFirst));
        let dated = matches!(line.word(at + 1 + usize::from(of)), WordSense::Month(_) | WordSense::LikelyMonth(_));
        return (told && dated).then_some((nth, at + 1));
    }
    let day = line.small(at, 1, 31)?;
    let lettered = matches!(line.get(at + 1).map(|token| token.kind), Some(TokenClass::Word(_))) && line.text(at + 1).len() <= 3;
    let dotted = line.has(Switch::DottedOrdinals) && line.mark(at + 1, '.');
    let ending = line.glued(at + 1) && (lettered || dotted);
    let starts_clean = !line.glued(at) || at == 0 || !line.mark(at - 1, '.');
    starts_clean.then_some((day, if ending { at + 2 } else { at + 1 }))
}

/// The year of a range of days that stands behind its second day: `du 28 février au 4 mars 1998`.
fn year_of_range(line: &Paragraph<'_>, after: usize, first: CalendarFields) -> Option<i16> {
    let (month, _) = first.month.zip(first.day)?;
    let mut second = link(line, after)?;
    while matches!(line.word(second), WordSense::The) {
        second += 1;
    }
    let (fields, _) = fields(line, second)?;
    let (year, last) = fields.year.zip(fields.month)?;
    Some(if month > last { year - 1 } else { year })
}

/// The token behind what links the ends of a range.
#[must_use]
pub fn link(line: &Paragraph<'_>, at: usize) -> Option<usize> {
    let linked = matches!(line.word(at), WordSense::And | WordSense::To) || line.mark(at, '-') || line.mark(at, '–');
    linked.then_some(at + 1)
}
