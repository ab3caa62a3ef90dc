//! The `:` line: a command by its name. Tab completes it, and a name that no command has is told with those it is like.

use crate::app::input::execute::execute;
use crate::app::keys::command::{COMMANDS, Command};
use crate::app::routing::Outcome;
use crate::app::state::State;
use crate::app::widget::prompt::Prompt;
use crate::tr;

/// So many names are told at most.
const TOLD: usize = 12;

/// Runs the command of this name; a name of none stays to be mended.
#[must_use]
pub(crate) fn accept(state: &mut State, name: &str) -> Outcome {
    match name {
        "" => Outcome::close(),
        "q" | "q!" | "qa" | "x" => Outcome::close().with(execute(state, Command::Quit)),
        name => {
            let Some(command) = Command::by_name(name) else {
                tell_unknown(state, name);
                return Outcome::stay();
            };
            // A line that the command opens is put into its place.
            Outcome::close().with(execute(state, command))
        }
    }
}

/// Writes what all names have in common that begin as typed, and tells them where there are several.
#[must_use]
pub(crate) fn complete(state: &mut State, prompt: &mut Prompt) -> Outcome {
    let typed = prompt.field.text().trim_start().to_owned();
    let names: Vec<&str> = COMMANDS.iter().map(|spec| spec.name).filter(|name| name.starts_with(&typed)).collect();
    match names.as_slice() {
        [] => match like(&typed).as_slice() {
            [only] => prompt.field.set(only),
            _ => tell_unknown(state, &typed),
        },
        [only] => prompt.field.set(only),
        [first, rest @ ..] => {
            let same = |at: usize| rest.iter().all(|name| name.as_bytes().get(at) == first.as_bytes().get(at));
            let common = (0..first.len()).take_while(|at| same(*at)).count();
            prompt.field.set(first.get(..common).unwrap_or(&typed));
            state.info(listed(&names));
        }
    }
    Outcome::stay()
}

/// Says that no command has this name, and which are like it.
fn tell_unknown(state: &mut State, name: &str) {
    let names = like(name);
    let palette = state.key(Command::Palette);
    state.error(if names.is_empty() {
        tr!("there is no command “{name}”; {palette} lists them all", name, palette)
    } else {
        tr!("there is no command “{name}”; did you mean {names}?", name, names = listed(&names))
    });
}

/// The names that hold the letters of `typed`, the nearest first.
fn like(typed: &str) -> Vec<&'static str> {
    let mut names: Vec<&str> = COMMANDS.iter().map(|spec| spec.name).filter(|name| is_scattered(name, typed)).collect();
    names.sort_by_key(|name| (!name.contains(typed), name.len()));
    names
}

/// Whether the letters of `typed` stand in `name` in their order, whatever stands between.
fn is_scattered(name: &str, typed: &str) -> bool {
    let mut letters = name.chars();
    typed.chars().all(|wanted| letters.any(|letter| letter == wanted))
}

fn listed(names: &[&str]) -> String {
    let more = if names.len() > TOLD { " · …" } else { "" };
    format!("{}{more}", names.iter().take(TOLD).copied().collect::<Vec<_>>().join(" · "))
}
