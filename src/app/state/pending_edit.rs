//! Amending: a correction on its way, and where actors went when the list of them was corrected.
//!
//! It sees no state. `renaming` asks for corrections, `settling` takes in what comes of them.

use std::sync::Arc;

use crate::analysis::actors::Gazetteer;
use crate::model::actor::{ActorIx, ActorTable};
use crate::query::selection::{Facet, Selection};

/// A correction on its way, until the archive has been read with it.
#[derive(Clone, Debug, Default)]
pub struct Pending {
    /// What finds names, once the file has been written.
    pub gazetteer: Option<Arc<Gazetteer>>,
    /// What to say then.
    pub said: String,
}

/// The selection with the actors of `now` in the place of those of `before`; an actor that was merged is the one it is now.
#[must_use]
pub fn followed(selection: &Selection, before: &ActorTable, now: &Gazetteer) -> Selection {
    let mut selection = selection.clone();
    for facet in std::mem::take(&mut selection.facets) {
        let facet = match facet {
            Facet::Actor(ix) => follow(ix, before, now).map(Facet::Actor),
            other => Some(other),
        };
        selection.facets.extend(facet.filter(|facet| !selection.facets.contains(facet)));
    }
    selection
}

/// The place now of the actor that was at `ix`; one that was merged is the one it is now.
#[must_use]
pub fn follow(ix: ActorIx, before: &ActorTable, now: &Gazetteer) -> Option<ActorIx> {
    let actor = before.get(ix)?;
    now.table().by_id(&actor.id).or_else(|| now.resolve(&actor.name))
}
