//! Folding: the form of a text in which `État`, `etat` and `ETAT` are one, with a map back to the original.
//!
//! It is for comparing and finding, never for showing. Called by the gazetteer, the date grammar, the search and the filter.

mod letter;

use unicode_normalization::char::is_combining_mark;

use crate::text::fold::letter::{fold_ascii, fold_char};
use crate::text::span::Span;

/// Folds `text`: lower case, no diacritics, plain letters for ligatures, one apostrophe, one dash, one quotation mark.
///
/// Odd spaces become one plain space each, soft hyphens and joiners go. Folding twice is folding once.
///
/// ```
/// use liseuse::text::fold::fold;
/// assert_eq!(fold("L’Œuvre de l’État\u{A0}– « ﬁn »"), "l'oeuvre de l'etat - \" fin \"");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    trace(text, &mut Untraced)
}

/// Appends what [`fold`] makes of one character to `out`, whole characters in UTF-8; nothing when it leaves the character out.
pub fn fold_into(c: char, out: &mut Vec<u8>) {
    fold_char(c, out);
}

/// The head of the folded form of `text`: `least` bytes of it at least, or all when it has fewer.
#[must_use]
pub fn fold_start(text: &str, least: usize) -> String {
    let mut out = Vec::with_capacity(least + 8);
    let mut rest = text;
    while out.len() < least && !rest.is_empty() {
        // Most of a text is runs of ASCII, of which each letter folds to one.
        let run = rest.bytes().take(least - out.len()).take_while(u8::is_ascii).count();
        let (plain, behind) = rest.split_at(run);
        out.extend(plain.bytes().map(fold_ascii));
        let mut chars = behind.chars();
        if run == 0
            && let Some(c) = chars.next()
        {
            fold_char(c, &mut out);
        }
        rest = chars.as_str();
    }
    as_text(out)
}

/// A folded text that knows where each of its bytes came from.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    pieces: Vec<Piece>,
}

/// Folds `text` as [`fold`] does and keeps the map.
#[must_use]
pub fn fold_mapped(text: &str) -> Folded {
    let mut pieces = Pieces(Vec::new());
    let text = trace(text, &mut pieces);
    Folded { text, pieces: pieces.0 }
}

impl Folded {
    /// The graphemes of the original that `folded`, a span of [`Folded::text`], came from.
    ///
    /// A letter is taken with its diacritics, a ligature whole. A span that cuts a character of the folded text is widened.
    #[must_use]
    pub fn original(&self, folded: Span) -> Span {
        let start = self.original_start(self.char_floor(folded.first()));
        if folded.is_empty() {
            return Span::new(start, start);
        }
        Span::new(start, self.original_end(self.char_ceiling(folded.after())))
    }

    fn char_floor(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        (0..=offset).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or_default()
    }

    fn char_ceiling(&self, offset: usize) -> usize {
        (offset..self.text.len()).find(|at| self.text.is_char_boundary(*at)).unwrap_or(self.text.len())
    }

    fn original_start(&self, offset: usize) -> usize {
        let next = self.pieces.partition_point(|piece| piece.folded.first() <= offset);
        match next.checked_sub(1).and_then(|at| self.pieces.get(at)) {
            Some(piece) if piece.folded.holds(offset) => piece.original.first(),
            Some(piece) => piece.original.after() + (offset - piece.folded.after()),
            None => offset,
        }
    }

    fn original_end(&self, offset: usize) -> usize {
        let next = self.pieces.partition_point(|piece| piece.folded.first() < offset);
        match next.checked_sub(1).and_then(|at| self.pieces.get(at)) {
            Some(piece) => piece.original.after() + offset.saturating_sub(piece.folded.after()),
            None => offset,
        }
    }
}

/// A place where folded and original do not run byte by byte: all of `original` became all of `folded`.
/// Between pieces the two run in step, so a text in plain letters needs none.
#[derive(Clone, Copy, Debug)]
struct Piece {
    folded: Span,
    original: Span,
}

/// What [`trace`] tells about each character that is not ASCII, in rising order.
trait Trace {
    fn piece(&mut self, piece: Piece, out: &[u8]);
    fn joins(&mut self, piece: Piece, out: &[u8]);
}

struct Untraced;

impl Trace for Untraced {
    fn piece(&mut self, _: Piece, _: &[u8]) {}
    fn joins(&mut self, _: Piece, _: &[u8]) {}
}

struct Pieces(Vec<Piece>);

impl Trace for Pieces {
    fn piece(&mut self, piece: Piece, out: &[u8]) {
        let one_char = out.get(piece.folded.range()).is_some_and(|bytes| !bytes.iter().skip(1).any(|byte| starts_char(*byte)));
        if piece.folded.len() != piece.original.len() || !one_char {
            self.0.push(piece);
        }
    }

    /// Adds `piece` to the character before it.
    fn joins(&mut self, piece: Piece, out: &[u8]) {
        if let Some(last) = self.0.last_mut().filter(|last| last.original.end == piece.original.start) {
            last.original.end = piece.original.end;
            last.folded.end = piece.folded.end;
            return;
        }
        let before = out.get(..piece.folded.first()).unwrap_or_default();
        // The character before runs in step, so it is as long in the original as in the folded text.
        let len = before.iter().rev().position(|byte| starts_char(*byte)).map_or(0, |at| at + 1);
        let widen = |span: Span| Span::new(span.first().saturating_sub(len), span.after());
        self.0.push(Piece { folded: widen(piece.folded), original: widen(piece.original) });
    }
}

fn starts_char(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

fn trace(text: &str, trace: &mut impl Trace) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let (ascii, _) = rest.split_at(ascii_len(rest));
        out.extend(ascii.iter().map(|byte| fold_ascii(*byte)));
        at += ascii.len();
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        let (from, end) = (out.len(), at + c.len_utf8());
        fold_char(c, &mut out);
        let piece = Piece { folded: Span::new(from, out.len()), original: Span::new(at, end) };
        if from == out.len() || extends(c) || follows_joiner(bytes, at) {
            trace.joins(piece, &out);
        } else {
            trace.piece(piece, &out);
        }
        at = end;
    }
    as_text(out)
}

/// Whole characters went in, so the bytes are UTF-8; the fallback is never taken and costs nothing.
fn as_text(out: Vec<u8>) -> String {
    String::from_utf8(out).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// Whether `c` continues the grapheme before it though folding keeps it.
fn extends(c: char) -> bool {
    c >= '\u{300}' && is_combining_mark(c)
}

fn follows_joiner(bytes: &[u8], at: usize) -> bool {
    bytes.get(at.saturating_sub(3)..at) == Some("\u{200D}".as_bytes())
}

/// How many bytes at the head of `bytes` are ASCII, read eight at a time.
fn ascii_len(bytes: &[u8]) -> usize {
    let mut words = 0;
    for word in bytes.chunks_exact(8) {
        if !word.is_ascii() {
            break;
        }
        words += 8;
    }
    let tail = bytes.get(words..).unwrap_or_default();
    words + tail.iter().position(|byte| !byte.is_ascii()).unwrap_or(tail.len())
}

#[cfg(test)]
mod tests {
    use super::{fold, fold_mapped};
    use crate::text::span::Span;

    fn original_of<'a>(text: &'a str, part: &str) -> &'a str {
        let folded = fold_mapped(text);
        let start = folded.text.find(part).unwrap();
        folded.original(Span::new(start, start + part.len())).of(text)
    }

    #[test]
    fn spellings_of_one_word_fold_to_one_form() {
        for (form, spellings) in [
            ("etat", ["État", "ÉTAT", "E\u{301}tat", "eta\u{AD}t"]),
            ("l'oeuvre", ["L’Œuvre", "l`œuvre", "lʼoeuvre", "l´ŒUVRE"]),
            ("al-sadr", ["al‑Sadr", "Al–Sadr", "ａl−Sadr", "al\u{200D}-Şadr"]),
            ("strasse", ["Straße", "STRASSE", "STRAẞE", "ſtraſſe"]),
            ("isik lodz", ["Işık Łódź", "ISIK\u{A0}LODZ", "İşık\u{202F}łódź", "ışik\u{3000}lodz"]),
            ("محمد", ["مُحَمَّد", "محمد", "مـحـمـد", "ﻣﺤﻤﺪ"]),
        ] {
            for spelling in spellings {
                assert_eq!(fold(spelling), form, "{spelling}");
            }
        }
    }

    #[test]
    fn spaces_are_folded_one_for_one_and_vowel_signs_stay() {
        assert_eq!(fold("a\u{A0} \u{2009}b\nc"), "a   b\nc");
        assert_eq!(fold("हिन्दी"), "हिन्दी");
    }

    #[test]
    fn a_match_is_given_back_as_it_was_written() {
        assert_eq!(original_of("un cœur d’État", "oeu"), "œu");
        assert_eq!(original_of("un cœur d’État", "e"), "œ");
        assert_eq!(original_of("un cœur d’État", "d'etat"), "d’État");
        assert_eq!(original_of("l'e\u{301}te\u{301} 2020", "ete"), "e\u{301}te\u{301}");
        assert_eq!(original_of("Привет, мир й", "мир"), "мир");
        assert_eq!(original_of("co\u{AD}opération", "co"), "co\u{AD}");
        assert_eq!(original_of("क्षेत्र में", "म"), "में");
    }

    #[test]
    fn leading_marks_and_odd_spans_map_inside_the_text() {
        let text = "\u{301}é…";
        let folded = fold_mapped(text);
        assert_eq!(folded.text, "e…");
        assert_eq!(folded.original(Span::new(0, 1)).of(text), "é");
        assert_eq!(folded.original(Span::new(2, 3)).of(text), "…");
        assert_eq!(folded.original(Span::new(40, 90)).first(), text.len());
    }
}
