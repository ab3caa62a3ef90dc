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
use crate::query::language::names::{Names, OutletLeftOut};
use crate::query::language::number::NumberRange;
use crate::query::language::term::{QueryTerm, TermKind};
use crate::tr;

/// The pieces of `query`, the order last. Everything asked for gives none.
///
/// `actor: Mustafa al-Kadhimi, 4 spellings`, `published 2020-03-01 to 2020-03-31`, `not source: "Le Monde"`.
#[must_use]
pub fn explain(query: &Query, names: &dyn Names) -> Vec<String> {
    let mut pieces: Vec<String> = query.conjuncts().iter().map(|part| piece(part, names)).collect();
    if !query.sort().is_empty() {
        pieces.push(tr!("sorted by {keys}", keys = joined(query.sort(), tr!(", then "), |sorting| sorting_words(*sorting))));
    }
    pieces
}

fn piece(expr: &Expr, names: &dyn Names) -> String {
    match expr {
        Expr::And(parts) => joined(parts, tr!(" and "), |part| inside(part, names)),
        Expr::Or(parts) => joined(parts, tr!(" or "), |part| inside(part, names)),
        Expr::Not(inner) => tr!("not {words}", words = inside(inner, names)),
        Expr::Term(term) => term_words(term),
        Expr::Clause(clause) => clause_words(clause, names),
        Expr::Saved(saved) => {
            let parts = saved.query.conjuncts();
            let meaning =
                if parts.is_empty() { tr!("everything").into() } else { joined(parts, ", ", |part| piece(part, names)) };
            tr!("@{name}: {meaning}", name = saved.name, meaning)
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
        Clause::Field(TermScope::Source, terms) => {
            tr!("{key}: {words}", key = "source", words = joined(terms, tr!(" or "), |term| outlet_words(term, names)))
        }
        Clause::Field(field, terms) => {
            tr!("{key}: {words}", key = field.key().name(), words = joined(terms, tr!(" or "), term_words))
        }
        Clause::Lang(codes) => tr!("language {lang}", lang = joined(codes, tr!(" or "), |lang| lang_word(*lang))),
        Clause::Month(ranges) => {
            tr!("month {range}", range = joined(ranges, tr!(" or "), |range| days(*range, Precision::Month)))
        }
        Clause::Date(ranges) => {
            tr!("published {range}", range = joined(ranges, tr!(" or "), |range| days(*range, Precision::Day)))
        }
        Clause::Event(ranges) => {
            tr!("mentions {range}", range = joined(ranges, tr!(" or "), |range| days(*range, Precision::Day)))
        }
        Clause::Has(words) => tr!("has {words}", words = joined(words, tr!(" or "), |word| word.name().into())),
        Clause::Is(words) => tr!("is {words}", words = joined(words, tr!(" or "), |word| word.name().into())),
        Clause::Words(ranges) => tr!("{range} words", range = joined(ranges, tr!(" or "), |range| numbers(*range))),
        Clause::Copies(ranges) => {
            tr!("its text in {range} articles", range = joined(ranges, tr!(" or "), |range| numbers(*range)))
        }
    }
}

/// The candidates of an ambiguous name that are shown.
const SHOWN: usize = 3;

fn actors(terms: &[QueryTerm], names: &dyn Names) -> String {
    let alone = terms.len() == 1;
    let meant = |term: &QueryTerm| match *names.actors(term) {
        [] => term_words(term),
        [actor] if alone => {
            let actor_name = names.name(actor);
            tr!("{name}, {n} spelling" | "{name}, {n} spellings", n = names.spellings(actor), name = actor_name)
        }
        [actor] => names.name(actor).into(),
        ref several => {
            // Which those are, as far as there is room: a person takes one of them.
            let shown: Vec<&str> = several.iter().take(SHOWN).map(|actor| names.name(*actor)).collect();
            let more = if several.len() > SHOWN { ", …" } else { "" };
            tr!(
                "{count} named \"{text}…\" ({names}{more})",
                count = several.len(),
                text = term.text(),
                names = shown.join(", "),
                more
            )
        }
    };
    tr!("actor: {names}", names = joined(terms, tr!(" or "), meant))
}

/// An outlet; what its name leaves out is told, since who asks for `fox` may mean Fox News as well.
fn outlet_words(term: &QueryTerm, names: &dyn Names) -> String {
    let Some(OutletLeftOut { meant, others }) = names.left_out(term) else { return term_words(term) };
    let more = if others.len() > SHOWN { ", …" } else { "" };
    let shown: Vec<String> = others.iter().take(SHOWN).map(|(name, articles)| format!("{name} ({articles})")).collect();
    let others = format!("{}{more}", shown.join(", "));
    if term.text().contains(char::is_whitespace) {
        tr!("{meant} alone, not {others}", meant, others)
    } else {
        tr!("{meant} alone, not {others}; {text}* has all", meant, others, text = term.text())
    }
}

fn term_words(term: &QueryTerm) -> String {
    let text = term.text();
    let words = match term.kind() {
        TermKind::Fuzzy => text.into(),
        TermKind::Phrase => format!("\"{text}\""),
        TermKind::Prefix => format!("{text}…"),
        TermKind::Exact => return tr!("exactly {text}", text),
        TermKind::Regex => format!("/{text}/"),
        TermKind::Near(distance) => tr!("\"{text}\" within {distance} words", text, distance),
    };
    if term.requires_accents() { tr!("{words} with its accents", words) } else { words }
}

fn lang_word(lang: Lang) -> String {
    if lang == Lang::Unknown { tr!("unknown").into() } else { lang.to_string() }
}

/// The days of `range`, or their months.
fn days(range: DateRange, precision: Precision) -> String {
    let Some(days) = range.days() else { return tr!("never").into() };
    let shown = |date: Date| PartialDate::of(date).at(precision);
    let (first, last) = (shown(days.first), shown(days.last));
    match (days.first == Date::MIN, days.last == Date::MAX) {
        (true, true) => tr!("at any time").into(),
        (true, false) => tr!("{last} or earlier", last),
        (false, true) => tr!("{first} or later", first),
        _ if first == last => first.to_string(),
        _ => tr!("{first} to {last}", first, last),
    }
}

fn numbers(range: NumberRange) -> String {
    match range.ends() {
        (first, last) if first == last => first.to_string(),
        (first, u32::MAX) => tr!("{first} or more", first),
        (0, last) => tr!("{last} or fewer", last),
        (first, last) => tr!("{first} to {last}", first, last),
    }
}

fn sorting_words((key, direction): (SortKey, Direction)) -> String {
    let turned = if direction == Direction::Reversed { tr!(", reversed") } else { "" };
    format!("{}{turned}", key.name())
}

fn joined<T>(parts: &[T], by: &str, words: impl Fn(&T) -> String) -> String {
    parts.iter().map(words).collect::<Vec<_>>().join(by)
}
