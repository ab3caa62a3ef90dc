//! Draws the event sheet: papers side by side under their names, facts below each other, the cell of the cursor marked.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Piece};

use crate::app::copies::sheet_page::{LABEL_COLS, SheetLine, SheetPage};
use crate::app::keys::command::Command;
use crate::app::keys::keymap::Keymap;
use crate::query::sheet::SheetColumn;
use crate::text::wrap::width;
use crate::tr;
use crate::ui::canvas::{fitted, owned};
use crate::ui::hints::{hint, pair};
use crate::ui::theme::{Role, Theme};

/// Draws the page into `area`.
pub fn draw(frame: &mut Frame, page: &SheetPage, theme: &Theme, area: Rect) {
    let columns = usize::from(area.width);
    for (line, y) in heads(page, theme, columns).into_iter().zip(area.y..area.bottom()) {
        frame.render_widget(line, Rect { y, height: 1, ..area });
    }
    for (line, y) in page.lines.iter().skip(page.top).zip(area.y + 2..area.bottom()) {
        frame.render_widget(drawn(page, line, theme, columns), Rect { y, height: 1, ..area });
    }
}

/// The names of the papers, and when each published.
fn heads(page: &SheetPage, theme: &Theme, columns: usize) -> [Line<'static>; 2] {
    let shown = page.sheet.columns.iter().skip(page.papers.0).take(page.papers.1);
    let cols = page.paper_cols(columns);
    let name = |column: &SheetColumn| match column.articles.len() {
        1 => column.title(),
        n => tr!("{title} ({n} article)" | "{title} ({n} articles)", n = n, title = column.title()),
    };
    let line = |texts: Vec<String>, role: Role| {
        let mut pieces = vec![Piece::raw(" ".repeat(LABEL_COLS))];
        pieces.extend(texts.into_iter().map(|text| cell(&text, cols, theme, role)).collect::<Vec<_>>().concat());
        Line::from(pieces)
    };
    [line(shown.clone().map(name).collect(), Role::Heading), line(shown.map(SheetColumn::day).collect(), Role::Dim)]
}

fn drawn(page: &SheetPage, line: &SheetLine, theme: &Theme, columns: usize) -> Line<'static> {
    match line {
        SheetLine::Gap => Line::default(),
        SheetLine::Heading(section) => Line::styled(section.title(), theme.style(Role::Heading)),
        SheetLine::Cells(row, label, cells) => {
            let mut pieces = cell(label, LABEL_COLS, theme, Role::Key);
            let cols = page.paper_cols(columns);
            for (at, text) in (page.papers.0..).zip(cells) {
                let role = if page.at == (*row, at) { Role::Selected } else { Role::Text };
                pieces.extend(cell(text, cols, theme, role));
            }
            Line::from(pieces)
        }
    }
}

/// A text in a cell of `cols` columns.
fn cell(text: &str, cols: usize, theme: &Theme, role: Role) -> Vec<Piece<'static>> {
    let inside = cols.saturating_sub(1);
    let mut pieces: Vec<Piece<'static>> = fitted(text, inside, theme.style(role), &[]).into_iter().map(owned).collect();
    let free = inside.saturating_sub(width(text));
    pieces.push(Piece::styled(" ".repeat(free), theme.style(role)));
    pieces.push(Piece::raw(" "));
    pieces
}

/// What the foot of the frame says, the way out last.
#[must_use]
pub fn foot(keymap: &Keymap, page: &SheetPage) -> Vec<String> {
    let all = page.sheet.columns.len();
    let papers = (page.papers.1 < all).then(|| tr!("paper {at} of {count}", at = page.at.1 + 1, count = all));
    let hints = [
        papers,
        pair(keymap, [Command::SheetLeft, Command::SheetRight], tr!("papers")),
        pair(keymap, [Command::Down, Command::Up], tr!("facts")),
        hint(keymap, Command::Accept, tr!("reads it there")),
        hint(keymap, Command::ExportSheet, tr!("exports")),
        hint(keymap, Command::Cancel, tr!("closes")),
    ];
    hints.into_iter().flatten().collect()
}
