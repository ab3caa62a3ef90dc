//! Abbreviations: whether the letters of a short name are those of a longer one.

use crate::text::fold::fold;

/// Whether `short` is made of the letters of `long`: those at the heads of its words, in order, with further letters of a word
/// between, of which there are no more than heads; or all its letters without the gaps (`BFM TV`, `BFMTV`). Small words may be passed over,
/// and no more than one other.
#[must_use]
pub(super) fn is_short_for(short: &str, long: &str) -> bool {
    // `TheFLT`, as some call themselves.
    let own = short.strip_prefix("The").filter(|own| own.chars().count() > 1 && own.chars().all(char::is_uppercase));
    let letters: Vec<char> = fold(own.unwrap_or(short)).chars().filter(|c| c.is_alphanumeric()).collect();
    let folded = fold(long);
    let words: Vec<(Vec<char>, bool)> = folded
        .split(|c: char| !c.is_alphanumeric())
        .zip(long.split(|c: char| !c.is_alphanumeric()))
        .filter(|(word, _)| !word.is_empty())
        .map(|(word, written)| (word.chars().collect(), written.starts_with(char::is_lowercase) && word.len() < 5))
        .collect();
    if words.len() < 2 || words.iter().flat_map(|(word, _)| word).eq(&letters) {
        return words.len() > 1;
    }
    let (mut at, mut inside, mut heads, mut passed) = (0, 0, 0, 0);
    for letter in &letters {
        // The head of a word goes before a letter inside the last one.
        let ahead = words.get(at..).unwrap_or_default();
        let reach = ahead.iter().take_while(|(word, small)| *small && word.first() != Some(letter)).count();
        let next = ahead.iter().skip(reach).take(2).position(|(word, _)| word.first() == Some(letter));
        if let Some(skipped) = next.filter(|skipped| *skipped == 0 || heads > 0 && passed == 0) {
            (at, inside, heads, passed) = (at + reach + skipped + 1, 1, heads + 1, passed + skipped);
            continue;
        }
        let last = at.checked_sub(1).and_then(|last| words.get(last)).map(|(word, _)| word.as_slice()).unwrap_or_default();
        let Some(found) = last.iter().skip(inside).position(|c| c == letter) else { return false };
        inside += found + 1;
    }
    heads > 1 && heads * 2 >= letters.len()
}

/// Whether `short` has the heads of the words of `long` in another order, as the abbreviation of a name in one language has them beside the
/// name in another: `ESA` of `Agence spatiale européenne`. Asked only where one stands in brackets behind the other.
#[must_use]
pub(super) fn is_turned(short: &str, long: &str) -> bool {
    /// Two letters are those of too many names.
    const LETTERS: usize = 3;
    let mut letters: Vec<char> = fold(short).chars().filter(|c| c.is_alphanumeric()).collect();
    let small = |word: &str| word.starts_with(char::is_lowercase) && word.chars().count() < 4;
    let words = long.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !small(word));
    let mut heads: Vec<char> = words.filter_map(|word| fold(word).chars().next()).collect();
    letters.sort_unstable();
    heads.sort_unstable();
    letters.len() >= LETTERS && letters == heads
}

#[cfg(test)]
mod tests {
    use super::{is_short_for, is_turned};

    #[test]
    fn letters_of_a_foreign_abbreviation_stand_in_another_order() {
        for (short, long) in
            [("ESA", "Agence spatiale européenne"), ("NOAA", "Administration nationale des océans et de l'atmosphère")]
        {
            assert!(is_turned(short, long), "{short} of {long}");
        }
        for (short, long) in
            [("ESA", "Agence spatiale"), ("UE", "Europe unie"), ("FLT", "Front de libération"), ("AFP", "Paul Ferrat")]
        {
            assert!(!is_turned(short, long), "{short} of {long}");
        }
    }

    #[test]
    fn letters_are_those_at_the_heads_of_words() {
        for (short, long) in [
            ("FLT", "Front de libération tamrite"),
            ("NPI", "Northern Press Institute"),
            ("JDD", "Journal du Dimanche"),
            ("CNT", "Conseil national de transition"),
            ("OMS", "Organisation mondiale de la Santé"),
            ("BFMTV", "BFM TV"),
        ] {
            assert!(is_short_for(short, long), "{short} of {long}");
        }
        for (short, long) in [
            ("LREM", "Agnès Dorval"),
            ("PS", "Paris Anne Merval"),
            ("PS", "Anne Hidal"),
            ("BBC", "Barbara Plet"),
            ("FLT", "Tamrite"),
        ] {
            assert!(!is_short_for(short, long), "{short} of {long}");
        }
    }
}
