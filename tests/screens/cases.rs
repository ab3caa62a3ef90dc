//! Cases in the room: made, filled, chosen and dropped by keys.

use crate::room::Room;

#[test]
fn an_article_is_put_into_a_new_case_which_is_then_chosen_and_dropped() {
    let mut room = Room::sample(120, 40);
    room.press("jgK");
    assert!(room.screen().contains("make a new case"), "{}", room.screen());
    room.press("<Enter>The visit<Enter>");
    assert_eq!(room.state.notes.all.cases().len(), 1);
    assert!(room.state.filter.selection.case().is_none(), "it is filled before it is gone by");
    room.press("gk<Enter>");
    assert_eq!((room.state.filter.selection.case(), room.state.results.current.matches.len()), (Some("The visit"), 1));
    assert!(room.screen().contains("case The visit ✕"), "{}", room.screen());
    room.press("<Enter>H1");
    let marked = room.state.notes.all.annotations().next().unwrap();
    assert_eq!(liseuse::notes::cases::cases_of(&marked), ["The visit"]);
    room.press("1<Esc>");
    assert_eq!((room.state.filter.selection.case(), room.state.results.current.matches.len()), (None, 5));
    room.press("gK<Enter>");
    let told = room.state.status.as_ref().map(|status| status.text.clone()).or_else(|| room.state.notes.unsaved.told.clone());
    assert!(told.as_ref().is_some_and(|told| told.contains("taken out of the case The visit")), "{told:?}");
    room.press("gk<Enter>");
    assert_eq!(room.state.results.current.matches.len(), 1, "what was marked for it is in it");
}
