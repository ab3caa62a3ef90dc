//! What a person adds to the gazetteer and corrects in it: the text of `actors.toml`, applied to the asset.
//!
//! Reads no file; `config` finds the text. `assets/actors.example.toml` shows the format. Called by `actors`.

use serde::Deserialize;
use toml::Spanned;

use crate::analysis::actors::asset::{ActorRecord, Alone, Asset, OfficeTerm};
use crate::analysis::actors::words::key;
use crate::model::actor::ActorKind;
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
    #[error("{}", tr!("actors.toml, line {line}: `{key}` names no actor `{id}`; run `liseuse actors` for the identifiers, or add it with [[actor]]", line, key, id))]
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
/// A spelling that the text gives to one actor is taken from every other.
///
/// # Errors
///
/// When the text is not of the format, or speaks of actors and spellings that there are not.
pub fn apply(asset: &mut Asset, text: &str) -> Result<(), CorrectionError> {
    let corrections: Corrections = toml::from_str(text).map_err(|error| CorrectionError::Format {
        line: line(text, error.span().map_or(0, |span| span.start)),
        message: error.message().to_owned(),
    })?;
    for added in corrections.actor {
        add(asset, added, text)?;
    }
    for correction in corrections.correct {
        correct(asset, correction, text)?;
    }
    for merged in &corrections.merge {
        merge(asset, merged, text)?;
    }
    for id in corrections.hide {
        let at = position(asset, &id, "hide", text)?;
        asset.actors.remove(at);
    }
    Ok(())
}

fn correct(asset: &mut Asset, correction: Corrected, text: &str) -> Result<(), CorrectionError> {
    let at = position(asset, &correction.id, "id", text)?;
    for spelling in &correction.add {
        take(asset, at, written(spelling, "add", text)?);
    }
    let Some(entry) = asset.actors.get_mut(at) else { return Ok(()) };
    if let Some(name) = &correction.name {
        let old = std::mem::replace(&mut entry.name, written(name, "name", text)?.into());
        entry.spellings.push(old);
    }
    for spelling in &correction.hide {
        hide(entry, spelling, text)?;
    }
    entry.spellings.extend(correction.add.into_iter().map(|spelling| spelling.into_inner().into()));
    entry.description = correction.description.map_or_else(|| std::mem::take(&mut entry.description), Into::into);
    entry.alone = correction.alone.unwrap_or(entry.alone);
    Ok(())
}

/// Gives all that names one actor to another, which keeps its own name, kind and description.
fn merge(asset: &mut Asset, merged: &Merged, text: &str) -> Result<(), CorrectionError> {
    let from = position(asset, &merged.from, "from", text)?;
    position(asset, &merged.into, "into", text)?;
    if merged.from.get_ref() == merged.into.get_ref() {
        return Ok(());
    }
    let gone = asset.actors.remove(from);
    let into = position(asset, &merged.into, "into", text)?;
    let Some(entry) = asset.actors.get_mut(into) else { return Ok(()) };
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

fn add(asset: &mut Asset, added: Added, text: &str) -> Result<(), CorrectionError> {
    let (line, id) = (line(text, added.id.span().start), added.id.get_ref().clone());
    if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
        return Err(CorrectionError::BadId { line, id });
    }
    if asset.actors.iter().any(|entry| *entry.id == *id) {
        return Err(CorrectionError::TakenId { line, id });
    }
    let at = asset.actors.len();
    let name = written(&added.name, "name", text)?;
    take(asset, at, name);
    for spelling in added.spellings.iter().chain(&added.abbreviations).chain(&added.short).chain(&added.metonyms) {
        take(asset, at, written(spelling, "spellings", text)?);
    }
    let boxed = |spellings: Vec<Spanned<String>>| spellings.into_iter().map(|spelling| spelling.into_inner().into()).collect();
    asset.actors.push(ActorRecord {
        id: id.into(),
        name: name.into(),
        kind: added.kind,
        description: added.description.into(),
        spellings: boxed(added.spellings),
        abbreviations: boxed(added.abbreviations),
        short: boxed(added.short),
        metonyms: boxed(added.metonyms),
        alone: added.alone,
        offices: added.offices,
        source: added.source.into(),
    });
    Ok(())
}

/// Takes `spelling` from every actor but the one at `at`.
fn take(asset: &mut Asset, at: usize, spelling: &str) {
    let wanted = key(spelling);
    for (_, entry) in asset.actors.iter_mut().enumerate().filter(|(place, _)| *place != at) {
        forget(entry, &wanted);
    }
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

fn position(asset: &Asset, id: &Spanned<String>, key: &'static str, text: &str) -> Result<usize, CorrectionError> {
    let unknown = || CorrectionError::UnknownActor { line: line(text, id.span().start), key, id: id.get_ref().clone() };
    asset.actors.iter().position(|entry| *entry.id == **id.get_ref()).ok_or_else(unknown)
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
