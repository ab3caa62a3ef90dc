//! The timeline pane: groups of entries as rows, at three scales. By year and month a row is a group with its most salient
//! entry; by day every entry has its own row.

use crate::app::navigation::Cursor;
use crate::model::archive::ArticleIx;
use crate::model::date::PartialDate;
use crate::query::timeline::{Basis, Entry, Group, Scale, group};
use crate::text::span::Span;

/// A row of the timeline.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// A year or month under which rows stand.
    Heading(String),
    /// A group, or by day one entry of it.
    Entry {
        /// The date, or what of it the year or month above leaves to say; empty when the row above says it.
        label: String,
        /// Whether it stands under a year or month.
        under: bool,
        /// How many entries the group has; 0 when the row above says it.
        count: usize,
        /// The entry that is shown and opened.
        entry: usize,
        /// The entries the row stands for.
        entries: std::ops::Range<usize>,
    },
}

/// The timeline pane.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// Which dates it shows.
    pub basis: Basis,
    /// How fine it groups.
    pub scale: Scale,
    /// The row the cursor is on.
    pub cursor: Cursor,
    /// The rows.
    pub rows: Vec<Row>,
    /// The largest count of a row, which has the longest bar.
    pub tallest: usize,
}

impl Timeline {
    /// Makes the rows anew for `entries`, and keeps the cursor on the entry it was on when `keep` names it.
    pub fn rebuild(&mut self, entries: &[Entry], keep: Option<usize>) {
        self.rows.clear();
        let groups = group(entries, self.scale);
        self.tallest = groups.iter().map(|group| group.entries.len()).max().unwrap_or(0);
        let mut above = String::new();
        for group in groups {
            let (parent, label) = names(group.date, self.scale);
            let under = parent.is_some();
            if let Some(parent) = parent.clone().filter(|parent| *parent != above) {
                self.rows.push(Row::Heading(parent));
            }
            above = parent.unwrap_or_else(|| label.clone());
            self.push_group(&group, (label, under), entries);
        }
        let row = keep.and_then(|entry| self.row_of(entry));
        self.cursor.at = row.unwrap_or_else(|| self.nearest_entry(self.cursor.at, true));
    }

    fn push_group(&mut self, group: &Group, (label, under): (String, bool), entries: &[Entry]) {
        let range = group.entries.clone();
        if self.scale == Scale::Day {
            for at in range.clone() {
                let first = at == range.start;
                let (label, count) = if first { (label.clone(), range.len()) } else { (String::new(), 0) };
                self.rows.push(Row::Entry { label, under, count, entry: at, entries: at..at + 1 });
            }
            return;
        }
        let Some(lead) = most_salient(entries, range.clone()) else { return };
        self.rows.push(Row::Entry { label, under, count: range.len(), entry: lead, entries: range });
    }

    /// The row that stands for an entry.
    #[must_use]
    pub fn row_of(&self, entry: usize) -> Option<usize> {
        self.rows.iter().position(|row| matches!(row, Row::Entry { entries, .. } if entries.contains(&entry)))
    }

    /// The entry that the row of the cursor shows.
    #[must_use]
    pub fn current(&self) -> Option<usize> {
        match self.rows.get(self.cursor.at)? {
            Row::Entry { entry, .. } => Some(*entry),
            Row::Heading(_) => None,
        }
    }

    /// The row with an entry nearest to `row`, looked for downwards first when `down`.
    #[must_use]
    pub fn nearest_entry(&self, row: usize, down: bool) -> usize {
        let is_entry = |row: &usize| matches!(self.rows.get(*row), Some(Row::Entry { .. }));
        let row = row.min(self.rows.len().saturating_sub(1));
        let (below, above) = ((row..self.rows.len()).find(is_entry), (0..=row).rev().find(is_entry));
        if down { below.or(above) } else { above.or(below) }.unwrap_or(0)
    }
}

/// The year or month a group stands under, if it is finer than that, and what is left for its label.
fn names(date: PartialDate, scale: Scale) -> (Option<String>, String) {
    let (year, month, day) = date.parts();
    match (scale, month, day) {
        (Scale::Month, Some(month), _) => (Some(format!("{year:04}")), format!("{month:02}")),
        (Scale::Day, Some(month), Some(day)) => (Some(format!("{year:04}-{month:02}")), format!("{day:02}")),
        _ => (None, date.to_string()),
    }
}

/// The most salient entry of a range, the earliest of equals.
fn most_salient(entries: &[Entry], range: std::ops::Range<usize>) -> Option<usize> {
    let salience = |at: usize| entries.get(at).map_or(0.0, |entry| entry.salience);
    range.reduce(|best, at| if salience(at) > salience(best) { at } else { best })
}

/// The entry an article stands at: the last told at or before the byte `offset` of its body, else its first.
#[must_use]
pub fn entry_at(entries: &[Entry], article: ArticleIx, offset: usize) -> Option<usize> {
    let own = || entries.iter().enumerate().filter(|(_, entry)| entry.article == article);
    let start = |entry: &Entry| entry.timex.map_or(0, Span::first);
    let before = own().filter(|(_, entry)| start(entry) <= offset).max_by_key(|(_, entry)| start(entry));
    before.or_else(|| own().min_by_key(|(_, entry)| start(entry))).map(|(at, _)| at)
}
