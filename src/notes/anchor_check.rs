//! Checked anchors: which annotations are not simply where they were, and why, for a person to review.
//!
//! It asks [`crate::notes::anchoring`] where each belongs and stands, and changes nothing. The reading room hands it portions of the
//! annotations on a worker.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rayon::iter::{IndexedParallelIterator as _, IntoParallelIterator as _, ParallelIterator as _};
use ulid::Ulid;

use crate::model::anchor::{Anchor, AnchorState};
use crate::model::annotation::{ArticleKey, Target};
use crate::model::archive::{Archive, ArticleIx};
use crate::notes::action::NoteSubject;
use crate::notes::anchoring::article_match::{Belonging, Reason, Register};
use crate::notes::anchoring::body::{Body, Reanchored};
use crate::notes::anchoring::by_key::ByKey;
use crate::notes::anchoring::over_archive::{by_quotation, by_text};
use crate::notes::anchoring::whole::{likeness, with_text};
use crate::notes::state::Notes;
use crate::text::span::Span;

/// What came of an examination.
#[derive(Clone, Debug, Default)]
pub struct Examined {
    /// The article that each annotation belongs to; none for those that belong to several or to nowhere.
    pub homes: Vec<(Ulid, ArticleIx)>,
    /// The keys whose articles were found.
    pub found: Vec<ArticleKey>,
    /// The annotations that are not where they were.
    pub findings: Vec<Finding>,
}

/// What may have to be reviewed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReviewItem {
    /// The place of an annotation.
    Annotation(Ulid),
    /// What is known of a whole article, under the key it was noted by: a star, a read mark, corrected facts.
    Facts(Arc<ArticleKey>),
    /// The texts of a note that were written side by side.
    Texts(Ulid),
}

impl ReviewItem {
    /// Whether a change of `subject` is one of this.
    #[must_use]
    pub fn is_of(&self, subject: &NoteSubject) -> bool {
        match (self, subject) {
            (Self::Annotation(id) | Self::Texts(id), NoteSubject::Annotation(of)) => id == of,
            (Self::Facts(key), NoteSubject::Article(of)) => **key == *of,
            _ => false,
        }
    }
}

/// Something that is not where it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What it is.
    pub item: ReviewItem,
    /// What became of it; never exact.
    pub state: AnchorState,
    /// Where its article was found, and why it is that one.
    pub belonging: Belonging,
    /// The places that come into question, the best first.
    pub places: Vec<CandidatePlace>,
}

/// A place that comes into question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CandidatePlace {
    /// The article.
    pub article: ArticleIx,
    /// The words in it; `None` for an annotation on the article as a whole.
    pub span: Option<Span>,
    /// How alike the words are, from 0 to 1.
    pub likeness: f32,
}

/// What is examined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// What it is; no texts.
    pub item: ReviewItem,
    /// What it is about.
    pub target: Target,
    /// Whether it is missed here when it is not found: then it is looked for over the whole archive.
    pub is_missed: bool,
}

/// What is to be examined of `items`, in their order: the one way in which the review list and the command line ask, so that both say the same
/// of a note. What is gone, and of an article nothing is said any more, is left out.
#[must_use]
pub fn subjects(notes: &Notes, items: impl IntoIterator<Item = ReviewItem>) -> Vec<Subject> {
    let own: HashSet<&str> = notes.homes(std::iter::empty());
    let subject = |item: ReviewItem| {
        let target = match &item {
            ReviewItem::Annotation(id) | ReviewItem::Texts(id) => notes.annotation(*id)?.target,
            ReviewItem::Facts(key) if notes.facts_of(key).is_empty() => return None,
            ReviewItem::Facts(key) => Target::Article { article: (**key).clone().into() },
        };
        // What was noted in another archive alone is not looked for here.
        let is_missed = target.article().is_some_and(|key| notes.archives_of(key).any(|archive| own.contains(archive)));
        Some(Subject { item, target, is_missed })
    };
    items.into_iter().filter_map(subject).collect()
}

/// Examines `subjects` against the articles of `archive`. Those on actors and days have no place and are left out.
#[must_use]
pub fn examine(subjects: &[Subject], archive: &Archive) -> Examined {
    let mut all = Examined::default();
    let (passages, wholes): (Vec<&Subject>, Vec<&Subject>) = subjects.iter().partition(|one| one.target.anchor().is_some());
    let ByKey { keys, groups } = grouped(&passages);
    let belongings = Register::of(keys.iter().copied()).look_up(archive);
    let settled: Vec<Examined> = keys
        .into_par_iter()
        .zip(groups)
        .zip(belongings)
        .map(|((key, subjects), belonging)| {
            let anchors: Vec<&Anchor> = subjects.iter().filter_map(|one| one.target.anchor()).collect();
            of_passages(key, &subjects, &belonging.by_quotations(archive, &anchors), archive)
        })
        .collect();
    for one in settled {
        all.join(one);
    }
    look_around(&passages, &mut all, archive);
    of_wholes(&wholes, archive, &mut all);
    all
}

impl Examined {
    fn join(&mut self, other: Self) {
        self.homes.extend(other.homes);
        self.found.extend(other.found);
        self.findings.extend(other.findings);
    }
}

/// The keys of the articles that `subjects` are about, and what is about each.
fn grouped<'a>(subjects: &[&'a Subject]) -> ByKey<'a, &'a Subject> {
    subjects.iter().filter_map(|subject| Some((subject.target.article()?, *subject))).collect()
}

/// Examines the passages of what is known by one key and belongs to `belonging`.
fn of_passages(key: &ArticleKey, subjects: &[&Subject], belonging: &Belonging, archive: &Archive) -> Examined {
    let mut examined = Examined::default();
    let articles = belonging.articles();
    if !articles.is_empty() {
        examined.found.push(key.clone());
    }
    let bodies = articles.iter().filter_map(|ix| Some((*ix, Body::new(archive.get(*ix)?.body()))));
    let bodies: Vec<(ArticleIx, Body<'_>)> = bodies.collect();
    for subject in subjects {
        if let (Belonging::To(ix, _), ReviewItem::Annotation(id)) = (belonging, &subject.item) {
            examined.homes.push((*id, *ix));
        }
        let Some(anchor) = subject.target.anchor() else { continue };
        let (state, places) = whereabouts(anchor, &bodies);
        if state != AnchorState::Exact {
            examined.findings.push(Finding { item: subject.item.clone(), state, belonging: belonging.clone(), places });
        }
    }
    examined
}

/// Examines what is about whole articles.
fn of_wholes(subjects: &[&Subject], archive: &Archive, examined: &mut Examined) {
    let ByKey { keys, groups } = grouped(subjects);
    let mut belongings = Register::of(keys.iter().copied()).look_up_whole(archive);
    let is_sought = |at: usize| groups.get(at).is_some_and(|group: &Vec<&Subject>| group.iter().any(|one| one.is_missed));
    let lost: Vec<usize> =
        (0..keys.len()).filter(|at| belongings.get(*at) == Some(&Belonging::Nowhere) && is_sought(*at)).collect();
    let sought: Vec<&ArticleKey> = lost.iter().filter_map(|at| keys.get(*at).copied()).collect();
    for (at, found) in lost.into_iter().zip(by_text(&sought, archive)) {
        if let Some(belonging) = belongings.get_mut(at).filter(|_| !found.is_empty()) {
            *belonging = Belonging::Several(found);
        }
    }
    for ((key, group), belonging) in keys.into_iter().zip(groups).zip(belongings) {
        if belonging != Belonging::Nowhere {
            examined.found.push(key.clone());
        }
        let places = whole_places(key, &belonging, archive);
        for subject in group {
            let state = match (&belonging, &subject.item) {
                (Belonging::To(ix, _), ReviewItem::Annotation(id)) => {
                    examined.homes.push((*id, *ix));
                    continue;
                }
                (Belonging::To(..), _) => continue,
                (Belonging::Several(_), _) => state_of(&places),
                (Belonging::Nowhere, _) => AnchorState::Orphan,
            };
            let places = places.clone();
            examined.findings.push(Finding { item: subject.item.clone(), state, belonging: belonging.clone(), places });
        }
    }
}

/// What became of something noted of a whole article that may belong to one of `places`: where one alone has its very text, it has moved there.
fn state_of(places: &[CandidatePlace]) -> AnchorState {
    let is_same = |place: &CandidatePlace| place.likeness >= 1.0;
    match places {
        [one, others @ ..] if is_same(one) && !others.iter().any(is_same) => AnchorState::Moved,
        [_] => AnchorState::Altered,
        _ => AnchorState::Ambiguous,
    }
}

/// The articles that what was noted of a whole article may belong to, the most alike first.
fn whole_places(key: &ArticleKey, belonging: &Belonging, archive: &Archive) -> Vec<CandidatePlace> {
    let Belonging::Several(several) = belonging else { return Vec::new() };
    let place = |ix: &ArticleIx| {
        let article = archive.get(*ix)?;
        let likeness = likeness(key, &with_text(ArticleKey::from(article), article.body()));
        Some(CandidatePlace { article: *ix, span: None, likeness })
    };
    let mut places: Vec<CandidatePlace> = several.iter().filter_map(place).collect();
    places.sort_by(|a, b| b.likeness.total_cmp(&a.likeness));
    places
}

/// Looks over the whole archive for the words of those that are missed and have no place; where they stand, a person may accept.
fn look_around(passages: &[&Subject], examined: &mut Examined, archive: &Archive) {
    let missed: HashMap<&ReviewItem, &Anchor> =
        passages.iter().filter(|one| one.is_missed).filter_map(|one| Some((&one.item, one.target.anchor()?))).collect();
    let is_lost = |finding: &&mut Finding| finding.state == AnchorState::Orphan && missed.contains_key(&finding.item);
    let lost: Vec<&mut Finding> = examined.findings.iter_mut().filter(is_lost).collect();
    let anchors: Vec<&Anchor> = lost.iter().filter_map(|finding| missed.get(&finding.item).copied()).collect();
    if anchors.is_empty() {
        return;
    }
    for ((finding, anchor), articles) in lost.into_iter().zip(&anchors).zip(by_quotation(&anchors, archive)) {
        let bodies = articles.iter().filter_map(|ix| Some((*ix, Body::new(archive.get(*ix)?.body()))));
        let bodies: Vec<(ArticleIx, Body<'_>)> = bodies.collect();
        let (state, places) = whereabouts(anchor, &bodies);
        if state != AnchorState::Orphan {
            // It stands in an article that nothing else leads to, so that it is no more than moved.
            finding.state = if state == AnchorState::Exact { AnchorState::Moved } else { state };
            finding.belonging = match articles.as_slice() {
                [one] => Belonging::To(*one, Reason::Words),
                _ => Belonging::Several(articles),
            };
            finding.places = places;
        }
    }
}

/// What became of a passage in the articles it may belong to, and the places that come into question.
fn whereabouts(anchor: &Anchor, bodies: &[(ArticleIx, Body<'_>)]) -> (AnchorState, Vec<CandidatePlace>) {
    let found = bodies.iter().map(|(article, body)| (*article, body.find(anchor)));
    let found: Vec<(ArticleIx, Reanchored)> = found.collect();
    let place = |article, span, likeness| CandidatePlace { article, span: Some(span), likeness };
    let places = found.iter().flat_map(|(article, found)| {
        // Of a passage that was found, what else comes into question is of no more interest.
        let shown = if found.span.is_some() { 1 } else { found.places.len() };
        found.places.iter().take(shown).map(move |sighting| place(*article, sighting.span, sighting.likeness))
    });
    let mut places: Vec<CandidatePlace> = places.collect();
    places.sort_by(|a, b| b.likeness.total_cmp(&a.likeness));
    match found.as_slice() {
        [] => (AnchorState::Orphan, places),
        [(_, one)] => (one.state, places),
        several if several.iter().all(|(_, one)| one.state == AnchorState::Orphan) => (AnchorState::Orphan, places),
        _ => (AnchorState::Ambiguous, places),
    }
}

#[cfg(test)]
mod tests {
    use super::{ReviewItem, Subject, examine};
    use crate::model::anchor::AnchorState;
    use crate::model::annotation::{ArticleKey, Target};
    use crate::model::archive::Archive;
    use crate::model::article::{Article, ArticleId, Place};
    use crate::notes::anchoring::article_match::Belonging;
    use crate::notes::anchoring::body::Body;
    use crate::notes::anchoring::whole::with_text;
    use crate::text::span::Span;
    use ulid::Ulid;

    const TEXT: &str =
        "Le communiqué a été publié mercredi à Bagdad. Le ministre a répondu le lendemain que rien n'était décidé encore.";

    fn article(id: &str, title: &str, body: &str) -> Article {
        let sha256 = [u8::try_from(body.len() % 251).unwrap(); 32];
        Article { id: ArticleId(id.into()), title: title.into(), body: body.into(), sha256, ..Article::default() }
    }

    fn archive(articles: impl IntoIterator<Item = Article>) -> Archive {
        let mut archive = Archive::default();
        archive.append_articles(articles);
        archive
    }

    /// The state of a mark on the second sentence of an article, in these articles.
    fn state(now: &[Article]) -> (Option<AnchorState>, usize) {
        let then = article("a", "Titre", TEXT);
        let at = TEXT.find("Le ministre").unwrap();
        let anchor = Body::new(TEXT).anchor(Span::new(at, TEXT.len()));
        let target = Target::Passage { article: ArticleKey::of(&then).into(), anchor };
        let subject = Subject { item: ReviewItem::Annotation(Ulid::nil()), target, is_missed: false };
        let examined = examine(&[subject], &archive(now.iter().cloned()));
        let finding = examined.findings.first();
        (finding.map(|finding| finding.state), finding.map_or(0, |finding| finding.places.len()))
    }

    #[test]
    fn what_is_not_exact_is_found_with_the_places_in_question() {
        assert_eq!(state(&[article("a", "Titre", TEXT)]), (None, 0));
        assert_eq!(state(&[article("b", "Autre", "Rien.")]), (Some(AnchorState::Orphan), 0));
        let edited = TEXT.replace("le lendemain", "ce jeudi");
        assert_eq!(state(&[article("a", "Titre", &edited)]), (Some(AnchorState::Altered), 1));
        let longer = format!("Un chapeau que la rédaction a mis devant. {TEXT}");
        assert_eq!(state(&[article("a", "Titre", &longer)]), (Some(AnchorState::Moved), 1));
        assert_eq!(state(&[article("a", "Titre", TEXT), article("b", "Titre", TEXT)]), (Some(AnchorState::Ambiguous), 2));
    }

    #[test]
    fn a_note_on_an_article_that_is_gone_is_an_orphan() {
        let key = ArticleKey::of(&article("a", "Titre", TEXT));
        let subject = Subject {
            item: ReviewItem::Annotation(Ulid::nil()),
            target: Target::Article { article: key.into() },
            is_missed: true,
        };
        let examined = examine(&[subject], &archive([article("b", "Autre", "Rien.")]));
        assert_eq!(examined.findings[0].belonging, Belonging::Nowhere);
        assert!(examined.homes.is_empty() && examined.found.is_empty());
    }

    #[test]
    fn words_that_are_missed_are_found_in_whatever_article_they_stand_now() {
        let then = article("a", "Titre", TEXT);
        let at = TEXT.find("Le ministre").unwrap();
        let target =
            Target::Passage { article: ArticleKey::of(&then).into(), anchor: Body::new(TEXT).anchor(Span::new(at, TEXT.len())) };
        let joined = article("z", "Tout autre titre", &format!("Un autre article est devenu le premier.\n\n{TEXT}"));
        let state = |is_missed, now: &[Article]| {
            let subject = Subject { item: ReviewItem::Annotation(Ulid::nil()), target: target.clone(), is_missed };
            examine(&[subject], &archive(now.iter().cloned())).findings.remove(0)
        };
        assert_eq!(state(false, std::slice::from_ref(&joined)).state, AnchorState::Orphan);
        let found = state(true, &[article("b", "Autre", "Rien."), joined.clone()]);
        assert_eq!((found.state, found.places.len(), found.places[0].article.0), (AnchorState::Moved, 1, 1));
        let other = Article { sha256: [9; 32], ..joined.clone() };
        assert_eq!(state(true, &[joined, other]).state, AnchorState::Ambiguous);
    }

    #[test]
    fn a_note_on_an_article_stays_with_its_text_and_not_with_the_name_of_the_file() {
        let place = |path: &str| Place { path: path.into(), ..Place::default() };
        let dated = |path: &str, body: &str| Article { place: place(path), ..article("a", "Revue de presse", body) };
        let other = "Les négociations sur le gaz ont repris hier à Vienne entre les deux délégations, sans que rien n'en ait été annoncé.";
        let then = dated("daily.md", TEXT);
        let key = with_text(ArticleKey::of(&then), TEXT);
        let state = |now: &[Article]| {
            let subject = Subject {
                item: ReviewItem::Annotation(Ulid::nil()),
                target: Target::Article { article: key.clone().into() },
                is_missed: true,
            };
            let examined = examine(&[subject], &archive(now.iter().cloned()));
            (examined.findings.first().map(|finding| finding.state), examined.homes.first().map(|(_, ix)| ix.0))
        };
        let edited = TEXT.replace("le lendemain", "ce jeudi");
        assert_eq!(state(&[dated("daily.md", &edited)]), (None, Some(0)));
        assert_eq!(state(&[dated("daily.md", other)]), (Some(AnchorState::Orphan), None), "overwritten by another day's");
        assert_eq!(state(&[dated("daily.md", other), dated("2020/daily.md", TEXT)]), (None, Some(1)), "and kept elsewhere");
        assert_eq!(state(&[dated("x/a.md", &edited)]), (Some(AnchorState::Altered), None), "offered, and nothing is put on it");
        let renamed = |text| Article { title: "Tout autre titre".into(), sha256: [3; 32], ..dated("x/z.txt", text) };
        assert_eq!(state(&[renamed(&edited)]), (Some(AnchorState::Altered), None), "found by its text alone");
        assert_eq!(state(&[renamed(TEXT)]), (Some(AnchorState::Moved), None), "which is the very same");
        let saved = Article { title: "Un titre enfin".into(), sha256: [3; 32], ..dated("daily.json", TEXT) };
        assert_eq!(state(&[saved]), (None, Some(0)), "the same file in another format");
    }
}
