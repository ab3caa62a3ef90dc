//! Actors: who takes part. Persons, groups, institutions, media, states; and the places where they are named.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::locale;
use crate::model::date::PartialDate;
use crate::text::fold::fold;
use crate::text::span::Span;
use crate::{tr, tr_later};

/// The kind of an actor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActorKind {
    /// A human being.
    #[default]
    Person,
    /// An armed group or armed force that is no state's ministry.
    ArmedGroup,
    /// A political party or alliance of parties.
    Party,
    /// A ministry, parliament, army, court, agency, or other public body.
    Institution,
    /// A newspaper, broadcaster, agency, site or research outlet.
    Media,
    /// A state.
    State,
    /// An alliance or organisation of states.
    Alliance,
    /// A company or another organisation.
    Organisation,
    /// A town, a region or another place.
    Place,
    /// Nothing tells it.
    Unknown,
}

impl ActorKind {
    /// All kinds.
    const ALL: [Self; 10] = [
        Self::Person,
        Self::ArmedGroup,
        Self::Party,
        Self::Institution,
        Self::Media,
        Self::State,
        Self::Alliance,
        Self::Organisation,
        Self::Place,
        Self::Unknown,
    ];

    /// The kind that [`Self::name`] gives as `name`.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The word that people and JSON see; the same as in the asset.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => tr_later!("person"),
            Self::ArmedGroup => tr_later!("armed-group"),
            Self::Party => tr_later!("party"),
            Self::Institution => tr_later!("institution"),
            Self::Media => tr_later!("media"),
            Self::State => tr_later!("state"),
            Self::Alliance => tr_later!("alliance"),
            Self::Organisation => tr_later!("organisation"),
            Self::Place => tr_later!("place"),
            Self::Unknown => tr_later!("unknown"),
        }
    }
}

/// One actor of the gazetteer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actor {
    /// The identifier scripts rely on: lower case, hyphens, no accents, such as `mustafa-al-kadhimi`.
    pub id: Box<str>,
    /// The name shown.
    pub name: Box<str>,
    /// The kind.
    pub kind: ActorKind,
    /// A neutral description of a few words.
    pub description: Box<str>,
    /// Every spelling that names the actor, the shown name among them.
    pub spellings: Vec<Box<str>>,
    /// How many of the spellings, the first ones, are full names: neither abbreviations nor short forms.
    pub in_full: usize,
    /// Whether a reader chose the name.
    pub is_named_by_reader: bool,
    /// Places that stand for the actor where they act, such as the capital of a state; none of the spellings.
    pub metonyms: Vec<Box<str>>,
    /// The offices a person held, in order.
    pub offices: Vec<Office>,
    /// Where the facts are from.
    pub source: Box<str>,
    /// Whether no gazetteer knows it and it was found in the archive.
    pub discovered: bool,
}

impl Actor {
    /// The name in the language of the interface; `None` where it is the list's, and for a name that a reader chose.
    #[must_use]
    pub fn translated_name(&self) -> Option<&'static str> {
        if self.is_named_by_reader { None } else { locale::pattern(Some("actor name"), &self.name) }
    }

    /// The description in the language of the interface, where there is a translation of it.
    #[must_use]
    pub fn described(&self) -> &str {
        locale::pattern(Some("actor"), &self.description).unwrap_or(&self.description)
    }

    /// Where the facts are from, likewise.
    #[must_use]
    pub fn sourced(&self) -> &str {
        locale::pattern(Some("actor"), &self.source).unwrap_or(&self.source)
    }
}

/// An office that a person held. A term without a first or last day says nothing about it: it is unknown, or still open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// The title, such as `Prime Minister of Iraq`.
    pub title: Box<str>,
    /// When the term began.
    pub from: Option<PartialDate>,
    /// When it ended.
    pub to: Option<PartialDate>,
}

impl Office {
    /// The title and the term in the language of the interface.
    #[must_use]
    pub fn told(&self) -> String {
        let title = locale::pattern(Some("actor"), &self.title).unwrap_or(&self.title);
        match (self.from, self.to) {
            (Some(from), Some(to)) => format!("{title}, {from} – {to}"),
            (Some(from), None) => format!("{title}{}", tr!(", from {from}", from)),
            (None, Some(to)) => format!("{title}{}", tr!(", until {to}", to)),
            (None, None) => title.to_owned(),
        }
    }
}

impl fmt::Display for Office {
    /// The title and the term in English, as archives keep it: `Prime Minister of Iraq, 2020-05-07 – 2022-10-27`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.title)?;
        match (self.from, self.to) {
            (Some(from), Some(to)) => write!(f, ", {from} – {to}"),
            (Some(from), None) => write!(f, ", from {from}"),
            (None, Some(to)) => write!(f, ", until {to}"),
            (None, None) => Ok(()),
        }
    }
}

/// Two actors that may be one and the same, with the reason: a suggestion, which a person accepts or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// The one, which would be kept.
    pub one: ActorIx,
    /// The other.
    pub other: ActorIx,
    /// Why, in words for people: `same name, romanised differently`.
    pub reason: Box<str>,
    /// How sure it is, from 0 to 1.
    pub score: f32,
}

impl Likeness {
    /// The reason in the language of the interface.
    #[must_use]
    pub fn told(&self) -> &str {
        locale::pattern(None, &self.reason).unwrap_or(&self.reason)
    }
}

impl Likeness {
    /// The actor that `ix` may be the same as; `None` when the pair is not about `ix`.
    #[must_use]
    pub fn beside(&self, ix: ActorIx) -> Option<ActorIx> {
        match ix {
            ix if ix == self.one => Some(self.other),
            ix if ix == self.other => Some(self.one),
            _ => None,
        }
    }
}

/// The place of an actor in the [`ActorTable`] of one archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorIx(pub u16);

/// Which name of an actor of the list people see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActorNaming {
    /// The one that is commonest in the archive.
    #[default]
    Archive,
    /// The one of the list.
    List,
    /// The one that the language of the interface has for it, such as `États-Unis` in French; that of the list where it has none.
    Interface,
}

/// A name as an identifier: small letters and digits with hyphens between.
#[must_use]
pub fn identifier_of(name: &str) -> String {
    let folded = fold(name).replace('\'', "");
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-")
}

/// All actors an archive is read with, in the order of the gazetteer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActorTable {
    /// Shared, since the table of each archive holds those of the list.
    actors: Vec<Arc<Actor>>,
    /// How many articles name each; none when they were not counted.
    articles: Vec<u32>,
    /// How the archive spells each, empty where that is its name; none when the names of the list are shown.
    spelled: Vec<Box<str>>,
    /// The identifiers of what a reader wants for no actor, whatever the archive shows.
    hidden: Arc<HashSet<Box<str>>>,
    /// Whom a reader merged each of these identifiers into.
    merged: Arc<HashMap<Box<str>, ActorIx>>,
}

impl ActorTable {
    /// Makes a table; actors beyond 65,535 are left out.
    #[must_use]
    pub fn new(actors: Vec<Actor>) -> Self {
        Self::of(actors.into_iter().map(Arc::new))
    }

    /// A table of the same listed actors, and `discovered` ones behind them.
    #[must_use]
    pub fn with_discovered(&self, discovered: impl Iterator<Item = Actor>) -> Self {
        let listed = self.actors.iter().filter(|actor| !actor.discovered).map(Arc::clone);
        let table = Self::of(listed.chain(discovered.map(Arc::new)));
        Self { hidden: Arc::clone(&self.hidden), merged: Arc::clone(&self.merged), ..table }
    }

    /// The same that knows who was `merged`: identifiers, each with that of the actor of this table it goes with, maybe over others.
    #[must_use]
    pub fn merging(self, merged: &HashMap<Box<str>, Box<str>>) -> Self {
        let end = |into: &str| {
            // Whoever is merged into each other ends somewhere.
            let last = merged.iter().try_fold(into, |into, _| merged.get(into).map(|next| &**next).ok_or(into));
            last.err().and_then(|id| self.by_id(id))
        };
        let merged = merged.iter().filter_map(|(from, into)| Some((from.clone(), end(into)?))).collect();
        Self { merged: Arc::new(merged), ..self }
    }

    /// The actor that whoever has this identifier was merged into.
    #[must_use]
    pub fn merged_into(&self, id: &str) -> Option<ActorIx> {
        self.merged.get(id).copied()
    }

    /// The same that knows which names are to be no actors: identifiers, as [`identifier_of`] makes them of names.
    #[must_use]
    pub fn hiding(self, hidden: Arc<HashSet<Box<str>>>) -> Self {
        Self { hidden, ..self }
    }

    /// Whether what has this identifier is to be no actor.
    #[must_use]
    pub fn hides(&self, id: &str) -> bool {
        self.hidden.contains(id)
    }

    fn of(actors: impl Iterator<Item = Arc<Actor>>) -> Self {
        let actors = actors.take(usize::from(u16::MAX)).collect();
        Self { actors, ..Self::default() }
    }

    /// The same with `more` spellings of the actors at these places, behind those that they have.
    #[must_use]
    pub fn spelled_more(mut self, more: &BTreeMap<u16, Vec<Box<str>>>) -> Self {
        for (at, spellings) in more {
            if let Some(actor) = self.actors.get_mut(usize::from(*at)) {
                let new = spellings.iter().filter(|spelling| !actor.spellings.contains(spelling)).cloned().collect::<Vec<_>>();
                Arc::make_mut(actor).spellings.extend(new);
            }
        }
        self
    }

    /// The same with how an archive spells its actors, in the order of the table; empty for those whose own name is shown.
    #[must_use]
    pub fn spelled(self, spelled: Vec<Box<str>>) -> Self {
        Self { spelled, ..self }
    }

    /// The same with how many articles of an archive name each actor, in the order of the table.
    #[must_use]
    pub fn counted(self, articles: Vec<u32>) -> Self {
        Self { articles, ..self }
    }

    /// How many articles name the actor at `ix`; 0 when that was not counted.
    #[must_use]
    pub fn articles(&self, ix: ActorIx) -> u32 {
        self.articles.get(usize::from(ix.0)).copied().unwrap_or_default()
    }

    /// The actor at `ix`; `None` for an index of another table.
    #[must_use]
    pub fn get(&self, ix: ActorIx) -> Option<&Actor> {
        self.actors.get(usize::from(ix.0)).map(|actor| &**actor)
    }

    /// The name of the actor at `ix` for people: as the archive spells it, else that of the list. Data have the list's.
    #[must_use]
    pub fn name(&self, ix: ActorIx) -> &str {
        let spelled = self.spelled.get(usize::from(ix.0)).filter(|name| !name.is_empty());
        spelled.or_else(|| self.get(ix).map(|actor| &actor.name)).map_or("", |name| name)
    }

    /// The actor whose identifier is exactly `id`.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<ActorIx> {
        self.iter().find(|(_, actor)| &*actor.id == id).map(|(ix, _)| ix)
    }

    /// All actors with their places.
    pub fn iter(&self) -> impl Iterator<Item = (ActorIx, &Actor)> {
        (0..u16::MAX).map(ActorIx).zip(self.actors.iter().map(|actor| &**actor))
    }

    /// The number of actors.
    #[must_use]
    pub fn len(&self) -> usize {
        self.actors.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.actors.is_empty()
    }
}

/// A place where an actor is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// The words, in the body.
    pub span: Span,
    /// The actor.
    pub actor: ActorIx,
}

/// The mentions of each actor added up, the one named most often first, of equals the one that comes first.
#[must_use]
pub fn counted(named: impl IntoIterator<Item = (ActorIx, usize)>) -> Vec<(ActorIx, usize)> {
    let mut all: Vec<(ActorIx, usize, usize)> =
        named.into_iter().enumerate().map(|(place, (actor, mentions))| (actor, place, mentions)).collect();
    all.sort_unstable();
    let sum = |same: &[(ActorIx, usize, usize)]| {
        let (actor, place, _) = *same.first()?;
        Some((actor, place, same.iter().map(|(.., mentions)| mentions).sum::<usize>()))
    };
    let mut sums: Vec<_> = all.chunk_by(|one, next| one.0 == next.0).filter_map(sum).collect();
    sums.sort_unstable_by_key(|(_, place, mentions)| (std::cmp::Reverse(*mentions), *place));
    sums.into_iter().map(|(actor, _, mentions)| (actor, mentions)).collect()
}
