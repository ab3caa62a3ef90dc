//! Annotations: what a reader marks and writes. Plain data; `notes` keeps them, `export` hands them on.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::model::property::{Exported, PropertyId};

pub use crate::model::target::{ArticleKey, Target, hexadecimal};

/// A highlight, a note, or both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    /// Its identifier, a ULID: unique over all devices, and in the order of making.
    pub id: String,
    /// What it is about.
    pub target: Target,
    /// The name of its colour; `None` for a note that marks nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub color: Option<String>,
    /// The note in Markdown; empty for a highlight alone.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// When it was made, in milliseconds since 1970 UTC.
    pub created: u64,
    /// When it was changed last, in milliseconds since 1970 UTC.
    pub modified: u64,
    /// What else exports carry of it.
    #[serde(flatten, default)]
    pub more: Exported,
}

impl Annotation {
    /// Its texts that a query asks for by a key, with the property each is of; those that are empty are left out.
    pub fn texts(&self) -> impl Iterator<Item = (PropertyId, Cow<'_, str>)> {
        let note = Some(self.note.as_str()).filter(|note| !note.is_empty()).map(|note| (PropertyId::Note, note.into()));
        let color = self.color.as_deref().map(|color| (PropertyId::Color, color.into()));
        let texts = |(property, texts): (PropertyId, Vec<String>)| texts.into_iter().map(move |text| (property, text.into()));
        let more = self.more.fields().filter_map(|field| Some((field.property()?, field.texts()))).flat_map(texts);
        note.into_iter().chain(color).chain(more)
    }

    /// The tags in its note: `#word` at the start or behind white space, without the sign, each once, in order.
    #[must_use]
    pub fn tags(&self) -> Vec<&str> {
        Self::tags_in(&self.note)
    }

    /// The tags in a note, as [`Self::tags`] gives them.
    #[must_use]
    pub fn tags_in(note: &str) -> Vec<&str> {
        let mut tags = Vec::new();
        for word in note.split_whitespace().filter_map(|word| word.strip_prefix('#')) {
            let end = word.find(|sign: char| !Self::is_of_tag(sign)).unwrap_or(word.len());
            let tag = word.get(..end).unwrap_or_default();
            if tag.chars().any(char::is_alphabetic) && !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        tags
    }

    /// Whether a tag may have this sign in it.
    #[must_use]
    pub fn is_of_tag(sign: char) -> bool {
        sign.is_alphanumeric() || matches!(sign, '-' | '_' | '/')
    }
}

#[cfg(test)]
mod tests {
    use super::{Annotation, Exported, Target};

    #[test]
    fn tags_are_words_behind_a_sign() {
        let note = "# A heading\nSee #drones, #état-major/2020 and #drones; not #1 nor a#b, but (#) is none.";
        let target = Target::Day { day: "2020-01-03".to_owned() };
        let annotation = Annotation {
            id: String::new(),
            target,
            color: None,
            note: note.to_owned(),
            created: 0,
            modified: 0,
            more: Exported::default(),
        };
        assert_eq!(annotation.tags(), ["drones", "état-major/2020"]);
    }
}
