//! What is known of where annotations stand: the articles they belong to, and what is to be reviewed: those that are not where they were,
//! stars, read marks and corrected facts of articles that are not surely here, and notes of which two texts were written.
//!
//! Plain data; `examining` asks a worker and takes the answers in, `reviewing` acts on them.

use std::collections::{BTreeSet, HashMap, HashSet};

use ulid::Ulid;

use crate::model::archive::ArticleIx;
use crate::notes::anchor_check::{Examined, Finding, ReviewItem};
use crate::text::span::Span;

/// Annotations that are examined at once: so many are copied in a fraction of a frame.
const PORTION: usize = 8192;

/// So many are put in their places among the others one by one.
const FEW: usize = 64;

/// What is known of where annotations stand.
#[derive(Clone, Debug, Default)]
pub struct ReanchorState {
    /// What is to be reviewed: notes with several texts, then what has a place in question, in the order of the archive, then what has none.
    pub open: Vec<ReviewItem>,
    homes: HashMap<Ulid, ArticleIx>,
    findings: HashMap<ReviewItem, Finding>,
    /// The notes of which several texts were written, with how many ways there are to settle each.
    texts: HashMap<Ulid, usize>,
    /// The archives whose annotations are of interest here.
    archives: HashSet<String>,
    /// What the last answer found something amiss with.
    fresh: Vec<ReviewItem>,
    /// What was noted in other archives, whose articles are not here and are not missed.
    elsewhere: HashSet<ReviewItem>,
    pending: BTreeSet<ReviewItem>,
    /// What is being examined.
    asked: Vec<ReviewItem>,
    /// Parts of portions that broke off.
    suspects: Vec<Vec<ReviewItem>>,
    generation: u64,
}

impl ReanchorState {
    /// Forgets everything; all of `items` are to be examined.
    pub fn restart(&mut self, items: impl Iterator<Item = ReviewItem>) {
        *self = Self { pending: items.collect(), generation: self.generation + 1, ..Self::default() };
    }

    /// Takes note that something has changed about these.
    pub fn touch(&mut self, items: impl IntoIterator<Item = ReviewItem>) {
        let mut is_listed = false;
        for item in items {
            if let ReviewItem::Annotation(id) = &item {
                self.homes.remove(id);
            }
            is_listed |= self.findings.remove(&item).is_some();
            self.elsewhere.remove(&item);
            self.pending.insert(item);
        }
        if is_listed {
            self.open.retain(|item| is_kept(item, &self.findings, &self.texts));
        }
    }

    /// Takes note of the notes that have several texts, each with how many ways there are to settle it.
    pub fn set_texts(&mut self, texts: Vec<(Ulid, usize)>) {
        if texts.is_empty() && self.texts.is_empty() {
            return;
        }
        let items: Vec<ReviewItem> = texts.iter().map(|(id, _)| ReviewItem::Texts(*id)).collect();
        self.texts = texts.into_iter().collect();
        self.open.retain(|item| !matches!(item, ReviewItem::Texts(_)));
        self.open.splice(0..0, items);
    }

    /// How many places, or ways to settle the texts of a note, there are to choose from.
    #[must_use]
    pub fn options(&self, item: &ReviewItem) -> usize {
        match item {
            ReviewItem::Texts(id) => self.texts.get(id).copied().unwrap_or_default(),
            other => self.finding(other).map_or(0, |finding| finding.places.len()),
        }
    }

    /// What to examine next, and the number to answer under; `None` while some are being examined or none is left.
    pub fn take_portion(&mut self) -> Option<(u64, Vec<ReviewItem>)> {
        if self.is_under_way() {
            return None;
        }
        self.asked = self.suspects.pop().unwrap_or_else(|| {
            let first = self.pending.iter().nth(PORTION).cloned();
            let rest = first.map(|first| self.pending.split_off(&first)).unwrap_or_default();
            std::mem::replace(&mut self.pending, rest).into_iter().collect()
        });
        self.is_under_way().then(|| (self.generation, self.asked.clone()))
    }

    /// Takes note that the question under way broke off. Its annotations are asked for again in halves, which in the end leaves
    /// the one it broke off at; that one is not asked for again, and this says so.
    pub fn divide(&mut self) -> bool {
        let mut asked = std::mem::take(&mut self.asked);
        if asked.len() < 2 {
            return true;
        }
        let half = asked.split_off(asked.len() / 2);
        self.suspects.extend([half, asked]);
        false
    }

    fn is_under_way(&self) -> bool {
        !self.asked.is_empty()
    }

    /// Whether all there is has been examined.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        !self.is_under_way() && self.pending.is_empty() && self.suspects.is_empty()
    }

    /// Whether `generation` is the number of the question that is under way.
    #[must_use]
    pub fn awaits(&self, generation: u64) -> bool {
        self.is_under_way() && generation == self.generation
    }

    /// Takes an answer to the question under way in. What has changed meanwhile is asked again, and of findings whose article is
    /// nowhere those are kept that are missed here.
    pub fn take(&mut self, examined: Examined, is_missed: impl Fn(&Finding, &HashSet<String>) -> bool) {
        self.asked.clear();
        let is_settled = |item: &ReviewItem| !self.pending.contains(item);
        self.homes.extend(examined.homes.into_iter().filter(|(id, _)| is_settled(&ReviewItem::Annotation(*id))));
        let settled = examined.findings.into_iter().filter(|finding| is_settled(&finding.item));
        let (missed, others): (Vec<Finding>, Vec<Finding>) = settled.partition(|finding| is_missed(finding, &self.archives));
        self.fresh = missed.iter().map(|finding| finding.item.clone()).collect();
        self.findings.extend(missed.into_iter().map(|finding| (finding.item.clone(), finding)));
        self.elsewhere.extend(others.into_iter().map(|finding| finding.item));
    }

    /// Takes note that the annotations of these archives are of interest here; those that were left aside are examined again.
    pub fn welcome(&mut self, archives: impl IntoIterator<Item = String>) {
        let known = self.archives.len();
        self.archives.extend(archives);
        if self.archives.len() > known {
            self.pending.extend(self.elsewhere.drain());
        }
    }

    /// Whether an annotation is known to be of an article of another archive.
    #[must_use]
    pub fn is_elsewhere(&self, id: Ulid) -> bool {
        self.elsewhere.contains(&ReviewItem::Annotation(id))
    }

    /// Adds what the last answer found to what is to be reviewed, as far as it `is_open`.
    pub fn list(&mut self, is_open: impl Fn(&Finding) -> bool) {
        let fresh: Vec<ReviewItem> =
            std::mem::take(&mut self.fresh).into_iter().filter(|item| self.findings.get(item).is_some_and(&is_open)).collect();
        if fresh.len() > FEW {
            self.open.extend(fresh);
            self.open.sort_by_cached_key(|item| rank(&self.findings, item));
            return;
        }
        for item in fresh {
            let at = self.open.partition_point(|open| rank(&self.findings, open) < rank(&self.findings, &item));
            self.open.insert(at, item);
        }
    }

    /// All that is not where it was, whether it is to be reviewed or was left so, in no order.
    pub fn astray(&self) -> impl Iterator<Item = &ReviewItem> {
        self.findings.keys()
    }

    /// What is amiss with something; `None` when it is where it was, or not known yet.
    #[must_use]
    pub fn finding(&self, item: &ReviewItem) -> Option<&Finding> {
        self.findings.get(item)
    }

    /// What is amiss with the place of an annotation, likewise.
    #[must_use]
    pub fn finding_of(&self, id: Ulid) -> Option<&Finding> {
        self.finding(&ReviewItem::Annotation(id))
    }

    /// The article an annotation belongs to; `None` when to several or to none, or not known yet.
    #[must_use]
    pub fn home(&self, id: Ulid) -> Option<ArticleIx> {
        self.homes.get(&id).copied()
    }
}

/// Whether something still has to be reviewed.
fn is_kept(item: &ReviewItem, findings: &HashMap<ReviewItem, Finding>, texts: &HashMap<Ulid, usize>) -> bool {
    match item {
        ReviewItem::Texts(id) => texts.contains_key(id),
        other => findings.contains_key(other),
    }
}

/// What orders what is to be reviewed: texts, then by the first place, what has none last; then the order of making.
fn rank(findings: &HashMap<ReviewItem, Finding>, item: &ReviewItem) -> (u8, Option<(ArticleIx, Option<Span>)>, ReviewItem) {
    let first = findings.get(item).and_then(|finding| finding.places.first()).map(|place| (place.article, place.span));
    let kind = match (item, first) {
        (ReviewItem::Texts(_), _) => 0,
        (_, Some(_)) => 1,
        (_, None) => 2,
    };
    (kind, first, item.clone())
}

#[cfg(test)]
mod tests {
    use super::ReanchorState;
    use crate::model::anchor::AnchorState;
    use crate::notes::anchor_check::{Examined, Finding, ReviewItem};
    use crate::notes::anchoring::article_match::Belonging;
    use std::collections::HashSet;
    use ulid::Ulid;

    fn item(id: Ulid) -> ReviewItem {
        ReviewItem::Annotation(id)
    }

    fn lost(item: &ReviewItem) -> Examined {
        let finding =
            Finding { item: item.clone(), state: AnchorState::Orphan, belonging: Belonging::Nowhere, places: Vec::new() };
        Examined { findings: vec![finding], ..Examined::default() }
    }

    #[test]
    fn what_changes_while_it_is_examined_is_examined_again() {
        let id = item(Ulid::from_parts(1, 0));
        let mut astray = ReanchorState::default();
        astray.restart(std::iter::once(id.clone()));
        let (generation, ids) = astray.take_portion().unwrap();
        assert_eq!(ids, std::slice::from_ref(&id));
        astray.touch([id.clone()]);
        assert!(astray.take_portion().is_none(), "one at a time");
        assert!(astray.awaits(generation));
        astray.take(lost(&id), |_, _| true);
        assert!(astray.finding(&id).is_none(), "an answer that is overtaken");
        let (generation, _) = astray.take_portion().unwrap();
        astray.take(lost(&id), |_, _| true);
        assert!(astray.finding(&id).is_some() && !astray.awaits(generation));
        astray.restart(std::iter::once(id.clone()));
        assert!(!astray.awaits(generation) && astray.finding(&id).is_none(), "of another archive");
    }

    #[test]
    fn one_annotation_that_breaks_a_portion_off_keeps_no_other_from_being_examined() {
        let ids: Vec<ReviewItem> = (0..20).map(|at| item(Ulid::from_parts(1, at))).collect();
        let bad = ids[13].clone();
        let mut astray = ReanchorState::default();
        astray.restart(ids.iter().cloned());
        let mut given_up = 0;
        while let Some((_, portion)) = astray.take_portion() {
            assert!(!astray.is_settled());
            if portion.contains(&bad) {
                given_up += usize::from(astray.divide());
            } else {
                let findings = portion.iter().flat_map(|id| lost(id).findings).collect();
                astray.take(Examined { findings, ..Examined::default() }, |_, _| true);
            }
        }
        let found: Vec<&ReviewItem> = ids.iter().filter(|id| astray.finding(id).is_some()).collect();
        assert_eq!((found.len(), given_up), (19, 1));
        assert!(astray.is_settled() && astray.finding(&bad).is_none());
    }

    #[test]
    fn what_is_not_missed_here_is_left_aside_until_its_archive_turns_out_to_be_this_one() {
        let id = item(Ulid::from_parts(1, 0));
        let mut astray = ReanchorState::default();
        astray.restart(std::iter::once(id.clone()));
        let is_missed = |_: &Finding, archives: &HashSet<String>| archives.contains("press");
        astray.take_portion().unwrap();
        astray.take(lost(&id), is_missed);
        assert!(astray.finding(&id).is_none() && astray.is_settled());
        astray.welcome(["press".to_owned()]);
        astray.take_portion().unwrap();
        astray.take(lost(&id), is_missed);
        assert!(astray.finding(&id).is_some());
    }
}
