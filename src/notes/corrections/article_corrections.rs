//! Corrections of articles: what the reader says of their headline, outlet, author, date, address, section and language, laid over an
//! archive, with all that is counted from it.
//!
//! What was loaded is not changed, so that a correction can be taken back. It knows no files; the notes say what was corrected, and
//! [`crate::notes::corrections::article_field`] how it is typed.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::analysis::actors::Gazetteer;
use crate::analysis::analyse;
use crate::model::annotation::{ArticleKey, hexadecimal};
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::{Article, Attributed, HeadlineOrigin, Lang};
use crate::model::date::{PartialDate, Provenance, Publication, PublicationDate};
use crate::model::property::{PropertyId, typed};
use crate::model::segment::{ArticleRef, Corrected, Segment};
use crate::notes::state::Notes;
use crate::notes::state::record::Record;
use crate::text::terminal_safe::TerminalSafe;

/// What the reader says of one article; `None` for what stays as the program finds it, an empty text for what it is without.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Correction {
    published: Option<PartialDate>,
    lang: Option<Box<str>>,
    title: Option<Box<str>>,
    source: Option<Box<str>>,
    author: Option<Box<str>>,
    url: Option<Box<str>>,
    section: Option<Box<str>>,
}

impl Correction {
    /// What `known` says. It is part of an archive from here on, whose words are clean whoever wrote the journal.
    fn of(known: &Record) -> Self {
        let clean = |said: Option<&Option<Box<str>>>| Some(TerminalSafe::text(said?.as_deref()?).into_owned().into_boxed_str());
        Self {
            published: known.get(typed::Published).and_then(|date| PartialDate::parse(date.as_deref()?)),
            lang: clean(known.get(typed::Lang)),
            title: clean(known.get(typed::Title)).filter(|title| !title.is_empty()),
            source: clean(known.get(typed::Source)),
            author: clean(known.get(typed::Author)),
            url: clean(known.get(typed::Url)),
            section: clean(known.get(typed::Section)),
        }
    }

    /// The fields it says something of, by their names in the JSON of an article.
    fn fields(&self) -> Vec<&'static str> {
        let said = [
            ("title", self.title.is_some()),
            ("date", self.published.is_some()),
            ("source", self.source.is_some()),
            ("lang", self.lang.is_some()),
            ("author", self.author.is_some()),
            ("url", self.url.is_some()),
            ("section", self.section.is_some()),
        ];
        said.into_iter().filter(|(_, is_said)| *is_said).map(|(name, _)| name).collect()
    }

    fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the dates and events of the text are counted anew.
    const fn moves_dates(&self) -> bool {
        self.published.is_some() || self.lang.is_some()
    }

    fn apply(self, article: &mut Article) {
        let said = |text: Box<str>| (!text.is_empty()).then_some(Attributed { text, provenance: Provenance::User });
        let stated = |text: Box<str>| (!text.is_empty()).then_some(text);
        if let Some(date) = self.published {
            article.published =
                Publication { date: PublicationDate::On(date), provenance: Provenance::User, evidence: Vec::new() };
        }
        if let Some(code) = self.lang {
            article.lang = Lang::parse(&code);
        }
        if let Some(title) = self.title {
            (article.title, article.headline) = (title, HeadlineOrigin::User);
        }
        if let Some(source) = self.source {
            article.source = said(source);
        }
        if let Some(author) = self.author {
            article.author = said(author);
        }
        if let Some(url) = self.url {
            article.url = stated(url);
        }
        if let Some(section) = self.section {
            article.imprint.section = stated(section);
        }
    }
}

/// The signs by which articles are known.
#[derive(Clone, Debug, Default)]
pub(super) struct ArticleSigns {
    bytes: HashSet<String>,
    places: HashSet<String>,
    urls: HashSet<String>,
    titles: HashSet<String>,
}

impl ArticleSigns {
    pub(super) fn add(&mut self, key: &ArticleKey) {
        self.bytes.insert(key.sha256.clone());
        self.places.insert(key.path.clone());
        self.titles.insert(key.title.clone());
        self.urls.extend((!key.url.is_empty()).then(|| key.url.clone()));
    }

    /// Whether `article`, as it was loaded, may be one of them. Nearly every article is none, which costs a look or three.
    pub(super) fn know(&self, article: ArticleRef<'_>) -> bool {
        article.url().is_some_and(|url| self.urls.contains(url))
            || self.bytes.contains(&hexadecimal(&article.sha256()))
            || self.titles.contains(article.title())
            || self.places.contains(&article.place().to_string())
    }
}

/// The corrections that are known, found by any sign of an article.
#[derive(Clone, Debug, Default)]
pub struct ArticleCorrections {
    /// What was said under each key, or taken back; an article may have several, of its states.
    said: HashMap<ArticleKey, Correction>,
    signs: ArticleSigns,
}

impl ArticleCorrections {
    /// The corrections in `notes`.
    #[must_use]
    pub fn of(notes: &Notes) -> Self {
        let mut all = Self::default();
        // What was corrected in another state of the article is found by the signs of that.
        for (key, record) in notes.articles_with(PropertyId::states_fact) {
            let said = Correction::of(record);
            if !said.is_none() {
                all.signs.add(key);
            }
            // What takes something back may do so under another key than what said it, since the key has the headline that was corrected.
            all.said.insert(key.clone(), said);
        }
        all
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.signs.bytes.is_empty()
    }

    /// What is corrected in `archive`, which nothing lies over yet: the articles, with the names of their fields in JSON.
    #[must_use]
    pub(crate) fn fields_in(&self, archive: &Archive, notes: &Notes) -> HashMap<ArticleIx, Vec<&'static str>> {
        if self.is_empty() {
            return HashMap::new();
        }
        let fields = |(ix, article)| Some((ix, self.correction(article, notes)?.fields()));
        archive.iter().filter_map(fields).collect()
    }

    /// The corrections that are in one of both and not in the other; `None` when both say the same.
    #[must_use]
    pub fn changed_since(&self, former: &Self) -> Option<Changed> {
        let is_new = |(key, said): &(&ArticleKey, &Correction)| former.said.get(*key) != Some(*said);
        let is_gone = |key: &&ArticleKey| !self.said.contains_key(*key);
        let keys = self.said.iter().filter(is_new).map(|(key, _)| key).chain(former.said.keys().filter(is_gone));
        let mut signs = ArticleSigns::default();
        keys.for_each(|key| signs.add(key));
        (!signs.bytes.is_empty()).then_some(Changed(signs))
    }

    /// The corrections of articles of whose bytes the open archive has several copies; `None` when there is none.
    #[must_use]
    pub fn of_copies(&self, notes: &Notes) -> Option<Changed> {
        let mut signs = ArticleSigns::default();
        self.said.keys().filter(|key| notes.has_copies(key)).for_each(|key| signs.add(key));
        (!signs.bytes.is_empty()).then_some(Changed(signs))
    }

    /// What the reader said of this article, in whatever state it was then.
    fn correction(&self, article: ArticleRef<'_>, notes: &Notes) -> Option<Correction> {
        if self.is_empty() || !self.signs.know(article) {
            return None;
        }
        Some(Correction::of(&notes.of_whole(ArticleKey::from(article), article.body()))).filter(|said| !said.is_none())
    }
}

/// The articles of which something else is said than before.
#[derive(Clone, Debug)]
pub struct Changed(ArticleSigns);

/// Where corrections are laid over, and what they are counted with.
#[derive(Clone, Copy, Debug)]
pub struct Corrector<'a> {
    /// The corrections that are known.
    pub corrections: &'a ArticleCorrections,
    /// The notes they are from.
    pub notes: &'a Notes,
    /// What finds the actors of events that are dated anew.
    pub gazetteer: &'a Gazetteer,
}

impl Corrector<'_> {
    /// Lays the corrections over the segments of `archive` from the place `from` on, and takes away what was taken back; says
    /// whether anything has changed.
    pub fn lay_over(self, archive: &mut Archive, from: usize) -> bool {
        let mut changed = false;
        for at in from..archive.segments().len() {
            let laid = archive.is_laid_over(at);
            if self.corrections.is_empty() && !laid {
                continue;
            }
            let Some(loaded) = archive.as_loaded(at).cloned() else { continue };
            changed |= lay(archive, at, &loaded, |article| self.corrected(article));
        }
        changed
    }

    /// The same for the articles of `changed` alone; what lies over the others stays.
    pub fn lay_changes(self, archive: &mut Archive, changed: &Changed) -> bool {
        let mut any = false;
        for at in 0..archive.segments().len() {
            let (loaded, shown) = (archive.as_loaded(at).cloned(), archive.segments().get(at).cloned());
            let Some((loaded, shown)) = loaded.zip(shown) else { continue };
            if !loaded.iter().any(|article| changed.0.know(article)) {
                continue;
            }
            any |= lay(archive, at, &loaded, |article| {
                if changed.0.know(article) {
                    return self.corrected(article);
                }
                let is_corrected = self.corrections.signs.know(article);
                is_corrected.then(|| shown.get(article.place_in_segment())).flatten().map(Corrected::As)
            });
        }
        any
    }

    /// What the corrections make of an article as it was loaded. Who is named in it hangs on none of them and stays as it was loaded,
    /// so that nothing is lost where the gazetteer does not know the archive's actors yet.
    fn corrected<'s>(self, packed: ArticleRef<'_>) -> Option<Corrected<'s>> {
        let said = self.corrections.correction(packed, self.notes)?;
        let (mut article, moves_dates) = (packed.unpack(), said.moves_dates());
        said.apply(&mut article);
        if !moves_dates {
            return Some(Corrected::Restated(Box::new(article)));
        }
        if matches!(article.published.provenance, Provenance::Inferred | Provenance::Unknown) {
            // What was worked out from the text is worked out again, since it is read in another language.
            article.published = Publication::default();
        }
        analyse(&mut article, self.gazetteer);
        Some(Corrected::Redated(Box::new(article)))
    }
}

/// Lays what `corrected` makes of the segment at `at` over it; says whether anything is changed.
fn lay<'s>(
    archive: &mut Archive,
    at: usize,
    loaded: &Segment,
    corrected: impl Fn(ArticleRef<'_>) -> Option<Corrected<'s>>,
) -> bool {
    let segment = loaded.corrected(corrected);
    let changes = segment.is_some() || archive.is_laid_over(at);
    if changes {
        archive.lay_over(at, segment.map(Arc::new));
    }
    changes
}
