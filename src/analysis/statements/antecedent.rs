//! Whom a pronoun stands for: the person who spoke before, when its sex may be theirs and nobody else was named as a subject since.
//!
//! The sex of a person is what a title before the name or the given name tells; where neither tells, a pronoun of either may stand for them.

use std::collections::HashMap;

use crate::analysis::statements::speaker::SpeakerFinder;
use crate::analysis::statements::speech_words::{Pronoun, Sex};
use crate::model::actor::{ActorIx, ActorKind, Mention};
use crate::text::grapheme::floor;
use crate::text::sentence::each_sentence;
use crate::text::span::Span;

/// Bytes before a pronoun in which the one it stands for is named or spoke.
const FAR: usize = 1200;
/// Bytes before it in which somebody who did not speak is looked for.
const NEAR: usize = 320;
/// Bytes around a name in which its title stands.
const AROUND: usize = 48;

/// Whom the pronouns of one article may stand for.
pub(super) struct Antecedents<'a> {
    finder: &'a SpeakerFinder<'a>,
    sexes: HashMap<ActorIx, Option<Sex>>,
    /// Who spoke last, and where that ends.
    last: Option<(Option<ActorIx>, usize)>,
}

impl<'a> Antecedents<'a> {
    pub(super) fn of(finder: &'a SpeakerFinder<'a>) -> Self {
        let mut sexes: HashMap<ActorIx, Option<Sex>> = HashMap::new();
        for mention in finder.mentions.iter().filter(|mention| is_somebody(finder, mention)) {
            let known = sexes.entry(mention.actor).or_default();
            *known = known.or_else(|| sex(finder, mention));
        }
        Self { finder, sexes, last: None }
    }

    /// Notes that `actor`, or somebody who is none, said what ends at `end`.
    pub(super) fn spoke(&mut self, actor: Option<ActorIx>, end: usize) {
        self.last = Some((actor, end));
    }

    /// Whom `pronoun` at `place` stands for, in a text with `quotes`.
    pub(super) fn of_pronoun(&self, pronoun: Pronoun, place: Span, quotes: &[Span]) -> Option<ActorIx> {
        let Pronoun::One(sex) = pronoun else { return None };
        let (spoke, end) = self.last.filter(|(_, end)| end + FAR >= place.first()).unwrap_or((None, 0));
        let spoke = spoke.filter(|actor| self.sexes.get(actor).is_some_and(|known| known.is_none_or(|known| known == sex)));
        let from = end.max(place.first().saturating_sub(NEAR));
        let between = Span::new(floor(self.finder.body, from.min(place.first())), place.first());
        let agrees = |actor: &ActorIx| self.sexes.get(actor).is_some_and(|known| known.is_none_or(|known| known == sex));
        match spoke {
            Some(spoke) => {
                let named = self.named(between, quotes);
                named.iter().all(|(_, actor)| *actor == spoke || !agrees(actor)).then_some(spoke)
            }
            None => self.subject(between, quotes, sex),
        }
    }

    /// The persons whom `within` names outside `quotes` and not as objects.
    fn named(&self, within: Span, quotes: &[Span]) -> Vec<(Span, ActorIx)> {
        let finder = self.finder;
        let outside =
            |mention: &&Mention| within.covers(mention.span) && !quotes.iter().any(|quote| quote.overlaps(mention.span));
        finder
            .mentions
            .iter()
            .filter(outside)
            .filter(|mention| is_somebody(finder, mention) && !finder.is_object(&finder.words(around(finder, mention)), mention))
            .map(|mention| (mention.span, mention.actor))
            .collect()
    }

    /// The one whom a sentence of `within` begins with, when nobody else of this sex is named there.
    fn subject(&self, within: Span, quotes: &[Span], sex: Sex) -> Option<ActorIx> {
        let named = self.named(within, quotes);
        let (_, actor) = *named.first()?;
        let is_alone = named.iter().all(|(_, other)| *other == actor);
        let sentences = each_sentence(within.of(self.finder.body)).map(|sentence| sentence.shift(within.first()));
        let mut sentences = sentences.skip(usize::from(within.first() > 0));
        let begins = sentences.any(|sentence| {
            let first = named.iter().find(|(span, _)| sentence.covers(*span));
            first.is_some_and(|(span, _)| {
                self.finder.words(Span::new(sentence.first(), span.first())).iter().all(|word| self.finder.belongs(word))
            })
        });
        (is_alone && begins && self.sexes.get(&actor).copied().flatten() == Some(sex)).then_some(actor)
    }
}

/// Whether a pronoun may stand for whom `mention` names: a person, or one of whom nothing tells what it is but a given name.
fn is_somebody(finder: &SpeakerFinder<'_>, mention: &Mention) -> bool {
    match finder.kind(mention.actor) {
        ActorKind::Person => true,
        ActorKind::Unknown => sex(finder, mention).is_some(),
        _ => false,
    }
}

fn around(finder: &SpeakerFinder<'_>, mention: &Mention) -> Span {
    let after = mention.span.after() + AROUND;
    Span::new(floor(finder.body, mention.span.first().saturating_sub(AROUND)), floor(finder.body, after))
}

/// What the title before `mention`, or its given name, tells.
fn sex(finder: &SpeakerFinder<'_>, mention: &Mention) -> Option<Sex> {
    let before = Span::new(around(finder, mention).first(), mention.span.first());
    let words = finder.words(before);
    let titled = words.last().and_then(|word| finder.speech.titled(&word.folded));
    let name = finder.actors.get(mention.actor).map(|actor| &*actor.name).unwrap_or_default();
    titled.or_else(|| finder.speech.given(mention.span.of(finder.body))).or_else(|| finder.speech.given(name))
}
