//! Corrections over a restart: whatever was corrected, the next run shows the same facts, from the cache and without it, and so
//! does the command line.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use assert_cmd::Command;
use liseuse::analysis::actors::Gazetteer;
use liseuse::analysis::actors::amendment::Amendment;
use liseuse::ingest::cache::{Cache, CacheKey};
use liseuse::ingest::{ArchiveLoader, Options, Origin, load_shelf};
use liseuse::model::actor::{ActorIx, ActorKind};
use liseuse::model::archive::Archive;
use liseuse::notes::action::Action;
use liseuse::notes::corrections::article_corrections::{ArticleCorrections, Corrector};
use liseuse::notes::journal::Journal;
use liseuse::notes::journal::disk::SystemDisk;
use liseuse::notes::state::Notes;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof};
use proptest::{proptest, sample};
use serde_json::Value;
use tempfile::TempDir;

use crate::room::Room;

/// Names that the list has, names that it has not, and days counted from a publication.
const TEXTS: [&str; 6] = [
    "La ministre Odile Kerjean a parlé lundi. Donald Trump a répondu mardi à Mme Kerjean, selon l'ONU.\n",
    "Publié le 4 mai 2020\n\nLe général Anwar al-Tamrani a rencontré Luce Merval hier. Merval a ri. Le Hezbollah nie.\n",
    "General Anouar Tamrani said on Monday that Luce Merval would meet Donald Trump. Tamrani left yesterday.\n",
    "Le Front de libération tamrite (FLT) accepte depuis mercredi. Le FLT a écrit à Odile Kerjean et à l'ONU.\n",
    "Published: 12 June 2020\n\nSpeaker Nancy Pelosi met Luce Merval last week. The FLT said no. Trump laughed on Friday.\n",
    "Odile Kerjean, députée, a voté jeudi contre le Hezbollah. « Non », a dit Anwar al-Tamrani samedi.\n",
];

/// One thing that a person sets right; actors are told by their place among those that are named.
#[derive(Clone, Debug)]
enum Correction {
    Date(usize, &'static str),
    Fact(usize, &'static str, &'static str),
    Merge(sample::Index, sample::Index),
    Split(sample::Index, sample::Index),
    Rename(sample::Index, &'static str),
}

fn correction() -> impl Strategy<Value = Correction> {
    let date = prop_oneof![Just("2019-11-06"), Just("2020-08"), Just("")];
    prop_oneof![
        2 => (0..TEXTS.len(), date).prop_map(|(at, date)| Correction::Date(at, date)),
        3 => (0..TEXTS.len(), fact()).prop_map(|(at, (fact, value))| Correction::Fact(at, fact, value)),
        1 => (any::<sample::Index>(), any::<sample::Index>()).prop_map(|(one, other)| Correction::Merge(one, other)),
        1 => (any::<sample::Index>(), any::<sample::Index>()).prop_map(|(one, spelling)| Correction::Split(one, spelling)),
        1 => (any::<sample::Index>(), prop_oneof![Just("Madame X"), Just("Tamrani (général)")])
            .prop_map(|(one, name)| Correction::Rename(one, name)),
    ]
}

/// A fact that is stated of an article, and what is typed for it.
fn fact() -> impl Strategy<Value = (&'static str, &'static str)> {
    prop_oneof![
        prop_oneof![Just("Un accord à l'aube"), Just("")].prop_map(|value| ("headline", value)),
        prop_oneof![Just("La Gazette"), Just("-"), Just("")].prop_map(|value| ("outlet", value)),
        prop_oneof![Just("Odile Merle"), Just("-")].prop_map(|value| ("author", value)),
        prop_oneof![Just("https://gazette.example/2020/1"), Just("")].prop_map(|value| ("address", value)),
        Just(("section", "Monde")),
        prop_oneof![Just("en"), Just("fr"), Just("")].prop_map(|value| ("language", value)),
    ]
}

/// The actors that `archive` names, in the order of its table.
fn named(archive: &Archive) -> Vec<ActorIx> {
    let mut all: Vec<ActorIx> = archive.iter().flat_map(|(_, article)| article.actors().map(|(actor, _)| actor)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// How many actors were split off so far.
static SPLIT: AtomicUsize = AtomicUsize::new(0);

fn amendment(archive: &Archive, correction: &Correction) -> Option<Amendment> {
    let (all, table) = (named(archive), archive.actors());
    let actor = |at: &sample::Index| table.get(*at.get(&all)).unwrap();
    Some(match correction {
        Correction::Date(..) | Correction::Fact(..) => return None,
        Correction::Merge(one, other) => {
            let (from, into) = (actor(one).id.to_string(), actor(other).id.to_string());
            return (from != into).then_some(Amendment::Merge { from, into });
        }
        Correction::Split(one, spelling) => {
            let spelling = spelling.get(&actor(one).spellings).to_string();
            // One that none has or had: a merge makes the list shorter, and a file of corrections keeps the identifiers it gave.
            let id = format!("apart-{}", SPLIT.fetch_add(1, Ordering::Relaxed));
            Amendment::Found { spelling, id, kind: ActorKind::Person }
        }
        Correction::Rename(one, name) => Amendment::Rename { id: actor(one).id.to_string(), name: (*name).into() },
    })
}

fn correct(room: &mut Room, correction: &Correction) {
    if let Correction::Date(at, date) = correction {
        room.press(&format!("ffile:{at}.txt<Enter><Enter>gD<C-u>{date}<Enter><Esc><Esc>f<C-u><Enter>"));
    }
    if let Correction::Fact(at, fact, value) = correction {
        room.press(&format!("ffile:{at}.txt<Enter><Enter>ge{fact}<Enter><C-u>{value}<Enter><Esc><Esc>f<C-u><Enter>"));
    }
    if let Some(amendment) = amendment(&room.state.archive, correction) {
        room.correct(&amendment);
    }
}

/// All that hangs on a correction: dates, what is stated, who is named how often and how shown, and what is told of which days.
fn facts(archive: &Archive) -> String {
    let mut all = String::new();
    let actor = |ix: ActorIx| archive.actors().get(ix).map_or("?", |actor| &actor.id);
    for (_, article) in archive.iter() {
        writeln!(all, "{} {} {}", article.path(), article.date(), article.date_provenance().name()).unwrap();
        let stated = [Some(article.title()), article.source(), article.author(), article.url(), article.section()];
        writeln!(all, "  {} {stated:?}", article.lang()).unwrap();
        for (ix, mentions) in article.actors() {
            writeln!(all, "  {} = {} {mentions}", actor(ix), archive.actors().name(ix)).unwrap();
        }
        for event in article.events() {
            let leads: Vec<&str> = event.actors.iter().flatten().map(|ix| actor(*ix)).collect();
            writeln!(all, "  {} {:?} {leads:?}", event.interval(), event.timex).unwrap();
        }
    }
    all
}

struct Desk {
    press: TempDir,
    home: TempDir,
}

impl Desk {
    fn new() -> Self {
        let press = TempDir::new().unwrap();
        for (at, text) in TEXTS.iter().enumerate() {
            fs::write(press.path().join(format!("{at}.txt")), text).unwrap();
        }
        Self { press, home: TempDir::new().unwrap() }
    }

    fn shelf(&self, cached: bool, corrections: &str) -> ArchiveLoader {
        let key = CacheKey::new(&Options::default(), true, corrections);
        let cache = Cache { folder: self.home.path().join("cache"), key, max_size: Cache::MAX_SIZE, least: 0, copied: 0 };
        ArchiveLoader::new(Origin::Paths(vec![self.press.path().to_owned()]), Options::default(), cached.then_some(cache))
    }

    /// What the command line would print from the cache.
    fn printed(&self, cached: bool, corrections: &str, kept: &[Action]) -> String {
        let gazetteer = Gazetteer::with_corrections(corrections).unwrap();
        let (mut archive, gazetteer, _) = load_shelf(&mut self.shelf(cached, corrections), &gazetteer, &mut |_| ());
        let mut notes = Notes::new("test", 3);
        for action in kept {
            notes.apply(action);
        }
        let corrections = ArticleCorrections::of(&notes);
        Corrector { corrections: &corrections, notes: &notes, gazetteer: &gazetteer }.lay_over(&mut archive, 0);
        facts(&archive)
    }

    /// What the program itself lists: for each article its file, its date and its actors.
    fn listed(&self, corrections: &str, kept: &[Action]) -> String {
        let own = TempDir::new().unwrap();
        let mut journal = Journal::new(Box::new(SystemDisk), &own.path().join("data/notes"), "desk");
        journal.open(&mut |_| ());
        journal.append(kept, &mut |_| {}).unwrap();
        fs::write(own.path().join("actors.toml"), corrections).unwrap();
        let mut command = Command::cargo_bin("liseuse").unwrap();
        command.env("LC_ALL", "C");
        command.env("LISEUSE_DATA_DIR", own.path().join("data")).env("LISEUSE_CONFIG_DIR", own.path());
        command.env("LISEUSE_CACHE_DIR", own.path().join("cache"));
        let output = command.args(["list", "--format", "json"]).arg(self.press.path()).assert().success().get_output().clone();
        let mut lines: Vec<String> = String::from_utf8(output.stdout).unwrap().lines().map(brief).collect();
        lines.sort();
        lines.join("\n")
    }
}

fn brief(line: &str) -> String {
    let article: Value = serde_json::from_str(line).unwrap();
    let actors: Vec<String> =
        article["actors"].as_array().unwrap().iter().map(|actor| actor["id"].as_str().unwrap().to_owned()).collect();
    let file = Path::new(article["path"].as_str().unwrap()).file_name().unwrap().to_string_lossy().into_owned();
    format!("{file} {} {actors:?}", article["date"].as_str().unwrap_or_default())
}

/// The same of an archive.
fn listing(archive: &Archive) -> String {
    let line = |(_, article): (_, liseuse::model::segment::ArticleRef<'_>)| {
        let actors: Vec<String> = article.actors().map(|(ix, _)| archive.actors().get(ix).unwrap().id.to_string()).collect();
        let file = Path::new(article.path()).file_name().unwrap().to_string_lossy().into_owned();
        format!("{file} {} {actors:?}", article.date())
    };
    let mut lines: Vec<String> = archive.iter().map(line).collect();
    lines.sort();
    lines.join("\n")
}

#[test]
fn a_headline_that_is_emptied_is_the_one_the_program_finds_at_once() {
    let desk = Desk::new();
    let mut room = Room::opening(desk.shelf(true, ""), "", &[], true);
    let found = facts(&room.state.archive);
    correct(&mut room, &Correction::Fact(5, "headline", "Un accord à l'aube"));
    assert_ne!(facts(&room.state.archive), found);
    correct(&mut room, &Correction::Fact(5, "headline", ""));
    assert_eq!(facts(&room.state.archive), found);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_corrected_the_next_run_shows_the_same_facts(
        corrections in proptest::collection::vec(correction(), 1..5),
        notes_first in any::<bool>(),
    ) {
        let desk = Desk::new();
        let mut room = Room::opening(desk.shelf(true, ""), "", &[], true);
        for correction in &corrections {
            correct(&mut room, correction);
        }
        let (now, toml, kept) = (facts(&room.state.archive), room.corrections.clone(), room.kept.clone());
        let recalled = Room::opening(desk.shelf(true, &toml), &toml, &kept, notes_first);
        assert_eq!(facts(&recalled.state.archive), now, "from the cache, {corrections:?}");
        let anew = Room::opening(desk.shelf(false, &toml), &toml, &kept, notes_first);
        assert_eq!(facts(&anew.state.archive), now, "without the cache, {corrections:?}");
        assert_eq!(desk.printed(true, &toml, &kept), now, "printed from the cache, {corrections:?}");
        assert_eq!(desk.printed(false, &toml, &kept), now, "printed without the cache, {corrections:?}");
        assert_eq!(desk.listed(&toml, &kept), listing(&room.state.archive), "listed, {corrections:?}");
    }
}

#[test]
fn a_corrected_date_leaves_an_article_its_actors_after_a_restart() {
    let desk = Desk::new();
    let mut room = Room::opening(desk.shelf(true, ""), "", &[], true);
    correct(&mut room, &Correction::Date(1, "2019-11-06"));
    for notes_first in [true, false] {
        let mut again = Room::opening(desk.shelf(true, ""), "", &room.kept, notes_first);
        again.press("factor:merval month:2019-11<Enter>");
        assert_eq!(again.state.results.current.matches.len(), 1, "notes first: {notes_first}");
        again.press("r");
        assert_eq!(facts(&again.state.archive), facts(&room.state.archive));
    }
}
