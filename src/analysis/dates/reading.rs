//! A text read once: paragraphs with their tokens, the expressions found in them and the tense around each.
//!
//! What is found here does not depend on the publication date, so that a date can be inferred from it and then resolve it.

use crate::analysis::dates::grammar::Cue;
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::find;
use crate::analysis::dates::tense::{Tense, around};
use crate::analysis::dates::tokens::{Gap, Token, TokenClass, Tokens};
use crate::analysis::dates::value::{Base, Resolution};
use crate::analysis::dates::word::WordSense;
use crate::text::span::Span;

/// An expression of time that was found, not yet resolved.
#[derive(Clone, Copy, Debug)]
pub struct FoundTimex {
    /// The words, in the text.
    pub span: Span,
    /// What they say.
    pub reading: Resolution,
    /// The tense around them.
    pub tense: Tense,
    /// Whether a paragraph begins with the sentence they stand in the head of: at most eight tokens before them.
    pub heads: bool,
    /// Whether a paragraph begins between the expression before and this one.
    pub opens: bool,
    /// Whether they stand in a quotation: what is told there does not move the narrative.
    pub quoted: bool,
}

/// Finds the expressions of time in a text that was read into `tokens`.
#[must_use]
pub fn read(text: &str, tokens: &Tokens) -> Vec<FoundTimex> {
    let mut found = Vec::new();
    for (_, part) in tokens.parts() {
        for paragraph in part.chunk_by(|_, next| next.gap != Gap::Paragraph) {
            read_paragraph(&Paragraph { text, tokens: paragraph, lexicon: tokens.lexicon() }, &mut found);
        }
    }
    found
}

fn read_paragraph(line: &Paragraph<'_>, found: &mut Vec<FoundTimex>) {
    let mut opens = true;
    let mut quotation = Quotation::default();
    for hit in find(line) {
        let Some(span) = span_of(line.tokens, &hit) else { continue };
        let tense = if needs_tense(&hit.reading) { tense_of(line, &hit) } else { Tense::Unknown };
        let quoted = quotation.holds(line, hit.first);
        found.push(FoundTimex { span, reading: hit.reading, tense, heads: hit.first <= 8, opens, quoted });
        opens = false;
    }
}

/// The quotation marks of a paragraph, read up to some token.
#[derive(Default)]
struct Quotation {
    at: usize,
    open: bool,
}

impl Quotation {
    /// Whether the token at `at` stands in a quotation; asked in the order of the text.
    fn holds(&mut self, line: &Paragraph<'_>, at: usize) -> bool {
        for token in line.tokens.get(self.at..at).unwrap_or_default() {
            match token.kind {
                TokenClass::Mark('«' | '“' | '„') => self.open = true,
                TokenClass::Mark('»' | '”') => self.open = false,
                TokenClass::Mark('"') => self.open = !self.open,
                _ => {}
            }
        }
        self.at = at;
        self.open
    }
}

/// The tense an expression is told in: "since" looks back and "by" ahead, whatever the verbs say.
fn tense_of(line: &Paragraph<'_>, hit: &TimexHit) -> Tense {
    let ahead = line.before(hit.first).is_some_and(|place| ahead(line, place));
    match line.word_before(hit.first) {
        WordSense::Since => Tense::Past,
        _ if ahead => Tense::Future,
        // `jusqu'à vendredi` looks ahead unless a verb looks back.
        WordSense::To if up_to(line, hit.first) => match around(line, hit.first, hit.after) {
            Tense::Past => Tense::Past,
            _ => Tense::Future,
        },
        _ => around(line, hit.first, hit.after),
    }
}

/// Whether `jusqu'à` or `jusqu'au` stands before the token at `first`.
fn up_to(line: &Paragraph<'_>, first: usize) -> bool {
    let article = usize::from(line.word(first.wrapping_sub(1)) == WordSense::The);
    first.checked_sub(3 + article).is_some_and(|place| line.cue(place, Cue::UpToHead))
}

/// Whether words that end at `place` place the expression behind them ahead: `until`, `as early as`, `d'ici`.
fn ahead(line: &Paragraph<'_>, place: usize) -> bool {
    // At the head of a sentence such a word says as often how long something was.
    let small = !line.get(place).is_some_and(|token| token.capital);
    (small && line.cue(place, Cue::Ahead)) || (line.cue(place, Cue::As) && line.cue(place.wrapping_sub(1), Cue::Soon))
}

fn span_of(tokens: &[Token], hit: &TimexHit) -> Option<Span> {
    let (first, last) = (tokens.get(hit.first)?, tokens.get(hit.after.checked_sub(1)?)?);
    Some(Span { start: first.span.start, end: last.span.end })
}

/// Vague times and lengths are the same in every tense.
fn needs_tense(reading: &Resolution) -> bool {
    !matches!(reading.base, Base::Vague(_) | Base::Duration(..) | Base::Every(..) | Base::EveryWeekday(_) | Base::EveryPart(_))
}
