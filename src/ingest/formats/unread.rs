//! Fields of records that stand in no article: told by an inspection, so that nothing is left behind without a word.
//!
//! No list of names says what is read. A field is unread when its words are neither in the text nor in what the draft declares, so that a rule
//! that passes over one is seen by what it lost.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::ingest::draft::{Declared, Draft};
use crate::ingest::formats::databases::record::without_by;
use crate::ingest::formats::html_text;
use crate::ingest::formats::reading::UnreadField;
use crate::ingest::source::format::has_markup;
use crate::text::sanitize::sanitize;

/// A text of fewer bytes may be a headline alone.
const SHORT: usize = 200;
/// So many bytes of a record beside its text may be another text.
const MANY: usize = 400;
/// Words in fields that no article shows, from which on a load tells of them.
const TOLD_WORDS: usize = 50;

/// Whether a load asks what a record holds beside its article: what is shown of it is no more than a headline, and it is much longer than that.
/// To know the fields of every record would take longer than to read them.
pub(crate) fn is_suspect(shown: usize, record: usize) -> bool {
    shown < SHORT && record > 3 * shown + MANY
}

/// The text that the records of a file hold in fields that no article shows, as a load tells it.
#[derive(Debug, Default)]
pub(crate) struct PassedOver {
    words: usize,
    names: BTreeSet<String>,
}

impl PassedOver {
    /// Looks at `record`, which is `bytes` long and of which `draft` was made.
    pub(crate) fn look(&mut self, record: &Value, draft: &Draft, bytes: usize) {
        if !is_suspect(draft.lines.text.len(), bytes) {
            return;
        }
        let shown = draft.lines.text.split_whitespace().count();
        for field in unread(record, draft).into_iter().filter(|field| field.words > TOLD_WORDS.max(2 * shown)) {
            self.words += field.words;
            self.names.insert(field.name);
        }
    }

    /// What is told of it; `None` when nothing was passed over.
    pub(crate) fn told(&self) -> Option<String> {
        let names: Vec<&str> = self.names.iter().map(String::as_str).collect();
        (self.words > 0).then(|| {
            let count = self.words;
            sanitize(&format!("{count} words stand in fields that are not read: {}", names.join(", "))).into_owned()
        })
    }
}

/// What `record`, of which `draft` was made, says and the draft does not, in the order of the record.
pub(crate) fn unread(record: &Value, draft: &Draft) -> Vec<UnreadField> {
    let known = Known::of(draft);
    let mut fields: Vec<UnreadField> = Vec::new();
    walk(record, &mut String::new(), &mut |name, words| {
        let words = known.missing(words);
        match fields.iter_mut().find(|field| field.name == name) {
            Some(field) => field.words += words,
            None if words > 0 => fields.push(UnreadField { name: name.to_owned(), records: 1, words }),
            None => {}
        }
    });
    fields
}

/// Calls `take` with the name and the words of each string within `value`.
fn walk(value: &Value, name: &mut String, take: &mut impl FnMut(&str, &str)) {
    match value {
        Value::String(words) => take(name, words),
        Value::Array(list) => list.iter().for_each(|value| walk(value, name, take)),
        Value::Object(record) => {
            for (key, value) in record {
                let before = name.len();
                if before > 0 {
                    name.push('.');
                }
                name.push_str(key);
                walk(value, name, take);
                name.truncate(before);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// What a draft says, by its letters and digits alone.
struct Known {
    letters: String,
}

impl Known {
    fn of(draft: &Draft) -> Self {
        let Declared { title, date, outlet, author, url, lang, section, page, docid, credit, updated } = &draft.declared;
        let declared = [title, date, outlet, author, url, lang, section, page, docid, credit, updated];
        let mut letters = letters(&draft.lines.text);
        for words in declared.into_iter().flatten() {
            // What stands in two fields stands in neither.
            letters.push('\n');
            letters.extend(words.chars().filter(|c| c.is_alphanumeric()));
        }
        Self { letters }
    }

    /// How many words of `text` are not here. Addresses and numbers are no words.
    fn missing(&self, text: &str) -> usize {
        let is_address = |line: &str| !line.trim().contains(char::is_whitespace) && (line.contains("://") || line.contains('@'));
        if is_address(text) || self.has(text) || self.has(without_by(text)) {
            return 0;
        }
        let is_missing = |line: &str| !is_address(line) && !self.has(line);
        let words_of = |line: &str| line.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
        if has_markup(text) {
            return html_text::lines(text).all_words().filter(|line| is_missing(line)).map(words_of).sum();
        }
        text.lines().map(html_text::words).filter(|line| is_missing(line)).map(|line| words_of(&line)).sum()
    }

    fn has(&self, words: &str) -> bool {
        self.letters.contains(&letters(words))
    }
}

fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::unread;
    use crate::ingest::formats::json as format;

    #[test]
    fn what_stands_in_the_article_under_another_name_is_read_and_the_rest_is_not() {
        let record = json!({
            "title": "Un pont ferme", "text": "<p>Le pont de Valmont ferme lundi.</p><p>Il rouvre en mai.</p>", "published": "2021-03-09",
            "description": "Le pont de Valmont ferme lundi…", "kicker": "Les travaux durent deux mois",
            "byline": {"original": "By Ana Lorme", "desk": "Metro desk"}, "tags": ["pont", "travaux publics"], "image": "https://a.example/1.jpg",
            "wordcount": 120, "premium": false,
        });
        let draft = format::draft(&record).unwrap();
        let found: Vec<_> = unread(&record, &draft).into_iter().map(|field| (field.name, field.words)).collect();
        let named = |name: &str, words: usize| (name.to_owned(), words);
        assert_eq!(found, [named("byline.desk", 2), named("kicker", 5), named("tags", 2)]);
    }
}
