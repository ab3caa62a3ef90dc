//! Families by hand: parts an article from its copies, or joins it with an article that has its text. Kept like a note, and undone likewise.

use std::collections::HashSet;
use std::sync::Arc;

use crate::analysis::families::Family;
use crate::app::copies::compare_keys::item;
use crate::app::effect::Effect;
use crate::app::keys::command::Command;
use crate::app::notes::highlights::quoted;
use crate::app::notes::saving;
use crate::app::overlay::Overlay;
use crate::app::reader::visit;
use crate::app::state::State;
use crate::app::widget::picker::{Picker, PickerChoice, PickerItem};
use crate::model::annotation::ArticleKey;
use crate::model::archive::ArticleIx;
use crate::model::property::Property;
use crate::notes::action::{FieldChange, NoteSubject};
use crate::notes::anchoring::whole::with_text;
use crate::notes::corrections::family_edits::{alone, as_found, is_said, joined, with};
use crate::tr;

/// Articles that are offered at most.
const OFFERED: usize = 500;

/// Parts the article at hand from its copies; one of which something was said by hand goes back to where it was found.
#[must_use]
pub fn split(state: &mut State) -> Vec<Effect> {
    let Some(ix) = visit::at_hand_ix(state) else {
        state.info(tr!("there is no article here"));
        return Vec::new();
    };
    let Some(groups) = &state.copies.groups else {
        state.info(tr!("copies are still being looked for"));
        return Vec::new();
    };
    let copies = groups.families.copies(ix);
    let is_said = state
        .archive
        .get(ix)
        .is_some_and(|article| is_said(&state.notes.all.of_whole(ArticleKey::from(article), article.body())));
    match (is_said, copies) {
        (true, _) => say(state, &[(ix, as_found())], tr!("the copies of “{}” are those the program finds")),
        (false, 1) => {
            state.info(tr!("no other article has this text"));
            Vec::new()
        }
        (false, _) => say(state, &[(ix, alone())], tr!("“{}” is no copy any more")),
    }
}

/// Asks for the article that has the text of the one at hand: those of its story first, then those of the list.
pub fn ask_join(state: &mut State) {
    let Some(ix) = visit::at_hand_ix(state) else { return state.info(tr!("there is no article here")) };
    let Some(groups) = state.copies.groups.clone() else { return state.info(tr!("copies are still being looked for")) };
    let family: &[_] = groups.families.family_of(ix).map_or(&[], |family: &Family| &family.members);
    let mut known: HashSet<ArticleIx> = family.iter().map(|member| member.article).chain([ix]).collect();
    let story = groups.stories.story_of(ix).map_or(&[][..], |story| &story.articles);
    let story: Vec<ArticleIx> = story.iter().copied().filter(|other| known.insert(*other)).collect();
    let row = state.row_of(ix).unwrap_or(0);
    let matches = Arc::clone(&state.results.current.matches);
    let near = matches.iter().skip(row.saturating_sub(OFFERED / 2)).take(OFFERED).map(|one| one.article);
    let near: Vec<ArticleIx> = near.filter(|other| known.insert(*other)).collect();
    let offered = |other: &ArticleIx, note: &str| {
        let choice = PickerChoice::JoinCopy(*other);
        PickerItem { choice, ..item(state, *other, note) }
    };
    let items: Vec<PickerItem> =
        story.iter().map(|other| offered(other, tr!("same event"))).chain(near.iter().map(|other| offered(other, ""))).collect();
    if items.is_empty() {
        return state.info(tr!("there is no other article in the list"));
    }
    state.overlay = Some(Overlay::Picker(Box::new(Picker::new(tr!("Has the text of"), items))));
}

/// Joins the article at hand with the one that was picked.
#[must_use]
pub fn join(state: &mut State, other: ArticleIx) -> Vec<Effect> {
    let Some((ix, named)) = visit::at_hand_ix(state).zip(state.archive.get(other)) else { return Vec::new() };
    let mut said = vec![(ix, with(&named.id().to_string()))];
    if !is_said(&state.notes.all.of_whole(ArticleKey::from(named), named.body())) {
        said.push((other, joined()));
    }
    say(state, &said, tr!("“{}” is among the copies from now on"))
}

/// Says something of the families of articles; `told` is said once that is kept, with the headline of the first in the place of `{}`.
fn say(state: &mut State, said: &[(ArticleIx, Property)], told: &str) -> Vec<Effect> {
    let change = |(ix, field): &(ArticleIx, Property)| {
        let article = state.archive.get(*ix)?;
        Some(FieldChange::new(NoteSubject::Article(with_text(ArticleKey::from(article), article.body())), [field.clone()]))
    };
    let changes: Vec<FieldChange> = said.iter().filter_map(change).collect();
    let first = said.first().and_then(|(ix, _)| state.archive.get(*ix));
    let told = told.replace("{}", &quoted(first.map_or("", |article| article.title())));
    let undo = state.key(Command::Undo);
    let told = tr!("{words} · {undo} undoes", words = told, undo);
    saving::keep(state, changes, told)
}
