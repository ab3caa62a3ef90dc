//! A label as plain data: the line, and what it was taken from.

/// What a label was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LabelOrigin {
    /// A sentence, some of its words deleted.
    Sentence,
    /// The headline, as it stands.
    Headline,
}

impl LabelOrigin {
    /// Its name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sentence => "sentence",
            Self::Headline => "headline",
        }
    }
}

/// A line that says what happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventLabel {
    /// The line.
    pub text: String,
    /// What it was taken from.
    pub from: LabelOrigin,
}
