//! How sure a publication date is, told from what is known of it.
//!
//! Nothing is stored: lists, pages and records ask it of the date and its provenance.

use jiff::civil::Date;

use crate::model::date::{Interval, Provenance, PublicationDate};

impl PublicationDate {
    /// The days it is known to lie between, ends included: none for a bound, which has no last one.
    #[must_use]
    pub fn known_days(self) -> Option<Interval> {
        if let Self::Since(_) = self { None } else { self.interval() }
    }

    /// What tells of several dates which is surely the first: the last day that it may be, then the first one. A bound, which shows of nothing that it was
    /// earlier, comes behind all that are known, an unknown date behind these.
    #[must_use]
    pub fn precedence(self) -> (u8, Option<(Date, Date)>) {
        let days = self.interval().map(|days| (days.last, days.first));
        let rank = match self {
            Self::On(_) | Self::Between(..) => 0,
            Self::Since(_) => 1,
            Self::Unknown => 2,
        };
        (rank, days)
    }
}

/// How sure a publication date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// The reader, the document, its name or a whole dateline says it.
    Certain,
    /// It was worked out, as a day or an interval.
    Likely,
    /// It is a lower bound alone.
    Bound,
}

impl Confidence {
    /// How sure `date` is, known by way of `provenance`; `None` for one that is not known. `reasons` counts what it rests on.
    #[must_use]
    pub fn of(date: PublicationDate, provenance: Provenance, reasons: impl FnOnce() -> usize) -> Option<Self> {
        Some(match (date, provenance) {
            (PublicationDate::Unknown, _) => return None,
            (PublicationDate::Since(_), _) => Self::Bound,
            // A dateline that left out its year got it from another fact, which is its second reason.
            (_, Provenance::Inferred) => Self::Likely,
            (_, Provenance::Dateline) if reasons() > 1 => Self::Likely,
            _ => Self::Certain,
        })
    }

    /// The word that people and JSON see.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Likely => "likely",
            Self::Bound => "bound",
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::date::{PartialDate, PublicationDate};

    #[test]
    fn what_is_known_goes_before_a_bound_however_old() {
        let date = |text: &str| PartialDate::parse(text).unwrap();
        let mut dates = [
            PublicationDate::Unknown,
            PublicationDate::Since(date("1996")),
            PublicationDate::On(date("2020-05")),
            PublicationDate::Between(date("2020-05-01"), date("2020-05-20")),
            PublicationDate::On(date("2020-05-20")),
        ];
        dates.sort_by_key(|date| date.precedence());
        let told: Vec<String> = dates.iter().map(ToString::to_string).collect();
        assert_eq!(told, ["2020-05-01/2020-05-20", "2020-05-20", "2020-05", "1996/..", ""]);
        assert!(dates[3].known_days().is_none() && dates[2].known_days().is_some());
    }
}
