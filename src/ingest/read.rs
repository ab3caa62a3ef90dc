//! Bounded reading: a file's bytes, unpacked where it is compressed, never more than the limit.
//!
//! Files that are no text by their first bytes are told apart before the rest is read.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;
use thiserror::Error;

use crate::ingest::format::foreign;
use crate::ingest::walk::reason;

/// The bytes looked at before the rest is read.
const HEAD: usize = 8 << 10;
/// Windows beyond this are refused: an attack on memory, not an archive (`zstd --long` needs 128 MiB at its default).
const ZSTD_WINDOW: u64 = 128 << 20;

/// Why a file was not read.
#[derive(Debug, Error)]
pub enum Unread {
    /// The system says no.
    #[error("{}", reason(.0))]
    Io(#[from] io::Error),
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is larger than the limit, as stored.
    #[error("has {} and the limit is {}: raise the limit to read it", size(*.bytes), size(*.limit))]
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The limit.
        limit: u64,
    },
    /// It is larger than the limit, unpacked.
    #[error("unpacks to more than {}, the limit: raise the limit to read it", size(*.0))]
    UnpacksTooLarge(u64),
    /// It is no text.
    #[error("is no text but {0}")]
    Foreign(&'static str),
    /// Its compression is broken.
    #[error("cannot be unpacked: {0}")]
    Packed(String),
}

/// The bytes of the file at `path`, unpacked, at most `limit` of them.
///
/// # Errors
/// [`Unread`] says why not.
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Unread> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.len() > limit {
        return Err(Unread::TooLarge { bytes: metadata.len(), limit });
    }
    let mut source = BufReader::new(file);
    let head = head(&mut source)?;
    match head.as_slice() {
        [] => Err(Unread::Empty),
        [0x1f, 0x8b, ..] => text(MultiGzDecoder::new(Cursor::new(head).chain(source)), limit, true),
        [0x28, 0xb5, 0x2f, 0xfd, ..] => text(Frames::new(Cursor::new(head).chain(source)), limit, true),
        _ => text(Cursor::new(head).chain(source), limit, false),
    }
}

fn text(mut source: impl Read, limit: u64, packed: bool) -> Result<Vec<u8>, Unread> {
    let failed = |error: io::Error| if packed { Unread::Packed(reason(&error)) } else { Unread::Io(error) };
    let mut bytes = head(&mut source).map_err(failed)?;
    if let Some(what) = foreign(&bytes) {
        return Err(Unread::Foreign(what));
    }
    // One byte more than the limit tells a file that was cut from one that just fits; the file may have grown.
    let rest = limit.saturating_add(1).saturating_sub(bytes.len() as u64);
    source.take(rest).read_to_end(&mut bytes).map_err(failed)?;
    match bytes.len() as u64 {
        0 => Err(Unread::Empty),
        size if size <= limit => Ok(bytes),
        bytes if !packed => Err(Unread::TooLarge { bytes, limit }),
        _ => Err(Unread::UnpacksTooLarge(limit)),
    }
}

fn head(source: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(HEAD);
    source.by_ref().take(HEAD as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} bytes"),
        1024..1_048_576 => format!("{} KiB", bytes / 1024),
        _ => format!("{} MiB", bytes >> 20),
    }
}

/// All Zstandard frames of a source one after the other; the decoder itself reads one.
struct Frames<R: Read> {
    state: State<R>,
}

enum State<R: Read> {
    Between(BufReader<R>),
    Inside(Box<StreamingDecoder<BufReader<R>, ruzstd::decoding::FrameDecoder>>),
    Done,
}

impl<R: Read> Frames<R> {
    fn new(source: R) -> Self {
        Self { state: State::Between(BufReader::new(source)) }
    }
}

impl<R: Read> Read for Frames<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        use io::BufRead as _;
        loop {
            match std::mem::replace(&mut self.state, State::Done) {
                State::Done => return Ok(0),
                State::Between(mut source) => {
                    if source.fill_buf()?.is_empty() {
                        return Ok(0);
                    }
                    let decoder = StreamingDecoder::new_with_max_window_size(source, ZSTD_WINDOW).map_err(io::Error::other)?;
                    self.state = State::Inside(Box::new(decoder));
                }
                State::Inside(mut decoder) => match decoder.read(into)? {
                    0 if !into.is_empty() => self.state = State::Between(decoder.into_inner()),
                    count => {
                        self.state = State::Inside(decoder);
                        return Ok(count);
                    }
                },
            }
        }
    }
}
