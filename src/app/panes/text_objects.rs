//! Prose: an article's body as one moves in it, by characters, words, sentences and paragraphs.
//!
//! Pure functions over the body, its blocks and a place. A *place* is the first byte of a grapheme that stands in a block and
//! ends no line; what lies between blocks is stepped over. Called by the cursor of the reader and by its mouse.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::model::article::{Article, Block};
use crate::text::grapheme::{floor, is_boundary, next, previous};
use crate::text::sentence::each_sentence;
use crate::text::span::Span;

/// What one moves by, and what one selects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextUnit {
    /// What a reader takes for one character.
    Grapheme,
    /// A word with a letter or a digit (UAX #29); one that is elided, as in `l’État`, is a word of its own.
    Word,
    /// A sentence.
    Sentence,
    /// A block of the body.
    Paragraph,
}

/// A body with its blocks.
#[derive(Clone, Copy, Debug)]
pub struct TextObjects<'a> {
    body: &'a str,
    blocks: &'a [Block],
}

impl<'a> TextObjects<'a> {
    /// The prose of `body`, whose `blocks` are in order and do not overlap.
    #[must_use]
    pub fn new(body: &'a str, blocks: &'a [Block]) -> Self {
        Self { body, blocks }
    }

    /// The prose of an article.
    #[must_use]
    pub fn of(article: &'a Article) -> Self {
        Self::new(&article.body, &article.blocks)
    }

    /// The place at `offset`, else the next one behind it, else the last one; `None` when there is none at all.
    #[must_use]
    pub fn place(&self, offset: usize) -> Option<usize> {
        let at = floor(self.body, offset.min(self.body.len()));
        if self.is_place(at) { Some(at) } else { self.right(at).or_else(|| self.last()) }
    }

    /// The first place.
    #[must_use]
    pub fn first(&self) -> Option<usize> {
        self.place(0)
    }

    /// The last place.
    #[must_use]
    pub fn last(&self) -> Option<usize> {
        self.left(self.body.len())
    }

    /// Whether one can stand at `offset`.
    #[must_use]
    pub fn is_place(&self, offset: usize) -> bool {
        let in_line = self.body.as_bytes().get(offset).is_some_and(|byte| *byte != b'\n');
        in_line && self.block_at(offset).is_some_and(|block| block.holds(offset)) && is_boundary(self.body, offset)
    }

    /// Behind the grapheme at `at`.
    #[must_use]
    pub fn behind(&self, at: usize) -> usize {
        next(self.body, at)
    }

    /// The place `count` units further on; the last one when there are not so many.
    #[must_use]
    pub fn forward(&self, unit: TextUnit, at: usize, count: usize) -> usize {
        let mut starts: Box<dyn Iterator<Item = usize> + '_> = match unit {
            TextUnit::Grapheme => Box::new(std::iter::successors(self.right(at), |at| self.right(*at))),
            unit => Box::new(self.units_from(unit, at).map(Span::first).filter(move |start| *start > at)),
        };
        starts.nth(count.saturating_sub(1)).or_else(|| self.last()).unwrap_or(at)
    }

    /// The place where the `count`th unit before `at` begins; the first one when there are not so many.
    #[must_use]
    pub fn backward(&self, unit: TextUnit, at: usize, count: usize) -> usize {
        let mut starts: Box<dyn Iterator<Item = usize> + '_> = match unit {
            TextUnit::Grapheme => Box::new(std::iter::successors(self.left(at), |at| self.left(*at))),
            unit => Box::new(self.units_to(unit, at).map(Span::first).filter(move |start| *start < at)),
        };
        starts.nth(count.saturating_sub(1)).or_else(|| self.first()).unwrap_or(at)
    }

    /// The last character of the `count`th unit that ends behind `at`; the last place when there are not so many.
    #[must_use]
    pub fn end(&self, unit: TextUnit, at: usize, count: usize) -> usize {
        let ends = self.units_from(unit, at).filter_map(|span| self.left(span.after()));
        ends.filter(|end| *end > at).nth(count.saturating_sub(1)).or_else(|| self.last()).unwrap_or(at)
    }

    /// The unit that holds `at`; between two, the one before; in front of the first, that one.
    #[must_use]
    pub fn around(&self, unit: TextUnit, at: usize) -> Option<Span> {
        if unit == TextUnit::Grapheme {
            return self.place(at).map(|at| Span::new(at, self.behind(at)));
        }
        let block = self.block_at(at).or_else(|| self.blocks.first().map(|block| block.span))?;
        let before = self.units(unit, block).take_while(|span| span.first() <= at).last();
        before.or_else(|| self.units_from(unit, at).next())
    }

    /// `span` without the white space at its ends, and both ends on places; `None` when nothing is left.
    #[must_use]
    pub fn trimmed(&self, span: Span) -> Option<Span> {
        let text = span.of(self.body);
        let start = span.first() + (text.len() - text.trim_start().len());
        let end = start + text.trim().len();
        let (start, end) = (floor(self.body, start), if is_boundary(self.body, end) { end } else { next(self.body, end) });
        (start < end).then(|| Span::new(start, end))
    }

    /// The units of the block that holds `at` and of all behind it, in order.
    fn units_from(&self, unit: TextUnit, at: usize) -> impl Iterator<Item = Span> + use<'a> {
        let blocks = self.blocks.get(self.block_number(at).unwrap_or(0)..).unwrap_or_default();
        let prose = *self;
        blocks.iter().flat_map(move |block| prose.units(unit, block.span))
    }

    /// The units of the block that holds `at` and of all before it, the last first.
    fn units_to(&self, unit: TextUnit, at: usize) -> impl Iterator<Item = Span> + use<'a> {
        let blocks = self.blocks.get(..=self.block_number(at).unwrap_or(0)).unwrap_or_default();
        let prose = *self;
        blocks.iter().rev().flat_map(move |block| prose.units(unit, block.span).collect::<Vec<_>>().into_iter().rev())
    }

    /// The units of one block, in order; each begins on a place.
    fn units(&self, unit: TextUnit, block: Span) -> Box<dyn Iterator<Item = Span> + 'a> {
        let (prose, text) = (*self, block.of(self.body));
        let base = block.first();
        let whole = move |span: Span| {
            let end = if is_boundary(prose.body, span.after()) { span.after() } else { next(prose.body, span.after()) };
            prose.is_place(span.first()).then(|| Span::new(span.first(), end))
        };
        match unit {
            TextUnit::Grapheme | TextUnit::Paragraph => Box::new(prose.trimmed(block).into_iter()),
            TextUnit::Sentence => Box::new(each_sentence(text).map(move |span| span.shift(base)).filter_map(whole)),
            TextUnit::Word => {
                let words = text.split_word_bound_indices().filter(|(_, word)| word.contains(char::is_alphanumeric));
                let parts = words.flat_map(|(at, word)| {
                    let cut = elision(word);
                    [(at, at + cut), (at + cut, at + word.len())].into_iter().filter(|(start, end)| start < end)
                });
                Box::new(parts.map(move |(start, end)| Span::new(base + start, base + end)).filter_map(whole))
            }
        }
    }

    /// The next place behind `at`.
    fn right(&self, at: usize) -> Option<usize> {
        let mut at = next(self.body, at);
        while at < self.body.len() {
            if self.is_place(at) {
                return Some(at);
            }
            let inside = self.block_at(at).is_some_and(|block| block.holds(at));
            let following = self.blocks.partition_point(|block| block.span.first() <= at);
            at = if inside { next(self.body, at) } else { self.blocks.get(following)?.span.first() };
        }
        None
    }

    /// The last place before `at`.
    fn left(&self, at: usize) -> Option<usize> {
        let mut at = at;
        while at > 0 {
            at = previous(self.body, at);
            if self.is_place(at) {
                return Some(at);
            }
            let block = self.block_at(at)?;
            if !block.holds(at) {
                at = at.min(block.after());
            }
        }
        None
    }

    /// The number of the last block that begins at or before `at`.
    fn block_number(&self, at: usize) -> Option<usize> {
        self.blocks.partition_point(|block| block.span.first() <= at).checked_sub(1)
    }

    fn block_at(&self, at: usize) -> Option<Span> {
        self.blocks.get(self.block_number(at)?).map(|block| block.span)
    }
}

/// The bytes of the elided word that `word` begins with, its apostrophe included: `l’`, `qu'`, `lorsqu’`.
fn elision(word: &str) -> usize {
    let Some((head, apostrophe)) = word.char_indices().find(|(_, c)| matches!(c, '\'' | '’')) else { return 0 };
    let before = word.get(..head).unwrap_or_default().to_ascii_lowercase();
    let elided = matches!(before.as_str(), "c" | "d" | "j" | "l" | "m" | "n" | "s" | "t") || before.ends_with("qu");
    if elided { head + apostrophe.len_utf8() } else { 0 }
}

#[cfg(test)]
mod tests;
