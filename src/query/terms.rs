//! Terms of a query made ready to be found in texts as they were written.

use crate::query::language::term::{Term, TermKind};
use crate::query::pattern::{self, Kind, Pattern};

/// The pattern of `term`; `None` when it holds nothing to look for, such as a lone sign.
#[must_use]
pub fn pattern(term: &Term) -> Option<Pattern> {
    let kind = match term.kind() {
        TermKind::Fuzzy => Kind::Word,
        TermKind::Phrase => Kind::Phrase,
        TermKind::Prefix => Kind::Prefix,
        TermKind::Exact => Kind::Exact,
        TermKind::Regex => Kind::Regex,
        TermKind::Near(distance) => Kind::Near(distance),
    };
    // What cannot be looked for was told when the query was read; here it matches nothing.
    Pattern::new(&pattern::Term { text: term.text().to_owned(), kind }).ok()
}
