//! Where the terms of a query stand in a text as it was written: no folded copy is made or kept.
//!
//! A [`TermPattern`] is made once of a [`SearchTerm`] and run over the bytes of a title, a body, or many bodies one after the other. A few
//! letters are found at the speed of memory (`finder`), what stands around them is then looked at (`needle`). It knows no
//! article: the search, the filter and the marks of a match are made of its places.

mod case_check;
mod expression;
mod finder;
mod literal;
mod places;
mod proximity;
mod rare_spellings;
mod spelling;
mod walk;

use std::ops::Range;

use thiserror::Error;

use crate::query::matching::pattern::case_check::Demand;
use crate::query::matching::pattern::expression::Expression;
use crate::query::matching::pattern::literal::{Bounds, Literal};
use crate::query::matching::pattern::places::Scan;
use crate::query::matching::pattern::proximity::Near;
pub use crate::query::matching::pattern::rare_spellings::Census;
pub(crate) use crate::query::matching::pattern::walk::opens_word;
use crate::tr;

/// How the words of a [`SearchTerm`] are to be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MatchKind {
    /// One word, folded, inside of longer words too: `etat` stands in `État` and in `étatique`.
    Word,
    /// Words one after the other, folded, with any white space between them, the first and the last inside of longer words too.
    Phrase,
    /// Folded, at the head of a word.
    Prefix,
    /// Whole words one after the other, folded, with any white space between them.
    Words,
    /// Whole words in this very case and with these very accents; apostrophes, dashes and spaces may be of any kind.
    Exact,
    /// A regular expression; see [`TermPattern::new`].
    Regex,
    /// All the words, folded, at most so many words from the first to the last, in any order; words next to each other are one
    /// word apart.
    Near(u8),
}

/// Something to look for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SearchTerm {
    /// The words as they were typed. A letter typed with an accent must have it, one typed without may have any.
    pub text: String,
    /// How they are to be understood.
    pub kind: MatchKind,
}

/// Why a [`SearchTerm`] cannot be looked for.
#[derive(Clone, Debug, Error)]
pub enum PatternError {
    /// No letter, digit or sign is in it.
    #[error("{}", tr!("nothing to look for"))]
    Empty,
    /// The regular expression is wrong, or would grow too large.
    #[error("{0}")]
    Regex(#[from] regex::Error),
    /// The letters to look for make no automaton.
    #[error("{0}")]
    Automaton(#[from] aho_corasick::BuildError),
}

/// A [`SearchTerm`] made ready to be found.
#[derive(Clone, Debug)]
pub struct TermPattern {
    engine: Engine,
}

#[derive(Clone, Debug)]
enum Engine {
    Needle(Box<Literal>),
    Near(Near),
    Expression(Expression),
}

impl TermPattern {
    /// Makes `term` ready.
    ///
    /// A regular expression has the syntax of the `regex` crate, with `^` and `$` at lines, classes of Unicode and boundaries
    /// (`\b`) of ASCII words. Case counts when it holds a capital letter; accents always do.
    ///
    /// # Errors
    ///
    /// When there is nothing to look for, or when a regular expression is wrong or too large.
    pub fn new(term: &SearchTerm) -> Result<Self, PatternError> {
        let needle = |bounds, demand| {
            let needle = Literal::new(&term.text, bounds, demand)?.ok_or(PatternError::Empty)?;
            Ok::<_, PatternError>(Engine::Needle(Box::new(needle)))
        };
        let engine = match term.kind {
            MatchKind::Word | MatchKind::Phrase => needle(Bounds::Anywhere, Demand::TypedAccents)?,
            MatchKind::Prefix => needle(Bounds::Head, Demand::TypedAccents)?,
            MatchKind::Words => needle(Bounds::Whole, Demand::TypedAccents)?,
            MatchKind::Exact => needle(Bounds::Whole, Demand::Exact)?,
            MatchKind::Near(words) => Engine::Near(near(&term.text, usize::from(words))?),
            MatchKind::Regex if term.text.is_empty() => return Err(PatternError::Empty),
            MatchKind::Regex => Engine::Expression(Expression::new(&term.text)?),
        };
        Ok(Self { engine })
    }

    /// The places of the term in `text`, UTF-8, in order, not overlapping, never empty, on whole letters with their marks.
    ///
    /// A place never holds a NUL byte, so bodies with one between them may be searched in one go.
    #[must_use]
    pub fn find_iter<'a>(&'a self, text: &'a [u8]) -> Places<'a> {
        Places { pattern: self, text, census: None, scan: Scan::from(0), floor: 0 }
    }

    /// [`TermPattern::find_iter`] with the census of `text`, which saves reading it twice.
    #[must_use]
    pub fn find_iter_with<'a>(&'a self, text: &'a [u8], census: &'a Census) -> Places<'a> {
        Places { census: Some(census), ..self.find_iter(text) }
    }

    /// The first place that begins at the byte `at` or later. What stands before `at` counts as context.
    #[must_use]
    pub fn find_at(&self, text: &[u8], at: usize) -> Option<Range<usize>> {
        let mut places = self.find_iter(text);
        places.skip_to(at);
        places.next()
    }

    /// Whether the term stands in `text`.
    #[must_use]
    pub fn is_match(&self, text: &[u8]) -> bool {
        self.find_iter(text).next().is_some()
    }
}

fn near(text: &str, distance: usize) -> Result<Near, PatternError> {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    let needles = words.into_iter().map(|word| Literal::new(word, Bounds::Anywhere, Demand::TypedAccents));
    let needles: Vec<Literal> = needles.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
    if needles.is_empty() { Err(PatternError::Empty) } else { Ok(Near::new(needles, distance)) }
}

/// The places of a [`TermPattern`] in a text, as byte ranges.
#[derive(Clone, Debug)]
pub struct Places<'a> {
    pattern: &'a TermPattern,
    text: &'a [u8],
    census: Option<&'a Census>,
    scan: Scan,
    floor: usize,
}

impl Places<'_> {
    /// Leaves out the places that begin before the byte `at`, as after the first place in a body when one is enough.
    pub fn skip_to(&mut self, at: usize) {
        self.floor = self.floor.max(at);
        self.scan.skip_to(at);
    }
}

impl Iterator for Places<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let place = match &self.pattern.engine {
            Engine::Needle(needle) => self.scan.next(needle, self.text, self.floor, self.census),
            Engine::Near(near) => near.find_at(self.text, self.floor, &mut self.scan),
            Engine::Expression(expression) => expression.find_at(self.text, self.floor),
        }?;
        self.floor = place.end;
        Some(place)
    }
}

#[cfg(test)]
mod tests;
