//! Statements: what a text quotes or reports, with who said it. A quotation between marks, or what stands behind "said that" and
//! "according to".
//!
//! The one who speaks is the actor named nearest to the verb of saying; a pronoun stands for the one who spoke before it. Where no
//! actor is named, the words that stand for the speaker are kept. Nothing is guessed beyond the sentence that holds the verb. The method
//! is that of rule-based quotation attribution (B. Pouliquen, R. Steinberger, C. Best: Automatic detection of quotations in multilingual
//! news, RANLP 2007). Called by the tables of facts, for one article at a time.

use crate::analysis::names::lexicon::{NameLexicon, Tells};
use crate::model::actor::{ActorIx, Mention};
use crate::model::article::{Article, BlockKind};
use crate::text::fold::fold;
use crate::text::sentence::each_sentence;
use crate::text::span::Span;

/// Words of the shortest quotation that states something; fewer are a term or a title.
const SHORTEST: usize = 4;
/// Bytes before and behind a quotation in which its verb of saying is looked for.
const REACH: usize = 160;
/// Words between a verb of saying and the one who says it.
const APART: usize = 8;
/// Words that are kept of a speaker who is no known actor.
const SPEAKER_WORDS: usize = 8;
/// Words behind which the one who says something stands.
const SOURCES: [[&str; 2]; 3] = [["selon", ""], ["d'apres", ""], ["according", "to"]];
/// Verbs that say something beside a quotation, and do other things elsewhere, folded.
const BESIDE: &str = "promis averti prevenu conclu poursuivi martele lance glisse tweete confie raconte plaide regrette insiste souligne \
    precise rappele reconnu tonne rencheri tempere nuance fustige denonce critique salue resume ironise interroge commente reagi repris \
    continued quoted tweeted posted warned joked quipped";
/// Pronouns that stand for the one who spoke before.
const PRONOUNS: [&str; 6] = ["il", "elle", "ils", "elles", "he", "she"];
/// What leads in reported speech behind its verb.
const THAT: [&str; 2] = ["que", "that"];

/// How something is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StatementKind {
    /// Between quotation marks.
    Direct,
    /// Reported in the words of the text.
    Indirect,
}

impl StatementKind {
    /// Its name in JSON and tables.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
        }
    }
}

/// What somebody states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Statement {
    /// The words stated, in bytes of the body, without quotation marks.
    pub(crate) span: Span,
    /// How.
    pub(crate) kind: StatementKind,
    /// The verb of saying, or "selon" and its like.
    pub(crate) cue: Option<Span>,
    /// The actor who states it, where one is named.
    pub(crate) speaker: Option<ActorIx>,
    /// The words that name the speaker, or stand for one who is no known actor.
    pub(crate) speaker_words: Option<Span>,
}

/// The statements of `article`, whose mentions are known, in order of the body.
pub(crate) fn statements(article: &Article) -> Vec<Statement> {
    let mut all: Vec<Statement> = Vec::new();
    for block in article.text_blocks().filter(|block| block.kind != BlockKind::Heading) {
        let part = Part::new(article, block.span);
        let mut quoted = Vec::new();
        for quote in quotations(&article.body, block.span) {
            let before = all.last().and_then(|last| last.speaker);
            let bounds = Span::new(quoted.last().map_or(block.span.first(), |last: &Span| last.after()), block.span.after());
            all.push(part.quoted(quote, bounds, before));
            quoted.push(quote);
        }
        for sentence in each_sentence(block.span.of(&article.body)).map(|sentence| sentence.shift(block.span.first())) {
            if !quoted.iter().any(|quote| quote.overlaps(sentence)) {
                all.extend(part.reported(sentence));
            }
        }
    }
    all.sort_by_key(|statement| statement.span.start);
    all
}

/// The quotations in `block` of some length, without their marks.
fn quotations(body: &str, block: Span) -> Vec<Span> {
    let text = block.of(body);
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match (open, c) {
            (None, '«' | '“' | '"') => open = Some((at + c.len_utf8(), c)),
            (Some((start, '«')), '»') | (Some((start, '“')), '”' | '“') | (Some((start, '"')), '"') => {
                let inside = trimmed(text, Span::new(start, at));
                if inside.of(text).split_whitespace().count() >= SHORTEST {
                    found.push(inside.shift(block.first()));
                }
                open = None;
            }
            _ => {}
        }
    }
    found
}

/// `span` without the white space and the closing comma in it.
fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.first() + (words.len() - words.trim_start().len());
    let end = start + words.trim().trim_end_matches(',').trim_end().len();
    Span::new(start, end)
}

/// A word of a text, folded, with its place in the body.
struct Word {
    folded: String,
    span: Span,
}

impl Word {
    fn says(&self) -> bool {
        let cues = NameLexicon::get().cues(&self.folded);
        cues.is(Tells::Saying) || cues.is(Tells::SaidBy) && SOURCES.iter().all(|[source, _]| *source != self.folded)
    }

    fn says_beside(&self) -> bool {
        self.says() || BESIDE.split_ascii_whitespace().any(|verb| verb == self.folded)
    }
}

/// A block of an article.
struct Part<'a> {
    body: &'a str,
    mentions: &'a [Mention],
}

impl<'a> Part<'a> {
    fn new(article: &'a Article, block: Span) -> Self {
        let from = article.mentions.partition_point(|mention| mention.span.start < block.start);
        let until = article.mentions.partition_point(|mention| mention.span.start < block.end);
        Self { body: &article.body, mentions: article.mentions.get(from..until).unwrap_or_default() }
    }

    /// The statement of the quotation `quote`, between the last one before it and the end of the block; `before` spoke last.
    fn quoted(&self, quote: Span, bounds: Span, before: Option<ActorIx>) -> Statement {
        let plain = Statement { span: quote, kind: StatementKind::Direct, cue: None, speaker: None, speaker_words: None };
        let behind = self.behind(quote, bounds);
        let ahead = self.ahead(quote, bounds);
        let Some((words, cue)) = self.saying(behind, false).or_else(|| self.saying(ahead, true)) else {
            return self.sourced(ahead, &plain).unwrap_or(plain);
        };
        let clause = if cue.first() >= quote.after() { behind } else { ahead };
        let Some(mention) = self.nearest(clause, cue) else {
            let at = words.iter().position(|word| word.span == cue).unwrap_or_default();
            let near = words.get(at.saturating_sub(2)..(at + 3).min(words.len())).unwrap_or_default();
            let pronoun = near.iter().find(|word| PRONOUNS.contains(&&*word.folded));
            return match pronoun {
                Some(pronoun) => Statement { cue: Some(cue), speaker: before, speaker_words: Some(pronoun.span), ..plain },
                None => Statement { cue: Some(cue), speaker_words: self.described(clause, cue), ..plain },
            };
        };
        Statement { cue: Some(cue), speaker: Some(mention.actor), speaker_words: Some(mention.span), ..plain }
    }

    /// What `sentence` reports in its own words.
    fn reported(&self, sentence: Span) -> Option<Statement> {
        let plain = Statement { span: sentence, kind: StatementKind::Indirect, cue: None, speaker: None, speaker_words: None };
        if let Some(found) = self.sourced(sentence, &plain) {
            return Some(found);
        }
        if ![" qu", " that"].iter().any(|part| sentence.of(self.body).contains(part)) {
            return None;
        }
        let words = self.words(sentence);
        let at = words
            .iter()
            .zip(words.iter().skip(1))
            .position(|(verb, that)| (THAT.contains(&&*that.folded) || that.folded == "qu") && verb.says())?;
        let (verb, that) = (words.get(at)?.span, words.get(at + 1)?.span);
        let ahead = Span::new(sentence.first(), verb.first());
        let mention = self.nearest(ahead, verb)?;
        let said = trimmed(self.body, Span::new(that.after(), sentence.after()));
        Some(Statement { span: said, cue: Some(verb), speaker: Some(mention.actor), speaker_words: Some(mention.span), ..plain })
    }

    /// `plain` with the one whom the first of [`SOURCES`] in `clause` names, if there is any.
    fn sourced(&self, clause: Span, plain: &Statement) -> Option<Statement> {
        // Most sentences have none of them, and need not be parted into words.
        if !["elon", "apr", "ccording"].iter().any(|part| clause.of(self.body).contains(part)) {
            return None;
        }
        let words = self.words(clause);
        let at = words.iter().position(|word| SOURCES.iter().any(|[source, _]| *source == word.folded))?;
        let [_, second] = SOURCES.iter().find(|[source, _]| words.get(at).is_some_and(|word| *source == word.folded))?;
        let last = if second.is_empty() { words.get(at)? } else { words.get(at + 1).filter(|word| word.folded == *second)? };
        let cue = Span::new(words.get(at)?.span.first(), last.span.after());
        let behind = Span::new(cue.after(), clause.after());
        let described = self.described(behind, Span::new(cue.after(), cue.after()));
        let mention = self.mentions.iter().find(|mention| described.is_some_and(|words| words.covers(mention.span)));
        Some(Statement {
            cue: Some(cue),
            speaker: mention.map(|mention| mention.actor),
            speaker_words: mention.map(|mention| mention.span).or(described),
            ..plain.clone()
        })
    }

    /// What stands behind `quote` in its sentence, not beyond the next quotation.
    fn behind(&self, quote: Span, bounds: Span) -> Span {
        let end = floor(self.body, (quote.after() + REACH).min(bounds.after()));
        let text = self.body.get(quote.after()..end).unwrap_or_default();
        // The mark of the quotation itself stands first.
        let marks = text.len() - text.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        if text.get(..marks).unwrap_or_default().contains(['.', '«', '“']) {
            return Span::new(quote.after(), quote.after());
        }
        let stop = text
            .char_indices()
            .skip_while(|(at, _)| *at < marks)
            .find(|(_, c)| matches!(c, '.' | '!' | '?' | '«' | '“' | '"' | ';'));
        Span::new(quote.after(), quote.after() + stop.map_or(text.len(), |(at, _)| at))
    }

    /// What stands before `quote` in its sentence, not before the last quotation.
    fn ahead(&self, quote: Span, bounds: Span) -> Span {
        let start = floor(self.body, quote.first().saturating_sub(REACH).max(bounds.first()));
        let text = self.body.get(start..quote.first()).unwrap_or_default();
        let stop = text.char_indices().rev().find(|(at, c)| {
            matches!(c, '.' | '!' | '?' | ';') && text.get(at + 1..).is_some_and(|rest| rest.starts_with(char::is_whitespace))
        });
        Span::new(start + stop.map_or(0, |(at, _)| at + 1), quote.first())
    }

    /// The words of `clause` and the first verb of saying among those near a quotation: behind it, or before it when `ahead`.
    fn saying(&self, clause: Span, ahead: bool) -> Option<(Vec<Word>, Span)> {
        let words = self.words(clause);
        let near = |at: usize| if ahead { at + APART + SPEAKER_WORDS >= words.len() } else { at <= APART };
        let is_verb = |(at, word): &(usize, &Word)| near(*at) && word.says_beside();
        let cue = if ahead { words.iter().enumerate().rev().find(is_verb) } else { words.iter().enumerate().find(is_verb) };
        let cue = cue.map(|(_, word)| word.span)?;
        Some((words, cue))
    }

    /// The mention in `clause` that is nearest to `cue`, not more than some words away; of two as near, the one before it.
    fn nearest(&self, clause: Span, cue: Span) -> Option<&'a Mention> {
        let gap = |mention: &Mention| {
            let between = if mention.span.after() <= cue.first() {
                Span::new(mention.span.after(), cue.first())
            } else {
                Span::new(cue.after(), mention.span.first().max(cue.after()))
            };
            between.of(self.body).split_whitespace().count()
        };
        let inside = self.mentions.iter().filter(|mention| clause.covers(mention.span) && !mention.span.overlaps(cue));
        inside
            .map(|mention| (gap(mention), mention))
            .filter(|(words, _)| *words <= APART)
            .min_by_key(|(words, _)| *words)
            .map(|(_, found)| found)
    }

    /// The words behind `cue` in `clause`, up to the next mark, which say who speaks.
    fn described(&self, clause: Span, cue: Span) -> Option<Span> {
        let text = self.body.get(cue.after()..clause.after())?;
        let stop = text.find([',', ';', ':', '.', '(', '«', '“', '"', '\n']).unwrap_or(text.len());
        let words = self.words(Span::new(cue.after(), cue.after() + stop));
        let (first, last) = (words.first()?, words.get(..words.len().min(SPEAKER_WORDS))?.last()?);
        Some(Span::new(first.span.first(), last.span.after()))
    }

    fn words(&self, clause: Span) -> Vec<Word> {
        let text = clause.of(self.body);
        let mut words = Vec::new();
        let mut start = None;
        for (at, c) in text.char_indices().chain(std::iter::once((text.len(), ' '))) {
            let within = c.is_alphanumeric() || matches!(c, '-' | '\'' | '’');
            match (start, within) {
                (None, true) => start = Some(at),
                (Some(from), false) => {
                    elided(text, Span::new(from, at), clause.first(), &mut words);
                    start = None;
                }
                _ => {}
            }
        }
        words
    }
}

/// Adds the word at `span` of `text`, which begins at `base` of the body; what is elided before it is a word of its own (`qu’il`), but for `d’après`.
fn elided(text: &str, span: Span, base: usize, words: &mut Vec<Word>) {
    let folded = fold(span.of(text));
    let cut = span.of(text).find(['\'', '’']).filter(|_| folded != "d'apres");
    let mark = cut.and_then(|at| span.of(text).get(at..)?.chars().next()).map_or(0, char::len_utf8);
    let mut push = |part: Span| {
        if !part.is_empty() {
            // `a-t-il dit`, `dit-elle`: the verb and the pronoun.
            let word = part.of(text);
            let inverted = word.find("-t-").map(|at| (at, 3)).or_else(|| word.find('-').map(|at| (at, 1)));
            let pronoun = inverted.filter(|(at, len)| word.get(at + len..).is_some_and(|rest| PRONOUNS.contains(&&*fold(rest))));
            let parts = match pronoun {
                Some((at, len)) => {
                    vec![Span::new(part.first(), part.first() + at), Span::new(part.first() + at + len, part.after())]
                }
                None => vec![part],
            };
            words.extend(parts.into_iter().map(|part| Word { folded: fold(part.of(text)), span: part.shift(base) }));
        }
    };
    match cut {
        Some(at) => {
            push(Span::new(span.first(), span.first() + at));
            push(Span::new(span.first() + at + mark, span.after()));
        }
        None => push(span),
    }
}

/// The last boundary of a character at or before `at`.
fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests;
