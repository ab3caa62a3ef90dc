//! Joined names: actors in the making, and by what each is found again while names are joined.
//!
//! Plain data; `merge` fills it, `shorts` and `listing` read it.

use std::collections::HashMap;

use crate::analysis::names::kind::number;
use crate::analysis::names::person_name::PersonName;
use crate::analysis::names::statistics::Tally;
use crate::analysis::names::words::Numbered;
use crate::model::actor::ActorKind;

/// An actor in the making.
#[derive(Debug)]
pub(super) struct JoinedName<'a> {
    /// The names in full, the first one the most frequent.
    pub(super) tallies: Vec<&'a Tally>,
    pub(super) kind: u8,
    pub(super) articles: u32,
    /// Its place in the gazetteer, when it is an actor of it.
    pub(super) known: Option<u16>,
}

/// Names by their first and their last word, each with its number and its parts.
type ByEnds = HashMap<(u32, u32), Vec<(usize, PersonName)>>;

/// What is being put together.
#[derive(Debug, Default)]
pub(super) struct JoinedNames<'a> {
    pub(super) all: Vec<JoinedName<'a>>,
    /// The draft of each name in full.
    pub(super) full: Numbered<usize>,
    /// The drafts of actors of the gazetteer.
    pub(super) known: HashMap<u16, usize>,
    /// The drafts by the key of their romanisation; and by first and last word, each with the words between.
    pub(super) keys: HashMap<String, Vec<usize>>,
    pub(super) ends: ByEnds,
    /// The persons by their first two names, groups by their head and the word behind it; and groups by what is left without the state or people before it.
    pub(super) heads: Numbered<usize>,
    pub(super) tails: Numbered<usize>,
    /// Companies by what is left of their names without the legal form.
    pub(super) bases: Numbered<usize>,
    /// The groups by their words in one order and spelling.
    pub(super) groups: HashMap<String, usize>,
    /// The drafts by a word that stands for them: the last of a person, the first of any.
    pub(super) lasts: Numbered<Vec<usize>>,
    pub(super) firsts: Numbered<Vec<usize>>,
    /// How many articles name a group that begins with a word, at most.
    pub(super) groups_by_first: Numbered<u32>,
    /// The last words of persons by the key of their sounds, each with its number.
    pub(super) sounds: HashMap<String, Vec<(u32, Box<str>)>>,
}

impl<'a> JoinedNames<'a> {
    /// Gives the actor at `at` one more name.
    pub(super) fn give(&mut self, at: usize, tally: &'a Tally) {
        if let Some(draft) = self.all.get_mut(at) {
            draft.tallies.push(tally);
            draft.articles = draft.articles.max(tally.articles);
            self.full.insert(tally.name, at);
        }
    }
}

impl JoinedNames<'_> {
    /// Makes one actor of two: all that names the one at `from` names the one at `into`, which is shown.
    pub(super) fn absorb(&mut self, from: usize, into: usize) {
        if from == into {
            return;
        }
        let Some(given) = self.all.get_mut(from).filter(|draft| draft.known.is_none()) else { return };
        let (tallies, articles, kind) = (std::mem::take(&mut given.tallies), std::mem::take(&mut given.articles), given.kind);
        for tally in &tallies {
            self.full.insert(tally.name, into);
        }
        if let Some(kept) = self.all.get_mut(into) {
            kept.tallies.extend(tallies);
            kept.articles += articles;
            kept.kind = if kept.kind == 0 { kind } else { kept.kind };
        }
        let ends = self.ends.values_mut().flatten().map(|(at, _)| at);
        let others = self
            .keys
            .values_mut()
            .flatten()
            .chain(self.heads.values_mut())
            .chain(self.tails.values_mut())
            .chain(self.bases.values_mut());
        for at in others.chain(self.groups.values_mut()).chain(ends).filter(|at| **at == from) {
            *at = into;
        }
    }
}

/// The number of the kind of persons.
pub(super) fn person() -> u8 {
    number(ActorKind::Person)
}
