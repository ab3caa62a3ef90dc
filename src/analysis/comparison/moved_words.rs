//! Words that one passage lost and another has: where passages were joined or cut otherwise, a sentence stands in a passage that is paired with another one
//! or with none. It is no word that one article alone has.

use std::collections::HashMap;
use std::ops::Range;

use crate::analysis::comparison::compared::{ComparedPassage, ComparedRun, PassageFate, WordFate};
use crate::analysis::comparison::passages::TextPassage;
use crate::text::span::Span;

/// Words in a row that both have before they are taken for the same ones.
const RUN: usize = 5;
/// Places at which the same words may have been added before only the first of them are looked at.
const CROWDED: usize = 16;

/// The words of one side, each as a number with its place in the body.
type Words = Vec<(u64, Span)>;

/// Finds the words that were cut in one passage and added in another, and tells in both that they were moved.
pub(super) fn mark_moved_words(passages: &mut [ComparedPassage], left: &[TextPassage], right: &[TextPassage]) {
    let words = |side: &[TextPassage]| -> Words { side.iter().flat_map(|passage| passage.words.clone()).collect() };
    let (left, right) = (words(left), words(right));
    let cut = ranges(passages, WordFate::Cut, &left, |run| run.left);
    let added = ranges(passages, WordFate::Added, &right, |run| run.right);
    let (from, to) = common(&left, &cut, &right, &added);
    for passage in passages {
        let runs = std::mem::take(&mut passage.runs);
        passage.runs = runs.into_iter().flat_map(|run| parted(run, (&left, &from), (&right, &to))).collect();
        let has_moved = passage.runs.iter().any(|run| run.fate == WordFate::Moved);
        if has_moved && matches!(passage.fate, PassageFate::Cut | PassageFate::Added) {
            passage.fate = PassageFate::Changed;
        }
    }
}

/// Which of `words` stand in runs of `fate`, run by run.
fn ranges(passages: &[ComparedPassage], fate: WordFate, words: &Words, side: impl Fn(&ComparedRun) -> Span) -> Vec<Range<usize>> {
    let runs = passages.iter().flat_map(|passage| &passage.runs).filter(|run| run.fate == fate);
    runs.map(|run| range(side(run), words)).filter(|range| range.len() >= RUN).collect()
}

/// Which of `words` stand in `span`.
fn range(span: Span, words: &Words) -> Range<usize> {
    let place = |offset: u32| words.partition_point(|(_, word)| word.start < offset);
    place(span.start)..place(span.end)
}

/// For each word of either side, whether it is one of a run that was cut here and added there; each word is of one such run at most.
fn common(left: &Words, cut: &[Range<usize>], right: &Words, added: &[Range<usize>]) -> (Vec<bool>, Vec<bool>) {
    let number = |words: &Words, at: usize| words.get(at).map(|(word, _)| *word);
    let key = |words: &Words, at: usize| -> Option<[u64; RUN]> {
        let mut key = [0; RUN];
        for (offset, slot) in key.iter_mut().enumerate() {
            *slot = number(words, at + offset)?;
        }
        Some(key)
    };
    let mut places: HashMap<[u64; RUN], Vec<(usize, usize)>> = HashMap::new();
    for range in added {
        for at in range.start..(range.end + 1).saturating_sub(RUN) {
            if let Some(known) = key(right, at).map(|key| places.entry(key).or_default()).filter(|known| known.len() < CROWDED) {
                known.push((at, range.end));
            }
        }
    }
    let (mut from, mut to) = (vec![false; left.len()], vec![false; right.len()]);
    for range in cut {
        let mut at = range.start;
        while at + RUN <= range.end {
            let is_free = |place: usize| to.get(place).is_some_and(|taken| !taken);
            let length = |(there, end): &(usize, usize)| {
                (0..(range.end - at).min(end - there))
                    .take_while(|step| is_free(there + step) && number(left, at + step) == number(right, there + step))
                    .count()
            };
            let found = key(left, at).and_then(|key| places.get(&key)).into_iter().flatten();
            let longest = found.map(|place| (length(place), place.0)).max_by_key(|(length, there)| (*length, usize::MAX - there));
            let Some((length, there)) = longest.filter(|(length, _)| *length >= RUN) else {
                at += 1;
                continue;
            };
            from.iter_mut().skip(at).take(length).for_each(|taken| *taken = true);
            to.iter_mut().skip(there).take(length).for_each(|taken| *taken = true);
            at += length;
        }
    }
    (from, to)
}

/// A run of words that one side alone has, in runs that were moved and runs that were not.
fn parted(run: ComparedRun, (left, from): (&Words, &[bool]), (right, to): (&Words, &[bool])) -> Vec<ComparedRun> {
    let (words, moved, is_left) = match run.fate {
        WordFate::Cut => (left, from, true),
        WordFate::Added => (right, to, false),
        WordFate::Kept | WordFate::Moved => return vec![run],
    };
    let range = range(if is_left { run.left } else { run.right }, words);
    let places: Vec<usize> = range.collect();
    let is_moved = |at: &usize| moved.get(*at).copied().unwrap_or_default();
    let runs = places.chunk_by(|one, next| is_moved(one) == is_moved(next));
    let part = |part: &[usize]| {
        let (first, last) = (words.get(*part.first()?)?.1, words.get(*part.last()?)?.1);
        let span = Span { start: first.start, end: last.end };
        let (left, right) = if is_left { (span, Span::default()) } else { (Span::default(), span) };
        let fate = if part.first().is_some_and(is_moved) { WordFate::Moved } else { run.fate };
        Some(ComparedRun { fate, left, right, words: u32::try_from(part.len()).unwrap_or(u32::MAX) })
    };
    runs.filter_map(part).collect()
}
