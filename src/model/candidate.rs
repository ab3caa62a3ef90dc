//! Candidates: what one article holds that may be names, counted and with the signs that tell what they are names of.
//!
//! A candidate is no actor yet: only the whole archive shows which are. Packed with the article, settled by `analysis::discovery`.

use crate::text::span::Span;

/// A name that an article holds, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The number of its folded words, the same for all spellings that fold alike.
    pub name: u32,
    /// Where it stands first, in the body, or in the headline, with [`Candidate::IN_HEADLINE`]; of a [`Feature::Link`], the number of the name it is
    /// short for.
    pub start: u32,
    /// How many bytes it has there; 255 at most.
    pub len: u8,
    /// How often it stands there; 255 at most.
    pub count: u8,
    /// The signs, a bit each.
    pub signs: Signs,
}

/// A place where a name may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CandidateSpan {
    /// The number of the name.
    pub name: u32,
    /// The words, in the body.
    pub span: Span,
    /// What stands around it.
    pub signs: Signs,
    /// The number of the longer name that it is short for, where it stands in brackets behind that.
    pub link: u32,
}

/// What speaks for or against a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    /// It stands inside a sentence, where a capital is none of the sentence.
    Inside = 1,
    /// A title stands before it, or behind it in apposition.
    Title = 1 << 1,
    /// It stands where a place does: `à`, `in`, `ville de`.
    Place = 1 << 2,
    /// It says or does something.
    Acts = 1 << 3,
    /// An article in the singular stands before it.
    Article = 1 << 4,
    /// A determiner in the plural stands before it.
    Plural = 1 << 5,
    /// It is a word in capitals among others that are not.
    Capitals = 1 << 6,
    /// A word in small letters follows that it may be the adjective of.
    Adjective = 1 << 7,
    /// It stands in brackets behind the name it is short for. A candidate with this sign is that link, and no name by itself.
    Link = 1 << 12,
    /// It says something.
    Says = 1 << 13,
    /// Its words stand in the article in small letters too.
    Common = 1 << 14,
    /// It is a name in full, and what stands in it or beside it shows that it is somebody's, wherever else it stands.
    Sure = 1 << 15,
}

/// Signs, and what kind of actor the words beside the name tell of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs(pub u16);

impl Signs {
    /// The bits of the kind.
    const KIND: u16 = 0xF << 8;

    /// With `sign` when `is` holds.
    #[must_use]
    pub fn with(self, sign: Feature, is: bool) -> Self {
        Self(if is { self.0 | sign as u16 } else { self.0 })
    }

    /// Whether `sign` is among them.
    #[must_use]
    pub fn has(self, sign: Feature) -> bool {
        self.0 & sign as u16 != 0
    }

    /// With a kind by its number, 1 to 15.
    #[must_use]
    pub fn of_kind(self, kind: u8) -> Self {
        Self(self.0 & !Self::KIND | u16::from(kind.min(15)) << 8)
    }

    /// The number of the kind; 0 when nothing tells it.
    #[must_use]
    pub fn kind(self) -> u8 {
        self.0.to_be_bytes()[0] & 0xF
    }

    /// The signs of both; the kind is the first one's when it has one.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let kind = if self.kind() > 0 { self.0 & Self::KIND } else { other.0 & Self::KIND };
        Self((self.0 | other.0) & !Self::KIND | kind)
    }
}

impl Candidate {
    /// The bit of a place in a headline that is no part of the body.
    pub const IN_HEADLINE: u32 = 1 << 31;

    /// As it is packed.
    #[must_use]
    pub fn bits(&self) -> [u32; 3] {
        [self.name, self.start, u32::from(self.len) << 24 | u32::from(self.count) << 16 | u32::from(self.signs.0)]
    }

    /// From how it is packed.
    #[must_use]
    pub fn of_bits([name, start, rest]: [u32; 3]) -> Self {
        let [len, count, high, low] = rest.to_be_bytes();
        Self { name, start, len, count, signs: Signs(u16::from_be_bytes([high, low])) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Candidate, Feature, Signs};

    #[test]
    fn packing_keeps_all() {
        let signs = Signs::default().with(Feature::Title, true).with(Feature::Plural, false).of_kind(9);
        let candidate = Candidate { name: u32::MAX, start: 7, len: 255, count: 3, signs };
        assert_eq!(Candidate::of_bits(candidate.bits()), candidate);
        assert_eq!((signs.kind(), signs.has(Feature::Title), signs.has(Feature::Plural)), (9, true, false));
        assert_eq!(Signs::default().with(Feature::Place, true).and(signs).kind(), 9);
    }
}
