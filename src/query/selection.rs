//! A selection: which articles are wanted. Facets of one kind are alternatives, facets of different kinds add up.

use crate::model::actor::ActorIx;
use crate::model::article::{Article, Lang};
use crate::model::date::PartialDate;

/// One facet that is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Articles that name the actor.
    Actor(ActorIx),
    /// Articles published in the month; bounds and years alone are in no month.
    Month(PartialDate),
    /// Articles of the outlet, compared folded.
    Source(Box<str>),
    /// Articles in the language.
    Lang(Lang),
}

/// Which articles are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Words that must all match, fuzzily, in any order, in headline, outlet or actor names.
    pub words: String,
    /// The facets that are on, in the order they were put on.
    pub facets: Vec<Facet>,
}

impl Selection {
    /// Whether every article is wanted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.trim().is_empty() && self.facets.is_empty()
    }

    /// Puts a facet on, or off when it is on.
    pub fn toggle(&mut self, facet: Facet) {
        let _ = facet;
    }

    /// Drops the last facet, which is returned, or the words when no facet is on.
    pub fn drop_last(&mut self) -> Option<Facet> {
        None
    }

    /// Whether the facets let `article` through; the words are not asked.
    #[must_use]
    pub fn admits(&self, article: &Article) -> bool {
        let _ = article;
        true
    }
}

/// The words of a facet for people: `actor Mustafa al-Kadhimi`, `month 2020-08`, `source AFP`, `lang fr`.
#[must_use]
pub fn label(facet: &Facet, actors: &crate::model::actor::ActorTable) -> String {
    let _ = (facet, actors);
    String::new()
}
