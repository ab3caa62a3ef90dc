//! The pages of `docs` and the map of the house, held to what the program is and does.

#![cfg(test)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use liseuse::analysis::actors::Gazetteer;
use liseuse::app::keys::keymap::Keymap;
use liseuse::app::keys::keys_page::keys_page;
use liseuse::config::Config;
use liseuse::config::dirs::Dirs;
use serde_json::Value;

fn page(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// All pages: those at the head of the repository but the long list of packages, and those of `docs`.
fn pages() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let docs =
        fs::read_dir(root.join("docs")).unwrap().map(|entry| format!("docs/{}", entry.unwrap().file_name().to_str().unwrap()));
    let heads = ["README.md", "README.fr.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"];
    heads
        .map(str::to_owned)
        .into_iter()
        .chain(docs.filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "md")))
        .collect()
}

/// The fenced blocks of `page` in the language `lang`.
fn blocks<'a>(page: &'a str, lang: &str) -> Vec<&'a str> {
    let fence = format!("```{lang}\n");
    page.split(fence.as_str()).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

/// The fields of a record; those of the records inside it behind a dot.
fn fields(record: &Value, outer: &str, found: &mut BTreeSet<String>) {
    match record {
        Value::Object(object) => {
            for (name, value) in object {
                found.insert(format!("{outer}{name}"));
                fields(value, &format!("{outer}{name}."), found);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| fields(value, outer, found)),
        _ => {}
    }
}

fn printed(arguments: &[&str]) -> BTreeSet<String> {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_liseuse"));
    command.env("LC_ALL", "C");
    for name in ["LISEUSE_DATA_DIR", "LISEUSE_CONFIG_DIR", "LISEUSE_CACHE_DIR"] {
        command.env(name, home.path());
    }
    let output = command.args(arguments).args(["--format", "json"]).assert().success().get_output().stdout.clone();
    let mut found = BTreeSet::new();
    for line in String::from_utf8(output).unwrap().lines() {
        fields(&serde_json::from_str(line).unwrap(), "", &mut found);
    }
    found
}

#[test]
fn the_page_of_keys_is_the_table_of_commands() {
    assert_eq!(page("docs/keys.md"), keys_page(), "write it anew: cargo run --example keys_page > docs/keys.md");
}

#[test]
fn the_examples_of_configuration_are_read() {
    let pages = page("docs/configuration.md") + &keys_page();
    let examples = blocks(&pages, "toml");
    for name in ["config.toml", "keymap.toml", "actors.toml"] {
        let mut named = examples.iter().filter(|text| text.lines().next() == Some(&format!("# {name}"))).peekable();
        assert!(named.peek().is_some(), "an example of {name}");
        for text in named {
            match name {
                "keymap.toml" => drop(Keymap::new(text).unwrap()),
                "actors.toml" => drop(Gazetteer::with_corrections(text).unwrap()),
                _ => {
                    let folder = tempfile::tempdir().unwrap();
                    fs::write(folder.path().join(name), text).unwrap();
                    let dirs = Dirs { config: Some(folder.path().to_owned()), ..Dirs::default() };
                    assert_ne!(Config::load(&dirs).unwrap(), Config::default());
                }
            }
        }
    }
}

#[test]
fn the_fields_of_each_record_are_those_that_are_documented() {
    let page = page("docs/json.md");
    let id = "8fafe548674a";
    for arguments in [&["list"][..], &["read", id], &["events", "--by", "month"], &["dates"], &["actors"], &["search", "Bagdad"]]
    {
        let name = arguments[0];
        let section = page.split(&format!("## {name}\n")).nth(1).unwrap().split("\n## ").next().unwrap();
        let rows = section.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
        let mut documented: BTreeSet<String> = rows.map(|(field, _)| field.to_owned()).collect();
        if name == "read" {
            documented.extend(printed(&["list"]));
        }
        assert_eq!(documented, printed(arguments), "{name}");
    }
}

/// A doc comment is no string: what is escaped in it is printed with its backslash.
#[test]
fn no_help_prints_an_escaped_quotation_mark() {
    let help = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_liseuse"));
        String::from_utf8(command.env("LC_ALL", "C").args(arguments).assert().success().get_output().stdout.clone()).unwrap()
    };
    let all = help(&["--help"]);
    let commands = all.split("Commands:\n").nth(1).unwrap().lines().take_while(|line| !line.is_empty());
    for name in commands.filter_map(|line| line.strip_prefix("  ")?.split(' ').next().filter(|name| !name.is_empty())) {
        let text = help(&["help", name]);
        assert!(!text.contains("\\\""), "{name}: {text}");
    }
}

#[test]
fn the_map_of_the_house_is_short_and_names_every_room() {
    let map = page("ARCHITECTURE.md");
    assert!(map.lines().count() <= 120, "{} lines", map.lines().count());
    for line in page("src/lib.rs").lines() {
        if let Some(module) = line.strip_prefix("pub mod ").and_then(|rest| rest.strip_suffix(';')) {
            assert!(map.contains(&format!("`{module}`")), "{module}");
        }
    }
}

#[test]
fn files_that_the_pages_name_are_there() {
    for name in pages() {
        let text = page(&name);
        let named = text.split('`').skip(1).step_by(2).filter(|words| {
            ["src/", "tests/", "assets/", "docs/", "examples/", "benches/", "seeds/"].iter().any(|root| words.starts_with(root))
                && !words.contains(['<', '*', ' ', '{'])
        });
        for file in named {
            assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(file).exists(), "{name}: {file}");
        }
    }
}

/// The anchor that a heading has on a page: its letters and digits in small letters, its spaces as hyphens.
fn anchor(heading: &str) -> String {
    let kept = heading.trim().to_lowercase();
    kept.chars()
        .filter(|sign| sign.is_alphanumeric() || "-_ ".contains(*sign))
        .map(|sign| if sign == ' ' { '-' } else { sign })
        .collect()
}

#[test]
fn links_between_the_pages_lead_somewhere() {
    for name in pages() {
        let text = page(&name);
        let folder = Path::new(&name).parent().unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if link.contains(['<', ' ', ':']) {
                continue;
            }
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let path = if file.is_empty() { name.clone() } else { folder.join(file).to_str().unwrap().to_owned() };
            assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path).exists(), "{name}: {link}");
            let text = if heading.is_empty() { String::new() } else { page(&path) };
            let mut headings = text.lines().filter(|line| line.starts_with('#')).map(|line| anchor(line.trim_start_matches('#')));
            assert!(heading.is_empty() || headings.any(|found| found == heading), "{name}: {link}");
        }
    }
}

/// What the program is made of, as `cargo run --example notices` has written it, is what is built.
#[test]
fn the_third_party_notices_are_those_of_the_packages_built() {
    let (notices, lock) = (page("THIRD-PARTY.md"), page("Cargo.lock"));
    let listed: Vec<(&str, &str)> = notices
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split_once(" | "))
        .filter_map(|(name, rest)| Some((name, rest.split_once(" | ")?.0)))
        .filter(|(name, _)| *name != "package")
        .collect();
    assert!(listed.len() > 200);
    let stale = listed.iter().find(|(name, version)| !lock.contains(&format!("name = \"{name}\"\nversion = \"{version}\"\n")));
    assert_eq!(stale, None, "run `cargo run --example notices > THIRD-PARTY.md`");
    let manifest = page("Cargo.toml");
    let needed = manifest.split("[dependencies]\n").nth(1).unwrap().split("\n\n").next().unwrap();
    for line in needed.lines() {
        let package = line.split_once("package = \"").map_or(line, |(_, rest)| rest);
        let name = package.split(['"', ' ', '=']).next().unwrap();
        assert!(listed.iter().any(|(known, _)| *known == name), "{name}: run `cargo run --example notices > THIRD-PARTY.md`");
    }
}
