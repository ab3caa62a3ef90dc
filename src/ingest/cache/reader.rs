//! Reading a cache file: mapped, its head, its table and its list of files checked, the rest left to be checked when it is looked at.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use crate::ingest::cache::block::{MappedBlock, places};
use crate::ingest::cache::header::CacheHeader;
use crate::ingest::cache::key::CacheKey;
use crate::ingest::cache::manifest::{Files, Manifest, ManifestSegment, StoredActors};
use crate::ingest::cache::mapped;
use crate::ingest::cache::mapped::Bytes;
use crate::ingest::cache::renaming::Renaming;
use crate::ingest::cache::table::{CacheTable, OWN, Placed, Roots};
use crate::model::column::{Column, SharedBytes, Stored as _};
use crate::model::segment::Segment;

/// What the cache file at `path` holds, which is copied when it has at most `copied` bytes; `None` when there is none, or it is of
/// another version or another archive, or its list of files is damaged. What is damaged of the articles reads as empty: see
/// [`Manifest::damaged`].
#[must_use]
pub fn open((path, copied): (&Path, u64), key: CacheKey, roots: &Roots) -> Option<Manifest> {
    let (map, table) = open_table((path, copied), Some(key))?;
    let kept = table.roots();
    if !kept.lead_where(roots) {
        return None;
    }
    let mut own = own(&map, &table);
    let (of_files, files) = own.next()??;
    let (_, order) = own.next()??;
    let (of_actors, actors) = own.next()??;
    let mut columns = files.into_iter().chain(order).chain(actors);
    let mut next = || columns.next();
    let (files, order, actors) = (Files::map(&mut next)?, Column::map(&mut next)?, Column::map(&mut next)?);
    let (is_sound, held) = rayon::join(|| of_files.is_sound(), || held(&map, &table));
    let held = held.filter(|_| is_sound)?;
    let articles: u64 = (0..files.len()).map(|at| u64::from(files.articles(at))).sum();
    let whole = articles == held.iter().map(|held| held.shown.len() as u64).sum::<u64>();
    let discovery = StoredActors::stored(actors, of_actors);
    let catalogue = whole.then(|| Manifest { problems: table.problems(), files, held, discovery, order: Some(order) })?;
    if kept == *roots { Some(catalogue) } else { Renaming::new(&kept, roots)?.of(catalogue) }
}

/// A block and where its columns lie.
type Laid = (Arc<MappedBlock>, Vec<(SharedBytes, Range<usize>)>);

/// What lies in blocks of its own.
fn own(map: &Arc<Bytes>, table: &CacheTable) -> impl Iterator<Item = Option<Laid>> {
    let (mut rest, mut placed) = (&*table.own_lengths, table.own.iter());
    OWN.into_iter().map(move |columns| {
        let (own, behind) = rest.split_at_checked(columns)?;
        rest = behind;
        laid(map, placed.next()?, own)
    })
}

/// The block at `placed`, and its columns of the given lengths.
fn laid(map: &Arc<Bytes>, [start, size, sum]: &Placed, lengths: &[u64]) -> Option<Laid> {
    let block = Arc::new(MappedBlock::new(map, range(*start, *size)?, *sum));
    let columns = places(0, lengths).map(|place| (Arc::clone(&block) as SharedBytes, place)).collect();
    Some((block, columns))
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
    let mut next = || Some((blocks.next()?, lengths.next()?));
    let count = table.revised.ends().len();
    let held = (0..count).map(|at| {
        let (shown, facts) = (next()?, next()?);
        let (shown, mut blocks) = part(map, shown)?;
        let places = table.revised.of(at).to_vec();
        let alone = if places.is_empty() {
            None
        } else {
            let (facts, of_facts) = part(map, facts)?;
            blocks.extend(of_facts);
            Some((places, Arc::new(facts)))
        };
        Some(ManifestSegment { shown: Arc::new(shown), alone, blocks })
    });
    held.collect()
}

/// The segment whose tiers are `placed` and whose columns have the given lengths.
fn part(map: &Arc<Bytes>, (placed, lengths): (&[Placed], &[u64])) -> Option<(Segment, Vec<Arc<MappedBlock>>)> {
    let (mut rest, mut columns, mut blocks) = (lengths, Vec::new(), Vec::new());
    for (tier, placed) in Segment::TIERS.iter().zip(placed) {
        let (own, behind) = rest.split_at_checked(*tier)?;
        let (block, of_block) = laid(map, placed, own)?;
        columns.extend(of_block);
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
