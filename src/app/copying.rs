//! Copying: words of the open article to the clipboard, plain or with their source.

use crate::app::citing::Citation;
use crate::app::effect::Effect;
use crate::app::marking::{self, quoted};
use crate::app::selecting;
use crate::app::state::State;
use crate::text::span::Span;
use crate::text::word::count;

/// Copies the words that are selected, else those of the highlight or the sentence one is at.
#[must_use]
pub fn copy(state: &mut State) -> Vec<Effect> {
    let Some((span, text)) = words(state) else { return Vec::new() };
    let told = told(&text);
    finish(state, span, text, &told)
}

/// Copies them as a quotation with its source.
#[must_use]
pub fn cite(state: &mut State) -> Vec<Effect> {
    let Some(((span, text), article)) = words(state).zip(state.open_article().cloned()) else { return Vec::new() };
    match Citation::of(&article, span).written(&state.cite) {
        Ok(citation) => finish(state, span, citation, &format!("{}, with the source", told(&text))),
        Err(reason) => {
            state.complain(reason);
            Vec::new()
        }
    }
}

fn finish(state: &mut State, span: Span, text: String, told: &str) -> Vec<Effect> {
    marking::settle(state, span);
    state.say(format!("copied {told}"));
    vec![Effect::Copy(text)]
}

/// The words that are meant, and where they stand.
fn words(state: &mut State) -> Option<(Span, String)> {
    let span = selecting::selection(state)
        .or_else(|| marking::at_hand(state).map(|mark| mark.span))
        .or_else(|| selecting::selection_or_sentence(state));
    let found = span.zip(state.open_article()).map(|(span, article)| (span, span.of(&article.body).to_owned()));
    if found.is_none() {
        state.say("no article is open, so there is nothing to copy");
    }
    found
}

fn told(text: &str) -> String {
    match count(text) {
        1 => format!("1 word: “{}”", quoted(text)),
        words => format!("{words} words: “{}”", quoted(text)),
    }
}
