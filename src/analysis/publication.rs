//! Inference of a publication date from what the text tells: the agency line at its head, the newest dated fact as a bound,
//! a weekday with a day of the month that fixes a year, "this Monday" after a dated day.
//!
//! Called by `analysis::dates` for articles that declare no date. A bound stays a bound.

use jiff::civil::Date;

use crate::analysis::dates::calendar::{plus_days, weekday};
use crate::analysis::dates::reading::FoundTimex;
use crate::analysis::dates::reference::lone_weekday;
use crate::analysis::dates::tense::Tense;
use crate::analysis::dates::value::{Base, CalendarFields, YearSide};
use crate::analysis::terms::{ActiveTerm, narrowed};
use crate::model::date::{Evidence, PartialDate, Precision, Provenance, Publication, PublicationDate};
use crate::text::span::Span;

/// A day told with its weekday and no year is news: it is told within so many days.
const WEEKDAY_REACH: i32 = 21;

/// "This Monday" is said on that day or so many days after it; later it would be "last Monday".
const THIS_REACH: i32 = 4;

/// How far behind the newest dated day "this Monday" is looked for.
const NEAR: i32 = 13;

/// How far into a paragraph, in bytes, an agency line can reach.
const DATELINE_REACH: usize = 80;

/// A dated fact of the text.
#[derive(Clone, Copy, Debug)]
struct Fact {
    date: PartialDate,
    span: Span,
}

/// The publication date that the text tells, with its evidence; `None` when it tells nothing. `terms` are those of the offices it
/// names somebody with, asked for where nothing tells a day.
#[must_use]
pub fn publication(text: &str, scope: &[Span], found: &[FoundTimex], terms: impl Fn() -> Vec<ActiveTerm>) -> Option<Publication> {
    let newest = newest(found);
    if let Some(dateline) = dateline(text, scope, found, newest) {
        return Some(dateline);
    }
    let newest = newest?;
    if let Some(fixed) = fixed_by_weekday(text, found, newest) {
        return Some(fixed);
    }
    if let Some(near) = near_this_weekday(text, found, newest) {
        return Some(near);
    }
    let reason = evidence(text, newest.span, "the newest dated fact: the article is not older".to_owned());
    let mut found =
        Publication { date: PublicationDate::Since(newest.date), provenance: Provenance::Inferred, evidence: vec![reason] };
    within_terms(&mut found, newest.date, &terms());
    Some(found)
}

/// Narrows a bound to the terms of office of those whom the text speaks of as being in office.
fn within_terms(found: &mut Publication, newest: PartialDate, terms: &[ActiveTerm]) {
    let Some((begins, ends)) = narrowed(terms, newest.first_day()) else { return };
    let from = begins.map_or(newest, |term| term.from);
    found.date = match ends.and_then(|term| term.to) {
        Some(to) => PublicationDate::Between(from, to),
        None => PublicationDate::Since(from),
    };
    let same = |one: &ActiveTerm, other: &ActiveTerm| one.evidence.span == other.evidence.span;
    let last = ends.filter(|ends| begins.is_none_or(|begins| !same(begins, ends)));
    found.evidence.extend(begins.into_iter().chain(last).map(|term| term.evidence.clone()));
}

fn evidence(text: &str, span: Span, rule: String) -> Evidence {
    Evidence { words: span.of(text).into(), span: Some(span), rule: rule.into() }
}

/// The newest date told in full or in part and not told as to come.
fn newest(found: &[FoundTimex]) -> Option<Fact> {
    let facts = found.iter().filter(|found| found.tense != Tense::Future).filter_map(|found| match found.reading.base {
        Base::Date(CalendarFields { year: Some(year), month, day, .. }) => {
            let date = match (month, day) {
                (Some(month), Some(day)) => PartialDate::day(year, month, day),
                (Some(month), None) => PartialDate::month(year, month),
                _ => PartialDate::year(year),
            };
            // A year alone is as often the year of a plan: only the past tense makes it a fact.
            let told = month.is_some() || found.tense == Tense::Past;
            date.filter(|_| told).map(|date| Fact { date, span: found.span })
        }
        _ => None,
    });
    facts.max_by_key(|fact| fact.date)
}

/// The day of an agency line, `BAGDAD, 12 mars 2020 (AFP) —`, at the head of the text.
fn dateline(text: &str, scope: &[Span], found: &[FoundTimex], newest: Option<Fact>) -> Option<Publication> {
    let found = scope.iter().take(3).find_map(|part| {
        let first = found.iter().find(|found| part.covers(found.span))?;
        (first.heads && is_dateline(text, *part, first.span)).then_some(first)
    })?;
    let Base::Date(fields) = found.reading.base else { return None };
    let (month, day) = (fields.month?, fields.day?);
    let year = fields.year.or_else(|| {
        let bound = newest?.date;
        let of_bound = PartialDate::day(bound.parts().0, month, day)?;
        Some(if of_bound.interval().last < bound.first_day() { bound.parts().0 + 1 } else { bound.parts().0 })
    })?;
    let date = PartialDate::day(year, month, day)?;
    let mut reasons = vec![evidence(text, found.span, "the agency line at the head of the text".to_owned())];
    reasons.extend(
        newest
            .filter(|_| fields.year.is_none())
            .map(|fact| evidence(text, fact.span, format!("the newest dated fact gives the year {year}"))),
    );
    Some(Publication { date: PublicationDate::On(date), provenance: Provenance::Dateline, evidence: reasons })
}

/// Whether the date at `span` stands in a line of place, agency and date that opens `part`.
fn is_dateline(text: &str, part: Span, span: Span) -> bool {
    let before = text.get(part.first()..span.first()).unwrap_or_default();
    let after = text.get(span.after()..part.after()).unwrap_or_default();
    let place = before.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    let shouted = before
        .split(|c: char| !c.is_alphabetic())
        .find(|word| word.len() > 1)
        .is_some_and(|word| word.chars().all(char::is_uppercase));
    let dashed = |text: &str| text.contains(['–', '—']) || text.contains(" - ") || text.contains(" -- ");
    let head: String = after.chars().take(40).collect();
    let agency = head.trim_start().starts_with('(') || before.contains('(');
    let opens = dashed(&head)
        || (dashed(before) && head.trim_start().starts_with(['.', ',', '\n']))
        || before.trim_end().ends_with(['–', '—']);
    before.len() <= DATELINE_REACH && place && opens && (shouted || agency)
}

/// A weekday with a day and month and no year, which only some years have: the first of them from the newest fact on.
fn fixed_by_weekday(text: &str, found: &[FoundTimex], newest: Fact) -> Option<Publication> {
    let bound = newest.date.first_day();
    let days = found.iter().filter(|found| found.tense != Tense::Future).filter_map(|found| match found.reading.base {
        Base::Date(CalendarFields { year: None, month: Some(month), day: Some(day), weekday: Some(name), .. }) => {
            let years = newest.date.parts().0..=newest.date.parts().0 + 11;
            let fits = |date: &PartialDate| weekday(date.first_day()) == name && date.first_day() >= bound;
            years.filter_map(|year| PartialDate::day(year, month, day)).find(fits).map(|date| Fact { date, span: found.span })
        }
        _ => None,
    });
    let fact = days.max_by_key(|fact| fact.date)?;
    let until = PartialDate::of(plus_days(fact.date.first_day(), WEEKDAY_REACH)?);
    let words = fact.span.of(text);
    let reasons = vec![
        evidence(text, fact.span, format!("“{words}” falls on that weekday in {}", fact.date.parts().0)),
        evidence(text, newest.span, "the newest fact with a year: the article is not older".to_owned()),
    ];
    Some(Publication { date: PublicationDate::Between(fact.date, until), provenance: Provenance::Inferred, evidence: reasons })
}

/// "This Monday" in a text whose newest dated fact is a day: the first such Monday from that day on.
fn near_this_weekday(text: &str, found: &[FoundTimex], newest: Fact) -> Option<Publication> {
    if newest.date.precision() != Precision::Day {
        return None;
    }
    let this =
        |found: &&FoundTimex| lone_weekday(found).is_some_and(|(_, way, tense)| way == YearSide::This && tense != Tense::Future);
    let first_from = |name: u8| -> Option<Date> {
        (0..=NEAR).filter_map(|by| plus_days(newest.date.first_day(), by)).find(|day| weekday(*day) == name)
    };
    let days = found.iter().filter(this).filter_map(|found| Some((first_from(lone_weekday(found)?.0)?, found.span)));
    let (day, span) = days.max_by_key(|(day, _)| *day)?;
    let until = PartialDate::of(plus_days(day, THIS_REACH)?);
    let reasons = vec![
        evidence(text, newest.span, "the newest dated fact: the article is not older".to_owned()),
        evidence(text, span, format!("the first such weekday from then on is {day}, told in that week")),
    ];
    Some(Publication {
        date: PublicationDate::Between(PartialDate::of(day), until),
        provenance: Provenance::Inferred,
        evidence: reasons,
    })
}
