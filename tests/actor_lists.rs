//! The files of the list of actors against the list that is packed into the program, which the build script makes of them.

#![cfg(test)]

use std::fs;
use std::path::{Path, PathBuf};

use liseuse::analysis::actors::Gazetteer;
use liseuse::model::actor::ActorIx;
use serde_json::Value;

/// The files by name, the words left out, with what they say.
fn lists() -> Vec<(String, Vec<Value>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/actors");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.file_stem().unwrap() != "words");
    let list = |path: PathBuf| {
        let entries = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        (path.file_stem().unwrap().to_str().unwrap().to_owned(), entries)
    };
    paths.into_iter().map(list).collect()
}

fn texts(entry: &Value, field: &str) -> Vec<String> {
    let all = entry[field].as_array().map(Vec::as_slice).unwrap_or_default();
    all.iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_is_packed_is_what_is_written() {
    let gazetteer = Gazetteer::builtin();
    let table = gazetteer.table();
    let mut packed = 0;
    for (name, entries) in lists() {
        let first = table.by_id(entries[0]["id"].as_str().unwrap()).unwrap().0;
        for (at, entry) in entries.iter().enumerate() {
            let id = entry["id"].as_str().unwrap();
            let actor = table.get(ActorIx(first + u16::try_from(at).unwrap())).unwrap();
            let told = [&*actor.id, &*actor.name, actor.kind.name(), &*actor.description, &*actor.source];
            let written = ["id", "name", "kind", "description", "source"].map(|field| entry[field].as_str().unwrap());
            assert_eq!(told, written, "{name}");
            for spelling in texts(entry, "spellings") {
                assert!(actor.spellings.iter().any(|one| **one == *spelling), "{id}: {spelling}");
            }
            assert_eq!(actor.metonyms.iter().map(ToString::to_string).collect::<Vec<_>>(), texts(entry, "metonyms"), "{id}");
            let offices = entry["offices"].as_array().map(Vec::as_slice).unwrap_or_default();
            let titles: Vec<&str> = offices.iter().map(|office| office["title"].as_str().unwrap()).collect();
            assert_eq!(actor.offices.iter().map(|office| &*office.title).collect::<Vec<_>>(), titles, "{id}");
        }
        packed += entries.len();
    }
    assert_eq!(table.len(), packed);
}

#[test]
fn each_list_holds_its_kinds() {
    for (name, entries) in lists() {
        for entry in entries {
            let at_home = match entry["kind"].as_str().unwrap() {
                "person" => name.starts_with("persons-"),
                "armed-group" => name == "armed-groups",
                "party" => name == "parties",
                "institution" => name == "institutions",
                "media" => name == "media",
                "state" => name == "states",
                "alliance" | "organisation" => name == "organisations",
                _ => false,
            };
            assert!(at_home, "{} stands in {name}", entry["id"]);
        }
    }
}
