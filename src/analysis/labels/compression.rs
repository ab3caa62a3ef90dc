//! The compression of one sentence: the deletions one after the other, and the longer form where too little would be left.

use std::ops::Range;

use crate::analysis::labels::asides::{delete_aside_of_name, delete_likeness};
use crate::analysis::labels::clauses::{clauses, delete_clauses};
use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::dated::delete_other_sentences;
use crate::analysis::labels::deletion::{delete_brackets, delete_insertions};
use crate::analysis::labels::excerpt::excerpt;
use crate::analysis::labels::glued::part_around;
use crate::analysis::labels::hold::{Hold, hold, keep};
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::object::says_nothing_yet;
use crate::analysis::labels::proof::{has_main_verb, lacks_subject};
use crate::analysis::labels::sound::Sentence;
use crate::analysis::labels::tables::of_lang;
use crate::analysis::labels::token::{LabelToken, rendered, tokens};
use crate::analysis::labels::trim::trim;
use crate::analysis::labels::verbs::mark;
use crate::model::article::Lang;
use crate::text::sentence::each_sentence;
use crate::text::span::Span;

/// The words of a label, where that many say it.
const WORDS: usize = 12;
/// The words of a second clause, which is there for its date.
const WORDS_OF_DATE: usize = 9;
/// Words in which `plus … que` compares.
const COMPARED: usize = 7;
/// Words from which on somebody is told something, and not only told.
const HEARD: usize = 4;
/// Words of a quotation by which it says something.
const QUOTED: usize = 6;
/// Words at the head of a description within which its name stands.
const SCENE: usize = 8;
/// Words from which a deletion has left a sentence.
const LEAST: usize = 4;

/// `sentence` with the words deleted that a headline does without. A language without tables of words loses brackets alone.
#[must_use]
pub fn compressed(sentence: &str, lang: Lang) -> String {
    shortened(telling(sentence, lang), None, lang)
}

/// `sentence` compressed for the date at the bytes `date` of it: what the date belongs to stays.
#[must_use]
pub fn compressed_at(sentence: &str, date: &Range<usize>, lang: Lang) -> String {
    let word = word_at(sentence, date.start);
    let words = sentence.get(date.clone()).unwrap_or_default().split_whitespace().count().max(1);
    let line = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    let lengths = line.split(' ').take(word).map(|word| word.len() + 1);
    // Within its word, where a page printed another one right before it.
    let inside = sentence.get(..date.start).unwrap_or_default();
    let inside = inside.len() - inside.trim_end_matches(|c: char| !c.is_whitespace()).len();
    let date = lengths.sum::<usize>() + inside;
    // Of several sentences the one that the date stands in.
    let holds = |span: &Span| span.first() <= date && date < span.after();
    let own = each_sentence(&line).find(holds);
    let own = own.unwrap_or_else(|| Span::new(0, line.len()));
    let glued = part_around(own.of(&line), date - own.first()).shift(own.first());
    // A heading without a verb that the date stands in is no sentence of its own.
    let own = if has_verb(glued.of(&line), lang) { glued } else { own };
    let part = own.of(&line);
    let first = word_at(part, date - own.first());
    shortened(part, Some(first..first + words), lang)
}

/// Which word of `text` the byte at `offset` belongs to.
fn word_at(text: &str, offset: usize) -> usize {
    let before = text.get(..offset).unwrap_or_default();
    before.split_whitespace().count() - usize::from(before.ends_with(|c: char| !c.is_whitespace()))
}

/// The words of `sentence` that are left, those around the words `dated_by` among them.
fn shortened(sentence: &str, dated_by: Option<Range<usize>>, lang: Lang) -> String {
    let mut words = tokens(unwrapped(sentence));
    let Some(language) = of_lang(lang) else {
        delete_brackets(&mut words, None);
        return rendered(&words);
    };
    mark(&mut words, language);
    let sentence = Sentence { words: &words, date: dated_by.as_ref(), language };
    // Where no form is sound without the days that its clauses were so, they stay; in doubt all of it does.
    let form = [false, true].into_iter().find_map(|days_stay| left_of(&sentence, days_stay));
    let form = form.as_deref().unwrap_or(&words);
    let is_sentence = |part: &[LabelToken<'_>]| stands(part, form, language);
    dated_by.map_or_else(|| rendered(form), |date| excerpt(form, date.start, language, &is_sentence))
}

/// The shortest form of `sentence` that is a sentence and sound.
fn left_of<'a>(sentence: &Sentence<'a, '_>, days_stay: bool) -> Option<Vec<LabelToken<'a>>> {
    let language = sentence.language;
    let mut words = sentence.words.to_vec();
    let date = sentence.date.map(|date| date.start);
    let held = sentence.date.map_or_else(Hold::default, |date| hold(&words, date, language));
    delete_insertions(&mut words, language, days_stay);
    // Of what is so of each in its turn, none goes.
    if words.iter().any(|token| !token.quoted && language.is(Cue::Respectively, &token.word)) {
        return Some(words);
    }
    let light = words.clone();
    if let Some(date) = date {
        let parts = clauses(&words);
        delete_other_sentences(&mut words, date, &parts, language);
    }
    delete_aside_of_name(&mut words, date, language);
    let dated = delete_clauses(&mut words, date, language);
    let mut whole = words.clone();
    if words.iter().filter(|token| token.counts()).count() > WORDS {
        delete_likeness(&mut words, date, language);
    }
    trim(&mut words, (language, date), (0, WORDS));
    if let Some(from) = dated {
        trim(&mut words, (language, date), (from, WORDS_OF_DATE));
    }
    for form in [&mut words, &mut whole] {
        while let Some(at) = dangling(form, language)
            && let Some(last) = form.get_mut(at)
        {
            last.kept = false;
        }
    }
    let mut last = light.clone();
    for form in [&mut words, &mut whole, &mut last] {
        keep(form, &light, &held);
    }
    let is_whole = |form: &Vec<LabelToken<'_>>| stands(form, &light, language) && sentence.bears(form);
    let form = [words, whole].into_iter().find(is_whole);
    form.or_else(|| sentence.bears(&last).then_some(last))
}

/// A sentence without the brackets that stand around all of it, so that it is not deleted as an insertion.
fn unwrapped(sentence: &str) -> &str {
    let bare = sentence.trim().trim_end_matches('.');
    let inside = bare.strip_prefix('(').and_then(|bare| bare.strip_suffix(')'));
    let inside = inside.or_else(|| bare.strip_prefix('[').and_then(|bare| bare.strip_suffix(']')));
    inside.filter(|inside| !inside.contains(['(', ')', '[', ']'])).map_or(sentence, str::trim)
}

/// Whether what is left of `light` is a sentence still, as far as that is one.
fn stands(words: &[LabelToken<'_>], light: &[LabelToken<'_>], language: &LabelLanguage) -> bool {
    let is_sentence = |words: &[LabelToken<'_>]| words.iter().any(|token| token.kept && language.is_finite(token));
    // `The millers, as well as the boatmen, “have bought it”`: where nothing else tells anything, the quotation does.
    let quotes = |words: &[LabelToken<'_>]| words.iter().any(|token| token.kept && token.quoted);
    let length = |token: &LabelToken<'_>| 1 + usize::from(token.head() != token.word);
    words.iter().filter(|token| token.kept).map(length).sum::<usize>() >= LEAST
        && (is_sentence(words) || !is_sentence(light))
        && (quotes(words) || !quotes(light) || is_sentence(words))
        && closes_quotes(words)
        && (tells_what_is_said(words, language) || !tells_what_is_said(light, language))
        && (brings_what_is_said(words, language) || !brings_what_is_said(light, language))
        && (has_main_verb(words, language) || !has_main_verb(light, language))
        && (!lacks_subject(words, language) || lacks_subject(light, language))
        && !loses_what_is_quoted(words, light, language)
}

/// The last word, where what it begins went: `laws which, for example, exempt`, `a pact under which`, `was built but, …`.
fn dangling(words: &[LabelToken<'_>], language: &LabelLanguage) -> Option<usize> {
    let at = words.iter().rposition(LabelToken::counts)?;
    let (last, next) = (words.get(at)?, words.get(at + 1));
    let before_relative =
        next.is_some_and(|next| language.relatives.has(next.head())) && language.cuts.has(&last.word) && !last.stops;
    let joins = next.is_some() && language.is(Cue::But, &last.word);
    (language.relatives.has(&last.word) || before_relative || joins).then_some(at)
}

/// The first sentence of `text` that has a verb, where there are several: what one says is not cut into what another says.
fn telling(text: &str, lang: Lang) -> &str {
    let sentences: Vec<&str> = each_sentence(text).map(|span| span.of(text)).collect();
    let is_whole = |part: &&&str| {
        let words = tokens(part);
        words.len() >= LEAST && closes_quotes(&words) && has_verb(part, lang)
    };
    if sentences.len() < 2 { text } else { sentences.iter().find(is_whole).copied().unwrap_or(text) }
}

/// Whether a verb of saying has more behind it than where or to whom it was said: not so `a raconté sur sa page`.
fn tells_what_is_said(words: &[LabelToken<'_>], language: &LabelLanguage) -> bool {
    let kept: Vec<&LabelToken<'_>> = words.iter().filter(|token| token.counts()).collect();
    let verb = kept.iter().position(|token| language.is_finite(token));
    let says = verb.is_some_and(|verb| {
        let said = |at: usize| kept.get(at).is_some_and(|token| language.said.has(&token.word) && !token.quoted);
        let has = kept.get(verb).is_some_and(|token| language.having.has(&token.word));
        said(verb) || has && said(verb + 1)
    });
    // `defended him by saying`, `told reporters`: what was said went.
    let gerund = kept.last().is_some_and(|last| language.is(Cue::SayingOn, &last.word));
    let heard = verb.is_some_and(|verb| {
        let behind = kept.get(verb + 1..).unwrap_or_default();
        let whom = behind.iter().take_while(|token| !LabelLanguage::begins(&language.cuts, token)).count();
        kept.get(verb).is_some_and(|verb| language.is(Cue::Told, &verb.word))
            && whom < HEARD
            && !behind.iter().any(|token| {
                language.is_verb(token)
                    || language.that.has(&token.word)
                    || language.is(Cue::ToOf, &token.word)
                    || language.prepositions.has(&token.word)
            })
    });
    if gerund || heard && !kept.iter().any(|token| token.quoted) {
        return false;
    }
    let ends = kept.last().is_some_and(|last| language.said.has(&last.word)) && kept.len() < 12;
    !says || kept.iter().any(|token| token.quoted) || !(ends || says_nothing_yet(&kept, language))
}

/// Whether what `that` opens has its verb: not so `c'est que son frère`, `said that the mill`.
fn brings_what_is_said(words: &[LabelToken<'_>], language: &LabelLanguage) -> bool {
    let kept: Vec<&LabelToken<'_>> = words.iter().filter(|token| token.counts()).collect();
    // `plus grand que`, `ne compte que`, `that mill`: nothing is said to be so.
    let compares = |at: usize| {
        kept.get(at.saturating_sub(COMPARED)..at)
            .unwrap_or_default()
            .iter()
            .any(|token| language.is(Cue::ComparesQue, token.head()))
    };
    // `bien que`, `tandis que` open a clause of their own kind.
    let joins = |at: usize| {
        at.checked_sub(1).and_then(|before| kept.get(before)).is_some_and(|before| language.is(Cue::JoinsQue, &before.word))
    };
    // `the conclusion that Merrow [shared the loss]`.
    let names = |at: usize| {
        let noun = at.checked_sub(1).and_then(|before| kept.get(before)).is_some_and(|before| !language.cuts.has(&before.word));
        noun && kept.get(at + 1).is_some_and(|next| next.is_capital() || language.objects_open.has(next.head()))
    };
    let that = |at: &usize| {
        let announced = at
            .checked_sub(1)
            .and_then(|before| kept.get(before))
            .is_some_and(|before| language.said.has(&before.word) || language.is(Cue::IsThat, before.tail()));
        kept.get(*at).is_some_and(|token| {
            !token.quoted
                && (language.is(Cue::Que, token.head()) && !compares(*at) && !joins(*at)
                    || token.head() == "that" && (announced || names(*at)))
        })
    };
    // `scientists say the dispersants`: what is said without `that`, where nothing was told before.
    let verb = kept.iter().position(|token| language.is_verb(token));
    let says = verb.filter(|verb| language.guesses && kept.get(*verb).is_some_and(|token| language.saying_that.has(&token.word)));
    let told = says.and_then(|says| kept.get(says + 1..)).unwrap_or_default();
    let waits = told.first().is_some_and(|token| language.determiners.has(&token.word));
    if waits && !told.iter().any(|token| token.quoted || language.is_verb(token)) {
        return false;
    }
    let Some(that) = (0..kept.len()).rfind(that) else { return true };
    kept.iter().skip(that).any(|token| token.quoted || language.is_verb(token))
}

/// `Rivoire wrote in a letter to the county`: whether the quotation went of which the main verb says who said it.
fn loses_what_is_quoted(words: &[LabelToken<'_>], light: &[LabelToken<'_>], language: &LabelLanguage) -> bool {
    let quoted = |words: &[LabelToken<'_>]| words.iter().filter(|token| token.kept && token.quoted).count();
    let said = |token: Option<&LabelToken<'_>>| token.is_some_and(|token| language.said.has(&token.word) && !token.quoted);
    let verb = words.iter().find(|token| token.counts() && language.is_finite(token));
    let last = words.iter().rfind(|token| token.counts());
    (said(verb) || said(last) && quoted(words) == 0)
        && quoted(light) >= LEAST
        && quoted(words) < quoted(light).min(QUOTED)
        && !words.iter().any(|token| token.kept && language.that.has(token.head()))
}

/// Whether what is kept closes each quotation that it opens.
fn closes_quotes(words: &[LabelToken<'_>]) -> bool {
    let count =
        |marks: &[char]| words.iter().filter(|token| token.kept).map(|token| token.text.matches(marks).count()).sum::<usize>();
    count(&['"']) % 2 == 0 && count(&['«']) == count(&['»']) && count(&['“']) == count(&['”'])
}

/// Whether `sentence` has a finite verb outside quotation marks; so has any in a language without tables of words.
#[must_use]
pub fn has_verb(sentence: &str, lang: Lang) -> bool {
    let told = |language: &LabelLanguage| {
        let mut words = tokens(sentence);
        mark(&mut words, language);
        words.iter().any(|token| language.is_finite(token))
    };
    of_lang(lang).is_none_or(told)
}

/// Whether a verb of `sentence`, which is in English, tells what was.
#[must_use]
pub fn tells_past(sentence: &str) -> bool {
    let told = |language: &LabelLanguage| {
        let mut words = tokens(sentence);
        mark(&mut words, language);
        words.iter().filter(|token| language.is_verb(token)).any(|token| {
            let present = token.word.ends_with('s') || language.modals.has(&token.word) || language.plural.has(&token.word);
            language.is(Cue::PastForm, &token.word) || !present
        })
    };
    of_lang(Lang::En).is_some_and(told)
}

/// `A miller sits before the weir on Thursday`, `Anne Rivoire leaving the town hall yesterday`: whether `sentence`, which is in English, says what is
/// seen: its verbs are those of what pictures show, in the present, or it has a gerund behind a name and no verb.
#[must_use]
pub fn shows_scene(sentence: &str) -> bool {
    let shown = |language: &LabelLanguage| {
        let mut words = tokens(sentence);
        mark(&mut words, language);
        let mut verbs = words.iter().filter(|token| language.is_verb(token)).peekable();
        if verbs.peek().is_some() {
            return verbs.all(|verb| language.is(Cue::Seen, &verb.word)) && !words.iter().any(|token| token.quoted);
        }
        words.windows(2).take(SCENE).any(|pair| {
            matches!(pair, [name, next] if name.is_capital() && !name.stops && next.word.len() > 4 && next.word.ends_with("ing") && !next.is_capital())
        })
    };
    of_lang(Lang::En).is_some_and(shown)
}

/// Whether `sentence` begins with a pronoun, so that only the sentence before it says of whom it tells.
#[must_use]
pub fn leans(sentence: &str, lang: Lang) -> bool {
    let first =
        |language: &LabelLanguage| tokens(sentence).first().is_some_and(|token| LabelLanguage::begins(&language.pronouns, token));
    of_lang(lang).is_some_and(first)
}
