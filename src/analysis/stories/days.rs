//! The days of articles, and how far apart those of one event lie.

use crate::model::archive::{Archive, ArticleIx};
use crate::model::day;

/// Days that articles of one event lie apart at most, to be compared.
pub(super) const WINDOW: i32 = 7;

/// The first day an article may have been published on, as [`day::number`] counts.
pub(super) fn published(archive: &Archive, ix: ArticleIx) -> Option<i32> {
    Some(day::number(archive.get(ix)?.date().interval()?.first))
}
