//! Reading: opening articles, jumping to dated sentences and names, and finding the way back.

use std::sync::Arc;

use crate::app::keys::command::{Command, Pane};
use crate::app::panes::reader::next_place;
use crate::app::state::State;
use crate::app::state::awaited::Awaited;
use crate::app::sync::open_article::show;
use crate::app::sync::pane_sync::mark_in_timeline;
use crate::app::widget::navigation::Spot;
use crate::model::actor::ActorIx;
use crate::model::archive::ArticleIx;
use crate::model::article::{Article, BlockKind};
use crate::text::span::Span;
use crate::tr;

/// Shows the readers' comments below the open article in full, or folds them.
pub(crate) fn toggle_comments(state: &mut State) {
    let article = state.reader.article.as_ref();
    if article.is_some_and(|article| article.blocks_of(BlockKind::Comment).next().is_some()) {
        state.reader.toggle_comments();
    } else {
        state.info(tr!("there are no readers' comments below this article"));
    }
}

/// Opens the article the list is on.
pub fn open_listed(state: &mut State) {
    match state.listed() {
        Some(ix) => open(state, ix, None),
        None if state.filter.selection.is_empty() => state.info(tr!("there is no article to open")),
        None => state.info(tr!(
            "there is no article to open; {drop_filter} drops the last filter",
            drop_filter = state.key(Command::DropFilter)
        )),
    }
}

/// Opens the article of the timeline's row at its dated sentence, or what the row folds.
pub fn open_event(state: &mut State) {
    let overview = Arc::clone(&state.results.current.overview);
    if state.timeline.toggle_edge(&overview.chronology) {
        return;
    }
    let at = state.timeline.current();
    let Some((at, entry)) = at.and_then(|at| Some((at, state.results.current.overview.chronology.entries.get(at)?.clone())))
    else {
        let turns = state.key(Command::TimelineBasis);
        return state
            .info(tr!("there is no date here to open; {turns} turns between dates mentioned and publication dates", turns));
    };
    open(state, entry.article, entry.timex);
    visit_event(state, at);
}

/// Opens an article, at `place` when one is given, and gives the reader the focus.
pub fn open(state: &mut State, ix: ArticleIx, place: Option<Span>) {
    if state.archive.get(ix).is_none() {
        return;
    }
    if state.focus == Pane::Reader || place.is_some() {
        leave(state);
    }
    show(state, ix);
    state.find_in_list(ix);
    state.focus = Pane::Reader;
    if let Some(place) = place {
        state.reader.jump_to(place, state.viewport.reader.rows);
    }
    mark_in_timeline(state);
}

/// Goes to a hit in the open article.
pub fn go_to_hit(state: &mut State, place: Span) {
    state.focus = Pane::Reader;
    state.reader.jump_to(place, state.viewport.reader.rows);
    mark_in_timeline(state);
}

/// Remembers where the reader stands, before a jump.
pub fn leave(state: &mut State) {
    if let Some(spot) = state.reader.spot_here() {
        state.jumps.leave(spot);
    }
}

/// Goes to a remembered place.
fn visit(state: &mut State, spot: Spot) {
    show(state, spot.article);
    state.reader.go_to(spot.scroll);
    state.find_in_list(spot.article);
    state.focus = Pane::Reader;
}

/// Goes back over the last jump, or forward again.
pub fn jump(state: &mut State, forward: bool) {
    let here = state.reader.spot_here();
    let spot = if forward { state.jumps.forward(here) } else { state.jumps.back(here) };
    match spot {
        Some(spot) => visit(state, spot),
        None => state.info(if forward { tr!("no later place to go forward to") } else { tr!("no earlier place to go back to") }),
    }
}

/// Sets the mark `name`, or goes to it.
pub fn mark(state: &mut State, awaited: Awaited, name: char) {
    match (awaited, state.reader.spot_here()) {
        (Awaited::MarkToSet, Some(spot)) => {
            state.jumps.mark(name, spot);
            state.info(tr!("mark {name} set; {key} comes back here", name, key = with_letter(state, Command::GoToMark, name)));
        }
        (Awaited::MarkToSet, None) => state.info(tr!("no article is open, so there is no place to mark")),
        (Awaited::Color, _) => {}
        (Awaited::MarkToVisit, _) => match state.jumps.marked(name) {
            Some(spot) => {
                leave(state);
                visit(state, spot);
            }
            None => {
                state.info(tr!(
                    "there is no mark {name}; {key} sets one",
                    name,
                    key = with_letter(state, Command::SetMark, name)
                ));
            }
        },
    }
}

/// The keys of a command that waits for a letter, with that letter.
fn with_letter(state: &State, command: Command, letter: char) -> String {
    let keys = state.key(command);
    if keys.starts_with(':') { format!("{keys} {letter}") } else { format!("{keys}{letter}") }
}

/// Goes to the next or previous event in time, in whichever article of the list tells it.
pub fn go_to_event(state: &mut State, forward: bool) {
    let overview = Arc::clone(&state.results.current.overview);
    let entries = &overview.chronology.entries;
    let at = match event_here(state) {
        Some(at) if forward => at + 1,
        Some(at) => match at.checked_sub(1) {
            Some(before) => before,
            None => return state.info(tr!("this is the first event of the timeline")),
        },
        None if entries.is_empty() => return state.info(tr!("these articles mention no date")),
        None => 0,
    };
    let Some(entry) = entries.get(at) else { return state.info(tr!("this is the last event of the timeline")) };
    open(state, entry.article, entry.timex);
    visit_event(state, at);
    state.info(tr!("{interval} · event {at} of {count} in time", interval = entry.interval, at = at + 1, count = entries.len()));
}

/// The event the reader stands at: the one that was gone to, else the last told before its place.
fn event_here(state: &State) -> Option<usize> {
    let overview = &state.results.current.overview;
    let open = state.reader.open?;
    let stands_at = |at: &usize| {
        let entry = overview.chronology.entries.get(*at);
        entry.is_some_and(|entry| entry.article == open && entry.timex == state.reader.spot)
    };
    let visited = state.timeline.visited.filter(stands_at);
    visited.or_else(|| overview.entry_at(open, state.reader.reading(state.viewport.reader.rows))).or(state.timeline.current())
}

/// Remembers that the reader stands at an event, and moves the mark of the timeline there.
fn visit_event(state: &mut State, at: usize) {
    state.timeline.visited = Some(at);
    if let Some(row) = state.timeline.row_of(at) {
        state.timeline.cursor.at = row;
    }
}

/// Goes to the next or previous place that names the actor followed; without one, follows the next that is named.
pub fn go_to_actor(state: &mut State, forward: bool) {
    let Some(article) = state.open_article().cloned() else { return state.info(tr!("no article is open")) };
    let rows = state.viewport.reader.rows;
    let named = |actor: ActorIx| article.mentions.iter().any(|mention| mention.actor == actor);
    let at_spot = state.reader.spot.and_then(|spot| article.mentions.iter().find(|mention| mention.span == spot));
    let next_named = || {
        let here = state.reader.reading(rows);
        article
            .mentions
            .iter()
            .find(|mention| mention.span.first() >= here)
            .or(article.mentions.first())
            .map(|mention| mention.actor)
    };
    let actor = at_spot.map(|mention| mention.actor).or(state.reader.actor.filter(|actor| named(*actor))).or_else(next_named);
    let Some(actor) = actor else {
        state.info(tr!("no actor is named in this article"));
        return;
    };
    state.reader.actor = Some(actor);
    let places: Vec<Span> =
        article.mentions.iter().filter(|mention| mention.actor == actor).map(|mention| mention.span).collect();
    if go_to_place(state, &places, forward) {
        let at = state.reader.spot.and_then(|spot| places.iter().position(|place| *place == spot)).unwrap_or(0);
        let name = state.archive.actors().name(actor).to_owned();
        state.info(tr!("{name}: {at} of {count}", name, at = at + 1, count = places.len()));
    }
}

fn go_to_place(state: &mut State, places: &[Span], forward: bool) -> bool {
    let rows = state.viewport.reader.rows;
    let here = state.reader.reading(rows);
    let Some((_, place)) = next_place(places, state.reader.spot, here, forward) else { return false };
    leave(state);
    state.reader.jump_to(place, rows);
    mark_in_timeline(state);
    true
}

/// The article of the reader, or the one listed when none is open.
#[must_use]
pub fn at_hand(state: &State) -> Option<Arc<Article>> {
    state.open_article().cloned().or_else(|| state.study(state.listed()?))
}

/// The place of the article that [`at_hand`] gives.
#[must_use]
pub fn at_hand_ix(state: &State) -> Option<ArticleIx> {
    state.reader.open.or_else(|| state.listed())
}
