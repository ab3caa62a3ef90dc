//! What a reader's corrections, or other articles of the archive, make of one article of a segment. Who is named in it stays as it was
//! loaded, unless it was read again.

use crate::model::article::Article;
use crate::model::segment::columns::Filed;
use crate::model::segment::view::ArticleRef;

/// What the second look over an archive makes of one article of a segment.
#[derive(Clone, Debug)]
pub enum Revised {
    /// It was read and analysed again.
    Read(Box<Filed>),
    /// Its headline, outlet or author is as here; its text, who is named in it and its events stay.
    Restated(Box<Article>),
}

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
