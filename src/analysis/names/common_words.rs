//! Words of the language that begin with a capital by chance: at the head of a heading, in a title. One that is among them is no name on
//! account of its capital alone.
//!
//! A list of the words that French and English press has in small letters often, and the endings of the rest. Where its lines begin is
//! looked up once, when a word is first asked for: finding them again at each halving of the list took a fortieth of a load. Asked by
//! `classify`.

use std::sync::LazyLock;

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

/// The lines of the list.
static LINES: LazyLock<Box<[&'static str]>> = LazyLock::new(|| WORDS.lines().collect());

/// Whether the list itself has `word`, whatever it ends in: `Nerval` ends as an adjective does, and is none.
#[must_use]
pub(crate) fn is_listed_word(word: &str) -> bool {
    is_listed(&fold(word))
}

/// Whether a folded word is in the list.
fn is_listed(word: &str) -> bool {
    LINES.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{LINES, is_common_word, is_listed};
    use crate::text::fold::fold;

    #[test]
    fn the_list_is_in_order_and_every_word_is_found() {
        assert!(LINES.is_sorted_by(|one, other| one < other));
        for &word in &**LINES {
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
