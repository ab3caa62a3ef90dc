//! Where notes stand that are on no article: on actors and on days. The panes show a sign there, and the pages what was written.

use std::collections::HashMap;

use crate::model::annotation::Target;
use crate::notes::state::Notes;

/// The notes on actors and on days, one line each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotedPlaces {
    actors: HashMap<String, Vec<String>>,
    days: HashMap<String, Vec<String>>,
}

impl NotedPlaces {
    /// Those of `notes` that are of the open archive.
    #[must_use]
    pub(crate) fn of(notes: &Notes) -> Self {
        let mut found = Self::default();
        for (_, target, note) in notes.beside_articles().filter(|(id, ..)| notes.is_made_here(*id)) {
            let line = note.split_whitespace().collect::<Vec<_>>().join(" ");
            match target {
                Target::Actor { id } => found.actors.entry(id.clone()).or_default().push(line),
                Target::Day { day } => found.days.entry(day.clone()).or_default().push(line),
                Target::Passage { .. } | Target::Article { .. } => {}
            }
        }
        found
    }

    /// What was written on the actor with this identifier.
    #[must_use]
    pub(crate) fn of_actor(&self, id: &str) -> Vec<String> {
        self.actors.get(id).cloned().unwrap_or_default()
    }

    /// Whether something was written on the actor with this identifier.
    #[must_use]
    pub(crate) fn is_on_actor(&self, id: &str) -> bool {
        self.actors.contains_key(id)
    }

    /// What was written on this day, month or year.
    #[must_use]
    pub(crate) fn of_day(&self, day: &str) -> Vec<String> {
        self.days.get(day).cloned().unwrap_or_default()
    }

    /// The days, months and years on which something was written.
    #[must_use]
    pub(crate) fn days(&self) -> impl ExactSizeIterator<Item = &String> + Clone {
        self.days.keys()
    }
}
