//! Whole texts: which articles hold a term in a part that counts. All bodies of a segment are searched in one go.

use rayon::iter::{IndexedParallelIterator as _, IntoParallelIterator as _, ParallelIterator as _};

use crate::model::archive::ArticleIx;
use crate::model::segment::{ArticleRef, Segment};
use crate::query::evaluate::Evaluation;
use crate::query::evaluate::set::ArticleSet;
use crate::query::matching::pattern::{Census, TermPattern};
use crate::text::span::Span;

/// Where fewer than one article in so many is asked, bodies are searched one by one.
const SPARSE: usize = 8;

impl Evaluation<'_> {
    /// The articles of `within` whose text holds any of `patterns`, boilerplate left out.
    pub(super) fn text(&self, patterns: &[TermPattern], within: &ArticleSet) -> Option<ArticleSet> {
        let segments: Vec<_> = self.archive().placed_segments().collect();
        let picked: Vec<Vec<ArticleIx>> = segments
            .into_par_iter()
            .enumerate()
            .map(|(at, (start, segment))| {
                let census = || self.index.census(at);
                let asked: Vec<bool> = (start.0..).map(|ix| within.holds(ArticleIx(ix))).take(segment.len()).collect();
                let articles = |pattern| if (self.stop)() { Vec::new() } else { articles_with(segment, pattern, &asked, census) };
                let found = patterns.iter().flat_map(articles);
                found.filter_map(|at| u32::try_from(at).ok()).map(|at| ArticleIx(start.0 + at)).collect()
            })
            .collect();
        self.gather(picked)
    }
}

/// The articles of `segment` among those asked that hold `pattern`; `census` is taken when all of its text is searched.
fn articles_with<'a>(
    segment: &Segment,
    pattern: &TermPattern,
    asked: &[bool],
    census: impl Fn() -> Option<&'a Census>,
) -> Vec<usize> {
    let count = asked.iter().filter(|asked| **asked).count();
    if count * SPARSE < asked.len() {
        let wanted = asked.iter().enumerate().filter(|(_, asked)| **asked).map(|(at, _)| at);
        return wanted.filter(|at| segment.get(*at).is_some_and(|article| holds(article, pattern))).collect();
    }
    let (mut found, ends) = (Vec::new(), segment.body_ends());
    let text = segment.text();
    let mut places = census().map_or_else(|| pattern.find_iter(text), |census| pattern.find_iter_with(text, census));
    while let Some(place) = places.next() {
        let at = ends.partition_point(|end| *end as usize <= place.start);
        let (start, end) =
            (at.checked_sub(1).and_then(|at| ends.get(at)).copied().unwrap_or(0), ends.get(at).copied().unwrap_or(0));
        let place = Span::new(place.start, place.end);
        let counts = || segment.get(at).is_some_and(|article| is_text(article, place.start - start, place.end - start));
        if !asked.get(at).copied().unwrap_or(false) {
            places.skip_to(end as usize);
        } else if counts() {
            found.push(at);
            places.skip_to(end as usize);
        }
    }
    found
}

/// Whether the text of `article` holds `pattern`.
fn holds(article: ArticleRef<'_>, pattern: &TermPattern) -> bool {
    let mut places = pattern.find_iter(article.body().as_bytes()).map(|place| Span::new(place.start, place.end));
    places.any(|place| is_text(article, place.start, place.end))
}

/// Whether a place lies in one block that counts.
fn is_text(article: ArticleRef<'_>, start: u32, end: u32) -> bool {
    article.blocks().any(|block| block.kind.counts() && block.span.start <= start && end <= block.span.end)
}
