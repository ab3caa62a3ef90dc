//! Terms of a query made ready to be found in texts as they were written.

use crate::query::language::term::{QueryTerm, TermKind};
use crate::query::matching::pattern;
use crate::query::matching::pattern::{MatchKind, TermPattern};
use crate::text::fold::fold;

/// The pattern of `term`; `None` when it holds nothing to look for, such as a lone sign.
#[must_use]
pub fn pattern(term: &QueryTerm) -> Option<TermPattern> {
    let kind = match term.kind() {
        TermKind::Fuzzy => MatchKind::Word,
        TermKind::Phrase => MatchKind::Phrase,
        TermKind::Prefix => MatchKind::Prefix,
        TermKind::Exact => MatchKind::Exact,
        TermKind::Regex => MatchKind::Regex,
        TermKind::Near(distance) => MatchKind::Near(distance),
    };
    made(term, kind)
}

/// The pattern of `term` in running text, where letters within words say little: a word is met at the head of words, quoted ones are whole.
#[must_use]
pub fn word_pattern(term: &QueryTerm) -> Option<TermPattern> {
    match term.kind() {
        TermKind::Fuzzy => made(term, MatchKind::Prefix),
        TermKind::Phrase => made(term, MatchKind::Words),
        TermKind::Prefix | TermKind::Exact | TermKind::Regex | TermKind::Near(_) => pattern(term),
    }
}

fn made(term: &QueryTerm, kind: MatchKind) -> Option<TermPattern> {
    // What cannot be looked for was reported when the query was read; here it matches nothing.
    TermPattern::new(&pattern::SearchTerm { text: term.text().to_owned(), kind }).ok()
}

/// Whether any of `terms` is the name of a case, whatever case and accents its letters have.
#[must_use]
pub(crate) fn is_case(terms: &[QueryTerm], name: &str) -> bool {
    terms.iter().any(|term| fold(term.text()) == fold(name))
}

/// The letters a bare word needs at least to be looked for in texts: fewer stand in nearly every one.
const LETTERS: usize = 3;
/// From here on scripts write words with a sign or two.
const DENSE: char = '\u{2E80}';

/// What a bare term looks for in texts; `None` for a word that is too short to tell texts apart.
#[must_use]
pub(crate) fn text_pattern(term: &QueryTerm) -> Option<TermPattern> {
    let text = term.text();
    let tells = term.kind() != TermKind::Fuzzy || text.contains(|c| c >= DENSE) || text.chars().count() >= LETTERS;
    word_pattern(term).filter(|_| tells)
}
