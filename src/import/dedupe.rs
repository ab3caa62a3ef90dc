//! Settling: which drafts are new, which are known, and which article each belongs to.

use std::collections::HashSet;

use crate::import::drafts::place;
use crate::model::anchor::{Anchor, AnchorState};
use crate::model::annotation::{Annotation, ArticleKey, Target};
use crate::model::archive::{Archive, ArticleIx};
use crate::notes::anchoring::article_match::{Belonging, Register};
use crate::notes::anchoring::body::Body;
use crate::notes::anchoring::whole::with_text;
use crate::text::span::Span;

/// What becomes of an import.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settled {
    /// To be kept.
    pub taken: Vec<Annotation>,
    /// How many are known already.
    pub known: usize,
    /// Those taken whose article is not in the archive: they stay notes on an article that may come back.
    pub absent: usize,
    /// Foreign ones about nothing in the archive, which are not taken.
    pub homeless: Vec<Annotation>,
}

/// Settles `drafts`, of which those in `known` are kept already.
#[must_use]
pub fn settle(drafts: Vec<Annotation>, known: &[Annotation], archive: &Archive) -> Settled {
    let nowhere = ArticleKey::default();
    let places = Register::of(drafts.iter().map(|draft| place(&draft.target).0.unwrap_or(&nowhere))).look_up(archive);
    let ids: HashSet<String> = known.iter().map(|annotation| annotation.id.clone()).collect();
    let mut seen = Seen { ids, said: known.iter().map(said).collect() };
    let mut settled = Settled::default();
    for (draft, belonging) in drafts.into_iter().zip(places) {
        // Only our own forms tell the bytes of an article.
        let is_own = place(&draft.target).0.is_none_or(|article| !article.sha256.is_empty());
        match home(belonging, &draft, archive) {
            Some(home) if !is_own => _ = seen.file(placed(draft, home, archive), is_own, &mut settled),
            None if !is_own => settled.homeless.push(draft),
            home => {
                let is_absent = home.is_none() && draft.target.article().is_some();
                let is_taken = seen.file(draft, is_own, &mut settled);
                settled.absent += usize::from(is_absent && is_taken);
            }
        }
    }
    settled
}

fn home(belonging: Belonging, draft: &Annotation, archive: &Archive) -> Option<ArticleIx> {
    let anchors = match &draft.target {
        Target::Passage { anchor, .. } => vec![anchor],
        _ => Vec::new(),
    };
    match belonging.by_quotations(archive, &anchors) {
        Belonging::To(ix, _) => Some(ix),
        Belonging::Several(_) | Belonging::Nowhere => None,
    }
}

/// What is kept already, by identifier and by what it says of what.
struct Seen {
    ids: HashSet<String>,
    said: HashSet<Said>,
}

/// Article, quotation and note, which tell one annotation from another where the identifiers come from elsewhere.
type Said = (String, String, String);

fn said(annotation: &Annotation) -> Said {
    let (article, quotation) = place(&annotation.target);
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    (article.map(|article| article.sha256.clone()).unwrap_or_default(), plain(quotation), plain(&annotation.note))
}

impl Seen {
    /// Counts `annotation` among the taken or the known; true when it was taken.
    fn file(&mut self, annotation: Annotation, is_own: bool, settled: &mut Settled) -> bool {
        let said = said(&annotation);
        // Two of ours may say the same of two places.
        if self.ids.contains(&annotation.id) || (!is_own && self.said.contains(&said)) {
            settled.known += 1;
            return false;
        }
        self.ids.insert(annotation.id.clone());
        self.said.insert(said);
        settled.taken.push(annotation);
        true
    }
}

/// A foreign draft with the key of its article and, where its words stand in it, an anchor of ours.
fn placed(draft: Annotation, home: ArticleIx, archive: &Archive) -> Annotation {
    let Some(article) = archive.get(home) else { return draft };
    let target = match draft.target {
        Target::Passage { anchor, .. } => {
            let body = Body::new(article.body());
            let anchor = standing(&body, &anchor).map_or(anchor, |span| body.anchor(span));
            Target::Passage { article: ArticleKey::from(article).into(), anchor }
        }
        Target::Article { .. } => Target::Article { article: with_text(ArticleKey::from(article), article.body()).into() },
        other => other,
    };
    Annotation { target, ..draft }
}

/// Where the words of `anchor` stand, if they stand in one place: by their surroundings, which may be those of a web page, or alone.
fn standing(body: &Body<'_>, anchor: &Anchor) -> Option<Span> {
    let found = body.find(anchor);
    let by_surroundings = found.span.filter(|_| matches!(found.state, AnchorState::Exact | AnchorState::Moved));
    by_surroundings.or_else(|| match *body.search(&anchor.exact) {
        [only] if only.likeness >= 1.0 => Some(only.span),
        [first, second, ..] if first.likeness >= 1.0 && second.likeness < 1.0 => Some(first.span),
        _ => None,
    })
}
