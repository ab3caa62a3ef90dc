//! Who speaks: the actor that is the subject of a verb of saying, or the words for one who is none.
//!
//! The subject stands before the verb, or behind it where nothing but auxiliaries stands before it. Whom something is told to, where, and
//! of whom are no subject, nor is a name that says what another word belongs to: they stand behind a preposition, in the genitive, or before
//! a title.

use std::ops::Range;

use crate::analysis::names::lexicon::Tells;
use crate::analysis::statements::speech_words::{Pronoun, SpeechWords, cues};
use crate::analysis::statements::word::{Word, words};
use crate::model::actor::{ActorIx, ActorKind, ActorTable, Mention};
use crate::text::span::Span;

/// Words between a verb of saying and the one who says it.
const APART: usize = 8;
/// Words that are kept of a speaker who is no known actor.
const SPEAKER_WORDS: usize = 8;
/// Pieces between commas that stand between a subject and its verb at most.
const ASIDES: usize = 3;
/// Words of its title that stand before a subject at most.
const TITLE: usize = 5;

/// Who says something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct NamedSpeaker {
    /// The actor, where one is named.
    pub(super) actor: Option<ActorIx>,
    /// The words that name the speaker, or stand for one who is no known actor.
    pub(super) words: Option<Span>,
    /// The pronoun that these words are.
    pub(super) pronoun: Option<Pronoun>,
}

/// What is needed to find a speaker in a clause.
pub(super) struct SpeakerFinder<'a> {
    pub(super) body: &'a str,
    pub(super) mentions: &'a [Mention],
    pub(super) actors: &'a ActorTable,
    pub(super) speech: &'static SpeechWords,
}

impl SpeakerFinder<'_> {
    /// The words of `clause`.
    pub(super) fn words(&self, clause: Span) -> Vec<Word> {
        words(self.body, clause, |word| self.speech.pronoun(word).is_some())
    }

    /// Who says what the verb `words[verb]` says.
    pub(super) fn speaker(&self, words: &[Word], verb: usize) -> NamedSpeaker {
        if let Some((pronoun, at)) = self.pronoun(words, verb) {
            return NamedSpeaker { actor: None, words: words.get(at).map(|word| word.span), pronoun: Some(pronoun) };
        }
        let before = words.get(..verb).unwrap_or_default();
        let inverts = before.iter().any(|word| self.speech.inverts.contains(&*word.folded));
        if inverts || before.iter().all(|word| self.speech.leads(word)) {
            let is_addressed = words.get(verb).is_some_and(|word| self.speech.addressed.contains(&*word.folded));
            let behind = words.get(verb + 1..).filter(|_| !is_addressed);
            return behind.map_or_else(NamedSpeaker::default, |words| self.following(words, true));
        }
        self.preceding(words, verb)
    }

    /// The pronoun that is the subject of `words[verb]`, and its number.
    fn pronoun(&self, words: &[Word], verb: usize) -> Option<(Pronoun, usize)> {
        let of = |at: usize| words.get(at).and_then(|word| self.speech.pronoun(&word.folded)).map(|pronoun| (pronoun, at));
        let inverted = words.get(verb).zip(words.get(verb + 1)).filter(|(verb, next)| {
            self.body.get(verb.span.after()..next.span.first()).is_some_and(|between| matches!(between, "-" | "-t-"))
        });
        if let Some(found) = inverted.and_then(|_| of(verb + 1)) {
            return Some(found);
        }
        for at in (0..verb).rev().take(TITLE) {
            let is_apart = words.get(at + 1).is_some_and(|next| next.is_parted);
            match of(at).filter(|_| !is_apart) {
                Some(found) => return Some(found),
                None if is_apart || !words.get(at).is_some_and(|word| self.speech.leads(word)) => return None,
                None => {}
            }
        }
        None
    }

    /// Who stands behind a verb or "selon": what `words` begin with, or a name beside it where one may stand there: behind "selon le maire," another
    /// subject does.
    pub(super) fn following(&self, words: &[Word], beside: bool) -> NamedSpeaker {
        let first = self.behind_address(words);
        let last = words.len().min(first + APART + SPEAKER_WORDS);
        let breaks =
            |at: &usize| words.get(*at).is_some_and(|word| self.speech.breaks.contains(&*word.folded) && !word.is_capital);
        let end = (first..last).find(breaks).unwrap_or(last);
        let comma = (first + 1..end).find(|at| words.get(*at).is_some_and(|word| word.is_parted)).unwrap_or(end);
        // "the minister, Anna Karlin": the name stands beside the office.
        let found = self.subjects(words, first..comma).next();
        let found = found.or_else(|| self.beginning(words, comma..end).filter(|_| beside));
        match found {
            Some(mention) => named(mention),
            None => NamedSpeaker { words: self.described(words, first), ..NamedSpeaker::default() },
        }
    }

    /// The person whom the piece `range` of `words` begins with, behind a title.
    fn beginning<'b>(&'b self, words: &'b [Word], range: Range<usize>) -> Option<&'b Mention> {
        let start = range.start;
        let found = self.subjects(words, range).next().filter(|mention| self.is_somebody(mention))?;
        let ahead = words.get(start..)?.iter().take_while(|word| word.span.first() < found.span.first());
        ahead.into_iter().all(|word| self.belongs(word)).then_some(found)
    }

    /// The number of the first word behind whom something is told to, or where: "à l'AFP", "devant la presse", "on Monday".
    fn behind_address(&self, words: &[Word]) -> usize {
        let is_determiner = |at: usize| words.get(at).is_some_and(|word| self.speech.determiners.contains(&*word.folded));
        let is_led = |word: &Word| {
            !word.is_capital && self.speech.prepositions.contains(&*word.folded) && !cues(&word.folded).is(Tells::Link)
        };
        let leads = |word: &Word| self.speech.leads(word) && !word.is_parted && !is_led(word);
        let is_passed = |at: &usize| words.get(*at).is_some_and(leads) && !is_determiner(*at);
        let from = (0..words.len()).find(|at| !is_passed(at)).unwrap_or(words.len());
        let is_led = words.get(from).is_some_and(is_led);
        let at = from + 1 + usize::from(is_determiner(from + 1));
        let Some(told) = words.get(at).filter(|_| is_led) else { return from };
        let mention = self.mentions.iter().find(|mention| mention.span.overlaps(told.span));
        let after = mention.map_or(told.span.after(), |mention| mention.span.after());
        words.iter().position(|word| word.span.first() >= after).unwrap_or(words.len())
    }

    /// Who stands before the verb `words[verb]`.
    fn preceding(&self, words: &[Word], verb: usize) -> NamedSpeaker {
        let leads = |at: &usize| words.get(*at).is_some_and(|word| self.speech.leads(word));
        let end = (0..verb).rev().find(|at| !leads(at)).map_or(0, |at| at + 1);
        let is_joined =
            end.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| self.speech.joins.contains(&*word.folded));
        if is_joined {
            // "Karlin left and said": the subject begins the clause.
            let begins = |mention: &&Mention| words.get(TITLE).is_none_or(|word| mention.span.first() < word.span.first());
            return self.subjects(words, 0..end).next().filter(begins).map_or_else(NamedSpeaker::default, named);
        }
        let pieces = pieces(words, end);
        let is_parted = words.get(end..=verb).unwrap_or_default().iter().any(|word| word.is_parted);
        let Some(own) = pieces.last().cloned() else { return NamedSpeaker::default() };
        if is_parted && pieces.len() > 1 {
            return self.beside(words, &pieces);
        }
        match self.subjects(words, own.clone()).last().filter(|mention| self.governs(words, mention, end)) {
            Some(mention) => named(mention),
            None => NamedSpeaker { words: self.described_before(words, own), ..NamedSpeaker::default() },
        }
    }

    /// Who is told of by an aside that stands before the verb: "Anna Karlin, the minister, said", "the minister, Anna Karlin, said".
    fn beside(&self, words: &[Word], pieces: &[Range<usize>]) -> NamedSpeaker {
        for piece in pieces.iter().rev().skip(1).take(ASIDES) {
            if let Some(mention) =
                self.subjects(words, piece.clone()).last().filter(|mention| self.governs(words, mention, piece.end))
            {
                return named(mention);
            }
        }
        if let Some(mention) = self.beginning(words, pieces.last().cloned().unwrap_or_default()) {
            return named(mention);
        }
        let head = pieces.iter().rev().nth(1).cloned().unwrap_or_default();
        NamedSpeaker { words: self.described_before(words, head), ..NamedSpeaker::default() }
    }

    /// Whether nothing stands between `mention` and the word numbered `end` that may be the subject instead.
    fn governs(&self, words: &[Word], mention: &Mention, end: usize) -> bool {
        let between = words.get(..end).unwrap_or_default().iter().filter(|word| word.span.first() >= mention.span.after());
        let mut before: Option<&Word> = None;
        let mut count = 0;
        for word in between {
            let is_other = self.speech.determiners.contains(&*word.folded)
                && before.is_none_or(|before| !self.speech.prepositions.contains(&*before.folded));
            if is_other {
                return false;
            }
            before = Some(word);
            count += 1;
        }
        count <= APART
    }

    /// The mentions in a range of `words` that may be a subject.
    fn subjects<'b>(&'b self, words: &'b [Word], range: Range<usize>) -> impl Iterator<Item = &'b Mention> {
        let bounds = words.get(range).unwrap_or_default();
        let bounds = bounds.first().zip(bounds.last()).map(|(first, last)| Span::new(first.span.first(), last.span.after()));
        self.mentions
            .iter()
            .filter(move |mention| bounds.is_some_and(|bounds| bounds.covers(mention.span)))
            .filter(|mention| self.may_speak(words, mention))
    }

    /// Whether `mention` is neither an object nor a part of a description, as far as `words` around it tell.
    pub(super) fn may_speak(&self, words: &[Word], mention: &Mention) -> bool {
        let next = words.iter().find(|word| word.span.first() >= mention.span.after()).filter(|next| !next.is_parted);
        next.is_none_or(|next| self.speech.ends_name(next)) && !self.is_object(words, mention)
    }

    /// Whether `mention` stands behind a preposition, in the genitive, within a longer word, or behind a title that is no actor's of its kind.
    pub(super) fn is_object(&self, words: &[Word], mention: &Mention) -> bool {
        let behind = self.body.get(mention.span.after()..).unwrap_or_default();
        if behind.starts_with(['-', '\'', '’'])
            || self.body.get(..mention.span.first()).is_some_and(|before| before.ends_with('-'))
        {
            return true;
        }
        let mut is_parted = words.iter().any(|word| word.span.first() == mention.span.first() && word.is_parted);
        let mut ahead = words.iter().rev().skip_while(|word| word.span.after() > mention.span.first()).peekable();
        let is_held = |word: &&Word| !word.is_capital && self.speech.is_title(word);
        if !self.is_somebody(mention) && !is_parted && ahead.peek().is_some_and(is_held) {
            return true;
        }
        while let Some(word) = ahead.next().filter(|_| !is_parted) {
            if self.speech.prepositions.contains(&*word.folded) {
                return true;
            }
            if !self.belongs(word) {
                return false;
            }
            is_parted = word.is_parted;
        }
        false
    }

    /// Whether `word` stands between a preposition and a name: an article, a title, the adjective of a people.
    pub(super) fn belongs(&self, word: &Word) -> bool {
        self.speech.determiners.contains(&*word.folded) || self.speech.is_title(word) || cues(&word.folded).is(Tells::People)
    }

    /// Whether `mention` is of a person, or of somebody of whom nothing is known.
    fn is_somebody(&self, mention: &Mention) -> bool {
        matches!(self.kind(mention.actor), ActorKind::Person | ActorKind::Unknown)
    }

    /// The kind of an actor.
    pub(super) fn kind(&self, actor: ActorIx) -> ActorKind {
        self.actors.get(actor).map_or(ActorKind::Unknown, |actor| actor.kind)
    }

    /// The words from the one numbered `first` on, up to the next mark or relative clause, which say who speaks.
    fn described(&self, words: &[Word], first: usize) -> Option<Span> {
        let ends = |word: &Word| {
            let small = &*word.folded;
            word.is_parted || self.speech.breaks.contains(small) && !self.speech.prepositions.contains(small)
        };
        if words.get(first).is_some_and(|word| self.speech.breaks.contains(&*word.folded)) {
            return None;
        }
        let end = (first + 1..words.len()).find(|at| words.get(*at).is_some_and(ends)).unwrap_or(words.len());
        let kept = words.get(first..end.min(first + SPEAKER_WORDS))?;
        Some(Span::new(kept.first()?.span.first(), kept.last()?.span.after()))
    }

    /// The words of a piece before a verb, where they are a description or a name.
    fn described_before(&self, words: &[Word], piece: Range<usize>) -> Option<Span> {
        let own = words.get(piece)?;
        let skipped = own.iter().take_while(|word| self.speech.joins.contains(&*word.folded)).count();
        let own = own.get(skipped..)?;
        let first = own.first()?;
        let begins = self.speech.determiners.contains(&*first.folded) || self.speech.titled(&first.folded).is_some();
        // "Anna Karlin's gardener"
        let is_genitive = first.is_capital && own.iter().any(|word| word.folded == "s");
        let is_name = (is_genitive || own.iter().all(|word| word.is_capital))
            && !self.speech.prepositions.contains(&*first.folded)
            && !cues(&first.folded).is(Tells::Function);
        (own.len() <= SPEAKER_WORDS && (begins || is_name))
            .then(|| Span::new(first.span.first(), own.last().unwrap_or(first).span.after()))
    }
}

fn named(mention: &Mention) -> NamedSpeaker {
    NamedSpeaker { actor: Some(mention.actor), words: Some(mention.span), pronoun: None }
}

/// The pieces between the commas of the first `end` of `words`.
fn pieces(words: &[Word], end: usize) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, word) in words.iter().enumerate().take(end).skip(1) {
        if word.is_parted {
            pieces.push(start..at);
            start = at;
        }
    }
    if start < end {
        pieces.push(start..end);
    }
    pieces
}
