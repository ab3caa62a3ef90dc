//! Filtering: what changes the selection or the order, and the pickers that offer it.

use std::borrow::Cow;

use crate::app::effect::Effect;
use crate::app::filter::remember_query::remember;
use crate::app::keys::command::{Command, Pane};
use crate::app::overlay::Overlay;
use crate::app::results::search_requests::survey;
use crate::app::state::State;
use crate::app::widget::picker::{FacetKind, Picker, PickerChoice, PickerItem};
use crate::locale::translated;
use crate::model::actor::ActorIx;
use crate::query::language::ast::Direction::{Natural, Reversed};
use crate::query::language::keyword::SortKey;
use crate::query::results::facets::FacetCount;
use crate::query::results::filter::Sorting;
use crate::query::selection::Facet;
use crate::{tr, tr_later};

/// The orders of the list, with their names.
pub const ORDERS: [(Option<Sorting>, &str); 8] = [
    (None, tr_later!("by date; best match first while filtering")),
    (Some((SortKey::Date, Natural)), tr_later!("date of publication")),
    (Some((SortKey::Date, Reversed)), tr_later!("date of publication, newest first")),
    (Some((SortKey::Title, Natural)), tr_later!("headline")),
    (Some((SortKey::Source, Natural)), tr_later!("outlet")),
    (Some((SortKey::Words, Natural)), tr_later!("length, longest first")),
    (Some((SortKey::Score, Natural)), tr_later!("best match first")),
    (Some((SortKey::Event, Natural)), tr_later!("first date mentioned")),
];

/// Puts a facet on, or off when it is on.
#[must_use]
pub fn toggle(state: &mut State, facet: Facet) -> Vec<Effect> {
    let name = facet.label(state.archive.actors());
    state.filter.selection.toggle(facet);
    tell(state, &name);
    survey(state)
}

/// Says which filter is on, and how to drop it.
pub fn tell(state: &mut State, name: &str) {
    state.info(tr!("filter: {name} · {drop_filter} in the list drops it", name, drop_filter = state.key(Command::DropFilter)));
}

/// Drops the last filter.
#[must_use]
pub fn drop_last(state: &mut State) -> Vec<Effect> {
    if let Some(facet) = state.filter.selection.drop_last() {
        let name = facet.label(state.archive.actors());
        state.info(tr!("dropped {name}", name));
    } else {
        state.reread();
        state.info(tr!("dropped the words of the filter"));
    }
    survey(state)
}

/// Takes the filter at `at` off, counted from the first that was put on.
#[must_use]
pub fn drop_at(state: &mut State, at: usize) -> Vec<Effect> {
    let Some(facet) = state.filter.selection.facets.get(at).cloned() else { return Vec::new() };
    state.info(tr!("dropped {name}", name = facet.label(state.archive.actors())));
    state.filter.selection.toggle(facet);
    survey(state)
}

/// A picker of the facets of one kind, with counts that follow the filter.
pub fn pick_facet(state: &mut State, kind: FacetKind) {
    let (title, items) = offered(state, kind);
    open(state, title, items);
    if let Some(Overlay::Picker(picker)) = &mut state.overlay {
        picker.facets = Some(kind);
    }
}

/// Brings a picker of facets that is open up to date with results that have come meanwhile: it was opened on those before.
pub fn refresh_picker(state: &mut State) {
    let kind = match &state.overlay {
        Some(Overlay::Picker(picker)) => picker.facets,
        _ => None,
    };
    let Some(kind) = kind else { return };
    let (title, items) = offered(state, kind);
    if let Some(Overlay::Picker(picker)) = &mut state.overlay {
        picker.renew(title, items);
    }
}

/// The facets of one kind that articles of the list have, under the title of a picker.
fn offered(state: &State, kind: FacetKind) -> (Cow<'static, str>, Vec<PickerItem>) {
    let choices = &state.results.current.overview.choices;
    let (title, counts) = match kind {
        FacetKind::Actor => (tr!("Actor"), &choices.actors),
        FacetKind::Month => (tr!("Month of publication"), &choices.months),
        FacetKind::Outlet => (tr!("Outlet"), &choices.sources),
        FacetKind::Language => (tr!("Language"), &choices.langs),
    };
    let item = |count: &FacetCount| PickerItem {
        label: name(&count.facet, state),
        aliases: spellings(&count.facet, state),
        note: count.articles.to_string(),
        on: state.filter.selection.facets.contains(&count.facet),
        choice: PickerChoice::Facet(count.facet.clone()),
    };
    let title = if state.copies.origins.is_some() { tr!("{title} · by origin", title).into() } else { title.into() };
    (title, counts.iter().map(item).collect())
}

/// A picker of the orders of the list.
pub fn pick_order(state: &mut State) {
    let item = |(order, name): &(Option<Sorting>, &'static str)| PickerItem {
        label: translated(name).to_owned(),
        aliases: Vec::new(),
        note: String::new(),
        choice: PickerChoice::Order(*order),
        on: state.filter.order == *order,
    };
    let items = ORDERS.iter().map(item).collect();
    open(state, tr!("Order of the articles"), items);
}

/// Says how the list is ordered from now on.
pub(crate) fn tell_order(state: &mut State) {
    let name = ORDERS.iter().find(|(order, _)| *order == state.filter.order).map(|(_, name)| translated(name));
    state.info(tr!("order of the articles: {name}", name = name.unwrap_or_default()));
}

/// Opens a picker, or says that there is nothing to pick.
pub fn open(state: &mut State, title: impl Into<Cow<'static, str>>, items: Vec<PickerItem>) {
    let title = title.into();
    if items.is_empty() {
        let among = if state.archive.is_empty() { tr!("no article has been loaded") } else { tr!("these articles tell none") };
        state.info(tr!("{title}: nothing to pick, {among}", title, among));
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
        Facet::Case(name, _) => name.to_string(),
    }
}

/// Asks for the saved query `name` in the place of the query before.
#[must_use]
pub fn ask_saved(state: &mut State, name: &str) -> Vec<Effect> {
    state.ask(&format!("@{name}"));
    state.focus = Pane::Articles;
    match state.filter.selection.fault().map(ToString::to_string) {
        Some(fault) => state.error(fault),
        None => state.info(tr!("filter: {name}", name = state.filter.understood.join(" · "))),
    }
    let mut effects = remember(state);
    effects.extend(survey(state));
    effects
}

/// What the list is ordered by, when that is not the usual.
#[must_use]
pub fn order_name(state: &State) -> Option<String> {
    let own = state.filter.order.is_some() || !state.filter.selection.query().sort().is_empty();
    let (key, direction) = *state.effective_order().first().filter(|_| own)?;
    let natural = match key {
        SortKey::Date if direction == Reversed => return Some(tr!("newest first").into()),
        SortKey::Words if direction == Reversed => return Some(tr!("shortest first").into()),
        SortKey::Date => tr!("by date"),
        SortKey::Title => tr!("by headline"),
        SortKey::Source => tr!("by outlet"),
        SortKey::Words => tr!("longest first"),
        SortKey::Score => tr!("best match first"),
        SortKey::Event => tr!("by first date mentioned"),
    };
    Some(if direction == Reversed { tr!("{natural}, reversed", natural) } else { natural.into() })
}

/// Filters by an actor, or no longer.
#[must_use]
pub fn toggle_actor(state: &mut State, actor: ActorIx) -> Vec<Effect> {
    state.reader.actor = Some(actor);
    toggle(state, Facet::Actor(actor))
}
