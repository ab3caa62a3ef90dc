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
use crate::model::segment::{ArticleRef, Filed, Revised, Segment};

/// What the second look makes of an article: it is analysed again where its text is read otherwise.
enum Look {
    /// Lines of it are furniture, or its headline or author is another line.
    Reread(Article),
    /// Only what is stated of it is another: its outlet.
    Restated(Article),
}

impl Look {
    fn article(&self) -> &Article {
        match self {
            Self::Reread(article) | Self::Restated(article) => article,
        }
    }
}

/// The articles of a segment that the second look changes, by place.
type Changed = Vec<(usize, Look)>;

/// The segments in which something repeats or pages agree, by place, as they look then.
#[must_use]
pub fn revise(read: &[Arc<Segment>], gazetteer: &Gazetteer) -> Vec<(usize, ManifestSegment)> {
    let repetition = RepeatedLines::count(read.iter().map(|segment| &**segment));
    let mut changed: Vec<Changed> = read.par_iter().map(|segment| without_repeated(segment, &repetition)).collect();
    for (segment, at, told) in agreements(read, &changed) {
        let Some((read, changed)) = read.get(segment).zip(changed.get_mut(segment)) else { continue };
        match changed.binary_search_by_key(&at, |(at, _)| *at) {
            Ok(place) => {
                if let Some((_, look)) = changed.get_mut(place) {
                    *look = Look::Reread(again::retold(look.article().clone(), told));
                }
            }
            Err(place) => {
                let Some(article) = read.get(at).map(ArticleRef::unpack) else { continue };
                // The outlet is no matter of the text.
                let look = match told {
                    Told { outlet: Some(outlet), headline: None, author: None } => {
                        Look::Restated(again::renamed(article, outlet))
                    }
                    told => Look::Reread(again::retold(article, told)),
                };
                changed.insert(place, (at, look));
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
    segment.iter().enumerate().filter_map(|(at, packed)| Some((at, Look::Reread(repetition.revised(packed)?)))).collect()
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
            Some((_, look)) => PageFacts::of(look.article()),
            None if may_be_page(packed) => PageFacts::of(&packed.unpack()),
            None => None,
        };
        Some((at, facts?))
    })
}

/// `segment` with the articles that were changed; `None` when there are none.
fn revised(segment: &Segment, changed: Changed, gazetteer: &Gazetteer) -> Option<ManifestSegment> {
    let revised = |(at, look): (usize, Look)| match look {
        Look::Restated(article) => Some((at, Revised::Restated(Box::new(article)))),
        Look::Reread(mut article) => {
            analyse(&mut article, gazetteer);
            let packed = segment.get(at)?;
            Some((at, Revised::Read(Box::new(Filed { article, stamp: packed.stamp(), lines: packed.lines().to_vec() }))))
        }
    };
    let replaced: Vec<(usize, Revised)> = changed.into_iter().filter_map(revised).collect();
    if replaced.is_empty() {
        return None;
    }
    let places = replaced.iter().filter_map(|(at, _)| u32::try_from(*at).ok()).collect();
    Some(ManifestSegment::revised(segment, Arc::new(segment.revised(&replaced)), places))
}
