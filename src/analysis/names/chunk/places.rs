//! Places beside places: a town before the state or the land it is in (`Tamra, Ohio`), the short name of a state behind a town (`Tamra,
//! Calif.`), the seat of what is named behind it (`Tamra-based`).
//!
//! Called by `chunk` for each run that is left as a name.

use crate::analysis::dates::tokens::TokenClass;
use crate::analysis::names::chunk::Chunk;
use crate::analysis::names::lexicon::Tells;
use crate::analysis::names::rule_words::rule_words;

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

    /// The words from `at` on that are the name of a known place which a small word joins: `Rio de Tamra`, `Tamra sur Varne`.
    pub(super) fn known_place(&self, at: usize) -> Option<Vec<usize>> {
        let small = |at: usize| self.is_word(at) && !self.is_capital(at);
        let link = Some(at + 1)
            .filter(|link| small(*link) && (self.class(*link).is(Tells::Link) || self.class(*link).is(Tells::Particle)))?;
        let last = if small(link + 1) { link + 2 } else { link + 1 };
        let words: Vec<usize> = (at..=last).collect();
        (self.is_capital(last) && self.lexicon.place(self.name(&words)).is_some()).then_some(words)
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

    /// Whether hyphens join a small word into a name as they do in those of French towns: `Tamre-sur-Varne`, `Portes-lès-Tamre`.
    pub(super) fn is_town_by_form(&self, words: &[usize]) -> bool {
        let glued = |at: usize| self.mark(at) == Some('-') && self.tokens.get(at).is_some_and(|hyphen| !hyphen.spaced());
        words.iter().skip(1).any(|at| {
            let small = self.is_one_of(*at, &rule_words().town_links);
            small && at.checked_sub(1).is_some_and(glued) && glued(at + 1)
        })
    }

    /// Whether a full date in figures stands at `after` and ends its paragraph, as in `TAMRINA 1996-08-23`.
    pub(super) fn is_dated_line(&self, after: usize) -> bool {
        let figures = |at: usize, digits: u8| matches!(self.tokens.get(at).map(|token| token.kind), Some(TokenClass::Number(_, len)) if len == digits);
        let dash = |at: usize| self.mark(at) == Some('-');
        let date = figures(after, 4) && dash(after + 1) && figures(after + 2, 2) && dash(after + 3) && figures(after + 4, 2);
        date && self.tokens.get(after + 5).is_none()
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
        self.is_one_of(at, &rule_words().seats)
    }
}
