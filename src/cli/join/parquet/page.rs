//! Pages of a Parquet column: their heads, how they are packed, and the texts in them.

use std::io::{self, Read};

use anyhow::{Context as _, anyhow, bail};
use flate2::read::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;

use crate::cli::join::parquet::runs::{little, numbers, split};
use crate::cli::join::parquet::thrift::Struct;
use crate::tr;

/// Bytes that a page may have, unpacked. Writers begin a new one at about one MiB.
const LARGEST: u64 = 512 << 20;
/// Bytes that the head of a page may have; some writers put the smallest and the largest value in it.
const HEAD: u64 = 16 << 20;

/// Rows that a page may have: a run of one level takes few bytes for any number of them, and memory for each.
const ROWS: u32 = 1 << 24;

/// Encodings by their numbers in the specification.
const PLAIN: i64 = 0;
const PLAIN_DICTIONARY: i64 = 2;
const RLE_DICTIONARY: i64 = 8;

/// A page with its bytes unpacked.
pub(super) struct ColumnPage {
    pub(super) kind: PageKind,
    pub(super) bytes: Vec<u8>,
}

/// What a page holds.
pub(super) enum PageKind {
    /// The values that data pages count from.
    Dictionary {
        values: u32,
    },
    Data(DataPage),
    /// An index.
    Other,
}

/// What the head of a data page says.
pub(super) struct DataPage {
    /// How many rows it has.
    pub(super) values: u32,
    encoding: i64,
    /// The bytes of the levels in front where the head tells them (the second layout); in the first they stand before the levels.
    levels: Option<usize>,
}

impl ColumnPage {
    /// Reads the page that `source` stands at.
    ///
    /// # Errors
    /// When it is damaged, larger than pages are, or packed in a way that is not known.
    pub(super) fn read(source: &mut dyn Read, codec: i64) -> anyhow::Result<Self> {
        let head = Struct::read(&mut source.take(HEAD)).context(tr!("a page has no head"))?;
        let size = |id| head.integer(id).and_then(|size| u64::try_from(size).ok()).filter(|size| *size <= LARGEST);
        let (Some(unpacked), Some(packed)) = (size(2), size(3)) else { bail!(tr!("a page does not say its size")) };
        let mut bytes = Vec::new();
        source.take(packed).read_to_end(&mut bytes)?;
        if bytes.len() as u64 != packed {
            bail!(tr!("a page is cut"));
        }
        let number = |of: &Struct, id| {
            of.integer(id).and_then(|value| u32::try_from(value).ok()).ok_or_else(|| anyhow!(tr!("a page lacks a count")))
        };
        let rows = |of: &Struct| {
            let rows = number(of, 1)?;
            if rows <= ROWS { Ok(rows) } else { bail!(tr!("a page has {rows} rows, more than pages have", rows)) }
        };
        let (kind, plain) = match (head.integer(1), head.inner(5), head.inner(7), head.inner(8)) {
            (Some(0), Some(data), ..) => {
                let page = DataPage { values: rows(data)?, encoding: data.integer(2).unwrap_or(PLAIN), levels: None };
                (PageKind::Data(page), 0)
            }
            (Some(2), _, Some(dictionary), _) => (PageKind::Dictionary { values: number(dictionary, 1)? }, 0),
            (Some(3), _, _, Some(data)) => {
                // No level says that a value repeats: the column is flat.
                let levels = number(data, 5)? as usize;
                let page = DataPage { values: rows(data)?, encoding: data.integer(4).unwrap_or(PLAIN), levels: Some(levels) };
                (PageKind::Data(page), if data.flag(7) == Some(false) { bytes.len() } else { levels })
            }
            _ => (PageKind::Other, bytes.len()),
        };
        Ok(Self { kind, bytes: unpack(bytes, plain, codec, unpacked)? })
    }
}

/// `bytes` with what stands behind the first `plain` of them unpacked, which are `size` bytes then.
fn unpack(mut bytes: Vec<u8>, plain: usize, codec: i64, size: u64) -> anyhow::Result<Vec<u8>> {
    let packed = bytes.get(plain..).context(tr!("a page is cut"))?;
    let most = size.saturating_sub(plain as u64);
    let mut unpacked = Vec::new();
    match codec {
        _ if packed.is_empty() => {}
        0 => return Ok(bytes),
        1 => {
            if snap::raw::decompress_len(packed)? as u64 > most {
                bail!(tr!("a page is larger than it says"));
            }
            unpacked = snap::raw::Decoder::new().decompress_vec(packed)?;
        }
        2 => drop(MultiGzDecoder::new(packed).take(most).read_to_end(&mut unpacked)?),
        6 => drop(StreamingDecoder::new(packed)?.take(most).read_to_end(&mut unpacked)?),
        _ => bail!(tr!("is packed in a way that is not read; write it with snappy, gzip or zstd")),
    }
    bytes.truncate(plain);
    bytes.append(&mut unpacked);
    Ok(bytes)
}

impl DataPage {
    /// The texts of the page whose bytes are `bytes`, without the rows that have none.
    ///
    /// # Errors
    /// When the bytes are not what the head says, or laid out in a way that is not known.
    pub(super) fn texts<'a>(
        &self,
        mut bytes: &'a [u8],
        optional: bool,
        dictionary: &'a [Vec<u8>],
    ) -> anyhow::Result<Vec<&'a [u8]>> {
        let levels = match self.levels {
            None if optional => {
                let len = little(split(&mut bytes, 4)?) as usize;
                split(&mut bytes, len)?
            }
            len => split(&mut bytes, len.unwrap_or(0))?,
        };
        let rows = self.values as usize;
        let known = if optional { numbers(levels, 1, rows)?.into_iter().filter(|level| *level == 1).count() } else { rows };
        match self.encoding {
            PLAIN => plain_texts(bytes, known),
            PLAIN_DICTIONARY | RLE_DICTIONARY => {
                let Some((width, indexes)) = bytes.split_first() else { return Ok(Vec::new()) };
                let indexes = numbers(indexes, u32::from(*width), known)?;
                let text = |index: u32| {
                    dictionary
                        .get(index as usize)
                        .map(Vec::as_slice)
                        .ok_or_else(|| anyhow!(tr!("a value is not in the dictionary")))
                };
                indexes.into_iter().map(text).collect()
            }
            _ => bail!(tr!("is written in a way that is not read; write its text plainly or with a dictionary")),
        }
    }
}

/// The `count` texts of a dictionary.
///
/// # Errors
/// When `bytes` ends before.
pub(super) fn plain(bytes: &[u8], count: u32) -> anyhow::Result<Vec<Vec<u8>>> {
    Ok(plain_texts(bytes, count as usize)?.into_iter().map(<[u8]>::to_vec).collect())
}

/// `count` texts, each behind its length in four bytes.
fn plain_texts(mut bytes: &[u8], count: usize) -> anyhow::Result<Vec<&[u8]>> {
    let text = |_| {
        let len = little(split(&mut bytes, 4)?) as usize;
        split(&mut bytes, len)
    };
    Ok((0..count).map(text).collect::<io::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use super::ColumnPage;

    #[test]
    fn a_page_of_more_rows_than_memory_is_refused() {
        // A head of the first layout: no bytes, and two thousand million rows.
        let head = [0x15, 0, 0x15, 0, 0x15, 0, 0x2C, 0x15, 0x80, 0xD0, 0xAC, 0xF3, 0x0E, 0x15, 0, 0x15, 6, 0x15, 6, 0, 0];
        let refused = ColumnPage::read(&mut head.as_slice(), 0).err().unwrap();
        assert_eq!(refused.to_string(), "a page has 2000000000 rows, more than pages have");
    }
}
