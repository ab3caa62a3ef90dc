//! Following: what the panes do when another one has moved or a survey has come. The reader follows the list, the mark of the
//! timeline follows the reader, and every cursor stays on what it was on.

use std::sync::Arc;

use crate::app::command::Pane;
use crate::app::opening;
use crate::app::state::State;
use crate::query::survey::Survey;

/// Takes the answer in: panes keep the article, the actor and the event they were on, when those are still there.
pub fn take(state: &mut State, survey: Arc<Survey>) {
    let listed = state.listed();
    let actor = state.survey.actors.get(state.actors.at).map(|count| count.actor);
    let event = state.timeline.current().and_then(|at| state.survey.entries.get(at).cloned());
    state.survey = survey;
    state.histogram.take(&state.survey.choices.months);

    // Who has not touched anything yet, or looks for new words, wants to see the head of the list.
    let from_head = !state.touched || state.surveys.has_new_words(state.selection.text());
    state.articles.at = listed.filter(|_| !from_head).and_then(|article| state.survey.row_of(article)).unwrap_or(0);
    let same_actor = |actor| state.survey.actors.iter().position(|count| count.actor == actor);
    state.actors.at = actor.and_then(same_actor).unwrap_or(0);
    let entry = event.and_then(|event| state.survey.entries.iter().position(|entry| *entry == event));
    state.timeline.rebuild(&state.survey.entries, entry);
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
    let entry = state.reader.open.and_then(|article| state.survey.entry_at(article, reading));
    if let Some(row) = entry.and_then(|entry| state.timeline.row_of(entry)) {
        state.timeline.cursor.at = row;
    }
}
