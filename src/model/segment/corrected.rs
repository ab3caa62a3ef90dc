//! What a reader's corrections make of one article of a segment. Who is named in it stays as it was loaded.

use crate::model::article::Article;
use crate::model::segment::view::ArticleRef;

/// What corrections make of one article.
#[derive(Clone, Debug)]
pub enum Corrected<'a> {
    /// What is stated of it, such as its headline, is as here; its events stay.
    Restated(Box<Article>),
    /// The same, and its events are as here.
    Redated(Box<Article>),
    /// All of that is as it is in another segment.
    As(ArticleRef<'a>),
}
