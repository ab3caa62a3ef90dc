//! Full-text search, folded, over the text that counts: boilerplate is not searched.
//!
//! A place is always given in the body as it stands, on whole characters. The reader's `/`, the search over the archive and
//! `liseuse search` call it, one article at a time; it keeps no index.

use memchr::memmem;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::Article;
use crate::model::segment::ArticleRef;
use crate::query::matching::pattern::opens_word;
use crate::text::fold::{Folded, fold, fold_mapped};
use crate::text::sentence::sentences;
use crate::text::span::Span;

/// Words to look for in bodies, folded once.
#[derive(Clone, Debug, Default)]
pub struct FindWords {
    /// The words with the white space between them taken out.
    words: Vec<String>,
    /// Finds the first of them.
    first: Option<memmem::Finder<'static>>,
    /// Whether they must begin at the head of a word.
    at_heads: bool,
}

/// One place where the words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextHit {
    /// The words found, in the body.
    pub span: Span,
    /// The sentence around them, in the body.
    pub sentence: Span,
}

impl FindWords {
    /// Folds `text`; runs of white space match any white space.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let words: Vec<String> = fold(text).split_whitespace().map(str::to_owned).collect();
        let first = words.first().map(|word| memmem::Finder::new(word).into_owned());
        Self { words, first, at_heads: false }
    }

    /// The same, found at the head of words alone, as queries find words in texts.
    #[must_use]
    pub fn at_heads(text: &str) -> Self {
        Self { at_heads: true, ..Self::new(text) }
    }

    /// Whether there is nothing to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The places where the words stand in `article`, in order, not overlapping.
    #[must_use]
    pub fn places(&self, article: &Article) -> Vec<Span> {
        article.text_blocks().flat_map(|block| self.in_block(&article.body, block.span)).collect()
    }

    /// [`FindWords::places`] with the sentence around each.
    #[must_use]
    pub fn hits(&self, article: ArticleRef<'_>) -> Vec<TextHit> {
        let (body, mut hits) = (article.body(), Vec::new());
        for block in article.text_blocks() {
            let places = self.in_block(body, block.span);
            if places.is_empty() {
                continue;
            }
            let sentences = sentences(block.span.of(body));
            let around = |place| around(&sentences, block.span, place);
            hits.extend(places.into_iter().map(|span| TextHit { span, sentence: around(span) }));
        }
        hits
    }

    /// Those of `rows` whose texts have the words, in their order.
    #[must_use]
    pub(crate) fn articles(&self, archive: &Archive, rows: &[ArticleIx]) -> Vec<ArticleIx> {
        let has =
            |article: ArticleRef<'_>| article.text_blocks().any(|block| !self.in_block(article.body(), block.span).is_empty());
        rows.par_iter().copied().filter(|ix| archive.get(*ix).is_some_and(has)).collect()
    }

    fn in_block(&self, body: &str, block: Span) -> Vec<Span> {
        let Some(first) = &self.first else { return Vec::new() };
        let folded = fold_mapped(block.of(body));
        let mut places: Vec<Span> = Vec::new();
        for start in first.find_iter(folded.text.as_bytes()) {
            if self.at_heads && !opens_word(folded.text.as_bytes(), start) {
                continue;
            }
            let Some(place) = self.whole(&folded, start) else { continue };
            let place = place.shift(block.first());
            if places.last().is_none_or(|last| last.end <= place.start) {
                places.push(place);
            }
        }
        places
    }

    /// The place of all words, when they stand one after the other from `start` of the folded text.
    fn whole(&self, folded: &Folded, start: usize) -> Option<Span> {
        let text = folded.text.get(start..)?;
        let mut words = self.words.iter();
        let mut rest = text.strip_prefix(words.next()?.as_str())?;
        for word in words {
            let next = rest.trim_start();
            if next.len() == rest.len() {
                return None;
            }
            rest = next.strip_prefix(word.as_str())?;
        }
        Some(folded.original(Span::new(start, start + text.len() - rest.len())))
    }
}

/// From the head of the sentence in which `place` begins to the end of the one in which it ends.
fn around(sentences: &[Span], block: Span, place: Span) -> Span {
    let holding = |offset: usize| {
        let at = sentences.partition_point(|sentence| sentence.shift(block.first()).after() <= offset);
        sentences.get(at).map(|sentence| sentence.shift(block.first())).filter(|sentence| sentence.holds(offset))
    };
    let start = holding(place.first()).map_or(place.start, |sentence| sentence.start);
    let end = holding(place.after().saturating_sub(1)).map_or(place.end, |sentence| sentence.end);
    Span { start, end }
}

#[cfg(test)]
mod tests;
