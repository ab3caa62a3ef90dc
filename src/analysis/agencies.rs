//! Agencies: whose report an article is, by the words that credit a news agency, `(AFP)`, `Le Monde avec Reuters`, `d'après l'ANSA`.
//!
//! An agency that is only spoken of, or spoken to ("told Reuters"), is no credit, and neither is the credit of a picture. Pure over
//! one article; `query` and the command line ask. The agencies stand in `assets/agencies.tsv`.

mod asset;
mod attribution;
mod context;
mod credit_kind;
mod line;

use crate::analysis::agencies::asset::{Spellings, known};
use crate::analysis::agencies::line::in_line;
use crate::model::article::BlockKind;
use crate::model::segment::ArticleRef;
use crate::text::fold::fold;
use crate::text::span::Span;

pub use crate::analysis::agencies::asset::Agency;
pub use crate::analysis::agencies::credit_kind::CreditKind;

/// The credit of an agency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    /// The agency.
    pub agency: &'static Agency,
    /// How it is credited.
    pub kind: CreditKind,
    /// The words that say so.
    pub words: Box<str>,
    /// Where they stand in the body; `None` for metadata.
    pub span: Option<Span>,
}

/// The credits of an article, each agency once, the surest first.
///
/// That the text takes an agency's word is a credit only where nothing else signs, and where the whole text may have it from there: in its
/// first or last sentence, or from one end of the text to the other. One fact among others is no more than a mention.
#[must_use]
pub fn credits(article: ArticleRef<'_>) -> Vec<Credit> {
    let spellings = known();
    let mut found = declared(article, spellings);
    for block in article.blocks().filter(|block| block.kind != BlockKind::Caption) {
        let mut start = block.span.first();
        for line in article.slice(block.span).split('\n') {
            // What stands around the article may sign it; what it says of other articles is theirs.
            let told =
                in_line(line, spellings).filter(|told| block.kind != BlockKind::Furniture || told.kind == CreditKind::Signature);
            found.extend(told.map(|told| {
                let words = told.span.of(line).into();
                Credit { agency: told.agency, kind: told.kind, words, span: Some(told.span.shift(start)) }
            }));
            start += line.len() + 1;
        }
    }
    let signed = found.iter().any(|credit| credit.kind != CreditKind::Attribution);
    let whole = attribution::of_whole(article, &found);
    found.retain(|credit| credit.kind != CreditKind::Attribution || !signed && whole.contains(&credit.agency));
    // Stable, so that of equals the first in the text stays first.
    found.sort_by_key(|credit| credit.kind);
    let mut once: Vec<Credit> = Vec::new();
    for credit in found {
        if once.iter().all(|known| known.agency != credit.agency) {
            once.push(credit);
        }
    }
    once
}

/// The agencies of `credits` in one string, as they are shown; `None` when there is none.
#[must_use]
pub fn shown(credits: &[Credit]) -> Option<String> {
    (!credits.is_empty()).then(|| credits.iter().map(|credit| &*credit.agency.name).collect::<Vec<_>>().join(", "))
}

/// How each of `credits` is told, parted as [`shown`] parts the agencies.
#[must_use]
pub fn shown_kinds(credits: &[Credit]) -> Option<String> {
    (!credits.is_empty()).then(|| credits.iter().map(|credit| credit.kind.name()).collect::<Vec<_>>().join(", "))
}

/// Whether `words` of a query mean `agency`: its identifier, its name or one of its forms, folded.
#[must_use]
pub fn is_meant(agency: &Agency, words: &str) -> bool {
    let words = fold(words);
    *agency.id == *words || fold(&agency.name) == words || agency.forms.iter().any(|form| fold(form) == words)
}

/// What the metadata say.
fn declared(article: ArticleRef<'_>, spellings: &'static Spellings) -> Vec<Credit> {
    let fields = [article.credit(), article.source(), article.author()];
    let mut credits = Vec::new();
    for words in fields.into_iter().flatten() {
        // A name alone is the agency's own; beside other words it must sign.
        match spellings.whole(words) {
            Some(agency) => {
                credits.push(Credit { agency, kind: CreditKind::Declared, words: words.into(), span: None });
            }
            None => credits.extend(in_line(words, spellings).map(|told| {
                let words = told.span.of(words).into();
                Credit { agency: told.agency, kind: CreditKind::Declared, words, span: None }
            })),
        }
    }
    credits
}

#[cfg(test)]
mod tests;
