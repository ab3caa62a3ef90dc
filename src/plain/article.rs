//! The open article line by line: announced, read by paragraphs or sentences, searched, with what is marked in it.

use std::sync::Arc;

use crate::app::asked::wish::Wish;
use crate::app::panes::annotations::Mark;
use crate::model::annotation::{ArticleKey, Target};
use crate::model::article::{Article, Block, BlockKind};
use crate::model::property::typed;
use crate::plain::desk::{Desk, Going, Pickable};
use crate::plain::words::{number, word};
use crate::plain::{place, words};
use crate::text::span::Span;
use crate::tr;

/// Hits that are said at once.
const HITS: usize = 20;

/// Says which article is open, with its facts; the next empty line reads on where it was left.
pub(super) fn announce(desk: &mut Desk) -> anyhow::Result<()> {
    let Some(article) = desk.state.open_article().cloned() else { return Ok(()) };
    (desk.announced, desk.is_announced) = (desk.open_article(), true);
    desk.out.say(&tr!("Open: {title}", title = article.title))?;
    let about = desk.state.reader.layout.as_ref().map(|layout| layout.about.clone()).unwrap_or_default();
    desk.out.say(&about)?;
    let mut standing = vec![tr!("{n} paragraph" | "{n} paragraphs", n = place::paragraphs(&article).len())];
    standing.extend(flags(desk, &article).into_iter().map(str::to_owned));
    let marks = desk.state.notes.open.placed.len();
    if marks > 0 {
        standing.push(tr!("{n} highlight or note" | "{n} highlights and notes", n = marks));
    }
    desk.out.say(&standing.join(", "))?;
    let left = desk.state.reader.scroll_wanted().offset.unwrap_or(0);
    desk.next_block = article.blocks.iter().position(|block| block.span.after() > left).unwrap_or(0);
    if let Some(number) = number_of(&article, desk.next_block).filter(|number| *number > 1) {
        desk.out.say(&tr!("left at paragraph {number}", number))?;
    }
    Ok(())
}

/// The flags of an article in words.
fn flags(desk: &Desk, article: &Article) -> Vec<&'static str> {
    let known = desk.state.notes.all.of_whole(ArticleKey::of(article), &article.body);
    let flags = [(known.is(typed::Starred), tr!("state" => "starred")), (known.is(typed::Read), tr!("state" => "read"))];
    flags.into_iter().filter(|(is, _)| *is).map(|(_, word)| word).collect()
}

/// The number of the paragraph that the block at `at` is or precedes.
fn number_of(article: &Article, at: usize) -> Option<usize> {
    let before = article.blocks.get(..at)?.iter().filter(|block| block.kind == BlockKind::Paragraph).count();
    Some(before + 1)
}

/// The article that is open; says so when none is.
fn open(desk: &mut Desk) -> Option<Arc<Article>> {
    let article = desk.state.open_article().filter(|_| desk.open_article().is_some()).cloned();
    if article.is_none() {
        desk.state.error(tr!("no article is open; “{list}” says them, a number opens one", list = word(words::LIST)));
    }
    article
}

/// Reads the next paragraph, heading or caption.
pub(super) fn next(desk: &mut Desk) -> anyhow::Result<Going> {
    let Some(article) = open(desk) else { return Ok(Going::Go) };
    let is_read = |block: &Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading | BlockKind::Caption);
    let rest = article.blocks.iter().enumerate().skip(desk.next_block);
    if let Some((at, _)) = rest.into_iter().find(|(_, block)| is_read(block)) {
        return block(desk, &article, at);
    }
    desk.out.say(&tr!("End of the article; “{next}” opens the next one.", next = word(words::NEXT)))?;
    Ok(Going::Go)
}

/// Reads paragraph N, or the next one.
pub(super) fn read(desk: &mut Desk, rest: &str) -> anyhow::Result<Going> {
    if rest.is_empty() {
        return next(desk);
    }
    let Some(article) = open(desk) else { return Ok(Going::Go) };
    let Some(number) = number(desk, rest) else { return Ok(Going::Go) };
    let paragraphs = place::paragraphs(&article);
    if let Some(span) = paragraphs.get(number - 1).copied() {
        return at_span(desk, &article, span);
    }
    desk.state.error(tr!("the article has {count} paragraphs", count = paragraphs.len()));
    Ok(Going::Go)
}

/// Reads where a jump has led.
pub(super) fn read_here(desk: &mut Desk) -> anyhow::Result<()> {
    if let Some((article, spot)) = desk.state.open_article().cloned().zip(desk.state.reader.spot) {
        at_span(desk, &article, spot)?;
    }
    Ok(())
}

/// Reads the block in which `span` begins.
fn at_span(desk: &mut Desk, article: &Article, span: Span) -> anyhow::Result<Going> {
    match article.blocks.iter().position(|block| block.span.holds(span.first())) {
        Some(at) => block(desk, article, at),
        None => Ok(Going::Go),
    }
}

/// Reads the block at `at`, with what is marked in it, and stands there.
fn block(desk: &mut Desk, article: &Article, at: usize) -> anyhow::Result<Going> {
    let Some(block) = article.blocks.get(at) else { return Ok(Going::Go) };
    desk.out.say(&spoken(article, *block, at))?;
    let marks: Vec<String> =
        desk.state.notes.open.placed.iter().filter(|mark| block.span.holds(mark.span.first())).map(marked).collect();
    marks.iter().try_for_each(|mark| desk.out.say(mark))?;
    desk.next_block = at + 1;
    desk.wish(Wish::Read(block.span))
}

/// A block with what it is.
fn spoken(article: &Article, block: Block, at: usize) -> String {
    let text = block.span.of(&article.body);
    match block.kind {
        BlockKind::Paragraph => tr!("paragraph {number}: {text}", number = number_of(article, at).unwrap_or(0), text),
        BlockKind::Headline => tr!("headline: {text}", text),
        BlockKind::Heading => tr!("heading: {text}", text),
        BlockKind::Caption => tr!("caption: {text}", text),
        BlockKind::Furniture => tr!("boilerplate: {text}", text),
        BlockKind::Comment => tr!("reader's comment: {text}", text),
    }
}

/// A highlight or note in words.
fn marked(mark: &Mark) -> String {
    let words = if let Target::Passage { anchor, .. } = &mark.annotation.target { anchor.exact.as_str() } else { "" };
    let note = &mark.annotation.note;
    match (&mark.annotation.color, note.is_empty()) {
        (Some(color), true) => tr!("highlight, {color}: “{words}”", color, words),
        (Some(color), false) => tr!("highlight, {color}: “{words}”; note: {note}", color, words, note),
        (None, _) => tr!("note on “{words}”: {note}", words, note),
    }
}

/// Reads the whole article.
pub(super) fn whole(desk: &mut Desk, _: &str) -> anyhow::Result<Going> {
    let Some(article) = open(desk) else { return Ok(Going::Go) };
    for (at, block) in article.blocks.iter().enumerate() {
        desk.out.say(&spoken(&article, *block, at))?;
    }
    Ok(Going::Go)
}

/// Says the sentences of a paragraph, each with the place that names it.
pub(super) fn sentences(desk: &mut Desk, rest: &str) -> anyhow::Result<Going> {
    let Some(article) = open(desk) else { return Ok(Going::Go) };
    let read_last = || number_of(&article, desk.next_block.saturating_sub(1)).map(|number| number.to_string());
    let rest = if rest.is_empty() { read_last().unwrap_or_default() } else { rest.to_owned() };
    let Some(number) = number(desk, &rest) else { return Ok(Going::Go) };
    let Some(span) = place::paragraphs(&article).get(number - 1).copied() else {
        desk.state.error(tr!("the article has {count} paragraphs", count = place::paragraphs(&article).len()));
        return Ok(Going::Go);
    };
    for (at, sentence) in place::sentences(&article, span).into_iter().enumerate() {
        desk.out.say(&format!("{number}.{}: {}", at + 1, sentence.of(&article.body)))?;
    }
    Ok(Going::Go)
}

/// Finds words in the article: each sentence that holds them, with the number that reads there.
pub(super) fn find(desk: &mut Desk, rest: &str) -> anyhow::Result<Going> {
    let (Some(article), Some(ix)) = (open(desk), desk.state.reader.open) else { return Ok(Going::Go) };
    let turn = desk.wish(Wish::Find(rest.to_owned()))?;
    desk.state.status = None;
    let places = desk.state.reader.found.places.clone();
    desk.out.say(&tr!("“{rest}” stands in {n} place" | "“{rest}” stands in {n} places", n = places.len(), rest))?;
    let paragraphs = place::paragraphs(&article);
    for (at, hit) in places.iter().enumerate().take(HITS) {
        let paragraph = paragraphs.iter().position(|span| span.holds(hit.first())).map_or(0, |at| at + 1);
        let block = article.blocks.iter().find(|block| block.span.holds(hit.first())).map_or(*hit, |block| block.span);
        let sentence = place::sentences(&article, block).into_iter().find(|sentence| sentence.holds(hit.first())).unwrap_or(*hit);
        let text = sentence.of(&article.body);
        desk.out.say(&tr!("{number}. paragraph {paragraph}: {text}", number = at + 1, paragraph, text))?;
    }
    desk.listing = Pickable::Places(places.into_iter().map(|hit| (ix, Some(hit))).collect());
    Ok(turn)
}

/// Says the highlights and notes of the article.
pub(super) fn marks(desk: &mut Desk, _: &str) -> anyhow::Result<Going> {
    let (Some(article), Some(ix)) = (open(desk), desk.state.reader.open) else { return Ok(Going::Go) };
    let placed = desk.state.notes.open.placed.clone();
    if placed.is_empty() {
        desk.out.say(tr!("Nothing is marked in this article."))?;
    }
    let paragraphs = place::paragraphs(&article);
    for (at, mark) in placed.iter().enumerate() {
        let paragraph = paragraphs.iter().position(|span| span.holds(mark.span.first())).map_or(0, |at| at + 1);
        desk.out.say(&tr!("{number}. paragraph {paragraph}: {text}", number = at + 1, paragraph, text = marked(mark)))?;
    }
    desk.listing = Pickable::Places(placed.iter().map(|mark| (ix, Some(mark.span))).collect());
    Ok(Going::Go)
}
