//! The filter line: what stands under it, what it offers, and the queries it remembers.

use insta::assert_snapshot;
use liseuse::app::command::Pane;
use liseuse::app::effect::Effect;
use liseuse::app::event::Event;
use liseuse::ui::theme::{Depth, Ground, Theme};
use ratatui::style::Modifier;

use crate::room::Room;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// What is typed into the filter line.
fn line(room: &Room) -> String {
    room.state.prompt.as_ref().map(|prompt| prompt.field.text().to_owned()).unwrap_or_default()
}

/// The labels listed under the line.
fn listed(room: &Room) -> Vec<String> {
    let offers = room.state.prompt.as_ref().map(|prompt| prompt.offers.listed()).unwrap_or_default();
    offers.iter().map(|offer| offer.label.clone()).collect()
}

fn remembered(room: &Room) -> Vec<&str> {
    room.asked.iter().filter_map(|effect| if let Effect::Remember(text) = effect { Some(text.as_str()) } else { None }).collect()
}

#[test]
fn the_line_under_the_filter_shows_faults_and_what_was_understood() {
    for (cols, rows) in SIZES {
        for (name, keys) in [
            ("empty", "f"),
            ("fault", "fkazemi date:2020-13"),
            ("incomplete", "fkazemi \"grève"),
            ("understood", "factor:kadhimi date:2020-05..2020-08 -trump"),
            ("fault_left", "fkazemi date:2020-13<Esc>"),
        ] {
            let mut room = Room::sample(cols, rows);
            assert_snapshot!(format!("note_{name}_{cols}x{rows}"), room.press(keys).screen());
        }
    }
}

#[test]
fn values_are_listed_under_the_line_with_their_counts() {
    for (cols, rows) in SIZES {
        for (name, keys) in [("actors", "firak actor:"), ("typed", "factor:ka"), ("months", "fmonth:<Down>"), ("words", "fhas:")]
        {
            let mut room = Room::sample(cols, rows);
            assert_snapshot!(format!("offers_{name}_{cols}x{rows}"), room.press(keys).screen());
        }
    }
    assert_snapshot!("offers_smallest", Room::sample(40, 12).press("firak actor:<Up>").screen());
}

#[test]
fn a_fault_keeps_what_was_found_and_reads_without_colour() {
    let mut room = Room::sample(80, 24).themed(Theme::new(Depth::None, Ground::Dark));
    room.press("fkazemi");
    let found = room.state.survey.matches.clone();
    room.press(" acter:");
    assert_eq!(room.rows_with("^^^^^^ no key is named \"acter:\""), 1);
    let buffer = room.draw();
    let marked = buffer.content.iter().filter(|cell| cell.modifier.contains(Modifier::UNDERLINED | Modifier::BOLD));
    assert!(marked.map(ratatui::buffer::Cell::symbol).collect::<String>().contains("acter:"));
    room.press("<BS>");
    room.press(":");
    assert!(!found.is_empty() && room.state.selection.fault().is_some());
}

#[test]
fn tab_takes_what_is_offered_and_fast_typing_is_never_changed() {
    let mut room = Room::sample(120, 40);
    room.press("fac<Tab>");
    assert_eq!(line(&room), "actor:");
    assert_eq!(listed(&room).len().min(8), 8, "the values of the whole archive, whatever “ac” has found");
    room.press("kad<Tab>");
    assert_eq!((line(&room).as_str(), listed(&room).len()), ("actor:\"Mustafa al-Kadhimi\"", 0));
    assert_eq!(room.rows_with("actor: Mustafa al-Kadhimi, "), 1);
    room.press(" lang:<Down><Enter> source:<S-Tab><Tab>");
    assert!(line(&room).starts_with("actor:\"Mustafa al-Kadhimi\" lang:fr source:"), "{}", line(&room));

    for typed in ["actor:kad", "a", "irak source:afp lang:fr", "trump -iran", "@x"] {
        let mut room = Room::sample(80, 24);
        room.press("f").press(typed);
        assert_eq!(line(&room), typed);
        room.press("<Enter>");
        assert!(room.state.prompt.is_none(), "Enter takes nothing that was not chosen: {typed}");
        assert_eq!(room.state.selection.text(), typed);
    }
}

#[test]
fn escape_closes_the_list_before_the_line() {
    let mut room = Room::sample(80, 24);
    room.press("factor:<Esc>");
    assert_eq!((line(&room).as_str(), listed(&room).len()), ("actor:", 0));
    room.press("ka");
    assert_eq!(listed(&room).len(), 0, "what was closed stays closed");
    room.press(" month:");
    assert!(!listed(&room).is_empty(), "another key offers its own");
    room.press("<Esc><Esc>");
    assert!(room.state.prompt.is_none());
}

#[test]
fn what_is_typed_of_a_value_does_not_take_the_other_values_away() {
    let mut room = Room::sample(120, 40);
    room.press("flang:");
    let all = listed(&room);
    room.press("f");
    assert!(!all.is_empty() && listed(&room).iter().all(|label| all.contains(label)));
    room.press("<BS>");
    assert_eq!(listed(&room), all);
}

#[test]
fn earlier_queries_are_above_the_line_and_the_articles_below() {
    let mut room = Room::sample(120, 40);
    room.happen(Event::Recalled(vec!["liban".into(), "iran".into()]));
    room.press("firak<Enter>fx<C-u>trump<Esc>");
    assert_eq!(remembered(&room), ["irak", "trump"]);
    room.press("f<C-u>dra<Up>");
    assert_eq!(line(&room), "trump");
    assert_snapshot!("history_120x40", room.screen());
    room.press("<Up><Up><Up><Up>");
    assert_eq!((line(&room).as_str(), room.rows_with("no earlier query")), ("liban", 1));
    room.press("<Down><Down><Down><Down>");
    assert_eq!(line(&room), "dra", "what was typed comes back");
    room.press("<C-u><Down><Down>");
    assert_eq!((room.state.articles.at, line(&room).as_str()), (2, ""));
    room.press("<Up><Up>");
    assert_eq!((room.state.articles.at, line(&room).as_str()), (0, ""), "from within the list one comes up to its head first");
    room.press("<Up>");
    assert_eq!(line(&room), "trump");
    room.press("<C-n>");
    assert_eq!(line(&room), "trump", "^N moves in the list");
}

#[test]
fn only_what_can_be_read_is_remembered_once() {
    let mut room = Room::sample(80, 24);
    room.press("fdate:2020-13<Esc>").press("f<C-u>irak<Enter>").press("f<Enter>").press("Q");
    assert_eq!(remembered(&room), ["irak"]);
    assert_eq!(room.state.focus, Pane::Articles);
}
