//! The chart of the histogram: months of publication as columns of equal length, as many as there is room for.
//!
//! Pure arithmetic on counts and cells. `histogram` holds one, the ui layer draws it.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use crate::model::date::PartialDate;
use crate::query::language::date::DateRange;

/// A month, counted from January of the year 0.
pub type Month = usize;

/// How many months a column may stand for; the first that lets all fit is taken. The last holds the whole calendar.
const STEPS: [usize; 13] = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 12_000, 120_000];
/// The widest a column is drawn, in cells, so that few months do not look like many articles.
const WIDEST: usize = 4;
/// The fewest articles that fill a column to its top.
const FULL: usize = 4;
/// Cells of a year on the axis, the gap behind it included.
const YEAR_CELLS: usize = 5;

/// Months of publication as columns of equal length, empty ones among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chart {
    /// Months a column stands for; all columns begin at a multiple of it, so that three are quarters and twelve are years.
    pub step: usize,
    /// The first month of the first column.
    first: Month,
    /// Articles by column.
    pub counts: Vec<usize>,
    /// Cells a column is wide.
    pub cells: usize,
}

impl Chart {
    /// The chart of `months`, which rise and lie in `frame`, on `cols` cells. It shows all of `frame`, so that it stands still
    /// while a filter is typed; only when `months` alone would have finer columns it shows just them.
    #[must_use]
    pub fn new(months: &[(Month, usize)], frame: &RangeInclusive<Month>, cols: usize) -> Self {
        let own = months.first().zip(months.last()).map(|((first, _), (last, _))| *first..=*last);
        let own = own.filter(|own| step(own, cols) < step(frame, cols));
        let shown = own.as_ref().unwrap_or(frame);
        let Some(step) = step(shown, cols) else { return Self::default() };
        let first = *shown.start();
        let mut counts = vec![0; columns(shown, step)];
        for (month, articles) in months {
            if let Some(count) = counts.get_mut(month / step - first / step) {
                *count += articles;
            }
        }
        let cells = (cols / counts.len()).min(WIDEST);
        Self { step, first: first / step * step, counts, cells }
    }

    /// How many of `eighths` eighths the bar of a column fills; never nothing for what is not nothing.
    #[must_use]
    pub fn height(&self, column: usize, eighths: usize) -> usize {
        let tallest = self.counts.iter().copied().max().unwrap_or(0).max(FULL);
        let count = self.counts.get(column).copied().unwrap_or(0);
        (count * eighths).div_ceil(tallest)
    }

    /// The column that holds `month`, the nearest one for a month beside them.
    #[must_use]
    pub fn column_of(&self, month: Month) -> usize {
        (month.saturating_sub(self.first) / self.step.max(1)).min(self.last())
    }

    /// Whether `month` stands in a column.
    #[must_use]
    pub fn holds(&self, month: Month) -> bool {
        (self.first..self.first + self.counts.len() * self.step).contains(&month)
    }

    /// The first month of a column.
    #[must_use]
    pub fn month_of(&self, column: usize) -> Month {
        self.first + column.min(self.last()) * self.step
    }

    /// The column at a cell, the last one for cells behind it.
    #[must_use]
    pub fn column_at(&self, cell: usize) -> usize {
        (cell / self.cells.max(1)).min(self.last())
    }

    /// The last column.
    #[must_use]
    pub fn last(&self) -> usize {
        self.counts.len().saturating_sub(1)
    }

    /// Articles in a span of columns.
    #[must_use]
    pub fn articles_in(&self, columns: RangeInclusive<usize>) -> usize {
        self.counts.get(*columns.start()..=*columns.end()).unwrap_or_default().iter().sum()
    }

    /// The first and the last month of a span of columns; `None` when the calendar has none of them.
    #[must_use]
    pub fn months_in(&self, columns: &RangeInclusive<usize>) -> Option<(PartialDate, PartialDate)> {
        // The widest columns begin before the first year and end behind the last one.
        let from = self.month_of(*columns.start()).max(12);
        let to = (self.month_of(*columns.end()) + self.step).checked_sub(1)?.min(9999 * 12 + 11);
        Some((date(from)?, date(to)?))
    }

    /// The days of a span of columns, in the fewest words: a month, a year, or from month to month.
    #[must_use]
    pub fn range(&self, columns: &RangeInclusive<usize>) -> Option<DateRange> {
        let (from, to) = self.months_in(columns)?;
        let year = PartialDate::year(from.parts().0)?;
        let whole_year = year.interval().first == from.interval().first && year.interval().last == to.interval().last;
        Some(match (from == to, whole_year) {
            (true, _) => DateRange::On(from),
            (false, true) => DateRange::On(year),
            (false, false) => DateRange::Between(from, to),
        })
    }

    /// The columns that hold a day of `range`.
    #[must_use]
    pub fn columns_of(&self, range: DateRange) -> Option<RangeInclusive<usize>> {
        let days = range.days()?;
        let (from, to) = (month_of_day(days.first), month_of_day(days.last));
        let behind = self.first + self.counts.len() * self.step;
        (from < behind && to >= self.first).then(|| self.column_of(from)..=self.column_of(to))
    }

    /// The years of the axis that have room, each with its first cell.
    #[must_use]
    pub fn years(&self) -> Vec<(usize, usize)> {
        let begins = |column: &usize| {
            let first = self.month_of(*column);
            *column == 0 || first.is_multiple_of(12) || first / 12 != (first - 1) / 12
        };
        let mut years: Vec<(usize, usize)> =
            (0..self.counts.len()).filter(begins).map(|column| (column * self.cells, self.month_of(column) / 12)).collect();
        // A year that began before the first column gives way to the first that begins in one.
        let crowded = matches!(years.as_slice(), [(_, _), (second, _), ..] if *second < YEAR_CELLS);
        if crowded && !self.first.is_multiple_of(12) {
            years.remove(0);
        }
        let mut free = 0;
        years.retain(|(cell, _)| {
            let fits = *cell >= free && cell + YEAR_CELLS <= self.counts.len() * self.cells + 1;
            free = if fits { cell + YEAR_CELLS } else { free };
            fits
        });
        years
    }
}

/// Columns of `step` months that `months` fill.
fn columns(months: &RangeInclusive<Month>, step: usize) -> usize {
    (months.end() / step + 1).saturating_sub(months.start() / step)
}

/// The fewest months a column can stand for when `months` are to fit into `cols` columns; `None` when there is nothing to fit.
fn step(months: &RangeInclusive<Month>, cols: usize) -> Option<usize> {
    STEPS.into_iter().filter(|_| !months.is_empty()).find(|step| columns(months, *step) <= cols)
}

/// The number of the month `date` lies in; `None` for a year alone.
#[must_use]
pub fn number(date: PartialDate) -> Option<Month> {
    let (year, month, _) = date.parts();
    Some(usize::try_from(year).ok()? * 12 + usize::from(month?) - 1)
}

fn month_of_day(day: Date) -> Month {
    usize::try_from(day.year()).unwrap_or(0) * 12 + usize::from(day.month().unsigned_abs()) - 1
}

fn date(month: Month) -> Option<PartialDate> {
    PartialDate::month(i16::try_from(month / 12).ok()?, u8::try_from(month % 12 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::{Chart, STEPS, number};
    use crate::model::date::PartialDate;
    use std::ops::RangeInclusive;

    use proptest::collection::btree_map;
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    fn month(text: &str) -> usize {
        number(PartialDate::parse(text).unwrap()).unwrap()
    }

    fn chart(months: &[(&str, usize)], cols: usize) -> Chart {
        let months: Vec<_> = months.iter().map(|(text, articles)| (month(text), *articles)).collect();
        Chart::new(&months, &frame(&months), cols)
    }

    /// From the first to the last month; nothing when there is none.
    #[expect(clippy::reversed_empty_ranges, reason = "no month is a range of none")]
    fn frame(months: &[(usize, usize)]) -> RangeInclusive<usize> {
        months.first().zip(months.last()).map_or(1..=0, |((first, _), (last, _))| *first..=*last)
    }

    #[test]
    fn the_chart_stands_still_until_fewer_months_can_be_shown_finer() {
        let frame = month("2010-01")..=month("2019-12");
        let months = [(month("2012-03"), 1), (month("2012-05"), 2)];
        let still = Chart::new(&months, &frame, 120);
        assert_eq!((still.step, still.counts.len(), still.month_of(0)), (1, 120, month("2010-01")));
        let finer = Chart::new(&months, &frame, 40);
        assert_eq!((finer.step, finer.counts.as_slice()), (1, [1, 0, 2].as_slice()));
        assert_eq!(Chart::new(&[], &frame, 40).counts, [0; 40], "quarters without an article");
    }

    #[test]
    fn gaps_are_columns_and_bars_are_never_empty() {
        let chart = chart(&[("2020-05", 1), ("2020-07", 100)], 3);
        assert_eq!((chart.step, chart.counts.as_slice()), (1, [1, 0, 100].as_slice()));
        assert_eq!([0, 1, 2].map(|column| chart.height(column, 16)), [1, 0, 16]);
        assert_eq!(self::chart(&[("2020-05", 1), ("2020-06", 2)], 9).height(0, 16), 4, "one article is no peak");
    }

    #[test]
    fn columns_are_months_pairs_quarters_halves_and_years() {
        let years = [("2019-11", 1), ("2022-02", 2)];
        let range = |cols| {
            let chart = chart(&years, cols);
            (chart.step, chart.range(&(1..=1)).unwrap().to_string())
        };
        assert_eq!(range(28), (1, "2019-12".into()));
        assert_eq!(range(27), (2, "2020-01..2020-02".into()));
        assert_eq!(range(13), (3, "2020-01..2020-03".into()));
        assert_eq!(range(7), (6, "2020-01..2020-06".into()));
        assert_eq!(range(5), (12, "2020".into()));
        assert_eq!(chart(&years, 1).range(&(0..=0)).unwrap().to_string(), "2000-01..2049-12");
        assert_eq!(chart(&[("0001-01", 1), ("9999-12", 1)], 1).range(&(0..=0)).unwrap().to_string(), "0001-01..9999-12");
        assert_eq!((chart(&[], 20), chart(&years, 0)), (Chart::default(), Chart::default()));
    }

    #[test]
    fn years_stand_where_they_begin_when_there_is_room() {
        assert_eq!(chart(&[("2019-11", 1), ("2021-06", 1)], 30).years(), [(2, 2020), (14, 2021)]);
        assert_eq!(chart(&[("2020-03", 1), ("2021-04", 1)], 30).years(), [(0, 2020), (20, 2021)]);
        assert_eq!(chart(&[("1990-01", 1), ("2009-12", 1)], 20).years(), [(0, 1990), (5, 1995), (10, 2000), (15, 2005)]);
    }

    proptest! {
        #[test]
        fn every_article_is_counted_once_and_columns_are_in_order(months in btree_map(12..120_000_usize, 1..50_usize, 1..60), cols in 1..200_usize) {
            let months: Vec<_> = months.into_iter().collect();
            let chart = Chart::new(&months, &frame(&months), cols);
            prop_assert_eq!(chart.counts.iter().sum::<usize>(), months.iter().map(|(_, articles)| articles).sum::<usize>());
            prop_assert!(chart.counts.len() * chart.cells <= cols && chart.cells > 0 && STEPS.contains(&chart.step));
            for (month, _) in &months {
                let column = chart.column_of(*month);
                prop_assert!(chart.holds(*month) && (chart.month_of(column)..chart.month_of(column) + chart.step).contains(month));
            }
            for column in 0..chart.counts.len() {
                let range = chart.range(&(column..=column)).unwrap();
                prop_assert_eq!(chart.columns_of(range), Some(column..=column));
                prop_assert_eq!(chart.column_at(column * chart.cells), column);
            }
            let years = chart.years();
            prop_assert!(years.is_sorted_by(|(a, one), (b, other)| a + 5 <= *b && one < other));
        }
    }
}
