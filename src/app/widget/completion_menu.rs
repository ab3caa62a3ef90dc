//! Offers: what could be typed next in the filter line, and which of it is marked. `completing` finds them.
//!
//! Values after a key, and saved queries after `@`, are listed under the line. Keys are not: a bare word that could become one may
//! well be meant as it is, so only the rest of the likeliest key stands dimmed behind the cursor.

use crate::app::widget::line_edit::LineEdit;
use crate::app::widget::navigation::Cursor;
use crate::query::language::complete::{Completion, Offer};
use crate::query::results::Choices;
use crate::text::span::Span;

/// Rows of the list under the line.
pub const ROWS: usize = 8;

/// What could be typed next.
#[derive(Clone, Debug, Default)]
pub struct CompletionMenu {
    /// The cursor among the offers that are listed.
    pub cursor: Cursor,
    /// The offers; `None` when there are none, or when they were closed.
    completion: Option<Completion>,
    /// Whether the person has moved the cursor.
    chosen: bool,
    /// What stands before the place whose offers were closed, and whether typing on leaves them closed.
    closed: Option<(String, bool)>,
    /// What stands before the place that is being completed, and the choices when it was come to: what is typed there narrows the
    /// articles, but must not narrow what else could be typed.
    known: Option<(String, Choices)>,
}

impl CompletionMenu {
    /// The offers listed under the line.
    #[must_use]
    pub fn listed(&self) -> &[Offer] {
        self.completion.as_ref().filter(|completion| !completion.of_key).map_or(&[], |completion| &completion.offers)
    }

    /// The byte of the line above which the list stands.
    #[must_use]
    pub fn place(&self) -> usize {
        self.completion.as_ref().map_or(0, |completion| completion.span.first())
    }

    /// Whether anything is offered.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.completion.is_some()
    }

    /// Whether the person has moved among the offers.
    #[must_use]
    pub fn is_chosen(&self) -> bool {
        self.chosen && !self.listed().is_empty()
    }

    /// The rest of the key that the word before the cursor may become; empty when there is none.
    #[must_use]
    pub fn rest(&self, field: &LineEdit) -> &str {
        let (text, cursor) = (field.text(), field.cursor_byte());
        let of_key = self.completion.as_ref().filter(|completion| completion.of_key && cursor == text.len());
        let rest = of_key.and_then(|completion| {
            let typed = completion.span.of(text);
            let insert = completion.offers.first()?.insert.as_str();
            let (head, rest) = insert.split_at_checked(typed.len())?;
            head.eq_ignore_ascii_case(typed).then_some(rest)
        });
        rest.unwrap_or_default()
    }

    /// The offer that is marked, and what it would replace. A key counts only while its rest is shown.
    #[must_use]
    pub fn current(&self, field: &LineEdit) -> Option<(Span, &str)> {
        let completion = self.completion.as_ref()?;
        if completion.of_key && self.rest(field).is_empty() {
            return None;
        }
        let offer = completion.offers.get(self.cursor.at)?;
        Some((completion.span, &offer.insert))
    }

    /// Marks the next offer, or the one before; around the ends.
    pub fn step(&mut self, forward: bool) {
        let len = self.listed().len().max(1);
        self.cursor.at = (self.cursor.at + if forward { 1 } else { len - 1 }) % len;
        self.chosen = true;
    }

    /// Marks the offer at `row` of the list, counted from the first shown; whether there is one.
    pub fn choose(&mut self, row: usize) -> bool {
        let at = self.cursor.top + row;
        let is_there = at < self.listed().len();
        if is_there {
            (self.cursor.at, self.chosen) = (at, true);
        }
        is_there
    }

    /// Takes the offers away that complete what stands behind `before`: until something is typed, or `lastingly` until something
    /// else is being completed.
    pub fn close(&mut self, before: &str, lastingly: bool) {
        self.closed = Some((before.to_owned(), lastingly));
        self.show(None);
    }

    /// Takes note that the text has changed.
    pub fn typed(&mut self) {
        self.chosen = false;
        self.closed.take_if(|(_, lastingly)| !*lastingly);
    }

    /// Whether the offers for what stands behind `before` were closed; those for anything else are open again.
    pub fn is_closed(&mut self, before: &str) -> bool {
        self.closed.take_if(|(closed, _)| closed != before);
        self.closed.is_some()
    }

    /// The choices that were there when what stands behind `before` was come to.
    #[must_use]
    pub fn known(&self, before: &str) -> Option<&Choices> {
        self.known.as_ref().filter(|(known, _)| known == before).map(|(_, choices)| choices)
    }

    /// Remembers the choices there are for what stands behind `before`.
    pub fn learn(&mut self, before: &str, choices: &Choices) {
        self.known = Some((before.to_owned(), choices.clone()));
    }

    /// Shows other offers; the one that the person has chosen stays marked.
    pub fn show(&mut self, completion: Option<Completion>) {
        let chosen = self.listed().get(self.cursor.at).filter(|_| self.chosen).map(|offer| offer.insert.clone());
        self.completion = completion;
        let at = chosen.and_then(|insert| self.listed().iter().position(|offer| offer.insert == insert));
        self.chosen = at.is_some();
        self.cursor = Cursor { at: at.unwrap_or(0), ..Cursor::default() };
    }
}
