//! The switches and cues of a language, ready to be asked for each word of a text.

use std::num::NonZeroU32;

use crate::analysis::dates::grammar::{Cue, Grammar, Switch};
use crate::analysis::dates::table::WordKey;

/// The cues of a language by their numbers, and its switches as bits.
#[derive(Debug)]
pub struct Habits {
    switches: u32,
    cues: [&'static [&'static str]; CUES],
    /// For each hole that the hash of a word falls into, a bit for each cue that has such a word, and [`TURNED`].
    filter: Box<[u128]>,
}

/// Holes of the filter: a power of two, so that a hash finds its own without a division.
const HOLES: usize = 1 << 10;

/// The bit of the verbs of turns, behind those of the cues that have one.
const TURNED: u32 = u128::BITS - 1;

fn hole_of(hash: NonZeroU32) -> usize {
    (hash.get() >> 1) as usize % HOLES
}

/// One more than the number of the last cue.
const CUES: usize = Cue::CountsBehind as usize + 1;

impl Habits {
    /// Those of `grammar`.
    #[must_use]
    pub fn new(grammar: &Grammar) -> Self {
        let mut cues: [&'static [&'static str]; CUES] = [&[]; CUES];
        let mut filter = vec![0; HOLES].into_boxed_slice();
        for (cue, words) in grammar.cues {
            if let Some(slot) = cues.get_mut(*cue as usize) {
                *slot = words;
            }
        }
        let of_cues = grammar.cues.iter().flat_map(|(cue, words)| words.iter().map(|word| (word, *cue as u32)));
        let of_turns = grammar.turns.iter().flat_map(|turn| turn.verbs.iter().map(|verb| (verb, TURNED)));
        for (word, bit) in of_cues.filter(|(_, bit)| *bit < TURNED).chain(of_turns) {
            if let Some(hole) = filter.get_mut(hole_of(WordKey::of(word).hash())) {
                *hole |= 1_u128 << bit;
            }
        }
        Self { switches: grammar.switches.iter().fold(0, |all, switch| all | 1 << *switch as u32), cues, filter }
    }

    /// Whether `switch` is on.
    #[must_use]
    pub fn has(&self, switch: Switch) -> bool {
        self.switches & 1 << switch as u32 != 0
    }

    /// The words of `cue`.
    #[must_use]
    pub fn words(&self, cue: Cue) -> &'static [&'static str] {
        self.cues.get(cue as usize).copied().unwrap_or_default()
    }

    /// Whether a word whose token has `hash` may be one of `cue`: nearly every other word falls through. The last cues, which are asked for beside few
    /// words, have no bit: with two numbers a hole the sieve would fill the nearest cache.
    #[must_use]
    pub fn may_be(&self, cue: Cue, hash: NonZeroU32) -> bool {
        cue as u32 >= TURNED || self.in_sieve(hash, cue as u32)
    }

    /// Whether a word whose token has `hash` may be a verb of some turn that names its verbs.
    #[must_use]
    pub fn may_turn(&self, hash: NonZeroU32) -> bool {
        self.in_sieve(hash, TURNED)
    }

    fn in_sieve(&self, hash: NonZeroU32, bit: u32) -> bool {
        self.filter.get(hole_of(hash)).is_some_and(|hole| hole & 1 << bit != 0)
    }
}
