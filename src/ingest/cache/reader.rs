//! Reading a cache file: mapped, its head and what lists need of it checked, the rest left to be checked when it is looked at.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::ingest::cache::block::{MappedBlock, places};
use crate::ingest::cache::header::CacheHeader;
use crate::ingest::cache::key::CacheKey;
use crate::ingest::cache::manifest::{Manifest, ManifestSegment};
use crate::ingest::cache::mapped;
use crate::ingest::cache::mapped::Bytes;
use crate::ingest::cache::renaming::Renaming;
use crate::ingest::cache::table::{CacheTable, Placed, Roots};
use crate::model::column::{SharedBytes, Stored as _};
use crate::model::segment::Segment;

/// What the cache file at `path` holds, which is copied when it has at most `copied` bytes; `None` when there is none, or it is of another version or another archive, or what
/// lists need of it is damaged.
#[must_use]
pub fn open((path, copied): (&Path, u64), key: CacheKey, roots: &Roots) -> Option<Manifest> {
    let (map, table) = open_table((path, copied), Some(key))?;
    let kept = table.roots();
    if !kept.lead_where(roots) {
        return None;
    }
    let held = held(&map, &table)?;
    let listed = |held: &ManifestSegment| held.blocks.first().is_some_and(|block| block.is_sound());
    let articles: u64 = (0..table.files.len()).map(|at| u64::from(table.files.articles(at))).sum();
    let whole = held.par_iter().all(listed) && articles == held.iter().map(|held| held.shown.len() as u64).sum::<u64>();
    let discovery = serde_json::from_slice(&table.discovery).ok().map(Arc::new)?;
    let catalogue = whole.then(|| Manifest { problems: table.problems(), files: table.files, held, discovery })?;
    if kept == *roots { Some(catalogue) } else { Renaming::new(&kept, roots)?.of(catalogue) }
}

/// The table of the cache file at `path`, checked, with the bytes it lies in; `None` when there is none, or it was written with
/// another key than the one asked for.
#[must_use]
pub fn open_table((path, copied): (&Path, u64), key: Option<CacheKey>) -> Option<(Arc<Bytes>, CacheTable)> {
    // Whatever the system says, there is no cache then, and the archive itself will be read.
    let map = Arc::new(mapped::open(path, copied).ok()?);
    let header = CacheHeader::of(&map).filter(|header| key.is_none_or(|key| header.key == key))?;
    let block: Arc<MappedBlock> = Arc::new(MappedBlock::new(&map, header.table_range()?, header.table_sum));
    if !block.is_sound() {
        return None;
    }
    let bytes: SharedBytes = block;
    Some((map, CacheTable::of(&bytes)?))
}

fn held(map: &Arc<Bytes>, table: &CacheTable) -> Option<Vec<ManifestSegment>> {
    let columns: usize = Segment::TIERS.iter().sum();
    // Each segment has two parts: what is shown, and the facts of its revised articles.
    let mut lengths = table.lengths.chunks_exact(columns);
    let mut blocks = table.blocks.chunks_exact(Segment::TIERS.len());
    let mut part = || Some(part(map, blocks.next()?, lengths.next()?));
    let count = table.revised.ends().len();
    let held = (0..count).map(|at| {
        let ((shown, mut blocks), (facts, of_facts)) = (part()??, part()??);
        let places = table.revised.of(at).to_vec();
        blocks.extend(of_facts);
        let alone = (!places.is_empty()).then(|| (places, Arc::new(facts)));
        Some(ManifestSegment { shown: Arc::new(shown), alone, blocks })
    });
    held.collect()
}

/// The segment whose tiers are `placed` and whose columns have the given lengths.
fn part(map: &Arc<Bytes>, placed: &[Placed], lengths: &[u64]) -> Option<(Segment, Vec<Arc<MappedBlock>>)> {
    let (mut rest, mut columns, mut blocks) = (lengths, Vec::new(), Vec::new());
    for (tier, [start, size, sum]) in Segment::TIERS.iter().zip(placed) {
        let (own, behind) = rest.split_at_checked(*tier)?;
        let block = Arc::new(MappedBlock::new(map, range(*start, *size)?, *sum));
        columns.extend(places(0, own).map(|place| (Arc::clone(&block) as SharedBytes, place)));
        blocks.push(block);
        rest = behind;
    }
    let mut columns = columns.into_iter();
    Some((Segment::map(&mut || columns.next())?, blocks))
}

fn range(start: u64, size: u64) -> Option<Range<usize>> {
    let start = usize::try_from(start).ok()?;
    Some(start..start.checked_add(usize::try_from(size).ok()?)?)
}
