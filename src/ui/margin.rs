//! Draws what is marked in the reader: the words in the colour of each highlight, and its letter in the margin of each of its rows,
//! so that it can be told without colour. A capital letter has a note.

use std::collections::BTreeSet;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span as Piece};

use crate::app::panes::annotations::Mark;
use crate::app::panes::layout::{ReaderRow as Wrapped, Shown};
use crate::app::state::State;
use crate::config::colors::Tint;
use crate::model::anchor::AnchorState;
use crate::text::span::Span;
use crate::ui::canvas::Marks;
use crate::ui::theme::Theme;

/// The letter of a note on words that are not marked.
const NOTE: char = 'n';
/// Stands for all letters there is no room for.
const MORE: char = '+';

/// The highlights that fall into `view`, as styles, none over another: of those that lie over each other the last is seen, and the words
/// are bold. However many lie over one sentence, there are no more than its bytes.
#[must_use]
pub fn highlights(state: &State, view: Span, theme: &Theme) -> Marks {
    let seen: Vec<(Span, &Mark)> =
        state.notes.open.placed.iter().filter_map(|mark| Some((mark.span.clip(view)?, mark))).collect();
    let spans: Vec<Span> = seen.iter().map(|(span, _)| *span).collect();
    let style = |(span, last, is_over): (Span, usize, bool)| {
        let style = seen.get(last).map(|(_, mark)| theme.mark(tint(state, mark))).unwrap_or_default();
        (span, if is_over { style.add_modifier(Modifier::BOLD) } else { style })
    };
    flattened(&spans).into_iter().map(style).collect()
}

/// The stretches in which the same `spans` lie over each other: each with the number of the last of them, and whether there are more.
/// One sweep over their ends.
fn flattened(spans: &[Span]) -> Vec<(Span, usize, bool)> {
    let ends = spans.iter().enumerate().flat_map(|(at, span)| [(span.start, true, at), (span.end, false, at)]);
    let mut ends: Vec<(u32, bool, usize)> = ends.collect();
    ends.sort_unstable();
    let (mut over, mut from, mut stretches) = (BTreeSet::new(), 0, Vec::new());
    for (end, opens, at) in ends {
        if let Some(last) = over.last().copied().filter(|_| from < end) {
            stretches.push((Span { start: from, end }, last, over.len() > 1));
        }
        from = end;
        if opens {
            over.insert(at);
        } else {
            over.remove(&at);
        }
    }
    stretches
}

/// Draws the letters of a row into the margin at the left of the text.
pub fn draw(frame: &mut Frame, state: &State, theme: &Theme, (line, area): (Wrapped, Rect)) {
    let area = Rect { width: area.width.saturating_sub(1), ..area };
    if !matches!(line.shown, Shown::Body(_)) || area.is_empty() {
        return;
    }
    let on_row: Vec<&Mark> = state.notes.open.placed.iter().filter(|mark| mark.span.overlaps(line.span)).collect();
    let room = usize::from(area.width).min(on_row.len());
    let pieces: Vec<Piece<'_>> = on_row
        .iter()
        .zip(1..)
        .take(room)
        .map(|(mark, number)| {
            let is_cut = number == room && on_row.len() > room;
            let letter = if is_cut { MORE } else { letter(state, mark) };
            Piece::styled(letter.to_string(), theme.margin(tint(state, mark)))
        })
        .collect();
    frame.render_widget(Line::from(pieces).right_aligned(), area);
}

fn tint(state: &State, mark: &Mark) -> Option<Tint> {
    let name = mark.annotation.color.as_deref()?;
    Some(state.notes.colors.named(name).map_or(Tint::Gray, |color| color.tint))
}

/// The letter of a mark: small, or a capital when there is a note; `?` when its words have changed.
fn letter(state: &State, mark: &Mark) -> char {
    let letter = mark.annotation.color.as_deref().map_or(NOTE, |name| state.notes.colors.letter(name));
    let noted = !mark.annotation.note.is_empty();
    match mark.state {
        AnchorState::Exact | AnchorState::Moved if noted => letter.to_uppercase().next().unwrap_or(letter),
        AnchorState::Exact | AnchorState::Moved => letter,
        _ => '?',
    }
}

#[cfg(test)]
mod tests {
    use super::flattened;
    use crate::text::span::Span;

    #[test]
    fn marks_over_each_other_make_stretches_in_which_the_last_is_seen() {
        let spans = [Span::new(0, 20), Span::new(5, 10), Span::new(5, 10), Span::new(20, 25)];
        let stretches = flattened(&spans);
        let span = |start, end| Span::new(start, end);
        assert_eq!(
            stretches,
            [(span(0, 5), 0, false), (span(5, 10), 2, true), (span(10, 20), 0, false), (span(20, 25), 3, false)]
        );
    }

    #[test]
    fn thousands_of_marks_over_one_sentence_make_no_more_stretches_than_it_has_bytes() {
        let spans: Vec<Span> = (0..100_000).map(|at| Span::new(at % 97, 100 + at % 89)).collect();
        assert!(flattened(&spans).len() < 200);
    }
}
