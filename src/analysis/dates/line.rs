//! A paragraph as the patterns see it: tokens that can be asked for by place, and the small pieces every pattern is made of.

use crate::analysis::dates::grammar::{Cue, Switch};
use crate::analysis::dates::lexicon::DateLexicon;
use crate::analysis::dates::tokens::{Token, TokenClass};
use crate::analysis::dates::value::Resolution;
use crate::analysis::dates::word::WordSense;

/// An expression found in a [`Paragraph`]: token places, half open, and what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimexHit {
    /// The first token.
    pub first: usize,
    /// The token after the last.
    pub after: usize,
    /// What it says.
    pub reading: Resolution,
}

/// One paragraph of a text.
#[derive(Clone, Copy, Debug)]
pub struct Paragraph<'a> {
    /// The text the tokens are of.
    pub text: &'a str,
    /// The tokens of the paragraph.
    pub tokens: &'a [Token],
    /// The lexicon it was read with.
    pub lexicon: &'static DateLexicon,
}

impl<'a> Paragraph<'a> {
    /// Whether the language has the habit `switch`.
    #[must_use]
    pub fn has(&self, switch: Switch) -> bool {
        self.lexicon.habits.has(switch)
    }

    /// Whether the token at `at` is one of the words of `cue`, in any case.
    #[must_use]
    pub fn cue(&self, at: usize, cue: Cue) -> bool {
        let habits = &self.lexicon.habits;
        let may_be = |token: &&Token| token.hash.is_none_or(|hash| habits.may_be(cue, hash));
        let Some(token) = self.get(at).filter(may_be) else { return false };
        let text = token.span.of(self.text);
        habits.words(cue).iter().any(|word| text.eq_ignore_ascii_case(word))
    }

    /// Whether the word at `at` is a plural, by its form.
    #[must_use]
    pub fn many(&self, at: usize) -> bool {
        if self.cue(at, Cue::SingularInS) {
            return false;
        }
        let listed = self.lexicon.habits.words(Cue::Plural);
        if listed.is_empty() { self.text(at).ends_with('s') } else { self.cue(at, Cue::Plural) }
    }

    /// A place in a row in figures, at most `most`: `2e`, "3rd", `19.`; and the token behind it.
    #[must_use]
    pub fn nth(&self, at: usize, most: u8, longest: usize) -> Option<(u8, usize)> {
        let nth = self.small(at, 1, most)?;
        let dotted = self.has(Switch::DottedOrdinals) && self.mark(at + 1, '.');
        let ended = self.glued(at + 1) && (dotted || self.text(at + 1).len() <= longest);
        ended.then_some((nth, at + 2))
    }

    /// The token at `at`.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    /// The class of the word at `at`.
    #[must_use]
    pub fn word(&self, at: usize) -> WordSense {
        self.get(at).map_or(WordSense::Other, Token::word)
    }

    /// The class of the word that ends before `at`, an apostrophe between skipped.
    #[must_use]
    pub fn word_before(&self, at: usize) -> WordSense {
        self.before(at).map_or(WordSense::Other, |place| self.word(place))
    }

    /// The place of the word or number before `at`, an apostrophe between skipped.
    #[must_use]
    pub fn before(&self, at: usize) -> Option<usize> {
        let place = at.checked_sub(1)?;
        if self.mark(place, '\'') { place.checked_sub(1) } else { Some(place) }
    }

    /// The words of the token at `at`.
    #[must_use]
    pub fn text(&self, at: usize) -> &'a str {
        self.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// The token behind `words`, word by word and mark by mark apart by spaces, when they stand at `at`.
    #[must_use]
    pub fn says(&self, at: usize, words: &str) -> Option<usize> {
        let mut next = at;
        for word in words.split(' ') {
            let mark = word.chars().next().filter(|sign| !sign.is_alphanumeric());
            if !mark.map_or_else(|| self.text(next).eq_ignore_ascii_case(word), |sign| self.mark(next, sign)) {
                return None;
            }
            next += 1;
        }
        Some(next)
    }

    /// Whether the token at `at` is the mark `mark`.
    #[must_use]
    pub fn mark(&self, at: usize, mark: char) -> bool {
        self.get(at).is_some_and(|token| token.kind == TokenClass::Mark(mark))
    }

    /// Whether no white space stands before the token at `at`.
    #[must_use]
    pub fn glued(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| !token.spaced())
    }

    /// The number at `at` and its digits.
    #[must_use]
    pub fn number(&self, at: usize) -> Option<(u32, u8)> {
        match self.get(at)?.kind {
            TokenClass::Number(value, digits) => Some((value, digits)),
            _ => None,
        }
    }

    /// A number of one or two digits between `low` and `high`.
    #[must_use]
    pub fn small(&self, at: usize, low: u8, high: u8) -> Option<u8> {
        let (value, digits) = self.number(at)?;
        let value = u8::try_from(value).ok()?;
        (digits <= 2 && (low..=high).contains(&value)).then_some(value)
    }

    /// A year of four digits.
    #[must_use]
    pub fn year(&self, at: usize) -> Option<i16> {
        let (value, digits) = self.number(at)?;
        let year = i16::try_from(value).ok()?;
        (digits == 4 && (1000..=2100).contains(&year) && !self.joined(at)).then_some(year)
    }

    /// A year of four digits that only a day or month before it tells from an amount.
    #[must_use]
    pub fn far_year(&self, at: usize) -> Option<i16> {
        let (value, digits) = self.number(at)?;
        let year = i16::try_from(value).ok()?;
        (digits == 4 && (2101..=2999).contains(&year) && !self.joined(at)).then_some(year)
    }

    /// Whether the number at `at` is a part of a longer one, such as `2,500` or `60.082.000`, or of a name such as `A2018`.
    #[must_use]
    pub fn joined(&self, at: usize) -> bool {
        let point = |place: usize| ['.', ',', ':', '/'].iter().any(|mark| self.mark(place, *mark));
        let left = self.glued(at)
            && at.checked_sub(1).is_some_and(|mark| {
                matches!(self.get(mark).map(|token| token.kind), Some(TokenClass::Word(_)))
                    || (point(mark) && self.glued(mark) && mark.checked_sub(1).is_some_and(|place| self.number(place).is_some()))
                    || ['$', '€', '£', '#', '/', '_', '='].iter().any(|sign| self.mark(mark, *sign))
            });
        let right = point(at + 1) && self.glued(at + 1) && self.glued(at + 2) && self.number(at + 2).is_some();
        let sign = ['%', '€', '$', '£', '°'].iter().any(|sign| self.mark(at + 1, *sign));
        left || right || sign
    }

    /// `first` or the article that stands before it.
    #[must_use]
    pub fn with_article(&self, first: usize) -> usize {
        match self.before(first) {
            Some(place) if self.word(place) == WordSense::The => place,
            _ => first,
        }
    }

    /// `first`, or the place of the article, number or "this" before it that `wanted` accepts.
    #[must_use]
    pub fn with(&self, first: usize, wanted: impl Fn(WordSense) -> bool) -> usize {
        match self.before(first) {
            Some(place) if wanted(self.word(place)) => place,
            _ => first,
        }
    }
}
