//! Sentences side by side: what papers say of one thing in their own words, and what they quote, found by the rare words two share.
//!
//! A sentence joins the row with which it shares most; a row has one sentence of each column. The first article of a column is read.

use std::collections::{HashMap, HashSet};

use crate::model::archive::ArticleIx;
use crate::model::article::{Article, BlockKind};
use crate::query::sheet::elsewhere::{ColumnTexts, terms};
use crate::query::sheet::table::{CellMark, SheetCell, SheetRow, SheetSection};
use crate::text::sentence::each_sentence;
use crate::text::span::Span;

/// Sentences of a column that are looked at.
const READ: usize = 60;
/// Words that two sentences share at least.
const SHARED: usize = 2;
/// The weight of the words that both have, as a share of what the lighter of them weighs.
const ALIKE: f32 = 0.35;
/// Words of the shortest sentence that says something.
const SHORTEST: usize = 5;

struct Sentence {
    column: usize,
    article: ArticleIx,
    span: Span,
    text: String,
    quotes: bool,
    terms: HashSet<u64>,
}

/// The rows of sentences of `read`, a list of articles for each column.
pub(super) fn aligned(read: &[Vec<(ArticleIx, Article)>], texts: &ColumnTexts) -> Vec<SheetRow> {
    let mut sentences = Vec::new();
    for (column, articles) in read.iter().enumerate() {
        if let Some((ix, article)) = articles.first() {
            sentences.extend(of_article(column, *ix, article));
        }
    }
    let mut counts: HashMap<u64, usize> = HashMap::new();
    sentences.iter().flat_map(|one| &one.terms).for_each(|term| *counts.entry(*term).or_default() += 1);
    #[expect(clippy::cast_precision_loss, reason = "a sheet has few sentences")]
    let weight = |term: &u64| (1.0 + sentences.len() as f32 / counts.get(term).copied().unwrap_or(1) as f32).ln();
    let heavy = |terms: &HashSet<u64>| sorted(terms).iter().map(weight).sum::<f32>();
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for (at, one) in sentences.iter().enumerate() {
        let likeness = |other: &Sentence| {
            let shared: HashSet<u64> = one.terms.intersection(&other.terms).copied().collect();
            let least = heavy(&one.terms).min(heavy(&other.terms)).max(f32::MIN_POSITIVE);
            if shared.len() < SHARED { 0.0 } else { heavy(&shared) / least }
        };
        let mut best: Option<(f32, usize)> = None;
        for (row, members) in rows.iter().enumerate() {
            let members: Vec<&Sentence> = members.iter().filter_map(|member| sentences.get(*member)).collect();
            if members.iter().any(|member| member.column == one.column) {
                continue;
            }
            let most = members.iter().map(|member| likeness(member)).fold(0.0, f32::max);
            if most >= ALIKE && best.is_none_or(|(known, _)| most > known) {
                best = Some((most, row));
            }
        }
        match best.and_then(|(_, row)| rows.get_mut(row)) {
            Some(members) => members.push(at),
            None => rows.push(vec![at]),
        }
    }
    rows.into_iter().map(|members| row(&sentences, &members, (texts, read.len()))).collect()
}

/// The terms in one order, so that sums of fractions come out alike.
fn sorted(terms: &HashSet<u64>) -> Vec<u64> {
    let mut sorted: Vec<u64> = terms.iter().copied().collect();
    sorted.sort_unstable();
    sorted
}

/// The row of `members`. It is one of statements when one of them is: a quotation over several sentences has marks at its ends alone.
fn row(sentences: &[Sentence], members: &[usize], (texts, columns): (&ColumnTexts, usize)) -> SheetRow {
    let mut cells = vec![None; columns];
    let members: Vec<&Sentence> = members.iter().filter_map(|member| sentences.get(*member)).collect();
    for one in &members {
        let is_alone = members.len() == 1 && columns > 1 && texts.lack_sentence(one.column, &one.terms);
        let mark = if is_alone { CellMark::OnlyHere } else { CellMark::Plain };
        if let Some(cell) = cells.get_mut(one.column) {
            *cell = Some(SheetCell { text: one.text.clone(), article: one.article, span: one.span, mark });
        }
    }
    let quotes = members.iter().any(|one| one.quotes);
    let section = if quotes { SheetSection::Statements } else { SheetSection::OwnWords };
    SheetRow { section, label: String::new(), cells }
}

fn of_article(column: usize, ix: ArticleIx, article: &Article) -> Vec<Sentence> {
    let mut all = Vec::new();
    for block in article.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph) {
        let paragraph = block.span.of(&article.body);
        for span in each_sentence(paragraph) {
            let text = span.of(paragraph).split_whitespace().collect::<Vec<_>>().join(" ");
            let quotes = text.contains(['«', '“', '"']);
            let terms = terms(&text);
            if text.split(' ').count() >= SHORTEST && !terms.is_empty() {
                all.push(Sentence { column, article: ix, span: span.shift(block.span.first()), text, quotes, terms });
            }
        }
    }
    all.truncate(READ);
    all
}
