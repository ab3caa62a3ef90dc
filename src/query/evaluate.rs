//! Evaluation: a query over an indexed archive, part by part, as sets of articles and scores.
//!
//! Each part is asked only of the articles that the parts before it left, the cheap ones first: metadata, then names and
//! headlines, then whole texts. `query::results::filter` orders what comes out.

mod clause;
mod free_text;
mod fulltext;
pub mod note_query;
pub mod set;

use rayon::iter::{IndexedParallelIterator as _, IntoParallelIterator as _, ParallelIterator as _};

use crate::model::archive::{Archive, ArticleIx};
use crate::model::segment::ArticleRef;
use crate::query::evaluate::set::ArticleSet;
use crate::query::index::Index;
use crate::query::language::ast::{Clause, Expr, Query, TermScope};
use crate::query::language::keyword::Is;

/// Asked between pieces of work whether nobody waits for the answer any more.
pub type Stop<'a> = &'a (dyn Fn() -> bool + Sync);

/// How far the bare words of a query reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// To headlines, outlets, names and dates, which takes a blink whatever the archive.
    Names,
    /// To whole texts as well.
    Texts,
}

/// The articles a query wants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The articles.
    pub set: ArticleSet,
    /// Those of them for which no bare word had to be looked for in a text.
    pub named: ArticleSet,
    /// How well each article of the archive matches the bare words; empty when none were asked for.
    pub scores: Vec<u32>,
}

/// Evaluates `query` over what `index` indexes; `None` when `stop` said so.
#[must_use]
pub fn evaluate(query: &Query, index: &Index, stop: Stop<'_>) -> Option<Answer> {
    evaluate_within(query, index, Reach::Texts, stop)
}

/// [`evaluate`] with bare words that reach so far.
#[must_use]
pub(crate) fn evaluate_within(query: &Query, index: &Index, reach: Reach, stop: Stop<'_>) -> Option<Answer> {
    let all = Found::of(ArticleSet::all(index.archive().len()));
    let mut evaluation = Evaluation { index, stop, reach, scores: Vec::new() };
    let found = match query.root() {
        Some(root) => evaluation.of(root, &all)?,
        None => all,
    };
    Some(Answer { set: found.all, named: found.named, scores: evaluation.scores })
}

/// What a part of a query finds.
#[derive(Clone, Debug)]
struct Found {
    /// The articles.
    all: ArticleSet,
    /// Those of them that no bare word was looked for in a text for.
    named: ArticleSet,
}

impl Found {
    fn of(set: ArticleSet) -> Self {
        Self { named: set.clone(), all: set }
    }

    fn none(len: usize) -> Self {
        Self::of(ArticleSet::none(len))
    }
}

/// An evaluation under way.
struct Evaluation<'a> {
    index: &'a Index,
    stop: Stop<'a>,
    reach: Reach,
    scores: Vec<u32>,
}

impl Evaluation<'_> {
    /// The articles of `within` that fulfil `expr`.
    fn of(&mut self, expr: &Expr, within: &Found) -> Option<Found> {
        if (self.stop)() {
            return None;
        }
        match expr {
            Expr::And(parts) => {
                let mut parts: Vec<&Expr> = parts.iter().collect();
                parts.sort_by_key(|part| cost(part));
                parts.into_iter().try_fold(within.clone(), |left, part| self.of(part, &left))
            }
            Expr::Or(parts) => parts.iter().try_fold(Found::none(self.len()), |mut found, part| {
                let more = self.of(part, within)?;
                found.all.unite(&more.all);
                found.named.unite(&more.named);
                Some(found)
            }),
            Expr::Not(inner) => self.without(inner, within),
            Expr::Term(term) => self.bare(term, within),
            Expr::Clause(clause) => {
                let all = self.clause(clause, &within.all)?;
                let mut named = within.named.clone();
                named.intersect(&all);
                Some(Found { all, named })
            }
            Expr::Saved(saved) => match saved.query.root() {
                Some(root) => self.of(root, within),
                None => Some(within.clone()),
            },
        }
    }

    /// The articles of `within` that do not fulfil `unwanted`, which has no say in the order. A word that is not wanted is not
    /// wanted in a text either, even while the rest is asked of names alone.
    fn without(&mut self, unwanted: &Expr, within: &Found) -> Option<Found> {
        let scores = std::mem::take(&mut self.scores);
        let reach = std::mem::replace(&mut self.reach, Reach::Texts);
        let unwanted = self.of(unwanted, &Found::of(within.all.clone()))?.all;
        (self.scores, self.reach) = (scores, reach);
        let mut left = within.clone();
        left.all.subtract(&unwanted);
        left.named.subtract(&unwanted);
        Some(left)
    }

    fn len(&self) -> usize {
        self.archive().len()
    }

    fn archive(&self) -> &Archive {
        self.index.archive()
    }

    /// The articles of `within` for which `is_wanted` holds, asked on all cores; `None` when it was stopped.
    fn pick(&self, within: &ArticleSet, is_wanted: impl Fn(ArticleIx, ArticleRef<'_>) -> bool + Sync) -> Option<ArticleSet> {
        let segments: Vec<_> = self.archive().placed_segments().collect();
        let picked: Vec<Vec<ArticleIx>> = segments
            .into_par_iter()
            .with_min_len(4)
            .map(|(start, segment)| {
                if (self.stop)() {
                    return Vec::new();
                }
                let placed = (start.0..).map(ArticleIx).zip(segment.iter());
                placed.filter(|(ix, article)| within.holds(*ix) && is_wanted(*ix, *article)).map(|(ix, _)| ix).collect()
            })
            .collect();
        self.gather(picked)
    }

    fn gather(&self, picked: Vec<Vec<ArticleIx>>) -> Option<ArticleSet> {
        if (self.stop)() {
            return None;
        }
        let mut set = ArticleSet::none(self.len());
        picked.into_iter().flatten().for_each(|ix| set.insert(ix));
        Some(set)
    }
}

/// How much a part costs, roughly, so that dear parts are asked of few articles.
fn cost(expr: &Expr) -> u8 {
    match expr {
        Expr::Clause(Clause::Copies(_) | Clause::Field(TermScope::Story, _)) => 5,
        Expr::Clause(Clause::Is(words)) if words.iter().any(|word| matches!(word, Is::Lead | Is::Copy)) => 5,
        Expr::Clause(Clause::Field(TermScope::Text | TermScope::Agency | TermScope::Comment, _)) => 4,
        Expr::Clause(Clause::Field(TermScope::Title | TermScope::Author | TermScope::File, _)) | Expr::Term(_) => 2,
        Expr::Clause(Clause::Event(_)) => 1,
        Expr::Clause(_) => 0,
        Expr::Not(inner) => cost(inner),
        Expr::And(parts) | Expr::Or(parts) => parts.iter().map(cost).max().unwrap_or(0),
        Expr::Saved(saved) => saved.query.root().map_or(0, cost),
    }
}

#[cfg(test)]
mod tests;
