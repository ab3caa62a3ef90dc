//! Regions: which part of the screen each pane gets, what fits in it, and what the mouse points at.

use ratatui::layout::{Position, Rect};

use crate::app::keys::command::Pane;
use crate::app::overlay::Overlay;
use crate::app::panes::pane_widths::PaneWidths;
use crate::app::state::State;
use crate::app::viewport::{Shape, Size, Viewport};
use crate::app::widget::completion_menu::ROWS;
use crate::text::grapheme::width;
use crate::ui::{histogram, sparkline};

/// Three columns from this width on, when there are [`WIDE_ROWS`] rows.
const WIDE_COLS: u16 = 110;
/// See [`WIDE_COLS`]; with fewer rows, two lists one over the other would show too little of each.
const WIDE_ROWS: u16 = 20;
/// Below this many columns, or [`SMALLEST_ROWS`] rows, the program only says that it needs more.
pub const SMALLEST_COLS: u16 = 40;
/// See [`SMALLEST_COLS`].
pub const SMALLEST_ROWS: u16 = 12;
/// The review list under the panes has at least and at most so many rows, its frame included.
const DOCK_ROWS: (u16, u16) = (12, 18);
/// With fewer rows, the list has no histogram over it.
const HISTOGRAM_ROWS: u16 = 12;
/// With fewer rows, the timeline has no sparkline over it.
const SPARKLINE_ROWS: u16 = 8;

/// The parts of the screen. Panes of the wide shape have frames that overlap by one cell; the rest have none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Regions {
    /// How the panes share the screen.
    pub shape: Shape,
    /// The whole screen.
    pub screen: Rect,
    /// The line of tabs of the narrow shape.
    pub tabs: Rect,
    /// The filter line and the note under it, with their frame in the wide shape.
    pub filter: Rect,
    /// The line under the filter line that says how the query was understood, or what is wrong with it; mostly not there.
    pub note: Rect,
    /// The list of articles, with the histogram over it.
    pub articles: Rect,
    /// The histogram, inside the frame of the list; empty when it is not shown.
    pub histogram: Rect,
    /// The sparkline, inside the frame of the timeline; empty when it is not shown.
    pub sparkline: Rect,
    /// The reader.
    pub reader: Rect,
    /// The timeline.
    pub timeline: Rect,
    /// The actors.
    pub actors: Rect,
    /// The status line.
    pub status: Rect,
    /// Where overlays lie, frame included.
    pub overlay: Rect,
}

/// What the mouse points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseTarget {
    /// A cell of the histogram, from its left edge.
    Histogram(usize),
    /// A row inside the frame of a pane.
    Row(Pane, usize),
    /// A tab.
    Tab(Pane),
    /// The filter line.
    Filter,
    /// The frame between the reader and this pane at its side, which can be dragged.
    Border(Pane),
    /// Nothing that answers.
    Nothing,
}

impl Regions {
    /// Divides `screen` as `state` asks.
    #[must_use]
    pub fn new(screen: Rect, state: &State) -> Self {
        let regions = match &state.overlay {
            Some(Overlay::Review(_)) => Self::docked(screen, state),
            _ => Self::divided(screen, (state.focus, state.zoomed), state.has_filter_note(), state.widths),
        };
        let regions = match &state.overlay {
            Some(Overlay::Compare(_) | Overlay::Sheet(_)) => regions.with_large_overlay(),
            _ => regions,
        };
        let regions = if state.current_actor().is_some() { regions.with_sparkline() } else { regions };
        if state.histogram.is_wanted() { regions.with_histogram() } else { regions }
    }

    /// Divides `screen` with the review list under the panes, when there is room for both; else over them.
    fn docked(screen: Rect, state: &State) -> Self {
        let dock = (screen.height * 2 / 5).clamp(DOCK_ROWS.0, DOCK_ROWS.1);
        let (focus, noted) = ((state.focus, state.zoomed), state.has_filter_note());
        if screen.height < SMALLEST_ROWS + dock {
            return Self::divided(screen, focus, noted, state.widths);
        }
        let above = Self::divided(Rect { height: screen.height - dock, ..screen }, focus, noted, state.widths);
        let status = Rect { y: screen.bottom() - 1, height: 1, ..screen };
        Self { screen, status, overlay: Rect { y: status.y - dock, height: dock, ..screen }, ..above }
    }

    /// Gives what lies over the panes all of the screen but the status line: two texts side by side need it.
    fn with_large_overlay(self) -> Self {
        let height = self.status.y.saturating_sub(self.screen.y);
        Self { overlay: Rect { height, ..self.screen }, ..self }
    }

    /// Gives the sparkline the first row of the timeline, when that can spare it.
    fn with_sparkline(self) -> Self {
        let timeline = self.inside(Pane::Timeline);
        let rows = u16::from(timeline.height >= SPARKLINE_ROWS);
        Self { sparkline: Rect { height: rows, ..timeline }, ..self }
    }

    /// Gives the histogram the first rows of the list, when the list can spare them.
    fn with_histogram(self) -> Self {
        let list = self.inside(Pane::Articles);
        let rows = if list.height < HISTOGRAM_ROWS { 0 } else { histogram::ROWS };
        Self { histogram: Rect { height: rows, ..list }, ..self }
    }

    /// Divides `screen`; the pane with the focus is the one shown when only one can be.
    fn divided(screen: Rect, (focus, zoomed): (Pane, bool), noted: bool, widths: PaneWidths) -> Self {
        if screen.width < SMALLEST_COLS || screen.height < SMALLEST_ROWS {
            return Self { shape: Shape::Tiny, screen, ..Self::default() };
        }
        let wide = screen.width >= WIDE_COLS && screen.height >= WIDE_ROWS;
        let note = u16::from(noted);
        let mut regions =
            if wide { Self::wide(screen, (focus, zoomed), note, widths) } else { Self::narrow(screen, focus, note) };
        regions.status = Rect { y: screen.bottom() - 1, height: 1, ..screen };
        regions.overlay = over(screen);
        regions
    }

    fn narrow(screen: Rect, focus: Pane, note: u16) -> Self {
        let row = |y: u16| Rect { y: screen.y + y, height: 1, ..screen };
        let mut regions = Self { shape: Shape::Narrow, screen, tabs: row(0), ..Self::default() };
        regions.filter = Rect { height: 1 + note, ..row(1) };
        regions.note = Rect { height: note, ..row(2) };
        *regions.pane_mut(focus) = Rect { y: screen.y + 2 + note, height: screen.height - 3 - note, ..screen };
        regions
    }

    fn wide(screen: Rect, (focus, zoomed): (Pane, bool), note: u16, widths: PaneWidths) -> Self {
        let filter = Rect { height: 3 + note, ..screen };
        let mut regions = Self { shape: Shape::Wide, screen, filter, ..Self::default() };
        regions.note = Rect { y: screen.y + 2, height: note, ..inner(filter) };
        let below = Rect { y: screen.y + 2 + note, height: screen.height - 3 - note, ..screen };
        if zoomed {
            *regions.pane_mut(focus) = below;
            return regions;
        }
        let (left, right) = widths.columns(below.width);
        let actors_rows = (below.height * 2 / 5).max(4);
        let lists = Rect { width: left, ..below };
        regions.articles = Rect { height: below.height - actors_rows + 1, ..lists };
        regions.actors = Rect { y: below.bottom() - actors_rows, height: actors_rows, ..lists };
        regions.reader = Rect { x: lists.right() - 1, width: below.width - left - right + 2, ..below };
        regions.timeline = Rect { x: below.right() - right, width: right, ..below };
        regions
    }

    /// The region of `pane`; empty when it is not shown.
    #[must_use]
    pub fn pane(&self, pane: Pane) -> Rect {
        match pane {
            Pane::Articles => self.articles,
            Pane::Reader => self.reader,
            Pane::Timeline => self.timeline,
            Pane::Actors => self.actors,
        }
    }

    fn pane_mut(&mut self, pane: Pane) -> &mut Rect {
        match pane {
            Pane::Articles => &mut self.articles,
            Pane::Reader => &mut self.reader,
            Pane::Timeline => &mut self.timeline,
            Pane::Actors => &mut self.actors,
        }
    }

    /// The part of a pane inside its frame, and under the histogram.
    #[must_use]
    pub fn inside(&self, pane: Pane) -> Rect {
        let region = self.pane(pane);
        let inside = if self.shape == Shape::Wide { inner(region) } else { region };
        let above = match pane {
            Pane::Articles => self.histogram.height,
            Pane::Timeline => self.sparkline.height,
            Pane::Reader | Pane::Actors => 0,
        };
        Rect { y: inside.y + above, height: inside.height - above, ..inside }
    }

    /// The row of the filter line, inside its frame.
    #[must_use]
    pub fn filter_line(&self) -> Rect {
        let line = if self.shape == Shape::Wide { inner(self.filter) } else { self.filter };
        Rect { height: line.height.min(1), ..line }
    }

    /// What fits in each pane.
    #[must_use]
    pub fn viewport(&self) -> Viewport {
        let size = |rect: Rect| Size { cols: rect.width.into(), rows: rect.height.into() };
        Viewport {
            shape: self.shape,
            articles: size(self.inside(Pane::Articles)),
            reader: size(self.inside(Pane::Reader)),
            timeline: size(self.inside(Pane::Timeline)),
            actors: size(self.inside(Pane::Actors)),
            sparkline: if self.sparkline.is_empty() { 0 } else { sparkline::bars(self.sparkline.width) },
            histogram: if self.histogram.is_empty() { 0 } else { self.histogram.width.into() },
            overlay: size(inner(self.overlay)),
            offers: ROWS.min(usize::from(self.status.y.saturating_sub(self.note.bottom() + 2))),
        }
    }

    /// What stands at a cell of the screen.
    #[must_use]
    pub fn target(&self, at: Position) -> MouseTarget {
        if self.filter.contains(at) && (self.shape == Shape::Narrow || at.y < self.filter.bottom() - 1) {
            return MouseTarget::Filter;
        }
        if self.tabs.contains(at) {
            return tabs(self.tabs)
                .into_iter()
                .find(|(.., tab)| tab.contains(at))
                .map_or(MouseTarget::Nothing, |(pane, ..)| MouseTarget::Tab(pane));
        }
        if let Some(pane) = self.border(at) {
            return MouseTarget::Border(pane);
        }
        if self.histogram.contains(at) {
            return MouseTarget::Histogram(usize::from(at.x - self.histogram.x));
        }
        let shown = Pane::ALL.into_iter().map(|pane| (pane, self.inside(pane)));
        shown
            .into_iter()
            .find(|(_, inside)| inside.contains(at))
            .map_or(MouseTarget::Nothing, |(pane, inside)| MouseTarget::Row(pane, usize::from(at.y - inside.y)))
    }

    /// The pane beside the reader whose common frame a cell is on; none while a pane has the whole screen.
    fn border(&self, at: Position) -> Option<Pane> {
        let sides = [(Pane::Articles, self.articles, self.reader.x), (Pane::Timeline, self.timeline, self.timeline.x)];
        let is_between = !self.reader.is_empty() && at.y > self.reader.y && at.y + 1 < self.reader.bottom();
        let found = sides.into_iter().find(|(_, side, x)| !side.is_empty() && at.x == *x);
        found.filter(|_| self.shape == Shape::Wide && is_between).map(|(pane, ..)| pane)
    }

    /// The row of the overlay at a cell of the screen; `None` when the cell is beside it.
    #[must_use]
    pub fn overlay_row(&self, at: Position) -> Option<usize> {
        let inside = inner(self.overlay);
        inside.contains(at).then(|| usize::from(at.y - inside.y))
    }
}

/// The cells of each tab in the line of tabs: a space, the key, a space, the title. All four fit the smallest screen.
#[must_use]
pub fn tabs(line: Rect) -> Vec<(Pane, &'static str, Rect)> {
    let needed = |title: fn(Pane) -> &'static str| Pane::ALL.into_iter().map(|pane| width(title(pane)) + 3).sum::<usize>();
    let title = if needed(Pane::title) <= usize::from(line.width) { Pane::title } else { Pane::short_title };
    let mut x = line.x;
    let tab = |pane: Pane| {
        let width = u16::try_from(width(title(pane)) + 3).unwrap_or(u16::MAX);
        let rect = Rect { x, width, ..line }.intersection(line);
        x = x.saturating_add(width);
        (pane, title(pane), rect)
    };
    Pane::ALL.into_iter().map(tab).collect()
}

/// A rectangle without its frame.
#[must_use]
pub fn inner(rect: Rect) -> Rect {
    Rect {
        x: rect.x.saturating_add(1),
        y: rect.y.saturating_add(1),
        width: rect.width.saturating_sub(2),
        height: rect.height.saturating_sub(2),
    }
}

/// Where overlays lie: in the middle, with the panes still to be seen around when there is room.
fn over(screen: Rect) -> Rect {
    let roomy = screen.width >= 60 && screen.height >= 20;
    let (beside, above) = if roomy { (4, 4) } else { (0, 1) };
    let (width, height) = ((screen.width - beside).min(84), (screen.height - above).min(40));
    let (left, top) = ((screen.width - width) / 2, (screen.height - above.min(1) - height) / 2);
    Rect { x: screen.x + left, y: screen.y + top, width, height }
}

#[cfg(test)]
mod tests {
    use super::{MouseTarget, Regions};
    use crate::app::keys::command::Pane;
    use crate::app::panes::pane_widths::PaneWidths;
    use crate::app::viewport::Shape;
    use ratatui::layout::{Position, Rect};

    #[test]
    fn every_size_gets_a_shape_and_regions_stay_on_the_screen() {
        for (width, height) in [(1, 1), (39, 12), (40, 12), (80, 24), (109, 60), (110, 12), (110, 20), (200, 60), (500, 200)] {
            let screen = Rect::new(0, 0, width, height);
            let ways = |pane| [(pane, false, false), (pane, true, false), (pane, false, true), (pane, true, true)];
            for (focus, zoomed, noted) in Pane::ALL.into_iter().flat_map(ways) {
                let regions = Regions::divided(screen, (focus, zoomed), noted, PaneWidths::default());
                let crowned = regions.with_histogram();
                let list = crowned.inside(Pane::Articles);
                assert!(crowned.histogram.is_empty() || list.height >= 8 && crowned.histogram.bottom() == list.y);
                for pane in Pane::ALL {
                    assert_eq!(regions.pane(pane).intersection(screen), regions.pane(pane), "{width}x{height} {pane:?}");
                }
                assert_eq!(regions.overlay.intersection(screen), regions.overlay);
                assert!(regions.shape == Shape::Tiny || regions.inside(focus).height >= 4);
            }
        }
    }

    #[test]
    fn the_mouse_finds_rows_tabs_and_the_filter() {
        let wide = Regions::divided(Rect::new(0, 0, 120, 40), (Pane::Articles, false), false, PaneWidths::default());
        assert_eq!(wide.target(Position::new(3, 5)), MouseTarget::Row(Pane::Articles, 2));
        assert_eq!(wide.target(Position::new(3, 1)), MouseTarget::Filter);
        let narrow = Regions::divided(Rect::new(0, 0, 80, 24), (Pane::Reader, false), false, PaneWidths::default());
        assert_eq!(narrow.target(Position::new(14, 0)), MouseTarget::Tab(Pane::Reader));
        assert_eq!(narrow.target(Position::new(14, 2)), MouseTarget::Row(Pane::Reader, 0));
    }
}
