//! The gazetteer as it is written in `assets/actors.json`: plain records, before they are indexed.
//!
//! Not the actors that panes see (those are in `model::actor`). Read by `actors`, corrected by `corrections`, indexed by
//! `forms`.

use serde::Deserialize;

use crate::model::actor::ActorKind;

/// Everything the asset says.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asset {
    /// Surnames that are also given names, words or places: alone they are not enough to name anyone.
    pub given_names_and_words: Vec<Box<str>>,
    /// Abbreviations that, in a line set in capitals, may be the word (`US`, `WHO`).
    pub abbreviations_that_are_words: Vec<Box<str>>,
    /// Titles and function words that may stand in capitals before a surname without being a given name.
    pub before_a_surname: Vec<Box<str>>,
    /// Names that hold an actor's name and mean something else.
    pub other_names: Vec<Box<str>>,
    /// The actors.
    pub actors: Vec<Entry>,
}

/// One actor of the asset.
#[derive(Clone, Debug, Deserialize)]
pub struct Entry {
    /// The identifier.
    pub id: Box<str>,
    /// The name shown, which is a spelling too.
    pub name: Box<str>,
    /// The kind.
    pub kind: ActorKind,
    /// A neutral description.
    pub description: Box<str>,
    /// Further spellings.
    pub spellings: Vec<Box<str>>,
    /// Short forms that count once a full spelling stands in the article.
    #[serde(default)]
    pub short: Vec<Box<str>>,
    /// When the surname of a person counts on its own.
    #[serde(default)]
    pub alone: Alone,
}

/// When a surname without given name names a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Alone {
    /// When no other actor has it and it is no common word, or when the full name stands in the article.
    #[default]
    Unambiguous,
    /// When the full name stands in the article.
    Named,
    /// Never.
    Never,
    /// Always, unless another bearer of the name is named in full.
    Default,
}

impl Asset {
    /// Reads the asset.
    ///
    /// # Errors
    ///
    /// When `json` is not such an asset.
    pub fn parse(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }
}
