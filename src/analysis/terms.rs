//! Terms of office as constraints on a publication date: an article that speaks of "President Biden" in the present is from his term.
//!
//! Only titles that stand right before a name count, and none behind "former" or `ancien`. Called by `publication`.

use jiff::civil::Date;

use crate::analysis::dates::reading::FoundTimex;
use crate::analysis::dates::tense::Tense;
use crate::model::actor::{ActorTable, Mention, Office};
use crate::model::date::{Evidence, PartialDate};
use crate::text::span::Span;

/// How far before a name its title can stand, in bytes: `Premier ministre par intérim irakien `.
const TITLE_REACH: usize = 40;

/// Titles as texts in French and English have them, folded by hand, with the word of the gazetteer's titles. The longer ones first.
const TITLES: &[(&str, &str)] = &[
    ("premier ministre", "Prime Minister"),
    ("première ministre", "Prime Minister"),
    ("prime minister", "Prime Minister"),
    ("président", "President"),
    ("présidente", "President"),
    ("president", "President"),
    ("chancelière", "Chancellor"),
    ("chancelier", "Chancellor"),
    ("chancellor", "Chancellor"),
];

/// What makes a title one of the past, or of the future, or a lesser one.
const NOT: &[&str] = &[
    "ancien", "ancienne", "ex", "former", "feu", "late", "futur", "future", "vice", "élu", "elect", "deputy", "adjoint", "then",
    "alors", // Somebody who may come to hold it: "a President Doe would sign".
    "a", "un", "une",
];

/// A term that the text speaks from.
#[derive(Clone, Debug)]
pub struct ActiveTerm {
    /// The first day of the term.
    pub from: PartialDate,
    /// The last day, unless it lasts or is not known.
    pub to: Option<PartialDate>,
    /// The words, and what they tell.
    pub evidence: Evidence,
}

/// The terms of those whom `text` names with an office they held once, where a verb near tells what is or will be, in its order.
///
/// Somebody with two terms of one office says nothing, since the text does not tell which.
#[must_use]
pub fn terms(text: &str, mentions: &[Mention], actors: &ActorTable, found: &[FoundTimex]) -> Vec<ActiveTerm> {
    let told = mentions.iter().filter_map(|mention| {
        let actor = actors.get(mention.actor).filter(|actor| !actor.offices.is_empty())?;
        let (title, span) = title_before(text, mention.span)?;
        let mut held = actor.offices.iter().filter(|office| office.title.starts_with(title));
        let office = held.next().filter(|_| held.next().is_none())?;
        let from = office.from?;
        Some(ActiveTerm { from, to: office.to, evidence: evidence(text, span, &actor.name, office) })
    });
    // In a sentence that tells a dated past, somebody in office may be of that past.
    let past = |span: Span| {
        let beside = |found: &FoundTimex| !between(found.span, span).of(text).contains(['.', '!', '?', '\n']);
        found.iter().any(|found| found.tense == Tense::Past && found.reading.names_year() && beside(found))
    };
    told.filter(|term| term.evidence.span.is_some_and(|span| !past(span))).collect()
}

/// What stands between two stretches of a text.
fn between(one: Span, other: Span) -> Span {
    let (first, last) = if one.start < other.start { (one, other) } else { (other, one) };
    Span { start: first.end, end: last.start.max(first.end) }
}

fn evidence(text: &str, span: Span, name: &str, office: &Office) -> Evidence {
    Evidence { words: span.of(text).into(), span: Some(span), rule: format!("{name}: {office}").into() }
}

/// The title that stands before the name at `name`, as the gazetteer says it, with title and name.
fn title_before(text: &str, name: Span) -> Option<(&'static str, Span)> {
    let mut from = name.first().saturating_sub(TITLE_REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = text.get(from..name.first())?;
    let before = before.rsplit(['.', ',', ';', ':', '«', '»', '(', ')', '"', '\n']).next()?;
    let small = before.to_lowercase();
    let (at, said, title) = TITLES.iter().find_map(|(said, title)| Some((small.rfind(said)?, said, title)))?;
    let words = |text: &str| {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let ahead = words(small.get(..at)?);
    let behind = words(small.get(at + said.len()..)?);
    let whole = small.get(at + said.len()..)?.starts_with(|c: char| !c.is_alphabetic());
    let denied = ahead.last().into_iter().chain(&behind).any(|word| NOT.contains(&word.as_str()));
    let start = name.first() - (before.len() - at).min(before.len());
    let start = if small.len() == before.len() && text.is_char_boundary(start) { start } else { name.first() };
    (whole && !denied && behind.len() <= 2).then_some((*title, Span::new(start, name.after())))
}

/// The terms that fit each other and an article not older than `newest`: the latest beginning and the first end, each with its
/// reason.
#[must_use]
pub fn narrowed(terms: &[ActiveTerm], newest: Date) -> Option<(Option<&ActiveTerm>, Option<&ActiveTerm>)> {
    // Who was in office before the newest fact is spoken of as somebody of the past.
    let fits = |term: &&ActiveTerm| term.to.is_none_or(|to| to.interval().last >= newest);
    let begins = terms.iter().filter(fits).max_by_key(|term| term.from.first_day());
    let first = begins.map_or(newest, |term| term.from.first_day().max(newest));
    let ends = terms.iter().filter(|term| term.to.is_some_and(|to| to.interval().last >= first)).min_by_key(|term| term.to);
    let begins = begins.filter(|term| term.from.first_day() > newest);
    (begins.is_some() || ends.is_some()).then_some((begins, ends))
}
