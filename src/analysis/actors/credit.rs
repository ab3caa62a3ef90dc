//! Credits of pictures inside a text: the agency behind a photographer or before one, which is no mention of it.
//!
//! Looks at a few characters beside one match; called by `scan`.

use crate::analysis::names::rule_words::rule_words;
use crate::text::span::Span;

/// Whether the agency at `name` is told as whose a picture is: `Jane Doe/AP`, `AFP/Jane Doe`, `AFP via Getty Images`, `© AFP`.
#[must_use]
pub(super) fn is_credit(text: &str, name: Span) -> bool {
    let before = text.get(..name.first()).unwrap_or_default().trim_end_matches([' ', '\u{a0}']);
    let behind = text.get(name.after()..).unwrap_or_default();
    if before.ends_with('©') {
        return true;
    }
    let by = before.ends_with('/') && ends_in_person(before.trim_end_matches(['/', ' ']));
    let of =
        behind.trim_start_matches(' ').strip_prefix('/').is_some_and(|behind| begins_with_person(behind.trim_start_matches(' ')));
    let via = before.ends_with(" via");
    let first = || name.of(text).split([' ', '\u{a0}']).next().unwrap_or_default();
    (by || of || via) && rule_words().credited.has(first())
}

/// Whether two words with capitals stand at the end of `text`, letters with a stop among them.
fn ends_in_person(text: &str) -> bool {
    let mut words = text.rsplit([' ', '\u{a0}']).take(2);
    let mut capital = || words.next().is_some_and(|word| word.starts_with(char::is_uppercase));
    capital() && capital()
}

/// Whether two words with capitals stand at the head of `text`.
fn begins_with_person(text: &str) -> bool {
    let mut words = text.split([' ', '\u{a0}']).take(2);
    let mut capital = || words.next().is_some_and(|word| word.starts_with(char::is_uppercase));
    capital() && capital()
}

#[cfg(test)]
mod tests {
    use super::is_credit;
    use crate::text::span::Span;

    #[test]
    fn whose_a_picture_is_is_told_from_who_is_named() {
        let credited = |text: &str, name: &str| {
            let start = text.find(name).unwrap();
            is_credit(text, Span::new(start, start + name.len()))
        };
        assert!(credited("A bridge. Jane B. Doe/Reuters The bridge", "Reuters"));
        assert!(credited("Un pont. AFP/Jeanne Doe", "AFP"));
        assert!(credited("A bridge (Jane Doe/AFP via Getty Images)", "Getty Images"));
        assert!(credited("Un pont © AFP", "AFP"));
        assert!(!credited("A Reuters/Tamra poll says", "Reuters"));
        assert!(!credited("They told Reuters on Monday", "Reuters"));
        assert!(!credited("the CNN/AFP report", "AFP"));
    }
}
