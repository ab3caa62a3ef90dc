//! Clauses: which of the stretches between commas is the main clause, and which others stay with it.

use std::ops::Range;

use crate::analysis::labels::attribution::{
    is_attribution, lacks_speaker, part_quotation, shorten, speaker_behind, speaks, speaks_behind,
};
use crate::analysis::labels::awaited::{ClauseReach, list_behind};
use crate::analysis::labels::clause::{first, has_verb, is_guard, is_quoted, opening_of, part_of};
use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::dated::{clauses_of_date, tells};
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::leading::only_dates;
use crate::analysis::labels::main_clause::{main_clause, waits_for_another};
use crate::analysis::labels::members::is_joining;
use crate::analysis::labels::token::LabelToken;
use crate::analysis::labels::unfinished::ends_with_relative;
use crate::analysis::labels::whole_clause::{Main, whole_main_clause};

/// Deletes what is not the main clause, what it depends on, who says so, or what the word `date` dates;
/// tells where this begins, if it stands behind the main clause.
pub(super) fn delete_clauses(words: &mut [LabelToken<'_>], date: Option<usize>, language: &LabelLanguage) -> Option<usize> {
    part_quotation(words, language);
    let clauses = clauses(words);
    join_list(words, &clauses, language);
    let Main { clauses: main, inserted, listed, says } = whole_main_clause(words, &clauses, language)?;
    join_around(words, &clauses, &inserted);
    let dated = date.map_or(0..0, |date| clauses_of_date(words, &clauses, &main, date, language));
    let domain = domain(words, &clauses, main.start, language);
    let leads =
        |(at, clause): (usize, &Range<usize>)| is_guard(words, clause, language) || dated.contains(&at) || domain == Some(at);
    let leading = clauses.iter().enumerate().take(main.start).any(leads);
    let opening = clauses.get(main.start).filter(|_| leading).and_then(|clause| words.get_mut(clause.clone()));
    if let Some(token) = opening.and_then(|part| part.iter_mut().find(|token| token.counts())) {
        token.parted = true;
    }
    let mut speaker = None;
    for (at, clause) in clauses.iter().enumerate() {
        // Who spoke a quotation that goes did not say what stands before it.
        let quotes = at >= main.end && (main.end..at).any(|at| clauses.get(at).is_some_and(|clause| is_quoted(words, clause)));
        // `, and just as he indicated`: who says so opens with no conjunction.
        let adds = first(words, clause).is_some_and(|token| is_joining(token, language));
        // A condition of what goes goes with it.
        let hangs = at
            .checked_sub(1)
            .and_then(|before| clauses.get(before))
            .is_some_and(|before| at > main.end && ends_with_relative(words, before, language));
        // `, en appelant à défiler à Valmont, sans gilet`: what goes without something goes with it.
        let lacks = at > main.end
            && first(words, clause).is_some_and(|token| language.is(Cue::Without, &token.word))
            && clauses
                .get(at - 1)
                .is_some_and(|before| !words.get(before.clone()).unwrap_or_default().iter().any(|token| token.kept));
        let hangs = hangs || lacks;
        let stays = main.contains(&at) && !inserted.contains(&at)
            || dated.contains(&at)
            || domain == Some(at)
            || speaker == Some(at)
            || is_guard(words, clause, language) && !hangs
            || at >= main.end && !quotes && !adds && is_attribution(words, clause, language)
            || at == main.end && speaks(words, &clauses, at, language)
            || at >= main.end && binds_next(words, &clauses, at, language)
            || speaks_behind(words, &clauses, (at, main.end), language);
        if !stays {
            words.iter_mut().take(clause.end).skip(clause.start).for_each(|token| token.kept = false);
        } else if at >= main.end {
            if is_attribution(words, clause, language) {
                shorten(words, clause, language);
                if lacks_speaker(words, clause, language) {
                    speaker = speaker_behind(words, &clauses, at, language);
                }
            }
            if let Some(token) = words.iter_mut().take(clause.end).skip(clause.start).find(|token| token.counts()) {
                token.parted = true;
            }
        }
    }
    delete_loose_conjunctions(words, language);
    // What hangs on a clause whose verb is not known stays whole.
    let waits = main == (0..clauses.len()) && waits_for_another(words, &clauses, language);
    if !says && !waits {
        delete_appositions(words, &clauses, (&(main.start..listed), date), language);
    }
    dated.filter(|at| *at >= main.end).min().and_then(|at| clauses.get(at)).map(|clause| clause.start)
}

/// `, and will be judged by the voters, not by him`, `, and would be free, if it rained`: whether a limit stands behind the clause at `at`, so that
/// it is not known what is limited.
fn binds_next(words: &[LabelToken<'_>], clauses: &[Range<usize>], at: usize, language: &LabelLanguage) -> bool {
    let tells = |at: usize| clauses.get(at).is_some_and(|clause| has_verb(words, clause, language));
    let limits = opening_of(words, clauses, at + 1).is_some_and(|token| {
        !token.quoted && (language.is(Cue::LimitOf, token.head()) || language.is(Cue::LimitOf, &token.word))
    });
    tells(at) && limits && !clauses.get(at).is_some_and(|clause| is_attribution(words, clause, language))
}

/// `The car slid and, […], said the driver`: a conjunction before a clause that went joins nothing.
fn delete_loose_conjunctions(words: &mut [LabelToken<'_>], language: &LabelLanguage) {
    for at in 1..words.len().saturating_sub(1) {
        let gone = words.get(at + 1).is_some_and(|next| !next.kept);
        let joins = words.get(at).is_some_and(|token| {
            token.kept && token.stops && !token.quoted && (language.and.has(&token.word) || language.joining.has(&token.word))
        });
        let ends = words.iter().skip(at + 1).find(|token| token.kept).is_none_or(|next| next.parted);
        if let Some(token) = words.get_mut(at).filter(|_| gone && joins && ends) {
            token.kept = false;
        }
    }
}

/// `Dans l'Union, 13% des morts sont …`: the clause before a main clause that begins with a share or with `chaque`, which says of what.
fn domain(words: &[LabelToken<'_>], clauses: &[Range<usize>], main: usize, language: &LabelLanguage) -> Option<usize> {
    let opening = opening_of(words, clauses, main)?;
    let before = main.checked_sub(1)?;
    let place = opening_of(words, clauses, before)?;
    // `In Kelmouth, no boat was lost`: what is said of all or of none is said of that place.
    let part = part_of(words, clauses, main);
    let bounds_all = |token: &LabelToken<'_>| {
        !token.quoted
            && (LabelLanguage::begins(&language.denials, token)
                || token.word.ends_with("n't")
                || token.word.ends_with('%')
                || language.quantities.has(token.tail()))
    };
    // `Sur la Lune, le rayon est de 3 pas`: what is measured is measured there.
    let measured = part.windows(3).any(|three| {
        matches!(three, [be, of, amount] if language.is(Cue::Measures, be.tail()) && of.word == "de" && amount.word.starts_with(|c: char| c.is_ascii_digit()))
    });
    let of_all = words
        .get(clauses.get(before)?.clone())
        .is_some_and(|part| part.iter().any(|token| token.kept && !token.quoted && language.quantities.has(token.tail())));
    let counts = of_all
        || measured
        || part.iter().filter(|token| token.kept).any(bounds_all)
        || opening.word.ends_with('%')
        || language.is(Cue::Each, &opening.word);
    let bounds = language.is(Cue::Bounds, &place.word) && !place.quoted && !only_dates(words, clauses.get(before)?, language);
    (counts && bounds).then_some(before)
}

/// What stands between the members of a list that the main clause goes on with parts no clauses any more.
fn join_list(words: &mut [LabelToken<'_>], clauses: &[Range<usize>], language: &LabelLanguage) {
    let Some(main) = main_clause(words, clauses, language) else { return };
    let Some(ClauseReach::Through(end)) = list_behind(words, clauses, main.end, language) else { return };
    for clause in clauses.iter().take(end - 1).skip(main.end - 1) {
        let part = words.get_mut(clause.clone()).unwrap_or_default();
        if let Some(last) = part.iter_mut().rfind(|token| token.counts()) {
            last.stops = false;
        }
    }
}

/// Where the clauses `inserted` go, the comma before them parts nothing any more.
fn join_around(words: &mut [LabelToken<'_>], clauses: &[Range<usize>], inserted: &Range<usize>) {
    let before = inserted.start.checked_sub(1).filter(|_| !inserted.is_empty()).and_then(|at| clauses.get(at)).cloned();
    let part = before.and_then(|clause| words.get_mut(clause)).unwrap_or_default();
    if let Some(last) = part.iter_mut().rfind(|token| token.counts()) {
        last.stops = false;
    }
}

/// The stretches of kept words between commas, semicolons, colons and dashes, outside quotation marks.
pub(super) fn clauses(words: &[LabelToken<'_>]) -> Vec<Range<usize>> {
    let (mut clauses, mut start) = (Vec::new(), 0);
    for (at, token) in words.iter().enumerate() {
        // `aged 21, 23 and 26` is one stretch.
        let number =
            |at: usize| words.get(at).is_some_and(|token| token.word.bytes().next().is_some_and(|byte| byte.is_ascii_digit()));
        // `le 3 mai 2018, 12 quais`: a year and an amount are none.
        let year = |at: usize| {
            words.get(at).is_some_and(|token| token.word.len() == 4 && token.word.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let counts = token.text.ends_with(',') && number(at) && number(at + 1) && (!year(at) || year(at + 1));
        // `4 - 6 years`.
        let ranges = token.is_dash() && at > 0 && number(at - 1) && number(at + 1);
        let ends = token.stops && !counts || token.is_dash() && token.kept && !token.quoted && !ranges || at + 1 == words.len();
        if ends {
            if words.get(start..=at).is_some_and(|part| part.iter().any(LabelToken::counts)) {
                clauses.push(start..at + 1);
            }
            start = at + 1;
        }
    }
    clauses
}

/// Whether what stands between the subject and its verb counts others with it.
fn lists_subjects(words: &[LabelToken<'_>], clauses: &[Range<usize>], main: &Range<usize>, language: &LabelLanguage) -> bool {
    // `le maire, son frère, ainsi que sa sœur, ont`: who is counted with the subject stays.
    let joins = |clause: &Range<usize>| {
        first(words, clause).is_some_and(|token| {
            language.and.has(&token.word) || language.goes_on.has(token.head()) || language.is(Cue::CountedWith, &token.word)
        })
    };
    // `Anne, ses parents et son frère, ont`: so are relatives.
    let deleted = clauses.iter().take(main.end - 1).skip(main.start + 1);
    let several = deleted.clone().count() > 1;
    let counts = |clause: &Range<usize>| {
        let is_theirs = first(words, clause).is_some_and(|token| language.is(Cue::Theirs, &token.word));
        let joined = words.get(clause.clone()).is_some_and(|part| part.iter().any(|token| language.and.has(&token.word)));
        is_theirs && (several || joined)
    };
    // `Parents, voisins ou simples passants, ont`: one word that no article goes before begins a list.
    let bare = clauses
        .get(main.start)
        .and_then(|clause| words.get(clause.clone()))
        .is_some_and(|part| part.iter().filter(|token| token.counts()).count() == 1);
    // `Merrow, a maker of sails and ropes, has`: one that an article opens and a verb for one follows says what it is.
    let is_one = opening_of(words, clauses, main.end - 1).is_some_and(|token| language.is(Cue::ForOne, &token.word));
    let is_many = opening_of(words, clauses, main.end - 1).is_some_and(|token| language.plural.has(&token.word));
    let describes = |clause: &Range<usize>| {
        (is_one || !is_many && language.guesses)
            && first(words, clause).is_some_and(|token| language.determiners.has(&token.word) || token.word == "one")
    };
    let lists = |clause: &Range<usize>| {
        bare && !describes(clause)
            && words.get(clause.clone()).is_some_and(|part| part.iter().any(|token| language.and.has(&token.word)))
    };
    // `Les meuniers Paul Verdier, Anne Rivoire et Robert Tavel, ont`: so do names that a verb for several follows.
    let names = |clause: &Range<usize>| {
        is_many
            && first(words, clause).is_some_and(LabelToken::is_capital)
            && words
                .get(clause.clone())
                .is_some_and(|part| part.iter().any(|token| language.and.has(&token.word) || language.is(Cue::Or, &token.word)))
    };
    // `Des bateaux qui coulent, des maisons vides: trois jeunes, chefs du quai, aident`: what an indefinite opens says nothing of another.
    let other = |clause: &Range<usize>| {
        language.inverts
            && first(words, clause).is_some_and(|token| {
                token.text == "des" || language.numbers.has(&token.word) || token.word.starts_with(|c: char| c.is_ascii_digit())
            })
            && clause.len() > 2
    };
    deleted.clone().any(|clause| other(clause) || joins(clause) || counts(clause) || lists(clause) || names(clause))
}

/// Deletes what is said of a subject between commas, where the verb comes behind it, but for what the word `date` dates.
fn delete_appositions(
    words: &mut [LabelToken<'_>],
    clauses: &[Range<usize>],
    (main, date): (&Range<usize>, Option<usize>),
    language: &LabelLanguage,
) {
    let verb = opening_of(words, clauses, main.end - 1).is_some_and(|token| language.is_finite(token));
    // `Farther in, the quay sweeps on, lined with mills`: what only ends like a verb is a participle before these.
    let mut told = part_of(words, clauses, main.end - 1).iter().filter(|token| token.counts());
    let lined = told.next().is_some_and(|token| !language.is_surely_finite(token))
        && told.next().is_some_and(|next| language.is(Cue::WithBy, &next.word));
    if !verb || language.guesses && lined {
        return;
    }
    if lists_subjects(words, clauses, main, language) {
        return;
    }
    let mut subject = part_of(words, clauses, main.start).iter();
    let bare = language.inverts
        && subject.by_ref().find(|token| token.counts()).is_some_and(|token| {
            !language.before_nouns.has(token.head())
                && !language.objects_open.has(token.head())
                && !token.word.starts_with(|c: char| c.is_ascii_digit())
        })
        && subject.find(|token| token.counts()).is_some_and(|token| !token.is_capital());
    for clause in clauses.iter().take(main.end - 1).skip(main.start + 1) {
        if date.is_some_and(|date| clause.contains(&date)) && tells(words, clause, language) {
            if let Some(token) = words.iter_mut().skip(clause.end).find(|token| token.counts()) {
                token.parted = true;
            }
            continue;
        }
        // `Figure du quai, Anne Rivoire, meunière, …`: whom it is said of.
        let named = words.get(clause.clone()).is_some_and(|part| part.iter().all(|token| !token.counts() || token.is_capital()));
        if is_guard(words, clause, language) || named && bare {
            continue;
        }
        words.iter_mut().take(clause.end).skip(clause.start).for_each(|token| token.kept = false);
    }
}
