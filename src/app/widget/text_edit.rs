//! A field of several lines of text, softly wrapped: notes are written in it. The editing and undoing are `tui-textarea`'s.

use tui_textarea::{CursorMove, DataCursor, Input, Key as AreaKey, TextArea, WrapMode};

use crate::app::keys::key::{KeyCode, KeyPress};

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

    /// Types or edits with `key`; whether the text has changed.
    pub fn press(&mut self, key: KeyPress) -> bool {
        let code = match key.code {
            KeyCode::Char(c) => AreaKey::Char(c),
            KeyCode::Enter => AreaKey::Enter,
            KeyCode::Tab => AreaKey::Tab,
            KeyCode::Backspace => AreaKey::Backspace,
            KeyCode::Delete => AreaKey::Delete,
            KeyCode::Left => AreaKey::Left,
            KeyCode::Right => AreaKey::Right,
            KeyCode::Up => AreaKey::Up,
            KeyCode::Down => AreaKey::Down,
            KeyCode::Home => AreaKey::Home,
            KeyCode::End => AreaKey::End,
            KeyCode::PageUp => AreaKey::PageUp,
            KeyCode::PageDown => AreaKey::PageDown,
            KeyCode::Esc | KeyCode::BackTab | KeyCode::F(_) => return false,
        };
        match key {
            // ^U and ^R undo and redo in the library; ^Z suspends before it comes here.
            KeyPress { code: KeyCode::Char('w'), ctrl: true, .. } => self.area.delete_word(),
            _ => self.area.input(Input { key: code, ctrl: key.ctrl, alt: key.alt, shift: false }),
        }
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
    use crate::app::keys::key::KeyPress;

    #[test]
    fn it_edits_lines_and_undoes() {
        let mut field = TextEdit::new("À vérifier");
        for key in KeyPress::parse_all(" demain<Enter>#todo").unwrap() {
            assert!(field.press(key));
        }
        assert_eq!(field.text(), "À vérifier demain\n#todo");
        field.paste("\r\na\u{1b}b");
        assert_eq!(field.text(), "À vérifier demain\n#todo\nab");
        field.press(KeyPress::parse_all("<C-u>").unwrap()[0]);
        assert_eq!(field.text(), "À vérifier demain\n#todo");
    }
}
