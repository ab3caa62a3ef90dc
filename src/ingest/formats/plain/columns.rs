//! Printed columns: lines as wide as the type allowed, so that they have not one number of characters, as the text of a scan has them.

use crate::ingest::draft::{Break, DraftLine, Lines};

/// Lines that go on, below which nothing is told.
const LEAST: usize = 8;
/// Characters that a line of a column has in the middle.
const WIDTHS: std::ops::RangeInclusive<usize> = 18..=90;

/// A column that a text is printed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PrintedColumn {
    /// Characters of a full line, at least.
    full: usize,
}

impl PrintedColumn {
    /// The column of `lines`; `None` when they are none: nearly all lines but the last ones of paragraphs are about as long, few are much longer,
    /// and most begin in the midst of a sentence.
    pub(super) fn of(lines: &Lines) -> Option<Self> {
        let mut lengths: Vec<usize> = lines.all_words().map(length).collect();
        lengths.sort_unstable();
        let middle = lengths.get(lengths.len() / 2).copied().filter(|middle| WIDTHS.contains(middle))?;
        let longer = lengths.len() - lengths.partition_point(|length| *length * 2 <= middle * 3);
        let column = Self { full: middle * 3 / 4 };
        let (mut inner, mut goes_on, mut small) = (0, 0, 0);
        for pair in lines.places.windows(2) {
            if let [above, below] = pair
                && below.set_off == Break::Line
            {
                inner += 1;
                goes_on += usize::from(column.goes_on(lines, above, below));
                small += usize::from(lines.words(below).starts_with(char::is_lowercase));
            }
        }
        let even = longer * 50 <= lengths.len() && goes_on >= LEAST && goes_on * 4 >= inner * 3;
        (even && small * 5 >= inner * 3).then_some(column)
    }

    /// Whether `below` goes on with the paragraph of `above`.
    pub(super) fn goes_on(self, lines: &Lines, above: &DraftLine, below: &DraftLine) -> bool {
        let loose = above.kind.is_none() && below.kind.is_none() && below.set_off == Break::Line;
        let item = lines.words(below).starts_with(['-', '•', '*', '–', '—']);
        loose && !item && length(lines.words(above)) >= self.full
    }
}

fn length(words: &str) -> usize {
    words.chars().count()
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::plain::lines;

    /// A column as a scan gives it, in a language that no rule knows.
    const COLUMN: &str = "Blask vurmet. Oli na\nforin treska den molu kve\nsari pod lumen traska vo\nblen ukra, fostin dremela\nvisku nolta. \
        Ert pravim\nsolt kremba nu darestik\nfol vintra moskel dro\nprintas vek, oltri nasu\nmelt forska venul krat.\n\nTarn velku dosmer lin\npraska vunt elmo skarid\n\
        nolf kresta vimu dolt\nfenta brul.\n";

    #[test]
    fn lines_of_a_printed_column_are_joined_to_paragraphs() {
        let found = lines(COLUMN);
        assert_eq!(found.places.len(), 2, "{:?}", found.text);
        assert!(found.text.starts_with("Blask vurmet. Oli na forin treska"));
    }

    #[test]
    fn lists_and_paragraphs_of_a_line_stay() {
        let list = "Le pont rouvre jeudi\n".repeat(12);
        assert_eq!(lines(&list).places.len(), 12);
        let menu = "accueil\npolitique et monde\nsport\nla météo de la semaine\nculture\n".repeat(5);
        assert_eq!(lines(&menu).places.len(), 25);
    }
}
