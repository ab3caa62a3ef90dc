//! The plain form of a text: what is left when white space and typography no longer count, with the way back.
//!
//! It is finer than `text::fold`, which forgives case and accents too: a changed accent is a change, a curly apostrophe is none.
//! Called by everything here that compares words.

use unicode_normalization::char::{canonical_combining_class, decompose_canonical};

use crate::text::grapheme;
use crate::text::span::Span;

/// A text as symbols to compare, one code point each, and the byte each of them came from.
///
/// Runs of white space are one space, and none before `;:!?%»` and behind `«`; soft hyphens, joiners and marks of direction are left
/// out; quotation marks, apostrophes, dashes, the ellipsis and typographic ligatures have one form; letters are decomposed (NFD).
#[derive(Clone, Debug, Default)]
pub struct Plain {
    symbols: Vec<u32>,
    at: Vec<u32>,
    /// The symbols that are the first of their line.
    heads: Vec<u32>,
    is_glued: bool,
    is_head: bool,
    gap: Option<u32>,
}

impl Plain {
    /// The plain form of `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut plain = Self { is_head: true, ..Self::default() };
        plain.symbols.reserve(text.len());
        plain.at.reserve(text.len());
        for (at, c) in text.char_indices() {
            plain.take(Span::new(at, at).start, c);
        }
        plain
    }

    /// The symbols: code points.
    #[must_use]
    pub fn symbols(&self) -> &[u32] {
        &self.symbols
    }

    /// The symbols that begin a line, in order; the first of all is one.
    #[must_use]
    pub fn heads(&self) -> &[u32] {
        &self.heads
    }

    /// How many symbols stand before the byte `offset` of the text.
    #[must_use]
    pub fn before(&self, offset: usize) -> usize {
        self.at.partition_point(|at| (*at as usize) < offset)
    }

    /// Where the symbols from `start` to `end` stand in `text`, which this is the plain form of, on grapheme boundaries.
    #[must_use]
    pub fn source(&self, text: &str, start: usize, end: usize) -> Span {
        let first = self.at.get(start).map_or(text.len(), |at| *at as usize);
        let Some(last) = end.checked_sub(1).filter(|last| *last >= start).and_then(|last| self.at.get(last)) else {
            let here = grapheme::floor(text, first);
            return Span::new(here, here);
        };
        Span::new(grapheme::floor(text, first), grapheme::next(text, *last as usize))
    }

    fn take(&mut self, at: u32, c: char) {
        match c {
            '!' | ';' | ':' | '?' | '%' => self.close(at, c),
            ' ' => self.gap = self.gap.or(Some(at)),
            '\n' => {
                self.is_head = true;
                self.gap = self.gap.or(Some(at));
            }
            '\0'..='~' if !c.is_ascii_whitespace() => self.push(at, c),
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => {}
            '«' => {
                self.push(at, '"');
                self.is_glued = true;
            }
            '»' => self.close(at, '"'),
            '“'..='‟' => self.push(at, '"'),
            '‘'..='‛' | 'ʼ' | '′' | '´' | '‹' | '›' => self.push(at, '\''),
            '‐'..='―' | '−' => self.push(at, '-'),
            '…' => (0..3).for_each(|_| self.push(at, '.')),
            'ﬀ'..='ﬆ' => self.spread(at, c),
            _ if c.is_whitespace() => self.gap = self.gap.or(Some(at)),
            _ => decompose_canonical(c, |part| self.push(at, part)),
        }
    }

    /// A sign that French puts white space before, and English none.
    fn close(&mut self, at: u32, c: char) {
        self.gap = None;
        self.push(at, c);
    }

    fn push(&mut self, at: u32, c: char) {
        if let Some(gap) = self.gap.take().filter(|_| !self.is_glued && !self.symbols.is_empty()) {
            self.symbols.push(' '.into());
            self.at.push(gap);
        }
        self.is_glued = false;
        if std::mem::take(&mut self.is_head) {
            self.heads.push(u32::try_from(self.symbols.len()).unwrap_or(u32::MAX));
        }
        self.symbols.push(c.into());
        self.at.push(at);
        if !c.is_ascii() {
            self.order();
        }
    }

    /// Brings a mark that was just pushed before those of a higher class, as the canonical order has it.
    fn order(&mut self) {
        let class = |symbol: u32| char::from_u32(symbol).map_or(0, canonical_combining_class);
        let mut last = self.symbols.len().saturating_sub(1);
        while let Some(before) = last.checked_sub(1) {
            let (a, b) = (class(self.symbols[before]), class(self.symbols[last]));
            if b == 0 || a <= b {
                return;
            }
            self.symbols.swap(before, last);
            last = before;
        }
    }

    fn spread(&mut self, at: u32, ligature: char) {
        let letters = match ligature {
            'ﬀ' => "ff",
            'ﬁ' => "fi",
            'ﬂ' => "fl",
            'ﬃ' => "ffi",
            'ﬄ' => "ffl",
            _ => "st",
        };
        letters.chars().for_each(|letter| self.push(at, letter));
    }
}

/// Whether two texts are the same words but for white space and typography.
#[must_use]
pub fn is_same(a: &str, b: &str) -> bool {
    a == b || Plain::of(a).symbols == Plain::of(b).symbols
}

#[cfg(test)]
mod tests {
    use super::{Plain, is_same};
    use crate::text::span::Span;

    #[test]
    fn typography_is_no_difference_and_letters_are() {
        assert!(is_same("« L’État », dit-il\u{A0}: 12\u{202F}% …", "\"L'E\u{301}tat\", dit-il: 12% ..."));
        assert!(is_same("con\u{AD}ﬂit\nde  longue\r\n\r\ndurée – ici", "conflit de longue durée - ici"));
        assert!(is_same("q\u{307}\u{323}", "q\u{323}\u{307}"));
        for (a, b) in
            [("État", "Etat"), ("État", "état"), ("3.5", "3. 5"), ("non", "nom"), ("10²", "102"), ("therapist", "the rapist")]
        {
            assert!(!is_same(a, b), "{a} {b}");
        }
    }

    #[test]
    fn symbols_lead_back_to_whole_graphemes() {
        let text = "Ah\u{A0}! «\u{A0}E\u{301}tat\u{A0}»";
        let plain = Plain::of(text);
        assert_eq!(plain.symbols().iter().filter_map(|c| char::from_u32(*c)).collect::<String>(), "Ah! \"E\u{301}tat\"");
        assert_eq!(plain.source(text, 5, 6).of(text), "E\u{301}");
        assert_eq!(plain.source(text, 5, 9).of(text), "E\u{301}ta");
        assert_eq!(plain.before(text.len()), plain.symbols().len());
        assert_eq!(plain.source(text, 99, 99), Span::new(text.len(), text.len()));
    }
}
