//! Marks: the annotations of the open article, each at the place where it stands now.
//!
//! A copy of what the notes say, placed again when the article or the notes change. `marking` makes and changes them, the ui
//! layer draws them.

use std::sync::Arc;

use ulid::Ulid;

use crate::model::anchor::AnchorState;
use crate::model::annotation::{Annotation, ArticleKey, Target};
use crate::model::article::Article;
use crate::notes::anchoring::body::Body;
use crate::notes::state::Notes;
use crate::text::span::Span;

/// An annotation where it stands in the body.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its identifier.
    pub id: Ulid,
    /// Where it stands.
    pub span: Span,
    /// How well it was found.
    pub state: AnchorState,
    /// What was marked and written.
    pub annotation: Annotation,
}

/// The annotations of the open article.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// Those that stand in the body, in its order.
    pub placed: Vec<Mark>,
    of: Option<Arc<Article>>,
    outdated: bool,
}

impl Marks {
    /// Takes note that the notes have changed.
    pub fn outdate(&mut self) {
        self.outdated = true;
    }

    /// Places the annotations of `article`, unless they are placed already.
    ///
    /// Where they belong is for `home` to say, as far as that is known.
    pub fn fit(&mut self, article: Option<&Arc<Article>>, notes: &Notes, home: impl Fn(Ulid) -> Option<bool>) {
        let is_same = match (&self.of, article) {
            (Some(of), Some(article)) => Arc::ptr_eq(of, article),
            (None, None) => true,
            _ => false,
        };
        if is_same && !self.outdated {
            return;
        }
        *self = Self { of: article.cloned(), ..Self::default() };
        if let Some(article) = article {
            self.place(article, notes, home);
        }
    }

    fn place(&mut self, article: &Article, notes: &Notes, home: impl Fn(Ulid) -> Option<bool>) {
        let key = ArticleKey::of(article);
        let body = Body::new(&article.body);
        for annotation in notes.of_article(&key) {
            let Target::Passage { article: other, anchor } = &annotation.target else { continue };
            let Ok(id) = annotation.id.parse() else { continue };
            let home = home(id);
            // It belongs to another article, be that a copy; thousands may share a headline, and none of them is looked for here.
            if home == Some(false) {
                continue;
            }
            let found = body.find(anchor);
            let is_shown = match (found.state, home) {
                (AnchorState::Exact, _) => true,
                (AnchorState::Moved, _) => !notes.is_orphan(id),
                // Who shares no more than a path or a headline must show the words, too.
                (_, is_here) => is_here.unwrap_or_else(|| other.is_same(&key)) && !notes.is_orphan(id),
            };
            if let Some(span) = found.span.filter(|_| is_shown) {
                self.placed.push(Mark { id, span, state: found.state, annotation });
            }
        }
        self.placed.sort_by_key(|mark| (mark.span, mark.id));
    }

    /// The mark that is meant at the byte `at`: the shortest that holds it, the newest of equals.
    #[must_use]
    pub fn at(&self, at: usize) -> Option<&Mark> {
        let holding = self.placed.iter().filter(|mark| mark.span.holds(at));
        holding.min_by_key(|mark| (mark.span.len(), std::cmp::Reverse(mark.id)))
    }

    /// The mark of this very place.
    #[must_use]
    pub fn of_span(&self, span: Span) -> Option<&Mark> {
        self.placed.iter().rev().find(|mark| mark.span == span)
    }

    /// The number of the next mark behind the one visited last, else from the byte `here` on; of the last before them when not
    /// `forward`. Around the ends it goes on.
    #[must_use]
    pub fn next(&self, visited: Option<Ulid>, here: usize, forward: bool) -> Option<usize> {
        let len = self.placed.len();
        let at = visited.and_then(|id| self.placed.iter().position(|mark| mark.id == id));
        let step = match (at, forward) {
            (Some(at), true) => at + 1,
            (Some(at), false) => at + len.max(1) - 1,
            (None, true) => self.placed.partition_point(|mark| mark.span.first() < here),
            (None, false) => self.placed.partition_point(|mark| mark.span.first() < here) + len.max(1) - 1,
        };
        step.checked_rem(len)
    }
}

#[cfg(test)]
mod tests {
    use super::{Mark, Marks};
    use crate::model::anchor::AnchorState;
    use crate::model::annotation::{Annotation, Target};
    use crate::model::property::Exported;
    use crate::text::span::Span;
    use proptest::collection::vec;
    use proptest::prelude::{prop_assert_eq, proptest};
    use ulid::Ulid;

    fn marks(spans: &[(usize, usize)]) -> Marks {
        let target = Target::Day { day: String::new() };
        let annotation = Annotation {
            id: String::new(),
            target,
            color: None,
            note: String::new(),
            created: 0,
            modified: 0,
            more: Exported::default(),
        };
        let mark = |((start, len), id): (&(usize, usize), u64)| Mark {
            id: Ulid::from_parts(id, 0),
            span: Span::new(*start, start + len),
            state: AnchorState::Exact,
            annotation: annotation.clone(),
        };
        let mut placed: Vec<Mark> = spans.iter().zip(1..).map(mark).collect();
        placed.sort_by_key(|mark| (mark.span, mark.id));
        Marks { placed, ..Marks::default() }
    }

    #[test]
    fn the_shortest_is_meant() {
        let marks = marks(&[(0, 20), (5, 5), (5, 5)]);
        assert_eq!(marks.at(6).unwrap().id, Ulid::from_parts(3, 0));
        assert_eq!(marks.at(12).unwrap().span, Span::new(0, 20));
        assert!(marks.at(20).is_none());
    }

    proptest! {
        #[test]
        fn each_mark_is_visited_once_in_order_from_anywhere(spans in vec((0..40_usize, 1..9_usize), 1..12), here in 0..50_usize) {
            let marks = marks(&spans);
            for forward in [true, false] {
                let (mut seen, mut visited) = (Vec::new(), None);
                for _ in 0..marks.placed.len() {
                    let at = marks.next(visited, here, forward).unwrap();
                    visited = Some(marks.placed[at].id);
                    seen.push(at);
                }
                let len = marks.placed.len();
                let expected: Vec<usize> = (0..len).map(|step| if forward { (seen[0] + step) % len } else { (seen[0] + len - step) % len }).collect();
                prop_assert_eq!(seen, expected);
            }
        }
    }
}
