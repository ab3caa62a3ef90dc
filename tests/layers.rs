//! The house rules that the compiler does not hold: a file imports only lower layers, never in a circle; no terminal library
//! below the screen; no files, clocks or threads where only facts and states live.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The top-level modules from the lowest layer to the highest; within a layer, from left to right.
const LAYERS: [&[&str]; 6] = [
    &["locale", "text"],
    &["model"],
    &["config", "analysis", "query", "ingest", "notes", "export", "import"],
    &["app"],
    &["ui"],
    &["runtime", "plain", "cli"],
];

/// The files below the screen that may know a terminal library: the text fields of one line and of several.
const TEXT_FIELDS: [&str; 2] = ["app/widget/line_edit", "app/widget/text_edit"];

/// Modules by path (`app/panes/reader`), with the modules they import.
struct House {
    sources: BTreeMap<String, String>,
    imports: BTreeMap<String, BTreeSet<String>>,
}

impl House {
    fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut sources = BTreeMap::new();
        for file in rust_files(&root) {
            let name = file.strip_prefix(&root).unwrap().with_extension("").to_string_lossy().replace('\\', "/");
            sources.insert(name, without_tests_and_comments(&fs::read_to_string(&file).unwrap()));
        }
        let imports = sources.iter().map(|(name, text)| (name.clone(), imports(text, &sources))).collect();
        Self { sources, imports }
    }

    fn layered(&self) -> impl Iterator<Item = (&String, &String)> {
        self.sources.iter().filter(|(name, _)| !matches!(name.as_str(), "lib" | "main"))
    }
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let nested = entries.flat_map(|path| if path.is_dir() { rust_files(&path) } else { vec![path] });
    nested.filter(|path| path.extension().is_some_and(|ending| ending == "rs")).collect()
}

/// The source up to its tests, without comment lines: tests may look anywhere, and comments import nothing.
fn without_tests_and_comments(source: &str) -> String {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The modules that `crate::…` paths of a source lead to, groups in braces included.
fn imports(source: &str, all: &BTreeMap<String, String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in source.match_indices("crate::") {
        for path in unfold(source.split_at(at + "crate::".len()).1) {
            let mut parts: Vec<&str> = path.split("::").map(str::trim).collect();
            while !parts.is_empty() && !all.contains_key(&parts.join("/")) {
                parts.pop();
            }
            if !parts.is_empty() {
                found.insert(parts.join("/"));
            }
        }
    }
    found
}

/// The paths that the head of `text` names: `a::{b, c::d}` as `a::b` and `a::c::d`, a path without braces as itself.
fn unfold(text: &str) -> Vec<String> {
    let head: String = text.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | ':')).collect();
    match text.strip_prefix(head.as_str()).and_then(|rest| rest.strip_prefix('{')) {
        Some(group) => {
            group.split('}').next().unwrap_or_default().split(',').map(|part| format!("{head}{}", part.trim())).collect()
        }
        None => vec![head],
    }
}

fn rank(name: &str) -> (usize, usize) {
    let room = name.split('/').next().unwrap();
    let found = LAYERS.iter().enumerate().find_map(|(layer, rooms)| Some((layer, rooms.iter().position(|one| *one == room)?)));
    found.unwrap_or_else(|| panic!("{name} is in no layer; name its room in LAYERS"))
}

#[test]
fn every_file_imports_only_lower_layers() {
    let house = House::read();
    let mut upward = Vec::new();
    for (name, _) in house.layered() {
        for import in &house.imports[name] {
            if import != "lib" && rank(import) > rank(name) {
                upward.push(format!("{name} imports {import}"));
            }
        }
    }
    assert!(upward.is_empty(), "imports that run upward:\n{}", upward.join("\n"));
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let house = House::read();
    let mut done: BTreeSet<&str> = BTreeSet::new();
    // A module whose imports are all done is done; what is left over stands in a circle or behind one.
    loop {
        let ready = house.layered().map(|(name, _)| name.as_str()).filter(|name| !done.contains(name));
        let free: Vec<&str> = ready
            .filter(|name| {
                house.imports[*name].iter().all(|import| import == name || import == "lib" || done.contains(import.as_str()))
            })
            .collect();
        if free.is_empty() {
            break;
        }
        done.extend(free);
    }
    let left: Vec<String> = house
        .layered()
        .filter(|(name, _)| !done.contains(name.as_str()))
        .map(|(name, _)| {
            format!("{name} -> {:?}", house.imports[name].iter().filter(|to| !done.contains(to.as_str())).collect::<Vec<_>>())
        })
        .collect();
    assert!(left.is_empty(), "files in a circle, or behind one:\n{}", left.join("\n"));
}

/// The room a module lives in: the folder below its layer's module (`ingest/rules/caption` lives in `ingest/rules`). A module that
/// is no folder, and the module a layer begins with, are no rooms.
fn room<'a>(name: &'a str, house: &House) -> Option<&'a str> {
    let end = name.match_indices('/').nth(1).map_or(name.len(), |(at, _)| at);
    let room = name.split_at(end).0;
    (room.contains('/') && house.sources.keys().any(|other| other.starts_with(&format!("{room}/")))).then_some(room)
}

/// Which rooms each room imports from; tests may look anywhere.
fn arrows(house: &House) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut arrows: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (name, _) in house.layered().filter(|(name, _)| !name.ends_with("/tests")) {
        let Some(from) = room(name, house) else { continue };
        let to = house.imports[name].iter().filter_map(|import| room(import, house)).filter(|to| *to != from);
        arrows.entry(from).or_default().extend(to);
    }
    arrows
}

#[test]
fn no_rooms_import_each_other_in_a_circle() {
    let house = House::read();
    let mut left = arrows(&house);
    // A room whose imports are all gone is taken away; what is left over stands in a circle or behind one.
    loop {
        let free: Vec<&str> = left
            .iter()
            .filter(|(_, imports)| imports.iter().all(|import| !left.contains_key(import)))
            .map(|(room, _)| *room)
            .collect();
        if free.is_empty() {
            break;
        }
        left.retain(|room, _| !free.contains(room));
    }
    assert!(left.is_empty(), "rooms in a circle, or behind one:\n{left:#?}");
}

#[test]
fn every_room_says_at_its_door_what_it_is() {
    let house = House::read();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let rooms: BTreeSet<&str> = house.layered().filter_map(|(name, _)| room(name, &house)).collect();
    let layers = ["app/", "ingest/", "notes/", "query/"];
    for room in rooms.iter().filter(|room| layers.iter().any(|layer| room.starts_with(layer))) {
        let door = fs::read_to_string(root.join(room).with_extension("rs")).unwrap();
        assert!(door.lines().take_while(|line| line.starts_with("//!")).count() >= 3, "{room}: its door says too little");
    }
    for layer in ["app", "ingest", "notes", "query"] {
        let flat = house.sources.keys().filter(|name| name.starts_with(&format!("{layer}/")) && name.matches('/').count() == 1);
        let flat: Vec<_> = flat.filter(|name| room(name, &house).is_none()).collect();
        assert!(flat.len() <= 12, "{layer} has files outside its rooms: {flat:?}");
    }
}

#[test]
fn public_types_share_no_name() {
    // `Args` is what every subcommand calls its own, as clap's books do.
    const SHARED: [&str; 1] = ["Args"];
    let mut owners: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let house = House::read();
    for (file, source) in house.layered() {
        for line in source.lines().filter(|line| line.starts_with("pub")) {
            let mut words = line.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty());
            if let Some(name) =
                words.by_ref().find(|word| matches!(*word, "struct" | "enum" | "trait")).and_then(|_| words.next())
            {
                owners.entry(name.to_owned()).or_default().push(file);
            }
        }
    }
    owners.retain(|name, files| files.len() > 1 && !SHARED.contains(&name.as_str()));
    assert!(owners.is_empty(), "types that share a name: {owners:?}");
}

#[test]
fn terminal_libraries_stay_above_the_state() {
    let house = House::read();
    for (name, source) in house.layered().filter(|(name, _)| rank(name).0 < 4) {
        for library in ["ratatui::", "crossterm::"] {
            assert!(!source.contains(library), "{name} knows {library}");
        }
        assert!(
            TEXT_FIELDS.contains(&name.as_str()) || !source.contains("tui_textarea"),
            "{name} knows the text field's library"
        );
    }
}

#[test]
fn facts_and_states_touch_no_files_clocks_or_threads() {
    let house = House::read();
    for (name, source) in house.layered().filter(|(name, _)| matches!(rank(name).0, 0 | 1 | 3)) {
        for outside in [
            "std::fs",
            "std::thread",
            "std::time",
            "std::net",
            "std::process",
            "std::env",
            "rayon::",
            "fs::read",
            "thread::spawn",
        ] {
            assert!(!source.contains(outside), "{name} reaches outside: {outside}");
        }
    }
}

#[test]
fn only_ingest_config_and_notes_touch_files_below_the_state() {
    let house = House::read();
    let readers = |name: &str| ["ingest", "config", "notes"].iter().any(|room| name.starts_with(room));
    // Tests may look anywhere.
    let held = house.layered().filter(|(name, _)| rank(name).0 == 2 && !readers(name) && !name.ends_with("/tests"));
    for (name, source) in held {
        assert!(!source.contains("std::fs") && !source.contains("std::io"), "{name} reads files");
    }
}

#[test]
fn no_glob_imports_no_preludes_no_grab_bags() {
    for (name, source) in House::read().sources {
        assert!(!source.contains("::*;"), "{name} has a glob import");
        let last = name.rsplit('/').next().unwrap();
        assert!(
            !["utils", "util", "helpers", "common", "types", "misc", "prelude", "mod"].contains(&last),
            "{name} names nothing"
        );
    }
}

#[test]
fn every_file_says_what_it_is_and_stays_small() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in rust_files(&root) {
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.starts_with("//! ") || file.ends_with("tests.rs"), "{} does not say what it is", file.display());
        assert!(text.lines().count() <= 400, "{} has {} lines", file.display(), text.lines().count());
    }
}
