//! Actors that no list knows, as the command line prints them and as an archive keeps them over a rescan.

#![cfg(test)]

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use assert_cmd::Command;
use liseuse::analysis::actors::Gazetteer;
use liseuse::ingest::cache::{Cache, CacheKey};
use liseuse::ingest::{ArchiveLoader, Options, Origin, load_all, load_shelf};
use liseuse::model::archive::Archive;
use serde_json::Value;
use tempfile::TempDir;

const FIRST: &str = "Le général Anwar al-Tamrani a rencontré Luce Merval à Dorvane, mardi.\n\n\
    Selon Tamrani, le mouvement Zahrat refuse. «Non», a dit Merval. Le Front de libération tamrite (FLT) accepte.\n";
const SECOND: &str = "ANOUAR TAMRANI DÉNONCE LE FLT\n\n\
    Anouar Tamrani dénonce le mouvement Zahrat. Le FLT a répondu à Luce Merval, porte-parole. Zahrat a menti.\n";
const THIRD: &str = "General Anwar Tamrani said on Monday that Luce Merval will meet the Senate Trade Committee in Dorvane.\n\n\
    Tamrani spoke in Dorvane. Many Dorvanians left.\n";

fn archive() -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in [("1.txt", FIRST), ("2.txt", SECOND), ("3.txt", THIRD)] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn records(folder: &Path, arguments: &[&str], config: Option<&Path>) -> Vec<Value> {
    let nowhere = Path::new(concat!(env!("CARGO_TARGET_TMPDIR"), "/no-such-folder"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_liseuse"));
    command.env("LISEUSE_DATA_DIR", nowhere).env("LISEUSE_CACHE_DIR", nowhere);
    command.env("LISEUSE_CONFIG_DIR", config.unwrap_or(nowhere));
    let output = command.args(arguments).args(["--format", "json"]).arg(folder).assert().success().get_output().stdout.clone();
    String::from_utf8(output).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn names_are_found_joined_and_given_a_kind() {
    let folder = archive();
    let actors = records(folder.path(), &["actors", "--no-gazetteer"], None);
    let told = |id: &str| {
        let actor = actors.iter().find(|actor| actor["id"] == id).unwrap_or_else(|| panic!("{id} in {actors:#?}"));
        assert_eq!(actor["discovered"], true);
        (actor["kind"].as_str().unwrap(), actor["mentions"].as_u64().unwrap(), actor["articles"].as_u64().unwrap())
    };
    assert_eq!(told("anwar-al-tamrani"), ("person", 6, 3));
    assert_eq!(told("luce-merval"), ("person", 4, 3));
    assert_eq!(told("zahrat").0, "party");
    assert_eq!(told("senate-trade-committee").0, "institution");
    assert_eq!(told("front-de-liberation-tamrite"), ("party", 4, 2));
    assert_eq!(told("dorvane").0, "place", "a town, and last of all");
    assert_eq!(actors.last().map(|actor| &actor["id"]), Some(&Value::from("dorvane")));
    assert!(!actors.iter().any(|actor| actor["name"].as_str().unwrap().contains("Dorvanian")), "{actors:#?}");
}

#[test]
fn every_run_of_the_program_gives_the_same() {
    let folder = archive();
    let sample = |subcommand: &str| {
        let nowhere = Path::new(concat!(env!("CARGO_TARGET_TMPDIR"), "/no-such-folder"));
        let mut command = Command::new(env!("CARGO_BIN_EXE_liseuse"));
        command.env("LISEUSE_DATA_DIR", nowhere).env("LISEUSE_CACHE_DIR", nowhere).env("LISEUSE_CONFIG_DIR", nowhere);
        command.args([subcommand, "--no-gazetteer", "--format", "json"]).assert().success().get_output().stdout.clone()
    };
    let own = || records(folder.path(), &["actors", "--no-gazetteer"], None);
    let (first, told) = (own(), ["list", "actors", "events"].map(sample));
    for _ in 0..3 {
        assert_eq!(own(), first);
        assert!(["list", "actors", "events"].map(sample) == told, "of the sample");
    }
}

#[test]
fn a_discovered_actor_can_be_asked_for() {
    let folder = archive();
    for arguments in [["list", "--no-gazetteer", "--actor", "Merval"], ["list", "--no-gazetteer", "-q", "actor:anwar-al-tamrani"]]
    {
        assert_eq!(records(folder.path(), &arguments, None).len(), 3);
    }
    let mut unknown = Command::new(env!("CARGO_BIN_EXE_liseuse"));
    unknown.args(["list", "--no-cache", "--actor", "Zygmund"]).arg(folder.path());
    let output = unknown.assert().code(2).get_output().stderr.clone();
    assert!(String::from_utf8(output).unwrap().contains("unknown actor 'Zygmund'"));
}

#[test]
fn the_list_can_be_switched_off_in_the_configuration() {
    let (folder, config) = (archive(), TempDir::new().unwrap());
    fs::write(folder.path().join("4.txt"), "Le président Donald Trump a parlé.\n").unwrap();
    let trump = |config| {
        let actors = records(folder.path(), &["actors"], config);
        actors.iter().find(|actor| actor["id"] == "donald-trump").unwrap()["discovered"].as_bool().unwrap()
    };
    assert!(!trump(None));
    fs::write(config.path().join("config.toml"), "[actors]\ngazetteer = false\n").unwrap();
    assert!(trump(Some(config.path())));
}

#[test]
fn the_cache_and_a_rescan_give_what_a_first_loading_gives() {
    let (folder, home, gazetteer) = (archive(), TempDir::new().unwrap(), Gazetteer::default());
    let origin = Origin::Paths(vec![folder.path().to_owned()]);
    let key = CacheKey::new(&Options::default(), false, "");
    let cache = Cache { folder: home.path().to_owned(), key, max_size: Cache::MAX_SIZE, least: 0, copied: 0 };
    let open = || ArchiveLoader::new(origin.clone(), Options::default(), Some(cache.clone()));
    let mut shelf = open();
    shelf.load(&gazetteer, &mut |_| ControlFlow::Continue(()));
    shelf.keep().unwrap();
    let anew = || picture(&load_all(&origin, &Options::default(), &gazetteer).0);
    assert_eq!(picture(&load_shelf(&mut open(), &gazetteer, &mut |_| ()).0), anew());
    fs::write(folder.path().join("0.txt"), "La ministre Odile Kerjean a parlé à Luce Merval. Kerjean a ri.\n").unwrap();
    fs::remove_file(folder.path().join("3.txt")).unwrap();
    let now = picture(&load_shelf(&mut open(), &gazetteer, &mut |_| ()).0);
    assert_eq!(now, anew());
    assert!(now.iter().any(|(name, _)| name == "Odile Kerjean"), "{now:?}");
}

/// Who is named in each article, and how often.
fn picture(archive: &Archive) -> Vec<(String, usize)> {
    let named = archive.iter().flat_map(|(_, article)| article.actors());
    named.map(|(actor, count)| (archive.actors().name(actor).to_owned(), count)).collect()
}
