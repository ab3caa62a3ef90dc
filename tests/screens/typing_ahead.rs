//! Keys that are typed before the list is there that they are meant for.

use liseuse::app::keys::command::Pane;

use crate::room::Room;

fn slow() -> Room {
    let mut room = Room::sample(80, 24);
    room.is_slow = true;
    room
}

/// The title of the article that `keys` open, typed at once, after the words of a filter.
fn opened(room: &mut Room, keys: &str) -> Option<Box<str>> {
    room.press(keys);
    room.answer();
    let is_read = room.state.focus == Pane::Reader;
    room.state.open_article().filter(|_| is_read).map(|article| article.title.clone())
}

#[test]
fn enter_opens_an_article_of_the_words_typed_however_fast_it_comes() {
    let mut quick = Room::sample(80, 24);
    quick.press("fcoup<Enter><Enter>");
    let meant = quick.state.open_article().unwrap().title.clone();
    assert_eq!(opened(&mut slow(), "fcoup<Enter><Enter>"), Some(meant.clone()));
    assert_ne!(
        Room::sample(80, 24).press("<Enter>").state.open_article().unwrap().title,
        meant,
        "it is another one without words"
    );
}

#[test]
fn a_mark_goes_to_the_article_that_is_found() {
    let mut room = slow();
    room.press("fcoup<Enter>x");
    assert!(room.kept.is_empty(), "not yet");
    assert!(room.screen().contains("what is typed waits"), "{}", room.screen());
    room.answer();
    assert_eq!(room.kept.len(), 1);
    let listed = room.state.listed().and_then(|ix| room.state.archive.get(ix)).unwrap().title().to_owned();
    assert!(room.screen().contains(&format!("read: “{}", listed.chars().take(12).collect::<String>())), "{}", room.screen());
}

#[test]
fn escape_puts_away_what_waits_and_the_help_does_not_wait() {
    let mut room = slow();
    room.press("fcoup<Enter>xS<Esc>");
    room.answer();
    assert!(room.kept.is_empty(), "{:?}", room.kept);
    room.press("firak<Enter>?");
    assert!(room.state.overlay.is_some(), "it asks nothing of the list");
}

#[test]
fn what_is_typed_into_a_line_never_waits() {
    let mut room = slow();
    room.press("fcoupkazemi");
    assert_eq!(room.state.filter.selection.text(), "coupkazemi");
    room.press("<Esc>1gg");
    room.answer();
    assert!(room.state.input.ahead.is_empty());
}
