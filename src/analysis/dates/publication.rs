//! Inference of a publication date from what the text tells: the agency line at its head, the newest dated fact as a bound,
//! a weekday with a day of the month that fixes a year, "this Monday" after a dated day.
//!
//! Called by `dates` for articles that declare no date. A bound stays a bound.

mod date_stamps;
pub mod dated_facts;

use jiff::civil::Date;

use crate::analysis::dates::calendar;
use crate::analysis::dates::calendar::{plus_days, weekday};
use crate::analysis::dates::dating_words::dating_words;
use crate::analysis::dates::publication::date_stamps::{StampSign, stamp_sign};
use crate::analysis::dates::publication::dated_facts::{Fact, announced, facts, full, has_hour, is_stamp};
use crate::analysis::dates::reading::FoundTimex;
use crate::analysis::dates::reference::lone_weekday;
use crate::analysis::dates::tense::Tense;
use crate::analysis::dates::value::{Base, CalendarFields, YearSide};
use crate::analysis::terms::{ActiveTerm, narrowed};
use crate::model::date::{Evidence, PartialDate, Precision, Provenance, Publication, PublicationDate};
use crate::text::span::Span;

/// A day told with its weekday and no year is news: it is told within so many days.
const WEEKDAY_REACH: i32 = 21;

/// A day told with its weekday may lie so many days before the newest fact with a year, and so many behind it.
const BEFORE_NEWEST: i32 = 10;
const BEHIND_NEWEST: i32 = 21;

/// An agency line without a year is of the year that brings it at most so many days behind the newest dated day.
const LINE_REACH: i32 = 45;

/// "This Monday" is said on that day or so many days after it; later it would be "last Monday".
const THIS_REACH: i32 = 4;

/// How far behind the newest dated day "this Monday" is looked for.
const NEAR: i32 = 13;

/// So many words may stand behind the date of a caption.
const CAPTION_REST: usize = 4;

/// A weekday with its day and month is looked for in the days up to so many behind the newest fact: one year in five or six has it too.
const LATER: i32 = 500;

/// The year of what was so many days ago in the same year is hardly told, so that a newest fact of then is of another year.
const SAME_YEAR: i32 = 120;

/// How far into a paragraph, in bytes, an agency line can reach.
const DATELINE_REACH: usize = 80;

/// The publication date that the text tells, with its evidence; `None` when it tells nothing. `terms` are those of the offices it
/// names somebody with, asked for where nothing tells a day. Nothing is inferred that lies after `today`.
#[must_use]
pub fn publication(
    text: &str,
    scope: &[Span],
    found: &[FoundTimex],
    today: Date,
    terms: impl Fn() -> Vec<ActiveTerm>,
) -> Option<Publication> {
    let facts = facts(text, found, today);
    let newest = facts.iter().copied().max_by_key(|fact| fact.date);
    if let Some(stamp) = head_stamp(text, scope, found) {
        return Some(stamp);
    }
    if let Some(dateline) = dateline(text, scope, found, newest) {
        return Some(dateline);
    }
    let newest = newest?;
    let narrow = fixed_by_weekday(text, found, newest).or_else(|| near_this_weekday(text, found, newest));
    if let Some(narrow) = narrow.filter(|narrow| narrow.date.sort_key().is_some_and(|date| date.first_day() <= today)) {
        return Some(narrow);
    }
    if let Some(announced) = announced(text, found, newest.date.first_day()).filter(|_| newest.date.precision() == Precision::Day)
    {
        let reasons = vec![
            evidence(text, newest.span, "a fact told as past with its date: the article is not older".to_owned()),
            evidence(text, announced.span, "a day told as to come: the article is not younger".to_owned()),
        ];
        let date = PublicationDate::Between(newest.date, announced.date);
        return Some(Publication { date, provenance: Provenance::Inferred, evidence: reasons });
    }
    let reason = evidence(text, newest.span, "a fact told as past with its date: the article is not older".to_owned());
    let mut found =
        Publication { date: PublicationDate::Since(newest.date), provenance: Provenance::Inferred, evidence: vec![reason] };
    within_terms(&mut found, newest.date, &terms());
    Some(found)
}

/// Raises a bound to the terms of office of those whom the text speaks of as being in office. A term that ended bounds nothing: people
/// go on being called by the office they held.
fn within_terms(found: &mut Publication, newest: PartialDate, terms: &[ActiveTerm]) {
    let Some((Some(begins), _)) = narrowed(terms, newest.first_day()) else { return };
    found.date = PublicationDate::Since(begins.from);
    found.evidence.push(begins.evidence.clone());
}

fn evidence(text: &str, span: Span, rule: String) -> Evidence {
    Evidence { words: span.of(text).into(), span: Some(span), rule: rule.into() }
}

/// The full date with its hour, or with who wrote it behind a bar, that stands at the head of the text: `VENICE | Tue Jun 8, 2010 3:12 pm
/// EDT`, `Thursday 4 August 2005 09.32 BST`, below a menu too.
fn head_stamp(text: &str, scope: &[Span], found: &[FoundTimex]) -> Option<Publication> {
    /// So many parts from the head, below a menu too.
    const HEAD: usize = 30;
    /// So many bytes from the head of the text, below a headline and its summary.
    const REACH: usize = 700;
    let last = scope.get(scope.len().min(HEAD).checked_sub(1)?)?.after();
    let (first, date) = found.iter().take_while(|found| found.span.after() <= last).find_map(|found| {
        let Base::Date(CalendarFields { year: Some(year), month: Some(month), day: Some(day), weekday, short, .. }) =
            found.reading.base
        else {
            return None;
        };
        let date = PartialDate::day(year, month, day)?;
        let fits = weekday.is_none_or(|name| name == calendar::weekday(date.first_day()));
        let sign = stamp_sign(text, found);
        let told = match sign {
            StampSign::Bar => weekday.is_some() && !short && has_hour(text, found),
            StampSign::Zone => has_hour(text, found) && found.span.after() <= REACH,
            StampSign::Byline | StampSign::Made => !short && found.span.after() <= REACH,
            StampSign::None => {
                let set_off = !is_in_prose(text, found.span);
                weekday.is_some() && !short && set_off && has_hour(text, found) && found.span.after() <= REACH
            }
            StampSign::Comment => false,
        };
        (told && fits).then_some((found, date))
    })?;
    let reason = evidence(text, first.span, "the stamp at the head of the text".to_owned());
    Some(Publication { date: PublicationDate::On(date), provenance: Provenance::Dateline, evidence: vec![reason] })
}

/// Whether the word before a date makes it one of a sentence: `Il est 11 h 30 ce mercredi 7 janvier 2015 quand …`.
fn is_in_prose(text: &str, span: Span) -> bool {
    let words = dating_words();
    let before = text.get(..span.first()).unwrap_or_default().trim_end();
    let last = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    // `11 h 30 ce mercredi` is one expression.
    words.in_prose.has(last) || span.of(text).split(' ').any(|word| words.in_prose_inside.has(word))
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
        // A year alone may be one of a plan, and an old day or a month that the news is held against does not tell which year the line
        // leaves out: a day near that of the line does.
        let bound = newest?.date;
        // Accounts are held against those of a year before, which ended in the same months.
        (bound.precision() == Precision::Day && newest.is_some_and(|fact| !ends_period(text, fact.span))).then_some(())?;
        let near = |year: &i16| {
            let line = PartialDate::day(*year, month, day)?.first_day();
            // `VENICE, Tue Jun 8 (Agency)`: in other years it is another weekday.
            fields.weekday.is_none_or(|name| name == weekday(line)).then_some(())?;
            (plus_days(line, -LINE_REACH)?..=plus_days(line, BEFORE_NEWEST)?).contains(&bound.first_day()).then_some(*year)
        };
        let year = bound.parts().0;
        (year - 1..=year + 1).find_map(|year| near(&year))
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

/// Whether the day at `span` is told as the end of a year of accounts, a quarter or the like: `ended January 31`, `at March 31`.
fn ends_period(text: &str, span: Span) -> bool {
    let before = text.get(..span.first()).unwrap_or_default();
    let mut words = before.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let small = |word: &&str| !dating_words().period_articles.has(word);
    words.find(small).is_some_and(|word| dating_words().period_ends.has(&word.to_lowercase()))
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
    // `LONDON 1996-08-23`, a line of its own.
    let place_alone =
        before.split_whitespace().all(|word| word.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '.' | ',')));
    let whole = span.of(text).split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
    if shouted && place_alone && whole && before.split_whitespace().count() < 4 && after.trim().is_empty() {
        return true;
    }
    let dashed = |text: &str| text.contains(['–', '—']) || text.contains(" - ") || text.contains(" -- ");
    let head: String = after.chars().take(40).collect();
    let agency = head.trim_start().starts_with('(') || before.contains('(');
    let opens = dashed(&head)
        || (dashed(before) && head.trim_start().starts_with(['.', ',', '\n']))
        || before.trim_end().ends_with(['–', '—']);
    before.len() <= DATELINE_REACH && place && opens && (shouted || agency)
}

/// A weekday with a day and month and no year, which only some years have: in the year that brings it near the newest fact, else in
/// the first one behind it, at most [`LATER`] days.
fn fixed_by_weekday(text: &str, found: &[FoundTimex], newest: Fact) -> Option<Publication> {
    let bound = newest.date.first_day();
    let (from, until) = (plus_days(bound, -BEFORE_NEWEST)?, plus_days(newest.date.interval().last, BEHIND_NEWEST)?);
    let year = newest.date.parts().0;
    // A year alone is too wide for one weekday in seven to tell anything.
    if newest.date.precision() > Precision::Month {
        return None;
    }
    let days = found.iter().filter(|found| !found.tense.looks_ahead() && !is_stamp(text, found)).filter_map(|found| {
        let Base::Date(CalendarFields { year: None, month: Some(month), day: Some(day), weekday: Some(name), .. }) =
            found.reading.base
        else {
            return None;
        };
        let fits = |year: &i16| {
            let date = PartialDate::day(*year, month, day)?;
            (weekday(date.first_day()) == name).then_some(date)
        };
        let near =
            || (year - 1..=year + 1).filter_map(|year| fits(&year)).find(|date| (from..=until).contains(&date.first_day()));
        let later = || {
            let last = plus_days(bound, LATER)?;
            (year..=year + 1).filter_map(|year| fits(&year)).find(|date| (bound..=last).contains(&date.first_day()))
        };
        near().or_else(later).map(|date| Fact { date, span: found.span, tense: found.tense })
    });
    let fact = days.max_by_key(|fact| fact.date)?;
    let stale = fact.date.parts().0 == year && fact.date.first_day() > plus_days(bound, SAME_YEAR)?;
    if stale {
        return None;
    }
    let until = PartialDate::of(plus_days(fact.date.first_day(), WEEKDAY_REACH)?);
    // A later date that is no fact, such as the end of a stretch, shows the newest fact to be old all the same.
    let newer = |found: &FoundTimex| full(found).is_some_and(|(date, _)| !found.tense.looks_ahead() && date > until);
    if found.iter().any(newer) {
        return None;
    }
    let words = fact.span.of(text);
    let reasons = vec![
        evidence(text, fact.span, format!("“{words}” falls on that weekday in {}", fact.date.parts().0)),
        evidence(text, newest.span, "the newest fact with a year: the article is not older".to_owned()),
    ];
    let from = if newest.date.precision() == Precision::Day { fact.date.max(newest.date) } else { fact.date };
    (from <= until).then_some(Publication {
        date: PublicationDate::Between(from, until),
        provenance: Provenance::Inferred,
        evidence: reasons,
    })
}

/// "This Monday" in a text whose newest dated fact is a day: the first such Monday from that day on.
fn near_this_weekday(text: &str, found: &[FoundTimex], newest: Fact) -> Option<Publication> {
    // What is told in the past with its year is mostly old: a caption and a line by itself are of the article's days.
    // A place or an agency may stand behind it in a caption, not a sentence.
    let rest = text.get(newest.span.after()..).unwrap_or_default().split('\n').next().unwrap_or_default();
    let apart = rest.split_whitespace().count() <= CAPTION_REST;
    if newest.date.precision() != Precision::Day || newest.tense == Tense::Past || !apart {
        return None;
    }
    let this = |found: &&FoundTimex| {
        let past = lone_weekday(found).is_some_and(|(_, way, tense)| way == YearSide::This && !tense.looks_ahead());
        past && !is_stamp(text, found)
    };
    let first_from = |name: u8| -> Option<Date> {
        (0..=NEAR).filter_map(|by| plus_days(newest.date.first_day(), by)).find(|day| weekday(*day) == name)
    };
    let days = found.iter().filter(this).filter_map(|found| Some((first_from(lone_weekday(found)?.0)?, found.span)));
    let (day, span) = days.max_by_key(|(day, _)| *day)?;
    let until = PartialDate::of(plus_days(day, THIS_REACH)?);
    let reasons = vec![
        evidence(text, newest.span, "a fact told as past with its date: the article is not older".to_owned()),
        evidence(text, span, format!("the first such weekday from then on is {day}, told in that week")),
    ];
    Some(Publication {
        date: PublicationDate::Between(PartialDate::of(day), until),
        provenance: Provenance::Inferred,
        evidence: reasons,
    })
}
