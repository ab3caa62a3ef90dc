//! Amounts of time: durations, and what is so long ago or so long after.

use crate::analysis::dates::grammar::{Cue, Switch};
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::age::is_age;
use crate::analysis::dates::patterns::behind_article::names_itself;
use crate::analysis::dates::patterns::by_context::ahead;
use crate::analysis::dates::patterns::offset::offset;
use crate::analysis::dates::patterns::placed::{placed, placed_vaguely, widened};
use crate::analysis::dates::tokens::Token;
use crate::analysis::dates::value::{Amount, Base, Resolution};
use crate::analysis::dates::word::{TimeUnit, WordSense};

/// The most numerals behind the first that make up one number; no number in words has more.
const MOST_NUMERALS: usize = 12;

/// An amount of a unit, placed before or after something when the words around say so.
#[must_use]
pub fn length(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let (base, amount, unit, after) = amount(line, at)?;
    let (amount, unit) = halved(base, amount, unit);
    if let Some(hit) = placed(line, at, amount, unit, after).or_else(|| ahead(line, at, amount?, (unit, after))) {
        return Some(hit);
    }
    if let Some(hit) = amount.and_then(|count| offset(line, at, count, unit, after)) {
        return Some(hit);
    }
    let single = line.word(at) == WordSense::A
        && !matches!(line.word(at + 1), WordSense::Several | WordSense::Count(_) | WordSense::Round(_) | WordSense::Length(..));
    let halves = matches!(base, Base::HalfMore(..) | Base::HalfOf(_));
    if (single && !halves && !article_counts(line, at, unit, after) && !is_rate(line, at))
        || is_age(line, at, unit, after)
        || is_one_day(line, at, unit, after)
    {
        return None;
    }
    if single && is_rate(line, at) {
        return Some(TimexHit { first: at, after, reading: Resolution::new(Base::Every(1, unit)) });
    }
    let joined = line.mark(after.saturating_sub(2), '-') && line.has(Switch::PlacedBefore);
    let mut first = if joined { at } else { widened(line, at, false) };
    let placed = (at..after).any(|place| {
        matches!(
            line.word(place),
            WordSense::Last | WordSense::Next | WordSense::Previous | WordSense::Following | WordSense::Ordinal(1)
        )
    });
    if placed && !line.has(Switch::PlacedBefore) {
        first = line.with(first, |word| matches!(word, WordSense::The | WordSense::This));
    }
    // `the curfew will last 48 hours`.
    let verb = line.cue(first, Cue::LastVerb) && first < at && lasts(line, first);
    first += usize::from(verb);
    Some(TimexHit { first, after, reading: Resolution::new(base) })
}

/// Half of a long unit in whole ones, which can be counted from a day.
fn halved(base: Base, amount: Amount, unit: TimeUnit) -> (Amount, TimeUnit) {
    match base {
        Base::HalfOf(TimeUnit::Century) => (Some(50), TimeUnit::Year),
        Base::HalfOf(TimeUnit::Decade) => (Some(5), TimeUnit::Year),
        Base::HalfOf(TimeUnit::Year) => (Some(6), TimeUnit::Month),
        Base::HalfMore(years, TimeUnit::Year) => (Some(years.saturating_mul(12).saturating_add(6)), TimeUnit::Month),
        _ => (amount, unit),
    }
}

/// Whether "last" at `at` is the verb.
#[must_use]
pub fn lasts(line: &Paragraph<'_>, at: usize) -> bool {
    at > 0 && line.cue(at - 1, Cue::BeforeLastVerb)
}

/// Whether "one day" is some day of the time behind it: "one day last week".
fn is_one_day(line: &Paragraph<'_>, at: usize, unit: TimeUnit, after: usize) -> bool {
    unit == TimeUnit::Day
        && line.word(at) == WordSense::Count(1)
        && matches!(line.word(after), WordSense::Last | WordSense::Next | WordSense::This)
}

/// Whether an amount of something stands before the article: `$500 million a year`, `four flights a week`.
fn is_rate(line: &Paragraph<'_>, at: usize) -> bool {
    let Some(place) = at.checked_sub(1).filter(|_| line.has(Switch::ArticleRates)) else { return false };
    let counted =
        |place: usize| line.number(place).is_some() || matches!(line.word(place), WordSense::Count(_) | WordSense::Unit(_));
    let noun = line.word(place) == WordSense::Other && line.many(place) && place > 0 && counted(place - 1);
    // "5,000 barrels of oil a day".
    let of_stuff = line.word(place) == WordSense::Other
        && place > 2
        && line.word(place - 1) == WordSense::Of
        && line.many(place - 2)
        && counted(place - 3);
    noun || of_stuff || counted(place) || line.word(place) == WordSense::Counted || line.cue(place, Cue::Times)
}

/// `un an`, `a week`: whether the article counts here.
fn article_counts(line: &Paragraph<'_>, at: usize, unit: TimeUnit, after: usize) -> bool {
    let prepared = matches!(
        line.word_before(at),
        WordSense::In
            | WordSense::Since
            | WordSense::About
            | WordSense::Of
            | WordSense::Before
            | WordSense::After
            | WordSense::More
    ) || line.before(at).is_some_and(|place| line.cue(place, Cue::Lasting));
    // `une heure de retard`, `un mois après`; `un an` without more.
    let related = !line.has(Switch::ArticleCounts)
        && !matches!(unit, TimeUnit::Day | TimeUnit::Weekend)
        && (matches!(line.word(after), WordSense::Of | WordSense::Before | WordSense::After)
            || line.cue(after.wrapping_sub(1), Cue::ByArticle));
    let long =
        matches!(unit, TimeUnit::Hour | TimeUnit::Week | TimeUnit::Month | TimeUnit::Year | TimeUnit::Decade | TimeUnit::Century);
    (long && line.has(Switch::ArticleCounts))
        || related
        || prepared && unit != TimeUnit::Day
        || (line.word_before(at) == WordSense::In)
}

/// The amount at `at`: what it says, its count, its unit, the token behind.
fn amount(line: &Paragraph<'_>, at: usize) -> Option<(Base, Amount, TimeUnit, usize)> {
    let (count, mut next) = count(line, at)?;
    let mut half = false;
    if line.number(next).is_some() && line.mark(next + 1, '/') && line.number(next + 2).is_some() {
        (half, next) = (true, next + 3);
    }
    while matches!(
        line.word(next),
        WordSense::Last | WordSense::Next | WordSense::Previous | WordSense::Following | WordSense::More | WordSense::Of
    ) || line.cue(next, Cue::InAmountOf)
        // `les neuf premiers mois`.
        || (line.word(next) == WordSense::Ordinal(1) && next > at && !line.has(Switch::PlacedBefore) && line.many(next))
        || (line.mark(next, '-') && line.glued(next) && line.glued(next + 1))
        || line.mark(next, '\'')
    {
        next += 1;
    }
    // `50 next year` is no amount of years.
    let placed =
        matches!(line.word(next.wrapping_sub(1)), WordSense::Last | WordSense::Next | WordSense::Previous | WordSense::Following);
    if line.has(Switch::PlacedBefore) && placed && count != Some(1) && !line.many(next) {
        return None;
    }
    // `two and a half years`.
    let behind = next + if line.word(next + 1) == WordSense::A { 2 } else { 1 };
    if line.word(next) == WordSense::And
        && line.word(behind) == WordSense::Half
        && matches!(line.word(behind + 1), WordSense::Unit(_))
    {
        (half, next) = (true, behind + 1);
    }
    let halved = line.word(next) == WordSense::Half;
    if halved {
        next += if line.mark(next + 1, '-') { 2 } else { 1 };
        // `half a century`.
        next += usize::from(line.word(next) == WordSense::A);
    }
    let (unit, times) = match line.word(next) {
        // The 24 Heures du Mans are a race.
        WordSense::Unit(_) if line.number(at).is_some() && names_itself(line, next) => return None,
        WordSense::Unit(unit) => (unit, 1),
        WordSense::Length(times, unit) if line.word(next + 1) != WordSense::Of => (unit, u16::from(times)),
        _ => return None,
    };
    if unit == TimeUnit::Weekend && line.mark(next + 1, '-') {
        next += 2;
    }
    let compound = line.mark(next + 1, '-') && matches!(line.word(next + 2), WordSense::Ago | WordSense::Earlier);
    let part = line.cue(next, Cue::Fraction) && line.word(next + 1) == WordSense::Of && count == Some(3);
    let behind = next + if line.word(next + 2) == WordSense::A { 3 } else { 2 };
    let and_half = line.word(next + 1) == WordSense::And && line.word(behind) == WordSense::Half;
    let or_so = line.word(next + 1) == WordSense::And && line.cue(next + 2, Cue::OrSo);
    let after = match () {
        () if part || compound => return None,
        () if and_half => behind + 1,
        () if or_so => next + 3,
        () => next + 1,
    };
    let count = count.map(|n| n.saturating_mul(times));
    let base = match count {
        Some(n) if half || and_half => Base::HalfMore(n, unit),
        Some(1) if halved => Base::HalfOf(unit),
        count => Base::Duration(count, unit),
    };
    Some((base, count, unit, after))
}

/// A count in figures or words, and the token behind it.
#[must_use]
pub fn count(line: &Paragraph<'_>, at: usize) -> Option<(Amount, usize)> {
    if let Some((value, digits)) = line.number(at) {
        // `2 000 heures`.
        let thousands = |at: usize| {
            matches!(line.number(at).zip(line.number(at + 1)), Some(((1..=999, _), (_, 3))))
                && line.get(at + 1).is_some_and(Token::spaced)
        };
        if thousands(at) && matches!(line.word(at + 2), WordSense::Unit(_)) && !line.joined(at + 1) {
            let rest = line.number(at + 1).map_or(0, |(rest, _)| rest);
            return Some((Some(u16::try_from(value * 1000 + rest).ok()?), at + 2));
        }
        if at > 0 && thousands(at - 1) {
            return None;
        }
        let whole = digits <= 3 && !line.joined(at) && !(line.glued(at) && at > 0 && line.mark(at - 1, '.'));
        return Some((Some(u16::try_from(value).ok().filter(|_| whole)?), at + 1));
    }
    match line.word(at) {
        WordSense::Several => Some((None, behind_hundreds(line, at + 1))),
        // `une quinzaine de jours` counts both ends of two weeks.
        WordSense::Length(weeks, _) if is_length_of(line, at) => Some((Some(u16::from(weeks) * 7 + 1), at + 1)),
        WordSense::A if line.word(at + 1) == WordSense::Half => Some((Some(1), at + 1)),
        WordSense::A if matches!(line.word(at + 1), WordSense::Round(_)) || is_length_of(line, at + 1) => count(line, at + 1),
        WordSense::Round(count) => Some((Some(count), at + 1)),
        WordSense::A if line.word(at + 1) == WordSense::Several => Some((None, behind_hundreds(line, at + 2))),
        WordSense::A => Some((Some(1), at + 1)),
        WordSense::Half => {
            let behind = at + if line.word(at + 1) == WordSense::A || line.mark(at + 1, '-') { 2 } else { 1 };
            Some((Some(1), at)).filter(|_| matches!(line.word(behind), WordSense::Unit(_)))
        }
        WordSense::Count(first) => {
            let (mut total, mut next) = (first, at + 1);
            for _ in 0..MOST_NUMERALS {
                let joined = if line.mark(next, '-') { next + 1 } else { next };
                match line.word(joined) {
                    WordSense::Count(more) if more < total || more == 100 || (total, more) == (4, 20) => {
                        let times = (more == 100 && total < 100) || (total, more) == (4, 20);
                        total = if times { total * more } else { total.saturating_add(more) };
                        next = joined + 1;
                    }
                    _ => break,
                }
            }
            Some((Some(total), next))
        }
        _ => None,
    }
}

/// The token behind the hundreds or thousands at `at`, which "several" leaves as vague as it is: "several hundred years".
fn behind_hundreds(line: &Paragraph<'_>, at: usize) -> usize {
    let large = matches!(line.word(at), WordSense::Count(100..)) || line.cue(at, Cue::Thousand);
    at + usize::from(large && matches!(line.word(at + 1), WordSense::Unit(_)))
}

/// Whether a number of weeks counts days: `quinzaine de jours`.
fn is_length_of(line: &Paragraph<'_>, at: usize) -> bool {
    matches!(line.word(at), WordSense::Length(_, TimeUnit::Week)) && line.word(at + 1) == WordSense::Of
}

/// The first number of a range of amounts: `8` in `8 à 24 mois`.
#[must_use]
pub fn range_head(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let (first, next) = count(line, at)?;
    let linked =
        matches!(line.word(next), WordSense::To | WordSense::And) || line.mark(next, '-') && line.number(next + 1).is_some();
    let (_, second, unit, after) = amount(line, next + 1).filter(|_| linked)?;
    if is_age(line, at, unit, after) {
        return None;
    }
    second.filter(|_| line.number(next + 1).is_some())?;
    Some(TimexHit { first: at, after: next, reading: Resolution::new(Base::Duration(first, unit)) })
}

/// All of a unit: `toute la journée`, "all year", from the unit.
#[must_use]
pub fn all_of(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let WordSense::Unit(unit @ (TimeUnit::Day | TimeUnit::Week | TimeUnit::Month | TimeUnit::Year)) = line.word(at) else {
        return None;
    };
    let article = line.with_article(at);
    let all = article.checked_sub(1).filter(|place| line.cue(*place, Cue::All) && !line.many(at));
    // "The whole week", "an entire year".
    let entire = || at.checked_sub(1).filter(|place| line.cue(*place, Cue::Entire) && !line.many(at));
    let with_article = |place: usize| {
        let counted = place.checked_sub(1).filter(|before| line.word(*before) == WordSense::A);
        counted.or_else(|| Some(line.with_article(place)).filter(|first| *first < place))
    };
    let first = all.or_else(|| entire().and_then(with_article))?;
    Some(TimexHit { first, after: at + 1, reading: Resolution::new(Base::Duration(Some(1), unit)) })
}

/// A unit that is a length by itself: `quinquennat`, `years`, `decades`.
#[must_use]
pub fn bare(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    if let WordSense::Unit(unit) = line.word(at)
        && line.mark(at + 1, '-')
        && line.cue(at + 2, Cue::Long)
    {
        let amount = (!line.many(at)).then_some(1);
        return Some(TimexHit { first: at, after: at + 3, reading: Resolution::new(Base::Duration(amount, unit)) });
    }
    let many = line.has(Switch::BarePlurals) && line.many(at) && matches!(line.word(at), WordSense::Unit(_));
    if let Some(hit) = placed_vaguely(line, at, at + 1).filter(|_| many) {
        return Some(hit);
    }
    // `de longues semaines`, `depuis de nombreuses années`.
    if let (Some(of), WordSense::Unit(unit)) = (many_of(line, at), line.word(at)) {
        return Some(placed_vaguely(line, of, at + 1).unwrap_or(TimexHit {
            first: of,
            after: at + 1,
            reading: Resolution::new(Base::Duration(None, unit)),
        }));
    }
    // `depuis des années`.
    let several = || line.many(at) || line.cue(at, Cue::SingularInS);
    let some = line.before(at).filter(|place| line.cue(*place, Cue::PluralArticle) && several());
    if let Some(hit) = some.and_then(|place| placed_vaguely(line, place, at + 1)) {
        return Some(hit);
    }
    if let (Some(place), WordSense::Unit(unit)) = (some, line.word(at))
        && (matches!(line.word_before(place), WordSense::Since | WordSense::In | WordSense::Back | WordSense::After)
            || line.cue(place.wrapping_sub(1), Cue::Lasted))
        && !line.cue(place.wrapping_sub(1), Cue::InAmount)
        && unit > TimeUnit::Minute
    {
        return Some(TimexHit { first: place, after: at + 1, reading: Resolution::new(Base::Duration(None, unit)) });
    }
    let reading = match line.word(at) {
        WordSense::Length(times, unit) if times != 2 || line.word_before(at) == WordSense::The => {
            Resolution::new(Base::Duration(Some(u16::from(times)), unit))
        }
        WordSense::Unit(unit @ (TimeUnit::Minute | TimeUnit::Hour))
            if many
                && (line.before(at).is_some_and(|place| line.cue(place, Cue::Lasting) || line.cue(place, Cue::Lasted))
                    || matches!(line.word(at + 1), WordSense::After | WordSense::Before)) =>
        {
            Resolution::new(Base::Duration(None, unit))
        }
        WordSense::Unit(
            unit @ (TimeUnit::Day | TimeUnit::Week | TimeUnit::Month | TimeUnit::Year | TimeUnit::Decade | TimeUnit::Century),
        ) if many
            && (matches!(line.word_before(at), WordSense::In | WordSense::More | WordSense::Of | WordSense::After)
                || matches!(line.word(at + 1), WordSense::After | WordSense::Before)
                || is_filled(line, at, unit)
                || line.before(at).is_some_and(|place| line.cue(place, Cue::Lasting) || line.cue(place, Cue::Lasted))) =>
        {
            Resolution::new(Base::Duration(None, unit))
        }
        _ => return None,
    };
    Some(TimexHit { first: at, after: at + 1, reading })
}

/// The "of" before the adjective that makes several of the units at `at`: `de longs mois`.
fn many_of(line: &Paragraph<'_>, at: usize) -> Option<usize> {
    let several = line.many(at) || line.cue(at, Cue::SingularInS);
    let adjective = at.checked_sub(1).filter(|place| several && line.cue(*place, Cue::InAmountOf))?;
    adjective.checked_sub(1).filter(|place| line.word(*place) == WordSense::Of && !line.mark(place + 1, '\''))
}

/// Whether something fills the units at `at`: "decades of work", but neither "the days of old" nor "five years of war".
fn is_filled(line: &Paragraph<'_>, at: usize, unit: TimeUnit) -> bool {
    let alone = line.before(at).is_none_or(|place| line.number(place).is_none() && line.word(place) == WordSense::Other);
    let noun = || line.word(at + 2) == WordSense::Other && line.get(at + 2).is_some_and(|next| !next.capital);
    unit > TimeUnit::Day && alone && line.word(at + 1) == WordSense::Of && noun()
}
