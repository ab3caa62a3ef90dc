//! A field of one line of text: the filter line, search, the `:` line and the pickers type into it.
//!
//! The editing is `tui-textarea`'s; this is the one place of layer 3 that knows a terminal library.

use tui_textarea::{CursorMove, Input, Key as AreaKey, TextArea};

use crate::app::keys::key::{KeyCode, KeyPress};
use crate::text::span::Span;

/// A field of one line.
#[derive(Clone, Debug, Default)]
pub struct LineEdit {
    area: TextArea<'static>,
}

impl LineEdit {
    /// A field that holds `text`, the cursor behind it.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut area = TextArea::new(vec![text.to_owned()]);
        area.move_cursor(CursorMove::End);
        Self { area }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.area.lines().first().map_or("", String::as_str)
    }

    /// The cursor, in characters from the head.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.area.cursor().1
    }

    /// The cursor, in bytes from the head.
    #[must_use]
    pub fn cursor_byte(&self) -> usize {
        self.text().char_indices().nth(self.cursor()).map_or(self.text().len(), |(at, _)| at)
    }

    /// Puts `insert` in the place of `span`, the cursor behind it.
    pub fn replace(&mut self, span: Span, insert: &str) {
        let chars = |to: usize| self.text().get(..to).unwrap_or_default().chars().count();
        let (start, len) = (chars(span.first()), span.of(self.text()).chars().count());
        self.area.move_cursor(CursorMove::Jump(0, u16::try_from(start).unwrap_or(u16::MAX)));
        self.area.delete_str(len);
        self.area.insert_str(insert);
    }

    /// Puts `text` in the place of all there is, the cursor behind it.
    pub fn set(&mut self, text: &str) {
        self.replace(Span::new(0, self.text().len()), text);
    }

    /// Types or edits with `key`; whether the text has changed. Keys that would make a second line do nothing.
    pub fn press(&mut self, key: KeyPress) -> bool {
        let code = match key.code {
            KeyCode::Char('m' | 'j') if key.ctrl => return false,
            KeyCode::Char(c) => AreaKey::Char(c),
            KeyCode::Backspace => AreaKey::Backspace,
            KeyCode::Delete => AreaKey::Delete,
            KeyCode::Left => AreaKey::Left,
            KeyCode::Right => AreaKey::Right,
            KeyCode::Home => AreaKey::Home,
            KeyCode::End => AreaKey::End,
            _ => return false,
        };
        let before = self.text().to_owned();
        // ^U clears to the head of the line, as in every shell; the library undoes with it.
        match key {
            KeyPress { code: KeyCode::Char('u'), ctrl: true, .. } => drop(self.area.delete_line_by_head()),
            _ => drop(self.area.input(Input { key: code, ctrl: key.ctrl, alt: key.alt, shift: false })),
        }
        before != self.text()
    }

    /// Puts `text` in at the cursor, its line breaks as spaces and its controls left out.
    pub fn paste(&mut self, text: &str) {
        let line: String =
            text.chars().map(|c| if c == '\n' || c == '\t' { ' ' } else { c }).filter(|c| !c.is_control()).collect();
        self.area.insert_str(line);
    }
}

#[cfg(test)]
mod tests {
    use super::LineEdit;
    use crate::app::keys::key::KeyPress;
    use crate::text::span::Span;

    #[test]
    fn it_edits_one_line() {
        let mut field = LineEdit::new("");
        for key in KeyPress::parse_all("kazemi 2020<C-w>irak<Home>l<Enter><C-j>").unwrap() {
            field.press(key);
        }
        assert_eq!((field.text(), field.cursor()), ("lkazemi irak", 1));
        field.paste("a\nb\u{1b}");
        assert_eq!(field.text(), "la bkazemi irak");
        field.replace(Span::new(0, 4), "été ");
        assert_eq!((field.text(), field.cursor(), field.cursor_byte()), ("été kazemi irak", 4, 6));
        field.set("la bkazemi irak");
        field.press(KeyPress::parse_all("<C-u>").unwrap()[0]);
        assert_eq!(field.text(), "");
    }
}
