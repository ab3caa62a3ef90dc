//! The text of a record that keeps it under a name that no list knows: its longest string of sentences.

use std::borrow::Cow;

use serde_json::Value;

use crate::ingest::formats::fields;
use crate::ingest::formats::fields::Record;

/// Words from which a string is taken for a text.
const WORDS: usize = 12;
/// Characters from which one without spaces between its words is.
const UNSPACED: usize = 40;

/// The longest string of sentences of `record` that no field of an article has; `None` when a summary is longer.
pub(super) fn prose(record: &Record) -> Option<Cow<'_, str>> {
    let unnamed = record.iter().filter(|(name, _)| !fields::is_field(name) && !fields::is_summary(name));
    let texts = unnamed.filter_map(|(_, value)| words(value)).filter(|words| is_prose(words));
    let longest = texts.max_by_key(|words| words.len())?;
    let summary = fields::summary(record).map_or(0, |summary| summary.len());
    (longest.len() > summary).then_some(longest)
}

fn words(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(words) => Some(words.into()),
        Value::Array(parts) => {
            let parts: Vec<&str> = parts.iter().map(Value::as_str).collect::<Option<_>>()?;
            Some(parts.join("\n\n").into())
        }
        _ => None,
    }
}

/// Whether `text` is made of sentences: words enough for one, and a sign at the end of one.
pub(super) fn is_prose(text: &str) -> bool {
    let is_long = text.split_whitespace().nth(WORDS - 1).is_some() || text.contains('。') && text.chars().nth(UNSPACED).is_some();
    is_long && is_sentence(text)
}

/// Whether `text` has a sentence, however short.
pub(super) fn is_sentence(text: &str) -> bool {
    let ends =
        |word: &str| word.trim_end_matches(['"', '»', '”', '’', ')', '>']).ends_with(['.', '!', '?', '…', '。', '！', '？']);
    text.contains(' ') && text.split_whitespace().any(ends) || text.contains('。')
}
