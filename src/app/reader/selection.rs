//! Selecting: puts the cursor into the text of the reader, moves it by keys and by mouse, and tells what is selected.

use crate::app::event::Button;
use crate::app::keys::command::{Command, Pane};
use crate::app::keys::key::KeyPress;
use crate::app::panes::caret::Caret;
use crate::app::panes::layout::ReaderLayout;
use crate::app::panes::text_objects::{TextObjects, TextUnit};
use crate::app::state::State;
use crate::app::widget::navigation::Motion;
use crate::text::span::Span;
use crate::text::word::count as count_words;
use crate::tr;

/// Larger counts are slips of the finger.
const LARGEST_COUNT: usize = 9999;

/// Takes a digit of a count; whether it was one.
pub fn count(state: &mut State, key: KeyPress) -> bool {
    let digit = key.typed().filter(|_| state.is_at_caret() && state.input.pending.is_empty()).and_then(|c| c.to_digit(10));
    let Some(digit) = digit.filter(|digit| *digit > 0 || state.input.count.is_some()) else { return false };
    let digit = usize::try_from(digit).unwrap_or_default();
    state.input.count = Some((state.input.count.unwrap_or(0) * 10 + digit).min(LARGEST_COUNT));
    true
}

/// Puts the cursor out with a selection that begins there; when it is out, begins one or lets it go.
pub fn select(state: &mut State) {
    let rows = state.viewport.reader.rows;
    let reading = state.reader.reading(rows);
    let Some(article) = state.open_article().cloned() else {
        return state.info(tr!("no article is open, so there is nothing to select"));
    };
    if let Some(caret) = &mut state.reader.caret {
        caret.anchor = if caret.anchor.is_some() { None } else { Some(caret.at) };
        return;
    }
    match TextObjects::of(&article).place(reading) {
        Some(at) => {
            state.reader.caret = Some(Caret::new(at, true));
            state.reader.spot = None;
            state.reader.keep_in_view(at, rows);
        }
        None => state.info(tr!("this article has no text to select")),
    }
}

/// So many units on.
pub fn forward(state: &mut State, unit: TextUnit, count: usize) {
    go(state, |prose, at| prose.forward(unit, at, count));
}

/// So many units back.
pub fn backward(state: &mut State, unit: TextUnit, count: usize) {
    go(state, |prose, at| prose.backward(unit, at, count));
}

/// So many units on; a selection, to the end of the last.
pub fn go_on(state: &mut State, unit: TextUnit, count: usize) {
    change(state, |caret, prose| caret.go_on(unit, count, prose));
}

/// To the end of the word, or of one further on.
pub fn word_end(state: &mut State, count: usize) {
    go(state, |prose, at| prose.end(TextUnit::Word, at, count));
}

/// Selects the unit one is at; again, the next one too.
pub fn select_units(state: &mut State, unit: TextUnit, count: usize) {
    change(state, |caret, prose| caret.select_units(unit, count, prose));
}

/// To the other end of the selection.
pub fn swap_ends(state: &mut State) {
    change(state, |caret, _| caret.swap());
}

/// Moves the cursor as a motion of the pane would scroll.
pub fn walk(state: &mut State, motion: Motion) {
    let (rows, count) = (state.viewport.reader.rows, state.input.count.unwrap_or(1));
    let Some(layout) = state.reader.layout.clone() else { return };
    let by = |by: isize| by.saturating_mul(isize::try_from(count).unwrap_or(isize::MAX));
    change(state, |caret, prose| match motion {
        Motion::Top => caret.go(prose.first().unwrap_or(caret.at)),
        Motion::Bottom => caret.go(prose.last().unwrap_or(caret.at)),
        Motion::Rows(rows) => caret.move_rows(by(rows), &layout, prose),
        Motion::HalfPages(halves) => {
            let page = isize::try_from((rows / 2).max(1)).unwrap_or(1);
            caret.move_rows(by(halves * page), &layout, prose);
        }
    });
}

/// Puts the cursor away.
pub fn leave(state: &mut State) {
    state.reader.caret = None;
}

/// Takes the cursor to where the reader has jumped.
pub fn follow(state: &mut State, before: Option<Span>) {
    if let Some(spot) = state.reader.spot.filter(|spot| state.reader.caret.is_some() && Some(*spot) != before) {
        change(state, |caret, prose| caret.go(prose.place(spot.first()).unwrap_or(caret.at)));
    }
}

/// What is selected, without the white space around it.
#[must_use]
pub fn selection(state: &State) -> Option<Span> {
    let (article, caret) = (state.open_article()?, state.reader.caret?);
    let prose = TextObjects::of(article);
    prose.trimmed(caret.selection(&prose)?)
}

/// The place one is at: the cursor, else the place jumped to while it is in view, else the first row.
#[must_use]
pub fn here(state: &State) -> usize {
    state.reader.caret.map_or_else(|| state.reader.reading(state.viewport.reader.rows), |caret| caret.at)
}

/// What is selected, else the sentence one is at.
#[must_use]
pub fn selection_or_sentence(state: &State) -> Option<Span> {
    let sentence = || {
        let prose = TextObjects::of(state.open_article()?);
        prose.around(TextUnit::Sentence, prose.place(here(state))?)
    };
    selection(state).or_else(sentence)
}

/// Lets the selection go, once something was done with it; the cursor stays where it began.
pub fn let_go(state: &mut State) {
    if let Some(caret) = &mut state.reader.caret {
        let at = caret.anchor.take().map_or(caret.at, |anchor| anchor.min(caret.at));
        caret.go(at);
    }
}

/// The mouse points at a cell of the text: `row` counts from the first row in view and is negative above it.
pub fn point(state: &mut State, (row, column): (isize, usize), button: Button) {
    let rows = isize::try_from(state.viewport.reader.rows).unwrap_or(isize::MAX);
    if button == Button::Held && !(0..rows).contains(&row) {
        state.reader.scroll(Motion::Rows(row.signum()), state.viewport.reader.rows);
    }
    let row = usize::try_from(row.clamp(0, rows.saturating_sub(1).max(0))).unwrap_or(0);
    let Some((article, layout)) = state.open_article().cloned().zip(state.reader.layout.as_ref()) else { return };
    let prose = TextObjects::of(&article);
    let Some(at) = layout.offset_in(state.reader.top + row, column) else {
        if button == Button::Released {
            state.reader.pressed = None;
        }
        return;
    };
    let word = prose.around(TextUnit::Word, at).filter(|word| word.holds(at)).unwrap_or_else(|| Span::new(at, prose.behind(at)));
    match (button, state.reader.pressed) {
        (Button::Pressed, _) => state.reader.pressed = Some(word),
        (Button::Held, Some(pressed)) if pressed != word || state.reader.caret.is_some_and(|caret| caret.anchor.is_some()) => {
            let mut caret = Caret::new(at, true);
            caret.drag(pressed, word, &prose);
            (state.reader.caret, state.reader.spot) = (Some(caret), None);
        }
        (Button::Released, Some(pressed)) => {
            state.reader.pressed = None;
            if pressed == word {
                click(state, at, word);
            }
        }
        _ => {}
    }
}

/// A click moves the cursor when it is out; else it names the place that is meant next.
fn click(state: &mut State, at: usize, word: Span) {
    match &mut state.reader.caret {
        Some(caret) if caret.anchor.is_none_or(|anchor| !word.holds(anchor)) => (caret.anchor, caret.at) = (None, at),
        Some(_) => {}
        None => state.reader.spot = Some(word),
    }
}

fn go(state: &mut State, to: impl FnOnce(&TextObjects<'_>, usize) -> usize) {
    change(state, |caret, prose| caret.go(to(prose, caret.at)));
}

/// To a column of the row one is in; beyond its end, to the end.
pub fn go_in_row(state: &mut State, column: usize) {
    let row = |layout: &ReaderLayout| layout.offset_in(layout.row_of(here(state)), column);
    let offset = state.reader.layout.as_ref().and_then(row);
    go(state, |prose, at| offset.and_then(|offset| prose.place(offset)).unwrap_or(at));
}

/// Changes the cursor and keeps it in view; without one, says how to get one.
fn change(state: &mut State, with: impl FnOnce(&mut Caret, &TextObjects<'_>)) {
    let Some((article, mut caret)) = state.open_article().cloned().zip(state.reader.caret) else {
        return state.info(tr!("there is no cursor in the text; {select} puts one there", select = state.key(Command::Select)));
    };
    with(&mut caret, &TextObjects::of(&article));
    state.reader.caret = Some(caret);
    state.reader.keep_in_view(caret.at, state.viewport.reader.rows);
}

/// What the status line says of the cursor.
#[must_use]
pub fn extent_label(state: &State) -> Option<String> {
    if state.focus != Pane::Reader {
        return None;
    }
    let (article, _) = (state.open_article()?, state.reader.caret?);
    let words = selection(state).map(|span| count_words(span.of(&article.body)));
    Some(match words {
        Some(words) => tr!("{n} word" | "{n} words", n = words),
        None => tr!("cursor").to_owned(),
    })
}
