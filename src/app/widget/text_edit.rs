//! A field of several lines of text, softly wrapped: notes are written in it. The editing and undoing are `tui-textarea`'s.

use tui_textarea::{CursorMove, DataCursor, TextArea, WrapMode};

use crate::app::widget::edit::Edit;
use crate::app::widget::line_edit::apply;

/// A field of several lines.
#[derive(Clone, Debug, Default)]
pub struct TextEdit {
    area: TextArea<'static>,
}

impl TextEdit {
    /// A field that holds `text`, the cursor behind it.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// What draws it.
    #[must_use]
    pub fn area(&self) -> &TextArea<'static> {
        &self.area
    }

    /// Types `c`; whether the text has changed.
    pub fn insert(&mut self, c: char) -> bool {
        self.area.insert_char(c);
        true
    }

    /// Moves, deletes or undoes; whether the text has changed.
    pub fn edit(&mut self, edit: Edit) -> bool {
        apply(&mut self.area, edit)
    }

    /// The line the cursor is on, what stands before it there, and behind it.
    #[must_use]
    pub fn around(&self) -> (usize, &str, &str) {
        let DataCursor(row, column) = self.area.cursor();
        let line = self.area.lines().get(row).map_or("", String::as_str);
        let at = line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
        let (before, behind) = line.split_at_checked(at).unwrap_or((line, ""));
        (row, before, behind)
    }

    /// Puts `text` in the place of the last `typed` characters before the cursor.
    pub fn complete(&mut self, typed: usize, text: &str) {
        for _ in 0..typed {
            self.area.delete_char();
        }
        self.area.insert_str(text);
    }

    /// Puts `text` in at the cursor, its controls left out.
    pub fn paste(&mut self, text: &str) {
        let clean: String = text
            .replace("\r\n", "\n")
            .replace('\r', "\n")
            .chars()
            .filter(|c| matches!(c, '\n' | '\t') || !c.is_control())
            .collect();
        self.area.insert_str(clean);
    }
}

#[cfg(test)]
mod tests {
    use super::TextEdit;
    use crate::app::widget::edit::Edit;

    #[test]
    fn it_edits_lines_and_undoes() {
        let mut field = TextEdit::new("À vérifier");
        assert!(" demain".chars().all(|c| field.insert(c)));
        assert!(field.edit(Edit::NewLine) && "#todo".chars().all(|c| field.insert(c)));
        assert_eq!(field.text(), "À vérifier demain\n#todo");
        field.paste("\r\na\u{1b}b");
        assert_eq!(field.text(), "À vérifier demain\n#todo\nab");
        assert!(field.edit(Edit::Undo) && !field.edit(Edit::Up));
        assert_eq!(field.text(), "À vérifier demain\n#todo");
    }
}
