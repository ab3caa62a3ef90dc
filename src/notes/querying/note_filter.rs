//! Annotations filtered by a query: finds where each belongs and whether it has lost its place, and has `query` decide.
//!
//! The command line and the export of the reading room call it; the pane of notes knows where its notes belong already.

use std::collections::{HashMap, HashSet};

use ulid::Ulid;

use crate::model::anchor::AnchorState;
use crate::model::annotation::Annotation;
use crate::model::archive::ArticleIx;
use crate::notes::anchor_check::{ReviewItem, Subject, examine};
use crate::query::evaluate::note_query::{Bare, NoteRecord, filter_notes};
use crate::query::index::Index;
use crate::query::language::ast::Query;

/// The identifiers of those of `annotations` that `query` wants; `None` when it asks for nothing but articles, so that every
/// annotation of an article that it wants is wanted. `is_left` tells those that a person has left without a place.
#[must_use]
pub fn wanted(
    query: &Query,
    index: &Index,
    annotations: &[Annotation],
    is_left: &dyn Fn(Ulid) -> bool,
) -> Option<HashSet<String>> {
    if !query.asks_for_notes() {
        return None;
    }
    let id = |annotation: &Annotation| annotation.id.parse::<Ulid>().unwrap_or_default();
    let subject =
        |one: &Annotation| Subject { item: ReviewItem::Annotation(id(one)), target: one.target.clone(), is_missed: false };
    let subjects: Vec<Subject> = annotations.iter().map(subject).collect();
    let examined = examine(&subjects, index.archive());
    let homes: HashMap<Ulid, ArticleIx> = examined.homes.into_iter().collect();
    let lost = examined.findings.iter().filter_map(|one| match one.item {
        ReviewItem::Annotation(id) if one.state == AnchorState::Orphan || is_left(id) => Some(id),
        _ => None,
    });
    let lost: HashSet<Ulid> = lost.collect();
    let entry = |annotation: &Annotation| {
        let id = id(annotation);
        NoteRecord::of(annotation, homes.get(&id).copied(), "", lost.contains(&id))
    };
    let all: Vec<NoteRecord> = annotations.iter().map(entry).collect();
    let filtered = filter_notes(query, &all, (index, Bare::Article), &|| false).unwrap_or_default();
    Some(filtered.iter().filter_map(|one| Some(annotations.get(one.at)?.id.clone())).collect())
}
