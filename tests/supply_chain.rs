//! What the program is made of keeps to `deny.toml`: licences, packages that are not wanted, and where packages come from. The same as
//! `cargo deny --offline --locked check licenses bans sources`, as far as the lock file and the notices tell, so that it is held where that tool is not
//! at hand.

#![cfg(test)]

use std::fs;
use std::path::Path;

use toml::{Table, Value};

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

fn strings<'a>(value: &'a Value, name: &str) -> Vec<&'a str> {
    let word = |item: &'a Value| item.as_str().or_else(|| item.get(name)?.as_str()).unwrap();
    value.as_array().unwrap().iter().map(word).collect()
}

/// Whether the expression of SPDX lets one choose only licences of `allowed`.
fn is_allowed(expression: &str, allowed: &[&str]) -> bool {
    let all = expression.replace('/', " OR ");
    let is_one = |part: &str| {
        let part = part.trim().trim_start_matches('(').trim_end_matches(')');
        part.split(" OR ").any(|licence| allowed.contains(&licence.trim()))
    };
    all.split(" AND ").all(is_one)
}

#[test]
fn every_licence_is_one_that_is_allowed() {
    let rules: Table = read("deny.toml").parse().unwrap();
    let allowed = strings(&rules["licenses"]["allow"], "name");
    assert!(is_allowed("(MIT OR Nonsense) AND Zlib", &allowed) && !is_allowed("MIT AND GPL-3.0", &allowed));
    let notices = read("THIRD-PARTY.md");
    let rows = notices.lines().filter_map(|line| line.strip_prefix("| ")).filter(|line| !line.starts_with("package "));
    let mut count = 0;
    for row in rows {
        let cells: Vec<&str> = row.split(" | ").collect();
        assert!(is_allowed(cells[2], &allowed), "{row}");
        count += 1;
    }
    assert!(count > 200, "{count}");
}

#[test]
fn no_package_is_denied_and_all_come_from_the_registry_of_cargo() {
    let rules: Table = read("deny.toml").parse().unwrap();
    let denied = strings(&rules["bans"]["deny"], "crate");
    assert!(denied.contains(&"reqwest"));
    let lock: Table = read("Cargo.lock").parse().unwrap();
    let packages = lock["package"].as_array().unwrap();
    for package in packages {
        let name = package["name"].as_str().unwrap();
        assert!(!denied.contains(&name), "{name}");
        let source = package.get("source").map(|source| source.as_str().unwrap());
        // Only the program itself has none.
        assert!(source.map_or(name == "liseuse", |source| source.starts_with("registry+")), "{name}: {source:?}");
        assert_eq!(source.is_some(), package.get("checksum").is_some(), "{name}");
    }
    let mut sources: Vec<&str> = packages.iter().filter_map(|package| package.get("source")?.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    assert_eq!(sources.len(), 1, "{sources:?}");
}
