//! Making the index: every spelling of every actor taken apart, the forms written alike gathered, the patterns put in order.
//!
//! The index itself, and how it is asked, is `forms`. Called once for a list of actors.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::analysis::actors::asset::{ActorRecord, Alone, Asset, NameWords};
use crate::analysis::actors::forms::{Forms, Lexicon, NameForm, Pattern, Worth};
use crate::analysis::actors::spelling::{Capital, Spelling};
use crate::analysis::actors::words::Letters;
use crate::model::actor::{ActorIx, ActorKind};

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
        let mut drafts = Drafts::default();
        let odd = Odd::new(&asset.words);
        for (ix, entry) in (0..u16::MAX).map(ActorIx).zip(&asset.actors) {
            forms.draft(ix, entry, &odd, &mut drafts);
        }
        for name in &asset.words.other_names {
            let spelling = Spelling::new(name, &forms.letters);
            let words = forms.learn(&spelling.words, &spelling.capitals, &mut drafts);
            let capitals = forms.need(&spelling.capitals);
            drafts.all.push((words, NameForm::new(ActorIx(0), Worth::Other, capitals)));
        }
        forms.lexicon = Lexicon::new(&asset.words);
        forms.company = company(&asset.actors);
        forms.settle(&drafts, asset);
        forms
    }

    /// Notes all forms of one actor.
    fn draft(&mut self, actor: ActorIx, entry: &ActorRecord, odd: &Odd<'_>, drafts: &mut Drafts) {
        let mut given: Vec<u32> = Vec::new();
        let full = std::iter::once(&entry.name).chain(&entry.spellings).chain(&entry.abbreviations);
        let short = entry.short.iter().map(|text| (text, Worth::Short));
        let metonyms = entry.metonyms.iter().map(|text| (text, Worth::Metonym));
        for (text, worth) in full.map(|text| (text, Worth::Full)).chain(short).chain(metonyms) {
            let spelling = Spelling::new(text, &self.letters);
            if spelling.words.is_empty() {
                continue;
            }
            let words = self.learn(&spelling.words, &spelling.capitals, drafts);
            if entry.kind == ActorKind::Person && worth == Worth::Full {
                self.draft_surnames((actor, entry.alone), &spelling, &mut given, drafts);
            }
            let letters = spelling.words.concat();
            let capitals = self.need(&spelling.capitals);
            drafts.all.push((
                words,
                NameForm {
                    wordlike: odd.wordlike.contains(letters.as_slice()),
                    namelike: odd.namelike.contains(letters.as_slice()),
                    hyphenated: spelling.is_abbreviation.then(|| text.contains('-')),
                    ..NameForm::new(actor, worth, capitals)
                },
            ));
        }
        given.sort_unstable();
        given.dedup();
        self.given.0.extend(given);
        self.given.1.push(number(self.given.0.len()));
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
            let capitals: Vec<Capital> = (1..=surname.len()).map(|nth| surname_capital(nth, surname.len())).collect();
            let words = self.learn(&surname, &capitals, drafts);
            let capitals = self.need(&capitals);
            drafts.all.push((words, NameForm::new(actor, Worth::Surname(alone), capitals)));
        }
    }

    /// The numbers of a sequence of words that need `capitals`, new words given the next number; where they lie in `drafts`.
    fn learn(&mut self, words: &[Vec<u8>], capitals: &[Capital], drafts: &mut Drafts) -> Range<usize> {
        let start = drafts.words.len();
        for (at, word) in words.iter().enumerate() {
            let known = self.vocabulary.learn(word);
            known.opens |= at == 0;
            known.opens_small |= at == 0 && capitals.first() == Some(&Capital::Free);
            drafts.words.push(known.number);
        }
        start..drafts.words.len()
    }

    /// Notes what the words of a form need.
    fn need(&mut self, capitals: &[Capital]) -> (u32, u8) {
        let start = number(self.capitals.len());
        self.capitals.extend_from_slice(capitals);
        (start, u8::try_from(capitals.len()).unwrap_or(u8::MAX))
    }

    /// Gathers the forms that are written alike, settles which surnames may stand alone, and orders the patterns.
    fn settle(&mut self, drafts: &Drafts, asset: &Asset) {
        let common = asset.words.given_names_and_words.iter().filter_map(|word| self.vocabulary.get(word.as_bytes()));
        let common: HashSet<u32> = common.map(|word| word.number).collect();
        let words = |(place, _): &(Range<usize>, NameForm)| drafts.words.get(place.clone()).unwrap_or_default();
        let mut ordered: Vec<&(Range<usize>, NameForm)> = drafts.all.iter().collect();
        ordered.sort_by(|one, other| words(one).cmp(words(other)));
        self.patterns.push(Pattern::default());
        for group in ordered.chunk_by(|one, other| words(one) == words(other)) {
            let Some(written) = group.first().map(|first| words(first)) else { continue };
            let start = self.all.len();
            for (_, form) in group {
                let is = |form: &NameForm| (form.actor, form.worth, form.hyphenated);
                let twin = |known: &NameForm| is(known) == is(form) && self.capitals(known) == self.capitals(form);
                if !self.all.iter().skip(start).any(twin) {
                    self.all.push(form.clone());
                }
            }
            let forms = self.all.get_mut(start..).unwrap_or_default();
            settle_group(forms, written.last().is_some_and(|last| common.contains(last)));
            self.words.extend_from_slice(written);
            self.patterns.push(Pattern { words: number(self.words.len()), forms: number(self.all.len()) });
        }
        self.begin();
        self.capitals.shrink_to_fit();
        self.all.shrink_to_fit();
        self.vocabulary.close();
    }

    /// Notes which patterns begin with each word.
    fn begin(&mut self) {
        let mut begins = Vec::with_capacity(self.vocabulary.len() + 1);
        for at in 0..self.patterns.len().saturating_sub(1) {
            let first = self.words_of(at).first().copied().unwrap_or_default() as usize;
            while begins.len() <= first {
                begins.push(number(at));
            }
        }
        begins.resize(self.vocabulary.len() + 1, number(self.patterns.len().saturating_sub(1)));
        self.begins = begins;
    }
}

/// Each actor with one whose short forms count beside it, in order.
fn company(actors: &[ActorRecord]) -> Vec<(ActorIx, ActorIx)> {
    let all = || (0..u16::MAX).map(ActorIx).zip(actors);
    let places: HashMap<&str, ActorIx> = all().map(|(ix, entry)| (&*entry.id, ix)).collect();
    let pairs = |(ix, entry): (ActorIx, &'_ ActorRecord)| {
        entry.beside.iter().filter_map(|id| Some((*places.get(&**id)?, ix))).collect::<Vec<_>>()
    };
    let mut company: Vec<_> = all().flat_map(pairs).collect();
    company.sort_unstable();
    company
}

/// Forms under way, each with where its words lie.
#[derive(Default)]
struct Drafts {
    all: Vec<(Range<usize>, NameForm)>,
    words: Vec<u32>,
}

/// Names that are looked at twice: abbreviations that are words, and names that people bear too.
struct Odd<'a> {
    wordlike: HashSet<&'a [u8]>,
    namelike: HashSet<&'a [u8]>,
}

impl<'a> Odd<'a> {
    fn new(words: &'a NameWords) -> Self {
        let set = |words: &'a [Box<str>]| words.iter().map(|word| word.as_bytes()).collect();
        Self { wordlike: set(&words.abbreviations_that_are_words), namelike: set(&words.names_of_people) }
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

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
