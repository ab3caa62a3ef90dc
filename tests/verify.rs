//! `liseuse verify` on exported files, true ones and tampered ones, against archives made for the purpose.

#![cfg(test)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use liseuse::notes::anchoring::body::Body;
use liseuse::text::span::Span;
use predicates::str::{contains, is_empty};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

const ARTICLE: &str = "Un sommet à Bagdad\n\nLe président s’est rendu à Bagdad le 3 mars 2020, où l’attendaient douze ministres. Il a parlé de \
    l’État, puis des « frontières ».\n\nLe lendemain, les négociations ont repris sans lui, selon deux personnes présentes.\n";
const OTHER: &str =
    "Le prix du pain\n\nÀ Bassorah, le prix du pain a doublé en trois semaines, disent les boulangers du vieux marché.\n";
const QUOTED: &str = "Le président s’est rendu à Bagdad le 3 mars 2020, où l’attendaient douze ministres.";

fn verify(arguments: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_liseuse"));
    command.env("LC_ALL", "C");
    let nowhere = concat!(env!("CARGO_TARGET_TMPDIR"), "/no-such-folder");
    for name in ["LISEUSE_DATA_DIR", "LISEUSE_CONFIG_DIR", "LISEUSE_CACHE_DIR"] {
        command.env(name, nowhere);
    }
    command.current_dir(folder).arg("verify").args(arguments);
    command
}

fn archive() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("press")).unwrap();
    fs::write(folder.path().join("press/a.txt"), ARTICLE).unwrap();
    fs::write(folder.path().join("press/b.txt"), OTHER).unwrap();
    folder
}

fn hash(text: &str) -> String {
    Sha256::digest(text)
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|half| char::from_digit(half.into(), 16).unwrap())
        .collect()
}

/// A dossier as it is exported, with one quotation for each of `quotations`.
fn dossier(quotations: &[&str]) -> String {
    let mut text = format!(
        "---\n# liseuse:begin head\ntitle: \"Dossier\"\narchive: \"press\"\ngenerator: \"liseuse\"\ntags: []\narticles:\n  - title: \"Un sommet à \
         Bagdad\"\n    source: \"\"\n    path: \"press/a.txt\"\n    sha256: \"{}\"\n# liseuse:end head\n---\n\n# Dossier\n\nI wrote this line.\n\n\
         <!-- liseuse:begin a -->\n## Un sommet à Bagdad\n\npress/a.txt\n",
        hash(ARTICLE)
    );
    for (at, words) in quotations.iter().enumerate() {
        let lines = words.replace('\n', "\n> ");
        let citation = "“Un sommet à Bagdad”, 3 March 2020 · claim";
        write!(text, "\n> {lines}\n\n— {citation} ^h-0{at}\n\nA note, with > signs.\n").unwrap();
    }
    text + "<!-- liseuse:end a -->\n"
}

fn states(file: &str, folder: &Path) -> Vec<Value> {
    let output = verify(&[file, "press", "--format", "json"], folder).output().unwrap();
    String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_true_dossier_is_exact_whatever_its_typography() {
    let folder = archive();
    let other = "Il a parlé de\nl'État, puis des \"frontières\".";
    fs::write(
        folder.path().join("d.md"),
        dossier(&[QUOTED, other, "puis des « frontières ».\n\nLe lendemain, les négociations"]),
    )
    .unwrap();
    verify(&["d.md", "press"], folder.path()).assert().code(0).stdout(contains("3 quotations: 3 exact")).stderr(is_empty());
}

#[test]
fn each_planted_change_is_found_and_no_other() {
    let folder = archive();
    let altered = QUOTED.replace("douze", "deux");
    let planted =
        [QUOTED, &altered, "Le président a ordonné le bombardement de la ville.", "le prix du pain a doublé en trois semaines"];
    fs::write(folder.path().join("d.md"), dossier(&planted)).unwrap();
    let found = states("d.md", folder.path());
    let names: Vec<&str> = found.iter().map(|record| record["state"].as_str().unwrap()).collect();
    assert_eq!(names, ["exact", "altered", "missing", "moved"], "{found:?}");
    let change = |kind: &str| {
        found[1]["difference"].as_array().unwrap().iter().find(|change| change["change"] == kind).unwrap()["text"].clone()
    };
    assert_eq!((change("removed"), change("added")), (json!("deux"), json!("douze")));
    assert_eq!((found[0]["id"].as_str(), found[0]["why"].as_str()), (Some("00"), Some("same text")));
    assert!(found[3]["path"].as_str().unwrap().ends_with("b.txt"));
    verify(&["d.md", "press"], folder.path())
        .assert()
        .code(1)
        .stdout(contains("[-deux-] {+douze+}"))
        .stdout(contains("4 quotations: 1 exact, 1 moved, 1 altered, 1 missing"));
}

#[test]
fn an_article_that_was_renamed_and_edited_is_still_held_against() {
    let folder = archive();
    fs::write(folder.path().join("d.md"), dossier(&[QUOTED])).unwrap();
    fs::rename(folder.path().join("press/a.txt"), folder.path().join("press/z.txt")).unwrap();
    assert_eq!(states("d.md", folder.path())[0]["why"], "same text, another path");
    fs::write(folder.path().join("press/z.txt"), ARTICLE.replace("douze", "treize")).unwrap();
    let found = &states("d.md", folder.path())[0];
    assert_eq!((found["state"].as_str(), found["why"].as_str()), (Some("altered"), Some("same headline")));
}

/// An exported JSON file with the quotation `words` at the place of [`QUOTED`].
fn exported(words: &str) -> String {
    let at = ARTICLE.find(QUOTED).unwrap();
    let mut anchor = Body::new(ARTICLE.trim_end()).anchor(Span::new(at, at + QUOTED.len()));
    words.clone_into(&mut anchor.exact);
    let article = json!({ "sha256": hash(ARTICLE), "path": "press/a.txt", "title": "Un sommet à Bagdad" });
    let target = json!({ "on": "passage", "article": article, "anchor": anchor });
    let annotation = json!({ "id": "01AB", "target": target, "color": "claim", "created": 1, "modified": 1, "tags": [] });
    let section = json!({ "kind": "article", "title": "Un sommet à Bagdad", "url": null, "path": "press/a.txt", "sha256": hash(ARTICLE),
        "annotations": [annotation] });
    json!({ "format": "liseuse-annotations", "version": 1, "sections": [section] }).to_string()
}

#[test]
fn the_words_of_a_json_export_are_checked_not_its_offsets() {
    let folder = archive();
    fs::write(folder.path().join("n.json"), exported(QUOTED)).unwrap();
    verify(&["n.json", "press"], folder.path()).assert().code(0).stdout(contains("1 quotation: 1 exact"));
    fs::write(folder.path().join("n.json"), exported(&QUOTED.replace("douze", "cent"))).unwrap();
    assert_eq!(states("n.json", folder.path())[0]["state"], "altered");
}

#[test]
fn what_cannot_be_checked_is_wrong_use() {
    let folder = archive();
    for (name, text) in
        [("empty.md", ""), ("plain.md", "> No citation\n\nhere.\n"), ("other.json", "{\"a\": 1}"), ("torn.json", "{\"a\"")]
    {
        fs::write(folder.path().join(name), text).unwrap();
        verify(&[name, "press"], folder.path()).assert().code(2).stdout(is_empty()).stderr(contains(name));
    }
    verify(&["absent.md", "press"], folder.path()).assert().code(2).stderr(contains("absent.md"));
    verify(&[], folder.path()).assert().code(2);
}

#[test]
fn quotations_that_cite_nothing_are_counted_as_not_checked() {
    let folder = archive();
    let text = dossier(&[QUOTED]) + "\n> Une phrase que nul n’a dite.\n\nSans source.\n\n> Une autre.\n";
    fs::write(folder.path().join("d.md"), text).unwrap();
    let checked = verify(&["d.md", "press"], folder.path()).assert().code(0).stdout(contains("1 quotation: 1 exact"));
    checked.stderr(contains("2 block quotations have no line that cites their source"));
}
