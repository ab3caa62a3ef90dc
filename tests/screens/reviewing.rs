//! The review list: what is not where it was, accepted, chosen or kept as an orphan.

use insta::assert_snapshot;
use liseuse::app::event::{AppEvent, NotesEvent};
use liseuse::app::keys::command::Pane;
use liseuse::app::overlay::Overlay;
use liseuse::app::state::State;
use liseuse::model::annotation::Target;
use liseuse::model::property::{Property, typed};
use liseuse::notes::action::{FieldChange, NoteSubject};
use liseuse::notes::state::Notes;
use liseuse::ui::theme::{Depth, Ground, Theme};

use crate::room::Room;

fn status(room: &Room) -> &str {
    room.state.status.as_ref().map_or("", |status| &status.text)
}

/// What has become of each note that is to be reviewed, in the order of the list.
fn open(state: &State) -> Vec<&'static str> {
    let open = &state.notes.reanchor.open;
    open.iter().map(|item| state.notes.reanchor.finding(item).map_or("two texts", |finding| finding.state.name())).collect()
}

/// The words that each annotation is on now.
fn quoted(room: &Room) -> Vec<String> {
    let words = |target| if let Target::Passage { anchor, .. } = target { anchor.exact } else { String::new() };
    room.state.notes.all.annotations().map(|annotation| words(annotation.target)).collect()
}

/// Five sentences marked in three articles.
fn marked(cols: u16, rows: u16) -> Room {
    let mut room = Room::of("then", cols, rows);
    room.press("/pont<Enter><Enter>/rouvert<Enter>Hc/perdu<Enter>Hfaà vérifier<Esc>/passagers<Enter>Hq<Esc><Esc>");
    room.press("gg/marché<Enter><Enter>/promis<Enter>Hd<Esc><Esc>gg/lycée<Enter><Enter>/pétition<Enter>Hc<Esc><Esc>");
    assert_eq!((room.state.notes.all.annotations().count(), open(&room.state).len()), (5, 0));
    room
}

/// The same five in the archive as it is now, with one article edited, one printed twice in part, and one gone.
pub fn astray(cols: u16, rows: u16) -> Room {
    marked(cols, rows).later("now")
}

#[test]
fn what_is_not_where_it_was_is_counted_and_listed_with_the_reason() {
    for (name, cols, rows) in [("80x24", 80, 24), ("120x40", 120, 40)] {
        let mut room = astray(cols, rows);
        assert_eq!(open(&room.state), ["ambiguous", "moved", "altered", "orphan", "orphan"]);
        assert_eq!(room.rows_with("5 to review (gR)"), 1);
        assert_snapshot!(format!("ambiguous_{name}"), room.press("gR").screen());
        assert_snapshot!(format!("choosing_{name}"), room.press("cj").screen());
        room.press("<Esc>j");
        assert_snapshot!(format!("moved_{name}"), room.screen());
        assert_snapshot!(format!("altered_{name}"), room.press("j").screen());
        assert_snapshot!(format!("orphan_{name}"), room.press("j").screen());
        assert_snapshot!(format!("gone_{name}"), room.press("j").screen());
    }
}

#[test]
fn the_difference_is_seen_without_colour() {
    let mut room = astray(80, 24).themed(Theme::new(Depth::None, Ground::Dark));
    assert_snapshot!("altered_colourless", room.press("gRjj").styles());
}

#[test]
fn what_is_accepted_stands_where_it_was_found_also_after_a_restart() {
    let mut room = astray(80, 24);
    room.press("gRjja");
    assert_eq!(status(&room), "accepted: “« Nous avons perdu un quart d…” · u undoes");
    assert_eq!(open(&room.state), ["ambiguous", "moved", "orphan", "orphan"]);
    assert!(quoted(&room)[1].contains("un quart"));
    let later = room.later("now");
    assert_eq!(open(&later.state), ["ambiguous", "moved", "orphan", "orphan"]);
    room.press("u");
    assert_eq!(open(&room.state), ["ambiguous", "moved", "altered", "orphan", "orphan"]);
    assert!(quoted(&room)[1].contains("un tiers"));
    assert_eq!(room.rows_with("To review: 3 of 5"), 1, "the list is open, on what came back");
    room.press("<C-r>A");
    assert_eq!(open(&room.state), ["ambiguous", "orphan", "orphan"]);
    room.press("<Esc>u");
    assert_eq!(open(&room.state), ["ambiguous", "moved", "orphan", "orphan"], "it is undone in the panes, too");
}

#[test]
fn one_of_several_places_is_chosen_and_seen_in_the_reader() {
    let mut room = astray(80, 24);
    room.press("gRa");
    assert!(status(&room).starts_with("which of these places?"), "{}", status(&room));
    let first = room.state.reader.spot.unwrap();
    room.press("j");
    let second = room.state.reader.spot.unwrap();
    assert!(second != first && second.of(&room.state.open_article().unwrap().body).starts_with("Le maire a promis"));
    room.press("<Enter>");
    assert_eq!(open(&room.state), ["moved", "altered", "orphan", "orphan"]);
    let mut later = room.later("now");
    later.press("gg/marché<Enter><Enter>");
    assert_eq!(later.state.notes.open.placed[0].span, second);
    room.press("u");
    assert_eq!(open(&room.state).len(), 5);
}

#[test]
fn an_orphan_is_kept_as_one_and_not_asked_about_again() {
    let mut room = astray(80, 24);
    room.press("gRGoG");
    assert!(status(&room).is_empty() || open(&room.state).len() == 4);
    room.press("o");
    assert!(status(&room).starts_with("kept as an orphan: “Le conseil"), "{}", status(&room));
    assert_eq!(open(&room.state), ["ambiguous", "moved", "altered"]);
    assert_eq!(room.state.notes.all.annotations().count(), 5, "nothing is dropped");
    let mut later = room.later("now");
    assert_eq!(open(&later.state), ["ambiguous", "moved", "altered"]);
    later.press("fis:orphan<Enter>");
    assert_eq!(later.state.results.current.matches.len(), 1);
    room.press("u");
    assert_eq!(open(&room.state), ["ambiguous", "moved", "altered", "orphan"]);
    // What was left without a place is where it was when its words come back.
    let mut back = later.later("then");
    assert_eq!((open(&back.state).len(), back.rows_with("to review")), (0, 0));
}

#[test]
fn what_is_left_without_a_place_is_not_shown_in_one() {
    let mut room = astray(80, 24);
    room.press("/pont<Enter><Enter>");
    assert_eq!(room.state.notes.open.placed.len(), 2);
    room.press("gRjjo<Esc>");
    assert_eq!(room.state.notes.open.placed.len(), 1);
}

#[test]
fn leaving_comes_back_and_enter_stays_at_the_place() {
    let mut room = astray(80, 24);
    room.press("/pont<Enter>gR<Esc>");
    assert_eq!((room.state.focus, room.state.articles.at, room.state.overlay.is_none()), (Pane::Articles, 0, true));
    room.press("<Enter><Space>gRjj<Enter>");
    assert!(room.state.overlay.is_none() && room.state.focus == Pane::Reader);
    let spot = room.state.reader.spot.unwrap();
    assert!(spot.of(&room.state.open_article().unwrap().body).contains("un quart"));
    room.press("gRGd<Esc>");
    assert_eq!(room.state.notes.all.annotations().count(), 4);
    let places = room.kept.iter().flat_map(|action| &action.changes).filter(|change| change.set.get(typed::Place).is_some());
    assert!(places.count() <= 1, "what is only shown in passing was not stopped at");
}

#[test]
fn the_list_stays_when_all_is_reviewed_and_a_key_too_many_does_nothing() {
    let mut room = astray(80, 24);
    room.press("gRc<Enter>aaoo");
    assert!(matches!(room.state.overlay, Some(Overlay::Review(_))) && open(&room.state).is_empty());
    assert_snapshot!("all_reviewed_80x24", room.screen());
    room.press("aaxyz");
    assert!(matches!(room.state.overlay, Some(Overlay::Review(_))) && room.state.notes.all.annotations().count() == 5);
    room.press("u");
    assert_eq!(open(&room.state).len(), 1, "undoing brings back what was last");
    room.press("o<Esc>");
    assert!(room.state.overlay.is_none());
    room.press("gR");
    assert_eq!(status(&room), "nothing to review; 2 are kept as orphans (is:orphan)");
    room.press("u:review<Enter>");
    assert!(matches!(room.state.overlay, Some(Overlay::Review(_))));
}

#[test]
fn a_small_terminal_and_the_mouse_review_as_well() {
    let mut room = astray(40, 12);
    assert_snapshot!("smallest", room.press("gRjj").screen());
    let mut room = astray(80, 24);
    room.press("gR").click(10, 14);
    assert_eq!(room.rows_with("To review: 3 of 5"), 1);
    room.click(10, 2);
    assert!(room.state.overlay.is_some(), "a click beside it does not close it");
}

#[test]
fn what_is_lost_is_attached_by_hand_and_undone() {
    let mut room = astray(80, 24);
    let orphans = |room: &Room| open(&room.state).iter().filter(|state| **state == "orphan").count();
    room.press("/pont<Enter><Enter>/rouvert<Enter>:attach-note<Enter>");
    assert!(matches!(&room.state.overlay, Some(Overlay::Picker(_))), "{}", status(&room));
    room.press("pétition<Enter>");
    assert!(status(&room).starts_with("attached to “"), "{}", status(&room));
    assert_eq!((orphans(&room), quoted(&room).iter().filter(|words| words.contains("rouvert")).count()), (1, 2));
    room.press("u");
    assert_eq!((orphans(&room), quoted(&room).iter().filter(|words| words.contains("rouvert")).count()), (2, 1));
}

/// A star, a read mark and a corrected date of three articles, in the archive as it is now.
fn with_facts() -> Room {
    let mut room = Room::of("then", 80, 24);
    room.press("gg/lycée<Enter>S<Esc>gg/pont<Enter>Sx<Esc>gg/marché<Enter>Dc");
    room.type_text("2020-05-03");
    room.press("<Enter><Esc>");
    assert_eq!(room.state.notes.all.facts_of_articles().count(), 3, "{}", status(&room));
    room.later("now")
}

#[test]
fn stars_and_dates_of_articles_that_are_not_surely_here_are_reviewed_beside_the_passages() {
    let mut room = with_facts();
    let listed = open(&room.state).len();
    assert!(listed > 0 && room.rows_with(&format!("{listed} to review (gR)")) == 1);
    assert_snapshot!("facts", room.press("gRG").screen());
    room.press("o");
    assert_eq!(open(&room.state).len(), listed - 1, "{}", status(&room));
    assert_eq!(room.state.notes.all.facts_of_articles().count(), 3, "it is kept");
    assert_eq!(open(&room.later("now").state).len(), listed - 1);
    room.press("u");
    assert_eq!(open(&room.state).len(), listed);
    room.press("gRGd");
    assert_eq!((open(&room.state).len(), room.state.notes.all.facts_of_articles().count()), (listed - 1, 2), "{}", status(&room));
    room.press("u");
    assert_eq!(room.state.notes.all.facts_of_articles().count(), 3);
}

/// A note that was written here, and elsewhere side by side.
fn written_twice() -> Room {
    let mut room = Room::of("then", 80, 24);
    room.press("/pont<Enter><Enter>/rouvert<Enter>Hca").type_text("d'abord");
    room.press("<Esc>");
    let mut desk = Notes::new("desk", 7);
    room.kept.iter().for_each(|action| desk.apply(action));
    room.press("a").type_text(", puis ici");
    room.press("<Esc>");
    desk.set_clock(5000);
    let id = desk.annotation_ids().next().unwrap();
    let note = FieldChange::new(NoteSubject::Annotation(id), [Property::Note("d'abord, puis au bureau".into())]);
    let there = desk.record(vec![note]).unwrap();
    room.kept.push(there.clone());
    room.happen(AppEvent::Notes(NotesEvent::Elsewhere(vec![there])));
    room
}

fn note(room: &Room) -> String {
    room.state.notes.all.annotations().next().unwrap().note
}

#[test]
fn a_note_that_was_written_in_two_places_keeps_both_texts_until_one_is_chosen_or_they_are_joined() {
    let mut room = written_twice();
    assert!(status(&room).starts_with("a note was written in two places; both texts are kept: gR"), "{}", status(&room));
    assert_eq!((open(&room.state), note(&room).as_str()), (vec!["two texts"], "d'abord, puis au bureau"));
    assert_snapshot!("two_texts", room.press("gR").screen());
    assert_snapshot!("two_texts_choosing", room.press("cj").screen());
    room.press("<Enter>");
    assert_eq!((note(&room).as_str(), open(&room.state).len()), ("d'abord, puis ici", 0));
    assert_eq!(open(&room.later("then").state).len(), 0, "also after a restart");
    room.press("u");
    assert_eq!((note(&room).as_str(), open(&room.state).len()), ("d'abord, puis au bureau", 1));
    room.press("gRaG<Enter>");
    assert_eq!((note(&room).as_str(), open(&room.state).len()), ("d'abord, puis au bureau\n\nd'abord, puis ici", 0));
}

#[test]
fn what_another_window_wrote_while_a_note_was_open_is_not_lost() {
    let mut room = Room::of("then", 80, 24);
    room.press("/pont<Enter><Enter>/rouvert<Enter>Hca").type_text("d'abord");
    room.press("<Esc>a").type_text(" ici");
    // The other window has the name of the same device.
    let mut window = Notes::new("test", 7);
    room.kept.iter().for_each(|action| window.apply(action));
    let id = window.annotation_ids().next().unwrap();
    let there = window.record(vec![FieldChange::new(NoteSubject::Annotation(id), [Property::Note("ailleurs".into())])]).unwrap();
    room.happen(AppEvent::Notes(NotesEvent::Elsewhere(vec![there])));
    room.press("<Esc>");
    assert_eq!((note(&room).as_str(), open(&room.state)), ("d'abord ici", vec!["two texts"]));
    assert!(status(&room).contains("both texts are kept"), "{}", status(&room));
    room.press("gRcj<Enter>");
    assert_eq!(note(&room), "ailleurs");
}
