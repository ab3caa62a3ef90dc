//! Browsing: what happens in the pane of notes. All annotations and drafts, narrowed by a query, and gone to.

use std::sync::Arc;

use ulid::Ulid;

use crate::app::completion::complete;
use crate::app::effect::Effect;
use crate::app::keys::command::Command;
use crate::app::notes::case;
use crate::app::notes::highlights::quoted;
use crate::app::notes::note_editor_keys;
use crate::app::notes::saving;
use crate::app::overlay::Overlay;
use crate::app::reader::visit;
use crate::app::results::search_requests;
use crate::app::review::anchor_report::{letter, means, one_line};
use crate::app::review::notes_pane::{HEAD_ROWS, Listed, NoteRow, NotesPane};
use crate::app::review::review_keys;
use crate::app::routing::Outcome;
use crate::app::state::State;
use crate::app::widget::edit::Edit;
use crate::app::widget::navigation::Motion;
use crate::locale::translated;
use crate::model::anchor::AnchorState;
use crate::model::annotation::{ArticleKey, Target};
use crate::model::property::{Property, PropertyId};
use crate::notes::action::{FieldChange, NoteSubject};
use crate::notes::anchoring::article_match::{Belonging, Register};
use crate::notes::anchoring::body::Body;
use crate::notes::querying::note_records::{NoteRecords, NoteSource};
use crate::query::evaluate::note_query::{NoteMatch, NoteRecord};
use crate::query::language::explain::explain;
use crate::query::matching::marker::Marker;
use crate::query::matching::names::QueryNames;
use crate::tr;

/// Lists all notes, those of other archives last.
pub fn list(state: &mut State) {
    let drafts = state.notes.all.drafts().map(|draft| Listed { id: draft.annotation, is_draft: true });
    let annotations = case::listed(state, state.notes.all.annotation_ids()).into_iter();
    let (elsewhere, here): (Vec<Ulid>, Vec<Ulid>) = annotations.partition(|id| is_elsewhere(state, *id));
    let annotations = here.into_iter().chain(elsewhere).map(|id| Listed { id, is_draft: false });
    let listed: Vec<Listed> = drafts.chain(annotations).collect();
    if listed.is_empty() {
        let (highlight, note) = (state.key(Command::Highlight), state.key(Command::Note));
        return state.info(tr!("nothing is marked or noted yet; {highlight} marks, {note} writes a note", highlight, note));
    }
    state.overlay = Some(Overlay::Notes(Box::new(NotesPane::new(listed))));
}

/// What the list says of a note; `None` when it was deleted meanwhile.
#[must_use]
pub fn row(state: &State, listed: Listed) -> Option<NoteRow> {
    let Listed { id, is_draft } = listed;
    if is_draft {
        let draft = state.notes.all.draft(id)?;
        let (words, about, path) = said(&draft.target, &note_editor_keys::name(state, &draft.target));
        let note = one_line(&draft.text);
        return Some(NoteRow { id, is_draft, color: None, letter: ' ', words, note, about, path });
    }
    let annotation = state.notes.all.annotation(id)?;
    let (words, about, path) = said(&annotation.target, &note_editor_keys::name(state, &annotation.target));
    let finding = state.notes.reanchor.finding_of(id);
    let fate = match () {
        () if is_elsewhere(state, id) => Some(tr!("another archive")),
        () if is_orphan(state, id) => Some(translated(AnchorState::Orphan.name())),
        () => finding.map(|finding| translated(finding.state.name())),
    };
    Some(NoteRow {
        id,
        is_draft,
        letter: letter(state, &annotation),
        color: annotation.color,
        words,
        note: one_line(&annotation.note),
        about: fate.map_or_else(|| about.clone(), |fate| format!("{fate} · {about}")),
        path,
    })
}

/// Whether an annotation is known to be of another archive: its article is not here and not missed, or it is on an actor or a day of that one.
fn is_elsewhere(state: &State, id: Ulid) -> bool {
    state.notes.reanchor.is_elsewhere(id) || !state.notes.all.is_made_here(id)
}

/// Whether an annotation has lost its place.
fn is_orphan(state: &State, id: Ulid) -> bool {
    state.notes.reanchor.finding_of(id).is_some_and(|one| one.state == AnchorState::Orphan || state.notes.all.is_orphan(id))
}

/// What queries are to ask of a note in the list.
fn source(state: &State, listed: Listed) -> NoteSource {
    let Listed { id, is_draft } = listed;
    if !is_draft {
        return NoteSource::Annotation { id, article: state.notes.reanchor.home(id), is_orphan: is_orphan(state, id) };
    }
    let Some(row) = row(state, listed) else { return NoteSource::Draft(NoteRecord::default()) };
    let texts = vec![(PropertyId::Note, row.note.into())];
    NoteSource::Draft(NoteRecord { words: row.words.into(), texts, ..NoteRecord::default() })
}

/// What a note is on, the headline of its article, and where that is.
fn said(target: &Target, name: &str) -> (String, String, String) {
    match target {
        Target::Passage { article, anchor } => {
            (tr!("“{exact}”", exact = one_line(&anchor.exact)), article.title.clone(), article.path.clone())
        }
        Target::Article { article } => (article.title.clone(), tr!("the article").to_owned(), article.path.clone()),
        Target::Actor { .. } => (name.to_owned(), tr!("the actor").to_owned(), String::new()),
        Target::Day { .. } => (name.to_owned(), tr!("the day").to_owned(), String::new()),
    }
}

/// Types into the line.
#[must_use]
pub fn insert(state: &mut State, pane: &mut NotesPane, c: char) -> Outcome {
    if !pane.prompt.field.insert(c) {
        return Outcome::stay();
    }
    pane.prompt.offers.typed();
    changed(state, pane)
}

/// Edits the line; its cursor may only have moved.
#[must_use]
pub fn edit(state: &mut State, pane: &mut NotesPane, edit: Edit) -> Outcome {
    if pane.prompt.field.edit(edit) {
        pane.prompt.offers.typed();
        return changed(state, pane);
    }
    complete::offer(state, &mut pane.prompt);
    Outcome::stay()
}

/// Puts pasted text into the line.
#[must_use]
pub fn paste(state: &mut State, pane: &mut NotesPane, text: &str) -> Outcome {
    pane.prompt.field.paste(text);
    pane.prompt.offers.typed();
    changed(state, pane)
}

/// Takes the offer that is marked, if there is one.
#[must_use]
pub fn complete(state: &mut State, pane: &mut NotesPane) -> Outcome {
    if complete::take(&mut pane.prompt) { changed(state, pane) } else { Outcome::stay() }
}

/// Takes the offer that the person has marked, else goes to the note under the cursor.
#[must_use]
pub fn accept(state: &mut State, pane: &mut NotesPane) -> Outcome {
    if pane.prompt.offers.is_chosen() { complete(state, pane) } else { go(state, pane) }
}

/// On to the review list, if there is anything to review.
#[must_use]
pub fn review(state: &mut State, _: &mut NotesPane) -> Outcome {
    review_keys::open(state).map_or_else(Outcome::stay, Outcome::open)
}

/// Deletes the note under the cursor; a draft is dropped. The list stays.
#[must_use]
pub(crate) fn delete(state: &mut State, pane: &mut NotesPane) -> Outcome {
    let Some(Listed { id, is_draft }) = pane.current() else { return Outcome::stay() };
    let undo = state.key(Command::Undo);
    let (property, told) = if is_draft {
        (Property::Draft(None), tr!("the draft is gone · {undo} in the panes brings it back", undo))
    } else {
        let words = row(state, Listed { id, is_draft }).map(|row| quoted(&row.words)).unwrap_or_default();
        (Property::Deleted(true), tr!("deleted: “{words}” · {undo} in the panes brings it back", words, undo))
    };
    let effects = saving::keep(state, vec![FieldChange::new(NoteSubject::Annotation(id), [property])], told);
    pane.leave_out(id);
    Outcome::stay().with(effects)
}

/// Moves in the list.
pub fn step(state: &State, pane: &mut NotesPane, motion: Motion) {
    let (rows, _) = NotesPane::heights(state.viewport.overlay.rows);
    pane.cursor.at = motion.from(pane.cursor.at, pane.shown().saturating_sub(1), rows);
}

/// Goes to the note in the row that was clicked, or takes the offer there; rows are counted inside the frame.
#[must_use]
pub fn click(state: &mut State, pane: &mut NotesPane, row: Option<usize>) -> Outcome {
    let Some(row) = row else { return Outcome::close() };
    let (rows, _) = NotesPane::heights(state.viewport.overlay.rows);
    let at = row.checked_sub(HEAD_ROWS).filter(|row| *row < rows).map(|row| pane.cursor.top + row);
    if let Some(at) = at.filter(|at| *at < pane.shown() && pane.prompt.offers.listed().is_empty()) {
        pane.cursor.at = at;
        return go(state, pane);
    }
    Outcome::stay()
}

/// Goes to the note under the cursor.
fn go(state: &mut State, pane: &NotesPane) -> Outcome {
    match pane.current().map(|row| (row.id, row.is_draft)) {
        Some((id, true)) => Outcome::close().with(finish(state, id)),
        Some((id, false)) => Outcome::close().with(visit(state, id)),
        None => {
            state.info(tr!("no note is like this; {cancel} leaves", cancel = state.key(Command::Cancel)));
            Outcome::stay()
        }
    }
}

/// Reads the query as it is now, and has the notes filtered by it. One that cannot be read leaves what is shown.
fn changed(state: &mut State, pane: &mut NotesPane) -> Outcome {
    let known = QueryNames { actors: state.archive.actors(), saved: &state.filter.saved, outlets: &state.filter.outlets };
    pane.selection.ask(pane.prompt.field.text(), &known);
    pane.understood = explain(pane.selection.query(), &known);
    pane.marker = Marker::new(pane.selection.query());
    pane.asked += 1;
    complete::offer(state, &mut pane.prompt);
    let query = pane.selection.query().clone();
    // What is asked of notes they tell themselves; what is noted of their articles is found out only when it is asked.
    if query.root().is_none() {
        pane.show_all();
        return Outcome::stay();
    }
    let snapshot = query.asks_for_shelf().then(|| search_requests::snapshot(state));
    let records = || {
        let listed = pane.all().iter().map(|listed| source(state, *listed)).collect();
        Arc::new(NoteRecords::new(listed, state.notes.all.annotations_now()))
    };
    let notes = pane.noted.clone().unwrap_or_else(records);
    pane.noted = Some(Arc::clone(&notes));
    let archive = state.archive.clone();
    Outcome::stay().with(vec![Effect::FilterNotes { generation: pane.asked, archive, query: Box::new(query), notes, snapshot }])
}

/// Shows what was found, when it is what was asked for last.
pub fn filtered(state: &mut State, generation: u64, found: &[NoteMatch]) {
    if let Some(Overlay::Notes(pane)) = &mut state.overlay
        && pane.asked == generation
        && pane.selection.query().root().is_some()
    {
        pane.show(found);
    }
}

/// Says that nothing was found out, when it is what was asked for last; what is shown stays.
pub fn filter_failed(state: &mut State, generation: u64) {
    if matches!(&state.overlay, Some(Overlay::Notes(pane)) if pane.asked == generation) {
        state.error(tr!("narrowing the notes broke off by a fault of the program; change the query to try again"));
    }
}

/// Goes to the place of an annotation; without a place, says what became of it.
#[must_use]
pub fn visit(state: &mut State, id: Ulid) -> Vec<Effect> {
    let Some(annotation) = state.notes.all.annotation(id) else { return Vec::new() };
    let Some(key) = annotation.target.article() else {
        return note_editor_keys::begin_annotation(state, id, annotation.target);
    };
    let belonging = belonging(state, key);
    let ix = match &belonging {
        Belonging::To(ix, _) => Some(*ix),
        Belonging::Several(several) => several.first().copied(),
        Belonging::Nowhere => None,
    };
    let Some(ix) = ix else {
        let (words, path) = (quoted(&key.title), &key.path);
        state.error(if is_elsewhere(state, id) {
            tr!("that note is of another archive: “{words}”, {path}", words, path)
        } else {
            tr!("“{words}” is not among the articles here ({path}); the note is kept", words, path)
        });
        return Vec::new();
    };
    let Target::Passage { anchor, .. } = &annotation.target else {
        visit::open(state, ix, None);
        return Vec::new();
    };
    let found = state.archive.get(ix).map(|article| Body::new(article.body()).find(anchor)).unwrap_or_default();
    let spot = found.span.or_else(|| found.places.first().map(|place| place.span));
    visit::open(state, ix, spot);
    state.notes.visited = Some(id);
    let (fate, words) = (translated(found.state.name()), quoted(&anchor.exact));
    match (found.span, spot) {
        (Some(_), _) => {
            let means = means(&belonging).map_or_else(String::new, |means| format!(" · {means}"));
            state.info(tr!("{fate}: “{words}”{means}", fate, words, means));
        }
        (None, Some(_)) => {
            let review = state.key(Command::Review);
            state.info(tr!("{fate}: this place is most like “{words}”; {review} reviews it", fate, words, review));
        }
        (None, None) => state.error(tr!("orphan: “{words}” is no longer in this article; the note is kept", words)),
    }
    Vec::new()
}

/// Where an annotation belongs in the archive.
fn belonging(state: &State, key: &ArticleKey) -> Belonging {
    Register::of([key]).look_up(&state.archive).pop().unwrap_or(Belonging::Nowhere)
}

/// Goes on with a draft.
#[must_use]
pub fn finish(state: &mut State, id: Ulid) -> Vec<Effect> {
    // Who picks it takes it up, whoever wrote it.
    state.notes.drafted_elsewhere.remove(&id);
    let target = state.notes.all.draft(id).map(|draft| draft.target);
    target.map_or_else(Vec::new, |target| note_editor_keys::begin_annotation(state, id, target))
}
