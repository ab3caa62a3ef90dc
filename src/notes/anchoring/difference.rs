//! The difference between a quotation and the words that stand in its place now, word by word.
//!
//! For people to read: the review list and `liseuse verify` show it. Differences that are none in substance do not show.

use serde::Serialize;
use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::notes::anchoring::plain::Plain;

/// A stretch of words that was kept, taken out or put in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WordRun {
    /// What happened to it.
    pub change: WordChange,
    /// The words, as the quotation has them, or as the text has them when they were put in.
    pub text: String,
}

/// What happened to a stretch of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum WordChange {
    /// It stands in both.
    Kept,
    /// Only the quotation has it.
    Removed,
    /// Only the text has it.
    Added,
}

/// How `now`, the text, differs from `quoted`, in order.
#[must_use]
pub fn difference(quoted: &str, now: &str) -> Vec<WordRun> {
    let (old, new) = (words(quoted), words(now));
    let key = |words: &[&str]| words.iter().map(|word| Plain::of(word).symbols().to_vec()).collect::<Vec<_>>();
    let mut changes = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &key(&old), &key(&new)) {
        let (tag, before, after) = op.as_tag_tuple();
        if tag == DiffTag::Equal {
            push(&mut changes, WordChange::Kept, old.get(before));
        } else {
            push(&mut changes, WordChange::Removed, old.get(before));
            push(&mut changes, WordChange::Added, new.get(after));
        }
    }
    changes
}

fn push(changes: &mut Vec<WordRun>, change: WordChange, words: Option<&[&str]>) {
    let text = words.unwrap_or_default().join(" ");
    if !text.is_empty() {
        changes.push(WordRun { change, text });
    }
}

/// A difference in one line: `kept [-removed-] {+added+}`, as `wdiff` writes it.
#[must_use]
pub fn in_line(changes: &[WordRun]) -> String {
    let written = |change: &WordRun| match change.change {
        WordChange::Kept => change.text.clone(),
        WordChange::Removed => format!("[-{}-]", change.text),
        WordChange::Added => format!("{{+{}+}}", change.text),
    };
    changes.iter().map(written).collect::<Vec<_>>().join(" ")
}

/// The words of `text`, as white space parts them.
fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::{difference, in_line};

    #[test]
    fn only_changed_words_show() {
        let changes =
            difference("le 3 mars, « dix » soldats sont morts", "le 5 mars, «\u{A0}dix\u{A0}» soldats irakiens sont\nmorts");
        assert_eq!(in_line(&changes), "le [-3-] {+5+} mars, « dix » soldats {+irakiens+} sont morts");
    }
}
