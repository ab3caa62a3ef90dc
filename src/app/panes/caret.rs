//! The caret: the cursor one puts into the text of the reader, and the other end of a selection.
//!
//! Plain data with its motions in prose and over rows; `selecting` moves it at the keys' and the mouse's bidding.

use crate::app::panes::layout::ReaderLayout;
use crate::app::panes::text_objects::{TextObjects, TextUnit};
use crate::text::span::Span;

/// A cursor in the body of the open article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caret {
    /// The first byte of the character it stands on.
    pub at: usize,
    /// The first byte of the character at the other end of the selection; `None` when nothing is selected.
    pub anchor: Option<usize>,
    /// The column that moving over rows keeps to.
    column: Option<usize>,
}

impl Caret {
    /// A caret at `at`, with a selection that begins there when `selecting`.
    #[must_use]
    pub fn new(at: usize, selecting: bool) -> Self {
        Self { at, anchor: selecting.then_some(at), column: None }
    }

    /// What is selected, both characters at the ends included.
    #[must_use]
    pub fn selection(&self, prose: &TextObjects<'_>) -> Option<Span> {
        let anchor = self.anchor?;
        let (first, last) = (anchor.min(self.at), anchor.max(self.at));
        Some(Span::new(first, prose.behind(last)))
    }

    /// Moves to a place; the other end stays.
    pub fn go(&mut self, at: usize) {
        (self.at, self.column) = (at, None);
    }

    /// Goes to the next unit; a selection goes on to the end of one, so that it takes no letter of what follows with it.
    pub fn go_on(&mut self, unit: TextUnit, count: usize, prose: &TextObjects<'_>) {
        let is_selecting = self.anchor.is_some_and(|anchor| anchor <= self.at);
        self.go(if is_selecting { prose.end(unit, self.at, count) } else { prose.forward(unit, self.at, count) });
    }

    /// Selects `span`, the caret on its last character.
    pub fn select(&mut self, span: Span, prose: &TextObjects<'_>) {
        let last = prose.backward(TextUnit::Grapheme, span.after(), 1);
        self.anchor = Some(span.first());
        self.go(last.max(span.first()));
    }

    /// Selects the `count` units around the caret; those selected already are kept when they are the head of it.
    pub fn select_units(&mut self, unit: TextUnit, count: usize, prose: &TextObjects<'_>) {
        let Some(first) = prose.around(unit, self.anchor.unwrap_or(self.at).min(self.at)) else { return };
        let chosen = self.selection(prose).filter(|span| span.first() == first.first() && span.after() >= first.after());
        // What is selected already is taken further, as a second `is` does in vi.
        let more = if chosen.is_some_and(|span| span.len() > 1 || first.len() == span.len()) { count } else { count - 1 };
        let end = if more == count { self.at.max(self.anchor.unwrap_or(0)) } else { first.after().saturating_sub(1) };
        let last = if more == 0 { first.after() } else { prose.behind(prose.end(unit, end, more)) };
        self.select(Span::new(first.first(), last), prose);
    }

    /// Goes to the other end of the selection.
    pub fn swap(&mut self) {
        if let Some(anchor) = self.anchor {
            self.anchor = Some(self.at);
            self.go(anchor);
        }
    }

    /// Moves by so many rows of text, down when positive, in the column it began in.
    pub fn move_rows(&mut self, by: isize, layout: &ReaderLayout, prose: &TextObjects<'_>) {
        let column = self.column.unwrap_or_else(|| layout.column_of(self.at));
        if let Some(place) = layout.beside(self.at, by, column).and_then(|offset| prose.place(offset)) {
            self.at = place;
        }
        self.column = Some(column);
    }

    /// Selects by whole words from those the mouse was pressed on to those it is over.
    pub fn drag(&mut self, pressed: Span, over: Span, prose: &TextObjects<'_>) {
        self.select(Span::new(pressed.first().min(over.first()), pressed.after().max(over.after())), prose);
        if over.first() < pressed.first() {
            self.swap();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Caret;
    use crate::app::panes::text_objects::{TextObjects, TextUnit};
    use crate::model::article::{Block, BlockKind};
    use crate::text::span::Span;

    const BODY: &str = "Il part. Elle reste. On verra.";

    fn selected(act: impl Fn(&mut Caret, &TextObjects<'_>)) -> &'static str {
        let blocks = [Block { kind: BlockKind::Paragraph, span: Span::new(0, BODY.len()) }];
        let prose = TextObjects::new(BODY, &blocks);
        let mut caret = Caret::new(10, true);
        act(&mut caret, &prose);
        caret.selection(&prose).map_or("", |span| span.of(BODY))
    }

    #[test]
    fn units_are_selected_and_taken_further() {
        assert_eq!(selected(|caret, prose| caret.select_units(TextUnit::Word, 1, prose)), "Elle");
        assert_eq!(selected(|caret, prose| caret.select_units(TextUnit::Sentence, 1, prose)), "Elle reste.");
        assert_eq!(selected(|caret, prose| caret.select_units(TextUnit::Sentence, 2, prose)), "Elle reste. On verra.");
        let twice = |caret: &mut Caret, prose: &TextObjects<'_>| {
            caret.select_units(TextUnit::Word, 1, prose);
            caret.select_units(TextUnit::Word, 1, prose);
        };
        assert_eq!(selected(twice), "Elle reste");
        assert_eq!(selected(|caret, prose| caret.select_units(TextUnit::Paragraph, 3, prose)), BODY);
    }

    #[test]
    fn a_selection_goes_on_by_whole_units() {
        assert_eq!(selected(|caret, prose| caret.go_on(TextUnit::Sentence, 1, prose)), "lle reste.");
        assert_eq!(selected(|caret, prose| caret.go_on(TextUnit::Sentence, 2, prose)), "lle reste. On verra.");
        assert_eq!(selected(|caret, prose| caret.go_on(TextUnit::Word, 2, prose)), "lle reste");
        let cursor = |caret: &mut Caret, prose: &TextObjects<'_>| {
            caret.anchor = None;
            caret.go_on(TextUnit::Sentence, 1, prose);
            caret.anchor = Some(caret.at);
        };
        assert_eq!(selected(cursor), "O");
    }

    #[test]
    fn the_ends_are_swapped_and_both_belong_to_it() {
        let backwards = |caret: &mut Caret, prose: &TextObjects<'_>| {
            caret.swap();
            caret.go(prose.backward(TextUnit::Word, caret.at, 1));
        };
        assert_eq!(selected(backwards), "El");
        let dragged = |caret: &mut Caret, prose: &TextObjects<'_>| {
            caret.drag(prose.around(TextUnit::Word, 10).unwrap(), Span::new(3, 7), prose);
        };
        assert_eq!(selected(dragged), "part. Elle");
    }
}
