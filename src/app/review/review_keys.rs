//! Reviewing: what keys do in the review list. Accept the place that was found, choose another, keep as an orphan; each is one
//! action, which `u` takes back. The reader above follows the cursor.

use ulid::Ulid;

use crate::app::effect::Effect;
use crate::app::keys::command::{Command, Pane};
use crate::app::keys::key::{KeyCode, KeyPress};
use crate::app::keys::keymap::Resolved;
use crate::app::notes::highlights;
use crate::app::notes::highlights::quoted;
use crate::app::notes::saving;
use crate::app::overlay::Overlay;
use crate::app::review::review_list::{DETAIL_ROWS, Home, Review};
use crate::app::state::State;
use crate::app::sync::open_article;
use crate::app::widget::list_keys::is_leave;
use crate::app::widget::navigation::{Cursor, Motion, Scroll};
use crate::model::anchor::AnchorState;
use crate::model::annotation::{ArticleKey, Target};
use crate::notes::action::{FieldChange, NoteSubject};
use crate::notes::anchor_check::CandidatePlace;
use crate::notes::anchoring::article_match::Belonging;
use crate::notes::anchoring::bodies::Bodies;
use crate::notes::field::Property;

/// Opens the list, or says that there is nothing to review.
pub fn begin(state: &mut State) {
    if state.notes.reanchor.open.is_empty() {
        let loading = state.is_loading();
        return state.info(if loading {
            "the articles are still coming in; what is to be reviewed is known then"
        } else {
            "nothing to review: the notes on these articles stand where they were"
        });
    }
    let home = Home { focus: state.focus, row: state.articles.at, spot: state.reader.spot_here(), marked: state.reader.spot };
    state.reader.caret = None;
    state.focus = Pane::Reader;
    state.overlay = Some(Overlay::Review(Box::new(Review::new(home))));
    settle(state);
}

/// Takes a key.
#[must_use]
pub fn press(state: &mut State, mut review: Box<Review>, key: KeyPress) -> Vec<Effect> {
    let at_hand = state.notes.reanchor.open.get(review.cursor.at).copied();
    if is_leave(key) || key.typed() == Some('q') {
        if review.choosing.take().is_none() {
            go_home(state, &review.home);
            return Vec::new();
        }
        return stay(state, review, Vec::new());
    }
    let reverses = match key {
        KeyPress { code: KeyCode::Char('r'), ctrl: true, .. } => Some(Command::Redo),
        _ => (key.typed() == Some('u')).then_some(Command::Undo),
    };
    if let Some(command) = reverses {
        let effects = highlights::reverse(state, command);
        review.returning = touched(&effects);
        return stay(state, review, effects);
    }
    let Some(id) = at_hand else { return stay(state, review, Vec::new()) };
    if let Some(motion) = motion(state, key) {
        step(state, &mut review, motion);
        return stay(state, review, Vec::new());
    }
    let effects = match (key.typed(), key.code) {
        (Some('a'), _) => accept(state, &mut review, id),
        (_, KeyCode::Enter) if review.choosing.is_some() => accept(state, &mut review, id),
        (_, KeyCode::Enter) if read(state, &review, id) => return Vec::new(),
        (Some('A'), _) => accept_moved(state),
        (Some('c'), _) => {
            choose(state, &mut review, id);
            Vec::new()
        }
        (Some('o'), _) => orphan(state, &mut review, id),
        (Some('d'), _) => delete(state, &mut review, id),
        (_, KeyCode::Enter) => Vec::new(),
        _ => {
            state.info("a accepts, c chooses a place, o keeps as an orphan, d deletes, u undoes; Esc leaves");
            Vec::new()
        }
    };
    stay(state, review, effects)
}

/// Keeps the list open; what follows from a change is shown when it is taken in.
fn stay(state: &mut State, review: Box<Review>, effects: Vec<Effect>) -> Vec<Effect> {
    state.overlay = Some(Overlay::Review(review));
    if effects.is_empty() {
        settle(state);
    }
    effects
}

/// The movement that `key` means in the list.
fn motion(state: &State, key: KeyPress) -> Option<Motion> {
    let command = match state.input.keymap.resolve(Pane::Reader, &[key]) {
        Resolved::Command(command) => Some(command),
        Resolved::Pending | Resolved::Unbound => None,
    };
    command.and_then(Motion::of).or_else(|| (key.typed() == Some('g')).then_some(Motion::Top))
}

/// Selects the annotation or the place in the row that was clicked, counted from the first shown.
pub fn click(state: &mut State, row: usize) {
    let Some(Overlay::Review(review)) = &mut state.overlay else { return };
    if row + DETAIL_ROWS < state.viewport.overlay.rows {
        let cursor = review.choosing.as_mut().unwrap_or(&mut review.cursor);
        cursor.at = cursor.top + row;
        settle(state);
    }
}

/// Moves the cursor.
pub fn scroll(state: &mut State, motion: Motion) {
    let Some(Overlay::Review(mut review)) = state.overlay.take_if(|overlay| matches!(overlay, Overlay::Review(_))) else {
        return;
    };
    step(state, &mut review, motion);
    state.overlay = Some(Overlay::Review(review));
    settle(state);
}

/// Moves the cursor among the places, while one is being chosen, else in the list.
fn step(state: &State, review: &mut Review, motion: Motion) {
    let rows = state.viewport.overlay.rows.saturating_sub(DETAIL_ROWS);
    let open = &state.notes.reanchor.open;
    let places =
        open.get(review.cursor.at).and_then(|id| state.notes.reanchor.finding(*id)).map_or(0, |finding| finding.places.len());
    match &mut review.choosing {
        Some(choosing) => choosing.at = motion.from(choosing.at, places.saturating_sub(1), rows),
        None => review.cursor.at = motion.from(review.cursor.at, open.len().saturating_sub(1), rows),
    }
}

/// Shows in the reader what the cursor is on now; closes the list when nothing is left in it.
pub fn settle(state: &mut State) {
    let Some(Overlay::Review(mut review)) = state.overlay.take_if(|overlay| matches!(overlay, Overlay::Review(_))) else {
        return;
    };
    let open = &state.notes.reanchor.open;
    match review.returning.and_then(|id| open.iter().position(|one| *one == id)) {
        Some(at) => (review.cursor.at, review.returning) = (at, None),
        None if state.notes.reanchor.is_settled() => review.returning = None,
        None => {}
    }
    if open.is_empty() && review.returning.is_none() {
        go_home(state, &review.home);
        return;
    }
    review.cursor.at = review.cursor.at.min(open.len().saturating_sub(1));
    let now = open.get(review.cursor.at).map(|id| (*id, review.place()));
    if review.shown.map(|(id, _)| id) != now.map(|(id, _)| id) {
        review.choosing = None;
    }
    let now = now.map(|(id, _)| (id, review.place()));
    if now != review.shown
        && let Some((id, at)) = now
    {
        show(state, id, at);
    }
    review.shown = now;
    state.overlay = Some(Overlay::Review(review));
}

/// Shows the place of an annotation in the reader; without one, where it stood.
fn show(state: &mut State, id: Ulid, at: usize) {
    let Some(finding) = state.notes.reanchor.finding(id) else { return };
    let home = if let Belonging::To(ix, _) = finding.belonging { Some(ix) } else { None };
    let place = finding.places.get(at).copied();
    let Some(article) = place.map(|place| place.article).or(home) else { return };
    open_article::show(state, article);
    if let Some(row) = state.results.current.row_of(article) {
        state.articles.at = row;
    }
    state.notes.visited = Some(id);
    match place.and_then(|place| place.span) {
        Some(span) => state.reader.jump_to(span, state.viewport.reader.rows),
        None => state.reader.go_to(Scroll { offset: stood(state, id), above: 0 }),
    }
}

/// About where the words of an annotation stood in the open article; `None` for its head.
fn stood(state: &State, id: Ulid) -> Option<usize> {
    let Target::Passage { anchor, .. } = state.notes.all.annotation(id)?.target else { return None };
    let article = state.open_article()?;
    article.body.char_indices().nth(anchor.start as usize).map(|(at, _)| at)
}

/// Back to where one was before.
fn go_home(state: &mut State, home: &Home) {
    (state.focus, state.articles.at) = (home.focus, home.row);
    if let Some(spot) = home.spot {
        open_article::show(state, spot.article);
        state.reader.go_to(spot.scroll);
        state.reader.spot = home.marked;
    }
}

/// On to reading at the place that is shown, if there is one; the way back leads to where one was before.
fn read(state: &mut State, review: &Review, id: Ulid) -> bool {
    let is_nowhere = state.notes.reanchor.finding(id).is_none_or(|finding| finding.belonging == Belonging::Nowhere);
    if is_nowhere {
        state.info("its article is not here, so there is nothing to read; o keeps it as an orphan, d deletes it");
        return false;
    }
    if let Some(spot) = review.home.spot {
        state.jumps.leave(spot);
    }
    let keys = state.input.keymap.keys_of(Command::Review).next().unwrap_or_else(|| ":review".to_owned());
    state.info(format!("{keys} opens the list again; ^O goes back to where you were"));
    true
}

/// Lets one choose among the places in question.
fn choose(state: &mut State, review: &mut Review, id: Ulid) {
    let places = state.notes.reanchor.finding(id).map_or(0, |finding| finding.places.len());
    match places {
        0 => state.info("there is no place to choose; o keeps it as an orphan, d deletes it"),
        1 => state.info("there is one place, which is shown; a accepts it"),
        _ => review.choosing = Some(Cursor::default()),
    }
}

/// Puts the annotation where it is shown.
fn accept(state: &mut State, review: &mut Review, id: Ulid) -> Vec<Effect> {
    let Some(finding) = state.notes.reanchor.finding(id) else { return Vec::new() };
    let is_open = matches!(finding.state, AnchorState::Ambiguous | AnchorState::Orphan) && finding.places.len() > 1;
    if is_open && review.choosing.is_none() {
        state.info("which of these places? j and k show them, Enter takes one");
        review.choosing = Some(Cursor::default());
        return Vec::new();
    }
    let Some(place) = finding.places.get(review.place()).copied() else {
        state.info("there is no place to accept; o keeps it as an orphan, d deletes it");
        return Vec::new();
    };
    let Some((change, words)) = putting(id, place, &mut Bodies::of(&state.archive)) else { return Vec::new() };
    review.choosing = None;
    saving::keep(state, vec![change], format!("accepted: {words} · u undoes"))
}

/// Accepts all whose very words stand elsewhere, at once.
fn accept_moved(state: &mut State) -> Vec<Effect> {
    let moved = state.notes.reanchor.open.iter().filter_map(|id| {
        let finding = state.notes.reanchor.finding(*id).filter(|finding| finding.state == AnchorState::Moved)?;
        Some((*id, *finding.places.first()?))
    });
    // They are in the order of the articles, so that each body is at hand for all notes on it.
    let mut bodies = Bodies::of(&state.archive);
    let changes: Vec<FieldChange> = moved.filter_map(|(id, place)| Some(putting(id, place, &mut bodies)?.0)).collect();
    let told = match changes.len() {
        0 => {
            state.info("none of these has moved word for word");
            return Vec::new();
        }
        1 => "accepted 1 that stands word for word elsewhere · u undoes".to_owned(),
        count => format!("accepted {count} that stand word for word elsewhere · u undoes"),
    };
    saving::keep(state, changes, told)
}

/// The change that puts an annotation to a place, and the words there.
fn putting(id: Ulid, place: CandidatePlace, bodies: &mut Bodies) -> Option<(FieldChange, String)> {
    let article = bodies.archive().get(place.article)?;
    let key = ArticleKey::from(article);
    let (target, words) = match place.span {
        Some(span) => {
            let anchor = bodies.body(place.article)?.anchor(span);
            let words = quoted(&anchor.exact);
            (Target::Passage { article: key, anchor }, words)
        }
        None => (Target::Article { article: key }, quoted(article.title())),
    };
    let fields = [Property::Target(Box::new(target)), Property::Orphan(false)];
    Some((FieldChange::new(NoteSubject::Annotation(id), fields), format!("“{words}”")))
}

/// Leaves the annotation without a place; it is kept, and not asked about again.
fn orphan(state: &mut State, review: &mut Review, id: Ulid) -> Vec<Effect> {
    review.choosing = None;
    let change = FieldChange::new(NoteSubject::Annotation(id), [Property::Orphan(true)]);
    saving::keep(state, vec![change], format!("kept as an orphan: {} · u undoes", named(state, id)))
}

fn delete(state: &mut State, review: &mut Review, id: Ulid) -> Vec<Effect> {
    review.choosing = None;
    let change = FieldChange::new(NoteSubject::Annotation(id), [Property::Deleted(true)]);
    saving::keep(state, vec![change], format!("deleted: {} · u brings it back", named(state, id)))
}

/// The words of an annotation, for a message.
fn named(state: &State, id: Ulid) -> String {
    match state.notes.all.annotation(id).map(|annotation| annotation.target) {
        Some(Target::Passage { anchor, .. }) => format!("“{}”", quoted(&anchor.exact)),
        Some(Target::Article { article }) => format!("“{}”", quoted(&article.title)),
        _ => "the note".to_owned(),
    }
}

/// The annotation that the first of the actions to be kept is about.
fn touched(effects: &[Effect]) -> Option<Ulid> {
    let actions = effects.iter().find_map(|effect| if let Effect::Keep(actions) = effect { Some(actions) } else { None })?;
    let subjects = actions.iter().flat_map(|action| &action.changes).map(|change| &change.of);
    subjects.into_iter().find_map(|subject| if let NoteSubject::Annotation(id) = subject { Some(*id) } else { None })
}
