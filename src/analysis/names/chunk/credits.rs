//! What a page prints beside names and is none: the photographer and the agency of a picture, the handle of an account, a word of the title
//! of a work.
//!
//! Called by `chunk` while a run is read and before it is noted.

use crate::analysis::dates::tokens::{Gap, Token};
use crate::analysis::names::chunk::{Chunk, Run};
use crate::analysis::names::common_words::is_common_word;
use crate::analysis::names::lexicon::Tells;
use crate::analysis::names::rule_words::rule_words;
use crate::analysis::names::spelling_forms::is_compound;
use crate::model::article::Lang;

impl Chunk<'_> {
    /// Whether `run` is of the credit of a picture: `Jane Doe/AP`, `AFP/Jane Doe`, `via Getty Images`, `© AFP`.
    pub(super) fn is_credit(&self, run: &Run) -> bool {
        let Some(first) = run.words.first().copied() else { return false };
        let before = first.checked_sub(1).and_then(|at| self.mark(at));
        if before == Some('©') {
            return true;
        }
        let agency = |at: usize| self.is_one_of(at, &rule_words().credited);
        let via = || first.checked_sub(1).is_some_and(|at| self.is_one_of(at, &rule_words().via));
        let behind = self.mark(run.after) == Some('/');
        let by = behind && agency(run.after + 1) || before == Some('/') && first.checked_sub(2).is_some_and(agency);
        by || (via() || self.is_after_person(first) || behind && self.is_before_person(run.after + 1)) && agency(first)
    }

    /// Whether two words with capitals stand before the slash before `at`.
    fn is_after_person(&self, at: usize) -> bool {
        let slash = at.checked_sub(1).filter(|slash| self.mark(*slash) == Some('/'));
        slash.and_then(|slash| slash.checked_sub(2)).is_some_and(|first| {
            let initial = self.mark(first) == Some('.') && first.checked_sub(1).is_some_and(|letter| self.is_letter(letter));
            (initial || self.is_capital(first)) && self.is_capital(first + 1)
        })
    }

    fn is_before_person(&self, at: usize) -> bool {
        self.is_capital(at) && self.is_capital(at + 1) && self.tokens.get(at + 1).is_some_and(Token::spaced)
    }

    /// Whether the word at `at` is the handle of an account, or a mark of a subject that is made of several words: `@JaneDoe`, `#NoTamraDay`.
    pub(super) fn is_tag(&self, at: usize) -> bool {
        let word = self.tokens.get(at).filter(|token| !token.spaced());
        let mark = at.checked_sub(1).and_then(|before| self.mark(before));
        word.is_some_and(|word| mark == Some('@') || mark == Some('#') && is_compound(word.span.of(self.text)))
    }

    /// Whether `run` holds words of the language alone and goes on with small words that have capitals too, as in the title of a work: `Meeting The
    /// Dancer`, `All Streets Considered`.
    pub(super) fn is_in_title(&self, run: &Run) -> bool {
        let (Some(first), Some(last)) = (run.words.first().copied(), run.words.last().copied()) else { return false };
        let word = |at: &usize| self.tokens.get(*at).map_or("", |token| token.span.of(self.text));
        let apart = |at: usize| self.tokens.get(at).is_some_and(|token| token.gap == Gap::Space);
        let small = |at: usize| self.is_capital(at) && !self.is_letter(at) && self.class(at).is(Tells::Function);
        let before = first.checked_sub(1).filter(|at| apart(first) && small(*at)).is_some_and(|at| {
            let further = at.checked_sub(1).filter(|_| apart(at));
            let begun = further.is_some_and(|further| self.is_capital(further) && !self.class(further).is(Tells::Function));
            begun || !self.class(at).is(Tells::Determiner) && further.is_some()
        });
        let behind = apart(last + 1) && small(last + 1);
        // `You Hardly Met Me`: between two of them whatever the words are.
        let between = before && behind && first > 1;
        self.lang == Lang::En && (between || (before || behind) && run.words.iter().all(|at| is_common_word(word(at))))
    }
}
