//! Whether two articles tell the same of a day: the sentences in which they date it share rare words.
//!
//! Which words say something is told elsewhere (`telling_words`); short ones weigh nothing here. A common word of the language weighs half of a rare one;
//! a word that much of the timeline has tells nothing. An actor counts once, however long the name. The words of the date are left out, since all have them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::analysis::names::common_words::is_common_word;
use crate::model::archive::Archive;
use crate::model::segment::ArticleRef;
use crate::query::telling_words::each_telling_word;
use crate::query::timeline::entry::TimelineEntry;
use crate::text::fold::fold;

/// What two sentences that tell the same share at least: two rare words, or as much in others.
const SHARED: u8 = 4;
/// What a rare word weighs; a common word of the language, and an actor, weigh one.
const RARE: u8 = 2;
/// Letters of a word that weighs anything although it is neither a name nor a number, and those by which two forms of one are told to be one.
const LONG: usize = 5;
const HEAD: usize = 6;
/// Sentences of a timeline that are looked at to tell what all of it is about.
const SAMPLE: usize = 1500;
/// A word that more of them have, and one in so many, is what the timeline is about.
const TOPIC: usize = 8;
const TOPIC_SHARE: usize = 20;
/// Sentences with a word that are compared.
const HOLDING: usize = 48;

/// Tells what is told alike in one timeline.
pub(super) struct ToldAlike<'a> {
    archive: &'a Archive,
    /// The words that the timeline is about, and tell nothing apart.
    topics: HashSet<u64>,
}

impl<'a> ToldAlike<'a> {
    /// That of a timeline of `entries`.
    pub(super) fn of(archive: &'a Archive, entries: &[TimelineEntry]) -> Self {
        let mut counts: HashMap<u64, usize> = HashMap::new();
        let sample = entries.iter().step_by(entries.len().div_ceil(SAMPLE).max(1));
        sample.clone().flat_map(|entry| terms(archive, entry)).for_each(|(term, _)| *counts.entry(term).or_default() += 1);
        let most = TOPIC.max(sample.len() / TOPIC_SHARE);
        Self { archive, topics: counts.into_iter().filter(|(_, count)| *count > most).map(|(term, _)| term).collect() }
    }

    /// The number of the part that each of `group` is of, whose entries tell the same.
    pub(super) fn parts(&self, group: &[TimelineEntry]) -> Vec<usize> {
        let lang = |at: usize| group.get(at).and_then(|entry| self.archive.get(entry.article)).map(ArticleRef::lang);
        let mut parts: Vec<usize> = Vec::with_capacity(group.len());
        let mut holding: HashMap<u64, Vec<usize>> = HashMap::new();
        for (at, entry) in group.iter().enumerate() {
            let mut own = terms(self.archive, entry);
            // Of what says nothing, or says it in another language, nothing tells it apart.
            let is_open =
                own.values().map(|weight| usize::from(*weight)).sum::<usize>() < usize::from(SHARED) || lang(at) != lang(0);
            let is_whole = own.keys().all(|term| self.topics.contains(term));
            own.retain(|term, _| is_whole || !self.topics.contains(term));
            let mut shared: HashMap<usize, u8> = HashMap::new();
            for (term, weight) in own {
                let others = holding.entry(term).or_default();
                others.iter().rev().take(HOLDING).for_each(|other| {
                    let sum = shared.entry(*other).or_default();
                    *sum = sum.saturating_add(weight);
                });
                others.push(at);
            }
            let like = shared.iter().filter(|(_, sum)| **sum >= SHARED).filter_map(|(other, _)| parts.get(*other).copied());
            let like: BTreeSet<usize> = like.chain((is_open && at > 0).then_some(0)).collect();
            let part = like.first().copied().unwrap_or(at);
            // What is like two parts makes them one.
            parts.iter_mut().filter(|known| like.contains(known)).for_each(|known| *known = part);
            parts.push(part);
        }
        parts
    }
}

/// What the sentence of an entry says, as numbers, with what each weighs.
fn terms(archive: &Archive, entry: &TimelineEntry) -> BTreeMap<u64, u8> {
    let mut terms = BTreeMap::new();
    let (Some(article), Some(timex)) = (archive.get(entry.article), entry.timex) else { return terms };
    let sentence = article.sentence_at(timex.first());
    let date = timex.first().saturating_sub(sentence.first())..timex.after().saturating_sub(sentence.first());
    let text = article.slice(sentence);
    let mut names: Vec<String> = Vec::new();
    for actor in entry.actors.iter().flatten() {
        terms.insert(u64::from(actor.0), 1);
        let spellings = archive.actors().get(*actor).into_iter().flat_map(|actor| &actor.spellings);
        spellings.for_each(|spelling| each_telling_word(spelling, |_, span| names.push(fold(span.of(spelling)))));
    }
    each_telling_word(text, |_, span| {
        let word = span.of(text);
        let folded = fold(word);
        // The first word has a capital whatever it is.
        if span.first() == 0 || date.contains(&span.first()) || names.contains(&folded) {
            return;
        }
        let says = word.chars().count() >= LONG || word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if !says {
            return;
        }
        let mut hasher = DefaultHasher::new();
        folded.chars().take(HEAD).collect::<String>().hash(&mut hasher);
        terms.insert(hasher.finish(), if is_common_word(word) { 1 } else { RARE });
    });
    terms
}
