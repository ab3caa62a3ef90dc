//! The list of notes, queries for them, what is noted of articles, and the clipboard.

use insta::assert_snapshot;
use liseuse::app::effect::Effect;
use liseuse::app::keys::command::Pane;
use liseuse::app::overlay::Overlay;
use liseuse::app::review::notes_pane_keys;

use crate::room::Room;

fn status(room: &Room) -> &str {
    room.state.status.as_ref().map_or("", |status| &status.text)
}

/// The text copied last.
fn copied(room: &Room) -> &str {
    room.asked
        .iter()
        .rev()
        .find_map(|effect| if let Effect::Copy(text) = effect { Some(text.as_str()) } else { None })
        .unwrap_or("")
}

/// A room with a noted highlight in one article and a note on another.
fn noted(cols: u16, rows: u16) -> Room {
    let mut room = Room::sample(cols, rows).at_row(3);
    room.press("<Enter>/communiqué<Enter>Hcaà vérifier #source<Esc><Esc><Esc>").press("jgnun résumé<Esc>");
    room
}

#[test]
fn all_notes_are_listed_narrowed_and_gone_to() {
    let mut room = noted(80, 24);
    assert_snapshot!("notes", room.press("gN").screen());
    room.press("tag:source<Enter>");
    assert_eq!(room.state.focus, Pane::Reader);
    assert!(status(&room).starts_with("exact: “Le communiqué"), "{}", status(&room));
    room.press("gNrésumé<Enter>");
    assert!(room.state.open_article().unwrap().title.starts_with("Négociations"));
    room.press("gN<Esc>1aabc").press("<C-c>").press("gN<Enter>");
    assert!(room.rows_with("abc") > 0, "drafts stand first");
}

/// The notes that the pane shows, as their first words.
fn shown(room: &Room) -> Vec<String> {
    let Some(Overlay::Notes(pane)) = &room.state.overlay else { panic!("the pane is closed") };
    pane.rows()
        .filter_map(|one| notes_pane_keys::row(&room.state, one))
        .map(|row| row.words.chars().filter(|c| *c != '“').take(14).collect())
        .collect()
}

#[test]
fn the_pane_is_asked_in_the_language_of_the_filter_line() {
    let mut room = noted(80, 24);
    room.press("gN");
    for (query, found) in [
        ("verifier", vec!["Le communiqué "]),
        ("comunique", vec!["Le communiqué "]),
        ("note:resume", vec!["Négociations s"]),
        ("has:highlight", vec!["Le communiqué "]),
        ("-has:highlight", vec!["Négociations s"]),
        ("color:claim OR tag:nothing", vec!["Le communiqué "]),
        ("source:cnsnews", vec!["Le communiqué "]),
        ("is:orphan", vec![]),
        ("is:starred", vec![]),
        ("cnsnews", vec!["Le communiqué "]),
        ("zzzz", vec![]),
    ] {
        room.press("<C-u>").type_text(query);
        assert_eq!(shown(&room), found, "{query}");
    }
    assert!(room.rows_with("No note is like this.") == 1 && room.rows_with("0 of 2") == 1);
    room.press("<Enter>");
    assert!(matches!(room.state.overlay, Some(Overlay::Notes(_))), "there is nowhere to go");
    room.press("<C-u>");
    assert_eq!(shown(&room).len(), 2);
}

#[test]
fn a_query_that_cannot_be_read_leaves_the_list_and_is_pointed_at() {
    for (name, cols, rows) in [("80x24", 80, 24), ("120x40", 120, 40)] {
        let mut room = noted(cols, rows);
        room.press("gN").type_text("tag:source has:nothing");
        assert_eq!(shown(&room), ["Le communiqué "]);
        assert_snapshot!(format!("fault_{name}"), room.screen());
    }
}

#[test]
fn tags_and_colours_are_completed_with_how_many_notes_have_them() {
    let mut room = noted(80, 24);
    room.press("gNcolor:");
    assert_snapshot!("offers", room.screen());
    room.press("<C-u>tag:s<Tab>");
    assert_eq!((room.rows_with("> tag:source"), shown(&room).len()), (1, 1));
    room.press("<C-u>tag:<Esc>");
    assert!(matches!(room.state.overlay, Some(Overlay::Notes(_))), "Esc closes the list first");
    room.press("<Esc>ftag:");
    assert_eq!((room.rows_with("source"), room.rows_with("▶source")), (1, 1));
    room.press("<Tab><Enter>");
    assert_eq!(room.state.results.current.matches.len(), 1);
}

#[test]
fn queries_ask_for_what_is_marked_and_written() {
    let mut room = noted(80, 24);
    for (query, articles) in [
        ("has:highlight", 1),
        ("has:note", 2),
        ("note:resume", 1),
        ("note:verifier tag:source color:claim", 1),
        ("tag:nothing", 0),
        ("-has:note", 3),
        ("is:orphan", 0),
        ("is:read,starred", 0),
    ] {
        room.press("f<C-u>").press(query).press("<Enter>");
        assert_eq!(room.state.results.current.matches.len(), articles, "{query}");
    }
    room.press("f<C-u>is:starred<Enter><Esc>gg").press("S").press("fis:starred<Enter>");
    assert_eq!(room.state.results.current.matches.len(), 1);
    room.press("u");
    assert_eq!(room.state.results.current.matches.len(), 0, "the list follows");
}

#[test]
fn what_is_read_and_starred_is_seen_in_the_list() {
    let mut room = Room::sample(80, 24).at_row(3);
    room.press("xjS");
    assert_eq!((room.rows_with("✓L'Iran"), room.rows_with("★Négoc")), (1, 1));
    assert!(status(&room).starts_with("it is starred: “Négoc"));
    let mut later = room.again();
    assert_eq!(later.rows_with("★Négoc"), 1);
    later.press("ggjjjx");
    assert_eq!(later.rows_with("✓"), 0);
}

#[test]
fn reading_goes_on_where_one_stopped() {
    let mut room = Room::sample(80, 24).at_row(3);
    room.press("<Enter><Space><Space>");
    let top = room.state.reader.top;
    room.press("<Esc>j");
    let mut later = room.again().at_row(3);
    later.press("j<Enter><Esc>k<Enter>");
    assert_eq!((later.state.reader.top, top > 0), (top, true));
}

#[test]
fn words_are_copied_plain_and_with_their_source() {
    let mut room = Room::sample(80, 24).at_row(3);
    room.press("<Enter>/communiqué<Enter>viwy");
    assert_eq!((copied(&room), status(&room)), ("communiqué", "copied 1 word: “communiqué”"));
    room.press("Y");
    let cited = copied(&room);
    assert!(cited.starts_with("> Le communiqué publié mercredi"), "{cited}");
    assert!(cited.contains("— “L'Iran regarde") && cited.contains("*CNSNews.com*") && cited.contains("§ 2"), "{cited}");
    assert!(status(&room).ends_with("with the source"));
}
