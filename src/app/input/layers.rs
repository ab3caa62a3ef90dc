//! Which layers of keys are in force: those of what lies over the panes, of the line being typed, of what is waited for, or of the
//! pane with the focus. Keys are looked up in them, and hints are made from them.

use crate::app::keys::command::{Layer, Pane};
use crate::app::overlay::Overlay;
use crate::app::state::State;
use crate::app::state::awaited::Awaited;
use crate::app::widget::prompt::{Prompt, PromptKind};

/// The layers in force, the first first.
#[must_use]
pub fn layers(state: &State) -> Vec<Layer> {
    match (&state.overlay, &state.prompt, state.input.awaited) {
        (Some(overlay), ..) => of_overlay(overlay, state.focus),
        (None, Some(prompt), _) => of_prompt(prompt),
        (None, None, Some(Awaited::Color)) => vec![Layer::Colors],
        (None, None, Some(Awaited::MarkToSet | Awaited::MarkToVisit)) => vec![Layer::Letter],
        (None, None, None) if state.is_at_caret() => vec![Layer::Caret, Layer::Pane(Pane::Reader)],
        (None, None, None) => vec![Layer::Pane(state.focus)],
    }
}

/// Those of a range that is being selected, which go before the panes; any other key puts it away and does what it always does.
#[must_use]
pub fn of_range(state: &State) -> Option<&'static [Layer]> {
    if state.histogram.brush.is_some() {
        Some(&[Layer::HistogramRange])
    } else {
        state.timeline.span.map(|_| [Layer::TimelineRange, Layer::List].as_slice())
    }
}

fn of_overlay(overlay: &Overlay, focus: Pane) -> Vec<Layer> {
    match overlay {
        Overlay::Picker(_) => vec![Layer::List, Layer::Line, Layer::Text],
        Overlay::Page(_) | Overlay::Compare(_) => vec![Layer::Page, Layer::Beneath(focus)],
        Overlay::Sheet(_) => vec![Layer::Sheet, Layer::Beneath(focus)],
        Overlay::Actor(_) => vec![Layer::ActorPage, Layer::Pane(Pane::Actors)],
        Overlay::Note(editor) if editor.offers.tags.is_empty() => vec![Layer::Note, Layer::Text],
        Overlay::Note(_) => vec![Layer::Tags, Layer::Note, Layer::Text],
        Overlay::Notes(pane) => with_offers(&pane.prompt, Layer::Notes),
        Overlay::Review(_) => vec![Layer::Review, Layer::Beneath(Pane::Reader)],
    }
}

fn of_prompt(prompt: &Prompt) -> Vec<Layer> {
    match prompt.purpose {
        PromptKind::Filter => with_offers(prompt, Layer::Filter),
        PromptKind::Command => vec![Layer::Completion, Layer::Line, Layer::Text],
        PromptKind::Search { .. }
        | PromptKind::Date { .. }
        | PromptKind::Correct(..)
        | PromptKind::Rename(_)
        | PromptKind::Case { .. }
        | PromptKind::Title
        | PromptKind::Export
        | PromptKind::ExportSheet => {
            vec![Layer::Line, Layer::Text]
        }
    }
}

/// The layers of a line that completes, with those of the list of offers while any are listed.
fn with_offers(prompt: &Prompt, own: Layer) -> Vec<Layer> {
    let offers = if prompt.offers.listed().is_empty() { None } else { Some(Layer::Offers) };
    offers.into_iter().chain([own, Layer::Completion, Layer::List, Layer::Line, Layer::Text]).collect()
}
