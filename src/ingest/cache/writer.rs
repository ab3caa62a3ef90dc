//! Writing a cache file: under another name first, so that whoever opens it sees all of it or none.

use std::fs::DirBuilder;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::Arc;

use crate::ingest::cache::block::{ALIGN, checksum, lay};
use crate::ingest::cache::folder::TEMPORARY;
use crate::ingest::cache::header::{CacheHeader, SIZE};
use crate::ingest::cache::key::CacheKey;
use crate::ingest::cache::manifest::{Manifest, ManifestSegment};
use crate::ingest::cache::owned;
use crate::ingest::cache::table::{CacheTable, Placed, Roots};
use crate::model::archive::Archive;
use crate::model::column::{Column, RunsBuilder, Stored};
use crate::model::segment::Segment;
use crate::query::index::by_date;

/// Writes `catalogue` to `path` in `folder`, which is made when it is not there; gives its size, or `None` when it would have
/// more than `most` bytes and was not written.
///
/// # Errors
/// When the system refuses.
pub fn write(folder: &Path, path: &Path, most: u64, head: (CacheKey, &Roots), catalogue: &Manifest) -> io::Result<Option<u64>> {
    let empty = Segment::default();
    let parts: Vec<&Segment> = catalogue.held.iter().flat_map(|held| parts(held, &empty)).collect();
    let columns: Vec<Vec<&[u8]>> = parts.into_iter().map(visited).collect();
    if columns.iter().flatten().map(|column| column.len() as u64).sum::<u64>() > most {
        return Ok(None);
    }
    make(folder)?;
    let mut file = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(folder)?;
    let size = write_all(file.as_file_mut(), head, catalogue, &columns)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(Some(size))
}

fn parts<'a>(held: &'a ManifestSegment, empty: &'a Segment) -> [&'a Segment; 2] {
    [&held.shown, held.alone.as_ref().map_or(empty, |(_, facts)| facts)]
}

fn visited(stored: &impl Stored) -> Vec<&[u8]> {
    let mut columns = Vec::new();
    stored.visit(&mut |column| columns.push(column));
    columns
}

fn lengths<'a>(columns: impl Iterator<Item = &'a &'a [u8]>) -> Column<u64> {
    columns.map(|column| column.len() as u64).collect::<Vec<_>>().into()
}

/// The places of the articles shown by date, so that whoever opens the archive next need not put them in order.
fn order(catalogue: &Manifest) -> Column<u32> {
    let in_order = |archive: &Archive| by_date(archive).0.into_iter().map(|ix| ix.0).collect::<Vec<_>>().into();
    catalogue.order.clone().unwrap_or_else(|| in_order(&Archive::of(catalogue.shown(), Arc::default())))
}

fn write_all(
    file: &mut (impl Write + Seek),
    (key, roots): (CacheKey, &Roots),
    catalogue: &Manifest,
    columns: &[Vec<&[u8]>],
) -> io::Result<u64> {
    let mut sink = Sink { file, at: 0, bytes: Vec::new() };
    sink.block(&[&[0; SIZE]])?;
    let articles = catalogue.held.iter().map(|held| held.shown.len() as u64).sum();
    let mut table = CacheTable::new(roots, articles, &catalogue.problems);
    let mut revised = RunsBuilder::default();
    catalogue.held.iter().for_each(|held| revised.push_slice(held.alone.as_ref().map_or(&[], |(places, _)| places)));
    (table.revised, table.blocks) = (revised.finish(), blocks(&mut sink, columns)?.into());
    let (order, discovery) = (order(catalogue), Column::from(serde_json::to_vec(&**catalogue.discovery.get())?));
    let own = [visited(&catalogue.files), visited(&order), visited(&discovery)];
    table.own = own.iter().map(|columns| sink.block(columns)).collect::<io::Result<Vec<Placed>>>()?.into();
    table.own_lengths = lengths(own.iter().flatten());
    table.lengths = lengths(columns.iter().flatten());
    let [at, table_size, table_sum] = sink.block(&[&table.bytes()])?;
    let header = CacheHeader { key, size: at + table_size, table: at, table_size, table_sum };
    sink.file.seek(SeekFrom::Start(0))?;
    sink.file.write_all(&header.bytes())?;
    Ok(header.size)
}

/// Writes the blocks of all parts: what all lists need lies together, then what opened articles need, then the bodies.
fn blocks<W: Write>(sink: &mut Sink<'_, W>, columns: &[Vec<&[u8]>]) -> io::Result<Vec<Placed>> {
    let tiers = Segment::TIERS.len();
    let mut placed = vec![Placed::default(); columns.len() * tiers];
    let mut first = 0;
    for (tier, count) in Segment::TIERS.into_iter().enumerate() {
        for (own, slot) in columns.iter().zip(placed.iter_mut().skip(tier).step_by(tiers)) {
            *slot = sink.block(own.get(first..first + count).unwrap_or_default())?;
        }
        first += count;
    }
    Ok(placed)
}

/// A file that is written from its head to its end.
struct Sink<'a, W> {
    file: &'a mut W,
    at: u64,
    bytes: Vec<u8>,
}

impl<W: Write> Sink<'_, W> {
    /// Writes a block of `columns`, aligned.
    fn block(&mut self, columns: &[&[u8]]) -> io::Result<Placed> {
        let start = self.at.next_multiple_of(ALIGN as u64);
        self.bytes.clear();
        lay(columns, &mut self.bytes);
        let padding = usize::try_from(start - self.at).unwrap_or(0);
        self.file.write_all([0; ALIGN].get(..padding).unwrap_or_default())?;
        self.file.write_all(&self.bytes)?;
        let size = self.bytes.len() as u64;
        self.at = start + size;
        Ok([start, size, checksum(&self.bytes)])
    }
}

/// Makes the folder, which nobody else may look into: the archives of a person are the person's own. Where it is there, nobody else can
/// write into it from now on.
///
/// # Errors
/// When the system refuses, or it is the folder of another person.
pub fn make(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder)?;
    owned::claim(folder)
}
