//! Noting: notes on words, articles, actors and days. Opens the editor on the one that is meant, keeps drafts while it is written and
//! the note when it is left.

use ulid::Ulid;

use crate::app::effect::Effect;
use crate::app::keys::command::{Command, Pane};
use crate::app::notes::case;
use crate::app::notes::highlights;
use crate::app::notes::highlights::quoted;
use crate::app::notes::note_editor::NoteEditor;
use crate::app::notes::saving;
use crate::app::overlay::Overlay;
use crate::app::panes::timeline::day_of;
use crate::app::reader::selection;
use crate::app::reader::visit;
use crate::app::routing::{Outcome, ask_overlay};
use crate::app::state::State;
use crate::app::widget::edit::Edit;
use crate::app::widget::text_edit::TextEdit;
use crate::model::annotation::{Annotation, ArticleKey, Target};
use crate::model::property::Property;
use crate::notes::action::{Action, FieldChange, NoteSubject};
use crate::notes::anchoring::body::Body;
use crate::notes::anchoring::whole::{is_surely, with_text};
use crate::notes::querying::note_records;
use crate::tr;

/// Opens the editor on what the cursor of the pane is on; `outside` hands it to the person's own editor at once.
#[must_use]
pub fn begin(state: &mut State, outside: bool) -> Vec<Effect> {
    let opened = match state.focus {
        Pane::Reader => on_words(state),
        Pane::Actors => on_actor(state),
        Pane::Timeline => on_day(state),
        Pane::Articles => on_article(state),
    };
    open(state, opened, outside)
}

/// Opens the editor on the article at hand.
#[must_use]
pub fn begin_article(state: &mut State) -> Vec<Effect> {
    let opened = on_article(state);
    open(state, opened, false)
}

/// Opens the editor on an actor or a day.
#[must_use]
pub(crate) fn begin_on(state: &mut State, target: &Target) -> Vec<Effect> {
    let opened = known_or_new(state, &|other| other == target, target.clone());
    open(state, Some(opened), false)
}

/// Opens the editor on an annotation.
#[must_use]
pub fn begin_annotation(state: &mut State, id: Ulid, target: Target) -> Vec<Effect> {
    let title = title(state, &target);
    open(state, Some((id, target, title)), false)
}

fn open(state: &mut State, on: Option<(Ulid, Target, String)>, outside: bool) -> Vec<Effect> {
    let Some((mut id, target, title)) = on else {
        if state.status.is_none() {
            state.info(tr!("there is nothing here to write a note on"));
        }
        return Vec::new();
    };
    if let Some(reason) = state.notes.all.locked(&NoteSubject::Annotation(id)) {
        state.error(reason);
        return Vec::new();
    }
    let known = state.notes.all.annotation(id).map(|annotation| annotation.note);
    // What another window types goes on there; here begins a text of its own.
    let drafted_in = state.notes.drafted_elsewhere.contains(&id).then(|| state.notes.all.new_id());
    id = drafted_in.filter(|_| known.is_none()).unwrap_or(id);
    let before = known.unwrap_or_default();
    let draft = state.notes.all.draft(id).filter(|_| drafted_in.is_none()).map(|draft| draft.text);
    let words = if let Target::Passage { anchor, .. } = &target { anchor.exact.as_str() } else { "" };
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if draft.as_ref().is_some_and(|draft| *draft != before) {
        state.info(tr!(
            "here is the draft of this note; {keep_note} keeps it as the note",
            keep_note = state.key(Command::KeepNote)
        ));
    }
    if drafted_in.is_some() {
        state.info(tr!("this note is being written in another window or on another device, too; both texts are kept"));
    }
    let mut editor = NoteEditor::new(id, target, (title, words), before, draft.as_deref());
    editor.drafted_in = drafted_in.unwrap_or(id);
    let effects = if outside { vec![Effect::Edit(editor.text())] } else { Vec::new() };
    state.overlay = Some(Overlay::Note(Box::new(editor)));
    effects
}

/// The highlight one is at, else the words selected or the sentence one is at.
fn on_words(state: &mut State) -> Option<(Ulid, Target, String)> {
    let selected = selection::selection(state);
    let known = selected.map_or_else(|| highlights::at_hand(state), |span| state.notes.open.of_span(span)).cloned();
    if let Some(mark) = known {
        highlights::settle(state, mark.span);
        let target = mark.annotation.target;
        let title = title(state, &target);
        return Some((mark.id, target, title));
    }
    let (span, article) = selection::selection_or_sentence(state).zip(state.open_article().cloned())?;
    highlights::settle(state, span);
    let target = Target::Passage { article: ArticleKey::of(&article).into(), anchor: Body::new(&article.body).anchor(span) };
    // A draft of a note on these words goes on where it was left.
    let drafted = state.notes.all.drafts().find(|draft| draft.target == target).map(|draft| draft.annotation);
    let id = drafted.unwrap_or_else(|| state.notes.all.new_id());
    let title = title(state, &target);
    Some((id, target, title))
}

fn on_article(state: &mut State) -> Option<(Ulid, Target, String)> {
    let article = visit::at_hand(state)?;
    let key = with_text(ArticleKey::of(&article), &article.body);
    let same = |target: &Target| matches!(target, Target::Article { article } if is_surely(article, &key));
    Some(known_or_new(state, &same, Target::Article { article: key.clone().into() }))
}

fn on_actor(state: &mut State) -> Option<(Ulid, Target, String)> {
    let actor = state.results.current.overview.actors.get(state.actors.cursor.at)?.actor;
    let id = state.archive.actors().get(actor)?.id.to_string();
    let target = Target::Actor { id };
    Some(known_or_new(state, &|other| *other == target, target.clone()))
}

fn on_day(state: &mut State) -> Option<(Ulid, Target, String)> {
    let entry = state.results.current.overview.chronology.entries.get(state.timeline.current()?)?;
    let target = Target::Day { day: day_of(entry) };
    Some(known_or_new(state, &|other| *other == target, target.clone()))
}

/// The annotation or the draft whose target is the `same`, else a new one on `target`.
fn known_or_new(state: &mut State, same: &dyn Fn(&Target) -> bool, target: Target) -> (Ulid, Target, String) {
    let title = title(state, &target);
    let own = |annotation: Annotation| Some((annotation.id.parse().ok()?, annotation.target));
    let all = state.notes.all.annotations().filter(|annotation| same(&annotation.target)).filter_map(own);
    let known = all.into_iter().find(|(id, _)| state.notes.all.is_made_here(*id));
    let drafted = || state.notes.all.drafts().find(|draft| same(&draft.target)).map(|draft| (draft.annotation, draft.target));
    match known.or_else(drafted) {
        Some((id, target)) => (id, target, title),
        None => (state.notes.all.new_id(), target, title),
    }
}

/// Tells of notes that an earlier run left unfinished, unless that would hide something that went wrong: the notes are the first in their list
/// anyway.
pub fn tell_drafts(state: &mut State) {
    if state.input.touched && state.status.as_ref().is_some_and(|status| status.error) {
        return;
    }
    let notes = state.key(Command::Notes);
    match state.notes.all.drafts().count() {
        0 => {}
        count => state.info(tr!(
            "{n} note was not finished; {notes} shows it first" | "{n} notes were not finished; {notes} shows them first",
            n = count,
            notes
        )),
    }
}

/// What a note is about, in words.
#[must_use]
pub fn title(state: &State, target: &Target) -> String {
    match target {
        Target::Passage { .. } => tr!("Note").to_owned(),
        Target::Article { article } => tr!("Note on “{words}”", words = quoted(&article.title)),
        target => tr!("Note on {target}", target = name(state, target)),
    }
}

/// The name of what a note is on, when that is neither words nor an article.
#[must_use]
pub fn name(state: &State, target: &Target) -> String {
    note_records::named(target, &state.archive).to_owned()
}

/// Types into the note.
#[must_use]
pub fn insert(state: &mut State, editor: &mut NoteEditor, c: char) -> Outcome {
    editor.insert(c);
    stay(state, editor)
}

/// Edits the note.
#[must_use]
pub fn edit(state: &mut State, editor: &mut NoteEditor, edit: Edit) -> Outcome {
    editor.edit(edit);
    stay(state, editor)
}

/// Puts pasted text into the note.
#[must_use]
pub fn paste(state: &mut State, editor: &mut NoteEditor, text: &str) -> Outcome {
    editor.paste(text);
    stay(state, editor)
}

/// Takes the tag that is offered.
#[must_use]
pub fn take_tag(state: &mut State, editor: &mut NoteEditor) -> Outcome {
    editor.take_tag();
    stay(state, editor)
}

/// Marks the next tag that is offered.
#[must_use]
pub fn next_tag(_: &mut State, editor: &mut NoteEditor) -> Outcome {
    editor.offers.turn();
    Outcome::stay()
}

/// Goes on in the person's own editor.
#[must_use]
pub fn edit_outside(state: &mut State, editor: &mut NoteEditor) -> Outcome {
    let mut effects = draft(state, editor);
    effects.push(Effect::Edit(editor.text()));
    Outcome::stay().with(effects)
}

/// Takes in what the person wrote elsewhere, and keeps it as the note.
#[must_use]
pub fn edited(state: &mut State, outcome: Result<String, String>) -> Vec<Effect> {
    match outcome {
        Ok(text) => ask_overlay(state, |state, overlay| {
            let Overlay::Note(editor) = overlay else { return Outcome::stay() };
            editor.field = TextEdit::new(text.trim_end());
            keep(state, editor)
        }),
        Err(reason) => {
            state.error(tr!("{reason}; the note is still open here", reason));
            Vec::new()
        }
    }
}

fn stay(state: &mut State, editor: &mut NoteEditor) -> Outcome {
    editor.offers.offer(&editor.field, &state.used());
    let effects = if editor.is_draft_due() { draft(state, editor) } else { Vec::new() };
    Outcome::stay().with(effects)
}

fn draft(state: &mut State, editor: &NoteEditor) -> Vec<Effect> {
    saving::keep_quietly(state, vec![drafted(editor)])
}

/// What keeps the text as it is now as a draft.
fn drafted(editor: &NoteEditor) -> FieldChange {
    let fields = [Property::Target(Box::new(editor.target.clone())), Property::Draft(Some(editor.field.text().into()))];
    FieldChange::new(NoteSubject::Annotation(editor.drafted_in), fields)
}

/// What was typed into the editor since a draft of it was kept; `None` when nothing was.
pub(crate) fn typed(state: &State) -> Option<String> {
    match &state.overlay {
        Some(Overlay::Note(editor)) if editor.is_behind() => Some(editor.field.text()),
        _ => None,
    }
}

/// What would keep that as a draft, for whoever outlives the program.
pub(crate) fn testament(state: &mut State) -> Option<Action> {
    let Some(Overlay::Note(editor)) = &state.overlay else { return None };
    let change = drafted(editor);
    state.notes.all.sketch(vec![change])
}

/// Keeps what was typed since a draft was kept: the program is about to end.
#[must_use]
pub(crate) fn save(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Note(editor)) = &state.overlay else { return Vec::new() };
    if !editor.is_behind() {
        return Vec::new();
    }
    let change = drafted(editor);
    saving::keep_quietly(state, vec![change])
}

/// Takes in what the person's own editor had saved when it or the program was ended; it stays open here, and is kept as a draft.
#[must_use]
pub(crate) fn edit_broken(state: &mut State, reason: &str, saved: Option<String>) -> Vec<Effect> {
    match (state.overlay.take(), saved) {
        (Some(Overlay::Note(mut editor)), Some(text)) => {
            editor.field = TextEdit::new(text.trim_end());
            let effects = draft(state, &editor);
            state.overlay = Some(Overlay::Note(editor));
            state.error(tr!("{reason}; what it had saved is open here", reason));
            effects
        }
        (overlay, _) => {
            state.overlay = overlay;
            edited(state, Err(reason.to_owned()))
        }
    }
}

/// Keeps the note as it stands.
#[must_use]
pub fn keep(state: &mut State, editor: &mut NoteEditor) -> Outcome {
    let text = editor.text();
    if text == editor.before {
        state.info(if text.is_empty() { tr!("no note written") } else { tr!("the note is as it was") });
        return forget(state, editor);
    }
    let undo = state.key(Command::Undo);
    // Another window may have deleted it meanwhile; what is written last is what is wanted.
    let is_back = state.notes.all.is_deleted(editor.annotation) && !text.is_empty();
    let told = match text.is_empty() {
        true => tr!("the note is gone · {undo} brings it back", undo),
        false if is_back => tr!("note kept, which brings back what was deleted meanwhile · {undo} undoes", undo),
        false => tr!("note kept · {undo} undoes", undo),
    };
    // What is written first belongs to the case that is chosen; what was there before stays where it is.
    let of_case = case::membership(state).filter(|_| state.notes.all.annotation(editor.annotation).is_none());
    let fields = [Property::Target(Box::new(editor.target.clone())), Property::Note(text.into())];
    let own_draft = (editor.drafted_in == editor.annotation).then_some(Property::Draft(None));
    let fields = fields.into_iter().chain(own_draft).chain(of_case).chain(is_back.then_some(Property::Deleted(false)));
    let mut change = FieldChange::new(NoteSubject::Annotation(editor.annotation), fields);
    // Another window may have written meanwhile: whoever wrote this had only the former text before them.
    change.was.set(Property::Note(editor.before.as_str().into()));
    let is_twice = state.notes.all.other_texts(editor.annotation).len();
    let mut effects = saving::keep(state, vec![change], told);
    if editor.drafted_in != editor.annotation {
        effects.extend(drop_draft(state, editor.drafted_in));
    }
    if state.notes.all.other_texts(editor.annotation).len() > is_twice {
        saving::tell_texts(state);
    }
    Outcome::close().with(effects)
}

/// Leaves the note as it was; what was typed stays as a draft.
#[must_use]
pub fn leave(state: &mut State, editor: &mut NoteEditor) -> Outcome {
    if editor.text() == editor.before {
        state.info(tr!("the note is as it was"));
        return forget(state, editor);
    }
    let note = state.key(Command::Note);
    state.info(tr!("the note is as it was; what you typed stays as a draft, which {note} opens again here", note));
    Outcome::close().with(draft(state, editor))
}

/// Drops the draft, which says nothing that the note does not.
fn forget(state: &mut State, editor: &NoteEditor) -> Outcome {
    Outcome::close().with(drop_draft(state, editor.drafted_in))
}

fn drop_draft(state: &mut State, id: Ulid) -> Vec<Effect> {
    if state.notes.all.draft(id).is_none() {
        return Vec::new();
    }
    saving::keep_quietly(state, vec![FieldChange::new(NoteSubject::Annotation(id), [Property::Draft(None)])])
}
