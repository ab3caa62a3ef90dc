//! Copying: words of the open article to the clipboard, plain or with their source.

use crate::app::effect::Effect;
use crate::app::notes::highlights;
use crate::app::notes::highlights::quoted;
use crate::app::reader::selection;
use crate::app::state::State;
use crate::export::citation::Citation;
use crate::text::span::Span;
use crate::text::word::count;
use crate::tr;

/// Copies the words that are selected, else those of the highlight or the sentence one is at.
#[must_use]
pub fn copy(state: &mut State) -> Vec<Effect> {
    let Some((span, text)) = words(state) else { return Vec::new() };
    let told = size_label(&text);
    finish(state, span, text, &told)
}

/// Copies them as a quotation with its source.
#[must_use]
pub fn cite(state: &mut State) -> Vec<Effect> {
    let Some(((span, text), article)) = words(state).zip(state.open_article().cloned()) else { return Vec::new() };
    match Citation::of(&article, span).written(&state.notes.citation_style) {
        Ok(citation) => finish(state, span, citation, &tr!("{text}, with the source", text = size_label(&text))),
        Err(reason) => {
            state.error(reason);
            Vec::new()
        }
    }
}

fn finish(state: &mut State, span: Span, text: String, told: &str) -> Vec<Effect> {
    highlights::settle(state, span);
    state.info(tr!("copied {told}", told));
    vec![Effect::Copy(text)]
}

/// The words that are meant, and where they stand.
fn words(state: &mut State) -> Option<(Span, String)> {
    let span = selection::selection(state)
        .or_else(|| highlights::at_hand(state).map(|mark| mark.span))
        .or_else(|| selection::selection_or_sentence(state));
    let found = span.zip(state.open_article()).map(|(span, article)| (span, span.of(&article.body).to_owned()));
    if found.is_none() {
        state.info(tr!("no article is open, so there is nothing to copy"));
    }
    found
}

fn size_label(text: &str) -> String {
    tr!("{n} word: “{words}”" | "{n} words: “{words}”", n = count(text), words = quoted(text))
}
