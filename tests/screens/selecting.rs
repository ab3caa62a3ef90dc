//! The cursor in the text of the reader: what keys and the mouse select.

use crossterm::event::{MouseButton, MouseEventKind};
use insta::assert_snapshot;
use liseuse::app::reader::selection::selection;
use liseuse::ui::theme::{Depth, Ground, Theme};

use crate::room::Room;

/// What is selected.
fn selected(room: &Room) -> String {
    let body = &room.state.open_article().unwrap().body;
    selection(&room.state).map(|span| span.of(body).to_owned()).unwrap_or_default()
}

/// The cell at which `words` begin on the screen.
fn cell_of(room: &mut Room, words: &str) -> (u16, u16) {
    let screen = room.screen();
    let found = screen.lines().zip(0..).find_map(|(line, y)| Some((line.split_once(words)?.0.chars().count(), y)));
    let (x, y) = found.unwrap_or_else(|| panic!("{words} is not on the screen:\n{screen}"));
    (u16::try_from(x).unwrap(), y)
}

#[test]
fn keys_select_words_sentences_and_paragraphs() {
    let mut room = Room::sample(80, 24).at_row(3);
    room.press("<Enter>/communiqué<Enter>v");
    assert_eq!(selected(&room), "c");
    assert_eq!(selected(room.press("e")), "communiqué");
    assert_eq!(selected(room.press("2w")).split_whitespace().count(), 3);
    assert_eq!(selected(room.press("obb")).split_whitespace().count(), 5);
    let sentence = selected(room.press("<Esc>/communiqué<Enter>vis"));
    assert!(sentence.ends_with('.') && sentence.contains("communiqué"), "{sentence}");
    assert!(selected(room.press("is")).starts_with(&sentence), "again takes the next one in too");
    room.press("v");
    assert_eq!(selected(&room), "", "v lets go");
    room.press("<Esc>");
    assert!(room.state.reader.caret.is_none());
}

#[test]
fn the_cursor_keeps_its_column_over_rows_and_stays_in_view() {
    let mut room = Room::sample(80, 24).at_row(3);
    room.press("j<Enter>v5l");
    let at = room.state.reader.caret.unwrap().at;
    room.press("7j7k");
    assert_eq!(room.state.reader.caret.unwrap().at, at);
    room.press("G");
    let row = room.state.reader.layout.as_ref().unwrap().row_of(room.state.reader.caret.unwrap().at);
    assert!((room.state.reader.top..room.state.reader.top + 21).contains(&row));
    room.press("ggv");
    assert_eq!((room.state.reader.top, selected(&room).as_str()), (0, ""));
}

#[test]
fn the_mouse_selects_by_words_and_scrolls_at_the_edge() {
    let mut room = Room::sample(120, 40).at_row(3);
    room.press("<Enter>");
    let (x, y) = cell_of(&mut room, "communiqué");
    room.mouse(MouseEventKind::Down(MouseButton::Left), x + 2, y);
    room.mouse(MouseEventKind::Drag(MouseButton::Left), x + 12, y);
    room.mouse(MouseEventKind::Up(MouseButton::Left), x + 12, y);
    let text = selected(&room);
    assert!(text.starts_with("communiqué ") && text.split_whitespace().count() == 2, "{text}");
    room.mouse(MouseEventKind::Down(MouseButton::Left), x + 2, y);
    for _ in 0..5 {
        room.mouse(MouseEventKind::Drag(MouseButton::Left), x, 39);
    }
    assert_eq!(room.state.reader.top, 5);
    room.mouse(MouseEventKind::Up(MouseButton::Left), x, 39);
    assert!(selected(&room).starts_with("communiqué"));
    room.press("<Esc>gg").click(x, y);
    assert!(room.state.reader.caret.is_none() && room.state.reader.spot.is_some(), "a click only names a place");
}

#[test]
fn a_selection_is_seen_with_and_without_colour() {
    for (name, depth) in [("ansi", Depth::Ansi), ("colourless", Depth::None)] {
        let mut room = Room::sample(80, 24).at_row(3).themed(Theme::new(depth, Ground::Dark));
        room.press("<Enter>/communiqué<Enter>vis");
        assert_snapshot!(format!("selection_{name}"), room.styles());
    }
    assert_snapshot!("selection", Room::sample(80, 24).at_row(3).press("<Enter>/communiqué<Enter>vis").screen());
}
