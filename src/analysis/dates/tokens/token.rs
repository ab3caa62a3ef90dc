//! A token: a word, a number or a mark, with its place and its class.

use std::num::NonZeroU32;

use crate::analysis::dates::word::WordSense;
use crate::text::span::Span;

/// French words that lose their vowel before an apostrophe; elsewhere an apostrophe belongs to the word (`Kata'ib`).
pub const ELISIONS: [&str; 14] = ["l", "d", "qu", "n", "s", "j", "m", "t", "c", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu"];

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenClass {
    /// A run of letters, with its class.
    Word(WordSense),
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
    pub kind: TokenClass,
    /// The hash of the [`WordKey`](crate::analysis::dates::table::WordKey) of a word or number, by which a reader can tell that he does not know it; `None` when the key does
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
    /// The class of a word, [`WordSense::Other`] for other tokens.
    #[must_use]
    pub fn word(&self) -> WordSense {
        match self.kind {
            TokenClass::Word(word) => word,
            _ => WordSense::Other,
        }
    }

    /// Whether white space stands before it.
    #[must_use]
    pub fn spaced(&self) -> bool {
        matches!(self.gap, Gap::Paragraph | Gap::Space)
    }
}
