//! Draws the review list: what is to be reviewed, or the places one may choose from, and under it the reason and the difference.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Piece};
use ratatui::widgets::{Paragraph, Wrap};
use ulid::Ulid;

use crate::app::keys::command::Command;
use crate::app::review::anchor_report;
use crate::app::review::anchor_report::{AnchorReport, about, account, shortened, words};
use crate::app::review::review_list::{DETAIL_ROWS, Review};
use crate::app::review::settling;
use crate::app::state::State;
use crate::model::anchor::AnchorState;
use crate::notes::anchor_check::{CandidatePlace, ReviewItem};
use crate::notes::anchoring::article_match::Belonging;
use crate::notes::anchoring::difference::{WordChange, WordRun};
use crate::text::grapheme::elide;
use crate::text::span::Span;
use crate::text::wrap::{width, wrap};
use crate::tr;
use crate::ui::canvas::{fitted, row};
use crate::ui::hints::{hint, pair};
use crate::ui::theme::{Role, Theme};

/// Columns for the label of a side of a difference.
const LABEL: u16 = 6;
/// Columns for the state of an annotation.
const STATE: usize = 11;

/// The title on the frame.
#[must_use]
pub fn title(state: &State, review: &Review) -> String {
    match (review.choosing, item(state, review)) {
        (Some(choosing), Some(item)) => {
            let (at, count) = (choosing.at + 1, state.notes.reanchor.options(item));
            match item {
                ReviewItem::Texts(_) => tr!("Which text? {at} of {count}", at, count),
                _ => tr!("Which place? {at} of {count}", at, count),
            }
        }
        (_, None) => tr!("All is reviewed").to_owned(),
        _ => tr!("To review: {at} of {count}", at = review.cursor.at + 1, count = state.notes.reanchor.open.len()),
    }
}

/// What the foot of the frame says: the keys that mean something for the annotation under the cursor.
#[must_use]
pub fn foot(state: &State, review: &Review) -> Vec<String> {
    let hint = |command, words| hint(&state.input.keymap, command, words);
    let leaves = hint(Command::Cancel, tr!("leaves"));
    let Some(item) = item(state, review) else {
        return hint(Command::Undo, tr!("undo")).into_iter().chain(leaves).collect();
    };
    if review.choosing.is_some() {
        let words = if matches!(item, ReviewItem::Texts(_)) { tr!("show the texts") } else { tr!("show the places") };
        let show = pair(&state.input.keymap, [Command::Down, Command::Up], words);
        let parts = [show, hint(Command::Accept, tr!("takes this one")), hint(Command::Cancel, tr!("back"))];
        return parts.into_iter().flatten().collect();
    }
    let ways = [hint(Command::DeleteListed, tr!("delete")), hint(Command::Undo, tr!("undo")), leaves];
    let Some(finding) = state.notes.reanchor.finding(item) else {
        let own = [hint(Command::ChoosePlace, tr!("choose or join")), hint(Command::Accept, tr!("verb" => "read"))];
        return own.into_iter().chain(ways).flatten().collect();
    };
    let accept = || hint(Command::AcceptPlace, tr!("accept"));
    let own = match (finding.state, finding.places.len()) {
        (AnchorState::Moved, _) => [accept(), hint(Command::AcceptMoved, tr!("all moved"))],
        (_, 0) => [None, None],
        (AnchorState::Ambiguous | AnchorState::Orphan, 2..) => [hint(Command::ChoosePlace, tr!("choose")), None],
        _ => [accept(), None],
    };
    let read = hint(Command::Accept, tr!("verb" => "read")).filter(|_| finding.belonging != Belonging::Nowhere);
    own.into_iter().chain([hint(Command::KeepOrphan, tr!("keep as orphan")), read]).chain(ways).flatten().collect()
}

/// Draws the list and what is told of the annotation under the cursor.
pub fn draw(frame: &mut Frame, (state, review): (&State, &Review), theme: &Theme, area: Rect) {
    let detail_rows = u16::try_from(DETAIL_ROWS).unwrap_or(u16::MAX).min(area.height.saturating_sub(1));
    let list = Rect { height: area.height - detail_rows, ..area };
    let columns = usize::from(area.width);
    let (top, at, lines) = match (review.choosing, item(state, review)) {
        (Some(choosing), Some(ReviewItem::Texts(id))) => (choosing.top, choosing.at, texts(state, *id, theme, columns)),
        (Some(choosing), Some(item)) => (choosing.top, choosing.at, places(state, item, theme, columns)),
        _ => (review.cursor.top, review.cursor.at, rows(state, review, theme, (columns, list.height.into()))),
    };
    for ((number, line), y) in lines.into_iter().enumerate().take(list.height.into()).zip(list.y..) {
        let role = if top + number == at { Role::Selected } else { Role::Text };
        frame.render_widget(line.style(theme.style(role)), Rect { y, height: 1, ..list });
    }
    if let Some(told) = item(state, review).and_then(|item| account(state, item, review.place())) {
        let detail = Rect { y: list.bottom() + 1, height: detail_rows.saturating_sub(1), ..area };
        draw_account(frame, &told, theme, detail);
    }
}

/// What the cursor is on.
fn item<'a>(state: &'a State, review: &Review) -> Option<&'a ReviewItem> {
    state.notes.reanchor.open.get(review.cursor.at)
}

/// The rows of the list that are in view.
fn rows(state: &State, review: &Review, theme: &Theme, (columns, rows): (usize, usize)) -> Vec<Line<'static>> {
    let shown = state.notes.reanchor.open.iter().skip(review.cursor.top).take(rows);
    let line = |one: anchor_report::ReviewRow| {
        let about = elide(&one.about, columns / 3).into_owned();
        // A word of a language may fill the column.
        let lead = format!(" {:<STATE$}{}{} ", one.state, if width(one.state) < STATE { "" } else { " " }, one.letter);
        let words = elide(&one.words, columns.saturating_sub(width(&lead) + width(&about) + 2)).into_owned();
        let left = vec![Piece::styled(lead, theme.style(Role::Key)), Piece::raw(words)];
        row(left, vec![Piece::styled(about, theme.style(Role::Dim))], columns)
    };
    shown.filter_map(|item| anchor_report::row(state, item)).map(line).collect()
}

/// The places one may choose from, each with its words or its article, and how alike it is.
fn places(state: &State, item: &ReviewItem, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let Some(finding) = state.notes.reanchor.finding(item) else { return Vec::new() };
    let elsewhere = matches!(finding.belonging, Belonging::Several(_));
    let line = |(place, number): (&CandidatePlace, usize)| {
        let text = match words(state, *place) {
            Some(words) if !elsewhere => tr!("“{words}”", words),
            _ => about(state, *place),
        };
        let alike = tr!("{percent} % alike ", percent = format!("{:.0}", place.likeness * 100.0));
        let text = format!(" {number}  {}", elide(&text, columns.saturating_sub(width(&alike) + 6)));
        row(vec![Piece::raw(text)], vec![Piece::styled(alike, theme.style(Role::Dim))], columns)
    };
    finding.places.iter().zip(1..).map(line).collect()
}

/// The ways to settle the texts of a note.
fn texts(state: &State, id: Ulid, theme: &Theme, columns: usize) -> Vec<Line<'static>> {
    let line = |(way, number): (settling::TextChoice, usize)| {
        let name = format!("{} ", way.name);
        let text = anchor_report::one_line(&way.text);
        let text = format!(" {number}  {}", elide(&text, columns.saturating_sub(width(&name) + 6)));
        row(vec![Piece::raw(text)], vec![Piece::styled(name, theme.style(Role::Dim))], columns)
    };
    settling::ways(state, id).into_iter().zip(1..).map(line).collect()
}

/// The reason, the words quoted and the words that stand there now, with what differs standing out.
fn draw_account(frame: &mut Frame, told: &AnchorReport, theme: &Theme, area: Rect) {
    let columns = usize::from(area.width);
    let reason = fitted(&told.reason, columns.saturating_sub(1), theme.style(Role::Heading), &[]);
    frame.render_widget(Line::from([vec![Piece::raw(" ")], reason].concat()), Rect { height: area.height.min(1), ..area });
    let mut area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let changes = shortened(&told.changes);
    let whole = [WordRun { change: WordChange::Kept, text: told.quoted.clone() }];
    let is_same = changes.iter().all(|change| change.change == WordChange::Kept);
    let note = [WordRun { change: WordChange::Kept, text: told.note.clone() }];
    let sides: [(&str, &[WordRun], WordChange); 3] = match (changes.is_empty(), is_same) {
        (true, _) => {
            [(tr!("was"), &whole, WordChange::Removed), ("", &[], WordChange::Kept), (tr!("note"), &note, WordChange::Kept)]
        }
        (_, true) => {
            [(tr!("text"), &whole, WordChange::Removed), ("", &[], WordChange::Kept), (tr!("note"), &note, WordChange::Kept)]
        }
        _ => {
            let [was, now] = told.labels;
            [(was, &changes, WordChange::Removed), (now, &changes, WordChange::Added), (tr!("note"), &note, WordChange::Kept)]
        }
    };
    for (label, changes, own) in sides {
        let rows = side(frame, (label, changes, own), theme, area);
        area = Rect { y: area.y + rows, height: area.height - rows, ..area };
    }
}

/// Draws one side of a difference behind its label: what both have, and what only this side has. Gives the rows it took, at most two.
fn side(frame: &mut Frame, (label, changes, own): (&str, &[WordRun], WordChange), theme: &Theme, area: Rect) -> u16 {
    let shown: Vec<&WordRun> =
        changes.iter().filter(|change| change.change == WordChange::Kept || change.change == own).collect();
    let text = shown.iter().map(|change| change.text.as_str()).collect::<Vec<_>>().join(" ");
    let lead = (LABEL.max(u16::try_from(width(label) + 1).unwrap_or(LABEL)) + 1).min(area.width);
    let inside = Rect { x: area.x + lead, width: area.width - lead, ..area };
    if text.is_empty() || inside.is_empty() {
        return 0;
    }
    let rows = wrap(&text, Span::new(0, text.len()), inside.width.into()).len();
    let rows = u16::try_from(rows).unwrap_or(u16::MAX).min(2).min(area.height);
    let pieces = shown.iter().flat_map(|change| {
        let role = if change.change == WordChange::Kept { Role::Text } else { Role::Match };
        [Piece::styled(change.text.as_str(), theme.style(role)), Piece::raw(" ")]
    });
    let label = Line::styled(format!(" {label}"), theme.style(Role::Key));
    frame.render_widget(label, Rect { height: 1, ..area });
    let text = Paragraph::new(Line::from(pieces.collect::<Vec<_>>())).wrap(Wrap { trim: true });
    frame.render_widget(text, Rect { height: rows, ..inside });
    rows
}
