//! Persons in a stretch: given names that are other words too, the small words and articles of surnames, and what is called after a person.
//!
//! Called by `chunk` and by the rules beside it while a run is read.

use crate::analysis::dates::tokens::Gap;
use crate::analysis::names::chunk::{Chunk, Run};
use crate::analysis::names::common_words::is_common_word;
use crate::analysis::names::lexicon::Tells;
use crate::analysis::names::part::is_royal;
use crate::analysis::names::rule_words::rule_words;
use crate::model::article::Lang;

impl Chunk<'_> {
    /// The title before a given name that is no name without it: `Pope Karim`.
    pub(super) fn royal_title(&self, run: &Run) -> Option<usize> {
        let [name] = run.words.as_slice() else { return None };
        let title = name.checked_sub(1).filter(|title| self.is_word(*title) && self.class(*title).is(Tells::Title))?;
        let beside = self.tokens.get(*name).is_some_and(|token| token.gap == Gap::Space) && self.class(*name).is(Tells::Given);
        let royal = self.tokens.get(title).is_some_and(|token| is_royal(token.span.of(self.text)));
        (beside && royal).then_some(title)
    }

    /// Whether the word at `at` is the article in a French surname behind a given name that no list has: `Yohan Le Tamre`.
    pub(super) fn is_breton(&self, run: &Run, at: usize) -> bool {
        let [first] = run.words.as_slice() else { return false };
        let word = |at: usize| self.tokens.get(at).map_or("", |token| token.span.of(self.text));
        let surname = || self.class(at + 1).is_open() && self.is_capital(at + 1) && !is_common_word(word(at + 1));
        let bearer = || {
            let place = self.lexicon.place(self.name(&[*first])).is_some();
            self.class(*first).is_open() && !place && !self.is_capitals(&[*first]) && !self.has_determiner(*first)
        };
        self.lang == Lang::Fr && self.is_one_of(at, &rule_words().articles_of_names) && surname() && bearer()
    }

    /// Whether the word at `at` belongs to the surname behind it in an English text, where it is no word of the language: `Herve de Tamra`, `Jan
    /// De Vorst`.
    pub(super) fn is_foreign_particle(&self, at: usize) -> bool {
        let word = self.tokens.get(at).map_or("", |token| token.span.of(self.text));
        self.lang == Lang::En && rule_words().foreign_particles.has_in_any_case(word)
    }

    /// Whether the word at `at` begins the name of `run` again, which a page put there twice: `Jane Doe Jane Doe's book`.
    pub(super) fn begins_again(&self, run: &Run, at: usize) -> bool {
        let [.., first, second] = run.words.as_slice() else { return false };
        let same = |one: usize, other: usize| match (self.tokens.get(one), self.tokens.get(other)) {
            (Some(one), Some(other)) => one.span.of(self.text) == other.span.of(self.text),
            _ => false,
        };
        self.is_given(at) && same(*first, at) && same(*second, at + 1)
    }

    /// Whether the word at `at` is the kind of a street or of another place that is called after the person behind it: not the French verb
    /// `est`, nor the last word of a name of its own (`le Grand Orient Jean Doe`).
    pub(super) fn names_street(&self, at: usize) -> bool {
        let of_name = self.is_capital(at) && at.checked_sub(1).is_some_and(|before| self.is_capital(before));
        self.class(at).is(Tells::PlaceNoun) && !self.is_verb_est(at) && !of_name
    }
}
