//! The ledger in the reading room: while it is on for the archive, each question that stands and has its answer becomes an entry, and so does each export
//! and each correction of facts.
//!
//! What is being typed is no question yet, and part of an archive gives no answer: both wait. The entry is made away from the keyboard, since it has a
//! digest of all articles in it.

use crate::app::effect::Effect;
use crate::app::notes::saving;
use crate::app::state::State;
use crate::model::archive::ArticleIx;
use crate::notes::ledger::{LedgerEntry, LedgerQuestion, ROOM, SET};
use crate::query::language::ast::Query;

/// Has the question that stands entered, if it was not yet. Called after each event; cheap while nothing new is answered.
#[must_use]
pub fn follow(state: &mut State) -> Vec<Effect> {
    let answered = state.results.generations.answered();
    let waits = state.prompt.is_some() || state.overlay.is_some() || state.is_loading() || state.load.pending.is_some();
    if answered == state.notes.ledger.answered || waits {
        return Vec::new();
    }
    state.notes.ledger.answered = answered;
    let query = standing(state);
    let asked = Some(query.to_string()).filter(|_| !query.is_empty());
    if asked == state.notes.ledger.query {
        return Vec::new();
    }
    state.notes.ledger.query.clone_from(&asked);
    asked.map_or_else(Vec::new, |_| enter(state, &["filter"], &query, listed(state)))
}

/// Has an export to `file` of the articles that are listed entered.
#[must_use]
pub fn exported(state: &mut State, file: &str) -> Vec<Effect> {
    let query = standing(state);
    enter(state, &["export", file], &query, listed(state))
}

/// Has a correction of `articles` entered: `value` for the fact of this name.
#[must_use]
pub fn corrected(state: &mut State, name: &str, value: &str, articles: Vec<ArticleIx>) -> Vec<Effect> {
    let query = standing(state);
    enter(state, &[SET, name, value], &query, articles)
}

fn listed(state: &State) -> Vec<ArticleIx> {
    state.results.current.matches.iter().map(|one| one.article).collect()
}

/// Takes an entry in, to be kept.
#[must_use]
pub fn entered(state: &mut State, entry: &LedgerEntry) -> Vec<Effect> {
    let change = state.notes.all.ledger_change(entry);
    let effects = saving::keep_quietly(state, vec![change]);
    let unsaved = &mut state.notes.unsaved;
    unsaved.entries = unsaved.entries.saturating_sub(1);
    if effects.is_empty() && unsaved.leaving && unsaved.is_settled() { vec![Effect::Quit] } else { effects }
}

fn enter(state: &mut State, what: &[&str], query: &Query, rows: Vec<ArticleIx>) -> Vec<Effect> {
    let Some(archive) = state.notes.all.open_ledger() else { return Vec::new() };
    let question = LedgerQuestion {
        archive: archive.to_owned(),
        time: state.notes.all.clock(),
        command: std::iter::once(ROOM).chain(what.iter().copied()).map(str::to_owned).chain([query.to_string()]).collect(),
        query: query.to_string(),
    };
    state.notes.unsaved.entries += 1;
    vec![Effect::EnterInLedger(Box::new((question, state.archive.clone(), rows)))]
}

/// What the list answers, with the order it has.
fn standing(state: &State) -> Query {
    let (root, _) = state.filter.selection.combined(state.archive.actors()).into_parts();
    Query::new(root, state.effective_order())
}
