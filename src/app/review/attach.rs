//! Attaching by hand: a note that has lost its place is put on the words selected, or on the article at hand; likewise the star, the
//! read mark or the corrected date of an article that is not surely here.
//!
//! What the program cannot find, a person can: by searching, selecting, and picking from what is lost. It is one action, which `u`
//! takes back.

use std::collections::HashSet;

use ulid::Ulid;

use crate::app::effect::Effect;
use crate::app::keys::command::Command;
use crate::app::notes::highlights;
use crate::app::notes::highlights::quoted;
use crate::app::notes::saving;
use crate::app::overlay::Overlay;
use crate::app::reader::selection;
use crate::app::reader::visit;
use crate::app::state::State;
use crate::app::widget::picker::{Picker, PickerChoice, PickerItem};
use crate::model::annotation::{ArticleKey, Target};
use crate::model::property::Property;
use crate::notes::action::{FieldChange, NoteSubject};
use crate::notes::anchor_check::ReviewItem;
use crate::notes::anchoring::article_match::{Belonging, Register};
use crate::notes::anchoring::body::Body;
use crate::notes::anchoring::whole::with_text;
use crate::notes::state::Notes;
use crate::tr;

/// Asks which of the notes without a place is meant.
#[must_use]
pub fn ask(state: &mut State) -> Vec<Effect> {
    let lost: Vec<Ulid> = state
        .notes
        .reanchor
        .open
        .iter()
        .filter_map(|item| if let ReviewItem::Annotation(id) = item { Some(*id) } else { None })
        .chain(state.notes.all.ids().filter(|id| state.notes.all.is_orphan(*id)))
        .collect();
    let mut items: Vec<PickerItem> = Vec::new();
    for id in lost {
        let choice = PickerChoice::Attach(id);
        let label = label(state, id).filter(|_| items.iter().all(|item| item.choice != choice));
        items.extend(label.map(|label| PickerItem { label, aliases: Vec::new(), note: String::new(), choice, on: false }));
    }
    items.extend(lost_facts(state));
    if items.is_empty() {
        state.info(tr!("all that was noted of these articles has its place"));
    } else {
        state.overlay = Some(Overlay::Picker(Box::new(Picker::new(tr!("What belongs here"), items))));
    }
    Vec::new()
}

/// What is known of whole articles that are not surely here: another text may have their names now.
fn lost_facts(state: &State) -> Vec<PickerItem> {
    let own: HashSet<&str> = state.notes.all.homes(std::iter::empty());
    let is_missed = |key: &ArticleKey| state.notes.all.archives_of(key).any(|archive| own.contains(archive));
    let facts: Vec<(&ArticleKey, Vec<Property>)> =
        state.notes.all.facts_of_articles().filter(|(key, _)| is_missed(key)).collect();
    let found = Register::of(facts.iter().map(|(key, _)| *key)).look_up_whole(&state.archive);
    let lost = facts.into_iter().zip(found).filter(|(_, belonging)| !matches!(belonging, Belonging::To(..)));
    let item = |((key, facts), _): ((&ArticleKey, Vec<Property>), Belonging)| PickerItem {
        label: tr!(
            "“{words}”: {facts}",
            words = quoted(&key.title),
            facts = facts.iter().map(Property::said).collect::<Vec<_>>().join(", ")
        ),
        aliases: Vec::new(),
        note: String::new(),
        choice: PickerChoice::AttachFacts(Box::new(key.clone())),
        on: false,
    };
    lost.map(item).collect()
}

/// Moves what is known under `key` to the article at hand.
#[must_use]
pub fn attach_facts(state: &mut State, key: &ArticleKey) -> Vec<Effect> {
    let Some(article) = visit::at_hand(state) else {
        state.info(tr!("there is no article here"));
        return Vec::new();
    };
    let changes = moving(&state.notes.all, key, with_text(ArticleKey::of(&article), &article.body));
    let told = tr!("attached to “{words}” · {undo} undoes", words = quoted(&article.title), undo = state.key(Command::Undo));
    saving::keep(state, changes, told)
}

/// The changes that move what is known under `key` to the article `now`.
#[must_use]
pub(super) fn moving(notes: &Notes, key: &ArticleKey, now: ArticleKey) -> Vec<FieldChange> {
    let facts = notes.facts_of(key);
    let taken_away = facts.iter().filter_map(Property::unset).chain([Property::Orphan(false)]);
    let from = FieldChange::new(NoteSubject::Article(key.clone()), taken_away);
    vec![from, FieldChange::new(NoteSubject::Article(now), facts)]
}

/// A note in the picker: the words it was on, and what was written.
fn label(state: &State, id: Ulid) -> Option<String> {
    let annotation = state.notes.all.annotation(id)?;
    let words = match &annotation.target {
        Target::Passage { anchor, .. } => quoted(&anchor.exact),
        Target::Article { article } => quoted(&article.title),
        Target::Actor { .. } | Target::Day { .. } => return None,
    };
    let note = if annotation.note.is_empty() { String::new() } else { format!(" · {}", quoted(&annotation.note)) };
    Some(tr!("“{words}”{note}", words, note))
}

/// Puts the note on the words selected, else on the sentence one is at; one that was on an article, on the article at hand.
#[must_use]
pub fn attach(state: &mut State, id: Ulid) -> Vec<Effect> {
    let Some(annotation) = state.notes.all.annotation(id) else { return Vec::new() };
    let (target, words) = if let Target::Passage { .. } = annotation.target {
        let Some((span, article)) = selection::selection_or_sentence(state).zip(state.open_article().cloned()) else {
            state.info(tr!("open the article and select the words that the note belongs to"));
            return Vec::new();
        };
        let anchor = Body::new(&article.body).anchor(span);
        highlights::settle(state, span);
        let words = quoted(&anchor.exact);
        (Target::Passage { article: ArticleKey::of(&article).into(), anchor }, words)
    } else {
        let Some(article) = visit::at_hand(state) else {
            state.info(tr!("there is no article here"));
            return Vec::new();
        };
        (Target::Article { article: with_text(ArticleKey::of(&article), &article.body).into() }, quoted(&article.title))
    };
    let fields = [Property::Target(Box::new(target)), Property::Orphan(false)];
    let told = tr!("attached to “{words}” · {undo} undoes", words, undo = state.key(Command::Undo));
    saving::keep(state, vec![FieldChange::new(NoteSubject::Annotation(id), fields)], told)
}
