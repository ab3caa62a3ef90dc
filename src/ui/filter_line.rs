//! Draws the filter line: the words being typed, the filters that are on as chips, and how many articles are left.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Span as Piece;

use crate::app::state::State;
use crate::app::widget::prompt::PromptKind;
use crate::locale::translated;
use crate::query::language::error::{ErrorKind, QueryError};
use crate::text::grapheme::{elide, graphemes, truncate};
use crate::text::span::Span;
use crate::text::wrap::width;
use crate::ui::canvas::{Marks, cols, fitted, marked, owned, row};
use crate::ui::theme::{Role, Theme};
use crate::{tr, tr_later};

/// What the line says before anything is typed, for the keymap to fill in.
const INVITATION: &str = tr_later!("{filter} filters by words of headline, outlet, actor, date or text");
/// What the line says once it is open.
const EXPECTED: &str = tr_later!("words of headline, outlet, actor, date or text");
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
        for (at, facet) in state.filter.selection.facets.iter().enumerate() {
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

    /// The columns that are left for the words, of `columns` in all.
    fn left_over(&self, columns: usize) -> usize {
        columns.saturating_sub(self.cols() + 2)
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
    let words_cols = standing.left_over(columns);
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
    if let Some(prompt) = state.prompt.as_ref().filter(|prompt| prompt.purpose == PromptKind::Filter) {
        let (mut pieces, cursor) = field(prompt.field.text(), prompt.field.cursor(), columns, theme, &faults(state, theme));
        frame.set_cursor_position(Position::new(area.x + cursor, area.y));
        if prompt.field.text().is_empty() {
            return fitted(translated(EXPECTED), columns, theme.style(Role::Dim), &[]);
        }
        let rest = truncate(prompt.offers.rest(&prompt.field), columns.saturating_sub(cols(&pieces)));
        pieces.push(Piece::styled(rest, theme.style(Role::Dim)));
        return pieces;
    }
    match state.filter.selection.text() {
        "" if state.filter.selection.facets.is_empty() => {
            fitted(&state.input.keymap.fill(translated(INVITATION)), columns, theme.style(Role::Dim), &[])
                .into_iter()
                .map(owned)
                .collect()
        }
        words => fitted(words, columns, theme.style(Role::Text), &faults(state, theme)),
    }
}

/// The words at fault in the query, as marks.
fn faults(state: &State, theme: &Theme) -> Marks {
    fault_marks(state.filter.selection.fault(), theme)
}

/// What is at fault in a line, as marks.
#[must_use]
pub fn fault_marks(fault: Option<&QueryError>, theme: &Theme) -> Marks {
    fault.map(|fault| (fault.span, theme.style(fault_role(fault)))).into_iter().collect()
}

/// The columns of the head of a line that are scrolled out of its field.
#[must_use]
pub fn hidden(text: &str, cursor: usize, columns: usize) -> usize {
    scrolled(text, cursor, columns).hidden
}

/// How what is at fault shows: gently while more typing could mend it.
#[must_use]
pub fn fault_role(fault: &QueryError) -> Role {
    match fault.kind {
        ErrorKind::Incomplete => Role::Unfinished,
        ErrorKind::Wrong => Role::Fault,
    }
}

/// The columns of the screen between the head of the line in `area` and the head of its words, which is negative when they are
/// scrolled so far.
#[must_use]
pub fn words_at(state: &State, area: Rect) -> isize {
    let columns = usize::from(area.width);
    let typed = state.prompt.as_ref().filter(|prompt| prompt.purpose == PromptKind::Filter);
    let words_cols = Standing::new(state, columns).left_over(columns);
    let hidden = typed.map_or(0, |prompt| scrolled(prompt.field.text(), prompt.field.cursor(), words_cols).hidden);
    1_isize.saturating_sub_unsigned(hidden)
}

/// A field of text scrolled so that the cursor is in view, and the column of the cursor.
#[must_use]
pub fn field<'a>(text: &'a str, cursor: usize, columns: usize, theme: &Theme, marks: &Marks) -> (Vec<Piece<'a>>, u16) {
    let Scrolled { start, hidden, before } = scrolled(text, cursor, columns);
    let shown = truncate(text.get(start..).unwrap_or_default(), columns);
    let pieces = marked(text, Span::new(start, start + shown.len()), theme.style(Role::Text), marks);
    (pieces, u16::try_from(before.saturating_sub(hidden)).unwrap_or(u16::MAX))
}

/// How far a field of text is scrolled.
struct Scrolled {
    /// The first byte in view.
    start: usize,
    /// The columns of what stands before it.
    hidden: usize,
    /// The columns of what stands before the cursor.
    before: usize,
}

/// Scrolls a field of `columns` no further than it takes to show its cursor, which stands behind so many characters.
fn scrolled(text: &str, cursor: usize, columns: usize) -> Scrolled {
    let before = text.char_indices().nth(cursor).map_or(text, |(at, _)| text.get(..at).unwrap_or(text));
    let (before, mut hidden) = (width(before), 0);
    let least = (before + 1).saturating_sub(columns.max(1));
    let start = graphemes(text).find(|grapheme| {
        let is_first = hidden >= least;
        hidden += if is_first { 0 } else { grapheme.columns };
        is_first
    });
    Scrolled { start: start.map_or(text.len(), |first| first.at), hidden, before }
}

/// How many articles are left; the words go first when there is little room.
fn count(state: &State, columns: usize) -> String {
    let (shown, all) = (state.results.current.matches.len(), state.archive.len());
    // While articles come in, the list is a little behind them; without a filter that is nothing to count.
    let counted = match (columns < SHORT_COLS, state.filter.selection.is_empty()) {
        // What is listed is what was understood last.
        _ if state.filter.selection.fault().is_some() => {
            return tr!("still {shown} of {all} article " | "still {shown} of {all} articles ", all, shown);
        }
        (true, true) => return format!("{all} "),
        (true, false) => return tr!("{shown} of {all} ", shown, all),
        (false, true) => tr!("{n} article " | "{n} articles ", n = all),
        (false, false) => tr!("{shown} of {all} article " | "{shown} of {all} articles ", all, shown),
    };
    match state.copies.list.as_ref().map(|list| list.origins).filter(|origins| *origins < shown) {
        Some(origins) => {
            let origins = tr!("{n} origin" | "{n} origins", n = origins);
            format!("{}, {origins} ", counted.trim_end())
        }
        None => counted,
    }
}
