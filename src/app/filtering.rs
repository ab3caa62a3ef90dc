//! Filtering: what changes the selection or the order, and the pickers that offer it.

use std::sync::Arc;

use crate::app::effect::Effect;
use crate::app::overlay::Overlay;
use crate::app::picker::{Choice, Item, Picker};
use crate::app::state::State;
use crate::app::surveying::survey;
use crate::query::facets::FacetCount;
use crate::query::filter::Sorting;
use crate::query::language::ast::Direction::{Natural, Reversed};
use crate::query::language::keyword::SortKey;
use crate::query::marker::Marker;
use crate::query::selection::Facet;

/// The orders of the list, with their names.
pub const ORDERS: [(Option<Sorting>, &str); 8] = [
    (None, "by date; best match first while filtering"),
    (Some((SortKey::Date, Natural)), "date of publication"),
    (Some((SortKey::Date, Reversed)), "date of publication, newest first"),
    (Some((SortKey::Title, Natural)), "headline"),
    (Some((SortKey::Source, Natural)), "outlet"),
    (Some((SortKey::Words, Natural)), "length, longest first"),
    (Some((SortKey::Score, Natural)), "best match first"),
    (Some((SortKey::Event, Natural)), "first date told"),
];

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
    if let Some(facet) = state.selection.drop_last() {
        let name = facet.label(state.archive.actors());
        state.say(format!("dropped {name}"));
    } else {
        state.marker = Arc::new(Marker::new(state.selection.query()));
        state.say("dropped the words of the filter");
    }
    survey(state)
}

/// Takes the filter at `at` off, counted from the first that was put on.
#[must_use]
pub fn drop_at(state: &mut State, at: usize) -> Vec<Effect> {
    let Some(facet) = state.selection.facets.get(at).cloned() else { return Vec::new() };
    state.say(format!("dropped {}", facet.label(state.archive.actors())));
    state.selection.toggle(facet);
    survey(state)
}

/// A picker of the facets of one kind, with counts that follow the filter.
pub fn pick_facet(state: &mut State, title: &'static str, counts: &[FacetCount]) {
    let on = |facet: &Facet| state.selection.facets.contains(facet);
    let item = |count: &FacetCount| Item {
        label: name(&count.facet, state),
        aliases: spellings(&count.facet, state),
        note: count.articles.to_string(),
        on: on(&count.facet),
        choice: Choice::Facet(count.facet.clone()),
    };
    let items: Vec<_> = counts.iter().map(item).collect();
    open(state, title, items);
}

/// A picker of the orders of the list.
pub fn pick_order(state: &mut State) {
    let item = |(order, name): &(Option<Sorting>, &str)| Item {
        label: (*name).to_owned(),
        aliases: Vec::new(),
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
        let among = if state.archive.is_empty() { "no article has been loaded" } else { "these articles tell none" };
        state.say(format!("{title}: nothing to pick, {among}"));
        return;
    }
    state.overlay = Some(Overlay::Picker(Box::new(Picker::new(title, items))));
}

/// The other spellings an actor may be asked for by.
fn spellings(facet: &Facet, state: &State) -> Vec<Box<str>> {
    match facet {
        Facet::Actor(actor) => state.archive.actors().get(*actor).map(|actor| actor.spellings.clone()).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// The words of a facet without its kind, for a picker whose title says the kind.
fn name(facet: &Facet, state: &State) -> String {
    match facet {
        Facet::Actor(actor) => state.archive.actors().name(*actor).to_owned(),
        Facet::Month(month) => month.to_string(),
        Facet::Source(source) => source.to_string(),
        Facet::Lang(lang) => lang.to_string(),
        Facet::Date(range) | Facet::Event(range) => range.to_string(),
    }
}

/// Filters by the actor the cursor of the actors pane is on.
#[must_use]
pub fn toggle_current_actor(state: &mut State) -> Vec<Effect> {
    let Some(count) = state.survey.overview.actors.get(state.actors.at).copied() else { return Vec::new() };
    state.reader.actor = Some(count.actor);
    toggle(state, Facet::Actor(count.actor))
}
