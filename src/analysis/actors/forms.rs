//! The index of all spellings: words as numbers, and the sequences of numbers in order, as in a dictionary.
//!
//! Matching runs over normalised words, not over letters: a word no spelling uses is no number at all, so that a small part of
//! a body is looked up, and whole words need no check at their edges. Sequences are narrowed down word by word; that is as fast
//! as an automaton for the few words that are left, and half the work to build. Built by `actors`, read by `scan`; the words
//! and their numbers are `vocabulary`'s.

use std::collections::HashSet;

use crate::analysis::actors::asset::{ActorRecord, Alone, Asset, NameWords};
use crate::analysis::actors::spelling::{Capital, Spelling};
use crate::analysis::actors::vocabulary::{BREAK, NameVocabulary};
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
    /// It is a place that stands for the actor where it acts.
    Metonym,
    /// It is the name of something else that holds an actor's name.
    Other,
}

/// One form of a name of one actor.
#[derive(Clone, Debug)]
pub struct NameForm {
    /// The actor; of no meaning for [`Worth::Other`].
    pub actor: ActorIx,
    /// What it is worth.
    pub worth: Worth,
    /// What each of its words needs.
    pub capitals: Box<[Capital]>,
    /// Whether it is an abbreviation that is also a word.
    pub wordlike: bool,
    /// Whether it is also a name that people bear.
    pub namelike: bool,
    /// Whether it is an abbreviation that is told from another by its hyphen (`É.-U.` from `E.U.`).
    pub hyphenated: Option<bool>,
}

impl NameForm {
    fn new(actor: ActorIx, worth: Worth, capitals: impl Into<Box<[Capital]>>) -> Self {
        Self { actor, worth, capitals: capitals.into(), wordlike: false, namelike: false, hyphenated: None }
    }
}

/// The forms that are written with the same words.
#[derive(Debug)]
struct Pattern {
    words: Box<[u32]>,
    forms: Vec<NameForm>,
}

/// The index.
#[derive(Debug, Default)]
pub struct Forms {
    letters: Letters,
    vocabulary: NameVocabulary,
    patterns: Vec<Pattern>,
    /// For each word the number of patterns that begin with a word before it.
    begins: Vec<usize>,
    given: Vec<Vec<u32>>,
    lexicon: Lexicon,
}

/// The words that tell what stands around a name, folded.
#[derive(Debug, Default)]
struct Lexicon {
    before_surname: HashSet<Box<[u8]>>,
    before_metonym: HashSet<Box<[u8]>>,
    between: HashSet<Box<[u8]>>,
    verbs: HashSet<Box<[u8]>>,
}

impl Lexicon {
    fn new(words: &NameWords) -> Self {
        let set = |words: &[Box<str>]| words.iter().map(|word| word.as_bytes().into()).collect();
        Self {
            before_surname: set(&words.before_a_surname),
            before_metonym: set(&words.before_a_metonym),
            between: set(&words.between_metonym_and_verb),
            verbs: set(&words.verbs_of_a_metonym),
        }
    }
}

impl Forms {
    /// Indexes `asset`; actors are numbered in its order.
    #[must_use]
    pub fn new(asset: &Asset) -> Self {
        let mut forms = Self { letters: Letters::new(), ..Self::default() };
        let mut drafts = Drafts::new();
        for (ix, entry) in (0..u16::MAX).map(ActorIx).zip(&asset.actors) {
            forms.draft(ix, entry, asset, &mut drafts);
        }
        for name in &asset.words.other_names {
            let spelling = Spelling::new(name, &forms.letters);
            let words = forms.learn(&spelling.words, &spelling.capitals);
            drafts.push((words, NameForm::new(ActorIx(0), Worth::Other, spelling.capitals)));
        }
        forms.lexicon = Lexicon::new(&asset.words);
        forms.settle(drafts, asset);
        forms
    }

    /// Notes all forms of one actor.
    fn draft(&mut self, actor: ActorIx, entry: &ActorRecord, asset: &Asset, drafts: &mut Drafts) {
        let mut given: Vec<u32> = Vec::new();
        let full = std::iter::once(&entry.name).chain(&entry.spellings).chain(&entry.abbreviations);
        let short = entry.short.iter().map(|text| (text, Worth::Short));
        let metonyms = entry.metonyms.iter().map(|text| (text, Worth::Metonym));
        for (text, worth) in full.map(|text| (text, Worth::Full)).chain(short).chain(metonyms) {
            let spelling = Spelling::new(text, &self.letters);
            if spelling.words.is_empty() {
                continue;
            }
            let words = self.learn(&spelling.words, &spelling.capitals);
            if entry.kind == ActorKind::Person && worth == Worth::Full {
                self.draft_surnames((actor, entry.alone), &spelling, &mut given, drafts);
            }
            let letters = spelling.words.concat();
            let is_among = |words: &[Box<str>]| words.iter().any(|word| word.as_bytes() == letters);
            drafts.push((
                words,
                NameForm {
                    wordlike: is_among(&asset.words.abbreviations_that_are_words),
                    namelike: is_among(&asset.words.names_of_people),
                    hyphenated: spelling.is_abbreviation.then(|| text.contains('-')),
                    ..NameForm::new(actor, worth, spelling.capitals)
                },
            ));
        }
        given.sort_unstable();
        given.dedup();
        self.given.push(given);
    }

    /// Notes the surname of a person, who may be named by it `alone`, and the given names before it.
    fn draft_surnames(
        &mut self,
        (actor, alone): (ActorIx, Alone),
        spelling: &Spelling,
        given: &mut Vec<u32>,
        drafts: &mut Drafts,
    ) {
        for name in spelling.given() {
            let word = self.vocabulary.learn(name);
            word.opens = true;
            given.push(word.number);
        }
        for surname in spelling.surnames() {
            let capitals: Box<[Capital]> = (1..=surname.len()).map(|nth| surname_capital(nth, surname.len())).collect();
            let words = self.learn(&surname, &capitals);
            drafts.push((words, NameForm::new(actor, Worth::Surname(alone), capitals)));
        }
    }

    /// The numbers of a sequence of words that need `capitals`, new words given the next number.
    fn learn(&mut self, words: &[Vec<u8>], capitals: &[Capital]) -> Vec<u32> {
        let mut numbers = Vec::with_capacity(words.len());
        for (at, word) in words.iter().enumerate() {
            let known = self.vocabulary.learn(word);
            known.opens |= at == 0;
            known.opens_small |= at == 0 && capitals.first() == Some(&Capital::Free);
            numbers.push(known.number);
        }
        numbers
    }

    /// Gathers the forms that are written alike, settles which surnames may stand alone, and orders the patterns.
    fn settle(&mut self, mut drafts: Drafts, asset: &Asset) {
        let common: HashSet<u32> = asset
            .words
            .given_names_and_words
            .iter()
            .filter_map(|word| self.vocabulary.get(word.as_bytes()))
            .map(|word| word.number)
            .collect();
        drafts.sort_by(|(one, _), (other, _)| one.cmp(other));
        for (words, form) in drafts {
            if self.patterns.last().is_none_or(|last| *last.words != *words) {
                self.patterns.push(Pattern { words: words.into(), forms: Vec::new() });
            }
            let Some(group) = self.patterns.last_mut().map(|last| &mut last.forms) else { continue };
            let is = |form: &NameForm| (form.actor, form.worth, form.hyphenated);
            let twin = |known: &NameForm| is(known) == is(&form) && known.capitals == form.capitals;
            if !group.iter().any(twin) {
                group.push(form);
            }
        }
        for pattern in &mut self.patterns {
            settle_group(&mut pattern.forms, pattern.words.last().is_some_and(|last| common.contains(last)));
        }
        let number = |pattern: &Pattern| pattern.words.first().map_or(0, |first| *first as usize);
        self.begins = (0..=self.vocabulary.len()).map(|word| self.patterns.partition_point(|p| number(p) < word)).collect();
        self.vocabulary.close();
    }

    /// The pattern that the head of `words` reads as, the longest one, and how many words it has.
    #[must_use]
    pub fn longest(&self, words: &[u32]) -> Option<(usize, usize)> {
        let first = usize::try_from(*words.first()?).ok()?;
        let (mut from, mut until) = (*self.begins.get(first)?, *self.begins.get(first.checked_add(1)?)?);
        let mut longest = None;
        for depth in 1.. {
            // All patterns between the two begin with these words, and one that has no more comes first.
            let whole = from < until && self.patterns.get(from)?.words.len() == depth;
            longest = if whole { Some((from, depth)) } else { longest };
            let Some(next) = words.get(depth).filter(|next| from < until && **next != BREAK) else { break };
            let alike = self.patterns.get(from..until).unwrap_or_default();
            until = from + alike.partition_point(|pattern| pattern.words.get(depth) <= Some(next));
            from += alike.partition_point(|pattern| pattern.words.get(depth) < Some(next));
        }
        longest
    }

    /// The rules that folded words of this index follow.
    #[must_use]
    pub fn letters(&self) -> &Letters {
        &self.letters
    }

    /// The words that some form uses.
    #[must_use]
    pub fn vocabulary(&self) -> &NameVocabulary {
        &self.vocabulary
    }

    /// The forms that are written as the pattern `pattern`.
    #[must_use]
    pub fn of_pattern(&self, pattern: usize) -> &[NameForm] {
        self.patterns.get(pattern).map_or(&[], |pattern| pattern.forms.as_slice())
    }

    /// Whether the word `number` is a given name of `actor`.
    #[must_use]
    pub fn is_given(&self, actor: ActorIx, number: u32) -> bool {
        self.given.get(usize::from(actor.0)).is_some_and(|given| given.binary_search(&number).is_ok())
    }

    /// Whether the folded `word` is a title or a function word, which may stand before a surname.
    #[must_use]
    pub fn may_stand_before(&self, word: &[u8]) -> bool {
        self.lexicon.before_surname.contains(word)
    }

    /// Whether the folded `word` may stand before a place that stands for its state.
    #[must_use]
    pub fn may_stand_before_metonym(&self, word: &[u8]) -> bool {
        self.lexicon.before_metonym.contains(word)
    }

    /// What the folded `word` behind a place says of it.
    #[must_use]
    pub fn behind_metonym(&self, word: &[u8]) -> Behind {
        match () {
            () if self.lexicon.verbs.contains(word) => Behind::Acts,
            () if self.lexicon.between.contains(word) => Behind::GoesOn,
            () => Behind::Ends,
        }
    }
}

/// What a word behind a place says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behind {
    /// The place does what a state does.
    Acts,
    /// The next word tells.
    GoesOn,
    /// It is a place.
    Ends,
}

type Drafts = Vec<(Vec<u32>, NameForm)>;

/// A surname needs a capital on its last word; particles before it come as they like.
fn surname_capital(nth: usize, len: usize) -> Capital {
    if nth == len { Capital::Initial } else { Capital::Free }
}

/// Takes the right to stand alone from a surname that several actors have, or that is a common word; a spelling that names
/// two actors in full names neither by itself.
fn settle_group(group: &mut [NameForm], common: bool) {
    let is_shared = |group: &[NameForm], full: bool| {
        let names =
            |form: &&NameForm| full == (form.worth == Worth::Full) && !matches!(form.worth, Worth::Other | Worth::Metonym);
        let mut bearers = group.iter().filter(names);
        bearers
            .next()
            .is_some_and(|first| bearers.any(|form| form.actor != first.actor && (!full || form.hyphenated == first.hyphenated)))
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
