//! How fast words are found in text, folded, against plain `memmem` over the same bytes in the same run.
//!
//! `cargo bench --bench search` prints a table: median milliseconds with one thread and with two, and how many times longer than
//! `memmem` with one. The text is at least 200 MB made of the sample archive, or of the files in the
//! folder that `LISEUSE_BENCH_TEXT` names. Terms given after `--` are measured alone.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Instant;

use liseuse::query::matching::pattern::{Census, MatchKind, SearchTerm, TermPattern};
use memchr::memmem;
use rayon::ThreadPool;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

/// Bytes of text that are searched.
const BYTES: usize = 200 << 20;
/// Bytes that one thread searches at a time.
const SLICE: usize = 4 << 20;
/// Times each search is run.
const RUNS: usize = 7;

/// What is looked for, how, and the bytes that `memmem` looks for.
const SEARCHES: [(MatchKind, &str, &str); 13] = [
    (MatchKind::Word, "zzqx", "zzqx"),
    (MatchKind::Word, "2020", "2020"),
    (MatchKind::Word, "coronavirus", "coronavirus"),
    (MatchKind::Word, "gouvernement", "gouvernement"),
    (MatchKind::Word, "bagdad", "Bagdad"),
    (MatchKind::Word, "etat", "État"),
    (MatchKind::Word, "elysee", "Élysée"),
    (MatchKind::Word, "stratégique", "stratégique"),
    (MatchKind::Phrase, "premier ministre", "Premier ministre"),
    (MatchKind::Phrase, "coup d'etat", "coup d’État"),
    (MatchKind::Exact, "l'Iran", "l’Iran"),
    (MatchKind::Prefix, "irak", "irak"),
    (MatchKind::Regex, r"n[ée]gociation\w*", "négociation"),
];

type Piece<'a> = (&'a [u8], &'a Census);

fn main() -> anyhow::Result<()> {
    let text = text()?;
    let slices = slices(&text);
    let made = Instant::now();
    let censuses: Vec<Census> = slices.par_iter().map(|slice| Census::new(slice)).collect();
    println!("{} MB, census {:.0} ms on all threads", text.len() >> 20, millis(made));
    let pieces: Vec<Piece<'_>> = slices.into_iter().zip(&censuses).collect();
    println!("{:<18} {:>9} {:>22} {:>22} {:>29}", "", "", "memmem", "first sight", "with a census");
    print!("{:<18} {:>9}", "term", "places");
    println!("{}", format!(" {:>7} {:>7} {:>6}", "1t ms", "2t ms", "times").repeat(3));
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build()?;
    let asked: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    for (kind, term, plain) in SEARCHES.into_iter().filter(|(_, term, _)| asked.is_empty() || asked.iter().any(|one| one == term))
    {
        let pattern = TermPattern::new(&SearchTerm { text: term.to_owned(), kind })?;
        let finder = memmem::Finder::new(plain);
        let bare = times(&pool, &pieces, |(slice, _)| finder.find_iter(slice).count());
        let first = times(&pool, &pieces, |(slice, _)| pattern.find_iter(slice).count());
        let kept = times(&pool, &pieces, |(slice, census)| pattern.find_iter_with(slice, census).count());
        let places: usize = pieces.iter().map(|(slice, census)| pattern.find_iter_with(slice, census).count()).sum();
        print!("{term:<18} {places:>9}");
        for (one, two) in [bare, first, kept] {
            print!(" {one:>7.1} {two:>7.1} {:>6.2}", one / bare.0);
        }
        println!();
    }
    Ok(())
}

/// Median milliseconds of `work` over all pieces, with one thread and with two.
fn times(pool: &ThreadPool, pieces: &[Piece<'_>], work: impl Fn(&Piece<'_>) -> usize + Sync) -> (f64, f64) {
    let one = median(|| pieces.iter().map(&work).sum());
    (one, median(|| pool.install(|| pieces.par_iter().map(&work).sum())))
}

fn median(mut work: impl FnMut() -> usize) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            millis(start)
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

fn millis(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1e3
}

/// The text in slices that end between bodies.
fn slices(text: &[u8]) -> Vec<&[u8]> {
    let mut slices = Vec::new();
    let mut rest = text;
    while rest.len() > SLICE {
        let end = SLICE + memchr::memchr(0, &rest[SLICE..]).unwrap_or(rest.len() - SLICE);
        let (slice, tail) = rest.split_at(end);
        slices.push(slice);
        rest = tail;
    }
    slices.push(rest);
    slices
}

fn text() -> std::io::Result<Vec<u8>> {
    let named = std::env::var_os("LISEUSE_BENCH_TEXT").map(PathBuf::from);
    let mut files = files(&named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds")))?;
    files.sort();
    let bodies: Vec<Vec<u8>> = files.iter().map(std::fs::read).collect::<Result<_, _>>()?;
    let mut text = Vec::with_capacity(BYTES + (1 << 20));
    for body in bodies.iter().cycle() {
        if text.len() >= BYTES {
            break;
        }
        text.extend_from_slice(body);
        text.push(0);
    }
    Ok(text)
}

fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(|ending| ending == "txt" || ending == "md") {
            found.push(path);
        }
    }
    Ok(found)
}
