//! Borrowed actions: lines of a journal as most are, read without taking a copy of a word.
//!
//! Nearly all that a journal holds are passages that were marked. Such a line is read in one go and its words go straight to where
//! they are held ([`crate::notes::compact`]). Whatever is unlike (a field that is not known, another target, another schema) is no borrowed
//! action: [`crate::notes::journal::line`] reads it as an [`Action`], and both say the same: `tests/journal/convergence.rs` and the tests of
//! [`crate::notes::journal::line`] hold that, line by line. A new property needs nothing here: a line that sets it is read whole.

use std::borrow::Cow;

use serde::Deserialize;
use ulid::Ulid;

use crate::model::annotation::Target;
use crate::model::property::{Properties, Property, typed};
use crate::notes::action::{Action, FieldChange, NoteSubject, Reversal, SCHEMA};
use crate::notes::borrowed::parts::{BorrowedText, Color, Was, said};
use crate::notes::compact::{AnchorRef, KeyRef};
use crate::notes::undo::Overwritten;

mod parts;

/// What a line says.
#[derive(Debug)]
pub enum ParsedOp<'a> {
    /// In the words of the line.
    Borrowed(BorrowedOp<'a>),
    /// In words of its own.
    Whole(Action),
}

/// An action on annotations, in the words of its line.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BorrowedOp<'a> {
    #[serde(default, rename = "sum")]
    _sum: Option<&'a str>,
    /// As in [`Action`].
    pub id: Ulid,
    /// As in [`Action`].
    pub time: u64,
    /// As in [`Action`].
    pub device: &'a str,
    schema: u32,
    /// As in [`Action`].
    #[serde(default)]
    pub archive: &'a str,
    /// As in [`Action`].
    #[serde(default)]
    pub reverses: Option<Reversal>,
    /// As in [`Action`].
    #[serde(borrow)]
    pub changes: Vec<BorrowedChange<'a>>,
}

/// What is set on an annotation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BorrowedChange<'a> {
    of: BorrowedSubject,
    /// As in [`FieldChange`].
    #[serde(borrow)]
    pub set: BorrowedFields<'a>,
    #[serde(default)]
    was: Was,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct BorrowedSubject {
    annotation: Ulid,
}

/// The fields that nearly all annotations have.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BorrowedFields<'a> {
    /// A passage.
    #[serde(default, borrow, deserialize_with = "said")]
    pub target: Option<BorrowedTarget<'a>>,
    #[serde(default, borrow)]
    color: Color<'a>,
    #[serde(default, borrow, deserialize_with = "said")]
    note: Option<BorrowedText<'a>>,
    #[serde(default, deserialize_with = "said")]
    deleted: Option<bool>,
}

/// A passage of an article.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BorrowedTarget<'a> {
    #[serde(rename = "on")]
    _on: Passage,
    /// The article.
    #[serde(borrow)]
    pub article: BorrowedKey<'a>,
    /// The passage.
    #[serde(borrow)]
    pub anchor: BorrowedAnchor<'a>,
}

/// The one kind of target that is borrowed.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Passage {
    Passage,
}

/// As [`crate::model::annotation::ArticleKey`].
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BorrowedKey<'a> {
    /// As there.
    #[serde(borrow)]
    pub sha256: Cow<'a, str>,
    /// As there.
    #[serde(borrow)]
    pub path: Cow<'a, str>,
    /// As there.
    #[serde(default, borrow)]
    pub url: Cow<'a, str>,
    /// As there.
    #[serde(default, borrow)]
    pub title: Cow<'a, str>,
    /// As there.
    #[serde(default, borrow)]
    pub text: Cow<'a, str>,
    /// As there.
    #[serde(default, borrow)]
    pub sketch: Cow<'a, str>,
}

/// As [`crate::model::anchor::Anchor`].
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BorrowedAnchor<'a> {
    /// As there.
    #[serde(borrow)]
    pub exact: Cow<'a, str>,
    /// As there.
    #[serde(borrow)]
    pub prefix: Cow<'a, str>,
    /// As there.
    #[serde(borrow)]
    pub suffix: Cow<'a, str>,
    /// As there.
    pub start: u32,
    /// As there.
    pub end: u32,
    /// As there.
    #[serde(borrow)]
    pub text: Cow<'a, str>,
    /// As there.
    #[serde(borrow)]
    pub extractor: Cow<'a, str>,
}

impl<'a> BorrowedOp<'a> {
    /// The borrowed action that `line` is, if it is one.
    #[must_use]
    pub fn read(line: &'a [u8]) -> Option<Self> {
        // Looked through once as a whole, its strings need not be looked through one by one.
        let line = str::from_utf8(line).ok()?;
        serde_json::from_str(line).ok().filter(|borrowed: &Self| borrowed.schema == SCHEMA)
    }

    /// What it has overwritten, for undoing; it is gone from here then.
    pub fn take_overwritten(&mut self) -> Overwritten {
        if let [BorrowedChange { of, was: Was::Deleted, .. }] = &*self.changes {
            return Overwritten::Made(of.annotation);
        }
        let was = self.changes.iter_mut().map(|change| (change.of.annotation, Properties::from(std::mem::take(&mut change.was))));
        let was = was.filter(|(_, was)| !was.is_empty()).map(|(id, was)| (NoteSubject::Annotation(id), was));
        Overwritten::Properties(was.collect())
    }
}

impl BorrowedChange<'_> {
    /// The annotation it is on.
    #[must_use]
    pub fn annotation(&self) -> Ulid {
        self.of.annotation
    }

    /// The annotation, the note that is written on it, if one is, and the note that was there before.
    #[must_use]
    pub fn written_note(&self) -> Option<(Ulid, &str, &str)> {
        let words = &*self.set.note.as_ref()?.0;
        let over = match &self.was {
            Was::Deleted => None,
            Was::Properties(fields) => fields.get(typed::Note),
        };
        Some((self.of.annotation, words, over.map_or("", |over| over)))
    }
}

impl<'a> BorrowedFields<'a> {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        let others = [matches!(self.color, Color::Said(_)), self.note.is_some(), self.deleted.is_some()];
        usize::from(self.target.is_some()) + others.into_iter().filter(|is| *is).count()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The colour, when one is set, though it may be to none; it is gone from here then.
    pub fn take_color(&mut self) -> Option<Option<Cow<'a, str>>> {
        match std::mem::take(&mut self.color) {
            Color::Said(color) => Some(color.map(|words| words.0)),
            Color::Unsaid => None,
        }
    }

    /// The fields other than the target and the colour; they are gone from here then.
    pub fn take_others(&mut self) -> impl Iterator<Item = Property> + use<> {
        let note = self.note.take().map(|words| Property::Note(words.0.into()));
        [note, self.deleted.take().map(Property::Deleted)].into_iter().flatten()
    }
}

impl From<&BorrowedTarget<'_>> for Target {
    fn from(target: &BorrowedTarget<'_>) -> Self {
        Self::Passage { article: KeyRef::from(&target.article).own().into(), anchor: AnchorRef::from(&target.anchor).own() }
    }
}

impl<'a> From<&'a BorrowedKey<'_>> for KeyRef<'a> {
    fn from(key: &'a BorrowedKey<'_>) -> Self {
        let BorrowedKey { sha256, path, url, title, text, sketch } = key;
        Self { sha256, path, url, title, text, sketch }
    }
}

impl<'a> From<&'a BorrowedAnchor<'_>> for AnchorRef<'a> {
    fn from(anchor: &'a BorrowedAnchor<'_>) -> Self {
        let BorrowedAnchor { exact, prefix, suffix, start, end, text, extractor } = anchor;
        Self { exact, prefix, suffix, start: *start, end: *end, text, extractor }
    }
}

impl ParsedOp<'_> {
    /// The identifier of the action.
    #[must_use]
    pub fn id(&self) -> Ulid {
        match self {
            Self::Whole(action) => action.id,
            Self::Borrowed(borrowed) => borrowed.id,
        }
    }
}

impl From<Action> for ParsedOp<'_> {
    fn from(action: Action) -> Self {
        Self::Whole(action)
    }
}

impl From<ParsedOp<'_>> for Action {
    fn from(told: ParsedOp<'_>) -> Self {
        let borrowed = match told {
            ParsedOp::Whole(action) => return action,
            ParsedOp::Borrowed(borrowed) => borrowed,
        };
        let change = |mut change: BorrowedChange<'_>| {
            let target = change.set.target.as_ref().map(|target| Property::Target(Box::new(target.into())));
            let color = change.set.take_color().map(|color| Property::Color(color.map(Into::into)));
            let set = target.into_iter().chain(color).chain(change.set.take_others()).collect();
            FieldChange { of: NoteSubject::Annotation(change.of.annotation), set, was: change.was.into() }
        };
        Self {
            id: borrowed.id,
            time: borrowed.time,
            device: borrowed.device.to_owned(),
            schema: borrowed.schema,
            archive: borrowed.archive.to_owned(),
            reverses: borrowed.reverses,
            changes: borrowed.changes.into_iter().map(change).collect(),
        }
    }
}
