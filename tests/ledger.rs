//! The ledger keeps what commands ask, only when it is on, and tells exactly what differs in another copy of the archive.

#![cfg(test)]

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use serde_json::Value;

fn run(home: &Path, arguments: &[&str]) -> Assert {
    let mut command = Command::cargo_bin("liseuse").unwrap();
    for (name, folder) in [("DATA", "d"), ("CONFIG", "c"), ("CACHE", "k")] {
        command.env(format!("LISEUSE_{name}_DIR"), home.join(folder));
    }
    command.current_dir(home).args(arguments).assert()
}

fn printed(home: &Path, arguments: &[&str]) -> String {
    String::from_utf8(run(home, arguments).success().get_output().stdout.clone()).unwrap()
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::create_dir_all(folder).unwrap();
    fs::write(
        folder.join(name),
        format!("---\ntitle: {name}\ndate: 2020-05-0{}\nsource: L'Étoile\n---\n\n{text}\n", name.len() % 9 + 1),
    )
    .unwrap();
}

fn archive(home: &Path, name: &str) {
    let folder = home.join(name);
    write(&folder, "un.md", "Barham Salih a parlé devant la halle du port, puis il est rentré à la mairie.");
    write(&folder, "deux.md", "La halle du port rouvre ses portes, et les marchands sont contents de la nouvelle.");
    write(&folder, "trois.md", "Barham Salih est attendu mardi au port, selon la mairie de la ville voisine.");
}

fn entries(home: &Path, archive: &str) -> Vec<Value> {
    let output = run(home, &["ledger", "show", "--format", "json", archive]).get_output().stdout.clone();
    String::from_utf8(output).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn only_what_is_asked_while_it_is_on_is_kept() {
    let home = tempfile::tempdir().unwrap();
    archive(home.path(), "press");
    printed(home.path(), &["list", "press"]);
    assert!(!home.path().join("d").exists(), "nothing is written before it is asked for");
    printed(home.path(), &["ledger", "start", "press"]);
    printed(home.path(), &["list", "--actor", "barham-salih", "press"]);
    printed(home.path(), &["actors", "-q", "text:halle sort:title", "press"]);
    run(home.path(), &["list", "-q", "text:nulle-part", "press"]).code(1);
    run(home.path(), &["list", "--actor", "personne de connu", "press"]).code(2);
    printed(home.path(), &["ledger", "stop", "press"]);
    printed(home.path(), &["list", "press"]);
    let kept = entries(home.path(), "press");
    let told: Vec<(&str, u64, u64)> = kept
        .iter()
        .map(|entry| (entry["query"].as_str().unwrap(), entry["found"].as_u64().unwrap(), entry["articles"].as_u64().unwrap()))
        .collect();
    assert_eq!(told, [("actor:barham-salih", 2, 3), ("text:halle sort:title", 2, 3), ("text:nulle-part", 0, 3)]);
    assert_eq!(kept[0]["command"], serde_json::json!(["list", "--actor", "barham-salih", "press"]));
    assert_eq!(kept[0]["fingerprint"].as_str().unwrap().len(), 64);
    assert_eq!(kept[0]["fingerprint"], kept[2]["fingerprint"]);
    printed(home.path(), &["ledger", "delete", "press"]);
    assert!(entries(home.path(), "press").is_empty());
}

#[test]
fn a_search_finds_the_articles_with_its_words_and_the_appendix_is_a_page() {
    let home = tempfile::tempdir().unwrap();
    archive(home.path(), "press");
    printed(home.path(), &["ledger", "start", "press"]);
    printed(home.path(), &["search", "halle du port", "press"]);
    printed(home.path(), &["search", "halle", "-q", "actor:barham-salih", "press"]);
    printed(home.path(), &["set", "headline", "L'été", "-q", "text:contents", "press"]);
    let kept = entries(home.path(), "press");
    let found: Vec<u64> = kept.iter().map(|entry| entry["found"].as_u64().unwrap()).collect();
    assert_eq!(found, [2, 1, 1]);
    let page = printed(home.path(), &["ledger", "export", "press"]);
    assert!(page.contains("\n\n| articles | number | |\n|---|---:|---|\n| in the archive | 3 |"), "{page}");
    assert!(page.contains("facts of 1 article were corrected.\n\n| time |"), "{page}");
    assert!(page.contains(r"| `set headline 'L'\''été' -q text:contents press` | 1 | 3 |"), "{page}");
    fs::write(home.path().join("ledger.json"), printed(home.path(), &["ledger", "export", "--format", "json", "press"])).unwrap();
    write(&home.path().join("press"), "quatre.md", "La halle du port est fermée depuis que la mairie en a la clé.");
    let replayed = run(home.path(), &["ledger", "replay", "ledger.json", "press"]).get_output().stdout.clone();
    let replayed = String::from_utf8(replayed).unwrap();
    let verdicts = replayed.lines().filter_map(|line| line.split_once("  ")).map(|(verdict, _)| verdict);
    let verdicts: Vec<&str> = verdicts.map(|verdict| verdict.split(':').next().unwrap()).collect();
    // What was corrected asks nothing.
    assert_eq!(verdicts, ["differs", "", "same", "not asked"], "{replayed}");
    assert!(replayed.contains("2 -> 3\n  + ") && replayed.contains("1 of 2 questions differ"), "{replayed}");
}

#[test]
fn replaying_tells_exactly_what_differs() {
    let home = tempfile::tempdir().unwrap();
    archive(home.path(), "press");
    archive(home.path(), "other");
    printed(home.path(), &["ledger", "start", "press"]);
    printed(home.path(), &["list", "--actor", "barham-salih", "press"]);
    printed(home.path(), &["list", "-q", "text:contents", "press"]);
    fs::write(home.path().join("ledger.json"), printed(home.path(), &["ledger", "export", "--format", "json", "press"])).unwrap();
    let same = printed(home.path(), &["ledger", "replay", "ledger.json", "other"]);
    assert!(same.contains("0 of 2 questions differ; the archive is the same"), "{same}");
    let gone = entries(home.path(), "press")[0]["identifiers"].clone();
    fs::remove_file(home.path().join("other/un.md")).unwrap();
    write(
        &home.path().join("other"),
        "quatre.md",
        "Barham Salih revient samedi au marché, où il visite les étals des marchands.",
    );
    let output = run(home.path(), &["ledger", "replay", "ledger.json", "other"]).code(1);
    let told = String::from_utf8(output.get_output().stdout.clone()).unwrap();
    let added: Vec<&str> = told.lines().filter(|line| line.starts_with("  +")).collect();
    let lost: Vec<&str> = told.lines().filter(|line| line.starts_with("  -")).collect();
    assert!(added.len() == 1 && added[0].ends_with("quatre.md"), "{told}");
    assert!(lost.len() == 1 && lost[0].ends_with("no longer in the archive"), "{told}");
    assert!(gone.as_array().unwrap().iter().any(|id| lost[0].contains(id.as_str().unwrap())), "{told}");
    assert!(told.contains("1 of 2 questions differ; the archive is another"), "{told}");
    run(home.path(), &["ledger", "replay", "other/deux.md", "other"]).code(2);
}

#[test]
fn the_appendix_counts_what_was_found_and_corrected() {
    let home = tempfile::tempdir().unwrap();
    archive(home.path(), "press");
    printed(home.path(), &["ledger", "start", "press"]);
    printed(home.path(), &["list", "-q", "text:halle", "press"]);
    printed(home.path(), &["set", "outlet", "La Vigie", "press", "-q", "text:contents"]);
    printed(home.path(), &["convert", "press", "-o", "all.jsonl", "-q", "text:mairie"]);
    let page = printed(home.path(), &["ledger", "export", "press"]);
    for line in [
        "| in the archive | 3 |",
        "| found | 3 |",
        "| read | 0 |",
        "| exported | 2 |",
        "facts of 1 article were corrected",
        "`list -q text:halle press`",
    ] {
        assert!(page.contains(line), "{line} in {page}");
    }
}

#[test]
fn a_ledger_that_was_never_kept_is_told_and_nothing_is_said_to_be_done() {
    let home = tempfile::tempdir().unwrap();
    archive(home.path(), "press");
    for arguments in [&["show"] as &[&str], &["export"], &["export", "--format", "json"], &["delete"], &["delete", "--last"]] {
        let all = [&["ledger"], arguments, &["press"]].concat();
        let told = run(home.path(), &all).code(1).get_output().stderr.clone();
        let told = String::from_utf8(told).unwrap();
        assert!(told.contains("has no entry") && !told.contains("takes that back"), "{arguments:?}: {told}");
    }
}

#[test]
fn a_correction_is_not_asked_again_and_an_export_of_nothing_is_none() {
    let home = tempfile::tempdir().unwrap();
    archive(home.path(), "press");
    printed(home.path(), &["ledger", "start", "press"]);
    run(home.path(), &["export", "-o", "dossier.md", "press"]).code(1);
    run(home.path(), &["set", "outlet", "La Gazette", "-q", "title:un.md", "press"]).success();
    let kept = entries(home.path(), "press");
    assert_eq!(kept.iter().map(|entry| entry["command"][0].as_str().unwrap()).collect::<Vec<_>>(), ["set"]);
    let export = printed(home.path(), &["ledger", "export", "--format", "json", "press"]);
    fs::write(home.path().join("ledger.json"), export).unwrap();
    let replayed = printed(home.path(), &["ledger", "replay", "ledger.json", "press"]);
    assert!(replayed.contains("not asked: ") && replayed.contains("0 of 0 questions differ"), "{replayed}");
}

#[test]
fn a_ledger_follows_its_folder_and_no_other() {
    let home = tempfile::tempdir().unwrap();
    archive(home.path(), "press");
    write(&home.path().join("other"), "quatre.md", "Le marché du samedi est fermé, dit la mairie.");
    printed(home.path(), &["ledger", "start", "press"]);
    printed(home.path(), &["list", "-q", "text:halle", "press"]);
    fs::rename(home.path().join("press"), home.path().join("renamed")).unwrap();
    printed(home.path(), &["list", "-q", "text:contents", "renamed"]);
    printed(home.path(), &["list", "-q", "text:mairie", "other"]);
    let queries = |archive: &str| -> Vec<String> {
        entries(home.path(), archive).iter().map(|entry| entry["query"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(queries("renamed"), ["text:halle", "text:contents"]);
    assert!(queries("other").is_empty(), "another folder is none of its business");
    assert!(printed(home.path(), &["ledger", "export", "renamed"]).contains("| found | 2 |"));
    printed(home.path(), &["ledger", "stop", "renamed"]);
    printed(home.path(), &["list", "-q", "text:port", "renamed"]);
    assert_eq!(queries("renamed").len(), 2, "it is off under the new name too");
}

#[test]
fn what_is_asked_of_a_folder_beside_another_stands_in_its_ledger() {
    let home = tempfile::tempdir().unwrap();
    archive(home.path(), "press");
    archive(home.path(), "other");
    printed(home.path(), &["ledger", "start", "press"]);
    printed(home.path(), &["list", "-q", "text:halle", "press", "other"]);
    let kept = entries(home.path(), "press");
    assert_eq!((kept.len(), kept[0]["articles"].as_u64()), (1, Some(6)), "it says of how many articles");
}

#[test]
fn an_article_that_was_read_is_one_and_no_question() {
    let home = tempfile::tempdir().unwrap();
    archive(home.path(), "press");
    let listed = printed(home.path(), &["list", "--format", "json", "press"]);
    let first: Value = serde_json::from_str(listed.lines().next().unwrap()).unwrap();
    printed(home.path(), &["ledger", "start", "press"]);
    printed(home.path(), &["read", first["id"].as_str().unwrap(), "press"]);
    run(home.path(), &["read", "ffffffffffff", "press"]).code(1);
    let kept = entries(home.path(), "press");
    assert_eq!(kept.iter().map(|entry| entry["found"].as_u64().unwrap()).collect::<Vec<_>>(), [1, 0]);
    assert_eq!(kept[0]["identifiers"], serde_json::json!([first["id"]]));
    fs::write(home.path().join("ledger.json"), printed(home.path(), &["ledger", "export", "--format", "json", "press"])).unwrap();
    let replayed = printed(home.path(), &["ledger", "replay", "ledger.json", "press"]);
    assert!(replayed.contains("0 of 0 questions differ"), "{replayed}");
}
