//! The tokens of a text: words, numbers and marks, each with its place and its class among the words of dates, in one pass.
//!
//! The one scan that dates and actors share; it knows neither patterns nor names. Words are folded one at a time into a key on
//! the stack, so that nothing is copied.

mod scanner;

use std::num::NonZeroU32;

use crate::analysis::dates::lexicon::Lexicon;
use crate::analysis::dates::word::Word;
use crate::analysis::tokens::scanner::Scanner;
use crate::model::article::{Article, Lang};
use crate::text::span::Span;

/// French words that lose their vowel before an apostrophe; elsewhere an apostrophe belongs to the word (`Kata'ib`).
pub const ELISIONS: [&str; 14] = ["l", "d", "qu", "n", "s", "j", "m", "t", "c", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu"];

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A run of letters, with its class.
    Word(Word),
    /// A run of ASCII digits: its value, cut at `u32::MAX`, and how many digits.
    Number(u32, u8),
    /// One other character that is no white space; every apostrophe is `'`, every hyphen `-`, every longer dash `–`.
    Mark(char),
}

/// A token of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it is.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// The hash of the [`Key`] of a word or number, by which a reader can tell that he does not know it; `None` when the key does
    /// not stand for it, because it is too long or has letters that are neither French nor English.
    pub hash: Option<NonZeroU32>,
    /// What stands before it.
    pub gap: Gap,
    /// Whether it begins with a capital.
    pub capital: bool,
}

/// What stands between a token and the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// The end of a paragraph: an empty line, or the head of the text.
    Paragraph,
    /// White space.
    Space,
    /// Nothing.
    Nothing,
    /// Nothing, and the two may be parts of one word of a name: `F-16` is two words, `U2` and `Kata'ib` are one, `l'Iran` is two.
    /// Said where it is not known, too.
    Joint,
}

impl Token {
    /// The class of a word, [`Word::Other`] for other tokens.
    #[must_use]
    pub fn word(&self) -> Word {
        match self.kind {
            Kind::Word(word) => word,
            _ => Word::Other,
        }
    }

    /// Whether white space stands before it.
    #[must_use]
    pub fn spaced(&self) -> bool {
        matches!(self.gap, Gap::Paragraph | Gap::Space)
    }
}

/// The tokens of some parts of a text, each part by itself.
#[derive(Debug)]
pub struct Tokens {
    lexicon: &'static Lexicon,
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
        if let Some(lexicon) = Lexicon::of(lang) {
            return Self::with(lexicon, text, parts);
        }
        let [first, others @ ..] = Lexicon::all();
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

    fn with(lexicon: &'static Lexicon, text: &str, parts: &[Span]) -> Self {
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

    /// The lexicon they were read with.
    #[must_use]
    pub fn lexicon(&self) -> &'static Lexicon {
        self.lexicon
    }

    /// The parts of the text with their tokens.
    pub fn parts(&self) -> impl Iterator<Item = (Span, &[Token])> {
        let starts = std::iter::once(0).chain(self.parts.iter().map(|(_, after)| *after));
        self.parts.iter().zip(starts).map(|((part, after), first)| (*part, self.all.get(first..*after).unwrap_or_default()))
    }

    fn words_of_calendar(&self) -> usize {
        let tells = |token: &&Token| {
            matches!(token.word(), Word::Month(_) | Word::LikelyMonth(_) | Word::Weekday(_) | Word::Day(_) | Word::The | Word::Of)
        };
        self.all.iter().filter(tells).count()
    }
}
