//! Events: a dated sentence of a body, with when, who and where it is told.

use crate::model::actor::ActorIx;
use crate::model::date::{Interval, Precision};
use crate::text::span::Span;

/// A dated sentence of one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The days it is told to have happened, first and last included.
    pub interval: Interval,
    /// How fine that is known.
    pub precision: Precision,
    /// The words that date it, in the body.
    pub timex: Span,
    /// The sentence, in the body.
    pub sentence: Span,
    /// Who is named in the sentence, each once, in order of first mention.
    pub actors: Vec<ActorIx>,
    /// How much a reader of a timeline would miss it, 0 to 1; deterministic.
    pub salience: f32,
}
