//! How far two readings of a name are apart: the cheapest way to turn one into the other, sound by sound.
//!
//! The distance of V. Levenshtein (Soviet Physics Doklady 10, 1966) with a price for each pair of sounds, in hundredths: what
//! habits of romanisation confuse is cheap, anything else costs more than any name may differ by. Called by `romanisation`.

use crate::analysis::romanisation::sounds::{Sound, is_vowel};

/// More than any two spellings of one name may be apart.
const OTHER: u32 = 100;
/// Vowels that no habit confuses.
const OTHER_VOWEL: u32 = 60;

/// The distance between two readings.
pub fn distance(one: &[Sound], other: &[Sound]) -> u32 {
    let mut row: Vec<u32> = vec![0];
    for at in 0..one.len() {
        let last = row.last().copied().unwrap_or_default();
        row.push(last + left_out(one, at));
    }
    for (line, sound) in other.iter().enumerate() {
        let mut corner = row.first().copied().unwrap_or_default();
        let mut left = corner + left_out(other, line);
        let mut next = vec![left];
        for (at, known) in one.iter().enumerate() {
            let above = row.get(at + 1).copied().unwrap_or(OTHER);
            let changed = corner + price(*known, *sound, is_in_cluster(one, at) && is_in_cluster(other, line));
            left = changed.min(above + left_out(other, line)).min(left + left_out(one, at));
            next.push(left);
            corner = above;
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

/// The price of leaving out the sound at `at`: an e between consonants (`Sadr`, `Sader`), a vowel beside another.
fn left_out(sounds: &[Sound], at: usize) -> u32 {
    let vowel = |at: Option<usize>| at.and_then(|at| sounds.get(at)).map(|sound| is_vowel(*sound));
    match (sounds.get(at), vowel(at.checked_sub(1)), vowel(Some(at + 1))) {
        (Some('E'), Some(false), Some(false)) => 30,
        (Some(sound), before, after) if is_vowel(*sound) && (before == Some(true) || after == Some(true)) => 20,
        (Some(sound), ..) if is_vowel(*sound) => OTHER_VOWEL,
        _ => OTHER,
    }
}

/// Whether two consonants stand before or behind the sound at `at`. There `e` is written for a short a (`Ahmed`, `Mehdi`);
/// elsewhere it is rather an i (`Salem`, `Hamed`), which makes another name.
fn is_in_cluster(sounds: &[Sound], at: usize) -> bool {
    let consonant = |at: Option<usize>| at.and_then(|at| sounds.get(at)).is_some_and(|sound| !is_vowel(*sound));
    consonant(at.checked_sub(1)) && consonant(at.checked_sub(2)) || consonant(Some(at + 1)) && consonant(Some(at + 2))
}

fn price(one: Sound, other: Sound, in_cluster: bool) -> u32 {
    if one == other {
        return 0;
    }
    match (one.min(other), one.max(other)) {
        ('E', 'I' | 'Y') | ('I', 'Y') | ('d' | 'z', 'Z') | ('Z', 'd' | 'z') | ('k', 'q') | ('G', 'g') => 10,
        ('A', 'E') if in_cluster => 20,
        ('g', 'q') => 15,
        ('T', 's' | 't') | ('g', 'j') | ('G', 'q') => 20,
        // `Khadafy`, `Gaddafi`: each of them is a k elsewhere.
        ('A', 'E' | 'Y') | ('g' | 'G' | 'X', 'k') | ('X', 'g' | 'q') | ('f', 'v') => 30,
        (a, b) if is_vowel(a) && is_vowel(b) => OTHER_VOWEL,
        _ => OTHER,
    }
}
