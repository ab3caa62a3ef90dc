//! The sentence that says what a text is about: of the first few, the one whose label holds most of what the text comes back to.

use std::collections::HashMap;

use crate::analysis::labels::compression::compressed;
use crate::analysis::labels::event_label::{EventLabel, LabelOrigin};
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::tables::of_lang;
use crate::analysis::labels::token::tokens;
use crate::analysis::labels::verbs::mark;
use crate::model::article::Lang;
use crate::text::fold::fold;
use crate::text::sentence::each_sentence;

/// Sentences that are looked at.
const FIRST: usize = 6;
/// Sentences whose words are counted: a text may be a book.
const COUNTED: usize = 200;
/// What each sentence further on weighs less.
const FURTHER: f32 = 0.16;
/// What a word weighs that the text does not come back to.
const ONCE: f32 = 0.4;
/// How many times other words a name weighs.
const NAME: f32 = 2.0;
/// What a label weighs that leans on another sentence, a quotation, or a question.
const LEANING: f32 = 0.6;
/// Letters that words of one family have in common.
const STEM: usize = 9;
/// Words of the longest line that is a headline, and those of the shortest.
const HEADLINE: std::ops::RangeInclusive<usize> = 3..=20;

/// The label of a whole text: its headline where its first line is one, else its main sentence with words deleted.
#[must_use]
pub fn label(text: &str, lang: Lang) -> EventLabel {
    if let Some(headline) = headline(text) {
        return EventLabel { text: headline.to_owned(), from: LabelOrigin::Headline };
    }
    let told: Vec<&str> = each_sentence(text).map(|span| span.of(text)).take(COUNTED).collect();
    let chosen = of_lang(lang).and_then(|language| chosen(&told, lang, language));
    let text = chosen.unwrap_or_else(|| compressed(told.first().copied().unwrap_or(text), lang));
    EventLabel { text, from: LabelOrigin::Sentence }
}

/// The first line, where it stands alone, ends without a stop and has a text below it.
fn headline(text: &str) -> Option<&str> {
    let (first, rest) = text.trim_start().split_once('\n')?;
    let first = first.trim();
    let stands_alone = rest.starts_with(['\n', '\r']) && rest.split_whitespace().count() > 30;
    let is_line = HEADLINE.contains(&first.split_whitespace().count()) && !first.ends_with(['.', ',', ';', ':', '…', '!']);
    (stands_alone && is_line).then_some(first)
}

fn chosen(told: &[&str], lang: Lang, language: &LabelLanguage) -> Option<String> {
    let mut counts: HashMap<String, f32> = HashMap::new();
    for sentence in told {
        let mut stems = stems(sentence, language);
        stems.sort_unstable();
        stems.dedup();
        for stem in stems {
            *counts.entry(stem).or_default() += 1.0;
        }
    }
    let mut best: Option<(f32, String)> = None;
    let mut weight = 1.0;
    for sentence in told.iter().filter(|sentence| sentence.split_whitespace().count() >= 5).take(FIRST) {
        let label = compressed(sentence, lang);
        let score = weight * score(&label, sentence, &counts, language);
        if best.as_ref().is_none_or(|(known, _)| score > *known) && !label.is_empty() {
            best = Some((score, label));
        }
        weight -= FURTHER;
    }
    best.map(|(_, label)| label)
}

/// How much of what the text comes back to is in `label`, for its length.
fn score(label: &str, sentence: &str, counts: &HashMap<String, f32>, language: &LabelLanguage) -> f32 {
    let told = |stem: &String| counts.get(stem).filter(|count| **count > 1.0).map_or(ONCE, |count| (1.0 + count).ln());
    let mut words = tokens(label);
    mark(&mut words, language);
    let mut weights: HashMap<String, f32> = HashMap::new();
    for (at, token) in words.iter().enumerate() {
        let share = if at > 0 && token.is_capital() { NAME } else { 1.0 };
        for stem in stems(token.text, language) {
            let weight = share * told(&stem);
            let known = weights.entry(stem).or_default();
            *known = known.max(weight);
        }
    }
    let length = u16::try_from(weights.len()).map_or(f32::from(u16::MAX), f32::from);
    // Summed in an order of their own, so that the same label always weighs the same.
    let mut weights: Vec<f32> = weights.into_values().collect();
    weights.sort_by(f32::total_cmp);
    let mut score = weights.iter().sum::<f32>() / (length + 3.0).sqrt();
    if words.first().is_some_and(|token| LabelLanguage::begins(&language.pronouns, token)) {
        score *= LEANING;
    }
    if words.iter().any(|token| !token.quoted && LabelLanguage::begins(&language.speaker, token)) {
        score *= LEANING;
    }
    if words.iter().take(3).any(|token| language.known.has(token.tail())) {
        score *= LEANING;
    }
    if label.matches(['«', '“']).count() != label.matches(['»', '”']).count() || label.matches('"').count() % 2 == 1 {
        score *= LEANING;
    }
    if label.contains(['"', '«', '“']) || !words.iter().any(|token| language.is_finite(token)) {
        score *= 0.8;
    }
    // What could not be made short says more than a line should.
    if let Some(long) = u16::try_from(words.len()).ok().filter(|long| *long > 12) {
        score *= (12.0 / f32::from(long)).sqrt();
    }
    if sentence.trim_end().ends_with('?') {
        score *= LEANING;
    }
    score
}

/// The heads of the words of `text` that say something.
fn stems(text: &str, language: &LabelLanguage) -> Vec<String> {
    let folded = fold(text);
    let words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 2 && !language.small.has(word) && !language.open.has(word));
    words.map(|word| word.chars().take(STEM).collect()).collect()
}
