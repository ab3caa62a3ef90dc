//! Expressions of time: found, resolved against the publication date and the calendar, and given TIMEX3 values.

use crate::model::article::{Article, Lang};
use crate::model::date::{PartialDate, PublicationDate, Timex};
use crate::text::span::Span;

/// Finds and resolves the expressions of time in the parts `scope` of `text`.
#[must_use]
pub fn tag(text: &str, scope: &[Span], lang: Lang, published: PublicationDate) -> Vec<Timex> {
    let _ = (text, scope, lang, published);
    Vec::new()
}

/// Reads a whole string as one absolute date in words or digits: `22 juillet 2020`, `Sept. 11, 2001`, `2020-05`.
#[must_use]
pub fn read_date(text: &str) -> Option<PartialDate> {
    PartialDate::parse(text.trim())
}

/// Fills in the dates of `article` and, when its publication date is unknown, infers that first.
pub fn annotate(article: &mut Article) {
    let _ = article;
}
