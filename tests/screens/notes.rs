//! The list of notes, queries for them, what is noted of articles, and the clipboard.

use insta::assert_snapshot;
use liseuse::app::command::Pane;
use liseuse::app::effect::Effect;

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
        assert_eq!(room.state.survey.matches.len(), articles, "{query}");
    }
    room.press("f<C-u>is:starred<Enter><Esc>gg").press("S").press("fis:starred<Enter>");
    assert_eq!(room.state.survey.matches.len(), 1);
    room.press("u");
    assert_eq!(room.state.survey.matches.len(), 0, "the list follows");
}

#[test]
fn what_is_read_and_starred_is_seen_in_the_list() {
    let mut room = Room::sample(80, 24).at_row(3);
    room.press("xjS");
    assert_eq!((room.rows_with("✓L'Iran"), room.rows_with("★Négoc")), (1, 1));
    assert!(status(&room).starts_with("starred: “Négoc"));
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
