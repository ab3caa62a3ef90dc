//! What a person adds to the gazetteer and corrects in it: the text of `actors.toml`, applied to the asset.
//!
//! Reads no file; `config` finds the text. `assets/actors.example.toml` shows the format. Called by `actors`.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;
use toml::Spanned;

use crate::analysis::actors::asset::{ActorRecord, Alone, Asset, OfficeTerm};
use crate::analysis::actors::words::key;
use crate::config::told::told;
use crate::model::actor::{ActorKind, identifier_of};
use crate::text::terminal_safe::TerminalSafe;
use crate::tr;

/// Why `actors.toml` cannot be used. Lines count from 1.
#[derive(Debug, thiserror::Error)]
pub enum CorrectionError {
    /// The text is no TOML, or a key or value is none of the format.
    #[error("{}", tr!("actors.toml, line {line}: {message}; see actors.example.toml for the format", line, message))]
    Format {
        /// The line.
        line: usize,
        /// What the TOML parser says.
        message: String,
    },
    /// A correction speaks of an actor that the gazetteer does not have.
    #[error("{}", tr!("actors.toml, line {line}: `{key}` names no actor `{id}` of the list, so it is left out; an actor that an archive shows is added with [[actor]] first", line, key, id))]
    UnknownActor {
        /// The line.
        line: usize,
        /// The key it stands in.
        key: &'static str,
        /// The identifier.
        id: String,
    },
    /// An actor is added twice, or under an identifier of the gazetteer.
    #[error("{}", tr!("actors.toml, line {line}: `id` `{id}` is taken; choose another, or correct that actor with [[correct]]", line, id))]
    TakenId {
        /// The line.
        line: usize,
        /// The identifier.
        id: String,
    },
    /// An identifier has other characters than small letters, digits and hyphens.
    #[error("{}", tr!("actors.toml, line {line}: `id` `{id}` must be small letters a-z, digits and hyphens, such as `jane-doe`", line, id))]
    BadId {
        /// The line.
        line: usize,
        /// The identifier.
        id: String,
    },
    /// A name or spelling has no letter.
    #[error("{}", tr!("actors.toml, line {line}: `{key}` is empty; write a name or leave the key out", line, key))]
    Empty {
        /// The line.
        line: usize,
        /// The key it stands in.
        key: &'static str,
    },
    /// A spelling to hide is none of the actor.
    #[error("{}", tr!("actors.toml, line {line}: `hide`: `{spelling}` is no spelling of `{id}`; `liseuse actors --format json` lists them", line, spelling, id))]
    UnknownSpelling {
        /// The line.
        line: usize,
        /// The identifier.
        id: String,
        /// The spelling.
        spelling: String,
    },
}

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Corrections {
    #[serde(default)]
    hide: Vec<Spanned<String>>,
    #[serde(default)]
    actor: Vec<Added>,
    #[serde(default)]
    correct: Vec<Corrected>,
    #[serde(default)]
    merge: Vec<Merged>,
}

impl Corrections {
    /// Cleans the words that are shown.
    fn clean(&mut self) {
        let mut words: Vec<&mut String> = Vec::new();
        for added in &mut self.actor {
            words.extend([&mut added.description, &mut added.source, added.name.get_mut()]);
            let names = [&mut added.spellings, &mut added.abbreviations, &mut added.short, &mut added.metonyms];
            words.extend(names.into_iter().flatten().map(Spanned::get_mut));
            added.offices.iter_mut().for_each(OfficeTerm::clean);
        }
        for corrected in &mut self.correct {
            words.extend(corrected.name.as_mut().map(Spanned::get_mut));
            words.extend(&mut corrected.description);
            words.extend(corrected.add.iter_mut().map(Spanned::get_mut));
        }
        for word in words {
            let clean = TerminalSafe::text(word);
            if clean.is_changed() {
                *word = clean.into_owned();
            }
        }
    }
}

/// Two actors that are one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Merged {
    from: Spanned<String>,
    into: Spanned<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Added {
    id: Spanned<String>,
    name: Spanned<String>,
    kind: ActorKind,
    #[serde(default)]
    description: String,
    #[serde(default)]
    spellings: Vec<Spanned<String>>,
    #[serde(default)]
    abbreviations: Vec<Spanned<String>>,
    #[serde(default)]
    short: Vec<Spanned<String>>,
    #[serde(default)]
    metonyms: Vec<Spanned<String>>,
    #[serde(default)]
    alone: Alone,
    #[serde(default)]
    offices: Vec<OfficeTerm>,
    #[serde(default)]
    source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Corrected {
    id: Spanned<String>,
    name: Option<Spanned<String>>,
    description: Option<String>,
    alone: Option<Alone>,
    #[serde(default)]
    add: Vec<Spanned<String>>,
    #[serde(default)]
    hide: Vec<Spanned<String>>,
}

/// Applies the text of `actors.toml` to `asset`: additions, corrections, merged actors, then hidden actors.
///
/// A spelling that the text gives to one actor is taken from every other. The time is linear in the text and the asset.
///
/// # Errors
///
/// When the text is not of the format, or speaks of spellings that there are not. A correction of an actor that is not there is left out and told: it may
/// be of one that another archive shows.
pub fn apply(asset: &mut Asset, text: &str) -> Result<Applied, CorrectionError> {
    // Names go to screens and into exports: what commands a terminal or turns text stays outside, escaped in the file or not.
    let mut corrections: Corrections = toml::from_str(text).map_err(|error| CorrectionError::Format {
        line: line(text, error.span().map_or(0, |span| span.start)),
        message: told(error.message()),
    })?;
    corrections.clean();
    let mut list = ActorList::new(std::mem::take(&mut asset.actors), text);
    let applied = list.apply(corrections);
    let ActorList { actors, hidden, merged, unused, .. } = list;
    asset.actors = actors.into_iter().flatten().collect();
    applied.map(|()| Applied { hidden, merged, unused })
}

/// What comes of corrections beside the list.
#[derive(Debug, Default)]
pub struct Applied {
    /// The names of those that were hidden, as identifiers are made of names, and their identifiers: nor are they to be discovered.
    pub hidden: HashSet<Box<str>>,
    /// The identifiers of those that were merged, each with that of the actor it went into: an archive that shows it again shows that one.
    pub merged: HashMap<Box<str>, Box<str>>,
    /// The corrections of actors that are not in the list.
    pub unused: Vec<CorrectionError>,
}

/// The actors under way, found by identifier and by spelling.
struct ActorList<'t> {
    /// `None` for what was hidden or merged into another, so that places stay.
    actors: Vec<Option<ActorRecord>>,
    /// Where each identifier is.
    places: HashMap<Box<str>, usize>,
    /// Where each spelling may be, by its key.
    spelled: HashMap<String, Vec<usize>>,
    hidden: HashSet<Box<str>>,
    merged: HashMap<Box<str>, Box<str>>,
    unused: Vec<CorrectionError>,
    text: &'t str,
}

impl<'t> ActorList<'t> {
    fn new(actors: Vec<ActorRecord>, text: &'t str) -> Self {
        let (hidden, merged, unused) = (HashSet::new(), HashMap::new(), Vec::new());
        let mut list = Self { actors: Vec::new(), places: HashMap::new(), spelled: HashMap::new(), hidden, merged, unused, text };
        for entry in actors {
            list.push(entry);
        }
        list
    }

    fn apply(&mut self, corrections: Corrections) -> Result<(), CorrectionError> {
        for added in corrections.actor {
            self.add(added)?;
        }
        for correction in corrections.correct {
            let corrected = self.correct(correction);
            self.used(corrected)?;
        }
        for merged in &corrections.merge {
            let merged = self.merge(merged);
            self.used(merged)?;
        }
        for id in corrections.hide {
            // One that is not in the list may be one that an archive shows.
            let gone = self.places.get(id.get_ref().as_str()).copied().and_then(|at| self.remove(at));
            self.hidden.insert(id.into_inner().into());
            if let Some(gone) = gone {
                let names = [&gone.spellings, &gone.abbreviations, &gone.short].into_iter().flatten().chain([&gone.name]);
                self.hidden.extend(names.map(|name| identifier_of(name).into()));
            }
        }
        Ok(())
    }

    /// Keeps a correction of an actor that is not in the list to be told; any other fault ends it.
    fn used(&mut self, corrected: Result<(), CorrectionError>) -> Result<(), CorrectionError> {
        match corrected {
            Err(unused @ CorrectionError::UnknownActor { .. }) => {
                self.unused.push(unused);
                Ok(())
            }
            other => other,
        }
    }

    fn push(&mut self, entry: ActorRecord) {
        let at = self.actors.len();
        for names in [&entry.spellings, &entry.abbreviations, &entry.short, &entry.metonyms] {
            for name in names {
                self.spelled.entry(key(name)).or_default().push(at);
            }
        }
        // Of two with one identifier the first is meant.
        self.places.entry(entry.id.clone()).or_insert(at);
        self.actors.push(Some(entry));
    }

    fn remove(&mut self, at: usize) -> Option<ActorRecord> {
        let gone = self.actors.get_mut(at).and_then(Option::take)?;
        self.places.remove(&gone.id);
        Some(gone)
    }

    fn correct(&mut self, correction: Corrected) -> Result<(), CorrectionError> {
        let at = self.position(&correction.id, "id")?;
        for spelling in &correction.add {
            self.take(at, written(spelling, "add", self.text)?);
        }
        let Some(entry) = self.actors.get_mut(at).and_then(Option::as_mut) else { return Ok(()) };
        let mut given: Vec<Box<str>> = Vec::new();
        if let Some(name) = &correction.name {
            given.push(std::mem::replace(&mut entry.name, written(name, "name", self.text)?.into()));
            entry.is_named_by_reader = true;
        }
        entry.spellings.extend(given.iter().cloned());
        for spelling in &correction.hide {
            hide(entry, spelling, self.text)?;
        }
        given.extend(correction.add.iter().map(|spelling| spelling.get_ref().as_str().into()));
        entry.spellings.extend(correction.add.into_iter().map(|spelling| spelling.into_inner().into()));
        entry.description = correction.description.map_or_else(|| std::mem::take(&mut entry.description), Into::into);
        entry.alone = correction.alone.unwrap_or(entry.alone);
        for name in &given {
            self.spelled.entry(key(name)).or_default().push(at);
        }
        Ok(())
    }

    /// Gives all that names one actor to another, which keeps its own name, kind and description.
    fn merge(&mut self, merged: &Merged) -> Result<(), CorrectionError> {
        let from = self.position(&merged.from, "from")?;
        let into = self.position(&merged.into, "into")?;
        if from == into {
            return Ok(());
        }
        let Some(gone) = self.remove(from) else { return Ok(()) };
        self.merged.insert(merged.from.get_ref().as_str().into(), merged.into.get_ref().as_str().into());
        let Some(entry) = self.actors.get_mut(into).and_then(Option::as_mut) else { return Ok(()) };
        let names = [&gone.spellings, &gone.abbreviations, &gone.short, &gone.metonyms].into_iter().flatten();
        names.chain([&gone.name]).for_each(|name| self.spelled.entry(key(name)).or_default().push(into));
        entry.spellings.push(gone.name);
        entry.spellings.extend(gone.spellings);
        entry.abbreviations.extend(gone.abbreviations);
        entry.short.extend(gone.short);
        entry.metonyms.extend(gone.metonyms);
        if entry.offices.is_empty() {
            entry.offices = gone.offices;
        }
        Ok(())
    }

    fn add(&mut self, added: Added) -> Result<(), CorrectionError> {
        let id = added.id.get_ref().clone();
        let line = || line(self.text, added.id.span().start);
        if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
            return Err(CorrectionError::BadId { line: line(), id });
        }
        if self.places.contains_key(id.as_str()) {
            return Err(CorrectionError::TakenId { line: line(), id });
        }
        let at = self.actors.len();
        let name = written(&added.name, "name", self.text)?;
        self.take(at, name);
        for spelling in added.spellings.iter().chain(&added.abbreviations).chain(&added.short).chain(&added.metonyms) {
            self.take(at, written(spelling, "spellings", self.text)?);
        }
        let boxed =
            |spellings: Vec<Spanned<String>>| spellings.into_iter().map(|spelling| spelling.into_inner().into()).collect();
        self.push(ActorRecord {
            id: id.into(),
            name: name.into(),
            kind: added.kind,
            description: added.description.into(),
            spellings: boxed(added.spellings),
            abbreviations: boxed(added.abbreviations),
            short: boxed(added.short),
            beside: Vec::new(),
            metonyms: boxed(added.metonyms),
            alone: added.alone,
            offices: added.offices,
            source: added.source.into(),
            is_named_by_reader: true,
        });
        Ok(())
    }

    /// Takes `spelling` from every actor but the one at `at`.
    fn take(&mut self, at: usize, spelling: &str) {
        let wanted = key(spelling);
        let Some(places) = self.spelled.get_mut(&wanted) else { return };
        for place in places.iter().filter(|place| **place != at) {
            if let Some(entry) = self.actors.get_mut(*place).and_then(Option::as_mut) {
                forget(entry, &wanted);
            }
        }
        places.retain(|place| *place == at);
    }

    fn position(&self, id: &Spanned<String>, key: &'static str) -> Result<usize, CorrectionError> {
        let unknown = || CorrectionError::UnknownActor { line: line(self.text, id.span().start), key, id: id.get_ref().clone() };
        self.places.get(id.get_ref().as_str()).copied().ok_or_else(unknown)
    }
}

/// Takes a spelling from an actor; its shown name stays shown.
fn hide(entry: &mut ActorRecord, spelling: &Spanned<String>, text: &str) -> Result<(), CorrectionError> {
    let wanted = key(spelling.get_ref());
    let count = count_of(entry);
    forget(entry, &wanted);
    if count_of(entry) < count {
        return Ok(());
    }
    let (line, id) = (line(text, spelling.span().start), entry.id.to_string());
    Err(CorrectionError::UnknownSpelling { line, id, spelling: spelling.get_ref().clone() })
}

/// Takes the spelling with the key `wanted` from `entry`.
fn forget(entry: &mut ActorRecord, wanted: &str) {
    for names in [&mut entry.spellings, &mut entry.abbreviations, &mut entry.short, &mut entry.metonyms] {
        names.retain(|known| key(known) != wanted);
    }
}

fn count_of(entry: &ActorRecord) -> usize {
    [&entry.spellings, &entry.abbreviations, &entry.short, &entry.metonyms].into_iter().map(Vec::len).sum()
}

fn written<'a>(value: &'a Spanned<String>, key: &'static str, text: &str) -> Result<&'a str, CorrectionError> {
    let name = value.get_ref();
    let has_letter = name.chars().any(char::is_alphanumeric);
    if has_letter { Ok(name) } else { Err(CorrectionError::Empty { line: line(text, value.span().start), key }) }
}

/// The line of `text` that the byte `at` is in, from 1.
fn line(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}
