//! The rows of articles and of the actors that they name.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::analysis::agencies::{credits, shown};
use crate::analysis::families::Family;
use crate::cli::export_facts::OpenTable;
use crate::cli::export_facts::cell::Cell;
use crate::cli::setup::Loaded;
use crate::model::actor::ActorIx;
use crate::model::annotation::hexadecimal;
use crate::model::archive::ArticleIx;
use crate::model::article::HeadlineOrigin;
use crate::model::confidence::Confidence;
use crate::model::date::PublicationDate;
use crate::model::segment::ArticleRef;
use crate::query::results::facets;

/// Writes the rows of the articles, with their texts when asked.
pub(super) fn articles(loaded: &Loaded, text: bool, table: &mut OpenTable) -> anyhow::Result<()> {
    for (ix, article) in loaded.rows.iter().filter_map(|ix| Some((*ix, loaded.archive.get(*ix)?))) {
        table.row(&row(loaded, (ix, article), text))?;
    }
    Ok(())
}

fn row<'a>(loaded: &'a Loaded, (ix, article): (ArticleIx, ArticleRef<'a>), text: bool) -> [Cell<'a>; 26] {
    let id =
        |ix: Option<ArticleIx>| Cell::words(ix.and_then(|ix| loaded.archive.get(ix)).map(|article| article.id().to_string()));
    let days = article.date().interval();
    let last = days.filter(|_| !matches!(article.date(), PublicationDate::Since(_)));
    [
        Cell::text(article.id().to_string()),
        Cell::words(Some(article.title())),
        Cell::Boolean(article.headline() != HeadlineOrigin::FirstSentence),
        Cell::words(Some(article.date().to_string())),
        Cell::day(days.map(|days| days.first)),
        Cell::day(last.map(|days| days.last)),
        Cell::words(article.date().month().map(|month| month.to_string())),
        Cell::text(article.date_provenance().name()),
        Cell::words(article.date_confidence().map(Confidence::name)),
        Cell::words(article.source()),
        Cell::words(article.author()),
        Cell::words(article.url()),
        Cell::words(Some(article.lang().to_string())),
        Cell::words(article.section()),
        Cell::words(article.page()),
        Cell::words(article.docid()),
        Cell::words(article.credit()),
        Cell::words(article.imprint().updated),
        Cell::Integer(article.words().into()),
        Cell::text(article.place().to_string()),
        Cell::text(article.encoding().name),
        Cell::text(hexadecimal(&article.sha256())),
        Cell::words(shown(&credits(article))),
        id(loaded.index.families().family_of(ix).and_then(Family::leader)),
        id(loaded.index.stories().story_of(ix).and_then(|story| story.articles.first().copied())),
        Cell::words(Some(article.body()).filter(|_| text)),
    ]
}

/// Writes the rows of the actors.
pub(super) fn actors(loaded: &Loaded, table: &mut OpenTable) -> anyhow::Result<()> {
    let mut days: HashMap<ActorIx, (Date, Date)> = HashMap::new();
    for article in loaded.articles() {
        let Some(day) = article.date().known_days().map(|days| days.first) else { continue };
        for (actor, _) in article.actors() {
            let (first, last) = days.entry(actor).or_insert((day, day));
            (*first, *last) = ((*first).min(day), (*last).max(day));
        }
    }
    for count in facets::actors(&loaded.archive, &loaded.rows) {
        let Some(actor) = loaded.archive.actors().get(count.actor) else { continue };
        let others = actor.spellings.iter().filter(|spelling| **spelling != actor.name).map(|spelling| &**spelling);
        let days = days.get(&count.actor);
        table.row(&[
            Cell::text(&*actor.id),
            Cell::text(&*actor.name),
            Cell::text(actor.kind.name()),
            Cell::Boolean(actor.discovered),
            Cell::words(Some(&*actor.description)),
            Cell::words(Some(others.collect::<Vec<_>>().join("|"))),
            Cell::count(count.mentions),
            Cell::count(count.articles),
            Cell::day(days.map(|(first, _)| *first)),
            Cell::day(days.map(|(_, last)| *last)),
        ])?;
    }
    Ok(())
}
