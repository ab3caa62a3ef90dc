//! Numbers before words with a capital: a unit, the rest of a name, what is counted.
//!
//! Called by `chunk` while a run is read.

use crate::analysis::dates::tokens::{Gap, Token};
use crate::analysis::names::chunk::Chunk;
use crate::analysis::names::common_words::is_common_word;
use crate::analysis::names::lexicon::Tells;
use crate::analysis::names::rule_words::rule_words;
use crate::model::article::Lang;

impl Chunk<'_> {
    /// Whether the letter at `at` is what some names have for "and": `Guns N' Tarvels`.
    pub(super) fn is_and_in_short(&self, at: usize) -> bool {
        let apart = || at.checked_sub(1).is_some_and(|before| self.is_capital(before));
        self.is_letter(at) && apart() && self.is_one_of(at, &rule_words().and_in_short)
    }

    /// Whether the number written out at `head` of a run inside a sentence is of its name, behind which two words and more follow: `Five Tamra Tarvels`.
    pub(super) fn is_number_of_name(&self, words: &[usize], first: Option<usize>) -> bool {
        let [head, rest @ ..] = words else { return false };
        let inside = first != Some(*head) && self.word_before(*head).is_some_and(|before| !self.is_capital(before));
        let open =
            |at: &usize| self.is_capital(*at) && !self.class(*at).is(Tells::Function) && !self.class(*at).is(Tells::People);
        self.lang == Lang::En && inside && rest.len() > 1 && rest.iter().all(open) && self.is_one_of(*head, &rule_words().numbers)
    }

    /// Whether the word at `at` goes on with a number before it: the unit glued to it (`20°C`, `5G`), or the rest of a name that has one
    /// (`Télé 7 Jours`).
    pub(super) fn is_numbered(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|before| self.is_number(*before) || self.mark(*before) == Some('°')) else {
            return false;
        };
        let glued = !self.tokens.get(at).is_some_and(Token::spaced);
        let named = || before.checked_sub(1).is_some_and(|name| self.is_capital(name) && !self.class(name).is(Tells::Function));
        let short = || self.tokens.get(before).is_some_and(|token| token.span.len() < 4 && token.gap == Gap::Space);
        // `20 Minutes`: what is counted, whoever is called so.
        let counted = || {
            let word = self.tokens.get(at).map_or("", |token| token.span.of(self.text));
            self.tokens.get(before).is_some_and(|token| token.span.len() < 4) && word.ends_with('s') && is_common_word(word)
        };
        glued || short() && named() || counted()
    }
}
