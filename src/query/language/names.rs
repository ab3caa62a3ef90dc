//! What reading and explaining a query must look up: actors and saved queries.
//!
//! The caller has the gazetteer and the configuration and answers; the language knows neither.

use crate::model::actor::ActorIx;
use crate::query::language::term::QueryTerm;

/// The outlet that a value of `source:` means alone, and those whose names hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutletLeftOut {
    /// The outlet, as it is written.
    pub meant: String,
    /// The others, each with its articles in the archive.
    pub others: Vec<(String, usize)>,
}

/// Looks up the names in a query.
pub trait Names {
    /// The actors meant by a value of `actor:`: by identifier or any spelling, else all whose name it begins.
    fn actors(&self, name: &QueryTerm) -> Vec<ActorIx>;

    /// The name shown of an actor.
    fn name(&self, actor: ActorIx) -> &str;

    /// How many spellings name the actor.
    fn spellings(&self, actor: ActorIx) -> usize;

    /// The known name nearest to one that nobody has.
    fn nearest(&self, text: &str) -> Option<String>;

    /// The text of a saved query.
    fn saved(&self, name: &str) -> Option<&str>;

    /// What a value of `source:` leaves out, when it is the whole name of one outlet and other names hold it.
    fn left_out(&self, _outlet: &QueryTerm) -> Option<OutletLeftOut> {
        None
    }

    /// Whether a value of `actor:` means somebody; to be taken for granted while it cannot be looked up yet.
    fn knows(&self, name: &QueryTerm) -> bool {
        !self.actors(name).is_empty()
    }
}

/// Takes every actor for known, and knows no saved query: for reading a query where there is nothing to look up.
#[derive(Clone, Copy, Debug, Default)]
pub struct AnyName;

impl Names for AnyName {
    fn actors(&self, _: &QueryTerm) -> Vec<ActorIx> {
        Vec::new()
    }

    fn name(&self, _: ActorIx) -> &'static str {
        ""
    }

    fn spellings(&self, _: ActorIx) -> usize {
        0
    }

    fn nearest(&self, _: &str) -> Option<String> {
        None
    }

    fn saved(&self, _: &str) -> Option<&str> {
        None
    }

    fn knows(&self, _: &QueryTerm) -> bool {
        true
    }
}
