//! Every command in the pages on scale, tables and the ledger, run in their order on a folder `press` of articles. A line shown there that
//! ends with `…` is the head of a longer one, and `…` alone stands for all lines that follow.

#![cfg(test)]

use std::path::Path;
use std::process::Command;
use std::{env, fs};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The commands of the page and the lines each is said to print.
fn examples(page: &str) -> Vec<(String, Vec<String>)> {
    let mut examples: Vec<(String, Vec<String>)> = Vec::new();
    for block in page.split("```console\n").skip(1).filter_map(|rest| rest.split("```").next()) {
        for line in block.lines() {
            match (line.strip_prefix("$ "), examples.last_mut()) {
                (Some(command), _) => examples.push((command.to_owned(), Vec::new())),
                (None, Some((command, shown))) if shown.is_empty() && command.ends_with('\\') => {
                    command.pop();
                    command.push_str(line.trim_start());
                }
                (None, Some((_, shown))) => shown.push(line.to_owned()),
                (None, None) => panic!("{line} stands before any command"),
            }
        }
    }
    examples
}

fn is_shown(line: &str, shown: &str) -> bool {
    shown.strip_suffix('…').map_or(line == shown, |head| line.starts_with(head))
}

/// Runs all commands of the page in one folder.
fn run(name: &str) {
    let page = fs::read_to_string(Path::new(ROOT).join("docs").join(name)).unwrap();
    let place = tempfile::tempdir().unwrap();
    let press = place.path().join("press");
    fs::create_dir(&press).unwrap();
    for file in fs::read_dir(Path::new(ROOT).join("seeds")).unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_some_and(|ending| ending == "txt") {
            fs::copy(&file, press.join(file.file_name().unwrap())).unwrap();
        }
    }
    let program = Path::new(env!("CARGO_BIN_EXE_liseuse"));
    let path = [program.parent().unwrap().as_os_str(), env::var_os("PATH").unwrap().as_os_str()].join(":".as_ref());
    let examples = examples(&page);
    assert!(examples.len() > 2, "{name} shows commands");
    for (command, mut shown) in examples {
        let mut shell = Command::new("sh");
        for folder in ["DATA", "CONFIG", "CACHE"] {
            shell.env(format!("LISEUSE_{folder}_DIR"), place.path().join(".home"));
        }
        let output = shell.args(["-c", &command]).env("PATH", &path).current_dir(place.path()).output().unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
        let mut lines: Vec<&str> = printed.lines().collect();
        if shown.last().is_some_and(|line| line == "…") {
            shown.pop();
            lines.truncate(shown.len());
        }
        let same = lines.len() == shown.len() && lines.iter().zip(&shown).all(|(line, shown)| is_shown(line, shown));
        assert!(same, "{name}: $ {command}\nprints\n{printed}\nand the page shows\n{}", shown.join("\n"));
    }
}

#[test]
fn the_commands_of_scale_print_what_it_shows() {
    run("scale.md");
}

#[test]
fn the_commands_of_tables_print_what_it_shows() {
    run("tables.md");
}

#[test]
fn the_commands_of_the_ledger_print_what_it_shows() {
    run("ledger.md");
}
