//! The register: which article of an archive an annotation belongs to, by content, path, address and headline together.
//!
//! It indexes the keys of the annotations there are, never the articles: one pass over an archive of a million asks four questions of
//! each. [`super::body`] then finds the passage in the article.

use std::collections::HashMap;
use std::hash::Hash;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::model::anchor::{Anchor, AnchorState};
use crate::model::annotation::ArticleKey;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::segment::ArticleRef;
use crate::notes::anchoring::body::Body;
use crate::notes::anchoring::whole::{AHEAD, Nearness, is_of_one_file, nearness, with_text};
use crate::text::fold::fold;

/// The keys of annotations, to be looked up in an archive.
#[derive(Debug, Default)]
pub struct Register {
    keys: Vec<ArticleKey>,
    titles: Vec<String>,
    by_hash: HashMap<[u8; 8], Vec<usize>>,
    by_path: HashMap<String, Vec<usize>>,
    by_url: HashMap<String, Vec<usize>>,
    by_title: HashMap<String, Vec<usize>>,
}

/// Where an annotation belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Belonging {
    /// To this article.
    To(ArticleIx, Reason),
    /// To one of these; none is clearly nearer.
    Several(Vec<ArticleIx>),
    /// To none that is loaded.
    Nowhere,
}

/// Why an article was chosen: the strongest thing that is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its bytes, at the same path.
    Text,
    /// Its bytes, at another path.
    MovedText,
    /// Its path.
    Path,
    /// Its address.
    Address,
    /// Its headline.
    Headline,
    /// Nothing but the words that were quoted, of several that came as near.
    Quotations,
    /// A near copy of its text.
    NearCopy,
    /// Nothing but the words that were quoted, which stand in it.
    Words,
}

/// What an article has in common with a key.
#[expect(clippy::struct_excessive_bools, reason = "each of the questions is answered by itself")]
#[derive(Clone, Copy, Debug)]
struct Likeness {
    article: ArticleIx,
    is_text: bool,
    is_path: bool,
    is_url: bool,
    is_title: bool,
    /// Whether the file and the headline are the same, though the line in it or the ending may be another.
    is_file: bool,
    /// Whether both have an address, and not the same.
    is_elsewhere: bool,
    /// How many parts at the end of the paths are the same.
    tail: usize,
}

/// What an article must weigh at least to come into question.
const ENOUGH: i32 = 4;
/// Articles that are weighed for one key: more would only be headings such as "Editorial".
const WEIGHED: usize = 64;

impl Register {
    /// The register of `keys`.
    #[must_use]
    pub fn of(keys: impl IntoIterator<Item = ArticleKey>) -> Self {
        let mut register = Self::default();
        for key in keys {
            let at = register.keys.len();
            if let Some(hash) = head_of(&key.sha256) {
                register.by_hash.entry(hash).or_default().push(at);
            }
            note(&mut register.by_path, &key.path, at);
            note(&mut register.by_url, address(&key.url), at);
            let title = fold(&key.title);
            note(&mut register.by_title, &title, at);
            register.titles.push(title);
            register.keys.push(key);
        }
        register
    }

    /// Where each key belongs in `archive`, in the order of the keys, as far as a passage is concerned, whose words must be found there.
    #[must_use]
    pub fn look_up(&self, archive: &Archive) -> Vec<Belonging> {
        self.likely(archive).into_iter().map(decide).collect()
    }

    /// Where each key belongs in `archive` as a whole article, in the order of the keys. The text decides: what is not sure belongs to
    /// [`Belonging::Several`], and be it one.
    #[must_use]
    pub fn look_up_whole(&self, archive: &Archive) -> Vec<Belonging> {
        let found: Vec<(&ArticleKey, Vec<Likeness>)> = self.keys.iter().zip(self.likely(archive)).collect();
        found.into_par_iter().map(|(key, found)| decide_whole(key, found, archive)).collect()
    }

    /// For each key the articles that have something in common with it.
    fn likely(&self, archive: &Archive) -> Vec<Vec<Likeness>> {
        let segments: Vec<_> = archive.placed_segments().collect();
        let found = segments.into_par_iter().flat_map_iter(|(first, segment)| {
            let places = (first.0..).map(ArticleIx);
            places.zip(segment.iter()).flat_map(|(ix, article)| self.likenesses(ix, article)).collect::<Vec<_>>()
        });
        let mut weighed: Vec<Vec<Likeness>> = vec![Vec::new(); self.keys.len()];
        for (key, likeness) in found.collect::<Vec<_>>() {
            weighed[key].push(likeness);
        }
        weighed
    }

    /// The keys that `article` has something in common with.
    fn likenesses(&self, ix: ArticleIx, article: ArticleRef<'_>) -> Vec<(usize, Likeness)> {
        let hash = article.sha256();
        let path = article.item().map(|_| article.place().to_string());
        let path = path.as_deref().unwrap_or(article.path());
        let url = address(article.url().unwrap_or_default());
        let mut keys = asked(&self.by_hash, hash.first_chunk().unwrap_or(&[0; 8]));
        keys.extend(asked(&self.by_path, path));
        keys.extend(asked(&self.by_url, url));
        keys.extend(asked(&self.by_title, article.folded_title()));
        keys.sort_unstable();
        keys.dedup();
        let likeness = |at: usize| {
            let key = self.keys.get(at)?;
            let other = address(&key.url);
            let is_title = self.titles.get(at).is_some_and(|title| title == article.folded_title());
            let likeness = Likeness {
                article: ix,
                is_text: is_hash(&key.sha256, &hash),
                is_path: key.path == path,
                is_url: !url.is_empty() && other == url,
                is_title,
                is_file: is_title && is_of_one_file(&key.path, path),
                is_elsewhere: !url.is_empty() && !other.is_empty() && other != url,
                tail: tail(&key.path, path),
            };
            Some((at, likeness))
        };
        keys.into_iter().filter_map(likeness).collect()
    }
}

impl Likeness {
    /// What is the same, weighed: the bytes above all the rest together, then the address, the path, the headline. Another address
    /// speaks against what else is the same, unless the bytes are.
    fn weight(self) -> i32 {
        let same = [(self.is_text, 20), (self.is_url, 6), (self.is_path, 5), (self.is_title, 4)];
        let against = if self.is_elsewhere && !self.is_text { 4 } else { 0 };
        same.into_iter().filter(|(is, _)| *is).map(|(_, weight)| weight).sum::<i32>() - against
    }

    /// Whether a near copy is the article itself, edited, and not another outlet's.
    fn is_kin(self) -> bool {
        self.is_path || self.is_url || self.is_file
    }

    /// The reason when the text is the same.
    fn copied(self) -> Reason {
        if self.is_path { Reason::Text } else { Reason::MovedText }
    }

    fn reason(self) -> Reason {
        match self {
            Self { is_text: true, is_path: true, .. } => Reason::Text,
            Self { is_text: true, .. } => Reason::MovedText,
            Self { is_path: true, .. } => Reason::Path,
            Self { is_url: true, .. } => Reason::Address,
            _ => Reason::Headline,
        }
    }
}

/// The nearest article when it is clearly nearer than the next.
fn decide(mut found: Vec<Likeness>) -> Belonging {
    const CLEARLY: i32 = 3;
    found.retain(|likeness| likeness.weight() >= ENOUGH);
    found.sort_by_key(|likeness| std::cmp::Reverse((likeness.weight(), likeness.tail)));
    found.truncate(WEIGHED);
    let Some(best) = found.first().copied() else { return Belonging::Nowhere };
    let is_rival = |other: &Likeness| match best.weight() - other.weight() {
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

/// The article whose text is that of `key`, or surely a copy of it that was edited; those that come into question when none is.
fn decide_whole(key: &ArticleKey, mut found: Vec<Likeness>, archive: &Archive) -> Belonging {
    found.sort_by_key(|likeness| std::cmp::Reverse((likeness.is_text, likeness.weight(), likeness.tail)));
    found.truncate(WEIGHED);
    let judged: Vec<(Nearness, Likeness)> =
        found.into_iter().filter_map(|likeness| Some((nearness_of(key, likeness, archive)?, likeness))).collect();
    let same: Vec<Likeness> = judged.iter().filter(|(nearness, _)| *nearness == Nearness::Same).map(|(_, one)| *one).collect();
    if let Some(belonging) = nearest_copy(&same) {
        return belonging;
    }
    let in_question = || judged.iter().filter(|(nearness, _)| *nearness > Nearness::Other).map(|(_, one)| one.article).collect();
    // Under the headline alone it may be another outlet's.
    let near = judged.iter().filter(|(_, one)| one.is_kin()).filter_map(|(nearness, one)| match nearness {
        Nearness::Near(likeness) => Some((*likeness, one.article)),
        _ => None,
    });
    let mut near: Vec<(f32, ArticleIx)> = near.collect();
    near.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    match near.as_slice() {
        [(_, best)] => Belonging::To(*best, Reason::NearCopy),
        [(most, best), (next, _), ..] if most - next >= AHEAD => Belonging::To(*best, Reason::NearCopy),
        _ => several(in_question()),
    }
}

/// How near an article is whose path, address, headline or bytes are those of `key`.
fn nearness_of(key: &ArticleKey, likeness: Likeness, archive: &Archive) -> Option<Nearness> {
    if likeness.is_text {
        return Some(Nearness::Same);
    }
    let article = archive.get(likeness.article)?;
    let now = with_text(ArticleKey::from(article), article.body());
    let is_kin = likeness.weight() >= ENOUGH;
    Some(match nearness(key, &now, is_kin) {
        // Another address is another article, however alike.
        Nearness::Near(_) | Nearness::Same if likeness.is_elsewhere => Nearness::Unsure,
        nearness => nearness,
    })
}

/// Of articles with the same text the one that has most else in common with the key; several when that does not tell.
fn nearest_copy(same: &[Likeness]) -> Option<Belonging> {
    let rank = |one: &Likeness| (one.weight(), one.tail);
    let best = *same.iter().max_by_key(|one| rank(one))?;
    let rivals: Vec<ArticleIx> = same.iter().filter(|one| rank(one) == rank(&best)).map(|one| one.article).collect();
    Some(if rivals.len() > 1 { Belonging::Several(rivals) } else { Belonging::To(best.article, best.copied()) })
}

fn several(articles: Vec<ArticleIx>) -> Belonging {
    if articles.is_empty() { Belonging::Nowhere } else { Belonging::Several(articles) }
}

impl Belonging {
    /// The articles it may be.
    #[must_use]
    pub fn articles(&self) -> &[ArticleIx] {
        match self {
            Self::To(ix, _) => std::slice::from_ref(ix),
            Self::Several(several) => several,
            Self::Nowhere => &[],
        }
    }

    /// Of several articles that came as near, the one in which most of `anchors` stand word for word, if there is one such.
    #[must_use]
    pub fn by_quotations(self, archive: &Archive, anchors: &[&Anchor]) -> Self {
        let Self::Several(articles) = &self else { return self };
        let standing = |ix: &ArticleIx| {
            let body = Body::new(archive.get(*ix)?.body());
            let stands = |anchor: &&&Anchor| matches!(body.find(anchor).state, AnchorState::Exact | AnchorState::Moved);
            Some((anchors.iter().filter(stands).count(), *ix))
        };
        let mut counts: Vec<(usize, ArticleIx)> = articles.iter().filter_map(standing).collect();
        counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        match *counts.as_slice() {
            [(most, best), (next, _), ..] if most > next => Self::To(best, Reason::Quotations),
            _ => self,
        }
    }
}

impl Reason {
    /// The reason in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Text => "same text",
            Self::MovedText => "same text, another path",
            Self::Path => "same path, text changed",
            Self::Address => "same address",
            Self::Headline => "same headline",
            Self::Quotations => "same quotations",
            Self::NearCopy => "same article, text edited",
            Self::Words => "same words in another article",
        }
    }
}

fn note(map: &mut HashMap<String, Vec<usize>>, name: &str, at: usize) {
    if !name.is_empty() {
        map.entry(name.to_owned()).or_default().push(at);
    }
}

fn asked<K: Eq + Hash + std::borrow::Borrow<Q>, Q: Eq + Hash + ?Sized>(map: &HashMap<K, Vec<usize>>, name: &Q) -> Vec<usize> {
    if map.is_empty() { Vec::new() } else { map.get(name).cloned().unwrap_or_default() }
}

/// An address without what does not tell articles apart: the scheme, `www.`, a fragment, a slash at the end.
fn address(url: &str) -> &str {
    let bare = url.split('#').next().unwrap_or_default().trim();
    let bare = bare.strip_prefix("https://").or_else(|| bare.strip_prefix("http://")).unwrap_or(bare);
    bare.strip_prefix("www.").unwrap_or(bare).trim_end_matches('/')
}

/// How many parts at the end of two paths are the same; the file, then its folders.
fn tail(a: &str, b: &str) -> usize {
    let parts = |path| str::rsplit(path, ['/', '\\']);
    parts(a).zip(parts(b)).take_while(|(a, b)| a == b).count()
}

/// The first bytes of a hash in hexadecimal.
fn head_of(hexadecimal: &str) -> Option<[u8; 8]> {
    let number = u64::from_str_radix(hexadecimal.get(..16)?, 16).ok()?;
    Some(number.to_be_bytes())
}

fn is_hash(hexadecimal: &str, hash: &[u8; 32]) -> bool {
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or_default());
    hexadecimal.chars().map(|c| c.to_ascii_lowercase()).eq(hash.iter().flat_map(digits))
}
