//! How fast headlines are filtered while a query is typed, against bare `frizbee` and `nucleo-matcher` over the same lines in the
//! same run.
//!
//! `cargo bench --bench filter` prints a table: median and 99th percentile, in milliseconds, of all results of every prefix of ten
//! queries with two threads, and the ratio of the latter to that of bare `frizbee`. The headlines, about 60 bytes each, are made
//! of the words of the sample archive, or are the lines of the file that `LISEUSE_BENCH_LINES` names. Numbers of lines other than
//! 10,000 and 100,000 are given after `--`.

use std::hint::black_box;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use frizbee::{CaseMatching, Config, Matcher, SortStrategy};
use liseuse::query::matching::fuzzy::FuzzyPattern;
use liseuse::query::matching::headlines::{Cut, HeadlineRows, Headlines};
use liseuse::text::fold::fold;
use nucleo_matcher::pattern::{CaseMatching as NucleoCase, Normalization, Pattern as NucleoPattern};
use nucleo_matcher::{Config as NucleoConfig, Matcher as NucleoMatcher, Utf32String};
use rayon::iter::ParallelIterator as _;
use rayon::slice::ParallelSlice as _;

const QUERIES: [&str; 10] = [
    "gouvernement",
    "elections",
    "kazemi 2020",
    "negoc strat",
    "petrole",
    "oil prices",
    "ambassade",
    "washington",
    "hachd chaabi",
    "protesters",
];
/// Times each prefix is run.
const RUNS: usize = 5;
/// Bytes of a headline that is made up.
const LENGTH: usize = 60;
/// Lines that one thread searches at a time, as `frizbee` does.
const CHUNK: usize = 2048;

fn main() -> anyhow::Result<()> {
    let counts: Vec<usize> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build()?;
    println!("{:>9} {:>28} {:>18} {:>18}", "lines", "liseuse p50 / p99 / ratio", "frizbee", "nucleo");
    for count in if counts.is_empty() { vec![10_000, 100_000] } else { counts } {
        let lines = lines(count)?;
        let mut headlines = Headlines::default();
        for line in &lines {
            headlines.push(line);
        }
        let ours = over_prefixes(|query| pool.install(|| ours(&headlines, query)));
        let bare = over_prefixes(|query| bare(&lines, query));
        let wide: Vec<Utf32String> = lines.iter().map(|line| Utf32String::from(line.as_str())).collect();
        let nucleo = over_prefixes(|query| pool.install(|| nucleo(&wide, query)));
        let ratio = ours.1 / bare.1;
        println!(
            "{count:>9} {:>10.2} / {:>6.2} / {ratio:>5.2} {:>9.2} / {:>6.2} {:>9.2} / {:>6.2}",
            ours.0, ours.1, bare.0, bare.1, nucleo.0, nucleo.1
        );
    }
    Ok(())
}

fn ours(headlines: &Headlines, query: &str) -> usize {
    let found = AtomicUsize::new(0);
    let deliver = |cuts: &[Cut]| {
        found.fetch_add(cuts.len(), Ordering::Relaxed);
    };
    headlines.pass(FuzzyPattern::new(query).words(), HeadlineRows::All, &|| false, &deliver);
    found.into_inner()
}

fn bare(lines: &[String], query: &str) -> usize {
    let config = Config::default().casing(CaseMatching::Respect).sort(SortStrategy::IndexAsc);
    Matcher::from_query(query, &config).match_list_parallel(lines, 2).len()
}

fn nucleo(lines: &[Utf32String], query: &str) -> usize {
    let pattern = NucleoPattern::parse(query, NucleoCase::Respect, Normalization::Never);
    let chunk = |lines: &[Utf32String]| {
        let mut matcher = NucleoMatcher::new(NucleoConfig::DEFAULT);
        lines.iter().filter(|line| pattern.score(line.slice(..), &mut matcher).is_some()).count()
    };
    lines.par_chunks(CHUNK).map(chunk).sum()
}

/// The median and the 99th percentile over all prefixes of all queries.
fn over_prefixes(filter: impl Fn(&str) -> usize) -> (f64, f64) {
    let mut times = Vec::new();
    for query in QUERIES {
        for (end, _) in query.char_indices().skip(1).chain([(query.len(), ' ')]) {
            let prefix = query.get(..end).unwrap_or_default();
            for _ in 0..RUNS {
                let start = Instant::now();
                black_box(filter(prefix));
                times.push(start.elapsed().as_secs_f64() * 1e3);
            }
        }
    }
    times.sort_by(f64::total_cmp);
    let at = |percent: usize| times.get(times.len() * percent / 100).copied().unwrap_or_default();
    (at(50), at(99))
}

fn lines(count: usize) -> anyhow::Result<Vec<String>> {
    if let Some(file) = std::env::var_os("LISEUSE_BENCH_LINES") {
        let text = std::fs::read_to_string(file)?;
        return Ok(text.lines().cycle().take(count).map(fold).collect());
    }
    let mut words = Vec::new();
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds"))? {
        let text = String::from_utf8_lossy(&std::fs::read(entry?.path())?).into_owned();
        words.extend(fold(&text).split_whitespace().map(str::to_owned));
    }
    words.extend("oil prices fall as protesters gather in washington elections petrole ambassade".split(' ').map(str::to_owned));
    words.sort();
    let mut seed = 0x9E37_79B9_7F4A_7C15_u64;
    let mut pick = || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % words.len() as u64).unwrap_or_default()
    };
    Ok((0..count)
        .map(|_| {
            let mut line = String::new();
            while line.len() < LENGTH {
                line.push_str(words.get(pick()).map_or("", String::as_str));
                line.push(' ');
            }
            line.trim_end().to_owned()
        })
        .collect())
}
