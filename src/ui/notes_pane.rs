//! Draws the pane of notes: the query, how it was understood, the notes it wants, and the one under the cursor in full.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span as Piece};

use crate::app::keys::command::Command;
use crate::app::review::notes_pane::{HEAD_ROWS, NoteRow, NotesPane};
use crate::app::review::notes_pane_keys;
use crate::app::state::State;
use crate::locale::translated;
use crate::text::grapheme::elide;
use crate::text::wrap::width;
use crate::ui::canvas::{fitted, row, styled_marks};
use crate::ui::filter_line::{fault_marks, field, hidden};
use crate::ui::filter_note::caret;
use crate::ui::hints::{hint, pair};
use crate::ui::offers;
use crate::ui::theme::{Role, Theme};
use crate::{tr, tr_later};

/// What an empty line could ask.
const FORMS: &str = tr_later!("words · note: tag: color: · has:note has:highlight is:orphan · source: actor: date:");
/// Columns of the sign before the query.
const SIGN: usize = 2;

/// What the foot of the frame says.
#[must_use]
pub fn foot(state: &State, pane: &NotesPane) -> Vec<String> {
    let keymap = &state.input.keymap;
    let parts = if pane.prompt.offers.listed().is_empty() {
        let review = hint(keymap, Command::ReviewListed, tr!("reviews what is astray"));
        [
            hint(keymap, Command::Accept, tr!("goes there")),
            hint(keymap, Command::DeleteNoted, tr!("deletes")),
            review.filter(|_| !state.notes.reanchor.open.is_empty()),
            hint(keymap, Command::Complete, tr!("completes")),
            hint(keymap, Command::Cancel, tr!("leaves")),
        ]
    } else {
        [
            hint(keymap, Command::Complete, tr!("takes what is marked")),
            pair(keymap, [Command::PreviousOffer, Command::NextOffer], tr!("mark another")),
            hint(keymap, Command::CloseOffers, tr!("closes the list")),
            None,
            None,
        ]
    };
    parts.into_iter().flatten().collect()
}

/// Draws the pane into `area`.
pub fn draw(frame: &mut Frame, (state, pane): (&State, &NotesPane), theme: &Theme, area: Rect) {
    let columns = usize::from(area.width);
    draw_query(frame, pane, theme, area);
    let (list_rows, detail_rows) = NotesPane::heights(area.height.into());
    let head = u16::try_from(HEAD_ROWS).unwrap_or(u16::MAX).min(area.height);
    let list_rows = u16::try_from(list_rows).unwrap_or(u16::MAX).min(area.height - head);
    let list = Rect { y: area.y + head, height: list_rows, ..area };
    let rows = pane.rows().enumerate().skip(pane.cursor.top).take(list.height.into());
    for ((at, one), y) in rows.zip(list.y..) {
        let Some(one) = notes_pane_keys::row(state, one) else { continue };
        let role = if at == pane.cursor.at { Role::Selected } else { Role::Text };
        frame.render_widget(line(&one, (state, pane), theme, columns).style(theme.style(role)), Rect { y, height: 1, ..list });
    }
    if pane.shown() == 0 {
        let words = Line::styled(tr!(" No note is like this."), theme.style(Role::Dim));
        frame.render_widget(words, Rect { height: list.height.min(1), ..list });
    }
    if let Some(one) = pane.current().filter(|_| detail_rows > 0).and_then(|one| notes_pane_keys::row(state, one)) {
        draw_note(
            frame,
            &one,
            theme,
            Rect { y: list.bottom() + 1, height: area.bottom().saturating_sub(list.bottom() + 1), ..area },
        );
    }
    draw_offers(frame, pane, theme, area);
}

/// The query with the cursor, how many notes it wants, and under it what it means or what is wrong with it.
fn draw_query(frame: &mut Frame, pane: &NotesPane, theme: &Theme, area: Rect) {
    let columns = usize::from(area.width);
    let count = tr!("{shown} of {count} ", shown = pane.shown(), count = pane.len());
    let room = columns.saturating_sub(SIGN + width(&count) + 1);
    let line = &pane.prompt.field;
    let (text, fault) = (line.text(), pane.selection.fault());
    let (mut typed, cursor) = field(text, line.cursor(), room, theme, &fault_marks(fault, theme));
    typed.insert(0, Piece::styled("> ", theme.style(Role::Key)));
    let rest = elide(pane.prompt.offers.rest(line), room.saturating_sub(width(text))).into_owned();
    typed.push(Piece::styled(rest, theme.style(Role::Dim)));
    frame.render_widget(
        row(typed, vec![Piece::styled(count, theme.style(Role::Dim))], columns),
        Rect { height: area.height.min(1), ..area },
    );
    let sign = u16::try_from(SIGN).unwrap_or(u16::MAX);
    frame.set_cursor_position(Position::new(area.x + sign + cursor, area.y));
    let under = Rect { y: area.y + 1, height: area.height.saturating_sub(1).min(1), ..area };
    if let Some(fault) = fault {
        let head = isize::try_from(SIGN).unwrap_or(0).saturating_sub_unsigned(hidden(text, line.cursor(), room));
        return frame.render_widget(caret(fault, (text, head), theme, columns), under);
    }
    let understood = pane.understood.join(" · ");
    let words = if understood.is_empty() { translated(FORMS) } else { &understood };
    let mut pieces = vec![Piece::raw("  ")];
    pieces.extend(fitted(words, columns.saturating_sub(SIGN), theme.style(Role::Dim), &[]));
    frame.render_widget(Line::from(pieces), under);
}

/// A note in the list: its letter, the words it is on, what was written, and its article.
fn line(one: &NoteRow, (state, pane): (&State, &NotesPane), theme: &Theme, columns: usize) -> Line<'static> {
    let tint = one.color.as_deref().and_then(|name| state.notes.colors.named(name)).map(|color| color.tint);
    let lead = if one.is_draft { tr!("draft").to_owned() } else { one.letter.to_string() };
    let about = elide(&one.about, columns / 3).into_owned();
    let note = if one.note.is_empty() { String::new() } else { format!(" — {}", one.note) };
    let room = columns.saturating_sub(width(&lead) + width(&about) + 4);
    // The words give way to the note, but not all of them.
    let words_cols = if note.is_empty() { room } else { room.saturating_sub(width(&note)).max(room * 2 / 5) };
    let words = elide(&one.words, words_cols).into_owned();
    let note = elide(&note, room.saturating_sub(width(&words))).into_owned();
    let text = format!("{words}{note}");
    let marks = styled_marks(&pane.marker.in_line(&text), theme.style(Role::Match));
    let mut left = vec![Piece::raw(" "), Piece::styled(lead, theme.margin(tint)), Piece::raw(" ")];
    left.extend(
        fitted(&text, room, theme.style(Role::Text), &marks)
            .into_iter()
            .map(|piece| Piece::styled(piece.content.into_owned(), piece.style)),
    );
    row(left, vec![Piece::styled(about, theme.style(Role::Dim))], columns)
}

/// The note under the cursor: its words, what was written, and where.
fn draw_note(frame: &mut Frame, one: &NoteRow, theme: &Theme, area: Rect) {
    let place = [one.color.as_deref(), Some(one.about.as_str()), Some(one.path.as_str())];
    let place = place.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let lines = [(one.words.as_str(), Role::Text), (one.note.as_str(), Role::Key), (&place, Role::Dim)];
    let lines = lines.into_iter().filter(|(text, _)| !text.is_empty());
    for ((text, role), y) in lines.zip(area.y..area.bottom()) {
        let pieces = fitted(text, usize::from(area.width).saturating_sub(2), theme.style(role), &[]);
        frame.render_widget(Line::from([vec![Piece::raw(" ")], pieces].concat()), Rect { y, height: 1, ..area });
    }
}

/// The list of what could be typed next, under the words it would complete.
fn draw_offers(frame: &mut Frame, pane: &NotesPane, theme: &Theme, area: Rect) {
    let listed = pane.prompt.offers.listed().len();
    let head = u16::try_from(HEAD_ROWS).unwrap_or(u16::MAX).min(area.height);
    let room = area.height - head;
    if listed == 0 || room < 3 {
        return;
    }
    let before = pane.prompt.field.text().get(..pane.prompt.offers.place()).unwrap_or_default();
    let cells = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    let cols = cells(offers::cols(&pane.prompt.offers)).min(area.width);
    let x = cells(width(before)).min(area.width - cols);
    let rows = cells(listed + 2).min(room);
    offers::list(frame, &pane.prompt.offers, theme, Rect { x: area.x + x, y: area.y + head, width: cols, height: rows });
}
