//! A user's regular expression, compiled so that it can blow up neither memory nor time, and run over bytes.
//!
//! Classes know Unicode, `\b` and `\B` know ASCII letters only: with Unicode they would be some thirty times slower.

use std::ops::Range;

use memchr::{memchr, memrchr};
use regex::bytes::{Regex, RegexBuilder};

use crate::query::matching::pattern::walk::{letter_end, letter_start, starts_char};

/// Bytes a compiled expression may take: hundreds of words or a few large classes, compiled within some milliseconds.
const PROGRAM: usize = 1 << 20;
/// Bytes of states kept while searching; beyond it the search grows slower, not larger.
const STATES: usize = 4 << 20;
/// Groups within groups.
const NESTING: u32 = 64;

/// An expression to look for.
#[derive(Clone, Debug)]
pub struct Expression {
    regex: Regex,
}

impl Expression {
    /// Compiles `text`. Case counts when a capital letter was typed.
    ///
    /// # Errors
    ///
    /// When `text` is no expression or one that is too large.
    pub fn new(text: &str) -> Result<Self, regex::Error> {
        let regex = RegexBuilder::new(&with_ascii_boundaries(text))
            .case_insensitive(!has_capital(text))
            .multi_line(true)
            .size_limit(PROGRAM)
            .dfa_size_limit(STATES)
            .nest_limit(NESTING)
            .build()?;
        Ok(Self { regex })
    }

    /// The next place at `from` or later that is not empty and holds no NUL, as whole letters.
    pub fn find_at(&self, text: &[u8], from: usize) -> Option<Range<usize>> {
        let mut from = from;
        while from < text.len() {
            let start = memrchr(0, text.get(..from)?).map_or(0, |nul| nul + 1);
            let end = memchr(0, text.get(from..)?).map_or(text.len(), |nul| from + nul);
            let body = text.get(start..end)?;
            if let Some(found) = self.in_body(body, from - start) {
                return Some(start + found.start..start + found.end);
            }
            from = end + 1;
        }
        None
    }

    fn in_body(&self, body: &[u8], from: usize) -> Option<Range<usize>> {
        let mut at = from;
        while at <= body.len() {
            let found = self.regex.find_at(body, at)?;
            if found.is_empty() {
                at = found.end() + 1;
                continue;
            }
            let place = letter_start(body, char_start(body, found.start()))..letter_end(body, char_end(body, found.end()));
            if place.start >= from {
                return Some(place);
            }
            at = place.end;
        }
        None
    }
}

fn char_start(body: &[u8], at: usize) -> usize {
    (at.saturating_sub(3)..=at).rev().find(|at| body.get(*at).is_some_and(|byte| starts_char(*byte))).unwrap_or(at)
}

fn char_end(body: &[u8], end: usize) -> usize {
    (end..body.len().min(end + 3))
        .find(|at| body.get(*at).is_some_and(|byte| starts_char(*byte)))
        .unwrap_or_else(|| body.len().min(end + 3))
}

/// Whether a capital letter is among the letters that stand for themselves.
fn has_capital(text: &str) -> bool {
    let mut escaped = false;
    text.chars().any(|c| {
        let literal = !std::mem::take(&mut escaped);
        escaped = literal && c == '\\';
        literal && c.is_uppercase()
    })
}

/// `text` with the word boundaries outside of classes made those of ASCII.
fn with_ascii_boundaries(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut chars, mut depth) = (text.chars().peekable(), 0_usize);
    while let Some(c) = chars.next() {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let Some(escaped) = chars.next_if(|_| c == '\\') else {
            out.push(c);
            continue;
        };
        let boundary = depth == 0 && matches!(escaped, 'b' | 'B' | '<' | '>');
        if !boundary {
            out.extend([c, escaped]);
            continue;
        }
        out.push_str("(?-u:\\");
        out.push(escaped);
        // `\b{start}` and its kin are one boundary.
        if escaped == 'b' && chars.peek() == Some(&'{') {
            for part in chars.by_ref() {
                out.push(part);
                if part == '}' {
                    break;
                }
            }
        }
        out.push(')');
    }
    out
}
