//! What is told is true, and the keys that are told work where they are told.

use liseuse::app::effect::Effect;
use liseuse::app::event::{AppEvent, NotesEvent};
use liseuse::locale::Locale;

use crate::room::Room;

fn last_row(room: &mut Room) -> String {
    room.screen().lines().last().unwrap_or_default().to_owned()
}

/// A room whose disk has refused what was done.
fn refused(cols: u16, rows: u16) -> Room {
    let mut room = Room::sample(cols, rows);
    room.press("S");
    room.state.notes.unsaved.actions = room.kept.clone();
    let reason = "the disk is full (cannot write to /home/someone/with/a/long/name/notes/press/laptop.jsonl)";
    room.happen(AppEvent::Notes(NotesEvent::NotKept(reason.to_owned())));
    room
}

#[test]
fn nothing_acts_unseen_where_the_screen_is_too_small() {
    let mut room = Room::sample(80, 24);
    room.press("<Enter>")
        .resize(30, 8)
        .press("l")
        .press("v")
        .press("Hc")
        .press("S")
        .press("x")
        .press("gnword<Esc>")
        .press("/word<Enter>");
    room.happen(AppEvent::Paste("word".to_owned()));
    assert!(room.kept.is_empty() && room.state.overlay.is_none() && room.state.prompt.is_none(), "{:?}", room.kept);
    let told = room.screen();
    assert!(told.contains("Q quits") && told.contains("wait"), "{told}");
    room.resize(80, 24).press("S");
    assert_eq!(room.kept.len(), 1, "the keys work again");
}

#[test]
fn a_note_is_left_from_a_screen_that_is_too_small_and_stays_as_a_draft() {
    let mut room = Room::sample(80, 24);
    room.press("gnthree words here").resize(30, 8).press("x");
    let told = room.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("The note stays as a draft."), "{told}");
    room.press("Q");
    assert!(room.asked.iter().any(|effect| matches!(effect, Effect::Quit)), "{:?}", room.asked);
    let drafts: Vec<_> = room.state.notes.all.drafts().map(|draft| draft.text).collect();
    assert_eq!(drafts.len(), 1);
    assert_eq!(&*drafts[0], "three words here");
}

#[test]
fn why_the_disk_refuses_is_read_first_and_the_count_once() {
    let row = last_row(&mut refused(80, 24));
    assert!(row.trim_start().starts_with("the disk is full"), "{row}");
    assert_eq!(row.matches("1 change").count(), 1, "{row}");
}

#[test]
fn the_question_on_leaving_goes_when_it_is_none_any_more() {
    let mut room = refused(80, 24);
    room.press("Q");
    let asked = room.screen();
    assert!(asked.contains("Not everything is kept") && asked.contains("Esc stays"), "{asked}");
    let ids = room.kept.iter().map(|action| action.id).collect();
    room.happen(AppEvent::Notes(NotesEvent::Kept(ids)));
    let screen = room.screen();
    assert!(!screen.contains("Not everything is kept") && screen.contains("all changes are kept now; Q quits"), "{screen}");
    assert!(!room.asked.iter().any(|effect| matches!(effect, Effect::Quit)), "who was asked answers");
}

#[test]
fn keys_of_a_pane_are_not_told_under_what_lies_over_it() {
    for keys in ["A", "?", "D", "gn"] {
        let mut room = Room::sample(80, 24);
        room.press(keys);
        assert!(room.state.overlay.is_some(), "{keys}");
        let row = last_row(&mut room);
        assert!(!row.contains("filter") && !row.contains("opens"), "{keys}: {row}");
    }
    let mut room = Room::sample(80, 24);
    room.press("A<Esc>");
    assert!(room.state.overlay.is_none() && last_row(&mut room).contains("filter"), "{}", last_row(&mut room));
}

#[test]
fn all_colours_are_offered_on_a_narrow_screen_with_words_selected() {
    let mut room = Room::sample(80, 24).at_row(3);
    room.press("<Enter>lvwwwH");
    let row = last_row(&mut room);
    assert!(["claim", "figure", "quote", "doubt", "todo"].iter().all(|color| row.contains(color)), "{row}");
}

#[test]
fn a_star_hides_neither_what_was_read_nor_notes() {
    let mut room = Room::sample(80, 24).at_row(3);
    room.press("xS");
    assert_eq!(room.rows_with("★✓"), 1, "{}", room.screen());
    room.press("gna note<Esc>");
    assert_eq!(room.rows_with("★✎✓"), 1, "{}", room.screen());
}

#[test]
fn an_open_filter_line_without_hits_tells_its_own_keys() {
    let mut room = Room::sample(80, 24);
    room.press("fzzzzqqq");
    let open = room.screen();
    assert!(
        open.contains("No article matches.") && open.contains("clears the line") && !open.contains("drops the last filter"),
        "{open}"
    );
    let left = room.press("<Enter>").screen();
    assert!(left.contains("drops the last filter"), "{left}");
}

#[test]
fn a_scale_that_changes_out_of_sight_is_told() {
    let mut room = Room::sample(80, 24);
    assert!(last_row(room.press("-")).contains("timeline: years"), "{}", last_row(&mut room));
    let mut room = Room::sample(120, 40);
    assert!(!last_row(room.press("-")).contains("timeline:"), "the pane shows it");
}

#[test]
fn what_dates_mean_is_told_in_words() {
    let page = Room::sample(80, 60).press("<Enter>D").screen();
    assert!(!page.contains("PRESENT_REF") && !page.contains(" P1") && !page.contains("TNI"), "{page}");
}

#[test]
fn french_says_what_was_done_and_whom_actors_are() {
    Locale::named("fr").unwrap().within(|| {
        let mut room = Room::sample(120, 40);
        assert!(last_row(room.press("x")).contains("lu\u{a0}:"), "{}", last_row(&mut room));
        assert!(last_row(room.press("gD")).contains("publication\u{a0}:"), "{}", last_row(&mut room));
        room.press("<Esc>fest:");
        assert!(room.screen().contains("rien après est:"), "{}", room.screen());
    });
}

#[test]
fn a_list_in_which_nothing_is_like_what_is_typed_stays_and_says_so() {
    let mut room = Room::sample(80, 24);
    room.press("Azzzqqq<Enter>");
    assert!(room.state.overlay.is_some() && last_row(&mut room).contains("nothing in the list is like"), "{}", room.screen());
}
