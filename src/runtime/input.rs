//! From what the terminal reports to what the program understands: keys, pasted text, the mouse.

use crossterm::event::{
    Event as Reported, KeyCode as Code, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use ratatui::layout::Position;

use crate::app::event::{AppEvent, Button};
use crate::app::keys::command::Pane;
use crate::app::keys::key::{KeyCode, KeyPress};
use crate::app::state::State;
use crate::ui::filter_line::chip_at;
use crate::ui::offers::row_at;
use crate::ui::reader::body;
use crate::ui::regions::{MouseTarget, Regions};

/// Rows one turn of the wheel scrolls.
const WHEEL_ROWS: isize = 3;

/// The event for a report of the terminal, whose screen shows `state` in `regions`.
#[must_use]
pub fn translate(reported: Reported, regions: &Regions, state: &State) -> Option<AppEvent> {
    match reported {
        Reported::Key(key) => translate_key(key).map(AppEvent::Key),
        Reported::Paste(text) => Some(AppEvent::Paste(text)),
        Reported::Resize(..) => Some(AppEvent::Resized),
        Reported::Mouse(mouse) => translate_mouse(mouse, regions, state),
        Reported::FocusGained | Reported::FocusLost => None,
    }
}

/// The letter that a report puts into a text which is being written, the end of a line included.
#[must_use]
pub(crate) fn written(reported: &Reported) -> Option<char> {
    let Reported::Key(key) = reported else { return None };
    match translate_key(*key)? {
        KeyPress { code: KeyCode::Char(c), ctrl: false, alt: false } => Some(c),
        KeyPress { code: KeyCode::Enter, ctrl: false, alt: false } => Some('\n'),
        _ => None,
    }
}

fn translate_key(key: KeyEvent) -> Option<KeyPress> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let (ctrl, alt) = (key.modifiers.contains(KeyModifiers::CONTROL), key.modifiers.contains(KeyModifiers::ALT));
    let shift = key.modifiers.contains(KeyModifiers::SHIFT);
    let code = match key.code {
        Code::Char(c) if ctrl => KeyCode::Char(c.to_ascii_lowercase()),
        Code::Char(c) if shift && c.is_ascii_lowercase() => KeyCode::Char(c.to_ascii_uppercase()),
        Code::Char(c) => KeyCode::Char(c),
        Code::Enter => KeyCode::Enter,
        Code::Esc => KeyCode::Esc,
        Code::BackTab => KeyCode::BackTab,
        Code::Tab if shift => KeyCode::BackTab,
        Code::Tab => KeyCode::Tab,
        Code::Backspace => KeyCode::Backspace,
        Code::Delete => KeyCode::Delete,
        Code::Up => KeyCode::Up,
        Code::Down => KeyCode::Down,
        Code::Left => KeyCode::Left,
        Code::Right => KeyCode::Right,
        Code::Home => KeyCode::Home,
        Code::End => KeyCode::End,
        Code::PageUp => KeyCode::PageUp,
        Code::PageDown => KeyCode::PageDown,
        Code::F(number) => KeyCode::F(number),
        _ => return None,
    };
    Some(KeyPress { code, ctrl, alt })
}

fn translate_mouse(mouse: MouseEvent, regions: &Regions, state: &State) -> Option<AppEvent> {
    let covered = state.overlay.is_some();
    let at = Position::new(mouse.column, mouse.row);
    let target = regions.target(at);
    let rows = match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) if covered => return Some(AppEvent::ClickOverlay(regions.overlay_row(at))),
        MouseEventKind::Down(MouseButton::Left) => {
            if let Some(row) = row_at(state, regions, at) {
                return Some(AppEvent::ClickOffer(row));
            }
            return match target {
                MouseTarget::Histogram(cell) => Some(AppEvent::Brush { cell, button: Button::Pressed }),
                MouseTarget::Row(Pane::Reader, _) => Some(point(at, regions, state, Button::Pressed)),
                MouseTarget::Row(pane, row) => Some(AppEvent::Click { pane, row }),
                MouseTarget::Tab(pane) => Some(AppEvent::ClickTab(pane)),
                MouseTarget::Filter => {
                    Some(chip_at(state, regions.filter_line(), at.x).map_or(AppEvent::ClickFilter, AppEvent::ClickChip))
                }
                MouseTarget::Border(pane) => Some(border(at, regions, pane, Button::Pressed)),
                MouseTarget::Nothing => None,
            };
        }
        MouseEventKind::Drag(MouseButton::Left) => return drag(at, regions, state, Button::Held),
        MouseEventKind::Up(MouseButton::Left) => return drag(at, regions, state, Button::Released),
        MouseEventKind::ScrollDown => WHEEL_ROWS,
        MouseEventKind::ScrollUp => -WHEEL_ROWS,
        _ => return None,
    };
    match target {
        MouseTarget::Row(pane, _) => Some(AppEvent::Wheel { pane, rows }),
        MouseTarget::Histogram(_) => Some(AppEvent::Wheel { pane: Pane::Articles, rows }),
        _ if covered => Some(AppEvent::Wheel { pane: Pane::Articles, rows }),
        _ => None,
    }
}

/// What a drag does: the text of the reader, the brush of the histogram or the span of the timeline, whichever the button was
/// pressed on.
fn drag(at: Position, regions: &Regions, state: &State, button: Button) -> Option<AppEvent> {
    if let Some(pane) = state.input.border {
        return Some(border(at, regions, pane, button));
    }
    if state.reader.pressed.is_some() {
        return Some(point(at, regions, state, button));
    }
    let timeline = regions.inside(Pane::Timeline);
    if state.timeline.pressed.is_some() && !timeline.is_empty() {
        let row = at.y.saturating_sub(timeline.y).min(timeline.height - 1);
        return Some(AppEvent::Sweep { row: usize::from(row), button });
    }
    brush(at, regions, state, button)
}

/// The columns that a pane at a side has when its frame is where the mouse is.
fn border(at: Position, regions: &Regions, pane: Pane, button: Button) -> AppEvent {
    let screen = regions.screen.width;
    let columns = if pane == Pane::Timeline { screen.saturating_sub(at.x) } else { at.x.saturating_add(1) };
    AppEvent::DragBorder { pane, columns, screen, button }
}

/// The cell of the text of the reader that the mouse is at, or the nearest one.
fn point(at: Position, regions: &Regions, state: &State, button: Button) -> AppEvent {
    let body = body(state, regions.inside(Pane::Reader));
    let column = usize::from(at.x.saturating_sub(body.x));
    AppEvent::Point { row: isize::try_from(i32::from(at.y) - i32::from(body.y)).unwrap_or(0), column, button }
}

/// The brush goes where the mouse goes until the button is released, beside the histogram too.
fn brush(at: Position, regions: &Regions, state: &State, button: Button) -> Option<AppEvent> {
    let (left, last) = (regions.histogram.x, regions.histogram.width.saturating_sub(1));
    let cell = usize::from(at.x.saturating_sub(left).min(last));
    state.histogram.is_held().then_some(AppEvent::Brush { cell, button })
}

#[cfg(test)]
mod tests {
    use super::translate_key;
    use crossterm::event::{KeyCode as Code, KeyEvent, KeyModifiers};

    #[test]
    fn shift_is_part_of_the_character() {
        let notation = |code, modifiers| translate_key(KeyEvent::new(code, modifiers)).unwrap().notation();
        assert_eq!(notation(Code::Char('g'), KeyModifiers::SHIFT), "G");
        assert_eq!(notation(Code::Char('G'), KeyModifiers::SHIFT), "G");
        assert_eq!(notation(Code::Char('D'), KeyModifiers::CONTROL), "<C-d>");
        assert_eq!(notation(Code::Tab, KeyModifiers::SHIFT), "<S-Tab>");
        assert_eq!(notation(Code::Left, KeyModifiers::ALT), "<A-Left>");
    }
}
