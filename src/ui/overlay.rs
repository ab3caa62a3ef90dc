//! Draws what lies over the panes: pickers, pages and notes; and the review list under them.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span as Piece};
use ratatui::widgets::{Block, Clear};

use crate::app::keys::command::{Command, Pane};
use crate::app::keys::keymap::Keymap;
use crate::app::notes::note_editor::NoteEditor;
use crate::app::overlay::{LineRole, Overlay, PageLine, TextPage};
use crate::app::state::State;
use crate::app::widget::picker::Picker;
use crate::text::grapheme::elide;
use crate::text::wrap::width;
use crate::tr;
use crate::ui::actor_page;
use crate::ui::canvas::{Marks, fitted, owned, row, styled_marks};
use crate::ui::compare_page;
use crate::ui::filter_line::field;
use crate::ui::hints::{hint, pair};
use crate::ui::notes_pane;
use crate::ui::regions::inner;
use crate::ui::review;
use crate::ui::sheet_page;
use crate::ui::theme::{Role, Theme};

/// Draws `overlay` into `area`, frame included.
pub fn draw(frame: &mut Frame, (state, overlay): (&State, &Overlay), theme: &Theme, area: Rect) {
    let (title, foot) = title_and_foot(state, overlay, area);
    frame.render_widget(Clear, area);
    let block = Block::bordered().border_style(theme.style(Role::FrameFocused));
    let title = elide(&title, usize::from(area.width).saturating_sub(4));
    let block = block.title(Line::styled(format!(" {title} "), theme.style(Role::Title)));
    frame.render_widget(block.title_bottom(Line::styled(foot, theme.style(Role::Dim))), area);
    match overlay {
        Overlay::Picker(picker) => draw_picker(frame, (picker, state.focus), theme, inner(area)),
        Overlay::Page(page) => draw_page(frame, page, theme, inner(area)),
        Overlay::Sheet(page) => sheet_page::draw(frame, page, theme, inner(area)),
        Overlay::Compare(page) => compare_page::draw(frame, page, theme, inner(area)),
        Overlay::Actor(page) => actor_page::draw(frame, page, theme, inner(area)),
        Overlay::Note(editor) => draw_editor(frame, editor, theme, inner(area)),
        Overlay::Notes(pane) => notes_pane::draw(frame, (state, pane), theme, inner(area)),
        Overlay::Review(review) => review::draw(frame, (state, review), theme, inner(area)),
    }
}

/// What the frame says, above and below.
fn title_and_foot<'a>(state: &State, overlay: &'a Overlay, area: Rect) -> (Cow<'a, str>, String) {
    let (keymap, columns) = (&state.input.keymap, usize::from(inner(area).width));
    match overlay {
        Overlay::Review(review) => (review::title(state, review).into(), foot(&review::foot(state, review), columns)),
        Overlay::Notes(pane) => (tr!("Notes").into(), foot(&notes_pane::foot(state, pane), columns)),
        Overlay::Picker(picker) => {
            let rows = Some(tr!("{shown} of {count}", shown = picker.shown(), count = picker.len()));
            let cancels = if picker.asks_to_leave() { tr!("stays") } else { tr!("leaves") };
            let keys = [hint(keymap, Command::Accept, tr!("picks")), hint(keymap, Command::Cancel, cancels)];
            let parts: Vec<String> = [rows].into_iter().chain(keys).flatten().collect();
            (picker.title.as_ref().into(), foot(&parts, columns))
        }
        Overlay::Page(page) => (page.title.into(), page_foot(keymap, page, inner(area))),
        Overlay::Sheet(page) => (page.sheet.title.as_str().into(), foot(&sheet_page::foot(keymap, page), columns)),
        Overlay::Compare(page) => {
            let rows = usize::from(inner(area).height);
            (tr!("Compare").into(), foot(&compare_page::foot(keymap, page, rows), columns))
        }
        Overlay::Actor(page) => (page.title.as_str().into(), foot(&actor_page::foot(keymap, page), columns)),
        Overlay::Note(editor) => (editor.title.as_str().into(), editor_foot(keymap, editor, columns)),
    }
}

/// The ways out of the editor; while a tag is being written, those it may become.
fn editor_foot(keymap: &Keymap, editor: &NoteEditor, columns: usize) -> String {
    let writes = hint(keymap, Command::Complete, tr!("writes ")).unwrap_or_default();
    let offer = |(at, (tag, count)): (usize, &(Box<str>, usize))| {
        let lead = if at == 0 { writes.as_str() } else { "" };
        format!("{lead}#{tag} {count}")
    };
    let offers: Vec<String> = editor.offers.tags.iter().enumerate().map(offer).collect();
    let keys: [Option<String>; 3] = if offers.is_empty() {
        [
            hint(keymap, Command::KeepNote, tr!("keeps the note")),
            hint(keymap, Command::EditOutside, tr!("your editor")),
            hint(keymap, Command::LeaveNote, tr!("leaves it as it was")),
        ]
    } else {
        let next = hint(keymap, Command::NextTag, tr!("next")).filter(|_| offers.len() > 1);
        [next, hint(keymap, Command::CloseOffers, tr!("no tag")), None]
    };
    let parts: Vec<String> = offers.into_iter().chain(keys.into_iter().flatten()).collect();
    // How the note is kept is the last to go; a tag that is offered, the last of the tags.
    if editor.offers.tags.is_empty() { foot_from_first(&parts, columns) } else { foot(&parts, columns) }
}

/// The words the note is on, and the note as it is written.
fn draw_editor(frame: &mut Frame, editor: &NoteEditor, theme: &Theme, area: Rect) {
    let quote_rows = if editor.quoted.is_empty() { 0 } else { 2.min(area.height) };
    if quote_rows > 0 {
        let quoted = tr!("“{words}”", words = editor.quoted);
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

fn page_foot(keymap: &Keymap, page: &TextPage, area: Rect) -> String {
    let (rows, columns) = (usize::from(area.height), usize::from(area.width));
    let closes = hint(keymap, Command::Cancel, tr!("closes"));
    let parts = if page.rows.len() <= rows {
        [None, None, closes]
    } else {
        let last = (page.top + rows).min(page.rows.len());
        let scroll = pair(keymap, [Command::Down, Command::Up], tr!("scroll"));
        [Some(tr!("{last} of {count} rows", last, count = page.rows.len())), scroll, closes]
    };
    foot(&parts.into_iter().flatten().collect::<Vec<_>>(), columns)
}

/// As many `parts` as fit, the first of them first; the last, which tells the way out, is the last to go.
fn foot(parts: &[String], columns: usize) -> String {
    let Some((last, others)) = parts.split_last() else { return String::new() };
    let joined = |kept: usize| {
        let kept = others.iter().take(kept).chain([last]).map(String::as_str).collect::<Vec<_>>();
        format!(" {} ", kept.join(" · "))
    };
    (0..=others.len()).rev().map(joined).find(|text| width(text) <= columns).unwrap_or_default()
}

/// As many `parts` as fit, the first of them the last to go.
fn foot_from_first(parts: &[String], columns: usize) -> String {
    let joined = |kept: usize| format!(" {} ", parts.iter().take(kept).map(String::as_str).collect::<Vec<_>>().join(" · "));
    (1..=parts.len()).rev().map(joined).find(|text| width(text) <= columns).unwrap_or_default()
}

fn draw_picker(frame: &mut Frame, (picker, focus): (&Picker, Pane), theme: &Theme, area: Rect) {
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
        let text_role = if item.choice.works_in(focus) { Role::Text } else { Role::Dim };
        pieces.extend(fitted(text, columns.saturating_sub(width(&item.note) + 3), theme.style(text_role), &marks));
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
