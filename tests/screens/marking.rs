//! Highlights: made, seen, visited, deleted, and taken back, by keys.

use insta::assert_snapshot;
use liseuse::app::state::State;
use liseuse::ui::theme::{Depth, Ground, Theme};

use crate::room::Room;

/// The marks of the open article, each with its colour and its words.
fn marks(state: &State) -> Vec<(String, String)> {
    let body = &state.open_article().unwrap().body;
    let told = |mark: &liseuse::app::panes::annotations::Mark| {
        (mark.annotation.color.clone().unwrap_or_default(), mark.span.of(body).to_owned())
    };
    state.notes.open.placed.iter().map(told).collect()
}

fn status(room: &Room) -> &str {
    room.state.status.as_ref().map_or("", |status| &status.text)
}

/// A room with two highlights that lie over each other, and one further down.
fn marked(cols: u16, rows: u16) -> Room {
    let mut room = Room::sample(cols, rows).at_row(3);
    room.press("<Enter>/communiqué<Enter>Hc").press("v2eH2<Esc>").press("/combat déployées<Enter>v3eHd<Esc>").press("<Esc>");
    room
}

#[test]
fn words_are_marked_in_a_colour_by_letter_or_number() {
    let room = marked(80, 24);
    let marks = marks(&room.state);
    assert_eq!(marks.iter().map(|(color, _)| color.as_str()).collect::<Vec<_>>(), ["figure", "claim", "doubt"]);
    assert_eq!(marks[0].1, "Le communiqué");
    assert!(marks[1].1.starts_with("Le communiqué publié") && marks[1].1.ends_with('.'), "{marks:?}");
    assert_eq!(marks[2].1, "combat déployées en");
}

#[test]
fn marks_are_seen_with_and_without_colour() {
    assert_snapshot!("marked", marked(80, 24).screen());
    assert_snapshot!("marked_wide", marked(120, 40).screen());
    for (name, depth) in [("ansi", Depth::Ansi), ("colourless", Depth::None), ("true", Depth::True)] {
        let mut room = marked(80, 24).themed(Theme::new(depth, Ground::Dark));
        assert_snapshot!(format!("marked_{name}"), room.styles());
    }
}

#[test]
fn the_colours_are_offered_and_the_choice_can_be_left() {
    let mut room = Room::sample(80, 24).at_row(3);
    room.press("<Enter>H");
    assert_eq!(room.rows_with("mark as c/1 claim · f/2 figure"), 1);
    room.press("<Esc>");
    assert!(marks(&room.state).is_empty() && room.state.input.awaited.is_none());
    room.press("Hx");
    assert_eq!(status(&room), "nothing marked; the colours are c claim · f figure · q quote · d doubt · t todo");
}

#[test]
fn what_was_done_is_told_whole_in_a_narrow_terminal_too() {
    let mut room = Room::sample(80, 24).at_row(3);
    room.press("<Enter>/communiqué<Enter>Hc");
    assert_eq!((room.rows_with("a adds a note, u undoes"), room.rows_with("% ")), (1, 0));
    assert_eq!(room.press("j").rows_with(" of 160 "), 1);
}

#[test]
fn the_same_words_get_another_colour_and_the_last_one_is_repeated() {
    let mut room = Room::sample(80, 24).at_row(3);
    room.press("<Enter>/communiqué<Enter>HcHq");
    assert_eq!(marks(&room.state)[0].0, "quote");
    room.press("v)viw.<Esc>");
    assert_eq!(marks(&room.state).len(), 2);
    assert_eq!(marks(&room.state)[1].0, "quote");
}

#[test]
fn marks_are_visited_in_order_and_deleted() {
    let mut room = marked(80, 24);
    room.press("gg]h");
    assert_eq!(status(&room), "figure: 1 of 3");
    room.press("]h");
    assert_eq!(status(&room), "claim: 2 of 3");
    room.press("]h]h[h");
    assert_eq!(status(&room), "doubt: 3 of 3");
    room.press("dd");
    assert_eq!(marks(&room.state).len(), 2);
    assert!(status(&room).contains("u brings it back"), "{}", status(&room));
    room.press("gg[h[hdd");
    assert_eq!(marks(&room.state).len(), 1);
    room.press("Gdd");
    assert_eq!(status(&room), "there is no highlight here; ]h goes to the next");
}

#[test]
fn changes_are_undone_and_done_again_also_after_a_restart() {
    let mut room = marked(80, 24);
    let before = marks(&room.state);
    room.press("gg]hdd").press("u");
    assert_eq!(marks(&room.state), before);
    let told = status(&room);
    assert!(told.starts_with("undone: it is back in “") && told.ends_with("” · ^R does it again"), "{told}");
    room.press("<C-r>");
    assert_eq!(marks(&room.state).len(), 2);
    let mut later = room.again().at_row(3);
    later.press("<Enter>");
    assert_eq!(marks(&later.state), marks(&room.state));
    later.press("u");
    assert_eq!(marks(&later.state), before);
    later.press("uuuu");
    assert_eq!((marks(&later.state).len(), status(&later)), (0, "nothing to undo"));
}

#[test]
fn undo_says_where_and_goes_there() {
    let mut room = Room::of("turning", 120, 40);
    room.press("<Enter>Hc1jj<Enter>uu");
    assert_eq!(room.state.open_article().unwrap().title.as_ref(), "Le port rouvre");
    let told = room.kept.len();
    assert!(told > 0);
    room.press("<C-r>");
    assert_eq!(room.state.open_article().unwrap().title.as_ref(), "Le port rouvre");
    room.press("1jj");
    let other = room.state.open_article().unwrap().title.to_string();
    assert_ne!(other, "Le port rouvre");
    room.press("u");
    assert_eq!(room.state.open_article().unwrap().title.as_ref(), "Le port rouvre", "the reader goes to what was undone");
    assert!(room.screen().contains("in “Le port rouvre”"), "{}", room.screen());
}

#[test]
fn the_sign_of_a_highlight_goes_to_its_article_and_to_no_other_of_that_headline() {
    let mut room = Room::of("alike", 120, 40);
    room.press("<Enter>Hc");
    let signed = room.screen().lines().filter(|row| row.contains("✎")).count();
    assert_eq!(signed, 1);
}

#[test]
fn what_the_next_key_marks_is_seen_before_it_does() {
    let mut room = Room::sample(80, 24).at_row(3);
    room.press("<Enter>");
    let before = room.styles();
    room.press("H");
    assert_ne!(room.styles(), before);
    assert_eq!(room.press("<Esc>").styles(), before);
}

#[test]
fn words_that_have_the_colour_already_are_said_to() {
    let mut room = Room::sample(80, 24).at_row(3);
    room.press("<Enter>Hc.");
    assert!(status(&room).starts_with("marked as claim already: “"), "{}", status(&room));
    room.press("Hf");
    assert!(status(&room).starts_with("figure now"), "{}", status(&room));
}
