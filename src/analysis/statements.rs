//! Statements: what a text quotes or reports, with who said it. A quotation between marks, or what stands behind "said that" and
//! "according to".
//!
//! The one who speaks is the actor that is the subject of the verb of saying; a pronoun stands for the one who spoke before it, where that may
//! be. Where no actor is named, the words that stand for the speaker are kept. The method is that of rule-based quotation attribution
//! (B. Pouliquen, R. Steinberger, C. Best: Automatic detection of quotations in multilingual news, RANLP 2007). Called by the tables of facts,
//! for one article at a time.

mod antecedent;
mod speaker;
mod speech_words;
mod spoken_block;
mod statement;
mod word;

use crate::analysis::statements::antecedent::Antecedents;
use crate::analysis::statements::speaker::SpeakerFinder;
use crate::analysis::statements::speech_words::SpeechWords;
use crate::analysis::statements::spoken_block::SpokenBlock;
pub(crate) use crate::analysis::statements::statement::{Statement, StatementKind};
use crate::analysis::statements::statement::{Told, trimmed};
use crate::model::actor::ActorTable;
use crate::model::article::{Article, BlockKind};
use crate::text::sentence::each_sentence;
use crate::text::span::Span;

/// Words of the shortest quotation that states something; fewer are a term or a title.
const SHORTEST: usize = 4;

/// The statements of `article`, whose mentions of `actors` are known, in order of the body.
pub(crate) fn statements(article: &Article, actors: &ActorTable) -> Vec<Statement> {
    let speech = SpeechWords::of(article.lang);
    let finder = SpeakerFinder { body: &article.body, mentions: &article.mentions, actors, speech };
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
fn of_block(finder: &SpeakerFinder<'_>, block: Span, quoted: &[Span]) -> Vec<Told> {
    let sentences: Vec<Span> = each_sentence(block.of(finder.body)).map(|sentence| sentence.shift(block.first())).collect();
    let part = SpokenBlock::new(finder, &sentences);
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

#[cfg(test)]
mod tests;
