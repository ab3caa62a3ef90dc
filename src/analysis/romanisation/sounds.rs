//! A spelling read as sounds: what its letters stand for in the habits of romanisation, articles and mute letters left out.
//!
//! Not a reading of any one language. Called by `romanisation`.

use std::borrow::Cow;

use crate::text::fold::fold;

/// A sound: a vowel `A E I U` or `Y` (ei, ai), or a consonant. `ʃ` is sh, `X` kh, `G` gh, `Z` dh, `T` th, `j` dj.
pub type Sound = char;

#[rustfmt::skip]
/// What several letters stand for, the longest first.
const GROUPS: [(&str, Sound); 26] = [
    ("sch", 'ʃ'), ("tch", 'ʃ'), ("sh", 'ʃ'), ("ch", 'ʃ'), ("kh", 'X'), ("gh", 'G'), ("dj", 'j'), ("dh", 'Z'), ("th", 'T'),
    ("ph", 'f'), ("ck", 'k'), ("ou", 'U'), ("oo", 'U'), ("ee", 'I'), ("aa", 'A'), ("ei", 'Y'), ("ey", 'Y'), ("ai", 'Y'),
    ("ay", 'Y'), ("aï", 'Y'), ("ii", 'I'), ("iy", 'I'), ("yi", 'I'), ("uw", 'U'), ("ow", 'U'), ("kk", 'k'),
];

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
    let folded = fold(&parted(name)).replace(['\'', '.'], "");
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut sounds = Vec::with_capacity(folded.len());
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1);
        let after_servant = at > 0 && words.get(at - 1) == Some(&"abd");
        match next {
            // `Abd al-Wahab` is `Abdel Wahab`.
            Some(_) if after_servant && is_article(word, next) => sounds.extend(['E', 'l']),
            Some(_) if is_article(word, next) => {}
            _ => push_word(word, &mut sounds),
        }
    }
    sounds
}

/// How many words of `name` have vowels alone: no habit leaves a whole word out (`Tamra East`, `Tamra East Eye`).
pub fn bare_words(name: &str) -> usize {
    let folded = fold(name).replace(['\'', '.'], "");
    let bare = |word: &&str| !word.is_empty() && word.chars().all(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'));
    folded.split(|c: char| !c.is_alphanumeric()).filter(bare).count()
}

/// `ElBaradei` with its article apart.
fn parted(name: &str) -> String {
    let mut parted = String::with_capacity(name.len() + 2);
    let mut word = 0;
    for c in name.chars() {
        if c.is_uppercase() && word == 2 && parted.get(parted.len() - 2..).is_some_and(|head| matches!(head, "Al" | "El")) {
            parted.push(' ');
        }
        word = if c.is_alphanumeric() { word + 1 } else { 0 };
        parted.push(c);
    }
    parted
}

fn is_article(word: &str, next: Option<&&str>) -> bool {
    let assimilated = |(article, head): &(&str, &str)| *article == word && next.is_some_and(|next| next.starts_with(head));
    ARTICLES.contains(&word) || ASSIMILATED.iter().any(assimilated)
}

fn push_word(word: &str, sounds: &mut Vec<Sound>) {
    let (word, first) = (god(word), sounds.len());
    let mut rest = &*word;
    while let Some(letter) = rest.chars().next() {
        let group = GROUPS.iter().find(|(letters, _)| rest.starts_with(letters));
        let (len, sound) = group.map_or((letter.len_utf8(), None), |(letters, sound)| (letters.len(), Some(*sound)));
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
