//! The sentence that stands for a day: of those that tell of it, and of the first of the articles published on it and on the next
//! day, the one nearest to what all of them say.
//!
//! Where two stories of about the same size tell two things of a day, the second has a sentence too.
//!
//! Nearest to the centroid of their rare words (D. Radev et al., *Centroid-based summarization of multiple documents*, 2004). What is no
//! told event, such as a caption, a line of updates, a question or a row of a table, does not stand for one. Called by `liseuse events`.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::analysis::events::asides::{is_aside, is_in_person};
use crate::analysis::families::{Families, Family};
use crate::analysis::labels::{has_verb, leans};
use crate::analysis::stories::Stories;
use crate::model::archive::ArticleIx;
use crate::model::article::BlockKind;
use crate::model::day;
use crate::model::event::Outlook;
use crate::model::segment::ArticleRef;
use crate::query::telling_words::each_telling_word;
use crate::query::timeline::centrality::counted;
use crate::query::timeline::joining::ToldIn;
use crate::text::sentence::each_sentence;
use crate::text::span::Span;

/// Sentences of an article that are looked at although they date nothing.
const FIRST: usize = 5;
/// Words of the shortest and of the longest sentence that tells an event.
const LENGTH: std::ops::RangeInclusive<usize> = 6..=60;
/// What a sentence weighs more that dates what it tells.
const DATED: f32 = 1.25;
/// What one weighs more whose article comes back to the day from further on: it says in short what it was.
const LOOKING_BACK: f32 = 1.3;
/// How much the length of a sentence is held against it; 1 would prefer what says one thing in few words.
const LENGTH_SHARE: f32 = 0.9;
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

/// The sentences that stand for a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DaySentences {
    /// The one.
    pub first: DaySentence,
    /// That of another story, where a day has two of about the same size.
    pub second: Option<DaySentence>,
}

/// A sentence that may stand for a day.
struct Candidate {
    sentence: DaySentence,
    weight: f32,
    terms: Vec<u32>,
    /// Whether it dates what it tells.
    is_dated: bool,
}

/// The sentences that stand for `days`, each as [`day::number`] counts, in `rows`; a day without one is left out. Until stories are
/// known no day has two.
#[must_use]
pub fn day_sentences(
    told_in: ToldIn<'_>,
    families: &Families,
    rows: &[ArticleIx],
    days: &BTreeSet<i32>,
) -> BTreeMap<i32, DaySentences> {
    let (archive, stories) = told_in;
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
    let of_day = |(day, of_day): (i32, Vec<Candidate>)| {
        let of_day: Vec<&Candidate> = of_day.iter().collect();
        let first = nearest(&of_day, &rarity)?;
        let second = stories.and_then(|stories| second(&of_day, first, (stories, families), &rarity));
        Some((day, DaySentences { first: first.sentence, second }))
    };
    candidates.into_iter().filter_map(of_day).collect()
}

/// Articles of a story that tell of a day, at least, for a second sentence.
const MANY: usize = 2;
/// Two sentences more alike than this tell of one event.
const ALIKE: f32 = 0.25;

/// The sentence of the largest other story that tells of the day, if at least half as many articles of it do so as of that of `first`.
/// Copies of one text count once.
fn second(
    candidates: &[&Candidate],
    first: &Candidate,
    (stories, families): (&Stories, &Families),
    rarity: &impl Fn(&u32) -> f32,
) -> Option<DaySentence> {
    let text_of = |article: ArticleIx| families.family_of(article).and_then(Family::leader).unwrap_or(article);
    let story_of = |one: &Candidate| stories.story_of(one.sentence.article)?.articles.first().copied();
    let mut telling: BTreeMap<ArticleIx, BTreeSet<ArticleIx>> = BTreeMap::new();
    for one in candidates.iter().filter(|one| one.is_dated) {
        if let Some(story) = story_of(one) {
            telling.entry(story).or_default().insert(text_of(one.sentence.article));
        }
    }
    let shown = story_of(first)?;
    let least = telling.get(&shown).map_or(0, BTreeSet::len).div_ceil(2).max(MANY);
    telling.remove(&shown);
    let mut others: Vec<(usize, ArticleIx)> = telling.into_iter().map(|(story, articles)| (articles.len(), story)).collect();
    others.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
    let of_story = |story: ArticleIx| -> Option<&Candidate> {
        let own: Vec<&Candidate> = candidates.iter().copied().filter(|one| story_of(one) == Some(story)).collect();
        nearest(&own, rarity).filter(|one| likeness(&one.terms, &first.terms, rarity) < ALIKE)
    };
    let large = others.into_iter().take_while(|(articles, _)| *articles >= least);
    large.map(|(_, story)| story).find_map(of_story).map(|one| one.sentence)
}

fn length(terms: &[u32], rarity: &impl Fn(&u32) -> f32) -> f32 {
    terms.iter().map(|term| rarity(term).powi(2)).sum::<f32>().sqrt().max(f32::MIN_POSITIVE)
}

/// How alike two sentences are by their rare words: the cosine.
fn likeness(one: &[u32], other: &[u32], rarity: &impl Fn(&u32) -> f32) -> f32 {
    let shared: f32 = one.iter().filter(|term| other.contains(term)).map(|term| rarity(term).powi(2)).sum();
    shared / (length(one, rarity) * length(other, rarity))
}

/// The one of `candidates` nearest to all of them, of equals the first.
fn nearest<'a>(candidates: &[&'a Candidate], rarity: &impl Fn(&u32) -> f32) -> Option<&'a Candidate> {
    let mut centre: HashMap<u32, f32> = HashMap::new();
    for one in candidates {
        let length = length(&one.terms, rarity);
        one.terms.iter().for_each(|term| *centre.entry(*term).or_default() += rarity(term) / length);
    }
    let score = |one: &Candidate| {
        let near: f32 = one.terms.iter().filter_map(|term| Some(rarity(term) * centre.get(term)?)).sum();
        one.weight * near / length(&one.terms, rarity).powf(LENGTH_SHARE)
    };
    let mut best: Option<(f32, &Candidate)> = None;
    for one in candidates {
        let score = score(one);
        if best.is_none_or(|(known, _)| score > known) {
            best = Some((score, one));
        }
    }
    best.map(|(_, one)| one)
}

/// Adds the sentences of an article that tell of one of `days`.
fn told(ix: ArticleIx, article: ArticleRef<'_>, days: &BTreeSet<i32>, candidates: &mut BTreeMap<i32, Vec<Candidate>>) {
    let published = article.date().interval().map(|days| day::number(days.first));
    for event in article.events().filter(|event| event.days == 0 && days.contains(&event.first) && !event.telling.is_aside) {
        let sentence = article.slice(article.sentence_at(event.timex.first()));
        let weight = if event.telling.outlook == Outlook::Past { DATED } else { AHEAD };
        let looks_back = published.is_some_and(|published| published > event.first + 1);
        let weight = weight * manner(sentence, article) * if looks_back { LOOKING_BACK } else { 1.0 };
        if let Some(terms) = terms(sentence, article) {
            let sentence = DaySentence { article: ix, timex: event.timex };
            candidates.entry(event.first).or_default().push(Candidate { sentence, weight, terms, is_dated: true });
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
        // A caption of that day does not stand for it, nor does a sentence that dates itself to another one.
        let own: Vec<_> = article.events().filter(|event| event.days == 0 && span.holds(event.timex.first())).collect();
        let tells_of = |day: &i32| own.iter().all(|event| event.first == *day && !event.telling.is_aside);
        for day in wanted.iter().filter(|day| tells_of(day)) {
            let sentence = DaySentence { article: ix, timex: Span { start: span.start, end: span.start } };
            candidates.entry(*day).or_default().push(Candidate { sentence, weight, terms: terms.clone(), is_dated: false });
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
    each_telling_word(text, |hash, _| {
        if seen.insert(hash) {
            terms.push(counted(hash));
        }
    });
    (terms.len() > 3).then_some(terms)
}
