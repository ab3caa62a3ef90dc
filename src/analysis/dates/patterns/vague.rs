//! Times that no calendar bounds: `désormais`, `recently`, `pour l'instant`, `l'après-guerre`, and `à ce moment-là`, which means what was told.

use crate::analysis::dates::grammar::{Cue, Switch};
use crate::analysis::dates::line::{Paragraph, TimexHit};
use crate::analysis::dates::patterns::behind_article;
use crate::analysis::dates::tokens::TokenClass;
use crate::analysis::dates::value::{Base, Resolution};
use crate::analysis::dates::word::{Vague, WordSense};

/// `à la même époque`, `à ce moment-là`, "at that time": what was told last.
#[must_use]
pub fn then(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let noun = if line.word(at + 1) == WordSense::Same { at + 2 } else { at + 1 };
    let after = if line.mark(noun + 1, '-') && line.cue(noun + 2, Cue::There) { noun + 3 } else { noun + 1 };
    let told = match line.word(at) {
        WordSense::Same => {
            let article = line.with_article(at);
            let placed = line.before(article).and_then(|place| line.before(place)).is_some_and(|place| {
                line.number(place).is_some()
                    || matches!(line.word(place), WordSense::Last | WordSense::Next | WordSense::Previous | WordSense::Following)
            });
            article < at && line.word_before(article) == WordSense::To && !placed
        }
        WordSense::That => line.before(at).is_some_and(|place| line.cue(place, Cue::At)),
        WordSense::This => {
            let behind_at = line.before(at).is_some_and(|place| line.cue(place, Cue::At));
            after > noun + 1 || (behind_at && !line.has(Switch::PlacedBefore))
        }
        _ => false,
    };
    let first = if line.word(at) == WordSense::Same { line.with_article(at) } else { at };
    (told && line.cue(noun, Cue::Epoch)).then(|| TimexHit { first, after, reading: Resolution::new(Base::Then) })
}

/// `auparavant` without an amount before it.
#[must_use]
pub fn before(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    line.cue(at, Cue::Before).then(|| TimexHit { first: at, after: at + 1, reading: Resolution::new(Base::Vague(Vague::Past)) })
}

/// `pour l'instant`, `pour le moment`, from the last word.
#[must_use]
pub fn phrase(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let text = line.text(at);
    line.lexicon.language.grammar.phrases.iter().find_map(|(words, vague)| {
        // Nearly every word is the last one of no phrase.
        words.rsplit(' ').next().filter(|last| text.eq_ignore_ascii_case(last))?;
        let (head, words) = words.split_once(" | ").unwrap_or(("", words));
        let first = (at + 1).checked_sub(words.split(' ').count())?;
        let after = line.says(first, words).filter(|after| *after == at + 1)?;
        let headed = |head: &str| first.checked_sub(1).is_some_and(|place| line.says(place, head).is_some());
        let of = matches!(line.word(after), WordSense::Of | WordSense::OfThe);
        (head.is_empty() || (headed(head) && !of)).then_some(())?;
        Some(TimexHit { first, after, reading: Resolution::new(Base::Vague(*vague)) })
    })
}

/// `les années à venir`, `les jours qui viennent`, from the unit.
#[must_use]
pub fn to_come(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let first = line.with_article(at);
    let many = line.many(at) || line.cue(at, Cue::SingularInS);
    let told = first < at && many && line.cue(at + 2, Cue::ToCome);
    told.then(|| TimexHit { first, after: at + 3, reading: Resolution::new(Base::Vague(Vague::Future)) })
}

/// `l'après-guerre`: what came after the last great war, which no calendar bounds.
#[must_use]
pub fn after_war(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let first = line.with_article(at);
    let said = first < at && line.mark(at + 1, '-') && line.cue(at + 2, Cue::War);
    said.then(|| TimexHit { first, after: at + 3, reading: Resolution::new(Base::Vague(Vague::Past)) })
}

/// `désormais`, `récemment`, `currently`, `the future`.
#[must_use]
pub fn vague(line: &Paragraph<'_>, at: usize) -> Option<TimexHit> {
    let vague = match line.word(at) {
        WordSense::Vague(vague) => vague,
        WordSense::Last if line.cue(at, Cue::ThePast) && line.word_before(at) == WordSense::The => {
            let amount = line.number(at + 1).is_some()
                || matches!(line.word(at + 1), WordSense::Count(_) | WordSense::Several | WordSense::Half);
            if amount {
                return None;
            }
            Vague::Past
        }
        WordSense::Last
            if line.cue(at, Cue::ThePastWithin)
                && line.word_before(at) == WordSense::The
                && matches!(line.word_before(at - 1), WordSense::In | WordSense::Per) =>
        {
            return Some(TimexHit { first: at - 1, after: at + 1, reading: Resolution::new(Base::Vague(Vague::Past)) });
        }
        WordSense::Previous if !line.has(Switch::PlacedBefore) && !line.cue(at.wrapping_sub(1), Cue::Without) => Vague::Past,
        WordSense::Next if !line.has(Switch::PlacedBefore) => Vague::Future,
        _ => return None,
    };
    if line.cue(at, Cue::Soon) && !is_soon(line, at) {
        return None;
    }
    if line.has(Switch::VagueAdjectives) && line.word(at) != WordSense::Last {
        return behind_article::vague(line, at, vague);
    }
    let named = line.cue(at, Cue::ThePast) || (vague == Vague::Future && line.word(at) != WordSense::Next);
    let first = if named { line.with_article(at) } else { at };
    if line.cue(at, Cue::TheFuture) && (first == at || line.word_before(first) != WordSense::In) {
        return None;
    }
    Some(TimexHit { first, after: at + 1, reading: Resolution::new(Base::Vague(vague)) })
}

/// Whether "soon" at `at` tells of what is to come: "will soon open", "a deal soon."; not "as soon as", "soon became".
fn is_soon(line: &Paragraph<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let counted = line.cue(before, Cue::As) || line.cue(before, Cue::BeforeSoon);
    let ends = line.get(at + 1).is_none_or(|next| matches!(next.kind, TokenClass::Mark(mark) if mark != '-' && mark != '\''));
    !counted && (ends || line.word(at + 1) == WordSense::To || line.cue(before, Cue::BeforeLastVerb))
}
