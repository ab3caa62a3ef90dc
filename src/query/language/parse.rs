//! Reads a typed query: tokens in, a [`Query`] or the one thing that is wrong out.
//!
//! ```text
//! any     = all ("OR" all)*                      OR binds looser than AND
//! all     = operand ("AND"? operand)*
//! operand = ("NOT" | "-")* primary
//! primary = "(" any ")" | key ":" values | key ":" "(" any ")" | "@" name | term
//! values  = value ("," value)*
//! ```
//!
//! It reads each token once and nests at most [`MAX_DEPTH`] deep, so that any text is read in time in proportion to it and
//! with a stack that is bounded.

use std::cell::Cell;

use crate::query::language::ast::{Direction, Expr, Query, Saved};
use crate::query::language::error::{ErrorKind, QueryError, Typed};
use crate::query::language::keyword::{Key, Keyword as _, SortKey};
use crate::query::language::names::Names;
use crate::query::language::term::QueryTerm;
use crate::query::language::token::{QueryToken, TokenKind, tokens};
use crate::query::language::value;
use crate::query::language::value::TypedKey;
use crate::text::span::Span;
use crate::tr;

/// How deep parentheses and saved queries may nest.
pub const MAX_DEPTH: usize = 64;
/// How many saved queries one query may rest on: a few that each name two others would be thousands.
const MAX_SAVED: usize = 64;

/// Reads `text`; `names` knows the actors and the saved queries. An empty text asks for everything.
///
/// # Errors
/// The first thing that is wrong, with its place in `text`.
pub fn parse(text: &str, names: &dyn Names) -> Result<Query, QueryError> {
    let outer = Outer { names, trail: None, depth: 0, expanded: &Cell::new(0) };
    read(text, outer).map_err(|error| error.aligned(text))
}

/// What a text that is read has around it.
#[derive(Clone, Copy)]
struct Outer<'a> {
    names: &'a dyn Names,
    /// The saved queries it stands in, the innermost first.
    trail: Option<&'a Trail<'a>>,
    depth: usize,
    /// How many saved queries have been read so far.
    expanded: &'a Cell<usize>,
}

struct Trail<'a> {
    name: &'a str,
    above: Option<&'a Trail<'a>>,
}

fn read(text: &str, outer: Outer<'_>) -> Result<Query, QueryError> {
    let mut parser = Parser { text, tokens: &tokens(text), outer, scope: None, sort: Vec::new() };
    let root = parser.any()?;
    match parser.peek() {
        Some(token) => Err(QueryError::wrong(token.span, tr!("no parenthesis to close"))),
        None => Ok(Query::new(root, parser.sort)),
    }
}

struct Parser<'a> {
    text: &'a str,
    /// The tokens that are left.
    tokens: &'a [QueryToken<'a>],
    outer: Outer<'a>,
    /// The key before the parentheses around.
    scope: Option<TypedKey<'a>>,
    sort: Vec<(SortKey, Direction)>,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<QueryToken<'a>> {
        self.tokens.first().copied()
    }

    fn advance(&mut self) {
        self.tokens = self.tokens.get(1..).unwrap_or_default();
    }

    /// Alternatives, up to a parenthesis or the end; `None` if nothing is there.
    fn any(&mut self) -> Result<Option<Expr>, QueryError> {
        let mut parts = Vec::new();
        let mut or: Option<Span> = None;
        loop {
            let part = self.all()?;
            let next = self.peek().filter(|token| token.kind == TokenKind::Or);
            match (part, or, next) {
                (Some(part), ..) => parts.push(part),
                (None, Some(or), _) => return Err(self.missing(or, tr!("nothing after OR"))),
                (None, None, Some(next)) => return Err(QueryError::wrong(next.span, tr!("nothing before OR"))),
                (None, None, None) => return Ok(None),
            }
            let Some(next) = next else { return Ok(Some(Expr::Or(parts))) };
            or = Some(next.span);
            self.advance();
        }
    }

    /// What must all hold, up to `OR`, a parenthesis or the end; `None` if nothing is there.
    fn all(&mut self) -> Result<Option<Expr>, QueryError> {
        let mut parts = Vec::new();
        let mut and: Option<Span> = None;
        let mut begun = false;
        while let Some(token) = self.peek() {
            match (token.kind, and) {
                (TokenKind::Or | TokenKind::Close, _) => break,
                (TokenKind::And, Some(and)) => return Err(self.missing(and, tr!("nothing after AND"))),
                (TokenKind::And, None) if !begun => return Err(QueryError::wrong(token.span, tr!("nothing before AND"))),
                (TokenKind::And, None) => {
                    and = Some(token.span);
                    self.advance();
                }
                _ => {
                    parts.extend(self.operand()?);
                    (and, begun) = (None, true);
                }
            }
        }
        match and {
            Some(and) => Err(self.missing(and, tr!("nothing after AND"))),
            None => Ok((!parts.is_empty()).then_some(Expr::And(parts))),
        }
    }

    /// A primary with the negations before it; `None` for `sort:`, which may stand anywhere.
    fn operand(&mut self) -> Result<Option<Expr>, QueryError> {
        let mut sign: Option<QueryToken<'_>> = None;
        let mut negated = false;
        while let Some(token) = self.peek().filter(|token| matches!(token.kind, TokenKind::Not | TokenKind::Minus)) {
            self.joined_to(sign, token)?;
            (sign, negated) = (Some(token), !negated);
            self.advance();
        }
        if let Some(next) = self.peek() {
            self.joined_to(sign, next)?;
        }
        let sorts = self.peek().is_some_and(|next| next.kind == TokenKind::Key(Key::Sort));
        match (self.primary()?, sign) {
            (None, Some(sign)) if sorts => {
                Err(QueryError::wrong(sign.span, tr!("sort: cannot be negated; sort:-date turns an order round")))
            }
            (Some(primary), _) if negated => Ok(Some(Expr::Not(Box::new(primary)))),
            (None, Some(sign)) => Err(self.missing(sign.span, tr!("nothing after {text}", text = sign.span.of(self.text)))),
            (primary, _) => Ok(primary),
        }
    }

    /// Fails if a `-` is parted by a space from what it would negate: a dash between words is no negation.
    fn joined_to(&self, sign: Option<QueryToken<'_>>, next: QueryToken<'_>) -> Result<(), QueryError> {
        match sign {
            Some(sign) if sign.kind == TokenKind::Minus && sign.span.end != next.span.start => {
                Err(self.missing(sign.span, tr!("nothing after -")))
            }
            _ => Ok(()),
        }
    }

    fn primary(&mut self) -> Result<Option<Expr>, QueryError> {
        let Some(token) = self.peek() else { return Ok(None) };
        match token.kind {
            TokenKind::Or | TokenKind::And | TokenKind::Close | TokenKind::Not | TokenKind::Minus => Ok(None),
            TokenKind::Open => self.group(token.span).map(Some),
            TokenKind::Comma => Err(QueryError::wrong(token.span, tr!("nothing before the comma"))),
            TokenKind::NoKey(name) => Err(no_key(name, token.span)),
            TokenKind::Key(_) | TokenKind::Saved(_) if self.scope.is_some() => {
                Err(QueryError::wrong(token.span, tr!("a key's parentheses take words, no keys or saved queries")))
            }
            TokenKind::Key(key) => self.clause(TypedKey { key, name: key_name(self.text, token.span) }, token.span),
            TokenKind::Saved(name) => self.saved(name, token.span).map(Some),
            TokenKind::Word(_) | TokenKind::Quoted(_) | TokenKind::Regex { .. } => {
                let value = self.value(token)?;
                match self.scope {
                    Some(key) => self.clause_of(key, &[value]),
                    None => self.term(value).map(Expr::Term).map(Some),
                }
            }
        }
    }

    fn group(&mut self, open: Span) -> Result<Expr, QueryError> {
        self.descend(open)?;
        self.advance();
        let inner = self.any()?;
        self.outer.depth -= 1;
        match (self.peek(), inner) {
            (Some(close), None) => {
                Err(QueryError::wrong(Span { end: close.span.end, ..open }, tr!("nothing between the parentheses")))
            }
            (Some(_), Some(inner)) => {
                self.advance();
                Ok(inner)
            }
            // Whatever follows, the parenthesis is still to be closed.
            (None, _) => Err(QueryError { span: open, kind: ErrorKind::Incomplete, message: tr!("unclosed parenthesis").into() }),
        }
    }

    /// Goes a level deeper, at `span`.
    fn descend(&mut self, span: Span) -> Result<(), QueryError> {
        self.outer.depth += 1;
        if self.outer.depth > MAX_DEPTH { Err(QueryError::wrong(span, tr!("nested too deeply"))) } else { Ok(()) }
    }

    /// What stands after a key: values, or parentheses with values.
    fn clause(&mut self, key: TypedKey<'a>, span: Span) -> Result<Option<Expr>, QueryError> {
        self.advance();
        let mut values = Vec::new();
        let mut before = (span, tr!("nothing after {name}:", name = key.name));
        loop {
            match self.peek().filter(|next| !values.is_empty() || next.span.start == span.end) {
                Some(next) if next.kind.is_value() => values.push(self.value(next)?),
                Some(next) if next.kind == TokenKind::Open && values.is_empty() => return self.scoped(key, next.span),
                _ => return Err(self.missing(before.0, before.1)),
            }
            let Some(comma) = self.peek().filter(|token| token.kind == TokenKind::Comma) else { break };
            before = (comma.span, tr!("nothing after the comma").into());
            self.advance();
        }
        self.clause_of(key, &values)
    }

    /// Parentheses after a key: each value in them belongs to it.
    fn scoped(&mut self, key: TypedKey<'a>, open: Span) -> Result<Option<Expr>, QueryError> {
        if key.key == Key::Sort {
            return Err(QueryError::wrong(open, tr!("sort: takes no parentheses")));
        }
        self.scope = Some(key);
        let inner = self.group(open)?;
        self.scope = None;
        Ok(Some(inner))
    }

    fn clause_of(&mut self, key: TypedKey<'_>, values: &[QueryToken<'_>]) -> Result<Option<Expr>, QueryError> {
        let settled = |error: QueryError| error.settled(self.text);
        let clause = value::clause(key, values, self.outer.names).map_err(settled)?;
        if clause.is_none() {
            let sort = value::sorting(key, values).map_err(settled)?;
            self.sort.extend(sort);
        }
        Ok(clause.map(Expr::Clause))
    }

    /// Takes the value that `token` is. What is joined to a regular expression would have been part of it.
    fn value(&mut self, token: QueryToken<'a>) -> Result<QueryToken<'a>, QueryError> {
        self.advance();
        let joined = || self.peek().filter(|next| next.span.start == token.span.end && next.kind.is_value());
        match (token.kind, joined()) {
            (TokenKind::Regex { .. }, Some(next)) => {
                Err(QueryError::wrong(next.span, tr!("a regex ends at its second /; put what has slashes in quotes")))
            }
            _ => Ok(token),
        }
    }

    fn term(&self, token: QueryToken<'_>) -> Result<QueryTerm, QueryError> {
        value::term(token).map_err(|error| error.settled(self.text))
    }

    /// Reads the saved query `name` in the place of its name.
    fn saved(&mut self, name: &str, span: Span) -> Result<Expr, QueryError> {
        self.advance();
        if name.is_empty() {
            return Err(self.missing(span, tr!("nothing after @")));
        }
        let Some(text) = self.outer.names.saved(name) else {
            let message = tr!("no saved query is named {name}", name = Typed(name));
            return Err(QueryError::open(span, message).settled(self.text));
        };
        let mut trail = std::iter::successors(self.outer.trail, |trail| trail.above);
        if trail.any(|trail| trail.name == name) {
            return Err(QueryError::wrong(span, tr!("@{name} is part of itself", name)));
        }
        if self.outer.expanded.replace(self.outer.expanded.get() + 1) >= MAX_SAVED {
            return Err(QueryError::wrong(span, tr!("too many saved queries in each other")));
        }
        self.descend(span)?;
        let outer = Outer { trail: Some(&Trail { name, above: self.outer.trail }), ..self.outer };
        let query = read(text, outer).map_err(|error| QueryError::wrong(span, tr!("in @{name}: {error}", name, error)))?;
        self.outer.depth -= 1;
        Ok(Expr::Saved(Box::new(Saved { name: name.into(), query })))
    }

    /// Something is missing after the sign at `span`.
    fn missing(&self, span: Span, message: impl Into<String>) -> QueryError {
        QueryError::open(Span { start: span.end, ..span }, message).settled(self.text)
    }
}

/// The name of the key at `span`, as it was typed.
fn key_name(text: &str, span: Span) -> &str {
    span.of(text).trim_end_matches(':')
}

fn no_key(name: &str, span: Span) -> QueryError {
    let meant = Key::nearest(name)
        .map_or(tr!("; put it in quotes to look for it").into(), |key| tr!("; did you mean {name}:?", name = key.name()));
    QueryError::wrong(span, tr!("no key is named {what}{meant}", what = Typed(&format!("{name}:")), meant))
}
