//! The second look: boilerplate that only the whole archive shows, and what the scraped pages of one site agree on.

use std::sync::Arc;

use rayon::iter::{IndexedParallelIterator as _, IntoParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};

use crate::analysis::actors::Gazetteer;
use crate::analysis::analyse;
use crate::ingest::cache::manifest::ManifestSegment;
use crate::ingest::rules::again;
use crate::ingest::rules::repeated_lines::RepeatedLines;
use crate::ingest::rules::site_agreement::{Told, agreed};
use crate::ingest::rules::site_pages::{PageFacts, may_be_page, sites};
use crate::model::article::Article;
use crate::model::segment::{Filed, Segment};

/// The articles of a segment that the second look changes, by place.
type Changed = Vec<(usize, Article)>;

/// The segments in which something repeats or pages agree, by place, as they look then.
#[must_use]
pub fn revise(read: &[Arc<Segment>], gazetteer: &Gazetteer) -> Vec<(usize, ManifestSegment)> {
    let repetition = RepeatedLines::count(read.iter().map(|segment| &**segment));
    let mut changed: Vec<Changed> = read.par_iter().map(|segment| without_repeated(segment, &repetition)).collect();
    for (segment, at, told) in agreements(read, &changed) {
        let Some((read, changed)) = read.get(segment).zip(changed.get_mut(segment)) else { continue };
        match changed.binary_search_by_key(&at, |(at, _)| *at) {
            Ok(place) => {
                if let Some((_, article)) = changed.get_mut(place) {
                    *article = again::retold(std::mem::take(article), told);
                }
            }
            Err(place) => {
                let Some(article) = read.get(at) else { continue };
                changed.insert(place, (at, again::retold(article.unpack(), told)));
            }
        }
    }
    let all = read.par_iter().zip(changed).enumerate();
    all.filter_map(|(at, (segment, changed))| Some((at, revised(segment, changed, gazetteer)?))).collect()
}

/// The articles of `segment` in which something repeats, without it.
fn without_repeated(segment: &Segment, repetition: &RepeatedLines) -> Changed {
    if repetition.is_empty() {
        return Vec::new();
    }
    segment.iter().enumerate().filter_map(|(at, packed)| Some((at, repetition.revised(packed)?))).collect()
}

/// What pages are told by others of their site: segment, place in it, and what.
fn agreements(read: &[Arc<Segment>], changed: &[Changed]) -> Vec<(usize, usize, Told)> {
    let all = read.par_iter().zip(changed).enumerate();
    let facts: Vec<((usize, usize), PageFacts)> = all
        .flat_map_iter(|(at, (segment, changed))| facts(segment, changed).map(move |(place, facts)| ((at, place), facts)))
        .collect();
    let (places, pages): (Vec<(usize, usize)>, Vec<PageFacts>) = facts.into_iter().unzip();
    let told = |site: Vec<usize>| {
        let of_site: Vec<&PageFacts> = site.iter().filter_map(|at| pages.get(*at)).collect();
        let place = |at: usize| site.get(at).and_then(|at| places.get(*at)).copied();
        agreed(&of_site)
            .into_iter()
            .filter_map(|(at, told)| place(at).map(|(segment, at)| (segment, at, told)))
            .collect::<Vec<_>>()
    };
    sites(&pages).into_par_iter().flat_map_iter(told).collect()
}

/// What is kept of the pages of a segment.
fn facts<'a>(segment: &'a Segment, changed: &'a Changed) -> impl Iterator<Item = (usize, PageFacts)> + 'a {
    let mut changed = changed.iter().peekable();
    segment.iter().enumerate().filter_map(move |(at, packed)| {
        let facts = match changed.next_if(|(changed, _)| *changed == at) {
            Some((_, article)) => PageFacts::of(article),
            None if may_be_page(packed) => PageFacts::of(&packed.unpack()),
            None => None,
        };
        Some((at, facts?))
    })
}

/// `segment` with the articles that were changed; `None` when there are none.
fn revised(segment: &Segment, changed: Changed, gazetteer: &Gazetteer) -> Option<ManifestSegment> {
    let filed = |(at, mut article): (usize, Article)| {
        analyse(&mut article, gazetteer);
        let packed = segment.get(at)?;
        Some((at, Filed { article, stamp: packed.stamp(), lines: packed.lines().to_vec() }))
    };
    let replaced: Vec<(usize, Filed)> = changed.into_iter().filter_map(filed).collect();
    if replaced.is_empty() {
        return None;
    }
    let places = replaced.iter().filter_map(|(at, _)| u32::try_from(*at).ok()).collect();
    Some(ManifestSegment::revised(segment, Arc::new(segment.revised(&replaced)), places))
}
