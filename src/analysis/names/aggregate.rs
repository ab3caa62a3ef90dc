//! Settling: the candidates of a whole archive counted, and those that are actors told from the rest.
//!
//! Numbers are counted first, so that of all that stands in an archive only what is spread enough is looked at closely; its
//! spelling is read from the one place where it stands best. Called when an archive is loaded or has changed.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::analysis::names::index::Discovery;
use crate::analysis::names::merge::merge;
use crate::analysis::names::statistics::{Tallies, Tally};
use crate::analysis::names::words::{NumberSet, Numbered};
use crate::model::actor::ActorTable;
use crate::model::candidate::{Candidate, Feature};
use crate::model::segment::{ArticleRef, Segment};
use crate::text::span::Span;

/// Discovers the actors of the archive of `segments`; `known` are those of the gazetteer.
#[must_use]
pub fn settle(segments: &[Arc<Segment>], known: &ActorTable) -> Discovery {
    merge(&tallies(segments), known, segments)
}

/// How many articles must hold a name.
#[derive(Clone, Copy, Debug)]
struct Least {
    /// One that shows nothing of what it is.
    any: u32,
    /// One in full that is surely somebody's.
    sure: u32,
}

impl Least {
    /// In an archive of so many articles.
    fn of(articles: usize) -> Self {
        let any = match articles {
            0..=2000 => 1,
            2001..=10_000 => 2,
            10_001..=50_000 => 3,
            more => 3 + u32::try_from(more / 50_000).unwrap_or(u32::MAX - 3),
        };
        // What is kept of a large archive are the names in most articles, so that those seen once need not be counted there.
        Self { any, sure: if articles <= 20_000 { 1 } else { any } }
    }
}

fn tallies(segments: &[Arc<Segment>]) -> Tallies {
    /// The names that are looked at closely, those in most articles: several for each actor there can be.
    const MOST: usize = 40_000;
    let articles = segments.iter().map(|segment| segment.len()).sum();
    let spread = spread(segments, Least::of(articles));
    let mut known: HashMap<u16, u32> = HashMap::new();
    let mut found: Numbered<Tally> = Numbered::default();
    let mut links = Vec::new();
    for (at, segment) in segments.iter().enumerate() {
        for article in segment.iter() {
            for (actor, _) in article.named().filter(|(_, mentions)| *mentions > 0) {
                *known.entry(actor.0).or_default() += 1;
            }
            // The first bytes of the article's hash.
            let number = article.sha256().iter().take(8).fold(0, |number: u64, byte| number << 8 | u64::from(*byte));
            for candidate in article.candidates() {
                if candidate.signs.has(Feature::Link) {
                    links.push((candidate.name, candidate.start));
                } else if spread.contains(&candidate.name) {
                    found.entry(candidate.name).or_default().add(candidate, (at, article.place_in_segment()), number);
                }
            }
        }
    }
    let mut names: Vec<Tally> = found.into_values().collect();
    // By what the archive holds, not by the order it is read in.
    names.sort_unstable_by_key(|tally| (std::cmp::Reverse((tally.articles, tally.mentions)), tally.name));
    names.truncate(MOST);
    for tally in &mut names {
        tally.spelling = tally.spot().map(|spot| spelling(segments, spot.at)).unwrap_or_default();
    }
    links.sort_unstable();
    links.dedup();
    Tallies { articles: u32::try_from(articles).unwrap_or(u32::MAX), names, links, known }
}

/// The words at a place of an archive, on one line.
fn spelling(segments: &[Arc<Segment>], (segment, article, start, len): (usize, usize, u32, u8)) -> Box<str> {
    let place = |start: u32| Span { start, end: start.saturating_add(u32::from(len)) };
    let words = segments.get(segment).and_then(|segment| segment.get(article)).map_or("", |article| {
        if start & Candidate::IN_HEADLINE == 0 {
            article.slice(place(start))
        } else {
            article.title().get(place(start & !Candidate::IN_HEADLINE).range()).unwrap_or_default()
        }
    });
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    // An institution that is never written with capitals is shown with one.
    let mut letters = words.chars();
    match letters.next().filter(|_| !words.contains(char::is_uppercase)) {
        Some(first) => first.to_uppercase().chain(letters).collect::<String>().into(),
        None => words.into(),
    }
}

/// The names that enough articles hold.
fn spread(segments: &[Arc<Segment>], least: Least) -> NumberSet {
    let count = |mut counts: Numbered<(u32, bool)>, segment: &Arc<Segment>| {
        for candidate in segment.iter().flat_map(ArticleRef::candidates) {
            let (count, sure) = counts.entry(candidate.name).or_default();
            *count += 1;
            *sure |= candidate.signs.has(Feature::Sure);
        }
        counts
    };
    let add = |one: Numbered<(u32, bool)>, other: Numbered<(u32, bool)>| {
        let (mut more, less) = if one.len() < other.len() { (other, one) } else { (one, other) };
        for (name, (count, sure)) in less {
            let known = more.entry(name).or_default();
            *known = (known.0 + count, known.1 | sure);
        }
        more
    };
    let counts = segments.par_iter().fold(Numbered::default, count).reduce(Numbered::default, add);
    let is_spread = |(count, sure): (u32, bool)| count >= if sure { least.sure } else { least.any };
    counts.into_iter().filter(|(_, held)| is_spread(*held)).map(|(name, _)| name).collect()
}
