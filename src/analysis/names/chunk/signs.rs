//! The signs around a name in a stretch: what stands before it, behind it and in it that tells what it is.
//!
//! Called by `chunk` for each run that is left as a name.

use crate::analysis::dates::tokens::{Gap, Token, TokenClass};
use crate::analysis::names::chunk::Chunk;
use crate::analysis::names::lexicon::Tells;
use crate::model::candidate::{Feature, Signs};

impl Chunk<'_> {
    /// The word before the token at `at`, with quotation marks, apostrophes and the stop of a title between them at most.
    pub(super) fn word_before(&self, at: usize) -> Option<usize> {
        let mut before = at.checked_sub(1)?;
        while let Some(mark) = self.mark(before) {
            let passes = matches!(mark, '\'' | '"' | '«' | '“')
                || mark == '.' && before.checked_sub(1).is_some_and(|at| self.is_capital(at) && self.class(at).is(Tells::Title));
            before = if passes { before.checked_sub(1)? } else { return None };
        }
        self.is_word(before).then_some(before)
    }

    /// `signs` and what stands before the token at `head`.
    pub(super) fn before(&self, head: usize, mut signs: Signs) -> Signs {
        let Some(mut at) = self.word_before(head) else { return signs };
        let class = self.class(at);
        signs = signs.with(Feature::Says, class.is(Tells::SaidBy) || self.is_according(at));
        signs = signs.with(Feature::Article, class.is(Tells::Determiner)).with(Feature::Plural, class.is(Tells::Plural));
        signs = signs.with(Feature::Place, class.is(Tells::PlaceWord) || class.is(Tells::PlaceNoun));
        if class.is(Tells::Determiner) || class.is(Tells::Link) {
            let Some(before) = self.word_before(at) else { return signs };
            let far = self.class(before);
            let place = if class.is(Tells::Link) { far.is(Tells::PlaceNoun) } else { far.is(Tells::PlaceWord) };
            let says = class.is(Tells::Determiner) && (far.is(Tells::SaidBy) || self.is_according(before));
            return signs.with(Feature::Place, place).with(Feature::Says, says || signs.has(Feature::Says));
        }
        // The noun that the name is added to may have an adjective or two: `le président américain Donald Trump`.
        for _ in 0..3 {
            let class = self.class(at);
            if class.is(Tells::Title) || class.head() > 0 && !signs.has(Feature::Title) {
                let kind = if class.is(Tells::Title) { 0 } else { class.head() };
                return signs.with(Feature::Title, kind == 0).of_kind(kind.max(signs.kind()));
            }
            let passes = class.is_open() || class.is(Tells::Portfolio) || class.is(Tells::People);
            let Some(before) = self.word_before(at).filter(|_| passes) else { return signs };
            at = before;
        }
        signs
    }

    /// `signs` and what stands from the token at `after` on.
    pub(super) fn behind(&self, after: usize, signs: Signs) -> Signs {
        let Some(token) = self.tokens.get(after) else { return signs };
        match token.kind {
            TokenClass::Word(_) if token.capital || token.gap != Gap::Space => signs,
            TokenClass::Word(_) => {
                let class = self.class(after);
                let adjective = class.is_open() || class.is(Tells::Title) || class.head() > 0;
                // `a déclaré`, `has said`.
                let says = class.is(Tells::Saying) || class.is(Tells::Verb) && self.class(after + 1).is(Tells::Saying);
                signs.with(Feature::Acts, class.is(Tells::Verb)).with(Feature::Says, says).with(Feature::Adjective, adjective)
            }
            TokenClass::Mark(',') => {
                const REACH: usize = 4;
                let apposed = (after + 1..=after + REACH).take_while(|at| self.is_word(*at) || self.mark(*at) == Some('\''));
                let titled = apposed.into_iter().any(|at| self.class(at).is(Tells::Title) && !self.is_capital(at));
                // `Jane Doe, 45,` and `Jeanne Doe, 45 ans`.
                let aged = matches!(self.tokens.get(after + 1).map(|token| token.kind), Some(TokenClass::Number(18..=99, 2)))
                    && (self.mark(after + 2) == Some(',')
                        || self.tokens.get(after + 2).is_some_and(|word| word.span.of(self.text) == "ans"));
                signs.with(Feature::Title, titled || aged)
            }
            _ => signs,
        }
    }

    /// The abbreviation in brackets at `after`.
    pub(super) fn in_brackets(&self, after: usize) -> Option<&Token> {
        let short = self.tokens.get(after + 1).filter(|_| self.mark(after) == Some('(') && self.mark(after + 2) == Some(')'))?;
        let word = short.span.of(self.text);
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        (self.is_word(after + 1) && (2..=8).contains(&word.len()) && capitals >= 2).then_some(short)
    }

    /// Whether the article has the words of a name in small letters too, particles aside.
    pub(super) fn is_common(&self, words: &[usize]) -> bool {
        let telling = |at: &&usize| self.is_capital(**at);
        let small = |at: &usize| self.tokens.get(*at).is_some_and(|token| self.small.holds(token.hash));
        words.iter().filter(telling).all(small)
    }

    /// Whether a name in full shows by itself or by what stands beside it that it is somebody's: a given name at its head, a title, a
    /// verb of saying.
    pub(super) fn is_sure(&self, words: &[usize], signs: Signs) -> bool {
        let [first, .., last] = words else { return false };
        let (first, last) = (self.class(*first), self.class(*last));
        let given = first.is(Tells::Given) && !first.is(Tells::Function) && last.is_open();
        given || (signs.has(Feature::Title) || signs.has(Feature::Says)) && last.is_open() && first.is_open()
    }

    /// Whether `according to` ends at `at`.
    fn is_according(&self, at: usize) -> bool {
        let before = || at.checked_sub(1).is_some_and(|at| self.class(at).is(Tells::SaidBy));
        self.tokens.get(at).is_some_and(|token| token.span.of(self.text) == "to") && before()
    }
}
