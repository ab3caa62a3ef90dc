//! The marker: what of a query shows in a line or a text, so that a person sees why an article is there.
//!
//! Made once for a query. It marks what is asked for, never what is excluded.

use crate::model::article::Article;
use crate::model::segment::ArticleRef;
use crate::query::language::ast::{Clause, Expr, Query, TermScope};
use crate::query::language::term::{QueryTerm, TermKind};
use crate::query::matching::fuzzy;
use crate::query::matching::pattern::TermPattern;
use crate::query::matching::terms::{pattern, text_pattern, word_pattern};
use crate::text::span::Span;

/// Finds the words of a query.
#[derive(Clone, Debug, Default)]
pub struct Marker {
    /// The bare words that match fuzzily.
    words: fuzzy::FuzzyPattern,
    /// Other bare terms, and those of `title:`.
    terms: Vec<TermPattern>,
    /// The terms of `text:`, and the bare ones that are looked for in texts.
    texts: Vec<TermPattern>,
}

impl Marker {
    /// A marker for `query`.
    #[must_use]
    pub fn new(query: &Query) -> Self {
        let (mut marker, mut words) = (Self::default(), String::new());
        query.root().into_iter().for_each(|root| marker.gather(root, &mut words));
        marker.words = fuzzy::FuzzyPattern::new(&words);
        marker
    }

    fn gather(&mut self, expr: &Expr, words: &mut String) {
        match expr {
            Expr::And(parts) | Expr::Or(parts) => parts.iter().for_each(|part| self.gather(part, words)),
            Expr::Saved(saved) => saved.query.root().into_iter().for_each(|root| self.gather(root, words)),
            Expr::Term(term) => {
                self.texts.extend(text_pattern(term));
                if is_fuzzy(term) {
                    words.push(' ');
                    words.push_str(term.text());
                } else {
                    self.terms.extend(pattern(term));
                }
            }
            Expr::Clause(Clause::Field(TermScope::Title, terms)) => self.terms.extend(terms.iter().filter_map(pattern)),
            Expr::Clause(Clause::Field(TermScope::Text, terms)) => self.texts.extend(terms.iter().filter_map(word_pattern)),
            Expr::Not(_) | Expr::Clause(_) => {}
        }
    }

    /// The characters of a headline, an outlet or a name that the query matches, in order, neighbours joined.
    #[must_use]
    pub fn in_line(&self, line: &str) -> Vec<Span> {
        let mut marks = self.words.marks_in(line);
        if self.terms.is_empty() {
            return marks;
        }
        marks.extend(self.terms.iter().flat_map(|term| places(term, line)));
        fuzzy::joined(marks)
    }

    /// Whether the query asks for words of the text.
    #[must_use]
    pub fn looks_in_text(&self) -> bool {
        !self.texts.is_empty()
    }

    /// The places in the text of `article` that the query asks for, in order, boilerplate left out.
    #[must_use]
    pub fn in_text(&self, article: &Article) -> Vec<Span> {
        self.among(&article.body, &article.text_blocks().map(|block| block.span).collect::<Vec<_>>())
    }

    /// [`Marker::in_text`] of a packed article.
    #[must_use]
    pub fn in_body(&self, article: ArticleRef<'_>) -> Vec<Span> {
        self.among(article.body(), &article.text_blocks().map(|block| block.span).collect::<Vec<_>>())
    }

    fn among(&self, body: &str, blocks: &[Span]) -> Vec<Span> {
        let found = self.texts.iter().flat_map(|text| places(text, body));
        // Blocks come in order, so that a long page with many places costs no more than both.
        let block = |place: &Span| blocks.get(blocks.partition_point(|block| block.end <= place.start));
        let mut found: Vec<Span> = found.filter(|place| block(place).is_some_and(|block| block.covers(*place))).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Whether a bare term is matched letter by letter.
#[must_use]
pub fn is_fuzzy(term: &QueryTerm) -> bool {
    term.kind() == TermKind::Fuzzy && !term.requires_accents()
}

fn places<'a>(pattern: &'a TermPattern, text: &'a str) -> impl Iterator<Item = Span> + 'a {
    pattern.find_iter(text.as_bytes()).map(|place| Span::new(place.start, place.end))
}
