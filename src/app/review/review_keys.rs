//! Reviewing: what is done in the review list. Accept the place that was found, choose another, keep as an orphan; each is one
//! action, which undoing takes back. The reader above follows the cursor.

use ulid::Ulid;

use crate::app::effect::Effect;
use crate::app::keys::command::{Command, Pane};
use crate::app::notes::highlights::quoted;
use crate::app::notes::saving;
use crate::app::overlay::Overlay;
use crate::app::review::review_list::{DETAIL_ROWS, Home, Review};
use crate::app::routing::{Outcome, ask_overlay};
use crate::app::state::State;
use crate::app::sync::open_article;
use crate::app::widget::navigation::{Cursor, Motion, Scroll};
use crate::model::anchor::AnchorState;
use crate::model::annotation::{ArticleKey, Target};
use crate::model::property::Property;
use crate::notes::action::{FieldChange, NoteSubject};
use crate::notes::anchor_check::CandidatePlace;
use crate::notes::anchoring::article_match::Belonging;
use crate::notes::anchoring::bodies::Bodies;
use crate::notes::anchoring::whole::with_text;

/// The list, with its first annotation shown; without anything to review, says so.
#[must_use]
pub fn open(state: &mut State) -> Option<Overlay> {
    if state.notes.reanchor.open.is_empty() {
        let loading = state.is_loading();
        state.info(if loading {
            "the articles are still coming in; what is to be reviewed is known then"
        } else {
            "nothing to review: the notes on these articles stand where they were"
        });
        return None;
    }
    let home = Home { focus: state.focus, row: state.articles.at, spot: state.reader.spot_here(), marked: state.reader.spot };
    state.reader.caret = None;
    state.focus = Pane::Reader;
    let mut review = Review::new(home);
    follow(state, &mut review);
    Some(Overlay::Review(Box::new(review)))
}

/// Does what a command of the list does to the annotation under the cursor.
#[must_use]
pub fn act(state: &mut State, review: &mut Review, run: impl FnOnce(&mut State, &mut Review, Ulid) -> Vec<Effect>) -> Outcome {
    let effects = at_hand(state, review).map_or_else(Vec::new, |id| run(state, review, id));
    stay(state, review, effects)
}

/// Takes a change back, or does it again; the cursor goes to what that brings back to the list.
#[must_use]
pub fn reverse(state: &mut State, review: &mut Review, run: impl FnOnce(&mut State) -> Vec<Effect>) -> Outcome {
    let effects = run(state);
    if state.overlay.is_some() {
        // It asks something, and that comes first.
        return Outcome::close().with(effects);
    }
    review.returning = touched(&effects);
    stay(state, review, effects)
}

/// Moves the cursor.
#[must_use]
pub fn walk(state: &mut State, review: &mut Review, motion: Motion) -> Outcome {
    step(state, review, motion);
    stay(state, review, Vec::new())
}

/// Takes the place that is being chosen, else goes on reading at the place that is shown.
#[must_use]
pub fn take(state: &mut State, review: &mut Review) -> Outcome {
    match at_hand(state, review) {
        Some(id) if review.choosing.is_none() && read(state, review, id) => Outcome::close(),
        Some(id) if review.choosing.is_some() => {
            let effects = accept(state, review, id);
            stay(state, review, effects)
        }
        _ => stay(state, review, Vec::new()),
    }
}

/// Back from choosing a place, else back to where one was.
#[must_use]
pub fn leave(state: &mut State, review: &mut Review) -> Outcome {
    if review.choosing.take().is_some() {
        return stay(state, review, Vec::new());
    }
    go_home(state, &review.home);
    Outcome::close()
}

/// Says what can be done with the annotation of a row, for a key that does nothing.
pub fn tell(state: &mut State, row: usize) {
    use Command::{AcceptPlace, Cancel, ChoosePlace, DeleteListed, KeepOrphan, Undo};
    if row < state.notes.reanchor.open.len() {
        let keys = [AcceptPlace, ChoosePlace, KeepOrphan, DeleteListed, Undo, Cancel].map(|one| state.key(one));
        let [accept, choose, orphan, delete, undo, cancel] = keys;
        let acts = format!("{accept} accepts, {choose} chooses a place, {orphan} keeps as an orphan, {delete} deletes");
        state.info(format!("{acts}, {undo} undoes; {cancel} leaves"));
    }
}

fn at_hand(state: &State, review: &Review) -> Option<Ulid> {
    state.notes.reanchor.open.get(review.cursor.at).copied()
}

/// Keeps the list open; what follows from a change is shown when it is taken in.
fn stay(state: &mut State, review: &mut Review, effects: Vec<Effect>) -> Outcome {
    if effects.is_empty() { follow(state, review) } else { Outcome::stay().with(effects) }
}

/// Selects the annotation or the place in the row that was clicked, counted from the first shown.
#[must_use]
pub fn click(state: &mut State, review: &mut Review, row: usize) -> Outcome {
    if row + DETAIL_ROWS < state.viewport.overlay.rows {
        let cursor = review.choosing.as_mut().unwrap_or(&mut review.cursor);
        cursor.at = cursor.top + row;
        return follow(state, review);
    }
    Outcome::stay()
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

/// Brings the list up to date, when it is open: what is in it has changed.
pub fn refresh(state: &mut State) {
    // Following asks for nothing in return.
    let _ = ask_overlay(state, |state, overlay| match overlay {
        Overlay::Review(review) => follow(state, review),
        _ => Outcome::stay(),
    });
}

/// Shows in the reader what the cursor is on now; closes the list when nothing is left in it.
fn follow(state: &mut State, review: &mut Review) -> Outcome {
    let open = &state.notes.reanchor.open;
    match review.returning.and_then(|id| open.iter().position(|one| *one == id)) {
        Some(at) => (review.cursor.at, review.returning) = (at, None),
        None if state.notes.reanchor.is_settled() => review.returning = None,
        None => {}
    }
    if open.is_empty() && review.returning.is_none() {
        go_home(state, &review.home);
        return Outcome::close();
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
    Outcome::stay()
}

/// Shows the place of an annotation in the reader; without one, where it stood.
fn show(state: &mut State, id: Ulid, at: usize) {
    let Some(finding) = state.notes.reanchor.finding(id) else { return };
    let home = if let Belonging::To(ix, _) = finding.belonging { Some(ix) } else { None };
    let place = finding.places.get(at).copied();
    let Some(article) = place.map(|place| place.article).or(home) else { return };
    open_article::show(state, article);
    state.find_in_list(article);
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
        let ways = otherwise(state);
        state.info(format!("its article is not here, so there is nothing to read; {ways}"));
        return false;
    }
    if let Some(spot) = review.home.spot {
        state.jumps.leave(spot);
    }
    let (review, back) = (state.key(Command::Review), state.key(Command::JumpBack));
    state.info(format!("{review} opens the list again; {back} goes back to where you were"));
    true
}

/// What else can be done with an annotation that has no place.
fn otherwise(state: &State) -> String {
    let (orphan, delete) = (state.key(Command::KeepOrphan), state.key(Command::DeleteListed));
    format!("{orphan} keeps it as an orphan, {delete} deletes it")
}

/// Lets one choose among the places in question.
#[must_use]
pub fn choose(state: &mut State, review: &mut Review, id: Ulid) -> Vec<Effect> {
    let places = state.notes.reanchor.finding(id).map_or(0, |finding| finding.places.len());
    match places {
        0 => state.info(format!("there is no place to choose; {}", otherwise(state))),
        1 => state.info(format!("there is one place, which is shown; {} accepts it", state.key(Command::AcceptPlace))),
        _ => review.choosing = Some(Cursor::default()),
    }
    Vec::new()
}

/// Puts the annotation where it is shown.
#[must_use]
pub fn accept(state: &mut State, review: &mut Review, id: Ulid) -> Vec<Effect> {
    let Some(finding) = state.notes.reanchor.finding(id) else { return Vec::new() };
    let is_open = matches!(finding.state, AnchorState::Ambiguous | AnchorState::Orphan) && finding.places.len() > 1;
    if is_open && review.choosing.is_none() {
        let [down, up, accept] = [Command::Down, Command::Up, Command::Accept].map(|one| state.key(one));
        state.info(format!("which of these places? {down} and {up} show them, {accept} takes one"));
        review.choosing = Some(Cursor::default());
        return Vec::new();
    }
    let Some(place) = finding.places.get(review.place()).copied() else {
        state.info(format!("there is no place to accept; {}", otherwise(state)));
        return Vec::new();
    };
    let Some((change, words)) = putting(id, place, &mut Bodies::of(&state.archive)) else { return Vec::new() };
    review.choosing = None;
    let told = format!("accepted: {words} · {} undoes", state.key(Command::Undo));
    saving::keep(state, vec![change], told)
}

/// Accepts all whose very words stand elsewhere, at once.
#[must_use]
pub fn accept_moved(state: &mut State) -> Vec<Effect> {
    let moved = state.notes.reanchor.open.iter().filter_map(|id| {
        let finding = state.notes.reanchor.finding(*id).filter(|finding| finding.state == AnchorState::Moved)?;
        Some((*id, *finding.places.first()?))
    });
    // They are in the order of the articles, so that each body is at hand for all notes on it.
    let mut bodies = Bodies::of(&state.archive);
    let changes: Vec<FieldChange> = moved.filter_map(|(id, place)| Some(putting(id, place, &mut bodies)?.0)).collect();
    let undo = state.key(Command::Undo);
    let told = match changes.len() {
        0 => {
            state.info("none of these has moved word for word");
            return Vec::new();
        }
        1 => format!("accepted 1 that stands word for word elsewhere · {undo} undoes"),
        count => format!("accepted {count} that stand word for word elsewhere · {undo} undoes"),
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
        None => (Target::Article { article: with_text(key, article.body()) }, quoted(article.title())),
    };
    let fields = [Property::Target(Box::new(target)), Property::Orphan(false)];
    Some((FieldChange::new(NoteSubject::Annotation(id), fields), format!("“{words}”")))
}

/// Leaves the annotation without a place; it is kept, and not asked about again.
#[must_use]
pub fn orphan(state: &mut State, review: &mut Review, id: Ulid) -> Vec<Effect> {
    review.choosing = None;
    let change = FieldChange::new(NoteSubject::Annotation(id), [Property::Orphan(true)]);
    let told = format!("kept as an orphan: {} · {} undoes", named(state, id), state.key(Command::Undo));
    saving::keep(state, vec![change], told)
}

/// Deletes the annotation.
#[must_use]
pub fn delete(state: &mut State, review: &mut Review, id: Ulid) -> Vec<Effect> {
    review.choosing = None;
    let change = FieldChange::new(NoteSubject::Annotation(id), [Property::Deleted(true)]);
    let told = format!("deleted: {} · {} brings it back", named(state, id), state.key(Command::Undo));
    saving::keep(state, vec![change], told)
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
