//! Weaving: a compared passage as one text, what was cut and what was added in it, for where there is room for one column.

use crate::analysis::comparison::compared::{ComparedPassage, WordFate};
use crate::text::span::Span;

/// A piece of a woven text.
pub type WovenPiece<'a> = (WordFate, &'a str);

impl ComparedPassage {
    /// The text of the passage in the right article, with what was cut where it stood; `left` and `right` are the bodies.
    #[must_use]
    pub fn woven<'a>(&self, left: &'a str, right: &'a str) -> Vec<WovenPiece<'a>> {
        let mut pieces = Vec::new();
        let (mut left_at, mut right_at) = (self.left.start, self.right.start);
        for run in &self.runs {
            if run.right.is_empty() {
                let gap = Span { start: left_at.min(run.left.start), end: run.left.start }.of(left);
                // Of what parts the words one space is enough; the right article's own signs stand around it.
                if gap.contains(char::is_whitespace) && !pieces.is_empty() {
                    pieces.push((WordFate::Kept, " "));
                }
                pieces.push((run.fate, run.left.of(left)));
            } else {
                let gap = Span { start: right_at.min(run.right.start), end: run.right.start }.of(right);
                let gap =
                    if gap.is_empty() && matches!(pieces.last(), Some((WordFate::Cut | WordFate::Moved, _))) { " " } else { gap };
                pieces.push((WordFate::Kept, gap));
                pieces.push((run.fate, run.right.of(right)));
                right_at = run.right.end;
            }
            left_at = if run.left.is_empty() { left_at } else { run.left.end };
        }
        pieces.push((WordFate::Kept, Span { start: right_at.min(self.right.end), end: self.right.end }.of(right)));
        pieces.retain(|(_, text)| !text.is_empty());
        pieces
    }

    /// The text of one side in pieces, with the signs between the words: of the left when `is_left`. What the other side lacks is told.
    #[must_use]
    pub fn side<'a>(&self, body: &'a str, is_left: bool) -> Vec<WovenPiece<'a>> {
        let whole = if is_left { self.left } else { self.right };
        let (mut pieces, mut at) = (Vec::new(), whole.start);
        for run in &self.runs {
            let span = if is_left { run.left } else { run.right };
            if span.is_empty() {
                continue;
            }
            pieces.push((WordFate::Kept, Span { start: at.min(span.start), end: span.start }.of(body)));
            pieces.push((run.fate, span.of(body)));
            at = span.end;
        }
        pieces.push((WordFate::Kept, Span { start: at.min(whole.end), end: whole.end }.of(body)));
        pieces.retain(|(_, text)| !text.is_empty());
        pieces
    }
}
