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
    assert_eq!(records(&folder, &["families", "--limit", "1"]), families[..1]);
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
    assert!(
        shown.starts_with("3 articles, AFP (dateline)\n") && shown.contains("shortened") && shown.contains("100 %"),
        "{shown}"
    );
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
    assert_eq!(records(&folder, &["stories", "--limit", "1"]), stories[..1]);
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

#[test]
fn two_versions_are_compared_by_passages_and_words() {
    let folder = press();
    let listed = records(&folder, &["list"]);
    let id = |source: &str| listed.iter().find(|one| one["source"] == source).unwrap()["id"].as_str().unwrap().to_owned();
    let (whole, cut) = (id("La Gazette"), id("Rivebelle Info"));
    let found = records(&folder, &["compare", &whole, &cut]);
    let [compared] = &*found else { panic!("{found:?}") };
    let changes: Vec<&str> = compared["passages"].as_array().unwrap().iter().map(|one| one["change"].as_str().unwrap()).collect();
    assert_eq!(changes, ["same", "same", "same", "cut"]);
    assert_eq!((&compared["left"]["id"], &compared["words"]["added"]), (&Value::from(whole.as_str()), &Value::from(0)));
    let files = folder.path().join("press");
    let shown = liseuse(&folder, &["compare", &cut, &whole, files.to_str().unwrap()]).assert().success();
    let shown = String::from_utf8(shown.get_output().stdout.clone()).unwrap();
    assert!(shown.contains("\n+ Le chantier commencera"), "{shown}");
    liseuse(&folder, &["compare", &cut, "ffff", files.to_str().unwrap()]).assert().code(1);
    liseuse(&folder, &["compare", &cut, &cut, files.to_str().unwrap()]).assert().code(2);
}

#[test]
fn a_sheet_has_a_column_for_each_text_and_says_who_alone_has_what() {
    let folder = press();
    let own = "La maire de Valmont, Anne Rivoire, promet un pont neuf sur la Sarelle. Les travaux doivent coûter 11 millions d’euros, selon elle. \
Le conseil de Valmont avait voté mardi la reconstruction du pont de la Sarelle. Un bac relie les deux rives depuis la crue.";
    let text = format!("---\ntitle: Valmont attend son pont\ndate: 2021-03-10\nsource: L’Écho\n---\n\n{own}\n");
    fs::write(folder.path().join("press").join("echo.md"), text).unwrap();
    let stories = records(&folder, &["stories"]);
    let story = stories.iter().find(|story| story["articles"].as_array().unwrap().len() == 4).unwrap();
    let id = story["story"].as_str().unwrap();
    let sheets = records(&folder, &["sheet", id]);
    let [sheet] = &*sheets else { panic!("{sheets:?}") };
    let columns: Vec<usize> =
        sheet["columns"].as_array().unwrap().iter().map(|one| one["articles"].as_array().unwrap().len()).collect();
    assert_eq!(columns, [3, 1], "copies share a column");
    let rows = sheet["rows"].as_array().unwrap();
    let figure = rows.iter().find(|row| row["section"] == "figures" && row["fact"] == "euros").unwrap();
    assert_eq!((&figure["cells"][1]["text"], &figure["cells"][1]["mark"]), (&"11 millions d’euros".into(), &"only here".into()));
    let who = rows.iter().find(|row| row["section"] == "who" && row["fact"] == "Anne Rivoire").unwrap();
    assert_eq!((&who["cells"][0]["mark"], &who["cells"][1]["mark"]), (&"first here".into(), &Value::Null));
    let files = folder.path().join("press");
    for (form, part) in
        [("markdown", "## Sources"), ("html", "<h2>Figures</h2>"), ("csv", "event,section,fact,"), ("text", "Who")]
    {
        let shown = liseuse(&folder, &["sheet", id, "--format", form, files.to_str().unwrap()]).assert().success();
        let shown = String::from_utf8(shown.get_output().stdout.clone()).unwrap();
        assert!(shown.contains(part) && shown.contains("11 millions"), "{form}: {shown}");
    }
    let of_day = records(&folder, &["sheet", "2021-03-10"]);
    assert_eq!(of_day[0]["title"], sheet["title"]);
    let event = records(&folder, &["events"]).into_iter().find(|event| event["start"] == "2021-03-09");
    let event = event.unwrap_or_else(|| panic!("nothing is told of the vote"));
    let of_event = records(&folder, &["sheet", &format!("{}@2021-03-09", event["article"].as_str().unwrap_or(id))]);
    assert!(of_event[0]["title"].as_str().unwrap().starts_with("2021-03-09 · "), "{}", of_event[0]["title"]);
    liseuse(&folder, &["sheet", "1999-01-01", files.to_str().unwrap()]).assert().code(1);
}

#[test]
fn families_are_split_and_joined_on_the_command_line() {
    let folder = press();
    let files = folder.path().join("press");
    let run = |arguments: &[&str]| {
        let mut command = liseuse(&folder, arguments);
        command.env("LISEUSE_DATA_DIR", folder.path().join("data")).env("LISEUSE_DEVICE", "test");
        command.args(["--format", "json", files.to_str().unwrap()]);
        let output = command.output().unwrap();
        let lines = String::from_utf8(output.stdout).unwrap();
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<Value>>()
    };
    let listed = run(&["list"]);
    let id = |at: usize| listed[at]["id"].as_str().unwrap().to_owned();
    let sizes = |families: &[Value]| families.iter().map(|one| one["articles"].as_array().unwrap().len()).collect::<Vec<_>>();
    assert_eq!(sizes(&run(&["families"])), [3]);
    assert_eq!(sizes(&run(&["families", "--split", &id(0)])), [2]);
    assert!(run(&["list"])[0]["family"].is_null(), "what was said holds for the next command, too");
    let joined = run(&["families", "--join", &format!("{},{}", id(1), id(3))]);
    assert_eq!(sizes(&joined), [3]);
    let evidence = joined[0]["evidence"].as_array().unwrap();
    assert!(evidence.iter().any(|one| one["rule"] == "joined by hand" && one["article"] == id(3).as_str()), "{evidence:?}");
    assert_eq!(sizes(&run(&["families", "--as-found", &format!("{},{}", id(0), id(3))])), [3]);
    assert_eq!(run(&["families"])[0]["leader"], id(0).as_str());
}

#[test]
fn a_join_by_hand_holds_when_both_files_are_edited() {
    let folder = press();
    let files = folder.path().join("press");
    let run = |arguments: &[&str]| {
        let mut command = liseuse(&folder, arguments);
        command.env("LISEUSE_DATA_DIR", folder.path().join("data")).env("LISEUSE_DEVICE", "test");
        command.args(["--format", "json", files.to_str().unwrap()]);
        let lines = String::from_utf8(command.output().unwrap().stdout).unwrap();
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<Value>>()
    };
    let id = |outlet: &str| {
        let listed = run(&["list"]);
        let of = listed.iter().find(|one| one["source"] == outlet).unwrap();
        of["id"].as_str().unwrap().to_owned()
    };
    run(&["families", "--split", &id("Le Courrier")]);
    run(&["families", "--join", &format!("{},{}", id("Le Courrier"), id("Le Soir de Montclair"))]);
    for name in ["Le Courrier", "Le Soir de Montclair"] {
        let file = files.join(format!("{name}.md"));
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, format!("{}\nUne ligne de plus.\n", text.replace("samedi", "dimanche"))).unwrap();
    }
    let joined = [id("Le Courrier"), id("Le Soir de Montclair")];
    let families = run(&["families"]);
    let members = |family: &Value| -> Vec<String> {
        family["articles"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
    };
    let found = families.iter().map(members).find(|members| members.contains(&joined[0])).unwrap_or_default();
    assert!(found.len() == 2 && found.contains(&joined[1]), "{families:?}");
}

/// An archive in which two things happen to one person on one day, each in two papers, and a third paper comes back to one of them later.
#[test]
fn what_is_told_of_a_day_is_joined_by_story() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("press")).unwrap();
    let write = |name: &str, head: &str, title: &str, body: &str| {
        let text = format!("---\ntitle: {title}\ndate: {head}\nsource: {name}\n---\n\n{body}\n");
        fs::write(folder.path().join("press").join(format!("{name}.md")), text).unwrap();
    };
    write(
        "Aube",
        "2019-04-09",
        "Emmanuel Macron inaugure le barrage de la Sarelle",
        "Emmanuel Macron a inauguré lundi 8 avril 2019 le barrage de la Sarelle, à Valmont. L’ouvrage retient quarante millions de mètres \
         cubes. Les turbines du barrage alimentent la vallée de la Sarelle.",
    );
    write(
        "Brise",
        "2019-04-09",
        "Le barrage de la Sarelle inauguré à Valmont",
        "Le barrage de la Sarelle, à Valmont, a été inauguré lundi 8 avril 2019 par Emmanuel Macron. Ses turbines doivent alimenter toute la \
         vallée de la Sarelle.",
    );
    write(
        "Cime",
        "2019-04-09",
        "Emmanuel Macron limoge le préfet Rimbaud",
        "Emmanuel Macron a limogé lundi 8 avril 2019 le préfet Anselme Rimbaud, mis en cause dans la vente des chevaux du haras de Pontoise.",
    );
    write(
        "Dune",
        "2019-04-09",
        "Haras de Pontoise : le préfet Rimbaud limogé",
        "Le préfet Anselme Rimbaud a été limogé lundi 8 avril 2019 par Emmanuel Macron après la vente des chevaux du haras de Pontoise.",
    );
    let events = records(&folder, &["events", "--from", "2019-04-08", "--to", "2019-04-08"]);
    let told: Vec<usize> = events.iter().map(|event| event["sources"].as_array().unwrap().len()).collect();
    assert_eq!(told, [2, 2], "{events:?}");
}

/// An archive whose articles date by lines of update, chats, captions and tables as much as by what happened.
#[test]
fn the_sentence_of_a_day_and_of_a_month_tells_what_happened() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("press")).unwrap();
    let write = |name: &str, day: &str, title: &str, body: &str| {
        let text = format!("---\ntitle: {title}\ndate: {day}\nsource: {name}\nlang: en\n---\n\n{body}\n");
        fs::write(folder.path().join("press").join(format!("{name}-{day}.md")), text).unwrap();
    };
    let told =
        "The Kelmouth dam burst on Tuesday, February 23, 2010, and the river Orrin drowned eleven people in the lower town.";
    write(
        "Herald",
        "2010-02-24",
        "Dam burst in Kelmouth",
        &format!(
            "Updated : Tue Feb 23 2010\n\nWelcome to our coverage of the flood of February 23, 2010 in Kelmouth.\n\n{told}\n\nThe river Orrin is falling."
        ),
    );
    write(
        "Courier",
        "2010-02-24",
        "Readers ask",
        "Kelmouth, Orrin: I heard the dam burst on February 23, 2010, will the river rise again.\n\nWhat did the town do on February 23, 2010?\n\n\
         Orrin Kelmouth 23 02 2010 11 4\n\nThe Kelmouth dam, seen here on February 23, 2010, held the river Orrin for forty years.\n\n\
         “We saw the Kelmouth dam burst on February 23, 2010 and the river Orrin took eleven people,” she said.",
    );
    for by in ["day", "month", "year"] {
        let events = records(&folder, &["events", "--by", by, "--top", "1"]);
        assert_eq!(events[0]["sentence"], told, "{by}: {events:?}");
    }
    let all = records(&folder, &["events"]);
    let sentences: Vec<&str> = all.iter().map(|event| event["sentence"].as_str().unwrap()).collect();
    assert!(sentences.iter().all(|sentence| !sentence.starts_with("Updated")), "{sentences:?}");
}

/// Four reports of two events of one day, and one of a third that nobody else tells of.
fn a_day_of_two_events() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("press")).unwrap();
    let dam = "The Sarelle dam broke on 2 May 2020 above the town of Valmont and flooded its old quarter.";
    let vote = "Deputies elected Anna Rivoire president of the regional assembly on 2 May 2020 by forty votes to nineteen.";
    let circus = "A circus lost two lions near the Montclair fairground on 2 May 2020.";
    let write = |name: &str, date: &str, title: &str, body: String| {
        let text = format!("---\ntitle: {title}\ndate: {date}\nsource: {name}\n---\n\n{body}\n");
        fs::write(folder.path().join("press").join(format!("{name}.md")), text).unwrap();
    };
    let rescue = "Rescue boats took families from the roofs of Valmont while the Sarelle dam emptied.";
    write("Gazette", "2020-05-03", "Sarelle dam breaks above Valmont", format!("{dam} {rescue} The mayor spoke of a black day."));
    write("Courier", "2020-05-03", "Valmont flooded as Sarelle dam gives way", format!("{rescue}\n\n{dam} Trains stood still."));
    write("Evening", "2020-05-04", "Sarelle dam had cracks, Valmont says", format!("{dam} Engineers had seen cracks. {rescue}"));
    let speech = "Anna Rivoire, a former judge, promised the assembly shorter sessions and open committees.";
    write("Herald", "2020-05-03", "Anna Rivoire presides over the assembly", format!("{vote} {speech} Her party cheered."));
    write("Tribune", "2020-05-03", "Assembly elects Anna Rivoire", format!("{speech}\n\n{vote} The session lasted an hour."));
    write("Fairs", "2020-05-03", "Two lions at large", format!("{circus} Farmers were told to keep their sheep indoors."));
    folder
}

#[test]
fn a_day_of_two_great_events_shows_both() {
    let folder = a_day_of_two_events();
    let days = records(&folder, &["events", "--by", "day", "--top", "1"]);
    let [day] = &*days else { panic!("one object for one day: {days:?}") };
    let sentence = |event: &Value| event["sentence"].as_str().unwrap().to_owned();
    assert_eq!(day["group"], "2020-05-02");
    assert!(sentence(day).contains("dam") && sentence(&day["also"]).contains("Rivoire"), "{day}");
    assert_eq!(day["also"]["sources"].as_array().unwrap().len(), 2, "{day}");
    let files = folder.path().join("press");
    let printed = |form: &str| {
        let command = ["events", "--by", "day", "--top", "1", "--format", form, files.to_str().unwrap()];
        String::from_utf8(liseuse(&folder, &command).output().unwrap().stdout).unwrap()
    };
    let table = printed("table");
    assert_eq!((table.lines().count(), table.matches("2020-05-02").count()), (3, 1), "{table}");
    assert_eq!(printed("timelinejs").lines().count(), 3);
    assert_eq!(printed("ics").matches("BEGIN:VEVENT").count(), 2);
}

#[test]
fn copies_under_one_headline_are_a_family_however_many_and_whatever_it_says() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("press")).unwrap();
    for paper in ["Le Courrier", "La Gazette", "Rivebelle Info", "Le Soir de Montclair"] {
        let text =
            format!("---\ntitle: Les larmes amères des oubliés\ndate: 2021-03-09\nsource: {paper}\n---\n\n{LEAD}\n\n{REST}\n");
        fs::write(folder.path().join("press").join(format!("{paper}.md")), text).unwrap();
    }
    let families = records(&folder, &["families"]);
    assert_eq!(families.len(), 1);
    assert_eq!(families[0]["articles"].as_array().unwrap().len(), 4);
}
