//! Romanisation: whether two spellings are one name of another script, written in Latin letters by different hands.
//!
//! Arabic and Persian names reach the press through French, English and scholars' habits: `Kadhimi`, `Kazemi`, `Al Kazimi`. A
//! *key* keeps what all habits agree on, the classes of the consonants in their order, and proposes; the *margin* counts what
//! they differ in, sound by sound, and decides. `docs/actors.md` has the tables. It knows no names. Called by `discovery` and
//! for suggestions to merge.

mod distance;
mod sounds;

use crate::analysis::romanisation::distance::distance;
use crate::analysis::romanisation::sounds::{Sound, bare_words, is_vowel, read};

/// What is said of two spellings that are one name for [`margin`].
pub const REASON: &str = crate::tr_later!("same name, romanised differently");

/// The consonant classes of `name` in order; two spellings of one name have the same. `None` when it has fewer than two
/// consonants, with which nothing can be told.
///
/// One letter stands for each class: `k` for q, k, c, g, gh, kh, j, dj; `ʃ` for sh, ch, sch; `s` for s and th; `d` for d, dh,
/// z; `f` for f and v; a leading `a` says that it begins with a vowel, of which w and y are two. Articles, apostrophes, vowels,
/// h, doubled letters, and the gaps between words say nothing.
#[must_use]
pub fn key(name: &str) -> Option<String> {
    let sounds = read(name);
    let mut key = String::with_capacity(sounds.len());
    if sounds.first().is_some_and(|first| is_vowel(*first)) {
        key.push('a');
    }
    let consonants: String =
        sounds.iter().filter(|sound| !is_vowel(**sound) && **sound != 'h').map(|sound| class(*sound)).collect();
    // What one spelling has twice over a gap, such as `Hashd Dawa`, another may have once.
    key.extend(
        consonants.chars().scan(None, |last, class| Some((last.replace(class) != Some(class)).then_some(class))).flatten(),
    );
    (consonants.len() > 1).then_some(key)
}

/// How far two spellings are apart, in hundredths of a sound, when they are one name; `None` when they are two.
///
/// A spelling of four sounds has to sound the same; one of five may differ by a hard and a soft g (`Gamal`, `Jamal`), not by
/// an a and an i (`Karam`, `Karim`), which no habit confuses; longer ones may differ in more.
#[must_use]
pub fn margin(one: &str, other: &str) -> Option<u32> {
    let (a, b) = (read(one), read(other));
    if a.is_empty() || bare_words(one) != bare_words(other) || key(one) != key(other) || key(one).is_none() && a != b {
        return None;
    }
    let most = match a.len().max(b.len()) {
        0..=4 => 0,
        5 => 25,
        6..=9 => 50,
        _ => 70,
    };
    Some(distance(&a, &b)).filter(|apart| *apart <= most)
}

/// The class of a consonant.
fn class(sound: Sound) -> char {
    match sound {
        'q' | 'g' | 'G' | 'X' | 'j' => 'k',
        'T' => 's',
        'Z' | 'z' => 'd',
        'v' => 'f',
        other => other,
    }
}

#[cfg(test)]
mod tests;
