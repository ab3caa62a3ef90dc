//! The timeline: what its rows show, spanning by keys and by mouse, and the way from event to event over articles.

use crossterm::event::{MouseButton, MouseEventKind};
use insta::assert_snapshot;
use liseuse::app::keys::command::Pane;
use liseuse::app::panes::timeline::TimelineRow;
use liseuse::query::selection::Facet;

use crate::room::Room;

const PRESS: MouseEventKind = MouseEventKind::Down(MouseButton::Left);
const DRAG: MouseEventKind = MouseEventKind::Drag(MouseButton::Left);
const RELEASE: MouseEventKind = MouseEventKind::Up(MouseButton::Left);
/// A column inside the timeline of the wide screen, and its first row.
const X: u16 = 100;
const TOP: u16 = 3;

fn days(room: &Room) -> Vec<String> {
    let days = |facet: &Facet| match facet {
        Facet::Event(range) => Some(range.to_string()),
        Facet::Date(range) => Some(format!("published {range}")),
        _ => None,
    };
    room.state.filter.selection.facets.iter().filter_map(days).collect()
}

fn status(room: &mut Room) -> String {
    room.screen().lines().last().unwrap_or_default().to_owned()
}

#[test]
fn it_shows_gaps_runs_doubt_and_the_current_actor() {
    for (cols, rows) in [(80, 24), (120, 40)] {
        assert_snapshot!(format!("timeline_actor_{cols}x{rows}"), Room::sample(cols, rows).press("4jj<Enter>3+").screen());
        assert_snapshot!(format!("timeline_span_{cols}x{rows}"), Room::sample(cols, rows).press("3ggjjvjjj").screen());
    }
}

#[test]
fn no_actor_is_said_to_be_in_no_event_that_an_article_on_it_tells() {
    let mut room = Room::sample(120, 40);
    room.press("4gg");
    let counts = room.state.results.current.overview.actors.clone();
    let mut found = 0;
    for count in counts {
        let archive = &room.state.archive;
        let entries = &room.state.results.current.overview.chronology.entries;
        let names = |article| archive.get(article).is_some_and(|article| article.names(count.actor));
        let told = entries.iter().any(|entry| entry.places().any(|(article, _)| names(article)));
        assert_eq!(room.state.timeline.sparkline.actor, told.then_some(count.actor), "{}", archive.actors().name(count.actor));
        found += usize::from(told && entries.iter().all(|entry| !entry.actors.contains(&Some(count.actor))));
        room.press("j");
    }
    assert!(found > 0, "some are known of no event by themselves");
}

#[test]
fn every_event_is_shown_or_counted_at_every_scale() {
    let mut room = Room::sample(120, 40);
    let events = room.state.results.current.overview.chronology.entries.len();
    for keys in ["3", "-", "++"] {
        room.press(keys);
        let told = |row: &TimelineRow| match row {
            TimelineRow::Entry(row) => 1 + row.more,
            TimelineRow::Edge(edge) => edge.events,
            _ => 0,
        };
        assert_eq!(room.state.timeline.rows.iter().map(told).sum::<usize>(), events, "{keys}");
    }
}

#[test]
fn keys_span_rows_into_a_filter_of_days() {
    let mut room = Room::sample(120, 40);
    let all = room.state.results.current.matches.len();
    room.press("3Gv");
    assert!(status(&mut room).starts_with(" 2021-04 · "), "{}", status(&mut room));
    room.press("kk");
    assert!(status(&mut room).contains(" · Space releases · Enter filters"), "{}", status(&mut room));
    room.press("<Enter>");
    assert_eq!(days(&room), ["2020-08..2021-04"]);
    assert!(room.state.results.current.matches.len() < all);
    room.press("3ggv<Enter>");
    assert_eq!(days(&room).len(), 1, "the new days take the place of the old ones");
    room.press("1<Esc>");
    assert_eq!((days(&room).len(), room.state.results.current.matches.len()), (0, all));
    room.press("3tGv<Enter>");
    assert_eq!(days(&room), ["published 2021-04"]);
}

#[test]
fn escape_and_other_keys_put_the_span_away_and_change_nothing() {
    for keys in ["3vjj<Esc>", "3v?<Esc>", "3vj+", "3v1"] {
        let mut room = Room::sample(120, 40);
        room.press(keys);
        assert!(room.state.timeline.span.is_none() && room.state.filter.selection.is_empty(), "{keys}");
    }
    let mut room = Room::sample(120, 40);
    room.press("3Gvk v<Enter>");
    assert_eq!(days(&room), ["2021-03"], "Space lets the other end go, and sets it anew");
}

#[test]
fn the_mouse_spans_rows() {
    let mut room = Room::sample(120, 40);
    room.mouse(PRESS, X, TOP).mouse(DRAG, X, TOP + 2);
    assert!(days(&room).is_empty() && room.state.timeline.span.is_some());
    // An event takes two rows of the screen where its label needs them.
    let row = room
        .screen()
        .lines()
        .position(|line| line.chars().skip(usize::from(X) - 12).collect::<String>().contains("2014"))
        .unwrap();
    let row = u16::try_from(row).unwrap();
    room.mouse(DRAG, X, row).mouse(RELEASE, X, row);
    assert_eq!(days(&room), ["2003..2014"]);
    room.press("1<Esc>").click(X, TOP);
    assert!(days(&room).is_empty() && room.state.timeline.pressed.is_none(), "a click spans nothing");
    assert_eq!(room.state.focus, Pane::Timeline);
}

#[test]
fn one_goes_from_event_to_event_in_order_of_time_over_articles() {
    let mut room = Room::sample(120, 40);
    let entries = room.state.results.current.overview.chronology.entries.clone();
    room.press("3gg<Enter>");
    let mut opened = vec![(room.state.reader.open, room.state.reader.spot)];
    for _ in 1..entries.len() {
        room.press("]e");
        opened.push((room.state.reader.open, room.state.reader.spot));
    }
    let expected: Vec<_> = entries.iter().map(|entry| (Some(entry.article), entry.timex)).collect();
    assert_eq!(opened, expected);
    assert!(status(room.press("]e")).contains("last event"));
    room.press("[e[e");
    assert_eq!(Some((room.state.reader.open, room.state.reader.spot)), expected.iter().rev().nth(2).copied());
    room.press("<C-o>");
    assert_eq!(room.state.reader.open, expected[expected.len() - 2].0, "a jump leads back");
}

#[test]
fn what_is_pinned_comes_first_and_what_is_hidden_is_left_out_until_it_is_asked_for() {
    let mut room = Room::sample(120, 40);
    room.press("3-Gk");
    let lead = room.state.timeline.current().unwrap();
    room.press("++kkk");
    let other = room.state.timeline.current().unwrap();
    assert_ne!(lead, other);
    room.press("p");
    assert_eq!(room.rows_with("◆"), 1);
    room.press("--");
    assert_eq!(room.rows_with("◆"), 1, "it stands for its year");
    room.press("++p");
    assert_eq!(room.rows_with("◆"), 0);
    let rows = room.state.timeline.rows.len();
    room.press("X");
    assert_eq!(
        (
            room.rows_with("1 left out"),
            room.state.timeline.row_of(other).is_some_and(|row| { room.state.timeline.entry_row(row).unwrap().entry == other })
        ),
        (1, false)
    );
    room.press("gX");
    assert_eq!((room.state.timeline.rows.len(), room.rows_with("✕ ")), (rows, 1));
    let row = room.state.timeline.row_of(other).unwrap();
    room.state.timeline.cursor.at = row;
    room.press("X");
    assert_eq!((room.rows_with("left out"), room.state.timeline.left_out()), (0, 0));
    assert!(room.asked.is_empty() && room.kept.len() == 4, "all is kept");
}

#[test]
fn pins_follow_the_filter_and_a_rescan() {
    let mut room = Room::sample(120, 40);
    room.press("3+Gp1fkazemi<Enter>");
    assert!(room.state.timeline.rows.iter().any(|row| matches!(row, TimelineRow::Entry(_))));
    room.press("<Esc>3G");
    assert_eq!(room.rows_with("◆"), 1, "back with the article");
}
