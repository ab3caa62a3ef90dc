//! Words of the language that begin with a capital by chance: at the head of a heading, in a title. One that is among them is no name on
//! account of its capital alone.
//!
//! A list of the words that French and English press has in small letters often, and the endings of the rest. The list is searched
//! as it stands, so that nothing is made of it at the start. Asked by `classify`.

use crate::analysis::names::rule_words::rule_words;
use crate::text::fold::fold;

/// Folded, in the order of their bytes, a line each; counted in the texts of Reuters-21578 (D. Lewis, 1997), Wikinews and `OrangeSum` (M.
/// Kamal Eddine and others, 2020), those with one of the endings left out.
const WORDS: &str = include_str!("../../../assets/discovery/common-words.txt");

/// Whether `word` is one of the language; what is in capitals throughout has no ending.
#[must_use]
pub(crate) fn is_common_word(word: &str) -> bool {
    let folded = fold(word);
    let written = word.chars().any(char::is_lowercase);
    written && rule_words().common_endings.end(&folded) || is_listed(&folded)
}

/// Whether a folded word is in the list, by halving it.
fn is_listed(word: &str) -> bool {
    let mut rest = WORDS;
    while !rest.is_empty() {
        let half = rest.as_bytes().iter().take(rest.len() / 2).rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let Some((before, behind)) = rest.split_at_checked(half) else { return false };
        let line = behind.split('\n').next().unwrap_or_default();
        match line.as_bytes().cmp(word.as_bytes()) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Greater => rest = before,
            std::cmp::Ordering::Less => rest = behind.get(line.len() + 1..).unwrap_or_default(),
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{WORDS, is_common_word, is_listed};
    use crate::text::fold::fold;

    #[test]
    fn the_list_is_in_order_and_every_word_is_found() {
        let words: Vec<&str> = WORDS.lines().collect();
        assert!(words.is_sorted_by(|one, other| one.as_bytes() < other.as_bytes()));
        for word in words {
            assert!(is_listed(word) && fold(word) == word, "{word}");
        }
    }

    #[test]
    fn words_and_endings_are_told_from_names() {
        for word in ["Tobacco", "Assets", "Combinées", "Disarmament", "MARKETS"] {
            assert!(is_common_word(word), "{word}");
        }
        for word in ["Vorland", "Tamrina", "FLT", "Kerjean"] {
            assert!(!is_common_word(word), "{word}");
        }
    }
}
