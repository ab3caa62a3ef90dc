//! What a hundred thousand annotations cost: opening them, the memory they take, and keeping one more; and what it costs to find
//! annotations again in articles that were edited.

#![expect(clippy::expect_used, reason = "a bench that cannot go on stops")]

use std::env;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use liseuse::model::anchor::Anchor;
use liseuse::model::annotation::{ArticleKey, Target};
use liseuse::model::property::Property;
use liseuse::notes::action::{FieldChange, NoteSubject};
use liseuse::notes::anchoring::body::Body;
use liseuse::notes::journal::Journal;
use liseuse::notes::journal::disk::SystemDisk;
use liseuse::notes::journal::line;
use liseuse::notes::state::Notes;
use liseuse::text::span::Span;

const ANNOTATIONS: usize = 100_000;
const ARTICLES: usize = 10_000;
const ROUNDS: usize = 7;

/// The folder to open, for the process that measures: the one that has written it holds memory of its own.
const FOLDER: &str = "LISEUSE_BENCH_NOTES";

fn main() {
    if let Some(home) = env::var_os(FOLDER) {
        return measure(Path::new(&home));
    }
    let home = tempfile::tempdir().expect("a temporary folder");
    let bytes = write(&home.path().join("notes"));
    println!("{ANNOTATIONS} annotations of {ARTICLES} articles, {} MB", bytes / 1_000_000);
    let program = env::current_exe().expect("this program");
    let status = Command::new(program).env(FOLDER, home.path()).status().expect("started");
    assert!(status.success(), "measured");
}

fn measure(home: &Path) {
    let folder = home.join("notes");
    let before = resident();
    let (first, mut notes, mut journal) = open(&folder);
    println!("memory: {} KiB more, {} KiB more at most", resident().0 - before.0, resident().1.saturating_sub(before.1));
    let mut times: Vec<Duration> = (1..ROUNDS).map(|_| open(&folder).0).chain([first]).collect();
    times.sort();
    println!("opened in {:?} (median of {ROUNDS}; {:?} to {:?})", times[ROUNDS / 2], times[0], times[ROUNDS - 1]);
    keep(&mut notes, &mut journal, home);
    find_again();
}

/// Keeps some more, and compares with what the disk takes to sync as much by itself.
fn keep(notes: &mut Notes, journal: &mut Journal, home: &Path) {
    let mut plain = fs::File::create(home.join("plain")).expect("a file");
    let (mut kept, mut synced) = (Vec::new(), Vec::new());
    for at in 0..200 {
        let start = Instant::now();
        let action = mark(notes, at).expect("an action");
        journal.append(std::slice::from_ref(&action), &mut |action| notes.take_in(action)).expect("kept");
        kept.push(start.elapsed());
        let text = line::write(&action);
        let start = Instant::now();
        plain.write_all(text.as_bytes()).and_then(|()| plain.sync_data()).expect("written");
        synced.push(start.elapsed());
    }
    let median = |times: &mut Vec<Duration>| {
        times.sort();
        (times[times.len() / 2], times[times.len() * 95 / 100])
    };
    println!("an action kept in {:?} (median, 95 %); the disk's own sync {:?}", median(&mut kept), median(&mut synced));
}

fn open(folder: &Path) -> (Duration, Notes, Journal) {
    let start = Instant::now();
    let mut notes = Notes::new("laptop", 7);
    let mut journal = Journal::new(Box::new(SystemDisk), folder, "laptop");
    let (damage, errors) = journal.open(&mut |action| notes.take_in(action));
    let took = start.elapsed();
    assert!(damage.is_empty() && errors.is_empty(), "the journal is whole");
    (took, notes, journal)
}

/// Writes the journal, without syncing each line; its size.
fn write(folder: &Path) -> usize {
    let mut notes = Notes::new("laptop", 1);
    notes.open_archive("press", vec!["/press".into()]);
    let lines: String = (0..ANNOTATIONS).filter_map(|at| mark(&mut notes, at)).map(|action| line::write(&action)).collect();
    fs::create_dir_all(folder.join("press")).expect("a folder");
    fs::write(folder.join("press/laptop.jsonl"), &lines).expect("written");
    lines.len()
}

fn mark(notes: &mut Notes, at: usize) -> Option<liseuse::notes::action::Action> {
    let number = at % ARTICLES;
    let article = ArticleKey {
        sha256: format!("{number:064x}"),
        path: format!("press/2020/{:02}/article-{number:06}.md", number % 12 + 1),
        url: format!("https://www.example.org/2020/{number}/un-titre-en-quelques-mots"),
        title: format!("Un titre de presse de longueur moyenne, numéro {number}"),
        ..ArticleKey::default()
    };
    let anchor = Anchor {
        exact: format!(
            "Le ministre a déclaré jeudi {at} que les négociations reprendraient à Bagdad dès la semaine prochaine, selon l'agence."
        ),
        prefix: "paroles rapportées par les journaux de la veille".into(),
        suffix: " Une source diplomatique a refusé de commenter c".into(),
        start: 1200,
        end: 1320,
        text: format!("{number:064x}"),
        extractor: "0.1.0".into(),
    };
    let target = Target::Passage { article: article.into(), anchor };
    let mut fields = vec![Property::Target(Box::new(target)), Property::Color(Some("claim".into()))];
    if at.is_multiple_of(3) {
        fields.push(Property::Note(
            format!("À recouper avec la dépêche du lendemain, voir #bagdad et #{at} ; deux sources.").into(),
        ));
    }
    let id = notes.new_id();
    notes.record(vec![FieldChange::new(NoteSubject::Annotation(id), fields)])
}

/// A thousand annotations in a hundred articles of six hundred words, found again when a sentence was put in front, and when every
/// twelfth word is another besides.
fn find_again() {
    const TEXTS: usize = 100;
    const EACH: usize = 10;
    let texts: Vec<Vec<String>> = (0..TEXTS).map(prose).collect();
    let mut times = [Duration::ZERO; 2];
    let mut found = [0; 2];
    for words in &texts {
        let text = words.concat();
        let body = Body::new(&text);
        let step = text.len() / EACH;
        let anchors: Vec<_> = (0..EACH).map(|at| body.anchor(Span::new(at * step + 40, at * step + 200))).collect();
        let shifted = format!("Mise à jour à 18 heures. {text}");
        let edited =
            words.iter().enumerate().map(|(at, word)| if at % 12 == 11 { "autrement " } else { word }).collect::<String>();
        for (kind, now) in [&shifted, &edited].into_iter().enumerate() {
            let start = Instant::now();
            let now = Body::new(now);
            found[kind] += anchors.iter().filter(|anchor| now.find(anchor).span.is_some()).count();
            times[kind] += start.elapsed();
        }
    }
    for (kind, (time, found)) in ["shifted", "edited"].into_iter().zip(times.into_iter().zip(found)) {
        let per_second = |count: usize| (count as u128 * 1_000_000_000) / time.as_nanos().max(1);
        println!(
            "{kind}: {found} of {} annotations found again in {time:?}: {} articles and {} annotations a second",
            TEXTS * EACH,
            per_second(TEXTS),
            per_second(TEXTS * EACH)
        );
    }
}

/// The words of a text, each with what follows it; as good as none is like another.
fn prose(seed: usize) -> Vec<String> {
    const PARTS: [&str; 16] =
        ["ré", "ga", "tion", "ment", "sou", "ver", "por", "la", "mi", "né", "cha", "bri", "der", "lon", "ist", "qua"];
    let mut state = seed * 7919 + 1;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut word = |at: usize| {
        let parts: String = (0..=next(4)).map(|_| PARTS[next(PARTS.len())]).collect();
        let gap = if at % 60 == 59 {
            ".\n\n"
        } else if at % 15 == 14 {
            ". "
        } else {
            " "
        };
        format!("{parts}{gap}")
    };
    (0..600).map(&mut word).collect()
}

/// The memory of this process in KiB: now, and at most so far. Zero where the system does not tell.
fn resident() -> (usize, usize) {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let of = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next()?.parse().ok()
    };
    (of("VmRSS:").unwrap_or(0), of("VmHWM:").unwrap_or(0))
}
