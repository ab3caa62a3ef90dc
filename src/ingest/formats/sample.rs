//! A sample: what a format is told from, the text of a file and its name. What several formats ask is worked out once.

use std::cell::OnceCell;

use crate::ingest::source::format::{FileFormat, tell};

/// A decoded file that is to be told.
#[derive(Debug)]
pub(crate) struct Sample<'a> {
    /// The text.
    pub(crate) text: &'a str,
    /// The name of the file, without its folder.
    pub(crate) file: &'a str,
    shape: OnceCell<FileFormat>,
}

impl<'a> Sample<'a> {
    /// The sample of `text`, which stands in `file`.
    pub(crate) fn new(text: &'a str, file: &'a str) -> Self {
        Self { text, file, shape: OnceCell::new() }
    }

    /// What the text looks like before anything special is known of it.
    pub(crate) fn shape(&self) -> FileFormat {
        *self.shape.get_or_init(|| tell(self.text, self.file))
    }

    /// Whether the text begins with a tag.
    pub(crate) fn is_markup(&self) -> bool {
        self.text.trim_start().starts_with('<')
    }
}
