//! Deletions that leave a sentence whole: datelines, brackets, insertions between dashes, connectives, days.

use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::times::{delete_times, end_clause, is_number};
use crate::analysis::labels::titles::{delete_opening_title, delete_titles};
use crate::analysis::labels::token::LabelToken;

/// Words of the longest dateline.
const DATELINE: usize = 10;
/// Words of the longest bracket that limits what it stands with.
const LIMIT: usize = 3;
/// Words of the longest insertion.
const INSERTION: usize = 25;

/// Deletes all of these, but for the days within the sentence where `days_stay`.
pub(super) fn delete_insertions(words: &mut [LabelToken<'_>], language: &LabelLanguage, days_stay: bool) {
    delete_hour(words, language);
    delete_dateline(words, language);
    delete_open_dateline(words, language);
    delete_open_day(words, language);
    delete_brackets(words, Some(language));
    delete_dashed(words);
    delete_connectives(words, language);
    if !days_stay {
        delete_days(words, language);
        delete_times(words, language);
    }
    delete_fillers(words, language);
    delete_titles(words, language);
    delete_opening_title(words, language);
}

/// `10.35am:`, `14h05 –`: the hour at the head of an entry of a live report.
fn delete_hour(words: &mut [LabelToken<'_>], language: &LabelLanguage) {
    let goes_with = |token: &LabelToken<'_>| token.is_mark() || language.is(Cue::HourMark, &token.word);
    if !words.first().is_some_and(|token| is_hour(&token.word)) {
        return;
    }
    let behind = 1 + words.iter().skip(1).take_while(|token| goes_with(token)).count();
    let begins = words.get(behind).is_some_and(LabelToken::is_capital);
    if begins || words.get(behind - 1).is_some_and(|token| token.stops || token.is_mark()) {
        words.iter_mut().take(behind).for_each(|token| token.kept = false);
    }
}

/// Whether a folded word is an hour with its minutes.
fn is_hour(word: &str) -> bool {
    let word = word.strip_suffix("am").or_else(|| word.strip_suffix("pm")).unwrap_or(word);
    let Some((hours, minutes)) = word.split_once([':', '.', 'h']) else { return false };
    (1..=2).contains(&hours.len()) && minutes.len() == 2 && is_number(hours) && is_number(minutes)
}

/// Words of the longest place before an agency in brackets, and it.
const AGENCY: usize = 5;
/// Words of the longest place before a bar.
const PLACE: usize = 3;

/// `PARIS (AFP) –`, `LONDON, May 5 —`: what stands before the first dash, where an agency or capitals do; before a bar a place alone.
fn delete_dateline(words: &mut [LabelToken<'_>], language: &LabelLanguage) {
    if let Some(bar) = words.iter().take(PLACE + 1).position(|token| token.text == "|")
        && words.iter().take(bar).all(LabelToken::is_capital)
    {
        words.iter_mut().take(bar + 1).for_each(|token| token.kept = false);
        return;
    }
    let shouted = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count() > 2 && !text.chars().any(char::is_lowercase);
    // `Anne Rivoire (AHS - Merrow), warden`: a dash within brackets.
    let open = |at: usize| {
        let count = |marks: [char; 2]| words.iter().take(at).map(|token| token.text.matches(marks).count()).sum::<usize>();
        count(['(', '[']) > count([')', ']'])
    };
    let dash = (0..DATELINE.min(words.len())).find(|at| words.get(*at).is_some_and(LabelToken::is_dash) && !open(*at));
    let Some(dash) = dash else {
        // `KELMOUTH The bridge …`.
        let opens = |token: &LabelToken<'_>| language.is(Cue::OpensSentence, token.text);
        if words.get(1).is_some_and(opens)
            && let Some(place) = words.first_mut().filter(|token| shouted(token.text) && !token.stops)
        {
            place.kept = false;
        }
        return;
    };
    // `Kelmouth, Norland - July 17, 2013 - The mill …`: a place, and a day behind the dash.
    let place = words.iter().take(dash).all(LabelToken::is_capital)
        && words.get(dash + 1).is_some_and(|next| language.months.has(&next.word));
    let second = (dash + 1..(dash + DATELINE).min(words.len())).find(|at| words.get(*at).is_some_and(LabelToken::is_dash));
    let dash = second.filter(|_| place).unwrap_or(dash);
    let signed = place
        || words.iter().take(dash).any(|token| token.text.starts_with('('))
        || words.first().is_some_and(|token| shouted(token.text));
    if signed && dash > 0 {
        words.iter_mut().take(dash + 1).for_each(|token| token.kept = false);
    }
}

/// `Jaipur, Sep 28 A former minister …`, `Merrow, Norland (VNA) Mayor Anne Rivoire …`: a place and a day, or an agency in brackets, with no dash
/// behind them.
fn delete_open_dateline(words: &mut [LabelToken<'_>], language: &LabelLanguage) {
    let is_agency = |token: &LabelToken<'_>| {
        let inside = token.text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
        inside.is_some_and(|name| name.len() > 1 && name.chars().all(char::is_uppercase))
    };
    let agency = words.iter().take(AGENCY).position(is_agency).filter(|at| *at > 0);
    let places = |at: usize| words.get(..at).is_some_and(|place| place.iter().all(LabelToken::is_capital));
    if let Some(at) = agency.filter(|at| places(*at) && words.get(at + 1).is_some_and(LabelToken::is_capital)) {
        return words.iter_mut().take(at + 1).for_each(|token| (token.kept, token.stops) = (false, false));
    }
    let Some(month) = words.iter().take(5).position(|token| language.months.has(&token.word)) else { return };
    let place = words.get(..month).unwrap_or_default();
    let named = place.iter().all(LabelToken::is_capital) && place.last().is_some_and(|last| last.stops);
    let day = words.get(month + 1).is_some_and(|day| is_number(&day.word) && day.word.len() < 3 && !day.stops);
    if named && day && words.get(month + 2).is_some_and(LabelToken::is_capital) {
        words.iter_mut().take(month + 2).for_each(|token| token.kept = false);
    }
}

/// `21 novembre Le maire …`: the day that heads an entry of a chronicle.
fn delete_open_day(words: &mut [LabelToken<'_>], language: &LabelLanguage) {
    let [day, month, next, ..] = words else { return };
    let is_day = is_number(&day.word) && day.word.len() < 3 || day.word == "1er";
    let is_entry = is_day && language.inverts && language.months.has(&month.word) && !month.stops && next.is_capital();
    (day.kept, month.kept) = (day.kept && !is_entry, month.kept && !is_entry);
}

/// `also`, `recently`: what a line does without, the `that` behind who says so, and an age before what it is the age of.
fn delete_fillers(words: &mut [LabelToken<'_>], language: &LabelLanguage) {
    for at in 1..words.len() {
        let (Some(before), Some(token), Some(next)) = (words.get(at - 1), words.get(at), words.get(at + 1)) else { continue };
        let only = words.iter().take(at).any(|token| language.is(Cue::Only, &token.word));
        let known = language.is(Cue::KnownAs, &next.word) || language.is(Cue::MoreRecently, &before.word);
        let filler = language.fillers.has(&token.word) && !only && !known
            || language.is(Cue::JustNow, &token.word)
                && language.auxiliaries.has(&before.word)
                // `was just $15,000` says how little.
                && !next.word.trim_start_matches(['$', '€', '£']).starts_with(|c: char| c.is_ascii_digit())
                && !language.cuts.has(&next.word);
        let that = token.word == "that"
            && !before.stops
            && language.saying_that.has(&before.word)
            && !language.is_verb(next)
            && !language.cuts.has(&next.word);
        let age = token.word.ends_with("-year-old")
            && language.before_nouns.has(&before.word)
            && !language.is_verb(next)
            // `the 63-year-old Rivoire`: a name has no article without it.
            && !next.is_capital()
            && !language.cuts.has(&next.word);
        let drops = (filler || that || age) && !token.quoted && !token.stops && !next.quoted && !next.is_mark();
        if drops && let Some(token) = words.get_mut(at) {
            token.kept = false;
        }
    }
}

/// What stands in round or square brackets, those of the longest kind included.
pub(super) fn delete_brackets(words: &mut [LabelToken<'_>], language: Option<&LabelLanguage>) {
    let mut at = 0;
    while let Some(token) = words.get(at) {
        // `(s)a`: letters that are put into a word.
        let within = token.text.find([')', ']']).filter(|close| *close < 4).and_then(|close| token.text.get(close + 1..));
        // `(en grande partie)` limits what it stands with.
        let limits = words.iter().skip(at).take(LIMIT).any(|token| {
            language.is_some_and(|language| language.is(Cue::Partly, &token.word)) && token.text.ends_with([')', ']'])
        });
        // `"(ses) valeurs"`: a word that a quotation needs.
        let needed = token.quoted
            && token.text.ends_with([')', ']'])
            && token.word.len() < 5
            && !token.word.bytes().any(|byte| byte.is_ascii_digit());
        // `là où (la crue) est forte`: a subject that somebody put in.
        let close = words.iter().skip(at).position(|token| token.text.contains([')', ']'])).map(|close| at + close);
        let subject = at
            .checked_sub(1)
            .and_then(|before| words.get(before))
            .is_some_and(|before| language.is_some_and(|language| language.relatives.has(&before.word)) && !before.stops)
            && close
                .and_then(|close| words.get(close + 1))
                .is_some_and(|next| language.is_some_and(|language| language.is_surely_finite(next)));
        // `« la prendre [la rame] »`: so is what stands in square brackets within a quotation.
        let put_in = token.quoted && token.text.starts_with('[') && token.text.chars().any(char::is_alphanumeric);
        // `"les amendes (dont les pénales)".`: the mark behind them closes a quotation that stays.
        let closes = close.and_then(|close| words.get(close)).is_some_and(|last| {
            last.quoted
                && !token.text.contains(['"', '«', '“'])
                && last.text.ends_with(['"', '»', '”', '.', ','])
                && last.text.contains(['"', '»', '”'])
        });
        let needed = needed || subject || put_in || closes;
        if token.text.starts_with(['(', '['])
            && !limits
            && !needed
            && !within.is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
        {
            let close = words.iter().skip(at).position(|token| token.text.contains([')', ']']));
            if let Some(close) = close {
                for token in words.iter_mut().skip(at).take(close + 1) {
                    // A comma within them parts nothing outside.
                    (token.kept, token.stops) = (false, false);
                }
                let first = at;
                at += close;
                // `(PRV), Anne Rivoire`: the comma behind them ends what stands before them.
                let stops = words.get(at).is_some_and(|last| last.text.ends_with([',', ';']));
                if stops && let Some(before) = first.checked_sub(1).and_then(|before| words.get_mut(before)) {
                    before.stops = true;
                    // `Anne Rivoire, née à Sarelle (Gué), est`: one that closes what another comma opened stays.
                    let closes = words.iter().take(first.saturating_sub(1)).any(|token| token.kept && token.stops);
                    let goes_on = |next: &LabelToken<'_>| !closes && language.is_some_and(|language| language.is_finite(next));
                    if let Some(next) = words.get_mut(at + 1).filter(|next| !goes_on(next)) {
                        next.parted = true;
                    }
                }
            }
        }
        at += 1;
    }
}

/// What stands between two dashes, and outside quotation marks.
fn delete_dashed(words: &mut [LabelToken<'_>]) {
    let is_open = |token: &LabelToken<'_>| token.kept && token.is_dash() && !token.quoted;
    let Some(first) = words.iter().position(is_open) else { return };
    let second = words.iter().skip(first + 1).take(INSERTION).position(is_open);
    if let Some(second) = second.filter(|_| first > 0) {
        // A comma within parts nothing outside.
        words.iter_mut().skip(first).take(second + 2).for_each(|token| (token.kept, token.stops) = (false, false));
    }
}

/// `However,`, `Mais`: what only joins a sentence to the one before.
fn delete_connectives(words: &mut [LabelToken<'_>], language: &LabelLanguage) {
    let left: Vec<usize> = words.iter().enumerate().filter(|(_, token)| token.kept).map(|(at, _)| at).collect();
    // `So far`, `So many`: how much, and no connective.
    let measures = left.get(1).and_then(|at| words.get(*at)).is_some_and(|next| language.is(Cue::SoFar, &next.word));
    if measures {
        return;
    }
    // `Then came the flood`.
    // `Now that the bridge is open, …`.
    if left.get(1).and_then(|at| words.get(*at)).is_some_and(|next| language.that.has(next.head())) {
        return;
    }
    let second_is_verb =
        left.get(1).and_then(|at| words.get(*at)).is_some_and(|next| language.guesses && language.is_surely_finite(next));
    let Some(token) = left.first().and_then(|at| words.get_mut(*at)) else { return };
    if left.len() > 5 && !second_is_verb && !token.quoted && language.connectives.has(&token.word) {
        token.kept = false;
    }
}

/// The day something is told of, where nothing binds it: `on Tuesday`, `mardi soir`, `le lundi 3 mai 2020`.
fn delete_days(words: &mut [LabelToken<'_>], language: &LabelLanguage) {
    for at in 0..words.len() {
        let Some(token) = words.get(at) else { continue };
        let is_day = language.days.has(&token.word) && !token.quoted && token.kept;
        if !is_day {
            continue;
        }
        let stops = token.stops;
        let mut first = at;
        // `a few days early Saturday`: what measures goes with what it measures.
        let measured = |at: usize| {
            let word = |at: usize| words.get(at).map_or("", |token| token.word.as_str());
            language.is(Cue::EarlyLate, word(at)) && at.checked_sub(1).is_some_and(|before| language.spells.has(word(before)))
        };
        while first
            .checked_sub(1)
            .and_then(|before| words.get(before).filter(|_| !measured(before)))
            .is_some_and(|before| language.on.has(&before.word))
        {
            first -= 1;
        }
        let before = first.checked_sub(1).and_then(|before| words.get(before));
        // `his Saturday bout`.
        // `the 13th consecutive Saturday`: which of several it is.
        let counts = |token: &LabelToken<'_>| {
            // `the 2014 Friday markets`.
            language.guesses && is_number(&token.word) && token.word.len() == 4
                || language.is(Cue::Consecutive, &token.word)
                || token.word.starts_with(|c: char| c.is_ascii_digit()) && token.word.ends_with("th")
                || language.inverts && (token.word.ends_with("ieme") || language.is(Cue::NthDay, &token.word))
        };
        let is_bound = before.is_some_and(|before| {
            language.bound.has(&before.word)
                || language.determiners.has(&before.word)
                || counts(before)
                || matches!(before.word.as_str(), "least" | "most" | "as")
        });
        let after = if stops { at + 1 } else { day_end(words, at + 1, language) };
        let joined = words.get(after).is_some_and(|next| language.and.has(&next.word) || language.is_finite(next) && first == 0);
        // `Black Friday`, `le lundi de Pentecôte`.
        let feast = before.is_some_and(|before| language.is(Cue::NamesDay, &before.word))
            || !stops
                && words.get(at + 1).is_some_and(|next| language.is(Cue::DayOf, &next.word))
                && words.get(at + 2).is_some_and(LabelToken::is_capital);
        // `la chasse le dimanche`: each of them.
        let habit = language.inverts
            && before.is_none_or(|before| before.kept)
            && first + 1 == at
            && words.get(first).is_some_and(|the| the.word == "le" && !the.is_capital())
            && after == at + 1
            && !stops;
        // `said on Sunday, May 1: the bridge`: what announces stays.
        let announces = words.get(after - 1).is_some_and(|last| last.text.ends_with(':'));
        if is_bound || joined || feast || announces || habit {
            continue;
        }
        let ends_clause = words.get(after - 1).is_some_and(|last| last.stops);
        let opened = before.is_some_and(|before| before.stops && before.kept);
        for token in words.iter_mut().take(after).skip(first) {
            token.kept = false;
        }
        // `He said, on Monday, that …` and `He left on Monday, said …`: the comma stays only where a clause ended.
        if ends_clause && !opened {
            end_clause(words, first..after, language);
        }
    }
}

/// Behind the numbers, the months and the hours that go with a day.
fn day_end(words: &[LabelToken<'_>], from: usize, language: &LabelLanguage) -> usize {
    let mut at = from;
    while let Some(token) = words.get(at) {
        let number = token.word.bytes().all(|byte| byte.is_ascii_digit()) && token.word.len() <= 4 && !token.word.is_empty();
        let month = language.months.has(&token.word);
        let next_month = words.get(at + 1).is_some_and(|next| language.months.has(&next.word));
        // `samedi 8 août 40 tonnes` tells of tons: behind a month stands a year, and a day only where none stands before it.
        let behind_month =
            at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|before| language.months.has(&before.word));
        let numbered = at.checked_sub(2).and_then(|before| words.get(before)).is_some_and(|before| is_number(&before.word));
        let dated = number && (next_month || behind_month && (token.word.len() == 4 || !numbered && token.stops));
        // `vendredi 24 mai au soir`.
        let until = token.word == "au" && words.get(at + 1).is_some_and(|next| language.is(Cue::Evening, &next.word));
        // `dimanche après midi`.
        let noon = language.is(Cue::NoonIn, &token.word) && words.get(at + 1).is_some_and(|next| language.hours.has(&next.word));
        if !dated && !month && !until && !noon && !language.hours.has(&token.word) {
            break;
        }
        at += 1;
        if token.stops {
            break;
        }
    }
    at
}
