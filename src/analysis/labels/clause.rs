//! One clause: what it begins with, whether it has a verb. Which clauses stay is decided elsewhere.

use std::ops::Range;

use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::token::LabelToken;

/// The first word of a clause that is kept.
pub(super) fn first<'a, 'b>(words: &'b [LabelToken<'a>], clause: &Range<usize>) -> Option<&'b LabelToken<'a>> {
    words.get(clause.clone())?.iter().find(|token| token.counts())
}

/// Whether a clause has a finite verb of its own.
pub(super) fn has_verb(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    words.get(clause.clone()).is_some_and(|part| part.iter().any(|token| token.kept && language.is_finite(token)))
}

/// Whether a clause says under which condition, how far or on whose word.
pub(super) fn is_guard(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    let part = words.get(clause.clone()).unwrap_or_default();
    let mut kept = part.iter().filter(|token| token.counts());
    let (first, next) = (kept.next(), kept.next());
    // `En général,`, `in theory,`: how far it holds.
    let limits = first.is_some_and(|token| matches!(token.word.as_str(), "en" | "in"))
        && next.is_some_and(|token| matches!(token.word.as_str(), "general" | "theorie" | "principe" | "theory" | "principle"));
    // `Toujours selon le préfet`.
    let again = first.is_some_and(|token| matches!(token.word.as_str(), "toujours" | "encore" | "aussi" | "also" | "again"));
    let guards = |token: Option<&LabelToken<'_>>| token.is_some_and(|token| LabelLanguage::begins(&language.guards, token));
    limits || guards(first) || again && guards(next)
}

/// Whether most of a clause stands in quotation marks.
pub(super) fn is_quoted(words: &[LabelToken<'_>], clause: &Range<usize>) -> bool {
    words.get(clause.clone()).is_some_and(|part| part.iter().filter(|token| token.quoted).count() * 2 > part.len())
}
