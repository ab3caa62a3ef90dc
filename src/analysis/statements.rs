//! Statements: what a text quotes or reports, with who said it. A quotation between marks, or what stands behind "said that" and
//! "according to".
//!
//! The one who speaks is the actor that is the subject of the verb of saying; a pronoun stands for the one who spoke before it, where that may
//! be. Where no actor is named, the words that stand for the speaker are kept. The method is that of rule-based quotation attribution
//! (B. Pouliquen, R. Steinberger, C. Best: Automatic detection of quotations in multilingual news, RANLP 2007). Called by the tables of facts,
//! for one article at a time.

mod antecedent;
mod part;
mod speaker;
mod speech_words;
mod word;

use crate::analysis::statements::antecedent::Antecedents;
use crate::analysis::statements::part::Part;
use crate::analysis::statements::speaker::Finder;
use crate::analysis::statements::speech_words::{Pronoun, SpeechWords};
use crate::model::actor::{ActorIx, ActorTable};
use crate::model::article::{Article, BlockKind};
use crate::text::sentence::each_sentence;
use crate::text::span::Span;

/// Words of the shortest quotation that states something; fewer are a term or a title.
const SHORTEST: usize = 4;

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

/// A statement, and the pronoun that stands for its speaker, where one does.
type Told = (Statement, Option<Pronoun>);

/// The statements of `article`, whose mentions of `actors` are known, in order of the body.
pub(crate) fn statements(article: &Article, actors: &ActorTable) -> Vec<Statement> {
    let speech = SpeechWords::of(article.lang);
    let finder = Finder { body: &article.body, mentions: &article.mentions, actors, speech };
    let mut antecedents = Antecedents::of(&finder);
    let mut quotes = Vec::new();
    let mut all = Vec::new();
    for block in article.text_blocks().filter(|block| block.kind != BlockKind::Heading) {
        let inside = quotations(&article.body, block.span);
        quotes.extend(&inside);
        for (mut statement, pronoun) in of_block(&finder, block.span, &inside) {
            if let (Some(pronoun), Some(place)) = (pronoun, statement.speaker_words) {
                statement.speaker = antecedents.of_pronoun(pronoun, place, &quotes);
            }
            let said = statement.cue.map_or(statement.span.after(), |cue| cue.after().max(statement.span.after()));
            antecedents.spoke(statement.speaker, said);
            // Reported speech of nobody who is known tells less than the sentence.
            let is_kept = statement.kind == StatementKind::Direct || statement.speaker.is_some() || pronoun.is_none();
            all.extend(Some(statement).filter(|_| is_kept));
        }
    }
    all
}

/// What the block at `block` states, with the quotations `quoted` in it, in order.
fn of_block(finder: &Finder<'_>, block: Span, quoted: &[Span]) -> Vec<Told> {
    let sentences: Vec<Span> = each_sentence(block.of(finder.body)).map(|sentence| sentence.shift(block.first())).collect();
    let part = Part::new(finder, &sentences);
    let mut told = Vec::new();
    let mut from = block.first();
    for quote in quoted {
        told.push(part.quoted(*quote, Span::new(from, block.after())));
        from = quote.after();
    }
    let unquoted = sentences.iter().filter(|sentence| !quoted.iter().any(|quote| quote.overlaps(**sentence)));
    told.extend(unquoted.filter_map(|sentence| part.reported(*sentence)));
    told.sort_by_key(|(statement, _)| statement.span.start);
    told
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

#[cfg(test)]
mod tests;
