//! Sanitizing: what must never reach the screen, the clipboard or an export is taken out of a text, once, at ingest.
//!
//! It cleans characters, not prose: furniture and blank lines are the business of ingest, its one caller.

mod class;
mod escape;

use std::borrow::Cow;

use crate::text::sanitize::class::{Class, class, joins, selects};
use crate::text::sanitize::escape::escape_len;

/// Marks kept on one base. Vietnamese, pointed Hebrew and Tibetan stacks stay well below; text made to overrun its lines does not.
const MARKS_PER_BASE: usize = 8;

/// Takes terminal escape sequences, control characters and invisible format characters out of `text`.
///
/// - Escape sequences of ISO 6429 go whole, in their 7-bit and 8-bit forms. A control string that is not closed within its line
///   and 4 KiB loses its introducer alone, so that a stray byte cannot swallow the text after it.
/// - CR LF, CR, NEL, VT, FF, U+2028 and U+2029 become line feeds. A gap that holds a tab becomes one space, spaces of a given
///   width become plain ones; U+00A0 and U+202F stay and U+2007 becomes U+00A0.
/// - Controls, bidi controls, interlinear annotation marks, zero-width spaces, soft hyphens, fillers, tags and noncharacters go.
/// - Joiners and variation selectors stay where they shape a grapheme or a cursive word; at most eight marks stay on a base.
///
/// A clean text comes back as it is, and sanitizing twice is sanitizing once.
#[must_use]
pub fn sanitize(text: &str) -> Cow<'_, str> {
    match clean_len(text) {
        clean if clean == text.len() => Cow::Borrowed(text),
        clean => scan(text, clean),
    }
}

/// Sanitizes a text that is known to be clean up to `clean`.
fn scan(text: &str, clean: usize) -> Cow<'_, str> {
    let mut scan = Scan { text, at: clean, kept_from: 0, out: String::new(), marks: 0 };
    while scan.step() {}
    scan.finish()
}

/// A walk over `text` that copies only from the first change on.
struct Scan<'a> {
    text: &'a str,
    at: usize,
    /// Where the part begins that was found clean but not yet copied.
    kept_from: usize,
    out: String,
    /// Marks, joiners and selectors since the last base.
    marks: usize,
}

impl<'a> Scan<'a> {
    /// Handles the plain characters at hand and what follows them; false at the end.
    fn step(&mut self) -> bool {
        let plain = plain_len(self.rest().as_bytes());
        if plain > 0 {
            self.at += plain;
            self.marks = 0;
        }
        let Some(c) = self.rest().chars().next() else { return false };
        let len = c.len_utf8();
        if c == '\t' {
            let gap = self.rest().bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
            let space = if self.last() == Some(' ') { "" } else { " " };
            self.replace(gap, space);
            return true;
        }
        let class = class(c);
        match class {
            Class::Dropped => self.replace(escape_len(self.rest()).unwrap_or(len), ""),
            Class::LineEnd => self.replace(if self.rest().starts_with("\r\n") { 2 } else { len }, "\n"),
            Class::Space => self.replace(len, " "),
            Class::NoBreakSpace => self.replace(len, "\u{A0}"),
            Class::Kept => {
                self.at += len;
                self.marks = 0;
            }
            Class::Mark | Class::Joiner | Class::Selector if self.marks < MARKS_PER_BASE && self.fits(c, class) => {
                self.at += len;
                self.marks += 1;
            }
            Class::Mark | Class::Joiner | Class::Selector => self.replace(len, ""),
        }
        true
    }

    /// Whether `c`, which needs company, has it.
    fn fits(&self, c: char, class: Class) -> bool {
        match (class, self.last()) {
            (Class::Joiner, Some(last)) => joins(last, self.rest().chars().nth(1)),
            (Class::Selector, Some(last)) => selects(last, c),
            (Class::Joiner | Class::Selector, None) => false,
            _ => true,
        }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn pending(&self) -> &'a str {
        self.text.get(self.kept_from..self.at).unwrap_or_default()
    }

    /// The last character that stays.
    fn last(&self) -> Option<char> {
        self.pending().chars().next_back().or_else(|| self.out.chars().next_back())
    }

    fn replace(&mut self, len: usize, by: &str) {
        if !by.is_empty() {
            self.marks = 0;
        }
        self.out.push_str(self.pending());
        self.out.push_str(by);
        self.at += len;
        self.kept_from = self.at;
    }

    fn finish(mut self) -> Cow<'a, str> {
        if self.kept_from == 0 {
            return Cow::Borrowed(self.text);
        }
        self.out.push_str(self.pending());
        Cow::Owned(self.out)
    }
}

/// How many bytes at the head of `text` hold nothing but characters that are kept whatever stands around them, as nearly all
/// texts do to their end. It looks at many bytes at once, and one by one only at those among them that need it.
fn clean_len(text: &str) -> usize {
    const LANES: usize = 32;
    let bytes = text.as_bytes();
    // Printable ASCII, line feeds, and U+00C0 to U+02FF.
    let plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\n' | 0x80..=0xBF | 0xC3..=0xCB);
    let all_plain = |lanes: &[u8]| lanes.iter().fold(true, |all, byte| all & plain(*byte));
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let lanes = rest.get(..LANES).unwrap_or(rest);
        if all_plain(lanes) {
            at += lanes.len();
            continue;
        }
        let end = at + lanes.len();
        while at < end {
            at += match bytes.get(at..) {
                Some([byte, ..]) if plain(*byte) => 1,
                // U+00A0 to U+00BF but the soft hyphen, which goes.
                Some([0xC2, 0xA0..=0xAC | 0xAE..=0xBF, ..]) => 2,
                // Dashes, quotation marks, bullets and the ellipsis (U+2010 to U+2027), the narrow no-break space, the euro.
                Some([0xE2, 0x80, 0x90..=0xA7 | 0xAF, ..] | [0xE2, 0x82, 0xAC, ..]) => 3,
                _ => return at,
            };
        }
    }
    at
}

/// How many bytes at the head are printable ASCII, line feeds or letters of Latin-1, which are nearly all of a French text.
fn plain_len(bytes: &[u8]) -> usize {
    let mut at = 0;
    loop {
        match bytes.get(at..) {
            Some([b' '..=b'~' | b'\n', ..]) => at += 1,
            Some([0xC3, _, ..]) => at += 2,
            _ => return at,
        }
    }
}

#[cfg(test)]
mod tests;
