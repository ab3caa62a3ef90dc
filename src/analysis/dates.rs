//! Expressions of time: found, resolved against the publication date and the calendar, and given TIMEX3 values.
//!
//! The way of a text: `scan` (tokens, classes from `lexicon`) → `patterns` (what is said) → `tense` → `reading` (all that was
//! found) → `reference` (what to count from) → `resolve` (days and values). Called for each article by `analysis`.

pub mod calendar;
pub mod lexicon;
pub mod line;
pub mod nearness;
pub mod patterns;
pub mod read;
pub mod reading;
pub mod reference;
pub mod resolve;
pub mod scan;
pub mod table;
pub mod tense;
pub mod timex;
pub mod value;
pub mod word;

use unicode_segmentation::GraphemeCursor;

use crate::analysis::dates::reading::{Found, read};
use crate::analysis::dates::reference::Reference;
use crate::analysis::dates::resolve::Resolver;
use crate::analysis::publication::publication;
use crate::model::article::{Article, Lang};
use crate::model::date::{PartialDate, PublicationDate, Timex};
use crate::text::span::Span;

/// Finds and resolves the expressions of time in the parts `scope` of `text`.
///
/// A language without tables is read with those of French or English, whichever names more months and weekdays in it.
#[must_use]
pub fn tag(text: &str, scope: &[Span], lang: Lang, published: PublicationDate) -> Vec<Timex> {
    resolve(text, &read(text, scope, lang), published)
}

/// Reads a whole string as one absolute date in words or digits: `22 juillet 2020`, `Sept. 11, 2001`, `2020-05`.
///
/// The calendar day is taken as written, whatever the time zone behind it.
#[must_use]
pub fn read_date(text: &str) -> Option<PartialDate> {
    read::date(text)
}

/// Fills in the dates of `article` and, when its publication date is unknown, infers that first.
pub fn annotate(article: &mut Article) {
    let scope: Vec<Span> = article.text_blocks().map(|block| block.span).collect();
    let found = read(&article.body, &scope, article.lang);
    if article.published.date == PublicationDate::Unknown
        && let Some(inferred) = publication(&article.body, &scope, &found)
    {
        article.published = inferred;
    }
    article.dates = resolve(&article.body, &found, article.published.date);
}

fn resolve(text: &str, found: &[Found], published: PublicationDate) -> Vec<Timex> {
    let mut resolver = Resolver::new(Reference::new(published, found));
    let whole = |span: Span| on_boundary(text, span.first()) && on_boundary(text, span.after());
    found.iter().filter(|found| whole(found.span)).filter_map(|found| resolver.resolve(found)).collect()
}

/// Whether a grapheme begins or the text ends at `offset`.
fn on_boundary(text: &str, offset: usize) -> bool {
    text.is_char_boundary(offset) && GraphemeCursor::new(offset, text.len(), true).is_boundary(text, 0).unwrap_or(false)
}
