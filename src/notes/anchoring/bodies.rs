//! The bodies of an archive that anchors are made in, one article after the other. It finds nothing; `body` does.
//!
//! The review list asks it when it accepts many places at once.

use crate::model::archive::{Archive, ArticleIx};
use crate::notes::anchoring::body::Body;

/// The bodies of an archive. The last one stays at hand: the anchors of an article share its hash, which takes as long as reading all
/// of it.
#[derive(Debug)]
pub(crate) struct Bodies<'a> {
    archive: &'a Archive,
    last: Option<(ArticleIx, Body<'a>)>,
}

impl<'a> Bodies<'a> {
    /// The bodies of `archive`, none of which is at hand.
    pub(crate) fn of(archive: &'a Archive) -> Self {
        Self { archive, last: None }
    }

    /// The archive.
    pub(crate) fn archive(&self) -> &'a Archive {
        self.archive
    }

    /// The body of an article; `None` when there is no such article.
    pub(crate) fn body(&mut self, article: ArticleIx) -> Option<&Body<'a>> {
        if self.last.as_ref().is_none_or(|(last, _)| *last != article) {
            self.last = Some((article, Body::new(self.archive.get(article)?.body())));
        }
        self.last.as_ref().map(|(_, body)| body)
    }
}

#[cfg(test)]
mod tests {
    use super::Bodies;
    use crate::model::archive::{Archive, ArticleIx};
    use crate::model::article::Article;

    #[test]
    fn a_body_is_hashed_once_for_all_notes_on_it() {
        let mut archive = Archive::default();
        archive.append_articles(["un", "deux"].map(|body| Article { body: body.into(), ..Article::default() }));
        let mut bodies = Bodies::of(&archive);
        let mut hash = |at| {
            let hash = bodies.body(ArticleIx(at)).unwrap().hash();
            (hash.as_ptr().addr(), hash.to_owned())
        };
        let (first, again, other) = (hash(0), hash(0), hash(1));
        assert_eq!(first, again, "the same string, not an equal one");
        assert_ne!(first.1, other.1);
        assert_eq!(hash(0).1, first.1);
        assert!(bodies.body(ArticleIx(2)).is_none());
    }
}
