//! One clause: what it begins with, whether it has a verb. Which clauses stay is decided elsewhere.

use std::ops::Range;

use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::token::LabelToken;

/// Words of the longest clause that says how far something holds, and one.
const LIMIT: usize = 6;

/// Words among which a case is named.
const CASE: usize = 4;
/// Words of the longest clause that says who sees it so without a name.
const SIGHT: usize = 5;

/// The first word of a clause that is kept.
pub(super) fn first<'a, 'b>(words: &'b [LabelToken<'a>], clause: &Range<usize>) -> Option<&'b LabelToken<'a>> {
    words.get(clause.clone())?.iter().find(|token| token.counts())
}

/// The first word of the clause at `at` that is kept.
pub(super) fn opening_of<'a, 'b>(words: &'b [LabelToken<'a>], clauses: &[Range<usize>], at: usize) -> Option<&'b LabelToken<'a>> {
    first(words, clauses.get(at)?)
}

/// The words of the clause at `at`; none where there is no such clause.
pub(super) fn part_of<'a, 'b>(words: &'b [LabelToken<'a>], clauses: &[Range<usize>], at: usize) -> &'b [LabelToken<'a>] {
    clauses.get(at).and_then(|clause| words.get(clause.clone())).unwrap_or_default()
}

/// Whether a clause has a finite verb of its own.
pub(super) fn has_verb(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    words.get(clause.clone()).is_some_and(|part| part.iter().any(|token| token.kept && language.is_finite(token)))
}

/// Whether a clause says under which condition, how far or on whose word.
pub(super) fn is_guard(words: &[LabelToken<'_>], clause: &Range<usize>, language: &LabelLanguage) -> bool {
    let part = words.get(clause.clone()).unwrap_or_default();
    let mut kept = part.iter().filter(|token| token.counts());
    let (first, next) = (kept.next(), kept.next());
    // `En général,`, `in theory,`: how far it holds.
    let limits = first.is_some_and(|token| language.is(Cue::InGeneral, &token.word))
        && next.is_some_and(|token| language.is(Cue::General, &token.word));
    // `to a certain extent`, `dans une certaine mesure`: how far, too.
    let extent = part.len() < LIMIT && part.iter().any(|token| language.is(Cue::Extent, &token.word));
    // `as long as he pays`.
    let long = first.is_some_and(|token| language.is(Cue::AsLong, &token.word))
        && next.is_some_and(|next| language.is(Cue::SoFar, &next.word));
    // `Dans le cas où`, `in the event of`: a condition.
    let case = first.is_some_and(|token| language.is(Cue::InCase, &token.word))
        && part.iter().filter(|token| token.counts()).take(CASE).any(|token| language.is(Cue::Case, &token.word));
    // `Au-dessus de dix,`, `below ten,`: from which amount on.
    let amount = part.len() <= SIGHT && first.is_some_and(|token| language.is(Cue::FromAmount, &token.word));
    // `Even if it lasts,` at the head of a sentence.
    let even = clause.start == 0 && first.is_some_and(|token| language.is(Cue::Even, &token.word));
    // `Toujours selon le préfet`.
    let again = first.is_some_and(|token| language.is(Cue::Again, &token.word));
    let guards = |token: Option<&LabelToken<'_>>| token.is_some_and(|token| LabelLanguage::begins(&language.guards, token));
    // `Pour Anne Rivoire,`, `For her,`: who sees it so.
    let acts = |token: &LabelToken<'_>| language.infinitive_endings.iter().any(|ending| token.word.ends_with(ending));
    let who = |token: &LabelToken<'_>| {
        token.is_capital() || language.names_role(token) || part.len() <= SIGHT && !(language.inverts && acts(token))
    };
    let when = |token: &LabelToken<'_>| {
        language.is_surely_finite(token) || language.spells.has(token.tail()) || language.is(Cue::NoSight, &token.word)
    };
    let sees = first.is_some_and(|token| language.is(Cue::For, &token.word) && !token.quoted)
        && next.is_some_and(|next| who(next) && !language.is(Cue::Any, &next.word))
        && !part.iter().any(|token| when(token) || token.is_number());
    // `Quant au maire,`: of whom it is spoken; `Dans certains quartiers,`: where alone it is so.
    let some = language.is(Cue::AmongSome, first.map_or("", |token| &token.word))
        && part.iter().filter(|token| token.counts()).take(CASE).any(|token| language.is(Cue::Some, &token.word));
    let of_whom = some
        || first.is_some_and(|token| token.word == "quant") && part.len() > 2
        || first.is_some_and(|token| language.cuts.has(&token.word))
            && next.is_some_and(|next| language.is(Cue::Some, &next.word));
    // `À moins d'un accord,`.
    let unless = first.is_some_and(|token| token.text.contains(['à', 'À']))
        && next.is_some_and(|next| language.is(Cue::Unless, &next.word));
    unless
        || is_unproven(part, language)
        || amount
        || long
        || case
        || sees
        || of_whom
        || limits
        || extent
        || guards(first)
        || (again || even) && guards(next)
}

/// `, mais il n'y a pas de preuve`, `, without evidence`: whether a part says that nothing bears out what is claimed.
fn is_unproven(part: &[LabelToken<'_>], language: &LabelLanguage) -> bool {
    let mut outside = part.iter().filter(|token| token.counts() && !token.quoted);
    let denies = |token: &LabelToken<'_>| {
        LabelLanguage::begins(&language.denials, token) || token.word.ends_with("n't") || language.is(Cue::Without, &token.word)
    };
    outside.clone().any(|token| language.is(Cue::Proof, token.tail())) && outside.any(denies)
}

/// Whether most of a clause stands in quotation marks.
pub(super) fn is_quoted(words: &[LabelToken<'_>], clause: &Range<usize>) -> bool {
    words.get(clause.clone()).is_some_and(|part| part.iter().filter(|token| token.quoted).count() * 2 > part.len())
}
