//! One spelling of an actor, taken apart: its words, which of them need a capital, and the surname at its end.
//!
//! Pure rules on names; the index of all spellings is `forms`, which calls this.

use crate::analysis::actors::words::Letters;

/// The Arabic article in its usual romanisations: written or left out at will before a surname.
const ARTICLES: [&[u8]; 9] = [b"al", b"el", b"as", b"ash", b"ach", b"az", b"an", b"ar", b"ad"];
/// Particles that belong to the surname or to the byname behind them.
const PARTICLES: [&[u8]; 17] = [
    b"ben", b"bin", b"ibn", b"bint", b"abu", b"abou", b"oum", b"umm", b"de", b"du", b"la", b"le", b"von", b"van", b"der", b"mc",
    b"mac",
];
/// Particles that, before a surname, make it part of another name.
const PATRONYMICS: [&[u8]; 8] = [b"ben", b"bin", b"ibn", b"bint", b"abu", b"abou", b"oum", b"umm"];

/// Whether `word`, folded, tells that the name behind it is a father's or a son's.
#[must_use]
pub fn is_patronymic(word: &[u8]) -> bool {
    PATRONYMICS.contains(&word)
}

/// How a word of a spelling must be written in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capital {
    /// As it comes.
    Free,
    /// With a capital initial.
    Initial,
    /// In capitals throughout.
    All,
}

/// A spelling taken apart.
#[derive(Clone, Debug)]
pub struct Spelling {
    /// The folded words.
    pub words: Vec<Vec<u8>>,
    /// What each needs, as many as words.
    pub capitals: Vec<Capital>,
    /// Whether it is an abbreviation, which needs capitals throughout.
    pub is_abbreviation: bool,
    /// Whether the spelling itself has a capital at the start of each word.
    initials: Vec<bool>,
}

impl Spelling {
    /// Takes `text` apart.
    ///
    /// A spelling of at most five letters, all of them capitals, is an abbreviation and needs capitals: `us` is not `US`. Any
    /// other name needs a capital on the first word that has one, and on its second word when it has but two (`Lebanese
    /// Forces` the party, `Lebanese forces` any), Arabic articles aside.
    #[must_use]
    pub fn new(text: &str, letters: &Letters) -> Self {
        let split = letters.split(text);
        let initials: Vec<bool> = split.iter().map(|(span, _)| is_capitalised(span.of(text))).collect();
        let abbreviation = text.chars().filter(|c| c.is_alphanumeric()).count() <= 5 && is_all_capitals(text);
        let words: Vec<Vec<u8>> = split.into_iter().map(|(_, word)| word).collect();
        let mut capitals = vec![Capital::Free; words.len()];
        let telling = words.iter().filter(|word| !ARTICLES.contains(&word.as_slice())).count();
        let mut required = 0;
        for ((word, need), initial) in words.iter().zip(&mut capitals).zip(&initials) {
            let article = ARTICLES.contains(&word.as_slice()) && telling > 0;
            if abbreviation {
                *need = Capital::All;
            } else if *initial && !article && (required == 0 || telling <= 2) {
                *need = Capital::Initial;
                required += 1;
            }
        }
        Self { words, capitals, is_abbreviation: abbreviation, initials }
    }

    /// Where the surname begins, its particles included; `None` when the spelling is no given name with a surname.
    #[must_use]
    pub fn surname(&self) -> Option<usize> {
        let mut first = self.words.len().checked_sub(1)?;
        if !*self.initials.get(first)? {
            return None;
        }
        while first > 0 && self.words.get(first - 1).is_some_and(|word| is_particle(word)) {
            first -= 1;
        }
        (first > 0).then_some(first)
    }

    /// The surname with and without its article; each as folded words.
    #[must_use]
    pub fn surnames(&self) -> Vec<Vec<Vec<u8>>> {
        let Some(tail) = self.surname().and_then(|first| self.words.get(first..)) else { return Vec::new() };
        let bare = tail.iter().position(|word| !ARTICLES.contains(&word.as_slice())).unwrap_or_default();
        let Some(bare) = tail.get(bare..) else { return Vec::new() };
        let mut all = vec![bare.to_vec()];
        if !bare.first().is_some_and(|word| is_particle(word)) {
            for article in [b"al", b"el"] {
                all.push(std::iter::once(article.to_vec()).chain(bare.iter().cloned()).collect());
            }
        }
        if !all.iter().any(|form| form == tail) {
            all.push(tail.to_vec());
        }
        all
    }

    /// The given names, articles left out.
    pub fn given(&self) -> impl Iterator<Item = &[u8]> {
        let before = self.words.get(..self.surname().unwrap_or_default()).unwrap_or_default();
        before.iter().map(Vec::as_slice).filter(|word| !ARTICLES.contains(word))
    }
}

fn is_particle(word: &[u8]) -> bool {
    ARTICLES.contains(&word) || PARTICLES.contains(&word)
}

/// Whether the first letter of `word` is a capital.
#[must_use]
pub fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric())
}

/// Whether `text` has a letter and no small one.
#[must_use]
pub fn is_all_capitals(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}
