//! Shelving: what is noted of an article as a whole. Read or not, a star, and the place where one stopped.

use std::sync::Arc;

use crate::app::effect::Effect;
use crate::app::keys::command::Command;
use crate::app::notes::highlights::quoted;
use crate::app::notes::saving;
use crate::app::reader::visit;
use crate::app::state::State;
use crate::model::annotation::ArticleKey;
use crate::model::article::Article;
use crate::notes::action::{FieldChange, NoteSubject};
use crate::notes::field::Property;
use crate::notes::state::ArticleNotes;
use crate::text::span::CodePoints;

/// Marks the article at hand as read, or as not read.
#[must_use]
pub fn toggle_read(state: &mut State) -> Vec<Effect> {
    toggle(state, |known| (Property::Read(!known.read), if known.read { "not read" } else { "read" }))
}

/// Gives the article at hand a star, or takes it away.
#[must_use]
pub fn toggle_star(state: &mut State) -> Vec<Effect> {
    toggle(state, |known| (Property::Starred(!known.starred), if known.starred { "no star" } else { "starred" }))
}

fn toggle(state: &mut State, with: impl Fn(&ArticleNotes) -> (Property, &'static str)) -> Vec<Effect> {
    let Some(article) = visit::at_hand(state) else {
        state.info("there is no article here");
        return Vec::new();
    };
    let key = ArticleKey::of(&article);
    let (field, told) = with(&state.notes.all.article(&key));
    let told = format!("{told}: “{}” · {} undoes", quoted(&article.title), state.key(Command::Undo));
    saving::keep(state, vec![FieldChange::new(NoteSubject::Article(key), [field])], told)
}

/// The open article with the place one is at in it, in code points; `None` for the head.
#[must_use]
pub fn place(state: &State) -> Option<(Arc<Article>, Option<u32>)> {
    let article = state.open_article()?;
    let offset = state.reader.scroll_wanted().offset;
    Some((Arc::clone(article), offset.and_then(|offset| u32::try_from(CodePoints::new(&article.body).at(offset)).ok())))
}

/// Keeps the place at which an article was left.
#[must_use]
pub fn keep_place(state: &mut State, (article, place): (Arc<Article>, Option<u32>)) -> Vec<Effect> {
    let key = ArticleKey::of(&article);
    // What one has only looked at from the list was not stopped at, and need not be kept.
    if place.is_none() && state.notes.all.article(&key).place.is_none() {
        return Vec::new();
    }
    saving::keep_quietly(state, vec![FieldChange::new(NoteSubject::Article(key), [Property::Place(place)])])
}
