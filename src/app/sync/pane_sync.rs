//! Following: what the panes do when another one has moved or a search has come. The reader follows the list, the mark of the
//! timeline follows the reader, and every cursor stays on what it was on.

use std::mem;
use std::sync::Arc;

use crate::app::completion::complete;
use crate::app::keys::command::Pane;
use crate::app::panes::pinned;
use crate::app::state::State;
use crate::app::state::arriving::Arriving;
use crate::app::sync::actor_remap;
use crate::app::sync::open_article;
use crate::ingest::IdRemap;
use crate::model::archive::ArticleIx;
use crate::query::matching::names::OutletCounts;
use crate::query::results::facets::FacetCount;
use crate::query::results::{ArticleList, SearchResults};
use crate::query::selection::Facet;
use crate::query::timeline::TimelineEntry;

/// Takes the answer in: panes keep the article, the actor and the event they were on, when those are still there.
pub fn take(state: &mut State, survey: &SearchResults) {
    // The search is of the archive that arrives, when one does.
    let moves = settle(state);
    let now = |ix| moves.as_ref().map_or(Some(ix), |moves| moves.of(ix));
    let listed = state.listed().and_then(now);
    // What is gone leaves its row to the next one.
    let row = if moves.is_some() { state.articles.at } else { 0 };
    let SearchResults { matches, in_texts, overview } = survey;
    // Who has chosen nobody wants to see those who are named most.
    let chosen = state.actors.is_chosen.then_some(state.actors.cursor.at);
    let actor = chosen.and_then(|at| state.results.current.overview.actors.get(at)).map(|count| count.actor);
    let entries = &state.results.current.overview.chronology.entries;
    let event = state.timeline.current().and_then(|at| entries.get(at).cloned());
    let event = event.and_then(|event| Some(TimelineEntry { article: now(event.article)?, ..event }));

    let same_actor = |actor| overview.actors.iter().position(|count| count.actor == actor);
    state.actors.cursor.at = actor.and_then(same_actor).unwrap_or(0);
    let entry = event.and_then(|event| overview.chronology.entries.iter().position(|entry| *entry == event));
    let noted = pinned::noted(&state.notes.all, &state.archive, &overview.chronology.entries);
    state.timeline.take_notes(noted);
    state.timeline.bounds.take(overview.published);
    state.timeline.rebuild(&overview.chronology, entry);
    state.histogram.take(&overview.choices.months);
    state.results.current.overview = Arc::clone(overview);
    if state.filter.selection.is_empty() {
        state.results.widest = overview.choices.clone();
        state.filter.outlets = outlets(&overview.choices.sources);
    }
    complete::refresh(state);
    list(state, ArticleList { matches: Arc::clone(matches), in_texts: *in_texts }, listed, row);
}

/// The outlets that are offered, each with its articles.
fn outlets(counts: &[FacetCount]) -> OutletCounts {
    let outlet =
        |count: &FacetCount| if let Facet::Source(name) = &count.facet { Some((name.to_string(), count.articles)) } else { None };
    counts.iter().filter_map(outlet).collect()
}

/// Takes a list in: the cursor keeps the article it was on, when it is still there.
pub fn take_list(state: &mut State, articles: ArticleList) {
    let listed = state.listed();
    list(state, articles, listed, 0);
}

/// Shows a list with the cursor on the article `listed`, or on `row` when that is not in it.
fn list(state: &mut State, articles: ArticleList, listed: Option<ArticleIx>, row: usize) {
    (state.results.current.matches, state.results.current.in_texts) = (articles.matches, articles.in_texts);
    state.refold();
    // Who has not touched anything yet, or looks for new words, wants to see the head of the list.
    let from_head = !state.input.touched || state.results.generations.has_new_words(state.filter.selection.text());
    state.articles.at = if from_head { 0 } else { row };
    if let Some(listed) = listed.filter(|_| !from_head) {
        state.find_in_list(listed);
    }
    follow_list(state);
}

/// Puts the archive that arrives in its place, with the reader and the way back; says where the articles went.
pub fn settle(state: &mut State) -> Option<Arc<IdRemap>> {
    let Arriving { archive, moves, gazetteer, alike } = state.load.pending.take()?;
    let before = mem::replace(&mut state.archive, archive);
    state.copies.forget();
    state.timeline.stories = None;
    state.notes.review_anew();
    if let Some(gazetteer) = gazetteer {
        actor_remap::settle(state, gazetteer, before.actors());
        state.actors.duplicates = alike;
    }
    state.jumps.follow(&moves);
    if let Some(open) = state.reader.open {
        match moves.of(open) {
            Some(ix) => {
                state.reader.open = Some(ix);
                open_article::refresh(state);
            }
            None => state.reader.close(),
        }
    }
    Some(moves)
}

/// Shows the article the list is on, unless the reader is being read.
pub fn follow_list(state: &mut State) {
    let reading = state.focus == Pane::Reader && state.reader.open.is_some();
    if reading {
        open_article::refresh(state);
    } else {
        match state.listed() {
            Some(ix) => open_article::show(state, ix),
            None => state.reader.close(),
        }
    }
    mark_in_timeline(state);
}

/// Moves the mark of the timeline to where the reader stands, while the timeline itself is not being walked.
pub fn mark_in_timeline(state: &mut State) {
    if state.focus == Pane::Timeline {
        return;
    }
    if state.focus != Pane::Reader && mark_publication(state) {
        return;
    }
    let reading = state.reader.reading(state.viewport.reader.rows);
    let entry = state.reader.open.and_then(|article| state.results.current.overview.entry_at(article, reading));
    if let Some(row) = entry.and_then(|entry| state.timeline.row_of(entry)) {
        state.timeline.cursor.at = row;
    }
}

/// Moves the mark to the day on which the article was published, or the next that is told of; whether that day is known. Who chooses
/// an article wants to see what happened around it, not the oldest thing it speaks of.
fn mark_publication(state: &mut State) -> bool {
    let published = state.reader.open.and_then(|open| state.archive.get(open)).and_then(|article| article.date().sort_key());
    let entries = &state.results.current.overview.chronology.entries;
    let Some((row, _)) = published.and_then(|date| state.timeline.row_from(entries, date)) else { return false };
    state.timeline.cursor.at = row;
    true
}
