//! The pattern of an anchor: its quotation between its context, in the plain form.
//!
//! Made once for each search; [`super::candidates`] holds it against the text.

use crate::model::anchor::Anchor;
use crate::notes::anchoring::align::SymbolRows;
use crate::notes::anchoring::plain::Plain;

/// The symbols of context that count on each side: one block of the alignment.
const CONTEXT: usize = 64;
/// Context shorter than this tells little.
const TELLING: usize = 12;

/// What is looked for.
#[derive(Clone, Debug)]
pub struct QuotePattern {
    symbols: Vec<u32>,
    start: usize,
    end: usize,
    before: SymbolRows,
    after: SymbolRows,
    /// Whether the quotation begins and whether it ends a line.
    edges: [bool; 2],
}

impl QuotePattern {
    /// The pattern of `anchor`. White space at the ends of the quotation is not looked for.
    #[must_use]
    pub fn of(anchor: &Anchor) -> Self {
        let whole = [anchor.prefix.as_str(), &anchor.exact, &anchor.suffix].concat();
        let plain = Plain::of(&whole);
        let (first, last) = (anchor.prefix.len(), anchor.prefix.len() + anchor.exact.len());
        let (start, end) = trim(plain.symbols(), plain.before(first), plain.before(last));
        let from = start.saturating_sub(CONTEXT);
        let to = (end + CONTEXT).min(plain.symbols().len());
        let symbols = plain.symbols().get(from..to).unwrap_or_default().to_vec();
        Self { edges: edges(&plain, start, end), ..Self::new(symbols, start - from, end - from) }
    }

    /// The pattern of a quotation of which nothing else is known.
    #[must_use]
    pub fn of_words(words: &str) -> Self {
        Self::of(&Anchor { exact: words.to_owned(), ..Anchor::default() })
    }

    fn new(symbols: Vec<u32>, start: usize, end: usize) -> Self {
        let before: Vec<u32> = symbols.iter().take(start).rev().copied().collect();
        let after = symbols.get(end..).unwrap_or_default();
        Self { before: SymbolRows::of(&before), after: SymbolRows::of(after), symbols, start, end, edges: [false; 2] }
    }

    /// Context, quotation and context.
    #[must_use]
    pub fn whole(&self) -> &[u32] {
        &self.symbols
    }

    /// The symbols of the quotation.
    #[must_use]
    pub fn quotation(&self) -> &[u32] {
        self.symbols.get(self.start..self.end).unwrap_or_default()
    }

    /// Where the quotation begins and ends in the whole.
    #[must_use]
    pub fn ends(&self) -> (usize, usize) {
        (self.start, self.end)
    }

    /// The context before and behind.
    #[must_use]
    pub fn sides(&self) -> [&[u32]; 2] {
        [self.symbols.get(..self.start).unwrap_or_default(), self.symbols.get(self.end..).unwrap_or_default()]
    }

    /// Whether the quotation begins and whether it ends a line.
    #[must_use]
    pub fn edges(&self) -> [bool; 2] {
        self.edges
    }

    /// How alike the text before `start` and behind `end` is to the context, each from 0 to 1 with how many symbols say so.
    #[must_use]
    pub fn context(&self, text: &[u32], start: usize, end: usize) -> [Side; 2] {
        let room = |len: usize| len + len / 2;
        let (before, after) = (self.start, self.symbols.len() - self.end);
        let from = start.saturating_sub(room(before));
        let head: Vec<u32> = text.get(from..start).unwrap_or_default().iter().rev().copied().collect();
        let tail = text.get(end..(end + room(after)).min(text.len())).unwrap_or_default();
        [Side::of(&self.before, before, &head), Side::of(&self.after, after, tail)]
    }

    /// Moves the ends of a stretch of `text` that lie inside of words to the nearer end of the word, where those of the quotation
    /// do not cut words either.
    #[must_use]
    pub fn to_words(&self, text: &[u32], start: usize, end: usize) -> (usize, usize) {
        let start = if cuts_word(&self.symbols, self.start) { start } else { out_of_word(text, start) };
        let end = if cuts_word(&self.symbols, self.end) { end } else { out_of_word(text, end) };
        trim(text, start.min(text.len()), end.max(start))
    }
}

/// How alike the context on one side is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Side {
    /// From 0 to 1.
    pub likeness: f32,
    /// How alike the text is to it where it is most, away from here.
    pub elsewhere: f32,
    /// The same, no farther from where the passage stood than here: the passage may have been there.
    pub left: f32,
    /// The symbols of context there are.
    pub len: usize,
    /// Whether a line ended between it and the quotation, and one does here: what stands beyond may be another paragraph.
    pub is_edge: bool,
    /// Whether something stands between it and the candidate.
    pub is_parted: bool,
    /// Whether the text has no room for it.
    pub is_cut: bool,
}

impl Side {
    fn of(rows: &SymbolRows, len: usize, text: &[u32]) -> Self {
        let (_, edits) = rows.distances(text);
        Self { likeness: likeness(edits, len), len, is_cut: text.len() * 2 < len, ..Self::default() }
    }

    /// Whether there is enough context to tell anything.
    #[must_use]
    pub fn is_telling(self) -> bool {
        self.len >= TELLING
    }
}

/// How alike two runs of symbols are, of which the longer has `len` and `edits` turn one into the other: from 0 to 1.
#[must_use]
pub fn likeness(edits: usize, len: usize) -> f32 {
    let part = |count: usize| f32::from(u16::try_from(count.min(len)).unwrap_or(u16::MAX));
    if len > usize::from(u16::MAX) {
        return likeness(edits / 256, len / 256);
    }
    if len == 0 { 0.0 } else { 1.0 - part(edits) / part(len) }
}

/// Whether the symbols from `start` to `end` begin and whether they end a line.
#[must_use]
pub fn edges(plain: &Plain, start: usize, end: usize) -> [bool; 2] {
    let is_head = |at: usize| u32::try_from(at).is_ok_and(|at| plain.heads().binary_search(&at).is_ok());
    [is_head(start), end >= plain.symbols().len() || is_head(end) || is_head(end + 1)]
}

/// The stretch from `start` to `end` without spaces at its ends.
fn trim(symbols: &[u32], start: usize, end: usize) -> (usize, usize) {
    let space = u32::from(' ');
    let inside = symbols.get(start..end).unwrap_or_default();
    let head = inside.iter().take_while(|symbol| **symbol == space).count();
    let tail = inside.iter().skip(head).rev().take_while(|symbol| **symbol == space).count();
    (start + head, (start + inside.len()) - tail)
}

fn is_in_word(symbols: &[u32], at: usize) -> bool {
    let mark = |c: char| unicode_normalization::char::is_combining_mark(c);
    symbols.get(at).and_then(|symbol| char::from_u32(*symbol)).is_some_and(|c| c.is_alphanumeric() || mark(c))
}

fn cuts_word(symbols: &[u32], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| is_in_word(symbols, before)) && is_in_word(symbols, at)
}

/// The nearer end of the word that `at` lies in; the farther away words are not left for: scripts without spaces have none.
fn out_of_word(text: &[u32], at: usize) -> usize {
    const LONGEST: usize = 24;
    let steps = (0..LONGEST).find(|step| !cuts_word(text, at.saturating_sub(*step)) || !cuts_word(text, at + step));
    match steps {
        Some(step) if !cuts_word(text, at.saturating_sub(step)) => at.saturating_sub(step),
        Some(step) => at + step,
        None => at,
    }
}
