//! `liseuse set`: facts of articles corrected on the command line, and what every other command then says.

#![cfg(test)]

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use predicates::str::contains;
use serde_json::Value;
use tempfile::TempDir;

struct Home(TempDir);

impl Home {
    fn new() -> Self {
        let home = Self(TempDir::new().unwrap());
        fs::create_dir(home.press()).unwrap();
        for (name, day) in [("a", "lundi"), ("b", "mardi"), ("c", "jeudi")] {
            let text = format!("---\ntitle: Revue de presse\ndate: 2021-03-09\nlang: fr\n---\nLe conseil a voté {day}.\n");
            fs::write(home.press().join(format!("{name}.md")), text).unwrap();
        }
        home
    }

    fn press(&self) -> std::path::PathBuf {
        self.0.path().join("press")
    }

    fn run(&self, args: &[&str]) -> Assert {
        let mut command = Command::cargo_bin("liseuse").unwrap();
        command.env("LC_ALL", "C");
        for variable in ["LISEUSE_DATA_DIR", "LISEUSE_CONFIG_DIR", "LISEUSE_CACHE_DIR"] {
            command.env(variable, self.0.path().join(variable));
        }
        command.args(args).arg(self.press()).assert()
    }

    /// What `list` says of `fact`, file by file.
    fn listed(&self, fact: &str) -> Vec<(String, Value)> {
        let output = self.run(&["list", "--format", "json"]).success().get_output().stdout.clone();
        let output = String::from_utf8(output).unwrap();
        let all = output.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let name = |one: &Value| Path::new(one["path"].as_str().unwrap()).file_name().unwrap().to_string_lossy().into_owned();
        let mut all: Vec<_> = all.map(|one| (name(&one), one[fact].clone())).collect();
        all.sort_by(|one, other| one.0.cmp(&other.0));
        all
    }
}

fn values(listed: Vec<(String, Value)>) -> Vec<Value> {
    listed.into_iter().map(|(_, value)| value).collect()
}

#[test]
fn many_articles_are_corrected_at_once_and_one_after_that() {
    let home = Home::new();
    home.run(&["set", "outlet", "La Gazette", "-q", "title:revue"]).success().stderr(contains("corrected in 3 articles"));
    assert_eq!(values(home.listed("source")), ["La Gazette"; 3]);
    assert_eq!(
        values(home.listed("corrected")),
        [serde_json::json!(["source"]), serde_json::json!(["source"]), serde_json::json!(["source"])]
    );
    home.run(&["set", "headline", "Le vote de mardi", "-q", "text:mardi"]).success().stderr(contains("corrected in 1 article"));
    assert_eq!(values(home.listed("title")), ["Revue de presse", "Le vote de mardi", "Revue de presse"]);
    home.run(&["set", "date", "20 octobre 2011", "-q", "title:vote"]).success();
    assert_eq!(values(home.listed("date")), ["2021-03-09", "2011-10-20", "2021-03-09"]);
    // Nothing is corrected that is so already, and an empty value takes back.
    home.run(&["set", "outlet", "La Gazette", "--all"]).success().stderr(contains("0 articles, 3 of those found are so already"));
    home.run(&["set", "outlet", "La Gazette", "-q", "title:vote"]).success().stderr(contains("1 of those found is so already"));
    home.run(&["set", "outlet", "", "-q", "title:vote"]).success();
    assert_eq!(values(home.listed("source")), [Value::from("La Gazette"), Value::Null, Value::from("La Gazette")]);
}

#[test]
fn a_dry_run_keeps_nothing_and_wrong_use_is_told() {
    let home = Home::new();
    home.run(&["set", "section", "Monde", "--all", "--dry-run"]).success().stderr(contains("would be corrected in 3 articles"));
    assert_eq!(values(home.listed("section")), [Value::Null, Value::Null, Value::Null]);
    home.run(&["set", "section", "Monde"]).code(2).stderr(contains("--all"));
    home.run(&["set", "colour", "red", "--all"]).code(2).stderr(contains("headline"));
    home.run(&["set", "date", "2019-13", "--all"]).code(2).stderr(contains("is no date"));
    home.run(&["set", "section", "Monde", "-q", "title:nothing-like-it"]).code(1).stderr(contains("no article was found"));
    // A value that is no date as a whole, and a variable that is empty in a script.
    for date in ["31 février 2020", "printemps 2020", "vers 2015", "mai 2020 ou juin 2020"] {
        home.run(&["set", "date", date, "--all"]).code(2).stderr(contains("is no date"));
    }
    home.run(&["set", "section", "Monde", "--source", ""]).code(2).stderr(contains("--source names no outlet"));
    home.run(&["set", "section", "Monde", "-q", " "]).code(2).stderr(contains("--all"));
    home.run(&["list", "--source", " "]).code(2).stderr(contains("--source names no outlet"));
    assert_eq!(values(home.listed("section")), [Value::Null, Value::Null, Value::Null]);
}

#[test]
fn the_same_bytes_under_two_paths_are_corrected_each_by_itself() {
    let home = Home::new();
    let text =
        "---\ntitle: Le pont fermé\ndate: 2021-03-09\n---\nL'agence écrit que le pont de la Sarelle sera fermé deux mois.\n";
    for folder in ["matin", "soir"] {
        fs::create_dir(home.press().join(folder)).unwrap();
        fs::write(home.press().join(folder).join("pont.md"), text).unwrap();
    }
    for (outlet, folder) in [("Le Matin", "matin"), ("Le Soir", "soir"), ("Le Matin du Val", "matin")] {
        home.run(&["set", "outlet", outlet, "-q", &format!("file:{folder}")])
            .success()
            .stderr(contains("corrected in 1 article"));
    }
    let outlets = |home: &Home| {
        let output = home.run(&["list", "--format", "json", "-q", "file:pont"]).success().get_output().stdout.clone();
        let all = String::from_utf8(output).unwrap();
        let mut all: Vec<(String, Value)> = all
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap())
            .map(|one| (one["path"].as_str().unwrap().rsplit('/').nth(1).unwrap().to_owned(), one["source"].clone()))
            .collect();
        all.sort_by(|one, other| one.0.cmp(&other.0));
        all
    };
    let told = |matin: &str, soir: &str| vec![(matin.to_owned(), "Le Matin du Val".into()), (soir.to_owned(), "Le Soir".into())];
    assert_eq!(outlets(&home), told("matin", "soir"));
    // The other is gone: what was said of this one stays, and nothing of the other comes to it.
    fs::remove_dir_all(home.press().join("soir")).unwrap();
    assert_eq!(outlets(&home), told("matin", "soir")[..1]);
}
