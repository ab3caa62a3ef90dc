//! A field of one line of text: the filter line, search, the `:` line and the pickers type into it.
//!
//! The editing is `tui-textarea`'s; this is the one place of layer 3 that knows a terminal library.

use tui_textarea::{CursorMove, Scrolling, TextArea};

use crate::app::widget::edit::Edit;
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

    /// Types `c`; whether the text has changed. What would make a second line does nothing.
    pub fn insert(&mut self, c: char) -> bool {
        let is_of_line = !c.is_control();
        if is_of_line {
            self.area.insert_char(c);
        }
        is_of_line
    }

    /// Moves or deletes; whether the text has changed. What needs several lines does nothing.
    pub fn edit(&mut self, edit: Edit) -> bool {
        let before = self.text().to_owned();
        if !edit.is_of_rows() {
            apply(&mut self.area, edit);
        }
        before != self.text()
    }

    /// Puts `text` in at the cursor, its line breaks as spaces and its controls left out.
    pub fn paste(&mut self, text: &str) {
        // Terminals paste the end of a line as a return.
        let text = text.replace("\r\n", "\n");
        let line: String =
            text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }).filter(|c| !c.is_control()).collect();
        self.area.insert_str(line);
    }
}

/// Carries `edit` out; whether it may have changed the text.
pub fn apply(area: &mut TextArea<'static>, edit: Edit) -> bool {
    let to = match edit {
        Edit::DeleteBack => return area.delete_char(),
        Edit::DeleteForward => return area.delete_next_char(),
        Edit::DeleteWord => return area.delete_word(),
        Edit::DeleteNextWord => return area.delete_next_word(),
        Edit::DeleteToEnd => return area.delete_line_by_end(),
        Edit::DeleteToHead => return area.delete_line_by_head(),
        Edit::PutBack => return area.paste(),
        Edit::Indent => return area.insert_tab(),
        Edit::Undo => return area.undo(),
        Edit::Redo => return area.redo(),
        Edit::NewLine => {
            area.insert_newline();
            return true;
        }
        Edit::PageUp | Edit::PageDown => {
            area.scroll(if edit == Edit::PageUp { Scrolling::PageUp } else { Scrolling::PageDown });
            return false;
        }
        Edit::Left => CursorMove::Back,
        Edit::Right => CursorMove::Forward,
        Edit::WordLeft => CursorMove::WordBack,
        Edit::WordRight => CursorMove::WordForward,
        Edit::Head => CursorMove::Head,
        Edit::End => CursorMove::End,
        Edit::Up => CursorMove::Up,
        Edit::Down => CursorMove::Down,
        Edit::ParagraphUp => CursorMove::ParagraphBack,
        Edit::ParagraphDown => CursorMove::ParagraphForward,
    };
    area.move_cursor(to);
    false
}

#[cfg(test)]
mod tests {
    use super::LineEdit;
    use crate::app::widget::edit::Edit;
    use crate::text::span::Span;

    fn type_text(field: &mut LineEdit, text: &str) {
        assert!(text.chars().all(|c| field.insert(c)));
    }

    #[test]
    fn it_edits_one_line() {
        let mut field = LineEdit::new("");
        type_text(&mut field, "kazemi 2020");
        assert!(field.edit(Edit::DeleteWord));
        type_text(&mut field, "irak");
        assert!(!field.edit(Edit::Head));
        type_text(&mut field, "l");
        assert!(!field.edit(Edit::NewLine) && !field.edit(Edit::Indent) && !field.insert('\n'));
        assert_eq!((field.text(), field.cursor()), ("lkazemi irak", 1));
        field.paste("a\nb\u{1b}");
        assert_eq!(field.text(), "la bkazemi irak");
        field.replace(Span::new(0, 4), "été ");
        assert_eq!((field.text(), field.cursor(), field.cursor_byte()), ("été kazemi irak", 4, 6));
        field.set("la bkazemi irak");
        assert!(field.edit(Edit::DeleteToHead));
        assert_eq!(field.text(), "");
        assert!(field.edit(Edit::PutBack));
        assert_eq!(field.text(), "la bkazemi irak");
    }
}
