//! What `liseuse convert` writes reads back as the same articles, and nothing is overwritten unless asked; `liseuse formats`
//! says what files are taken for.

#![cfg(test)]

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use predicates::prelude::PredicateBooleanExt as _;
use serde_json::Value;

const EXPORT: &str = "<!DOCTYPE html><html><body><article><header><span class=\"DocPublicationName\">L'Étoile, no. 7</span><span class=\"DocHeader\">Ville, \
    mardi 9 mars 2021 295 mots, p. 7</span><div class=\"titreArticle\"><p class=\"titreArticleVisu\">La halle * rouvre_</p></div><div \
    class=\"docAuthors\">Ana Lorme</div></header><section><div class=\"DocText\"><p>Portrait|La halle * rouvre_</p><p># La halle a [rouvert] mardi, a dit le maire de la ville.</p>\
    <p>Par Ana Lorme</p><p>1. Les marchands sont là &amp; contents.</p><p>Photo: AFP</p></div></section><footer><div class=\"Doc-LegalInfo\">© 2021 L'Étoile.</div><div \
    class=\"publiC-lblNodoc\">news·20210309·ET·1</div></footer></article><article><header><span class=\"DocPublicationName\">La Vigie</span><span \
    class=\"DocHeader\">mercredi 10 mars 2021 12 mots</span><div class=\"titreArticle\"><p class=\"titreArticleVisu\">Bref</p></div></header><section>\
    <div class=\"DocText\"><p>Une brève du port, sans plus.</p></div></section></article></body></html>";

fn liseuse(home: &Path) -> Command {
    let mut command = Command::cargo_bin("liseuse").unwrap();
    command.env("LC_ALL", "C");
    for (name, folder) in [("DATA", "d"), ("CONFIG", "c"), ("CACHE", "k")] {
        command.env(format!("LISEUSE_{name}_DIR"), home.join(folder));
    }
    command
}

/// The articles of `path`: their fields, and the text that counts.
fn articles(home: &Path, path: &Path) -> Vec<Vec<String>> {
    let listed = liseuse(home).args(["list", "--format", "json"]).arg(path).assert().success();
    let lines = String::from_utf8(listed.get_output().stdout.clone()).unwrap();
    let mut all: Vec<Vec<String>> = lines.lines().map(|line| fields(home, path, &serde_json::from_str(line).unwrap())).collect();
    all.sort();
    all
}

fn fields(home: &Path, path: &Path, record: &Value) -> Vec<String> {
    let names = ["title", "date", "source", "author", "url", "lang", "section", "page", "docid", "credit", "updated"];
    let mut fields: Vec<String> = names.iter().map(|name| record[*name].as_str().unwrap_or_default().to_owned()).collect();
    let id = record["id"].as_str().unwrap();
    let read = liseuse(home).args(["read", id, "--format", "json"]).arg(path).assert().success();
    let whole: Value = serde_json::from_slice(&read.get_output().stdout).unwrap();
    let mut body: Vec<char> = whole["body"].as_str().unwrap().chars().collect();
    for span in whole["furniture"].as_array().unwrap() {
        let at = |name: &str| usize::try_from(span[name].as_u64().unwrap()).unwrap();
        body[at("start")..at("end")].fill(' ');
    }
    fields.push(body.into_iter().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" "));
    fields
}

#[test]
fn what_is_converted_reads_back_the_same() {
    let home = tempfile::tempdir().unwrap();
    let export = home.path().join("export.html");
    fs::write(&export, EXPORT).unwrap();
    let before = articles(home.path(), &export);
    assert_eq!(before.len(), 2);
    for target in ["articles", "all.jsonl"] {
        let target = home.path().join(target);
        liseuse(home.path()).arg("convert").arg(&export).arg("-o").arg(&target).assert().success();
        assert_eq!(articles(home.path(), &target), before, "{}", target.display());
    }
}

#[test]
fn what_is_not_written_is_counted() {
    let home = tempfile::tempdir().unwrap();
    let export = home.path().join("export.html");
    fs::write(&export, EXPORT).unwrap();
    let told = |form: &str, target: &str| {
        let mut command = liseuse(home.path());
        let run =
            command.arg("convert").arg(&export).args(["--format", form, "-o"]).arg(home.path().join(target)).assert().success();
        String::from_utf8(run.get_output().stderr.clone()).unwrap()
    };
    let text = told("jsonl", "all.jsonl");
    assert!(text.contains("left out of 1 article: 5 words of boilerplate, 0 words of readers' comments"), "{text}");
    assert!(!told("bibtex", "all.bib").contains("left out"));
}

#[test]
fn a_day_in_a_headline_is_no_day_of_the_article() {
    let home = tempfile::tempdir().unwrap();
    let titles = ["Le marché aux fleurs du 2021-03-04", "Bilan 20210304 des crues", "Rapport 2021-03, tome 2"];
    let records = titles.iter().map(|title| {
        format!("{}\n", serde_json::json!({"title": title, "text": "Le marché a ouvert sous la pluie, a dit la mairie."}))
    });
    let press = home.path().join("press.jsonl");
    fs::write(&press, records.collect::<String>()).unwrap();
    let before = articles(home.path(), &press);
    assert_eq!(before.len(), titles.len());
    let target = home.path().join("articles");
    liseuse(home.path()).arg("convert").arg(&press).arg("-o").arg(&target).assert().success();
    assert_eq!(articles(home.path(), &target), before);
}

/// What `fields` says of the articles that `form` gives, without their texts when it carries none.
fn told_by(home: &Path, export: &Path, (form, target): (&str, &str), kept: &[&str]) -> Vec<Vec<String>> {
    let target = home.join(target);
    liseuse(home).arg("convert").arg(export).args(["--format", form]).arg("-o").arg(&target).assert().success();
    let listed = liseuse(home).args(["list", "--format", "json", "--no-cache"]).arg(&target).assert().success();
    let lines = String::from_utf8(listed.get_output().stdout.clone()).unwrap();
    let field = |record: &Value, name: &str| record[name].as_str().unwrap_or_default().to_owned();
    let records = lines.lines().map(|line| serde_json::from_str(line).unwrap());
    records.map(|record: Value| kept.iter().map(|name| field(&record, name)).collect()).collect()
}

#[test]
fn bibliographies_and_tei_say_the_same_of_the_articles() {
    let home = tempfile::tempdir().unwrap();
    let export = home.path().join("export.html");
    fs::write(&export, EXPORT).unwrap();
    let kept = ["title", "date", "source", "author", "lang"];
    let before = told_by(home.path(), &export, ("jsonl", "all.jsonl"), &kept);
    assert_eq!(before[0][..4], ["La halle * rouvre_", "2021-03-09", "L'Étoile", "Ana Lorme"]);
    for target in [("bibtex", "all.bib"), ("csl", "all.json"), ("zotero", "all.rdf"), ("tei", "tei")] {
        assert_eq!(told_by(home.path(), &export, target, &kept), before, "{target:?}");
    }
    let tei = liseuse(home.path()).args(["search", "marchands"]).arg(home.path().join("tei")).assert().success();
    assert!(String::from_utf8_lossy(&tei.get_output().stdout).contains("Les marchands sont là & contents."));
}

#[test]
fn corpora_have_a_text_and_its_variables_for_each_article() {
    let home = tempfile::tempdir().unwrap();
    let export = home.path().join("export.html");
    fs::write(&export, EXPORT).unwrap();
    let convert = |form: &str, target: &str| {
        let target = home.path().join(target);
        liseuse(home.path()).arg("convert").arg(&export).args(["--format", form]).arg("-o").arg(&target).assert().success();
        target
    };
    let corpus = fs::read_to_string(convert("iramuteq", "corpus.txt")).unwrap();
    let heads: Vec<&str> = corpus.lines().filter(|line| line.starts_with("****")).collect();
    assert!(heads[0].starts_with("**** *source_l_etoile *date_2021_03_09 *month_2021_03 *lang_fr *id_"), "{heads:?}");
    assert_eq!((heads.len(), corpus.matches('*').count()), (2, heads.iter().map(|line| line.matches('*').count()).sum()));
    let back = told_by(home.path(), &home.path().join("corpus.txt"), ("jsonl", "back.jsonl"), &["date"]);
    assert_eq!(back, [["2021-03-09"], ["2021-03-10"]]);
    let folder = convert("txm", "txm");
    let mut table = csv::Reader::from_path(folder.join("metadata.csv")).unwrap();
    let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    assert_eq!((rows.len(), &rows[0][4]), (2, "L'Étoile"));
    assert!(rows.iter().all(|row| folder.join(format!("{}.txt", &row[0])).exists()));
    let passim = fs::read_to_string(convert("passim", "passim.jsonl")).unwrap();
    let first: Value = serde_json::from_str(passim.lines().next().unwrap()).unwrap();
    assert_eq!((first["series"].as_str(), first["date"].as_str()), (Some("L'Étoile"), Some("2021-03-09")));
    assert!(first["text"].as_str().unwrap().contains("Les marchands"));
}

#[test]
fn a_hyphen_is_standard_output() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("export.html"), EXPORT).unwrap();
    let convert = |more: &[&str]| {
        let mut command = liseuse(home.path());
        command.current_dir(home.path()).args(["convert", "export.html", "-o", "-"]).args(more).assert()
    };
    let lines = String::from_utf8(convert(&[]).success().get_output().stdout.clone()).unwrap();
    assert_eq!(lines.lines().filter(|line| serde_json::from_str::<Value>(line).unwrap()["title"].is_string()).count(), 2);
    convert(&["--format", "markdown"]).code(2).stderr(predicates::str::contains("need a folder"));
    assert!(!home.path().join("-").exists());
}

#[test]
fn nothing_is_overwritten_unless_asked() {
    let home = tempfile::tempdir().unwrap();
    let (export, folder) = (home.path().join("export.html"), home.path().join("articles"));
    fs::write(&export, EXPORT).unwrap();
    let convert = || {
        let mut command = liseuse(home.path());
        command.arg("convert").arg(&export).arg("-o").arg(&folder);
        command
    };
    convert().assert().success();
    let file = fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    fs::write(&file, "mine").unwrap();
    convert().assert().code(2);
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    convert().arg("--force").assert().success();
    assert_ne!(fs::read_to_string(&file).unwrap(), "mine");
}

#[test]
fn formats_says_what_files_are_taken_for() {
    let home = tempfile::tempdir().unwrap();
    let export = home.path().join("export.html");
    fs::write(&export, EXPORT).unwrap();
    let told = liseuse(home.path()).args(["formats", "--format", "json"]).arg(&export).assert().success();
    let record: Value = serde_json::from_slice(&told.get_output().stdout).unwrap();
    assert_eq!((record["format"].as_str(), record["articles"].as_u64()), (Some("Europresse"), Some(2)));
    let dated = record["fields"].as_array().unwrap().iter().find(|field| field["name"] == "date").unwrap();
    assert_eq!(dated["articles"].as_u64(), Some(2));
    let listed = liseuse(home.path()).arg("formats").assert().success();
    let listed = String::from_utf8(listed.get_output().stdout.clone()).unwrap();
    assert!(["Europresse", "Factiva", "LexisNexis", "ProQuest", "TEI", "CSV"].iter().all(|name| listed.contains(name)));
    fs::write(home.path().join("empty.xml"), "<?xml version=\"1.0\"?><svg/>").unwrap();
    liseuse(home.path()).arg("formats").arg(home.path().join("empty.xml")).assert().code(1);
}

#[test]
fn formats_says_which_fields_no_article_shows() {
    let home = tempfile::tempdir().unwrap();
    let record =
        r#"{"title":"Un pont ferme","text":"Le pont de Valmont ferme lundi.","date":"2021-03-09","note":"vu avec la mairie"}"#;
    fs::write(home.path().join("a.json"), record).unwrap();
    fs::write(home.path().join("b.jsonl"), format!("{record}\n{record}\n")).unwrap();
    fs::write(home.path().join("c.csv"), "title,text,note\nUn pont ferme,Le pont ferme lundi.,vu avec la mairie\n").unwrap();
    for (file, records) in [("a.json", 1), ("b.jsonl", 2), ("c.csv", 1)] {
        let told = liseuse(home.path()).args(["formats", "--format", "json"]).arg(home.path().join(file)).assert().success();
        let told: Value = serde_json::from_slice(&told.get_output().stdout).unwrap();
        let unread = serde_json::json!([{"name": "note", "articles": records, "words": 4 * records}]);
        assert_eq!(told["unread"], unread, "{file}");
    }
    let page = liseuse(home.path()).arg("formats").arg(home.path().join("a.json")).assert().success();
    page.stdout(predicates::str::contains("fields that no article shows: note (4 words)"));
}

#[test]
fn an_article_that_is_a_headline_alone_reads_back() {
    let home = tempfile::tempdir().unwrap();
    let export = home.path().join("export.html");
    let long = "Le conseil du port examine lundi les comptes de la halle, puis la question des quais ; ".repeat(10);
    let alone = format!(
        "<article><header><span class=\"DocPublicationName\">La Vigie</span><span class=\"DocHeader\">jeudi 11 mars 2021 9 mots</span>\
         <div class=\"titreArticle\"><p class=\"titreArticleVisu\">{long}</p></div></header><section><div class=\"DocText\"></div></section>\
         <footer><div class=\"Doc-LegalInfo\">© 2021 La Vigie.</div><div class=\"publiC-lblNodoc\">news·20210311·VI·1</div></footer></article>"
    );
    fs::write(&export, EXPORT.replace("</body>", &format!("{alone}</body>"))).unwrap();
    let before = articles(home.path(), &export);
    assert_eq!(before.len(), 3, "{before:?}");
    let target = home.path().join("articles");
    liseuse(home.path()).arg("convert").arg(&export).arg("-o").arg(&target).assert().success();
    assert_eq!(articles(home.path(), &target).len(), 3);
    liseuse(home.path()).arg("list").arg(&target).assert().success().stderr(predicates::str::contains("no text").not());
}
