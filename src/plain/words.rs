//! The forms of the words that messages name, and numbers as they are typed.
//!
//! A form is a word with what follows it, what is optional in brackets; its first word is what is typed.

use crate::app::keys::command::Command;
use crate::locale::translated;
use crate::plain::desk::Desk;
use crate::{tr, tr_later};

pub(super) const LIST: &str = tr_later!("list [N]");
pub(super) const MORE: &str = tr_later!("more");
pub(super) const NEXT: &str = tr_later!("next [article]");
pub(super) const NOTE: &str = tr_later!("note PLACE [TEXT]");
pub(super) const ACTORS: &str = tr_later!("actors [N]");
pub(super) const FILES: &str = tr_later!("files");
pub(super) const COMMANDS: &str = tr_later!("commands");
pub(super) const UNDO: &str = tr_later!("undo");
pub(super) const REDO: &str = tr_later!("redo");
pub(super) const REVIEW: &str = tr_later!("review");
pub(super) const NOTES: &str = tr_later!("notes [QUERY]");
pub(super) const HELP: &str = tr_later!("help [WORD]");

/// The word of a form.
pub(super) fn first(form: &str) -> &str {
    form.split(' ').next().unwrap_or(form)
}

/// What the word of a form is in the language in force, for a message that names it.
pub(super) fn word(form: &'static str) -> &'static str {
    first(translated(form))
}

/// The word that asks for what `command` does, where there is one: messages of the room name it in the place of a key.
pub(super) fn of(command: Command) -> Option<&'static str> {
    Some(match command {
        Command::Undo => translated(UNDO),
        Command::Redo => translated(REDO),
        Command::Note | Command::NoteArticle => word(NOTE),
        Command::Notes => word(NOTES),
        Command::Review => translated(REVIEW),
        Command::Files => translated(FILES),
        Command::Palette => translated(COMMANDS),
        Command::Help => word(HELP),
        _ => return None,
    })
}

/// The number that `rest` is, from 1; says so when it is none.
pub(super) fn number(desk: &mut Desk, rest: &str) -> Option<usize> {
    let number = rest.parse().ok().filter(|number| *number > 0);
    if number.is_none() {
        desk.state.error(tr!("“{rest}” is no number", rest));
    }
    number
}
