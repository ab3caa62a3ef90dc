//! The register: which article of an archive an annotation belongs to, by content, path, address and headline together.
//!
//! It indexes the keys of the annotations there are, never the articles: one pass over an archive of a million asks three questions of
//! each. The headline is asked only for keys that nothing weightier tells of ([`super::same_headline`]). [`super::body`] then finds the
//! passage in the article.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use rayon::iter::{
    IndexedParallelIterator as _, IntoParallelIterator as _, IntoParallelRefIterator as _, IntoParallelRefMutIterator as _,
    ParallelIterator as _,
};

use crate::model::annotation::ArticleKey;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::segment::ArticleRef;
use crate::notes::anchoring::key_match::{CLEARLY, Compared, ENOUGH, KeyMatch, WEIGHED, address};
use crate::notes::anchoring::same_headline::SameHeadline;
use crate::notes::anchoring::whole::{is_alone, stem_of};
use crate::notes::anchoring::whole_match::{Texts, decide_whole, weightiest};
use crate::text::fold::fold;

pub use crate::notes::anchoring::belonging::{Belonging, Reason};

/// The keys of annotations, to be looked up in an archive.
#[derive(Debug, Default)]
pub struct Register<'a> {
    keys: Vec<&'a ArticleKey>,
    titles: Vec<String>,
    by_hash: HashMap<[u8; 8], Vec<usize>>,
    by_path: HashMap<&'a str, Vec<usize>>,
    /// By the path without the ending, of articles that have a file of their own.
    by_file: HashMap<&'a str, Vec<usize>>,
    by_url: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Register<'a> {
    /// The register of `keys`.
    #[must_use]
    pub fn of(keys: impl IntoIterator<Item = &'a ArticleKey>) -> Self {
        let mut register = Self::default();
        for key in keys {
            let at = register.keys.len();
            if let Some(hash) = head_of(&key.sha256) {
                register.by_hash.entry(hash).or_default().push(at);
            }
            note(&mut register.by_path, &key.path, at);
            if is_alone(&key.path) {
                note(&mut register.by_file, stem_of(&key.path), at);
            }
            note(&mut register.by_url, address(&key.url), at);
            register.titles.push(fold(&key.title));
            register.keys.push(key);
        }
        register
    }

    /// Where each key belongs in `archive`, in the order of the keys, as far as a passage is concerned, whose words must be found there.
    #[must_use]
    pub fn look_up(&self, archive: &Archive) -> Vec<Belonging> {
        self.likely(archive, KeyMatch::is_decided).into_par_iter().map(decide).collect()
    }

    /// Where each key belongs in `archive` as a whole article, in the order of the keys. The text decides: what is not sure belongs to
    /// [`Belonging::Several`], and be it one.
    #[must_use]
    pub fn look_up_whole(&self, archive: &Archive) -> Vec<Belonging> {
        // Nothing that shares only the headline comes before what has the same bytes.
        let likely: Vec<Vec<KeyMatch>> =
            self.likely(archive, |likeness| likeness.is_text).into_par_iter().map(weightiest).collect();
        let texts = Texts::of(archive, &likely);
        self.keys.par_iter().zip(likely).map(|(key, found)| decide_whole(key, &found, &texts)).collect()
    }

    /// For each key the articles that have something in common with it. Those that share no more than the headline are left out where
    /// another `decides`, and of many the least near.
    fn likely(&self, archive: &Archive, decides: fn(&KeyMatch) -> bool) -> Vec<Vec<KeyMatch>> {
        let segments: Vec<_> = archive.placed_segments().collect();
        let found = segments.into_par_iter().flat_map_iter(|(first, segment)| {
            let places = (first.0..).map(ArticleIx);
            places.zip(segment.iter()).flat_map(|(ix, article)| self.likenesses(ix, article)).collect::<Vec<_>>()
        });
        let mut weighed: Vec<Vec<KeyMatch>> = vec![Vec::new(); self.keys.len()];
        for (key, likeness) in found.collect::<Vec<_>>() {
            weighed[key].push(likeness);
        }
        let open = weighed.iter().zip(&self.titles).filter(|(found, title)| !title.is_empty() && !found.iter().any(decides));
        let titled = SameHeadline::of(archive, open.map(|(_, title)| title.as_str()));
        if !titled.is_empty() {
            let open = weighed.par_iter_mut().enumerate().filter(|(_, found)| !found.iter().any(decides));
            open.for_each(|(at, found)| self.add_titled(at, found, &titled));
        }
        weighed
    }

    /// The keys that `article` shares its bytes, path, file or address with.
    fn likenesses(&self, ix: ArticleIx, article: ArticleRef<'_>) -> Vec<(usize, KeyMatch)> {
        let compared = Compared::of(ix, article);
        let mut keys = asked(&self.by_hash, compared.hash.first_chunk().unwrap_or(&[0; 8]));
        keys.extend(asked(&self.by_path, &*compared.path));
        if is_alone(&compared.path) {
            keys.extend(asked(&self.by_file, stem_of(&compared.path)));
        }
        keys.extend(asked(&self.by_url, compared.url));
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter().filter_map(|at| Some((at, self.likeness(at, &compared)?))).collect()
    }

    /// Adds to what was `found` for the key at `at` the articles that share no more than its headline.
    fn add_titled(&self, at: usize, found: &mut Vec<KeyMatch>, titled: &SameHeadline<'_>) {
        let (Some(key), Some(title)) = (self.keys.get(at), self.titles.get(at)) else { return };
        let known: HashSet<ArticleIx> = found.iter().map(|likeness| likeness.article).collect();
        let others = titled.near(title, &key.path).filter(|compared| !known.contains(&compared.article));
        found.extend(others.filter_map(|compared| self.likeness(at, compared)));
    }

    fn likeness(&self, at: usize, compared: &Compared<'_>) -> Option<KeyMatch> {
        Some(KeyMatch::of(self.keys.get(at)?, self.titles.get(at)?, compared))
    }
}

/// The nearest article when it is clearly nearer than the next.
fn decide(mut found: Vec<KeyMatch>) -> Belonging {
    found.retain(|likeness| likeness.weight() >= ENOUGH);
    found.sort_by_key(|likeness| (Reverse((likeness.weight(), likeness.tail)), likeness.article));
    found.truncate(WEIGHED);
    let Some(best) = found.first().copied() else { return Belonging::Nowhere };
    let is_rival = |other: &KeyMatch| match best.weight() - other.weight() {
        // The file itself comes before one of the same name under another ending.
        _ if best.is_path && other.is_file_alone() => false,
        // Copies are told apart by how much of the path is still the same.
        0 => other.tail == best.tail,
        ahead => ahead < CLEARLY,
    };
    if found.iter().skip(1).any(is_rival) {
        let near = found.iter().enumerate().filter(|(at, other)| *at == 0 || is_rival(other));
        return Belonging::Several(near.map(|(_, likeness)| likeness.article).collect());
    }
    Belonging::To(best.article, best.reason())
}

fn note<'a>(map: &mut HashMap<&'a str, Vec<usize>>, name: &'a str, at: usize) {
    if !name.is_empty() {
        map.entry(name).or_default().push(at);
    }
}

fn asked<K: Eq + Hash + std::borrow::Borrow<Q>, Q: Eq + Hash + ?Sized>(map: &HashMap<K, Vec<usize>>, name: &Q) -> Vec<usize> {
    if map.is_empty() { Vec::new() } else { map.get(name).cloned().unwrap_or_default() }
}

/// The first bytes of a hash in hexadecimal.
fn head_of(hexadecimal: &str) -> Option<[u8; 8]> {
    let number = u64::from_str_radix(hexadecimal.get(..16)?, 16).ok()?;
    Some(number.to_be_bytes())
}

#[cfg(test)]
mod tests {
    use super::{KeyMatch, Register};
    use crate::model::annotation::ArticleKey;
    use crate::model::archive::Archive;
    use crate::model::article::{Article, Place};

    /// How many comparisons it takes to find `count` articles of one headline again.
    fn compared(count: u32, is_moved: bool) -> usize {
        let one = |number: u32| Article {
            sha256: std::array::from_fn(|at| number.to_be_bytes()[at % 4]),
            place: Place { path: format!("press/{number}.txt").into(), ..Place::default() },
            title: "L'éditorial".into(),
            ..Article::default()
        };
        let mut archive = Archive::default();
        archive.append_articles((0..count).map(one));
        let moved = |key: ArticleKey| ArticleKey {
            sha256: key.sha256.chars().rev().collect(),
            path: key.path.replace(".t", "_.t"),
            ..key
        };
        let keys = archive.iter().map(|(_, article)| ArticleKey::from(article));
        let keys: Vec<ArticleKey> = keys.map(|key| if is_moved { moved(key) } else { key }).collect();
        let register = Register::of(&keys);
        register.likely(&archive, KeyMatch::is_decided).iter().map(Vec::len).sum()
    }

    #[test]
    fn articles_of_one_headline_are_not_each_compared_with_each() {
        assert_eq!(compared(2000, false), 2000);
        assert!(compared(4000, true) < 5 * compared(1000, true), "where only the headline tells, too");
    }
}
