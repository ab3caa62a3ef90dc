//! Draws the whole screen: regions, frames, panes, what lies over them, and the status line.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::symbols::merge::MergeStrategy;
use ratatui::text::{Line, Span as Piece};
use ratatui::widgets::{Block, Paragraph, Wrap};

use crate::app::filter::filtering::order_name;
use crate::app::keys::command::{Command, Pane};
use crate::app::overlay::Overlay;
use crate::app::state::State;
use crate::app::viewport::Shape;
use crate::query::timeline::{Basis, Scale};
use crate::text::grapheme::{elide, width};
use crate::text::terminal_safe::TerminalSafe;
use crate::tr;
use crate::ui::regions::{Regions, SMALLEST_COLS, SMALLEST_ROWS, tabs};
use crate::ui::theme::{Role, Theme};
use crate::ui::{
    actors, articles, filter_line, filter_note, histogram, message, offers, overlay, reader, sparkline, status, timeline,
};

/// Draws `state`, which has been fitted to `regions`.
pub fn draw(frame: &mut Frame, state: &State, theme: &Theme, regions: &Regions) {
    match regions.shape {
        Shape::Tiny => return too_small(frame, state, theme, regions.screen),
        Shape::Narrow => {
            draw_tabs(frame, state, theme, regions.tabs);
            draw_filter(frame, state, theme, regions);
        }
        Shape::Wide => draw_frames(frame, state, theme, regions),
    }
    for pane in Pane::ALL {
        let area = regions.inside(pane);
        if area.is_empty() {
            continue;
        }
        match pane {
            Pane::Articles => {
                articles::draw(frame, state, theme, area);
                histogram::draw(frame, state, theme, regions.histogram);
            }
            Pane::Reader => reader::draw(frame, state, theme, area),
            Pane::Timeline => {
                timeline::draw(frame, state, theme, area);
                sparkline::draw(frame, state, theme, regions.sparkline);
            }
            Pane::Actors => actors::draw(frame, state, theme, area),
        }
    }
    status::draw(frame, state, theme, regions.status);
    offers::draw(frame, state, theme, regions);
    if let Some(over) = &state.overlay {
        overlay::draw(frame, (state, over), theme, regions.overlay);
    }
    message::draw(frame, state, theme, regions);
    clean(frame.buffer_mut());
    paint(frame.buffer_mut(), theme);
}

/// Gives what has the terminal's own colours those of the theme, where it has its own.
fn paint(buffer: &mut Buffer, theme: &Theme) {
    let (text, background) = theme.paper();
    if text.is_none() && background.is_none() {
        return;
    }
    for cell in &mut buffer.content {
        cell.fg = text.filter(|_| cell.fg == Color::Reset).unwrap_or(cell.fg);
        cell.bg = background.filter(|_| cell.bg == Color::Reset).unwrap_or(cell.bg);
    }
}

/// Lets nothing onto the screen that commands the terminal or turns what is read, whichever pane drew it and wherever it came from.
fn clean(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let safe = TerminalSafe::text(cell.symbol());
        if safe.is_changed() {
            let symbol = safe.into_owned();
            cell.set_symbol(if symbol.is_empty() { " " } else { &symbol });
        }
    }
}

fn too_small(frame: &mut Frame, state: &State, theme: &Theme, screen: Rect) {
    let (cols, rows) = (screen.width, screen.height);
    let quit = state.key(Command::Quit);
    let needs = tr!(
        "liseuse needs {least_cols}×{least_rows}; here are {cols}×{rows}. {quit} quits, other keys wait.",
        least_cols = SMALLEST_COLS,
        least_rows = SMALLEST_ROWS,
        cols,
        rows,
        quit
    );
    let is_written = matches!(state.overlay, Some(Overlay::Note(_)));
    let draft = if is_written { tr!("The note stays as a draft.") } else { "" };
    // Whoever quits is asked what becomes of it, and answers on a larger screen.
    let unkept = state.notes.unsaved.standing().unwrap_or_default();
    let parts = [needs.as_str(), draft, &unkept].into_iter().filter(|part| !part.is_empty());
    let text = parts.collect::<Vec<_>>().join(" ");
    frame.render_widget(Paragraph::new(text).style(theme.style(Role::Text)).wrap(Wrap { trim: true }), screen);
}

fn draw_tabs(frame: &mut Frame, state: &State, theme: &Theme, line: Rect) {
    for (pane, title, area) in tabs(line) {
        let role = if state.focus == pane { Role::Selected } else { Role::Dim };
        // A tab has a cell for the key, so that all four fit the smallest screen.
        let key = state.input.keymap.keys_of(command_to(pane)).find(|key| width(key) == 1).unwrap_or_else(|| " ".to_owned());
        frame.render_widget(Line::styled(format!(" {key} {title}"), theme.style(role)), area);
    }
    let taken = tabs(line).last().map_or(0, |(.., last)| last.right() - line.x);
    let words = match state.focus {
        Pane::Articles => articles_words(state),
        Pane::Actors if state.copies.origins.is_some() => Some(tr!("by origin").to_owned()),
        Pane::Timeline => Some(timeline_words(state)),
        Pane::Reader | Pane::Actors => None,
    };
    let words = words.map(|words| format!("{words} ")).unwrap_or_default();
    let rest = Rect { x: line.x + taken, width: line.width - taken, ..line };
    if width(&words) < usize::from(rest.width) {
        frame.render_widget(Line::styled(words, theme.style(Role::Dim)).right_aligned(), rest);
    }
}

/// The command that goes to `pane`.
fn command_to(pane: Pane) -> Command {
    match pane {
        Pane::Articles => Command::Articles,
        Pane::Reader => Command::Reader,
        Pane::Timeline => Command::Timeline,
        Pane::Actors => Command::Actors,
    }
}

/// The frames of the wide shape; they overlap by a cell and are merged, the focused one last so that it shows whole.
fn draw_frames(frame: &mut Frame, state: &State, theme: &Theme, regions: &Regions) {
    let filtering = state.is_filtering();
    draw_frame(frame, theme, regions.filter, (format!(" {} ", tr!("Filter")), false));
    let others = Pane::ALL.into_iter().filter(|pane| *pane != state.focus);
    for pane in others.chain([state.focus]) {
        let focused = pane == state.focus && !filtering;
        draw_frame(frame, theme, regions.pane(pane), (title(state, pane), focused));
    }
    if filtering {
        draw_frame(frame, theme, regions.filter, (format!(" {} ", tr!("Filter")), true));
    }
    draw_filter(frame, state, theme, regions);
}

fn draw_filter(frame: &mut Frame, state: &State, theme: &Theme, regions: &Regions) {
    filter_line::draw(frame, state, theme, regions.filter_line());
    filter_note::draw(frame, state, theme, regions.note);
}

fn draw_frame(frame: &mut Frame, theme: &Theme, area: Rect, (title, focused): (String, bool)) {
    if area.is_empty() {
        return;
    }
    let role = if focused { Role::FrameFocused } else { Role::Frame };
    let title_role = if focused { Role::FrameFocused } else { Role::Title };
    let title = elide(&title, usize::from(area.width).saturating_sub(2));
    let block = Block::bordered().border_style(theme.style(role)).merge_borders(MergeStrategy::Exact);
    frame.render_widget(block.title(Line::from(Piece::styled(title, theme.style(title_role)))), area);
}

/// The title of a pane, with what of it is not plain from its rows.
fn title(state: &State, pane: Pane) -> String {
    let more = match pane {
        Pane::Timeline => format!(" · {}", timeline_words(state)),
        Pane::Articles => articles_words(state).map_or_else(String::new, |words| format!(" · {words}")),
        Pane::Actors if state.copies.origins.is_some() => tr!(" · by origin").to_owned(),
        Pane::Reader | Pane::Actors => String::new(),
    };
    format!(" {}{more} ", pane.title())
}

/// How the list is ordered, and how many copies it has folded away.
fn articles_words(state: &State) -> Option<String> {
    let folded = Some(state.folded_away()).filter(|count| *count > 0).map(|n| tr!("{n} folded" | "{n} folded", n));
    let words: Vec<String> = order_name(state).into_iter().chain(folded).collect();
    Some(words.join(" · ")).filter(|words| !words.is_empty())
}

/// What the timeline shows, how finely, and how many events it holds back.
fn timeline_words(state: &State) -> String {
    let scale = match state.timeline.scale {
        Scale::Year => tr!("years"),
        Scale::Month => tr!("months"),
        Scale::Day => tr!("days"),
    };
    let basis = if state.timeline.basis == Basis::Published { tr!("published, ") } else { "" };
    let more = match state.timeline.held_back {
        0 => String::new(),
        count => tr!(" · {count} more", count),
    };
    let left_out = match state.timeline.left_out() {
        0 => String::new(),
        count => tr!(" · {count} left out", count),
    };
    format!("{basis}{scale}{more}{left_out}")
}
