//! The timeline pane: groups of entries as rows, at three scales, with the gaps between them. By year and month a row is a group
//! with its most salient entry; by day the most salient entries of a day have a row each.

use std::collections::{HashMap, HashSet};
use std::ops::{Range, RangeInclusive};
use std::sync::Arc;

use crate::analysis::stories::Stories;
use crate::app::panes::gap::gap;
use crate::app::panes::sparkline::Sparkline;
use crate::app::panes::timeline_bounds::{TimelineBounds, TimelineSide, events_of};
use crate::app::panes::window_rows::TimelineWindow;
use crate::app::widget::navigation::Cursor;
use crate::model::archive::ArticleIx;
use crate::model::date::PartialDate;
use crate::notes::state::TimelineNotes;
use crate::query::language::date::DateRange;
use crate::query::timeline::{Basis, Chronology, EntryGroup, Scale, TimelineEntry, group};

/// Entries of a day that have a row; the last of them says how many more there are.
const OF_A_DAY: usize = 5;

/// A row of the timeline.
#[derive(Clone, Debug, PartialEq)]
pub enum TimelineRow {
    /// A year or month under which rows stand.
    Heading(String),
    /// A stretch of time of which nothing is told.
    Gap(String),
    /// What lies outside of the window, folded or open.
    Edge(EdgeRow),
    /// A group, or by day one entry of it.
    Entry(EntryRow),
}

/// A row that folds what lies outside of the window, or stands above it.
#[derive(Clone, Debug, PartialEq)]
pub struct EdgeRow {
    /// On which side.
    pub side: TimelineSide,
    /// What it says, such as `before 1990`.
    pub label: String,
    /// How many events lie there.
    pub events: usize,
    /// Whether they are shown.
    pub is_open: bool,
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
    /// How many stories these tell that the rows shown do not.
    pub stories: usize,
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
    pub rows: Vec<TimelineRow>,
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
    /// Which part of it is shown.
    pub bounds: TimelineBounds,
    /// Whether what the person left out is shown.
    pub shows_hidden: bool,
    /// The rows in view, with their labels.
    pub window: TimelineWindow,
    /// The stories of the articles, once they are known: what a row holds back is counted by them.
    pub stories: Option<Arc<Stories>>,
    /// The days, months and years on which notes were written.
    days: HashSet<String>,
    /// What the person noted of entries: pinned, left out.
    notes: HashMap<usize, TimelineNotes>,
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
        self.window.outdate();
        let entries = &chronology.entries;
        let groups = group(entries, self.scale);
        self.tallest = groups.iter().map(|group| entry_count(chronology, group)).max().unwrap_or(0);
        let within = self.bounds.within(&groups);
        let (before, rest) = groups.split_at(within.start);
        let (within, after) = rest.split_at(within.len());
        self.push_edge(chronology, before, TimelineSide::Before);
        self.push_groups(chronology, within);
        self.push_edge(chronology, after, TimelineSide::After);
        let behind = |row: &TimelineRow| if let TimelineRow::Entry(row) = row { row.more } else { 0 };
        let nowhere = if self.scale == Scale::Day { chronology.held_back.values().sum() } else { 0 };
        self.held_back = self.rows.iter().map(behind).sum::<usize>() + nowhere;
        let row = keep.and_then(|entry| self.row_of(entry));
        self.cursor.at = row.unwrap_or_else(|| self.nearest_entry(self.cursor.at, true));
    }

    /// The groups of a side, or the row they are folded into.
    fn push_edge(&mut self, chronology: &Chronology, groups: &[EntryGroup], side: TimelineSide) {
        if groups.is_empty() {
            return;
        }
        let (label, is_open) = (self.bounds.label(side), self.bounds.is_open(side));
        self.rows.push(TimelineRow::Edge(EdgeRow { side, label, events: events_of(chronology, groups, side), is_open }));
        if is_open {
            self.push_groups(chronology, groups);
        }
    }

    fn push_groups(&mut self, chronology: &Chronology, groups: &[EntryGroup]) {
        let entries = &chronology.entries;
        let mut above = String::new();
        let mut before: Option<PartialDate> = None;
        for group in groups {
            let order = self.order(entries, group.entries.clone());
            if order.is_empty() {
                continue;
            }
            if let Some(words) = before.and_then(|before| gap(before, group.date, self.scale)) {
                self.rows.push(TimelineRow::Gap(words));
            }
            before = Some(group.date);
            let (parent, label) = names(group.date, self.scale);
            if let Some(parent) = parent.clone().filter(|parent| *parent != above) {
                self.rows.push(TimelineRow::Heading(parent));
            }
            let under = parent.is_some();
            above = parent.unwrap_or_else(|| label.clone());
            self.push_group(chronology, group, (label, under), &order);
        }
    }

    /// Opens the side that the row of the cursor folds, or folds it; whether it is such a row.
    pub fn toggle_edge(&mut self, chronology: &Chronology) -> bool {
        let Some(TimelineRow::Edge(EdgeRow { side, .. })) = self.rows.get(self.cursor.at) else { return false };
        self.bounds.toggle(*side);
        self.rebuild(chronology, None);
        true
    }

    /// How many events the row of the cursor folds.
    #[must_use]
    pub fn folded_here(&self) -> Option<usize> {
        match self.rows.get(self.cursor.at) {
            Some(TimelineRow::Edge(edge)) => Some(edge.events),
            _ => None,
        }
    }

    /// Opens the side on which `date` lies.
    pub fn open_at(&mut self, chronology: &Chronology, date: PartialDate) {
        if let Some(side) = self.bounds.side_of(date).filter(|side| !self.bounds.is_open(*side)) {
            self.bounds.toggle(side);
            self.rebuild(chronology, None);
        }
    }

    /// The row of `date`, else that of the next date told of, else of the last, with the date it stands for.
    #[must_use]
    pub fn row_from(&self, entries: &[TimelineEntry], date: PartialDate) -> Option<(usize, PartialDate)> {
        let (precision, wanted) = (self.scale.precision(), date.at(self.scale.precision()));
        let dated = |(row, _): (usize, &TimelineRow)| {
            let entry = self.entry_row(row)?.entry;
            Some((row, entries.get(entry)?.filed().at(precision)))
        };
        let mut rows = self.rows.iter().enumerate().filter_map(dated);
        let mut last = None;
        rows.find(|(row, date)| {
            last = Some((*row, *date));
            *date >= wanted
        })
        .or(last)
    }

    fn push_group(&mut self, chronology: &Chronology, group: &EntryGroup, (label, under): (String, bool), order: &[usize]) {
        let range = group.entries.clone();
        let uncertain = group.date.precision() != self.scale.precision();
        let count = entry_count(chronology, group);
        let row = EntryRow { label, under, uncertain, count, entry: range.start, entries: range.clone(), more: 0, stories: 0 };
        if self.scale != Scale::Day {
            let Some(entry) = order.first().copied() else { return };
            let held_back = chronology.held_back(group.date);
            let (more, stories) = (order.len() - 1 + held_back, self.stories_of(&chronology.entries, (order, 1)) + held_back);
            self.starts.push((range.start, self.rows.len()));
            return self.rows.push(TimelineRow::Entry(EntryRow { entry, more, stories, ..row }));
        }
        let shown = OF_A_DAY.max(order.iter().filter(|at| self.notes_of(**at).pinned).count()).min(order.len());
        for (nth, at) in order.iter().copied().take(shown).enumerate() {
            let (label, count) = if nth == 0 { (row.label.clone(), row.count) } else { (String::new(), 0) };
            let (end, more) = if nth + 1 == shown { (range.end, order.len() - shown) } else { (range.start + nth + 1, 0) };
            let stories = if more > 0 { self.stories_of(&chronology.entries, (order, shown)) } else { 0 };
            let (entries, uncertain) = (range.start + nth..end, uncertain && nth == 0);
            self.starts.push((entries.start, self.rows.len()));
            self.rows.push(TimelineRow::Entry(EntryRow {
                label,
                count,
                entry: at,
                entries,
                more,
                stories,
                uncertain,
                ..row.clone()
            }));
        }
    }

    /// How many stories the entries of `order` tell from `shown` on that those before it do not; how many entries, while stories are not
    /// known.
    fn stories_of(&self, entries: &[TimelineEntry], (order, shown): (&[usize], usize)) -> usize {
        let Some(stories) = &self.stories else { return order.len().saturating_sub(shown) };
        let story = |at: &usize| stories.story_of(entries.get(*at)?.article)?.articles.first().copied();
        let (before, behind) = order.split_at(shown.min(order.len()));
        let seen: HashSet<ArticleIx> = before.iter().filter_map(story).collect();
        behind.iter().filter_map(story).filter(|story| !seen.contains(story)).collect::<HashSet<_>>().len()
    }

    /// The entries of a range as they are shown: what is pinned first, then the most salient; without what is left out.
    fn order(&self, entries: &[TimelineEntry], range: Range<usize>) -> Vec<usize> {
        let salience = |at: usize| entries.get(at).map_or(0.0, TimelineEntry::salience);
        let mut order: Vec<usize> = range.filter(|at| self.shows_hidden || !self.notes_of(*at).hidden).collect();
        order.sort_by(|a, b| {
            let pinned = self.notes_of(*b).pinned.cmp(&self.notes_of(*a).pinned);
            pinned.then(salience(*b).total_cmp(&salience(*a))).then(a.cmp(b))
        });
        order
    }

    /// What the person noted of an entry.
    #[must_use]
    pub fn notes_of(&self, entry: usize) -> TimelineNotes {
        self.notes.get(&entry).copied().unwrap_or_default()
    }

    /// Takes in what the person noted of entries; whether that changes anything.
    pub fn take_notes(&mut self, notes: HashMap<usize, TimelineNotes>) -> bool {
        let changed = self.notes != notes;
        self.notes = notes;
        changed
    }

    /// Takes in the days on which notes were written.
    pub(crate) fn take_days<'a>(&mut self, days: impl ExactSizeIterator<Item = &'a String> + Clone) {
        if self.days.len() != days.len() || !days.clone().all(|day| self.days.contains(day)) {
            self.days = days.cloned().collect();
            self.window.outdate();
        }
    }

    /// Whether a note was written on the day of an entry, or on the month or year that its row stands for.
    #[must_use]
    pub(crate) fn is_noted(&self, entry: &TimelineEntry) -> bool {
        !self.days.is_empty() && self.days.contains(&day_of(entry))
    }

    /// How many entries the person left out.
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.notes.values().filter(|notes| notes.hidden).count()
    }

    /// The row that stands for an entry.
    #[must_use]
    pub fn row_of(&self, entry: usize) -> Option<usize> {
        let shows = |(_, row): &&(usize, usize)| self.entry_row(*row).is_some_and(|row| row.entry == entry);
        if let Some((_, row)) = self.starts.iter().find(shows) {
            return Some(*row);
        }
        let behind = self.starts.partition_point(|(first, _)| *first <= entry);
        let (_, row) = *self.starts.get(behind.checked_sub(1)?)?;
        self.entry_row(row).filter(|row| row.entries.contains(&entry)).map(|_| row)
    }

    /// The row at `row`, when it stands for entries.
    #[must_use]
    pub fn entry_row(&self, row: usize) -> Option<&EntryRow> {
        if let TimelineRow::Entry(row) = self.rows.get(row)? { Some(row) } else { None }
    }

    /// The entry that the row of the cursor shows.
    #[must_use]
    pub fn current(&self) -> Option<usize> {
        self.entry_row(self.cursor.at).map(|row| row.entry)
    }

    /// The row the cursor may stand on nearest to `row`, looked for downwards first when `down`.
    #[must_use]
    pub fn nearest_entry(&self, row: usize, down: bool) -> usize {
        let is_entry = |row: &usize| matches!(self.rows.get(*row), Some(TimelineRow::Entry(_) | TimelineRow::Edge(_)));
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
    pub fn span_of(&self, entries: &[TimelineEntry]) -> Option<(DateRange, usize)> {
        let rows: Vec<&EntryRow> = self.spanned()?.filter_map(|row| self.entry_row(row)).collect();
        let date = |row: &&EntryRow| Some(entries.get(row.entry)?.filed().at(self.scale.precision()));
        let (from, to) = (rows.first().and_then(date)?, rows.last().and_then(date)?);
        let events = rows.iter().map(|row| 1 + row.more).sum();
        Some((if from == to { DateRange::On(from) } else { DateRange::Between(from, to) }, events))
    }
}

/// How often a group is told, over all articles and with what is held back; of a day that is not known.
fn entry_count(chronology: &Chronology, group: &EntryGroup) -> usize {
    let held =
        chronology.entries.get(group.entries.clone()).unwrap_or_default().iter().map(TimelineEntry::articles).sum::<usize>();
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

/// The day an entry is about, in ISO 8601; its year or month when no more is known.
#[must_use]
pub fn day_of(entry: &TimelineEntry) -> String {
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
