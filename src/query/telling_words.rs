//! Which words of a sentence say something: those by which sentences are held to tell the same, wherever that is asked.
//!
//! Names, figures and words of some length; it knows no language and no list. What such a word weighs is for who asks: how rare it is in what
//! is compared. Called by the timeline and the event sheet.

use crate::analysis::families::words::each_word;
use crate::text::span::Span;

/// Letters of the shortest word that says something although it is neither a name nor a figure.
const LONG: usize = 4;

/// Calls `take` with each word of `text` that says something: it as a number, the same for small letters and capitals, and where it stands.
pub(crate) fn each_telling_word(text: &str, mut take: impl FnMut(u64, Span)) {
    each_word(text.as_bytes(), |hash, span| {
        if says_something(span.of(text)) {
            take(hash, span);
        }
    });
}

/// Whether `word` has a capital, a digit or some length.
fn says_something(word: &str) -> bool {
    word.starts_with(char::is_uppercase) || word.bytes().any(|byte| byte.is_ascii_digit()) || word.chars().nth(LONG - 1).is_some()
}

#[cfg(test)]
mod tests {
    use super::each_telling_word;

    #[test]
    fn names_figures_and_long_words_say_something_whatever_their_capitals() {
        let told = |text: &str| {
            let mut words = Vec::new();
            each_telling_word(text, |hash, span| words.push((hash, span.of(text).to_owned())));
            words
        };
        let words = |text| told(text).into_iter().map(|(_, word)| word).collect::<Vec<_>>();
        assert_eq!(words("Le bac de Gué a 12 m, et il l’a vu couler."), ["Le", "Gué", "12", "couler"]);
        assert_eq!(told("couler").first().map(|one| one.0), told("COULER").first().map(|one| one.0));
    }
}
