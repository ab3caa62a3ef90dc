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
use crate::model::property::{PropertyType, typed};
use crate::notes::action::{FieldChange, NoteSubject};
use crate::notes::anchoring::whole::with_text;
use crate::text::span::CodePoints;
use crate::tr;

/// Sets a flag on the article at hand, or takes it away; the words are those of the table of properties.
#[must_use]
pub fn toggle<P: PropertyType<Value = bool>>(state: &mut State, flag: P) -> Vec<Effect> {
    let Some(article) = visit::at_hand(state) else {
        state.info(tr!("there is no article here"));
        return Vec::new();
    };
    let key = with_text(ArticleKey::of(&article), &article.body);
    let field = flag.field(!state.notes.all.article(&key).is(flag));
    let told = field.undone(&str::to_owned).unwrap_or_default();
    let told = tr!("{told}: “{words}” · {undo} undoes", told, words = quoted(&article.title), undo = state.key(Command::Undo));
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
    let key = with_text(ArticleKey::of(&article), &article.body);
    // What one has only looked at from the list was not stopped at, and need not be kept.
    if place.is_none() && state.notes.all.article(&key).get(typed::Place).copied().flatten().is_none() {
        return Vec::new();
    }
    saving::keep_quietly(state, vec![FieldChange::new(NoteSubject::Article(key), [typed::Place.field(place)])])
}
