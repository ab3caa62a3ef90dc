//! The articles that notes are about: each key once, however many notes it has, and found by any one of its signs.

use std::collections::HashMap;
use std::sync::Arc;

use twox_hash::XxHash3_64;
use ulid::Ulid;

use crate::model::annotation::{ArticleKey, Target};
use crate::notes::compact::{AnchorRef, CompactSubject, KeyRef, TextState};

/// By how many signs an article can be found.
const SIGNS: usize = 4;
/// The number of the headline among them.
const HEADLINE: usize = 3;
/// So many articles of one headline are looked at, those noted last first.
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
    /// The articles that share a sign with this one: its bytes, path, address or headline. One that shares several comes several
    /// times.
    pub fn near(&self, article: &ArticleKey) -> impl Iterator<Item = &NotedArticle> {
        // A headline that many share, such as "Editorial", tells nothing.
        let most = |kind| if kind == HEADLINE { SHARING } else { usize::MAX };
        let sharing = signs(article.into()).flat_map(move |(kind, sign)| self.sharing(kind, sign).take(most(kind)));
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
        self.near(article).find(|noted| *noted.key == *article)
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
        let mut former = [None; SIGNS];
        for (kind, sign) in signs(article) {
            let newest = self.signs.insert(sign, at);
            if let Some(former) = former.get_mut(kind) {
                *former = newest;
            }
        }
        let key = Arc::new(article.own());
        self.all.push(NotedArticle { key, annotations: Vec::new(), archives: Vec::new(), states: Vec::new(), former });
        at
    }

    /// What the annotation `id` is about, in its small form.
    pub fn hold(&mut self, id: Ulid, target: &Target) -> CompactSubject {
        match target {
            Target::Passage { article, anchor } => self.hold_passage(id, article.into(), anchor.into(), None),
            Target::Article { article } => {
                if let Some(noted) = self.add(article.into()) {
                    noted.annotate(id);
                }
                CompactSubject::Whole(Box::new(target.clone()))
            }
            _ => CompactSubject::Whole(Box::new(target.clone())),
        }
    }

    /// A passage that the annotation `id` is about, in its small form; takes note that `archive` was open.
    pub fn hold_passage(&mut self, id: Ulid, article: KeyRef, anchor: AnchorRef, archive: Option<&Arc<str>>) -> CompactSubject {
        let Some(noted) = self.add(article) else {
            return CompactSubject::Whole(Box::new(Target::Passage { article: article.own(), anchor: anchor.own() }));
        };
        if let Some(archive) = archive {
            noted.note(archive);
        }
        noted.annotate(id);
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

/// What an article can be found by: its bytes, path, address and headline, numbered and hashed. Nothing is found by what is not known.
fn signs(article: KeyRef<'_>) -> impl Iterator<Item = (usize, u64)> {
    let all: [&str; SIGNS] = [article.sha256, article.path, article.url, article.title];
    let known = all.into_iter().enumerate().filter(|(_, text)| !text.is_empty());
    known.map(|(kind, text)| (kind, XxHash3_64::oneshot_with_seed(kind as u64, text.as_bytes())))
}
