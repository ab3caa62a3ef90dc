//! The house rules that the compiler does not hold: a file imports only lower layers, never in a circle; no terminal library
//! below the screen; no files, clocks or threads where only facts and states live.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The top-level modules from the lowest layer to the highest; within a layer, from left to right.
const LAYERS: [&[&str]; 6] = [
    &["text"],
    &["model"],
    &["config", "analysis", "query", "ingest", "notes", "export", "import"],
    &["app"],
    &["ui"],
    &["runtime", "cli"],
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
    for (name, source) in house.layered().filter(|(name, _)| rank(name).0 == 2 && !readers(name)) {
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
