//! The words of a cleaned text as numbers, for comparing texts word by word. It keeps no letters and knows no language.
//!
//! Case and the shapes of apostrophes and quotation marks do not count. Called by the rest of this room, and by `stories`.

use memchr::memchr_iter;

use crate::analysis::families::word_runs::WordRuns;
use crate::model::article::BlockKind;
use crate::model::segment::ArticleRef;
use crate::text::letters::{EIGHT, letters_at};
use crate::text::span::Span;

/// Words of a shingle: fewer are found by chance, more lose what a copy editor touched.
pub(super) const SHINGLE: usize = 5;

/// A line of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TextLine {
    /// The place of its first word among those of the text.
    pub first: usize,
    /// The place behind its last word.
    pub after: usize,
    /// It as a number.
    pub hash: u64,
}

/// The words of one text.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// Each word as a number.
    pub hashes: Vec<u64>,
    /// The lines that hold words.
    pub lines: Vec<TextLine>,
    /// Where each block of the text starts in the body, with the place of its first word.
    blocks: Vec<(usize, Span)>,
    /// Room to find words in.
    runs: WordRuns,
}

impl Words {
    /// Takes the words of `article` in the place of what it held, those in paragraphs and headings: headlines are changed most of
    /// all, captions belong to pictures, and what a page prints around an article is no part of it.
    pub fn read(&mut self, article: ArticleRef<'_>) {
        self.hashes.clear();
        self.lines.clear();
        self.blocks.clear();
        for block in article.blocks().filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading)) {
            self.blocks.push((self.hashes.len(), block.span));
            self.push_lines(article.bytes_at(block.span));
        }
    }

    /// The words of a text without blocks, such as a headline.
    pub fn of_text(text: &str) -> Self {
        let mut all = Self { blocks: vec![(0, Span::new(0, text.len()))], ..Self::default() };
        all.push_lines(text.as_bytes());
        all
    }

    fn push_lines(&mut self, text: &[u8]) {
        let mut start = 0;
        for end in memchr_iter(b'\n', text).chain([text.len()]) {
            self.push_line(text.get(start..end).unwrap_or_default());
            start = end + 1;
        }
    }

    fn push_line(&mut self, line: &[u8]) {
        let Self { hashes, runs, .. } = self;
        let first = hashes.len();
        let mut hash = BASIS;
        runs.read(line);
        runs.each(|start, end| {
            let (mut at, mut word) = (start, BASIS);
            while at < end {
                let (first, second) = runs.letters(at, end);
                word = mixed(mixed(word, first), second);
                at += WordRuns::LETTERS;
            }
            hashes.push(word);
            hash = (hash ^ word).wrapping_mul(PRIME).rotate_left(23);
        });
        if self.hashes.len() > first {
            self.lines.push(TextLine { first, after: self.hashes.len(), hash });
        }
    }

    /// The shingles, one for each word but the last few.
    pub fn shingles(&self) -> impl Iterator<Item = u64> {
        self.hashes.windows(SHINGLE).map(shingle)
    }

    /// The stretch of the body from the word at `first` to that before `after`, as far as it lies in one block.
    pub fn span(&self, article: ArticleRef<'_>, first: usize, after: usize) -> Span {
        let at = self.blocks.partition_point(|(word, _)| *word <= first).saturating_sub(1);
        let Some((start, block)) = self.blocks.get(at).copied() else { return Span::default() };
        let mut place = start;
        let mut found: Option<Span> = None;
        // Line ends part words, so that the whole block can be gone through at once.
        each_word(article.bytes_at(block), |_, span| {
            if (first..after).contains(&place) {
                found = Some(found.map_or(span, |found| Span { start: found.start, end: span.end }));
            }
            place += 1;
        });
        found.unwrap_or_default().shift(block.first())
    }
}

const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// A shingle as a number whose bits are all alike random, since those of words are.
#[inline]
fn shingle(words: &[u64]) -> u64 {
    words.iter().fold(0, |mixed, word| mixed.rotate_left(13) ^ word)
}

/// A number as another one whose bits are all alike random (the finisher of `SplitMix64`: Steele, Lea and Flood, OOPSLA 2014).
pub(super) fn scattered(number: u64) -> u64 {
    let mut mixed = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// Hands each word of a text in UTF-8 over as a number made of its small letters, with where it stands. It is another number than families have.
pub(crate) fn each_word(text: &[u8], mut found: impl FnMut(u64, Span)) {
    let (mut at, mut start, mut hash) = (0, None, BASIS);
    loop {
        // Where the eights of a word begin follows from its letters alone, so that equal words have equal numbers.
        let (letters, len) = letters_at(text, at);
        if len > 0 {
            start.get_or_insert(at);
            hash = mixed(hash, letters);
            at += len;
            if len == EIGHT {
                continue;
            }
        }
        // What parts words is mostly a blank.
        let plain = text.get(at).is_some_and(|byte| byte.is_ascii() && !byte.is_ascii_digit());
        let (len, letter) = if plain { (1, None) } else { letter(text.get(at..).unwrap_or_default()) };
        if let Some(letter) = letter {
            start.get_or_insert(at);
            hash = mixed(hash, u32::from_le_bytes(letter).into());
        } else {
            if let Some(start) = start.take() {
                found(hash, Span::new(start, at));
            }
            hash = BASIS;
        }
        if len == 0 {
            return;
        }
        at += len;
    }
}

/// Takes up to eight letters into the number of a word: one multiplication, whose upper half, the better one, comes lowest.
fn mixed(hash: u64, letters: u64) -> u64 {
    (hash ^ letters).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(u32::BITS)
}

/// The bytes of the next character, at most four of them, in small letters; `None` for what parts words. No bytes at the end.
fn letter(bytes: &[u8]) -> (usize, Option<[u8; 4]>) {
    match *bytes {
        [] => (0, None),
        [byte @ (b'a'..=b'z' | b'0'..=b'9'), ..] => (1, Some([byte, 0, 0, 0])),
        [byte @ b'A'..=b'Z', ..] => (1, Some([byte | 0x20, 0, 0, 0])),
        [..=0x7F, ..] => (1, None),
        // Signs of Latin-1; its capitals, but for the sign of multiplication.
        [0xC2, _, ..] => (2, None),
        [0xC3, byte @ 0x80..=0x9E, ..] if byte != 0x97 => (2, Some([0xC3, byte + 0x20, 0, 0])),
        [0xC5, 0x92, ..] => (2, Some([0xC5, 0x93, 0, 0])),
        [first @ 0xC0..=0xDF, second, ..] => (2, Some([first, second, 0, 0])),
        // Punctuation, arrows and signs: U+2000 to U+2FFF and U+3000 to U+303F.
        [0xE2, _, _, ..] | [0xE3, 0x80, _, ..] => (3, None),
        [first @ 0xE0..=0xEF, second, third, ..] => (3, Some([first, second, third, 0])),
        [first, second, third, fourth, ..] => (4, Some([first, second, third, fourth])),
        [..] => (1, None),
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn case_and_the_shapes_of_marks_do_not_count() {
        let words = |text: &str| Words::of_text(text).hashes;
        assert_eq!(words("L’ÉTAT a payé : 3,5 millions"), words("l'état «a» payé 3 5 Millions…"));
        assert_eq!(words("Œuvre").len(), 1);
        assert_ne!(words("état"), words("etat"));
        assert_eq!(words("العراق 🦊 x").len(), 3);
        assert!(words(" ’ – \n ").is_empty());
    }

    #[test]
    fn lines_are_told_by_their_words() {
        let text = Words::of_text("Un deux.\n\n– Trois –\nun DEUX !");
        assert_eq!(text.lines.iter().map(|line| (line.first, line.after)).collect::<Vec<_>>(), [(0, 2), (2, 3), (3, 5)]);
        assert_eq!(text.lines[0].hash, text.lines[2].hash);
    }
}
