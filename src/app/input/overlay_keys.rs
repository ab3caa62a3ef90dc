//! What is typed into what lies over the panes, what commands do there, and what the mouse does. Each answers what comes next.

use crate::app::actors::actor_page::ActorPage;
use crate::app::actors::actor_page_keys;
use crate::app::actors::edit_actor;
use crate::app::completion::complete;
use crate::app::copies::compare_keys;
use crate::app::copies::compare_page::ComparePage;
use crate::app::copies::family_keys;
use crate::app::copies::sheet_keys;
use crate::app::copies::sheet_page::SheetPage;
use crate::app::effect::Effect;
use crate::app::filter::filtering;
use crate::app::input::execute::execute;
use crate::app::input::handler::Handler;
use crate::app::input::handlers::handler;
use crate::app::input::pane_commands;
use crate::app::input::pick_theme;
use crate::app::keys::command::Command;
use crate::app::notes::case;
use crate::app::notes::edit_article;
use crate::app::notes::note_editor::NoteEditor;
use crate::app::notes::note_editor_keys;
use crate::app::notes::saving;
use crate::app::overlay::{Overlay, TextPage};
use crate::app::reader::outline;
use crate::app::results::search_requests;
use crate::app::review::attach;
use crate::app::review::notes_pane::NotesPane;
use crate::app::review::notes_pane_keys;
use crate::app::review::review_keys;
use crate::app::review::review_list::Review;
use crate::app::routing::Outcome;
use crate::app::state::State;
use crate::app::widget::navigation::Motion;
use crate::app::widget::picker::{Picker, PickerChoice};
use crate::tr;

/// Types `c`, where text is typed.
#[must_use]
pub fn insert(state: &mut State, overlay: &mut Overlay, c: char) -> Outcome {
    match overlay {
        Overlay::Picker(picker) => {
            if picker.field.insert(c) {
                picker.narrow();
            }
            Outcome::stay()
        }
        Overlay::Note(editor) => note_editor_keys::insert(state, editor, c),
        Overlay::Notes(pane) => notes_pane_keys::insert(state, pane, c),
        Overlay::Page(_) | Overlay::Compare(_) | Overlay::Sheet(_) | Overlay::Actor(_) | Overlay::Review(_) => Outcome::stay(),
    }
}

/// Puts pasted text in, where text is typed; elsewhere it goes nowhere.
#[must_use]
pub fn paste(state: &mut State, overlay: &mut Overlay, text: &str) -> Outcome {
    match overlay {
        Overlay::Picker(picker) => {
            picker.field.paste(text);
            picker.narrow();
            Outcome::stay()
        }
        Overlay::Note(editor) => note_editor_keys::paste(state, editor, text),
        Overlay::Notes(pane) => notes_pane_keys::paste(state, pane, text),
        Overlay::Page(_) | Overlay::Compare(_) | Overlay::Sheet(_) | Overlay::Actor(_) | Overlay::Review(_) => {
            tell_paste(state);
            Outcome::stay()
        }
    }
}

/// Says where pasted text can go.
pub fn tell_paste(state: &mut State) {
    let (filter, search) = (state.key(Command::Filter), state.key(Command::Search));
    state.info(tr!("paste goes into a line of text; {filter} opens the filter, {search} a search", filter, search));
}

/// Runs what `command` does there.
#[must_use]
pub fn run(state: &mut State, overlay: &mut Overlay, command: Command) -> Outcome {
    let handler = handler(command);
    match overlay {
        Overlay::Picker(picker) => in_picker(state, picker, handler),
        Overlay::Page(page) => on_page(state, page, command),
        Overlay::Compare(page) => on_compare_page(state, page, command),
        Overlay::Sheet(page) => on_sheet(state, page, command),
        Overlay::Actor(page) => on_actor_page(state, page, command),
        Overlay::Note(editor) => in_note(state, editor, handler),
        Overlay::Notes(pane) => in_notes(state, pane, handler),
        Overlay::Review(review) => in_review(state, review, handler),
    }
}

/// Says what a key that is bound to nothing there could have been, where that is not plain to see.
pub fn tell_unbound(state: &mut State) {
    if let Some(Overlay::Review(review)) = &state.overlay {
        review_keys::tell(state, review.cursor.at);
    }
}

fn in_picker(state: &mut State, picker: &mut Picker, handler: Handler) -> Outcome {
    match handler {
        Handler::Cancel => return Outcome::close(),
        Handler::Accept => return pick(state, picker),
        Handler::List(motion) => walk_picker(state, picker, motion),
        Handler::Edit(edit) if picker.field.edit(edit) => picker.narrow(),
        _ => {}
    }
    Outcome::stay()
}

fn walk_picker(state: &State, picker: &mut Picker, motion: Motion) {
    picker.cursor.at = motion.from(picker.cursor.at, picker.shown().saturating_sub(1), state.viewport.overlay.rows);
}

fn pick(state: &mut State, picker: &Picker) -> Outcome {
    let Some(choice) = picker.current().cloned() else {
        state.info(tr!("nothing in the list is like what is typed"));
        return Outcome::stay();
    };
    Outcome::close().with(choose(state, choice))
}

/// Carries out what was picked.
fn choose(state: &mut State, choice: PickerChoice) -> Vec<Effect> {
    match choice {
        PickerChoice::Facet(facet) => filtering::toggle(state, facet),
        PickerChoice::Order(order) => {
            state.filter.order = order;
            filtering::tell_order(state);
            search_requests::survey(state)
        }
        PickerChoice::Theme(name, choice) => {
            pick_theme::choose(state, name, choice);
            Vec::new()
        }
        PickerChoice::Saved(name) => filtering::ask_saved(state, &name),
        PickerChoice::Command(command) => execute(state, command),
        PickerChoice::Leave(way) => saving::go(state, way),
        PickerChoice::AttachFacts(key) => attach::attach_facts(state, &key),
        PickerChoice::Attach(id) => attach::attach(state, id),
        PickerChoice::Contested(step, overwrites) => saving::decide(state, step, overwrites),
        PickerChoice::Correct(field, subject) => {
            edit_article::ask(state, field, subject);
            Vec::new()
        }
        PickerChoice::Case(name) => case::choose(state, name.as_deref()),
        PickerChoice::PutInto(name) => case::put_into(state, &name),
        PickerChoice::NewCase { puts } => {
            case::ask_name(state, puts);
            Vec::new()
        }
        PickerChoice::Place(place) => {
            outline::go_to(state, place);
            Vec::new()
        }
        PickerChoice::Amend(amendment) => edit_actor::ask(state, amendment),
        PickerChoice::Confirm(amendment) => {
            edit_actor::confirm(state, amendment);
            Vec::new()
        }
        PickerChoice::Nothing => Vec::new(),
        PickerChoice::Compare(other) => {
            compare_keys::picked(state, other);
            Vec::new()
        }
        PickerChoice::JoinCopy(other) => family_keys::join(state, other),
        PickerChoice::Sheet(articles) => sheet_keys::make(state, articles, None),
        PickerChoice::SplitOff(actor, spelling) => edit_actor::split_off(state, actor, &spelling),
    }
}

/// Says where the keys of a page stand; the page stays.
fn tell_foot(state: &mut State) -> Outcome {
    let cancel = state.key(Command::Cancel);
    state.info(tr!("the keys of this page stand at its foot; {cancel} closes it", cancel));
    Outcome::stay()
}

fn on_page(state: &mut State, page: &mut TextPage, command: Command) -> Outcome {
    match handler(command) {
        _ if command == Command::Help && !page.is_help() => tell_foot(state),
        _ if matches!(command, Command::Help | Command::Quit) => Outcome::close(),
        _ if command == Command::Search => {
            pane_commands::search_help(state);
            Outcome::close()
        }
        Handler::Cancel | Handler::Accept => Outcome::close(),
        Handler::Page(run) if page.own == Some(command) => {
            run(state);
            Outcome::close()
        }
        Handler::Move(motion) => {
            page.scroll(motion, state.viewport.overlay.rows);
            Outcome::stay()
        }
        _ => Outcome::stay(),
    }
}

fn on_compare_page(state: &mut State, page: &mut ComparePage, command: Command) -> Outcome {
    match handler(command) {
        _ if command == Command::Help => tell_foot(state),
        _ if command == Command::Quit => Outcome::close(),
        Handler::Cancel | Handler::Accept => Outcome::close(),
        Handler::Move(motion) => {
            page.scroll(motion, state.viewport.overlay.rows);
            Outcome::stay()
        }
        _ => Outcome::stay(),
    }
}

fn on_sheet(state: &mut State, page: &mut SheetPage, command: Command) -> Outcome {
    match handler(command) {
        _ if command == Command::Help => tell_foot(state),
        _ if command == Command::Quit => Outcome::close(),
        Handler::Cancel => Outcome::close(),
        Handler::Accept => sheet_keys::follow(state, page),
        Handler::Sheet(run) => run(state, page),
        Handler::Move(motion) => {
            page.step(motion, state.viewport.overlay.rows / 4);
            Outcome::stay()
        }
        _ => Outcome::stay(),
    }
}

fn on_actor_page(state: &mut State, page: &mut ActorPage, command: Command) -> Outcome {
    match handler(command) {
        _ if command == Command::Open => actor_page_keys::follow(state, page),
        _ if command == Command::Help => tell_foot(state),
        _ if matches!(command, Command::Back | Command::Dismiss | Command::Quit) => Outcome::close(),
        Handler::Cancel => Outcome::close(),
        Handler::Actor(run) => Outcome::close().with(run(state, page.actor)),
        Handler::Actors(run) => {
            run(state);
            Outcome::close()
        }
        Handler::Move(motion) => {
            page.step(motion, state.viewport.overlay.rows);
            Outcome::stay()
        }
        _ => Outcome::stay(),
    }
}

fn in_note(state: &mut State, editor: &mut NoteEditor, handler: Handler) -> Outcome {
    match handler {
        Handler::Note(run) => run(state, editor),
        Handler::Edit(edit) => note_editor_keys::edit(state, editor, edit),
        Handler::Complete => note_editor_keys::take_tag(state, editor),
        Handler::CloseOffers => {
            editor.offers.close(&editor.field);
            Outcome::stay()
        }
        _ => Outcome::stay(),
    }
}

fn in_notes(state: &mut State, pane: &mut NotesPane, handler: Handler) -> Outcome {
    match handler {
        Handler::Cancel => return Outcome::close(),
        Handler::Accept => return notes_pane_keys::accept(state, pane),
        Handler::Complete => return notes_pane_keys::complete(state, pane),
        Handler::Notes(run) => return run(state, pane),
        Handler::Edit(edit) => return notes_pane_keys::edit(state, pane, edit),
        Handler::List(motion) => notes_pane_keys::step(state, pane, motion),
        Handler::Offer(step) => step(&mut pane.prompt),
        Handler::CloseOffers => complete::dismiss(&mut pane.prompt),
        _ => {}
    }
    Outcome::stay()
}

fn in_review(state: &mut State, review: &mut Review, handler: Handler) -> Outcome {
    match handler {
        Handler::Cancel => review_keys::leave(state, review),
        Handler::Accept => review_keys::take(state, review),
        Handler::Reverse(run) => review_keys::reverse(state, review, run),
        Handler::Move(motion) => review_keys::walk(state, review, motion),
        Handler::Review(run) => review_keys::act(state, review, run),
        _ => {
            review_keys::tell(state, review.cursor.at);
            Outcome::stay()
        }
    }
}

/// A click on a row, counted inside the frame, picks or selects; one beside closes, but not what is being written or reviewed,
/// which is not put away by a slip of the hand.
#[must_use]
pub fn click(state: &mut State, overlay: &mut Overlay, row: Option<usize>) -> Outcome {
    match (overlay, row) {
        (Overlay::Picker(picker), Some(row)) => {
            // The first row is the field.
            let at = row.checked_sub(1).map(|row| picker.cursor.top + row).filter(|at| *at < picker.shown());
            let Some(at) = at else { return Outcome::stay() };
            picker.cursor.at = at;
            pick(state, picker)
        }
        (Overlay::Notes(pane), row) => notes_pane_keys::click(state, pane, row),
        (Overlay::Actor(page), row) => actor_page_keys::click(state, page, row),
        (Overlay::Review(review), Some(row)) => review_keys::click(state, review, row),
        (Overlay::Note(_), _)
        | (Overlay::Review(_), None)
        | (Overlay::Page(_) | Overlay::Compare(_) | Overlay::Sheet(_), Some(_)) => Outcome::stay(),
        (Overlay::Picker(_) | Overlay::Page(_) | Overlay::Compare(_) | Overlay::Sheet(_), None) => Outcome::close(),
    }
}

/// Scrolls, as the wheel of the mouse does.
#[must_use]
pub fn scroll(state: &mut State, overlay: &mut Overlay, motion: Motion) -> Outcome {
    let rows = state.viewport.overlay.rows;
    match overlay {
        Overlay::Page(page) => page.scroll(motion, rows),
        Overlay::Compare(page) => page.scroll(motion, rows),
        Overlay::Sheet(page) => page.step(motion, rows / 4),
        Overlay::Actor(page) => page.step(motion, rows),
        Overlay::Picker(picker) => walk_picker(state, picker, motion),
        Overlay::Notes(pane) => pane.cursor.at = motion.from(pane.cursor.at, pane.shown().saturating_sub(1), rows),
        Overlay::Review(review) => return review_keys::walk(state, review, motion),
        Overlay::Note(_) => {}
    }
    Outcome::stay()
}
