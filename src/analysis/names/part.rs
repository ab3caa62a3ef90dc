//! The parts of a name: its words, each with what it tells and how it hangs on the word before.
//!
//! Called by `classify` and by whoever joins names.

use crate::analysis::names::lexicon::{NameCues, NameLexicon, Tells};
use crate::analysis::names::rule_words::rule_words;
use crate::analysis::names::words::hash_of;

/// A word of a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part<'a> {
    /// The word.
    pub(crate) text: &'a str,
    /// Its number.
    pub(crate) hash: u32,
    /// What it tells.
    pub(crate) class: NameCues,
    /// Whether a hyphen joins it to the word before.
    pub(crate) joined: bool,
    /// Whether the Arabic article stands before it: `al-Islam` is a part of a name, whatever the word says alone.
    pub(crate) bound: bool,
}

impl Part<'_> {
    /// Whether the word tells this where it stands.
    #[must_use]
    pub(crate) fn tells(&self, tells: Tells) -> bool {
        !self.bound && self.class.is(tells)
    }

    /// Whether it is written as a name is: with a capital, or behind a hyphen.
    #[must_use]
    pub(crate) fn is_written(&self) -> bool {
        self.joined || self.text.starts_with(char::is_uppercase)
    }

    /// Whether it may stand in a person's name.
    #[must_use]
    pub(crate) fn is_of_name(&self) -> bool {
        let joins = [Tells::Particle, Tells::Link, Tells::Join];
        self.is_written() || joins.iter().any(|tells| self.class.is(*tells))
    }

    /// Whether it is written in capitals throughout.
    #[must_use]
    pub(crate) fn is_capitals(&self) -> bool {
        self.text.chars().count() > 1 && self.text.chars().all(char::is_uppercase)
    }
}

/// The words of a spelling.
#[must_use]
pub(crate) fn parts(spelling: &str) -> Vec<Part<'_>> {
    let mut all: Vec<Part<'_>> = Vec::new();
    let (mut rest, mut joined) = (spelling, false);
    while let Some(start) = rest.find(char::is_alphanumeric) {
        let (before, word) = rest.split_at_checked(start).unwrap_or_default();
        let (text, behind) =
            word.split_at_checked(word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len())).unwrap_or_default();
        let hash = hash_of(text);
        // `Le Cléac'h`, but not `d'Ormes`.
        let capital = all.last().is_some_and(|last| last.text.starts_with(char::is_uppercase));
        joined |= matches!(before, "-" | "‐" | "‑") || capital && matches!(before, "'" | "’");
        let bound = all.last().is_some_and(|last| last.class.is(Tells::Article));
        all.push(Part { text, hash, class: NameLexicon::get().class(hash), joined: joined && !all.is_empty(), bound });
        (rest, joined) = (behind, false);
    }
    all
}

/// The words of a spelling that are no articles.
#[must_use]
pub(crate) fn parts_that_tell(spelling: &str) -> Vec<Part<'_>> {
    parts(spelling).into_iter().filter(|part| !part.class.is(Tells::Article)).collect()
}

/// Whether a word is the title of those who are called by it and a given name: `Pope Karim`, `roi Anwar`.
#[must_use]
pub(crate) fn is_royal(word: &str) -> bool {
    rule_words().royal.has_in_any_case(word)
}

/// Whether the words of a name begin with a given name; one that is a word of a language too (`Grace`, `Don`) is one before a word that is none.
#[must_use]
pub(crate) fn begins_given(words: &[Part<'_>]) -> bool {
    let Some(first) = words.first().filter(|first| first.class.is(Tells::Given)) else { return false };
    let alone = || !first.class.is(Tells::Verb) && words.get(1).is_some_and(|next| next.class.is_open());
    !first.class.is(Tells::Function) || alone()
}
