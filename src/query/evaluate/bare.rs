//! Bare words: fuzzily in the headline, the outlet and the names of actors, and at the head of the publication date.

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::model::archive::ArticleIx;
use crate::model::segment::ArticleRef;
use crate::query::evaluate::Evaluation;
use crate::query::fuzzy;
use crate::query::language::term::Term;
use crate::query::marker::is_fuzzy;
use crate::query::set::ArticleSet;
use crate::query::terms::pattern;

/// What a match in the headline counts more than one beside it.
const HEADLINE: u32 = 2;

/// How well a word matches what many articles share: asked once for the archive, not once for each article.
struct Beside {
    sources: Vec<Option<u32>>,
    actors: Vec<Option<u32>>,
    /// The word when it may be the head of a date: `2020`, `2020-08`.
    date: Option<Box<str>>,
}

impl Evaluation<'_> {
    /// The articles of `within` that match a bare term; how well is added to their scores.
    pub(super) fn bare(&mut self, term: &Term, within: &ArticleSet) -> Option<ArticleSet> {
        if is_fuzzy(term) {
            return self.fuzzy(term.text(), within);
        }
        let Some(pattern) = pattern(term) else { return Some(ArticleSet::none(self.len())) };
        let is_match = |text: &str| pattern.is_match(text.as_bytes());
        let sources: Vec<bool> = self.index.source_names().map(is_match).collect();
        let actors: Vec<bool> =
            self.archive().actors().iter().map(|(_, actor)| actor.spellings.iter().any(|text| is_match(text))).collect();
        self.pick(within, |ix, article| {
            is_match(article.title())
                || self.index.source(ix).is_some_and(|at| sources.get(at) == Some(&true))
                || article.actors().any(|(actor, _)| actors.get(usize::from(actor.0)) == Some(&true))
        })
    }

    fn fuzzy(&mut self, text: &str, within: &ArticleSet) -> Option<ArticleSet> {
        let words = fuzzy::Pattern::new(text);
        let Some(word) = words.words().first() else { return Some(within.clone()) };
        let beside = Beside::new(word, self.index.sources(), self.index.spellings());
        let segments: Vec<_> = self.archive().placed_segments().collect();
        let index = self.index;
        let scored: Vec<Vec<(ArticleIx, u32)>> = segments
            .into_par_iter()
            .map(|(start, segment)| {
                if (self.stop)() {
                    return Vec::new();
                }
                let placed = (start.0..).map(ArticleIx).zip(segment.iter()).filter(|(ix, _)| within.holds(*ix));
                placed
                    .filter_map(|(ix, article)| {
                        let headline = word.find(article.folded_title()).map(|found| HEADLINE * narrow(found.score));
                        Some((ix, headline.max(beside.score(article, index.source(ix)))?))
                    })
                    .collect()
            })
            .collect();
        if (self.stop)() {
            return None;
        }
        let mut set = ArticleSet::none(self.len());
        self.scores.resize(self.archive().len(), 0);
        for (ix, score) in scored.into_iter().flatten() {
            set.insert(ix);
            if let Some(sum) = self.scores.get_mut(ix.0 as usize) {
                *sum = sum.saturating_add(score);
            }
        }
        Some(set)
    }
}

impl Beside {
    fn new(word: &fuzzy::Word, sources: &[Box<str>], spellings: &[Vec<Box<str>>]) -> Self {
        let score = |text: &str| word.find(text).map(|found| narrow(found.score));
        let best = |spellings: &Vec<Box<str>>| spellings.iter().filter_map(|text| score(text)).max();
        let date = word.folded().bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        Self {
            sources: sources.iter().map(|name| score(name)).collect(),
            actors: spellings.iter().map(best).collect(),
            date: date.then(|| word.folded().into()),
        }
    }

    /// How well the word matches beside the headline. A date matches from its head, so that a number in it is no match.
    fn score(&self, article: ArticleRef<'_>, source: Option<usize>) -> Option<u32> {
        let source = source.and_then(|source| *self.sources.get(source)?);
        let actor = article.actors().filter_map(|(actor, _)| *self.actors.get(usize::from(actor.0))?).max();
        let is_dated = |head: &str| article.date().to_string().split('/').any(|date| date.starts_with(head));
        source.max(actor).max(self.date.as_deref().filter(|head| is_dated(head)).map(|_| 0))
    }
}

/// A score of the matcher, which is small and never below zero for a match.
fn narrow(score: i64) -> u32 {
    u32::try_from(score.max(0)).unwrap_or(u32::MAX)
}
