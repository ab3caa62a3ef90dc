//! Copies, agencies and labels on the command line, on small archives made for the purpose.

#![cfg(test)]

use std::fs;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

const LEAD: &str = "Le conseil de Valmont a voté mardi la reconstruction du pont de la Sarelle, emporté par la crue de novembre.";
const REST: &str = "Les travaux doivent durer quatorze mois et coûter neuf millions d’euros, dont un tiers à la charge de la région. Une passerelle \
provisoire sera posée avant l’été pour les écoliers de la rive gauche.

L’opposition demandait un tunnel, jugé trop cher par la maire, Anne Rivoire. Elle a rappelé que le pont portait chaque jour six mille voitures \
et deux lignes de cars. Les commerçants du quai, qui ont perdu la moitié de leurs clients, seront indemnisés à partir du mois prochain.

Le chantier commencera par le dégagement des piles, où des troncs se sont accumulés. Des plongeurs inspecteront ensuite le lit de la rivière, \
avant que les poutres, fabriquées à Montclair, ne soient amenées par la voie ferrée. La dernière crue comparable remontait à un demi-siècle.";

fn liseuse(folder: &TempDir, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_liseuse"));
    command.env("LC_ALL", "C");
    for name in ["LISEUSE_DATA_DIR", "LISEUSE_CONFIG_DIR", "LISEUSE_CACHE_DIR"] {
        command.env(name, folder.path().join("none"));
    }
    command.args(arguments);
    command
}

fn records(folder: &TempDir, arguments: &[&str]) -> Vec<Value> {
    let files = folder.path().join("press");
    let mut command = liseuse(folder, arguments);
    command.args(["--format", "json", files.to_str().unwrap()]);
    let output = String::from_utf8(command.output().unwrap().stdout).unwrap();
    output.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// An archive of one report in three papers, and of another one.
fn press() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("press")).unwrap();
    let write = |name: &str, head: &str, title: &str, body: &str| {
        let text = format!("---\ntitle: {title}\ndate: {head}\nsource: {name}\n---\n\n{body}\n");
        fs::write(folder.path().join("press").join(format!("{name}.md")), text).unwrap();
    };
    write("Le Courrier", "2021-03-09", "Valmont aura son pont", &format!("VALMONT (AFP) – {LEAD}\n\n{REST}"));
    write("La Gazette", "2021-03-10", "Le pont de la Sarelle sera reconstruit", &format!("{LEAD}\n\n{REST}"));
    let short: Vec<&str> = REST.split("\n\n").take(2).collect();
    write("Rivebelle Info", "2021-03-10", "Quatorze mois de travaux", &format!("{LEAD}\n\n{}", short.join("\n\n")));
    let other = "Une exposition de cartes anciennes s’ouvre samedi au musée de Montclair. Les visiteurs y verront des plans de ports, des atlas et \
des instruments de mesure prêtés par des collectionneurs. « Rien n’a été restauré », a précisé le conservateur à l’AFP.";
    write("Le Soir de Montclair", "2021-03-11", "Cartes anciennes à Montclair", other);
    folder
}

#[test]
fn copies_stand_under_the_paper_that_printed_first() {
    let folder = press();
    let families = records(&folder, &["families"]);
    let [family] = &*families else { panic!("{families:?}") };
    let sources = |query: &str| -> Vec<String> {
        let rows = records(&folder, &["list", "-q", query]);
        rows.iter().map(|row| row["source"].as_str().unwrap().to_owned()).collect()
    };
    let listed = records(&folder, &["list"]);
    assert_eq!(family["leader"], listed[0]["id"]);
    let relations: Vec<&str> =
        family["articles"].as_array().unwrap().iter().map(|one| one["relation"].as_str().unwrap()).collect();
    assert_eq!(relations, ["copy", "copy", "shortened"]);
    assert_eq!(family["agency"], "AFP");
    let evidence = family["evidence"].as_array().unwrap();
    assert!(evidence.iter().any(|reason| reason["words"].as_str().unwrap().starts_with("Le conseil de Valmont")), "{evidence:?}");
    assert!(evidence.iter().any(|reason| reason["rule"] == "agency in the dateline"), "{evidence:?}");
    assert!(listed[..3].iter().all(|row| row["family"] == listed[0]["id"]) && listed[3]["family"].is_null());
    assert_eq!((&listed[0]["agency"], &listed[3]["agency"]), (&Value::from("AFP"), &Value::Null));
    assert_eq!(sources("copies:>2 is:lead"), ["Le Courrier"]);
    assert_eq!(sources("is:copy"), ["La Gazette", "Rivebelle Info"]);
    assert_eq!(sources("is:lead"), ["Le Courrier", "Le Soir de Montclair"]);
    assert_eq!(sources("agency:afp"), ["Le Courrier"]);
    assert_eq!(sources("agency:\"Agence France-Presse\""), ["Le Courrier"]);
}

#[test]
fn families_are_told_to_people_and_their_absence_by_the_exit_code() {
    let folder = press();
    let files = folder.path().join("press");
    let shown = liseuse(&folder, &["families", files.to_str().unwrap()]).assert().success().get_output().stdout.clone();
    let shown = String::from_utf8(shown).unwrap();
    assert!(shown.starts_with("3 articles, AFP\n") && shown.contains("shortened") && shown.contains("100 %"), "{shown}");
    liseuse(&folder, &["families", "--source", "Le Soir de Montclair", files.to_str().unwrap()]).assert().code(1);
}

#[test]
fn papers_that_report_one_event_make_one_story() {
    let folder = press();
    let own = "Valmont reconstruira le pont de la Sarelle : le conseil a suivi la maire, Anne Rivoire, contre l’avis de l’opposition, qui voulait un \
tunnel. La crue de novembre avait emporté l’ouvrage. Une passerelle provisoire servira aux écoliers, et les poutres viendront de Montclair.";
    let text = format!(
        "---\ntitle: Anne Rivoire gagne la bataille du pont de la Sarelle\ndate: 2021-03-11\nsource: Le Fleuve\n---\n\n{own}\n"
    );
    fs::write(folder.path().join("press/fleuve.md"), text).unwrap();
    let stories = records(&folder, &["stories"]);
    let [bridge, maps] = &*stories else { panic!("{stories:?}") };
    assert_eq!((&bridge["origins"], &bridge["start"], &bridge["end"]), (&2.into(), &"2021-03-09".into(), &"2021-03-11".into()));
    assert_eq!(bridge["articles"].as_array().unwrap().len(), 4);
    assert_eq!(bridge["outlets"], serde_json::json!(["La Gazette", "Le Courrier", "Le Fleuve", "Rivebelle Info"]));
    assert_eq!((&bridge["label"], &maps["origins"]), (&"Valmont aura son pont".into(), &1.into()));
    let last = bridge["articles"][3].as_str().unwrap();
    let listed = records(&folder, &["list", "-q", &format!("story:{}", last.get(..8).unwrap())]);
    assert!(listed.len() == 4 && listed.iter().all(|row| row["story"] == bridge["story"]), "{listed:?}");
    let files = folder.path().join("press");
    let shown = liseuse(&folder, &["stories", files.to_str().unwrap()]).assert().success().get_output().stdout.clone();
    let shown = String::from_utf8(shown).unwrap();
    assert!(shown.starts_with("Valmont aura son pont (4 articles, 2 origins)\n") && !shown.contains("Cartes"), "{shown}");
}

#[test]
fn a_label_comes_out_for_each_line_that_goes_in() {
    let folder = tempfile::tempdir().unwrap();
    let asked = [
        r#"{"text": "The bridge, closed since May, was reopened on Monday.", "lang": "en", "sentence": true}"#,
        r#"{"text": "Le pont, fermé depuis mai, a été rouvert lundi.", "lang": "fr", "sentence": true}"#,
        "",
        r#"{"text": "Le pont a été rouvert lundi.", "lang": "fr"}"#,
    ];
    let output = liseuse(&folder, &["label", "-"]).write_stdin(asked.join("\n")).assert().success().get_output().stdout.clone();
    let lines: Vec<Value> = String::from_utf8(output).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let labels: Vec<&str> = lines.iter().map(|line| line["label"].as_str().unwrap()).collect();
    assert_eq!(labels, ["The bridge was reopened", "Le pont a été rouvert", "Le pont a été rouvert"]);
    assert!(lines.iter().all(|line| line["from"] == "sentence"));
    let wrong = liseuse(&folder, &["label"]).write_stdin("{\"texte\": 1}\n").assert().code(2).get_output().stderr.clone();
    assert!(String::from_utf8(wrong).unwrap().starts_with("liseuse: line 1 is no record with a text"));
    liseuse(&folder, &["label"]).write_stdin("").assert().code(1);
}
