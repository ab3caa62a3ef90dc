//! Conditions on bytes as masks, all bits or none, which a compiler spreads over vector lanes where it would branch on `bool`s.
//!
//! Called by what looks at a whole text: sanitizing and the counting of words.

/// All bits when `is`, or none.
#[must_use]
pub fn mask(is: bool) -> u8 {
    u8::from(is).wrapping_neg()
}

/// Whether `byte` is `this`.
#[must_use]
pub fn same(byte: u8, this: u8) -> u8 {
    mask(byte == this)
}

/// Whether `byte` is between `first` and `last`, both included.
#[must_use]
pub fn between(byte: u8, first: u8, last: u8) -> u8 {
    mask(byte.wrapping_sub(first) <= last.wrapping_sub(first))
}

#[cfg(test)]
mod tests {
    use super::{between, mask, same};

    #[test]
    fn masks_are_all_bits_or_none() {
        assert_eq!((mask(true), mask(false), same(b'a', b'a'), same(b'a', b'b')), (0xFF, 0, 0xFF, 0));
        for byte in 0..=255u8 {
            assert_eq!(between(byte, b'a', b'z') == 0xFF, byte.is_ascii_lowercase());
        }
    }
}
