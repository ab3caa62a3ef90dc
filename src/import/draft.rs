//! Drafts: an annotation put together from what a foreign form tells of it.

use sha2::{Digest as _, Sha256};
use ulid::Ulid;

use crate::export::words::millis;
use crate::import::drafts::COLOR;
use crate::model::anchor::Anchor;
use crate::model::annotation::{Annotation, ArticleKey, Target};
use crate::model::property::Exported;

/// What a foreign form tells of an annotation.
#[derive(Clone, Debug, Default)]
pub struct AnnotationDraft<'a> {
    /// Its identifier there; empty when it has none.
    pub id: &'a str,
    /// The article.
    pub article: ArticleKey,
    /// The words quoted, with their surroundings; no words for a note on the whole article.
    pub anchor: Anchor,
    /// The colour; empty when there is none.
    pub color: &'a str,
    /// The note.
    pub note: &'a str,
    /// Tags that stand beside the note.
    pub tags: Vec<&'a str>,
    /// When it was made, in RFC 3339.
    pub created: &'a str,
    /// When it was changed last, in RFC 3339.
    pub modified: &'a str,
}

impl AnnotationDraft<'_> {
    /// The annotation; moments that are not told are `now`. `None` when there is neither a quotation nor a note.
    #[must_use]
    pub fn finish(self, now: u64) -> Option<Annotation> {
        let created = millis(self.created).unwrap_or(now);
        let note = noted(self.note, &self.tags);
        let is_passage = !self.anchor.exact.is_empty();
        let shown = if self.color.is_empty() && note.is_empty() && is_passage { COLOR } else { self.color };
        let color = (!shown.is_empty()).then(|| shown.to_owned());
        let id = self.identifier(created, &note).to_string();
        let target = match is_passage {
            true => Target::Passage { article: self.article.into(), anchor: self.anchor },
            false if note.is_empty() => return None,
            false => Target::Article { article: self.article.into() },
        };
        let modified = millis(self.modified).unwrap_or(created).max(created);
        Some(Annotation { id, target, color, note, created, modified, more: Exported::default() })
    }

    /// An identifier that is the same whenever and wherever the same is imported.
    fn identifier(&self, created: u64, note: &str) -> Ulid {
        match self.id {
            "" => identifier(
                if self.created.is_empty() { 0 } else { created },
                &[&self.article.url, &self.article.title, &self.anchor.exact, note],
            ),
            // What has an identifier of its own keeps ours too when it is changed there.
            own => identifier(created, &[own]),
        }
    }
}

/// An identifier of ours that follows from `parts`.
#[must_use]
pub fn identifier(created: u64, parts: &[&str]) -> Ulid {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part.as_bytes());
        digest.update([0]);
    }
    let half = digest.finalize().first_chunk::<16>().copied().unwrap_or_default();
    Ulid::from_parts(created, u128::from_be_bytes(half))
}

/// `note` with the tags that it does not hold yet behind it.
#[must_use]
pub fn noted(note: &str, tags: &[&str]) -> String {
    let there: Vec<String> = tags_of(note);
    let missing = tags.iter().map(|tag| word(tag)).filter(|tag| !tag.is_empty() && !there.contains(tag));
    let missing: Vec<String> = missing.map(|tag| format!("#{tag}")).collect();
    match (note.is_empty(), missing.is_empty()) {
        (_, true) => note.to_owned(),
        (true, false) => missing.join(" "),
        (false, false) => format!("{note}\n\n{}", missing.join(" ")),
    }
}

fn tags_of(note: &str) -> Vec<String> {
    let target = Target::Day { day: String::new() };
    let read = Annotation {
        id: String::new(),
        target,
        color: None,
        note: note.to_owned(),
        created: 0,
        modified: 0,
        more: Exported::default(),
    };
    read.tags().into_iter().map(str::to_owned).collect()
}

/// A tag as one word.
fn word(tag: &str) -> String {
    let sign = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '/') { c } else { '-' };
    tag.trim().trim_start_matches('#').chars().map(sign).collect()
}

#[cfg(test)]
mod tests {
    use super::{AnnotationDraft, noted};
    use crate::model::anchor::Anchor;

    #[test]
    fn tags_are_written_into_the_note_once() {
        assert_eq!(noted("See #drones", &["drones", "état major"]), "See #drones\n\n#état-major");
        assert_eq!([noted("", &["a"]), noted("b", &[])], ["#a", "b"]);
    }

    #[test]
    fn the_same_gets_the_same_identifier() {
        let anchor = Anchor { exact: "words".to_owned(), ..Anchor::default() };
        let draft = AnnotationDraft { id: "x1", anchor, created: "2024-03-09T16:00:00Z", ..AnnotationDraft::default() };
        let changed = AnnotationDraft { note: "changed", ..draft.clone() };
        let (one, other) = (draft.finish(7).unwrap(), changed.finish(8).unwrap());
        assert_eq!((one.id.clone(), one.created), (other.id, 1_710_000_000_000));
        assert_eq!((one.color.as_deref(), other.color), (Some("quote"), None));
        let unnamed = |now| AnnotationDraft { note: "n", ..AnnotationDraft::default() }.finish(now).unwrap().id;
        assert_eq!(unnamed(7), unnamed(8));
    }
}
