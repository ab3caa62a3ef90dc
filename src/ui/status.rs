//! Draws the status line: a message, the line being typed, or the keys that work here; at the right how things stand.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Span as Piece;

use crate::app::filter::timeline_range;
use crate::app::input::layers::{layers, of_range};
use crate::app::keys::command::{COMMANDS, Command, CommandGroup, Layer, Pane, Scope, Spec};
use crate::app::keys::key::display;
use crate::app::keys::keymap::Keymap;
use crate::app::loading::Loading;
use crate::app::overlay::Overlay;
use crate::app::reader::selection;
use crate::app::review::review_keys::is_shown;
use crate::app::review::review_list::Review;
use crate::app::state::State;
use crate::app::state::awaited::Awaited;
use crate::app::viewport::Shape;
use crate::app::widget::line_edit::LineEdit;
use crate::app::widget::prompt::{CorrectionTarget, Prompt, PromptKind};
use crate::config::colors::MarkColor;
use crate::locale::translated;
use crate::model::problem::Problem;
use crate::notes::anchor_check::ReviewItem;
use crate::notes::corrections::article_field::ArticleField;
use crate::text::grapheme::elide;
use crate::text::wrap::width;
use crate::tr;
use crate::ui::canvas::{Marks, fitted, owned, row};
use crate::ui::filter_line::field;
use crate::ui::hints::{hint, pair};
use crate::ui::theme::{Role, Theme};

/// Between two hints, and between two facts at the right.
const SEPARATOR: &str = " · ";
/// From this width on, the loading is told in full.
const ROOMY_COLS: usize = 110;

/// Draws the line into `area`, one row. A message that needs more is drawn by `message`, over this.
pub fn draw(frame: &mut Frame, state: &State, theme: &Theme, area: Rect) {
    let columns = usize::from(area.width);
    let right = standing(state, columns);
    let right = elide(&right, columns * 2 / 3);
    let is_cut = !has_line(state)
        && state.status.as_ref().is_some_and(|status| width(&status.text) + 1 > columns.saturating_sub(width(&right) + 2));
    // What was just done is told whole, and how things stand waits until the next key; what is not kept never waits.
    // So it does while a letter is waited for, since the colours to choose from need the row.
    let right = if is_cut || state.input.awaited == Some(Awaited::Color) { unkept(state).into() } else { right };
    let left_cols = columns.saturating_sub(width(&right) + 2);
    let left = left(frame, state, theme, Rect { width: u16::try_from(left_cols).unwrap_or(u16::MAX), ..area });
    let role = if state.load.problems.iter().all(Problem::is_put_right) { Role::Dim } else { Role::Key };
    frame.render_widget(row(left, vec![Piece::styled(&*right, theme.style(role))], columns), area);
}

/// Whether a line is being typed in the status line, which then holds no message.
pub(crate) fn has_line(state: &State) -> bool {
    state.prompt.as_ref().is_some_and(|prompt| prompt.purpose != PromptKind::Filter)
}

fn left<'a>(frame: &mut Frame, state: &'a State, theme: &Theme, area: Rect) -> Vec<Piece<'a>> {
    let columns = usize::from(area.width);
    match &state.prompt {
        Some(Prompt { purpose: PromptKind::Search { .. }, field, .. }) => return typed(frame, ("/", field), theme, area),
        Some(Prompt { purpose: PromptKind::Date { .. }, field, .. }) => return typed(frame, (tr!("date: "), field), theme, area),
        Some(Prompt { purpose: PromptKind::Command, field, .. }) => return typed(frame, (":", field), theme, area),
        Some(Prompt { purpose: PromptKind::Correct(fact, subject), field, .. }) => {
            let whose = if *subject == CorrectionTarget::Listed { tr!(" of all that are listed") } else { "" };
            let name = if *fact == ArticleField::Published { tr!("published") } else { fact.label() };
            return typed(frame, (tr!("{name}{whose}: ", name, whose), field), theme, area);
        }
        Some(Prompt { purpose: PromptKind::Rename(_), field, .. }) => return typed(frame, (tr!("name: "), field), theme, area),
        Some(Prompt { purpose: PromptKind::Title, field, .. }) => {
            return typed(frame, (tr!("Title, empty for the name of the archive: "), field), theme, area);
        }
        Some(Prompt { purpose: PromptKind::Case { .. }, field, .. }) => {
            return typed(frame, (tr!("Name of the case: "), field), theme, area);
        }
        Some(Prompt { purpose: PromptKind::Export | PromptKind::ExportSheet, field, .. }) => {
            return typed(frame, (tr!("Export to: "), field), theme, area);
        }
        Some(prompt) if state.status.is_none() => {
            return fitted(&filter_hint(state, prompt), columns, theme.style(Role::Dim), &[]).into_iter().map(owned).collect();
        }
        _ => {}
    }
    if let Some(status) = &state.status {
        let role = if status.error { Role::Error } else { Role::Text };
        let mut pieces = vec![Piece::raw(" ")];
        pieces.extend(fitted(&status.text, columns.saturating_sub(1), theme.style(role), &[]));
        return pieces;
    }
    if let Some(Overlay::Review(review)) = &state.overlay {
        return fitted(reader_words(state, review), columns, theme.style(Role::Dim), &[]);
    }
    if let Some(told) = state.histogram.range_label().or_else(|| timeline_range::range_label(state)) {
        let hints = range_hint(&state.input.keymap, range_is_held(state));
        let hints = fitted(&hints, columns.saturating_sub(width(&told) + 1), theme.style(Role::Dim), &[]);
        return [vec![Piece::raw(format!(" {told}"))], hints.into_iter().map(owned).collect()].concat();
    }
    if state.input.awaited == Some(Awaited::Color) {
        return color_hints(state, columns, theme);
    }
    if state.input.awaited.is_some() {
        return fitted(tr!(" the letter of the mark …"), columns, theme.style(Role::Dim), &[]);
    }
    if let Some(count) = state.input.count {
        return vec![Piece::styled(format!(" {count} × …"), theme.style(Role::Dim))];
    }
    if !state.input.pending.is_empty() {
        let first = display(&state.input.pending);
        let in_force = match of_range(state) {
            Some(own) => own.to_vec(),
            None => layers(state),
        };
        let next = state.input.keymap.continuations(&in_force, &state.input.pending);
        let next = next.map(|(keys, spec)| (format!("{first}{keys}"), spec));
        return hints(next, columns, (&state.input.keymap, theme));
    }
    // What lies over the panes tells its own keys on its frame; those of the pane beneath do nothing.
    if state.overlay.is_some() { Vec::new() } else { pane_hints(state, columns, theme) }
}

/// What the reader shows of what the cursor of the review list is on.
fn reader_words(state: &State, review: &Review) -> &'static str {
    match state.notes.reanchor.open.get(review.cursor.at) {
        None => "",
        Some(_) if !is_shown(state, review) => tr!(" Its article is not here; the reader stays where it was."),
        Some(ReviewItem::Texts(_)) => tr!(" The reader shows what the note is on."),
        Some(_) => tr!(" The reader shows where it may stand now."),
    }
}

/// As many pieces as fit.
fn truncated(pieces: Vec<Piece<'_>>, columns: usize) -> Vec<Piece<'_>> {
    let mut used = 0;
    let fits = |piece: &Piece<'_>| {
        used += width(&piece.content);
        used <= columns
    };
    pieces.into_iter().take_while(fits).collect()
}

/// The colours there are, each with its letter and its number.
fn color_hints<'a>(state: &State, columns: usize, theme: &Theme) -> Vec<Piece<'a>> {
    let numbers = COMMANDS
        .iter()
        .filter(|spec| spec.group == CommandGroup::Colors)
        .map(|spec| state.input.keymap.keys_of(spec.command).next());
    let offer = |((color, number), lead): ((&MarkColor, Option<String>), &'static str)| {
        let number = number.map(|number| format!("/{number}")).unwrap_or_default();
        let letter = Piece::styled(color.letter.to_string(), theme.margin(Some(color.tint)));
        [Piece::raw(lead), letter, Piece::raw(format!("{number} {}", color.name))]
    };
    let leads = std::iter::once(tr!(" mark as ")).chain(std::iter::repeat(SEPARATOR));
    truncated(state.notes.colors.iter().zip(numbers).zip(leads).flat_map(offer).collect(), columns)
}

/// What keys do in the filter line as it is now.
fn filter_hint(state: &State, prompt: &Prompt) -> String {
    let keymap = &state.input.keymap;
    let parts = if !prompt.offers.listed().is_empty() {
        [
            hint(keymap, Command::Complete, tr!("takes what is marked")),
            pair(keymap, [Command::PreviousOffer, Command::NextOffer], tr!("mark another")),
            hint(keymap, Command::CloseOffers, tr!("closes the list")),
            None,
        ]
    } else if prompt.offers.rest(&prompt.field).is_empty() {
        [
            Some(to_list(keymap)),
            hint(keymap, Command::EarlierQuery, tr!("earlier")),
            hint(keymap, Command::LaterQuery, tr!("list")),
            hint(keymap, Command::ClearLine, tr!("clears")),
        ]
    } else {
        [hint(keymap, Command::Complete, tr!("completes")), Some(to_list(keymap)), None, None]
    };
    format!(" {}", parts.into_iter().flatten().collect::<Vec<_>>().join(SEPARATOR))
}

/// How the filter line is left.
fn to_list(keymap: &Keymap) -> String {
    let keys: Vec<String> = [Command::Accept, Command::Cancel].into_iter().filter_map(|one| keymap.hinted(one)).collect();
    tr!("{keys}: to the list, the words stay", keys = keys.join(tr!(" or ")))
}

/// Whether one end of the range that is selected stays where it is.
fn range_is_held(state: &State) -> bool {
    state.timeline.span.is_some_and(|span| span.anchor.is_some())
        || state.histogram.brush.is_some_and(|brush| brush.anchor.is_some())
}

/// What keys do while a range is selected, one end of which is `held` or not.
fn range_hint(keymap: &Keymap, held: bool) -> String {
    let words = [
        (Command::HoldRange, if held { tr!("releases") } else { tr!("spans") }),
        (Command::Accept, tr!("filters")),
        (Command::LeaveRange, tr!("leaves")),
    ];
    let hints = words.into_iter().filter_map(|(command, words)| hint(keymap, command, words));
    // A separator before the first, too: what is under the range stands there.
    std::iter::once(String::new()).chain(hints).collect::<Vec<_>>().join(SEPARATOR)
}

/// The words for a command in a hint.
fn word(keymap: &Keymap, spec: &Spec) -> String {
    if spec.hint.is_empty() { keymap.fill(translated(spec.title)) } else { translated(spec.hint).to_owned() }
}

/// A line being typed behind its sign, with the cursor.
fn typed<'a>(
    frame: &mut Frame,
    (sign, line): (impl Into<Cow<'a, str>>, &'a LineEdit),
    theme: &Theme,
    area: Rect,
) -> Vec<Piece<'a>> {
    let sign = sign.into();
    let sign_cols = u16::try_from(width(&sign)).unwrap_or(u16::MAX);
    let columns = usize::from(area.width.saturating_sub(sign_cols));
    let (pieces, cursor) = field(line.text(), line.cursor(), columns, theme, &Marks::new());
    frame.set_cursor_position(Position::new(area.x + sign_cols + cursor, area.y));
    [vec![Piece::styled(sign, theme.style(Role::Key))], pieces].concat()
}

/// The keys that work in the pane with the focus, those made for it first, the way to help always among them.
fn pane_hints<'a>(state: &State, columns: usize, theme: &Theme) -> Vec<Piece<'a>> {
    let hinted = COMMANDS.iter().filter(|spec| !spec.hint.is_empty() && holds(spec.scope, state));
    let mut ranked: Vec<_> = hinted.filter_map(|spec| Some((rank(spec, state)?, spec))).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let keyed = ranked.into_iter().filter_map(|(_, spec)| Some((state.input.keymap.keys_of(spec.command).next()?, spec)));
    hints(keyed, columns, (&state.input.keymap, theme))
}

/// Whether commands of `scope` work now.
fn holds(scope: Scope, state: &State) -> bool {
    scope.holds(state.focus) || state.is_at_caret() && is_of_caret(scope)
}

fn is_of_caret(scope: Scope) -> bool {
    matches!(scope, Scope::Over(_)) && scope.is_in(Layer::Caret)
}

/// How early a command is hinted at; `None` for one that is of no use now.
fn rank(spec: &Spec, state: &State) -> Option<u8> {
    let own = !matches!(spec.scope, Scope::Everywhere | Scope::Always);
    if state.is_at_caret() && spec.command != Command::Help {
        return match spec.group {
            CommandGroup::Mark if !is_of_caret(spec.scope) => Some(0),
            _ if spec.command == Command::LeaveCaret => Some(1),
            _ => is_of_caret(spec.scope).then_some(2),
        };
    }
    match (spec.group, state.focus) {
        (CommandGroup::Time, pane) => (pane == Pane::Timeline).then_some(1),
        _ if spec.command == Command::Zoom => (state.viewport.shape == Shape::Wide).then_some(3),
        (CommandGroup::Find, Pane::Reader) if spec.command == Command::Search => Some(1),
        _ if own => Some(0),
        (CommandGroup::Find, _) => Some(2),
        _ => Some(3),
    }
}

/// As many hints as fit, in their order.
fn hints<'a>(
    keyed: impl Iterator<Item = (String, &'static Spec)>,
    columns: usize,
    (keymap, theme): (&Keymap, &Theme),
) -> Vec<Piece<'a>> {
    let all: Vec<(String, &Spec)> = keyed.collect();
    let cost = |(key, spec): &(String, &Spec)| width(SEPARATOR) + width(key) + 1 + width(&word(keymap, spec));
    let mut pieces = Vec::new();
    let (mut used, mut reserved) = (0, all.iter().find(|(_, spec)| spec.command == Command::Help).map_or(0, cost));
    for hint in &all {
        if hint.1.command == Command::Help {
            reserved = 0;
        }
        if used + cost(hint) + reserved > columns + width(SEPARATOR) - 1 {
            continue;
        }
        pieces.push(Piece::styled(if used == 0 { " " } else { SEPARATOR }, theme.style(Role::Dim)));
        pieces.push(Piece::styled(hint.0.clone(), theme.style(Role::Key)));
        pieces.push(Piece::styled(format!(" {}", word(keymap, hint.1)), theme.style(Role::Dim)));
        used += cost(hint);
    }
    pieces
}

/// How things stand: the loading, what could not be read, and how far the reader is.
fn standing(state: &State, columns: usize) -> String {
    let roomy = columns >= ROOMY_COLS;
    let loading = if roomy { state.load.progress.label() } else { state.load.progress.short_label() };
    let stops =
        state.focus == Pane::Articles && matches!(state.load.progress, Loading::Running(_)) && state.filter.selection.is_empty();
    let files = in_brackets(state, Command::Files);
    let problems = match state.load.problems.iter().filter(|problem| !problem.is_put_right()).count() {
        0 => String::new(),
        count => tr!("{count} problem{files}" | "{count} problems{files}", count, files),
    };
    let reading = state.reader.layout.as_ref().filter(|_| state.focus == Pane::Reader);
    let position = reading.map_or_else(String::new, |layout| {
        let percent = state.reader.percent(state.viewport.reader.rows);
        let selected = selection::extent_label(state).map_or_else(String::new, |told| format!("{told}{SEPARATOR}"));
        tr!("{selected}row {row} of {rows} {percent}%", selected, row = state.reader.top + 1, rows = layout.len(), percent)
    });
    let stop = hint(&state.input.keymap, Command::DropFilter, tr!("stops")).filter(|_| stops).unwrap_or_default();
    let unkept = unkept(state);
    let review = to_review(state);
    let parts: Vec<String> =
        [unkept, loading, stop, problems, review, position].into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { String::new() } else { format!("{} ", parts.join(SEPARATOR)) }
}

/// What is not kept; empty while all is.
pub(crate) fn unkept(state: &State) -> String {
    state.notes.unsaved.standing().unwrap_or_default()
}

/// How many notes are to be reviewed, and the key that lists them; nothing while they are listed.
fn to_review(state: &State) -> String {
    let count = state.notes.reanchor.open.len();
    if count == 0 || matches!(state.overlay, Some(Overlay::Review(_))) {
        return String::new();
    }
    tr!("{count} to review{key}", count, key = in_brackets(state, Command::Review))
}

/// ` (gR)`: the key of a command behind what it lists.
fn in_brackets(state: &State, command: Command) -> String {
    state.input.keymap.hinted(command).map_or_else(String::new, |keys| format!(" ({keys})"))
}
