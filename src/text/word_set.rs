//! Sets of words known when the program is built, asked for nearly every word or line of an archive.

/// A set of words, by default folded ones: open addressing, a quarter full at most, by a hash that costs a few steps a word.
#[derive(Debug)]
pub struct WordSet {
    /// As many slots as a power of two; an empty one holds no letters.
    slots: Box<[&'static str]>,
}

impl WordSet {
    /// The words of `list`, which spaces part.
    #[must_use]
    pub fn of(list: &'static str) -> Self {
        list.split_whitespace().collect()
    }

    /// Whether `word` is one of them; no set holds the empty word.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.slots.get(self.place(word)).is_some_and(|found| !found.is_empty())
    }

    /// The slot of `word`, or the empty one where it would be.
    fn place(&self, word: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash(word) & mask;
        while self.slots.get(at).is_some_and(|found| !found.is_empty() && *found != word) {
            at = (at + 1) & mask;
        }
        at
    }
}

impl FromIterator<&'static str> for WordSet {
    fn from_iter<I: IntoIterator<Item = &'static str>>(words: I) -> Self {
        let words: Vec<&'static str> = words.into_iter().collect();
        let mut set = Self { slots: vec![""; (words.len().max(1) * 4).next_power_of_two()].into_boxed_slice() };
        for word in words {
            let at = set.place(word);
            if let Some(slot) = set.slots.get_mut(at) {
                *slot = word;
            }
        }
        set
    }
}

/// FNV-1a (Fowler, Noll, Vo), whose upper half is the better one.
fn hash(word: &str) -> usize {
    let mixed =
        word.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3));
    usize::try_from(mixed >> u32::BITS).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::WordSet;

    #[test]
    fn a_set_holds_its_words_and_no_others() {
        let words: Vec<String> = (0..300).map(|number| format!("mot{number}")).collect();
        let list: &'static str = words.join(" ").leak();
        let set = WordSet::of(list);
        assert!(words.iter().all(|word| set.has(word)));
        assert!((300..600).all(|number| !set.has(&format!("mot{number}"))) && !set.has(""));
        let none = WordSet::of("");
        assert!(!none.has("mot") && !none.has(""));
    }
}
