//! A block of an article: which clause beside a quotation tells who says it, and what its sentences report.

use crate::analysis::statements::speaker::{NamedSpeaker, SpeakerFinder};
use crate::analysis::statements::statement::{Statement, StatementKind, Told, trimmed};
use crate::analysis::statements::word::Word;
use crate::text::grapheme::floor;
use crate::text::span::Span;

/// Bytes before and behind a quotation in which its verb of saying is looked for.
const REACH: usize = 160;
/// Words between a quotation and its verb of saying: behind it, and before it.
const BEHIND: usize = 8;
const AHEAD: usize = 16;
/// Bytes behind a full stop in which what closes a sentence stands.
const CLOSING: usize = 4;

/// A block of an article.
pub(super) struct SpokenBlock<'a> {
    finder: &'a SpeakerFinder<'a>,
    sentences: &'a [Span],
}

impl<'a> SpokenBlock<'a> {
    /// The block at `block`, which has `sentences`.
    pub(super) fn new(finder: &'a SpeakerFinder<'a>, sentences: &'a [Span]) -> Self {
        Self { finder, sentences }
    }

    /// The statement of the quotation `quote`, between the last one before it and the end of the block.
    pub(super) fn quoted(&self, quote: Span, bounds: Span) -> Told {
        let plain = Statement { span: quote, kind: StatementKind::Direct, cue: None, speaker: None, speaker_words: None };
        let behind = self.finder.words(self.behind(quote, bounds));
        let ahead = self.finder.words(self.ahead(quote, bounds));
        let (words, verb) = match (self.verb(&behind, false), self.verb(&ahead, true)) {
            (Some(verb), _) => (&behind, verb),
            (None, Some(verb)) => (&ahead, verb),
            (None, None) => return (self.sourced(&ahead, &plain).unwrap_or(plain), None),
        };
        let cue = words.get(verb).map(|word| word.span);
        let NamedSpeaker { actor, words, pronoun } = self.finder.speaker(words, verb);
        (Statement { cue, speaker: actor, speaker_words: words, ..plain }, pronoun)
    }

    /// What `sentence` reports in its own words.
    pub(super) fn reported(&self, sentence: Span) -> Option<Told> {
        let text = sentence.of(self.finder.body);
        let plain = Statement { span: sentence, kind: StatementKind::Indirect, cue: None, speaker: None, speaker_words: None };
        // Most sentences have none of them, and need not be parted into words.
        if !["elon", "apr", "ccording", " qu", " that"].iter().any(|part| text.contains(part)) {
            return None;
        }
        let words = self.finder.words(sentence);
        if let Some(found) = self.sourced(&words, &plain) {
            return Some((found, None));
        }
        let speech = self.finder.speech;
        let at = words
            .iter()
            .zip(words.iter().skip(1))
            .position(|(verb, that)| speech.that.contains(&*that.folded) && speech.says(&verb.folded))?;
        let (verb, that) = (words.get(at)?.span, words.get(at + 1)?.span);
        let NamedSpeaker { actor, words, pronoun } = self.finder.speaker(words.get(..=at)?, at);
        if actor.is_none() && pronoun.is_none() {
            return None;
        }
        let said = trimmed(self.finder.body, Span::new(that.after(), sentence.after()));
        Some((Statement { span: said, cue: Some(verb), speaker: actor, speaker_words: words, ..plain }, pronoun))
    }

    /// `plain` with the one whom "selon" or its like in `words` names, if there is any.
    fn sourced(&self, words: &[Word], plain: &Statement) -> Option<Statement> {
        let sources = &self.finder.speech.sources;
        let starts = |at: usize| {
            sources.iter().find(|source| {
                (at..).zip(source.iter()).all(|(at, part)| words.get(at).is_some_and(|word| word.folded == **part))
            })
        };
        let (at, source) = (0..words.len()).find_map(|at| Some((at, starts(at)?)))?;
        let behind = at + source.len();
        let cue = Span::new(words.get(at)?.span.first(), words.get(behind - 1)?.span.after());
        let NamedSpeaker { actor, words, .. } = self.finder.following(words.get(behind..)?, false);
        Some(Statement { cue: Some(cue), speaker: actor, speaker_words: words, ..plain.clone() })
    }

    /// The first verb of saying among `words` near a quotation: behind it, or before it when `ahead`.
    fn verb(&self, words: &[Word], ahead: bool) -> Option<usize> {
        let near = |at: usize| if ahead { at + AHEAD >= words.len() } else { at <= BEHIND };
        let speech = self.finder.speech;
        let leads_in = |at: usize| words.get(at).is_some_and(|word| speech.passives.contains(&*word.folded));
        let is_doer = |at: usize| words.get(at).is_some_and(|word| word.is_capital || speech.determiners.contains(&*word.folded));
        let is_passive = |at: usize| leads_in(at + 1) && is_doer(at + 2);
        let says = |at: usize| words.get(at).is_some_and(|word| speech.says_beside(&word.folded));
        let is_verb = |at: &usize| near(*at) && says(*at) && !is_passive(*at);
        if ahead { (0..words.len()).rev().find(is_verb) } else { (0..words.len()).find(is_verb) }
    }

    /// Whether the mark at `at` of the body ends a sentence, and is no part of an abbreviation.
    fn ends(&self, at: usize) -> bool {
        // Sentences that a page printed without a blank between them.
        let (before, behind) = (self.finder.body.get(..at), self.finder.body.get(at + 1..));
        let is_glued = before.is_some_and(|text| text.ends_with(char::is_lowercase))
            && behind.is_some_and(|text| text.starts_with(char::is_uppercase));
        if is_glued {
            return true;
        }
        self.sentences.iter().any(|sentence| (at + 1..=at + CLOSING).contains(&sentence.after()))
    }

    /// What stands behind `quote` in its sentence, not beyond the next quotation.
    fn behind(&self, quote: Span, bounds: Span) -> Span {
        let end = floor(self.finder.body, (quote.after() + REACH).min(bounds.after()));
        let text = self.finder.body.get(quote.after()..end).unwrap_or_default();
        // The mark of the quotation itself stands first.
        let marks = text.len() - text.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        if text.get(..marks).unwrap_or_default().contains(['.', '«', '“']) {
            return Span::new(quote.after(), quote.after());
        }
        let stop = text
            .char_indices()
            .skip_while(|(at, _)| *at < marks)
            .find(|(at, c)| matches!(c, '«' | '“' | '"' | ';') || matches!(c, '.' | '!' | '?') && self.ends(quote.after() + at));
        Span::new(quote.after(), quote.after() + stop.map_or(text.len(), |(at, _)| at))
    }

    /// What stands before `quote` in its sentence, not before the last quotation.
    fn ahead(&self, quote: Span, bounds: Span) -> Span {
        let start = floor(self.finder.body, quote.first().saturating_sub(REACH).max(bounds.first()));
        let text = self.finder.body.get(start..quote.first()).unwrap_or_default();
        let stop = text.char_indices().rev().find(|(at, c)| *c == ';' || matches!(c, '.' | '!' | '?') && self.ends(start + at));
        Span::new(start + stop.map_or(0, |(at, _)| at + 1), quote.first())
    }
}
