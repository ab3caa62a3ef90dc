//! Parts of the day: `la soirée`, `fin d'après-midi`, `le matin du 4 août`, `la nuit de lundi à mardi`, "on the night of May 4".

use crate::analysis::dates::grammar::{Cue, Switch};
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::behind_article::names_itself;
use crate::analysis::dates::patterns::calendar::date;
use crate::analysis::dates::patterns::range::range_day;
use crate::analysis::dates::tense::{Tense, around};
use crate::analysis::dates::tokens::TokenClass;
use crate::analysis::dates::value::{Base, Clock, CountedFrom, Resolution};
use crate::analysis::dates::word::{DayPart, TimeUnit, WordSense};

/// A part of the day at `at` and the token behind it.
#[must_use]
pub fn part_at(line: &Paragraph<'_>, at: usize) -> Option<(DayPart, usize)> {
    match line.word(at) {
        WordSense::DayPart(part) => Some((part, at + 1)),
        WordSense::After if line.mark(at + 1, '-') && line.word(at + 2) == WordSense::Moment(12) => {
            Some((DayPart::Afternoon, at + 3))
        }
        _ => None,
    }
}

/// A part of the day with an article, which belongs to the day of the narrative, or with the day behind it.
#[must_use]
pub fn day_part(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    if let Some(hit) = night_between(line, at).or_else(|| part_of_day(line, at)) {
        return Some(hit);
    }
    let (part, after) = part_at(line, at)?;
    let first = line.with_article(at);
    if let Some((by, behind)) = beside(line, part, after).filter(|_| first < at) {
        let reading = Resolution::new(Base::Shift(TimeUnit::Day, by, CountedFrom::Narrative)).at(Some(Clock::Part(part)));
        return Some(TimexHit { first, after: behind, reading });
    }
    let before = line.word_before(first);
    // `au petit matin`.
    let early = at > 1 && line.cue(at - 1, Cue::EarlyPart) && matches!(line.word(at - 2), WordSense::To | WordSense::Of);
    if early {
        return Some(TimexHit { first: at - 1, after, reading: Resolution::new(Base::Clock).at(Some(Clock::Part(part))) });
    }
    // `l'Aube` is a river.
    if first < at && names_itself(line, at) {
        return None;
    }
    // `de la nuit` is the night of anything, `à l'aube` that of a day.
    let course = before == WordSense::Of && line.before(first).is_some_and(|of| of > 0 && line.cue(of - 1, Cue::CourseOf));
    // `a réuni les chefs en soirée`: a verb tells of one.
    let of_one = || matches!(around(line, at, after), Tense::Past | Tense::Future) && !line.has(Switch::PlacedBefore);
    if first == at && before == WordSense::In && matches!(part, DayPart::Evening | DayPart::Morning) && of_one() {
        return Some(TimexHit { first: at, after, reading: Resolution::new(Base::Clock).at(Some(Clock::Part(part))) });
    }
    let told = first < at
        && (course || !matches!(before, WordSense::Of | WordSense::Per))
        && (before != WordSense::To || part == DayPart::Morning);
    // `l'aube de l'an 2000` is no morning.
    let of = matches!(line.word(after), WordSense::Of | WordSense::OfThe);
    let edged = matches!(line.word(first.wrapping_sub(1)), WordSense::Edge(_));
    let after = if line.word(after) == WordSense::Same { after + 1 } else { after };
    (told && !edged && !of && !line.has(Switch::PlacedBefore)).then(|| TimexHit {
        first,
        after,
        reading: Resolution::new(Base::Clock).at(Some(Clock::Part(part))),
    })
}

/// How many days from the one told a part of a day lies by the word behind it at `at`, and the token behind that: `le soir précédent`, `la
/// nuit suivante`, "the night before".
fn beside(line: &Paragraph<'_>, part: DayPart, at: usize) -> Option<(i32, usize)> {
    let closed =
        || line.get(at + 1).is_none_or(|next| matches!(next.kind, TokenClass::Mark(mark) if mark != '-' && mark != '\''));
    let behind = !line.has(Switch::PlacedBefore);
    match line.word(at) {
        WordSense::Previous if behind => Some((-1, at + 1)),
        // The night that follows a day begins on it.
        WordSense::Following if behind => Some((i32::from(part != DayPart::Night), at + 1)),
        WordSense::Before if !behind && closed() => Some((-1, at + 1)),
        _ => None,
    }
}

/// `fin d'après-midi`, `début de soirée`, `fin de matinée`, from the word for the edge; "late afternoon".
#[must_use]
pub fn edge_of_part(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let WordSense::Edge(edge) = line.word(at) else { return None };
    let mut next = at + 1;
    while matches!(line.word(next), WordSense::Of | WordSense::The) || line.mark(next, '\'') || line.mark(next, '-') {
        next += 1;
    }
    let (part, after) = part_at(line, next).filter(|_| next > at + 1 || !line.has(Switch::PlacedBefore))?;
    let reading = Resolution { edge: Some(edge), ..Resolution::new(Base::Clock).at(Some(Clock::Part(part))) };
    let day = part_day(line, after);
    let (reading, after) = day.map_or((reading, after), |(base, after)| (Resolution { base, ..reading }, after));
    Some(TimexHit { first: line.with_article(at), after, reading })
}

/// `le matin du 4 août`, `dans la soirée de mardi`, "the night of May 4".
fn part_of_day(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let (part, after) = part_at(line, at)?;
    let (base, after) = part_day(line, after)?;
    Some(TimexHit { first: line.with_article(at), after, reading: Resolution::new(base).at(Some(Clock::Part(part))) })
}

/// The day behind a part of it, with the token behind that.
fn part_day(line: &Paragraph<'_>, at: usize) -> Option<(Base, usize)> {
    let of = matches!(line.word(at), WordSense::Of | WordSense::OfThe);
    // "mid-afternoon yesterday".
    if let WordSense::Day(by) = line.word(at) {
        return Some((Base::Shift(TimeUnit::Day, i32::from(by), CountedFrom::Publication), at + 1));
    }
    // `la matinée d'hier`.
    let next = at + 1 + usize::from(line.mark(at + 1, '\''));
    if let WordSense::Day(by) = line.word(next)
        && of
    {
        return Some((Base::Shift(TimeUnit::Day, i32::from(by), CountedFrom::Publication), next + 1));
    }
    let inner = date(line, at + 1).filter(|_| of)?;
    let day = matches!(inner.reading.base, Base::Date(fields) if fields.day.is_some() || fields.weekday.is_some());
    (day && inner.reading.clock.is_none()).then_some((inner.reading.base, inner.after))
}

/// `la nuit de lundi à mardi`, `la nuit du 3 au 4 mars`: the night that begins on the first day.
fn night_between(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    if line.word(at) != WordSense::DayPart(DayPart::Night) || !matches!(line.word(at + 1), WordSense::Of | WordSense::OfThe) {
        return None;
    }
    let first = range_day(line, at + 2).or_else(|| date(line, at + 2))?;
    let mut next = first.after;
    while matches!(line.word(next), WordSense::To | WordSense::The) {
        next += 1;
    }
    let second = date(line, next).filter(|_| next > first.after)?;
    let reading = first.reading.at(Some(Clock::Part(DayPart::Night)));
    Some(TimexHit { first: line.with_article(at), after: second.after, reading })
}
