//! Messages: all of one is read, several at once do not hide each other, and what was said can be read again.

use liseuse::app::event::AppEvent;
use liseuse::locale::Locale;

use crate::room::Room;

const LONG: &str = "cannot write /home/someone/with/a/long/name/press/notes/out/d.md: the folder /home/someone/with/a/long/name/press/notes/out does not exist";

fn rows(room: &mut Room, last: usize) -> String {
    let screen = room.screen();
    let rows: Vec<&str> = screen.lines().collect();
    rows[rows.len() - last..].iter().map(|row| row.trim()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_message_that_does_not_fit_takes_more_rows_until_the_next_key() {
    let mut room = Room::sample(80, 24);
    let before = room.screen();
    room.press("j");
    room.happen(AppEvent::Failed(LONG.to_owned()));
    let told = rows(&mut room, 2);
    assert!(told.contains("cannot write /home/someone") && told.ends_with("does not exist"), "{told}");
    room.press("k");
    assert_eq!(room.screen(), before, "the panes are as they were");
}

#[test]
fn what_is_longer_still_is_told_by_the_page_of_messages() {
    let mut room = Room::sample(80, 24);
    room.press("j");
    room.happen(AppEvent::Failed(format!("{LONG}; {LONG}; {LONG}")));
    let told = rows(&mut room, 3);
    assert!(told.ends_with("… (g! shows all)"), "{told}");
    let page = room.press("g!").screen();
    assert!(page.contains("Messages") && page.matches("does not").count() == 3, "{page}");
}

#[test]
fn the_page_of_messages_has_the_newest_first_and_is_empty_at_first() {
    let mut room = Room::sample(80, 24);
    room.press("xS");
    let page = room.press("g!").screen();
    assert!(page.find("it is starred") < page.find("it is marked as read") && page.contains("·  it is"), "{page}");
    let page = Room::empty(80, 24).press("g!").screen();
    assert!(page.contains("Nothing has been said so far."), "{page}");
}

#[test]
fn what_is_told_at_the_start_stays_until_the_first_key() {
    let mut room = Room::sample(80, 24);
    room.press("gnthree words here<C-c>");
    let mut room = room.again();
    room.happen(AppEvent::Failed("a damaged line is left out".to_owned()));
    room.happen(AppEvent::Failed("/tmp/a-note.md holds what your editor saved".to_owned()));
    let told = rows(&mut room, 3);
    assert!(told.contains("1 note was not finished"), "{told}");
    assert!(told.contains("a damaged line is left out") && told.contains("/tmp/a-note.md"), "{told}");
    assert!(room.press("g!").screen().contains("a damaged line is left out"), "{}", room.screen());
}

#[test]
fn a_message_stands_above_a_line_that_is_being_typed() {
    let mut room = Room::sample(80, 24);
    room.press("gnto be exported<Esc>E<C-u>out.xyz<Enter>");
    let screen = room.screen();
    let last = screen.lines().last().unwrap();
    assert!(last.contains("Export to: out.xyz"), "what was typed stays: {last}");
    assert!(rows(&mut room, 3).contains("md, json") && !screen.contains("--"), "{screen}");
}

#[test]
fn a_file_that_cannot_be_written_is_asked_for_again_with_what_was_typed() {
    let mut room = Room::sample(80, 24);
    room.press("gnto be exported<Esc>E<C-u>a/b.csv<Enter>");
    room.happen(AppEvent::Exported(Err("cannot write a/b.csv: the folder a does not exist".to_owned())));
    assert!(
        room.screen().contains("Export to: a/b.csv") && room.screen().contains("the folder a does not exist"),
        "{}",
        room.screen()
    );
    room.press("<C-u>b.csv<Enter>");
    room.happen(AppEvent::Exported(Ok("1 note written to b.csv".to_owned())));
    room.press("E");
    assert!(room.screen().contains("Export to: b.csv"), "the file written last is offered: {}", room.screen());
}

#[test]
fn why_a_query_cannot_be_read_is_told_whole() {
    let mut room = Room::sample(80, 24);
    room.press("fsource:x story:a_very_long_one@@@ date:2020-13-45-and-more-and-more-and-more");
    let fault = room.state.filter.selection.fault().map(ToString::to_string).unwrap();
    assert!(room.screen().split_whitespace().collect::<Vec<_>>().join(" ").contains(&fault), "{fault}\n{}", room.screen());
    Locale::named("fr").unwrap().within(|| {
        let mut room = Room::sample(80, 24);
        room.press("fdate:2020-13-45-x source:aaa");
        assert!(rows(&mut room, 1).ends_with("2024-03-05"), "{}", room.screen());
    });
}

#[test]
fn a_command_by_its_name_is_completed_and_mended() {
    let mut room = Room::sample(80, 24);
    room.press(":zo<Tab>");
    assert!(room.screen().contains(":zoom"), "{}", room.screen());
    room.press("<Esc>:zom<Tab>");
    assert!(room.screen().contains(":zoom"), "{}", room.screen());
    room.press("<Esc>:pick-<Tab>");
    assert!(room.screen().contains("pick-actor") && room.screen().contains("pick-month"), "{}", room.screen());
    room.press("<C-u>zm<Enter>");
    assert!(room.screen().contains("did you mean") && room.screen().contains("zoom"), "{}", room.screen());
    assert!(room.screen().lines().last().unwrap().starts_with(":zm"), "{}", room.screen());
}
