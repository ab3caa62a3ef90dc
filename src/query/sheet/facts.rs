//! The facts of a sheet that have a name: days that are told, places, who takes part, and what is counted.

use std::collections::BTreeMap;

use crate::analysis::figures::{Figure, figures};
use crate::analysis::names::part::parts_that_tell;
use crate::analysis::names::person_name::without_generation;
use crate::model::actor::{ActorKind, ActorTable};
use crate::model::article::Article;
use crate::model::date::{PartialDate, Precision};
use crate::query::sheet::elsewhere::ColumnTexts;
use crate::query::sheet::passages::Studied;
use crate::query::sheet::table::{CellMark, SheetCell, SheetRow, SheetSection};
use crate::text::fold::fold;
use crate::text::span::Span;

/// A fact of one article: what it is known by, its name, and where it stands.
struct Fact {
    section: SheetSection,
    key: String,
    label: String,
    span: Span,
}

/// The rows of the facts that `read` has, a list of articles for each column.
pub(super) fn facts(read: &[Vec<Studied>], texts: &ColumnTexts, actors: &ActorTable) -> Vec<SheetRow> {
    let mut rows: BTreeMap<(SheetSection, String), SheetRow> = BTreeMap::new();
    for (at, articles) in read.iter().enumerate() {
        for studied in articles {
            let Studied { ix, article, .. } = studied;
            for Fact { section, key, label, span } in
                of_article(article, actors).into_iter().filter(|fact| studied.tells(fact.span))
            {
                let blank = || SheetRow { section, label, cells: vec![None; read.len()] };
                let row = rows.entry((section, key)).or_insert_with(blank);
                let text = span.of(&article.body).split_whitespace().collect::<Vec<_>>().join(" ");
                if let Some(cell @ None) = row.cells.get_mut(at) {
                    *cell = Some(SheetCell { text, article: *ix, span, mark: CellMark::Plain });
                }
            }
        }
    }
    for ((_, key), row) in &mut rows {
        mark_if_alone((texts, actors), key, row);
    }
    rows.into_values().collect()
}

/// Marks the cell of a row that has one cell alone, when no text of another column holds what it tells.
fn mark_if_alone((texts, actors): (&ColumnTexts, &ActorTable), key: &str, row: &mut SheetRow) {
    let mut held = row.cells.iter_mut().enumerate().filter_map(|(at, cell)| Some((at, cell.as_mut()?)));
    let (Some((at, cell)), None) = (held.next(), held.next()) else { return };
    let is_alone = match row.section {
        SheetSection::When => PartialDate::parse(&row.label).is_some_and(|date| texts.lack_days(at, date.interval())),
        SheetSection::Where | SheetSection::Who => {
            let actor = actors.by_id(key).and_then(|ix| actors.get(ix));
            let spellings = actor.into_iter().flat_map(|actor| &actor.spellings).map(AsRef::as_ref);
            // Whoever bears the surname there may be the same person, by whatever the rest of the name is written.
            let surname = actor.filter(|actor| actor.kind == ActorKind::Person).and_then(|_| surname(&row.label));
            texts.lack_names(at, spellings.chain([row.label.as_str(), cell.text.as_str()]).chain(surname))
        }
        _ => {
            let number: String = cell.text.chars().take_while(|c| !c.is_alphabetic()).collect();
            texts.lack_names(at, [number.as_str()])
        }
    };
    cell.mark = if is_alone { CellMark::OnlyHere } else { CellMark::Plain };
}

/// The word by which the bearer of a name of several is called.
fn surname(name: &str) -> Option<&str> {
    let words = parts_that_tell(name);
    let (named, _) = without_generation(&words);
    named.last().filter(|_| named.len() > 1).map(|last| last.text)
}

fn of_article(article: &Article, actors: &ActorTable) -> Vec<Fact> {
    let mut all = Vec::new();
    for event in article.events.iter().filter(|event| !event.telling.is_aside && event.precision <= Precision::Month) {
        let label = event.interval.shortest();
        // All places that tell of these days: the one that tells it best may stand outside of what is read.
        let elsewhere = article.dates.iter().filter(|date| date.interval == Some(event.interval)).map(|date| date.span);
        for span in std::iter::once(event.timex).chain(elsewhere) {
            all.push(Fact { section: SheetSection::When, key: label.clone(), label: label.clone(), span });
        }
    }
    for mention in &article.mentions {
        let Some(actor) = actors.get(mention.actor) else { continue };
        let section = match actor.kind {
            ActorKind::Place | ActorKind::State => SheetSection::Where,
            ActorKind::Media => continue,
            _ => SheetSection::Who,
        };
        all.push(Fact { section, key: actor.id.to_string(), label: actors.name(mention.actor).to_owned(), span: mention.span });
    }
    for Figure { noun, span, .. } in figures(article) {
        // Singular and plural, and one spelling with capitals, are one row.
        let key = fold(&noun).chars().take(6).collect();
        all.push(Fact { section: SheetSection::Figures, key, label: noun, span });
    }
    all
}
