//! Completing: finds what could be typed next in the filter line, and puts it in when it is taken.

use crate::app::completion::completion_source::CompletionSource;
use crate::app::routing::{Outcome, ask_prompt};
use crate::app::state::State;
use crate::app::widget::completion_menu::CompletionMenu;
use crate::app::widget::prompt::Prompt;
use crate::query::language::complete::{complete, slot};

/// Offers beyond these are found by typing a letter more.
const MOST: usize = 50;

/// Offers what could be typed at the cursor of `prompt`, the filter line.
pub fn offer(state: &mut State, prompt: &mut Prompt) {
    let used = state.used();
    let (field, offers) = (&prompt.field, &mut prompt.offers);
    let (text, cursor) = (field.text(), field.cursor_byte());
    let Some((slot, before)) = slot(text, cursor).and_then(|slot| Some((slot, text.get(..slot.first())?))) else {
        return offers.show(None);
    };
    if offers.is_closed(before) {
        return offers.show(None);
    }
    // While nothing is typed of a value, the current result is that of the query before it.
    let known = offers.known(before).filter(|_| !slot.is_empty());
    let choices = [known, Some(&state.results.current.overview.choices), Some(&state.results.widest)];
    let words = |choices| CompletionSource {
        choices,
        actors: state.archive.actors(),
        saved: &state.filter.saved,
        colors: &state.notes.colors,
        used: &used,
    };
    let found = choices.into_iter().flatten().find_map(|choices| complete(text, cursor, &words(choices), MOST));
    if known.is_none() && found.as_ref().is_some_and(|completion| !completion.of_key) {
        offers.learn(before, &state.results.current.overview.choices);
    }
    offers.show(found);
}

/// Brings the offers that are shown up to date with a search that has come.
pub fn refresh(state: &mut State) {
    // Offering asks for nothing in return.
    let _ = ask_prompt(state, |state, prompt| {
        if prompt.offers.is_open() {
            offer(state, prompt);
        }
        Outcome::stay()
    });
}

/// Puts the marked offer in; whether there was one.
pub fn take(prompt: &mut Prompt) -> bool {
    let Some((span, insert)) = prompt.offers.current(&prompt.field) else { return false };
    let insert = insert.to_owned();
    prompt.field.replace(span, &insert);
    close(prompt, span.first(), false);
    true
}

/// Takes the offers away until something else is completed.
pub fn dismiss(prompt: &mut Prompt) {
    let place = prompt.offers.place();
    close(prompt, place, true);
}

fn close(prompt: &mut Prompt, place: usize, lastingly: bool) {
    let Prompt { field, offers, .. } = prompt;
    CompletionMenu::close(offers, field.text().get(..place).unwrap_or_default(), lastingly);
}
