//! The whole of the main clause: from its subject, or from who says so, to the last clause that its verb waits for. Deletes nothing.

use std::ops::Range;

use crate::analysis::labels::attribution::is_attribution;
use crate::analysis::labels::awaited::{ClauseReach, WAITS, topic_before};
use crate::analysis::labels::clause::{first, is_guard, opening_of, part_of};
use crate::analysis::labels::colon::{behind_colon, ends_with_colon, speaker_before};
use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::leading::{is_participle, only_dates};
use crate::analysis::labels::main_clause::{brings_verb, depends, main_clause};
use crate::analysis::labels::object::carried;
use crate::analysis::labels::removable::is_removable;
use crate::analysis::labels::token::LabelToken;
use crate::analysis::labels::unfinished::{ends_open, is_unfinished, opens_speech, stresses};

/// Clauses from a subject to its verb, at most, where what stands before them goes.
const ASIDES: usize = 3;

/// The main clause with what it waits for.
pub(super) struct Main {
    /// Its clauses.
    pub clauses: Range<usize>,
    /// What stands between it and what it waits for.
    pub inserted: Range<usize>,
    /// Where the members of a list begin that go on behind it.
    pub listed: usize,
    /// Whether it says what stands behind a colon.
    pub says: bool,
}

/// The clauses from the subject to the last word that the main verb waits for.
pub(super) fn whole_main_clause(words: &[LabelToken<'_>], clauses: &[Range<usize>], language: &LabelLanguage) -> Option<Main> {
    let mut main = main_clause(words, clauses, language)?;
    // What a conjunction at the end of an earlier clause opens hangs on that.
    if let Some(open) = (0..main.start).find(|at| clauses.get(*at).is_some_and(|clause| ends_open(words, clause, language))) {
        main.start = open;
    }
    // `contend that through a clause, the mill is free`: what is said without its verb is said of what follows.
    let opens = |at: &usize| clauses.get(*at).is_some_and(|clause| opens_speech(words, clause, language));
    if let Some(open) = (0..main.start).find(opens) {
        main.start = open;
    }
    let unsure = has_unsure_subject(words, clauses, &main, language);
    if unsure {
        main.start = 0;
    }
    let brings = main.end;
    let mut inserted = 0..0;
    match WAITS.iter().find_map(|wait| wait(words, clauses, main.end, language)) {
        Some(ClauseReach::Behind(end)) => {
            // `assure que si son frère, un meunier, "ne part pas", il reste`: what has a verb of its own is no insertion.
            let tells = |at: usize| {
                clauses.get(at).is_some_and(|clause| {
                    brings_verb(words, clause, language)
                        && !depends(words, clause, language)
                        && !is_attribution(words, clause, language)
                })
            };
            inserted = if (main.end..end).any(tells) { 0..0 } else { main.end..end };
            main.end = end + 1;
        }
        Some(ClauseReach::Through(end)) => main.end = end,
        None => {}
    }
    while let Some(end) = behind_colon(words, clauses, main.end, language) {
        main.end = end;
    }
    let listed = go_on(words, clauses, (&mut main, &mut inserted), language);
    let says = begin_behind_colon(words, clauses, &mut main, language);
    // What a subject is said to be stands before its verb, and not before what the verb waits for.
    let told = opening_of(words, clauses, brings - 1).is_some_and(|token| language.is_finite(token));
    let listed = listed.or(told.then_some(brings)).filter(|listed| *listed > main.start).unwrap_or(main.end);
    Some(Main { clauses: main, inserted, listed, says: says || unsure })
}

/// `In Merrow, the old town, the mayor said`: whether it is not sure which of the clauses behind what leads has the subject.
fn has_unsure_subject(words: &[LabelToken<'_>], clauses: &[Range<usize>], main: &Range<usize>, language: &LabelLanguage) -> bool {
    let verb = clauses.get(main.start).is_some_and(|clause| brings_verb(words, clause, language));
    let mut leading = clauses.iter().take(main.start);
    let opens = opening_of(words, clauses, main.end - 1)
        .is_some_and(|token| language.is_finite(token) || language.is(Cue::Reflexive, &token.word));
    let announced = |clause: &Range<usize>| words.get(clause.end - 1).is_some_and(|last| last.text.ends_with(':'));
    main.start > 0
        && main.end > main.start + if opens { ASIDES } else { 1 }
        && !verb
        && !leading.clone().all(|clause| only_dates(words, clause, language))
        && !leading.any(announced)
}

/// Takes in what the main clause goes on with: what completes it, its other half, the members of a list; tells where those begin.
fn go_on(
    words: &[LabelToken<'_>],
    clauses: &[Range<usize>],
    (main, inserted): (&mut Range<usize>, &mut Range<usize>),
    language: &LabelLanguage,
) -> Option<usize> {
    let mut listed = None;
    // `est, elle, poursuivie`.
    let stressed = |at: usize| at + 1 < clauses.len() && clauses.get(at).is_some_and(|clause| stresses(words, clause, language));
    // `seront, avec Anne Rivoire, des précurseurs`: what completes it comes behind an insertion.
    let inserts = |at: usize| {
        at + 1 < clauses.len()
            && clauses.get(at).is_some_and(|clause| !brings_verb(words, clause, language))
            && opening_of(words, clauses, at).is_some_and(|token| language.cuts.has(&token.word))
    };
    while main.end < clauses.len() {
        match (stressed(main.end), is_unfinished(words, clauses.get(main.end - 1), language)) {
            (true, _) => main.end += 2,
            (false, true) => {
                if let Some(end) = carried(words, clauses, main.end, language) {
                    (*inserted, main.end) = (main.end..end, end + 1);
                } else {
                    // `admits that, while it was fun, it is over`: what the conjunction opens comes behind what hangs on it.
                    let open = main
                        .end
                        .checked_sub(1)
                        .and_then(|at| clauses.get(at))
                        .is_some_and(|clause| ends_open(words, clause, language));
                    let hangs = opening_of(words, clauses, main.end).is_some_and(|token| {
                        language.is(Cue::Concedes, token.head())
                            || LabelLanguage::begins(&language.early, token)
                            || language.is(Cue::As, &token.word)
                    });
                    let end = if inserts(main.end) || open && hangs { main.end + 2 } else { main.end + 1 };
                    let end = end.min(clauses.len());
                    main.end = behind_colon(words, clauses, end, language).unwrap_or(end);
                }
            }
            (false, false) if goes_on_cleft(words, clauses, main, language) || pairs(words, clauses, main, language) => {
                main.end += 1;
            }
            (false, false) if !is_removable(words, clauses, main.end, language) => {
                listed.get_or_insert(main.end);
                main.end += 1;
            }
            (false, false) if resumes(words, clauses, main.end, language) => main.end += 2,
            (false, false) => break,
        }
    }
    listed
}

/// `a annoncé la libération, sans caution, des deux bateliers`: whether what the main clause ends with goes on behind what limits it.
fn resumes(words: &[LabelToken<'_>], clauses: &[Range<usize>], at: usize, language: &LabelLanguage) -> bool {
    let goes_on = |clause: &Range<usize>| {
        first(words, clause).is_some_and(|token| language.goes_on.has(token.head()) || token.word == "des")
            && !brings_verb(words, clause, language)
    };
    clauses.get(at).is_some_and(|clause| is_guard(words, clause, language)) && clauses.get(at + 1).is_some_and(goes_on)
}

/// Moves the start behind a colon that does not announce what is said, or before the one that does; tells whether it does.
fn begin_behind_colon(
    words: &[LabelToken<'_>],
    clauses: &[Range<usize>],
    main: &mut Range<usize>,
    language: &LabelLanguage,
) -> bool {
    // `Le maire a dit : le pont, ancien bac, ferme`: no subject stands on one side of a colon and its verb on the other.
    let colon = (main.start..main.end - 1).rev().find(|at| ends_with_colon(words, clauses, *at));
    let mut says = colon.and_then(|at| clauses.get(at)).and_then(|clause| words.get(clause.clone())).is_some_and(|part| {
        part.iter().any(|token| token.kept && (language.said.has(&token.word) || language.said.has(token.verb())))
    });
    // `les autorités alertent : …`: a verb that ends what stands before the colon announces what stands behind it.
    let announces = |at: usize| {
        let part = part_of(words, clauses, at);
        part.iter().rev().find(|token| token.counts()).is_some_and(|last| language.is_finite(last))
    };
    says |= colon.is_some_and(announces);
    // `: ferries, bridges, says the mayor`: what has no verb of its own stays with what announces it.
    let tells = |at: usize| {
        clauses.get(at).is_some_and(|clause| brings_verb(words, clause, language) && !is_attribution(words, clause, language))
    };
    let lists = colon.is_some_and(|colon| !(colon + 1..main.end).any(tells));
    // `agree to what was unheard of: that the mill is free`: what a conjunction opens is no sentence.
    let said = colon.and_then(|colon| opening_of(words, clauses, colon + 1)).is_some_and(|token| language.that.has(token.head()));
    if let Some(colon) = colon.filter(|_| !says && !lists && !said) {
        main.start = colon + 1;
        // `: disparue mercredi, Anne Rivoire, une élève, a été retrouvée`.
        while main.start + 1 < main.end && clauses.get(main.start).is_some_and(|clause| is_participle(words, clause, language)) {
            main.start += 1;
        }
    }
    if let Some(speaker) = speaker_before(words, clauses, main, language) {
        (main.start, says) = (speaker, true);
    } else if let Some(topic) = topic_before(words, clauses, main.start, language) {
        (main.start, says) = (topic, true);
    }
    says
}

/// `C'est soit un pont, soit un bac`, `The town lost not only its bridge, but its mill`: whether the clause behind `main` is the other half.
fn pairs(words: &[LabelToken<'_>], clauses: &[Range<usize>], main: &Range<usize>, language: &LabelLanguage) -> bool {
    let part =
        main.end.checked_sub(1).and_then(|at| clauses.get(at)).and_then(|clause| words.get(clause.clone())).unwrap_or_default();
    let Some(opening) = opening_of(words, clauses, main.end) else { return false };
    let has = |cue: Cue| part.iter().any(|token| token.kept && !token.quoted && language.is(cue, &token.word));
    language.is(Cue::BothOf, &opening.word) && has(Cue::BothOf) || language.is(Cue::But, &opening.word) && has(Cue::NotOnly)
}

/// `Ce sont deux meuniers, voisins du pont, qui ont donné l'alerte`: whether what is set off goes on with the clause behind `main`.
fn goes_on_cleft(words: &[LabelToken<'_>], clauses: &[Range<usize>], main: &Range<usize>, language: &LabelLanguage) -> bool {
    let part = part_of(words, clauses, main.start);
    let mut kept = part.iter().filter(|token| token.counts());
    let (one, other) = (kept.next().map_or("", |token| &token.word), kept.next().map_or("", |token| &token.word));
    let sets_off = language.is(Cue::Cleft, one) || one == "ce" && language.is(Cue::CeSont, other);
    let goes_on = |at: usize| {
        let part = part_of(words, clauses, at);
        part.iter().any(|token| token.counts() && !token.quoted && language.relatives.has(token.head()))
    };
    sets_off && (main.end..clauses.len().min(main.end + 4)).any(goes_on)
}
