//! Events: the dated sentences of an article. They use the dates and mentions that were found before.
//!
//! One event for each run of days a sentence tells; the two ends of "from … to …" are one run.

use crate::model::actor::{ActorIx, Mention};
use crate::model::article::{Article, Block, BlockKind};
use crate::model::date::{Interval, Precision, Timex, TimexKind};
use crate::model::event::Event;
use crate::text::sentence::each_sentence;
use crate::text::span::Span;

/// The longest stretch of text, in bytes, between the two ends of a range: ` et le `, ` and `, ` au `, `-`.
const LINK_REACH: usize = 8;

/// The words that join two dates into a range.
const LINKS: &[&str] = &["au", "à", "et", "et le", "to", "and", "until", "through", "-", "–"];

/// The words before the first date of a range that its link alone does not make one: "the 3rd and the 5th" are two days.
const OPENERS: &[&str] = &["entre", "entre le", "between", "between the"];

/// The events of an article whose dates and mentions are known, in order of the body.
#[must_use]
pub fn events(article: &Article) -> Vec<Event> {
    let dates: Vec<&Timex> = article.dates.iter().filter(|timex| is_event_date(timex)).collect();
    if dates.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for block in article.text_blocks().filter(|block| block.kind != BlockKind::Heading) {
        let from = dates.partition_point(|timex| timex.span.start < block.span.start);
        let until = dates.partition_point(|timex| timex.span.start < block.span.end);
        let Some(inside) = dates.get(from..until).filter(|inside| !inside.is_empty()) else { continue };
        let last = inside.last().map_or(0, |timex| timex.span.start);
        let sentences = each_sentence(block.span.of(&article.body)).map(|sentence| sentence.shift(block.span.first()));
        for sentence in sentences.take_while(|sentence| sentence.start <= last) {
            told_in(article, Block { span: sentence, ..block }, inside, &mut found);
        }
    }
    found
}

/// Whether a timex is a calendar time whose days are known.
fn is_event_date(timex: &Timex) -> bool {
    timex.interval.is_some() && matches!(timex.kind, TimexKind::Date | TimexKind::Time)
}

/// Adds the events one sentence of a block tells.
fn told_in(article: &Article, Block { kind, span: sentence }: Block, dates: &[&Timex], found: &mut Vec<Event>) {
    let from = dates.partition_point(|timex| timex.span.start < sentence.start);
    let mut dates = dates.iter().skip(from).take_while(|timex| timex.span.end <= sentence.end).peekable();
    if dates.peek().is_none() {
        return;
    }
    let told = found.len();
    let actors = actors_in(&article.mentions, sentence);
    while let Some(timex) = dates.next() {
        let Some(mut interval) = timex.interval else { continue };
        let (mut words, mut precision) = (timex.span, timex.precision);
        if let Some(second) = dates.next_if(|second| is_range(&article.body, timex.span, second.span))
            && let Some(end) = second.interval
        {
            interval = Interval::between(interval, end);
            words = Span { start: words.start, end: second.span.end };
            precision = precision.max(second.precision).max(interval.precision());
        }
        let fresh = found.iter().skip(told).all(|event| event.interval != interval);
        if fresh {
            let share = if kind == BlockKind::Caption { 0.5 } else { 1.0 };
            let salience = share * salience(article, timex, precision, sentence, actors.len());
            found.push(Event { interval, precision, timex: words, sentence, actors: actors.clone(), salience });
        }
    }
}

/// Whether two dates are the ends of one run of days.
fn is_range(body: &str, first: Span, second: Span) -> bool {
    if second.start < first.end || second.first() - first.after() > LINK_REACH {
        return false;
    }
    let between = Span { start: first.end, end: second.start }.of(body).trim().to_lowercase();
    if !LINKS.contains(&between.as_str()) {
        return false;
    }
    let joins = !between.starts_with("et") && between != "and";
    joins || OPENERS.iter().any(|opener| ends_with_word(body.get(..first.first()).unwrap_or_default(), opener))
}

/// Whether `text`, white space aside, ends with the whole words `words` in any case.
fn ends_with_word(text: &str, words: &str) -> bool {
    let text = text.trim_end();
    let Some(head) = text.len().checked_sub(words.len()) else { return false };
    let same = text.get(head..).is_some_and(|tail| tail.eq_ignore_ascii_case(words));
    same && text.get(..head).is_some_and(|head| !head.ends_with(char::is_alphanumeric))
}

/// The actors named inside `sentence`, each once, in order; `mentions` are those of its article, in order.
#[must_use]
pub fn actors_in(mentions: &[Mention], sentence: Span) -> Vec<ActorIx> {
    let from = mentions.partition_point(|mention| mention.span.start < sentence.start);
    let mut actors = Vec::new();
    for mention in mentions.iter().skip(from).take_while(|mention| mention.span.end <= sentence.end) {
        if !actors.contains(&mention.actor) {
            actors.push(mention.actor);
        }
    }
    actors
}

/// How much a reader of a timeline would miss a dated sentence, 0 to 1, the sum of four parts:
/// precision (to 0.35), actors named (to 0.3), place in the article (to 0.2), and a date told in full (0.15).
/// A caption counts half of that, because it tells when a picture was taken rather than what the article is about.
fn salience(article: &Article, timex: &Timex, precision: Precision, sentence: Span, actors: usize) -> f32 {
    let fine = match precision {
        Precision::Day => 0.35,
        Precision::Week => 0.3,
        Precision::Month => 0.25,
        Precision::Season | Precision::Half => 0.15,
        Precision::Year => 0.1,
        Precision::Decade | Precision::Century => 0.0,
    };
    let named = 0.1 * f32::from(u8::try_from(actors.min(3)).unwrap_or(3));
    let tenths = (sentence.first() * 10 / article.body.len().max(1)).min(10);
    let early = 0.02 * f32::from(10 - u8::try_from(tenths).unwrap_or(10));
    let explicit = if timex.span.of(&article.body).bytes().any(|byte| byte.is_ascii_digit()) { 0.15 } else { 0.0 };
    (fine + named + early + explicit).clamp(0.0, 1.0)
}
