//! Bounded reading: a file's bytes, unpacked where it is compressed, never more than the limit.
//!
//! Files that are no text by their first bytes are told apart before the rest is read.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek as _, SeekFrom};
use std::ops::Range;
use std::path::Path;

use flate2::read::MultiGzDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use thiserror::Error;

use crate::ingest::source::format::{foreign, may_be_read};
use crate::ingest::source::walk::reason;

/// The bytes looked at before the rest is read.
const HEAD: usize = 8 << 10;
/// A buffer that grew beyond this for one file is given back.
const KEPT: usize = 1 << 20;
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
    #[error("has {} and the limit is {}: raise the limit to read it", more_than(*.limit, *.bytes), size(*.limit))]
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

/// What a file holds.
#[derive(Clone, Copy, Debug)]
pub struct FileContent<'a> {
    /// Its bytes, unpacked.
    pub bytes: &'a [u8],
    /// Why they break off, where no more of them could be unpacked.
    pub broken: Option<&'a str>,
}

/// The content of the file at `path`, at most `limit` bytes, as `work` is to see it. `size` is what it was found
/// to have, so that one buffer a thread serves for all files, without asking the system again.
///
/// # Errors
/// [`Unread`] says why not.
pub fn with<T>(path: &Path, size: u64, limit: u64, work: impl FnOnce(FileContent<'_>) -> T) -> Result<T, Unread> {
    thread_local! {
        static BUFFER: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
    }
    if size > limit {
        return Err(Unread::TooLarge { bytes: size, limit });
    }
    // Taken, not borrowed: what `work` waits for may read another file on this thread.
    let mut bytes = BUFFER.take();
    bytes.clear();
    let result = fill(&mut bytes, path, size, limit).map(|packed| match packed {
        Some((unpacked, broken)) => work(FileContent { bytes: &unpacked, broken: broken.as_deref() }),
        None => work(FileContent { bytes: &bytes, broken: None }),
    });
    if bytes.capacity() <= KEPT {
        BUFFER.set(bytes);
    }
    result
}

/// The bytes in `range` of the file at `path`, as stored.
///
/// # Errors
/// When it cannot be read.
pub fn range(path: &Path, range: &Range<u64>) -> io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(range.start))?;
    let mut bytes = Vec::new();
    file.take(range.end.saturating_sub(range.start)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What was unpacked, and why there is no more of it where it breaks off.
type Unpacked = (Vec<u8>, Option<String>);

/// Reads the file into `bytes`; gives them unpacked when they are compressed.
fn fill(bytes: &mut Vec<u8>, path: &Path, size: u64, limit: u64) -> Result<Option<Unpacked>, Unread> {
    let mut file = File::open(path)?;
    // Room for one byte more lets the read that meets the end be the second, not the third.
    bytes.reserve(usize::try_from(size).unwrap_or_default() + 1);
    file.by_ref().take(HEAD as u64).read_to_end(bytes)?;
    let source = || Cursor::new(&*bytes).chain(BufReader::new(&file));
    match bytes.as_slice() {
        [] => return Err(Unread::Empty),
        [0x1f, 0x8b, ..] => return unpacked(MultiGzDecoder::new(source()), limit).map(Some),
        [0x28, 0xb5, 0x2f, 0xfd, ..] | [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..] => {
            return unpacked(Frames::new(source()), limit).map(Some);
        }
        head => {
            if let Some(what) = foreign(head).filter(|_| !may_be_read(head)) {
                return Err(Unread::Foreign(what));
            }
        }
    }
    if bytes.len() >= HEAD {
        file.take(rest(limit, bytes)).read_to_end(bytes)?;
    }
    match bytes.len() as u64 {
        size if size <= limit => Ok(None),
        bytes => Err(Unread::TooLarge { bytes, limit }),
    }
}

/// What `source` gives: all that came before a fault is better than nothing.
fn unpacked(mut source: impl Read, limit: u64) -> Result<Unpacked, Unread> {
    let mut bytes = Vec::with_capacity(HEAD);
    let head = source.by_ref().take(HEAD as u64).read_to_end(&mut bytes);
    if let Some(what) = foreign(&bytes).filter(|_| !may_be_read(&bytes)) {
        return Err(Unread::Foreign(what));
    }
    let left = rest(limit, &bytes);
    let whole = head.and_then(|_| source.take(left).read_to_end(&mut bytes));
    let broken = whole.err().map(|error| reason(&error));
    // A letter that was cut in two makes no text another encoding.
    if broken.is_some()
        && let Err(error) = simdutf8::compat::from_utf8(&bytes)
        && error.error_len().is_none()
    {
        bytes.truncate(error.valid_up_to());
    }
    match (bytes.len() as u64, broken) {
        (0, Some(broken)) => Err(Unread::Packed(broken)),
        (0, None) => Err(Unread::Empty),
        (size, broken) if size <= limit => Ok((bytes, broken)),
        _ => Err(Unread::UnpacksTooLarge(limit)),
    }
}

/// How many bytes more to read: one more than the limit tells a file that was cut from one that just fits; the file may
/// have grown.
fn rest(limit: u64, bytes: &[u8]) -> u64 {
    limit.saturating_add(1).saturating_sub(bytes.len() as u64)
}

/// A size as people read it: whole units as such, others with one decimal place, cut.
fn size(bytes: u64) -> String {
    let (unit, name) = match bytes {
        0..1024 => return format!("{bytes} bytes"),
        1024..1_048_576 => (1024, "KiB"),
        _ => (1 << 20, "MiB"),
    };
    let (whole, tenth) = (bytes / unit, bytes % unit * 10 / unit);
    if tenth == 0 { format!("{whole} {name}") } else { format!("{whole}.{tenth} {name}") }
}

/// The size of what has more than `limit`; to the byte where it would read as the limit itself.
fn more_than(limit: u64, bytes: u64) -> String {
    let rounded = size(bytes);
    if rounded == size(limit) { format!("{bytes} bytes, {} too many,", bytes.saturating_sub(limit)) } else { rounded }
}

/// All Zstandard frames of a source one after the other; the decoder itself reads one. Frames that carry no content (`pzstd`
/// writes some before, others write an index behind) are skipped: RFC 8878, 3.1.2.
struct Frames<R: Read> {
    state: State<R>,
}

enum State<R: Read> {
    Between(BufReader<R>),
    Inside(BufReader<R>, Box<FrameDecoder>),
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
                    let mut decoder = FrameDecoder::new();
                    decoder.set_max_window_size(ZSTD_WINDOW);
                    self.state = match decoder.init(&mut source) {
                        Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                            skip(&mut source, length.into())?;
                            State::Between(source)
                        }
                        Err(error) => return Err(io::Error::other(error)),
                        Ok(()) => State::Inside(source, Box::new(decoder)),
                    };
                }
                State::Inside(mut source, mut decoder) => {
                    while decoder.can_collect() == 0 && !decoder.is_finished() {
                        let one = BlockDecodingStrategy::UptoBlocks(1);
                        decoder.decode_blocks(&mut source, one).map_err(io::Error::other)?;
                    }
                    match decoder.read(into)? {
                        0 if !into.is_empty() => self.state = State::Between(source),
                        count => {
                            self.state = State::Inside(source, decoder);
                            return Ok(count);
                        }
                    }
                }
            }
        }
    }
}

/// Passes over `length` bytes, all of which must be there.
fn skip(source: &mut impl Read, length: u64) -> io::Result<()> {
    let passed = io::copy(&mut source.by_ref().take(length), &mut io::sink())?;
    if passed == length { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

#[cfg(test)]
mod tests {
    use super::Unread;

    #[test]
    fn a_size_never_reads_as_the_limit_it_is_beyond() {
        let told = |bytes, limit| Unread::TooLarge { bytes, limit }.to_string();
        let rest = "raise the limit to read it";
        assert_eq!(told((1 << 20) + 1, 1 << 20), format!("has 1048577 bytes, 1 too many, and the limit is 1 MiB: {rest}"));
        assert_eq!(told(3 << 20, 1 << 20), format!("has 3 MiB and the limit is 1 MiB: {rest}"));
        assert_eq!(told(1900, 1536), format!("has 1.8 KiB and the limit is 1.5 KiB: {rest}"));
        assert_eq!(told(11, 10), format!("has 11 bytes and the limit is 10 bytes: {rest}"));
    }
}
