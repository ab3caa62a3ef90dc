//! Salience: how much a reader of a timeline would miss an event, as a sum of parts that can be shown.
//!
//! Pure arithmetic on counts; who counts them is `query::timeline`. The parts are those by which timelines of news choose:
//! how many articles and outlets tell it and how long it is remembered (Tran et al. 2013, Kessler et al. 2012), where in the
//! article it stands and how exactly it is dated.

use crate::model::date::Precision;
use crate::model::event::Telling;

/// How widely an event is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Support {
    /// Independent articles that tell it; copies of one text count once.
    pub articles: u32,
    /// Outlets they are of.
    pub outlets: u32,
    /// Articles published later that come back to the same days.
    pub later: u32,
}

/// What a salience is made of; each part is what it adds, and they sum to 0..=1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Parts {
    /// Independent articles, to 0.3.
    pub articles: f32,
    /// Outlets, to 0.1.
    pub outlets: f32,
    /// Later mentions of the same days, to 0.15.
    pub later: f32,
    /// Place in the article, to 0.15.
    pub place: f32,
    /// Actors named, to 0.15.
    pub actors: f32,
    /// Precision of the date, and whether it is told in full, to 0.15.
    pub precision: f32,
}

/// As many articles as count in full.
const MANY_ARTICLES: f32 = 256.0;
/// As many outlets as count in full.
const MANY_OUTLETS: f32 = 32.0;
/// As many actors as count in full.
const MANY_ACTORS: usize = 3;

impl Parts {
    /// The parts for an event told as `telling` says at `precision`, with so many `actors` named.
    #[must_use]
    pub fn of(telling: Telling, precision: Precision, actors: usize, support: Support) -> Self {
        let share = if telling.is_aside { 0.5 } else { 1.0 };
        let place = f32::from(15 - telling.place.min(15)) / 15.0;
        let named = f32::from(u8::try_from(actors.min(MANY_ACTORS)).unwrap_or(0)) / 3.0;
        let told = if telling.dated_in_full { 1.0 } else { 0.7 };
        Self {
            articles: 0.3 * grown(support.articles.max(1), MANY_ARTICLES),
            outlets: 0.1 * grown(support.outlets.max(1), MANY_OUTLETS),
            later: 0.15 * grown(support.later.saturating_add(1), MANY_ARTICLES),
            place: 0.15 * share * place,
            actors: 0.15 * share * named,
            precision: 0.15 * share * told * fineness(precision),
        }
    }

    /// The salience.
    #[must_use]
    pub fn total(self) -> f32 {
        (self.articles + self.outlets + self.later + self.place + self.actors + self.precision).clamp(0.0, 1.0)
    }
}

/// How far `count` has grown from 1 to `many`, by doublings: the second article says more than the hundredth.
fn grown(count: u32, many: f32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a count beyond 2^24 is many all the same")]
    let count = count as f32;
    (count.log2() / many.log2()).clamp(0.0, 1.0)
}

fn fineness(precision: Precision) -> f32 {
    match precision {
        Precision::Day => 1.0,
        Precision::Week => 0.85,
        Precision::Month => 0.7,
        Precision::Season | Precision::Half => 0.4,
        Precision::Year => 0.3,
        Precision::Decade | Precision::Century => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::{Parts, Support};
    use crate::model::date::Precision;
    use crate::model::event::Telling;

    #[test]
    fn what_many_tell_and_remember_weighs_more_than_what_one_tells_well() {
        let told = Telling { dated_in_full: true, ..Telling::default() };
        let alone = Parts::of(told, Precision::Day, 3, Support::default());
        let aside = Telling { place: 15, is_aside: true, ..told };
        let widely = Parts::of(aside, Precision::Day, 0, Support { articles: 64, outlets: 8, later: 100 });
        assert!(widely.total() > alone.total() - 0.1 && alone.total() > 0.4, "{widely:?} {alone:?}");
        let most = Parts::of(told, Precision::Day, 9, Support { articles: 10_000, outlets: 500, later: 10_000 });
        assert!((most.total() - 1.0).abs() < 1e-6);
    }
}
