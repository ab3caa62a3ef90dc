//! How sure a publication date is, told from what is known of it.
//!
//! Nothing is stored: lists, pages and records ask it of the date and its provenance.

use crate::model::date::{Provenance, PublicationDate};

/// How sure a publication date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// The reader, the document, its name or a whole dateline says it.
    Certain,
    /// It was worked out, as a day or an interval.
    Likely,
    /// It is a lower bound alone.
    Bound,
}

impl Confidence {
    /// How sure `date` is, known by way of `provenance`; `None` for one that is not known. `reasons` counts what it rests on.
    #[must_use]
    pub fn of(date: PublicationDate, provenance: Provenance, reasons: impl FnOnce() -> usize) -> Option<Self> {
        Some(match (date, provenance) {
            (PublicationDate::Unknown, _) => return None,
            (PublicationDate::Since(_), _) => Self::Bound,
            // A dateline that left out its year got it from another fact, which is its second reason.
            (_, Provenance::Inferred) => Self::Likely,
            (_, Provenance::Dateline) if reasons() > 1 => Self::Likely,
            _ => Self::Certain,
        })
    }

    /// The word that people and JSON see.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Likely => "likely",
            Self::Bound => "bound",
        }
    }
}
