//! Draws the filter line: the words being typed, the filters that are on as chips, and how many articles are left.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Span as Piece;

use crate::app::prompt::Purpose;
use crate::app::state::State;
use crate::text::grapheme::{elide, truncate};
use crate::text::wrap::width;
use crate::ui::canvas::{fitted, row};
use crate::ui::theme::{Role, Theme};

/// What the line says before anything is typed.
const INVITATION: &str = "f filters by words of headline, outlet, actor or date";
/// What the line says once it is open.
const EXPECTED: &str = "words of headline, outlet, actor or date";
/// Columns kept for the words.
const WORDS_COLS: usize = 14;
/// Below this width numbers stand without their noun.
const SHORT_COLS: usize = 60;

/// What stands at the right of the line: the filters that are on, and how many articles are left.
struct Standing {
    /// The chips that fit, each with its number among the filters that are on.
    chips: Vec<(usize, String)>,
    /// Filters whose chips do not fit.
    left_out: usize,
    count: String,
}

impl Standing {
    fn new(state: &State, columns: usize) -> Self {
        let mut standing = Self { chips: Vec::new(), left_out: 0, count: count(state, columns) };
        let room = columns.saturating_sub(WORDS_COLS);
        for (at, facet) in state.selection.facets.iter().enumerate() {
            let label = facet.label(state.archive.actors());
            let chip = format!(" {} ✕ ", elide(&label, (columns * 3 / 10).max(8)));
            if standing.cols() + width(&chip) < room {
                standing.chips.push((at, chip));
            } else {
                standing.left_out += 1;
            }
        }
        standing
    }

    fn more(&self) -> String {
        if self.left_out == 0 { String::new() } else { format!("+{} ", self.left_out) }
    }

    fn cols(&self) -> usize {
        let chips: usize = self.chips.iter().map(|(_, chip)| width(chip) + 1).sum();
        chips + width(&self.more()) + width(&self.count)
    }

    fn pieces<'a>(self, theme: &Theme) -> Vec<Piece<'a>> {
        let more = Piece::styled(self.more(), theme.style(Role::Key));
        let chips = self.chips.into_iter().flat_map(|(_, chip)| [Piece::styled(chip, theme.style(Role::Chip)), Piece::raw(" ")]);
        chips.chain([more, Piece::styled(self.count, theme.style(Role::Dim))]).collect()
    }
}

/// Draws the line into `area`, one row.
pub fn draw(frame: &mut Frame, state: &State, theme: &Theme, area: Rect) {
    let columns = usize::from(area.width);
    let standing = Standing::new(state, columns);
    let words_cols = columns.saturating_sub(standing.cols() + 2);
    let mut pieces = vec![Piece::raw(" ")];
    let place = Rect { x: area.x + 1, width: u16::try_from(words_cols).unwrap_or(u16::MAX), ..area };
    pieces.extend(words(frame, state, theme, place));
    frame.render_widget(row(pieces, standing.pieces(theme), columns), area);
}

/// The filter whose chip stands at the column `x` of the screen, counted from the first that was put on.
#[must_use]
pub fn chip_at(state: &State, area: Rect, x: u16) -> Option<usize> {
    let columns = usize::from(area.width);
    let standing = Standing::new(state, columns);
    let (at, mut left) = (usize::from(x.checked_sub(area.x)?), columns.saturating_sub(standing.cols()));
    standing.chips.iter().find_map(|(number, chip)| {
        let cells = left..left + width(chip);
        left = cells.end + 1;
        cells.contains(&at).then_some(*number)
    })
}

/// The words, with the cursor behind them while they are typed; or what to do to type some.
fn words<'a>(frame: &mut Frame, state: &'a State, theme: &Theme, area: Rect) -> Vec<Piece<'a>> {
    let columns = usize::from(area.width);
    if let Some(prompt) = state.prompt.as_ref().filter(|prompt| prompt.purpose == Purpose::Filter) {
        let (pieces, cursor) = field(prompt.field.text(), prompt.field.cursor(), columns, theme);
        frame.set_cursor_position(Position::new(area.x + cursor, area.y));
        if prompt.field.text().is_empty() {
            return fitted(EXPECTED, columns, theme.style(Role::Dim), &[]);
        }
        return pieces;
    }
    match state.selection.text() {
        "" if state.selection.facets.is_empty() => fitted(INVITATION, columns, theme.style(Role::Dim), &[]),
        words => fitted(words, columns, theme.style(Role::Text), &[]),
    }
}

/// A field of text scrolled so that the cursor is in view, and the column of the cursor.
#[must_use]
pub fn field<'a>(text: &'a str, cursor: usize, columns: usize, theme: &Theme) -> (Vec<Piece<'a>>, u16) {
    let before: String = text.chars().take(cursor).collect();
    let hidden = (width(&before) + 1).saturating_sub(columns.max(1));
    let mut skipped = 0;
    let start = text.char_indices().find(|(at, _)| {
        skipped = width(text.get(..*at).unwrap_or_default());
        skipped >= hidden
    });
    let shown = start.and_then(|(at, _)| text.get(at..)).unwrap_or_default();
    let shown = truncate(shown, columns);
    let column = width(&before).saturating_sub(skipped);
    (vec![Piece::styled(shown, theme.style(Role::Text))], u16::try_from(column).unwrap_or(u16::MAX))
}

/// How many articles are left; the words go first when there is little room.
fn count(state: &State, columns: usize) -> String {
    let (shown, all) = (state.survey.matches.len(), state.archive.len());
    let noun = match (columns < SHORT_COLS, all) {
        (true, _) => "",
        (false, 1) => "article ",
        (false, _) => "articles ",
    };
    // While articles come in, the list is a little behind them; without a filter that is nothing to count.
    if state.selection.is_empty() { format!("{all} {noun}") } else { format!("{shown} of {all} {noun}") }
}
