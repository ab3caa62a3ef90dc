//! Finds an actor by what a person types: an identifier, a spelling, the head of a name; or the names nearest to it.
//!
//! Not matching in articles (`scan`). Called by `actors` for the command line and the pickers.

use std::collections::BTreeSet;

use crate::analysis::actors::words::key;
use crate::model::actor::{Actor, ActorIx, ActorTable};

/// The actor meant by `text`: its identifier, any of its spellings, a word of its name that no other has, or the head of one
/// name only; folded.
#[must_use]
pub fn resolve(table: &ActorTable, text: &str) -> Option<ActorIx> {
    let wanted = key(text);
    if wanted.is_empty() {
        return None;
    }
    let exact = |actor: &Actor| key(&actor.id) == wanted || actor.spellings.iter().any(|spelling| key(spelling) == wanted);
    let word = |actor: &Actor| actor.spellings.iter().any(|spelling| key(spelling).split(' ').next_back() == Some(&wanted));
    let head = |actor: &Actor| {
        key(&actor.id).starts_with(&wanted) || actor.spellings.iter().any(|spelling| key(spelling).starts_with(&wanted))
    };
    let first = table.iter().find(|(_, actor)| exact(actor)).map(|(ix, _)| ix);
    first.or_else(|| only(table, word)).or_else(|| only(table, head))
}

/// The one actor for which `is_meant` holds.
fn only(table: &ActorTable, is_meant: impl Fn(&Actor) -> bool) -> Option<ActorIx> {
    let mut meant = table.iter().filter(|(_, actor)| is_meant(actor)).map(|(ix, _)| ix);
    meant.next().filter(|_| meant.next().is_none())
}

/// The shown names of the `count` actors whose spellings, or single words of them, are nearest to `text` in edits.
///
/// The distance is that of V. Levenshtein (Soviet Physics Doklady 10, 1966) on folded forms.
#[must_use]
pub fn nearest<'a>(table: &'a ActorTable, text: &str, count: usize) -> Vec<&'a str> {
    let wanted: Vec<char> = key(text).chars().collect();
    let mut ranked: Vec<(usize, &str)> = table.iter().map(|(_, actor)| (distance_to(actor, &wanted), &*actor.name)).collect();
    ranked.sort_by_key(|(distance, _)| *distance);
    let mut seen = BTreeSet::new();
    ranked.into_iter().map(|(_, name)| name).filter(|name| seen.insert(*name)).take(count).collect()
}

/// The least distance to a spelling of `actor` (twice, so that a whole spelling goes before one word of it) or to a word.
fn distance_to(actor: &Actor, wanted: &[char]) -> usize {
    let mut least = usize::MAX;
    for spelling in &actor.spellings {
        let spelling = key(spelling);
        least = least.min(2 * edits(wanted, &spelling));
        for word in spelling.split(' ') {
            least = least.min(2 * edits(wanted, word) + 1);
        }
    }
    least
}

/// The number of letters to insert, delete or replace between the two.
fn edits(one: &[char], other: &str) -> usize {
    let mut row: Vec<usize> = (0..=one.len()).collect();
    for (line, letter) in other.chars().enumerate() {
        let mut corner = line;
        let mut left = line + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, known) in row.iter_mut().skip(1).zip(one) {
            let above = *cell;
            left = (corner + usize::from(*known != letter)).min(above + 1).min(left + 1);
            corner = above;
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::edits;

    #[test]
    fn edits_are_counted() {
        let letters: Vec<char> = "kazimi".chars().collect();
        assert_eq!(
            [edits(&letters, "kazimi"), edits(&letters, "kazemi"), edits(&letters, ""), edits(&letters, "kadhimi")],
            [0, 1, 6, 2]
        );
    }
}
