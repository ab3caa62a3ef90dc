//! The surroundings of a passage: where in a text its context stands now, beside a candidate or away from it.
//!
//! Context that stands as well somewhere else speaks for nobody, and one that stands clearly better somewhere else speaks against.
//! Called by [`super::candidates`]; [`super::judge`] hears what it says.

use crate::notes::anchoring::align::SymbolRows;
use crate::notes::anchoring::pattern::{QuotePattern, Side, likeness};
use crate::notes::anchoring::qgrams::{Grams, Region};

/// How far from a candidate its context may have come to stand: as far as furniture that was put in between.
const NEXT: usize = 240;
/// What is left of the likeness of context that something was put behind.
const PARTED: f32 = 0.9;
/// Places that are looked at for each side.
const PLACES: usize = 6;

/// Where the context before and behind a passage stands in a text.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    sides: [Vec<Place>; 2],
}

/// A place where the context on one side stands.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// Behind its last symbol when it is the context before, else its first: where the passage would be.
    at: usize,
    /// How alike it is.
    likeness: f32,
}

impl Surroundings {
    /// Looks for the context of `pattern` in `text`, of which `grams` are the runs.
    #[must_use]
    pub fn of(pattern: &QuotePattern, grams: &Grams, text: &[u32]) -> Self {
        let [before, behind] = pattern.sides().map(|side| stretches(side, grams, text));
        let before = before.into_iter().map(|(_, at, likeness)| Place { at, likeness }).collect();
        let behind = behind.into_iter().map(|(at, _, likeness)| Place { at, likeness }).collect();
        Self { sides: [before, behind] }
    }

    /// Tells the sides of a candidate from `start` to `end` where else their context stands, and whether it stands next to it though
    /// something was put in between.
    pub fn tell(&self, sides: &mut [Side; 2], (start, end): (usize, usize), expected: usize) {
        let drift = start.abs_diff(expected);
        let [before, behind] = sides;
        let [places_before, places_behind] = &self.sides;
        for place in places_before {
            let (out, into) = (start.saturating_sub(place.at), place.at.saturating_sub(start));
            place.tell(before, (out, into, end - start), place.at.abs_diff(expected) <= drift + reach(before.len));
        }
        for place in places_behind {
            let (out, into) = (place.at.saturating_sub(end), end.saturating_sub(place.at));
            let stood = expected + (end - start);
            place.tell(behind, (out, into, end - start), place.at.abs_diff(stood) <= drift + reach(behind.len));
        }
    }
}

impl Place {
    /// Tells a side of a candidate that is `len` long of a place that lies `out`side of it or reaches `into` it; `was_there` when it is no
    /// farther than the candidate from where the passage stood.
    fn tell(self, side: &mut Side, (out, into, len): (usize, usize, usize), was_there: bool) {
        let reach = reach(side.len);
        if out <= reach && into <= reach {
            // What the side has measured itself.
        } else if into == 0 && out <= NEXT {
            if self.likeness * PARTED > side.likeness {
                (side.likeness, side.is_parted) = (self.likeness * PARTED, true);
            }
        } else {
            side.elsewhere = side.elsewhere.max(self.likeness);
            let is_inside = into > reach && into <= len + reach;
            if is_inside || was_there {
                side.left = side.left.max(self.likeness);
            }
        }
    }
}

/// How far words that were put in or taken out move the end of context that is `len` long.
fn reach(len: usize) -> usize {
    len / 4 + 4
}

/// The stretches of `text` that are most like `side`: from where, to where, and how alike.
fn stretches(side: &[u32], grams: &Grams, text: &[u32]) -> Vec<(usize, usize, f32)> {
    let slack = reach(side.len());
    let rows = SymbolRows::of(side);
    let place = |at: i64| usize::try_from(at).unwrap_or_default();
    let stretch = |region: Region| {
        let from = place(region.first).saturating_sub(slack);
        let to = (place(region.last) + side.len() + slack).min(text.len());
        let alignment = rows.align(text.get(from..to).unwrap_or_default());
        let (first, last) = alignment.stretch(0, side.len());
        (from + first, from + last, likeness(alignment.edits(0, side.len()), side.len()))
    };
    grams.regions(side, slack, PLACES).into_iter().map(stretch).collect()
}
