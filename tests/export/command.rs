//! `liseuse export` and `liseuse import`, run as people run them, on a folder of articles made for the purpose.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use quick_xml::events::Event;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A folder of articles and an empty place for the notes.
struct Desk {
    home: TempDir,
}

impl Desk {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let press = home.path().join("press");
        fs::create_dir(&press).unwrap();
        let head =
            |title: &str, url: &str| format!("---\ntitle: {title}\nurl: {url}\ndate: 2020-05-16\nsource: Le Monde\n---\n\n");
        let sommet = "Le président s’est rendu à Bagdad le 3 mars 2020. Il a parlé de l’État.\n\n\
                      Mustafa al-Kadhimi l’a reçu au palais, selon l’agence.\n\nLa visite a duré deux heures.\n";
        fs::write(press.join("sommet.md"), head("Un sommet à Bagdad", "https://example.org/sommet") + sommet).unwrap();
        let eau = "L’eau manque dans le sud du pays depuis le mois de juin.\n\nLes habitants *protestent* [1] # et attendent.\n";
        fs::write(press.join("eau.md"), head("L’eau du sud", "https://example.org/eau") + eau).unwrap();
        Self { home }
    }

    /// One with highlights and notes in both articles, taken from Hypothesis.
    fn noted() -> Self {
        let desk = Self::new();
        desk.import("import.json", &hypothesis().to_string(), "notes").success();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// The program with its notes in the folder `data`.
    fn run(&self, data: &str, arguments: &[&str]) -> assert_cmd::assert::Assert {
        let mut command = Command::new(env!("CARGO_BIN_EXE_liseuse"));
        command.env("LC_ALL", "C");
        for name in ["LISEUSE_CONFIG_DIR", "LISEUSE_CACHE_DIR"] {
            command.env(name, self.path("nothing"));
        }
        command.env("LISEUSE_DATA_DIR", self.path(data)).env("LISEUSE_DEVICE", "desk");
        command.current_dir(self.home.path()).args(arguments).assert()
    }

    fn import(&self, name: &str, text: &str, data: &str) -> assert_cmd::assert::Assert {
        fs::write(self.path(name), text).unwrap();
        self.run(data, &["import", name, "press"])
    }

    fn export(&self, data: &str, arguments: &[&str]) -> String {
        let assert = self.run(data, &[&["export", "press"], arguments].concat()).success();
        String::from_utf8(assert.get_output().stdout.clone()).unwrap()
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }
}

fn hypothesis() -> Value {
    let one = |id: &str, page: &str, quote: &str, note: &str, tags: &[&str]| {
        let quote = json!({ "type": "TextQuoteSelector", "exact": quote, "prefix": "", "suffix": "" });
        json!({
            "id": id, "uri": format!("https://example.org/{page}"), "text": note, "tags": tags,
            "created": "2021-02-03T04:05:06.789123+00:00", "updated": "2021-02-04T00:00:00+00:00",
            "target": [{ "source": "x", "selector": [{ "type": "RangeSelector" }, quote] }],
            "document": { "title": ["Page"] }
        })
    };
    let mut answer = one("r", "sommet", "", "I agree", &[]);
    answer["references"] = json!(["a"]);
    json!({ "export_date": "2024", "annotations": [
        one("b", "sommet", "La visite a duré deux heures.", "", &[]),
        one("a", "sommet", "Mustafa al-Kadhimi l’a reçu au palais", "To *check* #claim", &["figure"]),
        one("c", "eau", "Les habitants", "", &[]),
        one("p", "sommet", "", "About the whole page", &[]),
        one("x", "elsewhere", "Nothing here", "", &[]),
        answer
    ] })
}

fn stderr(assert: &assert_cmd::assert::Assert) -> String {
    String::from_utf8_lossy(&assert.get_output().stderr).into_owned()
}

#[test]
fn a_hyphen_is_standard_output_and_no_file_of_that_name() {
    let desk = Desk::noted();
    assert_eq!(desk.export("notes", &["-o", "-", "--format", "json"]), desk.export("notes", &["--format", "json"]));
    assert_eq!(desk.export("notes", &["-o", "-"]), desk.export("notes", &[]));
    desk.run("notes", &["export", "press", "-o", "-", "--split"]).code(2);
    assert!(!desk.path("-").exists());
}

#[test]
fn hypothesis_is_imported_once() {
    let desk = Desk::new();
    let first = stderr(&desk.import("h.json", &hypothesis().to_string(), "notes").success());
    assert!(first.contains("4 taken, 0 known already, 1 without an article here") && first.contains("1 passed over"), "{first}");
    assert!(first.contains("no article for “Page” https://example.org/elsewhere"), "{first}");
    let second = stderr(&desk.import("h.json", &hypothesis().to_string(), "notes").success());
    assert!(second.contains("0 taken, 4 known already"), "{second}");
    let own: Value = serde_json::from_str(&desk.export("notes", &["--format", "json"])).unwrap();
    let sommet = &own["sections"][1]["annotations"];
    assert_eq!(sommet.as_array().unwrap().len(), 3, "{own:#}");
    assert_eq!((&sommet[1]["paragraph"], &sommet[1]["state"]), (&json!(2), &json!("exact")));
    assert_eq!(sommet[1]["note"], "To *check* #claim\n\n#figure");
}

#[test]
fn readwise_is_imported_by_headline() {
    let desk = Desk::new();
    let table = "Highlight,Title,Author,URL,Note,Location,Date\n\"La visite a duré deux heures.\",Un sommet à Bagdad,,,\"a, note\",3,\n\
                 Words,Another,,,,,\n";
    let told = stderr(&desk.import("r.csv", table, "notes").success());
    assert!(told.contains("1 taken, 0 known already, 1 without"), "{told}");
    let again = stderr(&desk.import("r.csv", table, "notes").success());
    assert!(again.contains("0 taken, 1 known already"), "{again}");
    assert!(desk.export("notes", &[]).contains("> La visite a duré deux heures."));
}

#[test]
fn json_and_json_ld_come_back_identical() {
    let desk = Desk::noted();
    for form in ["json", "jsonld"] {
        let first = desk.export("notes", &["--format", form]);
        let told = stderr(&desk.import("own", &first, form).success());
        assert!(told.contains("4 taken, 0 known already, 0 without"), "{told}");
        assert_eq!(desk.export(form, &["--format", form]), first);
        assert_eq!(desk.export(form, &["--format", "json"]), desk.export("notes", &["--format", "json"]));
        let again = stderr(&desk.import("own", &first, form).success());
        assert!(again.contains("0 taken, 4 known already"), "{again}");
    }
}

#[test]
fn what_was_deleted_comes_back_when_it_is_imported_and_dry_runs_keep_nothing() {
    let desk = Desk::noted();
    let text = desk.export("notes", &["--format", "json"]);
    fs::write(desk.path("own.json"), &text).unwrap();
    let told = stderr(&desk.run("other", &["import", "--dry-run", "own.json", "press"]).success());
    assert!(told.contains("4 would be taken"), "{told}");
    desk.run("other", &["export", "press"]).code(1);
}

#[test]
fn annotations_of_absent_articles_are_kept_and_left_out_until_asked_for() {
    let desk = Desk::noted();
    let text = desk.export("notes", &["--format", "json"]);
    fs::remove_file(desk.path("press/eau.md")).unwrap();
    let told = stderr(&desk.import("own.json", &text, "other").success());
    assert!(told.contains("4 taken, 0 known already, 1 without an article here"), "{told}");
    assert!(!desk.export("other", &[]).contains("Les habitants"));
    assert!(desk.export("other", &["--absent"]).contains("> Les habitants"));
}

#[test]
fn an_export_is_a_selection() {
    let desk = Desk::noted();
    let quotes = |arguments: &[&str]| desk.export("notes", arguments).lines().filter(|line| line.starts_with("> ")).count();
    assert_eq!(quotes(&[]), 3);
    assert_eq!(quotes(&["-q", "file:eau"]), 1);
    assert_eq!(quotes(&["--actor", "Mustafa al-Kadhimi"]), 2);
    assert_eq!(quotes(&["--tag", "FIGURE"]), 1);
    assert_eq!(quotes(&["--note", "verify", "--note", "check"]), 1);
    assert_eq!(quotes(&["--color", "quote"]), 2);
    desk.run("notes", &["export", "press", "--color", "blue"]).code(1);
    assert!(desk.export("notes", &["--by", "actor"]).contains("## Mustafa al-Kadhimi"));
}

#[test]
fn writing_again_keeps_what_a_person_wrote_around() {
    let desk = Desk::noted();
    let export = |more: &[&str]| desk.run("notes", &[&["export", "press", "-o", "dossier.md"], more].concat());
    let told = stderr(&export(&[]).success());
    assert!(told.contains("3 highlights and 2 notes written to dossier.md") && told.contains("no backup"), "{told}");
    let first = desk.read("dossier.md");
    assert!(stderr(&export(&[]).success()).contains("nothing was changed") && !desk.path("dossier.md.bak").exists());
    let edited = first.replacen("---\n", "---\nmine: yes\n", 1) + "\n## My conclusion\n\nIt holds.\n";
    let edited = edited.replacen("-->\n\n<!-- liseuse:begin 0", "-->\n\nMy thoughts.\n\n<!-- liseuse:begin 0", 1);
    fs::write(desk.path("dossier.md"), &edited).unwrap();
    assert!(stderr(&export(&[]).success()).contains("nothing was changed"));
    desk.import("r.csv", "Highlight,Title\ndepuis le mois de juin,L’eau du sud\n", "notes").success();
    export(&[]).success();
    let renewed = desk.read("dossier.md");
    for kept in ["mine: yes\n", "\nMy thoughts.\n", "\n## My conclusion\n\nIt holds.\n", "> depuis le mois de juin\n"] {
        assert!(renewed.contains(kept), "{kept}: {renewed}");
    }
    assert_eq!(desk.read("dossier.md.bak"), edited);
}

#[test]
fn edits_between_the_marks_and_foreign_files_are_not_written_over() {
    let desk = Desk::noted();
    let export = |name: &str, more: &[&str]| desk.run("notes", &[&["export", "press", "-o", name], more].concat());
    export("a.md", &[]).success();
    let edited = desk.read("a.md").replace("> Les habitants", "> Les habitants, dit-on");
    fs::write(desk.path("a.md"), &edited).unwrap();
    let told = stderr(&export("a.md", &[]).code(2));
    assert!(told.contains("edited by hand") && told.contains("--force"), "{told}");
    assert_eq!(desk.read("a.md"), edited);
    export("a.md", &["--force"]).success();
    assert_eq!(desk.read("a.md.bak"), edited);
    for name in ["mine.md", "mine.json", "mine.csv", "mine.html"] {
        fs::write(desk.path(name), "# Mine\n").unwrap();
        assert!(stderr(&export(name, &[]).code(2)).contains("was not written by liseuse"), "{name}");
        assert_eq!(desk.read(name), "# Mine\n");
        export(name, &["--force"]).success();
        assert_eq!(desk.read(&format!("{name}.bak")), "# Mine\n");
    }
    for name in ["own.json", "own.jsonld", "own.html", "own.org"] {
        export(name, &[]).success();
        export(name, &["--title", "Another"]).success();
        assert!(desk.read(name).contains("Another"), "{name}");
    }
}

#[test]
fn a_form_that_is_not_there_is_refused_by_name() {
    let desk = Desk::noted();
    let told = stderr(&desk.run("notes", &["export", "press", "-o", "x.docx"]).code(2));
    assert!(
        told.contains("x.docx")
            && told.contains("markdown (.md), json, jsonld, csv, html, bibtex (.bib), ris, csl-json (.csljson), org"),
        "{told}"
    );
    assert!(!desk.path("x.docx").exists());
    desk.run("notes", &["export", "press", "-o", "x.docx", "--format", "md"]).success();
    assert!(desk.read("x.docx").contains("liseuse:begin"));
}

#[test]
fn a_backup_of_a_persons_own_is_never_written_over() {
    let desk = Desk::noted();
    let export = |more: &[&str]| stderr(&desk.run("notes", &[&["export", "press", "-o", "a.md"], more].concat()).success());
    export(&[]);
    fs::write(desk.path("a.md.bak"), "# My own copy\n").unwrap();
    let first = desk.read("a.md");
    assert!(export(&["--title", "Second"]).contains("what it was is in a.md.bak2"));
    assert_eq!((desk.read("a.md.bak"), desk.read("a.md.bak2")), ("# My own copy\n".to_owned(), first));
    // The next one is an earlier state of the export and nothing else: it makes room.
    let second = desk.read("a.md");
    export(&["--title", "Third"]);
    assert_eq!(desk.read("a.md.bak2"), second);
    fs::write(desk.path("a.md.bak2"), second.clone() + "\nWords of mine.\n").unwrap();
    export(&["--title", "Fourth"]);
    assert!(desk.read("a.md.bak2").ends_with("Words of mine.\n") && desk.path("a.md.bak3").exists());
}

#[cfg(unix)]
#[test]
fn links_and_permissions_of_a_file_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let desk = Desk::noted();
    desk.run("notes", &["export", "press", "-o", "real.md"]).success();
    fs::set_permissions(desk.path("real.md"), fs::Permissions::from_mode(0o640)).unwrap();
    symlink(desk.path("real.md"), desk.path("link.md")).unwrap();
    desk.run("notes", &["export", "press", "-o", "link.md", "--title", "Another"]).success();
    assert!(desk.path("link.md").is_symlink() && desk.read("real.md").contains("# Another"));
    assert_eq!(fs::metadata(desk.path("real.md")).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn one_file_for_each_article_when_asked() {
    let desk = Desk::noted();
    desk.run("notes", &["export", "press", "--split", "-o", "out/notes"]).success();
    let names = |folder: &Path| {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    assert_eq!(names(&desk.path("out/notes")), ["2020-05-16 L’eau du sud.md", "2020-05-16 Un sommet à Bagdad.md"]);
    assert!(desk.read("out/notes/2020-05-16 Un sommet à Bagdad.md").contains("published_provenance: \"metadata\""));
}

#[test]
fn a_template_of_ones_own_is_used() {
    let desk = Desk::noted();
    fs::write(
        desk.path("shape.md.j2"),
        "{% for section in sections %}{{ section.items|length }} {{ section.title|md }}\n{% endfor %}",
    )
    .unwrap();
    assert_eq!(desk.export("notes", &["--template", "shape.md.j2"]), "1 L’eau du sud\n3 Un sommet à Bagdad\n");
    desk.run("notes", &["export", "press", "--template", "shape.md.j2", "--format", "csv"]).code(2);
}

#[test]
fn what_is_no_export_is_not_imported() {
    let desk = Desk::new();
    for (text, reason) in [
        ("{\"format\":\"liseuse-annotations\",\"version\":99,\"sections\":[]}", "newer version"),
        ("{\"a\":1}", "neither"),
        ("{\"a\":", "damaged JSON"),
        ("plain words\n", "neither"),
        ("{\"format\":\"liseuse-annotations\",\"version\":1,\"sections\":[{\"annotations\":[{\"id\":1}]}]}", "section 1"),
    ] {
        let told = stderr(&desk.import("file", text, "notes").code(2));
        assert!(told.contains(reason) && told.lines().count() == 1, "{told}");
    }
}

#[test]
fn verify_finds_each_planted_change_in_an_export_and_no_other() {
    let desk = Desk::noted();
    let states = |name: &str, code: i32| {
        let assert = desk.run("notes", &["verify", name, "press", "--format", "json"]).code(code);
        let lines = String::from_utf8_lossy(&assert.get_output().stdout).into_owned();
        let records = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let state =
            |record: Value| (record["quotation"].as_str().unwrap().to_owned(), record["state"].as_str().unwrap().to_owned());
        records.map(state).collect::<Vec<_>>()
    };
    for name in ["d.md", "d.json"] {
        desk.run("notes", &["export", "press", "-o", name]).success();
        let exact = states(name, 0);
        assert!(exact.len() == 3 && exact.iter().all(|(_, state)| state == "exact"), "{exact:?}");
        let planted = desk.read(name).replace("deux heures.", "trois heures.");
        fs::write(desk.path(name), planted).unwrap();
        let changed: Vec<_> = states(name, 1).into_iter().filter(|(_, state)| state != "exact").collect();
        assert_eq!(changed, [("La visite a duré trois heures.".to_owned(), "altered".to_owned())], "{name}");
    }
}

#[test]
fn a_dossier_speaks_french_with_contents_chronology_and_sources_and_tells_no_path_of_the_machine() {
    let desk = Desk::noted();
    let whole = desk.path("press").to_string_lossy().into_owned();
    let desk_run = |arguments: &[&str]| {
        let assert = desk.run("notes", &[&["export", &whole, "--language", "fr"], arguments].concat()).success();
        String::from_utf8(assert.get_output().stdout.clone()).unwrap()
    };
    // The notes were taken in a folder named otherwise; the words find their articles.
    let text = desk_run(&["--title", "Voyages"]);
    assert!(text.contains("— «\u{A0}Un sommet à Bagdad\u{A0}», *Le Monde*, 16 mai 2020, § 2"), "{text}");
    assert!(
        text.contains("## Sommaire\n\n- [L’eau du sud](#leau-du-sud)\n- [Un sommet à Bagdad](#un-sommet-à-bagdad)\n"),
        "{text}"
    );
    assert!(text.contains("## Sources\n\n- «\u{A0}L’eau du sud\u{A0}», *Le Monde*, 16 mai 2020\n"), "{text}");
    assert!(text.contains("passages et ") && !text.contains(&whole) && !text.contains("sha256"), "{text}");
    let page = desk_run(&["--format", "html"]);
    assert!(
        page.starts_with("<!DOCTYPE html>\n<html lang=\"fr\">") && !page.contains(&whole) && !page.contains("SHA-256"),
        "{page}"
    );
    let proof = desk_run(&["--proof"]);
    assert!(proof.contains(&whole) && proof.contains("sha256: "), "{proof}");
    let colored = desk_run(&["--show-colors"]);
    assert!(!text.contains(" · quote") && colored.contains(" · quote"), "colours are named when that is asked for");
}

#[test]
fn a_text_for_word_processors_has_contents_that_lead_to_its_sections() {
    let desk = Desk::noted();
    desk.run("notes", &["export", "press", "--language", "fr", "-o", "dossier.odt"]).success();
    let mut container = zip::ZipArchive::new(fs::File::open(desk.path("dossier.odt")).unwrap()).unwrap();
    let mut content = String::new();
    container.by_name("content.xml").unwrap().read_to_string(&mut content).unwrap();
    let mut reader = quick_xml::Reader::from_str(&content);
    let (mut links, mut places, mut titles) = (Vec::new(), Vec::new(), Vec::new());
    loop {
        let event = reader.read_event().expect("the document is well-formed XML");
        let element = match event {
            Event::Start(element) | Event::Empty(element) => element,
            Event::Eof => break,
            _ => continue,
        };
        let value = |name: &str| {
            let attribute = element.attributes().flatten().find(|one| one.key.as_ref() == name);
            attribute.map(|one| one.value.into_owned())
        };
        match element.name().as_ref() {
            "text:a" => links.extend(value("xlink:href").filter(|link| link.starts_with('#'))),
            "text:bookmark" => places.extend(value("text:name").map(|place| format!("#{place}"))),
            "text:index-title" => titles.extend(value("text:name")),
            _ => {}
        }
    }
    assert_eq!(titles, ["Sommaire"]);
    assert!(links.len() == 2 && links == places, "{links:?} {places:?}");
    assert!(content.contains("« L’eau du sud »") || content.contains("«\u{A0}L’eau du sud\u{A0}»"), "{content}");
}

#[test]
fn the_days_that_quotations_tell_of_are_a_chronology_with_a_picture() {
    let desk = Desk::new();
    let quote = |id: &str, page: &str, exact: &str| {
        let quote = json!({ "type": "TextQuoteSelector", "exact": exact, "prefix": "", "suffix": "" });
        json!({ "id": id, "uri": format!("https://example.org/{page}"), "text": "", "tags": [], "created": "2021-02-03T04:05:06Z",
            "updated": "2021-02-04T00:00:00Z", "target": [{ "source": "x", "selector": [quote] }], "document": { "title": ["Page"] } })
    };
    let annotations = [
        quote("a", "sommet", "Le président s’est rendu à Bagdad le 3 mars 2020."),
        quote("b", "eau", "L’eau manque dans le sud du pays depuis le mois de juin."),
    ];
    desk.import("h.json", &json!({ "annotations": annotations }).to_string(), "notes").success();
    let text = desk.export("notes", &["--language", "fr"]);
    assert!(
        text.contains("## Chronologie\n\n- **") && text.contains("- **3 mars 2020**\u{A0}: Le président s’est rendu à Bagdad"),
        "{text}"
    );
    let page = desk.export("notes", &["--format", "html"]);
    let (before, picture) = page.split_once("<svg ").unwrap();
    assert!(before.contains("<h2>Chronology</h2>") && picture.matches("<circle ").count() == 2, "{page}");
    assert!(picture.contains("<title>3 March 2020: Le président s’est rendu à Bagdad"), "{page}");
}

#[test]
fn articles_are_listed_for_reference_managers_whether_they_are_marked_or_not() {
    let desk = Desk::new();
    let bibtex = desk.export("notes", &["--format", "bibtex"]);
    assert_eq!(bibtex.matches("@article{").count(), 2, "{bibtex}");
    let csl: Value = serde_json::from_str(&desk.export("notes", &["--format", "csl-json", "-q", "title:eau"])).unwrap();
    assert_eq!((csl.as_array().unwrap().len(), &csl[0]["container-title"]), (1, &json!("Le Monde")));
    assert!(desk.export("notes", &["--format", "ris"]).contains("TI  - Un sommet à Bagdad\r\n"));
    let told = stderr(&desk.run("notes", &["export", "press", "-o", "list.bib"]).success());
    assert!(told.contains("2 articles written to list.bib"), "{told}");
    desk.run("notes", &["export", "press", "-o", "list.bib"]).success();
    let refused = stderr(&desk.run("notes", &["export", "press", "-o", "list.docx"]).code(2));
    assert!(refused.contains("bibtex (.bib), ris, csl-json (.csljson)"), "{refused}");
}

#[test]
fn a_dossier_in_any_language_and_style_is_verified() {
    let desk = Desk::noted();
    for style in ["note", "iso690", "chicago", "apa", "wikipedia"] {
        for language in ["en", "fr"] {
            let text = desk.export("notes", &["--style", style, "--language", language]);
            fs::write(desk.path("d.md"), text).unwrap();
            desk.run("notes", &["verify", "d.md", "press"]).success();
        }
    }
}

#[test]
fn a_vault_stays_in_step_and_is_the_same_when_it_is_written_twice() {
    let desk = Desk::noted();
    let read = || {
        let files = fs::read_dir(desk.path("vault")).unwrap().map(|entry| entry.unwrap().path());
        let mut files: Vec<_> = files.map(|file| (file.clone(), fs::read_to_string(&file).unwrap())).collect();
        files.sort();
        files
    };
    let renew = || stderr(&desk.run("notes", &["export", "press", "--vault", "vault", "--title", "Irak"]).success());
    assert!(renew().contains("in 3 files in vault; 3 written"));
    let first = read();
    let text = |name: &str| first.iter().find(|(file, _)| file.ends_with(name)).unwrap().1.clone();
    assert!(text("Irak.md").contains("- [[2020-05-16 Un sommet à Bagdad|Un sommet à Bagdad]]\n"), "{}", text("Irak.md"));
    let sommet = text("2020-05-16 Un sommet à Bagdad.md");
    assert!(sommet.contains("source: \"[[Le Monde]]\"") && sommet.contains("actors: [\"[[Mustafa al-Kadhimi]]\"]"), "{sommet}");
    assert!(renew().contains("0 written"));
    assert_eq!(read(), first, "written twice, it is the same");
    let mine = desk.path("vault/Irak.md");
    fs::write(&mine, text("Irak.md") + "\nMy own words.\n").unwrap();
    renew();
    assert!(fs::read_to_string(&mine).unwrap().ends_with("My own words.\n"), "what a person wrote stays");
    fs::rename(desk.path("vault/2020-05-16 L’eau du sud.md"), desk.path("vault/old.md")).unwrap();
    assert!(renew().contains("left as they are: old.md"));
}
