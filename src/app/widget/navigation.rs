//! Moving in a list, and the way back: motions, cursors with their window, jumps and marks.

use std::collections::BTreeMap;

use crate::ingest::IdRemap;
use crate::model::archive::ArticleIx;

/// A movement in a pane, the same in all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// So many rows, down when positive.
    Rows(isize),
    /// So many half pages, down when positive.
    HalfPages(isize),
    /// To the first row.
    Top,
    /// To the last row.
    Bottom,
}

impl Motion {
    /// Where it leads from row `from`, of rows `0..=last`, in a window of `rows` rows.
    #[must_use]
    pub fn from(self, from: usize, last: usize, rows: usize) -> usize {
        let by = match self {
            Self::Top => return 0,
            Self::Bottom => return last,
            Self::Rows(by) => by,
            Self::HalfPages(halves) => {
                // A page keeps two rows in view, so that the eye finds its place again.
                let page = if halves.abs() == 2 { rows.saturating_sub(2) } else { rows / 2 };
                halves.signum() * isize::try_from(page.max(1)).unwrap_or(isize::MAX)
            }
        };
        from.saturating_add_signed(by).min(last)
    }
}

/// A cursor in a list, and the first row its window shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The row the cursor is on.
    pub at: usize,
    /// The first row shown.
    pub top: usize,
}

impl Cursor {
    /// Keeps the cursor within `len` rows and the window of `rows` rows around it, with a little room before the edges.
    pub fn fit(&mut self, len: usize, rows: usize) {
        self.at = self.at.min(len.saturating_sub(1));
        let margin = (rows / 8).min(2);
        let latest = self.at.saturating_sub(margin);
        let earliest = (self.at + margin + 1).saturating_sub(rows);
        self.top = self.top.clamp(earliest.min(latest), latest).min(len.saturating_sub(rows));
    }
}

/// How far an article is scrolled, told so that it holds at any width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scroll {
    /// The first byte of the body in view; `None` at the very top, above all of the body.
    pub offset: Option<usize>,
    /// The rows in view above that byte's row, which are empty or not of the body.
    pub above: usize,
}

/// A place one can come back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The article.
    pub article: ArticleIx,
    /// How far it was scrolled.
    pub scroll: Scroll,
}

/// The way back over jumps, and the marks set by name.
#[derive(Clone, Debug, Default)]
pub struct Jumps {
    back: Vec<Spot>,
    forward: Vec<Spot>,
    marks: BTreeMap<char, Spot>,
}

/// Jumps further back than this are forgotten, as in vim.
const JUMPS_KEPT: usize = 100;

impl Jumps {
    /// Remembers `spot` before a jump away from it.
    pub fn leave(&mut self, spot: Spot) {
        self.forward.clear();
        if self.back.last() != Some(&spot) {
            self.back.push(spot);
            let surplus = self.back.len().saturating_sub(JUMPS_KEPT);
            self.back.drain(..surplus);
        }
    }

    /// Takes every spot to where its article went; those of articles that are gone are forgotten.
    pub fn follow(&mut self, moves: &IdRemap) {
        let follow = |spot: &mut Spot| moves.of(spot.article).map(|ix| spot.article = ix).is_some();
        self.back.retain_mut(follow);
        self.forward.retain_mut(follow);
        self.marks.retain(|_, spot| follow(spot));
    }

    /// The spot before the last jump; `here` can then be come back to by [`Jumps::forward`].
    pub fn back(&mut self, here: Option<Spot>) -> Option<Spot> {
        let spot = self.back.pop()?;
        self.forward.extend(here);
        Some(spot)
    }

    /// The spot [`Jumps::back`] was called from.
    pub fn forward(&mut self, here: Option<Spot>) -> Option<Spot> {
        let spot = self.forward.pop()?;
        self.back.extend(here);
        Some(spot)
    }

    /// Names `spot`.
    pub fn mark(&mut self, name: char, spot: Spot) {
        self.marks.insert(name, spot);
    }

    /// The spot with that name.
    #[must_use]
    pub fn marked(&self, name: char) -> Option<Spot> {
        self.marks.get(&name).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::{Cursor, Jumps, Motion, Scroll, Spot};
    use crate::model::archive::ArticleIx;

    #[test]
    fn motions_stay_in_the_list() {
        assert_eq!(Motion::Rows(-1).from(0, 9, 5), 0);
        assert_eq!(Motion::HalfPages(1).from(0, 9, 6), 3);
        assert_eq!(Motion::HalfPages(2).from(7, 9, 6), 9);
        assert_eq!(Motion::Bottom.from(0, 0, 0), 0);
    }

    #[test]
    fn the_window_follows_the_cursor_and_fills_the_screen() {
        let mut cursor = Cursor { at: 30, top: 0 };
        cursor.fit(100, 10);
        assert_eq!(cursor.top, 22);
        cursor.at = 99;
        cursor.fit(100, 10);
        assert_eq!(cursor.top, 90);
        cursor.fit(3, 10);
        assert_eq!(cursor, Cursor { at: 2, top: 0 });
        cursor.fit(0, 0);
        assert_eq!(cursor, Cursor::default());
    }

    #[test]
    fn jumps_lead_back_and_forward() {
        let spot = |offset| Spot { article: ArticleIx(0), scroll: Scroll { offset: Some(offset), above: 0 } };
        let mut jumps = Jumps::default();
        jumps.leave(spot(1));
        jumps.leave(spot(2));
        assert_eq!(jumps.back(Some(spot(3))), Some(spot(2)));
        assert_eq!(jumps.forward(Some(spot(2))), Some(spot(3)));
        assert_eq!(jumps.back(None), Some(spot(2)));
        assert_eq!(jumps.back(None), Some(spot(1)));
        assert_eq!(jumps.back(None), None);
    }
}
