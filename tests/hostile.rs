//! Every subcommand over stores that others wrote to harm: nothing that commands a terminal or turns what is read comes out of any of them.
//!
//! The subcommands are taken from the program's own help, so that a new one fails here until it has its rows.

#![cfg(test)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use liseuse::model::anchor::Anchor;
use liseuse::model::annotation::{ArticleKey, Target, hexadecimal};
use liseuse::model::property::Property;
use liseuse::notes::action::{FieldChange, NoteSubject};
use liseuse::notes::journal::line;
use liseuse::notes::state::Notes;
use sha2::{Digest as _, Sha256};

/// An escape sequence, one of C1, marks of direction, a title of a terminal.
const EVIL: &str = "\u{1b}[31mX\u{9b}2J\u{202e}Y\u{2066}\u{200f}\u{1b}]0;Z\u{7}\u{7f}";

fn evil(word: &str) -> String {
    format!("{word}{EVIL}")
}

fn is_harmful(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
        || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The subcommands that the program's help lists.
fn subcommands() -> BTreeSet<String> {
    let help = String::from_utf8(Command::cargo_bin("liseuse").unwrap().arg("--help").output().unwrap().stdout).unwrap();
    let listed = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names = listed.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

/// An archive, journals and corrections that say what they should not.
fn stores(home: &Path) {
    let press = home.join("press");
    fs::create_dir_all(&press).unwrap();
    let body = "Le président Emmanuel Macron est arrivé le 3 mars 2020 à Paris. Il a parlé de la réforme devant les députés.";
    let text =
        format!("---\ntitle: \"Titre{EVIL}\"\nsource: Gazette{EVIL}\ndate: 2020-03-04\n---\n\n# Titre{EVIL}\n\n{body}{EVIL}\n");
    fs::write(press.join(evil("a") + ".md"), text).unwrap();
    let other = format!("# Autre titre\n\n{body}\n");
    fs::write(press.join("b.md"), &other).unwrap();
    fs::write(press.join(evil("broken") + ".docx"), b"PK\x03\x04 no archive").unwrap();
    fs::write(press.join(evil("empty") + ".json"), "{\"\x1b[31m\":").unwrap();
    let folder = home.join("LISEUSE_DATA_DIR/notes").join(evil("press"));
    fs::create_dir_all(&folder).unwrap();
    let mut notes = Notes::new(&evil("desk"), 1);
    notes.set_clock(4_000_000_000_000);
    notes.open_archive(&evil("press"), vec![evil("/press")]);
    let key = ArticleKey {
        sha256: evil("a1"),
        path: evil("a.md"),
        url: evil("https://a.example/"),
        title: evil("Titre"),
        ..ArticleKey::default()
    };
    let anchor = Anchor { exact: evil("mots"), prefix: EVIL.into(), suffix: EVIL.into(), ..Anchor::default() };
    let id = notes.new_id();
    let passage = Property::Target(Box::new(Target::Passage { article: key.clone().into(), anchor }));
    let fields = vec![passage, Property::Color(Some(evil("claim").into())), Property::Note((evil("note #tag") + "\n> x").into())];
    let marked = notes.record(vec![FieldChange::new(NoteSubject::Annotation(id), fields)]).unwrap();
    let facts =
        vec![Property::Starred(true), Property::Title(Some(evil("Titre").into())), Property::Source(Some(evil("S").into()))];
    let starred = notes.record(vec![FieldChange::new(NoteSubject::Article(key), facts)]).unwrap();
    // What is said of an article that is here.
    let here = ArticleKey { sha256: hexadecimal(&Sha256::digest(&other)), path: "press/b.md".into(), ..ArticleKey::default() };
    let anchor = Anchor { exact: "Emmanuel Macron".into(), prefix: evil("Le président "), ..Anchor::default() };
    let passage = Property::Target(Box::new(Target::Passage { article: here.clone().into(), anchor }));
    let fields =
        vec![passage, Property::Color(Some(evil("claim").into())), Property::Note((evil("note #tag") + "\n> x &#27;[1m").into())];
    let id = notes.new_id();
    let made = notes.record(vec![FieldChange::new(NoteSubject::Annotation(id), fields)]).unwrap();
    let said = Some(evil("Corrigé").into());
    let facts = [Property::Title, Property::Source, Property::Author, Property::Section, Property::Url]
        .map(|property| property(said.clone()));
    let corrected = notes.record(vec![FieldChange::new(NoteSubject::Article(here), facts)]).unwrap();
    let mut journal: Vec<u8> =
        [marked, starred, made, corrected].iter().flat_map(|action| line::write(action).into_bytes()).collect();
    journal.extend_from_slice(format!("{{\"id\":\"{EVIL}\n").as_bytes());
    fs::write(folder.join(evil("desk") + ".jsonl"), journal).unwrap();
    fs::create_dir_all(home.join("LISEUSE_CONFIG_DIR")).unwrap();
    let mut tar = tar::Builder::new(fs::File::create(home.join(evil("bomb") + ".tar.gz")).unwrap());
    let mut header = tar::Header::new_gnu();
    header.set_size(2);
    tar.append_data(&mut header, evil("notes/x"), &b"{}"[..]).unwrap();
    tar.finish().unwrap();
    fs::write(home.join("dossier.md"), format!("# D{EVIL}\n\n> mots{EVIL} d'ailleurs\n>\n> — “Titre{EVIL}”, `a{EVIL}.md`\n"))
        .unwrap();
    fs::write(home.join("notes.json"), format!("{{\"annotations\":[{{\"id\":\"{EVIL}\",\"note\":\"x\"}}]}}")).unwrap();
}

/// What each subcommand is run with. In `press`, `EVIL` stands for the words that harm.
const RUNS: &[(&str, &[&[&str]])] = &[
    ("list", &[&["press"], &["press", "--format", "json"], &["EVIL"], &["press", "-q", "EVIL"], &["press", "--actor", "EVIL"]]),
    ("read", &[&["EVIL", "press"], &["b", "press"]]),
    (
        "events",
        &[&["press"], &["press", "--format", "json"], &["press", "--format", "ics"], &["press", "--format", "timelinejs"]],
    ),
    ("dates", &[&["press"], &["press", "--format", "json"]]),
    ("actors", &[&["press"], &["press", "--format", "json"]]),
    ("search", &[&["président", "press"], &["président", "press", "--format", "json"], &["EVIL", "press"]]),
    ("families", &[&["press"], &["press", "--format", "json"]]),
    ("stories", &[&["press"], &["press", "--format", "json"]]),
    ("label", &[&["-"], &["EVIL"]]),
    (
        "export",
        &[
            &["press", "--absent"],
            &["press", "--absent", "--format", "json"],
            &["press", "--absent", "--format", "jsonld"],
            &["press", "--absent", "--format", "csv"],
            &["press", "--absent", "--format", "html"],
            &["press", "--absent", "--format", "org"],
            &["press", "-o", "EVIL.md", "--absent"],
        ],
    ),
    ("import", &[&["notes.json", "press"], &["EVIL", "press"]]),
    ("set", &[&["title", "EVIL", "press", "-q", "président"], &["date", "EVIL", "press"]]),
    (
        "case",
        &[
            &["create", "EVIL", "press"],
            &["add", "EVIL", "press", "-q", "président"],
            &["add", "EVIL", "press", "-q", "réforme", "--as-query"],
            &["list", "press"],
            &["list", "press", "--format", "json"],
            &["show", "EVIL", "press"],
            &["export", "EVIL", "press"],
            &["remove", "EVIL", "press"],
            &["show", "b", "press"],
        ],
    ),
    ("formats", &[&["press"], &["press", "--format", "json"]]),
    ("convert", &[&["press", "-o", "EVILout"], &["press", "-o", "out.jsonl"]]),
    ("verify", &[&["dossier.md", "press"], &["dossier.md", "press", "--format", "json"], &["EVIL", "press"]]),
    (
        "notes",
        &[
            &["press"],
            &["press", "--format", "json"],
            &["log"],
            &["log", "--format", "json"],
            &["check"],
            &["compact"],
            &["restore", "--at", "EVIL"],
        ],
    ),
    ("backup", &[&["EVIL.tar.gz"], &["--list"]]),
    ("restore", &[&["bombEVIL.tar.gz"], &["EVIL"]]),
    ("cache", &[&[], &["EVIL"]]),
    ("completions", &[&["bash"], &["EVIL"]]),
    ("man", &[&[], &["EVIL"]]),
    ("help", &[&["list"], &["EVIL"]]),
    ("compare", &[&["a", "b", "press"], &["EVIL", "b", "press"]]),
    ("sheet", &[&["b", "press"], &["EVIL", "press"], &["b", "press", "--format", "json"]]),
    ("extract", &[&["-"], &["press"], &["EVIL"]]),
    ("export-facts", &[&["press", "-o", "facts"], &["press", "-o", "EVILfacts"]]),
    ("join", &[&["EVIL"]]),
    ("ledger", &[&["show"], &["start", "EVIL"], &["show"], &["export"], &["stop"], &["replay", "EVIL"]]),
];

fn check(home: &Path, name: &str, arguments: &[&str]) {
    let mut command = Command::cargo_bin("liseuse").unwrap();
    for variable in ["LISEUSE_CONFIG_DIR", "LISEUSE_CACHE_DIR", "LISEUSE_DATA_DIR"] {
        command.env(variable, home.join(variable));
    }
    command.env("LISEUSE_DEVICE", "laptop").current_dir(home).arg(name);
    command.args(arguments.iter().map(|argument| argument.replace("EVIL", EVIL)));
    let output = command.write_stdin(format!("{{\"text\":\"Le président {EVIL} est arrivé.\"}}\n")).output().unwrap();
    for (which, bytes) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
        let text = String::from_utf8(bytes.clone()).expect("what is printed is UTF-8");
        let harm = text.chars().position(is_harmful);
        assert!(harm.is_none(), "{name} {arguments:?}, {which}, at {harm:?}: {text:?}");
    }
}

#[test]
fn nothing_that_commands_a_terminal_comes_out_of_any_subcommand() {
    let named: BTreeSet<String> = RUNS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let listed = subcommands();
    assert!(listed.len() > 15 && listed.is_subset(&named), "without a row: {:?}", listed.difference(&named));
    let home = tempfile::tempdir().unwrap();
    stores(home.path());
    for (name, runs) in RUNS {
        for arguments in *runs {
            check(home.path(), name, arguments);
        }
    }
    // What stands in the configuration is told when it is wrong.
    for file in ["config.toml", "actors.toml", "keymap.toml"] {
        let path = home.path().join("LISEUSE_CONFIG_DIR").join(file);
        fs::write(&path, format!("\"a{EVIL}\" = \"b{EVIL}\"\n[actors\u{1b}")).unwrap();
        for name in ["list", "actors", "notes"] {
            check(home.path(), name, &["press"]);
        }
        fs::remove_file(&path).unwrap();
    }
    let actors = format!("[[actor]]\nname = \"Emmanuel Macron\\u001b[31m\\u009b\\u202e\"\nkind = \"person{EVIL}\"\n");
    fs::write(home.path().join("LISEUSE_CONFIG_DIR/actors.toml"), actors).unwrap();
    for name in ["list", "actors", "notes"] {
        check(home.path(), name, &["press"]);
    }
}

/// The files in `folder` and below it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let inside = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    inside.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn what_is_written_into_files_holds_nothing_of_the_kind() {
    let home = tempfile::tempdir().unwrap();
    stores(home.path());
    fs::create_dir(home.path().join("out")).unwrap();
    let actors = "[[actor]]\nid = \"em\"\nname = \"Emmanuel Macron\\u001b[31m\\u009b\\u202e\"\nkind = \"person\"\nspellings = [\"Emmanuel Macron\"]\ndescription = \"x\\u001b[1m\"\n";
    fs::write(home.path().join("LISEUSE_CONFIG_DIR/actors.toml"), actors).unwrap();
    let mut written = 0;
    let mut write = |name: &str, arguments: &[&str]| {
        check(home.path(), name, arguments);
        let all = files(&home.path().join("out"));
        assert!(all.len() > written, "{name} {arguments:?} wrote nothing");
        written = all.len();
    };
    for form in ["markdown", "json", "jsonld", "csv", "html", "bibtex", "ris", "csl-json", "org"] {
        write("export", &["press", "--absent", "--format", form, "-o", &format!("out/dossier-{form}")]);
    }
    write("export", &["press", "--absent", "--split", "-o", "out/split"]);
    write("export", &["press", "--absent", "--vault", "out/vault"]);
    for form in ["markdown", "jsonl", "bibtex", "csl", "zotero", "iramuteq", "txm", "tei", "passim"] {
        write("convert", &["press", "--format", form, "-o", &format!("out/converted-{form}")]);
    }
    for form in ["csv", "jsonl", "parquet"] {
        write("export-facts", &["press", "--text", "--format", form, "-o", &format!("out/facts-{form}")]);
    }
    let mut seen = 0;
    for path in files(&home.path().join("out")) {
        let name = path.display().to_string();
        assert!(!name.chars().any(is_harmful), "{name:?}");
        let bytes = fs::read(&path).unwrap();
        // Numbers of a table in columns are any bytes; its words are found between them.
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let harm = if name.ends_with("parquet") { text.find("\u{1b}[31m") } else { text.find(is_harmful) };
        assert!(harm.is_none(), "{name} at {harm:?}: {text:?}");
        seen += usize::from(text.contains("Corrig"));
    }
    assert!(seen > 12, "the corrected headline stands in {seen} files");
}

#[test]
fn an_archive_that_is_joined_holds_nothing_of_the_kind() {
    let home = tempfile::tempdir().unwrap();
    let record = format!(
        "{{\"extract\":1,\"title\":\"Titre\u{9b}2J\u{202e}\",\"text\":\"{}\"}}\n",
        "Le président\u{9b}2J est arrivé. ".repeat(4)
    );
    fs::write(home.path().join("part.jsonl"), record).unwrap();
    check(home.path(), "join", &["-o", "joined.jsonl", "part.jsonl"]);
    let text = fs::read_to_string(home.path().join("joined.jsonl")).unwrap();
    assert!(text.contains("Titre") && !text.chars().any(is_harmful), "{text:?}");
}
