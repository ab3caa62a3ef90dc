//! Examining: has a worker find out where annotations stand, when the archive or the notes change, and takes the answers in.

use std::sync::Arc;

use ulid::Ulid;

use crate::app::effect::Effect;
use crate::app::loading::Loading;
use crate::app::review::review_keys;
use crate::app::state::State;
use crate::model::property::{Property, PropertyId};
use crate::notes::action::{Action, FieldChange, NoteSubject};
use crate::notes::anchor_check;
use crate::notes::anchor_check::{Examined, ReviewItem};
use crate::notes::anchoring::article_match::Belonging;
use crate::notes::cases::{belongs, cases_of};
use crate::tr;

/// Takes note that the archive is another one, or the notes are.
pub fn restart(state: &mut State) {
    state.notes.review_anew();
}

/// Takes note of what was done to annotations elsewhere and, as `effects` tell, here; asks for what is to be examined.
#[must_use]
pub fn follow(state: &mut State, elsewhere: &[Action], effects: &[Effect]) -> Vec<Effect> {
    let here = effects.iter().filter_map(|effect| if let Effect::Keep(actions) = effect { Some(actions) } else { None });
    let actions: Vec<&Action> = here.flatten().chain(elsewhere).collect();
    if !actions.is_empty() {
        touch(state, &actions);
        state.notes.list_texts();
        review_keys::refresh(state);
    }
    proceed(state)
}

/// What says where an annotation stands, or whether it is to be asked.
// A note may bring back what was deleted.
const OF_PLACE: [PropertyId; 4] = [PropertyId::Target, PropertyId::Deleted, PropertyId::Orphan, PropertyId::Note];

fn touch(state: &mut State, actions: &[&Action]) {
    let changes = actions.iter().flat_map(|action| &action.changes);
    let is_of_place =
        |change: &&FieldChange| change.set.iter().filter_map(Property::property).any(|property| OF_PLACE.contains(&property));
    let touched = changes.filter_map(|change| match &change.of {
        NoteSubject::Annotation(id) if is_of_place(&change) => Some(ReviewItem::Annotation(*id)),
        NoteSubject::Article(key) if change.set.iter().any(|field| !field.is_ephemeral()) => {
            Some(ReviewItem::Facts(Arc::new(key.clone())))
        }
        _ => None,
    });
    state.notes.reanchor.touch(touched);
}

/// Asks for the next portion, unless one is under way or the archive is not all here.
fn proceed(state: &mut State) -> Vec<Effect> {
    // In a part of an archive, much would seem to be lost.
    if state.load.progress != Loading::Done || state.load.pending.is_some() {
        return Vec::new();
    }
    let Some((generation, ids)) = state.notes.reanchor.take_portion() else { return Vec::new() };
    let subjects = anchor_check::subjects(&state.notes.all, ids);
    vec![Effect::Examine { generation, archive: state.archive.clone(), subjects }]
}

/// A portion broke off by a fault of the program. It is asked for again in parts, so that one annotation keeps no other from being
/// reviewed.
pub fn failed(state: &mut State, generation: u64) {
    if !state.notes.reanchor.awaits(generation) {
        return;
    }
    if state.notes.reanchor.divide() {
        state.error(tr!("where 1 note stands could not be found out, by a fault of the program"));
    }
}

/// Takes an answer in.
pub fn arrived(state: &mut State, generation: u64, examined: Examined) {
    if !state.notes.reanchor.awaits(generation) {
        return;
    }
    let (astray, notes) = (&mut state.notes.reanchor, &state.notes.all);
    astray.welcome(notes.homes(examined.found.iter()).into_iter().map(str::to_owned));
    // What was made in another archive and is not in this one is not missed here.
    astray.take(examined, |finding, archives| {
        let key = match &finding.item {
            ReviewItem::Annotation(id) | ReviewItem::Texts(id) => {
                notes.annotation(*id).and_then(|annotation| annotation.target.article().cloned())
            }
            ReviewItem::Facts(key) => Some((**key).clone()),
        };
        let mut noted_in = key.iter().flat_map(|key| notes.archives_of(key));
        finding.belonging != Belonging::Nowhere || noted_in.any(|archive| archives.contains(archive))
    });
    let (notes, case) = (&state.notes.all, state.filter.selection.case());
    let is_of_case = |id: Ulid| {
        let own = || notes.annotation(id).map(|annotation| cases_of(&annotation)).unwrap_or_default();
        case.is_none_or(|case| belongs(&own(), case))
    };
    state.notes.reanchor.list(|finding| match &finding.item {
        ReviewItem::Annotation(id) | ReviewItem::Texts(id) => !notes.is_orphan(*id) && is_of_case(*id),
        // Nobody misses the read mark of an article that is gone; it is kept, and can be attached by hand.
        ReviewItem::Facts(key) => {
            let is_more = || notes.facts_of(key).iter().any(|fact| fact.property() != Some(PropertyId::Read));
            !notes.is_left(key) && (!finding.places.is_empty() || is_more())
        }
    });
    state.notes.open.outdate();
    review_keys::refresh(state);
}
