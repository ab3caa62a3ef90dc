//! One thing to look for, and how closely. A term that exists can be written and read back.
//!
//! It carries the words only: matching is done by the rest of `query`.

use std::borrow::Cow;

use regex::RegexBuilder;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::query::language::token::{TokenKind, tokens};
use crate::text::fold::fold;
use crate::text::span::Span;
use crate::tr;

/// How closely a term must be matched. Case never matters but in `Exact`; accents matter where they were typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TermKind {
    /// `word`: fuzzily where names and headlines are asked.
    Fuzzy,
    /// `"some words"`: these words in this order.
    Phrase,
    /// `word*`: the head of a word, or of a word after others.
    Prefix,
    /// `=word`: with this case and these accents.
    Exact,
    /// `/re/`: a regular expression in the syntax of the crate `regex`, without regard to case.
    Regex,
    /// `"some words"~5`: all within so many words, in any order.
    Near(u8),
}

/// Something to look for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct QueryTerm {
    text: Box<str>,
    kind: TermKind,
}

/// The most bytes a compiled regular expression may take.
pub const REGEX_SIZE: usize = 1 << 20;

impl QueryTerm {
    /// Words as a person gives them: one plain word is matched fuzzily, all else as a phrase. `None` if there is no word.
    #[must_use]
    pub fn words(text: &str) -> Option<Self> {
        let term = Self::phrase(text)?;
        let kind = if is_plain(&term.text) { TermKind::Fuzzy } else { TermKind::Phrase };
        Some(Self { kind, ..term })
    }

    /// Words in this order; `None` if there is no word.
    #[must_use]
    pub fn phrase(text: &str) -> Option<Self> {
        Self::spaced(text, TermKind::Phrase)
    }

    /// Words that are matched as they are written; `None` if there is no word.
    #[must_use]
    pub fn exact(text: &str) -> Option<Self> {
        Self::spaced(text, TermKind::Exact)
    }

    /// The head of a word; `None` if there is no word.
    #[must_use]
    pub fn prefix(text: &str) -> Option<Self> {
        Self::spaced(text, TermKind::Prefix)
    }

    /// Words within `distance` words; a single word is a phrase. `None` if there is no word or no distance.
    #[must_use]
    pub fn near(text: &str, distance: u8) -> Option<Self> {
        let term = Self::phrase(text).filter(|_| distance > 0)?;
        let kind = if term.text.contains(' ') { TermKind::Near(distance) } else { TermKind::Phrase };
        Some(Self { kind, ..term })
    }

    /// A regular expression.
    ///
    /// # Errors
    /// Why it is none, in a few words: its syntax is wrong, it is empty, or it takes more than [`REGEX_SIZE`] compiled.
    pub fn regex(pattern: &str) -> Result<Self, String> {
        if pattern.is_empty() {
            return Err(tr!("nothing between the slashes").into());
        }
        let text = with_plain_slashes(pattern);
        match RegexBuilder::new(&text).case_insensitive(true).size_limit(REGEX_SIZE).build() {
            Ok(_) => Ok(Self { text: text.into(), kind: TermKind::Regex }),
            Err(regex::Error::CompiledTooBig(_)) => Err(tr!("the regex takes too much memory").into()),
            Err(error) => Err(tr!("the regex is wrong: {error}", error = reason(&error))),
        }
    }

    fn spaced(text: &str, kind: TermKind) -> Option<Self> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then(|| Self { text: text.into(), kind })
    }

    /// The words, each parted from the next by one space; the pattern of a regular expression.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How closely it must be matched.
    #[must_use]
    pub fn kind(&self) -> TermKind {
        self.kind
    }

    /// Whether some letter was typed with an accent, which is then required; letters without one match any.
    #[must_use]
    pub fn requires_accents(&self) -> bool {
        self.kind != TermKind::Regex && self.text.nfc().any(is_accented)
    }
}

/// Whether `c` is a letter with a diacritic or a stroke. Ligatures and letters of another width or shape are not.
#[must_use]
pub fn is_accented(c: char) -> bool {
    if c.is_ascii() {
        return false;
    }
    let stroked = || {
        let plain = fold(c.encode_utf8(&mut [0; 4]));
        c.is_alphabetic() && plain.len() == 1 && plain.is_ascii() && std::iter::once(c).nfkd().eq([c])
    };
    std::iter::once(c).nfd().any(is_combining_mark) || stroked()
}

/// Whether `text` is read as one word wherever it stands, with no sign in it that means something.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    let whole = Span::new(0, text.len());
    let mut found = tokens(text).into_iter();
    let word = found.next().is_some_and(|token| token.kind == TokenKind::Word(text) && token.span == whole);
    word && found.next().is_none() && !text.starts_with('=') && !text.contains('*')
}

/// The pattern with `\/` as `/`, which means the same and need not be escaped inside.
fn with_plain_slashes(pattern: &str) -> String {
    let mut plain = String::with_capacity(pattern.len());
    each_unit(pattern, |unit| plain.push_str(if unit == "\\/" { "/" } else { unit }));
    plain
}

/// The pattern as it is written between slashes.
pub(crate) fn with_escaped_slashes(pattern: &str) -> Cow<'_, str> {
    if !pattern.contains('/') {
        return Cow::Borrowed(pattern);
    }
    let mut escaped = String::with_capacity(pattern.len() + 1);
    each_unit(pattern, |unit| escaped.push_str(if unit == "/" { "\\/" } else { unit }));
    Cow::Owned(escaped)
}

/// Hands on `text` character by character, a backslash together with what follows it.
pub(crate) fn each_unit<'a>(text: &'a str, mut hand_on: impl FnMut(&'a str)) {
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        let last = if c == '\\' { chars.next().map_or(c, |(_, escaped)| escaped) } else { c };
        let len = if c == '\\' && chars.offset() > at + 1 { 1 + last.len_utf8() } else { c.len_utf8() };
        hand_on(text.get(at..at + len).unwrap_or_default());
    }
}

/// The last line of the report, which says in a few words what is wrong.
fn reason(error: &regex::Error) -> String {
    let report = error.to_string();
    let last = report.lines().last().unwrap_or_default();
    last.trim_start_matches("error: ").to_owned()
}

#[cfg(test)]
mod tests {
    use super::{QueryTerm, TermKind, is_plain};

    #[test]
    fn plain_words_need_no_quotes() {
        for word in ["kazemi", "al-Kadhimi", "l'État", "3.5", "12:30", "https://a.b/c", "Exclusif:", "x=1", "a@b", "or", "~x"] {
            assert!(is_plain(word), "{word}");
        }
        for other in ["", "a b", "a,b", "-a", "@a", "/a/", "=a", "a*", "(a", "\"a", "OR", "acter:a", "text:", "«"] {
            assert!(!is_plain(other), "{other}");
        }
    }

    #[test]
    fn accents_are_required_where_typed() {
        let requires = |text: &str| QueryTerm::words(text).unwrap().requires_accents();
        assert!(requires("État") && requires("e\u{301}tat") && requires("Łódź") && requires("øre") && requires("çA"));
        assert!(!requires("Etat") && !requires("cœur") && !requires("STRASSE ß") && !requires("ａｂ") && !requires("ﬁn"));
        assert!(!QueryTerm::regex("é").unwrap().requires_accents());
    }

    #[test]
    fn words_are_spaced_once_and_regexes_checked() {
        let near = QueryTerm::near(" a \u{A0} b ", 5).unwrap();
        assert_eq!((near.text(), near.kind()), ("a b", TermKind::Near(5)));
        assert_eq!(QueryTerm::near("a", 5).unwrap().kind(), TermKind::Phrase);
        assert_eq!((QueryTerm::near("a b", 0), QueryTerm::phrase(" ")), (None, None));
        assert_eq!(QueryTerm::regex("a\\/b\\\\").unwrap().text(), "a/b\\\\");
        assert_eq!(QueryTerm::regex("(a").unwrap_err(), "the regex is wrong: unclosed group");
        assert_eq!(QueryTerm::regex("").unwrap_err(), "nothing between the slashes");
        assert_eq!(QueryTerm::regex("(\\w{100}){100}").unwrap_err(), "the regex takes too much memory");
    }
}
