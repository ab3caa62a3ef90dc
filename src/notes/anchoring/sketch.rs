//! Sketches: a likeness of a whole text in 256 bytes, by which an edited copy is known for one and another text is not.
//!
//! One-permutation minwise hashing (P. Li, A. Owen, C.-H. Zhang, One Permutation Hashing, NIPS 2012) of the pairs of neighbouring words,
//! four bits kept of each bin (P. Li, A. C. König, Theory and Applications of b-Bit Minwise Hashing, CACM 54, 2011). [`super::whole`]
//! decides by it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use twox_hash::XxHash3_64;

use crate::text::fold::fold;

/// How many bins there are: with 400 pairs of words or more, the likeness is told to 0.03.
const BINS: usize = 512;
/// What a bin may hold when something fell into it; 0 is nothing.
const VALUES: u64 = 15;
/// How often two texts have the same value in a bin by chance alone.
const CHANCE: f32 = 1.0 / 15.0;

/// The sketch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sketch([u8; BINS]);

impl Sketch {
    /// The sketch of `text`. Case, accents and signs do not count.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let folded = fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut least = [u64::MAX; BINS];
        let mut neighbour: Option<u64> = None;
        for word in words {
            let hash = XxHash3_64::oneshot(word.as_bytes());
            if let Some(before) = neighbour.replace(hash) {
                let pair = XxHash3_64::oneshot_with_seed(before, &hash.to_le_bytes());
                // 512 bins: nine bits tell which, the rest compete in it.
                let bin = usize::try_from(pair & 0x1ff).unwrap_or_default();
                if let Some(least) = least.get_mut(bin) {
                    *least = (*least).min(pair >> 9);
                }
            }
        }
        let value = |least: u64| if least == u64::MAX { 0 } else { u8::try_from(least % VALUES + 1).unwrap_or_default() };
        Self(least.map(value))
    }

    /// The sketch that [`Self::written`] wrote.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let packed: [u8; BINS / 2] = STANDARD_NO_PAD.decode(text).ok()?.try_into().ok()?;
        let mut bins = [0; BINS];
        for (pair, byte) in bins.chunks_exact_mut(2).zip(packed) {
            pair.copy_from_slice(&[byte >> 4, byte & 15]);
        }
        Some(Self(bins))
    }

    /// The sketch in base64, 342 letters.
    #[must_use]
    pub fn written(&self) -> String {
        let packed: Vec<u8> = self.0.chunks_exact(2).map(|pair| pair.iter().fold(0, |byte, bin| byte << 4 | bin)).collect();
        STANDARD_NO_PAD.encode(packed)
    }

    /// How much of their pairs of words two texts share, from 0 to 1 (Jaccard), as far as the sketches tell. A text of fewer than two
    /// words is like none.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> f32 {
        let (mut both, mut either, mut same) = (0_u16, 0_u16, 0_u16);
        for (one, other) in self.0.iter().zip(&other.0) {
            either += u16::from(*one > 0 || *other > 0);
            both += u16::from(*one > 0 && *other > 0);
            same += u16::from(*one > 0 && one == other);
        }
        if either == 0 {
            return 0.0;
        }
        let shared = (f32::from(same) - f32::from(both) * CHANCE) / (1.0 - CHANCE);
        (shared / f32::from(either)).clamp(0.0, 1.0)
    }

    /// The values of `width` bins from the `band`th on, when something fell into each: texts that are alike share many such bands.
    pub fn bands(&self) -> impl Iterator<Item = (usize, [u8; 2])> {
        let bands = self.0.chunks_exact(2).enumerate();
        bands.filter_map(|(band, pair)| <[u8; 2]>::try_from(pair).ok().filter(|pair| !pair.contains(&0)).map(|pair| (band, pair)))
    }
}

#[cfg(test)]
mod tests {
    use super::Sketch;

    fn words(from: usize, to: usize) -> String {
        (from..to).map(|at| format!("mot{}", at * 7919 % 10_007)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn likeness_is_the_share_of_pairs_and_a_sketch_comes_back_as_it_was_written() {
        let sketch = Sketch::of(&words(0, 1000));
        assert_eq!(Sketch::read(&sketch.written()).as_ref(), Some(&sketch));
        assert_eq!(sketch.written().len(), 342);
        for (from, share) in [(0, 1.0), (250, 0.6), (500, 0.333), (1000, 0.0)] {
            let likeness = sketch.likeness(&Sketch::of(&words(from, from + 1000)));
            assert!((likeness - share).abs() < 0.08, "{from}: {likeness} for {share}");
        }
        assert_eq!(Sketch::of("« Déjà VU, l’État »"), Sketch::of("deja vu: l'etat"));
        assert!(Sketch::of("un").likeness(&Sketch::of("un")) < f32::EPSILON);
        assert_eq!(Sketch::read("AAAA"), None);
    }
}
