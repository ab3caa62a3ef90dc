//! One stretch of prose: its runs of capitalised words, cut to names, and what stands before and behind each.
//!
//! Called by `candidate`. The words that cut and link stand in the lexicon.

mod beside;
mod brackets;
mod credits;
mod cutting;
mod heads;
mod linking;
mod numbers;
mod persons;
mod places;
mod rubrics;
mod signs;

use crate::analysis::dates::tokens::{Gap, Token, TokenClass};
use crate::analysis::dates::word::WordSense;
use crate::analysis::names::couples::Couples;
use crate::analysis::names::kind::THING;
use crate::analysis::names::lexicon::{NameCues, NameLexicon, Tells};
use crate::analysis::names::rule_words::{WordList, rule_words};
use crate::analysis::names::small_words::SmallWords;
use crate::analysis::names::words::{hash_of, hash_token, name_of};
use crate::model::article::Lang;
use crate::model::candidate::{CandidateSpan, Feature, Signs};
use crate::text::span::Span;

/// The most words a name has, and the most bytes.
const WORDS: usize = 7;
/// The most words of one that an abbreviation behind it spells out.
const SPELLED: usize = 12;
const BYTES: usize = 90;

/// A stretch.
#[derive(Clone, Copy, Debug)]
pub struct Chunk<'a> {
    /// The body.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// What words tell.
    pub lexicon: &'a NameLexicon,
    /// The language it was read in.
    pub lang: Lang,
    /// The words of the whole article in small letters.
    pub small: &'a SmallWords,
    /// The couples of the whole article.
    pub couples: &'a Couples,
}

/// A name in a stretch: the places of its words among the tokens.
#[derive(Clone, Debug, Default)]
struct Run {
    words: Vec<usize>,
    /// The token behind it.
    after: usize,
    signs: Signs,
}

impl Chunk<'_> {
    /// Adds what it holds to `found`.
    pub fn read(&self, found: &mut Vec<CandidateSpan>) {
        let mut at = 0;
        let first = self.tokens.iter().position(|token| matches!(token.kind, TokenClass::Word(_)));
        while let Some(token) = self.tokens.get(at) {
            let opening =
                first == Some(at) && self.class(at).is(Tells::Function) && !self.is_letter(at) && !self.is_french_article(at);
            if !token.capital || opening || !self.may_begin(at) || self.is_prefixed(at) || self.is_numbered(at) || self.is_tag(at)
            {
                at += 1;
                continue;
            }
            if let Some(sure) = self.couples.at(self.text, self.tokens, at) {
                let run = self.run(vec![at, at + 1, at + 2], first == Some(at));
                let after = run.after;
                self.note(run, first, found);
                if sure {
                    at = after;
                    continue;
                }
            }
            let words = self.known_place(at).unwrap_or_else(|| vec![at]);
            let run = self.run(words, first == Some(at));
            at = run.after.max(at + 1);
            self.note(run, first, found);
        }
    }

    fn note(&self, mut run: Run, first: Option<usize>, found: &mut Vec<CandidateSpan>) {
        if self.is_rubric(&run, first) || self.is_credit(&run) {
            return;
        }
        match self.storm(&run) {
            Some(name) => run.words = vec![name],
            None => self.cut(&mut run, first),
        }
        if self.is_in_title(&run) {
            return;
        }
        let spelled = self.spell_out(&mut run);
        // `TF` of `TF1` is no name.
        let glued = |at: &usize| {
            self.is_capitals(&[*at]) && self.is_number(at + 1) && !self.tokens.get(at + 1).is_some_and(Token::spaced)
        };
        while run.words.last().is_some_and(glued) {
            run.words.pop();
        }
        // `HK$` is money.
        let money = self.mark(run.after) == Some('$') && !self.tokens.get(run.after).is_some_and(Token::spaced);
        if money && run.words.len() == 1 && self.is_capitals(&run.words) {
            return;
        }
        let head = self.royal_title(&run).map_or_else(|| self.small_head(&run), |title| vec![title]);
        run.words.splice(0..0, head);
        let (Some(head), Some(tail)) = (run.words.first(), run.words.last()) else { return };
        let (Some(start), Some(end)) = (self.tokens.get(*head), self.tokens.get(*tail)) else { return };
        // The last stop of `U.N.` is of it.
        let letters = run.words.len() > 1 && run.words.iter().all(|at| self.is_letter(*at));
        let stop = self.tokens.get(*tail + 1).filter(|stop| letters && self.mark(*tail + 1) == Some('.') && !stop.spaced());
        let span = Span { start: start.span.start, end: stop.map_or(end.span.end, |stop| stop.span.end) };
        // The street, not whom it is called after: `rue Jeanne Doe`.
        let called_after = self.class(*head).is(Tells::Given) && self.word_before(*head).is_some_and(|at| self.names_street(at));
        if called_after {
            return;
        }
        if run.words.len() > SPELLED || span.len() > BYTES || span.len() < 2 {
            return;
        }
        let capitals = self.is_capitals(&run.words);
        let dated = capitals && first == Some(*head) && self.is_dated_line(run.after);
        // A state is shown and asked for as it is written out, where it is.
        let state = self.short_state(&run.words);
        let inside = (dated || first != Some(*head) && !(capitals && run.words.len() > 1)) && state.is_none();
        let signs = run.signs.with(Feature::Inside, inside).with(Feature::Capitals, capitals);
        let name = state.unwrap_or_else(|| self.name(&run.words));
        let signs = self.behind(run.after, self.before(*head, signs));
        let stands = signs.has(Feature::Place)
            || state.is_some()
            || self.is_town(&run.words, run.after)
            || dated
            || self.is_town_by_form(&run.words);
        let signs = signs.with(Feature::Place, stands);
        let signs = signs.with(Feature::Common, self.is_common(&run.words)).with(Feature::Sure, self.is_sure(&run.words, signs));
        let signs = if self.is_letters_of_thing(&run) { signs.of_kind(THING) } else { signs };
        found.push(CandidateSpan { name, span, signs, link: 0 });
        if let Some(short) = spelled.or_else(|| self.in_brackets(run.after)) {
            let word = name_of([hash_token(self.text, short)]);
            let signs = Signs::default().with(Feature::Link, true);
            found.push(CandidateSpan { name: word, span: short.span, signs, link: name });
        }
    }

    fn name(&self, words: &[usize]) -> u32 {
        let tokens = || words.iter().filter_map(|at| self.tokens.get(*at));
        // `U.S.` is `US`.
        if words.len() > 1 && tokens().all(|token| token.span.len() == 1) {
            let letters: String = tokens().map(|token| token.span.of(self.text)).collect();
            return name_of([hash_of(&letters)]);
        }
        let hashes: Vec<u32> = tokens().map(|token| hash_token(self.text, token)).collect();
        self.lexicon.name(&hashes)
    }

    fn class(&self, at: usize) -> NameCues {
        let Some(token) = self.tokens.get(at) else { return NameCues::default() };
        let class = self.lexicon.class(hash_token(self.text, token));
        // `UN` is no article of French in an English text.
        let foreign =
            token.capital && self.lang == Lang::En && class.is_foreign_function() && is_abbreviation(token.span.of(self.text));
        if foreign { NameCues::default() } else { class }
    }

    /// Whether the token at `at` is one of `words`, as they are written.
    fn is_one_of(&self, at: usize, words: &WordList) -> bool {
        self.tokens.get(at).is_some_and(|token| words.has(token.span.of(self.text)))
    }

    fn mark(&self, at: usize) -> Option<char> {
        match self.tokens.get(at)?.kind {
            TokenClass::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| matches!(token.kind, TokenClass::Word(_)))
    }

    fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.capital && matches!(token.kind, TokenClass::Word(_)))
    }

    fn may_begin(&self, at: usize) -> bool {
        let calendar = |token: &Token| {
            matches!(
                token.word(),
                WordSense::Month(_) | WordSense::LikelyMonth(_) | WordSense::Weekday(_) | WordSense::Weekdays(_)
            )
        };
        self.is_word(at) && !self.tokens.get(at).is_some_and(calendar) && !self.class(at).is(Tells::Stop)
    }

    /// Whether the word at `at` is the second half of a compound: `anti-Castro`.
    fn is_prefixed(&self, at: usize) -> bool {
        let glued = self.tokens.get(at).is_some_and(|token| !token.spaced());
        let before = || at.checked_sub(2).is_some_and(|at| self.is_word(at) && !self.class(at).is(Tells::Particle));
        glued && at.checked_sub(1).and_then(|at| self.mark(at)) == Some('-') && before()
    }

    fn is_number(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| matches!(token.kind, TokenClass::Number(..)))
    }

    fn is_letter(&self, at: usize) -> bool {
        self.is_capital(at) && self.tokens.get(at).is_some_and(|token| token.span.len() == 1)
    }

    /// The run that begins with `words`.
    fn run(&self, words: Vec<usize>, initial: bool) -> Run {
        let after = words.last().map_or(0, |last| last + 1);
        let mut run = Run { words, after, signs: Signs::default() };
        while let Some(last) = run.words.last().copied().filter(|_| run.words.len() <= WORDS) {
            let Some(next) = self.next(&run, last, initial) else { break };
            if next.is_empty() {
                // The last word is the head of a compound, such as `Iraq-backed`.
                if self.is_base(run.after + 1) {
                    run.signs = run.signs.with(Feature::Place, true);
                } else {
                    run.words.pop();
                }
                break;
            }
            run.after = next.last().map_or(run.after, |last| last + 1);
            run.words.extend(next);
        }
        run
    }

    /// The words that go on with `run` behind its word `last`; empty when that word is no name by itself.
    fn next(&self, run: &Run, last: usize, initial: bool) -> Option<Vec<usize>> {
        let (at, token) = (run.after, self.tokens.get(run.after)?);
        let behind = self.tokens.get(at + 1);
        match token.kind {
            TokenClass::Word(WordSense::Month(_) | WordSense::Weekday(_)) if !self.is_surname_of_month(run, at) => None,
            TokenClass::Word(_) if token.capital && token.gap == Gap::Space => (!self.parts_names(run, at)).then(|| vec![at]),
            TokenClass::Word(_) if token.gap == Gap::Space => self.linked(run, at, initial),
            TokenClass::Mark('-') if token.gap == Gap::Nothing && behind.is_some_and(|next| !next.spaced()) => {
                if self.is_capital(at + 1) {
                    return Some(vec![at + 1]);
                }
                let particle =
                    self.class(at + 1).is(Tells::Particle) && self.mark(at + 2) == Some('-') && self.is_capital(at + 3);
                // `Tamre-et-Varne`, `Tamre-d'Or`.
                if let Some(joined) = self.joined_by_small(at + 1) {
                    return Some(joined);
                }
                // `Ban Ki-moon`, but `White House-backed`, and `Iraq-based`, where not even the first word is a name.
                let short = self.tokens.get(last).is_some_and(|token| token.span.len() < 4);
                let compound = (run.words.len() == 1 || short) && self.is_word(at + 1) && self.is_capital(last);
                let given = run.words.len() > 1 && self.is_second_half(at + 1);
                match () {
                    () if particle => Some(vec![at + 1, at + 3]),
                    () if given => Some(vec![at + 1]),
                    () => compound.then(Vec::new),
                }
            }
            TokenClass::Mark('\'') if token.gap == Gap::Joint && behind.is_some_and(|next| next.gap == Gap::Joint) => {
                let possessive = self.is_one_of(at + 1, &rule_words().possessives);
                let owned = possessive && self.is_owned(last, at + 2);
                (self.is_word(at + 1) && (!possessive || owned)).then(|| if owned { vec![at + 1, at + 2] } else { vec![at + 1] })
            }
            // `Workers' Front`.
            TokenClass::Mark('\'') if !token.spaced() && self.is_owned(last, at + 1) => Some(vec![at + 1]),
            // `Guns N' Tarvels`.
            TokenClass::Mark('\'') if self.is_letter(last) && self.is_and_in_short(last) && self.is_capital(at + 1) => {
                Some(vec![at + 1])
            }
            // `Standard & Poor's`, `S&P`.
            TokenClass::Mark('&') if self.is_capital(at + 1) && behind.is_some_and(|next| next.gap == token.gap) => {
                Some(vec![at + 1])
            }
            // `Tamra Bros. Vorland`.
            TokenClass::Mark('.') if self.is_one_of(last, &rule_words().short_forms) && token.gap != Gap::Space => {
                let goes_on = self.is_capital(at + 1) && !self.class(at + 1).is(Tells::Function);
                goes_on.then(|| vec![at + 1])
            }
            TokenClass::Mark('.') if self.is_letter(last) && token.gap != Gap::Space && self.is_capital(at + 1) => {
                (!self.is_word_behind_stop(run, at + 1)).then(|| vec![at + 1])
            }
            _ => None,
        }
    }

    /// Whether the word at `at`, behind the last stop of an abbreviation in `run`, is a word of the language: some archives write those with
    /// a capital there, as behind the stop of a sentence (`U.S. And`, `U.S. Exports`). It is one where the article has it in small letters, too.
    fn is_word_behind_stop(&self, run: &Run, at: usize) -> bool {
        let letters = run.words.iter().rev().take_while(|word| self.is_letter(**word)).count();
        let abbreviation = letters > 1 && !self.is_letter(at);
        let spaced = self.tokens.get(at).is_some_and(Token::spaced);
        let class = self.class(at);
        let function = [Tells::Function, Tells::Join, Tells::Link].iter().any(|tells| class.is(*tells));
        let small = self.tokens.get(at).is_some_and(|token| self.small.holds(token.hash)) && !self.is_capital(at + 1);
        abbreviation && spaced && (function || small)
    }

    /// Whether the word at `at` parts two names though it has a capital: function words, but for the article of a surname (`Bruno Le
    /// Maire`) or one that a hyphen joins to it (`As-Sadr`); marks of the corpus.
    fn parts_names(&self, run: &Run, at: usize) -> bool {
        let class = self.class(at);
        if self.is_and_in_short(at) && self.mark(at + 1) == Some('\'') {
            return false;
        }
        if class.is(Tells::Stop) || self.is_byline(run, at) || self.begins_person(run, at) || self.begins_again(run, at) {
            return true;
        }
        // `ministre de l'Intérieur Bruno Le Tamre`.
        let nearest = run.words.iter().rev().take(2).any(|word| self.is_given(*word)) && run.words.len() < 4;
        let given = nearest
            || self.is_breton(run, at)
            || run.words.len() < 3 && run.words.first().is_some_and(|first| self.is_given(*first));
        let foreign = self.is_foreign_particle(at) || self.is_french_sans(at);
        if given && class.is(Tells::Surname) || foreign && self.is_capital(at + 1) {
            return false;
        }
        if !class.is(Tells::Function) || self.is_letter(at) && self.mark(at + 1) == Some('.') || self.is_hyphened(at) {
            return false;
        }
        let article = class.is(Tells::Determiner) || class.is(Tells::Link);
        !(given && article && self.lang == Lang::Fr && self.is_capital(at + 1))
    }

    /// Whether the word at `at` is the abbreviation of an outlet behind a person: `Jane Doe BBC News`.
    fn is_byline(&self, run: &Run, at: usize) -> bool {
        let [first, .., last] = run.words.as_slice() else { return false };
        let numeral = |word: &str| word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        let word = self.tokens.get(at).map_or("", |token| token.span.of(self.text));
        self.class(*first).is(Tells::Given)
            && self.is_capitals(&[at])
            && !self.is_capitals(&[*last])
            && !self.is_letter(*last)
            && !numeral(word)
    }

    /// Whether the word at `at` is a given name there: one that is a word of a language too (`Grace`, `Don`) stands before a name.
    fn is_given(&self, at: usize) -> bool {
        let class = self.class(at);
        let before_name = || self.is_capital(at + 1) && (self.class(at + 1).is_open() || self.class(at + 1).is(Tells::Surname));
        class.is(Tells::Given) && (!class.is(Tells::Function) || !class.is(Tells::Verb) && before_name())
    }

    /// Whether the word at `at` is a French article in an English text, where it stands before a name alone: `La Tamra Jackson`.
    fn is_french_article(&self, at: usize) -> bool {
        let next = || self.is_capital(at + 1) && self.tokens.get(at + 1).is_some_and(|next| next.gap == Gap::Space);
        self.lang == Lang::En && self.is_one_of(at, &rule_words().articles_of_names) && next()
    }

    /// Whether the word at `at` is the French preposition in a name of an English text: `Reporters Sans Frontières`.
    fn is_french_sans(&self, at: usize) -> bool {
        self.lang == Lang::En && self.is_one_of(at, &rule_words().without)
    }

    /// Whether a hyphen joins the word at `at` to the next.
    fn is_hyphened(&self, at: usize) -> bool {
        self.mark(at + 1) == Some('-') && self.tokens.get(at + 2).is_some_and(|next| !next.spaced())
    }

    /// Whether the word in small letters at `at` may be the second half of a given name and does not say what something is by
    /// the name before it: `-moon`, not `-backed`, `-led`, `-style`.
    fn is_second_half(&self, at: usize) -> bool {
        let word = self.tokens.get(at).filter(|_| self.is_word(at)).map_or("", |token| token.span.of(self.text));
        (2..=5).contains(&word.len())
            && !rule_words().participles.end(word)
            && (!self.class(at).is(Tells::Function) || rule_words().syllables.has(word))
            && !rule_words().behind_hyphens.has(word)
    }

    fn has_determiner(&self, at: usize) -> bool {
        self.word_before(at).is_some_and(|at| {
            let class = self.class(at);
            class.is(Tells::Determiner) || class.is(Tells::Plural)
        })
    }

    /// Whether all of several letters are capitals.
    fn is_capitals(&self, words: &[usize]) -> bool {
        let mut letters = 0;
        words.iter().filter_map(|at| self.tokens.get(*at)).all(|token| {
            letters += token.span.len();
            token.span.of(self.text).chars().all(char::is_uppercase)
        }) && letters > 1
    }
}

/// Whether a word is two to five letters in capitals.
fn is_abbreviation(word: &str) -> bool {
    (2..=5).contains(&word.len()) && word.bytes().all(|letter| letter.is_ascii_uppercase())
}
