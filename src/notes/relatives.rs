//! Relatives: what belongs to articles, found by any one of the things an article is known by.

use std::collections::HashMap;

use twox_hash::XxHash3_64;

use crate::model::annotation::ArticleKey;

/// Things that belong to articles.
#[derive(Clone, Debug)]
pub struct Relatives<T> {
    things: HashMap<u64, Vec<T>>,
}

impl<T> Default for Relatives<T> {
    fn default() -> Self {
        Self { things: HashMap::new() }
    }
}

impl<T: Clone + PartialEq> Relatives<T> {
    /// Adds a thing that belongs to `article`, unless it is there.
    pub fn add(&mut self, article: &ArticleKey, thing: &T) {
        for sign in signs(article) {
            let things = self.things.entry(sign).or_default();
            if things.last() != Some(thing) && !things.contains(thing) {
                things.push(thing.clone());
            }
        }
    }

    /// The things that share a sign with `article`; one that shares several comes several times.
    pub fn near(&self, article: &ArticleKey) -> impl Iterator<Item = &T> {
        signs(article).into_iter().filter_map(|sign| self.things.get(&sign)).flatten()
    }
}

/// What an article can be found by: its bytes, path, address and headline, hashed. Nothing is found by what is not known.
fn signs(article: &ArticleKey) -> Vec<u64> {
    let known = [(1, &article.sha256), (2, &article.path), (3, &article.url), (4, &article.title)];
    known
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(kind, text)| XxHash3_64::oneshot_with_seed(kind, text.as_bytes()))
        .collect()
}
