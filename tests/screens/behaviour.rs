//! What keys do, told by what can be seen.

use liseuse::app::effect::Effect;
use liseuse::app::keys::command::{COMMANDS, Layer, Pane, Scope, Spec};
use liseuse::app::keys::keymap::Keymap;
use liseuse::text::span::Span;
use liseuse::ui::theme::{Depth, Ground, Theme};
use ratatui::style::Modifier;

use crate::room::Room;

#[test]
fn every_state_can_be_left_with_escape() {
    for keys in [
        "?",
        "A",
        "M",
        "O",
        "L",
        "s",
        "D",
        "!",
        "<C-p>",
        "f",
        "/",
        ":",
        "]",
        "m",
        "'",
        "z",
        "2",
        "3",
        "4",
        "2z",
        "fx<Enter>",
        "f/",
        "factor:",
        "factor:ka<Down>",
        "fdate:2020-13",
        "2v",
        "2visis3",
        "2v/irak",
        "a",
        "2aabc",
        "gn",
        "2Hcgh<Esc>gN",
        "2H",
    ] {
        let mut room = Room::sample(120, 40);
        let before = room.screen();
        room.press(keys).press("<Esc><Esc><Esc><Esc><Esc>");
        assert_eq!(room.state.focus, Pane::Articles, "{keys}");
        assert!(room.state.overlay.is_none() && room.state.prompt.is_none() && room.state.input.pending.is_empty(), "{keys}");
        assert!(room.state.filter.selection.is_empty() && !room.state.zoomed, "{keys}");
        let top = |screen: &str| screen.lines().take(3).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(top(&room.screen()), top(&before), "{keys}");
    }
}

#[test]
fn every_command_of_the_table_does_something_that_can_be_seen() {
    // Those of what lies over the panes are tried in `keys`.
    let is_of_caret = |spec: &Spec| matches!(spec.scope, Scope::Over(layers) if layers.contains(&Layer::Caret));
    for spec in COMMANDS.iter().filter(|spec| !matches!(spec.scope, Scope::Over(_)) || is_of_caret(spec)) {
        for keys in spec.keys {
            let at_caret = is_of_caret(spec);
            let pane = Pane::ALL.into_iter().find(|pane| spec.scope.holds(*pane) || at_caret && *pane == Pane::Reader).unwrap();
            let mut room = Room::sample(120, 40);
            let number = Pane::ALL.iter().position(|one| *one == pane).unwrap() + 1;
            // Somewhere in the middle, with something searched and one jump made, so that every direction leads somewhere.
            room.press("2]e]e/irak<Enter>").press(&format!("{number}ggjj"));
            if at_caret {
                room.press("v)ww");
            }
            let before = room.draw().clone();
            room.press(keys);
            let seen = *room.draw() != before || !room.asked.is_empty() || number == focus_number(spec.name);
            assert!(seen, "{} ({keys}) changes nothing in {pane:?}", spec.name);
        }
    }
}

fn focus_number(name: &str) -> usize {
    Pane::ALL.iter().position(|pane| pane.title().to_lowercase() == name).map_or(0, |at| at + 1)
}

#[test]
fn the_filter_narrows_as_one_types_and_escape_gives_back() {
    let mut room = Room::sample(120, 40);
    let all = room.state.results.current.matches.len();
    room.press("fkaz");
    assert!(room.state.results.current.matches.len() < all);
    assert_eq!(room.rows_with("of 5 articles"), 1);
    room.press("<Enter><Esc>");
    assert_eq!(room.state.results.current.matches.len(), all);
}

#[test]
fn chips_add_up_and_drop_from_the_last() {
    let mut room = Room::sample(120, 40);
    room.press("Atrump<Enter>").press("M2020-05<Enter>");
    assert_eq!(room.rows_with("month 2020-05 ✕"), 1);
    assert_eq!(room.state.results.current.matches.len(), 1);
    room.press("<Esc>");
    assert_eq!((room.rows_with("month 2020-05 ✕"), room.rows_with("actor Donald Trump ✕")), (0, 1));
    room.press("<Esc>");
    assert_eq!(room.state.results.current.matches.len(), 5);
}

#[test]
fn an_event_opens_its_article_at_its_sentence() {
    let mut room = Room::sample(120, 40);
    room.press("3G");
    let entry = room.state.timeline.current().unwrap();
    let entry = room.state.results.current.overview.chronology.entries[entry].clone();
    room.press("<Enter>");
    assert_eq!((room.state.focus, room.state.reader.open), (Pane::Reader, Some(entry.article)));
    assert_eq!(room.state.reader.spot, entry.timex);
    let layout = room.state.reader.layout.as_ref().unwrap();
    let row = layout.row_of(entry.timex.unwrap().first());
    assert!((room.state.reader.top..room.state.reader.top + 36).contains(&row));
}

#[test]
fn moving_in_the_reader_moves_the_mark_in_the_timeline() {
    let mut room = Room::sample(120, 40);
    room.press("3+1j2]e");
    let first = room.state.timeline.cursor.at;
    room.press("]e]e]e");
    assert_ne!(room.state.timeline.cursor.at, first);
    let entry = &room.state.results.current.overview.chronology.entries[room.state.timeline.current().unwrap()];
    assert_eq!((Some(entry.article), entry.timex), (room.state.reader.open, room.state.reader.spot));
}

#[test]
fn places_are_remembered_and_jumps_lead_back() {
    let mut room = Room::sample(80, 24);
    room.press("j<Enter><Space>");
    let (article, top) = (room.state.reader.open, room.state.reader.top);
    assert!(top > 0);
    room.press("ma<Esc>j<Enter>");
    assert_ne!(room.state.reader.open, article);
    room.press("'a");
    assert_eq!((room.state.reader.open, room.state.reader.top), (article, top));
    room.press("<C-o>");
    assert_ne!(room.state.reader.open, article);
    room.press("<Esc>k<Enter>");
    assert_eq!((room.state.reader.open, room.state.reader.top), (article, top), "each article opens where it was left");
}

#[test]
fn search_marks_its_hits_and_walks_them() {
    let mut room = Room::sample(120, 40);
    room.press("2/etats-unis<Enter>");
    let places = room.state.reader.found.places.clone();
    let article = room.state.open_article().unwrap().clone();
    assert!(places.iter().all(|place| matches!(place.of(&article.body), "États-Unis" | "Etats-Unis")), "{places:?}");
    let first = room.state.reader.spot;
    room.press("nN");
    assert_eq!(room.state.reader.spot, first);
    room.press("/zzz<Enter>");
    assert_eq!(room.rows_with("“zzz” is not in this pane"), 1);
}

#[test]
fn the_screen_keeps_its_frame_at_any_size() {
    let mut room = Room::sample(120, 40);
    room.press("fkaz<Enter>2]e");
    for (cols, rows) in [(200, 60), (110, 12), (109, 60), (40, 12), (20, 5), (1, 1), (80, 24), (120, 40)] {
        room.resize(cols, rows);
        let screen = room.screen();
        assert_eq!(screen.lines().count(), usize::from(rows));
    }
}

#[test]
fn without_colour_nothing_is_told_by_colour_alone() {
    let mut room = Room::sample(120, 40).themed(Theme::new(Depth::None, Ground::Dark));
    room.press("/kaz<Enter>2]a");
    let buffer = room.draw();
    let plain = |cell: &ratatui::buffer::Cell| cell.fg == ratatui::style::Color::Reset && cell.bg == ratatui::style::Color::Reset;
    assert!(buffer.content.iter().all(plain), "no cell has a colour");
    for modifier in [Modifier::REVERSED, Modifier::UNDERLINED, Modifier::BOLD, Modifier::DIM] {
        assert!(buffer.content.iter().any(|cell| cell.modifier.contains(modifier)), "{modifier:?}");
    }
}

#[test]
fn quitting_and_stopping_are_asked_for() {
    for keys in ["Q", "q", ":q<Enter>", "<C-c>", ":quit<Enter>"] {
        let mut room = Room::sample(80, 24);
        room.press(keys);
        assert!(matches!(room.asked.as_slice(), [Effect::Quit]), "{keys}");
    }
    let mut loading = Room::empty(80, 24);
    loading.press("<Esc>");
    assert!(matches!(loading.asked.as_slice(), [Effect::StopLoading]));
}

#[test]
fn help_lists_every_command_with_the_keys_of_the_user() {
    let mut room = Room::sample(120, 40);
    room.state.input.keymap = Keymap::new("zoom = [\"<F9>\"]").unwrap();
    room.press("?");
    let mut pages = room.screen();
    while let Some(next) = Some(room.press("<Space>").screen()).filter(|next| !pages.ends_with(next)) {
        pages += &next;
    }
    for spec in COMMANDS {
        let head: String = room.state.input.keymap.fill(spec.title).chars().take(30).collect();
        assert!(pages.contains(&head), "{} is not in the help", spec.name);
    }
    assert!(pages.contains("F9"));
}

#[test]
fn hostile_keys_never_break_the_room() {
    let mut room = Room::sample(80, 24);
    for keys in [
        "GGkk",
        "/<Enter>",
        "fé«»<BS><BS><BS><BS>",
        ":nonsense<Enter>",
        "A<Down><Down><Up>zzz<Enter>",
        "]]",
        "g<Esc>g",
        "3----++++GjjjjD",
        "<C-o><A-Right>",
    ] {
        room.press(keys);
        room.draw();
    }
}

#[test]
fn escape_takes_the_marks_of_a_search_away_before_it_leads_back() {
    let mut room = Room::sample(120, 40);
    room.press("<Enter>/irak<Enter>");
    assert!(!room.state.reader.found.places.is_empty());
    room.press("<Esc>");
    assert_eq!((room.state.reader.found.places.len(), room.state.focus), (0, Pane::Reader));
    room.press("<Esc>");
    assert_eq!(room.state.focus, Pane::Articles);
}

#[test]
fn the_filter_shows_the_list_it_filters() {
    let mut room = Room::sample(80, 24);
    room.press("j<Enter><Space>");
    let (article, top) = (room.state.reader.open, room.state.reader.top);
    room.press("fkaz");
    assert_eq!((room.state.focus, room.rows_with("2020-08")), (Pane::Articles, 1));
    room.press("<Enter><C-o>");
    assert_eq!((room.state.reader.open, room.state.reader.top), (article, top), "the way back leads to where one was reading");
}

#[test]
fn pickers_offer_what_could_be_chosen_instead() {
    let mut room = Room::sample(120, 40);
    room.press("M2020-05<Enter>M");
    assert_eq!((room.rows_with("✓ 2020-05"), room.rows_with("  2020-08 ")), (1, 1));
    room.press("2020-08<Enter>");
    assert_eq!(room.state.results.current.matches.len(), 2, "months are alternatives");
}

#[test]
fn the_way_to_help_is_always_shown() {
    for (cols, rows) in [(40, 12), (80, 24), (120, 40)] {
        for pane in ["1", "2", "3", "4"] {
            let mut room = Room::sample(cols, rows);
            let screen = room.press(pane).screen();
            assert!(screen.lines().last().is_some_and(|line| line.contains("? help")), "{cols}×{rows} {pane}: {screen}");
        }
    }
}

#[test]
fn overlays_say_how_to_leave_them_at_any_size() {
    for (cols, rows) in [(40, 12), (59, 30), (80, 24), (120, 40)] {
        for (keys, way_out) in [("?", "Esc closes"), ("A", "Esc leaves"), ("<C-p>", "Esc leaves"), ("4D", "Esc closes")] {
            assert_eq!(Room::sample(cols, rows).press(keys).rows_with(way_out), 1, "{cols}×{rows} {keys}");
        }
    }
}

#[test]
fn words_are_marked_where_they_match() {
    let mut room = Room::sample(80, 24);
    room.press("fcns");
    let buffer = room.draw();
    let marked = |cell: &&ratatui::buffer::Cell| cell.modifier.contains(Modifier::UNDERLINED);
    let text: String = buffer.content.iter().filter(marked).map(ratatui::buffer::Cell::symbol).collect();
    assert!(text.contains("CNS"), "the outlet matches: {text}");
}

#[test]
fn the_entry_one_reads_at_is_the_last_told_before() {
    let room = Room::sample(80, 24);
    let entries = &room.state.results.current.overview.chronology.entries;
    for (article, text) in room.state.archive.iter() {
        let start = |at: &usize| {
            let places = entries[*at].places().filter(|(told, _)| *told == article);
            places.map(|(_, timex)| timex.map_or(0, Span::first)).next().unwrap()
        };
        let own: Vec<usize> = (0..entries.len()).filter(|at| entries[*at].places().any(|(told, _)| told == article)).collect();
        for offset in (0..text.body().len()).step_by(97) {
            let told = own.iter().copied().filter(|at| start(at) <= offset).max_by_key(start);
            let expected = told.or_else(|| own.iter().copied().min_by_key(start));
            let found = room.state.results.current.overview.entry_at(article, offset);
            assert_eq!(found.as_ref().map(start), expected.as_ref().map(start), "{offset}");
        }
    }
}

#[test]
fn readers_comments_are_folded_until_they_are_asked_for() {
    let mut room = Room::of("comments", 120, 40);
    let folded = room.press("2").screen();
    assert!(folded.contains("▸ readers' comments") && !folded.contains("marmottes"), "{folded}");
    assert!(folded.contains("La Gazette · with AFP"), "{folded}");
    let shown = room.press("gC").screen();
    assert!(shown.contains("Encore des impôts pour les marmottes !") && !shown.contains('▸'), "{shown}");
    assert!(!room.press("gC").screen().contains("marmottes"));
    // Only a query that asks for comments finds their words.
    assert!(room.press("1ftext:marmottes<Enter>").screen().contains("0 of 1"));
    assert!(room.press("<Esc>fcomment:marmottes<Enter>").screen().contains("1 of 1"));
}
