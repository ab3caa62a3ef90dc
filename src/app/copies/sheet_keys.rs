//! The event sheet in the reading room: opens it for an event or an article, follows its cells to the reader, and has it written out.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::app::copies::compare_keys::item;
use crate::app::copies::sheet_page::SheetPage;
use crate::app::effect::Effect;
use crate::app::keys::command::Pane;
use crate::app::overlay::Overlay;
use crate::app::reader::visit;
use crate::app::routing::Outcome;
use crate::app::state::State;
use crate::app::widget::picker::{Picker, PickerChoice, PickerItem};
use crate::app::widget::prompt::{Prompt, PromptKind};
use crate::export::sheet::{SheetForm, write};
use crate::model::archive::ArticleIx;
use crate::query::sheet::sheet_choice::{event_articles, sheet_event};
use crate::query::sheet::{EventSheet, SheetEvent, SheetRequest};
use crate::query::timeline::{TimelineEntry, group};
use crate::tr;

/// Stories of a day that are offered at most.
const OFFERED: usize = 100;
/// The file that is proposed.
const PROPOSED: &str = "sheet.md";

/// Asks for the sheet of the event the timeline is on, else of the story of the article at hand.
#[must_use]
pub fn open(state: &mut State) -> Vec<Effect> {
    let Some(groups) = state.copies.groups.clone() else { return said(state, tr!("stories are still being looked for")) };
    let entry = state.timeline.current().filter(|_| state.focus == Pane::Timeline);
    let entry = entry.and_then(|at| state.results.current.overview.chronology.entries.get(at));
    let places: Vec<ArticleIx> = match entry {
        Some(entry) => entry.places().map(|(ix, _)| ix).collect(),
        None => visit::at_hand_ix(state).into_iter().collect(),
    };
    if places.is_empty() {
        return said(state, tr!("there is no article here"));
    }
    let event = entry.and_then(|entry| sheet_event(&state.archive, entry));
    let articles = event_articles(&places, &groups.stories);
    make(state, articles, event)
}

/// Offers the stories of the day, month or year the timeline is on, else of the day on which the article at hand was published; where there is
/// one, asks for its sheet.
#[must_use]
pub fn open_day(state: &mut State) -> Vec<Effect> {
    let Some(groups) = state.copies.groups.clone() else { return said(state, tr!("stories are still being looked for")) };
    let Some((date, articles)) = of_day(state) else { return said(state, tr!("there is no day here")) };
    let mut told: BTreeMap<ArticleIx, usize> = BTreeMap::new();
    for story in articles.iter().filter_map(|ix| groups.stories.story_of(*ix)) {
        if let Some(first) = story.articles.first() {
            *told.entry(*first).or_default() += 1;
        }
    }
    let mut ranked: Vec<(ArticleIx, usize)> = told.into_iter().collect();
    ranked.sort_by_key(|(first, count)| (Reverse(*count), *first));
    let stories = ranked.iter().filter_map(|(first, count)| Some((&groups.stories.story_of(*first)?.articles, *first, *count)));
    let mut items: Vec<PickerItem> = stories
        .map(|(articles, first, count)| {
            let note = tr!("{n} article" | "{n} articles", n = count);
            PickerItem { choice: PickerChoice::Sheet(articles.clone()), ..item(state, first, &note) }
        })
        .take(OFFERED)
        .collect();
    match (items.pop(), items.is_empty()) {
        (None, _) => said(state, tr!("no story tells of this day")),
        (Some(PickerItem { choice: PickerChoice::Sheet(articles), .. }), true) => make(state, articles, None),
        (Some(last), _) => {
            items.push(last);
            state.overlay = Some(Overlay::Picker(Box::new(Picker::new(tr!("Stories of {date}", date), items))));
            Vec::new()
        }
    }
}

/// The date at hand in words, and the articles of the list that tell of it, each once however many of its days it tells.
fn of_day(state: &State) -> Option<(String, BTreeSet<ArticleIx>)> {
    let entries = &state.results.current.overview.chronology.entries;
    if state.focus == Pane::Timeline {
        let row = state.timeline.entry_row(state.timeline.cursor.at)?;
        let date = entries.get(row.entry)?.filed();
        let date = date.at(state.timeline.scale.precision().max(date.precision()));
        let around = group(entries, state.timeline.scale).into_iter().find(|group| group.entries.contains(&row.entry))?;
        let told = entries.get(around.entries)?.iter().flat_map(TimelineEntry::places);
        return Some((date.to_string(), told.map(|(ix, _)| ix).collect()));
    }
    let published = |ix: ArticleIx| state.archive.get(ix)?.date().known_days();
    let day = published(visit::at_hand_ix(state)?).filter(|days| days.first == days.last)?;
    let listed = state.results.current.matches.iter().map(|one| one.article);
    Some((day.to_string(), listed.filter(|ix| published(*ix) == Some(day)).collect()))
}

/// Asks for the sheet of `articles`, which tell one story, or of `event` in them; it takes too long for a key.
#[must_use]
pub fn make(state: &mut State, articles: Vec<ArticleIx>, event: Option<SheetEvent>) -> Vec<Effect> {
    let Some(groups) = &state.copies.groups else { return Vec::new() };
    let families = Arc::clone(&groups.families);
    state.copies.sheet_generation += 1;
    let generation = state.copies.sheet_generation;
    let request = SheetRequest {
        archive: state.archive.clone(),
        gazetteer: Arc::clone(&state.actors.gazetteer),
        articles,
        families,
        event,
    };
    state.info(tr!("putting the papers side by side …"));
    vec![Effect::MakeSheet { generation, request: Box::new(request) }]
}

/// Shows the sheet that was asked for last, unless something else was opened since.
pub fn made(state: &mut State, generation: u64, sheet: Option<Arc<EventSheet>>) {
    if generation != state.copies.sheet_generation || state.overlay.is_some() || state.prompt.is_some() {
        return;
    }
    let Some(sheet) = sheet else { return state.error(tr!("the sheet broke off by a fault of the program")) };
    if sheet.columns.len() < 2 {
        state.info(tr!("no other text of this event was found; those without a date are not looked for"));
    } else {
        state.status = None;
    }
    state.overlay = Some(Overlay::Sheet(Box::new(SheetPage::new(sheet))));
}

fn said(state: &mut State, words: &str) -> Vec<Effect> {
    state.info(words);
    Vec::new()
}

/// Goes to the place in the reader that the cell under the cursor is from.
#[must_use]
pub fn follow(state: &mut State, page: &SheetPage) -> Outcome {
    let Some(cell) = page.current() else {
        state.info(tr!("this paper says nothing of it"));
        return Outcome::stay();
    };
    visit::open(state, cell.article, Some(cell.span));
    Outcome::close()
}

/// To the paper at the left.
#[must_use]
pub fn left(_state: &mut State, page: &mut SheetPage) -> Outcome {
    page.turn(false);
    Outcome::stay()
}

/// To the paper at the right.
#[must_use]
pub fn right(_state: &mut State, page: &mut SheetPage) -> Outcome {
    page.turn(true);
    Outcome::stay()
}

/// Asks for the file to write the sheet to.
#[must_use]
pub fn ask_file(state: &mut State, page: &mut SheetPage) -> Outcome {
    state.copies.sheet = Some(Overlay::Sheet(Box::new(page.clone())));
    state.prompt = Some(Prompt::new(PromptKind::ExportSheet, PROPOSED));
    Outcome::close()
}

/// Takes the file that was typed for the sheet; one that no sheet is written to stays to be mended.
#[must_use]
pub(crate) fn accept(state: &mut State, file: &str) -> Outcome {
    if file.is_empty() {
        reopen(state);
        state.info(tr!("nothing was written: no file was named"));
        return Outcome::close();
    }
    let Some(form) = SheetForm::of_file(file) else {
        state.error(tr!("{file}: a sheet is written to .md, .html or .csv", file));
        return Outcome::stay();
    };
    let Some(Overlay::Sheet(page)) = &state.copies.sheet else { return Outcome::close() };
    let text = write(&state.archive, std::slice::from_ref(&page.sheet), form);
    reopen(state);
    state.notes.export_prompt = Some((PromptKind::ExportSheet, file.to_owned()));
    state.info(tr!("writing to {file} …", file));
    Outcome::close().with(vec![Effect::WriteNew { file: file.to_owned(), text }])
}

/// Opens the sheet again that was to be written.
pub(crate) fn reopen(state: &mut State) {
    state.overlay = state.copies.sheet.take();
}
