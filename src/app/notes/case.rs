//! Cases in the room: one is chosen, and the list, the notes and exports go by it; articles are put into it, and what is marked and
//! written meanwhile belongs to it.

use std::collections::HashSet;

use ulid::Ulid;

use crate::app::effect::Effect;
use crate::app::filter::filtering;
use crate::app::keys::command::Command;
use crate::app::notes::saving;
use crate::app::reader::visit;
use crate::app::results::search_requests::survey;
use crate::app::state::State;
use crate::app::widget::picker::{PickerChoice, PickerItem};
use crate::app::widget::prompt::{Prompt, PromptKind};
use crate::model::annotation::ArticleKey;
use crate::model::archive::ArticleIx;
use crate::model::property::Property;
use crate::notes::action::NoteSubject;
use crate::notes::anchoring::whole::with_text;
use crate::notes::cases::{Case, belongs, cases_of, new_name};
use crate::query::language::parse::parse;
use crate::query::matching::names::QueryNames;
use crate::query::selection::Facet;
use crate::tr;

/// Offers the cases of the archive, and to make one.
pub(crate) fn pick(state: &mut State) {
    let chosen = state.filter.selection.case().map(str::to_owned);
    let item =
        |label: String, note: String, choice: PickerChoice, on: bool| PickerItem { label, aliases: Vec::new(), note, choice, on };
    let of_case = |(_, case): (Ulid, Case)| {
        let on = chosen.as_deref() == Some(&case.name);
        let choice = PickerChoice::Case(Some(case.name.as_str().into()));
        item(case.name, case.queries.join(" | "), choice, on)
    };
    let mut items: Vec<PickerItem> = state.notes.all.cases().into_iter().map(of_case).collect();
    if chosen.is_some() {
        items.push(item(tr!("no case: all articles and notes").to_owned(), String::new(), PickerChoice::Case(None), false));
    }
    items.push(item(tr!("make a new case").to_owned(), String::new(), PickerChoice::NewCase { puts: false }, false));
    filtering::open(state, tr!("Case"), items);
}

/// Asks for the name of a case to make, and to put the article at hand into when it `puts` one.
pub(crate) fn ask_name(state: &mut State, puts: bool) {
    state.prompt = Some(Prompt::new(PromptKind::Case { puts }, ""));
}

/// Makes a case, unless there is one of that name; puts the article at hand into it when it `puts` one. An empty case is not chosen: it would
/// leave nothing to put into it.
#[must_use]
pub(crate) fn make(state: &mut State, name: &str, puts: bool) -> Vec<Effect> {
    if name.is_empty() {
        state.info(tr!("no case is made without a name"));
        return Vec::new();
    }
    let known = state.notes.all.case_named(name).map(|(_, case)| case.name);
    let mut changes = Vec::new();
    let name = match (known, new_name(name)) {
        (Some(known), _) => known,
        (None, Ok(name)) => {
            let id = state.notes.all.new_id();
            changes.push(state.notes.all.case_change(id, &name, Vec::new()));
            name
        }
        (None, Err(reason)) => {
            state.error(reason);
            return Vec::new();
        }
    };
    let article = visit::at_hand(state).filter(|_| puts);
    if let Some(article) = article {
        let key = with_text(ArticleKey::of(&article), &article.body);
        changes.extend(state.notes.all.membership(NoteSubject::Article(key), &name, true));
        let undo = state.key(Command::Undo);
        return saving::keep(state, changes, tr!("put into the case {name} · {undo} undoes", name, undo));
    }
    let put = state.key(Command::PutIntoCase);
    saving::keep(state, changes, tr!("the case {name} is made; {put} puts an article into it", name, put))
}

/// Chooses the case of this name; without one, goes by none.
#[must_use]
pub(crate) fn choose(state: &mut State, name: Option<&str>) -> Vec<Effect> {
    let case = name.and_then(|name| state.notes.all.case_named(name));
    match (case, name) {
        (Some((_, case)), _) => {
            let known = QueryNames { actors: state.archive.actors(), saved: &state.filter.saved, outlets: &state.filter.outlets };
            // A query that cannot be read any more leaves what was put into the case.
            let own = Case { queries: Vec::new(), ..case.clone() }.query();
            let query = parse(&case.query(), &known).or_else(|_| parse(&own, &known)).unwrap_or_default();
            state.filter.selection.set(Facet::Case(case.name.as_str().into(), Box::new(query)));
            let put = state.key(Command::PutIntoCase);
            state.info(tr!("the case {name} is chosen; {put} puts an article into it or takes it out", name = case.name, put));
        }
        (None, Some(name)) => state.error(tr!("there is no case {name} any more", name)),
        (None, None) => {
            state.filter.selection = state.filter.selection.without_case();
            state.info(tr!("no case is chosen: all articles and notes are here"));
        }
    }
    survey(state)
}

/// Puts the article at hand into the case that is chosen, or takes it out; where none is, offers the cases there are, and to make one.
#[must_use]
pub(crate) fn put(state: &mut State) -> Vec<Effect> {
    let Some(article) = visit::at_hand(state) else {
        state.info(tr!("there is no article here"));
        return Vec::new();
    };
    if let Some(name) = state.filter.selection.case().map(str::to_owned) {
        return put_into(state, &name);
    }
    let own = state.notes.all.cases_of_article(&with_text(ArticleKey::of(&article), &article.body));
    let item = |label: String, choice: PickerChoice, on: bool| PickerItem {
        label,
        aliases: Vec::new(),
        note: String::new(),
        choice,
        on,
    };
    let cases = state.notes.all.cases().into_iter();
    let of_case = |(_, case): (Ulid, Case)| {
        let on = own.contains(&case.name);
        item(case.name.clone(), PickerChoice::PutInto(case.name.into()), on)
    };
    let new = item(tr!("make a new case").to_owned(), PickerChoice::NewCase { puts: true }, false);
    let items = cases.map(of_case).chain([new]).collect();
    filtering::open(state, tr!("Case"), items);
    Vec::new()
}

/// Puts the article at hand into the case of this name, or takes it out.
#[must_use]
pub(crate) fn put_into(state: &mut State, name: &str) -> Vec<Effect> {
    let Some(article) = visit::at_hand(state) else { return Vec::new() };
    let key = with_text(ArticleKey::of(&article), &article.body);
    let is_in = state.notes.all.cases_of_article(&key).iter().any(|own| own == name);
    let Some(change) = state.notes.all.membership(NoteSubject::Article(key), name, !is_in) else { return Vec::new() };
    let undo = state.key(Command::Undo);
    let told = if is_in {
        tr!("taken out of the case {name} · {undo} undoes", name, undo)
    } else {
        tr!("put into the case {name} · {undo} undoes", name, undo)
    };
    saving::keep(state, vec![change], told)
}

/// What a new annotation says of the case that is chosen.
pub(crate) fn membership(state: &State) -> Option<Property> {
    state.filter.selection.case().map(|name| Property::Case(vec![name.to_owned()]))
}

/// Which annotations the notes pane lists: those of this archive, and of the case that is chosen. One of no case belongs to those of its article.
pub(crate) fn listed(state: &State, ids: impl Iterator<Item = Ulid>) -> Vec<Ulid> {
    let case = state.filter.selection.case();
    let rows: HashSet<ArticleIx> = match case {
        Some(_) => state.results.current.matches.iter().map(|one| one.article).collect(),
        None => HashSet::new(),
    };
    let is_of = |id: Ulid, case: &str| {
        let own = state.notes.all.annotation(id).map(|annotation| cases_of(&annotation)).unwrap_or_default();
        let in_article = || state.notes.reanchor.home(id).is_none_or(|home| rows.contains(&home));
        belongs(&own, case) && (!own.is_empty() || in_article())
    };
    let is_here = |id: &Ulid| state.notes.all.is_made_here(*id) && case.is_none_or(|case| is_of(*id, case));
    ids.filter(is_here).collect()
}
