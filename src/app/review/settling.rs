//! Settling: a note of which several texts were written side by side, on two devices or in two windows. All are kept until a person has
//! kept one of them or joined all; [`crate::notes::state`] knows which there are.

use ulid::Ulid;

use crate::app::effect::Effect;
use crate::app::keys::command::Command;
use crate::app::notes::saving;
use crate::app::state::State;
use crate::model::property::Property;
use crate::notes::action::{FieldChange, NoteSubject};
use crate::tr;

/// A way to settle the texts of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TextChoice {
    /// Which it is, in a few words.
    pub(crate) name: &'static str,
    /// The note as it would be.
    pub(crate) text: String,
}

/// The ways to settle the texts of a note: the one that holds, each of the others, and all of them joined.
pub(crate) fn ways(state: &State, id: Ulid) -> Vec<TextChoice> {
    let Some(note) = state.notes.all.annotation(id).map(|annotation| annotation.note) else { return Vec::new() };
    let others = state.notes.all.other_texts(id);
    let joined = others.iter().fold(note.clone(), |all, other| {
        // A text that holds all there is so far is all of it.
        if other.text.contains(all.trim()) { other.text.clone() } else { format!("{all}\n\n{}", other.text) }
    });
    let mut ways = vec![TextChoice { name: tr!("written last"), text: note }];
    let name = |is_here| if is_here { tr!("written here") } else { tr!("written elsewhere") };
    ways.extend(others.into_iter().map(|other| TextChoice { name: name(other.is_here), text: other.text }));
    ways.push(TextChoice { name: tr!("all, joined"), text: joined });
    ways
}

/// Settles a note in the way of this number; nothing is asked about its texts any more, and undoing brings the question back.
pub(crate) fn settle(state: &mut State, id: Ulid, at: usize) -> Vec<Effect> {
    let Some(way) = ways(state, id).into_iter().nth(at) else { return Vec::new() };
    let mut settled = state.notes.all.settled(id);
    settled.extend(state.notes.all.other_texts(id).iter().map(|other| other.action.to_string()));
    let fields = [Property::Note(way.text.into()), Property::Settled(settled)];
    let told = tr!("note kept: {way} · {undo} undoes", way = way.name, undo = state.key(Command::Undo));
    saving::keep(state, vec![FieldChange::new(NoteSubject::Annotation(id), fields)], told)
}
