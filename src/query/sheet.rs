//! The event sheet: what each paper says of one event, a column for each, in order of publication. Copies of one text share a column.
//!
//! A row is one fact: a day, a place, somebody who takes part, something counted, a statement, or a sentence that several papers have in
//! their own words. Pure over an archive; `liseuse sheet` and the reading room ask, `export::sheet` writes it out.

mod aligned;
mod facts;
mod marks;

use std::collections::BTreeMap;

use crate::analysis::actors::Gazetteer;
use crate::analysis::analyse;
use crate::analysis::families::Families;
use crate::analysis::labels::compressed;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::{Article, HeadlineOrigin};
use crate::model::date::Interval;
use crate::query::sheet::aligned::aligned;
use crate::query::sheet::facts::facts;
use crate::query::sheet::marks::marked;
use crate::text::span::Span;

/// Columns of a sheet at most; who has more papers on one event narrows the archive down.
const COLUMNS: usize = 24;
/// Articles of one column that are read.
const READ: usize = 8;
/// Rows of a section at most, those that most columns have first.
const ROWS: usize = 40;

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SheetSection {
    /// A day that is told.
    When,
    /// A place or a state.
    Where,
    /// A person, a party, a body.
    Who,
    /// What is counted.
    Figures,
    /// What somebody is quoted with.
    Statements,
    /// What each says in its own words.
    OwnWords,
}

impl SheetSection {
    /// All, in order.
    pub const ALL: [Self; 6] = [Self::When, Self::Where, Self::Who, Self::Figures, Self::Statements, Self::OwnWords];

    /// Its name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::When => "when",
            Self::Where => "where",
            Self::Who => "who",
            Self::Figures => "figures",
            Self::Statements => "statements",
            Self::OwnWords => "own-words",
        }
    }

    /// Its heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::When => "When",
            Self::Where => "Where",
            Self::Who => "Who",
            Self::Figures => "Figures",
            Self::Statements => "Statements",
            Self::OwnWords => "In their own words",
        }
    }
}

/// What is to be noticed of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellMark {
    /// Nothing.
    Plain,
    /// No other column has it.
    OnlyHere,
    /// It was published here before the other columns that have it.
    FirstHere,
    /// Others published it on the same day, or a day is missing: who was first is not known.
    Unknown,
}

impl CellMark {
    /// Its words; empty for nothing.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::OnlyHere => "only here",
            Self::FirstHere => "first here",
            Self::Unknown => "unknown",
        }
    }
}

/// What one column has of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetCell {
    /// Its words, on one line.
    pub text: String,
    /// The article they stand in.
    pub article: ArticleIx,
    /// Where, in its body.
    pub span: Span,
    /// What is to be noticed.
    pub mark: CellMark,
}

/// A fact, with what each column has of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// What it is about.
    pub section: SheetSection,
    /// Its name; empty for sentences.
    pub label: String,
    /// A cell for each column, in their order; `None` where a column has nothing of it.
    pub cells: Vec<Option<SheetCell>>,
}

/// A paper, or all that print one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetColumn {
    /// The outlets, the first to publish first; none where it is not known.
    pub outlets: Vec<Box<str>>,
    /// The articles, likewise.
    pub articles: Vec<ArticleIx>,
    /// The days on which the first of them may have been published.
    pub published: Option<Interval>,
}

impl SheetColumn {
    /// The outlets in words.
    #[must_use]
    pub fn title(&self) -> String {
        if self.outlets.is_empty() { "outlet unknown".to_owned() } else { self.outlets.join(", ") }
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

impl EventSheet {
    /// The sheet of `articles`, which tell one event.
    #[must_use]
    pub fn of((archive, gazetteer): (&Archive, &Gazetteer), articles: &[ArticleIx], families: &Families) -> Self {
        let columns = columns(archive, articles, families);
        let read: Vec<Vec<(ArticleIx, Article)>> = columns
            .iter()
            .map(|column| column.articles.iter().take(READ).filter_map(|ix| study(archive, gazetteer, *ix)).collect())
            .collect();
        let mut rows = facts(&read, archive.actors());
        rows.extend(aligned(&read));
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
        Self { title: title(archive, articles), columns, rows }
    }
}

fn study(archive: &Archive, gazetteer: &Gazetteer, ix: ArticleIx) -> Option<(ArticleIx, Article)> {
    let mut article = archive.get(ix)?.unpack();
    analyse(&mut article, gazetteer);
    Some((ix, article))
}

/// The columns of `articles`: near-copies together, else those of one outlet.
fn columns(archive: &Archive, articles: &[ArticleIx], families: &Families) -> Vec<SheetColumn> {
    let order = |ix: ArticleIx| archive.get(ix).map(|article| (article.date().sort_key().is_none(), article.date().sort_key()));
    let mut sorted: Vec<ArticleIx> = articles.to_vec();
    sorted.sort_by_key(|ix| (order(*ix), *ix));
    sorted.dedup();
    let family = |ix: ArticleIx| {
        let leader = families.family_of(ix)?.leader()?;
        let others = families.family_of(ix)?.members.iter().filter(|member| member.article != ix);
        others.clone().any(|member| sorted.contains(&member.article)).then_some(leader)
    };
    let mut columns: Vec<(Option<ArticleIx>, SheetColumn)> = Vec::new();
    for ix in sorted.iter().copied() {
        let Some(article) = archive.get(ix) else { continue };
        let (text, outlet) = (family(ix), article.source());
        let same = |(known, column): &(Option<ArticleIx>, SheetColumn)| match text {
            Some(_) => *known == text,
            None => {
                known.is_none() && outlet.is_some_and(|outlet| column.outlets.first().is_some_and(|first| **first == *outlet))
            }
        };
        let at = columns.iter().position(same).unwrap_or(columns.len());
        if at == columns.len() {
            columns.push((text, SheetColumn { published: article.date().interval(), ..SheetColumn::default() }));
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
