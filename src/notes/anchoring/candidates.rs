//! Candidates: the places of a text where a passage may stand, weighed.
//!
//! It proposes and measures; [`super::judge`] decides. Called by [`super::body`].

use crate::notes::anchoring::align::SymbolRows;
use crate::notes::anchoring::context::Surroundings;
use crate::notes::anchoring::pattern::{QuotePattern, Side, edges, likeness};
use crate::notes::anchoring::plain::Plain;
use crate::notes::anchoring::qgrams::{Grams, Region};

/// Of a quotation with more symbols than this only both ends are aligned, and its middle is compared by the runs in it.
const LONG: usize = 768;
/// The symbols of a long quotation that are aligned at each end.
const END: usize = 384;
/// Regions that are looked at.
const REGIONS: usize = 8;
/// How many symbols a passage may have drifted by until its position tells nothing.
const DRIFT: usize = 960;
/// Places where the very words stand that are looked at, those nearest to where they stood.
const OCCURRENCES: usize = 256;

/// A place where a passage may stand, in symbols of the plain form.
#[derive(Clone, Copy, Debug)]
pub struct ScoredPlace {
    /// The first symbol.
    pub start: usize,
    /// Behind the last.
    pub end: usize,
    /// How alike the words are, from 0 to 1; 1 only when they are the same.
    pub quotation: f32,
    /// How alike the text before and behind is.
    pub context: [Side; 2],
    /// How near it is to where the passage stood, from 0 to 1.
    pub nearness: f32,
}

/// A text in which candidates are looked for.
#[derive(Clone, Copy, Debug)]
pub struct SearchedText<'a> {
    /// The text in its plain form.
    pub plain: &'a Plain,
    /// Its symbols.
    pub text: &'a [u32],
    /// Its runs.
    pub grams: &'a Grams,
    /// The symbol at which the passage stood.
    pub expected: usize,
}

impl SearchedText<'_> {
    /// Where the very words stand.
    #[must_use]
    pub fn exact(self, pattern: &QuotePattern) -> Vec<ScoredPlace> {
        let mut places = self.grams.exact(pattern.quotation(), self.text);
        if places.len() > OCCURRENCES {
            places.sort_by_key(|at| at.abs_diff(self.expected));
            places.truncate(OCCURRENCES);
        }
        let len = pattern.quotation().len();
        places.into_iter().map(|at| self.weigh(pattern, at, at + len, 1.0)).collect()
    }

    /// Where something like the words stands.
    #[must_use]
    pub fn near(self, pattern: &QuotePattern) -> Vec<ScoredPlace> {
        let (start, end) = pattern.ends();
        let is_long = end - start > LONG;
        let head = if is_long { start + END } else { pattern.whole().len() };
        let sought = pattern.whole().get(..head).unwrap_or_default();
        let slack = 24 + sought.len() / 4;
        let rows = SymbolRows::of(sought);
        let mut found = Vec::new();
        for region in self.grams.regions(sought, slack, REGIONS) {
            let (from, to) = self.window(region, sought.len(), slack);
            let Some(window) = self.text.get(from..to) else { continue };
            let alignment = rows.align(window);
            let (first, mut last) = alignment.stretch(start, head.min(end));
            if is_long {
                last = self.tail(pattern, from + first).saturating_sub(from);
            }
            let (first, last) = pattern.to_words(self.text, from + first, (from + last).min(self.text.len()));
            if first < last {
                let quotation = self.likeness(pattern, first, last);
                found.push(self.weigh(pattern, first, last, quotation));
            }
        }
        found
    }

    fn weigh(self, pattern: &QuotePattern, start: usize, end: usize, quotation: f32) -> ScoredPlace {
        let mut context = pattern.context(self.text, start, end);
        let edges = pattern.edges().into_iter().zip(edges(self.plain, start, end));
        for (side, (was, is)) in context.iter_mut().zip(edges) {
            side.is_edge = was && is;
        }
        let nearness = likeness(start.abs_diff(self.expected), DRIFT);
        ScoredPlace { start, end, quotation, context, nearness }
    }

    /// Tells candidates where else their context stands.
    pub fn look_around(self, pattern: &QuotePattern, candidates: &mut [ScoredPlace]) {
        let surroundings = Surroundings::of(pattern, self.grams, self.text);
        for candidate in candidates {
            surroundings.tell(&mut candidate.context, (candidate.start, candidate.end), self.expected);
        }
    }

    /// Whether one place alone is anything like the whole pattern, with its context.
    #[must_use]
    pub fn is_alone(self, pattern: &QuotePattern) -> bool {
        const FEW: usize = 4;
        let sought = pattern.whole().get(..LONG).unwrap_or(pattern.whole());
        let slack = 24 + sought.len() / 4;
        match self.grams.regions(sought, slack, 2).as_slice() {
            [best, next] => next.votes * FEW <= best.votes,
            _ => true,
        }
    }

    /// The symbols that an alignment in `region` can touch.
    fn window(self, region: Region, len: usize, slack: usize) -> (usize, usize) {
        let place = |at: i64| usize::try_from(at).unwrap_or_default();
        let from = place(region.first).saturating_sub(slack);
        (from, (place(region.last) + len + slack).min(self.text.len()))
    }

    /// Behind the last symbol of a long quotation that begins at `start`: where its end and what follows it align best.
    fn tail(self, pattern: &QuotePattern, start: usize) -> usize {
        let (first, last) = pattern.ends();
        let len = last - first;
        let sought = pattern.whole().get(last - END..).unwrap_or_default();
        let from = start + len - len / 4 - END;
        let to = (start + len + len / 4 + sought.len()).min(self.text.len());
        let window = self.text.get(from..to).unwrap_or_default();
        from.min(self.text.len()) + SymbolRows::of(sought).align(window).stretch(0, END).1
    }

    /// How alike the quotation is to the symbols from `start` to `end`.
    fn likeness(self, pattern: &QuotePattern, start: usize, end: usize) -> f32 {
        let (quotation, found) = (pattern.quotation(), self.text.get(start..end).unwrap_or_default());
        if quotation == found {
            return 1.0;
        }
        let most = quotation.len().max(found.len());
        if most <= 2 * LONG {
            return likeness(SymbolRows::of(quotation).distances(found).0, most);
        }
        // A changed word breaks the runs of its neighbours too: about twice as many runs go as words. Beyond what it grew or
        // shrank by, a long passage cannot be alike.
        let kept = self.grams.share(quotation, start, end).sqrt();
        kept.min(likeness(quotation.len().abs_diff(found.len()), most)).min(0.999)
    }
}
