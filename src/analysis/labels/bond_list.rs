//! The words of a language with the preposition that completes each, as an asset lists them: a look-up, no rule.

use crate::text::word_set::WordSet;

/// Words by the preposition that completes them, all folded.
pub(super) struct Bonds(Vec<(&'static str, WordSet)>);

impl Bonds {
    /// The list `name` of an asset whose lines are `preposition: words`; `[name]` begins a list and `#` a comment.
    pub fn read(asset: &'static str, name: &str) -> Self {
        let mut words: Vec<(&'static str, Vec<&'static str>)> = Vec::new();
        let mut wanted = false;
        for line in asset.lines().filter(|line| !line.starts_with('#')) {
            if let Some(list) = line.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
                wanted = list == name;
            } else if let Some((preposition, bound)) = line.split_once(':').filter(|_| wanted) {
                match words.iter_mut().find(|(known, _)| *known == preposition) {
                    Some((_, known)) => known.extend(bound.split_whitespace()),
                    None => words.push((preposition, bound.split_whitespace().collect())),
                }
            }
        }
        Self(words.into_iter().map(|(preposition, words)| (preposition, words.into_iter().collect())).collect())
    }

    /// Whether `preposition` completes `word`.
    pub fn has(&self, word: &str, preposition: &str) -> bool {
        // `au` is `à le`.
        let preposition = if matches!(preposition, "au" | "aux") { "a" } else { preposition };
        self.0.iter().any(|(known, words)| *known == preposition && words.has(word))
    }
}
