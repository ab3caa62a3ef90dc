//! Turning from article to article in the reader, its headings and address, the dates of the timeline, and the help of a newcomer.

use insta::assert_snapshot;
use liseuse::app::effect::Effect;
use liseuse::app::event::AppEvent;
use liseuse::app::keys::command::Pane;
use liseuse::app::overlay::Overlay;
use liseuse::app::panes::timeline::TimelineRow;

use crate::room::Room;

fn title(room: &Room) -> String {
    room.state.open_article().map(|article| article.title.to_string()).unwrap_or_default()
}

fn status(room: &mut Room) -> String {
    room.screen().lines().last().unwrap_or_default().to_owned()
}

/// The date of the row the cursor of the timeline is on.
fn day(room: &Room) -> String {
    let entry = room.state.timeline.current().unwrap();
    room.state.results.current.overview.chronology.entries[entry].filed().to_string()
}

#[test]
fn one_turns_to_the_next_article_without_leaving_the_reader() {
    let mut room = Room::of("turning", 120, 40);
    room.press("<Enter>]]");
    assert_eq!((title(&room).as_str(), room.state.articles.at, room.state.focus), ("Une grève à Tarne", 1, Pane::Reader));
    assert!(status(&mut room).contains("article 2 of 3"));
    room.press("]]]]");
    assert!(status(&mut room).contains("last article"));
    room.press("[[[[[[");
    assert_eq!(title(&room), "Le port rouvre");
    assert!(status(&mut room).contains("first article"));
    room.press("x]]x[[]u");
    assert_eq!(title(&room), "Le budget est voté", "two were read");
    room.press("x]u");
    assert!(status(&mut room).contains("no other article"), "{}", status(&mut room));
}

#[test]
fn headings_are_gone_to_and_an_address_is_opened_once_the_person_was_asked() {
    let mut room = Room::of("turning", 120, 40);
    room.press("<Enter>gh");
    assert_eq!((room.rows_with("Les quais"), room.rows_with("Les bateaux")), (1, 1), "both are offered");
    room.press("bat<Enter>");
    let spot = room.state.reader.spot.unwrap();
    assert_eq!(spot.of(&room.state.open_article().unwrap().body), "Les bateaux");
    let opened = |room: &Room| room.asked.iter().filter(|effect| matches!(effect, Effect::OpenAddress(_))).count();
    room.press("gx");
    assert_eq!((opened(&room), status(&mut room).contains("again opens https://example.org/port")), (0, true));
    room.press("gx");
    assert_eq!(opened(&room), 1);
    room.press("]]gx");
    assert_eq!((opened(&room), status(&mut room).contains("no address")), (1, true));
}

#[test]
fn the_timeline_shows_the_years_around_the_archive_and_folds_the_rest() {
    let mut room = Room::of("turning", 120, 40);
    assert_snapshot!("timeline_folded", room.press("3+").screen());
    let edges = |room: &Room| {
        let edge =
            |row: &TimelineRow| if let TimelineRow::Edge(edge) = row { Some((edge.label.clone(), edge.events)) } else { None };
        room.state.timeline.rows.iter().filter_map(edge).collect::<Vec<_>>()
    };
    assert_eq!(edges(&room), [("before 1991".to_owned(), 1)]);
    let rows = room.state.timeline.rows.len();
    room.press("gg<Enter>");
    assert!(room.state.timeline.rows.len() > rows && room.state.focus == Pane::Timeline, "the row opens what it folds");
    room.press("<Enter>");
    assert_eq!(room.state.timeline.rows.len(), rows);
}

#[test]
fn a_date_is_gone_to_and_the_mark_follows_the_day_of_publication() {
    let mut room = Room::of("turning", 120, 40);
    room.press("3+1gg");
    assert_eq!(day(&room), "2011-10-18", "the next day told of after the fifth");
    room.press("j");
    assert_eq!(day(&room), "2011-11-02");
    room.press("gt2011-09-12<Enter>");
    assert_eq!((day(&room), room.state.focus), ("2011-09-12".to_owned(), Pane::Timeline));
    room.press("gt12/09/2011<Esc>/2011-10-19<Enter>");
    assert_eq!(day(&room), "2011-10-19", "the search of the pane reads dates, too");
    room.press("gt2011-10-10<Enter>");
    assert!(status(&mut room).contains("nothing is told of 2011-10-10; next is 2011-10-18"), "{}", status(&mut room));
    room.press("gt14 juillet 1911<Enter>");
    assert_eq!(day(&room), "1911-07-14", "what was folded opens");
    room.press("gtnever<Enter>");
    assert!(status(&mut room).contains("is no date"));
}

#[test]
fn actors_show_the_leaders_until_one_is_chosen() {
    let mut room = Room::of("turning", 120, 40);
    room.press("fvoté<Enter>f<C-u><Enter>");
    assert_eq!(room.state.actors.cursor.at, 0);
    room.press("4j");
    let chosen = room.state.results.current.overview.actors[room.state.actors.cursor.at].actor;
    room.press("1ftarne<Enter><Esc>");
    assert_eq!(room.state.results.current.overview.actors[room.state.actors.cursor.at].actor, chosen);
}

#[test]
fn help_begins_with_tasks_and_is_searched() {
    for (cols, rows) in [(80, 24), (120, 40)] {
        let mut room = Room::sample(cols, rows);
        assert_snapshot!(format!("help_tasks_{cols}x{rows}"), room.press("?").screen());
    }
    let mut room = Room::sample(120, 40);
    room.press("?/export<Enter><Esc>");
    assert!(room.state.overlay.is_none());
    room.press("?/zoom<Enter>");
    assert!(room.state.zoomed, "what is found runs");
}

#[test]
fn a_question_mark_in_the_empty_filter_line_tells_of_queries_and_escape_leads_back() {
    let mut room = Room::sample(80, 24);
    assert_snapshot!("query_help", room.press("f?").screen());
    room.press("<Esc>irak");
    assert!(room.state.overlay.is_none());
    room.press("?");
    assert_eq!(room.state.filter.selection.text(), "irak?", "elsewhere it is a sign like any other");
    room.press("<F1>");
    assert!(matches!(room.state.overlay, Some(Overlay::Page(_))));
}

#[test]
fn panes_are_made_wider_and_narrower_and_that_is_kept() {
    let mut room = Room::sample(120, 40);
    let before = room.state.viewport;
    room.press("1>>");
    assert_eq!(room.state.viewport.articles.cols, before.articles.cols + 4);
    assert_eq!(room.state.viewport.reader.cols, before.reader.cols - 4);
    room.press("3<lt>");
    assert_eq!(room.state.viewport.timeline.cols, before.timeline.cols - 2);
    let mut kept =
        room.asked.iter().filter_map(|effect| if let Effect::KeepWidths(widths) = effect { Some(*widths) } else { None });
    let kept = kept.next_back().unwrap();
    let mut later = Room::sample(120, 40);
    later.happen(AppEvent::Sized(kept));
    later.press("j");
    assert_eq!(later.state.viewport.articles.cols, room.state.viewport.articles.cols);
    assert!(status(Room::sample(80, 24).press(">")).contains("narrow terminal"));
}
