//! The list of discovered actors, made of what was put together: those in most articles, with their names and identifiers.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use crate::analysis::names::index::{DiscoveredActor, Discovery, Name};
use crate::analysis::names::kind::number;
use crate::analysis::names::merge::draft::{JoinedName, JoinedNames};
use crate::analysis::names::merge::shorts::Short;
use crate::analysis::names::part::{Part, parts_that_tell};
use crate::analysis::names::statistics::Tally;
use crate::analysis::names::words::Numbered;
use crate::model::actor::{ActorIx, ActorKind, ActorTable, identifier_of};

/// The actors that are kept, those in most articles: a list that nobody can look through is of no use.
const MOST: usize = 8192;
/// How often a name may be glued to a name that is glued to another.
const DEPTH: usize = 3;

impl JoinedNames<'_> {
    /// The index: the most frequent actors with their names. `glued` names mean what the name left of each means.
    pub(super) fn finish(self, shorts: &[(u32, Short)], glued: &[(u32, u32)], table: &ActorTable) -> Discovery {
        let places = [ActorKind::Place, ActorKind::State].map(number);
        let mut order: Vec<usize> = (0..self.all.len()).collect();
        // Places come last: who acts goes before where.
        order.sort_by_key(|at| self.all.get(*at).map(|draft| (places.contains(&draft.kind), Reverse(draft.articles))));
        let mut discovery = Discovery::default();
        let mut kept: HashMap<usize, u16> = HashMap::new();
        let mut taken: HashSet<Box<str>> = table.iter().map(|(_, actor)| actor.id.clone()).collect();
        for at in order {
            let Some(draft) = self.all.get(at) else { continue };
            if let Some(ix) = draft.known {
                kept.insert(at, ix);
                continue;
            }
            let Ok(ix) = u16::try_from(table.len() + discovery.actors.len()) else { break };
            // What was joined to another is no actor any more.
            if draft.tallies.is_empty() {
                continue;
            }
            match found(draft, &mut taken, table) {
                Some(Found::Merged(known)) => {
                    kept.insert(at, known.0);
                }
                Some(Found::New(actor)) if discovery.actors.len() < MOST => {
                    discovery.actors.push(actor);
                    kept.insert(at, ix);
                }
                _ => {}
            }
        }
        for (name, at) in &self.full {
            if let Some(ix) = kept.get(at) {
                discovery.names.entry(*name).or_default().full = Some(*ix);
            }
        }
        for (name, Short { bearers, alone }) in shorts {
            let short: Vec<u16> = bearers.iter().filter_map(|at| kept.get(at).copied()).collect();
            if !short.is_empty() {
                discovery.names.insert(*name, Name { full: None, short, alone: *alone });
            }
        }
        let rests: Numbered<u32> = glued.iter().copied().collect();
        for (name, rest) in glued {
            let end = (0..DEPTH).try_fold(*rest, |rest, _| rests.get(&rest).copied().ok_or(rest)).unwrap_or_else(|end| end);
            if let Some(meant) = discovery.names.get(&end).cloned() {
                discovery.names.insert(*name, meant);
            }
        }
        discovery
    }
}

/// Notes for each actor all names in full that mean it: what is counted for somebody is found by that name, too.
pub(super) fn note_spellings(discovery: &mut Discovery, tallies: &[&Tally], listed: usize) {
    for tally in tallies {
        let Some(name) = discovery.names.get(&tally.name) else { continue };
        let several = || parts_that_tell(&tally.spelling).len() > 1;
        let known = || name.short.first().filter(|_| name.alone && several()).copied();
        let Some(ix) = name.full.or_else(known).map(usize::from) else { continue };
        let spellings = match ix.checked_sub(listed) {
            Some(at) => discovery.actors.get_mut(at).map(|actor| &mut actor.spellings),
            None => u16::try_from(ix).ok().map(|ix| discovery.more.entry(ix).or_default()),
        };
        if let Some(spellings) = spellings.filter(|spellings| !spellings.contains(&tally.spelling)) {
            spellings.push(tally.spelling.clone());
        }
    }
}

/// Whom a name means that no list has.
enum Found {
    New(DiscoveredActor),
    /// The one that a reader said it is.
    Merged(ActorIx),
}

/// The actor that a draft makes; `None` for one whose name or identifier `table` hides.
fn found(draft: &JoinedName<'_>, taken: &mut HashSet<Box<str>>, table: &ActorTable) -> Option<Found> {
    let mut seen: HashSet<&str> = HashSet::new();
    let mut named = draft.tallies.clone();
    named.sort_by_key(|tally| Reverse((tally.articles, tally.mentions)));
    let mut spellings: Vec<Box<str>> =
        named.iter().filter(|tally| seen.insert(&tally.spelling)).map(|tally| tally.spelling.clone()).collect();
    // An abbreviation is not shown for the name it is short for, nor a name in capitals for one that is written out.
    let shouted = |spelling: &str| {
        let own = spelling.strip_prefix("The").filter(|own| !own.is_empty() && own.chars().all(char::is_uppercase));
        parts_that_tell(own.unwrap_or(spelling)).iter().all(Part::is_capitals)
    };
    let articles = |wanted: &str| draft.tallies.iter().find(|tally| &*tally.spelling == wanted).map_or(0, |tally| tally.articles);
    // But a name that is hardly ever written out is shown as the archive writes it.
    let most = draft.tallies.iter().map(|tally| tally.articles).max().unwrap_or_default();
    let told = |spelling: &str| !shouted(spelling) && articles(spelling) * 8 >= most;
    if let Some(written) = spellings.iter().position(|spelling| told(spelling)) {
        let written = spellings.remove(written);
        spellings.insert(0, written);
    }
    let name = spellings.first().cloned().unwrap_or_default();
    let plain = identifier_of(&name);
    let numbered = (2..).map(|nth| format!("{plain}-{nth}").into_boxed_str());
    let id = std::iter::once(plain.clone().into_boxed_str()).chain(numbered).find(|id| !taken.contains(id)).unwrap_or_default();
    if let Some(known) = table.merged_into(&plain).or_else(|| table.merged_into(&id)) {
        return Some(Found::Merged(known));
    }
    taken.insert(id.clone());
    let is_hidden = table.hides(&plain) || table.hides(&id);
    (!is_hidden).then_some(Found::New(DiscoveredActor { id, name, kind: draft.kind, spellings }))
}
