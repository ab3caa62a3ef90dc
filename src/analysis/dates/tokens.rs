//! The tokens of a text: words, numbers and marks, each with its place and its class among the words of dates, in one pass.
//!
//! The one scan that dates and actors share; it knows neither patterns nor names. Words are folded one at a time into a key on
//! the stack, so that nothing is copied.

mod scanner;
mod token;

use crate::analysis::dates::lexicon::DateLexicon;
use crate::analysis::dates::tokens::scanner::Scanner;
pub use crate::analysis::dates::tokens::token::{ELISIONS, Gap, Token, TokenClass};
use crate::analysis::dates::word::WordSense;
use crate::model::article::{Article, Lang};
use crate::text::span::Span;

/// The tokens of some parts of a text, each part by itself.
#[derive(Debug)]
pub struct Tokens {
    lexicon: &'static DateLexicon,
    all: Vec<Token>,
    /// The parts, each with the number of tokens before its end.
    parts: Vec<(Span, usize)>,
}

impl Tokens {
    /// Reads the parts `parts` of `text`.
    ///
    /// A text in a language without tables is read with those that find most words of the calendar in it.
    #[must_use]
    pub fn read(text: &str, parts: &[Span], lang: Lang) -> Self {
        if let Some(lexicon) = DateLexicon::of(lang) {
            return Self::with(lexicon, text, parts);
        }
        let [first, others @ ..] = DateLexicon::all();
        let others = others.iter().map(|lexicon| Self::with(lexicon, text, parts));
        // Of equals the first one counts.
        others.fold(
            Self::with(first, text, parts),
            |best, next| {
                if next.words_of_calendar() > best.words_of_calendar() { next } else { best }
            },
        )
    }

    /// Reads the stretches of `article` that count.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let parts: Vec<Span> = article.text_blocks().map(|block| block.span).collect();
        Self::read(&article.body, &parts, article.lang)
    }

    fn with(lexicon: &'static DateLexicon, text: &str, parts: &[Span]) -> Self {
        let letters: usize = parts.iter().map(|part| part.len()).sum();
        let mut tokens = Self { lexicon, all: Vec::with_capacity(letters / 4), parts: Vec::with_capacity(parts.len()) };
        for part in parts {
            let mut scanner = Scanner::new(text, *part);
            while let Some(token) = scanner.next_token(lexicon) {
                tokens.all.push(token);
            }
            tokens.parts.push((*part, tokens.all.len()));
        }
        tokens
    }

    /// These with the tokens of `headline` before them, as a text has them in which the headline stands `by` bytes above this one.
    #[must_use]
    pub(crate) fn below(&self, headline: &str, by: usize) -> Self {
        let Self { lexicon, mut all, mut parts } = Self::with(self.lexicon, headline, &[Span::new(0, headline.len())]);
        let before = all.len();
        all.extend(self.all.iter().map(|token| Token { span: token.span.shift(by), ..*token }));
        parts.extend(self.parts.iter().map(|(part, after)| (part.shift(by), before + after)));
        Self { lexicon, all, parts }
    }

    /// The lexicon they were read with.
    #[must_use]
    pub fn lexicon(&self) -> &'static DateLexicon {
        self.lexicon
    }

    /// The parts of the text with their tokens.
    pub fn parts(&self) -> impl Iterator<Item = (Span, &[Token])> {
        let starts = std::iter::once(0).chain(self.parts.iter().map(|(_, after)| *after));
        self.parts.iter().zip(starts).map(|((part, after), first)| (*part, self.all.get(first..*after).unwrap_or_default()))
    }

    fn words_of_calendar(&self) -> usize {
        let tells = |token: &&Token| {
            matches!(
                token.word(),
                WordSense::Month(_)
                    | WordSense::LikelyMonth(_)
                    | WordSense::Weekday(_)
                    | WordSense::Day(_)
                    | WordSense::The
                    | WordSense::Of
            )
        };
        self.all.iter().filter(tells).count()
    }
}
