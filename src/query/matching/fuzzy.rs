//! Fuzzy matching of words against a line, folded: score and matched characters (`fuzzy-matcher`, Skim's algorithm).
//!
//! Skim knows neither diacritics nor several words, and is content with letters scattered over a whole line; so the text is
//! folded and split here, and a scattered match counts only when a reader would see the word in it. The filter line, the
//! pickers and the command line call it; it knows no article.

use std::sync::LazyLock;

use fuzzy_matcher::FuzzyMatcher as _;
use fuzzy_matcher::skim::SkimMatcherV2;
use memchr::{memchr, memmem};

use crate::text::fold::{Folded, fold, fold_mapped};
use crate::text::span::Span;

/// How well the words of a [`FuzzyPattern`] match a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FuzzyMatch {
    /// Higher is better.
    pub score: i64,
    /// The matched characters, in the line as it was given, in order, neighbours joined.
    pub marks: Vec<Span>,
}

/// Words to look for, folded and split once.
#[derive(Clone, Debug, Default)]
pub struct FuzzyPattern {
    words: Vec<FuzzyWord>,
}

/// One word to look for, folded.
#[derive(Clone, Debug)]
pub struct FuzzyWord {
    folded: Box<str>,
    chars: usize,
    finder: memmem::Finder<'static>,
}

/// Where one [`FuzzyWord`] stands in a folded line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordMatch {
    /// Higher is better; on Skim's scale, about 24 a letter.
    pub score: i64,
    /// The matched letters, in the folded line, in order.
    pub runs: Vec<Span>,
}

/// Words of fewer letters must open a word of the line: inside words they are everywhere.
const INNER_LETTERS: usize = 3;
/// Words of fewer letters must stand in one piece: « iran » is neither in « Irlande » nor in « Irak annonce ».
const SCATTERED_LETTERS: usize = 6;
/// A left-out letter or two inside a word is a slip; more is another word.
const SLIP: usize = 2;

const LETTER: i64 = 16;
const OPENING: i64 = 8;
const INNER: i64 = 4;
const WHOLE_WORD: i64 = 24;
const LINE_HEAD: i64 = 8;

static SKIM: LazyLock<SkimMatcherV2> = LazyLock::new(|| SkimMatcherV2::default().respect_case().element_limit(1 << 16));

impl FuzzyPattern {
    /// Takes the words of `text` apart.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { words: fold(text).split_whitespace().map(FuzzyWord::new).collect() }
    }

    /// Whether there is nothing to look for, so that everything matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words, for callers that match each against fields of their own.
    #[must_use]
    pub fn words(&self) -> &[FuzzyWord] {
        &self.words
    }

    /// The characters of `line` that any of the words matches, for a line that is one of several to be searched together.
    #[must_use]
    pub fn marks_in(&self, line: &str) -> Vec<Span> {
        if self.is_empty() {
            return Vec::new();
        }
        let folded = fold_mapped(line);
        let runs = self.words.iter().filter_map(|word| word.find(&folded.text)).flat_map(|found| found.runs);
        marks(&folded, runs.collect())
    }

    /// Matches all words against `line`, in any order.
    #[must_use]
    pub fn find(&self, line: &str) -> Option<FuzzyMatch> {
        if self.is_empty() {
            return Some(FuzzyMatch::default());
        }
        let folded = fold_mapped(line);
        let mut found = FuzzyMatch::default();
        let mut runs = Vec::new();
        for word in &self.words {
            let at = word.find(&folded.text)?;
            found.score += at.score;
            runs.extend(at.runs);
        }
        found.marks = marks(&folded, runs);
        Some(found)
    }
}

/// The whole characters of the original that `runs` of its folded form stand for, in order, neighbours joined.
#[must_use]
pub fn marks(folded: &Folded, runs: Vec<Span>) -> Vec<Span> {
    joined(runs.into_iter().map(|run| folded.original(run)).collect())
}

/// `spans` in order, those that touch made one.
#[must_use]
pub fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    spans.dedup_by(|next, kept| {
        let touching = next.start <= kept.end;
        if touching {
            kept.end = kept.end.max(next.end);
        }
        touching
    });
    spans
}

impl FuzzyWord {
    fn new(folded: &str) -> Self {
        Self { folded: folded.into(), chars: folded.chars().count(), finder: memmem::Finder::new(folded).into_owned() }
    }

    /// The word, folded.
    #[must_use]
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// Where the letters of the word first stand together in `text`, folded.
    #[must_use]
    pub fn next_in(&self, text: &[u8]) -> Option<usize> {
        self.finder.find(text)
    }

    /// How many letters the word has.
    #[must_use]
    pub fn letters(&self) -> usize {
        self.chars
    }

    /// Whether the word may be found in pieces: short ones are in every line.
    #[must_use]
    pub fn may_scatter(&self) -> bool {
        self.chars >= SCATTERED_LETTERS
    }

    /// The most pieces in which the word is found, and the most bytes between the first and the last of them beyond its own.
    #[must_use]
    pub fn loosest(&self) -> (usize, usize) {
        ((1 + self.chars / 4).min(self.chars / 2), self.folded.len() + 2)
    }

    /// Finds the word in a line that is folded already: in one piece if possible, else in few pieces that make sense.
    #[must_use]
    pub fn find(&self, line: &str) -> Option<WordMatch> {
        self.in_one_piece(line).or_else(|| self.scattered(line))
    }

    fn in_one_piece(&self, line: &str) -> Option<WordMatch> {
        self.best_piece(line).map(|(score, piece)| WordMatch { score, runs: vec![piece] })
    }

    /// The best place where all letters stand together: a whole word, else the head of one, else inside of one; and its score.
    #[must_use]
    pub fn best_piece(&self, line: &str) -> Option<(i64, Span)> {
        let mut best: Option<(i64, Span)> = None;
        for start in self.finder.find_iter(line.as_bytes()) {
            let Some(score) = self.piece_score(line, start) else { continue };
            if best.is_none_or(|(best, _)| score > best) {
                best = Some((score, Span::new(start, start + self.folded.len())));
            }
            if score >= self.score_together(true) + WHOLE_WORD {
                break;
            }
        }
        best
    }

    /// How well the letters match that stand together from `start` of `line`; not at all when the word is too short to stand
    /// there.
    fn piece_score(&self, line: &str, start: usize) -> Option<i64> {
        let opens = opens_word(line, start);
        if !opens && self.chars < INNER_LETTERS {
            return None;
        }
        let whole = opens && closes_word(line, start + self.folded.len());
        Some(self.score_together(opens) + if whole { WHOLE_WORD } else { 0 } + if start == 0 { LINE_HEAD } else { 0 })
    }

    fn score_together(&self, opens: bool) -> i64 {
        let letters = i64::try_from(self.chars).unwrap_or(i64::MAX / (LETTER + OPENING) - 1);
        if opens { letters * (LETTER + OPENING) + OPENING } else { letters * (LETTER + INNER) - INNER }
    }

    fn scattered(&self, line: &str) -> Option<WordMatch> {
        if self.chars < SCATTERED_LETTERS || !is_subsequence(self.folded.as_bytes(), line.as_bytes()) {
            return None;
        }
        let (score, letters) = SKIM.fuzzy_indices(line, &self.folded)?;
        let runs = runs(line, &letters);
        self.makes_sense(line, &runs).then_some(WordMatch { score, runs })
    }

    /// Whether pieces of a word read as the word: few, mostly longer than a letter, close to each other, the first and each
    /// that lies further off at the head of a word, as in « nego strat » or a name typed with a letter left out.
    fn makes_sense(&self, line: &str, runs: &[Span]) -> bool {
        let (Some(first), Some(last)) = (runs.first(), runs.last()) else { return false };
        let (pieces, between) = self.loosest();
        let few = runs.len() <= pieces;
        let near = last.after() - first.first() <= self.folded.len() + between;
        let joined = runs.windows(2).all(|pair| match pair {
            [left, right] => opens_word(line, right.first()) || is_slip(line, left.after(), right.first()),
            _ => true,
        });
        few && near && joined && opens_word(line, first.first())
    }
}

/// Whether a word begins at `at`; where a script writes no spaces, each character may begin one.
fn opens_word(line: &str, at: usize) -> bool {
    const FIRST_UNSPACED: char = '\u{2E80}';
    let Some((before, after)) = line.split_at_checked(at) else { return false };
    before.chars().next_back().is_none_or(|ch| !ch.is_alphanumeric()) || after.starts_with(|ch: char| ch >= FIRST_UNSPACED)
}

fn closes_word(line: &str, at: usize) -> bool {
    line.get(at..).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Whether only a letter or two of the same word lie between the pieces.
fn is_slip(line: &str, from: usize, to: usize) -> bool {
    line.get(from..to).is_some_and(|left_out| left_out.chars().count() <= SLIP && left_out.chars().all(char::is_alphanumeric))
}

/// Whether the bytes of `word` stand in `line` in this order; cheap, so that few lines reach Skim's matrix.
fn is_subsequence(word: &[u8], line: &[u8]) -> bool {
    let mut rest = line;
    word.iter().all(|byte| match memchr(*byte, rest) {
        Some(at) => {
            rest = rest.get(at + 1..).unwrap_or_default();
            true
        }
        None => false,
    })
}

/// Turns rising positions of characters into runs of bytes.
fn runs(line: &str, letters: &[usize]) -> Vec<Span> {
    let mut wanted = letters.iter().copied().peekable();
    let mut runs: Vec<Span> = Vec::new();
    for (at, (start, ch)) in line.char_indices().enumerate() {
        match wanted.peek() {
            None => break,
            Some(letter) if *letter == at => wanted.next(),
            Some(_) => continue,
        };
        let letter = Span::new(start, start + ch.len_utf8());
        match runs.last_mut() {
            Some(run) if run.end == letter.start => run.end = letter.end,
            _ => runs.push(letter),
        }
    }
    runs
}

#[cfg(test)]
mod tests;
