//! Attributions: the agencies whose word a text takes as a whole, and those from whom it has but a fact.
//!
//! Called by `agencies` with what it found.

use crate::analysis::agencies::Credit;
use crate::analysis::agencies::asset::{Agency, known};
use crate::analysis::agencies::context::bears_name;
use crate::analysis::agencies::credit_kind::CreditKind;
use crate::model::article::BlockKind;
use crate::model::segment::ArticleRef;
use crate::text::span::Span;

/// The agencies of the attributions among `found` from which the whole of `article` may be.
pub(super) fn of_whole(article: ArticleRef<'_>, found: &[Credit]) -> Vec<&'static Agency> {
    let taken = || found.iter().filter(|credit| credit.kind == CreditKind::Attribution);
    if taken().next().is_none() {
        return Vec::new();
    }
    let paragraphs: Vec<Span> =
        article.blocks().filter(|block| block.kind == BlockKind::Paragraph).map(|block| block.span).collect();
    let (Some(head), Some(tail)) = (paragraphs.first(), paragraphs.last()) else { return Vec::new() };
    let ends = [article.sentence_at(head.first()), article.sentence_at(tail.after().saturating_sub(1))];
    // The thirds of the text that an attribution stands in.
    let third = |place: Span| {
        let length = tail.after().saturating_sub(head.first()).max(1);
        (place.first().saturating_sub(head.first()) * 3 / length).min(2)
    };
    let mut whole: Vec<&'static Agency> = Vec::new();
    for credit in taken() {
        let places = || taken().filter(|other| other.agency == credit.agency).filter_map(|other| other.span);
        let at_end = || places().any(|place| ends.contains(&article.sentence_at(place.first())));
        let through = || [0, 2].into_iter().all(|end| places().any(|place| third(place) == end));
        if !whole.contains(&credit.agency) && (at_end() || through()) && !is_person(article, credit) {
            whole.push(credit.agency);
        }
    }
    whole
}

/// Whether the name by which an agency is credited is somebody's in the article: `Mayor Bloomberg`.
fn is_person(article: ArticleRef<'_>, credit: &Credit) -> bool {
    let borne = |line: &str| {
        let named = known().named(line).into_iter().filter(|one| one.agency == credit.agency);
        named.filter_map(|one| line.get(..one.span.first())).any(bears_name)
    };
    !credit.words.contains(' ') && article.text_blocks().any(|block| article.slice(block.span).split('\n').any(borne))
}
