//! Times counted from another: `hier`, `le lendemain`, `le mois dernier`, `this week`, `ces derniers jours`, and vague ones.

use crate::analysis::dates::grammar::{Cue, Switch};
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::behind_article;
use crate::analysis::dates::patterns::calendar::{date, fields};
use crate::analysis::dates::patterns::clock::{behind_day, figures};
use crate::analysis::dates::patterns::length::{count, lasts, length};
use crate::analysis::dates::patterns::offset::day_of;
use crate::analysis::dates::patterns::placing::relative_year;
use crate::analysis::dates::patterns::weekend::{is_cut, whole};
use crate::analysis::dates::tense::tells;
use crate::analysis::dates::tokens::{Gap, TokenClass};
use crate::analysis::dates::value::{Base, CalendarFields, Clock, CountedFrom, Resolution};
use crate::analysis::dates::word::{DayPart, TimeUnit, Vague, WordSense};

/// The most words such as "last" that are read one behind the other; nobody writes more.
const MOST_SHIFTS: usize = 4;

/// `hier`, `aujourd'hui`, `demain matin`, `le lendemain`, `la veille`, `tonight`.
#[must_use]
pub fn day(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let (base, clock, mut after) = match line.word(at) {
        WordSense::Day(0) if line.mark(at + 1, '\'') && line.cue(at + 2, Cue::TodayEnding) => {
            let now = Base::Vague(Vague::Present);
            (if is_nowadays(line, at) { now } else { Base::Shift(TimeUnit::Day, 0, CountedFrom::Publication) }, None, at + 3)
        }
        WordSense::Day(shift) => (Base::Shift(TimeUnit::Day, i32::from(shift), CountedFrom::Publication), None, at + 1),
        WordSense::NextDay(shift) => {
            let base = day_of(line, at + 1, shift).or_else(|| apposed(line, at + 1)).unwrap_or(Base::Shift(
                TimeUnit::Day,
                i32::from(shift),
                CountedFrom::Narrative,
            ));
            (base, None, at + 1)
        }
        WordSense::DayAt(part, shift) => {
            (Base::Shift(TimeUnit::Day, i32::from(shift), CountedFrom::Publication), Some(Clock::Part(part)), at + 1)
        }
        _ => return None,
    };
    if is_of_paper(line, at) {
        return None;
    }
    // Without an article `veille` is a verb.
    let at_the = at.checked_sub(1).filter(|place| line.cue(*place, Cue::AtThe));
    // `du jour au lendemain` is any day.
    let overnight = at_the.is_some_and(|place| line.word_before(place) == WordSense::Unit(TimeUnit::Day));
    if matches!(line.word(at), WordSense::NextDay(_)) && (overnight || !(line.with_article(at) < at || at_the.is_some())) {
        return None;
    }
    let clock = clock.or_else(|| {
        let (clock, behind) = behind_day(line, after);
        let hour = figures(line, after + 1).filter(|_| clock.is_none() && line.cue(after, Cue::At));
        let (clock, behind) = hour.map_or((clock, behind), |(hour, behind)| (Some(hour), behind));
        after = behind;
        clock
    });
    let first = match line.word(at) {
        WordSense::NextDay(_) => line.with_article(at),
        _ if line.has(Switch::PlacedBefore) => {
            line.with(at, |word| matches!(word, WordSense::Earlier | WordSense::Later | WordSense::Edge(_)))
        }
        _ => at,
    };
    Some(TimexHit { first, after, reading: Resolution::new(base).at(clock) })
}

/// Whether a day with a capital ends the name of a paper inside a sentence: "told USA Today".
fn is_of_paper(line: &Paragraph<'_>, at: usize) -> bool {
    let word = |at: usize| line.get(at).filter(|token| matches!(token.kind, TokenClass::Word(_)));
    // A line of capitals throughout is a headline.
    let named = word(at).is_some_and(|token| token.capital) && line.text(at).bytes().any(|byte| byte.is_ascii_lowercase());
    let beside = at.checked_sub(1).and_then(word).is_some_and(|before| before.capital && before.word() == WordSense::Other);
    let apart = at < 2 || word(at - 2).is_none_or(|before| !before.capital);
    line.has(Switch::CapitalNames) && named && beside && apart && line.get(at).is_some_and(|token| token.gap == Gap::Space)
}

/// Whether "today" at `at` means these days: `est aujourd'hui`, `aujourd'hui encore`, `la ville d'aujourd'hui`, in apposition; not `l'élection d'aujourd'hui`,
/// nor `est aujourd'hui attendu`.
fn is_nowadays(line: &Paragraph<'_>, at: usize) -> bool {
    /// How far before "of today" stands what is announced, in tokens: `élections législatives d'aujourd'hui`.
    const NOUN: usize = 3;
    let Some(before) = line.before(at) else { return false };
    if line.word(before) == WordSense::Of {
        return !(before.saturating_sub(NOUN)..before).any(|place| line.cue(place, Cue::Announced));
    }
    let still = line.cue(before, Cue::Still) || line.cue(at + 3, Cue::Still);
    // `Jean Doe, aujourd'hui meunier`, `un village, aujourd'hui le plus grand`.
    let small = |place: usize| line.get(place).is_some_and(|next| !next.capital) && !tells(line, place);
    let apposed = line.mark(at - 1, ',') || line.word(before) == WordSense::And;
    let told = match line.word(at + 3) {
        WordSense::Other => matches!(line.get(at + 3).map(|next| next.kind), Some(TokenClass::Word(_))) && small(at + 3),
        WordSense::The => line.word(at + 4) == WordSense::More,
        _ => false,
    };
    still || apposed && told || line.cue(before, Cue::State) && !line.cue(at + 3, Cue::OfDay)
}

/// The day that stands between commas at `at` and says which one the words before mean: `la veille, vendredi,`.
fn apposed(line: &Paragraph<'_>, at: usize) -> Option<Base> {
    let (fields, after) = fields(line, at + 1).filter(|_| line.mark(at, ','))?;
    let day = fields.weekday.is_some() || fields.day.is_some();
    (day && line.mark(after, ',')).then_some(Base::Date(fields))
}

/// `avant-hier`, `après-demain`, `the day before yesterday`, `the day after tomorrow`.
#[must_use]
pub fn day_before(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let next = if line.mark(at + 1, '-') { at + 2 } else { at + 1 };
    let by = match (line.word(at), line.word(next)) {
        (WordSense::Before, WordSense::Day(-1)) => -2,
        (WordSense::After, WordSense::Day(1)) => 2,
        // `l'avant-veille`.
        (WordSense::Before, WordSense::NextDay(-1)) if line.mark(at + 1, '-') && line.with_article(at) < at => {
            let reading = Resolution::new(Base::Shift(TimeUnit::Day, -2, CountedFrom::Narrative));
            return Some(TimexHit { first: line.with_article(at), after: next + 1, reading });
        }
        _ => return None,
    };
    let day =
        line.before(at).filter(|place| line.has(Switch::PlacedBefore) && line.word(*place) == WordSense::Unit(TimeUnit::Day));
    if day.is_none() && (line.has(Switch::PlacedBefore) || !line.mark(at + 1, '-')) {
        return None;
    }
    let first = day.map_or(at, |place| line.with_article(place));
    let (clock, after) = behind_day(line, next + 1);
    Some(TimexHit { first, after, reading: Resolution::new(Base::Shift(TimeUnit::Day, by, CountedFrom::Publication)).at(clock) })
}

/// The place and the shift a word before or behind a unit gives it.
fn shift(word: WordSense) -> Option<(i32, CountedFrom)> {
    Some(match word {
        WordSense::Last => (-1, CountedFrom::Publication),
        WordSense::Next => (1, CountedFrom::Publication),
        WordSense::Previous => (-1, CountedFrom::Narrative),
        WordSense::Following => (1, CountedFrom::Narrative),
        WordSense::This => (0, CountedFrom::Publication),
        WordSense::That => (0, CountedFrom::Narrative),
        _ => return None,
    })
}

/// `le même jour`, "the same year": the unit told before.
#[must_use]
pub fn same(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let WordSense::Unit(unit) = line.word(at + 1) else { return None };
    let first = line.with_article(at);
    let told = first < at && unit >= TimeUnit::Day && !(line.many(at + 1) && unit != TimeUnit::Month);
    if let Some(hit) = same_before(line, first, at + 2, unit).filter(|_| told) {
        return Some(hit);
    }
    told.then(|| TimexHit { first, after: at + 2, reading: Resolution::new(Base::Shift(unit, 0, CountedFrom::Narrative)) })
}

/// "the same month a year earlier", "the same week last year", from the token behind the unit.
fn same_before(line: &Paragraph<'_>, first: usize, at: usize, unit: TimeUnit) -> Option<TimexHit> {
    let (by, after) = if let Some((by @ -1, after)) = relative_year(line, at, false) {
        (i16::from(by), after)
    } else {
        let (count, next) = count(line, at)?;
        let earlier = line.word(next) == WordSense::Unit(TimeUnit::Year)
            && matches!(line.word(next + 1), WordSense::Earlier | WordSense::Ago);
        (-i16::try_from(count.filter(|_| earlier)?).ok()?, next + 2)
    };
    (unit < TimeUnit::Year).then(|| TimexHit { first, after, reading: Resolution::new(Base::Like(unit, by)) })
}

/// A unit with what follows it: `mois dernier`, `semaine prochaine`, `année 2003`, `week-end`.
#[must_use]
pub fn unit(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let WordSense::Unit(unit) = line.word(at) else { return None };
    let (unit, after) = whole(line, at, unit);
    if is_cut(line, at, unit) {
        return None;
    }
    if unit < TimeUnit::Day {
        return None;
    }
    if line.has(Switch::ArticleUnits) {
        return behind_article::unit(line, at, unit, after);
    }
    if unit == TimeUnit::Month && line.word(after) == WordSense::Of {
        return month_of(line, at, after + 1);
    }
    let behind = line.word(after);
    let many = line.many(after - 1);
    if let Some((by, anchor)) =
        shift(behind).filter(|_| matches!(behind, WordSense::Last | WordSense::Next | WordSense::Previous | WordSense::Following))
    {
        let first = line.with(at, |word| matches!(word, WordSense::The));
        return Some(TimexHit {
            first,
            after: after + 1,
            reading: if many { some(by, unit) } else { Resolution::new(Base::Shift(unit, by, anchor)) },
        });
    }
    // `le jour même`.
    if behind == WordSense::Same && !many && line.with_article(at) < at {
        let reading = Resolution::new(Base::Shift(unit, 0, CountedFrom::Narrative));
        return Some(TimexHit { first: line.with_article(at), after: after + 1, reading });
    }
    if unit == TimeUnit::Weekend && many && line.with_article(at) < at {
        return Some(TimexHit { first: line.with_article(at), after, reading: Resolution::new(Base::Every(1, unit)) });
    }
    if let Some(hit) = within(line, at, unit, after).filter(|_| !many) {
        return Some(hit);
    }
    if unit == TimeUnit::Weekend && !many {
        return Some(TimexHit {
            first: line.with_article(at),
            after,
            reading: Resolution::new(Base::Shift(unit, 0, CountedFrom::Publication)),
        });
    }
    None
}

/// `dans la semaine`, `au cours de l'année`, `le reste de l'année`, `dans la journée`, with nothing behind that says which one.
fn within(line: &Paragraph<'_>, at: usize, unit: TimeUnit, after: usize) -> Option<TimexHit> {
    let first = line.with_article(at);
    let of = line.before(first).filter(|of| line.word(*of) == WordSense::Of && *of > 0);
    let course = of.is_some_and(|of| line.cue(of - 1, Cue::CourseOf) || line.word(of - 1) == WordSense::In);
    let alone = line.get(after).is_none_or(|next| matches!(next.kind, TokenClass::Mark(mark) if mark != '-' && mark != '\''));
    let told = first < at && alone && (course || line.word_before(first) == WordSense::In);
    let reading = match unit {
        TimeUnit::Day if line.cue(at, Cue::Daytime) => Resolution::new(Base::Clock).at(Some(Clock::Part(DayPart::Daytime))),
        TimeUnit::Week | TimeUnit::Month | TimeUnit::Year => Resolution::new(Base::Shift(unit, 0, CountedFrom::Publication)),
        _ => return None,
    };
    told.then_some(TimexHit { first, after, reading })
}

/// `mois de mars 2020`.
fn month_of(line: &Paragraph<'_>, at: usize, next: usize) -> Option<TimexHit> {
    let next = next + usize::from(line.mark(next, '\''));
    let inner = date(line, next)?;
    Some(TimexHit { first: line.with_article(at), after: inner.after, reading: inner.reading })
}

/// Some units before or after now: "recent weeks".
fn some(by: i32, unit: TimeUnit) -> Resolution {
    match by {
        ..0 => Resolution::new(Base::Vague(Vague::Past)),
        0 => Resolution::new(Base::Duration(None, unit)),
        _ => Resolution::new(Base::Vague(Vague::Future)),
    }
}

/// The shift at `at`, the last one where several words tell one (`ces derniers`), and the token behind.
fn shifts(line: &Paragraph<'_>, at: usize) -> Option<(i32, CountedFrom, usize)> {
    let (mut by, mut anchor) = shift(line.word(at))?;
    let mut next = at + 1;
    for _ in 0..MOST_SHIFTS {
        match (shift(line.word(next)), line.word(next)) {
            (Some((other, from)), WordSense::Last | WordSense::Next | WordSense::Previous | WordSense::Following) => {
                (by, anchor, next) = (other, from, next + 1);
            }
            _ => break,
        }
    }
    Some((by, anchor, next))
}

/// "this", "last", "next", "same" before a unit or a part of the day: `cette semaine`, `ce matin`, `last month`, `ces derniers jours`.
#[must_use]
pub fn this(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let (by, mut anchor, mut next) = shifts(line, at)?;
    let that = |place: usize| line.mark(place, '-') && line.cue(place + 1, Cue::There);
    if line.has(Switch::NextByArticle)
        && line.word(at) == WordSense::Next
        && line.word_before(at) == WordSense::The
        && line.word(next) != WordSense::Unit(TimeUnit::Year)
    {
        anchor = CountedFrom::Narrative;
    }
    if line.word(next) == WordSense::Same {
        (anchor, next) = (CountedFrom::Narrative, next + 1);
    }
    let mut first = if line.word(at) == WordSense::This || line.word(at) == WordSense::That { at } else { line.with_article(at) };
    if line.has(Switch::PlacedBefore) {
        first = line.with(first, |word| matches!(word, WordSense::Earlier | WordSense::Later | WordSense::Edge(_)));
    }
    if line.has(Switch::SmallUnits) && behind_article::named(line, next) {
        return None;
    }
    if let Some(hit) = behind_article::this(line, at, next) {
        return Some(hit);
    }
    next += usize::from(line.cue(next, Cue::Fiscal) && line.word(next + 1) == WordSense::Unit(TimeUnit::Year));
    match line.word(next) {
        // `la dernière journée du tournoi`.
        WordSense::Unit(TimeUnit::Day) if by < 0 && line.cue(next, Cue::Daytime) && !line.many(next) => None,
        WordSense::Unit(unit) if unit >= TimeUnit::Day => {
            let (unit, mut after) = whole(line, next, unit);
            let many = line.many(after - 1) || line.cue(next, Cue::SingularInS) && line.cue(at, Cue::ManyBefore);
            if that(after) {
                (anchor, after) = (CountedFrom::Narrative, after + 2);
            } else if line.mark(after, '-') && line.cue(after + 1, Cue::Here) {
                after += 2;
            }
            if let Some(year) = line.year(after).filter(|_| unit == TimeUnit::Year && !many) {
                let fields = CalendarFields { year: Some(year), ..CalendarFields::default() };
                return Some(TimexHit { first, after: after + 1, reading: Resolution::new(Base::Date(fields)) });
            }
            let reading = if many {
                some(if line.word(at) == WordSense::This && by == 0 { -1 } else { by }, unit)
            } else {
                Resolution::new(Base::Shift(unit, by, anchor))
            };
            Some(TimexHit { first, after, reading })
        }
        WordSense::DayPart(part) => {
            let (anchor, after) = if that(next + 1) { (CountedFrom::Narrative, next + 3) } else { (anchor, next + 1) };
            let by = if part == DayPart::Night && by < 0 { -1 } else { by };
            Some(TimexHit {
                first,
                after,
                reading: Resolution::new(Base::Shift(TimeUnit::Day, by, anchor)).at(Some(Clock::Part(part))),
            })
        }
        WordSense::After if line.mark(next + 1, '-') && line.word(next + 2) == WordSense::Moment(12) => Some(TimexHit {
            first,
            after: next + 3,
            reading: Resolution::new(Base::Shift(TimeUnit::Day, by, anchor)).at(Some(Clock::Part(DayPart::Afternoon))),
        }),
        _ => None,
    }
}

/// Whether "next" stands at `first` behind an article that says which year is meant, and not behind "over", with which it is a length.
#[must_use]
pub fn is_next_told(line: &Paragraph<'_>, first: usize) -> bool {
    let length = matches!(line.word_before(first), WordSense::In | WordSense::About);
    line.has(Switch::NextByArticle) && line.word(first) == WordSense::The && !length
}

/// "last", "next" before an amount: `les six derniers mois` is read as an amount, `the next three days` too.
#[must_use]
pub fn leading(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let count = match line.word(at) {
        _ if lasts(line, at) => return None,
        WordSense::Last if line.cue(at, Cue::ThePastWithin) => return None,
        WordSense::Last | WordSense::Next | WordSense::Previous | WordSense::Following => length(line, at + 1)?,
        _ => return None,
    };
    let first = line.with(at, |word| matches!(word, WordSense::The | WordSense::This));
    Some(TimexHit { first: first.min(count.first), ..count })
}

/// The nth day, week or year of something: it lasts so long, but when it was is not told.
#[must_use]
pub fn nth_day(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let WordSense::Unit(unit @ TimeUnit::Day) = line.word(at + 1) else { return None };
    let first = line.with_article(at);
    (first < at && !line.has(Switch::PlacedBefore)).then(|| TimexHit {
        first,
        after: at + 2,
        reading: Resolution::new(Base::Duration(Some(1), unit)),
    })
}
