//! Pinning: events that are always to be seen on the timeline, and events that are left out of it. Both are kept with the notes.
//!
//! An event is known by its article and its sentence, so that it is found again after a rescan and when another article has come
//! to stand for it.

use std::collections::HashMap;
use std::sync::Arc;

use crate::app::effect::Effect;
use crate::app::keeping::keep;
use crate::app::state::State;
use crate::model::annotation::ArticleKey;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::segment::ArticleRef;
use crate::notes::action::{Change, EventKey, Subject};
use crate::notes::field::Field;
use crate::notes::fold::{Notes, TimelineNotes};
use crate::query::timeline::Entry;
use crate::text::span::Span;

/// Pins the event of the timeline's row, or takes the pin off.
#[must_use]
pub fn pin(state: &mut State) -> Vec<Effect> {
    let Some((at, keys)) = current(state) else { return Vec::new() };
    let pinned = state.timeline.notes_of(at).pinned;
    let told = if pinned { "the pin is off" } else { "pinned: always shown on the timeline; p takes the pin off" };
    change(state, keys, Field::Pinned(!pinned), told)
}

/// Leaves the event of the timeline's row out of it, or takes it back in when those left out are shown.
#[must_use]
pub fn hide(state: &mut State) -> Vec<Effect> {
    let Some((at, keys)) = current(state) else { return Vec::new() };
    let hidden = state.timeline.notes_of(at).hidden;
    let told = if hidden { "back on the timeline" } else { "left out of the timeline; gX shows what is left out" };
    change(state, keys, Field::Hidden(!hidden), told)
}

/// Shows what is left out of the timeline, or leaves it out again.
pub fn toggle_hidden(state: &mut State) {
    let hidden = state.timeline.left_out();
    if hidden == 0 && !state.timeline.shows_hidden {
        return state.say("nothing is left out of the timeline; X leaves an event out");
    }
    state.timeline.shows_hidden = !state.timeline.shows_hidden;
    let shown = state.timeline.shows_hidden;
    state.say(if shown { "what is left out is shown; X takes it back in" } else { "what is left out is out again" });
    rebuild(state);
}

/// Looks up anew what the notes say of the events, and shows it.
pub fn refresh(state: &mut State) {
    let entries = &state.survey.overview.chronology.entries;
    let noted = noted(&state.notes, &state.archive, entries);
    if state.timeline.take_notes(noted) {
        rebuild(state);
    }
}

fn rebuild(state: &mut State) {
    let keep = state.timeline.current();
    let overview = Arc::clone(&state.survey.overview);
    state.timeline.rebuild(&overview.chronology, keep);
}

fn change(state: &mut State, keys: Vec<EventKey>, field: Field, told: &str) -> Vec<Effect> {
    // What was noted while another article stood for the event goes on holding unless all are changed.
    let changes = keys.into_iter().map(|key| Change::new(Subject::Event(key), [field.clone()])).collect();
    let effects = keep(state, changes, told);
    refresh(state);
    effects
}

/// The event of the timeline's row, and what it is known by: where it is shown, and wherever else something is noted of it.
fn current(state: &mut State) -> Option<(usize, Vec<EventKey>)> {
    let overview = Arc::clone(&state.survey.overview);
    let at = state.timeline.current();
    let entry = at.and_then(|at| overview.chronology.entries.get(at)).filter(|entry| entry.timex.is_some());
    let Some((at, entry)) = at.zip(entry) else {
        state.say("there is no event here; t turns to the dates told in the text");
        return None;
    };
    let keys = entry.places().filter_map(|place| key(&state.archive, place));
    let mut keys = keys.enumerate();
    let first = keys.next()?.1;
    let noted = keys.map(|(_, key)| key).filter(|key| state.notes.event(key) != TimelineNotes::default());
    let keys = std::iter::once(first).chain(noted).collect();
    Some((at, keys))
}

/// What an event is known by where one article tells it.
fn key(archive: &Archive, (ix, timex): (ArticleIx, Option<Span>)) -> Option<EventKey> {
    let article = archive.get(ix)?;
    let sentence = article.sentence_at(timex?.first()).of(article.body()).to_owned();
    Some(EventKey { article: article_key(article), sentence })
}

fn article_key(article: ArticleRef<'_>) -> ArticleKey {
    ArticleKey {
        sha256: article.sha256().iter().map(|byte| format!("{byte:02x}")).collect(),
        path: article.place().to_string(),
        url: article.url().unwrap_or_default().to_owned(),
        title: article.title().to_owned(),
    }
}

/// What the notes say of those of `entries` they say something of.
#[must_use]
pub fn noted(notes: &Notes, archive: &Archive, entries: &[Entry]) -> HashMap<usize, TimelineNotes> {
    let mut found = HashMap::new();
    let events = || notes.subjects().filter_map(|subject| if let Subject::Event(key) = subject { Some(key) } else { None });
    let keys: Vec<&EventKey> = events().filter(|key| notes.event(key) != TimelineNotes::default()).collect();
    if keys.is_empty() {
        return found;
    }
    // Few articles have notes of their events; which of the others they are costs a look at each.
    let mut known: HashMap<ArticleIx, bool> = HashMap::new();
    for (at, entry) in entries.iter().enumerate() {
        for place in entry.places() {
            let is_known = *known.entry(place.0).or_insert_with(|| archive.get(place.0).is_some_and(|one| is_of(one, &keys)));
            let Some(key) = is_known.then(|| key(archive, place)).flatten() else { continue };
            let told = notes.event(&key);
            if told != TimelineNotes::default() {
                let all: &mut TimelineNotes = found.entry(at).or_default();
                (all.pinned, all.hidden) = (all.pinned || told.pinned, all.hidden || told.hidden);
            }
        }
    }
    found
}

/// Whether one of `keys` may be of `article`: what [`ArticleKey::is_same`] asks, without making a key of each article.
fn is_of(article: ArticleRef<'_>, keys: &[&EventKey]) -> bool {
    let sha256 = article.sha256();
    let is_same = |known: &ArticleKey| {
        same_bytes(&known.sha256, &sha256)
            || article.url().is_some_and(|url| url == known.url)
            || (article.title() == known.title && article.place().to_string() == known.path)
    };
    keys.iter().any(|key| is_same(&key.article))
}

/// Whether `hexadecimal` are these bytes.
fn same_bytes(hexadecimal: &str, bytes: &[u8]) -> bool {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    hexadecimal.len() == bytes.len() * 2 && digits.eq(hexadecimal.chars().filter_map(|c| u8::try_from(c.to_digit(16)?).ok()))
}
