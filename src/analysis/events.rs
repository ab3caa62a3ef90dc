//! Events: the dated sentences of an article.

use crate::model::article::Article;
use crate::model::event::Event;

/// The events of an article whose dates and mentions are known, in order of the body.
#[must_use]
pub fn events(article: &Article) -> Vec<Event> {
    let _ = article;
    Vec::new()
}
