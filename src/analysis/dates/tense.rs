//! Tense: whether the words around an expression tell what was, is or will be.
//!
//! No parser: verb forms are known by a short list and by their endings, and the nearest one in the sentence decides, those
//! before the expression rather than those behind it.

use crate::analysis::dates::grammar::{Cue, NAME_OF_CALENDAR, Switch, Turn};
use crate::analysis::dates::line::Paragraph;
use crate::analysis::dates::tokens::TokenClass;
pub use crate::analysis::dates::word::Tense;
use crate::analysis::dates::word::WordSense;

/// How far to look, in tokens, before and behind.
const REACH: usize = 30;

/// The tense around the tokens from `first` to before `after`.
#[must_use]
pub fn around(line: &Paragraph<'_>, first: usize, after: usize) -> Tense {
    let before = (first.saturating_sub(REACH)..first)
        .rev()
        .take_while(|at| !ends(line, *at))
        .find_map(|at| verb(line, at).map(|t| (t, first - at)));
    // A verb behind decides only when it is less than half as far, so that no other one is looked for.
    let reach = before.map_or(REACH, |(_, near)| (near - 1) / 2);
    // `il sera jugé mardi, a annoncé le parquet`: what stands behind a comma says who told it, or tells of something else.
    let apart =
        |at: usize| before.is_some() && line.mark(at, ',') && (verb(line, at + 1).is_some() || line.cue(at + 1, Cue::Relative));
    let behind = (after..after + reach)
        .take_while(|at| *at < line.tokens.len() && !ends(line, *at) && !apart(*at))
        .find_map(|at| verb(line, at).map(|t| (t, at + 1 - after)));
    match (before, behind) {
        (Some(_), Some((later, _))) => later,
        (Some((told, _)), None) => told,
        (None, Some((told, far))) if far <= 8 || first <= 8 => told,
        _ => Tense::Unknown,
    }
}

/// Whether a sentence ends with the token at `at`.
#[must_use]
pub fn ends(line: &Paragraph<'_>, at: usize) -> bool {
    match line.get(at).map(|token| token.kind) {
        Some(TokenClass::Mark('!' | '?' | ';' | '»' | '«')) => true,
        Some(TokenClass::Mark('.')) => {
            let ordinal = line.has(Switch::DottedOrdinals) && at.checked_sub(1).is_some_and(|place| line.number(place).is_some());
            !ordinal
                && line
                    .get(at + 1)
                    .is_none_or(|next| next.spaced() && (next.capital || !matches!(next.kind, TokenClass::Word(_))))
        }
        _ => false,
    }
}

/// Whether "since" stands in the clause before the token at `first`: `depuis le scrutin de dimanche`.
pub(crate) fn since_before(line: &Paragraph<'_>, first: usize) -> bool {
    let kind = |at: usize| line.get(at).map(|token| token.kind);
    let inside = |at: usize| matches!(kind(at), Some(TokenClass::Word(_) | TokenClass::Mark('\'')));
    let mut clause = (first.saturating_sub(SINCE_REACH)..first).rev();
    let reaches = |at: &usize| inside(*at) && (first - at <= SINCE_NEAR || !tells(line, *at));
    clause.by_ref().take_while(reaches).any(|at| line.word(at) == WordSense::Since)
}

/// How far before a date "since" reaches, in tokens; and over a verb.
const SINCE_REACH: usize = 8;
const SINCE_NEAR: usize = 5;

/// Whether the word at `at` is a verb form that tells a time.
#[must_use]
pub fn tells(line: &Paragraph<'_>, at: usize) -> bool {
    verb(line, at).is_some()
}

fn verb(line: &Paragraph<'_>, at: usize) -> Option<Tense> {
    let token = line.get(at)?;
    let TokenClass::Word(class) = token.kind else { return None };
    let opens = at == 0 || line.mark(at - 1, '.');
    let shouted = token.capital && !opens && is_shouted(line, at);
    // `color-coded` is no verb.
    let compound = !token.spaced() && at > 0 && line.mark(at - 1, '-');
    if (token.capital && !opens && !shouted) || token.span.len() > 24 || compound {
        return None;
    }
    if shouted {
        return line.lexicon.tense(&line.text(at).to_lowercase(), token.hash).filter(|_| class == WordSense::Other);
    }
    let word = line.text(at);
    // A word of the lexicon is no verb, but for one that an accent tells apart: `a` beside `à`.
    if !matches!(class, WordSense::Other) && (token.capital || token.span.len() > 1)
        || !line.lexicon.may_be_verb(word, token.hash)
    {
        return None;
    }
    if let Some(turn) = turned(line, at, word) {
        return turn.told;
    }
    // `la fête`, `une statue`, "29 votes": a present of what is fixed that is a noun as well.
    let counted = at.checked_sub(1).is_some_and(|place| line.number(place).is_some());
    let noun = |told: &Tense| {
        *told == Tense::Scheduled
            && (counted
                || matches!(
                    line.word_before(at),
                    WordSense::The | WordSense::A | WordSense::This | WordSense::OfThe | WordSense::Of
                ))
    };
    line.lexicon.tense(word, token.hash).filter(|told| !noun(told))
}

/// Whether the word at `at` stands in capitals among others that do.
fn is_shouted(line: &Paragraph<'_>, at: usize) -> bool {
    let capitals = |at: usize| {
        let word = line.text(at);
        word.len() > 1 && word.chars().all(char::is_uppercase)
    };
    capitals(at) && (capitals(at.wrapping_sub(1)) || capitals(at + 1))
}

/// The turn that the words around the verb form at `at` make.
fn turned(line: &Paragraph<'_>, at: usize, word: &str) -> Option<&'static Turn> {
    let hash = line.get(at).and_then(|token| token.hash);
    let is_named = hash.is_none_or(|hash| line.lexicon.habits.may_turn(hash));
    line.lexicon.language.grammar.turns.iter().find(|turn| {
        let stands = |(place, words): &(isize, &[&str])| {
            let named = |place: usize| words.contains(&NAME_OF_CALENDAR) && is_of_calendar(line, place);
            at.checked_add_signed(*place).is_some_and(|place| words.contains(&line.text(place)) || named(place))
        };
        (turn.verbs.is_empty() || is_named && turn.verbs.contains(&word)) && turn.around.iter().any(stands) != turn.missing
    })
}

/// Whether the word at `at` is the name of a month or a weekday.
fn is_of_calendar(line: &Paragraph<'_>, at: usize) -> bool {
    let name = matches!(
        line.word(at),
        WordSense::Month(_)
            | WordSense::LikelyMonth(_)
            | WordSense::MonthCut(_)
            | WordSense::Weekday(_)
            | WordSense::WeekdayCut(_)
    );
    name && line.get(at).is_some_and(|token| token.capital)
}
