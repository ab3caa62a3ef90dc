//! What a date is to the sentence that holds it: when something was, what something else is held against, or a part of a name.
//!
//! `Made in China 2025`, `the Act of 1976`, `le marché de Noël`, `an 18th-century arch` date nothing; `contre 3 % en 2017`, `a 2005 tape`,
//! `le niveau de 2007` say of which thing it is spoken. Judged by the words around the date, in French and English at once. Called by
//! `events`.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::analysis::dates::dating_words::dating_words;
use crate::model::date::{Precision, Timex};
use crate::text::span::Span;
use crate::text::word_set::WordSet;

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
        () if around.is_of_law() || around.signs_post() || around.is_in_address() || around.ends_shouted_name() => DateRole::Name,
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
    fn back(&self) -> WordsBack<'a> {
        WordsBack { rest: self.before }
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
        capital && !first && !dating_words().no_name_before_year.has(&bare.to_lowercase())
    }

    /// `— Anne Rivoire (@rivoire) 1 décembre 2018`: the day of a post that a page shows.
    fn signs_post(&self) -> bool {
        let tail = self.before.trim_end();
        tail.ends_with(')') && tail.rsplit_once('(').is_some_and(|(_, account)| account.starts_with('@'))
    }

    /// `VALMONT TODAY`: a word in capitals behind another one, inside a sentence that is not all in capitals.
    fn ends_shouted_name(&self) -> bool {
        let shouts = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
        shouts(self.words)
            && self.before.ends_with(' ')
            && self.back().next().is_some_and(shouts)
            && self.before.chars().chain(self.behind.chars()).any(char::is_lowercase)
    }

    /// Whether it stands within an address of the web.
    fn is_in_address(&self) -> bool {
        let run = self.before.rsplit(char::is_whitespace).next().unwrap_or_default();
        run.contains("://") || run.contains("www.")
    }

    /// `la loi du 9 décembre 1905`, `the Clean Air Act of 1990`, `the 1964 Civil Rights Act`.
    fn is_of_law(&self) -> bool {
        let law = |word: &str| dating_words().laws.has(&bare(word));
        let mut back = self.back();
        let of = back.next().is_some_and(|word| dating_words().of_noun.has(&in_small_letters(word)));
        let behind = self.behind.split_whitespace().take(TITLE);
        let titled = || behind.take_while(|word| word.starts_with(char::is_uppercase)).any(law);
        of && back.next().is_some_and(law) || titled()
    }

    /// `l'église du XIIe siècle`, `the wave of 2010`: which one of a noun is meant; not so `à la fin du XIXe siècle`.
    fn is_of_noun(&self) -> bool {
        let mut back = self.back();
        let of = back.next().is_some_and(|word| dating_words().of_noun.has(&in_small_letters(word)));
        of && back.next().is_some_and(|noun| {
            noun.ends_with(char::is_alphanumeric) && !dating_words().parts_of_time.has(&in_small_letters(noun))
        })
    }

    /// Whether a noun in small letters stands right behind it.
    fn is_before_noun(&self) -> bool {
        let small = |next: &str| next.starts_with(char::is_lowercase) && !dating_words().behind_time.has(&bare(next));
        self.next().is_some_and(small)
    }

    /// `a 2005 tape`: a noun behind it, an article or a possessive before it.
    fn stands_before_noun(&self) -> bool {
        let article = dating_words().articles_of_noun.has(&self.last())
            || self.back().next().is_some_and(|word| word == "s" && self.before.ends_with([' ', '\u{a0}']));
        article && self.is_before_noun()
    }

    /// `an 18th-century arch`, `a listed 18th century house`; not so `in the 14th century monks built it`.
    fn is_century_of_noun(&self) -> bool {
        let article = |word: &str| dating_words().articles_of_noun.has(&in_small_letters(word));
        let own = self.words.split(' ').next().is_some_and(article);
        let before = self.back().find(|word| own || !article(word)).unwrap_or_default().to_lowercase();
        let joined = self.words.contains("-c") || self.words.contains("-C");
        self.is_before_noun() && (joined || !dating_words().no_name_before_year.has(&before))
    }

    /// `le marché de Noël`, `Christmas trees`, `celebrate Christmas`: a feast that no word places in time.
    fn names_feast(&self) -> bool {
        let last = self.last();
        let told = self.words.chars().any(|c| c.is_ascii_digit()) || self.words.split_whitespace().count() > 1;
        let placed = dating_words().before_feast.has(&last);
        let of = dating_words().of_noun.has(&last)
            && self.back().nth(1).is_some_and(|noun| !dating_words().parts_of_time.has(&in_small_letters(noun)));
        of || self.is_before_noun() && !placed || !(placed || told || dating_words().of_noun.has(&last))
    }

    /// `contre 38 600 le 22 décembre`, `than in 1968`, `up from 2.8 percent last year`.
    fn is_held_against(&self) -> bool {
        let mut near = self.back().take(REACH).enumerate();
        let mut inside = std::iter::from_fn(|| near.next().filter(|(at, word)| *at == 0 || !ends_clause(word)));
        let mut next = inside.next();
        while let Some((_, word)) = next {
            let word = bare(word);
            next = inside.next();
            if SET_AGAINST.lasts.has(&word) && SET_AGAINST.holds(next.map_or("", |(_, ahead)| ahead), &word) {
                return true;
            }
        }
        false
    }
}

/// The words of a text from its end, parted by white space and apostrophes. Goes by bytes, since it is asked for ten words before each date.
struct WordsBack<'a> {
    rest: &'a str,
}

impl<'a> Iterator for WordsBack<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        loop {
            let (before, width) = parting(self.rest.as_bytes()).unwrap_or_default();
            let word = self.rest.get(before + width..).unwrap_or_default();
            self.rest = self.rest.get(..before).unwrap_or_default();
            if !word.is_empty() {
                return Some(word);
            }
            if self.rest.is_empty() {
                return None;
            }
        }
    }
}

/// Where the last white space or apostrophe of `text` stands, and how many bytes wide it is.
fn parting(text: &[u8]) -> Option<(usize, usize)> {
    let mut end = text.len();
    loop {
        // Of most words no byte may be one.
        end = text.get(..end)?.iter().rposition(|byte| matches!(byte, 0..=b' ' | b'\'' | 0x80..))? + 1;
        if let Some(width) = parted(text.get(..end)?) {
            return Some((end - width, width));
        }
        end -= 1;
    }
}

/// How many bytes wide the white space or the apostrophe is that `text` ends with.
fn parted(text: &[u8]) -> Option<usize> {
    match text {
        [.., 0x09..=0x0D | b' ' | b'\''] => Some(1),
        [.., 0xC2, 0xA0 | 0x85] => Some(2),
        // The spaces of general punctuation and the apostrophe of print; of ideographs.
        [.., 0xE2, 0x80, 0x80..=0x8A | 0x99 | 0xA8 | 0xA9 | 0xAF] | [.., 0xE2, 0x81, 0x9F] | [.., 0xE3, 0x80, 0x80] => Some(3),
        _ => None,
    }
}

/// Whether what stands before a date ends with `word`, which has a mark behind it.
fn ends_clause(word: &str) -> bool {
    matches!(word.as_bytes().last(), Some(b',' | b';' | b':' | b')' | b'.'))
}

/// What something is held against, by its last word. Asked for ten words before each date, nearly none of which is one.
struct SetAgainst {
    lasts: WordSet,
    /// Each last word with the one that has to stand before it, or none.
    pairs: Vec<(&'static str, &'static str)>,
}

static SET_AGAINST: LazyLock<SetAgainst> = LazyLock::new(|| {
    let pairs: Vec<_> = dating_words().set_against.iter().map(|words| words.rsplit_once(' ').unwrap_or(("", words))).collect();
    SetAgainst { lasts: pairs.iter().map(|(_, last)| *last).collect(), pairs }
});

impl SetAgainst {
    /// Whether `word`, in small letters, is a last word, behind `ahead` where one has to stand there.
    fn holds(&self, ahead: &str, word: &str) -> bool {
        let ahead = bare(ahead);
        self.pairs.iter().any(|(before, last)| *last == word && (before.is_empty() || *before == ahead))
    }
}

/// A word in small letters without the marks around it.
fn bare(word: &str) -> Cow<'_, str> {
    let is_bare = [word.bytes().next(), word.bytes().next_back()].iter().flatten().all(u8::is_ascii_alphanumeric);
    in_small_letters(if is_bare { word } else { word.trim_matches(|c: char| !c.is_alphanumeric()) })
}

/// Nearly all words of a text are so already.
fn in_small_letters(word: &str) -> Cow<'_, str> {
    let is_plain = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    let is_small = is_plain || !word.chars().any(char::is_uppercase);
    if is_small { word.into() } else { word.to_lowercase().into() }
}

#[cfg(test)]
mod tests;
