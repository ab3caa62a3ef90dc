//! The articles that notes are about: each key once, however many notes it has, and found by any one of its signs.

use std::collections::HashMap;
use std::sync::Arc;

use twox_hash::XxHash3_64;
use ulid::Ulid;

use crate::model::annotation::{ArticleKey, Target};
use crate::notes::held::{Held, TextState};

/// An article that something is noted of.
#[derive(Clone, Debug)]
pub struct Noted {
    /// Its key.
    pub key: Arc<ArticleKey>,
    /// The annotations that have been made of it, in no order; some may be about another one by now.
    pub annotations: Vec<Ulid>,
    /// The archives it was noted in.
    pub archives: Vec<Arc<str>>,
    /// The states of its text that passages were taken from.
    states: Vec<Arc<TextState>>,
}

/// All articles that something is noted of.
#[derive(Clone, Debug, Default)]
pub struct Articles {
    all: Vec<Noted>,
    signs: HashMap<u64, Vec<u32>>,
}

impl Articles {
    /// The articles that share a sign with this one: its bytes, path, address or headline. One that shares several comes several
    /// times.
    pub fn near(&self, article: &ArticleKey) -> impl Iterator<Item = &Noted> {
        let near = signs(article).into_iter().flatten().filter_map(|sign| self.signs.get(&sign)).flatten();
        near.filter_map(|at| self.all.get(*at as usize))
    }

    /// The article of exactly this key.
    #[must_use]
    pub fn get(&self, article: &ArticleKey) -> Option<&Noted> {
        self.near(article).find(|noted| *noted.key == *article)
    }

    /// Takes note that `archive` was open when something was noted of the article.
    pub fn note(&mut self, article: &ArticleKey, archive: &Arc<str>) {
        if let Some(noted) = self.add(article)
            && !noted.archives.contains(archive)
        {
            noted.archives.push(Arc::clone(archive));
        }
    }

    /// Adds the article unless it is there.
    fn add(&mut self, article: &ArticleKey) -> Option<&mut Noted> {
        let first = signs(article).into_iter().flatten().next();
        let known = first.and_then(|sign| self.signs.get(&sign)).into_iter().flatten().copied();
        let known = known.into_iter().find(|at| self.all.get(*at as usize).is_some_and(|noted| *noted.key == *article));
        let at = known.unwrap_or_else(|| self.push(article));
        self.all.get_mut(at as usize)
    }

    fn push(&mut self, article: &ArticleKey) -> u32 {
        let at = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push(Noted {
            key: Arc::new(article.clone()),
            annotations: Vec::new(),
            archives: Vec::new(),
            states: Vec::new(),
        });
        for sign in signs(article).into_iter().flatten() {
            self.signs.entry(sign).or_default().push(at);
        }
        at
    }

    /// What the annotation `id` is about, in its small form.
    pub fn hold(&mut self, id: Ulid, target: &Target) -> Held {
        let Some(noted) = target.article().and_then(|article| self.add(article)) else {
            return Held::Whole(Box::new(target.clone()));
        };
        if !noted.annotations.contains(&id) {
            noted.annotations.push(id);
        }
        match target {
            Target::Passage { anchor, .. } => {
                let known = noted.states.iter().find(|state| state.is_of(anchor)).cloned();
                let state = known.unwrap_or_else(|| {
                    noted.states.push(Arc::new(TextState::of(anchor)));
                    noted.states.last().cloned().unwrap_or_default()
                });
                Held::passage(Arc::clone(&noted.key), state, anchor)
            }
            _ => Held::Whole(Box::new(target.clone())),
        }
    }
}

/// What an article can be found by: its bytes, path, address and headline, hashed. Nothing is found by what is not known.
fn signs(article: &ArticleKey) -> [Option<u64>; 4] {
    let known = [(1, &article.sha256), (2, &article.path), (3, &article.url), (4, &article.title)];
    known.map(|(kind, text)| (!text.is_empty()).then(|| XxHash3_64::oneshot_with_seed(kind, text.as_bytes())))
}
