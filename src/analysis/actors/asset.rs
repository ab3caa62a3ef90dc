//! The gazetteer as it is written in `assets/actors/`: plain records, before they are indexed. `build.rs` has packed them.
//!
//! Not the actors that panes see (those are in `model::actor`). Read by `actors`, corrected by `corrections`, indexed by
//! `forms`.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::analysis::actors::packed::{FIELD, ITEM, PART, RECORD};
use crate::model::actor::{ActorKind, Office};
use crate::model::date::PartialDate;
use crate::text::terminal_safe::TerminalSafe;

/// The words and the actors, packed by `build.rs`.
const PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/actors"));

/// Everything the asset says.
#[derive(Clone, Debug, Default)]
pub struct Asset {
    /// The words.
    pub words: NameWords,
    /// The actors.
    pub actors: Vec<ActorRecord>,
}

/// The words that the rules of names need; all but names of other things folded.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct NameWords {
    /// Surnames that are also given names, words or places: alone they are not enough to name anyone.
    pub given_names_and_words: Vec<Box<str>>,
    /// Names of states and capitals that people bear too (`Jordan`, `Sofia`): no mention beside another part of a person's name,
    /// and such a capital never acts for its state.
    pub names_of_people: Vec<Box<str>>,
    /// Abbreviations that, in a line set in capitals, may be the word (`US`, `WHO`).
    pub abbreviations_that_are_words: Vec<Box<str>>,
    /// Titles and function words that may stand in capitals before a surname without being a given name.
    pub before_a_surname: Vec<Box<str>>,
    /// Words in small letters that may stand before a capital that acts (`que Washington accuse`).
    pub before_a_metonym: Vec<Box<str>>,
    /// Auxiliaries and particles that may stand between a capital and what it does (`Washington n'a pas accusé`).
    pub between_metonym_and_verb: Vec<Box<str>>,
    /// What states do and places do not (`Washington accuse`).
    pub verbs_of_a_metonym: Vec<Box<str>>,
    /// Names that hold an actor's name and mean something else.
    pub other_names: Vec<Box<str>>,
}

/// One actor of the asset.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActorRecord {
    /// The identifier.
    pub id: Box<str>,
    /// The name shown, which is a spelling too.
    pub name: Box<str>,
    /// The kind.
    pub kind: ActorKind,
    /// A neutral description.
    pub description: Box<str>,
    /// Further spellings.
    #[serde(default)]
    pub spellings: Vec<Box<str>>,
    /// Abbreviations that are safe in running text, and count as spellings do.
    #[serde(default)]
    pub abbreviations: Vec<Box<str>>,
    /// Short forms that count once a full spelling stands in the article, or a metonym.
    #[serde(default)]
    pub short: Vec<Box<str>>,
    /// Identifiers of other actors in whose company the short forms count too: the parliament of a party, its opponents.
    #[serde(default)]
    pub beside: Vec<Box<str>>,
    /// Places that stand for the actor where they act: the capital of a state.
    #[serde(default)]
    pub metonyms: Vec<Box<str>>,
    /// When the surname of a person counts on its own.
    #[serde(default)]
    pub alone: Alone,
    /// The offices a person held, in order.
    #[serde(default)]
    pub offices: Vec<OfficeTerm>,
    /// Where the facts are from.
    #[serde(default)]
    pub source: Box<str>,
    /// Whether a reader chose the name.
    #[serde(skip)]
    pub is_named_by_reader: bool,
}

/// An office with its term, as it is written.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeTerm {
    /// The title.
    title: Box<str>,
    /// When the term began.
    #[serde(default, deserialize_with = "date")]
    from: Option<PartialDate>,
    /// When it ended.
    #[serde(default, deserialize_with = "date")]
    to: Option<PartialDate>,
}

impl OfficeTerm {
    /// Cleans the title, which is shown.
    pub(crate) fn clean(&mut self) {
        self.title = TerminalSafe::text(&self.title).into_owned().into();
    }
}

impl From<OfficeTerm> for Office {
    fn from(OfficeTerm { title, from, to }: OfficeTerm) -> Self {
        Self { title, from, to }
    }
}

fn date<'de, D: Deserializer<'de>>(from: D) -> Result<Option<PartialDate>, D::Error> {
    let text = String::deserialize(from)?;
    let unfit = || D::Error::custom(format!("`{text}` is no date such as 2020, 2020-05 or 2020-05-07"));
    PartialDate::parse(&text).map(Some).ok_or_else(unfit)
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
    /// The asset that is part of the program.
    #[must_use]
    pub fn builtin() -> Self {
        let mut records = PACKED.split(RECORD);
        let words = records.next().map(NameWords::unpacked).unwrap_or_default();
        Self { words, actors: records.map(ActorRecord::unpacked).collect() }
    }
}

impl NameWords {
    fn unpacked(record: &str) -> Self {
        let mut fields = record.split(FIELD).map(texts);
        let mut next = || fields.next().unwrap_or_default();
        Self {
            given_names_and_words: next(),
            names_of_people: next(),
            abbreviations_that_are_words: next(),
            before_a_surname: next(),
            before_a_metonym: next(),
            between_metonym_and_verb: next(),
            verbs_of_a_metonym: next(),
            other_names: next(),
        }
    }
}

impl ActorRecord {
    fn unpacked(record: &str) -> Self {
        let mut fields = record.split(FIELD);
        let mut next = || fields.next().unwrap_or_default();
        let [id, name, kind, description, alone, source] = [(); 6].map(|()| next());
        Self {
            id: id.into(),
            name: name.into(),
            kind: ActorKind::named(kind).unwrap_or_default(),
            description: description.into(),
            alone: Alone::named(alone),
            source: source.into(),
            spellings: texts(next()),
            abbreviations: texts(next()),
            short: texts(next()),
            beside: texts(next()),
            metonyms: texts(next()),
            offices: items(next()).map(OfficeTerm::unpacked).collect(),
            is_named_by_reader: false,
        }
    }
}

impl OfficeTerm {
    fn unpacked(packed: &str) -> Self {
        let mut parts = packed.split(PART);
        let mut next = || parts.next().unwrap_or_default();
        Self { title: next().into(), from: PartialDate::parse(next()), to: PartialDate::parse(next()) }
    }
}

impl Alone {
    fn named(name: &str) -> Self {
        match name {
            "named" => Self::Named,
            "never" => Self::Never,
            "default" => Self::Default,
            _ => Self::Unambiguous,
        }
    }
}

/// The items of a list, of which none is empty.
fn items(list: &str) -> impl Iterator<Item = &str> {
    list.split(ITEM).filter(|item| !item.is_empty())
}

fn texts(list: &str) -> Vec<Box<str>> {
    items(list).map(Box::from).collect()
}

impl ActorRecord {
    /// Everything that names the actor, each once: the shown name, spellings, abbreviations, short forms.
    pub fn names(&self) -> impl Iterator<Item = &Box<str>> {
        std::iter::once(&self.name).chain(&self.spellings).chain(&self.abbreviations).chain(&self.short)
    }
}
