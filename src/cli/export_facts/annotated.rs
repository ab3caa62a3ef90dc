//! The rows of annotations: those in the wanted articles, and with the whole archive those on actors and days.

use std::collections::HashSet;

use crate::cli::export_facts::OpenTable;
use crate::cli::export_facts::cell::Cell;
use crate::cli::notes_session::shown;
use crate::cli::setup::Loaded;
use crate::export::build::LocatedAnnotation;
use crate::export::select::gather;
use crate::model::annotation::Target;
use crate::model::archive::ArticleIx;
use crate::text::span::CodePoints;

/// Writes the rows of the annotations.
pub(super) fn annotations(loaded: &Loaded, table: &mut OpenTable) -> anyhow::Result<()> {
    let wanted: HashSet<ArticleIx> = loaded.rows.iter().copied().collect();
    let is_whole = wanted.len() == loaded.archive.len();
    let gathered = gather(loaded.notes.annotations().collect(), &loaded.archive);
    let found = gathered.found.iter().filter(|one| one.article.map_or(is_whole, |ix| wanted.contains(&ix)));
    found.map(|one| row(loaded, one)).try_for_each(|row| Ok(table.row(&row)?))
}

fn row<'a>(loaded: &'a Loaded, located: &'a LocatedAnnotation) -> [Cell<'a>; 14] {
    let annotation = &located.annotation;
    let article = located.article.and_then(|ix| loaded.archive.get(ix));
    let place = article.zip(located.span).map(|(article, span)| CodePoints::new(article.body()).span(span));
    let (on, actor, day, quote) = match &annotation.target {
        Target::Passage { anchor, .. } => ("passage", None, None, Some(anchor.exact.as_str())),
        Target::Article { .. } => ("article", None, None, None),
        Target::Actor { id } => ("actor", Some(id.as_str()), None, None),
        Target::Day { day } => ("day", None, Some(day.as_str()), None),
    };
    [
        Cell::text(annotation.id.as_str()),
        Cell::text(on),
        Cell::words(article.map(|article| article.id().to_string())),
        Cell::words(actor),
        Cell::words(day),
        place.map_or(Cell::Empty, |(start, _)| Cell::count(start)),
        place.map_or(Cell::Empty, |(_, end)| Cell::count(end)),
        Cell::words(quote.map(|_| located.state.name())),
        Cell::words(quote),
        Cell::words(annotation.color.as_deref()),
        Cell::words(Some(annotation.note.as_str())),
        Cell::words(Some(annotation.tags().join(" "))),
        Cell::text(shown(annotation.created)),
        Cell::text(shown(annotation.modified)),
    ]
}
