//! Hits of the words that the query asks of the texts (`text:`): the way from one to the next, across the articles of the result.
//! Not the search in a pane; that is `searching`.

use std::sync::Arc;

use crate::app::reader::visit;
use crate::app::state::State;
use crate::model::archive::ArticleIx;
use crate::query::matching::marker::Marker;
use crate::text::span::Span;
use crate::tr;

/// Articles looked through for one key: a query may find many articles by something else, and no key may hang.
const LOOKED_THROUGH: usize = 5000;

/// Goes to the next or previous hit of the query, in the next article of the result when the open one has no further; whether
/// the query asks anything of the texts.
pub fn go_to(state: &mut State, forward: bool) -> bool {
    let marker = Arc::clone(&state.filter.marker);
    if !marker.looks_in_text() || state.results.current.matches.is_empty() {
        return false;
    }
    state.reader.ask(&marker);
    let open = state.reader.open.and_then(|open| Some((open, state.results.current.row_of(open)?)));
    if let Some((article, row)) = open {
        let here = state.reader.reading(state.viewport.reader.rows);
        if let Some(at) = beyond(&state.reader.asked.places, state.reader.spot, here, forward) {
            visit(state, (article, row), at);
            return true;
        }
    }
    match further(state, &marker, open.map(|(_, row)| row), forward) {
        Ok(Some((article, row, hits))) => visit(state, (article, row), if forward { 0 } else { hits - 1 }),
        Ok(None) => state.info(tr!("the words stand in none of these articles")),
        Err(row) => {
            if let Some(article) = state.results.current.matches.get(row).map(|one| one.article) {
                state.find_in_list(article);
            }
            state.info(tr!("no hit in {articles} articles; the same key looks on from here", articles = LOOKED_THROUGH));
        }
    }
    true
}

/// The next article of the result that has hits, with its row and their number; the row come to when too many have none.
fn further(
    state: &State,
    marker: &Marker,
    from: Option<usize>,
    forward: bool,
) -> Result<Option<(ArticleIx, usize, usize)>, usize> {
    let matches = &state.results.current.matches;
    let len = matches.len();
    let here = || state.listed().and_then(|listed| state.results.current.row_of(listed)).unwrap_or(0);
    let (start, skipped) = from.map_or_else(|| (here(), 0), |row| (row, 1));
    let row = |step: usize| if forward { (start + step) % len } else { (start + len - step % len) % len };
    let steps = skipped..(len + skipped).min(LOOKED_THROUGH);
    let last = row(steps.end);
    for row in steps.map(row) {
        let Some(article) = matches.get(row).map(|one| one.article) else { continue };
        let hits = state.archive.get(article).map_or(0, |text| marker.in_body(text).len());
        if hits > 0 {
            return Ok(Some((article, row, hits)));
        }
    }
    if len + skipped > LOOKED_THROUGH { Err(last) } else { Ok(None) }
}

/// Opens the article at `row` of the result at its hit `at`, and says which that is.
fn visit(state: &mut State, (article, row): (ArticleIx, usize), at: usize) {
    if state.reader.open != Some(article) {
        visit::open(state, article, None);
        state.reader.ask(&Arc::clone(&state.filter.marker));
    }
    let Some(place) = state.reader.asked.places.get(at).copied() else { return };
    state.find_in_list(article);
    visit::go_to_hit(state, place);
    let (hits, articles) = (state.reader.asked.places.len(), state.results.current.matches.len());
    state.info(tr!("hit {at} of {hits} · article {row} of {articles}", at = at + 1, hits, row = row + 1, articles));
}

/// The number of the first of `places` behind the last place jumped to, or from the byte `here` on; backwards, the last before.
fn beyond(places: &[Span], from: Option<Span>, here: usize, forward: bool) -> Option<usize> {
    let at = match (forward, from) {
        (true, Some(spot)) => places.partition_point(|place| place.first() <= spot.first()),
        (true, None) => places.partition_point(|place| place.first() < here),
        (false, _) => {
            let before = from.map_or(here, Span::first);
            places.partition_point(|place| place.first() < before).checked_sub(1)?
        }
    };
    (at < places.len()).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::beyond;
    use crate::text::span::Span;

    #[test]
    fn behind_the_last_hit_there_is_none() {
        let places: Vec<_> = [3, 9].map(|at| Span::new(at, at + 2)).to_vec();
        assert_eq!((beyond(&places, None, 0, true), beyond(&places, None, 4, true)), (Some(0), Some(1)));
        assert_eq!(beyond(&places, Some(places[1]), 0, true), None);
        assert_eq!((beyond(&places, Some(places[1]), 0, false), beyond(&places, Some(places[0]), 0, false)), (Some(0), None));
        assert_eq!((beyond(&places, None, 20, false), beyond(&[], None, 0, true)), (Some(1), None));
    }
}
