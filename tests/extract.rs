//! `liseuse extract` gives one record for each line, whatever the lines are; `liseuse join` makes of the records of any partition the
//! archive that one process would have read.

#![cfg(test)]

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::{Value, json};

const NAMES: [&str; 6] = ["Odile Varenne", "Marc Testu", "Ana Lorme", "Louis Perrault", "Jeanne Delcourt", "Paul Hébrard"];
const DAYS: [&str; 4] = ["lundi", "mardi dernier", "le 3 mai 2020", "hier"];

fn liseuse(home: &Path) -> Command {
    let mut command = Command::cargo_bin("liseuse").unwrap();
    for (name, folder) in [("DATA", "d"), ("CONFIG", "c"), ("CACHE", "k")] {
        command.env(format!("LISEUSE_{name}_DIR"), home.join(folder));
    }
    command
}

/// An article of an invented paper: names that no list holds, a line that the page prints under all, now and then a copy.
fn article(number: usize) -> String {
    let told = number - number % 7;
    let (one, other) = (NAMES[told % 6], NAMES[(told / 6 + told) % 6]);
    let text = format!(
        "Le maire {one} a annoncé {} la fermeture de la halle numéro {told}. « Nous rouvrirons en juin 2021 », a dit {other}, \
         président du conseil de la ville, devant les marchands de la place. Barham Salih était attendu à Bagdad.\n\nLes travaux \
         de la rue {told} dureront {} semaines, selon la mairie, qui promet un chantier court et un marché provisoire sur le quai \
         d'en face, où trente étals seront montés dès la fin du mois pour les marchands qui le souhaitent.\n\nAbonnez-vous à la \
         lettre du port\n\nVoir aussi le plan des étals",
        DAYS[told % 4],
        told % 9 + 2
    );
    let mut record = json!({"title": format!("La halle {told} ferme"), "source": "L'Étoile du port", "text": text, "lang": "fr"});
    if !number.is_multiple_of(5) {
        record["date"] = json!(format!("2020-0{}-1{}", number % 9 + 1, number % 10));
    }
    record.to_string()
}

fn lines(count: usize) -> Vec<String> {
    let mut lines: Vec<String> = (0..count).map(article).collect();
    lines[3] = "{\"title\": \"une ligne cassée\"".to_owned();
    lines[9] = "{\"title\": \"sans texte\"}".to_owned();
    lines
}

/// A Parquet file that holds `records`, one a row, plainly: one group of one page.
fn parquet(records: &[&str]) -> Vec<u8> {
    /// An integer in zigzag, seven bits a byte.
    fn integer(value: usize) -> Vec<u8> {
        let (mut left, mut bytes) = (value * 2, Vec::new());
        while left > 127 {
            bytes.push(u8::try_from(left % 128).unwrap() | 128);
            left /= 128;
        }
        bytes.push(u8::try_from(left).unwrap());
        bytes
    }
    let values: Vec<u8> = records
        .iter()
        .flat_map(|record| [&u32::try_from(record.len()).unwrap().to_le_bytes(), record.as_bytes()].concat())
        .collect();
    let (size, rows) = (integer(values.len()), integer(records.len()));
    let head = [&[0x15, 0, 0x15][..], &size, &[0x15], &size, &[0x2C, 0x15], &rows, &[0x15, 0, 0x15, 6, 0x15, 6, 0, 0]].concat();
    let len = integer(head.len() + values.len());
    let column = [
        &[0x15, 12, 0x19, 0x15, 0, 0x19, 0x18, 6][..],
        b"record",
        &[0x15, 0, 0x16],
        &rows,
        &[0x16],
        &len,
        &[0x16],
        &len,
        &[0x26, 8, 0],
    ];
    let group = [&[0x19, 0x1C, 0x26, 8, 0x1C][..], &column.concat(), &[0, 0x16], &len, &[0x16], &rows, &[0]].concat();
    let schema = [&[0x48, 6][..], b"schema", &[0x15, 2, 0, 0x15, 12, 0x25, 0, 0x18, 6], b"record", &[0]].concat();
    let foot = [&[0x15, 2, 0x19, 0x2C][..], &schema, &[0x16], &rows, &[0x19, 0x1C], &group, &[0]].concat();
    let end = u32::try_from(foot.len()).unwrap().to_le_bytes();
    [b"PAR1", &head[..], &values, &foot, &end, b"PAR1"].concat()
}

/// `bytes` packed with gzip.
fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut packed, bytes).unwrap();
    packed.finish().unwrap()
}

fn printed(home: &Path, folder: &Path, arguments: &[&str]) -> String {
    let output = liseuse(home).current_dir(folder).args(arguments).assert().get_output().clone();
    String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
}

#[test]
fn each_line_becomes_a_record_in_its_place() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("press.jsonl"), lines(12).join("\n")).unwrap();
    let output = liseuse(home.path()).current_dir(home.path()).args(["extract", "press.jsonl"]).assert().success();
    let records: Vec<Value> =
        String::from_utf8_lossy(&output.get_output().stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(records.len(), 12);
    assert!(records[3]["error"].as_str().unwrap().starts_with("is not valid JSON"));
    assert_eq!((records[3]["path"].as_str(), records[9]["path"].as_str()), (Some("press.jsonl:4"), Some("press.jsonl:10")));
    let listed = printed(home.path(), home.path(), &["list", "--format", "json", "--no-cache", "press.jsonl"]);
    let listed: Vec<Value> = listed.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    for record in records.iter().filter(|record| record["error"].is_null()) {
        let same = listed.iter().find(|one| one["path"] == record["path"]).unwrap();
        // Only an archive knows of copies.
        assert_eq!(same["id"].as_str().unwrap().split('-').next(), record["id"].as_str());
        for field in ["title", "date", "date_provenance", "source", "lang", "words", "sha256", "date_evidence"] {
            assert_eq!(same[field], record[field], "{field} of {}", record["path"]);
        }
    }
    assert!(records[0]["text"].is_null() && records[0]["mentions"][0]["actor"] == "barham-salih");
}

#[test]
fn spans_count_code_points_and_fields_are_chosen() {
    let home = tempfile::tempdir().unwrap();
    let chosen = ["extract", "--fields", "id,text,mentions,dates,blocks,sketch", "--text", "-"];
    let output = liseuse(home.path()).args(chosen).write_stdin(article(1)).assert().success();
    let record: Value = serde_json::from_slice(&output.get_output().stdout).unwrap();
    let names: Vec<&String> = record.as_object().unwrap().keys().collect();
    assert_eq!(names, ["blocks", "dates", "id", "mentions", "sketch", "text"]);
    let text: Vec<char> = record["text"].as_str().unwrap().chars().collect();
    let words = |span: &Value| {
        let at = |name: &str| usize::try_from(span[name].as_u64().unwrap()).unwrap();
        text[at("start")..at("end")].iter().collect::<String>()
    };
    assert_eq!(words(&record["mentions"][0]), "Barham Salih");
    for date in record["dates"].as_array().unwrap() {
        assert_eq!(words(date), date["text"].as_str().unwrap());
    }
    liseuse(home.path()).args(["extract", "--fields", "nonsense"]).assert().code(2);
    liseuse(home.path()).args(["extract"]).write_stdin("").assert().success().stdout("");
}

#[test]
fn a_headline_beside_the_text_has_places_of_its_own() {
    let home = tempfile::tempdir().unwrap();
    let line = r#"{"title": "Été : Barham Salih reçoit", "text": "La halle rouvre samedi, dit la ville."}"#;
    let fields = ["extract", "--fields", "mentions,headline_mentions", "-"];
    let output = liseuse(home.path()).args(fields).write_stdin(line).assert().success();
    let record: Value = serde_json::from_slice(&output.get_output().stdout).unwrap();
    assert_eq!(record["mentions"], serde_json::json!([]));
    assert_eq!(record["headline_mentions"], serde_json::json!([{"actor": "barham-salih", "start": 6, "end": 18}]));
}

#[test]
fn joined_partitions_open_as_if_one_process_had_read_them() {
    let home = tempfile::tempdir().unwrap();
    let (one, many) = (home.path().join("one"), home.path().join("many"));
    let parts = many.join("parts");
    fs::create_dir_all(&one).unwrap();
    fs::create_dir_all(&parts).unwrap();
    // 20,000 take minutes without optimisation; what they show that ninety do not is that nothing depends on the number.
    let count = if std::env::var_os("LISEUSE_TEST_LONG").is_some() { 20_000 } else { 90 };
    let lines = lines(count);
    fs::write(one.join("press.jsonl"), lines.join("\n") + "\n").unwrap();
    for (number, part) in lines.chunks(count / 3 + 1).enumerate() {
        let output = liseuse(home.path()).args(["extract", "--text"]).write_stdin(part.join("\n")).assert().success();
        let records = String::from_utf8(output.get_output().stdout.clone()).unwrap();
        let (ending, bytes) = match number {
            0 => ("", records.into_bytes()),
            1 => (".gz", packed(records.as_bytes())),
            _ => (".parquet", parquet(&records.lines().collect::<Vec<_>>())),
        };
        fs::write(parts.join(format!("part-{number:05}{ending}")), bytes).unwrap();
    }
    fs::write(parts.join("_SUCCESS"), "").unwrap();
    let told = printed(home.path(), &many, &["join", "-o", "press.jsonl", "parts"]);
    assert!(told.contains(&format!("{count} records joined in press.jsonl: {} articles", count - 2)), "{told}");
    let commands: [&[&str]; 6] = [
        &["list", "--format", "json"],
        &["actors", "--format", "json"],
        &["events", "--format", "json"],
        &["families", "--format", "json"],
        &["stories", "--format", "json"],
        &["search", "étals", "--format", "json"],
    ];
    for command in commands {
        let arguments = [command, &["press.jsonl"]].concat();
        let (alone, joined) = (printed(home.path(), &one, &arguments), printed(home.path(), &many, &arguments));
        assert!(alone.lines().count() > 1, "{command:?}: {alone}");
        assert_eq!(alone, joined, "{command:?}");
    }
    let listed = printed(home.path(), &one, &["actors", "--format", "json", "press.jsonl"]);
    assert!(listed.contains("\"discovered\":true"), "{listed}");
    let first = printed(home.path(), &many, &["list", "--format", "json", "--limit", "1", "press.jsonl"]);
    let id = first.lines().find_map(|line| Some(serde_json::from_str::<Value>(line).ok()?["id"].as_str()?.to_owned())).unwrap();
    let read = ["read", &id, "--format", "json", "press.jsonl"];
    assert_eq!(printed(home.path(), &one, &read), printed(home.path(), &many, &read));
}

#[test]
fn what_cannot_be_joined_is_told_and_nothing_is_written() {
    let home = tempfile::tempdir().unwrap();
    let bare = liseuse(home.path()).args(["extract"]).write_stdin(article(1)).assert().success().get_output().stdout.clone();
    fs::write(home.path().join("bare.jsonl"), bare).unwrap();
    let told = printed(home.path(), home.path(), &["join", "-o", "all.jsonl", "bare.jsonl"]);
    assert!(told.contains("bare.jsonl:1 was extracted without its text"), "{told}");
    fs::write(home.path().join("press.jsonl"), article(1)).unwrap();
    let told = printed(home.path(), home.path(), &["join", "-o", "all.jsonl", "press.jsonl"]);
    assert!(told.contains("press.jsonl:1 is no record"), "{told}");
    fs::write(home.path().join("press.parquet"), parquet(&[&article(1)])).unwrap();
    let told = printed(home.path(), home.path(), &["join", "-o", "all.jsonl", "press.parquet"]);
    assert!(told.contains("press.parquet:1 is no record"), "{told}");
    fs::write(home.path().join("press.parquet"), "PAR1 and nothing else").unwrap();
    let told = printed(home.path(), home.path(), &["join", "-o", "all.jsonl", "press.parquet"]);
    assert!(told.contains("press.parquet: is no whole Parquet file"), "{told}");
    assert!(!home.path().join("all.jsonl").exists());
}

#[test]
fn a_record_that_lies_is_read_like_any_other() {
    let home = tempfile::tempdir().unwrap();
    let output = liseuse(home.path()).args(["extract", "--text"]).write_stdin(article(1)).assert().success();
    let mut record: Value = serde_json::from_slice(&output.get_output().stdout).unwrap();
    record["text"] = json!(format!("\u{1b}[31m{}", record["text"].as_str().unwrap()));
    record["blocks"][0]["end"] = json!(1_000_000);
    fs::write(home.path().join("press.jsonl"), record.to_string()).unwrap();
    let listed = printed(home.path(), home.path(), &["list", "--format", "json", "press.jsonl"]);
    assert!(listed.contains("La halle 0 ferme") && !listed.contains('\u{1b}'), "{listed}");
}
