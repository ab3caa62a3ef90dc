//! The words of a clause, folded, with what is elided and the pronoun behind a verb as words of their own.

use crate::text::fold::fold;
use crate::text::span::Span;

/// A word of a text.
pub(super) struct Word {
    /// The word, folded.
    pub(super) folded: String,
    /// Its place in the body.
    pub(super) span: Span,
    /// Whether it begins with a capital.
    pub(super) is_capital: bool,
    /// Whether a comma or another mark stands before it.
    pub(super) is_parted: bool,
}

/// The words of `clause` of `body`. A verb and the pronoun behind its hyphen are two words where `is_pronoun` says so.
pub(super) fn words(body: &str, clause: Span, is_pronoun: impl Fn(&str) -> bool) -> Vec<Word> {
    let text = clause.of(body);
    let mut words = Vec::new();
    let (mut start, mut is_parted) = (None, false);
    for (at, c) in text.char_indices().chain(std::iter::once((text.len(), ' '))) {
        let within = c.is_alphanumeric() || matches!(c, '-' | '\'' | '’');
        match (start, within) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                for (number, part) in parts(text, Span::new(from, at), &is_pronoun).into_iter().enumerate() {
                    let is_parted = is_parted && number == 0;
                    let is_capital = part.of(text).starts_with(char::is_uppercase);
                    words.push(Word { folded: fold(part.of(text)), span: part.shift(clause.first()), is_capital, is_parted });
                }
                (start, is_parted) = (None, false);
            }
            _ => {}
        }
        is_parted |= matches!(c, ',' | ';' | ':' | '(' | ')' | '–' | '—' | '«' | '“' | '"' | '\n');
    }
    words
}

/// The words at `span` of `text`: what is elided before a word (`qu’il`), but for `d’après`, and a verb and its pronoun (`a-t-il`, `dit-elle`).
fn parts(text: &str, span: Span, is_pronoun: &impl Fn(&str) -> bool) -> Vec<Span> {
    let whole = fold(span.of(text));
    let cut = span.of(text).find(['\'', '’']).filter(|_| whole != "d'apres");
    let mark = cut.and_then(|at| span.of(text).get(at..)?.chars().next()).map_or(0, char::len_utf8);
    let pieces = match cut {
        Some(at) => vec![Span::new(span.first(), span.first() + at), Span::new(span.first() + at + mark, span.after())],
        None => vec![span],
    };
    let mut parts = Vec::new();
    for piece in pieces.into_iter().filter(|piece| !piece.is_empty()) {
        let word = piece.of(text);
        let inverted = word.find("-t-").map(|at| (at, 3)).or_else(|| word.find('-').map(|at| (at, 1)));
        match inverted.filter(|(at, len)| word.get(at + len..).is_some_and(|rest| is_pronoun(&fold(rest)))) {
            Some((at, len)) => {
                parts.push(Span::new(piece.first(), piece.first() + at));
                parts.push(Span::new(piece.first() + at + len, piece.after()));
            }
            None => parts.push(piece),
        }
    }
    parts
}
