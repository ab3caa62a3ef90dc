//! The index of all spellings: words as numbers, and one automaton over sequences of numbers.
//!
//! Matching runs over normalised words, not over letters: a word no spelling uses is no number at all, so that the automaton
//! sees a small part of a body, and whole words need no check at their edges. The automaton is Aho-Corasick
//! (A. Aho and M. Corasick, Communications of the ACM 18, 1975), leftmost-longest, as a contiguous NFA: a fraction of the
//! memory of a DFA, and the little it reads makes its speed of no account. Built by `actors`, read by `scan`.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use aho_corasick::{AhoCorasick, AhoCorasickKind, BuildError, MatchKind};

use crate::analysis::actors::asset::{Alone, Asset, Entry};
use crate::analysis::actors::spelling::{Capital, Spelling};
use crate::analysis::actors::words::{Letters, Words};
use crate::model::actor::{ActorIx, ActorKind};

/// The number of bytes that stand for one word in the automaton.
pub const CODE: usize = 3;
/// Stands between words that cannot belong to one name.
pub const BREAK: [u8; CODE] = [0xFF, 0, 0];

/// What a form of a name is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worth {
    /// It names the actor.
    Full,
    /// It names the actor once a full form stands in the article.
    Short,
    /// It is the surname of the actor.
    Surname(Alone),
    /// It is the name of something else that holds an actor's name.
    Other,
}

/// One form of a name of one actor.
#[derive(Clone, Debug)]
pub struct Form {
    /// The actor; of no meaning for [`Worth::Other`].
    pub actor: ActorIx,
    /// What it is worth.
    pub worth: Worth,
    /// What each of its words needs.
    pub capitals: Box<[Capital]>,
    /// Whether it is an abbreviation that is also a word.
    pub wordlike: bool,
}

/// The index.
#[derive(Debug, Default)]
pub struct Forms {
    letters: Letters,
    vocabulary: HashMap<Box<[u8]>, u32, BuildHasherDefault<WordHasher>>,
    sieve: Sieve,
    automaton: Option<AhoCorasick>,
    patterns: Vec<Vec<Form>>,
    given: Vec<Vec<u32>>,
    before: HashSet<Box<[u8]>>,
}

impl Forms {
    /// Indexes `asset`; actors are numbered in its order.
    ///
    /// # Errors
    ///
    /// When the spellings are too many for the automaton.
    pub fn new(asset: &Asset) -> Result<Self, BuildError> {
        let mut forms = Self { letters: Letters::new(), ..Self::default() };
        let mut drafts = Drafts::new();
        for (ix, entry) in (0..u16::MAX).map(ActorIx).zip(&asset.actors) {
            forms.draft(ix, entry, asset, &mut drafts);
        }
        for name in &asset.other_names {
            let spelling = Spelling::new(name, &forms.letters);
            let form = Form { actor: ActorIx(0), worth: Worth::Other, capitals: spelling.capitals.into(), wordlike: false };
            drafts.push((forms.learn(&spelling.words), form));
        }
        forms.before = asset.before_a_surname.iter().map(|word| word.as_bytes().into()).collect();
        forms.settle(drafts, asset)?;
        Ok(forms)
    }

    /// Notes all forms of one actor.
    fn draft(&mut self, actor: ActorIx, entry: &Entry, asset: &Asset, drafts: &mut Drafts) {
        let mut given: Vec<u32> = Vec::new();
        let worths = std::iter::repeat_n(Worth::Full, entry.spellings.len() + 1).chain(std::iter::repeat(Worth::Short));
        let texts = std::iter::once(&entry.name).chain(&entry.spellings).chain(&entry.short);
        for (text, worth) in texts.zip(worths) {
            let spelling = Spelling::new(text, &self.letters);
            if spelling.words.is_empty() {
                continue;
            }
            let code = self.learn(&spelling.words);
            if entry.kind == ActorKind::Person && worth == Worth::Full {
                given.extend(spelling.given().filter_map(|word| self.vocabulary.get(word)));
                for surname in spelling.surnames() {
                    let capitals = surname.iter().enumerate().map(|(at, _)| surname_capital(at, surname.len())).collect();
                    let form = Form { actor, worth: Worth::Surname(entry.alone), capitals, wordlike: false };
                    drafts.push((self.learn(&surname), form));
                }
            }
            let letters = spelling.words.concat();
            let wordlike = asset.abbreviations_that_are_words.iter().any(|word| word.as_bytes() == letters);
            drafts.push((code, Form { actor, worth, capitals: spelling.capitals.into(), wordlike }));
        }
        given.sort_unstable();
        given.dedup();
        self.given.push(given);
    }

    /// The code of a sequence of words, new words given the next number.
    fn learn(&mut self, words: &[Vec<u8>]) -> Vec<u8> {
        let mut code = Vec::with_capacity(words.len() * CODE);
        for word in words {
            let next = u32::try_from(self.vocabulary.len()).unwrap_or(u32::MAX);
            let number = *self.vocabulary.entry(word.as_slice().into()).or_insert(next);
            self.sieve.put(word);
            code.extend_from_slice(&encode(number));
        }
        code
    }

    /// Gathers the forms that are written alike, settles which surnames may stand alone, and builds the automaton.
    fn settle(&mut self, mut drafts: Drafts, asset: &Asset) -> Result<(), BuildError> {
        let common: HashSet<u32> =
            asset.given_names_and_words.iter().filter_map(|word| self.vocabulary.get(word.as_bytes()).copied()).collect();
        drafts.sort_by(|(one, _), (other, _)| one.cmp(other));
        let mut codes: Vec<Vec<u8>> = Vec::new();
        for (code, form) in drafts {
            if codes.last() != Some(&code) {
                codes.push(code);
                self.patterns.push(Vec::new());
            }
            let Some(group) = self.patterns.last_mut() else { continue };
            let twin = |known: &Form| known.actor == form.actor && known.worth == form.worth && known.capitals == form.capitals;
            if !group.iter().any(twin) {
                group.push(form);
            }
        }
        for (code, group) in codes.iter().zip(&mut self.patterns) {
            let last = code.last_chunk::<CODE>().map_or(u32::MAX, |word| decode(*word));
            settle_group(group, common.contains(&last));
        }
        if !codes.is_empty() {
            let mut builder = AhoCorasick::builder();
            builder.match_kind(MatchKind::LeftmostLongest).kind(Some(AhoCorasickKind::ContiguousNFA)).prefilter(false);
            self.automaton = Some(builder.build(codes)?);
        }
        Ok(())
    }

    /// The rules that folded words of this index follow.
    #[must_use]
    pub fn letters(&self) -> &Letters {
        &self.letters
    }

    /// The code of the word that `words` is at; `None` when no form uses it.
    #[must_use]
    pub fn code(&self, words: &mut Words<'_>) -> Option<[u8; CODE]> {
        if !self.sieve.lets_through(words.caseless()) {
            return None;
        }
        self.vocabulary.get(words.folded()).map(|number| encode(*number))
    }

    /// Finds forms in sequences of codes; `None` when there are no forms.
    #[must_use]
    pub fn automaton(&self) -> Option<&AhoCorasick> {
        self.automaton.as_ref()
    }

    /// The forms that are written as the pattern `pattern` of the automaton.
    #[must_use]
    pub fn of_pattern(&self, pattern: usize) -> &[Form] {
        self.patterns.get(pattern).map_or(&[], Vec::as_slice)
    }

    /// Whether the word with `code` is a given name of `actor`.
    #[must_use]
    pub fn is_given(&self, actor: ActorIx, code: [u8; CODE]) -> bool {
        self.given.get(usize::from(actor.0)).is_some_and(|given| given.binary_search(&decode(code)).is_ok())
    }

    /// Whether the folded `word` is a title or a function word, which may stand before a surname.
    #[must_use]
    pub fn may_stand_before(&self, word: &[u8]) -> bool {
        self.before.contains(word)
    }
}

type Drafts = Vec<(Vec<u8>, Form)>;

/// A first cut, by the ends and the length of a word in any case: nearly all words that no form uses fall through it unhashed.
#[derive(Debug)]
struct Sieve(Vec<u64>);

impl Default for Sieve {
    fn default() -> Self {
        Self(vec![0; 1024])
    }
}

impl Sieve {
    fn put(&mut self, word: &[u8]) {
        let (at, bit) = Self::hole(word);
        if let Some(holes) = self.0.get_mut(at) {
            *holes |= bit;
        }
    }

    fn lets_through(&self, word: &[u8]) -> bool {
        let (at, bit) = Self::hole(word);
        self.0.get(at).is_some_and(|holes| holes & bit != 0)
    }

    fn hole(word: &[u8]) -> (usize, u64) {
        // The low five bits of a letter are the same for both cases.
        let letter = |at: usize| word.get(at).map_or(0, |byte| usize::from(*byte & 0x1F));
        let last = word.last().map_or(0, |byte| usize::from(*byte & 0x1F));
        ((letter(0) << 5) | letter(1), 1 << ((last + 7 * letter(2) + 19 * word.len()) % 64))
    }
}

/// FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo): short words, and no key but those of the list is ever stored, so that a text
/// cannot fill the table with collisions.
#[derive(Debug)]
struct WordHasher(u64);

impl Default for WordHasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn write_usize(&mut self, length: usize) {
        self.0 = self.0.wrapping_add(length as u64);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Three bytes, of which only the first has its high bit set, so that a match begins and ends between words.
fn encode(number: u32) -> [u8; CODE] {
    let [_, high, middle, low] = number.to_be_bytes();
    [0x80 | (((high << 2) | (middle >> 6)) & 0x3F), ((middle & 0x3F) << 1) | (low >> 7), low & 0x7F]
}

fn decode([high, middle, low]: [u8; CODE]) -> u32 {
    (u32::from(high & 0x3F) << 14) | (u32::from(middle) << 7) | u32::from(low)
}

/// A surname needs a capital on its last word; particles before it come as they like.
fn surname_capital(at: usize, len: usize) -> Capital {
    if at + 1 == len { Capital::Initial } else { Capital::Free }
}

/// Takes the right to stand alone from a surname that several actors have, or that is a common word; a spelling that names
/// two actors in full names neither by itself.
fn settle_group(group: &mut [Form], common: bool) {
    let is_shared = |group: &[Form], full: bool| {
        let mut bearers =
            group.iter().filter(|form| full == (form.worth == Worth::Full)).filter(|form| form.worth != Worth::Other);
        bearers.next().is_some_and(|first| bearers.any(|form| form.actor != first.actor))
    };
    let (shared_full, shared) = (is_shared(group, true), is_shared(group, false));
    for form in group {
        match form.worth {
            Worth::Full if shared_full => form.worth = Worth::Short,
            Worth::Surname(Alone::Unambiguous) if shared || common => form.worth = Worth::Surname(Alone::Named),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn codes_are_read_back_and_marked_by_their_first_byte() {
        for number in [0, 1, 127, 128, 16_383, 16_384, 70_000, 1_000_000] {
            let code = encode(number);
            assert_eq!(decode(code), number);
            assert!(code[0] >= 0x80 && code[1] < 0x80 && code[2] < 0x80, "{number}");
        }
    }
}
