//! Words of a text as names are compared: folded, letters and digits only, with their place in the original.
//!
//! Not the words a reader counts. Names are matched on whole words, so folding each word by itself needs no map back from
//! a folded copy of the body. Used by `forms` for spellings and by `scan` for bodies, so that both agree.

use unicode_normalization::char::is_combining_mark;

use crate::analysis::dates::tokens::ELISIONS;
use crate::text::fold::fold;
use crate::text::span::Span;

/// The first character whose folding is kept in the table of [`Letters`], and the one after the last.
const TABLE: std::ops::Range<u32> = 0x80..0x250;

/// The folded forms of the accented Latin letters, so that most words are folded without a call to [`fold`].
#[derive(Debug, Default)]
pub struct Letters {
    table: Vec<Row>,
}

/// A folded form of at most four bytes; empty for what is no letter.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    bytes: [u8; 4],
    len: u8,
}

impl Row {
    fn new(letter: char) -> Self {
        let mut row = Self::default();
        for (slot, byte) in row.bytes.iter_mut().zip(plain(letter)) {
            *slot = byte;
            row.len += 1;
        }
        row
    }
}

/// What a character that is no plain letter does to a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Letter,
    Apostrophe,
    /// Changes the letter before it and is none itself.
    Mark,
    Outside,
}

impl Letters {
    /// Fills the table.
    #[must_use]
    pub fn new() -> Self {
        Self { table: TABLE.filter_map(char::from_u32).map(Row::new).collect() }
    }

    fn row(&self, c: char) -> Option<&Row> {
        self.table.get((c as u32).checked_sub(TABLE.start)? as usize)
    }

    fn role(&self, c: char) -> Role {
        if is_apostrophe(c) {
            return Role::Apostrophe;
        }
        match self.row(c) {
            Some(row) if row.len > 0 => Role::Letter,
            _ if continues(c) => Role::Mark,
            _ if !is_general_punctuation(c) && c.is_alphanumeric() => Role::Letter,
            _ => Role::Outside,
        }
    }

    /// Appends the folded letters of `letter` to `folded`.
    fn push(&self, letter: char, folded: &mut Vec<u8>) {
        match self.row(letter) {
            Some(row) => folded.extend(row.bytes.iter().take(usize::from(row.len))),
            None => folded.extend(plain(letter)),
        }
    }

    /// The folded words of `text`, one after the other.
    #[must_use]
    pub fn words<'a>(&'a self, text: &'a str, within: Span) -> WordCursor<'a> {
        let end = within.after().min(text.len());
        WordCursor { letters: self, text, at: within.first(), end, folded: Vec::new() }
    }

    /// All folded words of a short text with their places.
    #[must_use]
    pub fn split(&self, text: &str) -> Vec<(Span, Vec<u8>)> {
        let mut words = self.words(text, Span::new(0, text.len()));
        let mut all = Vec::new();
        while let Some(span) = words.advance() {
            all.push((span, words.folded().to_vec()));
        }
        all
    }
}

/// The letters and digits that one character folds to.
fn plain(letter: char) -> Vec<u8> {
    let folded = fold(letter.encode_utf8(&mut [0; 4]));
    folded.chars().filter(|c| c.is_alphanumeric()).collect::<String>().into_bytes()
}

/// Goes through the words of a text and holds one folded word at a time.
#[derive(Debug)]
pub struct WordCursor<'a> {
    letters: &'a Letters,
    text: &'a str,
    at: usize,
    end: usize,
    folded: Vec<u8>,
}

impl WordCursor<'_> {
    /// The folded form of the word that [`WordCursor::advance`] found last.
    #[must_use]
    pub fn folded(&self) -> &[u8] {
        &self.folded
    }

    /// Goes to the next word and says where it is; `None` behind the last.
    pub fn advance(&mut self) -> Option<Span> {
        self.skip();
        let start = self.at;
        self.folded.clear();
        while let Some(byte) = self.byte(self.at) {
            if byte.is_ascii_alphanumeric() {
                self.folded.push(byte.to_ascii_lowercase());
                self.at += 1;
            } else if !self.cross(byte) {
                break;
            }
        }
        (self.at > start).then(|| Span::new(start, self.at))
    }

    /// Takes a character that is no plain letter into the word, or says that the word ends before it.
    fn cross(&mut self, byte: u8) -> bool {
        if !may_join(byte) {
            return false;
        }
        let Some(c) = self.char(self.at) else { return false };
        let joined = match self.letters.role(c) {
            Role::Letter => {
                self.letters.push(c, &mut self.folded);
                true
            }
            Role::Apostrophe => self.apostrophe_inside(self.at + c.len_utf8()),
            Role::Mark => true,
            Role::Outside => false,
        };
        self.at += if joined { c.len_utf8() } else { 0 };
        joined
    }

    /// Whether the apostrophe that ends at `after` belongs to the word: not in `l'Iran`, not in `Iran's`.
    fn apostrophe_inside(&self, after: usize) -> bool {
        let Some(next) = self.char(after).filter(|c| c.is_alphanumeric()) else { return false };
        let possessive = matches!(next, 's' | 'S') && !self.char(after + 1).is_some_and(char::is_alphanumeric);
        !possessive && !ELISIONS.iter().any(|elision| elision.as_bytes() == self.folded)
    }

    /// Goes on to the first character of a word.
    fn skip(&mut self) {
        while let Some(byte) = self.byte(self.at) {
            if byte.is_ascii() {
                if byte.is_ascii_alphanumeric() {
                    return;
                }
                self.at += 1;
                continue;
            }
            match self.char(self.at) {
                Some(c) if self.letters.role(c) == Role::Letter => return,
                Some(c) => self.at += c.len_utf8(),
                None => self.at = self.end,
            }
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        if at < self.end { self.text.as_bytes().get(at).copied() } else { None }
    }

    fn char(&self, at: usize) -> Option<char> {
        self.text.get(at..self.end)?.chars().next()
    }
}

/// The words of `text`, folded, with one space between; apostrophes leave no gap. Two
/// spellings with one key are the same spelling.
#[must_use]
pub fn key(text: &str) -> String {
    let folded = fold(text).replace('\'', "");
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Whether a character that begins with `byte` may belong to a word though it is no plain letter.
fn may_join(byte: u8) -> bool {
    !byte.is_ascii() || matches!(byte, b'\'' | b'`')
}

/// Whether `c` is used as an apostrophe, or for the Arabic letters that romanisations write as one.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʿ' | 'ʾ' | '`' | '´' | '′' | '＇')
}

/// Whether `c` changes the letter before it and is none itself.
fn continues(c: char) -> bool {
    (c >= '\u{300}' && !is_general_punctuation(c) && is_combining_mark(c)) || matches!(c, '\u{200c}' | '\u{200d}' | '\u{ad}')
}

/// The block of dashes, quotation marks and odd spaces, which is no use to look up.
fn is_general_punctuation(c: char) -> bool {
    matches!(c, '\u{2000}'..='\u{206f}')
}

#[cfg(test)]
mod tests {
    use super::Letters;

    fn words(text: &str) -> Vec<String> {
        Letters::new().split(text).into_iter().map(|(_, word)| String::from_utf8(word).unwrap()).collect()
    }

    #[test]
    fn elisions_and_possessives_are_cut_and_inner_apostrophes_are_not() {
        assert_eq!(words("l'Iran d’Irak, Iran’s Kata'ib ‘Kaʿbi’"), ["l", "iran", "d", "irak", "iran", "s", "kataib", "kabi"]);
    }

    #[test]
    fn marks_stay_with_their_letter() {
        assert_eq!(words("E\u{301}TAT–Œuvre"), ["etat", "oeuvre"]);
        let letters = Letters::new();
        let spans: Vec<_> = letters.split("e\u{301}tat x").into_iter().map(|(span, _)| span.range()).collect();
        assert_eq!(spans, [0..6, 7..8]);
    }
}
