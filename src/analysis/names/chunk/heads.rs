//! Heads of names in small letters, as French writes them: `université de Tamra`, `institut Tamra`.
//!
//! Called by `chunk` for each run before it is noted.

use crate::analysis::dates::tokens::Gap;
use crate::analysis::names::chunk::{Chunk, Run};
use crate::analysis::names::lexicon::Tells;
use crate::analysis::names::rule_words::rule_words;
use crate::model::article::Lang;

impl Chunk<'_> {
    /// The words in small letters before `run` that belong to the name: its head, an adjective, the link; none where it is of a person
    /// (`association de Jeanne Doe`) or of another group.
    pub(super) fn small_head(&self, run: &Run) -> Vec<usize> {
        let Some(first) = run.words.first().copied().filter(|_| self.lang == Lang::Fr) else { return Vec::new() };
        let own = self.is_capital(first) && self.class(first).head() == 0 && !self.class(first).is(Tells::Title);
        let Some(before) = first.checked_sub(1).filter(|_| own && !self.is_prefixed(first)) else { return Vec::new() };
        let words = rule_words();
        if self.is_one_of(before, &words.small_heads) {
            return if self.tokens.get(first).is_some_and(|token| token.gap == Gap::Space) { vec![before] } else { Vec::new() };
        }
        let Some(noun) = self.before_link(before).filter(|_| !self.is_given(first)) else { return Vec::new() };
        let heads = |at: usize| self.is_one_of(at, &words.small_heads) || self.is_one_of(at, &words.small_heads_of);
        let described = || self.tokens.get(noun).is_some_and(|token| self.lexicon.is_adjective(token.span.of(self.text)));
        let head = if heads(noun) { Some(noun) } else { noun.checked_sub(1).filter(|head| heads(*head) && described()) };
        head.map_or_else(Vec::new, |head| (head..first).filter(|at| self.is_word(*at)).collect())
    }

    /// The word before the French link that ends at `at`: `de`, `du`, `d'`, `de la`, `de l'`.
    fn before_link(&self, at: usize) -> Option<usize> {
        let last = if self.mark(at) == Some('\'') { at.checked_sub(1)? } else { at };
        let article = self.class(last).is(Tells::Determiner) && !self.class(last).is(Tells::Link);
        let article = article || self.class(last).is(Tells::Determiner) && self.class(last.checked_sub(1)?).is(Tells::Link);
        let link = if article { last.checked_sub(1)? } else { last };
        (self.class(link).is(Tells::Link) && !self.is_capital(link)).then(|| link.checked_sub(1)).flatten()
    }
}
