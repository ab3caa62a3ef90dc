//! The articles that notes are about: each key once, however many notes it has, and found by any one of its signs.

use std::collections::HashMap;
use std::sync::Arc;

use twox_hash::XxHash3_64;
use ulid::Ulid;

use crate::model::annotation::{ArticleKey, Target};
use crate::notes::anchoring::whole::{is_alone, stem_of};
use crate::notes::compact::{AnchorRef, CompactSubject, KeyRef, TextState};

/// By how many signs an article can be found.
const SIGNS: usize = 6;
/// The number of the file and headline among them: what is in another line of the file, or under another ending of its name.
const FILE: usize = 4;
/// The number of the headline alone, which many articles may share, and which says least.
const TITLE: usize = 5;
/// So many articles of one file and headline are looked at, those noted last first: more share a heading such as "Editorial", and
/// are known by their bytes, address or text.
const SHARING: usize = 64;

/// An article that something is noted of.
#[derive(Clone, Debug)]
pub struct NotedArticle {
    /// Its key.
    pub key: Arc<ArticleKey>,
    /// The annotations that have been made of it, in no order; some may be about another one by now.
    pub annotations: Vec<Ulid>,
    /// The archives it was noted in.
    pub archives: Vec<Arc<str>>,
    /// The states of its text that passages were taken from.
    states: Vec<Arc<TextState>>,
    /// For each sign, the article noted before this one that shares it.
    former: [Option<u32>; SIGNS],
}

/// All articles that something is noted of.
#[derive(Clone, Debug, Default)]
pub struct Articles {
    all: Vec<NotedArticle>,
    /// The article noted last of those that share a sign.
    signs: HashMap<u64, u32>,
}

impl Articles {
    /// The articles with annotations that share a sign with this one: its bytes, path, address or headline. One that shares several
    /// comes several times.
    pub fn near(&self, article: &ArticleKey) -> impl Iterator<Item = &NotedArticle> {
        self.sharing_any(article, |_| true).filter(|noted| !noted.annotations.is_empty())
    }

    /// The articles that may be former states of this one ([`is_surely`](crate::notes::anchoring::whole::is_surely)): more than the
    /// headline is the same. One that shares several signs comes several times.
    pub fn states(&self, article: &ArticleKey) -> impl Iterator<Item = &NotedArticle> {
        self.sharing_any(article, |kind| kind != TITLE)
    }

    fn sharing_any(&self, article: &ArticleKey, kinds: impl Fn(usize) -> bool) -> impl Iterator<Item = &NotedArticle> {
        let asked = signs(article.into()).filter(move |(kind, _)| kinds(*kind));
        let most = |kind| if kind == FILE { SHARING } else { usize::MAX };
        let sharing = asked.flat_map(move |(kind, sign)| self.sharing(kind, sign).take(most(kind)));
        sharing.filter_map(|at| self.all.get(at as usize))
    }

    /// The articles that share this sign, the one noted last first.
    fn sharing(&self, kind: usize, sign: u64) -> impl Iterator<Item = u32> {
        let former = move |at: &u32| self.all.get(*at as usize)?.former.get(kind).copied()?;
        std::iter::successors(self.signs.get(&sign).copied(), former)
    }

    /// The article of exactly this key.
    #[must_use]
    pub fn get(&self, article: &ArticleKey) -> Option<&NotedArticle> {
        self.all.get(self.position(article.into())? as usize)
    }

    /// Takes note that `archive` was open when something was noted of the article.
    pub fn note(&mut self, article: &ArticleKey, archive: &Arc<str>) {
        if let Some(noted) = self.add(article.into()) {
            noted.note(archive);
        }
    }

    /// Adds the article unless it is there.
    fn add(&mut self, article: KeyRef) -> Option<&mut NotedArticle> {
        let at = self.position(article).unwrap_or_else(|| self.push(article));
        self.all.get_mut(at as usize)
    }

    fn position(&self, article: KeyRef) -> Option<u32> {
        let (kind, sign) = signs(article).next()?;
        self.sharing(kind, sign).find(|at| self.all.get(*at as usize).is_some_and(|noted| article.is(&noted.key)))
    }

    fn push(&mut self, article: KeyRef) -> u32 {
        let at = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        let key = Arc::new(article.own());
        self.all.push(NotedArticle {
            key,
            annotations: Vec::new(),
            archives: Vec::new(),
            states: Vec::new(),
            former: [None; SIGNS],
        });
        // By its headline it is found once it has annotations: a read mark or a star is never looked for by that.
        for (nth, (kind, sign)) in signs(article).enumerate() {
            if nth == 0 || kind != TITLE {
                self.chain(at, kind, sign);
            }
        }
        at
    }

    /// Puts the article at `at` before those that share this sign.
    fn chain(&mut self, at: u32, kind: usize, sign: u64) {
        let newest = self.signs.insert(sign, at);
        if let Some(former) = self.all.get_mut(at as usize).and_then(|noted| noted.former.get_mut(kind)) {
            *former = newest;
        }
    }

    /// Adds the article unless it is there, and an annotation to it.
    fn annotate(&mut self, article: KeyRef, id: Ulid) -> Option<&mut NotedArticle> {
        let at = self.position(article).unwrap_or_else(|| self.push(article));
        if self.all.get(at as usize).is_some_and(|noted| noted.annotations.is_empty()) {
            for (kind, sign) in signs(article).skip(1).filter(|(kind, _)| *kind == TITLE) {
                self.chain(at, kind, sign);
            }
        }
        let noted = self.all.get_mut(at as usize)?;
        noted.annotate(id);
        Some(noted)
    }

    /// What the annotation `id` is about, in its small form.
    pub fn hold(&mut self, id: Ulid, target: &Target) -> CompactSubject {
        match target {
            Target::Passage { article, anchor } => self.hold_passage(id, (&**article).into(), anchor.into(), None),
            Target::Article { article } => {
                self.annotate((&**article).into(), id);
                CompactSubject::Whole(Box::new(target.clone()))
            }
            _ => CompactSubject::Whole(Box::new(target.clone())),
        }
    }

    /// A passage that the annotation `id` is about, in its small form; takes note that `archive` was open.
    pub fn hold_passage(&mut self, id: Ulid, article: KeyRef, anchor: AnchorRef, archive: Option<&Arc<str>>) -> CompactSubject {
        let Some(noted) = self.annotate(article, id) else {
            return CompactSubject::Whole(Box::new(Target::Passage { article: article.own().into(), anchor: anchor.own() }));
        };
        if let Some(archive) = archive {
            noted.note(archive);
        }
        CompactSubject::passage(noted.state(anchor), anchor)
    }
}

impl NotedArticle {
    fn note(&mut self, archive: &Arc<str>) {
        if !self.archives.contains(archive) {
            push(&mut self.archives, archive);
        }
    }

    fn annotate(&mut self, id: Ulid) {
        // Nearly always the newest: then no other needs to be looked at.
        if self.annotations.last().is_none_or(|last| *last < id) || !self.annotations.contains(&id) {
            self.annotations.push(id);
        }
    }

    fn state(&mut self, anchor: AnchorRef) -> Arc<TextState> {
        if let Some(known) = self.states.iter().find(|state| state.is_of(anchor)) {
            return Arc::clone(known);
        }
        let new = Arc::new(TextState::of(&self.key, anchor));
        push(&mut self.states, &new);
        new
    }
}

/// Adds one more to what is mostly one alone.
fn push<T: ?Sized>(all: &mut Vec<Arc<T>>, one: &Arc<T>) {
    if all.is_empty() {
        all.reserve_exact(1);
    }
    all.push(Arc::clone(one));
}

/// What an article can be found by: its bytes, path, address, cleaned text, file (of several in one with the headline), and headline; numbered and hashed.
/// Nothing is found by what is not known.
fn signs(article: KeyRef<'_>) -> impl Iterator<Item = (usize, u64)> {
    let all: [(&str, &str); SIGNS] = [
        (article.sha256, ""),
        (article.path, ""),
        (article.url, ""),
        (article.text, ""),
        // What has a file of its own is found by that under any headline.
        (if is_alone(article.path) { stem_of(article.path) } else { article.title }, stem_of(article.path)),
        (article.title, ""),
    ];
    let known = all.into_iter().enumerate().filter(|(_, (text, _))| !text.is_empty());
    known.map(|(kind, (text, more))| {
        // The kind and what it is joined to are the seed.
        let seed = XxHash3_64::oneshot_with_seed(kind as u64, more.as_bytes());
        (kind, XxHash3_64::oneshot_with_seed(seed, text.as_bytes()))
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use ulid::Ulid;

    use super::Articles;
    use crate::model::annotation::{ArticleKey, Target};

    #[test]
    fn a_headline_finds_what_has_annotations_and_nothing_that_was_only_read() {
        let key = |name: &str| ArticleKey {
            sha256: name.to_owned(),
            path: format!("{name}.txt"),
            url: String::new(),
            title: "L'éditorial".to_owned(),
            ..ArticleKey::default()
        };
        let (archive, mut articles): (Arc<str>, _) = ("press".into(), Articles::default());
        for name in ["a", "b", "c"] {
            articles.note(&key(name), &archive);
        }
        let near = |articles: &Articles| articles.near(&key("x")).map(|noted| noted.key.sha256.clone()).collect::<Vec<_>>();
        assert_eq!(near(&articles), [""; 0], "thousands may be read that share a headline");
        let states = |key: &ArticleKey| articles.states(key).map(|noted| noted.key.sha256.clone()).collect::<Vec<_>>();
        assert_eq!(states(&key("b")), ["b"; 3], "by its bytes, its path, and its file and headline");
        assert_eq!(states(&ArticleKey { path: "b.html".to_owned(), ..key("x") }), ["b"], "under another ending");
        articles.hold(Ulid::from_parts(1, 0), &Target::Article { article: key("b").into() });
        articles.hold(Ulid::from_parts(2, 0), &Target::Article { article: key("b").into() });
        assert_eq!(near(&articles), ["b"]);
        assert_eq!(articles.get(&key("b")).map(|noted| noted.annotations.len()), Some(2));
        let titled = ArticleKey { title: "L'éditorial".to_owned(), ..ArticleKey::default() };
        articles.note(&titled, &archive);
        assert!(articles.get(&titled).is_some(), "known by nothing else");
    }
    #[test]
    fn thousands_of_one_headline_are_not_all_looked_at_for_each() {
        let looked_at = |count: usize, path: fn(usize) -> String| {
            let key = |number: usize| ArticleKey {
                sha256: format!("{number:064x}"),
                path: path(number),
                title: "L'éditorial".to_owned(),
                text: format!("{number:x}"),
                ..ArticleKey::default()
            };
            let (archive, mut articles): (Arc<str>, _) = ("press".into(), Articles::default());
            (0..count).for_each(|number| articles.note(&key(number), &archive));
            (0..count).map(|number| articles.states(&key(number)).count() + articles.near(&key(number)).count()).sum::<usize>()
        };
        let files = |number| format!("press/{number}.txt");
        assert_eq!(looked_at(4000, files), 4 * looked_at(1000, files));
        let lines = |number| format!("press/all.jsonl:{number}");
        assert_eq!(looked_at(4000, lines), 4 * looked_at(1000, lines));
    }
}
