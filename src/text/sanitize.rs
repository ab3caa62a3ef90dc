//! Sanitizing: what must never reach the screen, the clipboard or an export is taken out of a text, once, at ingest.
//!
//! It cleans characters, not prose: boilerplate and blank lines are the business of ingest, its one caller.

mod class;
mod escape;

use std::borrow::Cow;

use crate::text::mask::{between, same};
use crate::text::sanitize::class::{CharClass, class, joins, selects};
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
            CharClass::Dropped => self.replace(escape_len(self.rest()).unwrap_or(len), ""),
            CharClass::LineEnd => self.replace(if self.rest().starts_with("\r\n") { 2 } else { len }, "\n"),
            CharClass::Space => self.replace(len, " "),
            CharClass::NoBreakSpace => self.replace(len, "\u{A0}"),
            CharClass::Kept => {
                self.at += len;
                self.marks = 0;
            }
            CharClass::Mark | CharClass::Joiner | CharClass::Selector if self.marks < MARKS_PER_BASE && self.fits(c, class) => {
                self.at += len;
                self.marks += 1;
            }
            CharClass::Mark | CharClass::Joiner | CharClass::Selector => self.replace(len, ""),
        }
        true
    }

    /// Whether `c`, which needs company, has it.
    fn fits(&self, c: char, class: CharClass) -> bool {
        match (class, self.last()) {
            (CharClass::Joiner, Some(last)) => joins(last, self.rest().chars().nth(1)),
            (CharClass::Selector, Some(last)) => selects(last, c),
            (CharClass::Joiner | CharClass::Selector, None) => false,
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

/// The bytes that are looked at together.
const LANES: usize = 64;
/// The bytes behind them that tell which character the last of them begins.
const AHEAD: usize = 2;
/// The bytes of a vector on every machine.
const VECTOR: usize = 16;

/// How many bytes at the head of `text` hold nothing but characters that are kept whatever stands around them, as nearly all
/// texts do to their end. It looks at many bytes at once, a third of the time that looking at each takes.
fn clean_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(window) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        if !is_clean(window) {
            break;
        }
        at += LANES;
    }
    // The rest, one by one, from the head of a character.
    at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let dirty = |(_, c): &(usize, char)| {
        let mut utf8 = [0; 4];
        c.encode_utf8(&mut utf8);
        clean_here(utf8[0], utf8[1], utf8[2]) == 0
    };
    let rest = text.get(at..).unwrap_or_default();
    rest.char_indices().find(dirty).map_or(text.len(), |(offset, _)| at + offset)
}

/// Whether all characters are kept that begin in a window but in its last two bytes. One mask for each lane of a vector is
/// gathered; a single one would be worked out byte by byte.
fn is_clean(window: &[u8; LANES + AHEAD]) -> bool {
    let mut dirty = [0; VECTOR];
    for row in (0..LANES).step_by(VECTOR) {
        for (lane, dirty) in dirty.iter_mut().enumerate() {
            let at = row + lane;
            *dirty |= !clean_here(window[at], window[at + 1], window[at + 2]);
        }
    }
    dirty == [0; VECTOR]
}

/// Whether the byte `here`, with two behind it, begins or continues a character that is kept: a mask.
fn clean_here(here: u8, next: u8, third: u8) -> u8 {
    // Printable ASCII, line feeds, U+00C0 to U+02FF, and the bytes that continue a character.
    let plain = between(here, b' ', b'~') | same(here, b'\n') | between(here, 0xC3, 0xCB) | between(here, 0x80, 0xBF);
    // U+00A0 to U+00BF but the soft hyphen, which goes.
    let latin = same(here, 0xC2) & between(next, 0xA0, 0xBF) & !same(next, 0xAD);
    // Dashes, quotation marks, bullets and the ellipsis (U+2010 to U+2027), the narrow no-break space.
    let general = same(here, 0xE2) & same(next, 0x80) & (between(third, 0x90, 0xA7) | same(third, 0xAF));
    let euro = same(here, 0xE2) & same(next, 0x82) & same(third, 0xAC);
    plain | latin | general | euro
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
