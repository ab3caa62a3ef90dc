//! The headlines of an archive, folded, one after the other: which of them the words of the filter line match, and how well.
//!
//! Matches are those of `query::matching::fuzzy`, which ranks and shows them; what this adds is speed over a hundred thousand lines. Letters
//! are counted first, `frizbee` then tells with vectors in which lines they stand in order and close together, and only those
//! are looked at. It knows no article: a headline is a row.

use frizbee::{CaseMatching, Config, Matcher, SortStrategy};
use rayon::iter::{IndexedParallelIterator as _, IntoParallelIterator as _, ParallelIterator as _};
use rayon::slice::ParallelSlice as _;

use crate::query::matching::fuzzy::FuzzyWord;

/// Rows between two looks at `stop`, and the most that are delivered at once: some tenths of a millisecond of work.
const SLICE: usize = 4096;

/// The folded headlines of an archive.
#[derive(Clone, Debug, Default)]
pub struct Headlines {
    /// Each headline with a line feed after it.
    text: String,
    /// The byte after each headline.
    ends: Vec<u32>,
    /// The letters of each headline: see [`letters`].
    letters: Vec<u64>,
}

/// A row whose headline matches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// The row, from 0 in the order of adding.
    pub row: u32,
    /// The sum of what `fuzzy::Word::find` gives for the words; higher is better.
    pub score: u16,
}

/// The rows that are searched.
#[derive(Clone, Copy, Debug)]
pub enum HeadlineRows<'a> {
    /// All.
    All,
    /// These, in rising order: those that facets admit, or those that matched before a letter was added.
    Listed(&'a [u32]),
}

impl Headlines {
    /// Adds a headline, folded already.
    pub fn push(&mut self, folded: &str) {
        let start = self.text.len();
        self.text.extend(folded.chars().map(|c| if c == '\n' { ' ' } else { c }));
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.letters.push(letters(self.text.as_bytes().get(start..).unwrap_or_default()));
        self.text.push('\n');
    }

    /// How many headlines there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The headline of `row`; empty when there is none.
    #[must_use]
    pub fn get(&self, row: u32) -> &str {
        let end = self.ends.get(row as usize).copied().unwrap_or_default() as usize;
        self.text.get(self.start(row as usize)..end).unwrap_or_default()
    }

    /// Delivers the rows that all of `words` match, on all threads: slices in any order, rising within each. Returns early when
    /// `stop` says so; whether it came to the end is told.
    pub fn pass(
        &self,
        words: &[FuzzyWord],
        rows: HeadlineRows<'_>,
        stop: &(dyn Fn() -> bool + Sync),
        deliver: &(dyn Fn(&[Cut]) + Sync),
    ) -> bool {
        let mut asked: Vec<Asked<'_>> = words.iter().map(Asked::new).collect();
        // The longest word leaves the fewest rows to the others.
        asked.sort_by_key(|asked| std::cmp::Reverse(asked.word.letters()));
        let slice = |rows: Slice<'_>| {
            if stop() {
                return false;
            }
            let found = self.slice(&asked, rows);
            if !found.is_empty() {
                deliver(&found);
            }
            true
        };
        let count = self.len();
        match rows {
            HeadlineRows::All => (0..count.div_ceil(SLICE))
                .into_par_iter()
                .with_max_len(1)
                .map(|n| slice(Slice::Between(n * SLICE, ((n + 1) * SLICE).min(count))))
                .reduce(|| true, |one, other| one & other),
            HeadlineRows::Listed(rows) => {
                rows.par_chunks(SLICE).map(|rows| slice(Slice::Listed(rows))).reduce(|| true, |one, other| one & other)
            }
        }
    }

    fn slice(&self, asked: &[Asked<'_>], rows: Slice<'_>) -> Vec<Cut> {
        let all = |row: u32| Cut { row, score: 0 };
        let Some((first, others)) = asked.split_first() else { return rows.iter().map(all).collect() };
        let mut found = match rows {
            Slice::Between(from, to) if !first.word.may_scatter() => self.sweep(first.word, from, to),
            _ => self.narrow(first, rows.iter().map(all)),
        };
        for word in others {
            found = self.narrow(word, found.into_iter());
        }
        found
    }

    /// The rows `from..to` in which `word`, which is short, stands in one piece: one search over all of their text.
    fn sweep(&self, word: &FuzzyWord, from: usize, to: usize) -> Vec<Cut> {
        let mut found = Vec::new();
        let (start, Some(last)) = (self.start(from), to.checked_sub(1)) else { return found };
        let text = self.text.as_bytes().get(start..self.start(last + 1)).unwrap_or_default();
        let mut row = from;
        let mut at = 0;
        while let Some(next) = text.get(at..).and_then(|rest| word.next_in(rest)) {
            let place = start + at + next;
            row += self.ends.get(row..to).unwrap_or_default().iter().take_while(|end| (**end as usize) < place).count();
            let Ok(number) = u32::try_from(row) else { break };
            let score = word.best_piece(self.get(number)).map(|(score, _)| score);
            found.extend(score.map(|score| Cut { row: number, score: narrow(score) }));
            at = self.start(row + 1) - start;
            row += 1;
        }
        found
    }

    /// The rows of `cuts` that `asked` matches too.
    fn narrow(&self, asked: &Asked<'_>, cuts: impl Iterator<Item = Cut>) -> Vec<Cut> {
        let has_letters = |cut: &Cut| self.letters.get(cut.row as usize).is_some_and(|row| row & asked.letters == asked.letters);
        let (cuts, lines): (Vec<Cut>, Vec<&str>) = cuts.filter(has_letters).map(|cut| (cut, self.get(cut.row))).unzip();
        let score = |line: &str| asked.word.best_piece(line).map(|(score, _)| score);
        let add = |cut: &Cut, score: i64| Cut { row: cut.row, score: cut.score.saturating_add(narrow(score)) };
        if !asked.word.may_scatter() {
            return cuts.iter().zip(lines).filter_map(|(cut, line)| score(line).map(|score| add(cut, score))).collect();
        }
        let mut matcher = asked.matcher.clone();
        let near = matcher.match_list(&lines).into_iter().filter(|found| found.score >= asked.floor);
        near.filter_map(|found| {
            let (cut, line) = (cuts.get(found.index as usize)?, lines.get(found.index as usize)?);
            let score = score(line).or_else(|| asked.word.find(line).map(|found| found.score))?;
            Some(add(cut, score))
        })
        .collect()
    }

    fn start(&self, row: usize) -> usize {
        row.checked_sub(1).map_or(0, |before| self.ends.get(before).map_or(self.text.len(), |end| *end as usize + 1))
    }
}

/// Puts the best first: by score, then by `recency`, higher being newer, then by row. With `best`, only so many are kept.
pub fn rank(cuts: &mut Vec<Cut>, recency: impl Fn(u32) -> u32, best: Option<usize>) {
    let key = |cut: &Cut| (std::cmp::Reverse(cut.score), std::cmp::Reverse(recency(cut.row)), cut.row);
    if let Some(best) = best.filter(|best| *best < cuts.len()) {
        cuts.select_nth_unstable_by_key(best, key);
        cuts.truncate(best);
    }
    cuts.sort_unstable_by_key(key);
}

/// Rows that one thread searches at a time.
#[derive(Clone, Copy)]
enum Slice<'a> {
    Between(usize, usize),
    Listed(&'a [u32]),
}

impl<'a> Slice<'a> {
    fn iter(self) -> impl Iterator<Item = u32> + use<'a> {
        let (between, listed) = match self {
            Self::Between(from, to) => (from..to, [].as_slice()),
            Self::Listed(rows) => (0..0, rows),
        };
        between.filter_map(|row| u32::try_from(row).ok()).chain(listed.iter().copied())
    }
}

/// A word with what finds the lines that are worth a look.
struct Asked<'a> {
    word: &'a FuzzyWord,
    letters: u64,
    matcher: Matcher,
    /// What `frizbee` gives the loosest match that counts: a lower score means letters scattered over the line.
    floor: u16,
}

impl<'a> Asked<'a> {
    fn new(word: &'a FuzzyWord) -> Self {
        let config = Config::default().max_typos(Some(0)).casing(CaseMatching::Respect).sort(SortStrategy::IndexAsc);
        let scoring = &config.scoring;
        let (pieces, between) = word.loosest();
        let gaps = pieces.saturating_sub(1);
        // Letters beyond ASCII may be denied what the right case is worth.
        let bonus = if word.folded().is_ascii() { scoring.matching_case_bonus } else { 0 };
        let whole = word.letters() * usize::from(scoring.match_score + bonus);
        let lost = gaps * usize::from(scoring.gap_open_penalty) + between * usize::from(scoring.gap_extend_penalty);
        let floor = u16::try_from(whole.saturating_sub(lost)).unwrap_or(u16::MAX);
        Self { word, letters: letters(word.folded().as_bytes()), matcher: Matcher::new(word.folded(), &config), floor }
    }
}

/// Which letters and digits `bytes` hold, a bit for each; other bytes share the rest.
fn letters(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |all, byte| {
        all | 1
            << match byte {
                b'a'..=b'z' => byte - b'a',
                b'0'..=b'9' => byte - b'0' + 26,
                _ => byte % 28 + 36,
            }
    })
}

fn narrow(score: i64) -> u16 {
    u16::try_from(score.max(0)).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests;
