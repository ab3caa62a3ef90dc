//! Filtering: what changes the selection, asks for a new survey, and takes its answer in.

use std::sync::Arc;

use crate::app::command::Pane;
use crate::app::effect::Effect;
use crate::app::overlay::Overlay;
use crate::app::panes::timeline::entry_at;
use crate::app::picker::{Choice, Item, Picker};
use crate::app::state::State;
use crate::query::facets::FacetCount;
use crate::query::filter::Order;
use crate::query::selection::Facet;
use crate::query::survey::{Request, Survey};

/// The orders of the list, with their names.
pub const ORDERS: [(Option<Order>, &str); 6] = [
    (None, "by date; best match first while filtering"),
    (Some(Order::Date), "date of publication"),
    (Some(Order::Title), "headline"),
    (Some(Order::Source), "outlet"),
    (Some(Order::Words), "length, longest first"),
    (Some(Order::Score), "best match first"),
];

/// Asks for a survey of the archive as it is now.
#[must_use]
pub fn survey(state: &mut State) -> Vec<Effect> {
    state.generation += 1;
    let request = Request { selection: state.selection.clone(), order: state.effective_order(), basis: state.timeline.basis };
    vec![Effect::Survey { generation: state.generation, archive: state.archive.clone(), request }]
}

/// Takes the answer in: panes keep the article, the actor and the event they were on, when those are still there.
pub fn take(state: &mut State, survey: Arc<Survey>) {
    let listed = state.listed();
    let actor = state.survey.actors.get(state.actors.at).map(|count| count.actor);
    let event = state.timeline.current().and_then(|at| state.survey.entries.get(at).cloned());
    state.survey = survey;

    let follows = state.prompt.is_some() && !state.selection.words.trim().is_empty();
    state.articles.at = listed.filter(|_| !follows).and_then(|article| state.survey.row_of(article)).unwrap_or(0);
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
        if let (Some(ix), Some(article)) = (state.reader.open, state.open_article().cloned()) {
            state.reader.show(ix, &article);
        }
    } else {
        match state.listed().and_then(|ix| Some((ix, Arc::clone(state.archive.get(ix)?)))) {
            Some((ix, article)) => state.reader.show(ix, &article),
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
    let entry = state.reader.open.and_then(|article| entry_at(&state.survey.entries, article, reading));
    if let Some(row) = entry.and_then(|entry| state.timeline.row_of(entry)) {
        state.timeline.cursor.at = row;
    }
}

/// Puts a facet on, or off when it is on.
#[must_use]
pub fn toggle(state: &mut State, facet: Facet) -> Vec<Effect> {
    let name = facet.label(state.archive.actors());
    state.selection.toggle(facet);
    state.say(format!("filter: {name} · Esc in the list drops it"));
    survey(state)
}

/// Drops the last filter.
#[must_use]
pub fn drop_last(state: &mut State) -> Vec<Effect> {
    match state.selection.drop_last() {
        Some(facet) => {
            let name = facet.label(state.archive.actors());
            state.say(format!("dropped {name}"));
        }
        None => state.say("dropped the words of the filter"),
    }
    survey(state)
}

/// A picker of the facets of one kind, with counts that follow the filter.
pub fn pick_facet(state: &mut State, title: &'static str, counts: &[FacetCount]) {
    let on = |facet: &Facet| state.selection.facets.contains(facet);
    let item = |count: &FacetCount| Item {
        label: name(&count.facet, state),
        note: count.articles.to_string(),
        on: on(&count.facet),
        choice: Choice::Facet(count.facet.clone()),
    };
    let items: Vec<_> = counts.iter().map(item).collect();
    open(state, title, items);
}

/// The actors of the survey as counts of articles.
#[must_use]
pub fn actor_counts(state: &State) -> Vec<FacetCount> {
    state.survey.actors.iter().map(|count| FacetCount { facet: Facet::Actor(count.actor), articles: count.articles }).collect()
}

/// A picker of the orders of the list.
pub fn pick_order(state: &mut State) {
    let item = |(order, name): &(Option<Order>, &str)| Item {
        label: (*name).to_owned(),
        note: String::new(),
        choice: Choice::Order(*order),
        on: state.order == *order,
    };
    let items = ORDERS.iter().map(item).collect();
    open(state, "Order of the articles", items);
}

/// Opens a picker, or says that there is nothing to pick.
pub fn open(state: &mut State, title: &'static str, items: Vec<Item>) {
    if items.is_empty() {
        state.say(format!("{title}: nothing to choose from in these articles"));
        return;
    }
    state.overlay = Some(Overlay::Picker(Box::new(Picker::new(title, items))));
}

/// The words of a facet without its kind, for a picker whose title says the kind.
fn name(facet: &Facet, state: &State) -> String {
    match facet {
        Facet::Actor(actor) => state.archive.actors().name(*actor).to_owned(),
        Facet::Month(month) => month.to_string(),
        Facet::Source(source) => source.to_string(),
        Facet::Lang(lang) => lang.to_string(),
    }
}

/// Filters by the actor the cursor of the actors pane is on.
#[must_use]
pub fn toggle_current_actor(state: &mut State) -> Vec<Effect> {
    let Some(count) = state.survey.actors.get(state.actors.at).copied() else { return Vec::new() };
    state.reader.actor = Some(count.actor);
    toggle(state, Facet::Actor(count.actor))
}
