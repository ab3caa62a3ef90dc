//! Copies of one text in the list: folded, counted, opened, and reached by whatever leads to them.

use liseuse::app::effect::Effect;
use liseuse::app::overlay::Overlay;
use liseuse::model::archive::ArticleIx;
use liseuse::query::results::folding::CopyFolding;
use liseuse::query::sheet::CellMark;

use crate::room::Room;

fn room(cols: u16, rows: u16) -> Room {
    Room::of("copies", cols, rows)
}

fn titles(room: &Room) -> Vec<String> {
    let rows = (0..room.state.list_len()).filter_map(|at| room.state.list_row(at));
    rows.filter_map(|row| room.state.archive.get(row.article)).map(|article| article.source().unwrap_or("–").to_owned()).collect()
}

#[test]
fn the_list_folds_copies_under_the_first_and_says_how_many() {
    let mut room = room(120, 40);
    assert_eq!(titles(&room), ["Dépêche du Val", "Matin", "Journal des Rives", "Northern Herald", "Gazette"]);
    insta::assert_snapshot!("copies_folded_120x40", room.screen());
    room.press("gf");
    assert_eq!(room.state.copies.folding, CopyFolding::Similar);
    assert_eq!(titles(&room), ["Dépêche du Val", "Journal des Rives", "Northern Herald"]);
    assert!(room.screen().contains("6 articles, 3 origins") && room.screen().contains("3 folded"), "{}", room.screen());
    room.press("gf");
    assert_eq!((room.state.copies.folding, room.state.list_len()), (CopyFolding::Off, 6));
}

#[test]
fn copies_open_below_their_leader_and_fold_again() {
    let mut room = room(80, 24);
    room.press("gfC");
    insta::assert_snapshot!("copies_open_80x24", room.screen());
    assert_eq!(titles(&room)[..4], ["Dépêche du Val", "Courrier de Marlenne", "Matin", "Gazette"]);
    room.press("jjC");
    assert_eq!((room.state.list_len(), room.state.articles.at), (3, 0), "folding from a copy goes to the leader");
    room.press("jC");
    assert!(room.screen().contains("no other article has this text"), "{}", room.screen());
}

#[test]
fn the_way_from_article_to_article_goes_by_the_rows_that_are_shown() {
    let mut room = room(120, 40);
    room.press("gf<Enter>");
    let shown: Vec<_> = (0..room.state.list_len()).filter_map(|row| room.state.list_row(row)).map(|row| row.article).collect();
    let mut passed = vec![room.state.reader.open.unwrap()];
    for _ in 1..shown.len() {
        passed.push(room.press("]]").state.reader.open.unwrap());
    }
    assert_eq!(passed, shown);
    assert!(room.screen().contains("article 3 of 3"), "{}", room.screen());
    assert!(room.press("]]").screen().contains("this is the last article of the list"), "{}", room.screen());
    assert_eq!(room.press("[[").state.reader.open, shown.get(1).copied());
}

#[test]
fn what_is_undone_among_folded_copies_leaves_the_cursor_on_its_article() {
    let mut room = room(120, 40);
    room.press("gfG");
    let listed = room.state.listed();
    room.press("xggu");
    assert_eq!((room.state.listed(), room.state.articles.at), (listed, 2));
}

#[test]
fn the_reader_filters_and_marks_reach_what_is_folded() {
    let mut room = room(120, 40);
    room.press("gf");
    // A filter that finds a copy alone shows it.
    room.press("fsource:gazette<Enter>");
    assert_eq!(titles(&room), ["Gazette"]);
    room.press("S<Esc>");
    assert_eq!(room.state.list_len(), 6, "the cursor stays on the article, whose family is open");
    room.press("C");
    assert_eq!(room.rows_with("★"), 1, "a star on what is folded is shown on the row it is folded under: {}", room.screen());
    // An event that a folded copy tells opens that copy.
    let gazette = room.state.archive.iter().find(|(_, article)| article.source() == Some("Gazette")).map(|(ix, _)| ix);
    room.press("f<C-u>text:bateaux<Enter>n");
    assert_eq!((room.state.reader.open, room.state.listed()), (gazette, gazette));
}

#[test]
fn counts_are_by_article_or_by_origin_and_say_so() {
    let mut room = room(120, 40);
    let of = |room: &Room| {
        let counts = &room.state.results.current.overview.actors;
        let named = counts.iter().find(|count| room.state.archive.actors().name(count.actor).contains("Dombasle"));
        named.map(|count| count.mentions)
    };
    let before = of(&room).unwrap();
    room.press("go");
    assert!(of(&room).unwrap() < before && room.screen().contains("by origin"), "{}", room.screen());
    room.press("O");
    assert!(room.screen().contains("Outlet · by origin"), "{}", room.screen());
    room.press("<Esc>go");
    assert_eq!(of(&room), Some(before));
}

#[test]
fn an_article_without_copies_has_a_row_in_every_way_of_folding() {
    let mut room = room(80, 24);
    for _ in 0..3 {
        room.press("gf");
        let rows: Vec<ArticleIx> = (0..room.state.list_len()).filter_map(|at| Some(room.state.list_row(at)?.article)).collect();
        let harbour = room.state.archive.iter().find(|(_, article)| article.source() == Some("Northern Herald")).unwrap().0;
        assert!(rows.contains(&harbour));
    }
}

#[test]
fn two_versions_stand_side_by_side_with_what_was_cut_added_and_moved() {
    let mut room = room(120, 40);
    room.press("gd");
    assert!(room.screen().contains("Compare with"), "{}", room.screen());
    room.type_text("gazette");
    room.press("<Enter>");
    insta::assert_snapshot!("compare_120x40", room.screen());
    insta::assert_snapshot!("compare_styles", room.styles());
    room.resize(80, 24);
    insta::assert_snapshot!("compare_80x24", room.screen());
    let first = room.screen();
    assert_ne!(room.press("<Space>").screen(), first, "it scrolls");
    assert!(room.press("<Esc>").state.overlay.is_none());
    // What stands alone cannot be compared.
    room.resize(120, 40);
    room.press("jjj");
    assert!(room.press("gd").screen().contains("no other article has this text or tells this event"), "{}", room.screen());
}

#[test]
fn the_sheet_of_an_event_has_a_column_for_each_text_and_leads_to_the_reader() {
    let mut room = room(120, 40);
    room.press("V");
    insta::assert_snapshot!("sheet_120x40", room.screen());
    room.resize(80, 24);
    insta::assert_snapshot!("sheet_80x24", room.screen());
    // To what the journal alone says, and there.
    room.press("l");
    let Some(Overlay::Sheet(page)) = &room.state.overlay else { panic!("no sheet") };
    let row =
        page.sheet.rows.iter().position(|row| row.cells[1].as_ref().is_some_and(|cell| cell.mark == CellMark::OnlyHere)).unwrap();
    let cell = page.sheet.rows[row].cells[1].clone().unwrap();
    room.press(&"j".repeat(row));
    assert!(room.screen().contains("(only here)"), "{}", room.screen());
    room.press("<Enter>");
    assert_eq!((room.state.reader.open, room.state.reader.spot), (Some(cell.article), Some(cell.span)));
    // Written to a file by the runtime.
    room.press("VE<C-u>");
    room.type_text("pont.csv");
    room.press("<Enter>");
    let Some(Effect::WriteNew { file, text }) = room.asked.last() else { panic!("{:?}", room.asked) };
    assert!(file == "pont.csv" && text.contains("Journal des Rives") && text.starts_with("event,section,fact"), "{text}");
    // An event of the timeline has one, too.
    assert!(matches!(room.press("3V").state.overlay, Some(Overlay::Sheet(_))));
}

#[test]
fn families_are_split_and_joined_by_hand_kept_and_undone() {
    let mut room = room(120, 40);
    room.press("gf");
    assert_eq!(titles(&room), ["Dépêche du Val", "Journal des Rives", "Northern Herald"]);
    // The leader is no copy: the others stay together under the next one.
    room.press("gS");
    assert_eq!(titles(&room), ["Dépêche du Val", "Courrier de Marlenne", "Journal des Rives", "Northern Herald"]);
    assert!(room.screen().contains("is no copy any more"), "{}", room.screen());
    // What queries ask follows: two texts lead that were one.
    room.press("fis:lead<Enter>");
    assert_eq!(room.state.results.current.matches.len(), 4, "{}", room.screen());
    room.press("f<C-u><Enter>");
    // It is kept for the next run.
    let mut later = room.later("copies");
    later.press("gf");
    assert_eq!(titles(&later), ["Dépêche du Val", "Courrier de Marlenne", "Journal des Rives", "Northern Herald"]);
    room.press("u");
    assert_eq!(titles(&room), ["Dépêche du Val", "Journal des Rives", "Northern Herald"]);
    // The journal tells of the same bridge in its own words: somebody may say that it has the text all the same.
    room.press("jgJ");
    room.type_text("Dépêche");
    room.press("<Enter>");
    assert_eq!(titles(&room), ["Dépêche du Val", "Northern Herald"]);
    assert!(room.screen().contains("+4│"), "{}", room.screen());
    // Said again by hand, it goes back to where it was found.
    room.press("ggC");
    let row = (0..room.state.list_len()).find(|at| titles(&room)[*at] == "Journal des Rives").unwrap();
    room.press(&"j".repeat(row)).press("gS");
    assert_eq!(titles(&room).iter().filter(|title| *title == "Journal des Rives").count(), 1);
    let journal = room.state.archive.iter().find(|(_, article)| article.source() == Some("Journal des Rives")).unwrap().0;
    assert_eq!(room.state.copies.groups.as_ref().unwrap().families.copies(journal), 1);
}

#[test]
fn the_stories_of_a_month_count_each_article_once() {
    let mut room = room(120, 40);
    let notes = |room: &mut Room, keys: &str| {
        room.press(keys);
        // Where there is one story, its sheet opens at once.
        let Some(Overlay::Picker(picker)) = &room.state.overlay else { return Vec::new() };
        let notes = picker.rows().map(|(item, ..)| item.note.clone()).collect::<Vec<_>>();
        room.press("<Esc>");
        notes
    };
    for scale in ["", "-", "-"] {
        let told = notes(&mut room, &format!("3{scale}gV"));
        let articles: usize = told.iter().filter_map(|note| note.split(' ').next()?.parse::<usize>().ok()).sum();
        assert!(articles <= room.state.archive.len(), "{scale:?}: {told:?}");
    }
}

#[test]
fn the_stories_of_a_day_are_offered_and_lead_to_their_sheets() {
    let mut room = room(120, 40);
    // Two stories were published on the eighth.
    room.press("jgV");
    let Some(Overlay::Picker(picker)) = &room.state.overlay else { panic!("{}", room.screen()) };
    assert_eq!((picker.title.as_ref(), picker.shown()), ("Stories of 2023-03-08", 2));
    room.press("<Enter>");
    let Some(Overlay::Sheet(page)) = &room.state.overlay else { panic!("{}", room.screen()) };
    // The Gazette's copy tells other numbers than the agency.
    assert_eq!(page.sheet.columns.len(), 3, "the story of most articles comes first");
    assert!(!room.screen().contains("(unknown)"), "nobody knows who was first, but the figure is known: {}", room.screen());
    // The timeline asks for what is told of its day.
    room.press("<Esc>3gV");
    assert!(matches!(room.state.overlay, Some(Overlay::Sheet(_) | Overlay::Picker(_))), "{}", room.screen());
}
