//! Lines of a text in which nothing stands that another one has. Texts that share some paragraphs have the others for themselves; what a copy
//! changes is strewn over all of them.
//!
//! The lines that hold passages are told as bits, once for all leaders that a text may be a copy of; in a text of many lines some share a bit.

use crate::analysis::families::passages::Passages;
use crate::analysis::families::sketch::{NOWHERE, Part, Sketches, range};

/// Words of the shortest line that counts where it has no shingle of the leader: three are taken of so many words.
const LINE: usize = 24;
/// Words that such lines may have beyond the half that no copy has: where a line begins is known.
const BEYOND_LINES: usize = 24;

/// Whether so many words in lines without anything shared are too many for a copy of so many words.
pub(super) fn are_too_many(without: usize, words: usize) -> bool {
    without > words / 2 + BEYOND_LINES
}

impl Sketches {
    /// Puts the lines of the text at `at` that each of its passages stands in into `lines`, a bit for each; whether that can be told.
    pub fn lines_of(&self, at: usize, lines: &mut Vec<u64>) -> bool {
        lines.clear();
        let words = self.words(at) as usize;
        self.part(at).is_some_and(|(part, place)| part.lines_of(place, words, &self.passages, lines).is_some())
    }

    /// Whether too much of the text at `at` stands in lines other than these for a copy.
    pub fn stands_elsewhere(&self, at: usize, lines: u64) -> bool {
        let Some((part, place)) = self.part(at) else { return false };
        let lengths = part.line_lengths.get(range(&part.line_ends, place)).unwrap_or_default();
        let others = lengths.iter().enumerate().filter(|(line, _)| lines & bit(*line, lengths.len()) == 0);
        let without = others.map(|(_, length)| usize::from(*length)).filter(|length| *length >= LINE).sum();
        are_too_many(without, self.words(at) as usize)
    }
}

impl Part {
    fn lines_of(&self, at: usize, words: usize, passages: &Passages, found: &mut Vec<u64>) -> Option<()> {
        let lengths = self.line_lengths.get(range(&self.line_ends, at))?;
        let mut places = self.places.get(range(&self.place_ends, at)).unwrap_or_default();
        // The line that is at hand, and where it begins and ends: the next shingle mostly stands there, too.
        let (mut line, mut inside) = (0, 0..usize::from(*lengths.first()?));
        for number in self.sketch(at) {
            let (own, others) = places.split_at_checked(passages.size(*number)).unwrap_or_default();
            places = others;
            let mut bits = 0;
            for place in own {
                if *place == NOWHERE {
                    return None;
                }
                let word = word_at(*place, words);
                if word < inside.start {
                    (line, inside) = (0, 0..usize::from(*lengths.first()?));
                }
                while word >= inside.end
                    && let Some(next) = lengths.get(line + 1)
                {
                    (line, inside) = (line + 1, inside.end..inside.end + usize::from(*next));
                }
                bits |= bit(line, lengths.len());
            }
            found.push(bits);
        }
        Some(())
    }

    /// The words that stand in lines of the text at `at`, which has so many `words`, without any of the `shared` places.
    pub(super) fn words_of_lines_without(&self, at: usize, shared: &[u16], words: usize) -> usize {
        let mut places = shared.iter().map(|place| word_at(*place, words)).peekable();
        let (mut behind, mut without) = (0, 0);
        for length in self.line_lengths.get(range(&self.line_ends, at)).unwrap_or_default() {
            let length = usize::from(*length);
            behind += length;
            let mut is_shared = false;
            while places.next_if(|place| *place < behind).is_some() {
                is_shared = true;
            }
            without += if is_shared || length < LINE { 0 } else { length };
        }
        without
    }
}

/// The bit of one of so many lines.
fn bit(line: usize, lines: usize) -> u64 {
    let bits = u64::BITS as usize;
    1 << if lines <= bits { line } else { line * bits / lines }
}

/// The word at `place` of a text with so many words.
fn word_at(place: u16, words: usize) -> usize {
    (usize::from(place) * words).div_ceil(usize::from(NOWHERE))
}

#[cfg(test)]
mod tests {
    use super::{NOWHERE, Part};
    use crate::analysis::families::passages::Passages;

    #[test]
    fn lines_without_anything_shared_are_told() {
        let part = Part { line_lengths: vec![9, 30, 40, 10, 50], line_ends: vec![1, 5], ..Part::default() };
        let place = |word: usize| u16::try_from(word * usize::from(NOWHERE) / 130).unwrap();
        let without =
            |words: &[usize]| part.words_of_lines_without(1, &words.iter().map(|word| place(*word)).collect::<Vec<_>>(), 130);
        assert_eq!((without(&[]), without(&[29]), without(&[30]), without(&[69, 80])), (120, 90, 80, 30));
    }

    #[test]
    fn lines_with_a_passage_are_told() {
        let place = |word: usize| u16::try_from(word * usize::from(NOWHERE) / 130).unwrap();
        let places = [0, 29, 30, 129].map(place).to_vec();
        let part = Part {
            values: vec![2, 5, 7],
            ends: vec![3],
            places,
            place_ends: vec![4],
            line_lengths: vec![30, 40, 10, 50],
            line_ends: vec![4],
            ..Part::default()
        };
        let passages = Passages { counts: vec![2; 8], sizes: vec![0, 0, 1, 0, 0, 2, 0, 1] };
        let mut lines = Vec::new();
        assert_eq!((part.lines_of(0, 130, &passages, &mut lines), &*lines), (Some(()), &[1, 3, 8][..]));
        let nowhere = Part { places: vec![NOWHERE; 4], ..part };
        assert!(nowhere.lines_of(0, 130, &passages, &mut lines).is_none());
    }
}
