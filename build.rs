//! The build script: packs the list of actors and the catalogues of translations, settles how a release is linked, and sums up the
//! sources that decide what a file gives, so that a cache of another build is told from its own.

use std::collections::hash_map::DefaultHasher;
use std::env;
use std::fs;
use std::hash::{Hash as _, Hasher as _};
use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

#[path = "build/linking.rs"]
mod linking;
#[path = "build/locales.rs"]
mod locales;
#[path = "src/analysis/actors/packed.rs"]
mod packed;

use packed::{FIELD, ITEM, PART, RECORD};

/// Where the list of actors is written.
const ACTORS: &str = "assets/actors";
/// The files of the list, kind by kind. Their order decides between actors that are named equally often.
const LISTS: [&str; 14] = [
    "persons-iraq",
    "persons-iran",
    "persons-america",
    "persons-levant",
    "persons-arabia",
    "persons-africa",
    "persons-turkey",
    "persons-world",
    "armed-groups",
    "parties",
    "institutions",
    "media",
    "organisations",
    "states",
];

/// The lists of words, as they are packed before the actors.
const WORDS: [&str; 8] = [
    "given_names_and_words",
    "names_of_people",
    "abbreviations_that_are_words",
    "before_a_surname",
    "before_a_metonym",
    "between_metonym_and_verb",
    "verbs_of_a_metonym",
    "other_names",
];

/// The fields of an actor, as they are packed: texts, then lists of texts, then the offices.
const TEXTS: [&str; 6] = ["id", "name", "kind", "description", "alone", "source"];
/// See [`TEXTS`].
const TEXT_LISTS: [&str; 5] = ["spellings", "abbreviations", "short", "beside", "metonyms"];
/// See [`TEXTS`].
const OFFICES: &str = "offices";
/// The fields of an office.
const OFFICE: [&str; 3] = ["title", "from", "to"];

/// What the articles of an archive depend on, beside the archive: the layers below the screen, their data, their libraries.
const SOURCES: [&str; 6] = ["src/text", "src/model", "src/analysis", "src/ingest", "assets", "Cargo.lock"];

fn main() -> io::Result<()> {
    let mut files = Vec::new();
    for source in SOURCES {
        println!("cargo:rerun-if-changed={source}");
        collect(Path::new(source), &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
        fs::read(&file)?.hash(&mut hasher);
    }
    println!("cargo:rustc-env=LISEUSE_SOURCES={:016x}", hasher.finish());
    let folder = env::var_os("OUT_DIR").ok_or_else(|| wrong("cargo tells no OUT_DIR"))?;
    let folder = Path::new(&folder);
    linking::settle(folder);
    locales::pack(folder)?;
    fs::write(folder.join("actors"), packed_actors()?)
}

/// The words and the actors of all lists.
fn packed_actors() -> io::Result<String> {
    let read = |name: &str| -> io::Result<Value> {
        let path = Path::new(ACTORS).join(name).with_extension("json");
        Ok(serde_json::from_slice(&fs::read(path)?)?)
    };
    let words = read("words")?;
    let lists = WORDS.iter().map(|name| list(words.get(name).ok_or_else(|| wrong(name))?));
    let mut packed = lists.collect::<io::Result<Vec<String>>>()?.join(&FIELD.to_string());
    let written = fs::read_dir(ACTORS)?.count();
    if written != LISTS.len() + 1 {
        return Err(wrong("a file that is not among those to be packed"));
    }
    for name in LISTS {
        let actors = read(name)?;
        for actor in actors.as_array().ok_or_else(|| wrong(name))? {
            packed.push(RECORD);
            packed.push_str(&record(actor.as_object().ok_or_else(|| wrong(name))?)?);
        }
    }
    Ok(packed)
}

/// The fields of an actor.
fn record(actor: &Map<String, Value>) -> io::Result<String> {
    let is_known = |name: &str| TEXTS.contains(&name) || TEXT_LISTS.contains(&name) || name == OFFICES;
    if let Some(unknown) = actor.keys().find(|name| !is_known(name)) {
        return Err(wrong(unknown));
    }
    let mut fields = Vec::new();
    for name in TEXTS {
        fields.push(actor.get(name).map_or(Ok(String::new()), text)?);
    }
    for name in TEXT_LISTS {
        fields.push(actor.get(name).map_or(Ok(String::new()), list)?);
    }
    let offices = actor.get(OFFICES).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let part = |office: &Value, name: &str| office.get(name).map_or(Ok(String::new()), text);
    let office = |office: &Value| {
        let parts = OFFICE.iter().map(|name| part(office, name)).collect::<io::Result<Vec<String>>>()?;
        Ok(parts.join(&PART.to_string()))
    };
    fields.push(offices.iter().map(office).collect::<io::Result<Vec<String>>>()?.join(&ITEM.to_string()));
    Ok(fields.join(&FIELD.to_string()))
}

/// The texts of a list.
fn list(value: &Value) -> io::Result<String> {
    let texts = value.as_array().ok_or_else(|| wrong("a list"))?.iter().map(text);
    Ok(texts.collect::<io::Result<Vec<String>>>()?.join(&ITEM.to_string()))
}

fn text(value: &Value) -> io::Result<String> {
    let text = value.as_str().ok_or_else(|| wrong("a text"))?;
    if text.contains([RECORD, FIELD, ITEM, PART]) { Err(wrong(text)) } else { Ok(text.to_owned()) }
}

fn wrong(what: &str) -> io::Error {
    io::Error::other(format!("{ACTORS} is not of its format at {what:?}"))
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    // What the program says of articles decides nothing about them.
    if path == Path::new(locales::LOCALES) {
        return Ok(());
    }
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), files)?;
        }
    } else if path.is_file() {
        files.push(path.to_owned());
    }
    Ok(())
}
