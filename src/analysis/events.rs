//! Events: the dated sentences of an article. They use the dates and mentions that were found before.
//!
//! One event for each run of days an article tells, however many sentences tell it; the two ends of "from … to …" are one run. What a date is to its
//! sentence (`date_roles`), what a sentence is good for (`asides`), whether it tells what was (`factuality`) and how much it matters (`salience`) live
//! here. They read dates and labels, and nothing of the archive.

pub(crate) mod asides;
pub(crate) mod date_roles;
pub mod factuality;
pub mod salience;

use crate::analysis::dates::tokens::Tokens;
use crate::analysis::events::asides::{DatedSentence, dated_sentence};
use crate::analysis::events::date_roles::{DateRole, date_role};
use crate::analysis::events::factuality::Outlooks;
use crate::analysis::events::salience::{Parts, Support};
use crate::analysis::labels::{has_verb, shows_scene, tells_past};
use crate::model::actor::{ActorIx, Mention};
use crate::model::article::{Article, Block, BlockKind, Lang};
use crate::model::date::{Interval, Precision, Timex, TimexKind};
use crate::model::event::{Event, Outlook, Telling};
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
    events_read(article, &Tokens::of(article))
}

/// Does as [`events`] for an article whose text was read into `tokens`.
#[must_use]
pub fn events_read(article: &Article, tokens: &Tokens) -> Vec<Event> {
    let dates: Vec<&Timex> = article.dates.iter().filter(|timex| is_event_date(timex)).collect();
    if dates.is_empty() {
        return Vec::new();
    }
    let outlooks = Outlooks::new(article, tokens);
    let mut found = Vec::new();
    for block in article.text_blocks().filter(|block| block.kind != BlockKind::Heading) {
        let from = dates.partition_point(|timex| timex.span.start < block.span.start);
        let until = dates.partition_point(|timex| timex.span.start < block.span.end);
        let Some(inside) = dates.get(from..until).filter(|inside| !inside.is_empty()) else { continue };
        let last = inside.last().map_or(0, |timex| timex.span.start);
        let sentences = each_sentence(block.span.of(&article.body)).map(|sentence| sentence.shift(block.span.first()));
        for sentence in sentences.take_while(|sentence| sentence.start <= last) {
            told_in(&outlooks, Block { span: sentence, ..block }, inside, &mut found);
        }
    }
    joined(found)
}

/// One event for each run of days, in order of the body. The sentence that is most salient by itself shows it, of equals the first.
fn joined(mut told: Vec<Event>) -> Vec<Event> {
    // Stable, so that the sentences of one run of days stay in their order.
    told.sort_by_key(|event| event.interval);
    let mut events: Vec<Event> = Vec::with_capacity(told.len());
    for event in told {
        match events.last_mut() {
            Some(last) if last.interval == event.interval => join(last, event),
            _ => events.push(event),
        }
    }
    events.sort_by_key(|event| event.timex.start);
    events
}

fn join(event: &mut Event, mut other: Event) {
    if weight(&other) > weight(event) {
        std::mem::swap(event, &mut other);
    }
    let named = other.actors.into_iter().filter(|actor| !event.actors.contains(actor)).collect::<Vec<_>>();
    event.actors.extend(named);
    event.precision = event.precision.min(other.precision);
    event.telling.sentences = event.telling.sentences.saturating_add(other.telling.sentences).min(MOST_SENTENCES);
}

/// The salience of an event that no other article tells.
fn weight(event: &Event) -> f32 {
    Parts::of(event.telling, event.precision, event.actors.len(), Support::default()).total()
}

/// See [`Telling::sentences`].
const MOST_SENTENCES: u8 = 16;

/// Whether a timex is a calendar time whose days are known.
fn is_event_date(timex: &Timex) -> bool {
    timex.interval.is_some() && matches!(timex.kind, TimexKind::Date | TimexKind::Time)
}

/// Adds the events one sentence of a block tells.
fn told_in(outlooks: &Outlooks<'_>, block: Block, dates: &[&Timex], found: &mut Vec<Event>) {
    let (article, sentence) = (outlooks.article(), block.span);
    let from = dates.partition_point(|timex| timex.span.start < sentence.start);
    let mut dates = dates.iter().skip(from).take_while(|timex| timex.span.end <= sentence.end).peekable();
    if dates.peek().is_none() {
        return;
    }
    let is_aside = match dated_sentence(sentence.of(&article.body)) {
        DatedSentence::Nothing => return,
        _ if dates.peek().is_some_and(|first| is_fragment(article, sentence, first)) => return,
        sense => sense == DatedSentence::Aside || block.kind == BlockKind::Caption,
    };
    let actors = actors_in(&article.mentions, sentence);
    let mut told: Vec<Interval> = Vec::new();
    while let Some(timex) = dates.next() {
        let Some(mut interval) = timex.interval else { continue };
        let role = date_role(&article.body, sentence, timex);
        if role == DateRole::Name {
            continue;
        }
        let (mut words, mut precision) = (timex.span, timex.precision);
        if let Some(second) = dates.next_if(|second| is_range(&article.body, timex.span, second.span))
            && let Some(end) = second.interval
        {
            interval = Interval::between(interval, end);
            words = Span { start: words.start, end: second.span.end };
            precision = precision.max(second.precision).max(interval.precision());
        }
        if !told.contains(&interval) {
            told.push(interval);
            let outlook = outlooks.of(interval, words, sentence);
            let picture = if outlook == Outlook::Past { shows_picture(article, sentence, timex) } else { Picture::None };
            if picture == Picture::Earlier {
                continue;
            }
            let is_aside = is_aside || role == DateRole::Beside || picture == Picture::Dated;
            let telling = Telling { outlook, is_aside, ..telling(&article.body, sentence, words) };
            found.push(Event { interval, precision, timex: words, sentence, actors: actors.clone(), telling });
        }
    }
}

/// `his visit to Valmont in April 2017`: whether a line that begins within a sentence has no verb, so that a page cut it out of one.
fn is_fragment(article: &Article, sentence: Span, first: &Timex) -> bool {
    let text = sentence.of(&article.body);
    text.starts_with(char::is_lowercase)
        && first.span.start > sentence.start
        && !text.contains(':')
        && !text.ends_with(['.', '!', '…', '"', '”', '»'])
        && !has_verb(text, article.lang)
}

/// What a sentence with a day at its end shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Picture {
    /// Nothing: it tells something.
    None,
    /// A picture of the day of publication.
    Dated,
    /// A picture of an earlier day, of which the article itself need not tell.
    Earlier,
}

/// `A miller faces the flood in Valmont, on Saturday.`: whether a day at the end of a sentence that tells nothing past dates a picture: in English
/// one in the present, in other languages one without a verb that names the day in full.
fn shows_picture(article: &Article, sentence: Span, timex: &Timex) -> Picture {
    /// Words of the place that may stand behind the day.
    const PLACE: usize = 6;
    let behind = Span { start: timex.span.end, end: sentence.end }.of(&article.body);
    let ends =
        timex.precision == Precision::Day && timex.span.start > sentence.start && behind.split_whitespace().count() <= PLACE;
    if !ends {
        return Picture::None;
    }
    let text = sentence.of(&article.body);
    let published = article.published.date.interval();
    let earlier = timex.interval.zip(published).is_some_and(|(told, published)| told.last < published.first);
    let shows = match article.lang {
        Lang::En if timex.rule == FULL_DATE => !tells_past(text),
        Lang::En => !has_plain_past(text) && shows_scene(text),
        lang => timex.rule == FULL_DATE && !has_verb(text, lang),
    };
    let quotes = text.contains(['"', '“', '”']);
    match (shows, earlier && article.lang == Lang::En && !quotes) {
        (false, _) => Picture::None,
        (true, true) => Picture::Earlier,
        (true, false) => Picture::Dated,
    }
}

/// Whether a word of an English sentence ends as verbs of the past do, or carries another: most sentences are told by it, without a look at their verbs.
fn has_plain_past(text: &str) -> bool {
    let carries =
        |word: &str| matches!(word, "said" | "was" | "were" | "had" | "has" | "have" | "is" | "are" | "will" | "would" | "told");
    text.split(' ').any(|word| word.len() > 3 && word.ends_with("ed") || carries(word))
}

/// How a day told with its year is told to have been resolved, see `dates::resolve`.
const FULL_DATE: &str = "a full date";

/// How `sentence` tells what `words` date, as far as places say.
fn telling(body: &str, sentence: Span, words: Span) -> Telling {
    let sixteenths = (sentence.first() * 16 / body.len().max(1)).min(15);
    Telling {
        place: u8::try_from(sixteenths).unwrap_or(15),
        sentences: 1,
        dated_in_full: words.of(body).bytes().any(|byte| byte.is_ascii_digit()),
        ..Telling::default()
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
