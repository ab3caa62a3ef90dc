//! The reader: which article is open, how far it is scrolled, what is looked for in it.

use std::collections::HashMap;
use std::sync::Arc;

use crate::app::panes::caret::Caret;
use crate::app::panes::layout::ReaderLayout;
use crate::app::viewport::Size;
use crate::app::widget::navigation::{Motion, Scroll, Spot};
use crate::model::actor::ActorIx;
use crate::model::archive::ArticleIx;
use crate::model::article::{Article, ArticleId};
use crate::model::segment::Segment;
use crate::query::matching::marker::Marker;
use crate::query::matching::search::FindWords;
use crate::text::span::Span;

/// Rows kept above a place that is jumped to, so that the sentences before it can be read.
const CONTEXT: usize = 3;

/// The words looked for in the open article, and where they stand.
#[derive(Clone, Debug, Default)]
pub struct FindHits {
    needle: FindWords,
    /// The places, in order.
    pub places: Vec<Span>,
}

/// The words that the query asks of the texts, and where they stand in the open article.
#[derive(Clone, Debug, Default)]
pub struct QueryHits {
    of: Option<(Arc<Marker>, Arc<Article>)>,
    /// The places, in order.
    pub places: Vec<Span>,
}

/// The reader.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    /// The place of the article that is open.
    pub open: Option<ArticleIx>,
    /// The article that is open.
    pub article: Option<Arc<Article>>,
    /// The segment it was taken from: another one in its place holds another state of it.
    segment: Option<Arc<Segment>>,
    /// Its rows.
    pub layout: Option<ReaderLayout>,
    /// The first row shown.
    pub top: usize,
    /// The place that was last jumped to: a dated sentence, a name, a hit.
    pub spot: Option<Span>,
    /// The cursor in the text, when it is out.
    pub caret: Option<Caret>,
    /// The word the mouse was pressed on, while it is held.
    pub pressed: Option<Span>,
    /// The actor that `]a` follows.
    pub actor: Option<ActorIx>,
    /// What is looked for.
    pub found: FindHits,
    /// What the query asks of the texts.
    pub asked: QueryHits,
    /// Whether addresses are opened without asking: the person was asked in this run.
    pub may_open_address: bool,
    /// Whether readers' comments are shown in full.
    unfolded: bool,
    measure: usize,
    /// Whether the open article was left at a place in its text, in this run.
    known: bool,
    kept: HashMap<ArticleId, Scroll>,
    pending: Option<Scroll>,
}

impl Reader {
    /// A reader whose lines are at most `measure` columns wide.
    #[must_use]
    pub fn new(measure: usize) -> Self {
        Self { measure, ..Self::default() }
    }

    /// Whether the article at `ix` is open as `segment` holds it.
    #[must_use]
    pub fn shows(&self, ix: ArticleIx, segment: &Arc<Segment>) -> bool {
        self.open == Some(ix) && self.segment.as_ref().is_some_and(|open| Arc::ptr_eq(open, segment))
    }

    /// Opens an article of `segment` where it was left, or at its head.
    pub fn show(&mut self, ix: ArticleIx, segment: Arc<Segment>, article: Arc<Article>) {
        self.keep_position();
        // Offsets into another text mean nothing; an article that the archive tells more of since is the same.
        let is_same = self.article.as_ref().is_some_and(|open| open.body == article.body);
        let is_again = is_same && self.article.as_ref().is_some_and(|open| open.id == article.id);
        (self.caret, self.spot) = (self.caret.filter(|_| is_same), self.spot.filter(|_| is_again));
        self.known = self.kept.get(&article.id).is_some_and(|scroll| scroll.offset.is_some());
        self.pending = Some(self.kept.get(&article.id).copied().unwrap_or_default());
        self.layout = None;
        self.found.places = self.found.needle.places(&article);
        (self.open, self.segment, self.article) = (Some(ix), Some(segment), Some(article));
    }

    /// Shows the article that is open as the archive holds it now, scrolled as it is.
    pub fn show_again(&mut self, ix: ArticleIx, segment: Arc<Segment>, article: Arc<Article>) {
        let scroll = self.scroll_wanted();
        self.show(ix, segment, article);
        self.pending = Some(scroll);
    }

    /// Closes what is open.
    pub fn close(&mut self) {
        self.keep_position();
        (self.open, self.segment, self.article) = (None, None, None);
        (self.layout, self.spot, self.caret, self.top) = (None, None, None, 0);
    }

    /// Whether the open article was left at a place in its text before, or stands at one now.
    #[must_use]
    pub fn has_place(&self) -> bool {
        self.known || self.scroll_wanted().offset.is_some()
    }

    fn keep_position(&mut self) {
        if let (Some(layout), None) = (&self.layout, self.pending) {
            self.kept.insert(layout.article().id.clone(), self.scroll_here());
        }
    }

    /// How far the article is scrolled.
    #[must_use]
    pub fn scroll_here(&self) -> Scroll {
        let Some(layout) = self.layout.as_ref().filter(|_| self.top > 0) else { return Scroll::default() };
        let offset = layout.offset_from(self.top);
        Scroll { offset: Some(offset), above: layout.row_of(offset).saturating_sub(self.top) }
    }

    /// How far it will be scrolled when it is laid out next.
    #[must_use]
    pub fn scroll_wanted(&self) -> Scroll {
        self.pending.unwrap_or_else(|| self.scroll_here())
    }

    /// Where the reader stands, to come back to.
    #[must_use]
    pub fn spot_here(&self) -> Option<Spot> {
        self.open.map(|article| Spot { article, scroll: self.scroll_here() })
    }

    /// The byte of the body that counts as being read: the last place jumped to while it is in view, else the first row.
    #[must_use]
    pub fn reading(&self, rows: usize) -> usize {
        let Some(layout) = &self.layout else { return 0 };
        let in_view = |spot: &Span| (self.top..self.top + rows.max(1)).contains(&layout.row_of(spot.first()));
        self.spot.filter(in_view).map_or_else(|| layout.offset_from(self.top), Span::first)
    }

    /// The columns a line of the body may take in a window of `size`.
    #[must_use]
    pub fn columns(&self, size: Size) -> usize {
        // Beside the text there is room for the letters of highlights.
        self.measure.min(size.cols.saturating_sub(4)).max(1)
    }

    /// Shows readers' comments in full, or folds them.
    pub(crate) fn toggle_comments(&mut self) {
        self.unfolded = !self.unfolded;
    }

    /// Wraps the open article to the window and keeps the scroll within it.
    pub fn fit(&mut self, size: Size) {
        let Some(article) = &self.article else { return };
        let width = self.columns(size);
        if !self.layout.as_ref().is_some_and(|layout| layout.is_of(article, width, self.unfolded)) {
            self.pending = self.pending.or_else(|| Some(self.scroll_here()));
            self.layout = Some(ReaderLayout::new(Arc::clone(article), width, self.unfolded));
        }
        if let (Some(wanted), Some(layout)) = (self.pending.take(), &self.layout) {
            self.top = wanted.offset.map_or(0, |offset| layout.row_of(offset).saturating_sub(wanted.above));
        }
        self.top = self.top.min(self.last_top(size.rows));
    }

    fn last_top(&self, rows: usize) -> usize {
        self.layout.as_ref().map_or(0, |layout| layout.len().saturating_sub(rows.max(1)))
    }

    /// Scrolls.
    pub fn scroll(&mut self, motion: Motion, rows: usize) {
        self.top = motion.from(self.top, self.last_top(rows), rows);
        self.spot = None;
    }

    /// Scrolls to where it once was, as soon as the article is laid out.
    pub fn go_to(&mut self, scroll: Scroll) {
        self.pending = Some(scroll);
        self.spot = None;
    }

    /// Marks `place` and brings it into view, with some rows above it when the window has to move.
    pub fn jump_to(&mut self, place: Span, rows: usize) {
        self.spot = Some(place);
        let Some(layout) = &self.layout else {
            self.pending = Some(Scroll { offset: Some(place.first()), above: CONTEXT });
            return;
        };
        let row = layout.row_of(place.first());
        let inner = self.top..(self.top + rows).saturating_sub(1).max(self.top + 1);
        if !inner.contains(&row) {
            self.top = row.saturating_sub(CONTEXT).min(self.last_top(rows));
        }
    }

    /// Brings the byte at `offset` into view, moving no further than it takes.
    pub fn keep_in_view(&mut self, offset: usize, rows: usize) {
        let Some(layout) = &self.layout else { return };
        let (row, margin) = (layout.row_of(offset), (rows / 8).min(2));
        let earliest = (row + margin + 1).saturating_sub(rows);
        self.top = self.top.clamp(earliest, row.saturating_sub(margin).max(earliest)).min(self.last_top(rows));
    }

    /// Looks for `needle` in the open article.
    pub fn look_for(&mut self, needle: FindWords) {
        let places = self.article.as_ref().map(|article| needle.places(article)).unwrap_or_default();
        self.found = FindHits { needle, places };
    }

    /// Marks in the open article what the query asks of the texts.
    pub fn ask(&mut self, marker: &Arc<Marker>) {
        let Some(article) = self.article.as_ref().filter(|_| marker.looks_in_text()) else {
            self.asked = QueryHits::default();
            return;
        };
        let is_same = |(by, of): &(Arc<Marker>, Arc<Article>)| Arc::ptr_eq(by, marker) && Arc::ptr_eq(of, article);
        if !self.asked.of.as_ref().is_some_and(is_same) {
            self.asked = QueryHits { places: marker.in_text(article), of: Some((Arc::clone(marker), Arc::clone(article))) };
        }
    }

    /// How far the last row shown is, in per cent.
    #[must_use]
    pub fn percent(&self, rows: usize) -> usize {
        let len = self.layout.as_ref().map_or(0, ReaderLayout::len);
        ((self.top + rows).min(len) * 100).checked_div(len).unwrap_or(100)
    }
}

/// The next of `places` after the byte `from`, or the last before it; wraps around the ends.
#[must_use]
pub fn next_place(places: &[Span], from: Option<Span>, here: usize, forward: bool) -> Option<(usize, Span)> {
    let at = match (forward, from) {
        (true, Some(spot)) => places.partition_point(|place| place.first() <= spot.first()),
        (true, None) => places.partition_point(|place| place.first() < here),
        (false, _) => {
            let before = from.map_or(here, Span::first);
            places.partition_point(|place| place.first() < before).checked_sub(1).unwrap_or(places.len().saturating_sub(1))
        }
    };
    let at = if at < places.len() { at } else { 0 };
    places.get(at).map(|place| (at, *place))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Reader, next_place};
    use crate::model::archive::ArticleIx;
    use crate::model::article::{Article, ArticleId};
    use crate::model::segment::Segment;
    use crate::text::span::Span;

    #[test]
    fn an_article_that_is_known_better_stays_where_one_is() {
        let article =
            |id: &str| Arc::new(Article { id: ArticleId(id.into()), body: "Un vote. Un port.".into(), ..Article::default() });
        let mut reader = Reader::new(72);
        let show = |reader: &mut Reader, id: &str| reader.show_again(ArticleIx(0), Arc::new(Segment::pack(&[])), article(id));
        show(&mut reader, "one");
        reader.spot = Some(Span::new(9, 17));
        show(&mut reader, "one");
        assert_eq!(reader.spot, Some(Span::new(9, 17)));
        show(&mut reader, "another");
        assert_eq!(reader.spot, None);
    }

    #[test]
    fn next_and_previous_visit_every_place_and_wrap() {
        let places: Vec<_> = [3, 9, 20].map(|at| Span::new(at, at + 2)).to_vec();
        let at = |found: Option<(usize, Span)>| found.unwrap().0;
        assert_eq!(at(next_place(&places, None, 0, true)), 0);
        assert_eq!(at(next_place(&places, None, 9, true)), 1);
        assert_eq!(at(next_place(&places, Some(places[1]), 0, true)), 2);
        assert_eq!(at(next_place(&places, Some(places[2]), 0, true)), 0);
        assert_eq!(at(next_place(&places, Some(places[0]), 0, false)), 2);
        assert_eq!(at(next_place(&places, None, 15, false)), 1);
        assert!(next_place(&[], None, 0, true).is_none());
    }
}
