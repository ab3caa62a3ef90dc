//! What stands after a key, or bare, as what it means: terms, dates, numbers, words of a closed set.
//!
//! One value at a time or a list of them; what holds them together is read by `parse`, the only caller.

use std::borrow::Cow;

use crate::model::article::Lang;
use crate::query::language::ast::{Clause, Direction, TermScope};
use crate::query::language::date::DateRange;
use crate::query::language::error::{Fault, QueryError, Typed};
use crate::query::language::keyword::{Key, Keyword, SortKey};
use crate::query::language::names::Names;
use crate::query::language::number::NumberRange;
use crate::query::language::print::UNKNOWN_LANG;
use crate::query::language::term::{QueryTerm, TermKind, each_unit};
use crate::query::language::token::{QueryToken, QuotedText, TokenKind};
use crate::text::grapheme::elide;
use crate::text::span::Span;
use crate::tr;

/// A key by the name it was typed with, which errors tell it by.
#[derive(Clone, Copy)]
pub(crate) struct TypedKey<'a> {
    /// The key.
    pub key: Key,
    /// Its name, without the colon.
    pub name: &'a str,
}

/// The clause of `key` with `values`; `None` for `sort:`, which is none.
pub(crate) fn clause(key: TypedKey<'_>, values: &[QueryToken<'_>], names: &dyn Names) -> Result<Option<Clause>, QueryError> {
    let field = |field| each(values, term).map(|terms| Clause::Field(field, terms));
    let ranges = || each(values, |value| read(key, value, DateRange::read));
    let clause = match key.key {
        Key::Title => field(TermScope::Title),
        Key::Text => field(TermScope::Text),
        Key::Comment => field(TermScope::Comment),
        Key::Source => field(TermScope::Source),
        Key::Author => field(TermScope::Author),
        Key::File => field(TermScope::File),
        Key::Noted(property) => field(TermScope::Noted(property)),
        Key::Tag => each(values, |value| term(without_sign(value))).map(|terms| Clause::Field(TermScope::Tag, terms)),
        Key::Actor => each(values, |value| actor(value, names)).map(|terms| Clause::Field(TermScope::Actor, terms)),
        Key::Lang => each(values, |value| lang(key, value)).map(Clause::Lang),
        Key::Month => ranges().map(Clause::Month),
        Key::Date => ranges().map(Clause::Date),
        Key::Event => ranges().map(Clause::Event),
        Key::Has => each(values, |value| keyword(key, value)).map(Clause::Has),
        Key::Is => each(values, |value| keyword(key, value)).map(Clause::Is),
        Key::Agency => field(TermScope::Agency),
        Key::Story => field(TermScope::Story),
        Key::Copies => each(values, |value| read(key, value, NumberRange::read)).map(Clause::Copies),
        Key::Words => each(values, |value| read(key, value, NumberRange::read)).map(Clause::Words),
        Key::Sort => return Ok(None),
    };
    clause.map(Some)
}

/// A tag as it is kept: `#strike`, as tags are shown, is the tag `strike`.
fn without_sign(value: QueryToken<'_>) -> QueryToken<'_> {
    let bare = |text: &str| text.starts_with('#') && !text.trim_start_matches('#').is_empty();
    match value.kind {
        TokenKind::Word(word) if bare(word) => {
            let span = Span::new(value.span.first() + 1, value.span.after());
            QueryToken { kind: TokenKind::Word(word.trim_start_matches('#')), span }
        }
        TokenKind::Quoted(quoted) if bare(quoted.inner) => {
            let quoted = QuotedText { inner: quoted.inner.trim_start_matches('#'), ..quoted };
            QueryToken { kind: TokenKind::Quoted(quoted), ..value }
        }
        _ => value,
    }
}

/// The values of `sort:`.
pub(crate) fn sorting(key: TypedKey<'_>, values: &[QueryToken<'_>]) -> Result<Vec<(SortKey, Direction)>, QueryError> {
    each(values, |value| match value.kind {
        TokenKind::Word(word) if word.starts_with('-') => {
            let (span, word) = (Span::new(value.span.first() + 1, value.span.after()), word.trim_start_matches('-'));
            if word.is_empty() {
                return Err(QueryError::open(span, tr!("nothing after -")));
            }
            keyword(key, QueryToken { kind: TokenKind::Word(word), span }).map(|order| (order, Direction::Reversed))
        }
        _ => keyword(key, value).map(|order| (order, Direction::Natural)),
    })
}

/// The term that a word, a text in quotation marks or a regular expression is.
pub(crate) fn term(value: QueryToken<'_>) -> Result<QueryTerm, QueryError> {
    match value.kind {
        TokenKind::Quoted(quoted) => quoted_term(quoted, value.span),
        TokenKind::Regex { closed: false, .. } => Err(QueryError::open(value.span, tr!("unclosed regex"))),
        TokenKind::Regex { pattern: "", .. } => Err(QueryError::open(value.span, tr!("nothing between the slashes"))),
        TokenKind::Regex { pattern, .. } => QueryTerm::regex(pattern).map_err(|message| QueryError::wrong(value.span, message)),
        TokenKind::Word(word) => word_term(word, value.span),
        _ => Err(QueryError::wrong(value.span, tr!("a word is missing"))),
    }
}

fn word_term(word: &str, span: Span) -> Result<QueryTerm, QueryError> {
    let missing = || QueryError::open(span, tr!("a word is missing"));
    if let Some(exact) = word.strip_prefix('=') {
        return QueryTerm::exact(exact).ok_or_else(|| QueryError::open(span, tr!("nothing after =")));
    }
    match word.split_once('*') {
        None => QueryTerm::words(word).ok_or_else(missing),
        Some(("", "")) => Err(QueryError::wrong(span, tr!("nothing before *"))),
        Some((head, "")) => QueryTerm::prefix(head).ok_or_else(missing),
        Some(_) => Err(QueryError::wrong(span, tr!("* stands only at the end of a word"))),
    }
}

fn quoted_term(quoted: QuotedText<'_>, span: Span) -> Result<QueryTerm, QueryError> {
    if !quoted.closed {
        return Err(QueryError::open(span, tr!("unclosed quote")));
    }
    let text = unescaped(quoted);
    let term = match (quoted.exact, quoted.suffix) {
        (true, "") => QueryTerm::exact(&text),
        (true, _) => return Err(QueryError::wrong(span, tr!("what is exact takes no {suffix}", suffix = quoted.suffix))),
        (false, "") => QueryTerm::phrase(&text),
        (false, "*") => QueryTerm::prefix(&text),
        (false, "~") => return Err(QueryError::open(span, tr!("nothing after ~, such as 5 words"))),
        (false, near) => match near.trim_start_matches('~').parse() {
            Ok(distance @ 1..) => QueryTerm::near(&text, distance),
            _ => return Err(QueryError::wrong(span, tr!("words are near within 1 to 255 words"))),
        },
    };
    term.ok_or_else(|| QueryError::open(span, tr!("nothing between the quotes")))
}

/// What stands between the marks, with `\"` as `"` and `\\` as `\`.
pub(crate) fn unescaped(quoted: QuotedText<'_>) -> Cow<'_, str> {
    if !quoted.inner.contains('\\') {
        return Cow::Borrowed(quoted.inner);
    }
    let mut plain = String::with_capacity(quoted.inner.len());
    each_unit(quoted.inner, |unit| {
        let escaped = unit.strip_prefix('\\').filter(|c| *c == "\\" || c.starts_with(quoted.mark));
        plain.push_str(escaped.unwrap_or(unit));
    });
    Cow::Owned(plain)
}

fn actor(value: QueryToken<'_>, names: &dyn Names) -> Result<QueryTerm, QueryError> {
    let term = term(value)?;
    if matches!(term.kind(), TermKind::Near(_)) {
        return Err(QueryError::wrong(value.span, tr!("actor: takes a name, not words near each other")));
    }
    if names.knows(&term) {
        return Ok(term);
    }
    let nearest = names.nearest(term.text()).map(|name| tr!("; nearest: {name}", name)).unwrap_or_default();
    Err(QueryError::wrong(value.span, tr!("no actor is known as {text}{nearest}", text = Typed(term.text()), nearest)))
}

fn lang(key: TypedKey<'_>, value: QueryToken<'_>) -> Result<Lang, QueryError> {
    let (text, _) = plain(key, value)?;
    match Lang::parse(&text) {
        Lang::Unknown if text.eq_ignore_ascii_case(UNKNOWN_LANG) => Ok(Lang::Unknown),
        Lang::Unknown => {
            let message = tr!("{text} is no language code, such as fr", text = Typed(&text));
            let could_be = text.len() < 2 || UNKNOWN_LANG.starts_with(&*text);
            Err(if could_be { QueryError::open(value.span, message) } else { QueryError::wrong(value.span, message) })
        }
        known => Ok(known),
    }
}

fn keyword<K: Keyword>(key: TypedKey<'_>, value: QueryToken<'_>) -> Result<K, QueryError> {
    let (text, _) = plain(key, value)?;
    if let Some(word) = K::read(&text) {
        return Ok(word);
    }
    let all = || K::ALL.iter().map(|word| word.name()).collect::<Vec<_>>().join(", ");
    let meant = K::nearest(&text)
        .map_or_else(|| tr!("; it knows {names}", names = all()), |word| tr!("; did you mean {name}?", name = word.name()));
    // What it knows is of more use than all of what was typed.
    let message = tr!("{name}: knows no {text}{meant}", name = key.name, text = Typed(&elide(&text, 20)), meant);
    let begun = K::ALL.iter().any(|word| word.name().starts_with(&*text));
    Err(if begun { QueryError::open(value.span, message) } else { QueryError::wrong(value.span, message) })
}

fn read<T>(key: TypedKey<'_>, value: QueryToken<'_>, read: fn(&str) -> Result<T, Fault>) -> Result<T, QueryError> {
    let (text, offset) = plain(key, value)?;
    read(&text).map_err(|fault| match offset {
        Some(offset) => fault.at(offset),
        None => QueryError { span: value.span, ..fault.at(0) },
    })
}

/// The text of a value that is no term, and where it begins if it stands there letter by letter.
fn plain<'a>(key: TypedKey<'_>, value: QueryToken<'a>) -> Result<(Cow<'a, str>, Option<usize>), QueryError> {
    match value.kind {
        TokenKind::Word(word) => Ok((Cow::Borrowed(word), Some(value.span.first()))),
        TokenKind::Quoted(quoted) if !quoted.closed => Err(QueryError::open(value.span, tr!("unclosed quote"))),
        TokenKind::Quoted(quoted) if !quoted.exact && quoted.suffix.is_empty() => Ok((unescaped(quoted), None)),
        TokenKind::Quoted(_) => Err(QueryError::wrong(value.span, tr!("{name}: takes no = * or ~ with quotes", name = key.name))),
        _ => Err(QueryError::wrong(value.span, tr!("{name}: takes no regex", name = key.name))),
    }
}

fn each<'a, T>(values: &[QueryToken<'a>], read: impl Fn(QueryToken<'a>) -> Result<T, QueryError>) -> Result<Vec<T>, QueryError> {
    values.iter().map(|value| read(*value)).collect()
}
