//! Abbreviations in brackets behind words in small letters: what they stand for, which is the whole name of a group or a thing.
//!
//! Called by `chunk` for each run that is left as a name.

use crate::analysis::dates::tokens::{Token, TokenClass};
use crate::analysis::names::chunk::{Chunk, Run};
use crate::analysis::names::lexicon::{NameCues, Tells};
use crate::text::fold::fold;

/// The most tokens such words have.
const REACH: usize = 10;
/// Letters of a word that an abbreviation leaves out: `de`, `the`.
const SMALL: usize = 3;

impl Chunk<'_> {
    /// Goes on with a group to the abbreviation that stands for all of its words: `Comité national pour le salut du peuple (CNSP)`.
    pub(super) fn spell_out(&self, run: &mut Run) -> Option<&Token> {
        let first = run.words.first().copied()?;
        let class = self.class(first);
        let group = class.head() > 0 && !class.is(Tells::Title) || class.is(Tells::Determiner) && run.words.len() > 1;
        if !group || run.words.len() > 3 || !self.is_word(run.after) || self.is_capital(run.after) {
            return None;
        }
        let inside = |at: &usize| self.is_inside(*at) || matches!(self.mark(*at), Some('"' | '»' | '”' | '('));
        let opens = (run.after..run.after + REACH).take_while(inside).find(|at| self.mark(*at) == Some('('));
        let end = opens?;
        // Some papers write `Insee`.
        let short = self.tokens.get(end + 1).filter(|short| short.capital && self.mark(end + 2) == Some(')'))?;
        let abbreviates = short.span.len() > 2 || self.is_capitals(&[end + 1]);
        if !abbreviates || !self.are_letters(short.span.of(self.text), first, end) {
            return None;
        }
        run.words.extend((run.after..end).filter(|at| self.is_word(*at)));
        run.after = end;
        Some(short)
    }

    /// Whether `run` is an abbreviation in brackets whose letters are those of the words in small letters before, which are of no group:
    /// `lanceur de balles de défense (LBD)`.
    pub(super) fn is_letters_of_thing(&self, run: &Run) -> bool {
        let [short] = run.words.as_slice() else { return false };
        let open = short.checked_sub(1).filter(|open| self.mark(*open) == Some('(') && self.mark(run.after) == Some(')'));
        let Some(open) = open.filter(|_| self.is_capitals(&[*short])) else { return false };
        let letters = self.tokens.get(*short).map_or("", |token| token.span.of(self.text));
        let small = |at: &usize| self.is_inside(*at) && !self.is_capital(*at);
        let begin = |at: &usize| self.is_telling(*at) && self.are_letters(letters, *at, open);
        let Some(begin) = (open.saturating_sub(REACH)..open).rev().take_while(small).find(begin) else { return false };
        let heads = (begin..open).filter(|at| self.is_telling(*at)).map(|at| self.class(at));
        let group = |class: &NameCues| class.head() > 0 || class.is(Tells::Title);
        let heads: Vec<_> = heads.collect();
        letters.len() > 2 && ![heads.first(), heads.last()].into_iter().flatten().any(group)
    }

    /// Whether the token at `at` goes on with words: a word, a hyphen, an apostrophe.
    fn is_inside(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| matches!(token.kind, TokenClass::Word(_) | TokenClass::Mark('-' | '\'')))
    }

    /// Whether the word at `at` has a letter in an abbreviation.
    fn is_telling(&self, at: usize) -> bool {
        let class = self.class(at);
        let light = [Tells::Function, Tells::Link, Tells::Join].iter().any(|tells| class.is(*tells));
        let long = |token: &Token| token.span.len() > SMALL && !light;
        self.is_word(at) && self.tokens.get(at).is_some_and(|token| token.capital || long(token))
    }

    /// Whether `letters` are the first ones of the words from `from` to `end`, each of which has one; small words have one or none.
    fn are_letters(&self, letters: &str, from: usize, end: usize) -> bool {
        let mut left = letters.chars().map(|letter| fold(letter.encode_utf8(&mut [0; 4]))).peekable();
        let mut rest = letters.chars().count();
        let mut telling = (from..end).filter(|at| self.is_telling(*at)).count();
        for at in (from..end).filter(|at| self.is_word(*at)) {
            let first = self.tokens.get(at).and_then(|token| token.span.of(self.text).chars().next()).unwrap_or_default();
            let fits = left.peek().is_some_and(|letter| *letter == fold(first.encode_utf8(&mut [0; 4])));
            let owed = self.is_telling(at);
            if owed && !fits {
                return false;
            }
            if owed || fits && rest > telling {
                left.next();
                rest -= 1;
            }
            telling -= usize::from(owed);
        }
        rest == 0
    }
}
