//! The signs around a name in a stretch: what stands before it, behind it and in it that tells what it is.
//!
//! Called by `chunk` for each run that is left as a name.

use crate::analysis::dates::tokens::{Gap, Token, TokenClass};
use crate::analysis::names::chunk::Chunk;
use crate::analysis::names::kind::{THING, number};
use crate::analysis::names::lexicon::Tells;
use crate::analysis::names::rule_words::rule_words;
use crate::model::actor::ActorKind;
use crate::model::article::Lang;
use crate::model::candidate::{Feature, Signs};

impl Chunk<'_> {
    /// The word before the token at `at`, with quotation marks, apostrophes and the stop of a title between them at most.
    pub(super) fn word_before(&self, at: usize) -> Option<usize> {
        let mut before = at.checked_sub(1)?;
        while let Some(mark) = self.mark(before) {
            let passes = matches!(mark, '\'' | '"' | '«' | '“')
                || mark == '.' && before.checked_sub(1).is_some_and(|at| self.is_capital(at) && self.class(at).is(Tells::Title));
            before = if passes { before.checked_sub(1)? } else { return None };
        }
        self.is_word(before).then_some(before)
    }

    /// `signs` and what stands before the token at `head`.
    pub(super) fn before(&self, head: usize, mut signs: Signs) -> Signs {
        let Some(at) = self.word_before(head) else { return signs };
        let class = self.class(at);
        // Told before titles: `le député FLT` is of it, and no surname follows.
        let kind = self.kind_of_those_before(at, head);
        signs = if kind > 0 { signs.of_kind(kind) } else { signs };
        signs = signs.with(Feature::Says, class.is(Tells::SaidBy) || self.is_according(at));
        signs = signs.with(Feature::Article, class.is(Tells::Determiner)).with(Feature::Plural, class.is(Tells::Plural));
        let placed = class.is(Tells::PlaceWord) && !self.is_dative(at, head) || self.is_one_of(at, &rule_words().stations);
        signs = signs.with(Feature::Place, placed || class.is(Tells::PlaceNoun) && !self.is_verb_est(at));
        if class.is(Tells::Determiner) || class.is(Tells::Link) {
            let Some(before) = self.word_before(at) else { return signs };
            let far = self.class(before);
            let place = if class.is(Tells::Link) {
                let station = self.is_one_of(before, &rule_words().stations);
                far.is(Tells::PlaceNoun) && !self.is_verb_est(before) || self.is_of_town(before, head) || station
            } else {
                far.is(Tells::PlaceWord)
            };
            let place = place || class.is(Tells::Determiner) && far.is(Tells::Link) && self.is_kind_of_place(before);
            let says = class.is(Tells::Determiner) && (far.is(Tells::SaidBy) || self.is_according(before));
            // `le PDG de Vorland`.
            let staff = self.lang == Lang::Fr && class.is(Tells::Link) && far.is(Tells::Staff);
            return signs
                .with(Feature::Place, place)
                .with(Feature::Acts, staff)
                .with(Feature::Says, says || signs.has(Feature::Says));
        }
        self.before_noun((at, head), kind, signs)
    }

    /// `signs` and what the noun that the name at `head` is added to tells, which ends at `at` and may have an adjective or two: `le président
    /// américain Donald Trump`; `kind` is what those tell who are of it.
    fn before_noun(&self, (mut at, head): (usize, usize), kind: u8, signs: Signs) -> Signs {
        for nth in 0..3 {
            let class = self.class(at);
            // `the drug Tamrix`, but not `the drug maker Vorland`.
            if nth == 0 && class.is(Tells::Thing) && class.head() == 0 && !class.is(Tells::Title) {
                return signs.of_kind(THING);
            }
            // `la présidente de la Chambre Jeanne Doe`, `chef du gouvernement tamrite Mariano Doe`.
            let of_state = class.head() == number(ActorKind::Institution) && self.is_capital(head) && self.is_capital(head + 1);
            // `le gouvernement Mariano Doe` is called after its head.
            if self.is_government(at) && self.class(head).is(Tells::Given) && of_state {
                return signs.with(Feature::Title, true);
            }
            if class.head() > 0 && (of_state || self.class(head).is(Tells::Given)) && self.is_office(at) {
                return signs.with(Feature::Title, true);
            }
            // "Major" in small letters is no rank: "at major Tamra hospitals".
            if class.is(Tells::Title) && self.is_small_major(at) {
                return signs;
            }
            // `Senate staffer Jane Doe`: in English what a group is stands right before its name.
            if nth > 0 && self.lang == Lang::En && class.head() > 0 && !class.is(Tells::Title) {
                return signs;
            }
            // `député FLT`: a title of its members, who are not named by it.
            if nth == 0 && kind > 0 && class.is(Tells::Title) {
                return signs;
            }
            if class.is(Tells::Title) || class.head() > 0 && !signs.has(Feature::Title) {
                let told = if class.is(Tells::Title) { 0 } else { self.kind_before(at) };
                return signs.with(Feature::Title, told == 0).of_kind(told.max(signs.kind()));
            }
            let passes = class.is_open() || class.is(Tells::Portfolio) || class.is(Tells::People);
            let Some(before) = self.word_before(at).filter(|_| passes) else { return signs };
            at = before;
        }
        signs
    }

    /// Whether the French `à` at `at` says to whom rather than where: a given name and a surname stand behind it that are no known place
    /// (`revient à Jeanne Doe`).
    fn is_dative(&self, at: usize, head: usize) -> bool {
        let surname = if self.is_hyphened(head) { head + 3 } else { head + 1 };
        let named = self.is_given(head) && self.is_capital(surname) && self.class(surname).is_open();
        let to = self.is_one_of(at, &rule_words().to_whom);
        self.lang == Lang::Fr && to && named && self.lexicon.place(self.name(&[head, surname])).is_none()
    }

    /// Whether the word at `at` is the French `près`, which folds to the short form of a title.
    fn is_near(&self, at: usize) -> bool {
        self.is_one_of(at, &rule_words().near)
    }

    /// Whether the word at `at` is the French verb, not the point of the compass: `l'est`, `sud-est`.
    pub(super) fn is_verb_est(&self, at: usize) -> bool {
        let est = self.is_one_of(at, &rule_words().verb_est);
        let elided = at.checked_sub(1).and_then(|before| self.mark(before)) == Some('\'');
        let article = elided && at.checked_sub(2).is_some_and(|noun| self.is_one_of(noun, &rule_words().elisions));
        let joined = article || at.checked_sub(1).and_then(|before| self.mark(before)) == Some('-');
        self.lang == Lang::Fr && est && !joined
    }

    /// Whether the word at `at` is of people or things that are of a town, whose name of one word stands at `head`: `maire de Tamra`, `péage de
    /// Tamra`.
    fn is_of_town(&self, at: usize, head: usize) -> bool {
        self.lang == Lang::Fr
            && self.is_one_of(at, &rule_words().of_town)
            && !self.is_capitals(&[head])
            && !self.is_capital(head + 1)
    }

    /// Whether the kind of a place stands before the link at `link`: `place de la Tamra`; the countries of an alliance do not stand there.
    fn is_kind_of_place(&self, link: usize) -> bool {
        let noun = self.word_before(link).filter(|noun| self.class(*noun).is(Tells::PlaceNoun));
        noun.is_some_and(|noun| !self.is_one_of(noun, &rule_words().countries))
    }

    /// Whether the word at `at` is the kind of an institution that is called after the person who leads it.
    fn is_government(&self, at: usize) -> bool {
        self.is_one_of(at, &rule_words().governments)
    }

    /// Whether the word at `at` is the adjective "major" of an English text.
    fn is_small_major(&self, at: usize) -> bool {
        self.lang == Lang::En && self.is_one_of(at, &rule_words().small_ranks)
    }

    /// `signs` and what stands from the token at `after` on.
    pub(super) fn behind(&self, after: usize, signs: Signs) -> Signs {
        let Some(token) = self.tokens.get(after) else { return signs };
        match token.kind {
            TokenClass::Word(_) if token.capital || token.gap != Gap::Space => signs,
            TokenClass::Word(_) => {
                let class = self.class(after);
                let adjective = class.is_open() || class.is(Tells::Title) || class.head() > 0;
                // `a déclaré`, `has said`.
                let says = class.is(Tells::Saying) || class.is(Tells::Verb) && self.class(after + 1).is(Tells::Saying);
                // `a Vorland spokesman`: what has a staff acts.
                let staff = self.lang == Lang::En && class.is(Tells::Staff);
                let says = says || staff && class.is(Tells::Title) || signs.has(Feature::Says);
                let acts = class.is(Tells::Verb) || staff || signs.has(Feature::Acts);
                let signs = signs.with(Feature::Acts, acts).with(Feature::Says, says).with(Feature::Adjective, adjective);
                match self.kind_behind(after, signs.has(Feature::Capitals)) {
                    kind @ 1.. if signs.kind() == 0 && !signs.has(Feature::Title) => signs.of_kind(kind),
                    _ => signs,
                }
            }
            TokenClass::Mark(',') => {
                const REACH: usize = 4;
                let apposed = (after + 1..=after + REACH).take_while(|at| self.is_word(*at) || self.mark(*at) == Some('\''));
                // `Jane Doe, spokeswoman of`; but `on Tamra, the presenter Jane Doe` tells of her.
                let of_other = |at: usize| (at + 1..at + 3).any(|at| self.is_capital(at) && self.class(at).is(Tells::Given));
                let titled = apposed
                    .into_iter()
                    .any(|at| self.class(at).is(Tells::Title) && !self.is_capital(at) && !of_other(at) && !self.is_near(at));
                // `Jane Doe, 45,` and `Jeanne Doe, 45 ans`.
                let aged = matches!(self.tokens.get(after + 1).map(|token| token.kind), Some(TokenClass::Number(18..=99, 2)))
                    && (self.mark(after + 2) == Some(',') || self.is_one_of(after + 2, &rule_words().years));
                signs.with(Feature::Title, titled || aged)
            }
            _ => signs,
        }
    }

    /// The kind that the head at `at` tells of the name behind it: an agency that is named so is one of the press (`l'agence Tamra`, `the
    /// news agency Tamra`).
    fn kind_before(&self, at: usize) -> u8 {
        let words = rule_words();
        let of_news = || self.word_before(at).is_some_and(|before| self.is_one_of(before, &words.news));
        let press = self.is_one_of(at, &words.agencies) || self.is_one_of(at, &words.agencies_of_news) && of_news();
        match () {
            () if press => number(ActorKind::Media),
            // `the union RMT` is one of workers.
            () if self.is_one_of(at, &words.unions) => number(ActorKind::Organisation),
            () => self.class(at).head(),
        }
    }

    /// The kind that the word in small letters at `after` tells of the name before it: `the Tamra party`, `Vorland news agency`.
    fn kind_behind(&self, after: usize, capitals: bool) -> u8 {
        let press = self.is_one_of(after, &rule_words().news) && self.class(after + 1).is(Tells::Behind);
        match self.class(after) {
            _ if self.lang != Lang::En => 0,
            _ if press => number(ActorKind::Media),
            _ if self.is_one_of(after, &rule_words().unions) => number(ActorKind::Organisation),
            class if class.is(Tells::Behind) => class.head(),
            _ => match self.kind_beside(after) {
                kind if kind == number(ActorKind::Party) && !capitals => 0,
                kind => kind,
            },
        }
    }

    /// Whether a title is of the group whose head stands at `at`: `présidente de la Chambre`, `head of the Council`.
    pub(super) fn is_office(&self, at: usize) -> bool {
        let mut before = self.word_before(at);
        for _ in 0..2 {
            let Some(word) = before else { return false };
            let class = self.class(word);
            if class.is(Tells::Title) {
                return true;
            }
            before = self.word_before(word).filter(|_| class.is(Tells::Link) || class.is(Tells::Determiner));
        }
        before.is_some_and(|word| self.class(word).is(Tells::Title))
    }

    /// The abbreviation in brackets at `after`; also where a corpus writes the brackets as words.
    pub(super) fn in_brackets(&self, after: usize) -> Option<&Token> {
        let marked = |at: usize, name: &str| {
            let word = self.tokens.get(at + 1).is_some_and(|token| token.span.of(self.text) == name);
            word && self.mark(at) == Some('-') && self.mark(at + 2) == Some('-')
        };
        let (open, close) = (self.mark(after) == Some('('), self.mark(after + 2) == Some(')'));
        let at = match () {
            () if open && close => after + 1,
            () if marked(after, "LRB") && marked(after + 4, "RRB") => after + 3,
            () => return None,
        };
        let short = self.tokens.get(at)?;
        let word = short.span.of(self.text);
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        (self.is_word(at) && (2..=8).contains(&word.len()) && capitals >= 2).then_some(short)
    }

    /// Whether the article has the words of a name in small letters too, particles aside.
    pub(super) fn is_common(&self, words: &[usize]) -> bool {
        let telling = |at: &&usize| self.is_capital(**at);
        let small = |at: &usize| self.tokens.get(*at).is_some_and(|token| self.small.holds(token.hash));
        words.iter().filter(telling).all(small)
    }

    /// Whether a name shows by itself or by what stands beside it that it is somebody's: in full, a given name at its head, the
    /// head of a group, a title, a verb of saying; one word where it says something or bears a title.
    pub(super) fn is_sure(&self, words: &[usize], signs: Signs) -> bool {
        let beside = signs.has(Feature::Title) || signs.has(Feature::Says);
        let open = |at: &usize| self.class(*at).is_open();
        let [first, middle @ .., last] = words else { return false };
        if words.len() == 1 {
            return beside && signs.has(Feature::Inside) && open(first);
        }
        let given = self.is_given(*first) && (open(last) || self.class(*last).is(Tells::Surname));
        let headed = [first, last].into_iter().any(|at| self.class(*at).head() > 0) && words.iter().any(open);
        given || headed && !middle.is_empty() || beside && open(first) && open(last)
    }

    /// Whether `according to` ends at `at`.
    fn is_according(&self, at: usize) -> bool {
        let before = || at.checked_sub(1).is_some_and(|at| self.class(at).is(Tells::SaidBy));
        self.is_one_of(at, &rule_words().to_english) && before()
    }
}
