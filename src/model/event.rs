//! Events: what an article tells of one run of days, with when, who and where it is told.

use crate::model::actor::ActorIx;
use crate::model::date::{Interval, Precision};
use crate::text::span::Span;

/// What one article tells of one run of days: the sentences that date it together, shown by the one that tells it best.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The days it is told to have happened, first and last included.
    pub interval: Interval,
    /// How fine that is known.
    pub precision: Precision,
    /// The words that date it, in the body.
    pub timex: Span,
    /// The sentence that tells it best, in the body.
    pub sentence: Span,
    /// Who is named in its sentences, each once: those of the sentence shown first, in order of mention.
    pub actors: Vec<ActorIx>,
    /// How it is told.
    pub telling: Telling,
}

/// How an article tells an event: what of its weight the article alone decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Telling {
    /// Whether it is told as past, to come or planned.
    pub outlook: Outlook,
    /// Where in the body it is told, in sixteenths from the head: 0 to 15.
    pub place: u8,
    /// How many sentences of the article date it, 1 to 16; 16 stands for more too.
    pub sentences: u8,
    /// Whether the words that date it hold a number, so that it can be told without the publication date: "3 mars", not "hier".
    pub dated_in_full: bool,
    /// Whether it stands beside what the article tells: in a caption, which dates a picture, in a question, a row, an address to the reader.
    pub is_aside: bool,
}

/// Whether an event is told as something that was, that will be, or that somebody means to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Outlook {
    /// It was, or is.
    #[default]
    Past,
    /// It will be.
    Future,
    /// It is to come, and told as a plan: it may not be.
    Planned,
}

impl Outlook {
    /// The word that people and JSON see.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Past => "past",
            Self::Future => "future",
            Self::Planned => "planned",
        }
    }
}
