//! Sentences side by side: what papers say of one thing in their own words, and what they quote, found by the rare words two share.
//!
//! A sentence joins the row with which it shares most; a row has one sentence of each column. The first article of a column is read.

use std::collections::HashSet;

use crate::model::archive::ArticleIx;
use crate::query::sheet::elsewhere::ColumnTexts;
use crate::query::sheet::passages::{ALIKE, Studied, prose};
use crate::query::sheet::rarity::{Rarity, terms};
use crate::query::sheet::table::{CellMark, SheetCell, SheetRow, SheetSection};
use crate::text::span::Span;

/// Sentences of a column that are looked at.
const READ: usize = 60;
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
pub(super) fn aligned(read: &[Vec<Studied>], texts: &ColumnTexts) -> Vec<SheetRow> {
    let mut sentences = Vec::new();
    for (column, articles) in read.iter().enumerate() {
        if let Some(studied) = articles.first() {
            sentences.extend(of_article(column, studied));
        }
    }
    let rarity = Rarity::of(sentences.iter().map(|one| &one.terms));
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for (at, one) in sentences.iter().enumerate() {
        let mut best: Option<(f32, usize)> = None;
        for (row, members) in rows.iter().enumerate() {
            let members: Vec<&Sentence> = members.iter().filter_map(|member| sentences.get(*member)).collect();
            if members.iter().any(|member| member.column == one.column) {
                continue;
            }
            let most = members.iter().map(|member| rarity.likeness(&one.terms, &member.terms)).fold(0.0, f32::max);
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

fn of_article(column: usize, studied: &Studied) -> Vec<Sentence> {
    let Studied { ix, article, .. } = studied;
    let mut all = Vec::new();
    for span in prose(article).filter(|span| studied.tells(*span)) {
        let text = span.of(&article.body).split_whitespace().collect::<Vec<_>>().join(" ");
        let quotes = text.contains(['«', '“', '"']);
        let terms = terms(&text);
        if text.split(' ').count() >= SHORTEST && !terms.is_empty() {
            all.push(Sentence { column, article: *ix, span, text, quotes, terms });
        }
    }
    all.truncate(READ);
    all
}
