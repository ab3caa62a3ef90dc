//! What a key is waited for that is no command: the letter of a mark, a colour.

/// A key that waits for the letter of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaited {
    /// The name of a mark to set.
    MarkToSet,
    /// The name of a mark to go to.
    MarkToVisit,
    /// The letter or the number of a colour to mark in.
    Color,
}
