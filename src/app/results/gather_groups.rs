//! Gathering: asks a worker which articles have one text and which report one event, once the archive is loaded, and shows it.
//!
//! What the person says of it follows here, too: which copies are folded, which are open, and what is counted.

use std::sync::Arc;

use crate::app::effect::Effect;
use crate::app::keys::command::Command;
use crate::app::results::search_requests::survey;
use crate::app::state::State;
use crate::app::sync::pane_sync;
use crate::model::archive::ArticleIx;
use crate::notes::corrections::family_edits::FamilyEdits;
use crate::query::index::groups::ArticleGroups;
use crate::query::results::folding::{CopyFolding, Origins, RowPlace};
use crate::tr;

/// Asks for the groups of the archive as it is now, unless they were, or articles are still coming in.
#[must_use]
pub(crate) fn refresh(state: &mut State) -> Vec<Effect> {
    if state.copies.is_asked_of(&state.archive) || state.is_loading() || state.archive.is_empty() || state.load.pending.is_some()
    {
        return Vec::new();
    }
    state.copies.generation += 1;
    state.copies.asked_of = Some(state.archive.clone());
    vec![Effect::Gather { generation: state.copies.generation, archive: state.archive.clone() }]
}

/// Takes the groups in, unless the archive has changed since.
#[must_use]
pub(crate) fn arrived(state: &mut State, generation: u64, groups: ArticleGroups) -> Vec<Effect> {
    if generation != state.copies.generation || state.copies.asked_of.is_none() {
        return Vec::new();
    }
    let listed = state.listed();
    state.copies.found = Some(Arc::clone(&groups.families));
    let groups = as_said(state, groups);
    state.timeline.stories = Some(Arc::clone(&groups.stories));
    let overview = Arc::clone(&state.results.current.overview);
    let shown = state.timeline.current();
    state.timeline.rebuild(&overview.chronology, shown);
    state.copies.groups = Some(groups);
    state.refold();
    if let Some(listed) = listed.filter(|_| state.input.touched) {
        state.find_in_list(listed);
    }
    pane_sync::follow_list(state);
    // What articles of one story tell of a day is one event from now on, and queries ask these groups rather than find them again.
    if state.copies.origins.is_some() { by_origin(state) } else { survey(state) }
}

/// The groups with what the notes say of families by hand.
fn as_said(state: &mut State, groups: ArticleGroups) -> ArticleGroups {
    state.copies.edits = FamilyEdits::of(&state.notes.all);
    let edits = state.copies.edits.in_archive(&state.archive, &state.notes.all);
    if edits.is_empty() {
        return groups;
    }
    ArticleGroups { families: Arc::new(groups.families.edited(&state.archive, &edits)), ..groups }
}

/// Follows the notes: when something else is said of families than before, the list, the counts and what queries ask follow.
#[must_use]
pub(crate) fn follow_notes(state: &mut State) -> Vec<Effect> {
    if FamilyEdits::of(&state.notes.all) == state.copies.edits {
        return Vec::new();
    }
    let found = state.copies.found.clone().zip(state.copies.groups.clone());
    let Some((families, groups)) = found else { return Vec::new() };
    let listed = state.listed();
    state.copies.groups = Some(as_said(state, ArticleGroups { families, ..groups }));
    state.refold();
    if let Some(row) = listed.and_then(|listed| state.row_of(listed)) {
        state.articles.at = row;
    }
    pane_sync::follow_list(state);
    if state.copies.origins.is_some() { by_origin(state) } else { survey(state) }
}

/// Says that nothing is folded, since finding the copies broke off.
pub(crate) fn failed(state: &mut State, generation: u64) {
    if generation == state.copies.generation {
        state.error(tr!("finding copies broke off by a fault of the program; the list shows every article"));
    }
}

/// Opens the copies of the article the list is on, or folds them.
pub(crate) fn toggle(state: &mut State) {
    let Some(row) = state.list_row(state.articles.at) else { return state.info(tr!("there is no article here")) };
    let head = state.copies.list.as_ref().and_then(|list| list.head_of(row.article));
    let Some(head) = head.filter(|_| row.place != RowPlace::Alone) else {
        return tell_alone(state, row.article);
    };
    if !state.copies.opened.remove(&head) {
        state.copies.opened.insert(head);
    }
    state.refold();
    if let Some(row) = state.row_of(head) {
        state.articles.at = row;
    }
    pane_sync::follow_list(state);
}

/// Says why nothing opens.
fn tell_alone(state: &mut State, article: ArticleIx) {
    let Some(groups) = &state.copies.groups else { return state.info(tr!("copies are still being looked for")) };
    let copies = groups.families.copies(article) - 1;
    let ways = state.key(Command::FoldCopies);
    state.info(match (copies, state.copies.folding) {
        (0, _) => tr!("no other article has this text").to_owned(),
        (count, CopyFolding::Off) => tr!(
            "{n} other article has this text; {ways} folds it" | "{n} other articles have this text; {ways} folds them",
            n = count,
            ways
        ),
        (count, _) => tr!(
            "{n} other article has much of this text, changed or not listed; {ways} folds more"
                | "{n} other articles have much of this text, changed or not listed; {ways} folds more",
            n = count,
            ways
        ),
    });
}

/// Folds in the next way.
pub(crate) fn cycle(state: &mut State) {
    let listed = state.listed();
    state.copies.folding = state.copies.folding.next();
    state.copies.opened.clear();
    state.refold();
    if let Some(row) = listed.and_then(|listed| state.row_of(listed)) {
        state.articles.at = row;
    }
    pane_sync::follow_list(state);
    let way = match state.copies.folding {
        CopyFolding::Off => tr!("not folded"),
        CopyFolding::NearIdentical => tr!("folded when they are nearly identical"),
        CopyFolding::Similar => tr!("folded when they are shortened, extended or updated, too"),
    };
    let said = if state.copies.groups.is_some() {
        let away = state.folded_away();
        tr!("copies are {way} · {away} folded", way, away)
    } else {
        tr!("copies are {way}, once they are found", way)
    };
    state.info(said);
}

/// Counts by text rather than by article, or by article again.
#[must_use]
pub(crate) fn count_by(state: &mut State) -> Vec<Effect> {
    if state.copies.origins.take().is_some() {
        state.info(tr!("counted by article"));
        return survey(state);
    }
    if state.copies.groups.is_none() {
        state.info(tr!("copies are still being looked for"));
        return Vec::new();
    }
    state.info(tr!("counted by origin: copies of one text count once"));
    by_origin(state)
}

fn by_origin(state: &mut State) -> Vec<Effect> {
    state.copies.origins = state.copies.groups.as_ref().map(|groups| Arc::new(Origins::of(&groups.families)));
    survey(state)
}
