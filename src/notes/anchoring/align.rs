//! Alignment: the cheapest way to turn a pattern into some stretch of a text, by insertions, deletions and substitutions.
//!
//! G. Myers, A fast bit-vector algorithm for approximate string matching based on dynamic programming, Journal of the ACM 46
//! (1999): a column of the table of edit distances is two bit vectors of its vertical differences, 64 rows in a few operations. In
//! blocks as in H. Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau edit distances, Nordic Journal of Computing
//! 10 (2003). The columns are kept, so that the way back needs no second table, as in M. Šošić and M. Šikić, Edlib, Bioinformatics
//! 33 (2017). Time and memory: rows / 64 × columns; callers bound both.

/// The symbols of a pattern, and at which rows each of them stands.
#[derive(Clone, Debug)]
pub struct SymbolRows {
    symbols: Vec<u32>,
    alphabet: Vec<u32>,
    /// For each symbol of the alphabet, and one more for all others: a bit for each row, in blocks.
    masks: Vec<u64>,
    blocks: usize,
}

/// The vertical differences of one block in one column: rows that are one more than the row above, and rows that are one less.
#[derive(Clone, Copy, Debug)]
struct Block {
    more: u64,
    less: u64,
}

/// Where the symbols of a pattern came to stand.
#[derive(Clone, Debug)]
pub struct Alignment {
    /// For each row: where in the text it begins and ends, which is one place when it was deleted, and whether it is unchanged.
    pub steps: Vec<AlignedSymbol>,
}

/// Where one symbol of the pattern came to stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AlignedSymbol {
    /// The first symbol of the text.
    pub start: usize,
    /// Behind the last: one more, or as much when the symbol was deleted.
    pub end: usize,
    /// Whether the text has the same symbol there.
    pub is_kept: bool,
}

impl SymbolRows {
    /// Prepares `symbols`.
    #[must_use]
    pub fn of(symbols: &[u32]) -> Self {
        let mut alphabet = symbols.to_vec();
        alphabet.sort_unstable();
        alphabet.dedup();
        let blocks = symbols.len().div_ceil(64);
        let mut masks = vec![0; blocks * (alphabet.len() + 1)];
        for (row, symbol) in symbols.iter().enumerate() {
            if let Ok(letter) = alphabet.binary_search(symbol) {
                masks[letter * blocks + row / 64] |= 1 << (row % 64);
            }
        }
        Self { symbols: symbols.to_vec(), alphabet, masks, blocks }
    }

    fn mask(&self, symbol: u32) -> &[u64] {
        let letter = self.alphabet.binary_search(&symbol).unwrap_or(self.alphabet.len());
        self.masks.get(letter * self.blocks..(letter + 1) * self.blocks).unwrap_or_default()
    }

    /// The column that comes of `column` under `symbol`; the change of its last row. `top` is the change above the first row: 0 when the
    /// pattern may begin anywhere, 1 when what was passed over counts.
    fn advance(&self, column: &mut [Block], symbol: u32, top: i32) -> i32 {
        let last_row = (self.symbols.len().max(1) - 1) % 64;
        let mut carry = top;
        for (at, (block, mask)) in column.iter_mut().zip(self.mask(symbol)).enumerate() {
            let row = if at + 1 == self.blocks { last_row } else { 63 };
            carry = block.step(*mask, carry, row);
        }
        carry
    }

    fn first_column(&self) -> Vec<Block> {
        vec![Block { more: u64::MAX, less: 0 }; self.blocks]
    }

    /// The fewest edits that turn the pattern into all of `text`, and into the head of it that is nearest.
    #[must_use]
    pub fn distances(&self, text: &[u32]) -> (usize, usize) {
        let mut column = self.first_column();
        let all = i32::try_from(self.symbols.len()).unwrap_or(i32::MAX);
        let (mut here, mut least) = (all, all);
        for symbol in text {
            here += self.advance(&mut column, *symbol, 1);
            least = least.min(here);
        }
        (usize::try_from(here).unwrap_or_default(), usize::try_from(least).unwrap_or_default())
    }

    /// The cheapest alignment of the pattern with a stretch of `text`; of those as cheap, the one that ends first.
    #[must_use]
    pub fn align(&self, text: &[u32]) -> Alignment {
        let mut column = self.first_column();
        let mut columns = Vec::with_capacity((text.len() + 1) * self.blocks);
        columns.extend_from_slice(&column);
        let mut here = i32::try_from(self.symbols.len()).unwrap_or(i32::MAX);
        let (mut least, mut end) = (here, 0);
        for (at, symbol) in text.iter().enumerate() {
            here += self.advance(&mut column, *symbol, 0);
            columns.extend_from_slice(&column);
            if here < least {
                (least, end) = (here, at + 1);
            }
        }
        self.trace(text, &columns, end)
    }

    /// The way back from the last row at the column `end`.
    fn trace(&self, text: &[u32], columns: &[Block], end: usize) -> Alignment {
        let mut steps = vec![AlignedSymbol::default(); self.symbols.len()];
        let value = |row: usize, column: usize| self.value(columns, row, column);
        let (mut row, mut at, mut here) = (self.symbols.len(), end, value(self.symbols.len(), end));
        while row > 0 {
            let is_kept = at > 0 && self.symbols[row - 1] == text[at - 1];
            if at > 0 {
                let across = value(row - 1, at - 1);
                if across + i32::from(!is_kept) == here {
                    steps[row - 1] = AlignedSymbol { start: at - 1, end: at, is_kept };
                    (row, at, here) = (row - 1, at - 1, across);
                    continue;
                }
            }
            let above = value(row - 1, at);
            if above + 1 == here || at == 0 {
                steps[row - 1] = AlignedSymbol { start: at, end: at, is_kept: false };
                (row, here) = (row - 1, above);
            } else {
                (at, here) = (at - 1, here - 1);
            }
        }
        Alignment { steps }
    }

    /// The distance at a row and a column: the sum of the differences above it.
    fn value(&self, columns: &[Block], row: usize, column: usize) -> i32 {
        let blocks = columns.get(column * self.blocks..(column + 1) * self.blocks).unwrap_or_default();
        let sum = |(at, block): (usize, &Block)| {
            let rows = row.saturating_sub(at * 64).min(64);
            let mask = if rows == 64 { u64::MAX } else { (1 << rows) - 1 };
            (block.more & mask).count_ones().cast_signed() - (block.less & mask).count_ones().cast_signed()
        };
        blocks.iter().enumerate().take(row.div_ceil(64)).map(sum).sum()
    }
}

impl Block {
    /// Moves on by one column. `carry` is the change of the row above the block, the answer that of its row `row`.
    fn step(&mut self, mask: u64, carry: i32, row: usize) -> i32 {
        let falls = u64::from(carry < 0);
        let vertical = mask | self.less;
        let mask = mask | falls;
        let horizontal = ((mask & self.more).wrapping_add(self.more) ^ self.more) | mask;
        let up = self.less | !(horizontal | self.more);
        let down = self.more & horizontal;
        let change = i32::from((up >> row) & 1 == 1) - i32::from((down >> row) & 1 == 1);
        let up = (up << 1) | u64::from(carry > 0);
        let down = (down << 1) | falls;
        *self = Self { more: down | !(vertical | up), less: up & vertical };
        change
    }
}

impl Alignment {
    /// The stretch of the text that the rows from `start` to `end` came to stand in.
    #[must_use]
    pub fn stretch(&self, start: usize, end: usize) -> (usize, usize) {
        let rows = self.steps.get(start..end).unwrap_or_default();
        rows.first().zip(rows.last()).map_or((0, 0), |(first, last)| (first.start, last.end))
    }

    /// The edits in the rows from `start` to `end`, insertions between them included.
    #[must_use]
    pub fn edits(&self, start: usize, end: usize) -> usize {
        let rows = self.steps.get(start..end).unwrap_or_default();
        let (first, last) = self.stretch(start, end);
        let changed = rows.iter().filter(|step| !step.is_kept).count();
        let stood = rows.iter().filter(|step| step.end > step.start).count();
        changed + (last - first).saturating_sub(stood)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, any, prop, prop_assert_eq, proptest};

    use super::SymbolRows;

    fn symbols(text: &str) -> Vec<u32> {
        text.chars().map(u32::from).collect()
    }

    /// The table of edit distances, filled in as the textbooks have it.
    fn table(pattern: &[u32], text: &[u32], is_free: bool) -> (usize, usize) {
        let mut row: Vec<usize> = (0..=text.len()).map(|at| if is_free { 0 } else { at }).collect();
        for (i, a) in pattern.iter().enumerate() {
            let mut diagonal = std::mem::replace(&mut row[0], i + 1);
            for (j, b) in text.iter().enumerate() {
                let best = (diagonal + usize::from(a != b)).min(row[j] + 1).min(row[j + 1] + 1);
                diagonal = std::mem::replace(&mut row[j + 1], best);
            }
        }
        (row.last().copied().unwrap_or_default(), row.into_iter().min().unwrap_or_default())
    }

    #[test]
    fn rows_come_to_stand_where_their_symbols_are() {
        let (pattern, text) = (symbols("the old president said"), symbols("on Monday the chairman said no"));
        let alignment = SymbolRows::of(&pattern).align(&text);
        assert_eq!(alignment.stretch(18, 22), (23, 27));
        assert_eq!(alignment.edits(18, 22), 0);
        assert_eq!(alignment.edits(0, 22), table(&pattern, &text, true).1);
        assert_eq!(SymbolRows::of(&[]).align(&text).steps.len(), 0);
    }

    proptest! {
        #[test]
        fn distances_are_those_of_the_table(
            (pattern, text) in any::<bool>().prop_flat_map(|is_long| {
                let most = if is_long { 200 } else { 12 };
                (prop::collection::vec(0_u32..4, 0..most), prop::collection::vec(0_u32..5, 0..most))
            })
        ) {
            let rows = SymbolRows::of(&pattern);
            prop_assert_eq!(rows.distances(&text), table(&pattern, &text, false));
            let alignment = rows.align(&text);
            prop_assert_eq!(alignment.edits(0, pattern.len()), table(&pattern, &text, true).1);
            for pair in alignment.steps.windows(2) {
                assert!(pair[0].end <= pair[1].start);
            }
        }
    }
}
