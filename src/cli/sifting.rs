//! The notes that a query on the command line wants, when it asks for notes and not for articles alone.

use std::collections::{HashMap, HashSet};

use ulid::Ulid;

use crate::cli::setup::Loaded;
use crate::model::anchor::AnchorState;
use crate::model::annotation::Annotation;
use crate::model::archive::ArticleIx;
use crate::notes::examination::{Subject, examine};
use crate::notes::fold::Notes;
use crate::query::sift::{Bare, Noted, sift};

/// The identifiers of those of `annotations` that the query of `loaded` wants; `None` when it asks for nothing but articles, so that
/// every annotation of a wanted article is wanted.
#[must_use]
pub fn wanted<'a>(loaded: &Loaded, notes: &Notes, annotations: &'a [Annotation]) -> Option<HashSet<&'a str>> {
    if !loaded.query.asks_for_remarks() {
        return None;
    }
    let id = |annotation: &Annotation| annotation.id.parse::<Ulid>().unwrap_or_default();
    let subjects: Vec<Subject> = annotations.iter().map(|annotation| (id(annotation), annotation.target.clone())).collect();
    let examined = examine(&subjects, &loaded.archive);
    let homes: HashMap<Ulid, ArticleIx> = examined.homes.into_iter().collect();
    let lost = examined.findings.iter().filter(|one| one.state == AnchorState::Orphan || notes.is_orphan(one.annotation));
    let lost: HashSet<Ulid> = lost.map(|one| one.annotation).collect();
    let entry = |annotation: &Annotation| {
        let id = id(annotation);
        Noted::of(annotation, homes.get(&id).copied(), "", lost.contains(&id))
    };
    let all: Vec<Noted> = annotations.iter().map(entry).collect();
    let sifted = sift(&loaded.query, &all, (&loaded.index, Bare::Article), &|| false).unwrap_or_default();
    Some(sifted.iter().filter_map(|one| Some(annotations.get(one.at)?.id.as_str())).collect())
}
