//! How a subcommand ends when nothing failed.

/// What came of a subcommand; a failure is an error instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitStatus {
    /// It printed what was asked for: exit code 0.
    Done,
    /// Nothing was found where something was asked for: exit code 1, as grep has it.
    NothingFound,
    /// Something that was checked is not as it should be: exit code 1, as diff has it.
    NotExact,
}

impl ExitStatus {
    /// Done when `found` things were printed, unless there were none.
    #[must_use]
    pub fn of(found: usize) -> Self {
        if found == 0 { Self::NothingFound } else { Self::Done }
    }
}
