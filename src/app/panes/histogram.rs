//! The histogram over the list: the chart of the months in the search results, and the brush that picks a span of it.
//!
//! `brushing` moves the brush and makes the filter, the ui layer draws.

use std::ops::RangeInclusive;

use crate::app::panes::chart::{Chart, Month, number};
use crate::query::results::facets::FacetCount;
use crate::query::selection::Facet;
use crate::tr;

/// What picks a span of columns. It is held as months, so that it stays where it is when the columns change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brush {
    /// The month its head is on.
    pub at: Month,
    /// The month its other end is on; where the head is when there is none.
    pub anchor: Option<Month>,
    /// Whether the button of the mouse holds it.
    pub held: bool,
}

/// The histogram.
#[derive(Clone, Debug, Default)]
pub struct Histogram {
    /// Whether the person put it away.
    pub hidden: bool,
    /// The brush, while a span is being picked.
    pub brush: Option<Brush>,
    /// The columns.
    pub chart: Chart,
    months: Vec<(Month, usize)>,
    cols: usize,
    /// From the first to the last month there ever was an article of. A filter that leaves fewer does not take the columns away,
    /// nor the rows under the eye.
    seen: Option<(Month, Month)>,
}

impl Histogram {
    /// Takes in how many articles there are by month of publication, the newest month first.
    pub fn take(&mut self, months: &[FacetCount]) {
        let counted = |count: &FacetCount| match count.facet {
            Facet::Month(month) => Some((number(month)?, count.articles)),
            _ => None,
        };
        self.months = months.iter().rev().filter_map(counted).collect();
        if let (Some((first, _)), Some((last, _))) = (self.months.first(), self.months.last()) {
            let (from, to) = self.seen.unwrap_or((*first, *last));
            self.seen = Some((from.min(*first), to.max(*last)));
        }
        self.lay_out();
    }

    fn lay_out(&mut self) {
        self.chart = self.seen.map_or_else(Chart::default, |(from, to)| Chart::new(&self.months, &(from..=to), self.cols));
    }

    /// Fits the columns to `cols` cells, none when it is not shown; the columns are then kept, and a brush is put away. Whether
    /// none had to be.
    pub fn fit(&mut self, cols: usize) -> bool {
        if cols > 0 && self.cols != cols {
            self.cols = cols;
            self.lay_out();
        }
        cols > 0 || self.brush.take().is_none()
    }

    /// Whether there are articles of two months, so that it tells something.
    #[must_use]
    pub fn is_worthwhile(&self) -> bool {
        self.seen.is_some_and(|(from, to)| from < to)
    }

    /// Whether it wants rows over the list.
    #[must_use]
    pub fn is_wanted(&self) -> bool {
        self.is_worthwhile() && !self.hidden
    }

    /// Whether the button of the mouse holds the brush.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.brush.is_some_and(|brush| brush.held)
    }

    /// The columns under the brush; `None` when there is no brush, or nothing to brush.
    #[must_use]
    pub fn brushed(&self) -> Option<RangeInclusive<usize>> {
        let brush = self.brush.filter(|_| !self.chart.counts.is_empty())?;
        let (head, other) = (self.chart.column_of(brush.at), self.chart.column_of(brush.anchor.unwrap_or(brush.at)));
        Some(head.min(other)..=head.max(other))
    }

    /// What is under the brush, in words: `2020-03 .. 2020-08 · 214 articles`.
    #[must_use]
    pub fn range_label(&self) -> Option<String> {
        let columns = self.brushed()?;
        let (from, to) = self.chart.months_in(&columns)?;
        let span = if from == to { from.to_string() } else { format!("{from} .. {to}") };
        Some(tr!("{span} · {n} article" | "{span} · {n} articles", n = self.chart.articles_in(columns), span))
    }
}

#[cfg(test)]
mod tests {
    use super::{Brush, Histogram};
    use crate::app::panes::chart::number;
    use crate::model::date::PartialDate;
    use crate::query::results::facets::FacetCount;
    use crate::query::selection::Facet;

    fn month(text: &str) -> usize {
        number(PartialDate::parse(text).unwrap()).unwrap()
    }

    #[test]
    fn the_brush_stays_where_it_is_when_columns_change() {
        let count = |text: &str, articles| FacetCount { facet: Facet::Month(PartialDate::parse(text).unwrap()), articles };
        let mut histogram = Histogram::default();
        histogram.fit(40);
        histogram.take(&[count("2021-03", 3), count("2020-05", 4), count("2020-02", 1)]);
        histogram.brush = Some(Brush { at: month("2020-08"), anchor: Some(month("2020-05")), held: false });
        assert_eq!(histogram.range_label().unwrap(), "2020-05 .. 2020-08 · 4 articles");
        histogram.fit(5);
        assert_eq!(histogram.range_label().unwrap(), "2020-04 .. 2020-09 · 4 articles");
        histogram.take(&[]);
        assert_eq!((histogram.range_label().unwrap().as_str(), histogram.is_wanted()), ("2020-04 .. 2020-09 · 0 articles", true));
    }
}
