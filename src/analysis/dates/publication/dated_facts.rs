//! Facts: the dated times of a text that an article cannot be older than, and what is none: a time to come, a projection, the stamp
//! of a comment, a message or a teaser.
//!
//! Called by `publication`.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use jiff::civil::Date;

use crate::analysis::dates::calendar::plus_days;
use crate::analysis::dates::dating_words::dating_words;
use crate::analysis::dates::reading::{Bond, FoundTimex};
use crate::analysis::dates::tense::Tense;
use crate::analysis::dates::value::{Base, CalendarFields, Clock};
use crate::model::date::PartialDate;
use crate::text::span::Span;

/// A dated fact of the text.
#[derive(Clone, Copy, Debug)]
pub struct Fact {
    /// The date, at its real precision.
    pub date: PartialDate,
    /// Its words.
    pub span: Span,
    /// The tense around it.
    pub tense: Tense,
}

/// How far before a date, in bytes, the words stand that make a stamp of it.
const STAMP_REACH: usize = 48;

/// How far around a date, in bytes, the words of its sentence are looked at.
const SENTENCE_REACH: usize = 200;

/// The facts of a text, in its order; none lies after `today`.
#[must_use]
pub fn facts(text: &str, found: &[FoundTimex], today: Date) -> Vec<Fact> {
    let comments = comments(text, found);
    let told = found.iter().take_while(|found| comments.is_none_or(|from| found.span.first() < from));
    let (mut facts, mut ahead): (Vec<Fact>, Vec<Date>) = (Vec::new(), Vec::new());
    for said in told.filter_map(|found| judged(text, found)) {
        match said {
            Said::Fact(fact) if fact.date.first_day() <= today => facts.push(fact),
            Said::Ahead(date) => ahead.push(date.first_day()),
            Said::Fact(_) | Said::Else => {}
        }
    }
    ahead.sort_unstable();
    // What the text sets for a time to come in one place was not in another.
    facts.retain(|fact| {
        let days = fact.date.interval();
        ahead.get(ahead.partition_point(|day| *day < days.first)).is_none_or(|day| *day > days.last)
    });
    facts
}

/// What a date that names its year is to the article.
enum Said {
    /// The article is not older.
    Fact(Fact),
    /// It is told as to come.
    Ahead(PartialDate),
    /// Neither can be said.
    Else,
}

/// Where readers' comments begin: at the first of several full dates with an hour beside them.
#[must_use]
pub fn comments(text: &str, found: &[FoundTimex]) -> Option<usize> {
    /// So many such dates are no report of hours.
    const MOST: usize = 2;
    let stamps = || found.iter().filter(|found| full(found).is_some() && has_hour(text, found));
    (stamps().count() >= MOST).then(|| stamps().next().map(|first| first.span.first())).flatten()
}

/// The date of an expression that names its year.
#[must_use]
pub fn full(found: &FoundTimex) -> Option<(PartialDate, CalendarFields)> {
    let Base::Date(fields @ CalendarFields { year: Some(year), month, day, .. }) = found.reading.base else { return None };
    let date = match (month, day) {
        (Some(month), Some(day)) => PartialDate::day(year, month, day),
        (Some(month), None) => PartialDate::month(year, month),
        _ => PartialDate::year(year),
    };
    date.map(|date| (date, fields))
}

fn judged(text: &str, found: &FoundTimex) -> Option<Said> {
    let (date, fields) = full(found)?;
    if found.tense.looks_ahead() || is_placed_ahead(text, found.span) {
        return Some(Said::Ahead(date));
    }
    let year = fields.month.is_none();
    // A year alone is as often the year of a plan: only the past tense makes it a fact.
    let sure = !year || (found.tense == Tense::Past && found.bond != Bond::Noun && is_told(text, found.span));
    let whole = sure && !fields.short && found.bond != Bond::RangeEnd && !is_joined(text, found.span) && !is_stamp(text, found);
    Some(match (whole, (whole || year) && is_thought(text, found.span)) {
        (_, true) if year => Said::Ahead(date),
        (true, false) => Said::Fact(Fact { date, span: found.span, tense: found.tense }),
        _ => Said::Else,
    })
}

/// Whether an expression is the stamp of something else than the article.
#[must_use]
pub fn is_stamp(text: &str, found: &FoundTimex) -> bool {
    let before = tail(text.get(..found.span.first()).unwrap_or_default(), STAMP_REACH);
    let before = before.rsplit('\n').next().unwrap_or_default().to_lowercase();
    let day = full(found).is_some_and(|(_, fields)| fields.day.is_some());
    let behind = head(text.get(found.span.after()..).unwrap_or_default(), 24);
    let behind = behind.split('\n').next().unwrap_or_default().to_lowercase();
    let marked = dating_words().stamps.iter().any(|stamp| before.contains(stamp) || behind.contains(stamp));
    let message = before.contains(" rt ") || before.contains('@') || behind.trim_start().starts_with('@');
    marked || message || (day && has_hour(text, found))
}

/// Whether an hour stands beside a date: in it, or right before or behind.
#[must_use]
pub fn has_hour(text: &str, found: &FoundTimex) -> bool {
    let hour = |text: &str| {
        let bytes = text.as_bytes();
        bytes.windows(4).any(|four| {
            matches!(four, [a, b':' | b'h' | b'H' | b'.', b, c] if a.is_ascii_digit() && b.is_ascii_digit() && c.is_ascii_digit())
        })
    };
    let before = tail(text.get(..found.span.first()).unwrap_or_default(), 14);
    let behind = head(text.get(found.span.after()..).unwrap_or_default(), 14);
    let line = |text: &str| text.split('\n').next().unwrap_or_default().to_owned();
    let before = before.rsplit('\n').next().unwrap_or_default();
    matches!(found.reading.clock, Some(Clock::At(..))) || hour(before) || hour(&line(behind))
}

/// Where sentences and clauses end in `text`; the point of `1.5` ends none.
fn ends(text: &str) -> impl Iterator<Item = usize> {
    let digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let inside = move |at: usize| digit(at + 1) && at.checked_sub(1).is_some_and(digit);
    text.match_indices(['.', '!', '?', '\n', ';']).map(|(at, _)| at).filter(move |at| !inside(*at))
}

/// Whether the sentence of the words at `span` thinks of a time to come.
fn is_thought(text: &str, span: Span) -> bool {
    let before = tail(text.get(..span.first()).unwrap_or_default(), SENTENCE_REACH);
    let behind = head(text.get(span.after()..).unwrap_or_default(), SENTENCE_REACH);
    let before = before.get(ends(before).last().map_or(0, |end| end + 1)..).unwrap_or_default();
    let behind = behind.get(..ends(behind).next().unwrap_or(behind.len())).unwrap_or_default();
    [before, behind].into_iter().any(|part| PROJECTED.holds(&part.to_lowercase()) || PROJECTED_AS_WRITTEN.holds(part))
}

/// What is looked for in a sentence in one pass: whole words, or with a star the beginning of one.
struct Phrases {
    found: Option<AhoCorasick>,
    open: Vec<bool>,
}

static PROJECTED: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(&dating_words().projections));
static PROJECTED_AS_WRITTEN: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(&dating_words().projections_as_written));

impl Phrases {
    fn of(list: &[&str]) -> Self {
        let stems = list.iter().map(|phrase| phrase.trim_end_matches('*'));
        Self { found: AhoCorasick::new(stems).ok(), open: list.iter().map(|phrase| phrase.ends_with('*')).collect() }
    }

    /// Whether `sentence` has one of them.
    fn holds(&self, sentence: &str) -> bool {
        let Some(found) = &self.found else { return false };
        let joins = |c: char| c.is_alphanumeric();
        found.find_overlapping_iter(sentence).any(|hit| {
            let begins = !sentence.get(..hit.start()).is_some_and(|head| head.ends_with(joins));
            let open = self.open.get(hit.pattern().as_usize()).copied().unwrap_or_default();
            begins && (open || !sentence.get(hit.end()..).is_some_and(|rest| rest.starts_with(joins)))
        })
    }
}

/// Whether the word before a date sets it for what is to come: `dès le 1er janvier 2021`, `au 1er janvier`, "by March 2012".
fn is_placed_ahead(text: &str, span: Span) -> bool {
    let before = tail(text.get(..span.first()).unwrap_or_default(), STAMP_REACH).to_lowercase();
    let mut words = before.split(|c: char| !c.is_alphanumeric()).rev().filter(|word| !word.is_empty());
    let last = words.next().filter(|word| !dating_words().articles.has(word)).or_else(|| words.next()).unwrap_or_default();
    // `du 8 janvier au 4 février 2020`: a stretch of days that is told with its year is announced as often as looked back on.
    let behind = head(text.get(span.after()..).unwrap_or_default(), SENTENCE_REACH);
    let stretch = dating_words().from.has(last) && dating_words().to.iter().any(|to| behind.starts_with(to));
    stretch || dating_words().before_awaited.has(last)
}

/// Whether a bar or a dash joins an expression to another one, as those of a season, a year of accounts and a stretch are: `1986/87`,
/// `January-August, 1987`.
fn is_joined(text: &str, span: Span) -> bool {
    let before = text.get(..span.first()).unwrap_or_default();
    let behind = text.get(span.after()..).unwrap_or_default();
    let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    before.ends_with(['/', '-']) || behind.strip_prefix('/').is_some_and(digit)
}

/// Whether the word before a year tells it as one in which something was: neither `by 2100` nor `le scénario 2050`.
fn is_told(text: &str, span: Span) -> bool {
    let before = tail(text.get(..span.first()).unwrap_or_default(), STAMP_REACH).to_lowercase();
    let last = before.split(|c: char| !c.is_alphanumeric()).rfind(|word| !word.is_empty()).unwrap_or_default().to_owned();
    dating_words().before_told.has(&last)
}

/// The first `most` bytes of `text`, fewer where they would cut a letter.
fn head(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text.get(..end).unwrap_or_default()
}

/// The last `most` bytes of `text`, fewer where they would cut a letter.
fn tail(text: &str, most: usize) -> &str {
    let from = (text.len().saturating_sub(most)..=text.len()).find(|from| text.is_char_boundary(*from)).unwrap_or(text.len());
    text.get(from..).unwrap_or_default()
}

/// The last of the days that the text announces with their year, in a tense that looks ahead: the article is not younger.
#[must_use]
pub fn announced(text: &str, found: &[FoundTimex], newest: Date) -> Option<Fact> {
    /// What is announced for later is announced again and again.
    const NEAR: i32 = 62;
    let last = plus_days(newest, NEAR)?;
    let days = found.iter().filter(|found| found.tense == Tense::Future && !is_stamp(text, found)).filter_map(|found| {
        let (date, fields) = full(found)?;
        let near = fields.day.is_some() && !fields.short && (newest..=last).contains(&date.first_day());
        near.then_some(Fact { date, span: found.span, tense: found.tense })
    });
    days.min_by_key(|fact| fact.date)
}

#[cfg(test)]
mod tests {
    use super::Phrases;

    #[test]
    fn words_of_a_projection_are_whole_unless_a_star_leaves_them_open() {
        let all = Phrases::of(&["plan", "estim*", "à partir d*", "may", "effective"]);
        for sentence in ["they plan a dam", "il a estimé", "à partir du 3", "it may fall"] {
            assert!(all.holds(sentence), "{sentence}");
        }
        for sentence in ["a planet was seen", "mésestimé", "in May 2012", "effectivement"] {
            assert!(!all.holds(sentence), "{sentence}");
        }
    }
}
