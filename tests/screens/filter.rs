//! The filter line: what stands under it, what it offers, and the queries it remembers.

use insta::assert_snapshot;
use liseuse::app::effect::Effect;
use liseuse::app::event::AppEvent;
use liseuse::app::keys::command::Pane;
use liseuse::ui::theme::{Depth, Ground, Theme};
use ratatui::style::Modifier;

use crate::room::Room;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// What is typed into the filter line.
fn line(room: &Room) -> String {
    room.state.prompt.as_ref().map(|prompt| prompt.field.text().to_owned()).unwrap_or_default()
}

/// The labels listed under the line.
fn listed(room: &Room) -> Vec<String> {
    let offers = room.state.prompt.as_ref().map(|prompt| prompt.offers.listed()).unwrap_or_default();
    offers.iter().map(|offer| offer.label.clone()).collect()
}

fn remembered(room: &Room) -> Vec<&str> {
    room.asked.iter().filter_map(|effect| if let Effect::Remember(text) = effect { Some(text.as_str()) } else { None }).collect()
}

#[test]
fn the_line_under_the_filter_shows_faults_and_what_was_understood() {
    for (cols, rows) in SIZES {
        for (name, keys) in [
            ("empty", "f"),
            ("fault", "fkazemi date:2020-13"),
            ("incomplete", "fkazemi \"grève"),
            ("understood", "factor:kadhimi date:2020-05..2020-08 -trump"),
            ("fault_left", "fkazemi date:2020-13<Esc>"),
        ] {
            let mut room = Room::sample(cols, rows);
            assert_snapshot!(format!("note_{name}_{cols}x{rows}"), room.press(keys).screen());
        }
    }
}

#[test]
fn values_are_listed_under_the_line_with_their_counts() {
    for (cols, rows) in SIZES {
        for (name, keys) in [("actors", "firak actor:"), ("typed", "factor:ka"), ("months", "fmonth:<Down>"), ("words", "fhas:")]
        {
            let mut room = Room::sample(cols, rows);
            assert_snapshot!(format!("offers_{name}_{cols}x{rows}"), room.press(keys).screen());
        }
    }
    assert_snapshot!("offers_smallest", Room::sample(40, 12).press("firak actor:<Up>").screen());
}

#[test]
fn a_fault_keeps_what_was_found_and_reads_without_colour() {
    let mut room = Room::sample(80, 24).themed(Theme::new(Depth::None, Ground::Dark));
    room.press("fkazemi");
    let found = room.state.results.current.matches.clone();
    room.press(" acter:");
    assert_eq!(room.rows_with("^^^^^^ no key is named \"acter:\""), 1);
    let buffer = room.draw();
    let marked = buffer.content.iter().filter(|cell| cell.modifier.contains(Modifier::UNDERLINED | Modifier::BOLD));
    assert!(marked.map(ratatui::buffer::Cell::symbol).collect::<String>().contains("acter:"));
    room.press("<BS>");
    room.press(":");
    assert!(!found.is_empty() && room.state.filter.selection.fault().is_some());
}

#[test]
fn tab_takes_what_is_offered_and_fast_typing_is_never_changed() {
    let mut room = Room::sample(120, 40);
    room.press("fac<Tab>");
    assert_eq!(line(&room), "actor:");
    assert_eq!(listed(&room).len().min(8), 8, "the values of the whole archive, whatever “ac” has found");
    room.press("kad<Tab>");
    assert_eq!((line(&room).as_str(), listed(&room).len()), ("actor:\"Mustafa al-Kazemi\"", 0));
    assert_eq!(room.rows_with("actor: Mustafa al-Kazemi, "), 1);
    room.press(" lang:<Down><Enter> source:<S-Tab><Tab>");
    assert!(line(&room).starts_with("actor:\"Mustafa al-Kazemi\" lang:fr source:"), "{}", line(&room));

    for typed in ["actor:kad", "a", "irak source:afp lang:fr", "trump -iran", "@x"] {
        let mut room = Room::sample(80, 24);
        room.press("f").press(typed);
        assert_eq!(line(&room), typed);
        room.press("<Enter>");
        assert!(room.state.prompt.is_none(), "Enter takes nothing that was not chosen: {typed}");
        assert_eq!(room.state.filter.selection.text(), typed);
    }
}

#[test]
fn the_rest_of_a_key_is_shown_and_no_part_of_what_is_typed() {
    let mut room = Room::sample(80, 24);
    for (typed, shown) in
        [("a", " actor: "), ("irak so", " irak source: "), ("irak son", " irak son "), ("irak -te", " irak -text: ")]
    {
        room.press("f<C-u>").press(typed);
        let screen = room.screen();
        assert!(screen.lines().nth(1).is_some_and(|row| row.contains(shown)), "{typed}: {screen}");
        assert_eq!((line(&room).as_str(), room.state.filter.selection.text()), (typed, typed));
        room.press("<Enter>");
    }
    room.press("f<C-u>actor<Left><Left><Tab>");
    assert_eq!(line(&room), "actor", "within the line Tab changes nothing");
}

#[test]
fn a_click_takes_the_value_it_is_on() {
    let mut room = Room::sample(80, 24);
    let screen = room.press("fmonth:").screen();
    let (row, text) = screen.lines().enumerate().find(|(_, text)| text.contains(" 2020-08  1 ")).unwrap();
    let column = text.chars().take_while(|c| *c != '│').count();
    room.click(u16::try_from(column + 3).unwrap(), u16::try_from(row).unwrap());
    assert_eq!((line(&room).as_str(), room.state.results.current.matches.len()), ("month:2020-08", 1));
}

#[test]
fn escape_closes_the_list_before_the_line() {
    let mut room = Room::sample(80, 24);
    room.press("factor:<Esc>");
    assert_eq!((line(&room).as_str(), listed(&room).len()), ("actor:", 0));
    room.press("ka");
    assert_eq!(listed(&room).len(), 0, "what was closed stays closed");
    room.press(" month:");
    assert!(!listed(&room).is_empty(), "another key offers its own");
    room.press("<Esc><Esc>");
    assert!(room.state.prompt.is_none());
}

#[test]
fn what_is_typed_of_a_value_does_not_take_the_other_values_away() {
    let mut room = Room::sample(120, 40);
    room.press("flang:");
    let all = listed(&room);
    room.press("f");
    assert!(!all.is_empty() && listed(&room).iter().all(|label| all.contains(label)));
    room.press("<BS>");
    assert_eq!(listed(&room), all);
}

#[test]
fn earlier_queries_are_above_the_line_and_the_articles_below() {
    let mut room = Room::sample(120, 40);
    room.happen(AppEvent::Recalled(vec!["liban".into(), "iran".into()]));
    room.press("firak<Enter>fx<C-u>trump<Esc>");
    assert_eq!(remembered(&room), ["irak", "trump"]);
    room.press("f<C-u>drx<Up>");
    assert_eq!(line(&room), "trump");
    assert_snapshot!("history_120x40", room.screen());
    room.press("<Up><Up><Up><Up>");
    assert_eq!((line(&room).as_str(), room.rows_with("no earlier query")), ("liban", 1));
    room.press("<Down><Down><Down><Down>");
    assert_eq!(line(&room), "drx", "what was typed comes back");
    room.press("<C-u><Down><Down>");
    assert_eq!((room.state.articles.at, line(&room).as_str()), (2, ""));
    room.press("<Up><Up>");
    assert_eq!((room.state.articles.at, line(&room).as_str()), (0, ""), "from within the list one comes up to its head first");
    room.press("<Up>");
    assert_eq!(line(&room), "trump");
    room.press("<C-n>");
    assert_eq!(line(&room), "trump", "^N moves in the list");
}

#[test]
fn only_what_can_be_read_is_remembered_once() {
    let mut room = Room::sample(80, 24);
    room.press("fdate:2020-13<Esc>").press("f<C-u>irak<Enter>").press("f<Enter>").press("Q");
    assert_eq!(remembered(&room), ["irak"]);
    assert_eq!(room.state.focus, Pane::Articles);
}

#[test]
fn hits_of_the_texts_are_counted_and_walked_through_all_articles() {
    let mut room = Room::sample(120, 40);
    room.press("ftext:\"premier ministre\"<Enter>");
    assert_snapshot!("text_hits_120x40", room.screen());
    let articles = room.state.results.current.matches.len();
    let counted: Vec<usize> =
        room.state.results.current.matches.iter().filter_map(|one| room.state.results.hits.of(one.article)).collect();
    assert!(counted.len() == articles && articles > 1 && !counted.contains(&0), "{counted:?}");

    let mut walked = Vec::new();
    for _ in 0..counted.iter().sum::<usize>() {
        room.press("n");
        walked.push((room.state.articles.at, room.state.reader.spot));
        assert_eq!((room.state.focus, room.rows_with(" · article ")), (Pane::Reader, 1));
    }
    assert!(walked.is_sorted_by(|a, b| a < b), "every hit once, in the order of the list: {walked:?}");
    room.press("n");
    assert_eq!(walked.first(), Some(&(room.state.articles.at, room.state.reader.spot)), "and round to the first");
    room.press("NN");
    assert_eq!(walked.get(walked.len() - 2), Some(&(room.state.articles.at, room.state.reader.spot)));
    room.press("/irak<Enter>n");
    assert_eq!(room.rows_with(" · article "), 0, "a search in the pane goes before");
    room.press("<Esc>n");
    assert_eq!(room.rows_with(" · article "), 1);
}

#[test]
fn the_words_of_a_search_can_be_looked_for_everywhere() {
    let mut room = Room::sample(120, 40);
    assert_eq!(room.press("*").rows_with("there are no words yet"), 1);
    room.press("firak OR iran<Enter>2/coup d'etat<Enter>*");
    assert_eq!(room.state.filter.selection.text(), "(irak OR iran) text:\"coup d'etat\"");
    assert!(!room.state.results.current.matches.is_empty() && room.state.filter.selection.fault().is_none());
    room.press("*");
    assert_eq!(room.state.filter.selection.text(), "(irak OR iran) text:\"coup d'etat\"", "once is enough");
    assert_eq!(remembered(&room).len(), 2);
}

#[test]
fn saved_queries_are_in_the_palette_and_faults_are_told_at_the_start() {
    let mut room = Room::sample(80, 24);
    let saved = [("drones", "drone* OR missile*"), ("irak", "irak sort:-date")];
    room.state.save(saved.map(|(name, text)| (name.to_owned(), text.to_owned())).into());
    assert!(room.state.status.is_none());
    assert_snapshot!("palette_saved", room.press("<C-p>@").screen());
    room.press("irak<Enter>");
    assert_eq!(room.rows_with("newest first"), 1);
    assert_eq!(room.state.filter.selection.text(), "@irak");
    for (name, text, told) in [
        ("wrong", "date:2020-13", "[queries]: in @wrong: 2020-13 is no month"),
        ("two words", "irak", "no saved query is named \"two\""),
        ("self", "@self", "@self is part of itself"),
    ] {
        let mut room = Room::sample(120, 40);
        room.state.save([(name.to_owned(), text.to_owned())].into());
        assert_eq!(room.rows_with(told), 1, "{}", room.screen());
    }
}

#[test]
fn the_list_says_its_order_when_it_is_not_the_usual() {
    let mut room = Room::sample(120, 40);
    room.press("fsort:-date<Enter>");
    assert_eq!(room.rows_with("Articles · newest first"), 1);
    room.press("sheadline<Enter>");
    assert_eq!(room.rows_with("Articles · by headline"), 1);
    room.press("f<C-u>sort:words<Enter>");
    assert_eq!(room.rows_with("Articles · longest first"), 1, "what is typed later wins");
}

#[test]
fn words_found_in_texts_alone_come_last_under_a_line_that_says_so() {
    for (cols, rows) in SIZES {
        let mut room = Room::sample(cols, rows);
        assert_snapshot!(format!("in_texts_{cols}x{rows}"), room.press("fretrait<Enter>").screen());
    }
    let mut room = Room::sample(120, 40);
    room.press("fretrait<Enter>");
    let (heading, all) = (room.state.results.current.in_texts.unwrap(), room.state.results.current.matches.len());
    assert!(heading < all);
    room.happen(AppEvent::Click { pane: Pane::Articles, row: heading + 1 });
    assert_eq!(room.state.articles.at, heading, "the first article below the line");
    room.happen(AppEvent::Click { pane: Pane::Articles, row: heading });
    assert_eq!(room.state.articles.at, heading, "the line itself is no article");
    room.press("n");
    assert_eq!(room.rows_with("hit 1 of "), 1, "and the words are gone to in the text");
    room.press("<Esc><Esc>ftitle:retrait<Enter>");
    assert_eq!(room.state.results.current.in_texts, None, "title: keeps to headlines");
}

#[test]
fn a_search_without_result_says_what_would_find_something() {
    let mut room = Room::sample(120, 40);
    assert_snapshot!("nothing_elsewhere", room.press("ftitle:drone lang:fr<Enter>M2020-05<Enter>").screen());
    room.press("ftitle:(<Enter>");
    assert_eq!(room.rows_with("still 0 of 5 articles"), 1, "while the query is wrong, the count says so");
}

#[test]
fn a_key_that_is_none_leaves_what_stood_before_it() {
    let mut room = Room::sample(120, 40);
    room.press("facter:x");
    assert_eq!(room.state.results.current.matches.len(), 5, "its letters were words until the colon came");
    room.press("<Enter>");
    assert_eq!(room.state.results.current.matches.len(), 5, "{}", room.screen());
    room.press("f<C-u>");
    room.press("kazemi");
    let found = room.state.results.current.matches.len();
    room.press(" outlett:figaro<Enter>");
    assert_eq!(room.state.results.current.matches.len(), found);
}

#[test]
fn a_list_of_values_that_is_open_follows_the_filter_that_arrives() {
    let mut quick = Room::sample(80, 24);
    let meant = quick.press("<Enter>Akazemi<Enter>M").screen();
    let mut room = Room::sample(80, 24);
    room.press("<Enter>");
    room.is_slow = true;
    let before = room.press("Akazemi<Enter>M").screen();
    assert_ne!(before, meant, "the counts of the filter before");
    room.answer();
    assert_eq!(room.screen(), meant);
}

#[test]
fn the_line_says_which_outlets_a_whole_name_leaves_out() {
    let mut room = Room::of("outlets", 80, 24);
    room.press("fsource:vigie");
    assert!(room.screen().contains("source: Vigie alone, not La Vigie du port (1); vigie* has all"), "{}", room.screen());
    assert!(room.screen().contains("1 of 2"), "{}", room.screen());
    assert!(room.press("*").screen().contains("2 of 2"), "{}", room.screen());
}

#[test]
fn what_is_longer_than_a_query_is_told_and_looked_for_nowhere() {
    let mut room = Room::sample(80, 24);
    room.press("f");
    room.happen(AppEvent::Paste("quai pont halle ".repeat(800)));
    assert!(room.screen().contains("too long for a query"), "{}", room.screen());
}

#[test]
fn text_is_deleted_to_its_end_in_every_line() {
    let mut room = Room::sample(80, 24);
    room.press("fone two<C-a><C-k>");
    assert_eq!(room.state.filter.selection.text(), "");
    room.press("<Esc>Akaz<C-a><C-k>");
    assert!(!room.screen().contains("> kaz"), "{}", room.screen());
}
