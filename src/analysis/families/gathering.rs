//! The gathering of families: each text, the longest first, joins the longest one that it is a near-copy of, or leads from then on.
//!
//! What is compared is bounded: a few leaders whose sketches share most with it.

use std::cmp::Reverse;
use std::collections::HashMap;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::analysis::families::family::{Family, Member, Relation};
use crate::analysis::families::overlap::{ComparedText, share};
use crate::analysis::families::sketch::Sketches;
use crate::analysis::families::verdict::{ComparedSide, are_copies};
use crate::analysis::families::words::Words;
use crate::analysis::names::Numbered;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::HeadlineOrigin;
use crate::model::segment::ArticleRef;

/// Leaders that one text is compared with at most.
const COMPARED: usize = 4;
/// Leaders that are remembered for one shingle at most.
const REMEMBERED: usize = 32;
/// Share of a sketch that must stand in a leader's for a comparison: much less than copies have, since words are changed and texts cut.
const ALIKE: f32 = 0.1;
/// Texts of leaders that are held as they are compared: an archive asks for the same few again and again.
const HELD: usize = 512;

/// Which texts are gathered around which.
#[derive(Debug, Default)]
pub(super) struct TextGroups {
    /// The fullest text with the others, itself not included.
    around: HashMap<u32, Vec<u32>>,
}

/// The leaders so far, by shingle; each by its rank among all texts, so that the order they were loaded in does not tell.
#[derive(Default)]
struct Leaders {
    by_shingle: Numbered<Vec<u32>>,
    /// How many shingles of the text at hand each leader has.
    tally: Numbered<usize>,
}

/// The texts of leaders that were compared last.
#[derive(Default)]
struct LeaderTexts(HashMap<u32, Option<ComparedText>>);

impl LeaderTexts {
    fn get(&mut self, archive: &Archive, at: u32) -> Option<&ComparedText> {
        if self.0.len() >= HELD && !self.0.contains_key(&at) {
            self.0.clear();
        }
        let read = || archive.get(ArticleIx(at)).map(|article| ComparedText::new(Words::of(article)));
        self.0.entry(at).or_insert_with(read).as_ref()
    }
}

impl TextGroups {
    /// Gathers the texts of `archive`.
    pub fn of(archive: &Archive) -> Self {
        let sketches = Sketches::of(archive);
        let (mut leaders, mut texts, mut groups) = (Leaders::default(), LeaderTexts::default(), Self::default());
        let order = longest_first(archive, &sketches);
        for (rank, at) in (0..).zip(&order) {
            let sketch = sketches.get(*at as usize);
            let ranks = leaders.likely(sketch, sketches.taken(*at as usize));
            let likely: Vec<u32> = ranks.into_iter().filter_map(|rank| order.get(rank as usize).copied()).collect();
            match joined(archive, &sketches, (*at, &likely), &mut texts) {
                Some(leader) => groups.around.entry(leader).or_default().push(*at),
                None => leaders.take_in(sketch, rank),
            }
        }
        groups
    }

    /// The families, each with its leader and what the others are to it.
    pub fn families(self, archive: &Archive) -> Vec<Family> {
        let groups: Vec<Vec<u32>> = self.around.into_iter().map(|(fullest, others)| [vec![fullest], others].concat()).collect();
        groups.into_par_iter().map(|group| family(archive, group)).collect()
    }
}

impl Leaders {
    /// The leaders that share most with `sketch`, which was of `taken` shingles; the longest first of those that share as much.
    fn likely(&mut self, sketch: &[u32], taken: usize) -> Vec<u32> {
        self.tally.clear();
        for value in sketch {
            // What so many texts have is what sites print everywhere.
            let known = self.by_shingle.get(value).filter(|known| known.len() < REMEMBERED);
            for leader in known.into_iter().flatten() {
                *self.tally.entry(*leader).or_default() += 1;
            }
        }
        let mut likely: Vec<(usize, u32)> = self.tally.iter().map(|(leader, count)| (*count, *leader)).collect();
        likely.retain(|(count, _)| share(*count, taken) >= ALIKE);
        likely.sort_unstable_by_key(|(count, leader)| (Reverse(*count), *leader));
        likely.truncate(COMPARED);
        likely.into_iter().map(|(_, leader)| leader).collect()
    }

    fn take_in(&mut self, sketch: &[u32], rank: u32) {
        for value in sketch {
            let known = self.by_shingle.entry(*value).or_default();
            if known.len() < REMEMBERED {
                known.push(rank);
            }
        }
    }
}

/// The articles that share anything with others by length, those of one length by their bytes, so that no other order tells.
fn longest_first(archive: &Archive, sketches: &Sketches) -> Vec<u32> {
    let mut order: Vec<(Reverse<u32>, [u8; 32], u32, u32)> = Vec::with_capacity(archive.len());
    for (ix, article) in archive.iter() {
        let words = sketches.lengths.get(ix.0 as usize).copied().unwrap_or_default();
        if !sketches.get(ix.0 as usize).is_empty() {
            order.push((Reverse(words), article.sha256(), article.copy(), ix.0));
        }
    }
    order.sort_unstable();
    order.into_iter().map(|(.., at)| at).collect()
}

/// The first of the `likely` leaders that the text at `at` is a near-copy of.
fn joined(archive: &Archive, sketches: &Sketches, (at, likely): (u32, &[u32]), texts: &mut LeaderTexts) -> Option<u32> {
    if likely.is_empty() {
        return None;
    }
    let article = archive.get(ArticleIx(at))?;
    let own = ComparedText::new(Words::of(article));
    let shorter = ComparedSide { text: &own, headline: headline(article) };
    likely.iter().copied().find(|leader| {
        let headline = archive.get(ArticleIx(*leader)).and_then(headline);
        texts
            .get(archive, *leader)
            .is_some_and(|text| are_copies(shorter, ComparedSide { text, headline }, &|line| sketches.is_common(line)))
    })
}

/// The headline, where it is no part of the text.
fn headline(article: ArticleRef<'_>) -> Option<&str> {
    (article.headline() != HeadlineOrigin::FirstSentence).then(|| article.title())
}

/// The family of the articles at `group`.
fn family(archive: &Archive, group: Vec<u32>) -> Family {
    let mut texts: Vec<(ArticleRef<'_>, ArticleIx, ComparedText)> = group
        .into_iter()
        .map(ArticleIx)
        .filter_map(|ix| archive.get(ix).map(|article| (article, ix, ComparedText::new(Words::of(article)))))
        .collect();
    texts.sort_by_cached_key(|(article, _, text)| {
        let date = article.date().sort_key();
        (date.is_none(), date, Reverse(text.words.hashes.len()), article.sha256(), article.copy())
    });
    let mut members = Vec::with_capacity(texts.len());
    if let Some((_, _, leader)) = texts.first() {
        members.extend(texts.iter().map(|(article, ix, text)| member((*article, *ix), text, leader)));
    }
    Family { members }
}

fn member((article, ix): (ArticleRef<'_>, ArticleIx), text: &ComparedText, leader: &ComparedText) -> Member {
    let (here, there) = (text.shared_with(leader), leader.shared_with(text));
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
