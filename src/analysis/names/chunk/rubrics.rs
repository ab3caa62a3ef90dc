//! Rubrics, which are of the page and no names, and groups that are named by those whose they are.
//!
//! Called by `chunk` while a run is read and before it is noted.

use crate::analysis::dates::tokens::{Token, TokenClass};
use crate::analysis::names::chunk::{Chunk, Run};
use crate::analysis::names::common_words::is_common_word;
use crate::analysis::names::rule_words::rule_words;
use crate::model::article::Lang;

impl Chunk<'_> {
    /// Whether `run` belongs to the words in capitals that stand before a dash at the head of a paragraph and say what it is: `CARTE TAMRIX -
    /// Jeanne Doe a dit`, `VIDÉO/ENTRETIEN -`; not the place of an agency line, nor one word that is none of the language.
    pub(super) fn is_rubric(&self, run: &Run, first: Option<usize>) -> bool {
        let Some(first) = first.filter(|_| self.is_shouted(run.after.saturating_sub(1))) else { return false };
        let shouted = |at: &usize| self.is_shouted(*at) || self.mark(*at) == Some('/');
        let end = (run.after..self.tokens.len()).find(|at| !shouted(at)).unwrap_or(run.after);
        let dash = matches!(self.mark(end), Some('-' | '–')) && [end, end + 1].iter().all(|at| self.is_apart(*at));
        let words = |from: usize| (from..end).filter(|at| self.is_word(*at));
        let common = || words(first).all(|at| self.tokens.get(at).is_some_and(|word| is_common_word(word.span.of(self.text))));
        let place = || self.lexicon.place(self.name(&run.words)).is_some() || self.is_town_by_form(&run.words);
        dash && (first..end).all(|at| shouted(&at) || self.mark(at) == Some('\''))
            && (words(first).count() > 1 || common())
            && !place()
    }

    fn is_apart(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::spaced)
    }

    /// Whether the token at `at` is a word in capitals.
    fn is_shouted(&self, at: usize) -> bool {
        let capitals = |token: &Token| token.span.of(self.text).chars().all(char::is_uppercase);
        self.tokens.get(at).is_some_and(|token| matches!(token.kind, TokenClass::Word(_)) && capitals(token))
    }

    /// Whether the word with a capital at `at` goes on with the name of a group that the word at `owner`, before an apostrophe, says whose it is:
    /// `People's Army`, `Workers' Front`.
    pub(super) fn is_owned(&self, owner: usize, at: usize) -> bool {
        let headed = || (at..at + 3).take_while(|at| self.is_capital(*at)).any(|at| self.class(at).head() > 0);
        self.lang == Lang::En && self.is_one_of(owner, &rule_words().owners) && self.is_apart(at) && headed()
    }
}
