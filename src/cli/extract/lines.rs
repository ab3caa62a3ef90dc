//! Lines of a stream of bytes, none held that is longer than a limit.

use std::io::{self, BufRead, BufReader, Read};

use sha2::{Digest as _, Sha256};

/// A line without its end.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum InputLine {
    /// The line.
    Whole(Vec<u8>),
    /// A line longer than the limit: how many bytes it has, and their digest.
    TooLong(u64, [u8; 32]),
}

impl InputLine {
    /// The bytes that are held of it.
    pub(super) fn held(&self) -> usize {
        match self {
            Self::Whole(bytes) => bytes.len(),
            Self::TooLong(..) => 0,
        }
    }

    /// Whether there is nothing in it.
    pub(super) fn is_blank(&self) -> bool {
        match self {
            Self::Whole(bytes) => bytes.trim_ascii().is_empty(),
            Self::TooLong(..) => false,
        }
    }
}

/// Reads lines.
pub(super) struct LineReader<R> {
    input: BufReader<R>,
    longest: usize,
}

impl<R: Read> LineReader<R> {
    pub(super) fn new(input: R, longest: usize) -> Self {
        Self { input: BufReader::with_capacity(64 << 10, input), longest }
    }

    /// The next line; `None` at the end.
    pub(super) fn next_line(&mut self) -> io::Result<Option<InputLine>> {
        let (mut line, mut digest, mut total) = (Vec::new(), None::<Sha256>, 0u64);
        loop {
            let ready = match self.input.fill_buf() {
                Ok(ready) => ready,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if ready.is_empty() {
                return Ok((total > 0).then(|| finished(line, digest, total)));
            }
            let end = memchr::memchr(b'\n', ready);
            let piece = ready.get(..end.unwrap_or(ready.len())).unwrap_or_default();
            total += piece.len() as u64;
            match &mut digest {
                Some(digest) => digest.update(piece),
                None if line.len() + piece.len() > self.longest => {
                    let mut long = Sha256::new();
                    long.update(&line);
                    long.update(piece);
                    (line, digest) = (Vec::new(), Some(long));
                }
                None => line.extend_from_slice(piece),
            }
            let used = piece.len() + usize::from(end.is_some());
            self.input.consume(used);
            if end.is_some() {
                return Ok(Some(finished(line, digest, total)));
            }
        }
    }
}

fn finished(line: Vec<u8>, digest: Option<Sha256>, total: u64) -> InputLine {
    match digest {
        Some(digest) => InputLine::TooLong(total, digest.finalize().into()),
        None => InputLine::Whole(line),
    }
}

#[cfg(test)]
mod tests {
    use super::{InputLine, LineReader};

    #[test]
    fn lines_come_whole_and_long_ones_are_counted() {
        let mut lines = LineReader::new(&b"ab\n\n0123456789\ncd"[..], 4);
        assert_eq!(lines.next_line().unwrap(), Some(InputLine::Whole(b"ab".to_vec())));
        assert!(lines.next_line().unwrap().unwrap().is_blank());
        assert!(matches!(lines.next_line().unwrap(), Some(InputLine::TooLong(10, _))));
        assert_eq!(lines.next_line().unwrap(), Some(InputLine::Whole(b"cd".to_vec())));
        assert_eq!(lines.next_line().unwrap(), None);
    }
}
