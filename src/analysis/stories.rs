//! Stories: articles that report one event, in one paper or many.
//!
//! Articles are alike by their rare words, names, told days and figures; groups of articles a week apart at most grow as long as their
//! centres are alike, and are joined across weeks only where they share several rare names. Near-copies are of one story. Pure over the archive;
//! `query` and the command line ask, each when somebody wants to know.

mod days;
mod features;
mod linking;
mod pairs;
mod reunion;
mod vectors;

use std::collections::{HashMap, HashSet};

use crate::analysis::families::Families;
use crate::analysis::stories::days::published;
use crate::analysis::stories::linking::linked;
use crate::analysis::stories::pairs::pairs;
use crate::analysis::stories::reunion::reunited;
use crate::analysis::stories::vectors::Vectors;
use crate::model::archive::{Archive, ArticleIx};

/// Articles that report one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// Its articles by day of publication, those without a day last.
    pub articles: Vec<ArticleIx>,
}

/// The stories of an archive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stories {
    stories: Vec<Story>,
    /// The story of each article of the archive.
    places: Vec<u32>,
}

impl Stories {
    /// The stories of `archive`, whose near-copies are `families`, by the day of their first article. An article that nothing else reports
    /// with is a story of its own.
    #[must_use]
    pub fn of(archive: &Archive, families: &Families) -> Self {
        let vectors = Vectors::of(archive, families);
        let groups = reunited(&vectors, with_copies(linked(&vectors.short(), pairs(&vectors)), families));
        let mut stories: Vec<Story> = groups.into_iter().map(|group| story(archive, &group)).collect();
        let key = |story: &Story| story.articles.first().map(|ix| order(archive, *ix));
        stories.sort_by_cached_key(key);
        Self::gathered(stories, archive.len())
    }

    /// Those that were found in an archive of so many articles, in their order.
    #[must_use]
    pub(crate) fn gathered(stories: Vec<Story>, articles: usize) -> Self {
        let mut places = vec![0; articles];
        for (place, story) in (0..).zip(&stories) {
            for ix in &story.articles {
                if let Some(slot) = places.get_mut(ix.0 as usize) {
                    *slot = place;
                }
            }
        }
        Self { stories, places }
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Story] {
        &self.stories
    }

    /// The story of an article; `None` for one of another archive.
    #[must_use]
    pub fn story_of(&self, article: ArticleIx) -> Option<&Story> {
        self.stories.get(*self.places.get(article.0 as usize)? as usize)
    }
}

/// `groups` with the near-copies of each of their articles in the same group, whatever their days.
fn with_copies(mut groups: Vec<Vec<u32>>, families: &Families) -> Vec<Vec<u32>> {
    let mut copies: HashMap<u32, Vec<u32>> = HashMap::new();
    let mut led: HashSet<u32> = HashSet::new();
    for family in families.all() {
        let mut members = family.members.iter().map(|member| member.article.0);
        let Some(leader) = members.next() else { continue };
        let others = copies.entry(leader).or_default();
        others.extend(members);
        led.extend(others.iter());
    }
    // Only those that lead are in groups with others.
    groups.retain(|group| !group.iter().all(|article| led.contains(article)));
    for group in &mut groups {
        let others: Vec<u32> = group.iter().filter_map(|article| copies.remove(article)).flatten().collect();
        group.extend(others);
    }
    groups
}

fn story(archive: &Archive, group: &[u32]) -> Story {
    let mut articles: Vec<ArticleIx> = group.iter().copied().map(ArticleIx).collect();
    articles.sort_by_cached_key(|ix| order(archive, *ix));
    Story { articles }
}

/// What articles are put in order by: the day, those without one last, then what no order of files changes.
fn order(archive: &Archive, ix: ArticleIx) -> (bool, i32, [u8; 32], u32) {
    let day = published(archive, ix);
    let article = archive.get(ix);
    let (bytes, copy) = article.map_or_else(Default::default, |article| (article.sha256(), article.copy()));
    (day.is_none(), day.unwrap_or_default(), bytes, copy)
}

#[cfg(test)]
mod tests;
