//! Draws an actor's page.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Piece};

use crate::app::actors::actor_page::{ActorPage, ActorPageRow};
use crate::app::keys::command::Command;
use crate::app::keys::keymap::Keymap;
use crate::text::wrap::width;
use crate::tr;
use crate::ui::canvas::{fitted, row};
use crate::ui::hints::hint;
use crate::ui::theme::{Role, Theme};

/// Columns of the dates before the sentences.
const DATE: usize = 11;

/// Draws the rows of `page` into `area`.
pub fn draw(frame: &mut Frame, page: &ActorPage, theme: &Theme, area: Rect) {
    let columns = usize::from(area.width);
    let rows = page.rows.iter().enumerate().skip(page.cursor.top).take(area.height.into());
    for ((at, one), y) in rows.zip(area.y..) {
        let role = if at == page.cursor.at { Role::Selected } else { Role::Text };
        frame.render_widget(line(one, theme, columns).style(theme.style(role)), Rect { y, height: 1, ..area });
    }
}

fn line<'a>(one: &'a ActorPageRow, theme: &Theme, columns: usize) -> Line<'a> {
    let style = |role| theme.style(role);
    match one {
        ActorPageRow::Heading(text) => Line::styled(text.as_str(), style(Role::Heading)),
        ActorPageRow::Text(text) => Line::from(fitted(text, columns, style(Role::Text), &[])),
        ActorPageRow::Gap => Line::default(),
        ActorPageRow::Counted(text, count) => {
            let number = count.to_string();
            let left = fitted(text, columns.saturating_sub(number.len() + 2), style(Role::Text), &[]);
            row(left, vec![Piece::styled(number, style(Role::Dim))], columns)
        }
        ActorPageRow::Other(_, name, said) => {
            let left = fitted(name, columns.saturating_sub(width(said) + 2), style(Role::Key), &[]);
            row(left, vec![Piece::styled(said.as_str(), style(Role::Dim))], columns)
        }
        ActorPageRow::Told(told) => {
            let date = told.date.map_or_else(String::new, |date| date.to_string());
            let mut pieces = vec![Piece::styled(format!("{date:<DATE$}"), style(Role::Date))];
            pieces.extend(fitted(&told.text, columns.saturating_sub(DATE), style(Role::Text), &[]));
            Line::from(pieces)
        }
    }
}

/// What the foot of the frame says, the way out last.
#[must_use]
pub fn foot(keymap: &Keymap, page: &ActorPage) -> Vec<String> {
    let hints = [
        (Command::Open, tr!("follows")),
        (Command::FilterByActor, tr!("filters")),
        (Command::MergeActor, tr!("merges")),
        (Command::SplitActor, tr!("splits")),
        (Command::RenameActor, tr!("renames")),
        (Command::Cancel, tr!("closes")),
    ];
    let rows = tr!("{at} of {count}", at = page.cursor.at + 1, count = page.rows.len());
    std::iter::once(rows).chain(hints.into_iter().filter_map(|(command, words)| hint(keymap, command, words))).collect()
}
