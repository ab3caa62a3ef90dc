//! Deciding: what is done with a row of the review list. Accept the place that was found, choose another, keep as an orphan, delete; each
//! is one action, which undoing takes back. [`super::review_keys`] walks the list, [`super::settling`] knows the texts of a note.

use ulid::Ulid;

use crate::app::effect::Effect;
use crate::app::keys::command::Command;
use crate::app::notes::highlights::quoted;
use crate::app::notes::saving;
use crate::app::review::attach;
use crate::app::review::review_list::Review;
use crate::app::review::settling;
use crate::app::state::State;
use crate::app::widget::navigation::Cursor;
use crate::model::anchor::AnchorState;
use crate::model::annotation::{ArticleKey, Target};
use crate::model::property::Property;
use crate::notes::action::{FieldChange, NoteSubject};
use crate::notes::anchor_check::{CandidatePlace, ReviewItem};
use crate::notes::anchoring::bodies::Bodies;
use crate::notes::anchoring::whole::with_text;
use crate::tr;

/// What else can be done with something that has no place.
pub(super) fn otherwise(state: &State) -> String {
    let keys = [Command::AttachNote, Command::KeepOrphan, Command::DeleteListed].map(|command| state.key(command));
    let [attach, orphan, delete] = keys;
    tr!("{attach} attaches it by hand, {orphan} keeps it as an orphan, {delete} deletes it", attach, orphan, delete)
}

/// Lets one choose among the places in question, or among the texts of a note.
#[must_use]
pub fn choose(state: &mut State, review: &mut Review, item: &ReviewItem) -> Vec<Effect> {
    match state.notes.reanchor.options(item) {
        0 => state.info(tr!("there is no place to choose; {otherwise}", otherwise = otherwise(state))),
        1 => state.info(tr!(
            "there is one place, which is shown; {accept_place} accepts it",
            accept_place = state.key(Command::AcceptPlace)
        )),
        _ => review.choosing = Some(Cursor::default()),
    }
    Vec::new()
}

/// Puts it where it is shown; of a note with several texts, takes the one that is shown.
#[must_use]
pub fn accept(state: &mut State, review: &mut Review, item: &ReviewItem) -> Vec<Effect> {
    if is_open(state, item) && review.choosing.is_none() {
        let [down, up, accept] = [Command::Down, Command::Up, Command::Accept].map(|one| state.key(one));
        state.info(match item {
            ReviewItem::Texts(_) => tr!("which of these texts? {down} and {up} show them, {accept} takes one", down, up, accept),
            _ => tr!("which of these places? {down} and {up} show them, {accept} takes one", down, up, accept),
        });
        review.choosing = Some(Cursor::default());
        return Vec::new();
    }
    if let ReviewItem::Texts(id) = item {
        let effects = settling::settle(state, *id, review.place());
        review.choosing = None;
        return effects;
    }
    let finding = state.notes.reanchor.finding(item);
    let Some(place) = finding.and_then(|finding| finding.places.get(review.place())).copied() else {
        state.info(tr!("there is no place to accept; {otherwise}", otherwise = otherwise(state)));
        return Vec::new();
    };
    let Some((changes, words)) = put(state, item, place, &mut Bodies::of(&state.archive)) else { return Vec::new() };
    review.choosing = None;
    let told = tr!("accepted: {words} · {undo} undoes", words, undo = state.key(Command::Undo));
    saving::keep(state, changes, told)
}

/// Whether a person has to say which of several it is.
fn is_open(state: &State, item: &ReviewItem) -> bool {
    let is_several = state.notes.reanchor.options(item) > 1;
    let finding = state.notes.reanchor.finding(item);
    is_several && finding.is_none_or(|finding| matches!(finding.state, AnchorState::Ambiguous | AnchorState::Orphan))
}

/// The changes that put something to a place, and its words.
fn put(state: &State, item: &ReviewItem, place: CandidatePlace, bodies: &mut Bodies) -> Option<(Vec<FieldChange>, String)> {
    match item {
        ReviewItem::Annotation(id) | ReviewItem::Texts(id) => {
            let (change, words) = putting(*id, place, bodies)?;
            Some((vec![change], words))
        }
        ReviewItem::Facts(key) => {
            let article = state.archive.get(place.article)?;
            let now = with_text(ArticleKey::from(article), article.body());
            Some((attach::moving(&state.notes.all, key, now), tr!("“{words}”", words = quoted(article.title()))))
        }
    }
}

/// Accepts all whose very words stand elsewhere, at once.
#[must_use]
pub fn accept_moved(state: &mut State) -> Vec<Effect> {
    let moved = state.notes.reanchor.open.iter().filter_map(|item| {
        let finding = state.notes.reanchor.finding(item).filter(|finding| finding.state == AnchorState::Moved)?;
        Some((item, *finding.places.first()?))
    });
    // They are in the order of the articles, so that each body is at hand for all notes on it.
    let mut bodies = Bodies::of(&state.archive);
    let changes: Vec<FieldChange> =
        moved.filter_map(|(item, place)| Some(put(state, item, place, &mut bodies)?.0)).flatten().collect();
    let undo = state.key(Command::Undo);
    let told = match changes.len() {
        0 => {
            state.info(tr!("none of these has moved word for word"));
            return Vec::new();
        }
        count => tr!(
            "accepted {n} that stands word for word elsewhere · {undo} undoes"
                | "accepted {n} that stand word for word elsewhere · {undo} undoes",
            n = count,
            undo
        ),
    };
    saving::keep(state, changes, told)
}

/// The change that puts an annotation to a place, and the words there.
fn putting(id: Ulid, place: CandidatePlace, bodies: &mut Bodies) -> Option<(FieldChange, String)> {
    let article = bodies.archive().get(place.article)?;
    let key = ArticleKey::from(article);
    let (target, words) = match place.span {
        Some(span) => {
            let anchor = bodies.body(place.article)?.anchor(span);
            let words = quoted(&anchor.exact);
            (Target::Passage { article: key.into(), anchor }, words)
        }
        None => (Target::Article { article: with_text(key, article.body()).into() }, quoted(article.title())),
    };
    let fields = [Property::Target(Box::new(target)), Property::Orphan(false)];
    Some((FieldChange::new(NoteSubject::Annotation(id), fields), tr!("“{words}”", words)))
}

/// Leaves it without a place; it is kept, and not asked about again.
#[must_use]
pub fn orphan(state: &mut State, review: &mut Review, item: &ReviewItem) -> Vec<Effect> {
    let subject = match item {
        ReviewItem::Annotation(id) => NoteSubject::Annotation(*id),
        ReviewItem::Facts(key) => NoteSubject::Article((**key).clone()),
        ReviewItem::Texts(_) => {
            let accept = state.key(Command::AcceptPlace);
            state.info(tr!("this note has its place; {accept} chooses between its texts or joins them", accept));
            return Vec::new();
        }
    };
    review.choosing = None;
    let told = tr!("kept as an orphan: {id} · {undo} undoes", id = named(state, item), undo = state.key(Command::Undo));
    saving::keep(state, vec![FieldChange::new(subject, [Property::Orphan(true)])], told)
}

/// Deletes the annotation, or takes back what was said of the article.
#[must_use]
pub fn delete(state: &mut State, review: &mut Review, item: &ReviewItem) -> Vec<Effect> {
    review.choosing = None;
    let change = match item {
        ReviewItem::Annotation(id) | ReviewItem::Texts(id) => {
            FieldChange::new(NoteSubject::Annotation(*id), [Property::Deleted(true)])
        }
        ReviewItem::Facts(key) => {
            let unset: Vec<Property> = state.notes.all.facts_of(key).iter().filter_map(Property::unset).collect();
            FieldChange::new(NoteSubject::Article((**key).clone()), unset)
        }
    };
    let told = tr!("deleted: {id} · {undo} brings it back", id = named(state, item), undo = state.key(Command::Undo));
    saving::keep(state, vec![change], told)
}

/// The words of something, for a message.
fn named(state: &State, item: &ReviewItem) -> String {
    let id = match item {
        ReviewItem::Annotation(id) | ReviewItem::Texts(id) => *id,
        ReviewItem::Facts(key) => return tr!("“{words}”", words = quoted(&key.title)),
    };
    match state.notes.all.annotation(id).map(|annotation| annotation.target) {
        Some(Target::Passage { anchor, .. }) => tr!("“{words}”", words = quoted(&anchor.exact)),
        Some(Target::Article { article }) => tr!("“{words}”", words = quoted(&article.title)),
        _ => tr!("the note").to_owned(),
    }
}
