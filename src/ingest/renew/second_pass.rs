//! The second look: boilerplate that only the whole archive shows.

use std::sync::Arc;

use rayon::iter::{IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};

use crate::analysis::actors::Gazetteer;
use crate::analysis::analyse;
use crate::ingest::cache::manifest::ManifestSegment;
use crate::ingest::rules::repeated_lines::RepeatedLines;
use crate::model::segment::{Filed, Segment};

/// The segments in which something repeats, by place, as they look without it.
#[must_use]
pub fn revise(read: &[Arc<Segment>], gazetteer: &Gazetteer) -> Vec<(usize, ManifestSegment)> {
    let repetition = RepeatedLines::count(read.iter().map(|segment| &**segment));
    if repetition.is_empty() {
        return Vec::new();
    }
    let all = read.par_iter().enumerate();
    all.filter_map(|(at, segment)| Some((at, revised(segment, &repetition, gazetteer)?))).collect()
}

/// `segment` with the boilerplate marked that repetition shows in it; `None` when there is none.
fn revised(segment: &Segment, repetition: &RepeatedLines, gazetteer: &Gazetteer) -> Option<ManifestSegment> {
    let revise = |(at, packed): (usize, _)| {
        let mut article = repetition.revised(packed)?;
        analyse(&mut article, gazetteer);
        Some((at, Filed { article, stamp: packed.stamp(), lines: packed.lines().to_vec() }))
    };
    let replaced: Vec<(usize, Filed)> = segment.iter().enumerate().filter_map(revise).collect();
    if replaced.is_empty() {
        return None;
    }
    let places = replaced.iter().filter_map(|(at, _)| u32::try_from(*at).ok()).collect();
    Some(ManifestSegment::revised(segment, Arc::new(segment.revised(&replaced)), places))
}
