//! Draws two articles side by side, or as one text where there is room for one column: what was cut is struck out, what was added
//! underlined.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span as Piece};

use crate::analysis::comparison::WordFate;
use crate::app::copies::compare_page::{ComparePage, CompareRow, ComparedPiece, GAP_COLS, SIGN_COLS, column_cols};
use crate::app::keys::command::Command;
use crate::app::keys::keymap::Keymap;
use crate::tr;
use crate::ui::canvas::{cols, fitted, owned};
use crate::ui::hints::{hint, pair};
use crate::ui::theme::{Role, Theme};

/// Draws the page into `area`.
pub fn draw(frame: &mut Frame, page: &ComparePage, theme: &Theme, area: Rect) {
    let columns = usize::from(area.width);
    let mut y = area.y;
    for line in heads(page, theme, columns) {
        if y < area.bottom() {
            frame.render_widget(line, Rect { y, height: 1, ..area });
        }
        y += 1;
    }
    let counts = fitted(&page.counts(), columns, theme.style(Role::Dim), &[]).into_iter().map(owned).collect::<Vec<_>>();
    if y < area.bottom() {
        frame.render_widget(Line::from(counts), Rect { y, height: 1, ..area });
    }
    for (row, y) in page.rows.iter().skip(page.top).zip(y + 1..area.bottom()) {
        frame.render_widget(line(page, row, theme, columns), Rect { y, height: 1, ..area });
    }
}

/// What the two are, beside each other or one over the other.
fn heads(page: &ComparePage, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let style = theme.style(Role::Heading);
    let head = |text: &str, width: usize| fitted(text, width, style, &[]).into_iter().map(owned).collect::<Vec<_>>();
    let [left, right] = &page.heads;
    if !page.is_wide {
        let one = |sign: &'static str, text: &str| {
            Line::from([vec![Piece::styled(sign, style)], head(text, columns.saturating_sub(SIGN_COLS))].concat())
        };
        return vec![one("- ", left), one("+ ", right)];
    }
    let width = column_cols(columns);
    let left = padded(head(left, width), width);
    vec![Line::from(
        [vec![Piece::raw(" ".repeat(SIGN_COLS))], left, vec![Piece::raw(" ".repeat(GAP_COLS))], head(right, width)].concat(),
    )]
}

fn line<'a>(page: &ComparePage, row: &'a CompareRow, theme: &Theme, columns: usize) -> Line<'a> {
    let sign = Piece::styled(format!("{} ", row.sign), theme.style(Role::Key));
    let left: Vec<Piece<'a>> = row.left.iter().map(|piece| shown(piece, theme)).collect();
    if !page.is_wide {
        return Line::from([vec![sign], left].concat());
    }
    let right: Vec<Piece<'a>> = row.right.iter().map(|piece| shown(piece, theme)).collect();
    let gap = vec![Piece::styled(" │ ", theme.style(Role::Frame))];
    Line::from([vec![sign], padded(left, column_cols(columns)), gap, right].concat())
}

fn padded(mut pieces: Vec<Piece<'_>>, width: usize) -> Vec<Piece<'_>> {
    let free = width.saturating_sub(cols(&pieces));
    pieces.push(Piece::raw(" ".repeat(free)));
    pieces
}

fn shown<'a>((fate, text): &'a ComparedPiece, theme: &Theme) -> Piece<'a> {
    let style = match fate {
        WordFate::Kept => Style::new(),
        WordFate::Cut => theme.style(Role::Error).add_modifier(Modifier::CROSSED_OUT),
        WordFate::Added => theme.style(Role::Match),
        WordFate::Moved => theme.style(Role::Dim).add_modifier(Modifier::ITALIC),
    };
    Piece::styled(text.as_str(), style)
}

/// What the foot of the frame says, the way out last.
#[must_use]
pub fn foot(keymap: &Keymap, page: &ComparePage, rows: usize) -> Vec<String> {
    let shown = page.text_rows(rows);
    let scrolls = page.rows.len() > shown;
    let place = tr!("{last} of {count} rows", last = (page.top + shown).min(page.rows.len()), count = page.rows.len());
    let scroll = pair(keymap, [Command::Down, Command::Up], tr!("scroll")).filter(|_| scrolls);
    [Some(place).filter(|_| scrolls), scroll, hint(keymap, Command::Cancel, tr!("closes"))].into_iter().flatten().collect()
}
