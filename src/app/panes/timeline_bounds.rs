//! The bounds of the timeline: the years around those in which the archive was published. What is told of times long before or after,
//! most of it slips of the pen and of the scanner, is folded into one row each, which opens it.
//!
//! It knows groups of entries, no rows; the pane makes those.

use std::ops::Range;

use crate::model::date::{Interval, PartialDate};
use crate::query::timeline::{Chronology, EntryGroup};
use crate::tr;

/// The years before the archive's first and after its last that are shown as well: a generation, which press texts still speak of.
const MARGIN_YEARS: i16 = 20;

/// What lies outside of the bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimelineSide {
    /// What was before.
    Before,
    /// What is to come after.
    After,
}

/// Which part of the timeline is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimelineBounds {
    /// The first and the last year; `None` while no date of publication is known, when all is shown.
    years: Option<(i16, i16)>,
    opened: (bool, bool),
}

impl TimelineBounds {
    /// Takes the days between which the archive was published.
    pub fn take(&mut self, published: Option<Interval>) {
        let year = |year: i16, by: i16| year.saturating_add(by);
        self.years = published.map(|days| (year(days.first.year(), -MARGIN_YEARS), year(days.last.year(), MARGIN_YEARS)));
    }

    /// Which of `groups`, in order of time, lie in the bounds. A side on which more is told than in it is no slip, and belongs to it.
    #[must_use]
    pub fn within(&self, groups: &[EntryGroup]) -> Range<usize> {
        let Some((first, last)) = self.years else { return 0..groups.len() };
        let year = |group: &EntryGroup| group.date.parts().0;
        let start = groups.partition_point(|group| year(group) < first);
        let end = groups.partition_point(|group| year(group) <= last).max(start);
        let told =
            |range: Range<usize>| groups.get(range).unwrap_or_default().iter().map(|group| group.entries.len()).sum::<usize>();
        let most = told(start..end);
        let start = if told(0..start) > most { 0 } else { start };
        let end = if told(end..groups.len()) > most { groups.len() } else { end };
        start..end
    }

    /// Whether what lies on a side is shown.
    #[must_use]
    pub fn is_open(&self, side: TimelineSide) -> bool {
        if side == TimelineSide::Before { self.opened.0 } else { self.opened.1 }
    }

    /// Shows what lies on a side, or folds it.
    pub fn toggle(&mut self, side: TimelineSide) {
        let open = if side == TimelineSide::Before { &mut self.opened.0 } else { &mut self.opened.1 };
        *open = !*open;
    }

    /// The side a date lies on.
    #[must_use]
    pub fn side_of(&self, date: PartialDate) -> Option<TimelineSide> {
        let ((first, last), year) = (self.years?, date.parts().0);
        if year < first { Some(TimelineSide::Before) } else { (year > last).then_some(TimelineSide::After) }
    }

    /// What the row of a side says: `before 1990`, `after 2041`.
    #[must_use]
    pub fn label(&self, side: TimelineSide) -> String {
        match (self.years, side) {
            (Some((first, _)), TimelineSide::Before) => tr!("before {year}", year = format!("{first:04}")),
            (Some((_, last)), TimelineSide::After) => tr!("after {year}", year = format!("{last:04}")),
            (None, _) => String::new(),
        }
    }
}

/// How many events `groups` tell, with what of their times no entry is held of.
#[must_use]
pub fn events_of(chronology: &Chronology, groups: &[EntryGroup], side: TimelineSide) -> usize {
    let edge = match side {
        TimelineSide::Before => groups.last(),
        TimelineSide::After => groups.first(),
    };
    let beyond = |month: &PartialDate| {
        edge.is_some_and(|edge| match side {
            TimelineSide::Before => month.parts().0 <= edge.date.parts().0,
            TimelineSide::After => month.parts().0 >= edge.date.parts().0,
        })
    };
    let held_back = chronology.held_back.iter().filter(|(month, _)| beyond(month)).map(|(_, count)| count).sum::<usize>();
    groups.iter().map(|group| group.entries.len()).sum::<usize>() + held_back
}

#[cfg(test)]
mod tests {
    use super::{TimelineBounds, TimelineSide};
    use crate::model::date::{Interval, PartialDate};
    use crate::query::timeline::EntryGroup;

    fn groups(years: &[(i16, usize)]) -> Vec<EntryGroup> {
        let mut from = 0;
        let group = |(year, count): &(i16, usize)| {
            from += count;
            EntryGroup { date: PartialDate::year(*year).unwrap(), entries: from - count..from }
        };
        years.iter().map(group).collect()
    }

    fn bounds() -> TimelineBounds {
        let mut bounds = TimelineBounds::default();
        let day = |text| PartialDate::parse(text).unwrap();
        bounds.take(Some(Interval::between(day("2011-03").interval(), day("2012-01").interval())));
        bounds
    }

    #[test]
    fn a_generation_around_the_archive_is_shown() {
        let told = groups(&[(1, 1), (1969, 2), (1991, 1), (2011, 9), (2032, 1), (2400, 1)]);
        assert_eq!(bounds().within(&told), 2..5);
        assert_eq!(TimelineBounds::default().within(&told), 0..6, "without any date of publication, all of it");
        let side = |text| bounds().side_of(PartialDate::parse(text).unwrap());
        assert_eq!(["0001", "1991-05-02", "2400"].map(side), [Some(TimelineSide::Before), None, Some(TimelineSide::After)]);
    }

    #[test]
    fn what_the_archive_is_about_is_never_folded() {
        let war = groups(&[(1940, 30), (1944, 50), (2011, 9), (2400, 1)]);
        assert_eq!(bounds().within(&war), 0..3);
    }
}
