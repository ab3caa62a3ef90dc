//! Examination: which annotations are not simply where they were, and why, for a person to review.
//!
//! It asks [`crate::notes::anchoring`] where each belongs and stands, and changes nothing. The reading room hands it portions of the
//! annotations on a worker.

use std::collections::HashMap;

use rayon::iter::{IndexedParallelIterator as _, IntoParallelIterator as _, ParallelIterator as _};
use ulid::Ulid;

use crate::model::anchor::{Anchor, AnchorState};
use crate::model::annotation::{ArticleKey, Target};
use crate::model::archive::{Archive, ArticleIx};
use crate::notes::anchoring::article_match::{Belonging, Register};
use crate::notes::anchoring::body::{Body, Reanchored};
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

/// An annotation that is not where it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The annotation.
    pub annotation: Ulid,
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

/// What is examined: an annotation and what it is about.
pub type Subject = (Ulid, Target);

/// Examines `subjects` against the articles of `archive`. Those on actors and days have no place and are left out.
#[must_use]
pub fn examine(subjects: &[Subject], archive: &Archive) -> Examined {
    let mut groups: HashMap<&ArticleKey, Vec<&Subject>> = HashMap::new();
    for subject in subjects {
        if let Some(key) = subject.1.article() {
            groups.entry(key).or_default().push(subject);
        }
    }
    let (keys, groups): (Vec<&ArticleKey>, Vec<Vec<&Subject>>) = groups.into_iter().unzip();
    let belongings = Register::of(keys.iter().map(|key| (*key).clone())).look_up(archive);
    let settled: Vec<Examined> = keys
        .into_par_iter()
        .zip(groups)
        .zip(belongings)
        .map(|((key, subjects), belonging)| {
            let anchors: Vec<&Anchor> = subjects.iter().filter_map(|(_, target)| anchor(target)).collect();
            of_article(key, &subjects, &belonging.by_quotations(archive, &anchors), archive)
        })
        .collect();
    let mut all = Examined::default();
    for one in settled {
        all.homes.extend(one.homes);
        all.found.extend(one.found);
        all.findings.extend(one.findings);
    }
    all
}

/// Examines what is known by one key and belongs to `belonging`.
fn of_article(key: &ArticleKey, subjects: &[&Subject], belonging: &Belonging, archive: &Archive) -> Examined {
    let mut examined = Examined::default();
    let articles: &[ArticleIx] = match belonging {
        Belonging::To(ix, _) => std::slice::from_ref(ix),
        Belonging::Several(several) => several,
        Belonging::Nowhere => &[],
    };
    if !articles.is_empty() {
        examined.found.push(key.clone());
    }
    let bodies = articles.iter().filter_map(|ix| Some((*ix, Body::new(archive.get(*ix)?.body()))));
    let bodies: Vec<(ArticleIx, Body<'_>)> = bodies.collect();
    for (id, target) in subjects {
        if let Belonging::To(ix, _) = belonging {
            examined.homes.push((*id, *ix));
        }
        let (state, places) = whereabouts(target, &bodies);
        if state != AnchorState::Exact {
            examined.findings.push(Finding { annotation: *id, state, belonging: belonging.clone(), places });
        }
    }
    examined
}

/// What became of `target` in the articles it may belong to, and the places that come into question.
fn whereabouts(target: &Target, bodies: &[(ArticleIx, Body<'_>)]) -> (AnchorState, Vec<CandidatePlace>) {
    let Some(anchor) = anchor(target) else {
        let whole = |(article, _): &(ArticleIx, Body<'_>)| CandidatePlace { article: *article, span: None, likeness: 1.0 };
        let state = match bodies.len() {
            0 => AnchorState::Orphan,
            1 => AnchorState::Exact,
            _ => AnchorState::Ambiguous,
        };
        return (state, bodies.iter().map(whole).collect());
    };
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

fn anchor(target: &Target) -> Option<&Anchor> {
    if let Target::Passage { anchor, .. } = target { Some(anchor) } else { None }
}

#[cfg(test)]
mod tests {
    use super::{Subject, examine};
    use crate::model::anchor::AnchorState;
    use crate::model::annotation::{ArticleKey, Target};
    use crate::model::archive::Archive;
    use crate::model::article::{Article, ArticleId};
    use crate::notes::anchoring::article_match::Belonging;
    use crate::notes::anchoring::body::Body;
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
        let subject: Subject = (Ulid::nil(), Target::Passage { article: ArticleKey::of(&then), anchor });
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
        let examined = examine(&[(Ulid::nil(), Target::Article { article: key })], &archive([article("b", "Autre", "Rien.")]));
        assert_eq!(examined.findings[0].belonging, Belonging::Nowhere);
        assert!(examined.homes.is_empty() && examined.found.is_empty());
    }
}
