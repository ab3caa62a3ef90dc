//! What commands do in the filter line. It is laid out like the screen: earlier queries are above the line, the articles below it,
//! and while values are offered, the same two keys choose among those.

use crate::app::completion::complete;
use crate::app::effect::Effect;
use crate::app::filter::remember_query::remember;
use crate::app::input::handler::Handler;
use crate::app::input::pane_commands::move_in_pane;
use crate::app::keys::command::Pane;
use crate::app::overlay::Overlay;
use crate::app::results::search_requests::survey;
use crate::app::routing::{Outcome, ask_prompt};
use crate::app::state::State;
use crate::app::widget::edit::Edit;
use crate::app::widget::navigation::Motion;
use crate::app::widget::prompt::Prompt;
use crate::app::widget::query_page;
use crate::tr;

/// Runs what a command does in `prompt`, the filter line.
#[must_use]
pub fn run(state: &mut State, prompt: &mut Prompt, handler: Handler) -> Outcome {
    let deletes_nothing = || prompt.field.text().is_empty();
    match handler {
        Handler::Cancel => return Outcome::close().with(remember(state)),
        // Deleting in an empty line leaves it, as in vi.
        Handler::Edit(Edit::DeleteBack) if deletes_nothing() => return Outcome::close().with(remember(state)),
        Handler::Accept if !prompt.offers.is_chosen() => {
            state.focus = Pane::Articles;
            return Outcome::close().with(remember(state));
        }
        Handler::Accept | Handler::Complete if complete::take(prompt) => return changed(state, prompt),
        Handler::CloseOffers => complete::dismiss(prompt),
        Handler::Offer(step) => step(prompt),
        Handler::Filter(run) => return run(state, prompt),
        Handler::List(motion) => move_in_list(state, prompt, motion),
        Handler::Edit(edit) => {
            if prompt.field.edit(edit) {
                return typed(state, prompt);
            }
            // The cursor may have moved.
            complete::offer(state, prompt);
        }
        _ => {}
    }
    Outcome::stay()
}

/// Shows all about queries over the line, which is there again when the page closes.
#[must_use]
pub fn help(state: &mut State, _prompt: &mut Prompt) -> Outcome {
    state.overlay = Some(Overlay::Page(query_page::queries()));
    Outcome::stay()
}

/// An earlier query; while one is down in the articles, a row up.
#[must_use]
pub fn earlier(state: &mut State, prompt: &mut Prompt) -> Outcome {
    if prompt.in_list {
        move_in_list(state, prompt, Motion::Rows(-1));
        return Outcome::stay();
    }
    recall(state, prompt, true)
}

/// A later query, when an earlier one was taken; else down in the articles.
#[must_use]
pub fn later(state: &mut State, prompt: &mut Prompt) -> Outcome {
    if prompt.recalled.is_some() {
        return recall(state, prompt, false);
    }
    move_in_list(state, prompt, Motion::Rows(1));
    Outcome::stay()
}

/// Takes the offer at `row` of the list under the line, counted from the first shown.
#[must_use]
pub fn take_at(state: &mut State, row: usize) -> Vec<Effect> {
    ask_prompt(
        state,
        |state, prompt| {
            if prompt.offers.choose(row) && complete::take(prompt) { changed(state, prompt) } else { Outcome::stay() }
        },
    )
}

/// Asks for what has been typed into `prompt`, the filter line, and offers what could come next.
#[must_use]
pub fn typed(state: &mut State, prompt: &mut Prompt) -> Outcome {
    prompt.offers.typed();
    changed(state, prompt)
}

fn changed(state: &mut State, prompt: &mut Prompt) -> Outcome {
    state.ask(prompt.field.text());
    (prompt.recalled, prompt.in_list) = (None, false);
    complete::offer(state, prompt);
    Outcome::stay().with(survey(state))
}

/// Moves in the articles; the line lies above their head, from where on one comes to earlier queries again.
fn move_in_list(state: &mut State, prompt: &mut Prompt, motion: Motion) {
    move_in_pane(state, Pane::Articles, motion);
    prompt.in_list = state.articles.at > 0;
}

/// Puts an earlier query into the line, or a later one; behind the last of them stands what was typed.
fn recall(state: &mut State, prompt: &mut Prompt, earlier: bool) -> Outcome {
    let text = prompt.field.text().to_owned();
    let found = match (earlier, prompt.recalled) {
        (true, from) => state.filter.history.older(from, &text),
        (false, from) => from.and_then(|from| state.filter.history.newer(from)),
    };
    let (at, query) = match found {
        Some((at, query)) => (Some(at), query.to_owned()),
        None if earlier => {
            state.info(tr!("no earlier query"));
            return Outcome::stay();
        }
        None => (None, std::mem::take(&mut prompt.draft)),
    };
    if prompt.recalled.is_none() {
        prompt.draft = text;
    }
    (prompt.recalled, prompt.in_list) = (at, false);
    prompt.field.set(&query);
    prompt.offers.show(None);
    state.ask(&query);
    Outcome::stay().with(survey(state))
}
