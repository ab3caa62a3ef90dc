//! Marking: makes, recolours, deletes and visits the highlights of the open article, and takes changes back.
//!
//! What it does shows at once; `keeping` sees to it that it is kept and says so then.

use crate::app::effect::Effect;
use crate::app::keys::command::Command;
use crate::app::notes::case;
use crate::app::notes::saving;
use crate::app::notes::undone::ChangePlace;
use crate::app::panes::annotations::Mark;
use crate::app::reader::selection;
use crate::app::reader::visit;
use crate::app::state::State;
use crate::app::state::awaited::Awaited;
use crate::model::annotation::{ArticleKey, Target};
use crate::model::property::{Properties, Property, PropertyId, typed};
use crate::notes::action::{Action, FieldChange, NoteSubject};
use crate::notes::anchoring::body::Body;
use crate::notes::undo::Step;
use crate::text::grapheme::elide;
use crate::text::span::Span;
use crate::tr;

/// Columns of a quotation in a message.
const QUOTED_COLS: usize = 30;

/// Waits for the letter or the number of a colour.
pub fn begin(state: &mut State) {
    if selection::selection_or_sentence(state).is_some() {
        state.input.awaited = Some(Awaited::Color);
    } else {
        state.info(tr!("no article is open, so there is nothing to mark"));
    }
}

/// Marks in the colour of this letter; whether there is one.
#[must_use]
pub fn by_letter(state: &mut State, letter: char) -> Option<Vec<Effect>> {
    let color = state.notes.colors.of_letter(letter)?.name.clone();
    Some(mark(state, &color))
}

/// Marks in the colour of this number, from 1.
#[must_use]
pub fn by_number(state: &mut State, number: usize) -> Vec<Effect> {
    let Some(color) = state.notes.colors.numbered(number).map(|color| color.name.clone()) else {
        tell_colors(state);
        return Vec::new();
    };
    mark(state, &color)
}

/// Says which colours there are.
pub fn tell_colors(state: &mut State) {
    let letters: Vec<String> = state.notes.colors.iter().map(|color| format!("{} {}", color.letter, color.name)).collect();
    state.info(tr!("nothing marked; the colours are {letters}", letters = letters.join(" · ")));
}

/// Marks in the colour used last.
#[must_use]
pub fn repeat(state: &mut State) -> Vec<Effect> {
    if let Some(color) = state.notes.last_color.clone() {
        return mark(state, &color);
    }
    state.info(tr!("nothing to repeat yet; {highlight} and a letter mark", highlight = state.key(Command::Highlight)));
    Vec::new()
}

/// Marks what is selected, else the sentence one is at; a highlight of these very words gets the colour instead.
#[must_use]
pub(crate) fn mark(state: &mut State, color: &str) -> Vec<Effect> {
    let Some((span, article)) = selection::selection_or_sentence(state).zip(state.open_article().cloned()) else {
        state.info(tr!("there are no words here to mark"));
        return Vec::new();
    };
    state.notes.last_color = Some(color.to_owned());
    let quoted = quoted(span.of(&article.body));
    let set = Property::Color(Some(color.into()));
    let (change, told) = if let Some(mark) = state.notes.open.of_span(span) {
        (FieldChange::new(NoteSubject::Annotation(mark.id), [set]), tr!("{color} now: “{quoted}”", color, quoted))
    } else {
        let anchor = Body::new(&article.body).anchor(span);
        let target = Target::Passage { article: ArticleKey::of(&article).into(), anchor };
        let subject = NoteSubject::Annotation(state.notes.all.new_id());
        let fields = [Property::Target(Box::new(target)), set].into_iter().chain(case::membership(state));
        let change = FieldChange::new(subject, fields);
        let (note, undo) = (state.key(Command::Note), state.key(Command::Undo));
        (change, tr!("marked as {color}: “{quoted}” · {note} adds a note, {undo} undoes", color, quoted, note, undo))
    };
    let is_so = state.notes.open.of_span(span).is_some_and(|mark| mark.annotation.color.as_deref() == Some(color));
    settle(state, span);
    if is_so {
        let quoted = self::quoted(state.open_article().map_or("", |article| span.of(&article.body)));
        state.info(tr!(
            "marked as {color} already: “{quoted}” · {delete} deletes it",
            color,
            quoted,
            delete = state.key(Command::Delete)
        ));
        return Vec::new();
    }
    saving::keep(state, vec![change], told)
}

/// Leaves the reader at the words something was done with: the selection is let go.
pub fn settle(state: &mut State, span: Span) {
    selection::let_go(state);
    if state.reader.caret.is_none() {
        state.reader.spot = Some(span);
    }
}

/// The highlight or note one is at.
#[must_use]
pub fn at_hand(state: &State) -> Option<&Mark> {
    let visited = state.notes.visited.and_then(|id| state.notes.open.placed.iter().find(|mark| mark.id == id));
    let here = selection::here(state);
    visited
        .filter(|mark| state.reader.caret.is_none() && state.reader.spot == Some(mark.span))
        .or_else(|| state.notes.open.at(here))
}

/// Deletes the highlight one is at, with its note.
#[must_use]
pub fn delete(state: &mut State) -> Vec<Effect> {
    let Some(mark) = at_hand(state).cloned() else {
        state.info(tr!(
            "there is no highlight here; {next_highlight} goes to the next",
            next_highlight = state.key(Command::NextHighlight)
        ));
        return Vec::new();
    };
    let words = state.open_article().map(|article| quoted(mark.span.of(&article.body))).unwrap_or_default();
    let with_note = if mark.annotation.note.is_empty() { "" } else { tr!(" with its note") };
    selection::let_go(state);
    let change = FieldChange::new(NoteSubject::Annotation(mark.id), [Property::Deleted(true)]);
    let told = tr!("deleted: “{words}”{with_note} · {undo} brings it back", words, with_note, undo = state.key(Command::Undo));
    saving::keep(state, vec![change], told)
}

/// Takes back the last change. Where that was a correction of actors, which has a list of its own, it says so once and takes nothing back.
#[must_use]
pub fn undo(state: &mut State) -> Vec<Effect> {
    if std::mem::take(&mut state.actors.is_corrected_last) {
        let (corrections, undo) = (state.key(Command::Corrections), state.key(Command::Undo));
        state.info(tr!(
            "{corrections} takes the correction of the actor back; {undo} once more undoes what was done before",
            corrections,
            undo
        ));
        return Vec::new();
    }
    let (redo, place) = (state.key(Command::Redo), place_of_next(state, Step::Undo));
    let there = place.as_ref().map(ChangePlace::words).unwrap_or_default();
    let effects =
        saving::undo(state, |action| tr!("undone: {action}{there} · {redo} does it again", action = worded(action), there, redo));
    gone_to(state, place, effects)
}

/// Does again what was taken back last.
#[must_use]
pub fn redo(state: &mut State) -> Vec<Effect> {
    let place = place_of_next(state, Step::Redo);
    let there = place.as_ref().map(ChangePlace::words).unwrap_or_default();
    let effects = saving::redo(state, |action| tr!("done again: {action}{there}", action = worded(action), there));
    gone_to(state, place, effects)
}

/// Where the next step back or forth changes something.
fn place_of_next(state: &State, step: Step) -> Option<ChangePlace> {
    ChangePlace::of(state, &state.notes.all.next_subjects(step))
}

/// Goes to where something was changed, when it was: what is reviewed has its own way there.
fn gone_to(state: &mut State, place: Option<ChangePlace>, effects: Vec<Effect>) -> Vec<Effect> {
    if let Some(place) = place.filter(|_| !effects.is_empty() && state.overlay.is_none()) {
        place.go(state);
    }
    effects
}

/// What the changes of an undoing lead to, in words.
fn worded(action: &Action) -> String {
    // What was done to many articles at once is told once, with how many they are.
    let mut words: Vec<(String, usize)> = Vec::new();
    for word in action.changes.iter().flat_map(|change| change.set.iter().filter_map(|field| word(&change.set, field))) {
        match words.iter_mut().find(|(known, _)| *known == word) {
            Some((_, count)) => *count += 1,
            None => words.push((word, 1)),
        }
    }
    let counted = |(word, count): &(String, usize)| if *count > 1 { format!("{word} ({count}×)") } else { word.clone() };
    if words.is_empty() { tr!("a change").to_owned() } else { words.iter().map(counted).collect::<Vec<_>>().join(", ") }
}

fn word(all: &Properties, field: &Property) -> Option<String> {
    // Where it is, is no news of what is made or coloured.
    let is_place_of_new = field.property() == Some(PropertyId::Target) && all.get(typed::Color).is_some();
    if is_place_of_new { None } else { field.undone(&quoted) }
}

/// Goes to the next or previous highlight of the open article.
pub fn go_to_mark(state: &mut State, forward: bool) {
    let visited = at_hand(state).map(|mark| mark.id);
    let here = selection::here(state);
    let Some(at) = state.notes.open.next(visited, here, forward) else {
        let highlight = state.key(Command::Highlight);
        return state.info(tr!("nothing is marked in this article; {highlight} and a letter mark", highlight));
    };
    let Some(mark) = state.notes.open.placed.get(at).cloned() else { return };
    visit::leave(state);
    state.notes.visited = Some(mark.id);
    state.reader.jump_to(mark.span, state.viewport.reader.rows);
    let color = mark.annotation.color.as_deref().unwrap_or(tr!("note"));
    let note = mark.annotation.note.lines().next().filter(|line| !line.is_empty()).map(|line| format!(" · {line}"));
    state.info(tr!(
        "{color}: {at} of {count}{note}",
        color,
        at = at + 1,
        count = state.notes.open.placed.len(),
        note = note.unwrap_or_default()
    ));
}

/// Words on one line, cut.
#[must_use]
pub fn quoted(words: &str) -> String {
    elide(&words.split_whitespace().collect::<Vec<_>>().join(" "), QUOTED_COLS).into_owned()
}
