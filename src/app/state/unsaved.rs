//! What was done to notes and is not on the disk yet. Plain data; `keeping` moves it along.

use crate::notes::action::Action;
use crate::tr;

/// What is not on the disk yet.
#[derive(Clone, Debug, Default)]
pub struct Unsaved {
    /// What was done and is not known to be kept, oldest first.
    pub actions: Vec<Action>,
    /// What is said when it all is.
    pub told: Option<String>,
    /// Why it is not, when the disk refuses.
    pub trouble: Option<String>,
    /// How many of them the person was told of.
    pub admitted: usize,
    /// Whether the person leaves as soon as all is kept, exports too.
    pub leaving: bool,
    /// How many exports are being written.
    pub exports: usize,
    /// How many entries of the ledger are being made.
    pub entries: usize,
}

impl Unsaved {
    /// Whether all is on the disk, exports too, and nothing more is on its way there.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.actions.is_empty() && self.exports == 0 && self.entries == 0
    }

    /// How things stand, for the status line; `None` while nothing is amiss.
    #[must_use]
    pub fn standing(&self) -> Option<String> {
        self.trouble.as_ref().map(|_| tr!("{counted} NOT KEPT", counted = self.counted()))
    }

    /// How many actions there are, in words.
    #[must_use]
    pub fn counted(&self) -> String {
        tr!("{n} change" | "{n} changes", n = self.actions.len())
    }
}
