//! Reviewing: the review list is opened, walked, brought up to date and left. The reader above follows the cursor;
//! [`super::review_decisions`] does what is decided.

use ulid::Ulid;

use crate::app::effect::Effect;
use crate::app::keys::command::{Command, Pane};
use crate::app::overlay::Overlay;
use crate::app::review::review_decisions::{accept, otherwise};
use crate::app::review::review_list::{DETAIL_ROWS, Home, Review};
use crate::app::routing::{Outcome, ask_overlay};
use crate::app::state::State;
use crate::app::sync::open_article;
use crate::app::widget::navigation::{Motion, Scroll};
use crate::model::annotation::Target;
use crate::model::archive::ArticleIx;
use crate::notes::action::NoteSubject;
use crate::notes::anchor_check::ReviewItem;
use crate::notes::anchoring::article_match::Belonging;
use crate::tr;

/// The list, with its first row shown; without anything to review, says so.
#[must_use]
pub fn open(state: &mut State) -> Option<Overlay> {
    if state.notes.reanchor.open.is_empty() {
        let loading = state.is_loading();
        let orphans = kept_orphans(state);
        state.info(match orphans {
            _ if loading => tr!("the articles are still coming in; what is to be reviewed is known then").to_owned(),
            0 => tr!("nothing to review: the notes on these articles stand where they were").to_owned(),
            n => tr!(
                "nothing to review; {n} is kept as an orphan (is:orphan)"
                    | "nothing to review; {n} are kept as orphans (is:orphan)",
                n
            ),
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

/// How many of what is not in its place were left without one.
fn kept_orphans(state: &State) -> usize {
    let notes = &state.notes.all;
    let is_kept = |item: &&ReviewItem| match item {
        ReviewItem::Annotation(id) => notes.is_orphan(*id),
        ReviewItem::Facts(key) => notes.is_left(key),
        ReviewItem::Texts(_) => false,
    };
    state.notes.reanchor.astray().filter(is_kept).count()
}

/// Does what a command of the list does to what is under the cursor.
#[must_use]
pub fn act(
    state: &mut State,
    review: &mut Review,
    run: impl FnOnce(&mut State, &mut Review, &ReviewItem) -> Vec<Effect>,
) -> Outcome {
    let effects = at_hand(state, review).map_or_else(Vec::new, |item| run(state, review, &item));
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
        Some(item) if review.choosing.is_none() && read(state, review, &item) => Outcome::close(),
        Some(item) if review.choosing.is_some() => {
            let effects = accept(state, review, &item);
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
        let acts = tr!(
            "{accept} accepts, {choose} chooses a place, {orphan} keeps as an orphan, {delete} deletes",
            accept,
            choose,
            orphan,
            delete
        );
        state.info(tr!("{acts}, {undo} undoes; {cancel} leaves", acts, undo, cancel));
    }
}

fn at_hand(state: &State, review: &Review) -> Option<ReviewItem> {
    state.notes.reanchor.open.get(review.cursor.at).cloned()
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
    let places = open.get(review.cursor.at).map_or(0, |item| state.notes.reanchor.options(item));
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

/// Shows in the reader what the cursor is on now. The list stays when nothing is left in it: a key pressed once too often must not do something
/// else elsewhere.
fn follow(state: &mut State, review: &mut Review) -> Outcome {
    let open = &state.notes.reanchor.open;
    match review.returning.as_ref().and_then(|subject| open.iter().position(|one| one.is_of(subject))) {
        Some(at) => (review.cursor.at, review.returning) = (at, None),
        None if state.notes.reanchor.is_settled() => review.returning = None,
        None => {}
    }
    review.cursor.at = review.cursor.at.min(open.len().saturating_sub(1));
    let item = open.get(review.cursor.at).cloned();
    if review.shown.as_ref().map(|(item, _)| item) != item.as_ref() {
        review.choosing = None;
    }
    let now = item.map(|item| (item, review.place()));
    if now != review.shown
        && let Some((item, at)) = &now
    {
        show(state, item, *at);
    }
    review.shown = now;
    Outcome::stay()
}

/// Whether the reader shows what the cursor is on; it stays where it was when the article is not here.
#[must_use]
pub(crate) fn is_shown(state: &State, review: &Review) -> bool {
    at_hand(state, review).is_some_and(|item| home(state, &item, review.place()).is_some())
}

/// The article that something is shown in, in the place of this number.
fn home(state: &State, item: &ReviewItem, at: usize) -> Option<ArticleIx> {
    let finding = state.notes.reanchor.finding(item);
    let place = finding.and_then(|finding| finding.places.get(at));
    let home = match (finding.map(|finding| &finding.belonging), annotation(item)) {
        (Some(Belonging::To(ix, _)), _) => Some(*ix),
        (Some(_), _) => None,
        (None, id) => id.and_then(|id| state.notes.reanchor.home(id)),
    };
    place.map(|place| place.article).or(home)
}

fn annotation(item: &ReviewItem) -> Option<Ulid> {
    if let ReviewItem::Annotation(id) | ReviewItem::Texts(id) = item { Some(*id) } else { None }
}

/// Shows something in the reader, in the place of this number; without one, where it stood.
fn show(state: &mut State, item: &ReviewItem, at: usize) {
    let annotation = annotation(item);
    let place = state.notes.reanchor.finding(item).and_then(|finding| finding.places.get(at)).copied();
    let Some(article) = home(state, item, at) else { return };
    open_article::show(state, article);
    state.find_in_list(article);
    state.notes.visited = annotation;
    if let Some(span) = place.and_then(|place| place.span) {
        state.reader.jump_to(span, state.viewport.reader.rows);
    } else {
        let offset = annotation.and_then(|id| stood(state, id));
        state.reader.go_to(Scroll { offset, above: 0 });
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
fn read(state: &mut State, review: &Review, item: &ReviewItem) -> bool {
    let is_nowhere = match (state.notes.reanchor.finding(item), item) {
        (Some(finding), _) => finding.belonging == Belonging::Nowhere,
        (None, ReviewItem::Texts(id)) => state.notes.reanchor.home(*id).is_none(),
        (None, _) => true,
    };
    if is_nowhere {
        let ways = otherwise(state);
        state.info(tr!("its article is not here, so there is nothing to read; {ways}", ways));
        return false;
    }
    if let Some(spot) = review.home.spot {
        state.jumps.leave(spot);
    }
    let (review, back) = (state.key(Command::Review), state.key(Command::JumpBack));
    state.info(tr!("{review} opens the list again; {back} goes back to where you were", review, back));
    true
}

/// What the first of the actions to be kept is about.
fn touched(effects: &[Effect]) -> Option<NoteSubject> {
    let actions = effects.iter().find_map(|effect| if let Effect::Keep(actions) = effect { Some(actions) } else { None })?;
    let mut subjects = actions.iter().flat_map(|action| &action.changes).map(|change| &change.of);
    subjects.find(|subject| matches!(subject, NoteSubject::Annotation(_) | NoteSubject::Article(_))).cloned()
}
