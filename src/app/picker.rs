//! Pickers: a list over the panes, narrowed fuzzily as one types. Actors, months, outlets, languages, orders, commands.

use crate::app::command::Command;
use crate::app::line_edit::LineEdit;
use crate::app::navigation::Cursor;
use crate::query::filter::Order;
use crate::query::fuzzy::Pattern;
use crate::query::selection::Facet;
use crate::text::span::Span;

/// What is picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A facet to filter by.
    Facet(Facet),
    /// An order of the list; `None` lets the program choose.
    Order(Option<Order>),
    /// A command to run.
    Command(Command),
}

/// One thing that can be picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The text that is matched and shown.
    pub label: String,
    /// Shown at the right: a count, or keys.
    pub note: String,
    /// What it stands for.
    pub choice: Choice,
    /// Whether it is on.
    pub on: bool,
}

/// A picker.
#[derive(Clone, Debug)]
pub struct Picker {
    /// The title on its frame.
    pub title: &'static str,
    /// What has been typed.
    pub field: LineEdit,
    /// The cursor among the rows shown.
    pub cursor: Cursor,
    items: Vec<Item>,
    rows: Vec<(usize, Vec<Span>)>,
}

impl Picker {
    /// A picker of `items`, all of them shown.
    #[must_use]
    pub fn new(title: &'static str, items: Vec<Item>) -> Self {
        let mut picker = Self { title, field: LineEdit::default(), cursor: Cursor::default(), items, rows: Vec::new() };
        picker.narrow();
        picker
    }

    /// Shows the items that match what has been typed, the best first.
    pub fn narrow(&mut self) {
        let pattern = Pattern::new(self.field.text());
        let mut rows: Vec<_> =
            self.items.iter().enumerate().filter_map(|(at, item)| Some((at, pattern.find(&item.label)?))).collect();
        if !pattern.is_empty() {
            rows.sort_by_key(|(at, found)| (std::cmp::Reverse(found.score), *at));
        }
        self.rows = rows.into_iter().map(|(at, found)| (at, found.marks)).collect();
        self.cursor = Cursor::default();
    }

    /// The items shown, each with its matched characters.
    pub fn rows(&self) -> impl Iterator<Item = (&Item, &[Span])> {
        self.rows.iter().filter_map(|(at, marks)| Some((self.items.get(*at)?, marks.as_slice())))
    }

    /// The number of items shown.
    #[must_use]
    pub fn shown(&self) -> usize {
        self.rows.len()
    }

    /// The number of items there are, shown or not.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is nothing to pick.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// What the cursor is on.
    #[must_use]
    pub fn current(&self) -> Option<&Choice> {
        let (at, _) = self.rows.get(self.cursor.at)?;
        self.items.get(*at).map(|item| &item.choice)
    }
}

#[cfg(test)]
mod tests {
    use super::{Choice, Item, Picker};
    use crate::query::filter::Order;

    #[test]
    fn an_empty_picker_has_nothing_to_pick() {
        let picker = Picker::new("Order", Vec::new());
        assert!(picker.is_empty() && picker.current().is_none());
    }

    #[test]
    fn the_cursor_picks_the_row_it_is_on() {
        let item =
            |label: &str, order| Item { label: label.into(), note: String::new(), choice: Choice::Order(Some(order)), on: false };
        let mut picker = Picker::new("Order", vec![item("date", Order::Date), item("title", Order::Title)]);
        picker.cursor.at = 1;
        assert_eq!(picker.current(), Some(&Choice::Order(Some(Order::Title))));
        assert_eq!((picker.len(), picker.shown()), (2, 2));
    }
}
