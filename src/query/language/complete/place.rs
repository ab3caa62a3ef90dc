//! Where the cursor stands in a query that is being typed, and what of it is typed so far.
//!
//! It knows the language and no values; `complete` has the offers.

use std::borrow::Cow;

use crate::query::language::date::DateRange;
use crate::query::language::keyword::Key;
use crate::query::language::token::{QueryToken, TokenKind, tokens};
use crate::query::language::value::unescaped;
use crate::text::span::Span;

/// What is being typed.
pub(super) struct CursorContext<'a> {
    /// What it is one of.
    pub asked: OfferKind,
    /// What a choice replaces.
    pub span: Span,
    /// What is typed of it, up to the cursor.
    pub typed: Cow<'a, str>,
}

/// What can be offered at a place.
pub(super) enum OfferKind {
    /// A key.
    Key,
    /// A saved query.
    Saved,
    /// A value of this key.
    Value(Key),
}

/// What is being typed at `cursor`, a character boundary; `None` where nothing can be offered.
pub(super) fn place(text: &str, cursor: usize) -> Option<CursorContext<'_>> {
    let tokens = tokens(text);
    let after = tokens.partition_point(|token| token.span.first() < cursor);
    let at = after.checked_sub(1)?;
    let (head, token) = (tokens.get(..at)?, tokens.get(at).copied()?);
    if is_due(token, cursor) {
        let next = tokens.get(after).filter(|next| next.span.first() == cursor && next.kind.is_value());
        let span = next.map_or(Span::new(cursor, cursor), |next| next.span);
        let asked = OfferKind::Value(key_of(tokens.get(..after)?)?);
        return Some(CursorContext { asked, span, typed: Cow::Borrowed("") });
    }
    let typed = Some(Span::new(token.span.first(), cursor).of(text)).filter(|_| cursor <= token.span.after())?;
    match token.kind {
        TokenKind::Saved(_) => {
            Some(CursorContext { asked: OfferKind::Saved, span: token.span, typed: Cow::Borrowed(typed.trim_start_matches('@')) })
        }
        kind if kind.is_value() && is_valued(head, token) => value_place(key_of(head)?, token, text, cursor),
        _ => key_place(token, typed),
    }
}

/// Whether a value is due at `cursor` after `token`, of which nothing is typed yet.
fn is_due(token: QueryToken<'_>, cursor: usize) -> bool {
    match token.kind {
        TokenKind::Key(_) => cursor == token.span.after(),
        TokenKind::Comma => true,
        _ => false,
    }
}

/// Whether `token` is a value after `head`, and not a bare word.
fn is_valued(head: &[QueryToken<'_>], token: QueryToken<'_>) -> bool {
    let joined = |last: &QueryToken<'_>| match last.kind {
        TokenKind::Key(_) => last.span.end == token.span.start,
        TokenKind::Comma => true,
        _ => false,
    };
    head.last().is_some_and(joined) || scope(head).is_some()
}

/// The key whose values come after `head`: that of the list, else that before the parentheses around.
fn key_of(head: &[QueryToken<'_>]) -> Option<Key> {
    let mut before = head;
    while let [list @ .., _, QueryToken { kind: TokenKind::Comma, .. }] = before {
        before = list;
    }
    match before.last()?.kind {
        TokenKind::Key(key) => Some(key),
        _ => scope(head),
    }
}

/// The key before the innermost parentheses that are open after `head`, or before those around them.
fn scope(head: &[QueryToken<'_>]) -> Option<Key> {
    let mut closed = 0_usize;
    for (at, token) in head.iter().enumerate().rev() {
        match token.kind {
            TokenKind::Close => closed += 1,
            TokenKind::Open if closed > 0 => closed -= 1,
            TokenKind::Open => match at.checked_sub(1).and_then(|at| head.get(at)) {
                Some(QueryToken { kind: TokenKind::Key(key), span }) if span.end == token.span.start => return Some(*key),
                _ => {}
            },
            _ => {}
        }
    }
    None
}

/// A value that is being typed: of a range the date at the cursor, of a sorting what stands after the `-`.
fn value_place<'a>(key: Key, token: QueryToken<'a>, text: &'a str, cursor: usize) -> Option<CursorContext<'a>> {
    let asked = OfferKind::Value(key);
    match token.kind {
        TokenKind::Word(_) => {
            let typed = Span::new(token.span.first(), cursor).of(text);
            let rest = Span::new(cursor, token.span.after()).of(text);
            let (skipped, end) = match key {
                Key::Month | Key::Date | Key::Event => (DateRange::last_date(typed), rest.find("..").unwrap_or(rest.len())),
                Key::Sort => (usize::from(typed.starts_with('-')), rest.len()),
                _ => (0, rest.len()),
            };
            let span = Span::new(token.span.first() + skipped, cursor + end);
            Some(CursorContext { asked, span, typed: Cow::Borrowed(typed.get(skipped..)?) })
        }
        TokenKind::Quoted(mut quoted) if !quoted.exact => {
            let opening = token.span.first() + opening_len(text, token);
            quoted.inner = quoted.inner.get(..cursor.checked_sub(opening)?.min(quoted.inner.len()))?;
            Some(CursorContext { asked, span: token.span, typed: unescaped(quoted) })
        }
        _ => None,
    }
}

/// The bytes of the mark that opens a text in quotation marks.
fn opening_len(text: &str, token: QueryToken<'_>) -> usize {
    token.span.of(text).chars().next().map_or(0, char::len_utf8)
}

/// A bare word that may become a key.
fn key_place<'a>(token: QueryToken<'a>, typed: &'a str) -> Option<CursorContext<'a>> {
    let is_word = matches!(token.kind, TokenKind::Word(_) | TokenKind::Key(_) | TokenKind::NoKey(_));
    let letters = !typed.is_empty() && typed.bytes().all(|byte| byte.is_ascii_alphabetic());
    (is_word && letters).then_some(CursorContext { asked: OfferKind::Key, span: token.span, typed: Cow::Borrowed(typed) })
}
