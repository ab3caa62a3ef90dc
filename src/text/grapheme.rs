//! Stand-in until the real one is merged.

/// See the real one.
#[must_use]
pub fn truncate(text: &str, columns: usize) -> &str {
    let _ = columns;
    text
}
