//! The gathering of families: each text, the longest first, joins the leader that it is most surely a near-copy of, or leads from then on. One that is
//! tied weakly leads as well, for those that are rather copies of it than of its leader; where there are any, it goes with them.
//!
//! What is compared is bounded: a few leaders whose sketches share most with it.

use std::cmp::Reverse;
use std::collections::HashMap;

use rayon::iter::{IntoParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};

use crate::analysis::families::comparison::{LeaderComparison, LentRoom, Rooms, WEAK};
use crate::analysis::families::family::{Family, Member, Relation};
use crate::analysis::families::leaders::Leaders;
use crate::analysis::families::overlap::{ComparedText, Coverage, Overlap, share};
use crate::analysis::families::sketch::Sketches;
use crate::analysis::families::verdict::CONTAINED;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::segment::ArticleRef;

/// Texts that are compared at a time with the leaders before all of them; what changes with a leader among them is found out again, by one core alone.
const TOGETHER: usize = 128;

/// Which texts are gathered around which.
#[derive(Debug, Default)]
pub(super) struct TextGroups {
    /// The fullest text with the others, itself not included.
    around: HashMap<u32, Vec<u32>>,
}

impl TextGroups {
    /// Gathers the texts of `archive`, on all cores. What comes out is what one text after the other gives.
    pub fn of(archive: &Archive) -> Self {
        let sketches = Sketches::of(archive);
        let order = longest_first(archive, &sketches);
        let comparison = LeaderComparison::new(archive, &sketches, &order);
        let mut leaders = Leaders::new(&sketches.passages);
        let (rooms, mut ties) = (Rooms::default(), Vec::new());
        let ranks: Vec<u32> = (0..).take(order.len()).collect();
        for together in ranks.chunks(TOGETHER) {
            let looked = |lent: &mut LentRoom<'_>, rank: &u32| comparison.look(*rank, &leaders, &mut lent.room);
            let looked: Vec<_> = together.par_iter().map_init(|| rooms.lend(), looked).collect();
            let mut lent = rooms.lend();
            for (rank, looked) in together.iter().zip(looked) {
                let tie = comparison.settle(*rank, &looked, &leaders, &mut lent.room);
                if tie.is_none_or(|tie| tie.strength < WEAK) {
                    leaders.take_in(comparison.sketch(*rank), *rank);
                }
                ties.extend(tie.map(|tie| (*rank, tie.leader)));
            }
            leaders.forget_changes();
        }
        Self::of_ties(&ties, |rank| comparison.text(rank))
    }

    /// The groups of texts that are tied to a leader each, both by their ranks, in order of the first. One that others go with goes with nobody.
    fn of_ties(ties: &[(u32, u32)], text: impl Fn(u32) -> u32) -> Self {
        let mut groups = Self::default();
        // Who is tied to a text comes behind it.
        for (rank, leader) in ties.iter().rev() {
            if !groups.around.contains_key(&text(*rank)) {
                groups.around.entry(text(*leader)).or_default().push(text(*rank));
            }
        }
        groups
    }

    /// The families, each with its leader and what the others are to it.
    pub fn families(self, archive: &Archive) -> Vec<Family> {
        let groups: Vec<Vec<u32>> = self.around.into_iter().map(|(fullest, others)| [vec![fullest], others].concat()).collect();
        groups.into_par_iter().map(|group| family(archive, group, true)).collect()
    }
}

/// The articles that share anything with others by length, those of one length by their bytes, so that no other order tells.
fn longest_first(archive: &Archive, sketches: &Sketches) -> Vec<u32> {
    let mut order: Vec<(Reverse<u32>, [u8; 32], u32, u32)> = Vec::with_capacity(archive.len());
    for (ix, article) in archive.iter() {
        if !sketches.get(ix.0 as usize).is_empty() {
            order.push((Reverse(sketches.words(ix.0 as usize)), article.sha256(), article.copy(), ix.0));
        }
    }
    order.sort_unstable();
    order.into_iter().map(|(.., at)| at).collect()
}

/// The family of the articles at `group`, the fullest first: around the one published first. Where they were `found` to be copies, it is around the first that
/// holds half of each of them, as the fullest surely does.
pub(super) fn family(archive: &Archive, group: Vec<u32>, found: bool) -> Family {
    let fullest = group.first().copied().map(ArticleIx);
    let mut texts: Vec<(ArticleRef<'_>, ArticleIx, ComparedText)> = group
        .into_iter()
        .map(ArticleIx)
        .filter_map(|ix| archive.get(ix).map(|article| (article, ix, ComparedText::of(article))))
        .collect();
    texts.sort_by_cached_key(|(article, _, text)| {
        (article.date().precedence(), Reverse(text.words.hashes.len()), article.sha256(), article.copy())
    });
    let order: Vec<usize> = (0..texts.len()).collect();
    for at in order {
        if let Some((_, _, leader)) = texts.get_mut(at) {
            leader.index();
        }
        let members = around(&texts, at);
        let holds_all = members.iter().all(|member| member.containment >= CONTAINED);
        if holds_all || !found || texts.get(at).is_some_and(|(_, ix, _)| Some(*ix) == fullest) {
            return Family { members };
        }
    }
    Family { members: Vec::new() }
}

/// The members of a family of `texts` that the one at `at`, which is indexed, leads; the others in their order.
fn around(texts: &[(ArticleRef<'_>, ArticleIx, ComparedText)], at: usize) -> Vec<Member> {
    let Some((_, first, leader)) = texts.get(at) else { return Vec::new() };
    let others = texts.iter().filter(|(_, ix, _)| ix != first);
    let members = texts.get(at).into_iter().chain(others).map(|(article, ix, text)| {
        // What the leader has of itself need not be looked for.
        let overlap = (ix != first).then(|| Overlap::of(leader, text));
        let (here, there) = match &overlap {
            Some(overlap) => (overlap.there(), overlap.here()),
            None => (Coverage::whole(text.words.hashes.len()), Coverage::whole(text.words.hashes.len())),
        };
        member((*article, *ix), (text, &here), (leader, &there))
    });
    members.collect()
}

/// What an article is to its leader: how much of the one is in the other.
fn member(
    (article, ix): (ArticleRef<'_>, ArticleIx),
    (text, here): (&ComparedText, &Coverage),
    (leader, there): (&ComparedText, &Coverage),
) -> Member {
    let (own, of_leader) = (text.words.hashes.len(), leader.words.hashes.len());
    let containment = if own <= of_leader { here.share() } else { there.share() };
    let (first, after) = here.longest_run();
    Member {
        article: ix,
        containment,
        relation: relation(share(own, of_leader), here.share(), there.share()),
        run_words: u32::try_from(after - first).unwrap_or(u32::MAX),
        run: text.words.span(article, first, after),
    }
}

/// What a text is to a leader with `length` times fewer words; how much of it stands in the leader, and the other way round.
fn relation(length: f32, here: f32, there: f32) -> Relation {
    match () {
        () if here >= 0.9 && there >= 0.9 => Relation::Copy,
        () if length <= 0.9 && here >= 0.75 => Relation::Shortened,
        () if length >= 1.1 && there >= 0.75 => Relation::Extended,
        () => Relation::Updated,
    }
}
