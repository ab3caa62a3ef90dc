//! Which of the articles that come into question a whole article was, such as one with a star, by their texts.
//! [`super::article_match`] finds those that come into question, [`super::whole`] says how near a text is.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::OnceLock;

use crate::model::annotation::ArticleKey;
use crate::model::archive::{Archive, ArticleIx};
use crate::notes::anchoring::belonging::{Belonging, Reason};
use crate::notes::anchoring::key_match::{ENOUGH, KeyMatch, WEIGHED};
use crate::notes::anchoring::whole::{AHEAD, Nearness, is_same_text, nearness, with_text};

/// The articles that come into question, with what their texts tell, each worked out once and only when asked for.
pub(crate) struct Texts<'a> {
    archive: &'a Archive,
    keys: HashMap<ArticleIx, OnceLock<ArticleKey>>,
}

impl<'a> Texts<'a> {
    /// The texts of the articles in `likely`.
    pub(crate) fn of(archive: &'a Archive, likely: &[Vec<KeyMatch>]) -> Self {
        let keys = likely.iter().flatten().map(|likeness| (likeness.article, OnceLock::new())).collect();
        Self { archive, keys }
    }

    fn key(&self, article: ArticleIx) -> Option<&ArticleKey> {
        let packed = self.archive.get(article)?;
        Some(self.keys.get(&article)?.get_or_init(|| with_text(ArticleKey::from(packed), packed.body())))
    }
}

/// The weightiest of what was `found`.
pub(crate) fn weightiest(mut found: Vec<KeyMatch>) -> Vec<KeyMatch> {
    found.sort_by_key(|likeness| (Reverse((likeness.is_text, likeness.weight(), likeness.tail)), likeness.article));
    found.truncate(WEIGHED);
    found
}

/// The article whose text is that of `key`, or surely a copy of it that was edited; those that come into question when none is.
pub(crate) fn decide_whole(key: &ArticleKey, found: &[KeyMatch], texts: &Texts<'_>) -> Belonging {
    let nearness = |one: &KeyMatch| nearness_of(key, *one, texts).unwrap_or(Nearness::Other);
    let is_same = |one: &KeyMatch| !one.is_elsewhere && texts.key(one.article).is_some_and(|now| is_same_text(key, now));
    // Where the bytes are the same, no text that is so without them comes before.
    let by_bytes = found.iter().any(|one| one.is_text);
    let same: Vec<KeyMatch> = found.iter().filter(|one| if by_bytes { one.is_text } else { is_same(one) }).copied().collect();
    if let Some(belonging) = nearest_copy(&same) {
        return belonging;
    }
    // Under the headline alone it may be another outlet's.
    let near = found.iter().filter(|one| one.is_kin()).filter_map(|one| match nearness(one) {
        Nearness::Near(likeness) => Some((likeness, one.article)),
        _ => None,
    });
    let mut near: Vec<(f32, ArticleIx)> = near.collect();
    near.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    match near.as_slice() {
        [(_, best)] => Belonging::To(*best, Reason::NearCopy),
        [(most, best), (next, _), ..] if most - next >= AHEAD => Belonging::To(*best, Reason::NearCopy),
        _ => several(found.iter().filter(|one| nearness(one) > Nearness::Other).map(|one| one.article).collect()),
    }
}

/// How near an article is whose path, address, headline or bytes are those of `key`.
fn nearness_of(key: &ArticleKey, likeness: KeyMatch, texts: &Texts<'_>) -> Option<Nearness> {
    if likeness.is_text {
        return Some(Nearness::Same);
    }
    let is_kin = likeness.weight() >= ENOUGH;
    Some(match nearness(key, texts.key(likeness.article)?, is_kin) {
        // Another address is another article, however alike.
        Nearness::Near(_) | Nearness::Same if likeness.is_elsewhere => Nearness::Unsure,
        nearness => nearness,
    })
}

/// Of articles with the same text the one that has most else in common with the key; several when that does not tell.
fn nearest_copy(same: &[KeyMatch]) -> Option<Belonging> {
    let rank = |one: &KeyMatch| (one.weight(), one.tail);
    let best = *same.iter().max_by_key(|one| rank(one))?;
    let rivals: Vec<ArticleIx> = same.iter().filter(|one| rank(one) == rank(&best)).map(|one| one.article).collect();
    Some(if rivals.len() > 1 { Belonging::Several(rivals) } else { Belonging::To(best.article, best.copied()) })
}

fn several(articles: Vec<ArticleIx>) -> Belonging {
    if articles.is_empty() { Belonging::Nowhere } else { Belonging::Several(articles) }
}
