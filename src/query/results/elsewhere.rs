//! Elsewhere: where a selection that finds nothing would find something.
//!
//! Each part of it is left out in turn, and a key that looks at names is asked of texts. The list and the command line show it.

use std::fmt;
use std::fmt::{Display, Formatter};

use crate::query::evaluate::{Stop, evaluate};
use crate::query::index::Index;
use crate::query::language::ast::{Clause, Expr, Query, TermScope};
use crate::query::selection::{Facet, Selection};
use crate::tr;

impl Display for Elsewhere {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        let n = self.articles;
        to.write_str(&match &self.way {
            Way::Asking(query) => tr!("{query}: {n} article" | "{query}: {n} articles", n, query),
            Way::Without(part) => tr!("without {part}: {n} article" | "without {part}: {n} articles", n, part),
        })
    }
}

/// Parts that are left out in turn; each costs a search.
const PARTS: usize = 8;
/// Ways that are told at most.
const TOLD: usize = 4;

/// A way to ask that finds something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// What to ask, or what to leave out.
    pub way: Way,
    /// How many articles that finds.
    pub articles: usize,
}

/// What of a selection to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// To ask this in the place of what was asked: `text:Syrte` for `title:Syrte`.
    Asking(String),
    /// To leave this out.
    Without(String),
}

/// What would find something in the place of `query` with `facets`, the best first; `None` when `stop` said so.
#[must_use]
pub fn elsewhere(index: &Index, (asked, facets): (&Query, &[Facet]), stop: Stop<'_>) -> Option<Vec<Elsewhere>> {
    let table = index.archive().actors();
    let parts = asked.conjuncts();
    let alone = |facets| Selection::default().with(facets).combined(table);
    let picked = alone(facets.to_vec());
    let mut ways = Vec::new();
    for (at, part) in parts.iter().enumerate().take(PARTS) {
        if let Some(texts) = in_texts(part) {
            ways.push((Way::Asking(Query::from(texts.clone()).to_string()), query(parts, at, Some(texts)).and(picked.clone())));
        }
        ways.push((Way::Without(Query::from(part.clone()).to_string()), query(parts, at, None).and(picked.clone())));
    }
    for (at, facet) in facets.iter().enumerate().take(PARTS) {
        let mut others = facets.to_vec();
        others.remove(at);
        ways.push((Way::Without(facet.label(table)), asked.clone().and(alone(others))));
    }
    // To leave out all that is asked finds all, which tells nothing.
    ways.retain(|(_, query)| query.root().is_some());
    let mut found = Vec::new();
    for (way, query) in ways {
        let articles = evaluate(&query, index, stop)?.set.count();
        found.push(Elsewhere { way, articles });
    }
    found.retain(|one| one.articles > 0);
    found.sort_by_key(|one| (matches!(one.way, Way::Without(_)), std::cmp::Reverse(one.articles)));
    found.truncate(TOLD);
    Some(found)
}

/// The parts with another in the place of the one at `at`, or with none.
fn query(parts: &[Expr], at: usize, instead: Option<Expr>) -> Query {
    let others = parts.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, part)| part.clone());
    Expr::And(others.chain(instead).collect()).into()
}

/// The same words asked of the texts, when a key asks for them in a place that names something.
fn in_texts(part: &Expr) -> Option<Expr> {
    match part {
        Expr::Clause(Clause::Field(TermScope::Title | TermScope::Source | TermScope::Author | TermScope::Actor, terms)) => {
            Some(Expr::Clause(Clause::Field(TermScope::Text, terms.clone())))
        }
        _ => None,
    }
}
