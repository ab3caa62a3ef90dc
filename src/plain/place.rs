//! Places as they are typed: `3` a paragraph, `3.2` a sentence of it, `3.2-4` several, `"words"` of the article, the article itself, an
//! actor, a day.

use crate::analysis::actors::lookup;
use crate::app::asked::wish::NotePlace;
use crate::app::panes::text_objects::{TextObjects, TextUnit};
use crate::app::state::State;
use crate::model::article::{Article, BlockKind};
use crate::model::date::{PartialDate, Precision};
use crate::plain::words;
use crate::plain::words::word;
use crate::query::matching::search::FindWords;
use crate::text::fold::fold;
use crate::text::span::Span;
use crate::tr;

/// Names that are offered at most where a part of a name may mean several actors.
const SEVERAL: usize = 5;

/// The paragraphs of an article, which are numbered as citations number them: boilerplate, captions and headings are not counted.
pub(super) fn paragraphs(article: &Article) -> Vec<Span> {
    article.blocks_of(BlockKind::Paragraph).collect()
}

/// The sentences of a stretch of an article.
pub(super) fn sentences(article: &Article, of: Span) -> Vec<Span> {
    let prose = TextObjects::of(article);
    let mut found: Vec<Span> = Vec::new();
    let mut at = of.first();
    while let Some(sentence) = prose.around(TextUnit::Sentence, at).filter(|one| one.first() >= at && one.first() < of.after()) {
        found.push(sentence);
        let next = prose.forward(TextUnit::Sentence, sentence.first(), 1);
        if next <= sentence.first() {
            break;
        }
        at = next;
    }
    found
}

/// The place at the head of `text`, and what follows it; or what is wrong with it.
pub(super) fn parse<'a>(state: &State, text: &'a str) -> Result<(NotePlace, &'a str), String> {
    let quoted = |open: char, close: char| {
        let inside = text.strip_prefix(open)?;
        inside.split_once(close)
    };
    if let Some((words, rest)) = quoted('"', '"').or_else(|| quoted('«', '»')).or_else(|| quoted('“', '”')) {
        return Ok((NotePlace::Words(words_of(state, words.trim())?), rest.trim()));
    }
    let (head, rest) = text.split_once(char::is_whitespace).map_or((text, ""), |(head, rest)| (head, rest.trim()));
    let is = |ours: &str, theirs: &str| [ours, theirs].iter().any(|word| fold(word) == fold(head));
    if is("article", tr!("place of a note" => "article")) {
        return Ok((NotePlace::Article, rest));
    }
    if is("actor", tr!("place of a note" => "actor")) {
        return actor(state, rest);
    }
    if is("day", tr!("place of a note" => "day")) {
        return day(rest);
    }
    if PartialDate::parse(head).is_some_and(|date| date.precision() == Precision::Day) {
        return day(text);
    }
    Ok((NotePlace::Words(numbered(state, head)?), rest))
}

fn open(state: &State) -> Result<&Article, String> {
    state.open_article().map(AsRef::as_ref).ok_or_else(|| tr!("no article is open").to_owned())
}

/// The words as they stand in the open article.
fn words_of(state: &State, words: &str) -> Result<Span, String> {
    let place = FindWords::new(words).places(open(state)?).first().copied();
    place.ok_or_else(|| tr!("“{words}” does not stand in this article", words))
}

/// `3`, `3.2` or `3.2-4`.
fn numbered(state: &State, text: &str) -> Result<Span, String> {
    let article = open(state)?;
    let wrong = || tr!("“{text}” is no place; 3 is a paragraph, 3.2 a sentence of it, \"words\" are these words", text);
    let (paragraph, sentence) = text.split_once('.').map_or((text, None), |(paragraph, rest)| (paragraph, Some(rest)));
    let number = |text: &str| text.parse::<usize>().ok().filter(|number| *number > 0).ok_or_else(wrong);
    let paragraph = number(paragraph)?;
    let all = paragraphs(article);
    let span = *all.get(paragraph - 1).ok_or_else(|| tr!("the article has {count} paragraphs", count = all.len()))?;
    let Some(sentence) = sentence else {
        return TextObjects::of(article).trimmed(span).ok_or_else(wrong);
    };
    let (first, last) = sentence.split_once('-').unwrap_or((sentence, sentence));
    let (first, last) = (number(first)?, number(last)?);
    let parts = sentences(article, span);
    match (parts.get(first - 1), parts.get(last - 1)) {
        (Some(from), Some(to)) if first <= last => Ok(Span::new(from.first(), to.after())),
        _ => Err(tr!("paragraph {paragraph} has {count} sentences", paragraph, count = parts.len())),
    }
}

/// An actor by the number in the list of actors, or by a name.
fn actor<'a>(state: &State, text: &'a str) -> Result<(NotePlace, &'a str), String> {
    let (head, rest) = match text.strip_prefix('"').and_then(|inside| inside.split_once('"')) {
        Some((name, rest)) => (name, rest.trim()),
        None => text.split_once(char::is_whitespace).map_or((text, ""), |(head, rest)| (head, rest.trim())),
    };
    let listed = |number: usize| state.results.current.overview.actors.get(number.wrapping_sub(1)).map(|count| count.actor);
    let table = state.archive.actors();
    let named = || lookup::resolve(table, head);
    let found = head.parse().ok().and_then(listed).or_else(named).and_then(|actor| table.get(actor));
    let actor = found.ok_or_else(|| {
        // A part of several names means none of them: a note would be kept where nobody looks for it.
        let meant: Vec<&str> = lookup::meant(table, head).into_iter().take(SEVERAL).map(|actor| table.name(actor)).collect();
        match &*meant {
            [] => tr!("“{head}” is no actor here; “{actors}” lists them", head, actors = word(words::ACTORS)),
            several => tr!("“{head}” may be each of {names}; write the whole name", head, names = several.join(", ")),
        }
    })?;
    Ok((NotePlace::Actor(actor.id.to_string()), rest))
}

fn day(text: &str) -> Result<(NotePlace, &str), String> {
    let (head, rest) = text.split_once(char::is_whitespace).map_or((text, ""), |(head, rest)| (head, rest.trim()));
    let date = PartialDate::parse(head).filter(|date| date.precision() == Precision::Day);
    let date = date.ok_or_else(|| tr!("“{head}” is no day; give one such as 2020-01-03", head))?;
    Ok((NotePlace::Day(date.to_string()), rest))
}
