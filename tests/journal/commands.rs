//! The subcommands that list, go back in, compact, back up and restore notes.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use liseuse::model::annotation::{ArticleKey, Target};
use liseuse::model::property::Property;
use liseuse::notes::action::{Action, FieldChange, NoteSubject};
use liseuse::notes::anchoring::body::Body;
use liseuse::text::span::Span;
use serde_json::Value;

use crate::desk::Desk;

const TEXT: &str = "# Le ministre à Bagdad\n\nLe ministre est arrivé jeudi à Bagdad. Il a rencontré le président.\n\n\
                    La visite a duré deux jours. Les négociations reprendront en mai.\n";

fn liseuse(home: &Path, args: &[&str]) -> Command {
    let mut command = Command::cargo_bin("liseuse").unwrap();
    command.env("LC_ALL", "C");
    for name in ["LISEUSE_CONFIG_DIR", "LISEUSE_CACHE_DIR", "LISEUSE_DATA_DIR"] {
        command.env(name, home.join(name));
    }
    command.env("LISEUSE_DEVICE", "laptop").current_dir(home).args(args);
    command
}

fn json(home: &Path, args: &[&str]) -> Vec<Value> {
    let output = liseuse(home, args).output().unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn said(home: &Path, args: &[&str]) -> String {
    let output = liseuse(home, args).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The folder of the journals.
fn notes(home: &Path) -> std::path::PathBuf {
    home.join("LISEUSE_DATA_DIR/notes")
}

/// An archive of one article in the folder `press`, with `quote` marked in it at the time 1000.
fn marked(home: &Path, quote: &str) -> Action {
    marked_in(home, ("a.md", TEXT), quote)
}

/// As [`marked`], in another article.
fn marked_in(home: &Path, (name, text): (&str, &str), quote: &str) -> Action {
    fs::create_dir_all(home.join("press")).unwrap();
    fs::write(home.join("press").join(name), text).unwrap();
    let article = &json(home, &["list", "--format", "json", &format!("press/{name}")])[0];
    let body = json(home, &["read", "--format", "json", article["id"].as_str().unwrap(), &format!("press/{name}")])[0]["body"]
        .as_str()
        .unwrap()
        .to_owned();
    let at = body.find(quote).unwrap();
    let of = |name: &str| article[name].as_str().unwrap().to_owned();
    let key =
        ArticleKey { sha256: of("sha256"), path: of("path"), url: String::new(), title: of("title"), ..ArticleKey::default() };
    let target = Target::Passage { article: key.into(), anchor: Body::new(&body).anchor(Span::new(at, at + quote.len())) };
    let mut desk = Desk::open(&notes(home), "laptop", 1);
    desk.notes.set_clock(1000);
    desk.notes.open_archive("press-1", vec![home.join("press").to_string_lossy().into_owned()]);
    let id = desk.notes.new_id();
    let fields =
        [Property::Target(Box::new(target)), Property::Color(Some("claim".into())), Property::Note("à vérifier #bagdad".into())];
    let action = desk.notes.record(vec![FieldChange::new(NoteSubject::Annotation(id), fields)]).unwrap();
    desk.keep(&action).unwrap();
    action
}

/// Sets a field of the annotation of `action` at `time`.
fn set(home: &Path, action: &Action, time: u64, field: Property) {
    let mut desk = Desk::open(&notes(home), "laptop", time);
    desk.notes.set_clock(time);
    desk.notes.open_archive("press-1", vec![home.join("press").to_string_lossy().into_owned()]);
    let action = desk.notes.record(vec![FieldChange::new(action.changes[0].of.clone(), [field])]).unwrap();
    desk.keep(&action).unwrap();
}

#[test]
fn annotations_are_found_again_when_the_folder_is_renamed_and_an_article_edited() {
    let home = tempfile::tempdir().unwrap();
    marked(home.path(), "La visite a duré deux jours.");
    let found = json(home.path(), &["notes", "--format", "json", "press"]);
    assert_eq!((found[0]["state"].as_str(), found[0]["tags"][0].as_str()), (Some("exact"), Some("bagdad")));
    fs::rename(home.path().join("press"), home.path().join("journaux")).unwrap();
    let found = json(home.path(), &["notes", "--format", "json", "journaux"]);
    assert_eq!((found[0]["state"].as_str(), found[0]["path"].as_str()), (Some("exact"), Some("journaux/a.md")));
    fs::write(home.path().join("journaux/a.md"), TEXT.replace("jeudi", "jeudi soir, très tard,")).unwrap();
    let found = json(home.path(), &["notes", "--format", "json", "journaux"]);
    assert_eq!((found.len(), found[0]["quote"].as_str()), (1, Some("La visite a duré deux jours.")));
    assert!(["exact", "moved"].contains(&found[0]["state"].as_str().unwrap()), "{found:?}");
}

#[test]
fn an_orphan_is_listed_though_its_folder_has_another_name() {
    let home = tempfile::tempdir().unwrap();
    marked(home.path(), "La visite a duré deux jours.");
    marked_in(home.path(), ("b.md", "# Une autre visite\n\nElle a été reportée sans date.\n"), "reportée");
    fs::rename(home.path().join("press"), home.path().join("journaux")).unwrap();
    fs::remove_file(home.path().join("journaux/a.md")).unwrap();
    let found = json(home.path(), &["notes", "--format", "json", "journaux"]);
    let states: Vec<_> = found.iter().map(|record| record["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["exact", "orphan"]);
}

#[test]
fn annotations_of_another_archive_are_no_orphans_here() {
    let home = tempfile::tempdir().unwrap();
    marked(home.path(), "La visite a duré deux jours.");
    fs::create_dir(home.path().join("other")).unwrap();
    fs::write(home.path().join("other/b.md"), "# Autre chose\n\nRien de tout cela.\n").unwrap();
    liseuse(home.path(), &["notes", "other"]).assert().code(1).stdout("");
}

#[test]
fn the_log_tells_what_was_done_and_restoring_goes_back_to_a_time() {
    let home = tempfile::tempdir().unwrap();
    let action = marked(home.path(), "Il a rencontré le président.");
    set(home.path(), &action, 60_000, Property::Color(Some("doubt".into())));
    set(home.path(), &action, 120_000, Property::Deleted(true));
    let log = said(home.path(), &["notes", "log"]);
    let lines: Vec<&str> = log.lines().collect();
    assert!(lines[1].contains("1970-01-01T00:00:01Z") && lines[1].contains("“Il a rencontré le président.”"), "{log}");
    assert!(lines[3].contains("deleted"), "{log}");
    liseuse(home.path(), &["notes", "press"]).assert().code(1);
    said(home.path(), &["notes", "restore", "--at", "1970-01-01T00:01:00Z"]);
    assert_eq!(json(home.path(), &["notes", "--format", "json", "press"])[0]["color"], "doubt");
    said(home.path(), &["notes", "restore", "--at", "1970-01-01T00:00:01Z"]);
    assert_eq!(json(home.path(), &["notes", "--format", "json", "press"])[0]["color"], "claim");
    assert!(said(home.path(), &["notes", "restore", "--at", "1970-01-01T00:00:01Z"]).contains("nothing was changed"));
    assert_eq!(json(home.path(), &["notes", "log", "--format", "json"]).len(), 5);
    liseuse(home.path(), &["notes", "restore", "--at", "then"]).assert().code(2);
}

#[test]
fn a_backup_brings_all_back_and_takes_nothing_away() {
    let home = tempfile::tempdir().unwrap();
    let action = marked(home.path(), "Il a rencontré le président.");
    said(home.path(), &["backup", "notes.tar.gz"]);
    liseuse(home.path(), &["backup", "notes.tar.gz"]).assert().code(2);
    let path = notes(home.path()).join("press-1/laptop.jsonl");
    let before = fs::read(&path).unwrap();
    fs::remove_dir_all(notes(home.path())).unwrap();
    said(home.path(), &["restore", "notes.tar.gz"]);
    assert_eq!(fs::read(&path).unwrap(), before);
    set(home.path(), &action, 60_000, Property::Note("written since".into()));
    assert!(said(home.path(), &["restore", "notes.tar.gz"]).contains("added 0 lines"));
    assert_eq!(json(home.path(), &["notes", "--format", "json", "press"])[0]["note"], "written since");
    liseuse(home.path(), &["restore", "press/a.md"]).assert().code(2);
}

#[test]
fn the_backups_made_by_themselves_are_listed() {
    let home = tempfile::tempdir().unwrap();
    liseuse(home.path(), &["backup", "--list"]).assert().code(1).stdout("");
    marked(home.path(), "Il a rencontré le président.");
    liseuse::notes::journal::backup::daily::keep(&home.path().join("LISEUSE_DATA_DIR"), "2020-05-16").unwrap();
    let listed = said(home.path(), &["backup", "--list"]);
    assert!(listed.contains("2020-05-16") && listed.contains("notes-2020-05-16.tar.gz"), "{listed}");
    liseuse(home.path(), &["backup"]).assert().code(2);
}

#[test]
fn compaction_drops_overwritten_places_and_sets_damage_aside_and_nothing_else() {
    let home = tempfile::tempdir().unwrap();
    let action = marked(home.path(), "Il a rencontré le président.");
    for at in 2..9 {
        set(home.path(), &action, at * 1000, Property::Draft(Some(format!("draft {at}").into())));
    }
    set(home.path(), &action, 20_000, Property::Color(Some("doubt".into())));
    let path = notes(home.path()).join("press-1/laptop.jsonl");
    let mut text = fs::read_to_string(&path).unwrap();
    text.insert_str(0, "half a line\n");
    fs::write(&path, &text).unwrap();
    let state = Desk::open(&notes(home.path()), "laptop", 5).notes;
    let output = liseuse(home.path(), &["notes", "compact"]).output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("left out: 6; damaged and set aside: 1"), "{told}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("a damaged line is left out"));
    let after = Desk::open(&notes(home.path()), "laptop", 6);
    assert!(after.notes == state && after.damage.is_empty());
    assert_eq!(fs::read_to_string(path.with_extension("aside")).unwrap(), "half a line\n");
    assert_eq!(json(home.path(), &["notes", "log", "--format", "json"]).len(), 3, "the mark, the last draft, the colour");
    let again = said(home.path(), &["notes", "compact"]);
    assert!(again.contains("left out: 0; damaged and set aside: 0"), "{again}");
}

#[test]
fn queries_ask_for_what_is_marked_and_written() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    marked(home, "Il a rencontré le président.");
    let other = marked(home, "La visite a duré deux jours.");
    set(home, &other, 2000, Property::Note("résumé #durée".into()));
    set(home, &other, 3000, Property::Color(Some("doubt".into())));
    fs::write(home.join("press/b.md"), "# Le port de Bassora\n\nLe port a rouvert dimanche.\n").unwrap();
    let titles = |query: &str| {
        let found = liseuse(home, &["list", "-q", query, "--format", "json", "press"]).output().unwrap();
        let text = String::from_utf8(found.stdout).unwrap();
        text.lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap()["title"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    for query in ["tag:bagdad", "has:note", "has:highlight", "note:resume", "color:doubt tag:durée"] {
        assert_eq!(titles(query), ["Le ministre à Bagdad"], "{query}");
    }
    assert_eq!(titles("-has:note"), ["Le port de Bassora"]);
    assert!(titles("is:starred").is_empty() && titles("tag:nothing").is_empty());
    let hits = json(home, &["search", "a", "-q", "has:note", "--format", "json", "press"]);
    assert!(!hits.is_empty() && hits.iter().all(|hit| !hit["sentence"].as_str().unwrap().contains("port")));
    liseuse(home, &["search", "port", "-q", "tag:bagdad", "press"]).assert().code(1);

    let quotes = |query: &str| -> Vec<String> {
        let output = liseuse(home, &["notes", "-q", query, "--format", "json", "press"]).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let quote = |line| serde_json::from_str::<Value>(line).unwrap()["quote"].as_str().unwrap().to_owned();
        text.lines().map(quote).collect()
    };
    assert_eq!(quotes("tag:durée"), ["La visite a duré deux jours."], "the note, not all notes of its article");
    assert_eq!(quotes("color:claim"), ["Il a rencontré le président."]);
    assert_eq!(quotes("has:note ministre").len(), 2);
    assert_eq!(quotes("ministre").len(), 2);
    assert!(quotes("is:orphan").is_empty() && quotes("port has:note").is_empty());
    let dossier = said(home, &["export", "-q", "color:doubt", "press"]);
    assert!(dossier.contains("> La visite a duré deux jours.") && !dossier.contains("> Il a rencontré"), "{dossier}");
    fs::write(home.join("press/a.md"), TEXT.replace("La visite a duré deux jours.", "Rien.")).unwrap();
    assert_eq!((quotes("is:orphan").len(), titles("is:orphan").len()), (1, 1));
}

#[test]
fn checking_finds_a_damaged_line_and_sets_it_aside_when_asked_to() {
    let home = tempfile::tempdir().unwrap();
    marked(home.path(), "ministre");
    let sound = said(home.path(), &["notes", "check"]);
    assert!(sound.contains("1 passages") && sound.ends_with("all sound\n"), "{sound}");
    let journal =
        fs::read_dir(notes(home.path())).unwrap().map(|entry| entry.unwrap().path()).find(|path| path.is_dir()).unwrap();
    let journal = journal.join("laptop.jsonl");
    let whole = fs::read_to_string(&journal).unwrap();
    fs::write(&journal, format!("{{\"damaged\n{whole}")).unwrap();
    let output = liseuse(home.path(), &["notes", "check"]).output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.code() == Some(1) && told.contains("laptop.jsonl, line 1: damaged"), "{told}");
    assert!(fs::read_to_string(&journal).unwrap().starts_with("{\"damaged"), "checking alone changes nothing");
    let mended = said(home.path(), &["notes", "check", "--repair"]);
    assert!(mended.ends_with("all sound\n"), "{mended}");
    assert_eq!(json(home.path(), &["notes", "press", "--format", "json"]).len(), 1);
    let kept = fs::read_dir(journal.parent().unwrap()).unwrap().map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap());
    assert!(kept.into_iter().any(|text| text.contains("{\"damaged")), "nothing is deleted");
}

#[test]
fn notes_on_articles_that_are_all_gone_are_listed_as_missed() {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir_all(home.path().join("press")).unwrap();
    fs::write(home.path().join("press/a.md"), TEXT).unwrap();
    liseuse(home.path(), &["--plain", "press"]).write_stdin("1\nnote article\nà relire\n.\nquit\n").assert().success();
    fs::remove_file(home.path().join("press/a.md")).unwrap();
    let assert = liseuse(home.path(), &["notes", "--format", "json", "press"]).assert().success();
    let found: Value = serde_json::from_slice(&assert.get_output().stdout).unwrap();
    assert_eq!((found["state"].as_str(), found["note"].as_str()), (Some("orphan"), Some("à relire")));
}

#[test]
fn what_is_asked_of_notes_is_answered_without_counts_of_articles() {
    let home = tempfile::tempdir().unwrap();
    marked(home.path(), "La visite a duré deux jours.");
    liseuse(home.path(), &["notes", "-q", "color:claim -tag:brest", "press"]).assert().success().stderr("");
}

#[test]
fn a_damaged_line_of_another_device_is_told_once_with_what_helps_there() {
    let home = tempfile::tempdir().unwrap();
    marked(home.path(), "La visite a duré deux jours.");
    fs::write(notes(home.path()).join("press-1/desk.jsonl"), "half a line\n").unwrap();
    let assert = liseuse(home.path(), &["notes", "press"]).assert().success();
    let told = String::from_utf8(assert.get_output().stderr.clone()).unwrap();
    assert_eq!(told.matches("damaged").count(), 1, "{told}");
    assert!(told.contains("`liseuse notes compact` on desk sets it aside (press-1/desk.jsonl, line 1)"), "{told}");
    liseuse(home.path(), &["list", "press"]).assert().success().stderr("");
    let checked = liseuse(home.path(), &["notes", "check", "--repair"]).assert().code(1);
    let told = String::from_utf8(checked.get_output().stdout.clone()).unwrap();
    assert!(told.contains("are of other devices"), "{told}");
}

#[test]
fn a_backup_is_printed_and_read_back_from_a_pipe_and_a_cut_one_is_told() {
    let home = tempfile::tempdir().unwrap();
    marked(home.path(), "La visite a duré deux jours.");
    let backup = liseuse(home.path(), &["backup", "-"]).assert().success().get_output().stdout.clone();
    assert!(!home.path().join("-").exists());
    fs::remove_dir_all(notes(home.path())).unwrap();
    liseuse(home.path(), &["restore", "-"]).write_stdin(backup.clone()).assert().success();
    assert_eq!(json(home.path(), &["notes", "--format", "json", "press"]).len(), 1);
    let cut = liseuse(home.path(), &["restore", "-"]).write_stdin(&backup[..backup.len() / 2]).assert().code(2);
    let told = String::from_utf8(cut.get_output().stderr.clone()).unwrap();
    assert!(told.contains("the backup is cut off or damaged") && !told.contains("deflate"), "{told}");
}
