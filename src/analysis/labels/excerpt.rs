//! What a label of many words leaves: the part of the sentence around its date, with a mark where words are left out.
//!
//! A sentence that no rule makes shorter would fill a screen; what stands around the date is quoted of it.

use std::ops::Range;

use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::token::{LabelToken, rendered};

/// Words of the longest label.
pub(super) const LONGEST: usize = 35;
/// Words before the date in a clause that is too long itself.
const BEFORE: usize = 18;

/// The label that `words` make for the date at the word `date`: all of them, or where they are too many the clauses around it.
pub(super) fn excerpt(words: &[LabelToken<'_>], date: usize, language: &LabelLanguage) -> String {
    let kept: Vec<usize> = words.iter().enumerate().filter(|(_, token)| token.counts()).map(|(at, _)| at).collect();
    if kept.len() <= LONGEST {
        return rendered(words);
    }
    let told = kept.partition_point(|at| *at < date).min(kept.len() - 1);
    let part = whole_ends(words, &kept, around(words, &kept, told, language), (told, language));
    let (first, last) = (kept.get(part.start).copied().unwrap_or(0), kept.get(part.end - 1).copied().unwrap_or(words.len()));
    let mut left = words.to_vec();
    for (at, token) in left.iter_mut().enumerate() {
        token.kept &= (first..=last).contains(&at);
    }
    let line = rendered(&left);
    let line = if part.start > 0 { format!("… {}", as_written(&line, words.get(first))) } else { line };
    if part.end < kept.len() { format!("{line} …") } else { line }
}

/// The places of `kept` around the place `told` that are shown.
fn around(words: &[LabelToken<'_>], kept: &[usize], told: usize, language: &LabelLanguage) -> Range<usize> {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let begins = |at: usize| {
        at == 0
            || token(at).is_some_and(|token| token.parted)
            || token(at - 1).is_some_and(|before| before.stops || before.is_dash())
    };
    let opens = |at: usize| {
        begins(at)
            || token(at).is_some_and(|token| {
                language.cuts.has(&token.word) || language.parts.has(&token.word) || language.and.has(&token.word)
            })
    };
    let end_from = |from: usize, open: &dyn Fn(usize) -> bool| (from + 1..kept.len()).find(|at| open(*at)).unwrap_or(kept.len());
    let mut start = (0..=told).rev().find(|at| begins(*at)).unwrap_or(0);
    let mut end = end_from(told, &begins);
    if end - start > LONGEST {
        if told - start > BEFORE {
            start = (told - BEFORE..=told).find(|at| opens(*at)).unwrap_or(told - BEFORE);
        }
        let most = start + LONGEST;
        end = (told + 1..=most.min(end)).rev().find(|at| *at == kept.len() || opens(*at)).unwrap_or(most.min(end));
    }
    loop {
        let earlier = (0..start).rev().find(|at| begins(*at)).filter(|earlier| end - earlier <= LONGEST);
        let later = Some(end_from(end, &begins)).filter(|later| end < kept.len() && later - start <= LONGEST);
        match (earlier, later) {
            (Some(earlier), _) => start = earlier,
            (None, Some(later)) => end = later,
            // What follows is a clause too long itself: as much of it as there is room for.
            (None, None) if end < kept.len() && end - start < LONGEST / 2 => {
                let most = (start + LONGEST).min(kept.len());
                return start..(end + 1..=most).rev().find(|at| *at == kept.len() || opens(*at)).unwrap_or(most);
            }
            (None, None) => return start..end,
        }
    }
}

/// Words before a relative pronoun that say of what it tells.
const ANTECEDENT: usize = 10;

/// `part` with what its relative pronoun is told of, and without a conjunction or a preposition at its end.
fn whole_ends(
    words: &[LabelToken<'_>],
    kept: &[usize],
    part: Range<usize>,
    (told, language): (usize, &LabelLanguage),
) -> Range<usize> {
    let token = |at: usize| kept.get(at).and_then(|place| words.get(*place));
    let is_relative = |at: usize| token(at).is_some_and(|token| LabelLanguage::begins(&language.relatives, token));
    let cuts = |at: usize| token(at).is_some_and(|token| language.cuts.has(&token.word) || language.parts.has(&token.word));
    let (mut start, mut end) = (part.start, part.end);
    if start > 0 && is_relative(start) {
        let least = start.saturating_sub(ANTECEDENT);
        start = (least..start).rev().find(|at| *at == 0 || cuts(*at)).unwrap_or(least);
    }
    if end - start > LONGEST {
        end = (told + 1..end).rev().filter(|end| end - start <= LONGEST).find(|at| cuts(*at)).unwrap_or(end);
    }
    let dangles = |at: usize| {
        token(at).is_some_and(|token| {
            !token.quoted && (language.open.has(&token.word) || language.cuts.has(&token.word) || language.parts.has(&token.word))
        })
    };
    while end > told + 1 && end < kept.len() && dangles(end - 1) {
        end -= 1;
    }
    start..end
}

/// `line` with its first letter as the word `first` has it.
fn as_written(line: &str, first: Option<&LabelToken<'_>>) -> String {
    let small = first.is_some_and(|first| !first.is_capital());
    let mut letters = line.chars();
    match letters.next().filter(|_| small) {
        Some(letter) => letter.to_lowercase().chain(letters).collect(),
        None => line.to_owned(),
    }
}
