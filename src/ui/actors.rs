//! Draws the actors named in the articles of the list, those named most often first; a dot marks those of the open article, a
//! ring those that no list knows, a pencil those on whom a note was written.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span as Piece;

use crate::app::keys::command::Pane;
use crate::app::state::State;
use crate::query::selection::Facet;
use crate::text::wrap::width;
use crate::ui::canvas::{fitted, row, styled_marks};
use crate::ui::theme::{Role, Theme};

/// Draws the actors into `area`.
pub fn draw(frame: &mut Frame, state: &State, theme: &Theme, area: Rect) {
    let columns = usize::from(area.width);
    let open = state.open_article();
    let rows = state.results.current.overview.actors.iter().enumerate().skip(state.actors.cursor.top).take(area.height.into());
    for ((at, count), y) in rows.zip(area.y..) {
        let here = open.is_some_and(|article| article.names(count.actor));
        let on = state.filter.selection.facets.contains(&Facet::Actor(count.actor));
        let discovered = state.archive.actors().get(count.actor).is_some_and(|actor| actor.discovered);
        let sign = match (on, here, discovered) {
            (true, ..) => "✓",
            (false, true, _) => "•",
            (false, false, true) => "∘",
            (false, false, false) => " ",
        };
        let is_noted = || state.archive.actors().get(count.actor).is_some_and(|actor| state.is_noted(&actor.id));
        let note = if is_noted() { "✎ " } else { "" };
        let number = format!("{note}{}", count.mentions);
        let mut pieces = vec![Piece::styled(format!("{sign} "), theme.style(Role::Key))];
        let name = state.archive.actors().name(count.actor);
        let marks = styled_marks(&state.filter.marker.in_line(name), theme.style(Role::Match));
        pieces.extend(fitted(name, columns.saturating_sub(width(&number) + 3), theme.style(Role::Text), &marks));
        let line = row(pieces, vec![Piece::styled(number, theme.style(Role::Dim))], columns);
        let style = match (at == state.actors.cursor.at, state.focus == Pane::Actors) {
            (true, true) => theme.style(Role::Selected),
            _ => theme.style(Role::Text),
        };
        frame.render_widget(line.style(style), Rect { y, height: 1, ..area });
    }
}
