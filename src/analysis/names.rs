//! Discovery: names that no gazetteer knows, found in an archive by how they are written and by what stands beside them.
//!
//! Three steps. `sighting` reads one article while its tokens are at hand and notes its candidates: runs of capitalised words
//! with their particles, and the signs around them. `settle` looks at the candidates of the whole archive once all of it is
//! read and decides which are actors, of which kind, and which spellings and short forms are one. `index` is what comes of
//! it: with it the candidates of one article are told, packed or opened, in the same way. Nothing here knows a name; the
//! words that stand around names are in `assets/discovery`, a file for each language.
//!
//! Candidates are packed beside each article (12 bytes each, some thirty an article) and numbers, not texts, are counted, so
//! that an archive is settled anew after a rescan without reading a text again but for the spellings that are kept.

pub mod aggregate;
pub mod candidate;
mod chunk;
mod classify;
pub(crate) mod common_words;
mod couples;
mod head_kind;
pub mod index;
pub mod kind;
pub mod lexicon;
mod merge;
pub(crate) mod part;
pub(crate) mod person_name;
pub(crate) mod rule_words;
mod small_names;
mod small_words;
mod spelling_forms;
mod statistics;
pub mod suggestion;
mod tally_signs;
mod words;

pub(crate) use crate::analysis::names::words::Numbered;
use crate::model::candidate::{Candidate, CandidateSpan, Feature, Signs};

/// The candidates that sightings amount to, each once, in order of the text.
#[must_use]
pub fn gather(sightings: &[CandidateSpan]) -> Vec<Candidate> {
    let mut order: Vec<&CandidateSpan> = sightings.iter().collect();
    order.sort_by_key(|sighting| (sighting.name, sighting.signs.has(Feature::Link), sighting.span.start));
    let alike =
        |a: &&CandidateSpan, b: &&CandidateSpan| a.name == b.name && a.signs.has(Feature::Link) == b.signs.has(Feature::Link);
    let mut candidates: Vec<Candidate> = order.chunk_by(alike).filter_map(one).collect();
    candidates.sort_by_key(|candidate| candidate.start);
    candidates
}

fn one(group: &[&CandidateSpan]) -> Option<Candidate> {
    // Where it stands inside a sentence, it is written as it is; where nothing stands beside it, it may be in the capitals of a headline.
    let inside = || group.iter().find(|sighting| sighting.signs.has(Feature::Inside));
    let first = inside().or_else(|| group.iter().find(|sighting| sighting.signs != Signs::default())).or(group.first())?;
    let signs = group.iter().map(|sighting| sighting.signs).reduce(Signs::and)?;
    let start = if signs.has(Feature::Link) { first.link } else { first.span.start };
    let narrow = |count: usize| u8::try_from(count).unwrap_or(u8::MAX);
    Some(Candidate { name: first.name, start, len: narrow(first.span.len()), count: narrow(group.len()), signs })
}

#[cfg(test)]
mod tests;
