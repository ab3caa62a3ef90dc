//! The check: how a quotation stands in an archive now. The words as printed are what is checked, never positions alone.

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::cli::verify::quoted::CheckedQuote;
use crate::model::anchor::AnchorState;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::BlockKind;
use crate::model::segment::ArticleRef;
use crate::notes::anchoring::article_match::{Belonging, Register};
use crate::notes::anchoring::body::Body;
use crate::text::span::Span;
use crate::{tr, tr_later};

/// Words that are less alike than this are not the words quoted.
const ALIKE: f32 = 0.5;

/// How a quotation stands, from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Word for word, where it is cited from.
    Exact,
    /// Word for word, elsewhere in the article or in another.
    Moved,
    /// With other words.
    Altered,
    /// Not at all.
    Missing,
}

/// What came of a check.
#[derive(Clone, Debug)]
pub struct Checked {
    /// How it stands.
    pub standing: Standing,
    /// The article it was held against, or in which it was found.
    pub article: Option<ArticleIx>,
    /// Where it stands there.
    pub span: Option<Span>,
    /// How the article was found, or why not.
    pub why: &'static str,
}

impl Standing {
    /// The word that people and JSON see.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => tr_later!("exact"),
            Self::Moved => tr_later!("moved"),
            Self::Altered => tr_later!("altered"),
            Self::Missing => tr_later!("missing"),
        }
    }
}

/// Checks each of `quotations` against `archive`.
#[must_use]
pub fn check(quotations: &[CheckedQuote], archive: &Archive) -> Vec<Checked> {
    let register = Register::of(quotations.iter().map(|quoted| &quoted.article));
    let belonging = register.look_up(archive);
    quotations.iter().zip(belonging).map(|(quoted, belonging)| one(quoted, belonging, archive)).collect()
}

fn one(quoted: &CheckedQuote, belonging: Belonging, archive: &Archive) -> Checked {
    let (articles, why) = match belonging {
        Belonging::To(article, reason) => (vec![article], reason.words()),
        Belonging::Several(articles) => (articles, tr!("one of several articles")),
        Belonging::Nowhere => (Vec::new(), tr!("no such article")),
    };
    let held = articles.iter().filter_map(|ix| Some(against(quoted, *ix, archive.get(*ix)?, why)));
    let best = held.min_by_key(|checked| checked.standing);
    match best {
        Some(checked) if checked.standing <= Standing::Moved => checked,
        best => elsewhere(quoted, archive, &articles)
            .unwrap_or_else(|| best.unwrap_or(Checked { standing: Standing::Missing, article: None, span: None, why })),
    }
}

/// How a quotation stands in one article.
fn against(quoted: &CheckedQuote, ix: ArticleIx, article: ArticleRef<'_>, why: &'static str) -> Checked {
    let body = Body::new(article.body());
    let (standing, span) = match quoted.anchor.as_ref().map(|anchor| body.find(anchor)) {
        Some(found) if found.state == AnchorState::Exact => (Standing::Exact, found.span),
        Some(found) if found.state == AnchorState::Moved => (Standing::Moved, found.span),
        Some(found) if found.state == AnchorState::Altered => (Standing::Altered, found.span),
        known => {
            let places = body.search(&quoted.words);
            let is_cited = |span: Span| quoted.paragraph.is_none_or(|cited| paragraph(article, span) == cited);
            let exact = places.iter().filter(|place| place.likeness >= 1.0).map(|place| place.span);
            match exact.clone().find(|span| known.is_none() && is_cited(*span)).or(exact.clone().next()) {
                Some(span) if known.is_none() && is_cited(span) => (Standing::Exact, Some(span)),
                Some(span) => (Standing::Moved, Some(span)),
                None => match places.first().filter(|place| place.likeness >= ALIKE) {
                    Some(place) => (Standing::Altered, Some(place.span)),
                    None => (Standing::Missing, None),
                },
            }
        }
    };
    Checked { standing, article: Some(ix), span, why }
}

/// The first other article in which the very words stand, when they are enough words to tell.
fn elsewhere(quoted: &CheckedQuote, archive: &Archive, but: &[ArticleIx]) -> Option<Checked> {
    const ENOUGH: usize = 24;
    if quoted.words.trim().chars().count() < ENOUGH {
        return None;
    }
    let others: Vec<(ArticleIx, ArticleRef<'_>)> = archive.iter().filter(|(ix, _)| !but.contains(ix)).collect();
    let stands = |(ix, article): &(ArticleIx, ArticleRef<'_>)| {
        let span = Body::new(article.body()).holds(&quoted.words)?;
        Some(Checked { standing: Standing::Moved, article: Some(*ix), span: Some(span), why: tr!("another article") })
    };
    others.par_iter().find_map_first(stands)
}

/// The paragraph that `span` begins in, or the last before it, from 1, as exports count them: 0 before the first.
fn paragraph(article: ArticleRef<'_>, span: Span) -> usize {
    article.blocks().filter(|block| block.kind == BlockKind::Paragraph && block.span.start <= span.start).count()
}
