//! The rows of families and stories: of those that one of the wanted articles belongs to, with all their articles.

use std::collections::HashSet;

use crate::cli::export_facts::OpenTable;
use crate::cli::export_facts::cell::Cell;
use crate::cli::record::rounded;
use crate::cli::setup::Loaded;
use crate::model::archive::ArticleIx;

fn id(loaded: &Loaded, ix: Option<ArticleIx>) -> Cell<'static> {
    Cell::words(ix.and_then(|ix| loaded.archive.get(ix)).map(|article| article.id().to_string()))
}

/// Writes the rows of the families.
pub(super) fn families(loaded: &Loaded, table: &mut OpenTable) -> anyhow::Result<()> {
    let wanted: HashSet<ArticleIx> = loaded.rows.iter().copied().collect();
    for family in loaded.index.families().all() {
        if !family.members.iter().any(|member| wanted.contains(&member.article)) {
            continue;
        }
        *table.groups.get_or_insert(0) += 1;
        for member in &family.members {
            let leads = family.leader() == Some(member.article);
            table.row(&[
                id(loaded, family.leader()),
                id(loaded, Some(member.article)),
                Cell::Boolean(leads),
                Cell::words(Some(member.relation.name()).filter(|_| !leads)),
                Cell::Number(rounded(member.containment)),
            ])?;
        }
    }
    Ok(())
}

/// Writes the rows of the stories.
pub(super) fn stories(loaded: &Loaded, table: &mut OpenTable) -> anyhow::Result<()> {
    let wanted: HashSet<ArticleIx> = loaded.rows.iter().copied().collect();
    for story in loaded.index.stories().all() {
        if !story.articles.iter().any(|ix| wanted.contains(ix)) {
            continue;
        }
        *table.groups.get_or_insert(0) += 1;
        for (place, ix) in (1..).zip(&story.articles) {
            table.row(&[
                id(loaded, story.articles.first().copied()),
                id(loaded, Some(*ix)),
                Cell::count(place),
                Cell::count(story.articles.len()),
            ])?;
        }
    }
    Ok(())
}
