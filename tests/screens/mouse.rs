//! What clicks and the wheel do.

use crossterm::event::{MouseButton, MouseEventKind};
use liseuse::app::effect::Effect;
use liseuse::app::event::AppEvent;
use liseuse::app::keys::command::Pane;

use crate::room::Room;

#[test]
fn the_mouse_selects_opens_and_scrolls() {
    let mut room = Room::sample(120, 40);
    room.happen(AppEvent::Click { pane: Pane::Articles, row: 2 });
    assert_eq!((room.state.articles.at, room.state.focus), (2, Pane::Articles));
    room.happen(AppEvent::Click { pane: Pane::Articles, row: 2 });
    assert_eq!(room.state.focus, Pane::Reader);
    room.happen(AppEvent::Wheel { pane: Pane::Reader, rows: 3 });
    assert_eq!(room.state.reader.top, 3);
    room.happen(AppEvent::Click { pane: Pane::Timeline, row: 999 });
    assert_eq!(room.state.focus, Pane::Timeline);
    room.press("A").happen(AppEvent::ClickOverlay(None));
    assert!(room.state.overlay.is_none());
}

#[test]
fn the_frames_between_panes_are_dragged_and_it_is_kept() {
    let mut room = Room::sample(120, 40);
    room.mouse(MouseEventKind::Down(MouseButton::Left), 39, 20).mouse(MouseEventKind::Drag(MouseButton::Left), 45, 21);
    assert_eq!(room.state.widths.columns(120), (46, 32));
    room.mouse(MouseEventKind::Up(MouseButton::Left), 45, 21);
    assert!(matches!(room.asked.last(), Some(Effect::KeepWidths(widths)) if *widths == room.state.widths));
    room.mouse(MouseEventKind::Drag(MouseButton::Left), 60, 21);
    assert_eq!(room.state.widths.columns(120), (46, 32), "let go is let go");
    room.mouse(MouseEventKind::Down(MouseButton::Left), 88, 20).mouse(MouseEventKind::Up(MouseButton::Left), 95, 20);
    assert_eq!(room.state.widths.columns(120), (46, 25));
}

#[test]
fn a_click_on_a_chip_takes_its_filter_off() {
    let mut room = Room::sample(120, 40);
    room.press("Atrump<Enter>M2020-05<Enter>");
    let row = room.screen().lines().nth(1).unwrap_or_default().to_owned();
    let column = row.chars().take_while(|c| *c != '✕').count();
    room.click(u16::try_from(column).unwrap(), 1);
    assert_eq!((room.rows_with("actor Donald Trump ✕"), room.rows_with("month 2020-05 ✕")), (0, 1));
    room.click(3, 1);
    assert!(room.state.prompt.is_some(), "beside the chips the line opens");
    room.click(5, 8);
    assert!(room.state.prompt.is_none(), "a click elsewhere leaves it");
}
