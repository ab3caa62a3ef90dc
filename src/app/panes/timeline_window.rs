//! The window of the timeline: which rows are in view, and the label of each event laid out for them, on two lines where there is room.
//!
//! Labels are made when a row comes into view, and kept until the rows change. A name is never cut in two.

use std::collections::HashMap;

use crate::analysis::labels::label_of_date;
use crate::app::panes::timeline::{EntryRow, Timeline, TimelineRow};
use crate::app::panes::window_rows::{TimelineWindow, WindowRow};
use crate::app::viewport::Size;
use crate::model::archive::Archive;
use crate::model::event::Outlook;
use crate::query::timeline::{Scale, TimelineEntry};
use crate::text::grapheme::truncate;
use crate::text::wrap::width;

/// Cells of the longest bar.
pub const BAR_COLS: usize = 4;
/// Columns before the second line of a label.
pub const INDENT_COLS: usize = 4;
/// In a window with fewer rows, each event has one line.
const ROOMY_ROWS: usize = 16;

impl Timeline {
    /// Lays the rows out in a window of `size`, around the cursor.
    pub fn fit(&mut self, (archive, entries): (&Archive, &[TimelineEntry]), size: Size) {
        let mut labels = std::mem::take(&mut self.window.labels);
        let last = self.rows.len().saturating_sub(1);
        self.cursor.at = self.cursor.at.min(last);
        let margin = (size.rows / 8).min(2);
        let below = (self.cursor.at + margin).min(last);
        let mut laid = |row: usize| self.laid((archive, entries), (row, &mut labels), size);
        let mut heights: HashMap<usize, usize> = HashMap::new();
        let mut height = |row: usize| *heights.entry(row).or_insert_with(|| laid(row).height());
        // A height needs the label of its row, so only those are asked for that can be in the window.
        let wanted = self.cursor.top.min(self.cursor.at.saturating_sub(margin));
        let (mut top, mut taken) = (below, height(below));
        while top > wanted && taken + height(top - 1) <= size.rows {
            top -= 1;
            taken += height(top);
        }
        top = top.min(self.cursor.at);
        // At the end of the list the window is filled.
        let mut taken = 0;
        let is_end = (top..=last).all(|row| {
            taken += height(row);
            taken <= size.rows
        });
        if is_end {
            while top > 0 && taken + height(top - 1) <= size.rows {
                top -= 1;
                taken += height(top);
            }
        }
        self.cursor.top = top;
        let (mut rows, mut used) = (Vec::new(), 0);
        for row in top..self.rows.len() {
            if used >= size.rows {
                break;
            }
            let laid = self.laid((archive, entries), (row, &mut labels), size);
            used += laid.height();
            rows.push(laid);
        }
        self.window = TimelineWindow { rows, labels };
    }

    /// The row at `line` of the window.
    #[must_use]
    pub fn row_at(&self, line: usize) -> usize {
        let mut below = 0;
        let found = self.window.rows.iter().find(|row| {
            below += row.height();
            line < below
        });
        found.map_or(self.cursor.top + line, |row| row.row)
    }

    fn laid(
        &self,
        (archive, entries): (&Archive, &[TimelineEntry]),
        (row, labels): (usize, &mut HashMap<usize, String>),
        size: Size,
    ) -> WindowRow {
        let Some(TimelineRow::Entry(shown)) = self.rows.get(row) else { return WindowRow { row, label: Vec::new() } };
        let Some(entry) = entries.get(shown.entry) else { return WindowRow { row, label: Vec::new() } };
        let label = labels.entry(shown.entry).or_insert_with(|| label(archive, entry));
        let lead = self.lead_cols() + width(&self.signs(shown, entry));
        let more = width(&more(shown));
        let first = size.cols.saturating_sub(lead);
        if size.rows < ROOMY_ROWS || width(label) + more <= first {
            return WindowRow { row, label: vec![elided(label, first.saturating_sub(more))] };
        }
        let (head, rest) = broken(label, first);
        // In a narrow pane a name that begins the label is parted rather than the row left blank.
        let (head, rest) = if head.is_empty() { parted(label, first) } else { (head, rest) };
        let rest = elided(rest, size.cols.saturating_sub(INDENT_COLS + more));
        WindowRow { row, label: if rest.is_empty() { vec![head] } else { vec![head, rest] } }
    }

    /// The columns before a label: the sign of the cursor, the date, the bar.
    #[must_use]
    pub fn lead_cols(&self) -> usize {
        self.date_cols() + BAR_COLS + 3
    }

    /// The columns of a date.
    #[must_use]
    pub fn date_cols(&self) -> usize {
        if self.scale == Scale::Day { 7 } else { 4 }
    }

    /// What stands before the label: a pin, a note on the day, a run of days as a run, and an arrow for what is told as to come.
    #[must_use]
    pub fn signs(&self, row: &EntryRow, entry: &TimelineEntry) -> String {
        let noted = self.notes_of(row.entry);
        let (pin, out) = (if noted.pinned { "◆ " } else { "" }, if noted.hidden { "✕ " } else { "" });
        let note = if self.is_noted(entry) { "✎ " } else { "" };
        format!("{pin}{out}{note}{}", days_and_outlook(entry))
    }
}

/// How many stories a row holds back; empty for none.
#[must_use]
pub fn more(row: &EntryRow) -> String {
    if row.stories > 0 { format!(" +{}", row.stories) } else { String::new() }
}

/// The line like a headline that stands for an entry, or the headline for a publication date.
#[must_use]
pub fn label(archive: &Archive, entry: &TimelineEntry) -> String {
    let Some(article) = archive.get(entry.article) else { return String::new() };
    match entry.timex {
        Some(timex) => label_of_date(article, timex),
        None => entry.text(article).split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

fn days_and_outlook(entry: &TimelineEntry) -> String {
    let ahead = if entry.telling.outlook == Outlook::Past { "" } else { "→ " };
    if entry.filed().interval() == entry.interval {
        return ahead.to_owned();
    }
    let (first, last) = (entry.interval.first, entry.interval.last);
    let whole_months = first.day() == 1 && last == last.last_of_month();
    let run = match (first.year() == last.year(), first.month() == last.month(), whole_months) {
        (false, _, _) => format!("{}–{}", first.year(), last.year()),
        (true, false, true) => format!("{:02}–{:02}", first.month(), last.month()),
        (true, true, _) => format!("{}–{}", first.day(), last.day()),
        (true, false, false) => format!("{}.{}–{}.{}", first.day(), first.month(), last.day(), last.month()),
    };
    format!("├{run}┤ {ahead}")
}

/// Where a line may break: behind each word, but within a name, a run of words with capitals and the particles between them.
fn breaks(text: &str) -> Vec<usize> {
    let words: Vec<&str> = text.split(' ').collect();
    let spaces = text.match_indices(' ').map(|(at, _)| at).enumerate();
    let is_break = |(nth, at): (usize, usize)| (!within_name(&words, nth)).then_some(at);
    spaces.filter_map(is_break).chain([text.len()]).collect()
}

/// Whether the space behind the word at `nth` stands within a name: `Mustafa al-Kazemi`, `Anne de la Rive`, `Bank of Kelmouth`.
fn within_name(words: &[&str], nth: usize) -> bool {
    let starts = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let ends = |word: &str| word.ends_with([',', '.', ';', ':', ')', '»', '”']);
    // `al-Kazemi` ends a name as `Kazemi` does.
    let bears = |word: &str| starts(word) || word.split_once('-').is_some_and(|(head, tail)| head.len() == 2 && starts(tail));
    let is_particle = |at: &usize| words.get(*at).is_some_and(|word| PARTICLES.contains(word));
    let before = (0..=nth).rev().take_while(is_particle).count();
    let behind = (nth + 1..words.len()).take_while(is_particle).count();
    let (Some(first), last) = (nth.checked_sub(before), nth + 1 + behind) else { return false };
    let opens = words.get(first).is_some_and(|word| starts(word));
    let closes = words.get(last).is_some_and(|word| bears(word));
    before + behind <= MOST_PARTICLES
        && opens
        && closes
        && !words.get(first..last).unwrap_or_default().iter().any(|word| ends(word))
}

/// Words in small letters that stand within names.
const PARTICLES: [&str; 19] =
    ["de", "du", "des", "la", "le", "of", "the", "von", "van", "der", "den", "bin", "ben", "ibn", "al", "el", "di", "da", "dos"];
/// So many of them stand one behind the other in a name, at most.
const MOST_PARTICLES: usize = 2;

/// The text that fits into `columns`, and the rest.
fn broken(text: &str, columns: usize) -> (String, &str) {
    let fits = |at: &usize| width(text.get(..*at).unwrap_or(text)) <= columns;
    let at = breaks(text).into_iter().take_while(fits).last().unwrap_or(0);
    let (head, rest) = text.split_at(at);
    (head.to_owned(), rest.trim_start())
}

/// The words that fit into `columns`, names parted, and the rest.
fn parted(text: &str, columns: usize) -> (String, &str) {
    let fits = |at: &usize| width(text.get(..*at).unwrap_or(text)) <= columns;
    let at = text.match_indices(' ').map(|(at, _)| at).take_while(fits).last().unwrap_or(0);
    let (head, rest) = text.split_at(at);
    (head.to_owned(), rest.trim_start())
}

/// The text cut to `columns` behind a word, with `…` where it was cut.
fn elided(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let (head, _) = broken(text, columns.saturating_sub(1));
    let head = if head.is_empty() { truncate(text, columns.saturating_sub(1)).trim_end().to_owned() } else { head };
    if columns == 0 { String::new() } else { format!("{}…", head.trim_end_matches([',', ';', ' '])) }
}

#[cfg(test)]
mod tests {
    use super::{broken, elided, parted};

    #[test]
    fn names_are_never_cut_in_two() {
        let text = "La préfète Claire Dombasle ferme le pont de Saint-Aubry";
        assert_eq!(broken(text, 20), ("La préfète".to_owned(), "Claire Dombasle ferme le pont de Saint-Aubry"));
        assert_eq!(elided(text, 30), "La préfète Claire Dombasle…");
        assert_eq!(elided(text, 20), "La préfète…");
        assert_eq!(elided(text, 80), text);
        let text = "La visite de Mustafa al-Kazemi à Anne de la Rive";
        assert_eq!(broken(text, 24), ("La visite de".to_owned(), "Mustafa al-Kazemi à Anne de la Rive"));
        assert_eq!(broken(text, 44), ("La visite de Mustafa al-Kazemi à".to_owned(), "Anne de la Rive"));
        assert_eq!(broken("The Bank of Kelmouth shut", 18), (String::new(), "The Bank of Kelmouth shut"));
        assert_eq!(parted("The Bank of Kelmouth shut", 9), ("The Bank".to_owned(), "of Kelmouth shut"));
        assert_eq!(broken("Anne Rivoire, Paul Verdier", 20), ("Anne Rivoire,".to_owned(), "Paul Verdier"));
        assert_eq!((elided("Constantinople", 6), elided("x", 0)), ("Const…".to_owned(), String::new()));
    }
}
