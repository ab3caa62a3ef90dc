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
    let screen = refused(80, 24).screen();
    let rows: Vec<&str> = screen.lines().rev().take(3).collect();
    assert!(rows[2].trim_start().starts_with("the disk is full"), "{screen}");
    assert!(rows[0].ends_with("1 change NOT KEPT"), "{screen}");
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

#[test]
fn the_palette_has_the_commands_of_other_panes_with_where_they_work() {
    let mut room = Room::sample(80, 24);
    room.press("<Enter><C-p>merge");
    assert!(room.screen().contains("merge-actor: ") && room.screen().contains("actors · gm"), "{}", room.screen());
}

#[test]
fn a_page_that_is_asked_for_help_stays() {
    for keys in ["<Enter>D", "4gg<Enter>", "!"] {
        let mut room = Room::sample(80, 24);
        room.press(keys);
        let is_open = room.state.overlay.is_some();
        room.press("?");
        assert_eq!(room.state.overlay.is_some(), is_open, "{keys}");
        assert!(!is_open || room.screen().contains("stand at its foot"), "{keys}: {}", room.screen());
    }
    assert!(Room::sample(80, 24).press("??").state.overlay.is_none(), "the help is closed by the key that opens it");
}

#[test]
fn events_that_are_pinned_or_left_out_are_named() {
    let mut room = Room::sample(80, 24);
    room.press(":pin-event<Enter>");
    assert!(last_row(&mut room).contains("pinned on the timeline: “"), "{}", room.screen());
    room.press("3X");
    assert!(room.screen().contains("left out of the timeline: “"), "{}", room.screen());
}

#[test]
fn escape_from_a_date_goes_back_to_where_one_was() {
    let mut room = Room::sample(80, 24);
    let before = room.screen();
    room.press("gt2020-08<Esc>");
    assert_eq!(room.screen(), before);
}

#[test]
fn how_a_note_is_kept_is_said_on_the_narrowest_screen() {
    for (lang, keeps) in [("en", "Esc keeps the note"), ("fr", "Esc enregistrer")] {
        Locale::named(lang).unwrap().within(|| {
            let foot = Room::sample(40, 12).press("<Enter>a").screen();
            assert!(foot.contains(keeps), "{foot}");
        });
    }
}

#[test]
fn the_order_that_is_picked_is_told() {
    let mut room = Room::sample(80, 24);
    room.press("s<Down><Enter>");
    assert!(last_row(&mut room).contains("order of the articles: date of publication"), "{}", last_row(&mut room));
}
