//! How a query was understood, in short pieces for the line under the filter: one for each part that must hold.
//!
//! It says what the typed text leaves open: which actor a name meant, which days a date covers. Only words are made here;
//! where they are shown is decided by the caller.

use jiff::civil::Date;

use crate::model::article::Lang;
use crate::model::date::{PartialDate, Precision};
use crate::query::language::ast::{Clause, Direction, Expr, Query, TermScope};
use crate::query::language::date::DateRange;
use crate::query::language::keyword::{Keyword, SortKey};
use crate::query::language::names::Names;
use crate::query::language::number::NumberRange;
use crate::query::language::term::{QueryTerm, TermKind};

/// The pieces of `query`, the order last. Everything asked for gives none.
///
/// `actor: Mustafa al-Kadhimi, 4 spellings`, `published 2020-03-01 to 2020-03-31`, `not source: "Le Monde"`.
#[must_use]
pub fn explain(query: &Query, names: &dyn Names) -> Vec<String> {
    let mut pieces: Vec<String> = query.conjuncts().iter().map(|part| piece(part, names)).collect();
    if !query.sort().is_empty() {
        pieces.push(format!("sorted by {}", joined(query.sort(), ", then ", |sorting| sorting_words(*sorting))));
    }
    pieces
}

fn piece(expr: &Expr, names: &dyn Names) -> String {
    match expr {
        Expr::And(parts) => joined(parts, " and ", |part| inside(part, names)),
        Expr::Or(parts) => joined(parts, " or ", |part| inside(part, names)),
        Expr::Not(inner) => format!("not {}", inside(inner, names)),
        Expr::Term(term) => term_words(term),
        Expr::Clause(clause) => clause_words(clause, names),
        Expr::Saved(saved) => {
            let parts = saved.query.conjuncts();
            let meaning = if parts.is_empty() { "everything".into() } else { joined(parts, ", ", |part| piece(part, names)) };
            format!("@{}: {meaning}", saved.name)
        }
    }
}

/// A part of a larger piece, in parentheses if it has parts itself.
fn inside(expr: &Expr, names: &dyn Names) -> String {
    let words = piece(expr, names);
    if matches!(expr, Expr::And(_) | Expr::Or(_) | Expr::Saved(_)) { format!("({words})") } else { words }
}

fn clause_words(clause: &Clause, names: &dyn Names) -> String {
    match clause {
        Clause::Field(TermScope::Actor, terms) => actors(terms, names),
        Clause::Field(field, terms) => format!("{}: {}", field.key().name(), joined(terms, " or ", term_words)),
        Clause::Lang(codes) => format!("language {}", joined(codes, " or ", |lang| lang_word(*lang))),
        Clause::Month(ranges) => format!("month {}", joined(ranges, " or ", |range| days(*range, Precision::Month))),
        Clause::Date(ranges) => format!("published {}", joined(ranges, " or ", |range| days(*range, Precision::Day))),
        Clause::Event(ranges) => format!("tells of {}", joined(ranges, " or ", |range| days(*range, Precision::Day))),
        Clause::Has(words) => format!("has {}", joined(words, " or ", |word| word.name().into())),
        Clause::Is(words) => format!("is {}", joined(words, " or ", |word| word.name().into())),
        Clause::Words(ranges) => format!("{} words", joined(ranges, " or ", |range| numbers(*range))),
        Clause::Copies(ranges) => format!("its text in {} articles", joined(ranges, " or ", |range| numbers(*range))),
    }
}

/// The candidates of an ambiguous name that are shown.
const SHOWN: usize = 3;

fn actors(terms: &[QueryTerm], names: &dyn Names) -> String {
    let alone = terms.len() == 1;
    let meant = |term: &QueryTerm| match *names.actors(term) {
        [] => term_words(term),
        [actor] if alone => {
            let plural = if names.spellings(actor) == 1 { "" } else { "s" };
            format!("{}, {} spelling{plural}", names.name(actor), names.spellings(actor))
        }
        [actor] => names.name(actor).into(),
        ref several => {
            // Which those are, as far as there is room: a person takes one of them.
            let shown: Vec<&str> = several.iter().take(SHOWN).map(|actor| names.name(*actor)).collect();
            let more = if several.len() > SHOWN { ", …" } else { "" };
            format!("{} named \"{}…\" ({}{more})", several.len(), term.text(), shown.join(", "))
        }
    };
    format!("actor: {}", joined(terms, " or ", meant))
}

fn term_words(term: &QueryTerm) -> String {
    let text = term.text();
    let words = match term.kind() {
        TermKind::Fuzzy => text.into(),
        TermKind::Phrase => format!("\"{text}\""),
        TermKind::Prefix => format!("{text}…"),
        TermKind::Exact => return format!("exactly {text}"),
        TermKind::Regex => format!("/{text}/"),
        TermKind::Near(distance) => format!("\"{text}\" within {distance} words"),
    };
    if term.requires_accents() { format!("{words} with its accents") } else { words }
}

fn lang_word(lang: Lang) -> String {
    if lang == Lang::Unknown { "unknown".into() } else { lang.to_string() }
}

/// The days of `range`, or their months.
fn days(range: DateRange, precision: Precision) -> String {
    let Some(days) = range.days() else { return "never".into() };
    let shown = |date: Date| PartialDate::of(date).at(precision);
    let (first, last) = (shown(days.first), shown(days.last));
    match (days.first == Date::MIN, days.last == Date::MAX) {
        (true, true) => "at any time".into(),
        (true, false) => format!("{last} or earlier"),
        (false, true) => format!("{first} or later"),
        _ if first == last => first.to_string(),
        _ => format!("{first} to {last}"),
    }
}

fn numbers(range: NumberRange) -> String {
    match range.ends() {
        (first, last) if first == last => first.to_string(),
        (first, u32::MAX) => format!("{first} or more"),
        (0, last) => format!("{last} or fewer"),
        (first, last) => format!("{first} to {last}"),
    }
}

fn sorting_words((key, direction): (SortKey, Direction)) -> String {
    let turned = if direction == Direction::Reversed { ", reversed" } else { "" };
    format!("{}{turned}", key.name())
}

fn joined<T>(parts: &[T], by: &str, words: impl Fn(&T) -> String) -> String {
    parts.iter().map(words).collect::<Vec<_>>().join(by)
}
