//! Draws the reader: the rows in view, with dates, names, hits and the place jumped to marked in them.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Paragraph, Wrap};

use crate::app::keys::command::Command;
use crate::app::panes::layout::{ReaderLayout, ReaderRow as Wrapped, Shown};
use crate::app::panes::text_objects::TextObjects;
use crate::app::reader::selection;
use crate::app::state::State;
use crate::app::state::awaited::Awaited;
use crate::model::article::{Article, BlockKind};
use crate::text::span::Span;
use crate::tr;
use crate::ui::canvas::{Marks, marked};
use crate::ui::margin;
use crate::ui::theme::{Role, Theme};

/// Draws the open article into `area`.
pub fn draw(frame: &mut Frame, state: &State, theme: &Theme, area: Rect) {
    let Some(layout) = &state.reader.layout else {
        let text = tr!("Nothing is open. {open} opens the article the list is on.", open = state.key(Command::Open));
        frame.render_widget(Paragraph::new(text).style(theme.style(Role::Dim)).wrap(Wrap { trim: true }), area);
        return;
    };
    let body = body(state, area);
    let rows = layout.lines.iter().skip(state.reader.top).take(area.height.into());
    let marks = marks_in_view(state, layout, usize::from(area.height), theme);
    for (line, y) in rows.zip(area.y..) {
        frame.render_widget(row(layout, *line, &marks, theme), Rect { y, height: 1, ..body });
        margin::draw(frame, state, theme, (*line, Rect { x: area.x, y, width: body.x - area.x, height: 1 }));
    }
    if state.is_at_caret() && state.prompt.is_none() && state.overlay.is_none() {
        put_cursor(frame, state, theme, body);
    }
}

/// Puts the terminal's cursor where the caret is, also on white space at the end of a row, which is not printed.
fn put_cursor(frame: &mut Frame, state: &State, theme: &Theme, body: Rect) {
    let Some((caret, layout)) = state.reader.caret.zip(state.reader.layout.as_ref()) else { return };
    let row = layout.row_of(caret.at).checked_sub(state.reader.top).and_then(|row| u16::try_from(row).ok());
    let column = u16::try_from(layout.column_of(caret.at)).unwrap_or(u16::MAX);
    let Some(y) = row.filter(|row| *row < body.height).map(|row| body.y + row) else { return };
    let at = Position::new(body.x.saturating_add(column), y);
    if let Some(cell) = frame.buffer_mut().cell_mut(at).filter(|cell| cell.symbol() == " ") {
        cell.set_style(theme.style(Role::Caret));
    }
    frame.set_cursor_position(at);
}

/// Where the text stands in `area`: in the middle, as wide as its measure.
#[must_use]
pub fn body(state: &State, area: Rect) -> Rect {
    let columns = u16::try_from(state.reader.columns(state.viewport.reader)).unwrap_or(u16::MAX).min(area.width);
    Rect { x: area.x + (area.width - columns) / 2, width: columns, ..area }
}

fn row<'a>(layout: &'a ReaderLayout, line: Wrapped, marks: &Marks, theme: &Theme) -> Line<'a> {
    let article: &Article = layout.article();
    match line.shown {
        Shown::Blank => Line::default(),
        Shown::Title => Line::styled(line.span.of(&article.title), theme.style(Role::Headline)),
        Shown::Comments => Line::styled(line.span.of(&layout.folded), theme.style(Role::Dim)),
        Shown::About => Line::styled(line.span.of(&layout.about), theme.style(Role::Dim)),
        Shown::Body(kind) => Line::from(marked(&article.body, line.span, base(kind, theme), marks)),
    }
}

fn base(kind: BlockKind, theme: &Theme) -> Style {
    theme.style(match kind {
        BlockKind::Headline => Role::Headline,
        BlockKind::Heading => Role::Heading,
        BlockKind::Caption => Role::Caption,
        BlockKind::Furniture | BlockKind::Comment => Role::Furniture,
        BlockKind::Paragraph => Role::Text,
    })
}

/// The marks that fall into the rows in view: names, dates, hits, and the place jumped to, each over the one before.
fn marks_in_view(state: &State, layout: &ReaderLayout, rows: usize, theme: &Theme) -> Marks {
    let article: &Article = layout.article();
    let view = Span::new(layout.offset_from(state.reader.top), layout.offset_from(state.reader.top + rows));
    let mut marks: Marks = Vec::new();
    let actor = theme.style(Role::Actor);
    let mentions = within(&article.mentions, view, |mention| mention.span);
    marks.extend(mentions.iter().map(|mention| (mention.span, actor)));
    let date = theme.style(Role::Date);
    marks.extend(within(&article.dates, view, |timex| timex.span).iter().map(|timex| (timex.span, date)));
    marks.extend(margin::highlights(state, view, theme));
    let hit = theme.style(Role::Match);
    marks.extend(within(&state.reader.asked.places, view, |place| *place).iter().map(|place| (*place, hit)));
    marks.extend(within(&state.reader.found.places, view, |place| *place).iter().map(|place| (*place, hit)));
    marks.extend(state.reader.spot.map(|spot| (spot, theme.style(Role::Spot))));
    if state.input.awaited == Some(Awaited::Color) {
        // What the next key marks is seen before it does.
        marks.extend(selection::selection_or_sentence(state).map(|span| (span, theme.style(Role::Selection))));
    }
    if let Some(caret) = state.reader.caret {
        let prose = TextObjects::of(article);
        marks.extend(caret.selection(&prose).map(|span| (span, theme.style(Role::Selection))));
        marks.push((Span::new(caret.at, prose.behind(caret.at)), theme.style(Role::Caret)));
    }
    marks
}

/// The items whose spans may touch `view`; `items` are in order of the body.
fn within<T>(items: &[T], view: Span, span: impl Fn(&T) -> Span) -> &[T] {
    let first = items.partition_point(|item| span(item).end <= view.start);
    let after = items.partition_point(|item| span(item).start < view.end);
    items.get(first..after.max(first)).unwrap_or_default()
}
