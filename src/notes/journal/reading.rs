//! Reading lines: many of them on other threads, while those before them are taken in.

use std::sync::mpsc;
use std::thread;

use crate::notes::borrowed::ParsedOp;
use crate::notes::journal::line;
use crate::notes::journal::line::Unreadable;

/// What a line says, or why that cannot be told, with the line.
pub type Read<'a> = Result<ParsedOp<'a>, (Unreadable, &'a [u8])>;

/// How much a thread reads before it hands on what it has read: it stays in the cache.
const PIECE: usize = 1 << 16;
/// How many threads read, beside the one that takes in, which has less to do than each of them.
const READERS: usize = 2;

/// Reads `lines` and hands what each says to `take`, in their order.
pub fn read_lines<'a>(lines: &'a [u8], mut take: impl FnMut(Read<'a>)) {
    let pieces = pieces(lines);
    if pieces.len() <= 1 {
        return read_each(lines).for_each(take);
    }
    thread::scope(|scope| {
        let readers: Vec<_> = (0..READERS)
            .map(|first| {
                let own: Vec<&[u8]> = pieces.iter().skip(first).step_by(READERS).copied().collect();
                // It reads one piece ahead, so that little is held at once.
                let (send, receive) = mpsc::sync_channel(1);
                scope.spawn(move || own.into_iter().try_for_each(|piece| send.send(read_each(piece).collect::<Vec<Read>>())));
                receive
            })
            .collect();
        let read = readers.iter().cycle().map_while(|reader| reader.recv().ok());
        read.flatten().for_each(&mut take);
    });
}

/// `lines` in pieces that end where a line ends.
fn pieces(lines: &[u8]) -> Vec<&[u8]> {
    let mut rest = lines;
    let next = || {
        let behind = rest.get(PIECE..).unwrap_or_default();
        let end = memchr::memchr(b'\n', behind).map_or(rest.len(), |end| PIECE + end + 1);
        let (piece, others) = rest.split_at_checked(end)?;
        rest = others;
        (!piece.is_empty()).then_some(piece)
    };
    std::iter::from_fn(next).collect()
}

fn read_each(lines: &[u8]) -> impl Iterator<Item = Read<'_>> {
    let lines = lines.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    lines.map(|text| line::tell(text).map_err(|why| (why, text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_read_on_several_threads_come_in_their_order() {
        let lines = (0..40_000).map(|at| format!("line {at}\n")).collect::<Vec<_>>().concat();
        assert!(pieces(lines.as_bytes()).len() > READERS * 2);
        let mut read = Vec::new();
        read_lines(lines.as_bytes(), |line| read.push(line.unwrap_err().1));
        assert!(read.into_iter().eq(lines.lines().map(str::as_bytes)));
    }
}
