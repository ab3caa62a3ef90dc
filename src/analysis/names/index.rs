//! The index of the names that were settled: which candidate of an article is which actor.
//!
//! Asked with the candidates of one article, packed or just read, so that lists and the open article agree. It is made by
//! `aggregate`, kept in the cache, and asked by `actors`.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::model::actor::ActorIx;
use crate::model::candidate::{Candidate, Feature};

/// What was discovered in an archive.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discovery {
    /// The actors, numbered from behind the last one of the gazetteer.
    pub actors: Vec<DiscoveredActor>,
    /// The names.
    pub names: HashMap<u32, Name>,
    /// Names in full that the archive has for actors of the gazetteer, beside those of the list.
    pub more: BTreeMap<u16, Vec<Box<str>>>,
    /// How many articles name each actor, those of the gazetteer first.
    pub articles: Vec<u32>,
    /// How the articles spell each actor of the gazetteer; empty where that is its name there.
    pub spelled: Vec<Box<str>>,
}

/// A discovered actor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscoveredActor {
    /// The identifier.
    pub id: Box<str>,
    /// The name shown.
    pub name: Box<str>,
    /// The number of its kind; 0 when nothing tells it. See [`super::kind`].
    pub kind: u8,
    /// Every spelling, the shown name first.
    pub spellings: Vec<Box<str>>,
}

/// Whom a name means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// The actor it names in full.
    pub full: Option<u16>,
    /// The actors it is short for, the one named most often first.
    pub short: Vec<u16>,
    /// Whether the first of these is meant where none is named in full.
    pub alone: bool,
}

impl Discovery {
    /// Whether nothing was discovered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Whom the candidates of one article mean, by the number of the name; `listed` are the actors of the gazetteer that it names.
    ///
    /// A short form means the actor named in full there; of several the one named most; else the one who is known by it.
    #[must_use]
    pub fn resolve(&self, candidates: &[Candidate], listed: impl IntoIterator<Item = ActorIx>) -> HashMap<u32, ActorIx> {
        let names = || {
            candidates
                .iter()
                .filter(|one| !one.signs.has(Feature::Link))
                .filter_map(|one| Some((one.name, self.names.get(&one.name)?)))
        };
        let listed = listed.into_iter().map(|ix| ix.0);
        let present: HashSet<u16> = names().filter_map(|(_, name)| name.full).chain(listed).collect();
        let meant = |name: &Name| {
            let here = || name.short.iter().find(|actor| present.contains(actor)).copied();
            let known = || name.short.first().filter(|_| name.alone).copied();
            name.full.or_else(here).or_else(known)
        };
        names().filter_map(|(number, name)| Some((number, ActorIx(meant(name)?)))).collect()
    }

    /// The actors that the candidates of one article mean, with their counts, in the order of the text; an actor comes as often
    /// as names mean it.
    pub fn count(
        &self,
        candidates: &[Candidate],
        listed: impl IntoIterator<Item = ActorIx>,
    ) -> impl Iterator<Item = (ActorIx, usize)> {
        let meant = self.resolve(candidates, listed);
        let written = candidates.iter().filter(|one| !one.signs.has(Feature::Link));
        written.filter_map(move |one| Some((*meant.get(&one.name)?, usize::from(one.count))))
    }
}
