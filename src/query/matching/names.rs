//! Who is meant by the names in a query: an actor by identifier, spelling or head of a name; a saved query by its name.

use std::collections::BTreeMap;

use crate::analysis::actors::lookup;
use crate::model::actor::{Actor, ActorIx, ActorTable};
use crate::query::language::ast::Expr;
use crate::query::language::names::{Names, OutletLeftOut};
use crate::query::language::parse::parse;
use crate::query::language::term::{QueryTerm, TermKind};
use crate::query::matching::pattern::TermPattern;
use crate::query::matching::terms::pattern;
use crate::text::fold::fold;
use crate::tr;

/// The outlets of an archive, each with its articles.
pub type OutletCounts = Vec<(String, usize)>;

/// Saved queries by name.
pub type SavedQueries = BTreeMap<String, String>;

/// The actors and saved queries there are.
#[derive(Clone, Copy, Debug)]
pub struct QueryNames<'a> {
    /// The actors of the archive.
    pub actors: &'a ActorTable,
    /// The saved queries of the configuration.
    pub saved: &'a SavedQueries,
    /// The outlets of the archive with their articles, as far as they are known.
    pub outlets: &'a OutletCounts,
}

impl Names for QueryNames<'_> {
    fn actors(&self, name: &QueryTerm) -> Vec<ActorIx> {
        actors(self.actors, name)
    }

    fn name(&self, actor: ActorIx) -> &str {
        self.actors.name(actor)
    }

    fn spellings(&self, actor: ActorIx) -> usize {
        self.actors.get(actor).map_or(0, |actor| actor.spellings.len())
    }

    fn nearest(&self, text: &str) -> Option<String> {
        lookup::nearest(self.actors, text, 1).first().map(|name| (*name).to_owned())
    }

    fn saved(&self, name: &str) -> Option<&str> {
        self.saved.get(name).map(String::as_str)
    }

    fn left_out(&self, outlet: &QueryTerm) -> Option<OutletLeftOut> {
        if !is_outlet(outlet) {
            return None;
        }
        let (whole, pattern) = (fold(outlet.text()), pattern(outlet)?);
        let holding = self.outlets.iter().filter(|(name, _)| pattern.is_match(name.as_bytes())).cloned();
        let (meant, others): (Vec<_>, Vec<_>) = holding.partition(|(name, _)| fold(name) == whole);
        let (meant, _) = meant.into_iter().next().filter(|_| !others.is_empty())?;
        Some(OutletLeftOut { meant, others })
    }

    fn knows(&self, name: &QueryTerm) -> bool {
        // Until the actors are known there is nothing to look up, and nothing to complain of.
        self.actors.is_empty() || !self.actors(name).is_empty()
    }
}

/// Whether a term may be the whole name of an outlet.
pub(crate) fn is_outlet(term: &QueryTerm) -> bool {
    matches!(term.kind(), TermKind::Fuzzy | TermKind::Phrase) && !term.requires_accents()
}

/// What is wrong with the saved query `name`: it cannot be read, or not be called by such a name.
#[must_use]
pub fn saved_fault(name: &str, known: &QueryNames<'_>) -> Option<String> {
    match parse(&format!("@{name}"), known) {
        Err(error) => Some(error.to_string()),
        Ok(query) => {
            let is_called = matches!(query.conjuncts(), [Expr::Saved(saved)] if &*saved.name == name);
            (!is_called).then(|| tr!("@{name} is no name; names are made of letters, digits, -, _ and .", name))
        }
    }
}

/// The actors of `table` that `name` means: those that [`lookup::meant`] tells. The head of a word, a regular expression, words in any
/// order and exact spellings are looked for in every spelling.
#[must_use]
pub fn actors(table: &ActorTable, name: &QueryTerm) -> Vec<ActorIx> {
    let is_meant: Box<dyn Fn(&Actor) -> bool> = match name.kind() {
        TermKind::Fuzzy | TermKind::Phrase => {
            let meant = lookup::meant(table, name.text());
            return meant.into_iter().filter(|actor| is_spelled(table, *actor, name)).collect();
        }
        TermKind::Prefix => {
            let wanted = fold(name.text());
            Box::new(move |actor| {
                actor.spellings.iter().any(|spelling| has_head(&fold(spelling), &wanted)) || actor.id.starts_with(&wanted)
            })
        }
        TermKind::Exact | TermKind::Regex | TermKind::Near(_) => {
            let Some(pattern) = pattern(name) else { return Vec::new() };
            Box::new(move |actor| actor.spellings.iter().any(|spelling| pattern.is_match(spelling.as_bytes())))
        }
    };
    table.iter().filter(|(_, actor)| is_meant(actor)).map(|(ix, _)| ix).collect()
}

/// Whether the accents that were typed stand in a spelling of `actor`.
fn is_spelled(table: &ActorTable, actor: ActorIx, name: &QueryTerm) -> bool {
    let held = |pattern: &TermPattern| {
        table.get(actor).is_some_and(|actor| actor.spellings.iter().any(|spelling| pattern.is_match(spelling.as_bytes())))
    };
    !name.requires_accents() || pattern(name).as_ref().is_some_and(held)
}

/// Whether a word of `folded` begins with `wanted`.
fn has_head(folded: &str, wanted: &str) -> bool {
    folded.match_indices(wanted).any(|(at, _)| folded.get(..at).is_some_and(|before| !before.ends_with(char::is_alphanumeric)))
}
