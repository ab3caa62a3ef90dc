//! A spelling read as sounds: what its letters stand for in the habits of romanisation, articles and mute letters left out.
//!
//! Not a reading of any one language. Called by `romanisation`.

use std::borrow::Cow;

use crate::text::fold::fold;

/// A sound: a vowel `A E I U` or `Y` (ei, ai), or a consonant. `ʃ` is sh, `X` kh, `G` gh, `Z` dh, `T` th, `j` dj.
pub type Sound = char;

/// The article before any word.
const ARTICLES: [&str; 4] = ["al", "el", "ul", "ol"];
/// The article as it sounds before a word that begins so.
const ASSIMILATED: [(&str, &str); 16] = [
    ("ash", "sh"),
    ("ach", "ch"),
    ("esh", "sh"),
    ("ech", "ch"),
    ("as", "s"),
    ("es", "s"),
    ("az", "z"),
    ("ez", "z"),
    ("ar", "r"),
    ("er", "r"),
    ("ad", "d"),
    ("ed", "d"),
    ("an", "n"),
    ("en", "n"),
    ("at", "t"),
    ("et", "t"),
];

/// Whether `sound` is a vowel.
pub fn is_vowel(sound: Sound) -> bool {
    matches!(sound, 'A' | 'E' | 'I' | 'U' | 'Y')
}

/// The sounds of `name`, one after the other over all its words.
pub fn read(name: &str) -> Vec<Sound> {
    let folded = bare(&parted(name));
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    let mut sounds = Vec::with_capacity(folded.len());
    let mut before = "";
    while let Some(word) = words.next() {
        match words.peek() {
            // `Abd al-Wahab` is `Abdel Wahab`.
            Some(next) if before == "abd" && is_article(word, next) => sounds.extend(['E', 'l']),
            Some(next) if is_article(word, next) => {}
            _ => push_word(word, &mut sounds),
        }
        before = word;
    }
    sounds
}

/// How many words of `name` have vowels alone: no habit leaves a whole word out (`Tamra East`, `Tamra East Eye`).
pub fn bare_words(name: &str) -> usize {
    let has_vowels_alone = |word: &&str| !word.is_empty() && word.chars().all(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'));
    bare(name).split(|c: char| !c.is_alphanumeric()).filter(has_vowels_alone).count()
}

/// `name` folded, without the marks that stand within words.
fn bare(name: &str) -> String {
    let mut folded = fold(name);
    folded.retain(|c| !matches!(c, '\'' | '.'));
    folded
}

/// `ElBaradei` with its article apart.
fn parted(name: &str) -> Cow<'_, str> {
    if !name.as_bytes().windows(2).any(|two| matches!(two, b"Al" | b"El")) {
        return name.into();
    }
    let mut parted = String::with_capacity(name.len() + 2);
    let mut word = 0;
    for c in name.chars() {
        if c.is_uppercase() && word == 2 && parted.get(parted.len() - 2..).is_some_and(|head| matches!(head, "Al" | "El")) {
            parted.push(' ');
        }
        word = if c.is_alphanumeric() { word + 1 } else { 0 };
        parted.push(c);
    }
    parted.into()
}

fn is_article(word: &str, next: &str) -> bool {
    // None is longer, and this is asked of each word of each name there is.
    if word.len() > 3 {
        return false;
    }
    let assimilated = |(article, head): &(&str, &str)| *article == word && next.starts_with(head);
    ARTICLES.contains(&word) || ASSIMILATED.iter().any(assimilated)
}

fn push_word(word: &str, sounds: &mut Vec<Sound>) {
    let (word, first) = (god(word), sounds.len());
    let mut rest = &*word;
    while let Some(letter) = rest.chars().next() {
        let (len, sound) = group(rest).map_or((letter.len_utf8(), None), |(len, sound)| (len, Some(sound)));
        let behind = rest.get(len..).unwrap_or_default();
        match sound.or_else(|| plain(letter, behind)) {
            // A doubled letter is one sound; so is a vowel of one kind written in several ways.
            Some(sound) if sounds.get(first..).and_then(<[_]>::last) == Some(&sound) => {}
            Some(sound) => sounds.push(sound),
            None => sounds.extend(['k', 's']),
        }
        rest = behind;
    }
    // `Jumah` is `Juma`.
    if sounds.len() > first + 2 && sounds.ends_with(&['A', 'h']) {
        sounds.pop();
    }
}

/// What several letters at the head of `rest`, which is folded, stand for, and how many they are: the longest group there.
fn group(rest: &str) -> Option<(usize, Sound)> {
    Some(match rest.as_bytes() {
        [b's' | b't', b'c', b'h', ..] => (3, 'ʃ'),
        [b's' | b'c', b'h', ..] => (2, 'ʃ'),
        [b'k', b'h', ..] => (2, 'X'),
        [b'g', b'h', ..] => (2, 'G'),
        [b'd', b'h', ..] => (2, 'Z'),
        [b't', b'h', ..] => (2, 'T'),
        [b'd', b'j', ..] => (2, 'j'),
        [b'p', b'h', ..] => (2, 'f'),
        [b'c' | b'k', b'k', ..] => (2, 'k'),
        [b'o', b'u' | b'o' | b'w', ..] | [b'u', b'w', ..] => (2, 'U'),
        [b'e', b'e', ..] | [b'i', b'i' | b'y', ..] | [b'y', b'i', ..] => (2, 'I'),
        [b'e' | b'a', b'i' | b'y', ..] => (2, 'Y'),
        [b'a', b'a', ..] => (2, 'A'),
        _ => return None,
    })
}

/// What one letter stands for before `behind`; `None` for the two sounds of an x.
fn plain(letter: char, behind: &str) -> Option<Sound> {
    Some(match letter {
        'a' => 'A',
        'e' => 'E',
        'i' | 'y' => 'I',
        'o' | 'u' | 'w' => 'U',
        'c' if behind.starts_with(['e', 'i', 'y']) => 's',
        'c' => 'k',
        'x' => return None,
        other => other,
    })
}

/// `Nasrallah` for `Nasrullah`, `Hezballah` for `Hezbollah`: the vowel before the name of God is no part of it.
fn god(word: &str) -> Cow<'_, str> {
    let stem = ["ollah", "ullah", "allah", "oullah", "olla", "ulla", "alla"].iter().find_map(|end| word.strip_suffix(end));
    match stem.filter(|stem| stem.len() > 1) {
        Some(stem) => format!("{stem}allah").into(),
        None => word.into(),
    }
}
