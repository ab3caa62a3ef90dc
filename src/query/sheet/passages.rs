//! Which passages of its articles a sheet is read from: all of them where it is of a story, those that tell of the event where it is of one.
//!
//! An event is told by the sentences that date it, with the sentence before and behind each, and in articles that do not date it by the sentences
//! that share rare words with those. A sentence that dates itself to other days tells of something else.

use std::collections::HashSet;

use crate::model::archive::ArticleIx;
use crate::model::article::{Article, BlockKind};
use crate::model::date::{Interval, Precision, Timex};
use crate::query::sheet::rarity::{Rarity, terms};
use crate::text::sentence::each_sentence;
use crate::text::span::Span;

/// The share of their weight by which two sentences tell one thing.
pub(super) const ALIKE: f32 = 0.35;
/// Sentences of an article without a date of the event that are held against those that date it.
const LOOKED_AT: usize = 60;

/// An event that a sheet is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetEvent {
    /// The line for it: a headline of the articles may be of another.
    pub title: String,
    /// The days it is told of.
    pub days: Interval,
    /// The articles that date it, each with the words that do.
    pub places: Vec<(ArticleIx, Span)>,
}

/// An article of a sheet, analysed, with the sentences of it that are read.
pub(super) struct Studied {
    pub(super) ix: ArticleIx,
    pub(super) article: Article,
    /// The sentences; `None` for all of it.
    passages: Option<Vec<Span>>,
}

impl Studied {
    /// An article that is read from end to end.
    pub(super) fn whole(ix: ArticleIx, article: Article) -> Self {
        Self { ix, article, passages: None }
    }

    /// Whether what stands at `span` is read.
    pub(super) fn tells(&self, span: Span) -> bool {
        self.passages.as_ref().is_none_or(|passages| passages.iter().any(|passage| passage.holds(span.first())))
    }

    /// Whether nothing of it is read.
    pub(super) fn is_silent(&self) -> bool {
        self.passages.as_ref().is_some_and(Vec::is_empty)
    }
}

/// The sentences of the paragraphs of an article, in order.
pub(super) fn prose(article: &Article) -> impl Iterator<Item = Span> {
    let paragraphs = article.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    paragraphs.flat_map(|block| each_sentence(block.span.of(&article.body)).map(move |span| span.shift(block.span.first())))
}

/// Leaves of each of `read` the passages that tell of `event`.
pub(super) fn narrow<'a>(read: impl Iterator<Item = &'a mut Studied>, event: &SheetEvent) {
    let (mut dating, mut others): (Vec<HashSet<u64>>, Vec<&mut Studied>) = (Vec::new(), Vec::new());
    for studied in read {
        let places: Vec<Span> = event.places.iter().filter(|(ix, _)| *ix == studied.ix).map(|(_, timex)| *timex).collect();
        if places.is_empty() {
            others.push(studied);
            continue;
        }
        let sentences: Vec<Span> = prose(&studied.article).collect();
        let told: Vec<bool> = sentences.iter().map(|span| dates_it(&studied.article, *span, &places, event.days)).collect();
        let of = |span: &Span| terms(span.of(&studied.article.body));
        dating.extend(sentences.iter().zip(&told).filter(|(_, told)| **told).map(|(span, _)| of(span)));
        studied.passages = Some(with_neighbours(&studied.article, &sentences, &told, event.days));
    }
    align(others, &dating, event.days);
}

/// Whether the sentence at `span` dates itself to `days`, or holds one of `places`.
fn dates_it(article: &Article, span: Span, places: &[Span], days: Interval) -> bool {
    let told = |date: &Timex| date.interval == Some(days);
    places.iter().any(|timex| span.holds(timex.first())) || dates_in(article, span).any(told)
}

/// Whether the sentence at `span` dates itself, to the week or finer, and to none of `days`.
fn dates_other_days(article: &Article, span: Span, days: Interval) -> bool {
    let mut fine =
        dates_in(article, span).filter(|date| date.precision <= Precision::Week).filter_map(|date| date.interval).peekable();
    fine.peek().is_some() && !fine.any(|told| told.overlaps(days))
}

fn dates_in(article: &Article, span: Span) -> impl Iterator<Item = &Timex> {
    let first = article.dates.partition_point(|date| date.span.first() < span.first());
    article.dates.iter().skip(first).take_while(move |date| date.span.first() < span.after())
}

/// The sentences that are `told`, with the one before and the one behind each, where these date themselves to no other days.
fn with_neighbours(article: &Article, sentences: &[Span], told: &[bool], days: Interval) -> Vec<Span> {
    let is_told = |at: usize| told.get(at).copied().unwrap_or(false);
    let near = |at: usize| at.checked_sub(1).is_some_and(is_told) || is_told(at + 1);
    let read = |(at, span): &(usize, &Span)| is_told(*at) || near(*at) && !dates_other_days(article, **span, days);
    sentences.iter().enumerate().filter(read).map(|(_, span)| *span).collect()
}

/// Gives each of `read`, which date nothing of the event, the sentences of it that share rare words with one of `dating`.
fn align(read: Vec<&mut Studied>, dating: &[HashSet<u64>], days: Interval) {
    let with_terms = |studied: &Studied| {
        let sentences = prose(&studied.article).take(LOOKED_AT);
        sentences.map(|span| (span, terms(span.of(&studied.article.body)))).collect::<Vec<_>>()
    };
    let sentences: Vec<Vec<(Span, HashSet<u64>)>> = read.iter().map(|studied| with_terms(studied)).collect();
    let rarity = Rarity::of(sentences.iter().flatten().map(|(_, terms)| terms).chain(dating));
    for (studied, sentences) in read.into_iter().zip(sentences) {
        let tells = |(span, terms): &(Span, HashSet<u64>)| {
            let is_like = dating.iter().any(|told| rarity.likeness(terms, told) >= ALIKE);
            is_like && !dates_other_days(&studied.article, *span, days)
        };
        let told = sentences.iter().filter(|one| tells(one)).map(|(span, _)| *span).collect();
        studied.passages = Some(told);
    }
}
