//! [`Span`]: a range of bytes in a text, the one way positions are held inside the program.
//!
//! Spans made by this program stand on grapheme boundaries of the text they belong to. Programs outside are told code
//! points instead: see [`CodePoints`].

use std::ops::Range;

/// A half-open range of byte offsets, `start..end`, into one text.
///
/// Offsets are 32 bits wide: a body is at most 4 GiB, which the limit on file sizes keeps far away, and an archive holds
/// millions of spans.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// Makes a span from byte offsets; offsets beyond 4 GiB are cut to it, and an end before its start is moved to it.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let start = narrow(start);
        Self { start, end: narrow(end).max(start) }
    }

    /// The span as a range of `usize`, for slicing.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.first()..self.after()
    }

    /// The first byte.
    #[must_use]
    pub fn first(self) -> usize {
        self.start as usize
    }

    /// The byte after the last.
    #[must_use]
    pub fn after(self) -> usize {
        self.end as usize
    }

    /// The number of bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.after() - self.first()
    }

    /// Whether no byte is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The words the span covers in `text`; empty when the span is not of this text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Whether the byte at `offset` is inside.
    #[must_use]
    pub fn holds(self, offset: usize) -> bool {
        self.first() <= offset && offset < self.after()
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The bytes both have, if there are any.
    #[must_use]
    pub fn clip(self, other: Self) -> Option<Self> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Self { start, end })
    }

    /// The same span `by` bytes further on.
    #[must_use]
    pub fn shift(self, by: usize) -> Self {
        Self::new(self.first() + by, self.after() + by)
    }
}

fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// Turns byte offsets of one text into Unicode code points, in one pass when asked in rising order.
///
/// JSON output counts code points, as TIMEX tools and the W3C annotation model do.
#[derive(Debug)]
pub struct CodePoints<'a> {
    text: &'a str,
    byte: usize,
    point: usize,
}

impl<'a> CodePoints<'a> {
    /// Starts counting at the head of `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { text, byte: 0, point: 0 }
    }

    /// The number of code points before the byte `offset`; an offset inside a character counts that character.
    pub fn at(&mut self, offset: usize) -> usize {
        if offset < self.byte {
            (self.byte, self.point) = (0, 0);
        }
        let offset = offset.min(self.text.len());
        let between = self.text.as_bytes().get(self.byte..offset).unwrap_or_default();
        self.point += between.iter().filter(|byte| (**byte & 0xC0) != 0x80).count();
        self.byte = offset;
        self.point
    }

    /// Both ends of `span` in code points.
    pub fn span(&mut self, span: Span) -> (usize, usize) {
        (self.at(span.first()), self.at(span.after()))
    }
}

#[cfg(test)]
mod tests {
    use super::{CodePoints, Span};

    #[test]
    fn spans_clip_and_cover() {
        let (a, b) = (Span::new(2, 8), Span::new(6, 12));
        assert_eq!(a.clip(b), Some(Span::new(6, 8)));
        assert!(a.overlaps(b) && !a.covers(b) && a.covers(Span::new(3, 8)));
        assert_eq!(a.clip(Span::new(8, 9)), None);
        assert_eq!(Span::new(0, 2).of("été"), "é");
        assert_eq!(Span::new(0, 1).of("été"), "");
    }

    #[test]
    fn code_points_are_counted_forwards_and_backwards() {
        let mut points = CodePoints::new("l’été 2020");
        assert_eq!(points.span(Span::new(4, 9)), (2, 5));
        assert_eq!(points.at(4), 2);
        assert_eq!(points.at(999), 10);
    }
}
