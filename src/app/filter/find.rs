//! Searching in the pane: words in the body of the open article, or in the rows of a list.

use crate::app::effect::Effect;
use crate::app::filter::remember_query::remember;
use crate::app::filter::timeline_date;
use crate::app::keys::command::{Command, Pane};
use crate::app::panes::reader::next_place;
use crate::app::panes::timeline::TimelineRow;
use crate::app::reader::fulltext_hits;
use crate::app::results::search_requests::survey;
use crate::app::state::State;
use crate::app::sync::pane_sync::{follow_list, mark_in_timeline};
use crate::query::language::ast::{Clause, Expr, Query, TermScope};
use crate::query::language::term::QueryTerm;
use crate::query::matching::search::FindWords;
use crate::text::fold::fold;
use crate::tr;

/// Looks for `text` in `pane`, from the row `from` on, and goes to the first hit.
pub fn search(state: &mut State, pane: Pane, text: &str, from: usize) {
    text.trim().clone_into(&mut state.input.last_search);
    if pane == Pane::Timeline && timeline_date::go_to(state, text) {
        state.input.list_search.clear();
        return;
    }
    if pane == Pane::Reader {
        state.reader.look_for(FindWords::new(text));
        state.reader.spot = None;
        state.reader.top = from;
    } else {
        state.input.list_search = fold(text);
        set_row(state, pane, from);
    }
    if !text.trim().is_empty() && !next_from(state, pane, true, true) {
        state.info(tr!("“{text}” is not in this pane", text));
    }
}

/// Goes to the next or previous hit of the pane with the focus; without any, to that of the words the query asks of the texts.
pub fn repeat(state: &mut State, forward: bool) {
    if !next_from(state, state.focus, forward, false) && !fulltext_hits::go_to(state, forward) {
        state.info(tr!(
            "no hit; {search} searches in the pane, text: in the filter in all articles",
            search = state.key(Command::Search)
        ));
    }
}

/// Asks for the words last searched for in all articles, beside what the query asks already.
#[must_use]
pub fn search_texts(state: &mut State) -> Vec<Effect> {
    let Some(term) = QueryTerm::words(&state.input.last_search) else {
        let search = state.key(Command::Search);
        state.info(tr!("there are no words yet; {search} searches in the pane, and this key then in all articles", search));
        return Vec::new();
    };
    let asked = Expr::Clause(Clause::Field(TermScope::Text, vec![term]));
    let query = state.filter.selection.query().clone();
    let query = if query.conjuncts().contains(&asked) { query } else { query.and(asked.clone().into()) };
    state.ask(&query.to_string());
    state.reader.look_for(FindWords::default());
    state.input.list_search.clear();
    state.info(tr!(
        "filter: {asked} · {search_next} goes from hit to hit",
        asked = Query::from(asked),
        search_next = state.key(Command::SearchNext)
    ));
    let mut effects = remember(state);
    effects.extend(survey(state));
    effects
}

/// The row a pane is on.
#[must_use]
pub fn row(state: &State, pane: Pane) -> usize {
    match pane {
        Pane::Articles => state.articles.at,
        Pane::Actors => state.actors.cursor.at,
        Pane::Timeline => state.timeline.cursor.at,
        Pane::Reader => state.reader.top,
    }
}

/// Puts a pane on a row.
pub fn set_row(state: &mut State, pane: Pane, row: usize) {
    match pane {
        Pane::Articles => {
            state.articles.at = row;
            follow_list(state);
        }
        Pane::Actors => {
            state.actors.cursor.at = row;
            state.actors.is_chosen = row > 0;
        }
        Pane::Timeline => state.timeline.cursor.at = row,
        Pane::Reader => state.reader.top = row,
    }
}

fn next_from(state: &mut State, pane: Pane, forward: bool, inclusive: bool) -> bool {
    if pane == Pane::Reader {
        return next_in_reader(state, forward);
    }
    let (len, here) = (state.len_of(pane), row(state, pane));
    if state.input.list_search.is_empty() || len == 0 {
        return false;
    }
    let skipped = usize::from(!inclusive);
    let step = |by: usize| if forward { (here + by) % len } else { (here + len - by % len) % len };
    let hit = (skipped..len + skipped).map(step).find(|row| fold(&label(state, pane, *row)).contains(&state.input.list_search));
    if let Some(row) = hit {
        set_row(state, pane, row);
    }
    hit.is_some()
}

fn next_in_reader(state: &mut State, forward: bool) -> bool {
    let rows = state.viewport.reader.rows;
    let here = state.reader.reading(rows);
    let places = std::mem::take(&mut state.reader.found.places);
    let next = next_place(&places, state.reader.spot, here, forward);
    let count = places.len();
    state.reader.found.places = places;
    let Some((at, place)) = next else { return false };
    state.reader.jump_to(place, rows);
    mark_in_timeline(state);
    state.info(tr!("hit {at} of {count}", at = at + 1, count));
    true
}

/// The text of a row of a list pane, for searching.
fn label(state: &State, pane: Pane, row: usize) -> String {
    let article = |ix| state.archive.get(ix);
    match pane {
        Pane::Articles => state
            .list_row(row)
            .and_then(|row| article(row.article))
            .map(|found| format!("{} {} {}", found.date(), found.title(), found.source().unwrap_or_default())),
        Pane::Actors => {
            state.results.current.overview.actors.get(row).map(|count| state.archive.actors().name(count.actor).to_owned())
        }
        Pane::Timeline => match state.timeline.rows.get(row) {
            Some(TimelineRow::Entry(row)) => state
                .results
                .current
                .overview
                .chronology
                .entries
                .get(row.entry)
                .and_then(|entry| Some(entry.text(article(entry.article)?).to_owned())),
            _ => None,
        },
        Pane::Reader => None,
    }
    .unwrap_or_default()
}
