//! The body of an article, prepared for anchors: makes them, and finds them again.
//!
//! Made once for a text and asked for as many anchors as there are. What a question needs is worked out when it is first asked: an
//! anchor whose text is unchanged costs no search.

use std::cell::OnceCell;
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::model::anchor::{Anchor, AnchorState};
use crate::notes::anchoring::candidates::{ScoredPlace, SearchedText};
use crate::notes::anchoring::decide::{Verdict, is_beyond_doubt, judge, score};
use crate::notes::anchoring::offset_index::Ruler;
use crate::notes::anchoring::pattern::QuotePattern;
use crate::notes::anchoring::plain::Plain;
use crate::notes::anchoring::qgrams::Grams;
use crate::text::grapheme;
use crate::text::span::Span;

/// The version of this program, which cleans the bodies.
pub const EXTRACTOR: &str = env!("CARGO_PKG_VERSION");

/// A cleaned body in which anchors are made and found.
#[derive(Debug)]
pub struct Body<'a> {
    text: &'a str,
    hash: OnceCell<String>,
    ruler: OnceCell<Ruler>,
    plain: OnceCell<Plain>,
    grams: OnceCell<Grams>,
}

/// What became of a passage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reanchored {
    /// How well it was found.
    pub state: AnchorState,
    /// Where it stands; `None` when it is ambiguous or an orphan.
    pub span: Option<Span>,
    /// The places that come into question, the best first; when it was found, it is the first.
    pub places: Vec<PassageCandidate>,
}

/// A place that comes into question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PassageCandidate {
    /// Where.
    pub span: Span,
    /// How sure it is, from 0 to 1.
    pub confidence: f32,
    /// How alike the words are, from 0 to 1.
    pub likeness: f32,
}

impl<'a> Body<'a> {
    /// Takes `text`, a cleaned body.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let (hash, ruler, plain, grams) = Default::default();
        Self { text, hash, ruler, plain, grams }
    }

    /// SHA-256 of the text in hexadecimal.
    pub fn hash(&self) -> &str {
        self.hash.get_or_init(|| {
            Sha256::digest(self.text).iter().fold(String::with_capacity(64), |mut hash, byte| {
                // Writing to a string cannot fail.
                let _ = write!(hash, "{byte:02x}");
                hash
            })
        })
    }

    /// The anchor of the passage at `span`, widened to whole graphemes.
    #[must_use]
    pub fn anchor(&self, span: Span) -> Anchor {
        let text = self.text;
        let first = grapheme::floor(text, span.first().min(text.len()));
        let last = span.after().clamp(first, text.len());
        let last = if grapheme::is_boundary(text, last) { last } else { grapheme::next(text, last) };
        let (before, exact) =
            text.split_at_checked(last).map_or(("", ""), |(head, _)| head.split_at_checked(first).unwrap_or_default());
        let from = before.char_indices().rev().take(Anchor::CONTEXT).last().map_or(first, |(at, _)| at);
        let from = if grapheme::is_boundary(text, from) { from } else { grapheme::next(text, from) };
        let behind = text.get(last..).unwrap_or_default();
        let to = behind.char_indices().nth(Anchor::CONTEXT).map_or(text.len(), |(at, _)| grapheme::floor(text, last + at));
        Anchor {
            exact: exact.to_owned(),
            prefix: text.get(from..first).unwrap_or_default().to_owned(),
            suffix: text.get(last..to.max(last)).unwrap_or_default().to_owned(),
            start: self.ruler().point(text, first),
            end: self.ruler().point(text, last),
            text: self.hash().to_owned(),
            extractor: EXTRACTOR.to_owned(),
        }
    }

    /// Finds the passage of `anchor`: in place, elsewhere, or something like it, and only with a margin over the next best.
    #[must_use]
    pub fn find(&self, anchor: &Anchor) -> Reanchored {
        let at = self.ruler().byte(self.text, anchor.start);
        let standing = Span::new(at, self.ruler().byte(self.text, anchor.end));
        if standing.of(self.text) == anchor.exact && anchor.text == self.hash() {
            return Reanchored::at(standing);
        }
        let pattern = QuotePattern::of(anchor);
        let len = pattern.quotation().len();
        if len == 0 {
            return Reanchored { state: AnchorState::Orphan, ..Reanchored::default() };
        }
        if let Some(span) = self.in_place(&pattern, at) {
            return Reanchored::at(span);
        }
        let field = self.field(at);
        let mut candidates = field.exact(&pattern);
        if candidates.iter().any(is_beyond_doubt)
            && field.is_alone(&pattern)
            && let Verdict::Found(best) = judge(candidates.clone(), len)
        {
            return self.found(anchor, &best, len);
        }
        candidates.extend(field.near(&pattern));
        field.look_around(&pattern, &mut candidates);
        match judge(candidates, len) {
            Verdict::Found(best) => self.found(anchor, &best, len),
            Verdict::Open(best) => Reanchored { state: AnchorState::Ambiguous, span: None, places: self.places(&best, len) },
            Verdict::None(best) => Reanchored { state: AnchorState::Orphan, span: None, places: self.places(&best, len) },
        }
    }

    /// The places where `words` stand, of which no context is known; when they stand nowhere, the places most like them. The best first.
    #[must_use]
    pub fn search(&self, words: &str) -> Vec<PassageCandidate> {
        let pattern = QuotePattern::of_words(words);
        let field = self.field(0);
        let exact = field.exact(&pattern);
        let mut found = if exact.is_empty() { field.near(&pattern) } else { exact };
        found.sort_by(|a, b| b.quotation.total_cmp(&a.quotation).then(a.start.cmp(&b.start)));
        self.places(&found, pattern.quotation().len())
    }

    /// Where `words` stand first, word for word; `None` when they do not.
    #[must_use]
    pub fn holds(&self, words: &str) -> Option<Span> {
        let (words, plain) = (Plain::of(words), self.plain());
        let len = words.symbols().len();
        let first = words.symbols().first()?;
        let stands = |at: &usize| plain.symbols().get(*at..).is_some_and(|rest| rest.starts_with(words.symbols()));
        let starts = plain.symbols().iter().enumerate().filter(|(_, symbol)| *symbol == first).map(|(at, _)| at);
        starts.into_iter().find(stands).map(|at| plain.source(self.text, at, at + len))
    }

    /// The passage when it stands with all its context at the byte `at`.
    fn in_place(&self, pattern: &QuotePattern, at: usize) -> Option<Span> {
        let plain = self.plain();
        let (start, end) = pattern.ends();
        // White space before the quotation is not part of the pattern, so the place may be a symbol further.
        let places = [0, 1].map(|space| (plain.before(at) + space).checked_sub(start));
        let stands = |at: &usize| plain.symbols().get(*at..).is_some_and(|rest| rest.starts_with(pattern.whole()));
        let from = places.into_iter().flatten().find(stands)?;
        Some(plain.source(self.text, from + start, from + end))
    }

    fn found(&self, anchor: &Anchor, best: &[ScoredPlace], len: usize) -> Reanchored {
        let places = self.places(best, len);
        let Some((first, span)) = best.first().zip(places.first().map(|place| place.span)) else { return Reanchored::default() };
        let is_surrounded = first.context.iter().all(|side| side.len == 0 || side.likeness >= 1.0);
        let is_in_place = self.ruler().point(self.text, span.first()) == anchor.start;
        // Another extractor shifts all positions although nobody moved a word: then the surroundings tell the place.
        let state = match first.quotation {
            likeness if likeness < 1.0 => AnchorState::Altered,
            _ if is_in_place || (is_surrounded && anchor.extractor != EXTRACTOR) => AnchorState::Exact,
            _ => AnchorState::Moved,
        };
        Reanchored { state, span: Some(span), places }
    }

    fn places(&self, candidates: &[ScoredPlace], len: usize) -> Vec<PassageCandidate> {
        let sighting = |candidate: &ScoredPlace| PassageCandidate {
            span: self.plain().source(self.text, candidate.start, candidate.end),
            confidence: score(candidate, len).clamp(0.0, 1.0),
            likeness: candidate.quotation,
        };
        candidates.iter().map(sighting).collect()
    }

    fn field(&self, at: usize) -> SearchedText<'_> {
        let plain = self.plain();
        let text = plain.symbols();
        let grams = self.grams.get_or_init(|| Grams::of(text));
        SearchedText { plain, text, grams, expected: self.plain().before(at) }
    }

    fn ruler(&self) -> &Ruler {
        self.ruler.get_or_init(|| Ruler::of(self.text))
    }

    fn plain(&self) -> &Plain {
        self.plain.get_or_init(|| Plain::of(self.text))
    }
}

impl Reanchored {
    fn at(span: Span) -> Self {
        let sighting = PassageCandidate { span, confidence: 1.0, likeness: 1.0 };
        Self { state: AnchorState::Exact, span: Some(span), places: vec![sighting] }
    }
}
