//! What comes next: an overlay or a line that took a key or a click answers whether it stays, closes, or makes way for another, and
//! what is asked for in return. This is the one place where they are taken out of the state and put back.

use crate::app::effect::Effect;
use crate::app::overlay::Overlay;
use crate::app::state::State;
use crate::app::widget::prompt::Prompt;

/// What becomes of the overlay or the line that has answered.
#[derive(Debug)]
pub enum Next {
    /// It stays.
    Stay,
    /// It closes; what was opened while it answered is left open.
    Close,
    /// This overlay takes its place.
    Open(Overlay),
}

/// The answer of an overlay or of a line.
#[derive(Debug)]
pub struct Outcome {
    /// What becomes of it.
    pub next: Next,
    /// What is asked for in return.
    pub effects: Vec<Effect>,
}

impl Outcome {
    /// It stays.
    #[must_use]
    pub fn stay() -> Self {
        Self { next: Next::Stay, effects: Vec::new() }
    }

    /// It closes.
    #[must_use]
    pub fn close() -> Self {
        Self { next: Next::Close, effects: Vec::new() }
    }

    /// `overlay` takes its place.
    #[must_use]
    pub fn open(overlay: Overlay) -> Self {
        Self { next: Next::Open(overlay), effects: Vec::new() }
    }

    /// The same, asking for `effects`.
    #[must_use]
    pub fn with(self, effects: Vec<Effect>) -> Self {
        Self { effects, ..self }
    }
}

/// Lets what lies over the panes `answer`, and does as it says; without an overlay nothing happens.
#[must_use]
pub fn ask_overlay(state: &mut State, answer: impl FnOnce(&mut State, &mut Overlay) -> Outcome) -> Vec<Effect> {
    let Some(mut overlay) = state.overlay.take() else { return Vec::new() };
    let Outcome { next, effects } = answer(state, &mut overlay);
    match next {
        Next::Stay => state.overlay = Some(overlay),
        Next::Close => {}
        Next::Open(other) => state.overlay = Some(other),
    }
    effects
}

/// Lets the line being typed `answer`, and does as it says; without a line nothing happens.
#[must_use]
pub fn ask_prompt(state: &mut State, answer: impl FnOnce(&mut State, &mut Prompt) -> Outcome) -> Vec<Effect> {
    let Some(mut prompt) = state.prompt.take() else { return Vec::new() };
    let Outcome { next, effects } = answer(state, &mut prompt);
    match next {
        Next::Stay => state.prompt = Some(prompt),
        Next::Close => {}
        Next::Open(overlay) => state.overlay = Some(overlay),
    }
    effects
}
