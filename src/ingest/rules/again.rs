//! Reading again: an article of which the whole archive tells more than its own file does.
//!
//! What repeats comes from `repeated_lines`, what the pages of a site agree on from `site_agreement`. Called by the second look.

use std::collections::HashSet;

use crate::ingest::draft::{Around, Declared};
use crate::ingest::rules::assemble::{attributed, finish, line_date, source_of};
use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::most_of_text;
use crate::ingest::rules::outlet;
use crate::ingest::rules::ruled::Ruled;
use crate::ingest::rules::site_agreement::Told;
use crate::model::article::{Article, Attributed, BlockKind, HeadlineOrigin};
use crate::model::date::{Provenance, Publication};

/// Reads an article again of which the blocks at `furniture` are known to be the page's: what only its lines said of it may be said by
/// others, and its headline is another.
pub(crate) fn reread(mut article: Article, furniture: &[usize]) -> Article {
    // A document with fields of its own told its headline too, also where that stands again as the first line.
    let of_field = |field: &Option<Attributed>| field.as_ref().is_some_and(|field| field.provenance == Provenance::Metadata);
    let has_fields =
        article.published.provenance == Provenance::Metadata || of_field(&article.source) || of_field(&article.author);
    let declared = article.headline == HeadlineOrigin::Metadata || has_fields && article.headline == HeadlineOrigin::FirstLine;
    let open = || {
        let mut sheet = Blocks::of_blocks(&article.body, &article.blocks, !declared);
        for at in furniture {
            sheet.settle(*at, BlockKind::Furniture);
        }
        sheet
    };
    let given: HashSet<usize> =
        open().strips.iter().filter(|strip| !strip.kind.counts()).map(|strip| strip.span.first()).collect();
    let record = has_fields && article.imprint.docid.is_some();
    let around = if record { Around::Notices } else { Around::Anything };
    let title = declared.then(|| article.title.to_string());
    let mut ruled = Ruled::of(open(), title.as_deref(), !has_fields, around);
    if around == Around::Anything && most_of_text::is_cut(&ruled.sheet, |strip| given.contains(&strip.span.first())) {
        ruled = Ruled::whole(open(), title.as_deref(), !has_fields);
    }
    let Ruled { sheet, header, title, origin } = ruled;
    (article.title, article.headline) = (title.into(), origin);
    if article.source.is_none() {
        article.source = source_of(&sheet, &Declared::default(), &header, false);
    }
    article.imprint.credit = article.imprint.credit.take().or_else(|| header.byline.credit.clone().map(Into::into));
    // What was inferred came from lines that may be the page's.
    if matches!(article.published.provenance, Provenance::Inferred | Provenance::Unknown | Provenance::Dateline) {
        article.published = header.published.map(|line| line_date(&sheet, line)).unwrap_or_default();
    }
    article.author = article.author.take().or_else(|| attributed(header.byline.author, Provenance::Header));
    finish(&mut article, sheet);
    article
}

/// `article` from the outlet that the other pages of its site name; an agency that it was taken to be from is credited.
pub(crate) fn renamed(mut article: Article, outlet: Box<str>) -> Article {
    let agency = article.source.as_ref().and_then(|source| outlet::agency(&source.text)).map(Into::into);
    article.imprint.credit = article.imprint.credit.take().or(agency);
    article.source = Some(Attributed { text: outlet, provenance: Provenance::Inferred });
    article
}

/// Gives `article` what the other pages of its site tell of it.
pub(crate) fn retold(mut article: Article, told: Told) -> Article {
    let mut sheet = Blocks::of_blocks(&article.body, &article.blocks, false);
    for (strip, block) in sheet.strips.iter_mut().zip(&article.blocks) {
        (strip.kind, strip.settled) = (block.kind, true);
    }
    if let Some(outlet) = told.outlet {
        article = renamed(article, outlet);
    }
    if let Some((at, name)) = told.author {
        sheet.settle(at, BlockKind::Furniture);
        article.author = Some(Attributed { text: name, provenance: Provenance::Inferred });
    }
    if let Some(headline) = told.headline {
        for (at, strip) in sheet.strips.iter_mut().enumerate() {
            strip.kind = match strip.kind {
                _ if at == headline => BlockKind::Headline,
                kind if at < headline && kind.counts() && kind != BlockKind::Caption => BlockKind::Furniture,
                BlockKind::Headline => BlockKind::Paragraph,
                kind => kind,
            };
        }
        (article.title, article.headline) = (sheet.words(headline).into(), HeadlineOrigin::FirstLine);
    }
    if matches!(article.published.provenance, Provenance::Inferred) {
        article.published = Publication::default();
    }
    finish(&mut article, sheet);
    article
}
