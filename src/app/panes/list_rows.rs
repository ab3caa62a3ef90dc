//! The rows of the list of articles as they are drawn: one for each article, and a heading above those found in texts alone.
//!
//! Drawing, the mouse and the window of the list go through it; the cursor itself counts articles.

use crate::app::widget::navigation::Cursor;

/// The rows of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListRows {
    /// How many articles there are.
    pub articles: usize,
    /// The article the heading stands above.
    pub in_texts: Option<usize>,
}

impl ListRows {
    /// The row of the article at `at`.
    #[must_use]
    pub fn row_of(self, at: usize) -> usize {
        at + usize::from(self.in_texts.is_some_and(|first| first <= at))
    }

    /// The article in a row; `None` for the heading, and below the last.
    #[must_use]
    pub fn article_at(self, row: usize) -> Option<usize> {
        let at = match self.in_texts {
            Some(first) if row == first => return None,
            Some(first) if row > first => row - 1,
            _ => row,
        };
        (at < self.articles).then_some(at)
    }

    /// Whether a row is the heading.
    #[must_use]
    pub fn is_heading(self, row: usize) -> bool {
        self.in_texts == Some(row)
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(self) -> usize {
        self.articles + usize::from(self.in_texts.is_some())
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Keeps a cursor that counts articles within them, and its window, which counts rows, around it.
    pub fn fit(self, cursor: &mut Cursor, rows: usize) {
        cursor.at = cursor.at.min(self.articles.saturating_sub(1));
        let mut shown = Cursor { at: self.row_of(cursor.at), top: cursor.top };
        shown.fit(self.len(), rows);
        cursor.top = shown.top;
    }
}

#[cfg(test)]
mod tests {
    use super::ListRows;
    use crate::app::widget::navigation::Cursor;

    #[test]
    fn each_article_has_a_row_and_the_heading_has_one_of_its_own() {
        for in_texts in [None, Some(0), Some(2), Some(4)] {
            let rows = ListRows { articles: 5, in_texts };
            let back: Vec<_> = (0..rows.len()).filter_map(|row| rows.article_at(row)).collect();
            assert_eq!(back, [0, 1, 2, 3, 4], "{in_texts:?}");
            assert!((0..5).all(|at| rows.article_at(rows.row_of(at)) == Some(at)));
            assert_eq!((0..rows.len()).filter(|row| rows.is_heading(*row)).count(), usize::from(in_texts.is_some()));
        }
    }

    #[test]
    fn the_last_article_is_in_view_below_a_heading() {
        let mut cursor = Cursor { at: 9, top: 0 };
        ListRows { articles: 10, in_texts: Some(3) }.fit(&mut cursor, 5);
        assert_eq!(cursor, Cursor { at: 9, top: 6 });
    }
}
