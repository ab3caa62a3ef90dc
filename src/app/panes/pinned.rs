//! What the notes say of the events of the timeline: which are pinned, and which are left out. `pinning` changes it, `following` shows it.
//!
//! An event is known by its article and its sentence, so that it is found again after a rescan and when another article has come
//! to stand for it.

use std::collections::HashMap;

use crate::model::annotation::ArticleKey;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::segment::ArticleRef;
use crate::notes::action::{EventKey, NoteSubject};
use crate::notes::state::{Notes, TimelineNotes};
use crate::query::timeline::TimelineEntry;
use crate::text::span::Span;

/// What an event is known by where one article tells it.
#[must_use]
pub fn key(archive: &Archive, (ix, timex): (ArticleIx, Option<Span>)) -> Option<EventKey> {
    let article = archive.get(ix)?;
    let sentence = article.slice(article.sentence_at(timex?.first())).to_owned();
    Some(EventKey { article: ArticleKey::from(article), sentence })
}

/// What the notes say of those of `entries` they say something of.
#[must_use]
pub fn noted(notes: &Notes, archive: &Archive, entries: &[TimelineEntry]) -> HashMap<usize, TimelineNotes> {
    let mut found = HashMap::new();
    let events = || notes.subjects().filter_map(|subject| if let NoteSubject::Event(key) = subject { Some(key) } else { None });
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
