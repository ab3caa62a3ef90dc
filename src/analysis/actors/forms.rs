//! The index of all spellings: words as numbers, and one automaton over sequences of numbers.
//!
//! Matching runs over normalised words, not over letters: a word no spelling uses is no number at all, so that the automaton
//! sees a small part of a body, and whole words need no check at their edges. The automaton is Aho-Corasick
//! (A. Aho and M. Corasick, Communications of the ACM 18, 1975), leftmost-longest, as a contiguous NFA: a fraction of the
//! memory of a DFA, and the little it reads makes its speed of no account. Built by `actors`, read by `scan`; the words and
//! their numbers are `vocabulary`'s.

use std::collections::HashSet;

use aho_corasick::{AhoCorasick, AhoCorasickKind, BuildError, MatchKind};

use crate::analysis::actors::asset::{Alone, Asset, Entry};
use crate::analysis::actors::spelling::{Capital, Spelling};
use crate::analysis::actors::vocabulary::{CODE, Vocabulary, decode};
use crate::analysis::actors::words::Letters;
use crate::model::actor::{ActorIx, ActorKind};

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
    vocabulary: Vocabulary,
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
                for name in spelling.given() {
                    let word = self.vocabulary.learn(name);
                    word.opens = true;
                    given.push(word.number);
                }
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
        for (at, word) in words.iter().enumerate() {
            let known = self.vocabulary.learn(word);
            known.opens |= at == 0;
            code.extend_from_slice(&known.code());
        }
        code
    }

    /// Gathers the forms that are written alike, settles which surnames may stand alone, and builds the automaton.
    fn settle(&mut self, mut drafts: Drafts, asset: &Asset) -> Result<(), BuildError> {
        let common: HashSet<u32> = asset
            .given_names_and_words
            .iter()
            .filter_map(|word| self.vocabulary.get(word.as_bytes()))
            .map(|word| word.number)
            .collect();
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

    /// The words that some form uses.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
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
