//! Finds the actors named in an article: one pass over its words, then the short forms that the full names explain.
//!
//! Not the index (`forms`). Called by `actors` for each article. Tokens that cannot tell anything where they stand are passed
//! over by their hashes; only what is left is folded and looked up.

use std::collections::HashSet;
use std::num::NonZeroU32;

use crate::analysis::actors::asset::Alone;
use crate::analysis::actors::context::{acts, has_given_before, is_inside_name, is_shouted, stands_apart, stands_for_itself};
use crate::analysis::actors::couple::{bearer, is_joined};
use crate::analysis::actors::credit::is_credit;
use crate::analysis::actors::forms::{Forms, NameForm, Worth};
use crate::analysis::actors::spelling::{Capital, is_capitalised};
use crate::analysis::actors::vocabulary::{BREAK, NameWord, WordPosition};
use crate::analysis::dates::tokens::{Gap, Token, TokenClass, Tokens};
use crate::model::actor::{ActorIx, Mention};
use crate::text::grapheme::is_boundary;
use crate::text::span::Span;

/// The mentions in `text`, which was read into `tokens`, in order, none over another.
#[must_use]
pub fn mentions(forms: &Forms, text: &str, tokens: &Tokens) -> Vec<Mention> {
    let known = Known::read(forms, text, tokens);
    let hits = known.hits();
    let (named, others) = (Named::new(&hits, forms), known.borne_by_others(&hits));
    let on_graphemes = |span: Span| is_boundary(text, span.first()) && is_boundary(text, span.after());
    let mut mentions: Vec<Mention> = Vec::with_capacity(hits.len());
    for hit in &hits {
        let end = mentions.last().map_or(0, |mention| mention.span.after());
        let of_other = others.contains(&hit.pattern);
        let actor = hit.actor.or_else(|| known.explain(hit, &named, (end, of_other)));
        // `RT @velmar` marks a message that is passed on, and names no outlet.
        let of_message = text.get(hit.span.after()..).is_some_and(|behind| behind.starts_with(" @") || behind.starts_with(": @"));
        mentions.extend(known.spouse(hit).filter(|other| other.span.first() >= end && on_graphemes(other.span)));
        if let Some(actor) =
            actor.filter(|_| hit.span.first() >= end && on_graphemes(hit.span) && !of_message && !is_credit(text, hit.span))
        {
            mentions.push(Mention { span: hit.span, actor });
        }
    }
    mentions
}

/// A place where some form stands as its capitals demand.
struct Hit {
    span: Span,
    block: Span,
    pattern: usize,
    /// Whom it names without help from the rest of the article.
    actor: Option<ActorIx>,
    /// Whose place it is, though it names nobody here: a short form may mean its actor then.
    cue: Option<ActorIx>,
}

/// The words of an article that some form uses.
struct Known<'a> {
    forms: &'a Forms,
    text: &'a str,
    /// Their numbers, [`BREAK`] wherever a name cannot go on.
    numbers: Vec<u32>,
    /// Where each stands.
    words: Vec<Span>,
    /// The blocks, each with how many numbers stand before its end.
    blocks: Vec<(usize, Span)>,
    /// The end of the last word, while a name may go on behind it.
    open: Option<usize>,
}

impl<'a> Known<'a> {
    fn read(forms: &'a Forms, text: &'a str, tokens: &Tokens) -> Self {
        const FEW: usize = 256;
        let (numbers, words) = (Vec::with_capacity(FEW), Vec::with_capacity(FEW));
        let mut known = Self { forms, text, numbers, words, blocks: Vec::new(), open: None };
        for (block, tokens) in tokens.parts() {
            known.open = None;
            let mut at = 0;
            while let Some(token) = tokens.get(at) {
                let behind = tokens.get(at + 1..).unwrap_or_default();
                let joined = behind.iter().take_while(|next| next.gap == Gap::Joint).count();
                match token.hash {
                    Some(hash) if joined == 0 => known.take(token, hash),
                    // Most marks part words; some, such as `²`, are words for themselves.
                    _ if joined == 0 && matches!(token.kind, TokenClass::Mark(mark) if !mark.is_alphanumeric()) => {}
                    _ => known.fold(Span { end: tokens.get(at + joined).unwrap_or(token).span.end, ..token.span }),
                }
                at += 1 + joined;
            }
            known.push(BREAK, Span::new(block.after(), block.after()));
            known.blocks.push((known.words.len(), block));
        }
        known
    }

    /// Looks up a token that is a word by itself.
    fn take(&mut self, token: &Token, hash: NonZeroU32) {
        let place = match token.kind {
            _ if self.goes_on(token.span) => WordPosition::Inside,
            TokenClass::Word(_) if !token.capital => WordPosition::Small,
            _ => WordPosition::Capital,
        };
        let vocabulary = self.forms.vocabulary();
        if !vocabulary.may_tell(hash, place) {
            self.open = None;
            return;
        }
        let inside = place == WordPosition::Inside;
        let word = vocabulary.of_token(token.span.of(self.text), hash).filter(|word| inside || word.opens);
        self.note(word, token.span, inside);
    }

    /// Looks up the words that stand at `written`: tokens that only folding parts into words.
    fn fold(&mut self, written: Span) {
        let mut words = self.forms.letters().words(self.text, written);
        while let Some(span) = words.advance() {
            let inside = self.goes_on(span);
            let word = self.forms.vocabulary().get(words.folded()).filter(|word| inside || word.opens);
            self.note(word, span, inside);
        }
    }

    /// Notes what stands at `span`: a word that goes on with a name or may begin one, or no such word.
    fn note(&mut self, word: Option<NameWord>, span: Span, inside: bool) {
        if let Some(word) = word {
            if !inside {
                self.push(BREAK, Span::new(span.first(), span.first()));
            }
            self.push(word.number, span);
        }
        self.open = word.map(|_| span.after());
    }

    /// Whether the word at `span` may go on with a name that the word before is of.
    fn goes_on(&self, span: Span) -> bool {
        self.open.is_some_and(|open| is_inside_name(Span::new(open, span.first()).of(self.text)))
    }

    fn push(&mut self, number: u32, word: Span) {
        self.numbers.push(number);
        self.words.push(word);
    }

    /// All places where a form stands, leftmost and longest first; a form in the wrong letters gives way to the next.
    fn hits(&self) -> Vec<Hit> {
        let (mut hits, mut at, mut block) = (Vec::new(), 0, 0);
        while let Some(rest) = self.numbers.get(at..).filter(|rest| !rest.is_empty()) {
            let first = at;
            at += 1;
            let Some((pattern, len)) = self.forms.longest(rest) else { continue };
            while self.blocks.get(block).is_some_and(|(end, _)| *end <= first) {
                block += 1;
            }
            let within = self.blocks.get(block).map_or_else(Span::default, |(_, span)| *span);
            match self.weigh(first, first + len, pattern, within) {
                Weighed::Hit(hit) => {
                    at = first + len;
                    hits.push(hit);
                }
                Weighed::Other => at = first + len,
                Weighed::Unfit => {}
            }
        }
        hits
    }

    /// What the words `first..after`, which read as `pattern`, are.
    fn weigh(&self, first: usize, after: usize, pattern: usize, block: Span) -> Weighed {
        let words = self.words.get(first..after).unwrap_or_default();
        let (Some(start), Some(end)) = (words.first(), words.last()) else { return Weighed::Unfit };
        let span = Span::new(start.first(), end.after());
        let hit = |start: usize, actor, cue| Hit { span: Span::new(start, span.after()), block, pattern, actor, cue };
        let mut weighed = Weighed::Unfit;
        for form in self.forms.of_pattern(pattern).iter().filter(|form| self.is_written_as(form, words, span)) {
            if form.namelike && !stands_apart(self.text, block, span, self.forms) {
                continue;
            }
            match form.worth {
                Worth::Other => return Weighed::Other,
                Worth::Full => return Weighed::Hit(hit(span.first(), Some(form.actor), None)),
                Worth::Metonym if !form.namelike && acts(self.text, block, span, self.forms) => {
                    return Weighed::Hit(hit(span.first(), Some(form.actor), None));
                }
                Worth::Metonym => weighed = Weighed::Hit(hit(span.first(), None, Some(form.actor))),
                Worth::Short => weighed = Weighed::Hit(hit(span.first(), None, None)),
                Worth::Surname(_) => match self.given_before(form.actor, first) {
                    Some(start) => return Weighed::Hit(hit(start, Some(form.actor), None)),
                    None => weighed = Weighed::Hit(hit(span.first(), None, None)),
                },
            }
        }
        weighed
    }

    /// Whether `words` have the capitals that `form` demands.
    fn is_written_as(&self, form: &NameForm, words: &[Span], span: Span) -> bool {
        let fits = words.iter().zip(self.forms.capitals(form)).all(|(word, need)| match need {
            Capital::Free => true,
            Capital::Initial => is_capitalised(word.of(self.text)),
            Capital::All => !word.of(self.text).chars().any(char::is_lowercase),
        });
        let hyphen = form.hyphenated.is_none_or(|hyphen| words.len() < 2 || hyphen == span.of(self.text).contains('-'));
        fits && hyphen && !(form.wordlike && is_shouted(self.text, span))
    }

    /// Where the given names of `actor` begin that stand directly before the word `first`, when there are any.
    fn given_before(&self, actor: ActorIx, first: usize) -> Option<usize> {
        let mut start = None;
        for at in (0..first).rev() {
            let (number, word) = (*self.numbers.get(at)?, *self.words.get(at)?);
            if !self.forms.is_given(actor, number) || !is_capitalised(word.of(self.text)) {
                break;
            }
            start = Some(word.first());
        }
        start
    }

    /// The one whose given name alone stands before the person at `hit`, who has the surname too: `Jean and Jeanne Doe`.
    fn spouse(&self, hit: &Hit) -> Option<Mention> {
        let of_person = |form: &NameForm| matches!(form.worth, Worth::Surname(_) | Worth::Full);
        if !self.forms.of_pattern(hit.pattern).iter().any(of_person) {
            return None;
        }
        let first = self.words.partition_point(|word| word.start < hit.span.start);
        let after = self.words.partition_point(|word| word.start < hit.span.end);
        let told = |at: &usize| self.numbers.get(*at).is_some_and(|number| *number != BREAK);
        // "And" may be a word of names, too.
        let written = |at: &usize| told(at) && self.words.get(*at).is_some_and(|word| is_capitalised(word.of(self.text)));
        let (given, last) = ((0..first).rev().find(written)?, (first..after).rev().find(told)?);
        let (word, surname) = (*self.words.get(given)?, *self.numbers.get(last)?);
        if word.start < hit.block.start || !is_joined(Span { start: word.end, end: hit.span.start }.of(self.text)) {
            return None;
        }
        let actor = bearer(self.forms, surname, *self.numbers.get(given)?)?;
        (hit.actor != Some(actor)).then_some(Mention { span: word, actor })
    }

    /// The surnames that somebody else bears in the article, by their pattern: `Gerhard Stoltenberg`, in a headline above him too.
    fn borne_by_others(&self, hits: &[Hit]) -> HashSet<usize> {
        let of_surname =
            |hit: &&Hit| self.forms.of_pattern(hit.pattern).iter().any(|form| matches!(form.worth, Worth::Surname(_)));
        let unclaimed = hits.iter().filter(|hit| hit.actor.is_none() && hit.cue.is_none()).filter(of_surname);
        unclaimed.filter(|hit| has_given_before(self.text, hit.block, hit.span)).map(|hit| hit.pattern).collect()
    }

    /// Whom a short form or a surname means: the bearer named in full before it, nearest first, else after it; else the one
    /// who is known by the surname alone, unless somebody else was named with it. `known` is the end of the mention before.
    fn explain(&self, hit: &Hit, named: &Named, (known, of_other): (usize, bool)) -> Option<ActorIx> {
        let words = self.forms.of_pattern(hit.pattern);
        let candidates = || {
            words.iter().filter(|form| {
                matches!(form.worth, Worth::Short | Worth::Surname(Alone::Named | Alone::Unambiguous | Alone::Default))
            })
        };
        let by_surname = |form: &NameForm| matches!(form.worth, Worth::Surname(_));
        if candidates().all(by_surname) && !stands_for_itself(self.text, hit.block, hit.span, known, self.forms) {
            return None;
        }
        let nearest = candidates().filter_map(|form| Some((named.distance(form.actor, hit.span.start)?, form.actor))).min();
        let of_worth = |alone| candidates().find(|form| form.worth == Worth::Surname(alone)).map(|form| form.actor);
        nearest
            .map(|(_, actor)| actor)
            .or_else(|| of_worth(Alone::Default))
            .or_else(|| of_worth(Alone::Unambiguous).filter(|_| !of_other))
    }
}

/// Where actors are named in full or by their place, or somebody is whose company tells that they are meant; sorted by actor and place.
struct Named(Vec<(ActorIx, u32)>);

impl Named {
    fn new(hits: &[Hit], forms: &Forms) -> Self {
        let mut places: Vec<(ActorIx, u32)> = Vec::with_capacity(hits.len());
        for hit in hits {
            let meant = hit.actor.or(hit.cue);
            places.extend(meant.map(|actor| (actor, hit.span.start)));
            // A short form names nobody by itself, and tells in whose company it stands: `Republicans and Democrats`.
            let short = || forms.of_pattern(hit.pattern).iter().find(|form| form.worth == Worth::Short).map(|form| form.actor);
            let company = meant.or_else(short).into_iter().flat_map(|actor| forms.explained_by(actor));
            places.extend(company.map(|actor| (actor, hit.span.start)));
        }
        places.sort_unstable();
        Self(places)
    }

    /// How far from `place` the `actor` is named in full: before it, or, which sorts behind, after it.
    fn distance(&self, actor: ActorIx, place: u32) -> Option<(bool, u32)> {
        let split = self.0.partition_point(|full| *full < (actor, place));
        let (before, after) = self.0.split_at_checked(split)?;
        let place_in = |full: Option<&(ActorIx, u32)>| full.filter(|(known, _)| *known == actor).map(|(_, start)| *start);
        let before = place_in(before.last()).map(|start| (false, place - start));
        before.or_else(|| place_in(after.first()).map(|start| (true, start - place)))
    }
}

/// What the words of a pattern are.
enum Weighed {
    /// No form is written with these capitals.
    Unfit,
    /// The name of something else.
    Other,
    /// A form of a name.
    Hit(Hit),
}
