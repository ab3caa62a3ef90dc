//! What can be done to text that is being written, beside typing and pasting. Both fields of text carry it out.

/// A change of a text, or a movement in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A character back.
    Left,
    /// A character on.
    Right,
    /// A word back.
    WordLeft,
    /// A word on.
    WordRight,
    /// To the head of the line.
    Head,
    /// To the end of the line.
    End,
    /// A row up.
    Up,
    /// A row down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// A paragraph up.
    ParagraphUp,
    /// A paragraph down.
    ParagraphDown,
    /// Deletes the character before the cursor.
    DeleteBack,
    /// Deletes the character behind it.
    DeleteForward,
    /// Deletes the word before it.
    DeleteWord,
    /// Deletes the word behind it.
    DeleteNextWord,
    /// Deletes to the end of the line.
    DeleteToEnd,
    /// Deletes to the head of the line.
    DeleteToHead,
    /// Puts in what was deleted last.
    PutBack,
    /// Begins a line.
    NewLine,
    /// Spaces to the next stop.
    Indent,
    /// Undoes the last change.
    Undo,
    /// Does it again.
    Redo,
}

impl Edit {
    /// Whether it needs more than one line.
    #[must_use]
    pub fn is_of_rows(self) -> bool {
        use Edit::{Down, Indent, NewLine, PageDown, PageUp, ParagraphDown, ParagraphUp, Up};
        matches!(self, Up | Down | PageUp | PageDown | ParagraphUp | ParagraphDown | NewLine | Indent)
    }
}
