//! The ways out of a room with unsaved notes, as the picker offers them on leaving.

/// A way out of a room with something unkept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitChoice {
    /// Stay, and go on trying.
    Stay,
    /// Write what is unkept to a file elsewhere, and leave.
    Rescue,
    /// Leave it behind.
    Abandon,
}
