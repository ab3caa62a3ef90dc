//! Maps by numbers that are hashes already, or small: looked up without hashing them again. Called by `families` and `stories`.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map by such numbers.
pub(crate) type NumberMap<V> = HashMap<u32, V, BuildHasherDefault<TermHasher>>;

/// Spreads a number over all bits (Fibonacci hashing: D. Knuth, *The Art of Computer Programming* 3, 6.4).
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TermHasher(u64);

impl Hasher for TermHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u32(u32::from(*byte)));
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0.rotate_left(5) ^ u64::from(number)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 ^= self.0 >> 32;
    }
}
