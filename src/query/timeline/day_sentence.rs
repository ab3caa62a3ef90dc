//! The sentence that stands for a day: of those that tell of it, and of the first of the articles published on it and on the next
//! day, the one nearest to what all of them say.
//!
//! Nearest to the centroid of their rare words (D. Radev et al., *Centroid-based summarization of multiple documents*, 2004). What is no
//! told event, such as a caption, a line of updates, a question or a row of a table, does not stand for one. Called by `liseuse events`.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::analysis::asides::{is_aside, is_in_person};
use crate::analysis::families::words::each_word;
use crate::analysis::labels::{has_verb, leans};
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::BlockKind;
use crate::model::day;
use crate::model::event::Outlook;
use crate::model::segment::ArticleRef;
use crate::text::sentence::each_sentence;
use crate::text::span::Span;

/// Sentences of an article that are looked at although they date nothing.
const FIRST: usize = 5;
/// Words of the shortest and of the longest sentence that tells an event.
const LENGTH: std::ops::RangeInclusive<usize> = 6..=60;
/// What a sentence weighs more that dates what it tells.
const DATED: f32 = 1.25;
/// What each sentence of an opening that dates nothing weighs less than the one before.
const FURTHER: f32 = 0.06;
/// What one weighs that tells what is to come.
const AHEAD: f32 = 0.7;
/// What one weighs in which the writer speaks in person.
const IN_PERSON: f32 = 0.7;
/// What one weighs that only the sentence before explains.
const LEANING: f32 = 0.85;
/// What one weighs that is a quotation for the greater part: it says what somebody thinks.
const QUOTED: f32 = 0.7;

/// The sentence that stands for a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DaySentence {
    /// The article it stands in.
    pub article: ArticleIx,
    /// The words that date it; none, at its beginning, where it dates nothing.
    pub timex: Span,
}

/// A sentence that may stand for a day.
struct Candidate {
    sentence: DaySentence,
    weight: f32,
    terms: Vec<u32>,
}

/// The sentences that stand for `days`, each as [`day::number`] counts, in `rows`; a day without one is left out.
#[must_use]
pub fn day_sentences(archive: &Archive, rows: &[ArticleIx], days: &BTreeSet<i32>) -> BTreeMap<i32, DaySentence> {
    let mut candidates: BTreeMap<i32, Vec<Candidate>> = BTreeMap::new();
    for (ix, article) in rows.iter().filter_map(|ix| Some((*ix, archive.get(*ix)?))) {
        told(ix, article, days, &mut candidates);
        opening(ix, article, days, &mut candidates);
    }
    let mut counts: HashMap<u32, f32> = HashMap::new();
    candidates.values().flatten().flat_map(|one| &one.terms).for_each(|term| *counts.entry(*term).or_default() += 1.0);
    #[expect(clippy::cast_precision_loss, reason = "fewer than 2^24 sentences, or as good as that many")]
    let all = (candidates.values().map(Vec::len).sum::<usize>() + 1) as f32;
    let rarity = |term: &u32| (all / counts.get(term).copied().unwrap_or(1.0)).ln();
    candidates.into_iter().filter_map(|(day, of_day)| Some((day, nearest(&of_day, &rarity)?))).collect()
}

/// The sentence of `candidates` nearest to all of them, of equals the first.
fn nearest(candidates: &[Candidate], rarity: &impl Fn(&u32) -> f32) -> Option<DaySentence> {
    let length = |terms: &[u32]| terms.iter().map(|term| rarity(term).powi(2)).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
    let mut centre: HashMap<u32, f32> = HashMap::new();
    for one in candidates {
        let length = length(&one.terms);
        one.terms.iter().for_each(|term| *centre.entry(*term).or_default() += rarity(term) / length);
    }
    let score = |one: &Candidate| {
        let near: f32 = one.terms.iter().filter_map(|term| Some(rarity(term) * centre.get(term)?)).sum();
        one.weight * near / length(&one.terms)
    };
    let mut best: Option<(f32, DaySentence)> = None;
    for one in candidates {
        let score = score(one);
        if best.is_none_or(|(known, _)| score > known) {
            best = Some((score, one.sentence));
        }
    }
    best.map(|(_, sentence)| sentence)
}

/// Adds the sentences of an article that tell of one of `days`.
fn told(ix: ArticleIx, article: ArticleRef<'_>, days: &BTreeSet<i32>, candidates: &mut BTreeMap<i32, Vec<Candidate>>) {
    for event in article.events().filter(|event| event.days == 0 && days.contains(&event.first) && !event.telling.is_aside) {
        let sentence = article.slice(article.sentence_at(event.timex.first()));
        let weight = if event.telling.outlook == Outlook::Past { DATED } else { AHEAD };
        let weight = weight * manner(sentence, article);
        if let Some(terms) = terms(sentence, article) {
            let sentence = DaySentence { article: ix, timex: event.timex };
            candidates.entry(event.first).or_default().push(Candidate { sentence, weight, terms });
        }
    }
}

/// Adds the first sentences of an article that was published on one of `days`, or on the next day.
fn opening(ix: ArticleIx, article: ArticleRef<'_>, days: &BTreeSet<i32>, candidates: &mut BTreeMap<i32, Vec<Candidate>>) {
    let Some(published) = article.date().interval().filter(|days| days.first == days.last) else { return };
    let published = day::number(published.first);
    let wanted: Vec<i32> = [published, published - 1].into_iter().filter(|day| days.contains(day)).collect();
    if wanted.is_empty() {
        return;
    }
    let paragraphs = article.blocks().filter(|block| block.kind == BlockKind::Paragraph);
    let sentences =
        paragraphs.flat_map(|block| each_sentence(article.slice(block.span)).map(move |span| span.shift(block.span.first())));
    let mut place = 1.0;
    for span in sentences.take(FIRST) {
        let sentence = article.slice(span);
        let weight = place * manner(sentence, article);
        place -= FURTHER;
        let Some(terms) = terms(sentence, article) else { continue };
        for day in &wanted {
            let sentence = DaySentence { article: ix, timex: Span { start: span.start, end: span.start } };
            candidates.entry(*day).or_default().push(Candidate { sentence, weight, terms: terms.clone() });
        }
    }
}

/// What the manner of a sentence leaves of its weight.
fn manner(sentence: &str, article: ArticleRef<'_>) -> f32 {
    let share = |applies: bool, share: f32| if applies { share } else { 1.0 };
    share(is_in_person(sentence), IN_PERSON)
        * share(leans(sentence, article.lang()), LEANING)
        * share(is_mostly_quoted(sentence), QUOTED)
}

/// Whether the greater part of a sentence stands in quotation marks.
fn is_mostly_quoted(sentence: &str) -> bool {
    let quoted = sentence.split(['"', '“', '”', '«', '»']).skip(1).step_by(2).map(str::len).sum::<usize>();
    quoted * 2 > sentence.len()
}

/// The words of a sentence that say something, each once; `None` for one that tells no event.
fn terms(sentence: &str, article: ArticleRef<'_>) -> Option<Vec<u32>> {
    let text = sentence.trim();
    let ends = text.trim_end_matches(['"', '”', '»', ')', '’', '\'', '\u{a0}', ' ']).ends_with(['.', '!', '…']);
    if !ends || is_aside(text) || !LENGTH.contains(&text.split_whitespace().count()) || !has_verb(text, article.lang()) {
        return None;
    }
    let (mut terms, mut seen) = (Vec::new(), HashSet::new());
    each_word(text.as_bytes(), |hash, span| {
        let (word, id) = (span.of(text), u32::try_from(hash >> 32).unwrap_or_default());
        let says =
            word.chars().count() > 3 || word.starts_with(char::is_uppercase) || word.bytes().any(|byte| byte.is_ascii_digit());
        if says && seen.insert(id) {
            terms.push(id);
        }
    });
    (terms.len() > 3).then_some(terms)
}
