//! The languages of the interface: every text of ours is in every catalogue, with what is filled in and the signs of its language.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use liseuse::app::keys::command::COMMANDS;
use liseuse::ingest::formats::FORMATS;
use liseuse::locale::{Locale, pattern};
use liseuse::model::property::{Asked, PropertyId, Words};
use liseuse::query::language::keyword::{Has, Is, Key, Keyword as _, SortKey};
use liseuse::text::fold::fold;
use polib::po_file;
use regex::Regex;

/// A text that a source marks as ours: its context, and the text, in English.
type Text = (Option<String>, String);

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let nested = entries.flat_map(|path| if path.is_dir() { rust_files(&path) } else { vec![path] });
    nested.filter(|path| path.extension().is_some_and(|ending| ending == "rs")).collect()
}

/// The text of a literal.
fn unescaped(literal: &str) -> String {
    static JOINT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\\\n\s*").unwrap());
    static SIGN: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\\(?:u\{([0-9a-fA-F]+)\}|(.))").unwrap());
    let joined = JOINT.replace_all(literal, "");
    let sign = |found: &regex::Captures<'_>| match (found.get(1), found.get(2).map(|sign| sign.as_str())) {
        (Some(code), _) => char::from_u32(u32::from_str_radix(code.as_str(), 16).unwrap()).unwrap().to_string(),
        (_, Some("n")) => "\n".to_owned(),
        (_, Some("t")) => "\t".to_owned(),
        (_, other) => other.unwrap().to_owned(),
    };
    SIGN.replace_all(&joined, sign).into_owned()
}

/// All texts that the sources wrap in `tr!` or `tr_later!`, and those of the table of commands.
fn texts() -> BTreeSet<Text> {
    let literal = r#""((?:[^"\\]|\\.)*)""#;
    let wrapped = format!(r"(?s)\btr(?:_later)?!\(\s*(?:{literal}\s*=>\s*)?{literal}");
    let wrapped = Regex::new(&wrapped).unwrap();
    let mut texts = BTreeSet::new();
    for file in rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let source = fs::read_to_string(&file).unwrap();
        let code = source.split("#[cfg(test)]\nmod").next().unwrap();
        if file.ends_with("tests.rs") {
            continue;
        }
        let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        for found in wrapped.captures_iter(&code.join("\n")) {
            texts.insert((found.get(1).map(|context| unescaped(context.as_str())), unescaped(&found[2])));
        }
    }
    texts.extend(tables().filter(|text| text.chars().any(char::is_alphabetic)).map(|text| (None, text.to_owned())));
    let commands = COMMANDS.iter().flat_map(|spec| [spec.title, spec.hint]).filter(|text| !text.is_empty());
    texts.extend(commands.map(|text| (None, text.to_owned())));
    texts.extend(descriptions().map(|text| (Some("actor".to_owned()), text)));
    texts
}

/// The actors of the list.
fn entries() -> impl Iterator<Item = serde_json::Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/actors");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter_map(|file| serde_json::from_str::<Vec<serde_json::Value>>(&fs::read_to_string(file).unwrap()).ok()).flatten()
}

/// What the list says of its actors and the offices they held.
fn descriptions() -> impl Iterator<Item = String> {
    let said = |entry: serde_json::Value| {
        let offices = entry["offices"].as_array().into_iter().flatten().map(|office| office["title"].clone()).collect::<Vec<_>>();
        [entry["description"].clone(), entry["source"].clone()]
            .into_iter()
            .chain(offices)
            .filter_map(|text| Some(text.as_str()?.to_owned()))
            .collect::<Vec<_>>()
    };
    entries().flat_map(said)
}

/// The texts of tables: what the words of queries and the properties of notes mean.
fn tables() -> impl Iterator<Item = &'static str> {
    let words = |(said, undone, asked): (Words, Option<Words>, Asked)| {
        said.into_iter().chain(undone.into_iter().flatten()).chain([asked.meaning()])
    };
    let properties = PropertyId::ALL.iter().map(|id| id.row()).flat_map(move |row| words((row.said, row.undone, row.asked)));
    let keys = Key::ALL.iter().map(|word| word.meaning()).chain(SortKey::ALL.iter().map(|word| word.meaning()));
    properties.chain(keys).chain(Has::ALL.iter().map(|word| word.meaning())).chain(Is::ALL.iter().map(|word| word.meaning()))
}

fn others() -> impl Iterator<Item = Locale> {
    Locale::all().filter(|locale| *locale != Locale::ENGLISH)
}

/// The names in braces, such as `{count}`.
fn names(text: &str) -> BTreeSet<&str> {
    static NAME: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\{([a-z_-]+)\}").unwrap());
    NAME.captures_iter(text).map(|found| found.get(1).unwrap().as_str()).collect()
}

#[test]
fn every_text_is_in_every_catalogue() {
    let texts = texts();
    assert!(texts.len() > 500, "{} texts", texts.len());
    for locale in others() {
        let has = |(context, text): &&Text| locale.within(|| pattern(context.as_deref(), text)).is_some();
        let missing: Vec<&Text> = texts.iter().filter(|text| !has(text)).collect();
        assert!(missing.is_empty(), "not in assets/locales/{}.po: {missing:#?}", locale.code());
    }
}

#[test]
fn errors_are_told_in_the_language_of_the_interface() {
    let untranslated = Regex::new(r#"(?:(?:anyhow|bail)!\(|\.context\(|\|\| format!\()\s*"[^"]*[a-z]{2} [^"]*""#).unwrap();
    let files = rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let of_people =
        |file: &&PathBuf| !file.components().any(|part| matches!(part.as_os_str().to_str(), Some("analysis" | "ingest")));
    for file in files.iter().filter(of_people).filter(|file| !file.ends_with("tests.rs")) {
        let source = fs::read_to_string(file).unwrap();
        let code = source.split("#[cfg(test)]\nmod").next().unwrap();
        let found = untranslated.find(code).map(|found| found.as_str());
        assert_eq!(found, None, "{}: a text of ours that is in no catalogue", file.display());
    }
}

#[test]
fn a_catalogue_holds_no_text_that_is_gone() {
    let texts = texts();
    for locale in others() {
        let file = format!("{}/assets/locales/{}.po", env!("CARGO_MANIFEST_DIR"), locale.code());
        let catalogue = po_file::parse(Path::new(&file)).unwrap();
        let key =
            |message: &dyn polib::message::MessageView| (message.msgctxt().map(ToOwned::to_owned), message.msgid().to_owned());
        // The texts of the command line's help stand in comments, and a test beside them holds those; the rules of dates are kept in
        // English with an archive, what is said of formats in JSON; the names of actors have a test of their own.
        let stands_apart = |(context, _): &Text| matches!(context.as_deref(), Some("help" | "rule" | "format" | "actor name"));
        let all = catalogue.messages().map(key).filter(|text| !stands_apart(text));
        let gone: Vec<Text> = all.filter(|key| !texts.contains(key)).collect();
        assert!(gone.is_empty(), "in {file}, but in no source: {gone:#?}");
    }
}

/// What the formats say of themselves, why a file is taken for one, and what is left out of it.
fn of_formats() -> BTreeSet<String> {
    let said = Regex::new(r#"\b(?:Some|then_some|left_out)\(\s*"([a-z][^" ]* [^"]+)"\s*[,)]"#).unwrap();
    let ingest = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ingest");
    let mut files = rust_files(&ingest.join("formats"));
    files.extend([ingest.join("formats.rs"), ingest.join("load/inspection.rs")]);
    files.retain(|file| !file.ends_with("tests.rs"));
    let mut texts: BTreeSet<String> = FORMATS.iter().map(|format| format.about.to_owned()).collect();
    for file in files {
        let source = fs::read_to_string(&file).unwrap();
        let code = source.split("#[cfg(test)]\nmod").next().unwrap();
        texts.extend(said.captures_iter(code).map(|found| found[1].to_owned()));
    }
    texts
}

#[test]
fn what_is_said_of_formats_is_in_every_catalogue() {
    let texts = of_formats();
    assert!(texts.len() > 90, "{} texts", texts.len());
    for locale in others() {
        let missing: Vec<&String> =
            texts.iter().filter(|text| locale.within(|| pattern(Some("format"), text)).is_none()).collect();
        assert!(missing.is_empty(), "not in assets/locales/{}.po, context format: {missing:#?}", locale.code());
    }
}

#[test]
fn the_rules_of_dates_and_words_of_formats_are_those_of_the_sources() {
    let files = rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let sources: Vec<String> = files.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    for locale in others() {
        let file = format!("{}/assets/locales/{}.po", env!("CARGO_MANIFEST_DIR"), locale.code());
        let catalogue = po_file::parse(Path::new(&file)).unwrap();
        let rules: Vec<String> = catalogue
            .messages()
            .filter(|one| matches!(one.msgctxt(), Some("rule" | "format")))
            .map(|one| one.msgid().to_owned())
            .collect();
        let gone = |rule: &&String| !sources.iter().any(|source| source.contains(&format!("\"{rule}\"")));
        let gone: Vec<&String> = rules.iter().filter(gone).collect();
        assert!(rules.len() > 130 && gone.is_empty(), "in {file}, but in no source: {gone:#?}");
    }
}

#[test]
fn the_name_of_an_actor_in_another_language_is_one_of_its_spellings() {
    let listed: BTreeMap<String, Vec<String>> = entries()
        .map(|entry| {
            let all = ["spellings", "short"].iter().flat_map(|key| entry[*key].as_array().into_iter().flatten());
            let all = all.map(|name| fold(name.as_str().unwrap())).collect();
            (entry["name"].as_str().unwrap().to_owned(), all)
        })
        .collect();
    for locale in others() {
        let file = format!("{}/assets/locales/{}.po", env!("CARGO_MANIFEST_DIR"), locale.code());
        let catalogue = po_file::parse(Path::new(&file)).unwrap();
        let named = catalogue.messages().filter(|one| one.msgctxt() == Some("actor name"));
        let named: Vec<(&str, &str)> = named.map(|one| (one.msgid(), one.msgstr().unwrap())).collect();
        let is_known = |(name, theirs): &&(&str, &str)| listed.get(*name).is_some_and(|all| all.contains(&fold(theirs)));
        let unknown: Vec<_> = named.iter().filter(|pair| !is_known(pair)).collect();
        assert!(named.len() > 500 && unknown.is_empty(), "{unknown:#?}");
    }
}

#[test]
fn a_translation_fills_in_what_the_text_does() {
    for locale in others() {
        for (context, text) in texts() {
            let translation = locale.within(|| pattern(context.as_deref(), &text)).unwrap_or(&text);
            // The words for one of a thing may leave its number out.
            let (theirs, ours) = (names(translation), names(&text));
            assert!(theirs.is_subset(&ours), "{text:?} as {translation:?}");
            assert!(ours.iter().all(|name| theirs.contains(name)), "{text:?} as {translation:?}");
            let (lead, end) = (text.starts_with(' '), text.ends_with(' '));
            assert_eq!((translation.starts_with(' '), translation.ends_with(' ')), (lead, end), "{text:?} as {translation:?}");
        }
    }
}

#[test]
fn french_has_its_signs() {
    let french = Locale::named("fr").unwrap();
    let wrong = Regex::new(r"[\p{L}\p{N}\}] [:;!?»%](?:[ .,;]|$)|« |\p{L}'\p{L}|[“”]|[^\s\u{a0}][;?!](?: |$)").unwrap();
    for (context, text) in texts() {
        let translation = french.within(|| pattern(context.as_deref(), &text)).unwrap_or_default();
        assert!(!wrong.is_match(translation), "{translation:?}");
    }
}
