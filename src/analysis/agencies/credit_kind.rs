//! How an agency can be credited, and how sure each way is. Called by the rest of this room.

use crate::tr_later;

/// How an agency is credited; the surest way first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CreditKind {
    /// The metadata name it as credit, outlet or author.
    Declared,
    /// It signs the head of a paragraph: `PARIS (AFP) –`.
    Dateline,
    /// It signs in a line of its own, or with the outlet: `Le Monde avec AFP`.
    Signature,
    /// It signs in brackets or at the end of a paragraph: `… (Reuters)`.
    Closing,
    /// The text says whose word it takes: `d'après l'ANSA`.
    Attribution,
}

impl CreditKind {
    /// The word that JSON has for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Declared => tr_later!("metadata"),
            Self::Dateline => tr_later!("dateline"),
            Self::Signature => tr_later!("signature"),
            Self::Closing => tr_later!("closing"),
            Self::Attribution => tr_later!("attribution"),
        }
    }

    /// What it is, in words.
    #[must_use]
    pub fn rule(self) -> &'static str {
        match self {
            Self::Declared => "agency in the metadata",
            Self::Dateline => "agency in the dateline",
            Self::Signature => "agency in a signature",
            Self::Closing => "agency in brackets or at the end",
            Self::Attribution => "agency named as the source",
        }
    }
}
