//! The plain mode: the whole of the work by lines on a pipe, without a sequence that commands a terminal.

#![cfg(test)]

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::thread;

use assert_cmd::Command;

const BINARY: &str = env!("CARGO_BIN_EXE_liseuse");

/// An archive of two articles, and places for the user's files beside it.
fn desk() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let archive = home.path().join("press");
    fs::create_dir(&archive).unwrap();
    let port = "---\ntitle: Le port de Sète rouvre\nsource: Ouest-Monde\ndate: 2011-03-04\n---\n\nLe port de Sète a rouvert le 3 mars 2011. Les grues \
                ont repris leur travail.\n\nAngela Merkel a salué la reprise. Elle viendra en avril. La ville attend.\n";
    let bridge = "---\ntitle: Un pont fermé\nsource: Le Matin\ndate: 2011-05-06\n---\n\nLe pont de la gare est fermé depuis le 2 mai 2011.\n";
    fs::write(archive.join("port.md"), port).unwrap();
    fs::write(archive.join("pont.md"), bridge).unwrap();
    home
}

fn program(home: &Path, lang: &str) -> Command {
    let mut command = Command::new(BINARY);
    for name in ["LISEUSE_DATA_DIR", "LISEUSE_CONFIG_DIR", "LISEUSE_CACHE_DIR"] {
        command.env(name, home.join(name));
    }
    command.env("LISEUSE_DEVICE", "desk").current_dir(home).args(["--plain", "--lang", lang, "press"]);
    command
}

/// What is said to `lines`, one after the other.
fn said(home: &Path, lang: &str, lines: &[&str]) -> String {
    let output = program(home, lang).write_stdin(lines.join("\n") + "\n").assert().success().get_output().clone();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    let controls: Vec<char> = text.chars().filter(|c| c.is_control() && *c != '\n').collect();
    assert!(controls.is_empty(), "{controls:?} in {text}");
    assert!(!text.chars().any(|c| ('\u{2500}'..'\u{25ff}').contains(&c)), "nothing is drawn: {text}");
    text
}

/// Whether `text` holds all of `parts`, each behind the one before.
fn in_order(text: &str, parts: &[&str]) {
    let mut rest = text;
    for part in parts {
        let Some((_, behind)) = rest.split_once(part) else { panic!("{part:?} is not where it should be in:\n{text}") };
        rest = behind;
    }
}

#[test]
fn an_article_is_found_read_and_searched() {
    let home = desk();
    let text = said(home.path(), "en", &["list", "filter sète", "1", "", "", "", "", "find reprise", "1", "sentences 2", "quit"]);
    in_order(
        &text,
        &[
            "2 articles of 2",
            "1. 2011-03-04, Le port de Sète rouvre, Ouest-Monde",
            "2. 2011-05-06, Un pont fermé, Le Matin",
            "1 article of 2",
            "Open: Le port de Sète rouvre",
            "2 paragraphs",
            "paragraph 1: Le port de Sète a rouvert le 3 mars 2011. Les grues ont repris leur travail.",
            "paragraph 2: Angela Merkel a salué la reprise.",
            "End of the article",
            "“reprise” stands in 1 place",
            "1. paragraph 2: Angela Merkel a salué la reprise.",
            "paragraph 2: Angela Merkel",
            "2.1: Angela Merkel a salué la reprise.",
            "2.3: La ville attend.",
        ],
    );
}

#[test]
fn words_are_marked_noted_exported_and_taken_back() {
    let home = desk();
    let text = said(
        home.path(),
        "en",
        &[
            "open 1",
            "mark 2.1 quote : A note on it. #port",
            "mark \"les grues\" figure",
            "star",
            "marks",
            "note article What it is about.",
            "note day 2011-03-03 The day itself.",
            "note actor \"Angela Merkel\" A chancellor.",
            "notes",
            "export dossier.md",
            "mark 1.1 claim",
            "undo",
            "list",
            "quit",
        ],
    );
    in_order(
        &text,
        &[
            "marked as quote",
            "note kept",
            "marked as figure: “Les grues”",
            "1. paragraph 1: highlight, figure: “Les grues”",
            "2. paragraph 2: highlight, quote: “Angela Merkel a salué la reprise.”; note: A note on it. #port",
            "5 notes of 5",
            "written to dossier.md",
            "marked as claim",
            "undone",
            "1. 2011-03-04, Le port de Sète rouvre, Ouest-Monde, starred, has notes",
        ],
    );
    let dossier = fs::read_to_string(home.path().join("dossier.md")).unwrap();
    for part in ["> Angela Merkel a salué la reprise.", "A note on it.", "What it is about.", "The day itself.", "A chancellor."]
    {
        assert!(dossier.contains(part), "{part} is not in:\n{dossier}");
    }
    assert!(!dossier.contains("> Le port de Sète a rouvert"), "what was taken back is not exported");
    let again = said(home.path(), "en", &["open 1", "", "erase 1", "undo", "marks", "quit"]);
    in_order(
        &again,
        &["starred", "highlight, figure: “Les grues”", "deleted: “Les grues”", "undone", "1. paragraph 1: highlight, figure"],
    );
}

#[test]
fn a_note_of_several_lines_ends_with_a_dot_and_is_a_draft_until_then() {
    let home = desk();
    let text = said(home.path(), "en", &["open 2", "note 1", "First line.", "Second line.", "."]);
    in_order(&text, &["Write the note", "note kept"]);
    let text = said(home.path(), "en", &["open 1", "note 2.2", "It begins"]);
    assert!(!text.contains("note kept"), "{text}");
    let text = said(home.path(), "en", &["notes", "1", "and ends.", ".", "notes"]);
    in_order(
        &text,
        &[
            "2 notes of 2",
            "1. draft, “Elle viendra en avril.”, It begins",
            "note kept",
            "First line. Second line.",
            "It begins and ends.",
        ],
    );
}

#[test]
fn events_actors_and_choices_have_numbers() {
    let home = desk();
    let text = said(home.path(), "en", &["timeline 2011-05", "3", "actors", "2", "cancel", "why", ":sort", "5", "list", "quit"]);
    in_order(
        &text,
        &[
            "3. 2011-05-02: Le pont de la gare est fermé",
            "Open: Un pont fermé",
            "paragraph 1: Le pont de la gare est fermé",
            "2. Angela Merkel, 1 article",
            "Mentioned:",
            "Why this date",
            "Order of the articles",
            "5. outlet",
            "1. 2011-05-06, Un pont fermé",
        ],
    );
}

#[test]
fn sheets_and_comparisons_are_said_line_by_line() {
    let home = desk();
    let text = "La halle de Querval a rouvert mardi devant les marchands de la ville, après deux ans de travaux que la mairie a payés \
                avec la région. Emmanuel Macron était venu en voisin. Le maire a promis un marché chaque samedi, des tarifs plus bas pour les \
                pêcheurs et une ligne de bus de plus vers la gare, qui doit ouvrir avant l'été.";
    for (name, outlet, day, more) in
        [("a", "La Vigie", "2011-03-02", ""), ("b", "L'Écho", "2011-03-03", " Les riverains s'inquiètent du bruit.")]
    {
        let page = format!("---\ntitle: La halle rouvre\nsource: {outlet}\ndate: {day}\n---\n\n{text}{more}\n");
        fs::write(home.path().join(format!("press/{name}.md")), page).unwrap();
    }
    let lines = ["filter halle", "1", "sheet", "3", "compare", "quit"];
    in_order(
        &said(home.path(), "en", &lines),
        &[
            "Open: La halle rouvre",
            "La Vigie, L'Écho, 2011-03-02, 2 articles",
            "Who:",
            ". Emmanuel Macron",
            "paragraph 1: ",
            "La Vigie",
            "words kept; 0 cut, 6 added",
            "passage 1 changed: added “Les riverains s'inquiètent du bruit”",
        ],
    );
}

#[test]
fn what_is_typed_wrongly_is_told_and_nothing_is_done() {
    let home = desk();
    let text = said(
        home.path(),
        "en",
        &[
            "fly",
            "mark 1 quote",
            "open 9",
            "open 1",
            "mark 7 quote",
            "mark 1.9",
            "mark 1 mauve",
            ":fly",
            "filter date:x",
            "help mark",
        ],
    );
    in_order(
        &text,
        &[
            "Error: “fly” is no word here",
            "Error: no article is open",
            "Error: there is no number 9 here",
            "Open: ",
            "Error: the article has 2 paragraphs",
            "Error: paragraph 1 has 2 sentences",
            "Error: there is no colour “mauve”; the colours are claim",
            "Error: there is no command “fly”",
            "Error: ",
            "mark PLACE [COLOUR] [: NOTE]: marks words",
        ],
    );
}

#[test]
fn it_is_all_in_french_with_french_words() {
    let home = desk();
    let text = said(
        home.path(),
        "fr",
        &["liste", "ouvrir 1", "lire 2", "surligner 2.1 quote : Une note.", "etoile", "acteurs", "annuler", "aide", "quitter"],
    );
    in_order(
        &text,
        &[
            "2 articles sur 2",
            "Ouvert\u{a0}: Le port de Sète rouvre",
            "paragraphe 2\u{a0}: Angela Merkel",
            "surligné",
            "2. Angela Merkel, 1 article",
            "annulé",
            "surligner LIEU [COULEUR] [\u{a0}: NOTE]\u{a0}: surligne des mots",
        ],
    );
}

#[test]
fn what_is_said_to_be_kept_survives_a_kill() {
    let home = desk();
    let mut child = std::process::Command::new(BINARY)
        .args(["--plain", "--lang", "en", "press"])
        .current_dir(home.path())
        .env("LISEUSE_DEVICE", "desk")
        .envs(["LISEUSE_DATA_DIR", "LISEUSE_CONFIG_DIR", "LISEUSE_CACHE_DIR"].map(|name| (name, home.path().join(name))))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = std::io::BufReader::new(child.stdout.take().unwrap());
    let typing = thread::spawn(move || {
        std::io::Write::write_all(&mut input, b"open 1\nmark 2.3 claim\n").unwrap();
        input
    });
    let mut line = String::new();
    while !line.contains("marked as claim") {
        line.clear();
        assert!(std::io::BufRead::read_line(&mut output, &mut line).unwrap() > 0, "it ended before it was kept");
    }
    child.kill().unwrap();
    child.wait().unwrap();
    drop(typing.join().unwrap());
    in_order(&said(home.path(), "en", &["open 1", "marks"]), &["highlight, claim: “La ville attend.”"]);
}

#[test]
fn an_unfinished_note_is_told_at_the_start_and_said_when_it_goes_on() {
    let home = desk();
    let text = said(home.path(), "en", &["1", "note article", "première ligne"]);
    in_order(&text, &["Write the note", "The note is not finished; what there is of it is kept."]);
    let text = said(home.path(), "en", &["1", "note article", "deuxième ligne", ".", "notes", "quit"]);
    let told = [
        "Not finished: Note on “",
        "The note goes on behind what there is of it:",
        "première ligne",
        "Write the note",
        "note kept",
    ];
    in_order(&text, &told);
    assert!(text.contains("première ligne deuxième ligne"), "{text}");
    assert!(!said(home.path(), "en", &["quit"]).contains("Not finished"));
}

#[test]
fn what_has_no_key_or_number_here_is_said_so() {
    let home = desk();
    let told = (1..30)
        .map(|day| format!("Le chantier {day} du quai avance, a dit le maire de Sète à la délégation {day}."))
        .collect::<Vec<String>>()
        .concat();
    for (name, outlet) in [("y", "Ouest-Monde"), ("z", "Le Courrier")] {
        let text = format!("---\ntitle: Les quais de Sète\nsource: {outlet}\ndate: 2012-01-02\n---\n\n{told}\n");
        fs::write(home.path().join("press").join(name).with_extension("md"), text).unwrap();
    }
    let text = said(home.path(), "en", &["1", "why", ":sort", "2", "where", "note 1 a word", "quit"]);
    assert!(!text.contains("corrects it: your date goes"), "there is no key for it: {text}");
    assert!(text.contains("order of the articles: date of publication"), "{text}");
    assert!(text.contains("is folded, and has no number"), "{text}");
    assert!(text.contains("note kept · undo undoes"), "{text}");
    let text = said(home.path(), "fr", &["ouvrir 1", "noter 1 un mot", "quitter"]);
    assert!(text.contains("note enregistrée · annuler"), "{text}");
}

#[test]
fn what_is_wrong_with_a_template_is_told_at_the_start() {
    let home = desk();
    let folder = home.path().join("LISEUSE_CONFIG_DIR");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("config.toml"), "[cite]\ntemplate = \"{{ quote\"\n").unwrap();
    let text = said(home.path(), "en", &["quit"]);
    in_order(&text, &["config.toml, [cite], template: not understood", "2 articles of 2"]);
}
