//! Which clauses behind the main one a label does without: those whose first word proves that they only add something. What nothing is
//! known of stays. Deletes nothing.

use std::ops::Range;

use crate::analysis::labels::attribution::is_attribution;
use crate::analysis::labels::clause::{first, has_verb, is_guard, is_quoted, part_of};
use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::leading::adverbial;
use crate::analysis::labels::main_clause::depends;
use crate::analysis::labels::members::is_joining;
use crate::analysis::labels::token::LabelToken;

/// Clauses that a list goes on for.
const LIST: usize = 20;
/// Words, but for two, from which on what a conjunction joins is a sentence.
const SENTENCE: usize = 4;
/// Words of the longest member that may begin like a participle: `eating out`.
const SHORT: usize = 2;
/// Words of the longest contrast without a verb.
const CONTRAST: usize = 4;
/// Words of `quant à elle`.
const STRESS: usize = 3;

/// Whether a label can do without the clause at `at`, which stands behind the main one.
pub(super) fn is_removable(words: &[LabelToken<'_>], clauses: &[Range<usize>], at: usize, language: &LabelLanguage) -> bool {
    let Some(clause) = clauses.get(at) else { return true };
    let Some(opening) = first(words, clause) else { return true };
    let announced = at.checked_sub(1).is_some_and(|before| announces(words, clauses, before));
    if is_said(opening, language) {
        return false;
    }
    // `"cruel", "menteur" et seul`: members that are quoted word by word.
    if clause.len() <= STRESS && opening.quoted && goes_on_list(words, clauses, at, language) {
        return false;
    }
    if opening.quoted || announced || is_attribution(words, clause, language) || is_guard(words, clause, language) {
        return true;
    }
    let tells = has_verb(words, clause, language);
    if !tells && denied_on(words, clause, opening, language) {
        return false;
    }
    // `et le bac, d'un grand prix, a été vendu`: a verb has its subject before it.
    let subject = language.is(Cue::ElidedSubject, opening.head());
    if language.is_surely_finite(opening) && !language.guesses && !subject {
        return false;
    }
    // `la libération, sans condition, des deux hommes`, `se déclare, quant à elle satisfaite`: it goes on with what stands before.
    // `d'ici deux ans`: a time.
    let soon = language.spells.has(opening.tail()) || language.is(Cue::Soon, &opening.word);
    let goes_on = language.goes_on.has(opening.head()) && !soon || opening.word == "des" && !opening.text.contains(['è', 'È']);
    if goes_on && !tells || opening.word == "quant" && clause.len() > STRESS {
        return false;
    }
    let part = words.get(clause.clone()).unwrap_or_default();
    if also(part, language) && !tells {
        return false;
    }
    if language.is(Cue::But, &opening.word) {
        return goes_without_contrast(words, clauses, (at, tells), language);
    }
    if is_joining(opening, language) {
        let is_list = at.checked_sub(1).is_some_and(|before| before > 0 && goes_on_list(words, clauses, before, language));
        return goes_without(part, (tells, is_list), language);
    }
    if !tells && lists_alike(words, clauses, at, opening, language) {
        return false;
    }
    // `un pont que la ville a bâti, ou un bac`: another one follows.
    let either = |clause: &Range<usize>| {
        first(words, clause).is_some_and(|token| is_joining(token, language) && language.is(Cue::OrElse, &token.word))
    };
    if goes_on_list(words, clauses, at, language) || clauses.get(at + 1).is_some_and(either) && !tells {
        return false;
    }
    // `Guam, avant-poste des forces`: a noun without an article says what a name is.
    let last = at.checked_sub(1).and_then(|before| clauses.get(before)).and_then(|before| words.get(before.clone()));
    let names = language.inverts
        && last.and_then(|part| part.iter().rev().find(|token| token.counts())).is_some_and(LabelToken::is_capital);
    // `; now, the ferry …`: a word that only joins.
    let joins = language.connectives.has(&opening.word) && part.iter().filter(|token| token.counts()).count() == 1;
    let opens = names
        || joins
        || language.determiners.has(&opening.word)
        || language.before_nouns.has(opening.head())
        || opening.is_capital()
        || opening.word.starts_with(|c: char| c.is_ascii_digit())
        || describes(opening, language)
        || ends_like_participle(opening, language);
    tells || opens || is_quoted(words, clause) || depends(words, clause, language) || adverbial(words, clause, language)
}

/// `shared on his page, a new one, that he is ill`, `on notera, « qu'il pleut »`: whether a word opens what is said.
fn is_said(opening: &LabelToken<'_>, language: &LabelLanguage) -> bool {
    language.that.has(opening.head()) && (opening.quoted || language.guesses && language.is(Cue::RelativeThat, &opening.word))
}

/// `there is no plan, as yet, for a bridge`: whether what is denied goes on with what `opening` begins.
fn denied_on(words: &[LabelToken<'_>], clause: &Range<usize>, opening: &LabelToken<'_>, language: &LabelLanguage) -> bool {
    let denied = words.iter().take(clause.start).any(|token| {
        token.kept && !token.quoted && (LabelLanguage::begins(&language.denials, token) || token.word.ends_with("n't"))
    });
    denied && language.directed.has(opening.head())
}

/// `dans l'air, dans l'eau ou dans le sol`: whether the clause at `at` is of a list whose members have one preposition each.
fn lists_alike(
    words: &[LabelToken<'_>],
    clauses: &[Range<usize>],
    at: usize,
    opening: &LabelToken<'_>,
    language: &LabelLanguage,
) -> bool {
    let before = at.checked_sub(1).map(|before| part_of(words, clauses, before)).unwrap_or_default();
    let has_it = before.iter().any(|token| token.counts() && token.word == opening.word);
    let joined = part_of(words, clauses, at).iter().any(|token| token.kept && is_joining(token, language));
    LabelLanguage::begins(&language.cuts, opening) && has_it && joined
}

/// Whether a label does without the clause at `at`, which a `but` opens: one that takes nothing back, denies nothing and has a verb of its own.
fn goes_without_contrast(
    words: &[LabelToken<'_>],
    clauses: &[Range<usize>],
    (at, tells): (usize, bool),
    language: &LabelLanguage,
) -> bool {
    let Some(clause) = clauses.get(at) else { return true };
    let part = words.get(clause.clone()).unwrap_or_default();
    // `, but not for long`: a limit, where no verb of its own makes it another sentence.
    // `, but it was cancelled`: what becomes of it.
    let subject = part.iter().filter(|token| token.counts()).nth(1);
    let takes_back = subject.is_some_and(|subject| language.taking_back.has(&subject.word));
    // `applaudi, mais critiqué`: half of what is said.
    let leads = subject.is_some_and(|next| language.cuts.has(&next.word) || language.leads(next));
    let short = !leads && (2..=CONTRAST).contains(&part.iter().filter(|token| token.counts()).count());
    // `a bien demandé, mais a vendu`.
    let grants =
        words.iter().take(clause.start).any(|token| token.kept && !token.quoted && language.is(Cue::Grants, &token.word));
    let denies =
        subject.is_some_and(|next| LabelLanguage::begins(&language.denials, next) || language.is(Cue::NotThat, &next.word));
    // `devait partir, mais a été retenu`: what was meant and came otherwise.
    let meant = words.iter().take(clause.start).any(|token| token.kept && !token.quoted && language.is(Cue::Meant, token.tail()));
    !denies
        && !meant
        && !takes_back
        && !grants
        && (tells
            || !short && at + 1 < clauses.len() && !part.iter().any(|token| LabelLanguage::begins(&language.denials, token)))
}

/// Whether a label does without what a conjunction joins to the main clause: `, and closed the quay` adds, `, and present members` is one of
/// a list.
fn goes_without(part: &[LabelToken<'_>], (tells, is_list): (bool, bool), language: &LabelLanguage) -> bool {
    let mut kept = part.iter().filter(|token| token.counts());
    let either = kept.next().is_some_and(|token| language.is(Cue::Either, &token.word));
    // `, or 16 pct`: the same amount in other words.
    if either && kept.clone().take(2).any(|token| token.word.starts_with(|c: char| c.is_ascii_digit())) && !is_list {
        return true;
    }
    // `, et notamment ceux du quai`.
    let next = kept.next();
    let stresses = next.is_some_and(|next| language.open.has(&next.word) && next.word.len() > 6);
    // `, and for new carriers`: another one of what a preposition stood before.
    let again = next.is_some_and(|next| LabelLanguage::begins(&language.cuts, next) || next.head() == "d'" || next.word == "de");
    // `, et la ville hisse le drapeau`: a sentence whose verb is not known.
    let is_long = !language.guesses && kept.count() > SENTENCE;
    !either && !again && !is_list && (tells || stresses || is_long)
}

/// Whether a colon or a dash parts the clause at `at` from the next, which only says more.
fn announces(words: &[LabelToken<'_>], clauses: &[Range<usize>], at: usize) -> bool {
    let last = clauses.get(at).and_then(|clause| clause.end.checked_sub(1)).and_then(|last| words.get(last));
    last.is_some_and(|token| token.is_dash() || token.text.ends_with(':'))
}

/// Whether a word begins what something is like, and no thing.
fn describes(token: &LabelToken<'_>, language: &LabelLanguage) -> bool {
    language.is_adverb(token) || language.fillers.has(&token.word) || language.is(Cue::Often, &token.word)
}

/// Whether a word ends as participles do.
fn ends_like_participle(token: &LabelToken<'_>, language: &LabelLanguage) -> bool {
    let endings: &[&str] = if language.guesses { &["ing", "ed"] } else { &["ant", "é", "ée", "és", "ées"] };
    let text = token.text.trim_end_matches(|c: char| !c.is_alphanumeric());
    text.len() > 4 && endings.iter().any(|ending| text.ends_with(ending)) || language.participles.has(&token.word)
}

/// `, mais aussi ses voiles`: whether a clause brings one more.
fn also(part: &[LabelToken<'_>], language: &LabelLanguage) -> bool {
    let mut kept = part.iter().filter(|token| token.counts());
    let (one, other) = (kept.next(), kept.next());
    one.is_some_and(|one| language.is(Cue::But, &one.word)) && other.is_some_and(|other| language.is(Cue::Also, &other.word))
}

/// Whether a clause has a verb that is no participle: `10 remotely operated boats` has none.
fn tells_surely(part: &[LabelToken<'_>], language: &LabelLanguage) -> bool {
    let surely = |token: &LabelToken<'_>| language.is_surely_finite(token) && !token.relative;
    part.iter().any(|token| token.kept && if language.guesses { surely(token) } else { language.is_finite(token) })
}

/// Whether the clause at `at` is a member of a list that the clause before it begins: a later one has the conjunction, or it has.
fn goes_on_list(words: &[LabelToken<'_>], clauses: &[Range<usize>], at: usize, language: &LabelLanguage) -> bool {
    let part = |at: usize| part_of(words, clauses, at);
    let Some(opening) = part(at).iter().find(|token| token.counts()) else { return false };
    // `, longtemps prospère et fière`: an adverb opens no member.
    if describes(opening, language) {
        return false;
    }
    let last = at.checked_sub(1).and_then(|before| part(before).iter().rev().find(|token| token.counts()));
    let alike = last.is_some_and(|last| {
        ends_like_participle(last, language)
            && ["ing", "ed", "ant"].iter().any(|end| last.word.ends_with(end) && opening.word.ends_with(end))
    });
    // `Anne Rivoire, a judge and a miller`: what a name is.
    let article =
        if language.guesses { language.determiners.has(&opening.word) } else { language.objects_open.has(opening.head()) };
    // `Orrick, the Merrows and Tavel` is a list.
    let second = part(at).iter().filter(|token| token.counts()).nth(1).is_some_and(LabelToken::is_capital);
    let names = last.is_some_and(LabelToken::is_capital) && article && !opening.is_capital() && !(second && language.guesses);
    // `the Orricks, the men of Kelmouth and the women of Tavel`: two that begin alike are members.
    let next = at + 1;
    let again = next < clauses.len()
        && part(next).iter().find(|token| token.counts()).is_some_and(|token| token.word == opening.word)
        && part(next).iter().any(|token| is_joining(token, language))
        && !has_verb(words, clauses.get(next).unwrap_or(&(0..0)), language);
    if names && !again {
        return false;
    }
    for next in at..clauses.len().min(at + LIST) {
        let Some(clause) = clauses.get(next) else { return false };
        let Some(token) = first(words, clause) else { return false };
        let adds = !alike && clause.len() > SHORT && ends_like_participle(token, language) && !token.is_capital();
        // `and` before a verb joins members, behind it clauses.
        let surely = |token: &LabelToken<'_>| language.is_surely_finite(token) && !token.relative;
        let mut before = part(next).iter().filter(|token| token.counts()).take_while(|token| !surely(token));
        let joined = before.any(|token| is_joining(token, language)) || also(part(next), language);
        let more = also(part(next), language);
        let hangs = !more && depends(words, clause, language) && !is_joining(token, language);
        if hangs
            || adds
            || tells_surely(part(next), language) && !(joined && language.guesses)
            || is_attribution(words, clause, language)
        {
            return false;
        }
        if joined {
            return true;
        }
    }
    false
}
