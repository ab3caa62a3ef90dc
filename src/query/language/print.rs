//! A query as text: what a person would type for it, with no more parentheses and quotation marks than it needs.
//!
//! What is written here reads back as the same query. A group needs parentheses only where a person must have typed some, so
//! that what could be read is never written too deeply nested to be read again.

use std::fmt::{self, Display, Formatter};

use crate::model::article::Lang;
use crate::query::language::ast::{Clause, Direction, Expr, Query};
use crate::query::language::keyword::{Keyword, SortKey};
use crate::query::language::term::{QueryTerm, TermKind, is_plain, with_escaped_slashes};

/// The word for a language that is not known.
pub(crate) const UNKNOWN_LANG: &str = "unknown";

impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(root) = self.root() {
            root.fmt(f)?;
        }
        if self.own_sort().is_empty() {
            return Ok(());
        }
        f.write_str(if self.root().is_some() { " sort:" } else { "sort:" })?;
        separated(f, self.own_sort(), ",", |f, sorting| write_sorting(f, *sorting))
    }
}

impl Display for Expr {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::And(parts) => separated(f, parts, " ", |f, part| part.write_inside(f, matches!(part, Self::Or(_)))),
            Self::Or(parts) => separated(f, parts, " OR ", |f, part| part.fmt(f)),
            Self::Not(inner) => {
                f.write_str("-")?;
                inner.write_inside(f, matches!(**inner, Self::And(_) | Self::Or(_)))
            }
            Self::Term(term) => term.fmt(f),
            Self::Clause(clause) => clause.fmt(f),
            Self::Saved(saved) => write!(f, "@{}", saved.name),
        }
    }
}

impl Expr {
    fn write_inside(&self, f: &mut Formatter<'_>, parenthesized: bool) -> fmt::Result {
        if parenthesized { write!(f, "({self})") } else { self.fmt(f) }
    }
}

impl Display for Clause {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.key().name())?;
        match self {
            Self::Field(_, terms) => list(f, terms),
            Self::Lang(codes) => separated(f, codes, ",", |f, lang| match lang {
                Lang::Unknown => f.write_str(UNKNOWN_LANG),
                known => write!(f, "{known}"),
            }),
            Self::Month(ranges) | Self::Date(ranges) | Self::Event(ranges) => list(f, ranges),
            Self::Has(words) => separated(f, words, ",", |f, word| f.write_str(word.name())),
            Self::Is(words) => separated(f, words, ",", |f, word| f.write_str(word.name())),
            Self::Words(ranges) | Self::Copies(ranges) => list(f, ranges),
        }
    }
}

impl Display for QueryTerm {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let text = self.text();
        match self.kind() {
            TermKind::Fuzzy => f.write_str(text),
            TermKind::Phrase => write_quoted(f, text),
            TermKind::Near(distance) => {
                write_quoted(f, text)?;
                write!(f, "~{distance}")
            }
            TermKind::Prefix => {
                if is_plain(text) { f.write_str(text) } else { write_quoted(f, text) }?;
                f.write_str("*")
            }
            TermKind::Exact => {
                f.write_str("=")?;
                if is_plain(text) { f.write_str(text) } else { write_quoted(f, text) }
            }
            TermKind::Regex => write!(f, "/{}/", with_escaped_slashes(text)),
        }
    }
}

fn write_quoted(f: &mut Formatter<'_>, text: &str) -> fmt::Result {
    write!(f, "\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn write_sorting(f: &mut Formatter<'_>, (key, direction): (SortKey, Direction)) -> fmt::Result {
    let sign = if direction == Direction::Reversed { "-" } else { "" };
    write!(f, "{sign}{}", key.name())
}

fn list<T: Display>(f: &mut Formatter<'_>, items: &[T]) -> fmt::Result {
    separated(f, items, ",", |f, item| item.fmt(f))
}

fn separated<T>(
    f: &mut Formatter<'_>,
    items: &[T],
    separator: &str,
    write: impl Fn(&mut Formatter<'_>, &T) -> fmt::Result,
) -> fmt::Result {
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            f.write_str(separator)?;
        }
        write(f, item)?;
    }
    Ok(())
}
