//! The command line, run as people and scripts run it: on the sample archive and on folders made for the purpose.

#![cfg(test)]

use std::collections::HashSet;
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Command as Process, Stdio};

use assert_cmd::Command;
use predicates::prelude::PredicateBooleanExt as _;
use predicates::str::{contains, is_empty, starts_with};
use serde_json::Value;
use tempfile::TempDir;

const BINARY: &str = env!("CARGO_BIN_EXE_liseuse");
const ARTICLE: &str = "Un sommet à Bagdad\n\nLe président s’est rendu à Bagdad le 3 mars 2020. Il a parlé de l’État.\n";

/// The program with its own, empty places for the user's files.
fn liseuse(arguments: &[&str]) -> Command {
    let mut command = Command::new(BINARY);
    command.env("LC_ALL", "C");
    let nowhere = concat!(env!("CARGO_TARGET_TMPDIR"), "/no-such-folder");
    for name in ["LISEUSE_DATA_DIR", "LISEUSE_CONFIG_DIR", "LISEUSE_CACHE_DIR"] {
        command.env(name, nowhere);
    }
    command.args(arguments);
    command
}

fn records(command: &mut Command) -> Vec<Value> {
    let output = String::from_utf8_lossy(&command.assert().success().get_output().stdout).into_owned();
    output.lines().map(|line| serde_json::from_str(line).unwrap_or(Value::Null)).collect()
}

fn json(arguments: &[&str]) -> Vec<Value> {
    records(liseuse(arguments).args(["--format", "json"]))
}

fn keys(record: &Value) -> Vec<&str> {
    record.as_object().map(|fields| fields.keys().map(String::as_str).collect()).unwrap_or_default()
}

/// Whether `arguments` fail with exit code 2 and one line on stderr that holds all of `parts`.
fn fails(arguments: &[&str], parts: &[&str]) {
    let output = liseuse(arguments).assert().code(2).stdout(is_empty()).get_output().clone();
    let line = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(line.starts_with("liseuse: ") && line.lines().count() == 1, "{arguments:?}: {line}");
    for part in parts {
        assert!(line.contains(part), "{arguments:?}: {line}");
    }
}

/// `text` from one code point to another.
fn points(text: &str, start: &Value, end: &Value) -> String {
    let at = |value: &Value| value.as_u64().and_then(|at| usize::try_from(at).ok()).unwrap_or(usize::MAX);
    text.chars().take(at(end)).skip(at(start)).collect()
}

#[test]
fn the_language_of_the_interface_may_stand_before_the_command() {
    for flag in [&["--lang", "fr"][..], &["--ui-lang=fr"]] {
        let args: Vec<&str> = flag.iter().copied().chain(["list", "--help"]).collect();
        liseuse(&args).assert().success().stdout(contains("Énumérer les articles").and(contains("liseuse list")));
    }
}

#[test]
fn list_prints_the_fields_that_scripts_rely_on_by_date() {
    let articles = json(&["list"]);
    assert_eq!(articles.len(), 5);
    let first = ["id", "title", "date", "date_provenance", "source", "lang", "words", "path", "actors"];
    // A map of this JSON reader has its keys sorted; the order on the line is what counts.
    let line = String::from_utf8_lossy(&liseuse(&["list", "--format", "json"]).output().unwrap().stdout).into_owned();
    let at: Vec<Option<usize>> = first.iter().map(|key| line.find(&format!("\"{key}\":"))).collect();
    assert!(at.is_sorted() && at.iter().all(Option::is_some), "{line}");
    let dates: Vec<&str> = articles.iter().filter_map(|article| article["date"].as_str()).collect();
    assert!(dates.is_sorted(), "{dates:?}");
    assert!(articles.iter().all(|article| article["lang"] == "fr" && article["actors"][0]["mentions"].is_u64()));
    let inferred = articles.iter().filter(|article| article["date_provenance"] == "inferred");
    assert!(inferred.clone().count() > 0);
    assert!(inferred.clone().all(|article| article["date_evidence"][0]["words"].is_string()));
}

#[test]
fn a_table_is_whole_when_a_program_reads_it() {
    let assert = liseuse(&["list"]).assert().success().stderr(is_empty());
    let text = String::from_utf8_lossy(&assert.get_output().stdout).into_owned();
    liseuse(&["list", "--format", "text"]).assert().success().stdout(text.clone());
    assert!(text.starts_with("ID ") && text.lines().count() == 6);
    assert!(text.contains("L'Iran regarde depuis les ailes") && text.contains("restantes"), "{text}");
    assert!(!text.contains('\u{1b}') && text.lines().all(|line| line == line.trim_end()));
}

#[test]
fn selections_add_up() {
    assert_eq!(json(&["list", "--month", "2020-08"]).len(), 1);
    assert_eq!(json(&["list", "--month", "2020-08", "--month", "2020-05"]).len(), 2);
    assert_eq!(json(&["list", "--source", "french press tv"]).len(), 2);
    assert_eq!(json(&["list", "-q", "title:negoc title:strat"]).len(), 1);
    assert!(json(&["list", "-q", "negoc strat"]).len() > 1, "bare words stand in texts as well");
    let kazemi = json(&["list", "--actor", "mustafa-al-kadhimi"]);
    assert!(!kazemi.is_empty() && kazemi.len() == json(&["list", "--actor", "Mustafa al-Kazemi"]).len());
    liseuse(&["list", "--lang", "en"]).assert().code(1).stdout(is_empty()).stderr(is_empty());
    let elsewhere = "liseuse: text:drone: 1 article\n";
    liseuse(&["list", "-q", "title:drone"]).assert().code(1).stdout(is_empty()).stderr(elsewhere);
}

#[test]
fn read_prints_an_article_and_the_places_of_its_parts() {
    let id = json(&["list", "-q", "title:negoc title:strat"])[0]["id"].as_str().unwrap().to_owned();
    let full = &json(&["read", &id])[0];
    let body = full["body"].as_str().unwrap();
    for kind in ["headings", "captions", "furniture"] {
        for stretch in full[kind].as_array().unwrap() {
            let text = points(body, &stretch["start"], &stretch["end"]);
            assert!(!text.is_empty() && text.trim() == text, "{kind}: {text:?}");
        }
    }
    let (head, _) = id.split_at_checked(7).unwrap();
    let page = liseuse(&["read", head, "--width", "40"]).assert().success().stdout(starts_with("Négociations stratégiques"));
    let page = String::from_utf8_lossy(&page.get_output().stdout).into_owned();
    assert!(page.contains(" words · ") && page.lines().skip(6).all(|line| line.chars().count() <= 40), "{page}");
}

#[test]
fn read_wants_one_article() {
    liseuse(&["read", "zzzz"]).assert().code(1).stdout(is_empty()).stderr(contains("no article zzzz"));
    let folder = TempDir::new().unwrap();
    for n in 0..17 {
        fs::write(folder.path().join(format!("{n}.txt")), format!("Titre {n}\n\nUn texte qui dit {n} choses à tous.\n")).unwrap();
    }
    // Seventeen identifiers and sixteen digits: two begin alike.
    let ids: Vec<String> = json(&["list", folder.path().to_str().unwrap()]).iter().map(|row| row["id"].to_string()).collect();
    let head = |id: &String| id.trim_matches('"').chars().next().unwrap();
    let shared = ids.iter().map(head).find(|first| ids.iter().filter(|id| head(id) == *first).count() > 1).unwrap();
    fails(&["read", &shared.to_string(), folder.path().to_str().unwrap()], &["several articles", "give more"]);
}

/// Three articles of two outlets about two days, one of them with words that CSV and calendars must escape.
fn press() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let article = |name: &str, date: &str, source: &str, body: &str| {
        let head = format!(
            "---\ntitle: {name}\ndate: {date}\nsource: {source}\nurl: https://example.org/{name}?a=1&b=2\nlang: fr\n---\n\n"
        );
        fs::write(folder.path().join(format!("{name}.md")), head + body + "\n").unwrap();
    };
    article(
        "un",
        "2020-03-04",
        "AFP",
        "Le 3 mars 2020, Donald Trump a dit: « jamais, \"jamais\" ; voilà » à Bagdad, où la fête dure très très longtemps chaque année.",
    );
    article(
        "deux",
        "2020-03-05",
        "Reuters",
        "Donald Trump a parlé le 3 mars 2020 à Bagdad, où la fête dure chaque année. Un sommet est prévu le 9 mai 2020.",
    );
    article(
        "trois",
        "2020-06-05",
        "Reuters",
        "Donald Trump avait parlé le 3 mars 2020 à Bagdad, où la fête dure. Du 4 au 18 avril 2020, R & D.",
    );
    folder
}

#[test]
fn the_days_that_matter_most_are_one_record_each_the_first_first() {
    let folder = press();
    let path = folder.path().to_str().unwrap();
    let days = json(&["events", "--by", "day", "--top", "2", path]);
    let dates: Vec<&str> = days.iter().filter_map(|day| day["start"].as_str()).collect();
    assert_eq!((dates.len(), dates[0], days[0]["salience"].as_f64()), (2, "2020-03-03", Some(1.0)));
    assert!(days.iter().all(|day| day["start"] == day["end"] && day["group"] == day["start"]));
    assert_eq!((days[0]["counts"]["articles"].as_u64(), days[0]["counts"]["later"].as_u64()), (Some(3), Some(3)));
    let within = json(&["events", "--by", "day", "--top", "9", "--from", "2020-04", "--to", "2020-05-31", path]);
    assert_eq!(within.iter().filter_map(|day| day["start"].as_str()).collect::<Vec<_>>(), ["2020-05-09"]);
    let told = json(&["events", "--from", "2020-04-18", "--to", "2020-04", path]);
    assert_eq!(told.iter().filter_map(|day| day["start"].as_str()).collect::<Vec<_>>(), ["2020-04-04"]);
    liseuse(&["events", "--by", "month", "--top", "1", path]).assert().success().stdout(contains("2020-03"));
    for (flags, words) in [(["--from", "soon"], "soon is no date"), (["--to", "2020-13"], "2020-13 is no date")] {
        liseuse(&["events", path]).args(flags).assert().code(2).stderr(contains(words));
    }
    liseuse(&["events", "--from", "2021", "--to", "2020", path]).assert().code(2).stderr(contains("lies before"));
}

/// The records of a CSV text, read as RFC 4180 has it.
fn csv(text: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' if quoted && characters.next_if_eq(&'"').is_some() => field.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut field)),
            '\r' if !quoted && characters.next_if_eq(&'\n').is_some() => {
                record.push(std::mem::take(&mut field));
                records.push(std::mem::take(&mut record));
            }
            c => field.push(c),
        }
    }
    assert!(!quoted && field.is_empty() && record.is_empty(), "every record is ended");
    records
}

#[test]
fn pictures_and_parts_of_sentences_are_no_events_and_a_headline_stands_for_what_is_no_sentence() {
    let folder = TempDir::new().unwrap();
    let text = "The mill of Orrick closed on Thursday after a long strike of its workers.\\n\\nAnne Rivoire sits before the weir of Orrick on Tuesday.\\n\\n\
                The valley had grown used to\\n\\nhis visit to the town in April 2017\\n\\nand the boats\\n\\n, which were launched in 1977.\\n\\n\
                This article was amended on 6 February 2019.";
    let short = "Third strike of boatmen Thursday.\\n\\nThe warden of Tavel said that the ferry would be back as soon as the boatmen were paid.";
    let line = |title: &str, text: &str| {
        format!("{{\"title\":\"{title}\",\"date\":\"2019-02-08\",\"language\":\"en\",\"text\":\"{text}\"}}\n")
    };
    let lines = line("Orrick loses its mill for good", text) + &line("Boatmen of Tavel want their pay", short);
    fs::write(folder.path().join("press.jsonl"), lines).unwrap();
    let events = json(&["events", folder.path().to_str().unwrap()]);
    let told: Vec<(&str, &str, &str)> = events
        .iter()
        .filter_map(|event| Some((event["start"].as_str()?, event["label"].as_str()?, event["label_from"].as_str()?)))
        .collect();
    let mut expected = [
        ("2019-02-07", "The mill of Orrick closed after a long strike of its workers", "sentence"),
        ("2019-02-07", "Boatmen of Tavel want their pay", "headline"),
    ];
    let mut told = told;
    told.sort_unstable();
    expected.sort_unstable();
    assert_eq!(told, expected);
}

#[test]
fn events_fill_the_spreadsheet_of_timelinejs() {
    let folder = press();
    let output = liseuse(&["events", "--format", "timelinejs", folder.path().to_str().unwrap()]).assert().success();
    let records = csv(&String::from_utf8_lossy(&output.get_output().stdout));
    let head: Vec<&str> = records[0].iter().map(String::as_str).collect();
    assert_eq!((head.len(), head[0], head[8], head[9], head[17]), (18, "Year", "Display Date", "Headline", "Background"));
    assert!(records.iter().all(|record| record.len() == 18));
    let [day, run, plan] = &records[1..] else { panic!("{records:?}") };
    assert_eq!((&day[..3], &day[4]), (&["2020".to_owned(), "3".to_owned(), "3".to_owned()][..], &String::new()));
    assert_eq!(day[9], "Donald Trump a dit: « jamais, &quot;jamais&quot; ; voilà » à Bagdad");
    assert!(day[10].contains("<a href=\"https://example.org/un?a=1&amp;b=2\">AFP, un, 2020-03-04</a>"), "{}", day[10]);
    assert_eq!((day[10].matches("<li>").count(), day[16].as_str()), (3, "Donald Trump"), "one story of one day: {records:?}");
    assert_eq!([&run[2], &run[5], &run[6]], ["4", "4", "18"]);
    assert!(run[8].starts_with("2020-04-04/2020-04-18") && run[10].contains("R &amp; D"), "{run:?}");
    assert_eq!([&plan[1], &plan[2]], ["5", "9"]);
}

/// The properties of each event of a calendar, unfolded as RFC 5545 has it, with their parameters in their names.
fn calendar(text: &str) -> Vec<Vec<(String, String)>> {
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "no line is longer than 75 octets");
    let whole = text.replace("\r\n ", "");
    let lines: Vec<(&str, &str)> = whole.lines().filter_map(|line| line.split_once(':')).collect();
    assert_eq!((lines[0], lines[lines.len() - 1]), (("BEGIN", "VCALENDAR"), ("END", "VCALENDAR")));
    let events = lines.split(|line| *line == ("BEGIN", "VEVENT")).skip(1);
    let own = |event: &[(&str, &str)]| event.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    events.map(own).collect()
}

#[test]
fn events_make_a_calendar() {
    let folder = press();
    let arguments = ["events", "--format", "ics", folder.path().to_str().unwrap()];
    let output = liseuse(&arguments).assert().success();
    let text = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
    let events = calendar(&text);
    let get = |event: usize, name: &str| -> String {
        events[event].iter().find(|(one, _)| one == name).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let days = |event| [get(event, "DTSTART;VALUE=DATE"), get(event, "DTEND;VALUE=DATE")];
    assert_eq!([days(0), days(1)], [["20200303", "20200304"], ["20200404", "20200419"]], "ends lie behind the last day");
    assert_eq!(
        (get(0, "DTSTAMP"), get(0, "STATUS"), get(2, "STATUS")),
        ("20200304T000000Z".into(), "CONFIRMED".into(), "TENTATIVE".into())
    );
    assert!(get(0, "DESCRIPTION").contains("« jamais\\, \"jamais\" \\; voilà »"), "{}", get(0, "DESCRIPTION"));
    assert!(get(0, "DESCRIPTION").contains("\\nReuters\\, deux\\, 2020-03-05") && get(0, "UID").ends_with("@liseuse"));
    let identifiers: HashSet<String> = (0..events.len()).map(|event| get(event, "UID")).collect();
    assert_eq!((identifiers.len(), events.len()), (3, 3));
    liseuse(&arguments).assert().stdout(text);
}

#[test]
fn what_caused_an_error_is_told_with_the_signs_of_the_language() {
    let said = |lang: &str| {
        let mut command = liseuse(&["--lang", lang, "export", "-o", "notes.xyz", "seeds/README.md"]);
        String::from_utf8(command.assert().code(2).get_output().stderr.clone()).unwrap()
    };
    assert!(said("en").contains("notes.xyz: no form"), "{}", said("en"));
    assert!(said("fr").contains("notes.xyz\u{a0}: aucune forme"), "{}", said("fr"));
}

#[test]
fn events_between_two_dates_are_those_of_the_whole_timeline_that_share_a_day_with_them() {
    let days = |event: &Value| [event["start"].as_str().unwrap().to_owned(), event["end"].as_str().unwrap().to_owned()];
    let all = json(&["events"]);
    for (from, to) in
        [("2020-03-01", "2020-05-31"), ("2003-01-01", "2003-12-31"), ("0001-01-01", "2019-12-31"), ("2020-05-07", "2020-05-07")]
    {
        let shared: Vec<&Value> = all.iter().filter(|event| *days(event)[0] <= *to && *days(event)[1] >= *from).collect();
        let within = json(&["events", "--from", from, "--to", to]);
        assert_eq!(within.iter().collect::<Vec<_>>(), shared, "{from} to {to}");
    }
}

#[test]
fn people_see_actors_by_the_names_that_are_asked_for_and_data_by_those_of_the_list() {
    let home = TempDir::new().unwrap();
    let named = |names: &str, arguments: &[&str]| {
        fs::write(home.path().join("config.toml"), format!("[actors]\nnames = \"{names}\"\n")).unwrap();
        let mut command = liseuse(&[&["--lang", "fr", "actors", "press.md"], arguments].concat());
        fs::write(home.path().join("press.md"), "# Otan\n\nNATO met Vladimir Putin. NATO said so.\n").unwrap();
        command.env("LISEUSE_CONFIG_DIR", home.path()).current_dir(home.path());
        String::from_utf8(command.assert().success().get_output().stdout.clone()).unwrap()
    };
    for (names, there, not) in [
        ("archive", ["NATO", "Vladimir Putin"], "Otan"),
        ("list", ["NATO", "Vladimir Putin"], "Otan"),
        ("interface", ["Otan", "Vladimir Poutine"], "Putin"),
    ] {
        let shown = named(names, &[]);
        assert!(there.iter().all(|name| shown.contains(name)) && !shown.contains(not), "{names}: {shown}");
        assert!(named(names, &["--format", "json"]).contains("\"name\":\"Vladimir Putin\""));
    }
}

#[test]
fn events_stand_in_order_of_time_and_in_groups() {
    let events = json(&["events"]);
    assert!(!events.is_empty() && keys(&events[0]).len() == 13, "{:?}", events.first());
    assert!(events.iter().all(|event| event["start"].as_str() <= event["end"].as_str()));
    assert!(events.iter().all(|event| event["sentence"].as_str().unwrap().contains(event["text"].as_str().unwrap())));
    let grouped = json(&["events", "--by", "month"]);
    let groups: Vec<&str> = grouped.iter().filter_map(|event| event["group"].as_str()).collect();
    assert!(groups.len() == events.len() && groups.is_sorted() && groups.iter().all(|group| group.len() <= 7));
    let best = json(&["events", "--top", "3"]);
    let most = events.iter().filter_map(|event| event["salience"].as_f64()).fold(0.0, f64::max);
    assert!(best.len() == 3 && best.iter().any(|event| event["salience"].as_f64() == Some(most)));
    liseuse(&["events", "--by", "year"]).assert().success().stdout(contains("2020 ("));
    for event in &events {
        let parts: f64 = event["parts"].as_object().unwrap().values().filter_map(Value::as_f64).sum();
        assert!((parts - event["salience"].as_f64().unwrap()).abs() < 0.005, "{event}");
        assert!(["past", "future", "planned"].contains(&event["told"].as_str().unwrap()));
        assert_eq!(event["sources"][0], event["article"]);
    }
}

#[test]
fn a_file_of_any_format_is_read_on_stdin() {
    let lines =
        "{\"title\": \"Un\", \"text\": \"Le texte.\", \"score\": NaN}\n{\"title\": \"Deux\", \"text\": \"Autre texte.\"}\n{\n";
    let mut command = liseuse(&["list", "--format", "json", "-"]);
    let found = records(command.write_stdin(lines));
    assert_eq!(found.iter().map(|record| &record["title"]).collect::<Vec<_>>(), ["Un", "Deux"]);
    liseuse(&["list", "-"]).write_stdin(lines).assert().success().stderr(contains("-:3"));
    let mail = "Subject: Le budget\nFrom: Ana <a@b.example>\n\nLe texte.\n";
    liseuse(&["list", "-"]).write_stdin(mail).assert().success().stdout(contains("Le budget"));
    liseuse(&["list", "--max-file-size", "3", "-"]).write_stdin(mail).assert().code(2).stderr(contains("more than 3 bytes"));
}

#[test]
fn dates_of_a_text_on_stdin_keep_its_offsets() {
    let text = "\u{feff}  Été\r\n\tIl est parti vendredi 14 août 2020, 🚆 puis en septembre.";
    let mut command = liseuse(&["dates", "--lang", "fr", "--dct", "2020-08-19", "--format", "json", "-"]);
    let found = records(command.write_stdin(text));
    assert!(found.iter().any(|date| date["value"] == "2020-08-14") && found.iter().any(|date| date["value"] == "2020-09"));
    for date in &found {
        assert_eq!(points(text, &date["start"], &date["end"]), date["text"].as_str().unwrap());
        assert_eq!((&date["article"], keys(date).len()), (&Value::from("-"), 6));
    }
    liseuse(&["dates", "-"]).write_stdin("Rien.").assert().code(1).stdout(is_empty());
    liseuse(&["dates", "-"]).write_stdin([0x41, 0xff]).assert().code(2).stderr(contains("not UTF-8 (byte 1)"));
    liseuse(&["dates", "--max-file-size", "3", "-"]).write_stdin("2020").assert().code(2).stderr(contains("more than 3 bytes"));
    fails(&["dates", "-", "seeds"], &["no other path"]);
    fails(&["dates", "--dct", "2020-13-40"], &["2020-13-40 is no date", "YYYY-MM-DD"]);
}

#[test]
fn a_given_publication_date_moves_what_is_counted_from_it() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.txt"), "Un départ\n\nLe ministre est parti en juin. Il reviendra bientôt à Bagdad.\n")
        .unwrap();
    let path = folder.path().to_str().unwrap();
    let value = |dct: &str| json(&["dates", "--dct", dct, path])[0]["value"].clone();
    assert_eq!((value("2020-08-19"), value("1999-08-19")), (Value::from("2020-06"), Value::from("1999-06")));
}

#[test]
fn actors_are_those_that_are_named() {
    let actors = json(&["actors"]);
    let kadhimi = actors.iter().find(|actor| actor["id"] == "mustafa-al-kadhimi").unwrap();
    assert_eq!((&kadhimi["kind"], keys(kadhimi).len()), (&Value::from("person"), 9));
    assert!(actors.iter().all(|actor| actor["mentions"].as_u64() >= actor["articles"].as_u64()));
    // Places that are discovered come last.
    let rank =
        |actor: &Value| (actor["kind"] == "place", std::cmp::Reverse((actor["articles"].as_u64(), actor["mentions"].as_u64())));
    assert!(actors.is_sorted_by_key(rank));
    assert!(kadhimi["first"].as_str() <= kadhimi["last"].as_str() && kadhimi["aliases"].is_array());
}

#[test]
fn search_finds_folded_words_and_their_sentence() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.txt");
    fs::write(&path, ARTICLE).unwrap();
    let path = path.to_str().unwrap();
    let hits = json(&["search", "L'ETAT", path]);
    let body = json(&["read", hits[0]["article"].as_str().unwrap(), path])[0]["body"].as_str().unwrap().to_owned();
    assert_eq!(points(&body, &hits[0]["start"], &hits[0]["end"]), "l’État");
    assert_eq!((hits.len(), hits[0]["sentence"].as_str()), (1, Some("Il a parlé de l’État.")));
    liseuse(&["search", "téhéran", path]).assert().code(1).stdout(is_empty());
    fails(&["search", " ", path], &["nothing to search for"]);
}

#[test]
fn wrong_use_is_one_line_that_says_what_and_what_to_do() {
    fails(&["list", "no/such/folder"], &["no such file or folder", "no/such/folder"]);
    fails(&["list", "--month", "2020-13"], &["2020-13 is no month", "YYYY-MM"]);
    fails(&["list", "--month", "2020"], &["2020 is no month"]);
    fails(&["list", "--lang", "12"], &["12 is no language code"]);
    fails(&["list", "--actor", "Mustafa al-Kadimhi"], &["unknown actor 'Mustafa al-Kadimhi'", "nearest: ", "Mustafa al-Kadhimi"]);
    fails(&["list", "--format", "xml"], &["xml", "json", "`liseuse list --help`"]);
    fails(&["list", "--max-file-size", "huge"], &["huge", "200 MiB"]);
    fails(&["search"], &["TEXT"]);
    fails(&["--bogus"], &["--bogus", "`liseuse --help`"]);
    fails(&["no/such/folder"], &["no such file or folder"]);
}

#[test]
fn without_a_terminal_the_reading_room_names_the_list() {
    fails(&[], &["needs a terminal", "`liseuse list`"]);
    fails(&["seeds", "list"], &["no such file or folder: list"]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_opened_is_named() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser may open every folder.
    if fs::read_dir(folder.path()).is_err() {
        fails(&["list", folder.path().to_str().unwrap()], &["cannot open the folder", folder.path().to_str().unwrap()]);
    }
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_shown() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("good.txt"), ARTICLE).unwrap();
    fs::write(folder.path().join("large.txt"), ARTICLE.repeat(200)).unwrap();
    let path = folder.path().to_str().unwrap();
    let assert = liseuse(&["list", "--max-file-size", "4 KiB", path]).assert().success();
    assert.stdout(contains("Un sommet à Bagdad")).stderr(starts_with("liseuse: ").and(contains("large.txt")));
    fs::remove_file(folder.path().join("good.txt")).unwrap();
    fails(&["list", "--max-file-size", "4 KiB", path], &["large.txt"]);
}

#[test]
fn a_folder_without_files_is_told() {
    let folder = TempDir::new().unwrap();
    fails(&["list", folder.path().to_str().unwrap()], &[folder.path().to_str().unwrap()]);
}

#[test]
fn a_wrong_configuration_is_named_with_its_place() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("config.toml"), "[reader]\nmesure = 60\n").unwrap();
    let configured = |arguments: &[&str]| {
        let mut command = liseuse(arguments);
        command.env("LISEUSE_CONFIG_DIR", folder.path());
        command
    };
    configured(&["list"]).assert().code(2).stderr(contains("config.toml:2:").and(contains("mesure")));
    fs::write(folder.path().join("config.toml"), "[load]\nmax_file_size = 10\n").unwrap();
    configured(&["list", "seeds/README.md"]).assert().code(2).stderr(contains("README.md"));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let one = "{\"title\":\"Titre\",\"text\":\"Un texte assez long pour remplir un tube.\"}\n";
    let articles = one.repeat(2_000);
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("all.jsonl"), articles).unwrap();
    for arguments in [&["list", "--format", "json"][..], &["list"], &["completions", "bash"], &["man"], &["--help"]] {
        let loads = arguments.first() == Some(&"list");
        let mut child = Process::new(BINARY)
            .args(arguments)
            .args(loads.then_some(folder.path()))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = [0];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{arguments:?}: {output:?}");
    }
}

#[test]
fn a_large_archive_is_kept_listed_and_cleared() {
    let (archive, home) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    for at in 0..8 {
        fs::write(archive.path().join(format!("{at}.txt")), format!("{at}. {ARTICLE}").repeat(1600)).unwrap();
    }
    let path = archive.path().to_str().unwrap();
    let here = |arguments: &[&str]| {
        let mut command = liseuse(arguments);
        command.env("LISEUSE_CACHE_DIR", home.path()).args(["--format", "json"]);
        command
    };
    let truth = records(&mut here(&["list", "--no-cache", path]));
    assert!(records(&mut here(&["cache"])).is_empty(), "nothing is kept with --no-cache");
    assert_eq!(records(&mut here(&["list", path])), truth);
    let kept = records(&mut here(&["cache"]));
    assert_eq!(keys(&kept[0]), ["articles", "bytes", "current", "file", "last_used", "paths"]);
    assert_eq!((&kept[0]["articles"], &kept[0]["current"]), (&8.into(), &true.into()));
    assert_eq!(records(&mut here(&["list", path])), truth);
    let other = ["list", "--max-file-size", "1M", path];
    assert_eq!(records(&mut here(&other)), truth);
    assert_eq!(records(&mut here(&["cache"]))[0]["current"], false, "kept with other settings");
    here(&["cache", "clear", "no/such/archive"]).assert().code(1).stdout(is_empty());
    assert_eq!(records(&mut here(&["cache", "clear", path])).len(), 1);
    assert!(records(&mut here(&["cache"])).is_empty());
    here(&["cache", "clear"]).assert().success();
}

#[test]
fn help_man_and_completions_cover_every_command() {
    let commands = ["list", "read", "events", "dates", "actors", "search", "cache", "completions", "man"];
    let text =
        |arguments: &[&str]| String::from_utf8_lossy(&liseuse(arguments).assert().success().get_output().stdout).into_owned();
    let (man, bash) = (text(&["man"]), text(&["completions", "bash"]));
    for command in commands {
        let help = text(&[command, "--help"]);
        assert!(help.contains("Example:") && help.contains(&format!("liseuse {command}")), "{command}: {help}");
        assert!(man.contains(&format!(".SH \"liseuse {command}\"")) && bash.contains(command), "{command}");
    }
    assert!(text(&["--version"]).starts_with("liseuse "));
    for shell in ["zsh", "fish", "elvish", "powershell"] {
        assert!(text(&["completions", shell]).contains("liseuse"), "{shell}");
    }
}

#[test]
fn a_folder_named_like_a_command_is_read_by_its_path() {
    let folder = TempDir::new().unwrap();
    let list = folder.path().join("list");
    fs::create_dir(&list).unwrap();
    let mut file = fs::File::create(list.join("a.txt")).unwrap();
    file.write_all(ARTICLE.as_bytes()).unwrap();
    let here = |arguments: &[&str]| records(liseuse(arguments).current_dir(folder.path()).args(["--format", "json"]));
    assert_eq!((here(&["list"]).len(), here(&["list", "./list"]).len()), (5, 1));
    assert!(Path::new(here(&["list", "list"])[0]["path"].as_str().unwrap()).ends_with("a.txt"));
}

/// The identifiers of the articles that `query` lists, in order.
fn listed(query: &str) -> Vec<String> {
    let output = liseuse(&["list", "--format", "json", "-q", query]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn queries_take_every_form_on_the_command_line() {
    let all = listed("");
    assert_eq!(all.len(), 5);
    for (query, count) in [
        ("kazimi", 3),
        ("actor:kadhimi", 3),
        ("actor:kadhimi -month:2020-05", 2),
        ("month:2020-05,2020-08", 2),
        ("date:2020-05..2020-08", 3),
        ("date:>=2021", 2),
        ("text:\"premier ministre\"", 2),
        ("text:/coup d.etat/ lang:fr", 1),
        ("(source:cnsnews OR source:\"french press\")", 3),
        ("is:inferred NOT source:cnsnews", 2),
        ("lang:en", 0),
    ] {
        assert_eq!(listed(query).len(), count, "{query}");
    }
    let newest = listed("sort:-date");
    assert_eq!(newest, all.iter().rev().cloned().collect::<Vec<_>>());
    let flags = json(&["list", "--actor", "kadhimi", "--month", "2020-05"]);
    assert_eq!(flags.len(), listed("actor:kadhimi month:2020-05").len(), "flags are sugar");
    assert!(json(&["search", "ministre", "-q", "month:2020-05"]).iter().all(|hit| hit["sentence"].is_string()));
    liseuse(&["list", "-q", "lang:en"]).assert().code(1).stdout(is_empty()).stderr(is_empty());
}

#[test]
fn a_query_that_cannot_be_read_is_told_in_one_line_with_its_place() {
    for (query, told) in [
        ("kazimi date:2020-13", "--query: 2020-13 is no month, at column 13 of kazimi date:2020-13"),
        ("acter:kazimi", "did you mean actor:?, at column 1 of acter:kazimi"),
        ("irak\n\u{1b}[31m(iran", "unclosed parenthesis, at column 6 of irak (iran"),
        ("@nothing", "no saved query is named \"nothing\""),
    ] {
        fails(&["list", "-q", query], &[told]);
        fails(&["search", "irak", "-q", query], &[told]);
    }
}

#[test]
fn saved_queries_serve_the_command_line_and_a_wrong_one_matters_only_when_it_is_used() {
    let home = TempDir::new().unwrap();
    let queries = "[queries]\nkadhimi = \"actor:kadhimi sort:-date\"\nwrong = \"date:2020-13\"\n";
    fs::write(home.path().join("config.toml"), queries).unwrap();
    let with = |query: &str| {
        let mut command = liseuse(&["list", "-q", query]);
        command.env("LISEUSE_CONFIG_DIR", home.path());
        command
    };
    with("@kadhimi -month:2020-05").assert().success().stderr(is_empty());
    with("@wrong").assert().code(2).stderr(contains("in @wrong: 2020-13 is no month"));
}

#[test]
fn what_prints_nothing_says_so() {
    let home = TempDir::new().unwrap();
    let said = |arguments: &[&str], words: &str| {
        let mut command = liseuse(arguments);
        for variable in ["LISEUSE_DATA_DIR", "LISEUSE_CONFIG_DIR", "LISEUSE_CACHE_DIR"] {
            command.env(variable, home.path().join(variable));
        }
        command.assert().stderr(contains(words));
    };
    let dossier = home.path().join("dossier.md");
    said(&["export", "-o", dossier.to_str().unwrap()], "nothing is written");
    assert!(!dossier.exists());
    said(&["notes"], "no highlight and no note is like this");
    said(&["notes", "log"], "nothing was done to notes yet");
    said(&["backup", "--list"], "no backup was made");
    said(&["case", "list"], "has no case");
    said(&["cache", "clear", "nowhere"], "nothing is kept of these paths");
}

#[test]
fn what_the_system_refuses_is_told_once_and_in_the_language_of_the_interface() {
    let mut command = liseuse(&["--lang", "fr", "restore", "/nowhere/at/all.tgz"]);
    let told =
        command.assert().code(2).stderr(contains("n’existe pas").and(contains("os error").not())).get_output().stderr.clone();
    let told = String::from_utf8(told).unwrap();
    assert_eq!(told.matches("n’existe pas").count(), 1, "{told}");
}
