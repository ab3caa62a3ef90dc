//! The guard against panics. Around the reading of one file or line, a panic, most likely in a parser of foreign formats, becomes
//! a problem of that file, and all others are still read. Around a job of a worker (`runtime/worker`), it becomes an answer.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// What is said of a file whose reading panicked.
pub const FAULT: &str = "could not be read: a fault of the program, which is worth reporting with this file";

/// What `work` gives; `None` when it panicked. What it has changed by then that outlives it, the caller has to make sound again.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn a_fault_gives_nothing_and_goes_no_further() {
        assert_eq!(guarded(|| 1), Some(1));
        assert_eq!(guarded(|| Vec::<u8>::new()[1]), None);
    }
}
