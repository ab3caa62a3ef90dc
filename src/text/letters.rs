//! The letters of ASCII, eight at a time: what most words of a text are made of.
//!
//! Called by the scan of dates and by the words of families.

/// How many letters are read at once.
pub const EIGHT: usize = size_of::<u64>();

/// A one in each byte.
const EACH: u64 = u64::MAX / 0xFF;

/// The ASCII letters of `bytes` from `at` on, eight at most: in small letters, the first one lowest, and how many they are.
///
/// One comparison tells all, so that most words are read without a branch for each letter.
#[must_use]
#[inline]
pub fn letters_at(bytes: &[u8], at: usize) -> (u64, usize) {
    let rest = bytes.get(at..).unwrap_or_default();
    let eight = rest.first_chunk().copied().unwrap_or_else(|| {
        let mut eight = [0; EIGHT];
        eight.iter_mut().zip(rest).for_each(|(slot, byte)| *slot = *byte);
        eight
    });
    let raw = u64::from_le_bytes(eight);
    let small = raw | (EACH * 0x20);
    let low = small & (EACH * 0x7F);
    // The high bit of each byte says: at least `a`; beyond `z`.
    let (from_a, beyond_z) = (low + EACH * (0x80 - 0x61), low + EACH * (0x80 - 0x7B));
    let other = (!from_a | beyond_z | raw) & (EACH * 0x80);
    let len = other.trailing_zeros() / 8;
    let kept = if len == 0 { 0 } else { u64::MAX >> (u64::BITS - 8 * len) };
    (small & kept, len as usize)
}

#[cfg(test)]
mod tests {
    use super::letters_at;

    #[test]
    fn letters_come_in_small_letters_up_to_what_is_none() {
        let read = |text: &str, at: usize| {
            let (letters, len) = letters_at(text.as_bytes(), at);
            (String::from_utf8_lossy(&letters.to_le_bytes()[..len]).into_owned(), len)
        };
        assert_eq!(read("L’ÉTAT", 0), ("l".to_owned(), 1));
        assert_eq!(read("Gouvernement", 0), ("gouverne".to_owned(), 8));
        assert_eq!(read("Gouvernement", 8), ("ment".to_owned(), 4));
        assert_eq!((read("a[z{", 0).1, read("@a", 0).1, read("", 0).1, read("a", 7).1), (1, 0, 0, 0));
    }
}
