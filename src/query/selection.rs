//! A selection: which articles are wanted. Facets of one kind are alternatives, facets of different kinds add up.
//!
//! Plain data with the rule that reads it; the words are matched by `query::filter`, not here. The chips of the filter line and
//! the flags of the command line are both held as one.

use crate::model::actor::{ActorIx, ActorTable};
use crate::model::article::Lang;
use crate::model::date::PartialDate;
use crate::model::segment::ArticleRef;
use crate::text::fold::fold;

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

impl Facet {
    /// Whether `article` has the facet.
    #[must_use]
    pub fn admits(&self, article: ArticleRef<'_>) -> bool {
        match self {
            Self::Actor(actor) => article.names(*actor),
            Self::Month(month) => article.date().month() == Some(*month),
            Self::Source(name) => article.source().is_some_and(|source| same_folded(source, name)),
            Self::Lang(lang) => article.lang() == *lang,
        }
    }

    /// The facet in words, for a chip: `actor Mustafa al-Kadhimi`, `month 2020-08`, `source AFP`, `lang fr`.
    #[must_use]
    pub fn label(&self, actors: &ActorTable) -> String {
        match self {
            Self::Actor(actor) => format!("actor {}", actors.name(*actor)),
            Self::Month(month) => format!("month {month}"),
            Self::Source(name) => format!("source {name}"),
            Self::Lang(lang) => format!("lang {lang}"),
        }
    }

    /// Whether the two ask the same; outlets are compared folded.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Source(a), Self::Source(b)) => same_folded(a, b),
            _ => self == other,
        }
    }

    fn is_same_kind(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

fn same_folded(a: &str, b: &str) -> bool {
    a == b || fold(a) == fold(b)
}

/// Which articles are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Words that must all match, fuzzily, in any order, in headline, outlet, publication date or actor names.
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

    /// Whether the facets let `article` through; the words are not asked.
    #[must_use]
    pub fn admits(&self, article: ArticleRef<'_>) -> bool {
        self.facets.iter().all(|asked| {
            let mut alternatives = self.facets.iter().filter(|facet| facet.is_same_kind(asked));
            alternatives.any(|facet| facet.admits(article))
        })
    }

    /// Puts `facet` on, or takes it off when it is on.
    pub fn toggle(&mut self, facet: Facet) {
        match self.facets.iter().position(|on| on.is_same(&facet)) {
            Some(at) => drop(self.facets.remove(at)),
            None => self.facets.push(facet),
        }
    }

    /// Takes off the facet that was put on last and returns it; when none is on, clears the words.
    pub fn drop_last(&mut self) -> Option<Facet> {
        let last = self.facets.pop();
        if last.is_none() {
            self.words.clear();
        }
        last
    }
}

#[cfg(test)]
mod tests {
    use super::{Facet, Selection};
    use crate::model::actor::{ActorIx, ActorTable, Mention};
    use crate::model::article::{Article, Attributed, Lang};
    use crate::model::date::{PartialDate, Provenance, Publication, PublicationDate};
    use crate::model::segment::{Filed, Segment};
    use crate::text::span::Span;

    fn month(text: &str) -> Facet {
        Facet::Month(PartialDate::parse(text).unwrap())
    }

    fn article() -> Article {
        let date = PublicationDate::On(PartialDate::day(2020, 8, 18).unwrap());
        Article {
            source: Some(Attributed { text: "Le Télégramme".into(), provenance: Provenance::Metadata }),
            published: Publication { date, ..Publication::default() },
            mentions: vec![Mention { span: Span::new(0, 3), actor: ActorIx(7) }],
            lang: Lang::Fr,
            ..Article::default()
        }
    }

    fn admitted(facets: &[Facet]) -> bool {
        let packed = Segment::pack(&[Filed::from(article())]);
        Selection { facets: facets.to_vec(), ..Selection::default() }.admits(packed.get(0).unwrap())
    }

    #[test]
    fn facets_of_one_kind_are_alternatives_and_kinds_add_up() {
        assert!(admitted(&[]));
        assert!(admitted(&[month("2020-05"), month("2020-08")]));
        assert!(admitted(&[Facet::Actor(ActorIx(7)), month("2020-08"), Facet::Actor(ActorIx(1))]));
        assert!(!admitted(&[Facet::Actor(ActorIx(1)), month("2020-08")]));
        assert!(!admitted(&[Facet::Lang(Lang::En)]));
    }

    #[test]
    fn outlets_are_compared_folded_and_months_only_when_certain() {
        assert!(admitted(&[Facet::Source("LE TELEGRAMME".into())]));
        assert!(admitted(&[Facet::Source("le télégramme".into())]));
        let mut bound = article();
        bound.published.date = PublicationDate::Since(PartialDate::day(2020, 8, 18).unwrap());
        let packed = Segment::pack(&[Filed::from(bound)]);
        assert!(!month("2020-08").admits(packed.get(0).unwrap()));
    }

    #[test]
    fn toggling_and_dropping_undo_the_last_step_first() {
        let mut selection = Selection { words: "kazemi".into(), facets: Vec::new() };
        selection.toggle(month("2020-05"));
        selection.toggle(Facet::Lang(Lang::Fr));
        selection.toggle(month("2020-05"));
        selection.toggle(Facet::Source("AFP".into()));
        selection.toggle(Facet::Source("afp".into()));
        assert_eq!(selection.facets, [Facet::Lang(Lang::Fr)]);
        assert_eq!(selection.drop_last(), Some(Facet::Lang(Lang::Fr)));
        assert_eq!((selection.drop_last(), selection.is_empty()), (None, true));
    }

    #[test]
    fn labels_are_words() {
        let actors = ActorTable::default();
        assert_eq!(month("2020-08").label(&actors), "month 2020-08");
        assert_eq!(Facet::Source("AFP".into()).label(&actors), "source AFP");
        assert_eq!(Facet::Lang(Lang::Fr).label(&actors), "lang fr");
    }
}
