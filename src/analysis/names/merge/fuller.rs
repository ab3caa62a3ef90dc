//! Fuller names: `Robert S. Varn III` and `Robert Varn`, `K. Michael Doss` and `Michael Doss` are one person where nobody else may be meant.
//!
//! A father and a son of one name stand in one text, and each is told from the other by the generation; a person is written in one way there.
//! So a fuller name joins the plain one that it hardly stands beside. Called by `merge` with the candidates of the archive.

use std::collections::HashMap;
use std::sync::Arc;

use crate::analysis::names::merge::draft::{JoinedNames, person};
use crate::analysis::names::merge::known::Known;
use crate::analysis::names::part::parts_that_tell;
use crate::analysis::names::person_name::PersonName;
use crate::model::segment::Segment;

/// Bearers of one name that are looked at.
const BEARERS: usize = 16;

/// The drafts of persons by given name and surname, each with the parts of one of its spellings.
type ByName = HashMap<(u32, u32), Vec<(usize, PersonName)>>;

impl JoinedNames<'_> {
    /// Joins persons of whose names one has more than the other, or the given name in another form.
    pub(super) fn join_persons(&mut self, segments: &[Arc<Segment>], known: &Known<'_>) {
        self.join_short_given();
        self.join_fuller(segments, known);
    }

    /// Joins persons whose names have a letter before them or a generation behind to the one who is called so without.
    fn join_fuller(&mut self, segments: &[Arc<Segment>], known: &Known<'_>) {
        let (fuller, plain) = self.by_fullness(known);
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for (name, bearers) in &fuller {
            let Some(plain) = plain.get(name) else { continue };
            // Where two generations are told apart, who is called by neither may be both.
            let several = bearers.iter().any(|(_, one)| bearers.iter().any(|(_, other)| one.differs(other)));
            for (at, one) in bearers.iter().filter(|_| !several) {
                let mut meant: Vec<usize> = plain.iter().filter(|(_, other)| !one.differs(other)).map(|(at, _)| *at).collect();
                meant.dedup();
                if let [only] = meant.as_slice() {
                    pairs.push((*at, *only));
                }
            }
        }
        if pairs.is_empty() {
            return;
        }
        pairs.sort_unstable();
        let (each, both) = self.counts(segments, &pairs);
        let apart = |pair: &&(usize, usize)| {
            let count = |at: usize| each.get(&at).copied().unwrap_or_default();
            both.get(*pair).copied().unwrap_or_default() * 2 < count(pair.0).min(count(pair.1))
        };
        let joined: Vec<(usize, usize)> = pairs.iter().filter(apart).copied().collect();
        for (from, into) in joined {
            self.absorb(from, into);
        }
    }

    /// The persons whose names are fuller, and those whose are plain.
    fn by_fullness(&self, known: &Known<'_>) -> (ByName, ByName) {
        let (mut fuller, mut plain): (ByName, ByName) = Default::default();
        for (at, draft) in self.all.iter().enumerate().filter(|(_, draft)| draft.kind == person() && draft.articles > 0) {
            let own = draft.tallies.iter().map(|tally| &*tally.spelling);
            let listed = draft.known.into_iter().flat_map(|ix| known.spellings(ix));
            let names: Vec<PersonName> =
                own.chain(listed).filter_map(|spelling| PersonName::of(&parts_that_tell(spelling))).collect();
            // One that is written without as well needs nobody to be joined to.
            let all = draft.known.is_none() && names.iter().all(PersonName::is_fuller);
            for name in names.into_iter().filter(|name| all || !name.is_fuller()) {
                let bearers = if all { &mut fuller } else { &mut plain }.entry((name.given, name.surname)).or_default();
                if bearers.len() < BEARERS {
                    bearers.push((at, name));
                }
            }
        }
        (fuller, plain)
    }
}
