//! What somebody said of families by hand: that an article stands for itself, or has the text of another. What was found is not changed.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::families::catalog::Families;
use crate::analysis::families::family::Family;
use crate::analysis::families::gathering::family;
use crate::model::archive::{Archive, ArticleIx};

/// What was said of the text of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FamilyEdit {
    /// The article.
    pub article: ArticleIx,
    /// The article whose text it has; `None` when it stands for itself.
    pub with: Option<ArticleIx>,
}

/// Where an article belongs: to a family that was found, or to the article that others were joined with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Home {
    Found(ArticleIx),
    Own(ArticleIx),
}

impl Families {
    /// These families as `edits` leave them, in an order of edits that does not matter. Who joins an article goes where that one goes. Families
    /// that no edit touches stay as they were found; in the others each article is compared with its leader anew.
    #[must_use]
    pub fn edited(&self, archive: &Archive, edits: &[FamilyEdit]) -> Self {
        if edits.is_empty() {
            return self.clone();
        }
        let said: BTreeMap<ArticleIx, Option<ArticleIx>> = edits.iter().map(|edit| (edit.article, edit.with)).collect();
        let mut homes: BTreeMap<Home, BTreeSet<ArticleIx>> = BTreeMap::new();
        let mut touched: BTreeSet<ArticleIx> = BTreeSet::new();
        for article in said.keys() {
            touched.extend(self.family_of(*article).and_then(Family::leader));
            let home = self.home(*article, &said);
            if let Home::Found(leader) = home {
                touched.insert(leader);
            }
            let members = homes.entry(home).or_default();
            members.insert(*article);
            // The article that others are joined with, whatever became of it.
            if let Home::Own(own) = home {
                members.insert(own);
            }
        }
        for leader in &touched {
            let stay = self.family_of(*leader).into_iter().flat_map(|family| &family.members);
            let stay = stay.map(|member| member.article).filter(|article| !said.contains_key(article));
            homes.entry(Home::Found(*leader)).or_default().extend(stay);
        }
        let untouched = self.all().iter().filter(|family| family.leader().is_some_and(|leader| !touched.contains(&leader)));
        let mut families: Vec<Family> = untouched.cloned().collect();
        let group = |home: BTreeSet<ArticleIx>| home.into_iter().map(|article| article.0).collect::<Vec<_>>();
        families
            .extend(homes.into_values().map(group).filter(|group| group.len() > 1).map(|group| family(archive, group, false)));
        families.sort_by_key(Family::leader);
        Self::gathered(families, archive.len())
    }

    /// Where an article belongs by what was `said`.
    fn home(&self, article: ArticleIx, said: &BTreeMap<ArticleIx, Option<ArticleIx>>) -> Home {
        let (mut at, mut seen) = (article, BTreeSet::new());
        loop {
            // Two that were each joined with the other are together.
            if !seen.insert(at) {
                return Home::Own(seen.first().copied().unwrap_or(at));
            }
            match said.get(&at) {
                Some(Some(with)) => at = *with,
                Some(None) => return Home::Own(at),
                None => return self.family_of(at).and_then(Family::leader).map_or(Home::Own(at), Home::Found),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::FamilyEdit;
    use crate::analysis::families::{Families, Family, Member, Relation};
    use crate::model::archive::{Archive, ArticleIx};
    use crate::model::article::Article;
    use crate::text::span::Span;

    /// The families of seven articles, of which 0, 1, 2 and 4, 5 were found to be copies, with `edits` of article and text.
    fn edited(edits: &[(u32, Option<u32>)]) -> Vec<Vec<u32>> {
        let mut archive = Archive::default();
        archive.append_articles((0..7).map(|at| Article { body: format!("text {at}").into(), ..Article::default() }));
        let member = |at: &u32| Member {
            article: ArticleIx(*at),
            containment: 1.0,
            relation: Relation::Copy,
            run_words: 1,
            run: Span::default(),
        };
        let found = |group: &[u32]| Family { members: group.iter().map(member).collect() };
        let families = Families::gathered(vec![found(&[0, 1, 2]), found(&[4, 5])], 7);
        let edit = |(article, with): &(u32, Option<u32>)| FamilyEdit { article: ArticleIx(*article), with: with.map(ArticleIx) };
        let families = families.edited(&archive, &edits.iter().map(edit).collect::<Vec<_>>());
        let mut groups: Vec<Vec<u32>> =
            families.all().iter().map(|family| family.members.iter().map(|member| member.article.0).collect()).collect();
        for group in &mut groups {
            group.sort_unstable();
        }
        groups.sort();
        assert!(
            (0..7)
                .all(|at| families.copies(ArticleIx(at)) == groups.iter().find(|group| group.contains(&at)).map_or(1, Vec::len))
        );
        groups
    }

    #[test]
    fn what_was_said_by_hand_moves_articles_and_leaves_the_others() {
        assert_eq!(edited(&[]), [vec![0, 1, 2], vec![4, 5]]);
        assert_eq!(edited(&[(0, None)]), [vec![1, 2], vec![4, 5]], "the leader goes, the others stay together");
        assert_eq!(edited(&[(0, None), (1, None)]), [vec![4, 5]], "one alone is no family");
        assert_eq!(edited(&[(3, Some(1))]), [vec![0, 1, 2, 3], vec![4, 5]]);
        assert_eq!(edited(&[(3, Some(6))]), [vec![0, 1, 2], vec![3, 6], vec![4, 5]]);
        assert_eq!(edited(&[(1, Some(4))]), [vec![0, 2], vec![1, 4, 5]]);
        assert_eq!(edited(&[(3, Some(1)), (1, Some(4))]), [vec![0, 2], vec![1, 3, 4, 5]], "it goes where the other goes");
        assert_eq!(edited(&[(3, Some(1)), (1, None)]), [vec![0, 2], vec![1, 3], vec![4, 5]]);
        assert_eq!(edited(&[(3, Some(6)), (6, Some(3))]), [vec![0, 1, 2], vec![3, 6], vec![4, 5]]);
    }
}
