//! The timeline pane: groups of entries as rows, at three scales. By year and month a row is a group with its most salient
//! entry; by day every entry has its own row.

use std::ops::Range;

use crate::app::navigation::Cursor;
use crate::model::date::PartialDate;
use crate::query::timeline::{Basis, Chronology, Entry, Group, Scale, group};

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
        entries: Range<usize>,
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
    /// The first entry of each row that stands for entries, with the number of the row; rising.
    starts: Vec<(usize, usize)>,
}

impl Timeline {
    /// Makes the rows anew for `chronology`, and keeps the cursor on the entry it was on when `keep` names it.
    pub fn rebuild(&mut self, chronology: &Chronology, keep: Option<usize>) {
        self.rows.clear();
        self.starts.clear();
        let entries = &chronology.entries;
        let groups = group(entries, self.scale);
        let count = |group: &Group| group.entries.len() + self.held_back(chronology, group);
        self.tallest = groups.iter().map(count).max().unwrap_or(0);
        let mut above = String::new();
        for group in groups {
            let (parent, label) = names(group.date, self.scale);
            let under = parent.is_some();
            if let Some(parent) = parent.clone().filter(|parent| *parent != above) {
                self.rows.push(Row::Heading(parent));
            }
            above = parent.unwrap_or_else(|| label.clone());
            let held_back = self.held_back(chronology, &group);
            self.push_group(&group, (label, under), entries, held_back);
        }
        let row = keep.and_then(|entry| self.row_of(entry));
        self.cursor.at = row.unwrap_or_else(|| self.nearest_entry(self.cursor.at, true));
    }

    /// How many entries of a group are not among those held; of a day it is not known.
    fn held_back(&self, chronology: &Chronology, group: &Group) -> usize {
        if self.scale == Scale::Day { 0 } else { chronology.held_back(group.date) }
    }

    fn push_group(&mut self, group: &Group, (label, under): (String, bool), entries: &[Entry], held_back: usize) {
        let range = group.entries.clone();
        if self.scale == Scale::Day {
            for at in range.clone() {
                let first = at == range.start;
                let (label, count) = if first { (label.clone(), range.len()) } else { (String::new(), 0) };
                self.push(Row::Entry { label, under, count, entry: at, entries: at..at + 1 });
            }
            return;
        }
        let Some(lead) = most_salient(entries, range.clone()) else { return };
        self.push(Row::Entry { label, under, count: range.len() + held_back, entry: lead, entries: range });
    }

    fn push(&mut self, row: Row) {
        if let Row::Entry { entries, .. } = &row {
            self.starts.push((entries.start, self.rows.len()));
        }
        self.rows.push(row);
    }

    /// The row that stands for an entry.
    #[must_use]
    pub fn row_of(&self, entry: usize) -> Option<usize> {
        let behind = self.starts.partition_point(|(first, _)| *first <= entry);
        let (_, row) = *self.starts.get(behind.checked_sub(1)?)?;
        matches!(self.rows.get(row), Some(Row::Entry { entries, .. }) if entries.contains(&entry)).then_some(row)
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

/// The day an entry is about, in ISO 8601; its year or month when no more is known.
#[must_use]
pub fn day_of(entry: &Entry) -> String {
    let (first, last) = (entry.interval.first, entry.interval.last);
    let (year, month, day) = (first.year(), first.month(), first.day());
    if first == last {
        format!("{year:04}-{month:02}-{day:02}")
    } else if (year, month) == (last.year(), last.month()) {
        format!("{year:04}-{month:02}")
    } else {
        format!("{year:04}")
    }
}

/// The most salient entry of a range, the earliest of equals.
fn most_salient(entries: &[Entry], range: Range<usize>) -> Option<usize> {
    let salience = |at: usize| entries.get(at).map_or(0.0, |entry| entry.salience);
    range.reduce(|best, at| if salience(at) > salience(best) { at } else { best })
}
