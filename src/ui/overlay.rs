//! Draws what lies over the panes: pickers, pages and notes; and the review list under them.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span as Piece};
use ratatui::widgets::{Block, Clear};

use crate::app::notes::note_editor::NoteEditor;
use crate::app::overlay::{LineRole, Overlay, PageLine, TextPage};
use crate::app::state::State;
use crate::app::widget::picker::Picker;
use crate::text::wrap::width;
use crate::ui::actor_page;
use crate::ui::canvas::{Marks, fitted, row, styled_marks};
use crate::ui::filter_line::field;
use crate::ui::notes_pane;
use crate::ui::regions::inner;
use crate::ui::review;
use crate::ui::theme::{Role, Theme};

/// Draws `overlay` into `area`, frame included.
pub fn draw(frame: &mut Frame, (state, overlay): (&State, &Overlay), theme: &Theme, area: Rect) {
    let columns = usize::from(inner(area).width);
    let review_title;
    let (title, foot) = match overlay {
        Overlay::Review(review) => {
            review_title = review::title(state, review);
            (review_title.as_str(), foot(&review::foot(state, review), columns))
        }
        Overlay::Notes(pane) => ("Notes", foot(&notes_pane::foot(state, pane), columns)),
        Overlay::Picker(picker) => {
            let rows = format!("{} of {}", picker.shown(), picker.len());
            (picker.title, foot(&[&rows, "Enter picks", "Esc leaves"], columns))
        }
        Overlay::Page(page) => (page.title, page_foot(page, inner(area))),
        Overlay::Actor(page) => {
            let parts = actor_page::foot(page);
            (page.title.as_str(), foot(&parts.iter().map(String::as_str).collect::<Vec<_>>(), columns))
        }
        Overlay::Note(editor) => (editor.title.as_str(), editor_foot(editor, columns)),
    };
    frame.render_widget(Clear, area);
    let block = Block::bordered().border_style(theme.style(Role::FrameFocused));
    let block = block.title(Line::styled(format!(" {title} "), theme.style(Role::Title)));
    frame.render_widget(block.title_bottom(Line::styled(foot, theme.style(Role::Dim))), area);
    match overlay {
        Overlay::Picker(picker) => draw_picker(frame, picker, theme, inner(area)),
        Overlay::Page(page) => draw_page(frame, page, theme, inner(area)),
        Overlay::Actor(page) => actor_page::draw(frame, page, theme, inner(area)),
        Overlay::Note(editor) => draw_editor(frame, editor, theme, inner(area)),
        Overlay::Notes(pane) => notes_pane::draw(frame, (state, pane), theme, inner(area)),
        Overlay::Review(review) => review::draw(frame, (state, review), theme, inner(area)),
    }
}

/// The ways out of the editor; while a tag is being written, those it may become.
fn editor_foot(editor: &NoteEditor, columns: usize) -> String {
    let offer = |(at, (tag, count)): (usize, &(Box<str>, usize))| {
        let lead = if at == 0 { "Tab writes " } else { "" };
        format!("{lead}#{tag} {count}")
    };
    let offers: Vec<String> = editor.offers.tags.iter().enumerate().map(offer).collect();
    if offers.is_empty() {
        return foot(&["Esc keeps the note", "^E your editor", "^C leaves it as it was"], columns);
    }
    let next = if offers.len() > 1 { Some("S-Tab next") } else { None };
    let parts: Vec<&str> = offers.iter().map(String::as_str).chain(next).chain(["Esc no tag"]).collect();
    foot(&parts, columns)
}

/// The words the note is on, and the note as it is written.
fn draw_editor(frame: &mut Frame, editor: &NoteEditor, theme: &Theme, area: Rect) {
    let quote_rows = if editor.quoted.is_empty() { 0 } else { 2.min(area.height) };
    if quote_rows > 0 {
        let quoted = format!("“{}”", editor.quoted);
        let line = Line::from(
            fitted(&quoted, area.width.into(), theme.style(Role::Dim), &[]).into_iter().map(owned).collect::<Vec<_>>(),
        );
        frame.render_widget(line, Rect { height: 1, ..area });
    }
    let area = Rect { y: area.y + quote_rows, height: area.height - quote_rows, ..area };
    if !area.is_empty() {
        frame.render_widget(editor.field.area(), area);
    }
}

fn owned(piece: Piece<'_>) -> Piece<'static> {
    Piece::styled(piece.content.into_owned(), piece.style)
}

fn page_foot(page: &TextPage, area: Rect) -> String {
    let (rows, columns) = (usize::from(area.height), usize::from(area.width));
    if page.rows.len() <= rows {
        return foot(&["Esc closes"], columns);
    }
    let last = (page.top + rows).min(page.rows.len());
    foot(&[&format!("{last} of {} rows", page.rows.len()), "j k scroll", "Esc closes"], columns)
}

/// As many `parts` as fit, the first of them first; the last, which tells the way out, is the last to go.
fn foot(parts: &[&str], columns: usize) -> String {
    let Some((last, others)) = parts.split_last() else { return String::new() };
    let joined = |kept: usize| {
        let kept = others.iter().take(kept).chain([last]).copied().collect::<Vec<_>>();
        format!(" {} ", kept.join(" · "))
    };
    (0..=others.len()).rev().map(joined).find(|text| width(text) <= columns).unwrap_or_default()
}

fn draw_picker(frame: &mut Frame, picker: &Picker, theme: &Theme, area: Rect) {
    let columns = usize::from(area.width);
    let (mut typed, cursor) = field(picker.field.text(), picker.field.cursor(), columns.saturating_sub(2), theme, &Marks::new());
    typed.insert(0, Piece::styled("> ", theme.style(Role::Key)));
    frame.render_widget(Line::from(typed), Rect { height: 1.min(area.height), ..area });
    frame.set_cursor_position(Position::new(area.x + 2 + cursor, area.y));

    let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let rows = picker.rows().enumerate().skip(picker.cursor.top).take(list.height.into());
    for ((at, (item, text, marks)), y) in rows.zip(list.y..) {
        let marks = styled_marks(marks, theme.style(Role::Match));
        let mut pieces = vec![Piece::styled(if item.on { "✓ " } else { "  " }, theme.style(Role::Key))];
        pieces.extend(fitted(text, columns.saturating_sub(width(&item.note) + 3), theme.style(Role::Text), &marks));
        let line = row(pieces, vec![Piece::styled(item.note.as_str(), theme.style(Role::Dim))], columns);
        let role = if at == picker.cursor.at { Role::Selected } else { Role::Text };
        frame.render_widget(line.style(theme.style(role)), Rect { y, height: 1, ..list });
    }
}

fn draw_page(frame: &mut Frame, page: &TextPage, theme: &Theme, area: Rect) {
    let rows = page.rows.iter().skip(page.top).take(area.height.into());
    for (line, y) in rows.zip(area.y..) {
        frame.render_widget(page_line(page, line, theme), Rect { y, height: 1, ..area });
    }
}

fn page_line<'a>(page: &TextPage, line: &'a PageLine, theme: &Theme) -> Line<'a> {
    let style = theme.style(match line.role {
        LineRole::Heading => Role::Heading,
        LineRole::Text => Role::Text,
        LineRole::Quote => Role::Date,
    });
    if line.label.is_empty() {
        return Line::styled(line.text.as_str(), style);
    }
    let gap = page.label_cols.saturating_sub(width(&line.label));
    Line::from(vec![
        Piece::styled(line.label.as_str(), theme.style(Role::Key)),
        Piece::raw(" ".repeat(gap)),
        Piece::styled(line.text.as_str(), style),
    ])
}
