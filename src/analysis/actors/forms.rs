//! The index of all spellings: words as numbers, and the sequences of numbers in order, as in a dictionary.
//!
//! Matching runs over normalised words, not over letters: a word no spelling uses is no number at all, so that a small part of
//! a body is looked up, and whole words need no check at their edges. Sequences are narrowed down word by word; that is as fast
//! as an automaton for the few words that are left, and half the work to build. Built by `actors`, read by `scan`; the words
//! and their numbers are `vocabulary`'s.

mod making;

use std::collections::HashSet;
use std::ops::Range;

use crate::analysis::actors::asset::Alone;
use crate::analysis::actors::spelling::Capital;
use crate::analysis::actors::vocabulary::{BREAK, NameVocabulary};
use crate::analysis::actors::words::Letters;
use crate::model::actor::ActorIx;

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
    /// Where what each of its words needs lies among the needs of all; see [`Forms::capitals`].
    capitals: (u32, u8),
    /// Whether it is an abbreviation that is also a word.
    pub wordlike: bool,
    /// Whether it is also a name that people bear.
    pub namelike: bool,
    /// Whether it is an abbreviation that is told from another by its hyphen (`É.-U.` from `E.U.`).
    pub hyphenated: Option<bool>,
}

impl NameForm {
    fn new(actor: ActorIx, worth: Worth, capitals: (u32, u8)) -> Self {
        Self { actor, worth, capitals, wordlike: false, namelike: false, hyphenated: None }
    }
}

/// The forms that are written with the same words: where the words and the forms end among those of all patterns, each of which
/// begins where the one before it ends. Thousands of small vectors would take several times the room.
#[derive(Clone, Copy, Debug, Default)]
struct Pattern {
    words: u32,
    forms: u32,
}

/// The index.
#[derive(Debug, Default)]
pub struct Forms {
    letters: Letters,
    vocabulary: NameVocabulary,
    /// The patterns in the order of their words, behind one that is empty.
    patterns: Vec<Pattern>,
    words: Vec<u32>,
    all: Vec<NameForm>,
    capitals: Vec<Capital>,
    /// For each actor those whose short forms count beside it, in order.
    company: Vec<(ActorIx, ActorIx)>,
    /// For each word the first pattern that does not begin with a word before it.
    begins: Vec<u32>,
    /// The given names of all actors, and where those of each end.
    given: (Vec<u32>, Vec<u32>),
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

impl Forms {
    /// The words of a pattern.
    fn words_of(&self, pattern: usize) -> &[u32] {
        let end = |at: usize| self.patterns.get(at).map(|pattern| pattern.words as usize);
        end(pattern).zip(end(pattern + 1)).and_then(|(start, end)| self.words.get(start..end)).unwrap_or_default()
    }

    /// The pattern that the head of `words` reads as, the longest one, and how many words it has.
    #[must_use]
    pub fn longest(&self, words: &[u32]) -> Option<(usize, usize)> {
        let first = usize::try_from(*words.first()?).ok()?;
        let (mut from, mut until) = (*self.begins.get(first)? as usize, *self.begins.get(first.checked_add(1)?)? as usize);
        let mut longest = None;
        for depth in 1.. {
            // All patterns between the two begin with these words, and one that has no more comes first.
            let whole = from < until && self.words_of(from).len() == depth;
            longest = if whole { Some((from, depth)) } else { longest };
            let Some(next) = words.get(depth).filter(|next| from < until && **next != BREAK) else { break };
            (from, until) = self.narrowed(from..until, depth, *next);
        }
        longest
    }

    /// Those of some patterns in order whose word at `depth` is `next`.
    fn narrowed(&self, among: Range<usize>, depth: usize, next: u32) -> (usize, usize) {
        let below = |wanted: Option<&u32>, or_equal: bool| {
            let (mut low, mut high) = (among.start, among.end);
            while low < high {
                let middle = low.midpoint(high);
                let word = self.words_of(middle).get(depth);
                if word < wanted || or_equal && word == wanted {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            low
        };
        (below(Some(&next), false), below(Some(&next), true))
    }

    /// What each word of a form needs.
    #[must_use]
    pub fn capitals(&self, form: &NameForm) -> &[Capital] {
        let (start, len) = (form.capitals.0 as usize, usize::from(form.capitals.1));
        self.capitals.get(start..start + len).unwrap_or_default()
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
        let end = |at: usize| self.patterns.get(at).map(|pattern| pattern.forms as usize);
        end(pattern).zip(end(pattern + 1)).and_then(|(start, end)| self.all.get(start..end)).unwrap_or_default()
    }

    /// Whether the word `number` is a given name of `actor`.
    #[must_use]
    pub fn is_given(&self, actor: ActorIx, number: u32) -> bool {
        let (all, ends) = &self.given;
        let end = |at: usize| ends.get(at).map(|end| *end as usize);
        let at = usize::from(actor.0);
        let range = at.checked_sub(1).map_or(Some(0), end).zip(end(at));
        let given = range.and_then(|(start, end)| all.get(start..end)).unwrap_or_default();
        given.binary_search(&number).is_ok()
    }

    /// The actors whose short forms count where `actor` is named.
    pub fn explained_by(&self, actor: ActorIx) -> impl Iterator<Item = ActorIx> {
        let first = self.company.partition_point(|(known, _)| *known < actor);
        self.company.iter().skip(first).take_while(move |(known, _)| *known == actor).map(|(_, other)| *other)
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
