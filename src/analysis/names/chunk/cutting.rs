//! Cutting: what stands at the head or the tail of a run of capitalised words and is no part of the name in it: titles, function
//! words, adjectives of peoples, abbreviations of outlets.
//!
//! Called by `chunk` for each run before it is noted.

use crate::analysis::dates::tokens::Token;
use crate::analysis::names::chunk::{Chunk, Run};
use crate::analysis::names::common_words::is_common_word;
use crate::analysis::names::kind::number;
use crate::analysis::names::lexicon::{NameCues, Tells};
use crate::analysis::names::part::parts;
use crate::analysis::names::rule_words::rule_words;
use crate::analysis::names::spelling_forms::is_legal_form;
use crate::model::actor::ActorKind;
use crate::model::article::Lang;
use crate::model::candidate::{Feature, Signs};

impl Chunk<'_> {
    /// Cuts what is no name off a run: function words and titles at its head, function words at its tail.
    pub(super) fn cut(&self, run: &mut Run, first: Option<usize>) {
        // `Tel Aviv` in English, whose first word is a small one of French.
        if run.words.len() > 1 && self.lexicon.place(self.name(&run.words)).is_some() {
            return;
        }
        // `Cuban President Fidel Castro`: the name stands behind the title.
        // `Secretary for Near Eastern Affairs Robert Doe`: so it does behind what a title is of.
        let title = |words: &[usize]| {
            let (class, named) = (words.first().map_or_else(NameCues::default, |at| self.class(*at)), words.get(1).copied());
            let office = class.is(Tells::Portfolio) && words.len() > 2 && named.is_some_and(|named| self.is_given(named));
            words.first().is_some_and(|at| self.is_capital(*at)) && (class.is(Tells::Title) || office) && class.head() == 0
        };
        let inner = run.words.len().saturating_sub(1);
        if let Some(at) = (0..inner).rev().find(|at| run.words.get(*at..).is_some_and(title)) {
            let behind = run.words.get(at + 1..).unwrap_or_default();
            let names = behind.iter().any(|at| self.is_capital(*at) && self.class(*at).is_open());
            if at > 0 && names && !behind.iter().any(|at| self.class(*at).head() > 0) {
                run.words.drain(..=at);
                run.signs = run.signs.with(Feature::Title, true);
            }
        }
        while let Some(head) = run.words.first().copied() {
            let (class, more) = (self.class(head), run.words.len() > 1);
            let next = run.words.get(1).map_or_else(NameCues::default, |at| self.class(*at));
            // `Le Monde`, `La Haye`, but neither `The Guardian` nor `A Haitian`.
            // `Les Verts`, `First Tamra Corp`.
            let written = self.is_article_of_members(head) && first != Some(head)
                || self.is_first_of_company(run)
                || self.is_number_of_name(&run.words, first);
            // `People's Army`.
            let owns = more && self.mark(head + 1) == Some('\'') && self.is_one_of(head, &rule_words().owners);
            let names = owns
                || written && more
                || class.is(Tells::Determiner)
                    && (self.lang == Lang::Fr && first != Some(head) || self.is_french_article(head))
                    && more
                    && self.is_capital(head)
                    && !self.is_letter(head);
            let initial = more && self.is_initial(head) && !class.is(Tells::Title);
            let titled = class.is(Tells::Title) && (!more || next.head() == 0) && !self.is_called_after(run);
            // `ministre de la Défense Jane Doe`, `Secretary of State Jane Doe`.
            // Not `a National Tamra Register`.
            let link = |at: usize| self.class(at).is(Tells::Link);
            let of = || {
                self.word_before(head).is_some_and(|at| {
                    let article = self.class(at).is(Tells::Determiner) && self.word_before(at).is_some_and(link);
                    link(at) || article || self.lang == Lang::Fr && self.class(at).is(Tells::Determiner)
                })
            };
            // `minister of trade and industry Jane Doe`.
            let joined = || {
                let and = self.word_before(head).filter(|at| self.class(*at).is(Tells::Join));
                and.and_then(|at| self.word_before(at)).is_some_and(|at| self.class(at).is(Tells::Portfolio))
            };
            let held = run.words.len() > 2 && next.is_open() && (of() || joined()) && !self.is_headed(&run.words);
            if titled && !self.is_letter(head)
                || class.is(Tells::Portfolio)
                    && (next.is(Tells::Title) || next.is(Tells::Portfolio) && !self.is_headed(&run.words) || held)
            {
                run.signs = run.signs.with(Feature::Title, true);
            } else if class.is(Tells::Function) && !names && !initial && !self.is_given(head)
                || !self.is_capital(head) && !class.is(Tells::Particle)
            {
                run.signs = Signs::default();
            } else if !self.is_glued(run, of()) {
                break;
            }
            run.words.remove(0);
        }
        self.cut_tail(run);
    }

    /// Whether the letter at `at` begins a name: `J. Doe`, `S&P Tamra`.
    fn is_initial(&self, at: usize) -> bool {
        self.is_letter(at) && matches!(self.mark(at + 1), Some('.' | '&'))
    }

    /// Cuts what is no name off the end of a run.
    fn cut_tail(&self, run: &mut Run) {
        let letters = run.words.iter().all(|at| self.is_letter(*at));
        let borne = run.words.len() > 1 && run.words.first().is_some_and(|first| self.is_given(*first));
        let cut = |tail: &usize| {
            let surname = borne && self.class(*tail).is(Tells::Surname);
            let function = self.is_capital(*tail) && self.class(*tail).is(Tells::Function) && !surname;
            let link = !self.is_capital(*tail) && self.class(*tail).is(Tells::Link);
            link || function && !self.is_letter(*tail) || self.is_letter(*tail) && !letters
        };
        // `US Secretary`, `Respect MP`: a title whose bearer is not named, but `Stephen King`.
        let given = run.words.first().is_some_and(|first| self.class(*first).is(Tells::Given));
        let headed = run.words.iter().any(|at| self.class(*at).head() > 0 || !self.is_capital(*at));
        // But a name of no place, party or word of the language has a second word there: `Vorland Priest`.
        let [before @ .., _] = run.words.as_slice() else { return };
        let own = before.len() == 1 && first_is_own(self, before);
        let untold = |tail: &usize| self.class(*tail).is(Tells::Title) && !headed && !given && !own;
        while run.words.last().is_some_and(|tail| cut(tail) || run.words.len() > 1 && self.is_capital(*tail) && untold(tail)) {
            run.words.pop();
        }
    }

    /// Whether the word at `at` is the French article of a name in the plural.
    fn is_article_of_members(&self, at: usize) -> bool {
        self.lang == Lang::Fr && self.is_one_of(at, &rule_words().articles_of_members)
    }

    /// Whether `run` is the name of a company or a bank that begins with `First`.
    fn is_first_of_company(&self, run: &Run) -> bool {
        let text = |at: &usize| self.tokens.get(*at).map_or("", |token| token.span.of(self.text));
        let form = || {
            run.words
                .last()
                .is_some_and(|last| parts(text(last)).first().is_some_and(is_legal_form) || rule_words().banks.has(text(last)))
        };
        run.words.first().is_some_and(|first| self.is_one_of(*first, &rule_words().firsts)) && run.words.len() > 2 && form()
    }

    /// The name of the storm at the end of `run`: what stands before it with a capital tells what bears it (`Hurricane Tamra`).
    pub(super) fn storm(&self, run: &Run) -> Option<usize> {
        let [.., kind, name] = run.words.as_slice() else { return None };
        (self.is_one_of(*kind, &rule_words().storms) && self.class(*name).is_open()).then_some(*name)
    }

    /// Whether one of the words is the head of a group's name.
    fn is_headed(&self, words: &[usize]) -> bool {
        words.iter().any(|at| self.class(*at).head() > 0)
    }

    /// Whether the title at the head of `run` is of what is called after its bearer: `Prince William Sound`, `General Dynamics Corp`;
    /// but `President Jane Church`.
    fn is_called_after(&self, run: &Run) -> bool {
        let [head, next, .., last] = run.words.as_slice() else { return false };
        let (class, given) = (self.class(*last), self.class(*next).is(Tells::Given) && run.words.len() < 4);
        let word = self.tokens.get(*head).map_or("", |token| token.span.of(self.text));
        let royal = rule_words().no_surname_behind.has_in_any_case(word);
        let school = royal && !class.is(Tells::Title) && self.is_headed(&run.words);
        school || class.is(Tells::PlaceNoun) && royal || class.head() > 0 && !class.is(Tells::Title) && (royal || !given)
    }

    /// Whether the first word of `run` only stands before a name: the adjective of a people (`Libyan Mustafa Jalil`, but `Syrian
    /// National Council`), the abbreviation of an outlet or a party (`LREM Jeanne Doe`), the town of an office (`maire de Nîmes Jean Doe`,
    /// where it stands behind `of`).
    fn is_glued(&self, run: &Run, of: bool) -> bool {
        let [head, next, rest @ ..] = run.words.as_slice() else { return false };
        let (class, given) = (self.class(*head), self.class(*next).is(Tells::Given) && !rest.is_empty());
        let headed = || self.is_headed(&run.words);
        // `San Diego Tamrites`.
        let place = |words: &[usize]| self.lexicon.place(self.name(words)).is_some();
        if place(&run.words) || place(&[*head, *next]) {
            return false;
        }
        // `l'ONG Tamra`: what it is in letters.
        let what = class.is(Tells::Other) && class.head() == number(ActorKind::Organisation) && self.is_capitals(&[*head]);
        if what && self.class(*next).is_open() {
            return true;
        }
        if self.is_christened(*head, *next) {
            return false;
        }
        // `l'Algérien Fatsah Tamri`, `la Sud-Coréenne Tamra Doe`.
        let people = self.lang == Lang::Fr && self.is_told_people(*head, *next);
        let open = |at: &usize| self.is_capital(*at) && self.class(*at).is_open() || !self.is_capital(*at);
        if people && !headed() && !rest.is_empty() && rest.iter().all(open) {
            return true;
        }
        if class.is(Tells::People) {
            return !headed() && (rest.is_empty() || given);
        }
        // `le Tamrinois Jean Doe`.
        if given && self.lang == Lang::Fr && class.is_open() && self.is_inhabitant(*head) {
            return true;
        }
        given && !class.is(Tells::Given) && !self.is_letter(*head) && (of || self.is_capitals(&[*head]))
    }

    /// Whether the word at `head` is a given name before a surname, though a people or a faith is called so too: `Christian Doe`.
    fn is_christened(&self, head: usize, next: usize) -> bool {
        let (class, surname) = (self.class(head), self.tokens.get(next).map_or("", |token| token.span.of(self.text)));
        class.is(Tells::Given) && class.is(Tells::People) && self.class(next).is_open() && !is_common_word(surname)
    }

    /// Whether the word at `head` is the noun of a people in French, told of the one named behind it, or the first half of such a noun.
    fn is_told_people(&self, head: usize, next: usize) -> bool {
        let half = self.is_hyphened(head) && self.class(next).is(Tells::People);
        let noun = self.class(head).is(Tells::People) && (self.has_determiner(head) || self.follows_hyphen(head));
        half || noun
    }

    /// Whether the word at `head` ends as what the inhabitants of a French town are called does, with an article before it.
    fn is_inhabitant(&self, head: usize) -> bool {
        let word = self.tokens.get(head).map_or("", |token| token.span.of(self.text));
        word.len() > 6 && rule_words().inhabitants.end(word) && self.has_determiner(head)
    }

    /// Whether a hyphen stands right before the word at `at`.
    fn follows_hyphen(&self, at: usize) -> bool {
        at.checked_sub(1).and_then(|before| self.mark(before)) == Some('-') && !self.tokens.get(at).is_some_and(Token::spaced)
    }
}

/// Whether the one word `before` a title at the end of a run inside a sentence is none that titles are of.
fn first_is_own(chunk: &Chunk<'_>, before: &[usize]) -> bool {
    let [first] = before else { return false };
    let word = chunk.tokens.get(*first).map_or("", |token| token.span.of(chunk.text));
    let place = chunk.lexicon.place(chunk.name(before)).is_some();
    chunk.class(*first).is_open()
        && !place
        && !chunk.is_capitals(before)
        && !is_common_word(word)
        && chunk.word_before(*first).is_some()
}
