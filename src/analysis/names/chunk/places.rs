//! Places beside places: a town before the state or the land it is in (`Tamra, Ohio`), the short name of a state behind a town (`Tamra,
//! Calif.`), the seat of what is named behind it (`Tamra-based`).
//!
//! Called by `chunk` for each run that is left as a name.

use crate::analysis::dates::tokens::TokenClass;
use crate::analysis::names::chunk::Chunk;
use crate::analysis::names::lexicon::Tells;

/// The most words the name of a place behind a comma has.
const LONGEST: usize = 3;

impl Chunk<'_> {
    /// The number of the state for which `words` are short, where they stand behind a town.
    pub(super) fn short_state(&self, words: &[usize]) -> Option<u32> {
        let first = *words.first()?;
        let behind_town = first.checked_sub(2).is_some_and(|town| self.mark(first - 1) == Some(',') && self.is_capital(town));
        let last = words.last()? + 1;
        let ends = matches!(self.mark(last), Some('.' | ',' | ')' | ';' | '-')) || self.tokens.get(last).is_none();
        self.lexicon.state_of_short(self.name(words)).filter(|_| behind_town && ends)
    }

    /// Whether `words` are a town's name before that of the state or the land it is in, from `after` on: no person, no group, and nothing
    /// that goes on behind (`Tamra, France's`).
    pub(super) fn is_town(&self, words: &[usize], after: usize) -> bool {
        let [first, ..] = words else { return false };
        if self.mark(after) != Some(',') || words.len() > LONGEST || self.is_short(words) {
            return false;
        }
        let named = words.iter().any(|at| self.class(*at).head() > 0 || self.class(*at).is(Tells::Title));
        let person = self.class(*first).is(Tells::Given) || self.has_determiner(*first);
        !named && !person && (1..=LONGEST).any(|len| self.is_place_alone(after + 1, len))
    }

    /// Whether `words` are one in few capitals, as abbreviations of groups are that stand before states in a list.
    fn is_short(&self, words: &[usize]) -> bool {
        const LETTERS: usize = 6;
        let [word] = words else { return false };
        self.is_capitals(words) && self.tokens.get(*word).is_some_and(|token| token.span.len() < LETTERS)
    }

    /// Whether `len` words from `at` on are the name of a known place or of a state in short, which ends there.
    fn is_place_alone(&self, at: usize, len: usize) -> bool {
        let words: Vec<usize> = (at..at + len).collect();
        if !words.iter().all(|word| self.is_capital(*word)) {
            return false;
        }
        let end = at + len;
        let ends = match self.tokens.get(end).map(|token| token.kind) {
            None | Some(TokenClass::Mark(',' | '.' | ';' | ')')) => true,
            Some(TokenClass::Word(_)) => {
                !self.is_capital(end) && self.class(end).is(Tells::Function) && !self.class(end).is(Tells::Join)
            }
            Some(_) => false,
        };
        let name = self.name(&words);
        ends && (self.lexicon.place(name).is_some() || self.short_state(&words).is_some())
    }

    /// Whether the word at `at` says behind a hyphen that something has its seat in the place before it.
    pub(super) fn is_base(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.span.of(self.text) == "based")
    }
}
