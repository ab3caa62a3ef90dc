//! How a term is written beyond what folding keeps: accents and case, for terms that demand them.
//!
//! Called by `needle` for the few places where the folded letters stand already. Precomposed and decomposed accents are one.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::canonical_combining_class;

use crate::query::matching::pattern::spelling::folded;

/// What a term asks of the spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// The accents that were typed; letters typed without one may have any.
    TypedAccents,
    /// All accents and the case of all letters.
    Exact,
}

/// The spelling of a term that is asked for.
#[derive(Clone, Debug)]
pub struct Written {
    letters: Vec<Letter>,
    demand: Demand,
}

/// One letter as folding keeps it, with what folding takes away.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Letter {
    folded: char,
    /// The character it came from, which may have given more than one letter.
    written: char,
    marks: Vec<char>,
}

impl Written {
    /// The spelling of `text` when it asks for more than folding keeps.
    pub fn demanded(text: &str, demand: Demand) -> Option<Self> {
        let letters = letters(text.trim());
        let asks = demand == Demand::Exact || letters.iter().any(|letter| !letter.marks.is_empty());
        asks.then_some(Self { letters, demand })
    }

    /// For each letter of the term in order, folded, the only characters that may stand for it, where there are such. A letter
    /// and its marks may stand there too.
    pub fn asked(&self) -> impl Iterator<Item = (char, Option<Vec<char>>)> {
        self.letters.iter().map(|letter| (letter.folded, self.asked_letter(letter)))
    }

    fn asked_letter(&self, letter: &Letter) -> Option<Vec<char>> {
        let plain = letter.marks.is_empty();
        if !letter.written.is_ascii_alphanumeric() || (plain && self.demand == Demand::TypedAccents) {
            return None;
        }
        let whole: String = std::iter::once(letter.written).chain(letter.marks.iter().copied()).nfc().collect();
        let mut chars = whole.chars();
        let one = chars.next().filter(|_| chars.next().is_none())?;
        let mut forms = vec![one];
        if self.demand == Demand::TypedAccents {
            let (small, capital) = (one.to_lowercase(), one.to_uppercase());
            forms = small.chain(capital).collect();
            forms.dedup();
        }
        Some(forms)
    }

    /// Whether `found` is written so, its first `spare` folded letters left aside.
    pub fn admits(&self, found: &str, spare: usize) -> bool {
        if self.demand == Demand::Exact && spare > 0 {
            return false;
        }
        let found = letters(found);
        let Some(found) = found.get(spare..) else { return false };
        // Letters after the last belong to a ligature that was cut, which no exact term may do.
        let fits =
            if self.demand == Demand::Exact { found.len() == self.letters.len() } else { found.len() >= self.letters.len() };
        fits && self.letters.iter().zip(found).all(|(asked, found)| self.admits_letter(asked, found))
    }

    fn admits_letter(&self, asked: &Letter, found: &Letter) -> bool {
        if asked.folded != found.folded {
            return false;
        }
        match self.demand {
            Demand::TypedAccents => asked.marks.is_empty() || asked.marks == found.marks,
            Demand::Exact => asked.marks == found.marks && (!asked.written.is_alphabetic() || asked.written == found.written),
        }
    }
}

/// The letters of `text`, runs of white space as one space.
fn letters(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    let mut room = Vec::new();
    for written in text.nfd() {
        let mut left_out = true;
        for plain in folded(written, &mut room) {
            left_out = false;
            let space = plain.is_whitespace();
            if !space || letters.last().is_none_or(|last| last.folded != ' ') {
                letters.push(Letter { folded: if space { ' ' } else { plain }, written, marks: Vec::new() });
            }
        }
        if let Some(last) = letters.last_mut().filter(|_| left_out && canonical_combining_class(written) > 0) {
            last.marks.push(written);
        }
    }
    letters
}
