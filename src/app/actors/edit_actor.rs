//! Renaming: what a person corrects in the list of actors, asked for with pickers, and the archive read with it.
//!
//! Corrections are amendments of `actors.toml`; the archive comes back as a renewal, which `settling` takes in.

use std::sync::Arc;

use crate::analysis::actors::Gazetteer;
use crate::analysis::actors::amendment::{Amendment, entries};
use crate::app::effect::Effect;
use crate::app::filter::filtering;
use crate::app::keys::command::Command;
use crate::app::loading::Loading;
use crate::app::state::State;
use crate::app::state::pending_edit::Pending;
use crate::app::widget::picker::{PickerChoice, PickerItem};
use crate::app::widget::prompt::{Prompt, PromptKind};
use crate::ingest::Progress;
use crate::locale::translated;
use crate::model::actor::{Actor, ActorIx, ActorKind, ActorTable};
use crate::text::fold::fold;
use crate::tr;

/// Offers whom `actor` is the same as.
#[must_use]
pub fn merge(state: &mut State, actor: ActorIx) -> Vec<Effect> {
    let title = tr!("{name} is the same as", name = state.archive.actors().name(actor));
    pick_other(state, title, actor, |from, into| Amendment::Merge { from, into });
    Vec::new()
}

/// Offers the spellings of `actor`, one of which is another's.
#[must_use]
pub fn split(state: &mut State, actor: ActorIx) -> Vec<Effect> {
    pick_spelling(state, actor);
    Vec::new()
}

/// Opens the line for the name `actor` is shown by.
#[must_use]
pub fn rename(state: &mut State, actor: ActorIx) -> Vec<Effect> {
    let name = state.archive.actors().name(actor).to_owned();
    state.prompt = Some(Prompt::new(PromptKind::Rename(actor), &name));
    Vec::new()
}

/// Leaves `actor` out everywhere: what is no actor, or is of no use here.
#[must_use]
pub(crate) fn hide(state: &mut State, actor: ActorIx) -> Vec<Effect> {
    let Some(id) = id(state, actor) else { return Vec::new() };
    ask(state, Amendment::Hide { id })
}

/// Names `actor` as it was typed.
#[must_use]
pub fn named(state: &mut State, actor: ActorIx, name: &str) -> Vec<Effect> {
    let name = name.trim();
    if name.is_empty() || name == state.archive.actors().name(actor) {
        return Vec::new();
    }
    let Some(id) = id(state, actor) else { return Vec::new() };
    ask(state, Amendment::Rename { id, name: name.to_owned() })
}

/// Offers whom `spelling` may name: a new actor, or another of the list.
#[must_use]
pub fn split_off(state: &mut State, actor: ActorIx, spelling: &str) -> Vec<Effect> {
    let table = Arc::clone(state.archive.actors());
    let kind = table.get(actor).map_or(ActorKind::Person, |actor| actor.kind);
    let found = Amendment::Found { spelling: spelling.to_owned(), id: new_id(spelling, &table), kind };
    let mut items = vec![item(tr!("a new actor, “{spelling}”", spelling), String::new(), PickerChoice::Amend(found))];
    let give = |to: String| Amendment::Give { spelling: spelling.to_owned(), to };
    items.extend(others(state, actor, |_, to| give(to)));
    filtering::open(state, tr!("Names"), items);
    Vec::new()
}

/// Asks for an amendment, and for the archive to be read with it.
#[must_use]
pub fn ask(state: &mut State, amendment: Amendment) -> Vec<Effect> {
    if state.is_loading() {
        state.info(tr!("the archive is being read; correct its actors when that is done"));
        return Vec::new();
    }
    state.load.progress = Loading::Running(Progress::default());
    let words = worded(state, &amendment);
    let said = if matches!(amendment, Amendment::TakeBack(_)) {
        tr!("{said} · its words are kept in actors.toml.bak", said = words)
    } else {
        tr!("{said} · {corrections} takes it back", said = words, corrections = state.key(Command::Corrections))
    };
    state.actors.pending = Pending { gazetteer: None, said };
    state.info(tr!("{amendment}; the archive is read with it …", amendment = words));
    vec![Effect::Amend(amendment)]
}

/// What `amendment` does, with actors by the names that the panes show.
fn worded(state: &State, amendment: &Amendment) -> String {
    let table = state.archive.actors();
    let name = |id: &str| table.by_id(id).map_or_else(|| id.to_owned(), |actor| table.name(actor).to_owned());
    match amendment {
        Amendment::Merge { from, into } => Amendment::Merge { from: name(from), into: name(into) }.to_string(),
        Amendment::Give { spelling, to } => Amendment::Give { spelling: spelling.clone(), to: name(to) }.to_string(),
        Amendment::Hide { id } => Amendment::Hide { id: name(id) }.to_string(),
        other => other.to_string(),
    }
}

/// Takes note that the file has been written.
pub fn written(state: &mut State, gazetteer: Arc<Gazetteer>, text: Arc<str>) {
    state.actors.pending.gazetteer = Some(gazetteer);
    state.actors.file = text;
    state.actors.is_corrected_last = true;
}

fn pick_other(state: &mut State, title: String, actor: ActorIx, amendment: impl Fn(String, String) -> Amendment) {
    let items = others(state, actor, amendment);
    filtering::open(state, title, items);
}

/// Every actor but `actor`: those it may be the same as, those of the list, the rest.
fn others(state: &State, actor: ActorIx, amendment: impl Fn(String, String) -> Amendment) -> Vec<PickerItem> {
    let table = state.archive.actors();
    let alike = state.actors.duplicates.iter().filter_map(|pair| Some((pair.beside(actor)?, pair.told().to_owned())));
    let listed = state.results.current.overview.actors.iter().map(|count| (count.actor, count.mentions.to_string()));
    let rest = table.iter().map(|(ix, actor)| (ix, translated(actor.kind.name()).to_owned()));
    let mut seen = std::collections::HashSet::from([actor]);
    let own = id(state, actor).unwrap_or_default();
    let other = |(ix, note): (ActorIx, String)| {
        let other: &Actor = table.get(ix)?;
        let choice = PickerChoice::Amend(amendment(own.clone(), other.id.to_string()));
        // By the name that all panes show; the others find it, too.
        let aliases = std::iter::once(&other.name).chain(&other.spellings).cloned().collect();
        Some(PickerItem { aliases, ..item(table.name(ix).to_owned(), note, choice) })
    };
    alike.chain(listed).chain(rest).filter(|(ix, _)| seen.insert(*ix)).filter_map(other).collect()
}

fn pick_spelling(state: &mut State, actor: ActorIx) {
    let Some(known) = state.archive.actors().get(actor) else { return };
    let spellings = known.spellings.iter().filter(|spelling| **spelling != known.name);
    let items: Vec<PickerItem> = spellings
        .map(|spelling| item(spelling.to_string(), String::new(), PickerChoice::SplitOff(actor, spelling.clone())))
        .collect();
    if items.is_empty() {
        return state.info(tr!("this actor has one spelling only, so there is nothing to split off"));
    }
    let title = tr!("Which spelling of {name} is another actor?", name = state.archive.actors().name(actor));
    filtering::open(state, title, items);
}

/// Offers the pairs that may be one.
pub fn pick_alike(state: &mut State) {
    let table = state.archive.actors();
    let pair = |pair: &crate::model::actor::Likeness| {
        let (one, other) = (table.get(pair.one)?, table.get(pair.other)?);
        let merge = Amendment::Merge { from: other.id.to_string(), into: one.id.to_string() };
        Some(item(
            tr!("{other} is {one}", other = table.name(pair.other), one = table.name(pair.one)),
            pair.told().to_owned(),
            PickerChoice::Confirm(merge),
        ))
    };
    let items: Vec<PickerItem> = state.actors.duplicates.iter().filter_map(pair).collect();
    if items.is_empty() {
        let merge = state.key(Command::MergeActor);
        return state.info(tr!("no two actors of this archive look like one; {merge} merges two by hand", merge));
    }
    let title = tr!("May be one: {accept} asks whether they are", accept = state.key(Command::Accept));
    filtering::open(state, title, items);
}

/// Asks whether two actors that only look like one are made one: it is a guess of the program's.
pub(crate) fn confirm(state: &mut State, merge: Amendment) {
    let Amendment::Merge { from, into } = &merge else { return };
    let table = state.archive.actors();
    let name = |id: &str| table.by_id(id).map_or_else(|| id.to_owned(), |actor| table.name(actor).to_owned());
    let (from, into) = (name(from), name(into));
    let title = tr!("Is {from} {into}?", from, into);
    let merges = tr!("one actor: all that names {from} counts for {into}", from, into);
    let items = vec![
        item(merges, String::new(), PickerChoice::Amend(merge)),
        item(tr!("two actors: leave them as they are").to_owned(), String::new(), PickerChoice::Nothing),
    ];
    filtering::open(state, title, items);
}

/// Offers what stands in `actors.toml`.
pub fn pick_correction(state: &mut State) {
    let kept = entries(&state.actors.file);
    let items: Vec<PickerItem> = kept
        .into_iter()
        .rev()
        .map(|entry| item(entry.said.clone(), String::new(), PickerChoice::Amend(Amendment::TakeBack(entry))))
        .collect();
    if items.is_empty() {
        let [merge, split, rename, hide] =
            [Command::MergeActor, Command::SplitActor, Command::RenameActor, Command::HideActor].map(|one| state.key(one));
        let how = tr!("{merge} merges, {split} splits, {rename} renames, {hide} leaves out", merge, split, rename, hide);
        return state.info(tr!("nothing is corrected in actors.toml; {how}", how));
    }
    let title = tr!("Corrections: {accept} takes one back", accept = state.key(Command::Accept));
    filtering::open(state, title, items);
}

fn item(label: String, note: String, choice: PickerChoice) -> PickerItem {
    PickerItem { label, aliases: Vec::new(), note, choice, on: false }
}

fn id(state: &State, actor: ActorIx) -> Option<String> {
    state.archive.actors().get(actor).map(|actor| actor.id.to_string())
}

/// An identifier for a new actor of this name that no other has.
fn new_id(name: &str, table: &ActorTable) -> String {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let base = words.collect::<Vec<_>>().join("-");
    let base = if base.is_empty() { "actor".to_owned() } else { base };
    let free = |id: &String| table.by_id(id).is_none();
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    std::iter::once(base.clone()).chain(numbered).find(free).unwrap_or(base)
}
