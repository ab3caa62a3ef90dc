//! The comparison of two articles as rows: two columns where the window is wide, one with what was cut and added where it is narrow.
//!
//! Plain data, wrapped when it is fitted to the window; `ui/compare_page` draws it.

use std::sync::Arc;

use crate::analysis::comparison::{ComparedPassage, Comparison, PassageFate, WordFate, WovenPiece};
use crate::app::viewport::Size;
use crate::app::widget::navigation::Motion;
use crate::model::article::Article;
use crate::text::span::Span;
use crate::text::wrap::wrap;
use crate::tr;

/// From this width on, the two texts stand side by side.
const WIDE: usize = 96;
/// Columns of the sign before a row.
pub const SIGN_COLS: usize = 2;
/// Columns between two texts.
pub const GAP_COLS: usize = 3;

/// A piece of a row: what became of its words, and the words.
pub type ComparedPiece = (WordFate, String);

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompareRow {
    /// What became of the passage, in its first row: `~` changed, `-` cut, `+` added, `>` moved; a space for the same.
    pub sign: char,
    /// The left text, or the only one.
    pub left: Vec<ComparedPiece>,
    /// The right text, where there are two columns.
    pub right: Vec<ComparedPiece>,
}

/// Two articles side by side.
#[derive(Clone, Debug)]
pub struct ComparePage {
    /// What each is: day, outlet, headline.
    pub heads: [String; 2],
    /// The rows at the width fitted last.
    pub rows: Vec<CompareRow>,
    /// The first row shown.
    pub top: usize,
    /// Whether there are two columns.
    pub is_wide: bool,
    articles: [Arc<Article>; 2],
    comparison: Comparison,
    fitted: usize,
}

impl ComparePage {
    /// The page of `comparison`, which is of the two articles.
    #[must_use]
    pub fn new(articles: [Arc<Article>; 2], comparison: Comparison) -> Self {
        let heads = [0, 1].map(|at| articles.get(at).map_or_else(String::new, |article| head(article)));
        Self { heads, rows: Vec::new(), top: 0, is_wide: false, articles, comparison, fitted: 0 }
    }

    /// What was compared, with the bodies of the two articles.
    #[must_use]
    pub fn compared(&self) -> (&Comparison, [&str; 2]) {
        let [left, right] = &self.articles;
        (&self.comparison, [&left.body, &right.body])
    }

    /// How many words were kept, moved, cut and added, in words, and what the signs say.
    #[must_use]
    pub fn counts(&self) -> String {
        let words = self.comparison.words;
        let moved = if words.moved > 0 { tr!(", {moved} of them moved", moved = words.moved) } else { String::new() };
        let (kept, cut, added) = (words.kept, words.cut, words.added);
        tr!("{kept} words kept{moved} · {cut} cut · {added} added · ~ changed - cut + added > moved", kept, moved, cut, added)
    }

    /// Wraps the texts to the window and keeps the scroll within it.
    pub fn fit(&mut self, size: Size) {
        if self.fitted != size.cols {
            self.fitted = size.cols;
            self.is_wide = size.cols >= WIDE;
            let [left, right] = &self.articles;
            let (left, right) = (&*left.body, &*right.body);
            let mut rows = Vec::new();
            for passage in &self.comparison.passages {
                if !rows.is_empty() {
                    rows.push(CompareRow { sign: ' ', ..CompareRow::default() });
                }
                let made = if self.is_wide {
                    beside(passage, (left, right), size.cols)
                } else {
                    woven(passage, (left, right), size.cols)
                };
                rows.extend(made);
            }
            self.rows = rows;
        }
        self.top = self.top.min(self.last_top(size.rows));
    }

    /// The rows of text that fit under the heads.
    #[must_use]
    pub fn text_rows(&self, rows: usize) -> usize {
        rows.saturating_sub(if self.is_wide { 2 } else { 3 })
    }

    fn last_top(&self, rows: usize) -> usize {
        self.rows.len().saturating_sub(self.text_rows(rows).max(1))
    }

    /// Scrolls.
    pub fn scroll(&mut self, motion: Motion, rows: usize) {
        self.top = motion.from(self.top, self.last_top(rows), self.text_rows(rows));
    }
}

/// The columns of each of two texts in a window of `cols`.
#[must_use]
pub fn column_cols(cols: usize) -> usize {
    cols.saturating_sub(SIGN_COLS + GAP_COLS) / 2
}

fn head(article: &Article) -> String {
    let date = article.published.date.to_string();
    let source = article.source.as_ref().map_or("", |source| &*source.text);
    [&*date, source, &*article.title].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn sign(fate: PassageFate) -> char {
    match fate {
        PassageFate::Same => ' ',
        PassageFate::Changed => '~',
        PassageFate::Moved => '>',
        PassageFate::Cut => '-',
        PassageFate::Added => '+',
    }
}

/// Where a moved passage stood, before its text.
fn lead(passage: &ComparedPassage) -> Option<String> {
    (passage.fate == PassageFate::Moved).then(|| format!("(¶ {} → {}) ", passage.numbers.0, passage.numbers.1))
}

/// The rows of a passage in two columns.
fn beside(passage: &ComparedPassage, (left, right): (&str, &str), cols: usize) -> Vec<CompareRow> {
    let width = column_cols(cols);
    let lead = lead(passage);
    let with_lead =
        |pieces: Vec<ComparedPiece>| lead.iter().map(|lead| (WordFate::Kept, lead.clone())).chain(pieces).collect::<Vec<_>>();
    let left = wrapped(&owned(passage.side(left, true)), width);
    let right = passage.side(right, false);
    let right = wrapped(&if right.is_empty() { Vec::new() } else { with_lead(owned(right)) }, width);
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    let mut rows = Vec::new();
    loop {
        let (one, other) = (left.next(), right.next());
        if one.is_none() && other.is_none() {
            return rows;
        }
        let sign = if rows.is_empty() { sign(passage.fate) } else { ' ' };
        rows.push(CompareRow { sign, left: one.unwrap_or_default(), right: other.unwrap_or_default() });
    }
}

/// The rows of a passage in one column.
fn woven(passage: &ComparedPassage, (left, right): (&str, &str), cols: usize) -> Vec<CompareRow> {
    let pieces = lead(passage).map(|lead| (WordFate::Kept, lead)).into_iter().chain(owned(passage.woven(left, right)));
    let rows = wrapped(&pieces.collect::<Vec<_>>(), cols.saturating_sub(SIGN_COLS));
    let row = |(at, left): (usize, Vec<ComparedPiece>)| {
        let sign =
            if at == 0 || matches!(passage.fate, PassageFate::Cut | PassageFate::Added) { sign(passage.fate) } else { ' ' };
        CompareRow { sign, left, right: Vec::new() }
    };
    rows.into_iter().enumerate().map(row).collect()
}

fn owned(pieces: Vec<WovenPiece<'_>>) -> Vec<ComparedPiece> {
    pieces.into_iter().map(|(fate, text)| (fate, text.replace('\n', " "))).collect()
}

/// The pieces in rows of `width` columns.
fn wrapped(pieces: &[ComparedPiece], width: usize) -> Vec<Vec<ComparedPiece>> {
    let text: String = pieces.iter().map(|(_, text)| text.as_str()).collect();
    let mut places = Vec::with_capacity(pieces.len());
    let mut at = 0;
    for (fate, piece) in pieces {
        places.push((*fate, Span::new(at, at + piece.len())));
        at += piece.len();
    }
    let row = |row: Span| -> Vec<ComparedPiece> {
        places.iter().filter_map(|(fate, place)| Some((*fate, place.clip(row)?.of(&text).to_owned()))).collect()
    };
    let rows = wrap(&text, Span::new(0, text.len()), width.max(1)).into_iter();
    rows.map(|found| row(found.span)).filter(|pieces| !pieces.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::{WordFate, wrapped};

    #[test]
    fn rows_keep_what_became_of_their_words() {
        let pieces = [
            (WordFate::Kept, "for ".to_owned()),
            (WordFate::Cut, "three long".to_owned()),
            (WordFate::Kept, " weeks".to_owned()),
        ];
        let rows = wrapped(&pieces, 9);
        let shown: Vec<Vec<(WordFate, &str)>> =
            rows.iter().map(|row| row.iter().map(|(fate, text)| (*fate, text.as_str())).collect()).collect();
        assert_eq!(shown[0], [(WordFate::Kept, "for "), (WordFate::Cut, "three")]);
        assert_eq!(shown[1], [(WordFate::Cut, "long")]);
        assert_eq!(shown[2], [(WordFate::Kept, "weeks")]);
        assert!(wrapped(&[], 9).is_empty());
    }
}
