//! What a date is to the sentence that holds it: when something was, what something else is held against, or a part of a name.
//!
//! `Made in China 2025`, `the Act of 1976`, `le marché de Noël`, `an 18th-century arch` date nothing; `contre 3 % en 2017`, `a 2005 tape`,
//! `le niveau de 2007` say of which thing it is spoken. Judged by the words around the date, in French and English at once. Called by
//! `events`.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use crate::analysis::dating_words::{dating_words, is_listed};
use crate::model::date::{Precision, Timex};
use crate::text::span::Span;

/// What a date is to its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateRole {
    /// It says when something was.
    When,
    /// It says which thing is meant, or against which time something is held.
    Beside,
    /// It is a part of a name, or of what something is like.
    Name,
}

/// Words before a date within which it is held against something.
const REACH: usize = 10;
/// Words of the longest title of a law behind its year.
const TITLE: usize = 6;

/// What the date `timex` of `body` is to the sentence at `sentence`.
#[must_use]
pub(crate) fn date_role(body: &str, sentence: Span, timex: &Timex) -> DateRole {
    let before = body.get(sentence.first()..timex.span.first()).unwrap_or_default();
    let behind = body.get(timex.span.after()..sentence.after()).unwrap_or_default();
    let words = timex.span.of(body);
    let around = Around { before, words, behind };
    let coarse = timex.precision >= Precision::Year;
    match () {
        () if timex.precision == Precision::Year && around.is_year_of_name() => DateRole::Name,
        () if timex.precision == Precision::Century && (around.is_of_noun() || around.is_century_of_noun()) => DateRole::Name,
        () if around.is_of_law() || around.signs_post() || around.is_in_address() => DateRole::Name,
        () if timex.rule == FEAST && around.names_feast() => DateRole::Name,
        () if around.is_held_against() => DateRole::Beside,
        () if coarse && (around.is_of_noun() || around.stands_before_noun()) => DateRole::Beside,
        () => DateRole::When,
    }
}

/// How a feast is told to have been resolved, see `dates::resolve`.
const FEAST: &str = "a feast, by the calendar";

/// The words of a date, with what stands before and behind it in its sentence.
struct Around<'a> {
    before: &'a str,
    words: &'a str,
    behind: &'a str,
}

impl<'a> Around<'a> {
    /// The words before it, the last first.
    fn back(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.before.rsplit(|c: char| c.is_whitespace() || matches!(c, '\'' | '’')).filter(|word| !word.is_empty())
    }

    /// The word right before it, in small letters, with nothing but white space or an apostrophe between.
    fn last(&self) -> Cow<'a, str> {
        in_small_letters(self.back().next().unwrap_or_default())
    }

    /// The word right behind it that a space parts from it.
    fn next(&self) -> Option<&'a str> {
        let behind = self.behind.strip_prefix([' ', '\u{a0}'])?;
        behind.split(char::is_whitespace).next().filter(|word| word.starts_with(char::is_alphabetic))
    }

    /// `Tokyo 2020`, `Made in China 2025`: a year right behind a name inside a sentence.
    fn is_year_of_name(&self) -> bool {
        let figures = self.words.len() == 4 && self.words.bytes().all(|byte| byte.is_ascii_digit());
        let Some(name) = self.back().next().filter(|_| figures && self.before.ends_with([' ', '\u{a0}'])) else { return false };
        let bare = name.trim_start_matches(['«', '"', '“', '‘', '(', '\u{a0}']);
        let capital = bare.starts_with(char::is_uppercase) && bare.ends_with(char::is_alphanumeric);
        let first = self.before.trim_start_matches(|c: char| !c.is_alphanumeric()).trim_end() == bare;
        capital && !first && !is_listed(&dating_words().no_name_before_year, &bare.to_lowercase())
    }

    /// `— Anne Rivoire (@rivoire) 1 décembre 2018`: the day of a post that a page shows.
    fn signs_post(&self) -> bool {
        let tail = self.before.trim_end();
        tail.ends_with(')') && tail.rsplit_once('(').is_some_and(|(_, account)| account.starts_with('@'))
    }

    /// Whether it stands within an address of the web.
    fn is_in_address(&self) -> bool {
        let run = self.before.rsplit(char::is_whitespace).next().unwrap_or_default();
        run.contains("://") || run.contains("www.")
    }

    /// `la loi du 9 décembre 1905`, `the Clean Air Act of 1990`, `the 1964 Civil Rights Act`.
    fn is_of_law(&self) -> bool {
        let law = |word: &str| is_listed(&dating_words().laws, &bare(word));
        let mut back = self.back();
        let of = back.next().is_some_and(|word| is_listed(&dating_words().of_noun, &in_small_letters(word)));
        let behind = self.behind.split_whitespace().take(TITLE);
        let titled = || behind.take_while(|word| word.starts_with(char::is_uppercase)).any(law);
        of && back.next().is_some_and(law) || titled()
    }

    /// `l'église du XIIe siècle`, `the wave of 2010`: which one of a noun is meant; not so `à la fin du XIXe siècle`.
    fn is_of_noun(&self) -> bool {
        let mut back = self.back();
        let of = back.next().is_some_and(|word| is_listed(&dating_words().of_noun, &in_small_letters(word)));
        of && back.next().is_some_and(|noun| {
            noun.ends_with(char::is_alphanumeric) && !is_listed(&dating_words().parts_of_time, &in_small_letters(noun))
        })
    }

    /// Whether a noun in small letters stands right behind it.
    fn is_before_noun(&self) -> bool {
        let small = |next: &str| next.starts_with(char::is_lowercase) && !is_listed(&dating_words().behind_time, &bare(next));
        self.next().is_some_and(small)
    }

    /// `a 2005 tape`: a noun behind it, an article or a possessive before it.
    fn stands_before_noun(&self) -> bool {
        let article = is_listed(&dating_words().articles_of_noun, &self.last())
            || self.back().next().is_some_and(|word| word == "s" && self.before.ends_with([' ', '\u{a0}']));
        article && self.is_before_noun()
    }

    /// `an 18th-century arch`, `a listed 18th century house`; not so `in the 14th century monks built it`.
    fn is_century_of_noun(&self) -> bool {
        let article = |word: &str| is_listed(&dating_words().articles_of_noun, &in_small_letters(word));
        let own = self.words.split(' ').next().is_some_and(article);
        let before = self.back().find(|word| own || !article(word)).unwrap_or_default().to_lowercase();
        let joined = self.words.contains("-c") || self.words.contains("-C");
        self.is_before_noun() && (joined || !is_listed(&dating_words().no_name_before_year, &before))
    }

    /// `le marché de Noël`, `Christmas trees`, `celebrate Christmas`: a feast that no word places in time.
    fn names_feast(&self) -> bool {
        let last = self.last();
        let told = self.words.chars().any(|c| c.is_ascii_digit()) || self.words.split_whitespace().count() > 1;
        let placed = is_listed(&dating_words().before_feast, &last);
        let of = is_listed(&dating_words().of_noun, &last)
            && self.back().nth(1).is_some_and(|noun| !is_listed(&dating_words().parts_of_time, &in_small_letters(noun)));
        of || self.is_before_noun() && !placed || !(placed || told || is_listed(&dating_words().of_noun, &last))
    }

    /// `contre 38 600 le 22 décembre`, `than in 1968`, `up from 2.8 percent last year`.
    fn is_held_against(&self) -> bool {
        let near: Vec<&str> = self.back().take(REACH).collect();
        let inside = near.iter().enumerate().take_while(|(at, word)| *at == 0 || !word.ends_with([',', ';', ':', ')', '.']));
        let words: Vec<Cow<'_, str>> = inside.map(|(_, word)| bare(word)).collect();
        words.iter().enumerate().any(|(at, word)| {
            let ahead = words.get(at + 1).map_or("", AsRef::as_ref);
            SET_AGAINST.get(word.as_ref()).is_some_and(|before| before.contains(&"") || before.contains(&ahead))
        })
    }
}

/// What something is held against, by its last word, each with the word that has to stand before it, or none. Asked for ten words before each date.
static SET_AGAINST: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut words: HashMap<&str, Vec<&str>> = HashMap::new();
    for listed in &dating_words().set_against {
        let (before, last) = listed.rsplit_once(' ').unwrap_or(("", listed));
        words.entry(last).or_default().push(before);
    }
    words
});

/// A word in small letters without the marks around it.
fn bare(word: &str) -> Cow<'_, str> {
    in_small_letters(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Nearly all words of a text are so already.
fn in_small_letters(word: &str) -> Cow<'_, str> {
    if word.chars().any(char::is_uppercase) { word.to_lowercase().into() } else { word.into() }
}

#[cfg(test)]
mod tests;
