//! Following: what the panes do when another one has moved or a survey has come. The reader follows the list, the mark of the
//! timeline follows the reader, and every cursor stays on what it was on.

use std::sync::Arc;

use crate::app::command::Pane;
use crate::app::opening;
use crate::app::state::State;
use crate::query::filter::Match;
use crate::query::survey::Survey;

/// Takes the answer in: panes keep the article, the actor and the event they were on, when those are still there.
pub fn take(state: &mut State, survey: Arc<Survey>) {
    let Survey { matches, overview } = &*survey;
    let actor = state.survey.overview.actors.get(state.actors.at).map(|count| count.actor);
    let entries = &state.survey.overview.chronology.entries;
    let event = state.timeline.current().and_then(|at| entries.get(at).cloned());

    let same_actor = |actor| overview.actors.iter().position(|count| count.actor == actor);
    state.actors.at = actor.and_then(same_actor).unwrap_or(0);
    let entry = event.and_then(|event| overview.chronology.entries.iter().position(|entry| *entry == event));
    state.timeline.rebuild(&overview.chronology, entry);
    state.histogram.take(&overview.choices.months);
    let matches = Arc::clone(matches);
    state.survey = Survey { matches: Arc::clone(&state.survey.matches), overview: Arc::clone(overview) };
    take_list(state, matches);
}

/// Takes a list in: the cursor keeps the article it was on, when it is still there.
pub fn take_list(state: &mut State, matches: Arc<Vec<Match>>) {
    let listed = state.listed();
    state.survey.matches = matches;
    // Who has not touched anything yet, or looks for new words, wants to see the head of the list.
    let from_head = !state.touched || state.surveys.has_new_words(state.selection.text());
    state.articles.at = listed.filter(|_| !from_head).and_then(|article| state.survey.row_of(article)).unwrap_or(0);
    follow_list(state);
}

/// Shows the article the list is on, unless the reader is being read.
pub fn follow_list(state: &mut State) {
    let reading = state.focus == Pane::Reader && state.reader.open.is_some();
    if reading {
        opening::refresh(state);
    } else {
        match state.listed() {
            Some(ix) => opening::show(state, ix),
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
    let reading = state.reader.reading(state.viewport.reader.rows);
    let entry = state.reader.open.and_then(|article| state.survey.overview.entry_at(article, reading));
    if let Some(row) = entry.and_then(|entry| state.timeline.row_of(entry)) {
        state.timeline.cursor.at = row;
    }
}
