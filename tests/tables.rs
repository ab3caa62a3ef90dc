//! The tables of `liseuse export-facts` hold what the other commands print, whatever their form; the networks are graphs that hold together.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

fn liseuse(home: &Path, arguments: &[&str]) -> String {
    let mut command = Command::cargo_bin("liseuse").unwrap();
    for (name, folder) in [("DATA", "d"), ("CONFIG", "c"), ("CACHE", "k")] {
        command.env(format!("LISEUSE_{name}_DIR"), home.join(folder));
    }
    let output = command.current_dir(home).args(arguments).assert().success();
    String::from_utf8(output.get_output().stdout.clone()).unwrap()
}

fn records(lines: &str) -> Vec<Value> {
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn rows(folder: &Path, table: &str) -> Vec<Value> {
    records(&fs::read_to_string(folder.join(format!("{table}.jsonl"))).unwrap())
}

/// An archive with hostile words and a copy, in a folder.
fn archive(home: &Path) {
    let text =
        "Barham Salih a reçu, le 3 mai 2020, l'ambassadeur d'Iran à Bagdad. « =1+1 », a-t-il dit ; \"oui\", dit Barham Salih. ";
    let long = "La halle du port rouvre ses portes devant les marchands de la ville et le maire promet un marché chaque samedi. ";
    let lines = [
        serde_json::json!({"title": "Une \"visite\",\n<b>", "date": "2020-05-04", "source": "=L'Étoile & Cie", "text": text}),
        serde_json::json!({"title": "Copie un", "date": "2020-06-01", "source": "Un", "text": format!("{text}{}", long.repeat(12))}),
        serde_json::json!({"title": "Copie deux", "date": "2020-06-02", "source": "Deux", "text": format!("{text}{}", long.repeat(12))}),
    ];
    let lines: Vec<String> = lines.iter().map(Value::to_string).collect();
    fs::write(home.join("press.jsonl"), lines.join("\n")).unwrap();
}

#[test]
fn tables_hold_what_the_commands_print() {
    let home = tempfile::tempdir().unwrap();
    archive(home.path());
    liseuse(home.path(), &["export-facts", "-o", "facts", "--format", "jsonl", "--text", "press.jsonl"]);
    let facts = home.path().join("facts");
    let listed = records(&liseuse(home.path(), &["list", "--format", "json", "press.jsonl"]));
    let articles = rows(&facts, "articles");
    assert_eq!(articles.len(), 3);
    for (row, record) in articles.iter().zip(&listed) {
        for field in ["id", "title", "date", "source", "words", "path", "sha256", "agency", "family", "story", "date_provenance"]
        {
            assert_eq!(row[field], record[field], "{field}");
        }
    }
    let dates = records(&liseuse(home.path(), &["dates", "--format", "json", "press.jsonl"]));
    let told: Vec<_> =
        rows(&facts, "dates").iter().map(|row| (row["article"].clone(), row["start"].clone(), row["value"].clone())).collect();
    assert_eq!(
        told,
        dates.iter().map(|row| (row["article"].clone(), row["start"].clone(), row["value"].clone())).collect::<Vec<_>>()
    );
    let texts: BTreeMap<&str, Vec<char>> =
        articles.iter().map(|row| (row["id"].as_str().unwrap(), row["text"].as_str().unwrap().chars().collect())).collect();
    let mut counted: BTreeMap<String, u64> = BTreeMap::new();
    for mention in rows(&facts, "mentions") {
        let at = |name: &str| usize::try_from(mention[name].as_u64().unwrap()).unwrap();
        let text = &texts[mention["article"].as_str().unwrap()];
        assert_eq!(text[at("start")..at("end")].iter().collect::<String>(), mention["text"].as_str().unwrap());
        assert!(at("sentence_start") <= at("start") && at("end") <= at("sentence_end"), "{mention}");
        *counted.entry(mention["actor"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    let actors = rows(&facts, "actors");
    assert!(
        actors.iter().any(|actor| actor["id"] == "barham-salih" && actor["kind"] == "person" && actor["first"] == "2020-05-04")
    );
    for actor in &actors {
        assert_eq!(
            counted.get(actor["id"].as_str().unwrap()).copied().unwrap_or_default(),
            actor["mentions"].as_u64().unwrap(),
            "{actor}"
        );
    }
    let families = rows(&facts, "families");
    assert_eq!(families.iter().map(|row| row["leads"].as_bool().unwrap()).collect::<Vec<_>>(), [true, false]);
    assert!(
        rows(&facts, "events")
            .iter()
            .any(|event| event["first"] == "2020-05-03" && event["actors"].as_str().unwrap().contains("barham-salih"))
    );
}

#[test]
fn who_is_named_in_a_headline_beside_the_text_has_a_place_in_it() {
    let home = tempfile::tempdir().unwrap();
    let line = serde_json::json!({"title": "Été : Barham Salih reçoit", "text": "La halle rouvre samedi, dit la ville. Barham Salih y sera."});
    fs::write(home.path().join("press.jsonl"), line.to_string()).unwrap();
    liseuse(home.path(), &["export-facts", "-o", "facts", "--format", "jsonl", "press.jsonl"]);
    let mentions = rows(&home.path().join("facts"), "mentions");
    let [above, below] = mentions.as_slice() else { panic!("{mentions:?}") };
    let id = above["article"].as_str().unwrap();
    assert_eq!(
        (&above["text"], &above["headline_start"], &above["headline_end"]),
        (&"Barham Salih".into(), &6.into(), &18.into())
    );
    assert!(["start", "end", "sentence_start", "sentence_end"].iter().all(|column| above[column].is_null()), "{above}");
    assert_eq!(above["id"], format!("{id}@headline.6"));
    assert!(below["headline_start"].is_null() && below["start"] == 38, "{below}");
}

#[test]
fn every_form_has_the_same_rows_and_the_papers_name_every_column() {
    let home = tempfile::tempdir().unwrap();
    archive(home.path());
    for form in ["csv", "jsonl", "parquet"] {
        liseuse(home.path(), &["export-facts", "-o", form, "--format", form, "press.jsonl"]);
    }
    let package: Value = serde_json::from_str(&fs::read_to_string(home.path().join("csv/datapackage.json")).unwrap()).unwrap();
    let page = fs::read_to_string(home.path().join("csv/README.md")).unwrap();
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), 10);
    for resource in resources {
        let name = resource["name"].as_str().unwrap();
        let names: Vec<&str> =
            resource["schema"]["fields"].as_array().unwrap().iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert!(names.iter().all(|column| page.contains(&format!("| `{column}` |"))), "{name}");
        let mut table = csv::Reader::from_path(home.path().join("csv").join(resource["path"].as_str().unwrap())).unwrap();
        assert_eq!(table.headers().unwrap().iter().collect::<Vec<_>>(), names);
        let cells: Vec<Vec<String>> = table.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        let lines = rows(&home.path().join("jsonl"), name);
        let shown = |value: &Value| {
            value.as_str().map_or_else(|| if value.is_null() { String::new() } else { value.to_string() }, str::to_owned)
        };
        let same: Vec<Vec<String>> = lines.iter().map(|row| names.iter().map(|column| shown(&row[*column])).collect()).collect();
        assert_eq!(cells, same, "{name}");
        let bytes = fs::read(home.path().join("parquet").join(format!("{name}.parquet"))).unwrap();
        assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"), "{name}");
    }
    let mut again = Command::cargo_bin("liseuse").unwrap();
    again.current_dir(home.path()).env("LISEUSE_DATA_DIR", home.path().join("d"));
    again.args(["export-facts", "-o", "csv", "press.jsonl"]).assert().code(2);
}

#[test]
fn statements_have_their_speaker_and_figures_their_value() {
    let home = tempfile::tempdir().unwrap();
    let text = "« Le pont sera rouvert avant l’été », a promis Barham Salih. Les travaux coûteront plus de 3,5 millions d’euros.";
    let article = serde_json::json!({"title": "Le pont", "date": "2020-05-04", "source": "Un", "lang": "fr", "text": text});
    fs::write(home.path().join("press.jsonl"), article.to_string()).unwrap();
    liseuse(home.path(), &["export-facts", "-o", "facts", "--format", "jsonl", "press.jsonl"]);
    let facts = home.path().join("facts");
    let [statement] = &*rows(&facts, "statements") else { panic!("one statement") };
    assert_eq!((&statement["text"], &statement["kind"]), (&"Le pont sera rouvert avant l’été".into(), &"direct".into()));
    assert_eq!((&statement["speaker"], &statement["cue"]), (&"barham-salih".into(), &"promis".into()));
    let start = usize::try_from(statement["start"].as_u64().unwrap()).unwrap();
    assert!(text.chars().skip(start).collect::<String>().starts_with("Le pont sera rouvert"), "{start}");
    let [figure] = &*rows(&facts, "figures") else { panic!("one figure") };
    assert_eq!((figure["value"].as_f64(), &figure["counted"]), (Some(3_500_000.0), &"euros".into()));
    assert_eq!(figure["manner"], "at-least");
    let [record] = &*records(&liseuse(home.path(), &["extract", "press.jsonl"])) else { panic!("one record") };
    assert_eq!(record["statements"][0]["speaker"], statement["speaker"]);
    assert_eq!(record["figures"][0]["value"], figure["value"]);
}

#[test]
fn networks_are_graphs_of_those_named_together() {
    let home = tempfile::tempdir().unwrap();
    archive(home.path());
    let gexf = liseuse(home.path(), &["actors", "--format", "gexf", "press.jsonl"]);
    let mut reader = quick_xml::Reader::from_str(&gexf);
    let (mut nodes, mut edges) = (BTreeSet::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(tag) => {
                let of = |name: &str| {
                    let value = tag.attributes().map(Result::unwrap).find(|one| one.key.as_ref() == name).unwrap();
                    value.value.to_string()
                };
                match tag.name().as_ref() {
                    "node" => drop(nodes.insert(of("id"))),
                    "edge" => edges.push([of("source"), of("target"), of("weight")]),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    assert!(edges.iter().all(|[source, target, _]| nodes.contains(source) && nodes.contains(target) && source != target));
    let pair =
        edges.iter().find(|[one, other, _]| one == "barham-salih" && other == "iran" || one == "iran" && other == "barham-salih");
    assert_eq!(pair.unwrap()[2], "3");
    assert!(gexf.contains("start=\"2020-05-01\" end=\"2020-05-31\""));
    let graphml = liseuse(home.path(), &["actors", "--format", "graphml", "--by", "sentence", "press.jsonl"]);
    assert!(graphml.contains("<data key=\"edge_sentences\">3</data>") && graphml.contains("2020-06:2"), "{graphml}");
}
