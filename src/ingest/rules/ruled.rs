//! A text under the rules, one after the other: what each line is, what the lines above and below say of it, its headline. Called by
//! `assemble` and `again`.

use crate::ingest::draft::Around;
use crate::ingest::rules::blocks::{BlockRange, Blocks};
use crate::ingest::rules::boilerplate;
use crate::ingest::rules::caption;
use crate::ingest::rules::comments;
use crate::ingest::rules::header;
use crate::ingest::rules::header::HeaderFacts;
use crate::ingest::rules::headline;
use crate::ingest::rules::page_bounds;
use crate::ingest::rules::page_parts;
use crate::ingest::rules::signing;
use crate::model::article::{BlockKind, HeadlineOrigin};
use crate::text::span::Span;

/// A text whose lines the rules have gone over.
pub(super) struct Ruled {
    pub(super) sheet: Blocks,
    pub(super) header: HeaderFacts,
    pub(super) title: String,
    pub(super) origin: HeadlineOrigin,
}

impl Ruled {
    /// `sheet` by the rules for what may stand `around` it; `title` is the headline that the document tells, `signed` asks whether a name alone
    /// may sign it.
    pub(super) fn of(mut sheet: Blocks, title: Option<&str>, signed: bool, around: Around) -> Self {
        let bare = around == Around::Nothing;
        let header = if bare { HeaderFacts::default() } else { settle(&mut sheet, signed, around) };
        let choose = if bare { headline::chosen } else { headline::choose };
        let (title, origin) = choose(&mut sheet, title.or(header.title.as_deref()), header.place);
        let mut header = header;
        if !bare {
            header::elsewhere::at_headline(&mut sheet, &mut header);
            headline::mark_headings(&mut sheet);
        }
        Self { sheet, header, title, origin }
    }

    /// The same of a text that is no page, whatever it looks like.
    pub(super) fn whole(mut sheet: Blocks, title: Option<&str>, signed: bool) -> Self {
        let header = settle(&mut sheet, signed, Around::Notices);
        let (title, origin) = headline::of_whole(&mut sheet, title.or(header.title.as_deref()));
        headline::mark_headings(&mut sheet);
        Self { sheet, header, title, origin }
    }
}

/// Settles what each line of `sheet` is but for the headline and the headings, and returns what its header lines say; `signed` asks whether
/// a name alone may sign it, `around` what else may stand there.
fn settle(sheet: &mut Blocks, signed: bool, around: Around) -> HeaderFacts {
    // What a database prints around an article is that where it sent no text, too.
    let is_notice = |strip: &&BlockRange| around == Around::Notices && strip.kind == BlockKind::Furniture;
    let notices: Vec<Span> = sheet.strips.iter().filter(is_notice).map(|strip| strip.span).collect();
    caption::mark(sheet);
    comments::mark(sheet);
    let mut header = header::read(sheet);
    if signed {
        signing::at_head(sheet, &mut header);
    }
    boilerplate::mark(sheet);
    boilerplate::mark_closing(sheet);
    if signed {
        signing::at_foot(sheet, &mut header);
    }
    let bounds = |sheet: &mut Blocks| if around == Around::Anything { page_bounds::find(sheet) } else { None };
    if let Some(bounds) = bounds(sheet) {
        page_parts::mark(sheet, bounds);
    }
    if let Some(bounds) = bounds(sheet) {
        page_bounds::mark(sheet, bounds);
    }
    keep_some(sheet, &notices);
    header
}

/// Furniture is around an article: what would leave nothing to read is the article, but for the `notices` of a database.
fn keep_some(sheet: &mut Blocks, notices: &[Span]) {
    if sheet.text_places().next().is_some() {
        return;
    }
    for strip in sheet.strips.iter_mut().filter(|strip| !notices.iter().any(|notice| notice.covers(strip.span))) {
        strip.kind = BlockKind::Paragraph;
    }
}
