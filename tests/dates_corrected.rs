//! Corrected publication dates on the command line: kept in the reader's journal, found again for a file that was edited or
//! renamed, and laid over what the program finds.

#![cfg(test)]

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use liseuse::analysis::actors::Gazetteer;
use liseuse::ingest::{Options, Origin, load_all};
use liseuse::model::annotation::ArticleKey;
use liseuse::model::property::Property;
use liseuse::notes::action::{FieldChange, NoteSubject};
use liseuse::notes::anchoring::whole::with_text;
use liseuse::notes::journal::Journal;
use liseuse::notes::journal::disk::SystemDisk;
use liseuse::notes::state::Notes;
use tempfile::TempDir;

const TEXT: &str =
    "Le ministre s'en va\n\nLe ministre des Finances a démissionné lundi devant le Parlement, selon son entourage.\n";

/// Corrects the date of the one article in `press`, or takes the correction back, as the reading room does.
fn correct(press: &Path, data: &Path, said: Option<&str>) {
    let (archive, _) = load_all(&Origin::Paths(vec![press.to_owned()]), &Options::default(), &Gazetteer::default());
    let (_, article) = archive.iter().next().unwrap();
    let mut notes = Notes::new("desk", 1);
    notes.set_clock(1_700_000_000_000);
    notes.open_archive("press", vec![]);
    let mut journal = Journal::new(Box::new(SystemDisk), &data.join("notes"), "desk");
    journal.open(&mut |told| notes.take_in(told));
    let change = FieldChange::new(
        NoteSubject::Article(with_text(ArticleKey::from(article), article.body())),
        [Property::Published(said.map(Into::into))],
    );
    let action = notes.record(vec![change]).unwrap();
    journal.append(&[action], &mut |_| {}).unwrap();
}

fn run(subcommand: &str, press: &Path, data: &Path) -> String {
    let mut command = Command::cargo_bin("liseuse").unwrap();
    command.env("LC_ALL", "C");
    let own = TempDir::new().unwrap();
    command.env("LISEUSE_DATA_DIR", data).env("LISEUSE_CACHE_DIR", own.path()).env("LISEUSE_CONFIG_DIR", own.path());
    let output = command.args([subcommand, "--format", "json"]).arg(press).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_corrected_date_holds_for_every_subcommand_until_it_is_taken_back() {
    let (press, data) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    fs::write(press.path().join("ministre.txt"), TEXT).unwrap();
    let undated = run("dates", press.path(), data.path());
    assert!(undated.contains("XXXX-WXX-1"), "{undated}");
    correct(press.path(), data.path(), Some("2020-08-19"));
    let list = run("list", press.path(), data.path());
    assert!(list.contains(r#""date":"2020-08-19","date_provenance":"user""#), "{list}");
    assert!(run("dates", press.path(), data.path()).contains("2020-08-17"));
    assert!(run("events", press.path(), data.path()).contains(r#""start":"2020-08-17""#));
    correct(press.path(), data.path(), None);
    assert_eq!(run("dates", press.path(), data.path()), undated);
    assert!(!run("list", press.path(), data.path()).contains("user"));
}

#[test]
fn a_correction_survives_an_edited_and_a_renamed_file() {
    let (press, data) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let (file, renamed) = (press.path().join("ministre.txt"), press.path().join("finances.txt"));
    fs::write(&file, TEXT).unwrap();
    correct(press.path(), data.path(), Some("2020-08"));
    fs::rename(&file, &renamed).unwrap();
    assert!(run("list", press.path(), data.path()).contains(r#""date":"2020-08""#), "renamed");
    fs::rename(&renamed, &file).unwrap();
    fs::write(&file, format!("{TEXT}\nUn intérim est prévu.\n")).unwrap();
    assert!(run("list", press.path(), data.path()).contains(r#""date":"2020-08""#), "edited");
    fs::write(
        &file,
        "Le ministre s'en va\n\nUn autre jour, un autre ministre quitte ses fonctions, et nul ne sait encore pourquoi.\n",
    )
    .unwrap();
    assert!(
        !run("list", press.path(), data.path()).contains("2020-08"),
        "overwritten by another article under the same headline"
    );
}
