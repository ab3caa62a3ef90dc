//! The ruler: bytes and code points of one text, turned into each other from anywhere in it.
//!
//! `text::span::CodePoints` counts on from where it stood last; anchors come in any order, so this one has marks to start from.

/// Code points counted up to every `STEP`th byte.
#[derive(Clone, Debug)]
pub struct Ruler {
    marks: Vec<u32>,
}

/// The bytes from one mark to the next.
const STEP: usize = 256;

impl Ruler {
    /// Measures `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut count = 0;
        let mark = |piece: &[u8]| {
            let before = count;
            count += points(piece);
            u32::try_from(before).unwrap_or(u32::MAX)
        };
        Self { marks: text.as_bytes().chunks(STEP).map(mark).collect() }
    }

    /// The code points before the byte `offset` of `text`, the text measured.
    #[must_use]
    pub fn point(&self, text: &str, offset: usize) -> u32 {
        let offset = offset.min(text.len());
        let mark = (offset / STEP).min(self.marks.len().saturating_sub(1));
        let rest = text.as_bytes().get(mark * STEP..offset).unwrap_or_default();
        let before = self.marks.get(mark).copied().unwrap_or_default();
        before.saturating_add(u32::try_from(points(rest)).unwrap_or(u32::MAX))
    }

    /// The byte at which the code point `point` of `text`, the text measured, begins; its end when it has no more than that.
    #[must_use]
    pub fn byte(&self, text: &str, point: u32) -> usize {
        let mark = self.marks.partition_point(|mark| *mark <= point).saturating_sub(1);
        let left = point.saturating_sub(self.marks.get(mark).copied().unwrap_or_default()) as usize;
        let bytes = text.as_bytes().get(mark * STEP..).unwrap_or_default();
        let starts = bytes.iter().enumerate().filter(|(_, byte)| is_start(**byte));
        starts.map(|(at, _)| mark * STEP + at).nth(left).unwrap_or(text.len())
    }
}

fn points(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| is_start(**byte)).count()
}

fn is_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::Ruler;

    #[test]
    fn bytes_and_code_points_agree_everywhere() {
        let text = "l’État 中👩‍👩‍👧 e\u{301} ".repeat(40);
        let ruler = Ruler::of(&text);
        for (point, (byte, _)) in text.char_indices().enumerate() {
            let point = u32::try_from(point).unwrap();
            assert_eq!((ruler.point(&text, byte), ruler.byte(&text, point)), (point, byte));
        }
        assert_eq!(ruler.byte(&text, u32::MAX), text.len());
        assert_eq!(Ruler::of("").byte("", 3), 0);
        assert_eq!(Ruler::of("").point("", 3), 0);
    }
}
