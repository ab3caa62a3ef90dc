//! Which articles of an archive the notes are on: takes a snapshot of the notes, and finds them, for queries.
//!
//! The snapshot is taken at the keyboard, the articles are found on the worker that surveys.

use std::collections::{HashMap, HashSet};

use crate::model::anchor::AnchorState;
use crate::model::annotation::{Annotation, ArticleKey, Target};
use crate::model::archive::{Archive, ArticleIx};
use crate::model::property::{PropertyId, typed};
use crate::notes::action::NoteSubject;
use crate::notes::anchoring::article_match::{Belonging, Register};
use crate::notes::anchoring::body::Body;
use crate::notes::anchoring::by_key::ByKey;
use crate::notes::state::Notes;
use crate::notes::state::record::Record;
use crate::query::index::annotated::NotesByArticle;

/// The notes on articles as they were at one moment.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    annotations: Vec<Annotation>,
    articles: Vec<(ArticleKey, Record)>,
    /// The annotations that were left without a place.
    orphans: HashSet<String>,
}

impl Snapshot {
    /// Takes a snapshot.
    #[must_use]
    pub fn of(notes: &Notes) -> Self {
        let article = |subject: &NoteSubject| match subject {
            NoteSubject::Article(key) => Some((key.clone(), notes.article(key))),
            _ => None,
        };
        let annotations = notes.annotations().filter(|annotation| annotation.target.article().is_some()).collect();
        let orphans = notes.ids().filter(|id| notes.is_orphan(*id)).map(|id| id.to_string()).collect();
        Self { annotations, articles: notes.subjects().filter_map(article).collect(), orphans }
    }

    /// What there is on each article of `archive`.
    #[must_use]
    pub fn by_article(&self, archive: &Archive) -> NotesByArticle {
        let (places, wholes) = (self.places(archive), self.wholes(archive));
        let mut by_article = NotesByArticle::default();
        for (key, known) in &self.articles {
            if let Some(ix) = wholes.get(key) {
                let on_it = by_article.on(*ix);
                on_it.flag(known.flags());
                let cases = known.get(typed::Case).into_iter().flatten();
                on_it.texts.extend(cases.map(|case| (PropertyId::Case, case.as_str().into())));
            }
        }
        let mut annotated: HashMap<ArticleIx, Vec<&Annotation>> = HashMap::new();
        for annotation in &self.annotations {
            let of = if matches!(annotation.target, Target::Article { .. }) { &wholes } else { &places };
            if let Some(ix) = annotation.target.article().and_then(|key| of.get(key)) {
                annotated.entry(*ix).or_default().push(annotation);
            }
        }
        for (ix, annotations) in annotated {
            let body = archive.get(ix).map(|article| Body::new(article.body()));
            for annotation in annotations {
                let on_it = by_article.on(ix);
                on_it.texts.extend(annotation.texts().map(|(property, text)| (property, text.into())));
                on_it.tags.extend(annotation.tags().into_iter().map(Box::from));
                if let (Target::Passage { anchor, .. }, Some(body)) = (&annotation.target, &body) {
                    on_it.highlighted |= annotation.color.is_some();
                    let state = body.find(anchor).state;
                    let is_left = state != AnchorState::Exact && self.orphans.contains(&annotation.id);
                    on_it.orphaned |= is_left || state == AnchorState::Orphan;
                }
            }
        }
        by_article
    }

    /// The article of `archive` that each key of a passage belongs to; of several that come as near, the first: the words decide.
    fn places(&self, archive: &Archive) -> HashMap<&ArticleKey, ArticleIx> {
        let passages = self.annotations.iter().filter(|annotation| matches!(annotation.target, Target::Passage { .. }));
        let keys = once(passages.filter_map(|annotation| annotation.target.article()));
        let found = Register::of(keys.iter().copied()).look_up(archive);
        let place = |(key, belonging): (_, Belonging)| Some((key, *belonging.articles().first()?));
        keys.into_iter().zip(found).filter_map(place).collect()
    }

    /// The article that each key of what is noted of a whole surely belongs to.
    fn wholes(&self, archive: &Archive) -> HashMap<&ArticleKey, ArticleIx> {
        let noted = self.annotations.iter().filter(|annotation| matches!(annotation.target, Target::Article { .. }));
        let noted = noted.filter_map(|annotation| annotation.target.article());
        let keys = once(self.articles.iter().map(|(key, _)| key).chain(noted));
        let found = Register::of(keys.iter().copied()).look_up_whole(archive);
        let place = |(key, belonging)| if let Belonging::To(ix, _) = belonging { Some((key, ix)) } else { None };
        keys.into_iter().zip(found).filter_map(place).collect()
    }
}

/// Each of `keys` once.
fn once<'a>(keys: impl Iterator<Item = &'a ArticleKey>) -> Vec<&'a ArticleKey> {
    let by_key: ByKey<'_, ()> = keys.map(|key| (key, ())).collect();
    by_key.keys
}

#[cfg(test)]
mod tests {
    use super::Snapshot;
    use crate::model::annotation::{ArticleKey, Target};
    use crate::model::archive::{Archive, ArticleIx};
    use crate::model::article::{Article, ArticleId};
    use crate::model::property::{Property, PropertyId};
    use crate::notes::action::{FieldChange, NoteSubject};
    use crate::notes::anchoring::body::Body;
    use crate::notes::state::Notes;
    use crate::text::span::Span;

    #[test]
    fn what_is_on_an_article_is_found_with_it() {
        let article = |id: &str, body: &str| Article {
            id: ArticleId(id.into()),
            title: id.into(),
            body: body.into(),
            sha256: [id.as_bytes()[0]; 32],
            ..Article::default()
        };
        let (one, other) = (article("a", "Rien."), article("bb", "Le communiqué a été publié."));
        let mut archive = Archive::default();
        archive.append_articles([one, other.clone()]);
        let mut notes = Notes::new("test", 1);
        let key = ArticleKey::of(&other);
        let target = Target::Passage { article: key.clone().into(), anchor: Body::new(&other.body).anchor(Span::new(3, 14)) };
        let id = notes.new_id();
        let fields =
            [Property::Target(Box::new(target)), Property::Color(Some("claim".into())), Property::Note("à voir #source".into())];
        notes.record(vec![FieldChange::new(NoteSubject::Annotation(id), fields)]);
        notes.record(vec![FieldChange::new(NoteSubject::Article(key), [Property::Starred(true)])]);
        let by_article = Snapshot::of(&notes).by_article(&archive);
        assert!(by_article.of(ArticleIx(0)).is_none());
        let on_it = by_article.of(ArticleIx(1)).unwrap();
        assert!(on_it.is(PropertyId::Starred) && on_it.highlighted && !on_it.is(PropertyId::Read) && !on_it.orphaned);
        let colors: Vec<&str> = on_it.texts_of(PropertyId::Color).collect();
        assert_eq!((&*on_it.tags[0], colors), ("source", vec!["claim"]));
    }
}
