//! The vocabulary: the names, outlets, months and languages of the archive, as the completion of the filter line asks for them.

use crate::app::state::tag_stats::TagStats;
use crate::config::colors::{MarkColor, MarkColors};
use crate::model::actor::ActorTable;
use crate::model::property::PropertyId;
use crate::query::language::complete::{OfferSource, OfferedValue};
use crate::query::language::keyword::Key;
use crate::query::matching::names::SavedQueries;
use crate::query::results::Choices;
use crate::query::results::facets::FacetCount;
use crate::query::selection::Facet;

/// What the archive and the configuration have to offer.
#[derive(Clone, Copy, Debug)]
pub struct CompletionSource<'a> {
    /// The values, with their counts.
    pub choices: &'a Choices,
    /// The names of the actors.
    pub actors: &'a ActorTable,
    /// The saved queries.
    pub saved: &'a SavedQueries,
    /// The colours of highlights.
    pub colors: &'a MarkColors,
    /// What was used in notes.
    pub used: &'a TagStats,
}

impl OfferSource for CompletionSource<'_> {
    fn values(&self, key: Key) -> Box<dyn Iterator<Item = OfferedValue<'_>> + '_> {
        let of_notes =
            |name: &'_ str, articles| OfferedValue { text: name.to_owned().into(), spellings: Default::default(), articles };
        if key == Key::Tag {
            return Box::new(self.used.tags.iter().map(move |(tag, count)| of_notes(tag, *count)));
        }
        if key == Key::Noted(PropertyId::Color) {
            let used = |name: &str| self.used.colors.iter().find(|(used, _)| **used == *name).map_or(0, |(_, count)| *count);
            let others = self.used.colors.iter().filter(|(name, _)| self.colors.named(name).is_none());
            let known = self.colors.iter().map(move |color: &MarkColor| of_notes(&color.name, used(&color.name)));
            return Box::new(known.chain(others.map(move |(name, count)| of_notes(name, *count))));
        }
        let counts: &[FacetCount] = match key {
            Key::Actor => &self.choices.actors,
            Key::Source => &self.choices.sources,
            Key::Month | Key::Date | Key::Event => &self.choices.months,
            Key::Lang => &self.choices.langs,
            _ => &[],
        };
        Box::new(counts.iter().filter_map(|count| self.value(count)))
    }

    fn saved(&self) -> Box<dyn Iterator<Item = (&str, &str)> + '_> {
        Box::new(self.saved.iter().map(|(name, text)| (name.as_str(), text.as_str())))
    }
}

impl<'a> CompletionSource<'a> {
    fn value(&self, count: &'a FacetCount) -> Option<OfferedValue<'a>> {
        let (text, spellings) = match &count.facet {
            Facet::Actor(actor) => {
                let spellings = &*self.actors.get(*actor)?.spellings;
                (self.actors.name(*actor).into(), spellings)
            }
            Facet::Source(name) => ((&**name).into(), Default::default()),
            Facet::Month(month) => (month.to_string().into(), Default::default()),
            Facet::Lang(lang) => (lang.to_string().into(), Default::default()),
            Facet::Date(_) | Facet::Event(_) | Facet::Case(..) => return None,
        };
        Some(OfferedValue { text, spellings, articles: count.articles })
    }
}
