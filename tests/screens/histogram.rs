//! The histogram over the list: brushing by keys and by mouse, and when it stays out of the way.

use crossterm::event::{MouseButton, MouseEventKind};
use insta::assert_snapshot;
use liseuse::app::keys::command::Pane;
use liseuse::query::selection::Facet;
use liseuse::ui::theme::{Depth, Ground, Theme};
use ratatui::style::Modifier;

use crate::room::Room;

const PRESS: MouseEventKind = MouseEventKind::Down(MouseButton::Left);
const DRAG: MouseEventKind = MouseEventKind::Drag(MouseButton::Left);
const RELEASE: MouseEventKind = MouseEventKind::Up(MouseButton::Left);
/// A row of the bars on the wide screen.
const BARS: u16 = 4;

fn dates(room: &Room) -> Vec<String> {
    let date = |facet: &Facet| if let Facet::Date(range) = facet { Some(range.to_string()) } else { None };
    room.state.filter.selection.facets.iter().filter_map(date).collect()
}

fn status(room: &mut Room) -> String {
    room.screen().lines().last().unwrap_or_default().to_owned()
}

#[test]
fn it_stands_over_the_list() {
    assert_snapshot!("histogram_brushing", Room::sample(120, 40).press("BHllvll").screen());
    assert_snapshot!("histogram_narrow", Room::sample(80, 24).press("BHlvll").screen());
}

#[test]
fn keys_brush_a_span_into_a_range_of_days() {
    let mut room = Room::sample(120, 40);
    let all = room.state.results.current.matches.len();
    room.press("BL");
    assert!(status(&mut room).starts_with(" 2021-04 · 1 article · "), "{}", status(&mut room));
    room.press("HvLh");
    assert!(status(&mut room).starts_with(" 2020-05 .. 2021-03 · 3 articles"), "{}", status(&mut room));
    room.press("<Enter>");
    assert_eq!(dates(&room), ["2020-05..2021-03"]);
    assert_eq!(room.rows_with("date 2020-05..2021-03 ✕"), 1);
    assert!(room.state.results.current.matches.len() < all);
    room.press("<Esc>");
    assert_eq!(room.state.results.current.matches.len(), all);
}

#[test]
fn escape_and_other_keys_put_the_brush_away_and_change_nothing() {
    for keys in ["BhhvHH<Esc>", "Bj", "B?<Esc>", "Bz<Esc>", "B]<Esc>", "BH<C-l>"] {
        let mut room = Room::sample(120, 40);
        room.press(keys);
        assert!(room.state.histogram.brush.is_none() && room.state.filter.selection.is_empty(), "{keys}");
    }
    let mut room = Room::sample(120, 40);
    room.press("Bj");
    assert_eq!(room.state.articles.at, 1, "the key does what it always does");
}

#[test]
fn the_brush_takes_up_what_is_on_and_adds_to_the_query() {
    let mut room = Room::sample(120, 40);
    room.press("fdate:2020<Enter>BHvL<Enter>");
    assert_eq!((dates(&room).len(), room.state.filter.selection.text()), (1, "date:2020"));
    let first = dates(&room);
    room.press("B");
    assert!(status(&mut room).contains(" .. "), "the span that is on: {}", status(&mut room));
    room.press("vH<Enter>");
    assert_eq!(dates(&room).len(), 1, "the new range takes the place of the old one");
    assert_ne!(dates(&room), first);
}

#[test]
fn the_bars_stay_whole_while_a_part_is_on() {
    let mut room = Room::sample(120, 40);
    let counts = room.state.histogram.chart.counts.clone();
    room.press("BHvlll<Enter>");
    assert_eq!((room.state.histogram.chart.counts.clone(), room.rows_with("2020━━")), (counts, 1));
}

#[test]
fn the_mouse_brushes_a_column_or_a_span() {
    let mut room = Room::sample(120, 40);
    room.click(1, BARS);
    assert_eq!(dates(&room), ["2020-05"]);
    room.click(1, BARS);
    assert_eq!(dates(&room), [""; 0], "a click on the same column takes it off");
    room.mouse(PRESS, 1, BARS).mouse(DRAG, 4, BARS + 9);
    assert!(status(&mut room).starts_with(" 2020-05 .. 2020-06 · 1 article"), "{}", status(&mut room));
    assert_eq!(dates(&room), [""; 0], "nothing is set before the button is released");
    room.mouse(DRAG, 119, 39).mouse(RELEASE, 119, 39);
    assert_eq!(dates(&room), ["2020-05..2021-04"]);
    assert_eq!(room.state.focus, Pane::Articles);
    room.mouse(MouseEventKind::ScrollDown, 1, BARS);
    assert_eq!(room.state.articles.at, 3, "the wheel scrolls the list");
    room.mouse(PRESS, 1, BARS).press("<Esc>").mouse(RELEASE, 1, BARS);
    assert_eq!(dates(&room), ["2020-05..2021-04"], "Esc gives a drag up");
}

#[test]
fn it_goes_when_it_is_put_away_and_where_there_is_no_room() {
    let mut room = Room::sample(120, 40);
    let rows = room.state.viewport.articles.rows;
    room.press("H");
    assert_eq!(room.state.viewport.articles.rows, rows + 3);
    room.press("B");
    assert_eq!(
        (room.state.viewport.articles.rows, room.state.histogram.brush.is_some()),
        (rows, true),
        "the brush brings it back"
    );
    let mut small = Room::sample(40, 12);
    small.press("B");
    assert!(small.state.histogram.brush.is_none() && small.screen().contains("no room for the histogram"));
    let mut empty = Room::empty(120, 40);
    assert!(status(empty.press("B")).contains("fewer than two months"));
    for rows in 12..30 {
        let list = Room::sample(80, rows).state.viewport.articles.rows;
        assert!(list >= 8.min(usize::from(rows) - 3), "{rows}");
    }
}

#[test]
fn a_filter_that_leaves_one_month_keeps_its_rows() {
    let mut room = Room::sample(80, 24);
    let rows = room.state.viewport.articles.rows;
    for keys in ["fcns", "<C-u>zzzzz", "<C-u><Enter>M2020-05<Enter>"] {
        room.press(keys);
        let note = usize::from(room.state.has_filter_note());
        assert_eq!(room.state.viewport.articles.rows + note, rows, "{keys}");
    }
}

#[test]
fn the_brush_comes_to_the_list_and_to_the_month_one_reads() {
    let mut room = Room::sample(80, 24);
    room.press("j<Enter>B");
    assert_eq!(room.state.focus, Pane::Articles);
    assert!(status(&mut room).starts_with(" 2020-07 · 1 article"), "{}", status(&mut room));
}

#[test]
fn it_reads_without_colour() {
    let mut room = Room::sample(80, 24).themed(Theme::new(Depth::None, Ground::Dark));
    room.press("jj");
    let reversed = |room: &mut Room| {
        room.draw()
            .content
            .chunks(80)
            .nth(4)
            .unwrap_or_default()
            .iter()
            .filter(|cell| cell.modifier.contains(Modifier::REVERSED))
            .count()
    };
    assert_eq!(reversed(&mut room), room.state.histogram.chart.cells, "the month of the open article");
    room.press("BHvll");
    let cells = room.state.histogram.chart.cells;
    let buffer = room.draw();
    let on_axis = |modifier: Modifier| (0..80).filter(|x| buffer[(*x, 4)].modifier.contains(modifier)).count();
    assert_eq!(
        [Modifier::UNDERLINED, Modifier::REVERSED].map(on_axis),
        [2 * cells, cells],
        "the span, and the head of the brush"
    );
}
