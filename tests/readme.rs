//! Every command in the README, run. A line shown there that ends with `…` is the head of a longer one, and `…` alone stands
//! for all lines that follow.

#![cfg(test)]

use std::env;
use std::path::Path;
use std::process::Command;

const README: &str = include_str!("../README.md");
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A command of the README with the lines it is said to print.
struct Example {
    command: &'static str,
    shown: Vec<&'static str>,
}

/// The lines of the fenced blocks in the language `lang`.
fn lines_of(lang: &str) -> Vec<&'static str> {
    let mut inside = false;
    let mut lines = Vec::new();
    for line in README.lines() {
        match line.strip_prefix("```") {
            Some(opened) => inside = opened == lang,
            None if inside => lines.push(line),
            None => {}
        }
    }
    lines
}

fn examples() -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    for line in lines_of("console") {
        match (line.strip_prefix("$ "), examples.last_mut()) {
            (Some(command), _) => examples.push(Example { command, shown: Vec::new() }),
            (None, Some(example)) => example.shown.push(line),
            (None, None) => panic!("{line} stands before any command"),
        }
    }
    examples
}

/// What `command` prints in a shell that finds the program, at the head of the repository, for a user without files.
fn printed(command: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_liseuse"));
    let path = [program.parent().unwrap().as_os_str(), env::var_os("PATH").unwrap().as_os_str()].join(":".as_ref());
    let home = tempfile::tempdir().unwrap();
    let mut shell = Command::new("sh");
    shell.env("LC_ALL", "C.UTF-8");
    for name in ["LISEUSE_DATA_DIR", "LISEUSE_CONFIG_DIR", "LISEUSE_CACHE_DIR"] {
        shell.env(name, home.path());
    }
    let output = shell.args(["-c", command]).env("PATH", path).current_dir(ROOT).output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn is_shown(line: &str, shown: &str) -> bool {
    shown.strip_suffix('…').map_or(line == shown, |head| line == shown || line.starts_with(head))
}

#[test]
fn every_command_prints_what_the_readme_shows() {
    for Example { command, mut shown } in examples() {
        let printed = printed(command);
        let mut lines: Vec<&str> = printed.lines().collect();
        if shown.last() == Some(&"…") {
            shown.pop();
            lines.truncate(shown.len());
        }
        let same = lines.len() == shown.len() && lines.iter().zip(&shown).all(|(line, shown)| is_shown(line, shown));
        assert!(same, "$ {command}\nprints\n{}\nand the README shows\n{}", lines.join("\n"), shown.join("\n"));
    }
}

#[test]
fn every_subcommand_is_shown() {
    let help = printed("liseuse --help");
    let commands = help.split("Commands:\n").nth(1).unwrap().lines().take_while(|line| !line.is_empty());
    let names: Vec<&str> =
        commands.filter_map(|line| line.strip_prefix("  ")?.split(' ').next()).filter(|name| !name.is_empty()).collect();
    assert!(names.len() >= 8, "{names:?}");
    let examples = examples();
    for name in names {
        assert!(
            examples.iter().any(|example| example.command.contains(&format!("liseuse {name}"))),
            "liseuse {name} is not shown"
        );
    }
}

#[test]
fn the_two_commands_are_those_that_ci_holds() {
    // `tests/pty` opens the room that the first one runs, and this is the second.
    assert_eq!(lines_of("sh"), ["cargo run --release", "cargo test"]);
    let ci = include_str!("../.ci/run");
    assert!(ci.lines().last().is_some_and(|line| line.starts_with("cargo test")), "{ci}");
}

#[test]
fn the_pictures_are_there() {
    let french = std::fs::read_to_string(Path::new(ROOT).join("README.fr.md")).unwrap();
    for (page, name) in [(README, "docs/screen.svg"), (&*french, "docs/screen.fr.svg")] {
        let picture = std::fs::read_to_string(Path::new(ROOT).join(name)).unwrap();
        assert!(page.contains(&format!("({name})")) && picture.starts_with("<svg") && picture.len() < 200_000, "{name}");
    }
}
