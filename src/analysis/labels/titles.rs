//! What somebody is, before a name that says who it is.

use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::token::LabelToken;

/// Words of the longest title before the subject.
const TITLE: usize = 8;

/// `former law minister Anne Rivoire`: what somebody is, before a first and a last name.
pub(super) fn delete_titles(words: &mut [LabelToken<'_>], language: &LabelLanguage) {
    for at in 0..words.len() {
        let is_name = |at: usize| words.get(at).is_some_and(|token| token.kept && token.is_capital() && !token.quoted);
        let Some(token) = words.get(at) else { continue };
        let titles = language.titles.has(&token.word) && !token.stops && !token.quoted && token.kept;
        if !titles || !is_name(at + 1) || !is_name(at + 2) || words.get(at + 1).is_some_and(|first| first.stops) {
            continue;
        }
        // `General Motors Corp said`: what a firm is called.
        let ends_firm = |at: usize| words.get(at).is_some_and(|token| language.firm_ends.has(&token.word));
        let named = (at + 1..words.len()).take_while(|at| is_name(*at)).any(ends_firm);
        if named && token.is_capital() {
            continue;
        }
        // `Le chef des députés Les Bateliers`: the name of a party is nobody's.
        if words.get(at + 1).is_some_and(|token| language.objects_open.has(token.head()) && language.inverts) {
            continue;
        }
        if words.get(at + 1).is_some_and(|token| language.titles.has(&token.word))
            || words.get(at + 2).is_some_and(|token| token.word.ends_with("'s"))
        {
            continue;
        }
        let goes_with = |token: &&LabelToken<'_>| {
            (token.is_capital() || language.before_titles.has(&token.word))
                && !token.stops
                && !token.quoted
                && token.kept
                && !language.cuts.has(&token.word)
        };
        let before = words.iter().take(at).rev().take_while(goes_with).count();
        // `sources close to Finance Minister Anne Rivoire said`.
        let stands = words.get(at - before).is_some_and(|token| token.word == "the");
        let opens = (at - before).checked_sub(1).and_then(|before| words.get(before));
        let bound = opens.is_some_and(|token| {
            token.kept
                && !token.stops
                && (language.before_nouns.has(&token.word)
                    || language.and.has(&token.word)
                    || !language.is_verb(token) && !language.cuts.has(&token.word))
        });
        if stands || bound {
            continue;
        }
        // `the head of the school, Bishop John Tavel`: the comma goes with the name.
        let parted = opens.is_some_and(|token| token.kept && token.stops);
        words.iter_mut().take(at + 1).skip(at - before).for_each(|token| token.kept = false);
        if let Some(name) = words.get_mut(at + 1) {
            name.parted |= parted;
        }
    }
}

/// `Veteran ferry operator Merrow Lines has`, `Le constructeur local Anne Rivoire a`: what is said of the subject at the head of a sentence, before its name.
pub(super) fn delete_opening_title(words: &mut [LabelToken<'_>], language: &LabelLanguage) {
    let Some(first) = words.iter().position(LabelToken::counts) else { return };
    let Some(name) = name_of_subject(words, first, language) else { return };
    words.iter_mut().take(name).skip(first).for_each(|token| token.kept = false);
}

/// Whether a capital stands behind the apostrophe of `token`.
fn elides_name(token: &LabelToken<'_>) -> bool {
    // `la ministre de l'Agriculture Anne Rivoire`: an office.
    token.head() == "d'" && token.text.rsplit(['\'', '’']).next().is_some_and(|tail| tail.starts_with(char::is_uppercase))
}

/// Where the name of the subject begins, behind what it is: a run of capitals before the verb.
fn name_of_subject(words: &[LabelToken<'_>], first: usize, language: &LabelLanguage) -> Option<usize> {
    let kept = |at: usize| words.get(at).filter(|token| token.kept && !token.stops && !token.quoted && !token.is_mark());
    let verb = (first + 1..words.len()).find(|at| words.get(*at).is_some_and(|token| language.is_finite(token)))?;
    let end = (first + 1..verb).rev().find(|at| !words.get(*at).is_some_and(|token| language.is_adverb(token)))? + 1;
    let name = (first + 1..end).rev().find(|at| !kept(*at).is_some_and(LabelToken::is_capital))? + 1;
    // `la patronne d'Orrin Les Bateliers`: a name begins before its capitals.
    if kept(name - 1).is_some_and(elides_name) {
        return None;
    }
    if language.inverts && kept(name).is_some_and(|token| language.objects_open.has(token.head())) {
        return None;
    }
    // `le député PRV Anne Rivoire`.
    let is_short = |at: usize| kept(at).is_some_and(|token| token.text.len() > 1 && !token.text.contains(char::is_lowercase));
    let shorts = (name..end.saturating_sub(2)).take_while(|at| language.inverts && is_short(*at)).count();
    let name = name + shorts;
    let (last, title) = (kept(end - 1)?, first..name);
    // `mill owner and general manager Anne Rivoire`: what one person is.
    let joins_roles = |at: usize| {
        let role = |token: &LabelToken<'_>| language.names_role(token) && !token.is_capital();
        language.guesses && at.checked_sub(1).and_then(kept).is_some_and(role) && kept(name - 1).is_some_and(role)
    };
    let whole = title.clone().all(|at| {
        kept(at).is_some_and(|token| {
            !language.cuts.has(token.head())
                && (!language.and.has(&token.word) || joins_roles(at))
                && !language.relatives.has(token.head())
                && !language.counting.has(&token.word)
                && !LabelLanguage::begins(&language.denials, token)
                && !token.word.starts_with(|c: char| c.is_ascii_digit())
                && !token.word.ends_with("'s")
        })
    });
    if !whole || title.len() > TITLE || last.word.ends_with("'s") || language.days.has(&last.word) {
        return None;
    }
    let is_named = |least: usize| end - name >= least && (name..end).all(|at| kept(at).is_some_and(LabelToken::is_capital));
    let role = |at: usize, least: usize| kept(at).is_some_and(|token| language.names_role(token)) && is_named(least);
    let is_title = if language.inverts {
        // The noun comes first, and what it is like behind it: `l'acteur belge`.
        let elided = kept(first)?.word.contains('\'');
        let noun = if elided { first } else { first + 1 };
        let is_ranked = kept(noun).is_some_and(|token| language.before_titles.has(token.tail()));
        let opens = language.is(Cue::TitleArticle, kept(first)?.head());
        // `la députée de la Sarelle Anne Rivoire`, `Abd el Rivoire`: the capitals begin before the name, or behind it.
        let parts =
            shorts > 0 || kept(name - 1).is_some_and(|token| token.tail().len() > 3 && !language.before_nouns.has(&token.word));
        opens && parts && role(noun + usize::from(is_ranked), 2)
    } else {
        let opens = language.determiners.has(&kept(first)?.word);
        !opens && role(name - 1, 2) || kept(name - 1).is_some_and(|token| language.firms.has(&token.word)) && is_named(1)
    };
    is_title.then_some(name)
}
