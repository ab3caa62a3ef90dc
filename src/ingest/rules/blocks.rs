//! The sheet: a body and its blocks while the rules read them.
//!
//! Each line of a draft becomes a block; rules change the kind of a block or cut it in two, never the body.

use std::cell::OnceCell;

use crate::ingest::draft::Lines;
use crate::ingest::rules::prefilter::folded;
use crate::ingest::rules::text_line::weight;
use crate::model::article::{Block, BlockKind};
use crate::text::span::Span;

/// A block under the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockRange {
    /// Where it is in the body.
    pub span: Span,
    /// What it is, as far as known.
    pub kind: BlockKind,
    /// Whether the markup or a rule has settled what it is.
    pub settled: bool,
    /// Its words folded, for the rules; empty when `glance` sees that none of them knows it.
    pub folded: String,
    /// What its words weigh for being text, by `text_line::weight`.
    pub weight: i32,
}

/// The title of a page, and where its headline stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PageTitle {
    /// The line that is the title.
    pub(crate) at: usize,
    /// The lines that say the headline again, in order.
    pub(crate) copies: Vec<usize>,
    /// What stands beside the headline, the last part first.
    pub(crate) beside: Vec<String>,
    /// Whether anything does.
    pub(crate) goes_on: bool,
}

/// A body and its blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blocks {
    /// The body.
    pub body: String,
    /// Its blocks, in order.
    pub strips: Vec<BlockRange>,
    /// The title of the page's window, once it was looked for.
    title: OnceCell<Option<PageTitle>>,
}

impl Blocks {
    /// Lays out the lines of a draft.
    #[must_use]
    pub fn of_lines(lines: Lines) -> Self {
        let strips = lines.places.iter().map(|line| BlockRange {
            span: line.span,
            kind: line.kind.unwrap_or(BlockKind::Paragraph),
            settled: line.kind.is_some(),
            folded: folded(lines.words(line)),
            weight: weight(lines.words(line)),
        });
        let strips = strips.collect();
        Self { body: lines.text, strips, title: OnceCell::new() }
    }

    /// Lays out the body of an article again; what only the text itself could say is open again, and with `all` what rules said of the
    /// page around it, too.
    #[must_use]
    pub fn of_blocks(body: &str, blocks: &[Block], all: bool) -> Self {
        let strip = |block: &Block| {
            let open = matches!(block.kind, BlockKind::Headline | BlockKind::Paragraph) || all && !block.kind.counts();
            let kind = if open { BlockKind::Paragraph } else { block.kind };
            let words = block.span.of(body);
            BlockRange { span: block.span, kind, settled: !open, folded: folded(words), weight: weight(words) }
        };
        Self { body: body.to_owned(), strips: blocks.iter().map(strip).collect(), title: OnceCell::new() }
    }

    /// The words of the strip at `at`; empty beyond the last.
    #[must_use]
    pub fn words(&self, at: usize) -> &str {
        self.strips.get(at).map_or("", |strip| strip.span.of(&self.body))
    }

    /// The title of the page, which `find` looks for the first time that one asks: the words of the lines do not change.
    pub(super) fn title(&self, find: impl FnOnce(&Self) -> Option<PageTitle>) -> Option<&PageTitle> {
        self.title.get_or_init(|| find(self)).as_ref()
    }

    /// Settles that the strip at `at` is of `kind`.
    pub fn settle(&mut self, at: usize, kind: BlockKind) {
        if let Some(strip) = self.strips.get_mut(at) {
            (strip.kind, strip.settled) = (kind, true);
        }
    }

    /// Cuts the strip at `at` behind `head`, which is settled as furniture; white space between the two belongs to none.
    pub fn cut(&mut self, at: usize, head: Span) {
        let Some(strip) = self.strips.get(at).cloned() else { return };
        self.title.take();
        let rest = Span::new(head.after(), strip.span.after());
        let blank = rest.of(&self.body).len() - rest.of(&self.body).trim_start().len();
        let rest = Span::new(rest.first() + blank, rest.after());
        if let Some(strip) = self.strips.get_mut(at) {
            (strip.span, strip.kind, strip.settled) = (head, BlockKind::Furniture, true);
            (strip.folded, strip.weight) = (folded(head.of(&self.body)), weight(head.of(&self.body)));
        }
        if !rest.is_empty() {
            let (folded, weight) = (folded(rest.of(&self.body)), weight(rest.of(&self.body)));
            self.strips.insert(at + 1, BlockRange { span: rest, folded, weight, ..strip });
        }
    }

    /// The places of the strips that count: all but furniture and comments.
    pub fn text_places(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.strips.iter().enumerate().filter(|(_, strip)| strip.kind.counts()).map(|(at, _)| at)
    }

    /// The blocks.
    #[must_use]
    pub fn blocks(&self) -> Vec<Block> {
        self.strips.iter().map(|strip| Block { kind: strip.kind, span: strip.span }).collect()
    }
}

/// A page of these lines, for the tests of the rules beside.
#[cfg(test)]
pub(crate) fn sheet(lines: &[&str]) -> Blocks {
    let mut page = Lines::default();
    for line in lines {
        page.push(line, crate::ingest::draft::Break::Line, None);
    }
    Blocks::of_lines(page)
}
