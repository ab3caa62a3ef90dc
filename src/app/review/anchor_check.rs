//! Examining: has a worker find out where annotations stand, when the archive or the notes change, and takes the answers in.

use std::collections::HashSet;

use ulid::Ulid;

use crate::app::effect::Effect;
use crate::app::loading::Loading;
use crate::app::review::review_keys;
use crate::app::state::State;
use crate::model::property::{Property, PropertyId};
use crate::notes::action::{Action, FieldChange, NoteSubject};
use crate::notes::anchor_check;
use crate::notes::anchor_check::Examined;
use crate::notes::anchoring::article_match::Belonging;
use crate::tr;

/// Takes note that the archive is another one, or the notes are.
pub fn restart(state: &mut State) {
    state.notes.reanchor.restart(state.notes.all.ids());
}

/// Takes note of what was done to annotations elsewhere and, as `effects` tell, here; asks for what is to be examined.
#[must_use]
pub fn follow(state: &mut State, elsewhere: &[Action], effects: &[Effect]) -> Vec<Effect> {
    let here = effects.iter().filter_map(|effect| if let Effect::Keep(actions) = effect { Some(actions) } else { None });
    let actions: Vec<&Action> = here.flatten().chain(elsewhere).collect();
    if !actions.is_empty() {
        touch(state, &actions);
        review_keys::refresh(state);
    }
    proceed(state)
}

/// What says where an annotation stands, or whether it is to be asked.
const OF_PLACE: [PropertyId; 3] = [PropertyId::Target, PropertyId::Deleted, PropertyId::Orphan];

fn touch(state: &mut State, actions: &[&Action]) {
    let changes = actions.iter().flat_map(|action| &action.changes);
    let is_of_place =
        |change: &&FieldChange| change.set.iter().filter_map(Property::property).any(|property| OF_PLACE.contains(&property));
    let touched = changes.filter(is_of_place).filter_map(|change| match change.of {
        NoteSubject::Annotation(id) => Some(id),
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
    let own: HashSet<&str> = state.notes.all.homes(std::iter::empty());
    let subject = |annotation: Ulid| {
        let target = state.notes.all.annotation(annotation)?.target;
        // What was noted in another archive alone is not looked for here.
        let is_missed = target.article().is_some_and(|key| state.notes.all.archives_of(key).any(|archive| own.contains(archive)));
        Some(anchor_check::Subject { annotation, target, is_missed })
    };
    let subjects: Vec<anchor_check::Subject> = ids.into_iter().filter_map(subject).collect();
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
        let target = notes.annotation(finding.annotation).map(|annotation| annotation.target);
        let mut noted_in = target.iter().filter_map(|target| target.article()).flat_map(|key| notes.archives_of(key));
        finding.belonging != Belonging::Nowhere || noted_in.any(|archive| archives.contains(archive))
    });
    let notes = &state.notes.all;
    state.notes.reanchor.list(|id| !notes.is_orphan(id));
    state.notes.open.outdate();
    review_keys::refresh(state);
}
