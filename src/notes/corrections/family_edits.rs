//! What the person said of families: which article stands for its text alone, and which has the text of another.
//!
//! Kept as the property `family` of an article, and so undone, carried to other devices and found again in a changed file like all that is
//! said of one. It knows no files; `analysis::families` lays it over what is found.

use std::collections::HashMap;

use crate::analysis::families::FamilyEdit;
use crate::model::annotation::ArticleKey;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::property::{Property, PropertyId, typed};
use crate::notes::anchoring::article_match::{Belonging, Register};
use crate::notes::corrections::article_corrections::ArticleSigns;
use crate::notes::state::Notes;
use crate::notes::state::record::Record;

/// The value of an article that stands for itself; any other is the id of an article.
const ALONE: &str = "alone";
/// The value of an article that others were joined with: it keeps by what that article was known then.
const JOINED: &str = "joined";

/// The field that parts an article from its copies.
#[must_use]
pub fn alone() -> Property {
    Property::Family(Some(ALONE.into()))
}

/// The field that gives an article the text of the one with the id `with`.
#[must_use]
pub fn with(id: &str) -> Property {
    Property::Family(Some(id.into()))
}

/// The field of the article that another is joined with, so that it is found again when its file is changed.
#[must_use]
pub fn joined() -> Property {
    Property::Family(Some(JOINED.into()))
}

/// Whether something is said by hand of the copies of the article of which `record` is known; that others are joined with it is said of them.
#[must_use]
pub fn is_said(record: &Record) -> bool {
    record.get(typed::Family).is_some_and(|said| said.as_deref().is_some_and(|said| said != JOINED))
}

/// The field that leaves an article where the program finds it.
#[must_use]
pub fn as_found() -> Property {
    Property::Family(None)
}

/// What is said of families, found by any sign of an article.
#[derive(Clone, Debug, Default)]
pub struct FamilyEdits {
    said: HashMap<ArticleKey, Box<str>>,
    signs: ArticleSigns,
}

impl PartialEq for FamilyEdits {
    fn eq(&self, other: &Self) -> bool {
        self.said == other.said
    }
}

impl FamilyEdits {
    /// Those in `notes`.
    #[must_use]
    pub fn of(notes: &Notes) -> Self {
        let mut all = Self::default();
        for (key, record) in notes.articles_with(|property| property == PropertyId::Family) {
            if let Some(said) = record.get(typed::Family).cloned().flatten() {
                all.signs.add(key);
                all.said.insert(key.clone(), said);
            }
        }
        all
    }

    /// What they say of the articles of `archive`. One that names an article which is not there says nothing.
    #[must_use]
    pub fn in_archive(&self, archive: &Archive, notes: &Notes) -> Vec<FamilyEdit> {
        if self.said.is_empty() {
            return Vec::new();
        }
        let said = archive.iter().filter(|(_, article)| self.signs.know(*article)).filter_map(|(ix, article)| {
            let record = notes.of_whole(ArticleKey::from(article), article.body());
            Some((ix, record.get(typed::Family).cloned().flatten()?))
        });
        let said: Vec<(ArticleIx, Box<str>)> = said.filter(|(_, said)| &**said != JOINED).collect();
        let mut named: HashMap<&str, Option<ArticleIx>> = said.iter().map(|(_, with)| (&**with, None)).collect();
        for (ix, article) in archive.iter() {
            if let Some(found) = named.get_mut(&*article.id().0) {
                *found = Some(ix);
            }
        }
        self.find_changed(&mut named, archive);
        let edit = |(article, with): &(ArticleIx, Box<str>)| match &**with {
            ALONE => Some(FamilyEdit { article: *article, with: None }),
            id => Some(FamilyEdit { article: *article, with: Some((*named.get(id)?)?) }),
        };
        said.iter().filter_map(edit).collect()
    }

    /// Finds the articles in `named` whose bytes are no longer those they were named by.
    fn find_changed(&self, named: &mut HashMap<&str, Option<ArticleIx>>, archive: &Archive) {
        let bytes = |id: &str| id.split('-').next().unwrap_or_default().to_owned();
        let mut lost: Vec<(String, &mut Option<ArticleIx>)> =
            named.iter_mut().filter(|(id, ix)| ix.is_none() && **id != ALONE).map(|(id, ix)| (bytes(id), ix)).collect();
        let is_lost = |key: &&ArticleKey| lost.iter().any(|(bytes, _)| key.sha256.starts_with(bytes));
        let keys: Vec<&ArticleKey> = if lost.is_empty() { Vec::new() } else { self.said.keys().filter(is_lost).collect() };
        let places = Register::of(keys.iter().copied()).look_up_whole(archive);
        for (key, belonging) in keys.into_iter().zip(places) {
            let Belonging::To(article, _) = belonging else { continue };
            lost.iter_mut().filter(|(bytes, _)| key.sha256.starts_with(bytes)).for_each(|(_, ix)| **ix = Some(article));
        }
    }
}
