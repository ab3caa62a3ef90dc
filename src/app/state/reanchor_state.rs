//! What is known of where annotations stand: the articles they belong to, and those that are not where they were, which a person
//! is asked to review.
//!
//! Plain data; `examining` asks a worker and takes the answers in, `reviewing` acts on them.

use std::collections::{BTreeSet, HashMap, HashSet};

use ulid::Ulid;

use crate::model::archive::ArticleIx;
use crate::notes::anchor_check::{Examined, Finding};
use crate::text::span::Span;

/// Annotations that are examined at once: so many are copied in a fraction of a frame.
const PORTION: usize = 8192;

/// So many are put in their places among the others one by one.
const FEW: usize = 64;

/// What is known of where annotations stand.
#[derive(Clone, Debug, Default)]
pub struct ReanchorState {
    /// The annotations to be reviewed, in the order of the archive; those without a place last.
    pub open: Vec<Ulid>,
    homes: HashMap<Ulid, ArticleIx>,
    findings: HashMap<Ulid, Finding>,
    /// The archives whose annotations are of interest here.
    archives: HashSet<String>,
    /// The annotations that the last answer found something amiss with.
    fresh: Vec<Ulid>,
    /// Annotations of other archives, whose articles are not here and are not missed.
    elsewhere: Vec<Ulid>,
    pending: BTreeSet<Ulid>,
    /// The annotations that are being examined.
    asked: Vec<Ulid>,
    /// Parts of portions that broke off.
    suspects: Vec<Vec<Ulid>>,
    generation: u64,
}

impl ReanchorState {
    /// Forgets everything; all of `ids` are to be examined.
    pub fn restart(&mut self, ids: impl Iterator<Item = Ulid>) {
        *self = Self { pending: ids.collect(), generation: self.generation + 1, ..Self::default() };
    }

    /// Takes note that something has changed about these annotations.
    pub fn touch(&mut self, ids: impl IntoIterator<Item = Ulid>) {
        let mut is_listed = false;
        for id in ids {
            self.pending.insert(id);
            self.homes.remove(&id);
            is_listed |= self.findings.remove(&id).is_some();
        }
        if is_listed {
            self.open.retain(|id| self.findings.contains_key(id));
        }
    }

    /// The annotations to examine next, and the number to answer under; `None` while some are being examined or none is left.
    pub fn take_portion(&mut self) -> Option<(u64, Vec<Ulid>)> {
        if self.is_under_way() {
            return None;
        }
        self.asked = self.suspects.pop().unwrap_or_else(|| {
            let first = self.pending.iter().nth(PORTION).copied();
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
        let is_settled = |id: &Ulid| !self.pending.contains(id);
        self.homes.extend(examined.homes.into_iter().filter(|(id, _)| is_settled(id)));
        let settled = examined.findings.into_iter().filter(|finding| is_settled(&finding.annotation));
        let (missed, others): (Vec<Finding>, Vec<Finding>) = settled.partition(|finding| is_missed(finding, &self.archives));
        self.fresh = missed.iter().map(|finding| finding.annotation).collect();
        self.findings.extend(missed.into_iter().map(|finding| (finding.annotation, finding)));
        self.elsewhere.extend(others.iter().map(|finding| finding.annotation));
    }

    /// Takes note that the annotations of these archives are of interest here; those that were left aside are examined again.
    pub fn welcome(&mut self, archives: impl IntoIterator<Item = String>) {
        let known = self.archives.len();
        self.archives.extend(archives);
        if self.archives.len() > known {
            self.pending.extend(self.elsewhere.drain(..));
        }
    }

    /// Adds what the last answer found to what is to be reviewed, as far as it `is_open`.
    pub fn list(&mut self, is_open: impl Fn(Ulid) -> bool) {
        let fresh: Vec<Ulid> = std::mem::take(&mut self.fresh).into_iter().filter(|id| is_open(*id)).collect();
        if fresh.len() > FEW {
            self.open.extend(fresh);
            self.open.sort_by_key(|id| rank(&self.findings, *id));
            return;
        }
        for id in fresh {
            let at = self.open.partition_point(|open| rank(&self.findings, *open) < rank(&self.findings, id));
            self.open.insert(at, id);
        }
    }

    /// What is amiss with an annotation; `None` when it is where it was, or not known yet.
    #[must_use]
    pub fn finding(&self, id: Ulid) -> Option<&Finding> {
        self.findings.get(&id)
    }

    /// The article an annotation belongs to; `None` when to several or to none, or not known yet.
    #[must_use]
    pub fn home(&self, id: Ulid) -> Option<ArticleIx> {
        self.homes.get(&id).copied()
    }
}

/// What orders the annotations to be reviewed: the first place, those without one last, then the order of making.
fn rank(findings: &HashMap<Ulid, Finding>, id: Ulid) -> (bool, Option<(ArticleIx, Option<Span>)>, Ulid) {
    let first = findings.get(&id).and_then(|finding| finding.places.first()).map(|place| (place.article, place.span));
    (first.is_none(), first, id)
}

#[cfg(test)]
mod tests {
    use super::ReanchorState;
    use crate::model::anchor::AnchorState;
    use crate::notes::anchor_check::{Examined, Finding};
    use crate::notes::anchoring::article_match::Belonging;
    use std::collections::HashSet;
    use ulid::Ulid;

    fn lost(id: Ulid) -> Examined {
        let finding = Finding { annotation: id, state: AnchorState::Orphan, belonging: Belonging::Nowhere, places: Vec::new() };
        Examined { findings: vec![finding], ..Examined::default() }
    }

    #[test]
    fn what_changes_while_it_is_examined_is_examined_again() {
        let id = Ulid::from_parts(1, 0);
        let mut astray = ReanchorState::default();
        astray.restart(std::iter::once(id));
        let (generation, ids) = astray.take_portion().unwrap();
        assert_eq!(ids, [id]);
        astray.touch([id]);
        assert!(astray.take_portion().is_none(), "one at a time");
        assert!(astray.awaits(generation));
        astray.take(lost(id), |_, _| true);
        assert!(astray.finding(id).is_none(), "an answer that is overtaken");
        let (generation, _) = astray.take_portion().unwrap();
        astray.take(lost(id), |_, _| true);
        assert!(astray.finding(id).is_some() && !astray.awaits(generation));
        astray.restart(std::iter::once(id));
        assert!(!astray.awaits(generation) && astray.finding(id).is_none(), "of another archive");
    }

    #[test]
    fn one_annotation_that_breaks_a_portion_off_keeps_no_other_from_being_examined() {
        let ids: Vec<Ulid> = (0..20).map(|at| Ulid::from_parts(1, at)).collect();
        let bad = ids[13];
        let mut astray = ReanchorState::default();
        astray.restart(ids.iter().copied());
        let mut given_up = 0;
        while let Some((_, portion)) = astray.take_portion() {
            assert!(!astray.is_settled());
            if portion.contains(&bad) {
                given_up += usize::from(astray.divide());
            } else {
                let findings = portion.into_iter().flat_map(|id| lost(id).findings).collect();
                astray.take(Examined { findings, ..Examined::default() }, |_, _| true);
            }
        }
        let found: Vec<Ulid> = ids.iter().copied().filter(|id| astray.finding(*id).is_some()).collect();
        assert_eq!((found.len(), given_up), (19, 1));
        assert!(astray.is_settled() && astray.finding(bad).is_none());
    }

    #[test]
    fn what_is_not_missed_here_is_left_aside_until_its_archive_turns_out_to_be_this_one() {
        let id = Ulid::from_parts(1, 0);
        let mut astray = ReanchorState::default();
        astray.restart(std::iter::once(id));
        let is_missed = |_: &Finding, archives: &HashSet<String>| archives.contains("press");
        astray.take_portion().unwrap();
        astray.take(lost(id), is_missed);
        assert!(astray.finding(id).is_none() && astray.is_settled());
        astray.welcome(["press".to_owned()]);
        astray.take_portion().unwrap();
        astray.take(lost(id), is_missed);
        assert!(astray.finding(id).is_some());
    }
}
