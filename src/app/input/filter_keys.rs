//! Keys of the filter line. Letters are always typed; beside them it is laid out like the screen: earlier queries are above the
//! line (`↑`), the articles below it (`↓`), and while values are offered, the two arrows choose among those.

use crate::app::completion::complete;
use crate::app::effect::Effect;
use crate::app::filter::remember_query::remember;
use crate::app::input::execute::move_in_pane;
use crate::app::keys::command::Pane;
use crate::app::keys::key::{KeyCode, KeyPress};
use crate::app::results::search_requests::survey;
use crate::app::state::State;
use crate::app::widget::list_keys::{is_leave, list_motion};
use crate::app::widget::navigation::Motion;
use crate::app::widget::prompt::Prompt;

/// Takes a key for the filter line, `prompt`, which is put back unless the key leaves it.
#[must_use]
pub fn press(state: &mut State, mut prompt: Prompt, key: KeyPress) -> Vec<Effect> {
    let listed = !prompt.offers.listed().is_empty();
    let deletes_nothing = key.code == KeyCode::Backspace && prompt.field.text().is_empty();
    match key.code {
        KeyCode::Esc if listed => complete::dismiss(&mut prompt),
        // Backspace on an empty line leaves it, as in vi.
        _ if is_leave(key) || deletes_nothing => return remember(state),
        KeyCode::Enter if !prompt.offers.is_chosen() => {
            state.focus = Pane::Articles;
            return remember(state);
        }
        KeyCode::Enter | KeyCode::Tab => {
            let taken = complete::take(&mut prompt);
            return if taken { changed(state, prompt) } else { keep(state, prompt) };
        }
        KeyCode::BackTab => prompt.offers.step(false),
        KeyCode::Up | KeyCode::Down if listed => prompt.offers.step(key.code == KeyCode::Down),
        KeyCode::Up if !prompt.in_list => return recall(state, prompt, true),
        KeyCode::Down if prompt.recalled.is_some() => return recall(state, prompt, false),
        _ => match list_motion(key) {
            Some(motion) => return move_in_list(state, prompt, motion),
            None if prompt.field.press(key) => return typed(state, prompt),
            // The cursor may have moved.
            None => complete::offer(state, &mut prompt),
        },
    }
    keep(state, prompt)
}

/// Takes the offer at `row` of the list under the line, counted from the first shown.
#[must_use]
pub fn take_at(state: &mut State, row: usize) -> Vec<Effect> {
    let Some(mut prompt) = state.prompt.take() else { return Vec::new() };
    if prompt.offers.choose(row) && complete::take(&mut prompt) { changed(state, prompt) } else { keep(state, prompt) }
}

/// Asks for what has been typed into `prompt`, the filter line, and offers what could come next.
#[must_use]
pub fn typed(state: &mut State, mut prompt: Prompt) -> Vec<Effect> {
    prompt.offers.typed();
    changed(state, prompt)
}

fn changed(state: &mut State, mut prompt: Prompt) -> Vec<Effect> {
    state.ask(prompt.field.text());
    (prompt.recalled, prompt.in_list) = (None, false);
    complete::offer(state, &mut prompt);
    state.prompt = Some(prompt);
    survey(state)
}

fn keep(state: &mut State, prompt: Prompt) -> Vec<Effect> {
    state.prompt = Some(prompt);
    Vec::new()
}

/// Moves in the articles; the line lies above their head, and there `↑` leads to earlier queries again.
fn move_in_list(state: &mut State, mut prompt: Prompt, motion: Motion) -> Vec<Effect> {
    move_in_pane(state, Pane::Articles, motion);
    prompt.in_list = state.articles.at > 0;
    keep(state, prompt)
}

/// Puts an earlier query into the line, or a later one; behind the last of them stands what was typed.
fn recall(state: &mut State, mut prompt: Prompt, earlier: bool) -> Vec<Effect> {
    let text = prompt.field.text().to_owned();
    let found = match (earlier, prompt.recalled) {
        (true, from) => state.filter.history.older(from, &text),
        (false, from) => from.and_then(|from| state.filter.history.newer(from)),
    };
    let (at, query) = match found {
        Some((at, query)) => (Some(at), query.to_owned()),
        None if earlier => {
            state.info("no earlier query");
            return keep(state, prompt);
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
    state.prompt = Some(prompt);
    survey(state)
}
