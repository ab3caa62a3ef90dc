//! Which notes on actors and days belong to a selection: those whose actor is named in it, or whose day is told of.
//!
//! Such notes hang on no article, and one journal holds those of every archive; what an archive does not speak of is another's.

use std::collections::HashSet;

use crate::model::actor::ActorIx;
use crate::model::annotation::Target;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::date::{Interval, PartialDate};
use crate::model::day;

/// What the articles of a selection speak of.
#[derive(Debug)]
pub struct Spoken<'a> {
    archive: &'a Archive,
    rows: &'a [ArticleIx],
    /// The actors they name, once somebody asks.
    actors: Option<HashSet<ActorIx>>,
}

impl<'a> Spoken<'a> {
    /// What `rows` of `archive` speak of.
    #[must_use]
    pub fn of(archive: &'a Archive, rows: &'a [ArticleIx]) -> Self {
        Self { archive, rows, actors: None }
    }

    /// Whether the note on `target` belongs here; one on an article or a passage is not decided here, and does.
    pub fn holds(&mut self, target: &Target) -> bool {
        match target {
            Target::Actor { id } => self.archive.actors().by_id(id).is_some_and(|actor| self.names(actor)),
            Target::Day { day } => PartialDate::parse(day).is_some_and(|date| self.tells(date.interval())),
            Target::Passage { .. } | Target::Article { .. } => true,
        }
    }

    fn names(&mut self, actor: ActorIx) -> bool {
        let (archive, rows) = (self.archive, self.rows);
        let named = || {
            let articles = rows.iter().filter_map(|ix| archive.get(*ix));
            articles.flat_map(|article| article.actors().map(|(actor, _)| actor).collect::<Vec<_>>()).collect()
        };
        self.actors.get_or_insert_with(named).contains(&actor)
    }

    /// Whether an article tells of the days, or was published on one of them.
    fn tells(&self, days: Interval) -> bool {
        let range = (day::number(days.first), day::number(days.last));
        self.rows.iter().filter_map(|ix| self.archive.get(*ix)).any(|article| {
            let is_published = article.date().interval().is_some_and(|published| published.overlaps(days));
            is_published || article.events().any(|event| event.overlaps(range))
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Spoken;
    use crate::model::actor::{Actor, ActorIx, ActorTable, Mention};
    use crate::model::annotation::Target;
    use crate::model::archive::{Archive, ArticleIx};
    use crate::model::article::Article;
    use crate::model::date::{PartialDate, Publication, PublicationDate};
    use crate::text::span::Span;

    #[test]
    fn a_note_goes_where_its_actor_is_named_or_its_day_is_told() {
        let actor = |id: &str| Actor { id: id.into(), name: id.into(), spellings: vec![id.into()], ..Actor::default() };
        let mut archive = Archive::new(Arc::new(ActorTable::new(vec![actor("here"), actor("listed")])));
        let date = PublicationDate::On(PartialDate::parse("2011-10-23").unwrap());
        let named = Article {
            mentions: vec![Mention { span: Span::new(0, 1), actor: ActorIx(0) }],
            body: "Here.".into(),
            published: Publication { date, ..Publication::default() },
            ..Article::default()
        };
        archive.append_articles([named, Article::default()]);
        let on = |id: &str| Target::Actor { id: id.into() };
        let day = |day: &str| Target::Day { day: day.into() };
        let rows = [ArticleIx(0), ArticleIx(1)];
        let mut spoken = Spoken::of(&archive, &rows);
        assert_eq!([on("here"), on("listed"), on("unknown")].map(|target| spoken.holds(&target)), [true, false, false]);
        assert_eq!([day("2011-10-23"), day("2011-10-24")].map(|target| spoken.holds(&target)), [true, false]);
        assert!(!Spoken::of(&archive, &[ArticleIx(1)]).holds(&on("here")), "another selection");
    }
}
