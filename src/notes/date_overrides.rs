//! Dating: publication dates as the reader corrected them, laid over an archive, with all that is counted from them.
//!
//! What was loaded is not changed, so that a correction can be taken back. It knows no files; the notes say what was corrected.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::analysis::actors::Gazetteer;
use crate::analysis::analyse;
use crate::model::annotation::{ArticleKey, hexadecimal};
use crate::model::archive::Archive;
use crate::model::article::Article;
use crate::model::date::{PartialDate, Provenance, Publication, PublicationDate};
use crate::model::property::typed;
use crate::model::segment::{ArticleRef, Segment};
use crate::notes::record::Record;
use crate::notes::state::Notes;

/// The corrections that are known, found by any sign of an article. Nearly every article has none, which costs a look or three.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections {
    dates: HashMap<ArticleKey, PartialDate>,
    bytes: HashSet<String>,
    places: HashSet<String>,
    urls: HashSet<String>,
    titles: HashSet<String>,
}

impl Corrections {
    /// The corrections in `notes`.
    #[must_use]
    pub fn of(notes: &Notes) -> Self {
        let mut all = Self::default();
        // Most articles were only read or starred, and are not looked at.
        for key in notes.dated_articles() {
            // What was corrected in another state of the article is found by the signs of that.
            let date = published(&notes.article(key));
            let Some(date) = date else { continue };
            all.bytes.insert(key.sha256.clone());
            all.places.insert(key.path.clone());
            all.titles.insert(key.title.clone());
            all.urls.extend((!key.url.is_empty()).then(|| key.url.clone()));
            all.dates.insert(key.clone(), date);
        }
        all
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.dates.is_empty()
    }

    /// The date that the reader gave this article, in whatever state it was then.
    #[must_use]
    pub fn date(&self, article: ArticleRef<'_>, notes: &Notes) -> Option<PartialDate> {
        if self.is_empty() {
            return None;
        }
        let known = article.url().is_some_and(|url| self.urls.contains(url))
            || self.bytes.contains(&hexadecimal(&article.sha256()))
            || self.titles.contains(article.title())
            || self.places.contains(&article.place().to_string());
        if known { published(&notes.of_whole(ArticleKey::from(article), article.body())) } else { None }
    }
}

/// The date that the reader gave an article of which `known` is known.
fn published(known: &Record) -> Option<PartialDate> {
    PartialDate::parse(known.get(typed::Published)?.as_deref()?)
}

/// Lays the corrections over the segments of `archive` from the place `from` on, and takes away what was taken back; says
/// whether anything has changed.
pub fn lay_over(archive: &mut Archive, from: usize, corrections: &Corrections, notes: &Notes, gazetteer: &Gazetteer) -> bool {
    let mut changed = false;
    for at in from..archive.segments().len() {
        let laid = archive.is_laid_over(at);
        if corrections.is_empty() && !laid {
            continue;
        }
        let Some(loaded) = archive.as_loaded(at).cloned() else { continue };
        match corrected(&loaded, corrections, notes, gazetteer) {
            None if !laid => {}
            segment => {
                archive.lay_over(at, segment.map(Arc::new));
                changed = true;
            }
        }
    }
    changed
}

/// `loaded` with its corrected articles dated anew; `None` when it has none. Who is named in them hangs on no date and stays as it was
/// loaded, so that nothing is lost where `gazetteer` does not know the archive's actors yet.
fn corrected(loaded: &Segment, corrections: &Corrections, notes: &Notes, gazetteer: &Gazetteer) -> Option<Segment> {
    let read = |(at, packed): (usize, ArticleRef<'_>)| {
        let date = corrections.date(packed, notes)?;
        let mut article = packed.unpack();
        article.published = Publication { date: PublicationDate::On(date), provenance: Provenance::User, evidence: Vec::new() };
        analyse(&mut article, gazetteer);
        Some((at, article))
    };
    let dated: Vec<(usize, Article)> = loaded.iter().enumerate().filter_map(read).collect();
    (!dated.is_empty()).then(|| loaded.redated(&dated))
}
