//! The timeline pane: groups of entries as rows, at three scales, with the gaps between them. By year and month a row is a group
//! with its most salient entry; by day the most salient entries of a day have a row each.

use std::ops::{Range, RangeInclusive};

use crate::app::navigation::Cursor;
use crate::app::panes::gap::gap;
use crate::app::panes::sparkline::Sparkline;
use crate::model::date::PartialDate;
use crate::query::language::date::DateRange;
use crate::query::timeline::{Basis, Chronology, Entry, Group, Scale, group};

/// Entries of a day that have a row; the last of them says how many more there are.
const OF_A_DAY: usize = 5;

/// A row of the timeline.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// A year or month under which rows stand.
    Heading(String),
    /// A stretch of time of which nothing is told.
    Gap(String),
    /// A group, or by day one entry of it.
    Entry(EntryRow),
}

/// A row that stands for entries.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryRow {
    /// The date, or what of it the year or month above leaves to say; empty when the row above says it.
    pub label: String,
    /// Whether it stands under a year or month.
    pub under: bool,
    /// Whether its date is known less well than the scale asks.
    pub uncertain: bool,
    /// How often the group is told; 0 when the row above says it.
    pub count: usize,
    /// The entry that is shown and opened.
    pub entry: usize,
    /// The entries the row stands for.
    pub entries: Range<usize>,
    /// How many events it holds back.
    pub more: usize,
}

/// What picks a span of rows; its head is the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowSpan {
    /// The row its other end is on; where the cursor is when there is none.
    pub anchor: Option<usize>,
    /// Whether the button of the mouse holds it.
    pub held: bool,
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
    /// How many events no row shows.
    pub held_back: usize,
    /// The entry that was opened last, while the reader is still there.
    pub visited: Option<usize>,
    /// The span that is being picked.
    pub span: Option<RowSpan>,
    /// The row on which the button of the mouse was pressed.
    pub pressed: Option<usize>,
    /// How often the current actor is named over time.
    pub sparkline: Sparkline,
    /// The first entry of each row that stands for entries, with the number of the row; rising.
    starts: Vec<(usize, usize)>,
}

impl Timeline {
    /// Makes the rows anew for `chronology`, and keeps the cursor on the entry it was on when `keep` names it.
    pub fn rebuild(&mut self, chronology: &Chronology, keep: Option<usize>) {
        self.rows.clear();
        self.starts.clear();
        (self.visited, self.span, self.pressed) = (None, None, None);
        self.sparkline.outdate();
        let entries = &chronology.entries;
        let groups = group(entries, self.scale);
        self.tallest = groups.iter().map(|group| told(chronology, group)).max().unwrap_or(0);
        let mut above = String::new();
        let mut before: Option<PartialDate> = None;
        for group in groups {
            if let Some(words) = before.and_then(|before| gap(before, group.date, self.scale)) {
                self.rows.push(Row::Gap(words));
            }
            before = Some(group.date);
            let (parent, label) = names(group.date, self.scale);
            if let Some(parent) = parent.clone().filter(|parent| *parent != above) {
                self.rows.push(Row::Heading(parent));
            }
            let under = parent.is_some();
            above = parent.unwrap_or_else(|| label.clone());
            self.push_group(chronology, &group, (label, under));
        }
        let shown = |row: &Row| if let Row::Entry(row) = row { row.more } else { 0 };
        let hidden = if self.scale == Scale::Day { chronology.held_back.values().sum() } else { 0 };
        self.held_back = self.rows.iter().map(shown).sum::<usize>() + hidden;
        let row = keep.and_then(|entry| self.row_of(entry));
        self.cursor.at = row.unwrap_or_else(|| self.nearest_entry(self.cursor.at, true));
        debug_assert!(entries.is_empty() || !self.starts.is_empty());
    }

    fn push_group(&mut self, chronology: &Chronology, group: &Group, (label, under): (String, bool)) {
        let range = group.entries.clone();
        let uncertain = group.date.precision() != self.scale.precision();
        let count = told(chronology, group);
        let row = EntryRow { label, under, uncertain, count, entry: range.start, entries: range.clone(), more: 0 };
        if self.scale != Scale::Day {
            let Some(entry) = most_salient(&chronology.entries, range.clone()) else { return };
            let more = range.len() - 1 + chronology.held_back(group.date);
            return self.push(EntryRow { entry, more, ..row });
        }
        let shown = range.len().min(OF_A_DAY);
        for at in range.start..range.start + shown {
            let first = at == range.start;
            let last = at + 1 == range.start + shown;
            let (label, count) = if first { (row.label.clone(), row.count) } else { (String::new(), 0) };
            let (end, more) = if last { (range.end, range.len() - shown) } else { (at + 1, 0) };
            self.push(EntryRow { label, count, entry: at, entries: at..end, more, uncertain: uncertain && first, ..row.clone() });
        }
    }

    fn push(&mut self, row: EntryRow) {
        self.starts.push((row.entries.start, self.rows.len()));
        self.rows.push(Row::Entry(row));
    }

    /// The row that stands for an entry.
    #[must_use]
    pub fn row_of(&self, entry: usize) -> Option<usize> {
        let behind = self.starts.partition_point(|(first, _)| *first <= entry);
        let (_, row) = *self.starts.get(behind.checked_sub(1)?)?;
        self.entry_row(row).filter(|row| row.entries.contains(&entry)).map(|_| row)
    }

    /// The row at `row`, when it stands for entries.
    #[must_use]
    pub fn entry_row(&self, row: usize) -> Option<&EntryRow> {
        if let Row::Entry(row) = self.rows.get(row)? { Some(row) } else { None }
    }

    /// The entry that the row of the cursor shows.
    #[must_use]
    pub fn current(&self) -> Option<usize> {
        self.entry_row(self.cursor.at).map(|row| row.entry)
    }

    /// The row with an entry nearest to `row`, looked for downwards first when `down`.
    #[must_use]
    pub fn nearest_entry(&self, row: usize, down: bool) -> usize {
        let is_entry = |row: &usize| self.entry_row(*row).is_some();
        let row = row.min(self.rows.len().saturating_sub(1));
        let (below, above) = ((row..self.rows.len()).find(is_entry), (0..=row).rev().find(is_entry));
        if down { below.or(above) } else { above.or(below) }.unwrap_or(0)
    }

    /// The rows of the span that is being picked.
    #[must_use]
    pub fn spanned(&self) -> Option<RangeInclusive<usize>> {
        let (head, other) = (self.cursor.at, self.span?.anchor.unwrap_or(self.cursor.at));
        Some(head.min(other)..=head.max(other))
    }

    /// The days of the span that is being picked, and how many events its rows stand for, those held back too.
    #[must_use]
    pub fn span_of(&self, entries: &[Entry]) -> Option<(DateRange, usize)> {
        let rows: Vec<&EntryRow> = self.spanned()?.filter_map(|row| self.entry_row(row)).collect();
        let date = |row: &&EntryRow| Some(entries.get(row.entry)?.filed().at(self.scale.precision()));
        let (from, to) = (rows.first().and_then(date)?, rows.last().and_then(date)?);
        let events = rows.iter().map(|row| 1 + row.more).sum();
        Some((if from == to { DateRange::On(from) } else { DateRange::Between(from, to) }, events))
    }
}

/// How often a group is told, over all articles and with what is held back; of a day that is not known.
fn told(chronology: &Chronology, group: &Group) -> usize {
    let held = chronology.entries.get(group.entries.clone()).unwrap_or_default().iter().map(Entry::articles).sum::<usize>();
    held + if group.date.parts().2.is_some() { 0 } else { chronology.held_back(group.date) }
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
fn most_salient(entries: &[Entry], range: Range<usize>) -> Option<usize> {
    let salience = |at: usize| entries.get(at).map_or(0.0, Entry::salience);
    range.reduce(|best, at| if salience(at) > salience(best) { at } else { best })
}
