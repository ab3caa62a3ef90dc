//! How wide the panes at the sides are: as usual for the screen, and what a person has added or taken away.
//!
//! Plain numbers; `ui/regions` divides the screen by them, and they are kept from run to run.

use std::fmt;
use std::fmt::{Display, Formatter};

use crate::app::keys::command::Pane;

/// The least columns of a pane at a side, its frame included.
const LEAST: u16 = 20;
/// The least columns of the reader between them.
const READER: u16 = 40;
/// Columns of one step.
const STEP: i16 = 2;

/// What was added to the usual widths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PaneWidths {
    /// To the articles and actors.
    left: i16,
    /// To the timeline.
    right: i16,
}

impl PaneWidths {
    /// The columns of the panes left and right on a screen of `width`, frames included.
    #[must_use]
    pub fn columns(self, width: u16) -> (u16, u16) {
        // A third for the list: a whole date and five words of a headline; the reader still has 45 columns of text on a screen of 120.
        let (left, right) = ((width * 34 / 100).clamp(30, 60), (width * 27 / 100).clamp(30, 56));
        if self == Self::default() {
            return (left, right);
        }
        let most = width.saturating_sub(READER + LEAST).max(LEAST);
        let left = left.saturating_add_signed(self.left).clamp(LEAST, most);
        let most = width.saturating_sub(READER + left).max(LEAST);
        (left, right.saturating_add_signed(self.right).clamp(LEAST, most))
    }

    /// With `pane` a step wider, or narrower, on a screen of `width`; `None` when it can be no more so.
    #[must_use]
    pub fn resized(self, pane: Pane, wider: bool, width: u16) -> Option<Self> {
        let step = if wider { STEP } else { -STEP };
        let added = |to: i16, by: i16| to.saturating_add(by);
        let resized = match pane {
            Pane::Articles | Pane::Actors => Self { left: added(self.left, step), ..self },
            Pane::Timeline => Self { right: added(self.right, step), ..self },
            Pane::Reader => Self { left: added(self.left, -step / 2), right: added(self.right, -step / 2) },
        };
        (resized.columns(width) != self.columns(width)).then_some(resized)
    }

    /// With the pane at a side as wide as `columns`, as far as it can be, on a screen of `width`.
    #[must_use]
    pub(crate) fn dragged(self, pane: Pane, columns: u16, width: u16) -> Self {
        let (left, right) = Self::default().columns(width);
        let added = |usual: u16| {
            let most = width.saturating_sub(READER + LEAST).max(LEAST);
            i16::try_from(i32::from(columns.clamp(LEAST, most)) - i32::from(usual)).unwrap_or(0)
        };
        match pane {
            Pane::Articles | Pane::Actors => Self { left: added(left), ..self },
            Pane::Timeline => Self { right: added(right), ..self },
            Pane::Reader => self,
        }
    }

    /// Reads what was written; anything else is the usual.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut numbers = text.split_whitespace().map(|number| number.parse::<i16>().ok().filter(|number| number.abs() < 500));
        match (numbers.next().flatten(), numbers.next().flatten()) {
            (Some(left), Some(right)) => Self { left, right },
            _ => Self::default(),
        }
    }
}

impl Display for PaneWidths {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        write!(to, "{} {}", self.left, self.right)
    }
}

#[cfg(test)]
mod tests {
    use super::PaneWidths;
    use crate::app::keys::command::Pane;

    #[test]
    fn panes_grow_to_the_edge_of_the_reader_and_no_further() {
        for pane in Pane::ALL {
            for wider in [true, false] {
                let (mut widths, mut steps) = (PaneWidths::default(), 0);
                while let Some(next) = widths.resized(pane, wider, 120) {
                    (widths, steps) = (next, steps + 1);
                    let (left, right) = widths.columns(120);
                    assert!(left >= 20 && right >= 20 && left + right <= 80, "{pane:?} {widths}");
                }
                assert!((3..100).contains(&steps), "{pane:?}: {steps}");
                assert_eq!(PaneWidths::read(&widths.to_string()), widths);
            }
        }
        let dragged = PaneWidths::default().dragged(Pane::Articles, 50, 120).dragged(Pane::Timeline, 25, 120);
        assert_eq!(dragged.columns(120), (50, 25));
        assert_eq!(dragged.dragged(Pane::Articles, 3, 120).columns(120).0, 20, "no narrower than it can be read");
        assert_eq!(dragged.dragged(Pane::Articles, 119, 120).columns(120).0, 60);
        assert_eq!(PaneWidths::read("no numbers"), PaneWidths::default());
        assert_eq!(PaneWidths::read("9999 0"), PaneWidths::default());
    }
}
