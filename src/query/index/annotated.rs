//! What a reader has marked and written on the articles of an archive, as queries ask for it.
//!
//! A compact snapshot by article. `notes::querying::annotation_facts` makes it from the notes, the index holds it for the evaluation.

use std::collections::HashMap;

use crate::model::archive::ArticleIx;
use crate::model::property::PropertyId;

/// What there is on one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleNotes {
    /// The flags that are set on it, such as that it was read.
    flags: Vec<PropertyId>,
    /// Whether words in it are highlighted.
    pub highlighted: bool,
    /// Whether an annotation on it has lost its place.
    pub orphaned: bool,
    /// The texts of the annotations on it and in it that are asked for by keys, such as notes and colours.
    pub texts: Vec<(PropertyId, Box<str>)>,
    /// The tags in the notes.
    pub tags: Vec<Box<str>>,
}

impl ArticleNotes {
    /// Sets flags on it.
    pub fn flag(&mut self, flags: impl Iterator<Item = PropertyId>) {
        for flag in flags {
            if !self.is(flag) {
                self.flags.push(flag);
            }
        }
    }

    /// Whether a flag is set on it.
    #[must_use]
    pub fn is(&self, flag: PropertyId) -> bool {
        self.flags.contains(&flag)
    }

    /// The texts of one property.
    pub fn texts_of(&self, property: PropertyId) -> impl Iterator<Item = &str> {
        self.texts.iter().filter(move |(of, _)| *of == property).map(|(_, text)| &**text)
    }
}

/// What there is on the articles of an archive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotesByArticle {
    by: HashMap<ArticleIx, ArticleNotes>,
}

impl NotesByArticle {
    /// What there is on an article.
    #[must_use]
    pub fn of(&self, article: ArticleIx) -> Option<&ArticleNotes> {
        self.by.get(&article)
    }

    /// What there is on an article, to be added to.
    pub fn on(&mut self, article: ArticleIx) -> &mut ArticleNotes {
        self.by.entry(article).or_default()
    }
}
