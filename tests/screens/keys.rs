//! Every key of every scope is given another one: all commands do what they did, and no key that is bound no more is named anywhere.
//!
//! A scenario names commands in braces and is done twice, in a room with the default keys and in one with the others. Both must
//! come to the same at every step.

use std::collections::BTreeSet;
use std::fmt::Debug;

use liseuse::app::input::layers::layers;
use liseuse::app::keys::command::{COMMANDS, Command, Scope};
use liseuse::app::keys::key::{KeyPress, display};
use liseuse::app::keys::keymap::Keymap;
use liseuse::app::overlay::Overlay;
use liseuse::app::widget::prompt::PromptKind;
use ratatui::buffer::Buffer;

use crate::reviewing::astray;
use crate::room::Room;

/// The key of the one command that has none by default, in the room with the default keys.
const SPARE: &str = "<F12>";

/// Another key for each command, which none has by default and no text here holds.
fn others() -> Vec<(&'static str, String)> {
    let letters = ('А'..='я').chain('Α'..='Ρ').chain('Σ'..='ω').chain('Ա'..='Ֆ').chain('ա'..='ֆ');
    let keys: Vec<String> = letters.map(|letter| format!("<A-{letter}>")).collect();
    assert!(keys.len() >= COMMANDS.len(), "{} keys for {} commands", keys.len(), COMMANDS.len());
    COMMANDS.iter().map(|spec| spec.name).zip(keys).collect()
}

fn other_keymap() -> Keymap {
    let lines: Vec<String> = others().iter().map(|(name, key)| format!("{name} = [\"{key}\"]")).collect();
    Keymap::new(&lines.join("\n")).unwrap()
}

/// A step of a scenario: a command by its name, or a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step<'a> {
    Command(&'a str),
    Letter(char),
}

fn steps(scenario: &str) -> Vec<Step<'_>> {
    let mut found = Vec::new();
    for part in scenario.split_inclusive('}') {
        let (text, command) = part.split_once('{').map_or((part, None), |(text, name)| (text, name.strip_suffix('}')));
        found.extend(text.chars().map(Step::Letter));
        found.extend(command.map(Step::Command));
    }
    found
}

fn take(room: &mut Room, step: Step<'_>, is_default: bool) {
    match step {
        Step::Letter(c) => room.type_character(c),
        Step::Command(name) => {
            room.press(&keys_of(name, is_default).unwrap_or_else(|| panic!("no command {name}")));
        }
    }
}

/// The keys of a command in the notation of the keymap, in the room with the default keys or in the one with the others.
fn keys_of(name: &str, is_default: bool) -> Option<String> {
    if is_default {
        let keys = Command::by_name(name)?.spec()?.keys.first();
        return Some(keys.map_or(SPARE, |keys| keys).to_owned());
    }
    others().into_iter().find(|(other, _)| *other == name).map(|(_, key)| key)
}

/// What a room has come to, keys and all that names them left out.
fn come_to(room: &Room) -> Vec<String> {
    fn told(of: impl Debug) -> String {
        format!("{of:?}")
    }
    let state = &room.state;
    let over = match &state.overlay {
        None => String::new(),
        Some(Overlay::Picker(picker)) => told((picker.field.text(), picker.cursor, picker.shown())),
        Some(Overlay::Page(page)) => told((page.title, page.top)),
        Some(Overlay::Sheet(page)) => told((page.at, page.papers, page.top)),
        Some(Overlay::Compare(page)) => told((&page.heads, page.top)),
        Some(Overlay::Actor(page)) => told((page.actor, page.cursor)),
        Some(Overlay::Note(editor)) => told((editor.text(), &editor.offers.tags, editor.field.around())),
        Some(Overlay::Notes(pane)) => told((pane.prompt.field.text(), pane.cursor, pane.shown())),
        Some(Overlay::Review(review)) => told((review.cursor, review.choosing)),
    };
    let line = state.prompt.as_ref().map(|prompt| (prompt.field.text(), prompt.field.cursor(), prompt.offers.cursor));
    let notes: Vec<_> = state.notes.all.annotations().map(|one| (one.color, one.note, one.target)).collect();
    vec![
        told((state.focus, state.zoomed, state.articles, state.actors.cursor, state.timeline.cursor)),
        told((state.reader.open, state.reader.top, state.reader.spot, state.reader.caret)),
        told((
            state.filter.selection.text(),
            &state.filter.selection.facets,
            state.filter.order,
            state.timeline.basis,
            state.timeline.scale,
        )),
        told((state.histogram.hidden, state.histogram.brush, state.timeline.span, state.timeline.shows_hidden)),
        told((layers(state), state.input.awaited, state.status.is_some(), room.asked.len(), &state.input.pending)),
        told(line),
        told(notes),
        over,
    ]
}

/// The default keys as they are shown, but for those that are words of every sentence: digits, and `is`.
fn default_keys() -> BTreeSet<String> {
    let keys = COMMANDS.iter().flat_map(|spec| spec.keys).map(|keys| display(&KeyPress::parse_all(keys).unwrap()));
    keys.filter(|keys| keys.parse::<u8>().is_err() && keys != "is").collect()
}

/// Words that follow the article `a`, which is also the key of a command.
const AFTER_A: &[&str] =
    &["letter", "search", "line", "mark", "place", "narrow", "cursor", "date", "note", "correction", "draft"];

/// The default keys that a text names, words that it quotes left out.
fn named(text: &str, keys: &BTreeSet<String>) -> Vec<String> {
    let own: String = text.split('“').map(|part| part.rsplit_once('”').map_or(part, |(_, rest)| rest)).collect();
    let words: Vec<&str> = own.split([' ', '/']).map(|word| word.trim_matches([',', ';', ':', '(', ')'])).collect();
    let is_article = |at: usize| words[at] == "a" && words.get(at + 1).is_some_and(|next| AFTER_A.contains(next));
    let found = words.iter().enumerate().filter(|(at, word)| keys.contains(**word) && !is_article(*at));
    found.map(|(_, word)| (*word).to_owned()).collect()
}

/// What on the screen may name keys: the message, the lines of hints, the frames of what lies over the panes, and a page's labels.
fn chrome(room: &mut Room) -> Vec<String> {
    let screen = room.screen();
    let mut texts: Vec<String> = room.state.status.iter().map(|status| status.text.clone()).collect();
    let types = room.state.prompt.as_ref().is_some_and(|prompt| prompt.purpose != PromptKind::Filter);
    texts.extend(screen.lines().last().filter(|_| !types).map(str::to_owned));
    if room.state.overlay.is_some() {
        let foot = |row: &str| Some(row.rsplit_once('└')?.1.split('┘').next()?.replace('─', ""));
        texts.extend(screen.lines().filter_map(foot));
        let head = |row: &str| Some(row.rsplit_once('┌')?.1.split('┐').next()?.replace('─', ""));
        texts.extend(screen.lines().filter_map(head));
    }
    if let Some(Overlay::Page(page)) = &room.state.overlay {
        texts.extend(page.rows.iter().filter(|row| !row.label.contains([':', '"', '=', '@'])).map(|row| row.label.clone()));
    }
    // The letters of colours are given in the configuration, those of a form of query are letters.
    texts.retain(|text| !["mark as", "the colours are", " OR "].iter().any(|words| text.contains(words)));
    for words in ["No article matches", "Nothing is open", "filters by words", "shows their", "shows the dates", "earlier"] {
        texts.extend(screen.lines().filter(|row| row.contains(words)).map(str::to_owned));
    }
    texts
}

fn has_changed(before: &Buffer, room: &mut Room) -> bool {
    *room.draw() != *before
}

/// Runs a scenario in both rooms, and notes the commands that did something that can be seen; gives what is wrong.
fn run(build: impl Fn() -> Room, scenario: &str, seen: &mut BTreeSet<&'static str>) -> Vec<String> {
    let (keys, mut faults) = (default_keys(), Vec::new());
    let (mut one, mut other) = (build(), build());
    one.state.input.keymap = Keymap::new(&format!("stop-loading = [\"{SPARE}\"]")).unwrap();
    other.state.input.keymap = other_keymap();
    let (mut done, mut told) = (String::new(), BTreeSet::new());
    for step in steps(scenario) {
        let (before, asked) = (one.draw().clone(), one.asked.len());
        let line = one.state.prompt.as_ref().map(|prompt| prompt.field.cursor());
        take(&mut one, step, true);
        take(&mut other, step, false);
        done = format!("{} {step:?}", done.get(done.len().saturating_sub(120)..).unwrap_or_default());
        if let Some((mine, its)) = come_to(&one).into_iter().zip(come_to(&other)).find(|(mine, its)| mine != its) {
            faults.push(format!("after …{done}: {mine} with the default keys, {its} with others"));
            break;
        }
        for text in chrome(&mut other) {
            let named = named(&text, &keys);
            if !(named.is_empty() && !text.contains("(no key)") || told.contains(&text)) {
                faults.push(format!("{named:?} in “{text}” after …{done}"));
                told.insert(text);
            }
        }
        let moved = one.state.prompt.as_ref().map(|prompt| prompt.field.cursor()) != line;
        if let Step::Command(name) = step
            && (moved || asked != one.asked.len() || has_changed(&before, &mut one))
        {
            seen.extend(COMMANDS.iter().map(|spec| spec.name).filter(|known| *known == name));
        }
    }
    faults
}

const MOVES: &str = "{down}{down}{up}{half-page-down}{half-page-up}{page-down}{page-up}{bottom}{top}{open}{down}{half-page-down}\
    {page-down}{half-page-up}{page-up}{bottom}{top}{set-mark}ö{bottom}{go-to-mark}ö{go-to-mark}ü{jump-back}{jump-forward}{back}\
    {next-pane}{previous-pane}{articles}{reader}{timeline}{actors}{zoom}{zoom}{narrow-pane}{widen-pane}{toggle-histogram}{toggle-histogram}{set-mark}\
    {cancel}{dismiss}{articles}{drop-filter}{search-next}{search-texts}";

const FINDS: &str = "{filter}{query-help}{cancel}{cancel}{help}{search}{cancel}{filter}kazimi{accept}{drop-filter}{filter}iran{accept}{filter}{clear-line}{earlier-query}{earlier-query}\
    {later-query}{cancel}{drop-filter}{filter}actor:i{next-offer}{previous-offer}{close-offers}{clear-line}actor:ir{next-offer}\
    {complete}{clear-line}zzzz{cancel}{open}{drop-filter}{pick-actor}khaz{accept}{drop-filter}{pick-month}{list-down}{list-up}\
    {list-page-down}{list-page-up}{accept}{drop-filter}{pick-source}{accept}{drop-filter}{pick-lang}{accept}{drop-filter}{sort}\
    {list-down}{accept}{search}irak{accept}{search-texts}{search-next}{search-previous}{articles}{drop-filter}{search}Iran\
    {text-left}{text-head}{text-right}{text-end}{delete-back}{delete-word}{delete-back}{brush}{brush-first}{brush-right}{hold-range}{brush-last}\
    {brush-left}{accept}{drop-filter}{brush}{leave-range}{brush}{down}{timeline}{top}{span-timeline}{span-down}{span-down}{span-up}\
    {hold-range}{span-bottom}{span-top}{list-down}{accept}{articles}{drop-filter}{command-line}zoom{accept}{zoom}{command-line}\
    nothing{accept}{cancel}{command-line}accept-place{accept}{palette}time{list-down}{accept}{palette}{cancel}";

const READS: &str = "{open}{next-article}{previous-article}{next-unread}{open-address}{outline}{cancel}{open}{next-event}{previous-event}{next-actor}{previous-actor}{toggle-comments}{why-date}{down}{correct-shown-date}2019{accept}\
    {correct-date}{clear-line}{accept}{correct-date}nothing{accept}{cancel}{correct-article}language{accept}{clear-line}none?{accept}{cancel}\
    {correct-listed}section{accept}Monde{accept}{files}{close}{help}{down}{half-page-down}{first-row}\
    {cancel}{help}{accept}{search}irak{accept}{dismiss}{select}{caret-right}{caret-left}{next-word}{word-end}\
    {previous-word}{next-sentence}{previous-sentence}{next-paragraph}{previous-paragraph}{row-end}{row-head}{select-word}{swap-ends}\
    {select-sentence}{select-paragraph}{leave-caret}{select}{down}{leave-caret}{dismiss}{review}";

const MARKS: &str = "{notes}{open}{delete}{next-highlight}{repeat-highlight}{highlight}{color-1}{highlight}z{highlight}{cancel}\
    {down}{bottom}{highlight}{color-2}{highlight}{color-3}{highlight}{color-4}{highlight}{color-5}{highlight}{color-6}{highlight}\
    {color-7}{highlight}{color-8}{highlight}{color-9}{top}{repeat-highlight}{next-highlight}{previous-highlight}{delete}{undo}{redo}\
    {copy}{cite}{toggle-read}{toggle-star}{put-into-case}{accept}Le port{accept}{put-into-case}{accept}{undo}{pick-case}{accept}{put-into-case}{articles}{drop-filter}{open}{note}here #source #soudan{keep-note}{note-article}draft{leave-note}{note-article}\
    {keep-note}{undo}{edit-note}{edit-outside}{leave-note}{notes}tag:s{next-offer}{previous-offer}{complete}{accept}{notes}zzzzzz\
    {accept}{cancel}{export}{cancel}{export}{accept}";

const WRITES: &str = "{note-article}#source #soudan{keep-note}{note-article}{new-line}un deux trois{text-left}{text-right}\
    {text-word-left}{text-word-right}{text-head}{text-end}{delete-back}{delete-word}{put-back}{new-line}quatre{text-up}{text-down}\
    {indent}{undo-typing}{redo-typing}{text-head}{delete-forward}{delete-next-word}{text-up}{text-head}{delete-to-end}\
    {paragraph-up}{paragraph-down}{text-page-down}{text-page-up}{new-line}#so{next-tag}{complete} #so{close-offers}{keep-note}";

const TIMES: &str = "{go-to-date}2020-08{accept}{timeline-basis}{open}{timeline}{span-timeline}{leave-range}{pin-event}{timeline-basis}\
    {timeline-finer}{timeline-finer}{timeline-coarser}{top}{show-sentence}{cancel}{show-hidden}{pin-event}{hide-event}{show-hidden}{show-hidden}{actors}\
    {down}{filter-by-actor}{filter-by-actor}{open}{down}{open}{down}{cancel}{merge-actor}{cancel}{split-actor}{cancel}{rename-actor}\
    {cancel}{alike-actors}{corrections}{open}{merge-actor}{cancel}{rename-actor}{accept}{hide-actor}";

const COPIES: &str = "{down}{toggle-copies}{fold-copies}{fold-copies}{count-by}{count-by}{top}{compare}{accept}{down}{cancel}{open-sheet}{sheet-right}{sheet-left}{down}{export-sheet}{cancel}{cancel}{open-day}{cancel}{split-copy}{split-copy}{join-copy}{accept}{undo}{open-sheet}{accept}";

const LEAVES: &str = "{theme}{list-down}{accept}{messages}{cancel}{redraw}{suspend}{filter}{suspend}{cancel}{rescan}{stop-loading}{articles}{leave}{quit}";

const REVIEWS: &str = "{notes}{review-listed}{down}{up}{help}{choose-place}{down}{cancel}{choose-place}{down}{accept}{accept-moved}\
    {keep-orphan}{undo}{redo}{undo}{accept-place}{undo}{delete-listed}{undo}{choose-place}{bottom}{accept}{accept-place}{first-row}\
    {accept}{review}{close}{review}{cancel}{attach-note}{cancel}{notes}{delete-noted}{cancel}{undo}";

#[test]
fn every_key_can_be_another_and_no_screen_names_the_one_before() {
    let (mut seen, mut faults) = (BTreeSet::new(), Vec::new());
    for scenario in [MOVES, FINDS, READS, MARKS, WRITES, TIMES, LEAVES] {
        faults.extend(run(|| Room::sample(120, 40), scenario, &mut seen));
    }
    faults.extend(run(|| Room::of("copies", 120, 40), COPIES, &mut seen));
    faults.extend(run(|| Room::sample(80, 24), MOVES, &mut seen));
    faults.extend(run(|| astray(120, 40), REVIEWS, &mut seen));
    let all: BTreeSet<&str> = COMMANDS.iter().map(|spec| spec.name).collect();
    let left: Vec<&&str> = all.difference(&seen).collect();
    assert!(faults.is_empty(), "{} faults:\n{}\nand not at work: {left:?}", faults.len(), faults.join("\n"));
    assert!(left.is_empty(), "commands that no scenario shows at work: {left:?}");
}

#[test]
fn tabs_and_colours_show_the_keys_there_are() {
    let mut room = Room::sample(80, 24);
    room.state.input.keymap = Keymap::new("articles = [\"ö\"]\nreader = []\ncolor-1 = [\"ä\"]\ncolor-2 = []").unwrap();
    assert!(room.screen().contains(" ö Articles   Reader 3 Timeline 4 Actors"), "{}", room.screen());
    assert!(room.press("<Enter>H").screen().contains("mark as c/ä claim · f figure · q/3 quote"), "{}", room.screen());
    room.press("ä");
    assert_eq!(room.state.notes.all.annotations().filter_map(|one| one.color).collect::<Vec<_>>(), ["claim"]);
    assert!(Room::sample(30, 10).screen().contains("Q quits"));
}

#[test]
fn escape_leaves_everything_when_nothing_is_bound_to_leave() {
    let leaving = COMMANDS.iter().filter(|spec| spec.command.leaves());
    let unbound = leaving.map(|spec| format!("{} = []", spec.name)).collect::<Vec<_>>().join("\n");
    let keys =
        ["gN", "fkaz", "/x", ":x", "A", "?", "D", "4<Enter>", "gn", "m", "<Enter>H", "<Enter>v", "B", "3v", "gD", "factor:k"];
    for keys in keys {
        let mut room = Room::sample(120, 40);
        room.press("gnx<Esc>");
        room.state.input.keymap = Keymap::new(&unbound).unwrap();
        let before = layers(&room.state);
        room.press(keys);
        let ranges = (room.state.histogram.brush.is_some(), room.state.timeline.span.is_some());
        assert!(layers(&room.state) != before || ranges != (false, false), "{keys}");
        room.press("<Esc>");
        let left = (room.state.overlay.is_none(), room.state.prompt.is_none(), room.state.input.awaited, room.state.reader.caret);
        assert_eq!(left, (true, true, None, None), "{keys}");
        assert!(room.state.histogram.brush.is_none() && room.state.timeline.span.is_none(), "{keys}");
    }
}

#[test]
fn runs_of_keys_work_over_the_panes_too() {
    let mut room = Room::sample(120, 40);
    room.state.input.keymap = Keymap::new("keep-note = [\"<C-x>s\"]\nclose = [\"zz\"]\nbrush-last = [\"gl\"]").unwrap();
    room.press("gnas<C-x>");
    assert!(room.screen().contains("^Xs Keep the note"), "{}", room.screen());
    room.press("s");
    assert_eq!(room.state.notes.all.annotations().map(|one| one.note).collect::<Vec<_>>(), ["as"]);
    assert!(room.press("?zz").state.overlay.is_none());
    let last = room.press("BHgl").state.histogram.brush.map(|brush| brush.at);
    assert_eq!(last, Some(room.state.histogram.chart.month_of(room.state.histogram.chart.last())));
    assert!(COMMANDS.iter().any(|spec| matches!(spec.scope, Scope::Always)), "and one works whatever lies over the panes");
}

/// Does what every scenario does, each in a room of its own that `build` makes of a size, and lets `look` see the room after each step.
pub fn play(build: &dyn Fn(u16, u16) -> Room, (cols, rows): (u16, u16), look: &mut dyn FnMut(&mut Room, &str)) {
    for scenario in [MOVES, FINDS, READS, MARKS, WRITES, TIMES, LEAVES] {
        let mut room = build(cols, rows);
        room.state.input.keymap = Keymap::new(&format!("stop-loading = [\"{SPARE}\"]")).unwrap();
        for step in steps(scenario) {
            take(&mut room, step, true);
            look(&mut room, &format!("{step:?}"));
        }
    }
}
