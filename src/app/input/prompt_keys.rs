//! What is typed into the line that is open, and what commands do in it.

use crate::app::actors::edit_actor;
use crate::app::copies::sheet_keys;
use crate::app::filter::find;
use crate::app::filter::timeline_date;
use crate::app::input::filter_keys;
use crate::app::input::handler::Handler;
use crate::app::input::handlers::handler;
use crate::app::input::named_command;
use crate::app::keys::command::Command;
use crate::app::notes::case;
use crate::app::notes::edit_article;
use crate::app::notes::export;
use crate::app::routing::Outcome;
use crate::app::state::State;
use crate::app::widget::edit::Edit;
use crate::app::widget::prompt::{Prompt, PromptKind};

/// Types `c` into the line.
#[must_use]
pub fn insert(state: &mut State, prompt: &mut Prompt, c: char) -> Outcome {
    if prompt.purpose == PromptKind::Filter && c == '?' && prompt.field.text().is_empty() {
        // No query begins so, and it is what one types who looks for help.
        return filter_keys::help(state, prompt);
    }
    if prompt.field.insert(c) { typed(state, prompt) } else { Outcome::stay() }
}

/// Puts pasted text into the line.
#[must_use]
pub fn paste(state: &mut State, prompt: &mut Prompt, text: &str) -> Outcome {
    prompt.field.paste(text);
    typed(state, prompt)
}

/// Runs what `command` does in the line.
#[must_use]
pub fn run(state: &mut State, prompt: &mut Prompt, command: Command) -> Outcome {
    let handler = handler(command);
    if prompt.purpose == PromptKind::Filter {
        return filter_keys::run(state, prompt, handler);
    }
    // Deleting in an empty line leaves it, as in vi; an empty fact is typed by deleting what stands there.
    let leaves_empty = prompt.field.text().is_empty() && !matches!(prompt.purpose, PromptKind::Correct(..));
    match handler {
        Handler::Cancel => leave(state, prompt),
        Handler::Edit(Edit::DeleteBack) if leaves_empty => leave(state, prompt),
        Handler::Accept => accept(state, prompt),
        Handler::Complete if prompt.purpose == PromptKind::Command => named_command::complete(state, prompt),
        Handler::Edit(edit) if prompt.field.edit(edit) => typed(state, prompt),
        _ => Outcome::stay(),
    }
}

/// What follows from the text of the line, at once.
fn typed(state: &mut State, prompt: &mut Prompt) -> Outcome {
    match prompt.purpose {
        PromptKind::Filter => return filter_keys::typed(state, prompt),
        PromptKind::Search { pane, from } => find::search(state, pane, prompt.field.text(), from),
        PromptKind::Date { .. } => {
            timeline_date::go_to(state, prompt.field.text());
        }
        PromptKind::Command
        | PromptKind::Case { .. }
        | PromptKind::Title
        | PromptKind::Correct(..)
        | PromptKind::Rename(_)
        | PromptKind::Export
        | PromptKind::ExportSheet => {}
    }
    Outcome::stay()
}

fn accept(state: &mut State, prompt: &Prompt) -> Outcome {
    let text = prompt.field.text();
    Outcome::close().with(match prompt.purpose {
        PromptKind::Filter => Vec::new(),
        PromptKind::Search { pane, from } => {
            find::search(state, pane, text, from);
            Vec::new()
        }
        PromptKind::Date { .. } => {
            timeline_date::accept(state, text);
            Vec::new()
        }
        PromptKind::Command => return named_command::accept(state, text.trim()),
        PromptKind::Correct(field, subject) => return edit_article::accept(state, prompt, field, subject),
        PromptKind::Rename(actor) => edit_actor::named(state, actor, text),
        PromptKind::Case { puts } => case::make(state, text.trim(), puts),
        PromptKind::Title => export::entitled(state, text.trim()),
        PromptKind::Export => return export::accept(state, text.trim()),
        PromptKind::ExportSheet => return sheet_keys::accept(state, text.trim()),
    })
}

fn leave(state: &mut State, prompt: &Prompt) -> Outcome {
    if let PromptKind::Search { pane, from } = prompt.purpose {
        find::search(state, pane, "", from);
    }
    if prompt.purpose == PromptKind::ExportSheet {
        sheet_keys::reopen(state);
    }
    if prompt.purpose == PromptKind::Title {
        state.notes.exporting = None;
    }
    if let PromptKind::Date { from, pane, zoomed } = prompt.purpose {
        (state.timeline.cursor.at, state.focus, state.zoomed) = (from, pane, zoomed);
    }
    Outcome::close()
}
