//! Cases: made, filled, shown, exported and taken away on the command line, chosen in queries, and undone like all else.

#![cfg(test)]

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use predicates::prelude::PredicateBooleanExt as _;
use predicates::str::contains;
use serde_json::Value;
use tempfile::TempDir;

struct Home(TempDir);

impl Home {
    /// An archive of three articles, of which `other` is a second archive that names the same actor.
    fn new() -> Self {
        let home = Self(TempDir::new().unwrap());
        for (archive, name, title, body) in [
            ("press", "a", "Le port rouvre", "Angela Merkel a visité le port le 3 mars 2011. Les grues tournent."),
            ("press", "b", "Un pont fermé", "Le pont de la gare est fermé depuis le 2 mai 2011."),
            ("press", "c", "La halle brûle", "Angela Merkel a vu la halle le 4 juin 2011. Le port est loin."),
            ("other", "d", "Un discours", "Angela Merkel a parlé le 3 mars 2011 à Berlin."),
        ] {
            fs::create_dir_all(home.path(archive)).unwrap();
            let text = format!("---\ntitle: {title}\ndate: 2011-07-01\nlang: fr\n---\n\n{body}\n");
            fs::write(home.path(archive).join(format!("{name}.md")), text).unwrap();
        }
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn program(&self) -> Command {
        let mut command = Command::cargo_bin("liseuse").unwrap();
        command.env("LC_ALL", "C").env("LISEUSE_DEVICE", "desk").current_dir(self.0.path());
        for variable in ["LISEUSE_DATA_DIR", "LISEUSE_CONFIG_DIR", "LISEUSE_CACHE_DIR"] {
            command.env(variable, self.path(variable));
        }
        command
    }

    fn run(&self, args: &[&str]) -> Assert {
        self.program().args(args).assert()
    }

    /// Types lines in the plain mode.
    fn say(&self, archive: &str, lines: &[&str]) -> String {
        let assert = self.program().args(["--plain", archive]).write_stdin(lines.join("\n") + "\n").assert().success();
        String::from_utf8(assert.get_output().stdout.clone()).unwrap()
    }

    /// The headlines that a command lists.
    fn titles(&self, args: &[&str]) -> Vec<String> {
        let output = self.program().args(args).args(["--format", "json"]).output().unwrap().stdout;
        let lines = String::from_utf8(output).unwrap();
        lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["title"].as_str().unwrap().to_owned()).collect()
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn a_case_is_made_filled_shown_and_taken_away() {
    let home = Home::new();
    home.run(&["case", "create", "Le port", "press"]).success().stderr(contains("the case Le port is made"));
    home.run(&["case", "create", "le port", "press"]).code(2).stderr(contains("already"));
    home.run(&["case", "add", "Le port", "press", "-q", "title:port"]).success().stderr(contains("1 article put into"));
    home.run(&["case", "add", "Le port", "press", "-q", "text:halle", "--as-query"]).success();
    assert_eq!(home.titles(&["case", "show", "LE PORT", "press"]), ["Le port rouvre", "La halle brûle"]);
    assert_eq!(home.titles(&["list", "press", "-q", "case:\"le port\""]), ["Le port rouvre"], "what was put into it");
    let listed = home.program().args(["case", "list", "press", "--format", "json"]).output().unwrap().stdout;
    let record: Value = serde_json::from_slice(&listed).unwrap();
    assert_eq!(
        (&record["name"], &record["articles"], &record["queries"][0]),
        (&"Le port".into(), &2.into(), &"text:halle".into())
    );
    home.run(&["case", "show", "Le port", "other"]).code(2).stderr(contains("no case"));
    home.run(&["case", "remove", "Le port", "press", "-q", "title:port"]).success().stderr(contains("1 article taken out"));
    assert_eq!(home.titles(&["case", "show", "Le port", "press"]), ["La halle brûle"]);
    home.run(&["case", "remove", "Le port", "press"]).success().stderr(contains("is gone"));
    home.run(&["case", "list", "press"]).code(1);
    let undone = home.say("press", &["undo"]);
    assert!(undone.contains("undone"), "{undone}");
    home.run(&["case", "list", "press"]).success().stdout(contains("Le port"));
}

#[test]
fn notes_belong_to_the_case_they_were_made_in_or_to_all() {
    let home = Home::new();
    home.run(&["case", "add", "Port", "press", "-q", "title:port OR title:halle"]).success();
    home.run(&["case", "add", "Pont", "press", "-q", "title:pont OR title:halle"]).success();
    // The first line of the list picks the case Pont, then Port.
    let said = home.say(
        "press",
        &[
            ":pick-case",
            "2",
            "where",
            "filter halle",
            "1",
            "mark \"la halle\" quote",
            "note day 2011-06-04 Of the case Port.",
            "notes",
            ":pick-case",
            "1",
            "notes",
            ":pick-case",
            "3",
            "filter halle",
            "1",
            "mark \"le port\" claim",
            "notes",
        ],
    );
    assert!(said.contains("the case Port is chosen") && said.contains("2 articles of 3"), "{said}");
    let notes: Vec<&str> = said.lines().filter(|line| line.contains(" notes of ") || line.contains(" note of ")).collect();
    assert_eq!(notes, ["2 notes of 2", "3 notes of 3"], "those of another case are not in it:\n{said}");
    for (case, held, not) in
        [("Port", &["> la halle", "> Le port", "Of the case Port."][..], "nothing"), ("Pont", &["> Le port"][..], "Of the case")]
    {
        let file = format!("{case}.md");
        home.run(&["case", "export", case, "press", "-o", &file]).success();
        let text = read(&home.path(&file));
        assert!(text.contains(&format!("# {case}")), "{text}");
        assert!(held.iter().all(|part| text.contains(part)) && !text.contains(not), "{case}: {text}");
    }
    assert!(!read(&home.path("Pont.md")).contains("> la halle"));
}

#[test]
fn notes_on_actors_and_days_go_no_further_than_their_archive() {
    let home = Home::new();
    home.say("press", &["note actor \"Angela Merkel\" Seen at the port.", "note day 2011-03-03 A day of cranes."]);
    home.run(&["export", "press"]).success().stdout(contains("Seen at the port.").and(contains("A day of cranes.")));
    home.run(&["export", "press", "-q", "title:pont"]).code(1);
    home.run(&["export", "other"]).code(1).stdout(contains("cranes").not());
    home.run(&["notes", "other"]).code(1);
    home.say("other", &["note actor \"Angela Merkel\" A speaker."]);
    home.run(&["export", "other"]).success().stdout(contains("A speaker.").and(contains("Seen at the port.").not()));
    home.run(&["export", "press"]).success().stdout(contains("A speaker.").not());
}

#[test]
fn what_is_wrong_with_a_case_is_told() {
    let home = Home::new();
    home.run(&["case", "show", "Nil", "press"]).code(2).stderr(contains("this archive has no case"));
    home.run(&["case", "create", " ", "press"]).code(2).stderr(contains("a case needs a name"));
    home.run(&["case", "create", "Port", "press"]).success();
    home.run(&["case", "add", "Port", "press"]).code(2).stderr(contains("choose the articles"));
    home.run(&["case", "show", "Nil", "press"]).code(2).stderr(contains("there are Port"));
    home.run(&["case", "export", "Port", "press"]).code(1);
}

#[test]
fn a_name_with_quotation_marks_or_many_spaces_finds_its_articles() {
    let home = Home::new();
    for name in ["Affaire \"X\"", "c:\\dossier", "deux  espaces"] {
        home.run(&["case", "add", name, "press", "-q", "title:port"]).success();
        assert_eq!(home.titles(&["case", "show", name, "press"]), ["Le port rouvre"], "{name}");
    }
    home.run(&["case", "create", &"x".repeat(5000), "press"]).code(2).stderr(contains("at most 200 characters"));
}

#[test]
fn what_changes_nothing_in_a_case_is_told_so() {
    let home = Home::new();
    home.run(&["case", "add", "Port", "press", "-q", "title:zzz"]).code(1).stderr(contains("no article was found"));
    home.run(&["case", "list", "press"]).code(1).stderr(contains("has no case"));
    home.run(&["case", "add", "Port", "press", "-q", "title:port", "--as-query"]).success();
    home.run(&["case", "remove", "Port", "press", "-q", "title:port"]).stderr(contains("its queries find these articles"));
}
