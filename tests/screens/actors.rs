//! The page of an actor, and what a person corrects in the list of actors, in screens and counts.

use insta::assert_snapshot;
use liseuse::analysis::actors::Gazetteer;
use liseuse::app::event::AppEvent;
use liseuse::model::actor::Likeness;
use std::sync::Arc;

use crate::room::Room;

/// Puts the cursor of the actors pane on the actor shown as `name`.
fn on(room: &mut Room, name: &str) {
    room.press("4gg");
    let names = |room: &Room| {
        let counts = &room.state.results.current.overview.actors;
        counts.iter().map(|count| room.state.archive.actors().name(count.actor).to_owned()).collect::<Vec<_>>()
    };
    let row = names(room).iter().position(|one| one == name).unwrap_or_else(|| panic!("no {name} in {:?}", names(room)));
    for _ in 0..row {
        room.press("j");
    }
}

/// The mentions of the actor shown as `name` in the list.
fn mentions(room: &Room, name: &str) -> Option<usize> {
    let counts = &room.state.results.current.overview.actors;
    counts.iter().find(|count| room.state.archive.actors().name(count.actor) == name).map(|count| count.mentions)
}

#[test]
fn enter_opens_the_page_of_an_actor() {
    for (cols, rows) in [(120, 40), (80, 24)] {
        let mut room = Room::sample(cols, rows);
        on(&mut room, "Mustafa al-Kazemi");
        assert_snapshot!(format!("page_{cols}x{rows}"), room.press("<Enter>").screen());
    }
}

#[test]
fn the_page_leads_to_sentences_and_other_actors_and_back() {
    let mut room = Room::sample(120, 40);
    on(&mut room, "Mustafa al-Kazemi");
    room.press("<Enter><Enter>");
    assert!(room.screen().contains("Donald Trump ─") || room.state.overlay.is_some(), "another actor's page");
    room.press("G<Enter>");
    assert!(room.state.overlay.is_none() && room.state.reader.spot.is_some(), "a sentence in the reader");
    on(&mut room, "Irak");
    room.press("<Enter>");
    assert!(room.state.overlay.is_some());
    for back in ["q", "<Esc>"] {
        room.press("4<Enter>");
        room.press(back);
        assert!(room.state.overlay.is_none(), "{back}");
    }
}

#[test]
fn an_actor_filters_from_the_pane_and_from_its_page() {
    let mut room = Room::sample(120, 40);
    on(&mut room, "Ilhan Omar");
    room.press("F");
    assert_eq!(room.state.results.current.matches.len(), 1);
    room.press("F");
    assert_eq!(room.state.results.current.matches.len(), 5);
    on(&mut room, "Ilhan Omar");
    room.press("<Enter>F");
    assert_eq!((room.state.results.current.matches.len(), room.state.overlay.is_none()), (1, true));
}

#[test]
fn a_merge_moves_the_counts_and_can_be_taken_back() {
    let mut room = Room::sample(120, 40);
    let (one, other) = (mentions(&room, "Iran").unwrap(), mentions(&room, "Irak").unwrap());
    on(&mut room, "Iran");
    room.press("Fgm");
    room.press("irak<Enter>");
    assert_eq!((mentions(&room, "Iran"), mentions(&room, "Irak")), (None, Some(one + other)));
    assert!(room.corrections.contains("from = \"iran\""), "{}", room.corrections);
    assert!(room.screen().contains("actor Irak"), "the filter follows the actor");
    assert!(room.screen().contains("Iran is merged into Irak · gc takes it back"), "by their names: {}", room.screen());
    assert_snapshot!("corrections", room.press("gc").screen());
    room.press("<Enter>");
    assert_eq!((mentions(&room, "Iran"), room.corrections.trim()), (Some(one), ""));
    assert!(room.screen().contains("actors.toml.bak") && !room.screen().contains("gc takes it back"), "{}", room.screen());
}

#[test]
fn a_spelling_is_split_off_and_an_actor_named_anew() {
    let mut room = Room::sample(120, 40);
    let before = mentions(&room, "États-Unis").unwrap();
    on(&mut room, "États-Unis");
    room.press("<Enter>gs");
    room.press("USA<Enter>");
    assert_snapshot!("split_to", room.screen());
    room.press("<Enter>");
    let split = mentions(&room, "USA").unwrap();
    assert_eq!(mentions(&room, "États-Unis"), Some(before - split));
    on(&mut room, "États-Unis");
    room.press("gr<C-u>");
    room.type_text("Amérique");
    room.press("<Enter>");
    assert_eq!(mentions(&room, "Amérique"), Some(before - split), "a name that a reader gave stays");
    let restarted = Gazetteer::with_corrections(&room.corrections).unwrap();
    assert!(restarted.resolve("usa").is_some_and(|ix| restarted.table().name(ix) == "USA"), "it is there after a restart");
}

#[test]
fn actors_that_may_be_one_are_offered_with_the_reason() {
    let mut room = Room::sample(120, 40);
    room.press("4ga");
    assert!(room.screen().contains("no two actors"));
    let by_id = |id: &str| room.state.archive.actors().by_id(id).unwrap();
    let reason = "same name, romanised differently".into();
    let pair = Likeness { one: by_id("iraq"), other: by_id("iran"), reason, score: 0.9 };
    room.happen(AppEvent::Likened(Arc::new(vec![pair])));
    assert_snapshot!("alike", room.press("ga").screen());
    assert!(room.press("<Enter>").screen().contains("Is Iran Irak?"), "{}", room.screen());
    room.press("<Down><Enter>");
    assert!(mentions(&room, "Iran").is_some(), "left as they are");
    room.press("ga<Enter><Enter>");
    assert_eq!(mentions(&room, "Iran"), None);
}

#[test]
fn the_page_opens_at_its_head_however_low_the_screen() {
    for (cols, rows) in [(80, 24), (60, 20), (40, 12)] {
        let mut room = Room::sample(cols, rows);
        on(&mut room, "Hachd al-Chaabi");
        let page = room.press("<Enter>").screen();
        assert!(page.contains("armed-group · Iraqi"), "{cols}x{rows}: {page}");
        assert!(room.press("<Enter>").state.overlay.is_some(), "it goes to the first row that leads somewhere");
        room.press("<Enter>");
        assert!(!room.screen().contains("armed-group · Iraqi"), "{}", room.screen());
    }
}

#[test]
fn what_is_asked_of_an_actor_that_is_out_of_sight_names_it() {
    let mut room = Room::sample(80, 24);
    on(&mut room, "Irak");
    room.press("1:merge-actor<Enter>");
    assert!(room.screen().contains("Irak is the same as"), "{}", room.screen());
}

#[test]
fn an_actor_is_left_out_and_taken_back() {
    let mut room = Room::sample(80, 24);
    on(&mut room, "Irak");
    room.press("X");
    assert_eq!(mentions(&room, "Irak"), None);
    assert!(room.corrections.contains("hide = [\"iraq\"]"), "{}", room.corrections);
    assert!(room.press("gc").screen().contains("iraq is left out"), "{}", room.screen());
    room.press("<Enter>");
    assert!(mentions(&room, "Irak").is_some() && !room.corrections.contains("hide"), "{}", room.corrections);
}
