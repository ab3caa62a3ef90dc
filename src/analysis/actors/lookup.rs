//! Finds an actor by what a person types: an identifier, a spelling, the head of a name; or the names nearest to it.
//!
//! Not matching in articles (`scan`). Called by `actors` for the command line and the pickers.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::analysis::actors::words::key;
use crate::model::actor::{Actor, ActorIx, ActorTable};

/// How near what a person types is to an actor, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    /// It is the identifier.
    Identifier,
    /// It is a spelling.
    Spelling,
    /// It is the last word of a spelling.
    LastWord,
    /// A word of a spelling, or the identifier, begins with it.
    Head,
}

/// The actors meant by `text`, folded: the one whose identifier it is; those whose spelling it is; the one whose last name it is;
/// else all of whom a name holds it at the head of a word. Of these, those that the archive names go before those that only a list
/// holds; they come in the order of the articles that name them.
#[must_use]
pub fn meant(table: &ActorTable, text: &str) -> Vec<ActorIx> {
    let wanted = key(text);
    if wanted.is_empty() {
        return Vec::new();
    }
    let near = |(ix, actor): (ActorIx, &Actor)| Some((nearness(actor, &wanted)?, ix));
    let mut found: Vec<(Nearness, ActorIx)> = table.iter().filter_map(near).collect();
    if let Some((_, ix)) = found.iter().find(|(near, _)| *near == Nearness::Identifier) {
        return vec![*ix];
    }
    if found.iter().any(|(_, ix)| table.articles(*ix) > 0) {
        found.retain(|(_, ix)| table.articles(*ix) > 0);
    }
    let of = |wanted: Nearness| found.iter().filter(move |(near, _)| *near == wanted).map(|(_, ix)| *ix);
    let mut meant: Vec<ActorIx> = of(Nearness::Spelling).collect();
    if meant.is_empty() {
        meant = of(Nearness::LastWord).collect();
        if meant.len() != 1 {
            meant.extend(of(Nearness::Head));
        }
    }
    meant.sort_by_key(|ix| (Reverse(table.articles(*ix)), *ix));
    meant
}

/// The one actor meant by `text`; `None` when there is none, or several by a part of their names.
#[must_use]
pub fn resolve(table: &ActorTable, text: &str) -> Option<ActorIx> {
    let wanted = key(text);
    let exact = |ix: &ActorIx| table.get(*ix).and_then(|actor| nearness(actor, &wanted)) <= Some(Nearness::Spelling);
    let meant = meant(table, text);
    let first = *meant.first()?;
    (meant.len() == 1 || exact(&first)).then_some(first)
}

fn nearness(actor: &Actor, wanted: &str) -> Option<Nearness> {
    let id = key(&actor.id);
    if id == wanted {
        return Some(Nearness::Identifier);
    }
    let of_spelling = |spelling: &str| {
        let spelling = key(spelling);
        match () {
            () if spelling == wanted => Some(Nearness::Spelling),
            () if spelling.split(' ').next_back() == Some(wanted) => Some(Nearness::LastWord),
            () => has_head(&spelling, wanted).then_some(Nearness::Head),
        }
    };
    let head = id.starts_with(wanted).then_some(Nearness::Head);
    actor.spellings.iter().map(|spelling| &**spelling).filter_map(of_spelling).chain(head).min()
}

/// Whether a word of `text` begins with `wanted`; words have one space between.
fn has_head(text: &str, wanted: &str) -> bool {
    text.match_indices(wanted).any(|(at, _)| text.get(..at).is_some_and(|before| before.is_empty() || before.ends_with(' ')))
}

/// The shown names of the at most `count` actors whose spellings, or single words of them, are nearest to `text` in edits; none that more than
/// a third of its letters part from it.
///
/// The distance is that of V. Levenshtein (Soviet Physics Doklady 10, 1966) on folded forms.
#[must_use]
pub fn nearest<'a>(table: &'a ActorTable, text: &str, count: usize) -> Vec<&'a str> {
    let wanted: Vec<char> = key(text).chars().collect();
    let near = 2 * wanted.len().div_ceil(3) + 1;
    let ranked = table.iter().map(|(_, actor)| (distance_to(actor, &wanted), &*actor.name));
    let mut ranked: Vec<(usize, &str)> = ranked.filter(|(distance, _)| *distance <= near).collect();
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
    use super::{edits, meant, resolve};
    use crate::model::actor::{Actor, ActorTable};

    /// A table of actors, each with the articles that name it.
    fn table(actors: &[(&str, &[&str], u32)]) -> ActorTable {
        let actor = |(id, spellings, _): &(&str, &[&str], u32)| Actor {
            id: (*id).into(),
            name: spellings.first().copied().unwrap_or_default().into(),
            spellings: spellings.iter().map(|text| (*text).into()).collect(),
            ..Actor::default()
        };
        ActorTable::new(actors.iter().map(actor).collect()).counted(actors.iter().map(|(.., articles)| *articles).collect())
    }

    #[test]
    fn what_the_archive_names_goes_before_what_a_list_holds() {
        let people: &[(&str, &[&str], u32)] = &[
            ("marek-dolan", &["Marek Dolan"], 0),
            ("dolan-al-hadri", &["Dolan al-Hadri"], 0),
            ("bessam-al-dolan", &["Bessam al-Dolan", "Bessam Dolan"], 12),
            ("rima-dolan", &["Rima Dolan"], 3),
            ("dolana", &["Dolana"], 40),
        ];
        let found = |text: &str| {
            let table = table(people);
            meant(&table, text).into_iter().map(|ix| table.get(ix).unwrap().id.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(found("dolan"), ["dolana", "bessam-al-dolan", "rima-dolan"]);
        assert_eq!(found("marek"), ["marek-dolan"], "a list's name, where the archive has none");
        assert_eq!(found("dolan-al-hadri"), ["dolan-al-hadri"], "an identifier says what it says");
        assert_eq!(found("Dolana"), ["dolana"]);
        assert_eq!(resolve(&table(people), "dolan"), None);
        let alone = table(&[("marek-dolan", &["Marek Dolan"], 0), ("rima-dolan", &["Rima Dolan"], 3)]);
        assert_eq!(resolve(&alone, "dolan"), alone.by_id("rima-dolan"));
    }

    #[test]
    fn edits_are_counted() {
        let letters: Vec<char> = "kazimi".chars().collect();
        assert_eq!(
            [edits(&letters, "kazimi"), edits(&letters, "kazemi"), edits(&letters, ""), edits(&letters, "kadhimi")],
            [0, 1, 6, 2]
        );
    }
}
