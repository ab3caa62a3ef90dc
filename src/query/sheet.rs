//! The event sheet: what each paper says of one event, a column for each, in order of publication. Copies of one text share a column, but for
//! those that tell other numbers.
//!
//! A row is one fact: a day, a place, somebody who takes part, something counted, a statement, or a sentence that several papers have in
//! their own words. Pure over an archive; `liseuse sheet` and the reading room ask, `export::sheet` writes it out.

mod aligned;
mod elsewhere;
mod facts;
mod marks;
mod passages;
mod rarity;
pub mod sheet_choice;
mod table;
mod versions;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::analysis::actors::Gazetteer;
use crate::analysis::analyse;
use crate::analysis::families::Families;
use crate::analysis::labels::compressed;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::HeadlineOrigin;
use crate::model::date::{Interval, PublicationDate};
use crate::model::segment::ArticleRef;
use crate::query::sheet::aligned::aligned;
use crate::query::sheet::elsewhere::ColumnTexts;
use crate::query::sheet::facts::facts;
use crate::query::sheet::marks::marked;
pub use crate::query::sheet::passages::SheetEvent;
use crate::query::sheet::passages::Studied;
pub use crate::query::sheet::table::{CellMark, SheetCell, SheetRow, SheetSection};
use crate::query::sheet::versions::TextVersions;
use crate::tr;

/// Columns of a sheet at most; who has more papers on one event narrows the archive down.
const COLUMNS: usize = 24;
/// Articles of one column that are read.
const READ: usize = 8;
/// Rows of a section at most, those that most columns have first.
const ROWS: usize = 40;

/// A paper, or all that print one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetColumn {
    /// The outlets, the first to publish first; none where it is not known.
    pub outlets: Vec<Box<str>>,
    /// The articles, likewise.
    pub articles: Vec<ArticleIx>,
    /// When the first of them was published.
    pub published: PublicationDate,
}

impl SheetColumn {
    /// That date for people, as short as it can be.
    #[must_use]
    pub fn day(&self) -> String {
        match self.published {
            PublicationDate::Unknown => tr!("date unknown").to_owned(),
            PublicationDate::Since(from) => tr!("{from} or later", from),
            known => known.interval().map(Interval::shortest).unwrap_or_default(),
        }
    }

    /// The outlets in words.
    #[must_use]
    pub fn title(&self) -> String {
        if self.outlets.is_empty() { tr!("outlet unknown").to_owned() } else { self.outlets.join(", ") }
    }
}

/// What the papers say of one event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventSheet {
    /// A line like a headline for it.
    pub title: String,
    /// The columns, in order of publication; those without a day last.
    pub columns: Vec<SheetColumn>,
    /// The rows, by section.
    pub rows: Vec<SheetRow>,
}

/// What a sheet is made of, to be made elsewhere.
#[derive(Clone, Debug)]
pub struct SheetRequest {
    /// A snapshot of the archive.
    pub archive: Archive,
    /// What finds the names in its texts.
    pub gazetteer: Arc<Gazetteer>,
    /// The articles, which tell one event.
    pub articles: Vec<ArticleIx>,
    /// The families of the archive.
    pub families: Arc<Families>,
    /// The event it is of, where it is not of the whole story.
    pub event: Option<SheetEvent>,
}

impl SheetRequest {
    /// The sheet.
    #[must_use]
    pub fn sheet(&self) -> EventSheet {
        EventSheet::of((&self.archive, &self.gazetteer), &self.articles, &self.families, self.event.as_ref())
    }
}

impl EventSheet {
    /// The sheet of `articles`, which tell one story: of all that they tell, or of `event` alone. Papers that tell nothing of it have no column.
    #[must_use]
    pub fn of(
        (archive, gazetteer): (&Archive, &Gazetteer),
        articles: &[ArticleIx],
        families: &Families,
        event: Option<&SheetEvent>,
    ) -> Self {
        let columns = columns(archive, articles, families);
        let mut all: Vec<(SheetColumn, Vec<Studied>)> = columns
            .into_iter()
            .map(|column| {
                let read = studied((archive, gazetteer), &column, event);
                (column, read)
            })
            .collect();
        let telling = event.map_or(all.len(), |event| narrowed(archive, &mut all, event));
        let (mut columns, mut read): (Vec<SheetColumn>, Vec<Vec<Studied>>) = all.into_iter().unzip();
        let sizes: Vec<usize> = columns.iter().map(|column| column.articles.len()).collect();
        let texts = ColumnTexts::of(&read, &sizes);
        columns.truncate(telling);
        read.truncate(telling);
        for column in &mut read {
            column.retain(|studied| !studied.is_silent());
        }
        let mut rows = facts(&read, &texts, archive.actors());
        rows.extend(aligned(&read, &texts));
        rows.sort_by_key(|row| (row.section, std::cmp::Reverse(row.cells.iter().flatten().count())));
        let mut counts: BTreeMap<SheetSection, usize> = BTreeMap::new();
        rows.retain(|row| {
            let count = counts.entry(row.section).or_default();
            *count += 1;
            *count <= ROWS
        });
        for row in &mut rows {
            marked(archive, row);
        }
        let in_order: Vec<ArticleIx> = columns.iter().flat_map(|column| column.articles.iter().copied()).collect();
        let title = event.map_or_else(|| title(archive, &in_order), |event| event.title.clone());
        Self { title, columns, rows }
    }
}

/// The articles of a column that are read: the first of them, and before others those that date `event`.
fn studied((archive, gazetteer): (&Archive, &Gazetteer), column: &SheetColumn, event: Option<&SheetEvent>) -> Vec<Studied> {
    let dates = |ix: ArticleIx| event.is_some_and(|event| event.places.iter().any(|(place, _)| *place == ix));
    let mut all = column.articles.clone();
    all.sort_by_key(|ix| !dates(*ix));
    all.truncate(READ);
    let study = |ix: ArticleIx| {
        let mut article = archive.get(ix)?.unpack();
        analyse(&mut article, gazetteer);
        Some(Studied::whole(ix, article))
    };
    all.into_iter().filter_map(study).collect()
}

/// Leaves of each column what tells of `event`, and says how many columns do: they stand first, the others behind them.
fn narrowed(archive: &Archive, all: &mut [(SheetColumn, Vec<Studied>)], event: &SheetEvent) -> usize {
    passages::narrow(all.iter_mut().flat_map(|(_, read)| read), event);
    let date = |column: &SheetColumn| column.articles.first().and_then(|ix| archive.get(*ix)).map(ArticleRef::date);
    for (column, read) in all.iter_mut().filter(|(_, read)| read.iter().any(|studied| !studied.is_silent())) {
        let is_silent = |ix: ArticleIx| read.iter().any(|studied| studied.ix == ix && studied.is_silent());
        column.articles.retain(|ix| !is_silent(*ix));
        column.published = date(column).unwrap_or_default();
    }
    let tells = |read: &[Studied]| read.iter().any(|studied| !studied.is_silent());
    all.sort_by_key(|(column, read)| {
        (!tells(read), date(column).map(PublicationDate::precedence), column.articles.first().copied())
    });
    all.iter().filter(|(_, read)| tells(read)).count()
}

/// The columns of `articles`: near-copies together that tell the same numbers, else those of one outlet.
fn columns(archive: &Archive, articles: &[ArticleIx], families: &Families) -> Vec<SheetColumn> {
    let order = |ix: ArticleIx| archive.get(ix).map(|article| article.date().precedence());
    let mut sorted: Vec<ArticleIx> = articles.to_vec();
    sorted.sort_by_key(|ix| (order(*ix), *ix));
    sorted.dedup();
    let family = |ix: ArticleIx| {
        let leader = families.family_of(ix)?.leader()?;
        let others = families.family_of(ix)?.members.iter().filter(|member| member.article != ix);
        others.clone().any(|member| sorted.contains(&member.article)).then_some(leader)
    };
    let mut columns: Vec<(Option<ArticleIx>, SheetColumn)> = Vec::new();
    let mut versions = TextVersions::default();
    for ix in sorted.iter().copied() {
        let Some(article) = archive.get(ix) else { continue };
        let (text, outlet) = (family(ix), article.source());
        let mut same = |(known, column): &(Option<ArticleIx>, SheetColumn)| match text {
            Some(_) => {
                let other = |first: &ArticleIx| versions.tell_other_numbers(archive, *first, ix);
                *known == text && !column.articles.first().is_some_and(other)
            }
            None => {
                known.is_none() && outlet.is_some_and(|outlet| column.outlets.first().is_some_and(|first| **first == *outlet))
            }
        };
        let at = columns.iter().position(&mut same).unwrap_or(columns.len());
        if at == columns.len() {
            columns.push((text, SheetColumn { published: article.date(), ..SheetColumn::default() }));
        }
        if let Some((_, column)) = columns.get_mut(at) {
            add(column, ix, outlet);
        }
    }
    columns.truncate(COLUMNS);
    columns.into_iter().map(|(_, column)| column).collect()
}

fn add(column: &mut SheetColumn, ix: ArticleIx, outlet: Option<&str>) {
    column.articles.push(ix);
    if let Some(outlet) = outlet.filter(|outlet| !column.outlets.iter().any(|known| **known == **outlet)) {
        column.outlets.push(outlet.into());
    }
}

/// The headline of the first article that has one, else its first sentence with words deleted.
fn title(archive: &Archive, articles: &[ArticleIx]) -> String {
    let mut all = articles.iter().filter_map(|ix| archive.get(*ix));
    let headed = all.clone().find(|article| article.headline() != HeadlineOrigin::FirstSentence);
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    match headed {
        Some(article) => line(article.title()),
        None => all.next().map_or_else(String::new, |article| compressed(&line(article.title()), article.lang())),
    }
}

#[cfg(test)]
mod tests;
