//! Folding: the rows of a list in which near-copies stand under the one that stands for them, each counted.
//!
//! Pure over a list and the families of its archive; nothing is taken out of the list, whose rows alone are fewer. The list of articles
//! shows it; `origins` counts by it.

use std::collections::{BTreeSet, HashMap};

use crate::analysis::families::{Families, Family, Relation};
use crate::model::archive::ArticleIx;
use crate::query::results::filter::Match;

/// Which near-copies are folded under the one that stands for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CopyFolding {
    /// None.
    Off,
    /// Those with the same text, but for a word here and there.
    #[default]
    NearIdentical,
    /// Those that are shortened, extended or updated, too.
    Similar,
}

/// Which article stands for those that are folded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CopyLead {
    /// The one that was published first.
    #[default]
    First,
    /// The longest.
    Longest,
}

impl CopyFolding {
    /// The next way to fold, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Off => Self::NearIdentical,
            Self::NearIdentical => Self::Similar,
            Self::Similar => Self::Off,
        }
    }

    /// Whether what is `relation` to the leader of its family is folded.
    fn folds(self, relation: Relation) -> bool {
        match self {
            Self::Off => false,
            Self::NearIdentical => relation == Relation::Copy,
            Self::Similar => true,
        }
    }
}

/// How a row of the list stands to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowPlace {
    /// It stands for itself.
    Alone,
    /// So many copies of it are folded.
    Folded(u32),
    /// So many copies of it stand in the rows below.
    Opened(u32),
    /// It is a copy of the article that stands above.
    Under,
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListRow {
    /// The article.
    pub article: ArticleIx,
    /// How it stands to others.
    pub place: RowPlace,
}

/// A list with its copies folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoldedList {
    /// The rows.
    pub rows: Vec<ListRow>,
    /// How many texts the list holds: copies of every kind count once.
    pub origins: usize,
    /// The article whose row stands for each one that has copies in the list.
    heads: HashMap<ArticleIx, ArticleIx>,
}

impl FoldedList {
    /// Folds `matches` as `folding` says; `words` tells how long an article is, and `opened` holds the articles whose copies are
    /// shown.
    #[must_use]
    pub fn new(
        (matches, families): (&[Match], &Families),
        (folding, leading): (CopyFolding, CopyLead),
        opened: &BTreeSet<ArticleIx>,
        words: &impl Fn(ArticleIx) -> u32,
    ) -> Self {
        let mut listed: HashMap<ArticleIx, Vec<ArticleIx>> = HashMap::new();
        let mut origins = 0;
        for one in matches {
            match families.family_of(one.article).and_then(Family::leader) {
                Some(leader) => listed.entry(leader).or_default().push(one.article),
                None => origins += 1,
            }
        }
        origins += listed.len();
        let mut groups: HashMap<ArticleIx, Vec<ArticleIx>> = HashMap::new();
        let mut heads = HashMap::new();
        for group in listed.into_values().filter_map(|group| folded(families, &group, folding)) {
            let head = match leading {
                CopyLead::First => group.first().copied(),
                CopyLead::Longest => {
                    group.iter().copied().reduce(|one, other| if words(other) > words(one) { other } else { one })
                }
            };
            let Some(head) = head else { continue };
            heads.extend(group.iter().map(|article| (*article, head)));
            groups.insert(head, group);
        }
        let mut rows = Vec::with_capacity(matches.len());
        for article in matches.iter().map(|one| one.article) {
            match (heads.get(&article), groups.get(&article)) {
                (Some(_), Some(group)) => push(&mut rows, article, group, opened.contains(&article)),
                (Some(_), None) => {}
                (None, _) => rows.push(ListRow { article, place: RowPlace::Alone }),
            }
        }
        Self { rows, origins, heads }
    }

    /// The row of an article: its own, or that of the one it is folded under.
    #[must_use]
    pub fn row_of(&self, article: ArticleIx) -> Option<usize> {
        let own = |article| self.rows.iter().position(|row| row.article == article);
        own(article).or_else(|| own(*self.heads.get(&article)?))
    }

    /// The article that an article is folded under, or shown under; itself when others are under it.
    #[must_use]
    pub fn head_of(&self, article: ArticleIx) -> Option<ArticleIx> {
        self.heads.get(&article).copied()
    }

    /// The articles that are folded under `head`, or shown under it.
    pub fn under(&self, head: ArticleIx) -> impl Iterator<Item = ArticleIx> {
        self.heads.iter().filter(move |(article, of)| **of == head && **article != head).map(|(article, _)| *article)
    }
}

/// Those of `group`, all of one family, that are folded together, in the order of the family; `None` when there is nothing to fold.
fn folded(families: &Families, group: &[ArticleIx], folding: CopyFolding) -> Option<Vec<ArticleIx>> {
    let family = families.family_of(*group.first()?).filter(|_| group.len() > 1)?;
    let is_listed: BTreeSet<ArticleIx> = group.iter().copied().collect();
    let members = family.members.iter().filter(|member| is_listed.contains(&member.article) && folding.folds(member.relation));
    Some(members.map(|member| member.article).collect()).filter(|folded: &Vec<_>| folded.len() > 1)
}

fn push(rows: &mut Vec<ListRow>, head: ArticleIx, group: &[ArticleIx], is_open: bool) {
    let copies = u32::try_from(group.len() - 1).unwrap_or(u32::MAX);
    let place = if is_open { RowPlace::Opened(copies) } else { RowPlace::Folded(copies) };
    rows.push(ListRow { article: head, place });
    if is_open {
        let others = group.iter().copied().filter(|article| *article != head);
        rows.extend(others.map(|article| ListRow { article, place: RowPlace::Under }));
    }
}

/// The articles of an archive by the text they have, for counting each text once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins(HashMap<ArticleIx, ArticleIx>);

impl Origins {
    /// Those of `families`.
    #[must_use]
    pub fn of(families: &Families) -> Self {
        let members = families.all().iter().filter_map(|family| Some((family.leader()?, &family.members)));
        Self(members.flat_map(|(leader, members)| members.iter().map(move |member| (member.article, leader))).collect())
    }

    /// Of each text in `rows` the article that leads, as `is:lead` asks for it; where that is none of them, the first.
    #[must_use]
    pub fn once(&self, rows: &[ArticleIx]) -> Vec<ArticleIx> {
        let listed = rows.iter().filter_map(|article| Some((article, self.0.get(article)?)));
        let mut stands: HashMap<ArticleIx, ArticleIx> = HashMap::new();
        for (article, leader) in listed {
            let standing = stands.entry(*leader).or_insert(*article);
            if article == leader {
                *standing = *article;
            }
        }
        let is_counted =
            |article: &ArticleIx| self.0.get(article).and_then(|leader| stands.get(leader)).is_none_or(|one| one == article);
        rows.iter().copied().filter(is_counted).collect()
    }
}

#[cfg(test)]
mod tests;
