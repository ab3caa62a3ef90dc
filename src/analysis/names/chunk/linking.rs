//! Links: what goes on with a run behind a word in small letters: particles, `de`, `of`, `and`, adjectives of French.
//!
//! Called by `chunk` while a run is read.

use crate::analysis::dates::tokens::{Gap, TokenClass};
use crate::analysis::dates::word::WordSense;
use crate::analysis::names::chunk::{Chunk, Run};
use crate::analysis::names::common_words::is_common_word;
use crate::analysis::names::lexicon::{NameCues, Tells};
use crate::analysis::names::rule_words::rule_words;
use crate::model::article::Lang;

impl Chunk<'_> {
    /// What goes on behind a word in small letters at `at`: a particle, or the link from a head to what it is of.
    pub(super) fn linked(&self, run: &Run, at: usize, initial: bool) -> Option<Vec<usize>> {
        let (class, apart) = (self.class(at), |at: usize| usize::from(matches!(self.mark(at), Some('-' | '\''))));
        let next = at + 1 + apart(at + 1);
        // `as Fed chairman`: such a word is a particle before a hyphen alone.
        let foreign = self.is_foreign_particle(at);
        let sure = foreign || !class.is(Tells::Function) || self.is_hyphened(at);
        let particle = |at: usize| self.is_foreign_particle(at) || self.class(at).is(Tells::Particle);
        if self.lang.has_noun_capitals() && !self.is_german_particle(run, at) {
            return None;
        }
        if particle(at) && sure && self.is_capital(next) && !self.class(next).is(Tells::Stop) {
            return Some(vec![at, next]);
        }
        // `Ilse Van de Vorst`.
        let article = run.words.len() > 1 && run.words.last().is_some_and(|last| self.class(*last).is(Tells::Particle));
        if article && (particle(at) || class.is(Tells::Link)) && next == at + 1 && self.is_capital(next) {
            return Some(vec![at, next]);
        }
        // `van der Vorst`.
        if particle(at) && sure && next == at + 1 && particle(next) && self.is_capital(next + 1) {
            return Some(vec![at, next, next + 1]);
        }
        let first = run.words.first().copied()?;
        let (heads, single) = (self.class(first), run.words.len() == 1);
        let is_head = heads.head() > 0 && !heads.is(Tells::Title);
        if class.is(Tells::Link) {
            return self.linked_by(run, at, next, initial);
        }
        // `Department of Health and Human Services`, `Organisation for Security and Cooperation`.
        let last = run.words.last().map_or_else(NameCues::default, |last| self.class(*last));
        let of_field = last.is(Tells::Portfolio) && run.words.iter().any(|at| self.class(*at).is(Tells::Link));
        if class.is(Tells::Join) && is_head && of_field && self.is_capital(at + 1) {
            let next = self.class(at + 1);
            let field = next.is(Tells::Portfolio) || next.is_open() && !next.is(Tells::Given);
            return field.then(|| vec![at, at + 1]);
        }
        // `l'université Jean et Jeanne Doe`, `Arts et Métiers`.
        if class.is(Tells::Join) && self.lang == Lang::Fr && next == at + 1 && self.is_capital(next) {
            let headed =
                is_head || self.word_before(first).is_some_and(|before| self.is_one_of(before, &rule_words().small_heads));
            let couple = headed && run.words.last().is_some_and(|last| self.is_given(*last)) && self.is_given(next);
            if couple && self.is_capital(next + 1)
                || single && (!initial || self.is_capital(next + 1)) && self.are_words_of_one_name(first, next)
            {
                return Some(vec![at, next]);
            }
        }
        // `Organisation for Security and Cooperation in Europe`.
        let joined = run.words.iter().any(|at| self.class(*at).is(Tells::Join));
        let place = || self.class(at + 1).is(Tells::PlaceNoun) || self.lexicon.place(self.name(&[at + 1])).is_some();
        if joined && is_head && class.is(Tells::PlaceWord) && self.is_capital(at + 1) && place() {
            return Some(vec![at, at + 1]);
        }
        // `the Food and Agriculture Organization`, `U.N. Food and Agriculture Organization`.
        let letters = run.words.iter().take_while(|at| self.is_letter(**at)).count();
        let begun = self.has_determiner(first) || letters > 1;
        if class.is(Tells::Join) && run.words.len() - letters < 3 && begun && self.is_capital(at + 1) {
            let headed = (at + 2..at + 4).take_while(|at| self.is_capital(*at)).any(|at| self.class(at).head() > 0);
            return headed.then(|| vec![at, at + 1]);
        }
        // `House Ways and Means Committee`.
        if class.is(Tells::Join) && run.words.len() < 4 && self.class(at + 1).is(Tells::Portfolio) && last.is(Tells::Portfolio) {
            let headed = self.is_capital(at + 1) && self.is_capital(at + 2) && self.class(at + 2).head() > 0;
            return headed.then(|| vec![at, at + 1]);
        }
        let open = single || !run.words.last().is_some_and(|last| self.is_capital(*last));
        let adjective = || self.tokens.get(at).is_some_and(|token| self.lexicon.is_adjective(token.span.of(self.text)));
        let french = self.lang == Lang::Fr && is_head && open && run.words.len() < 4 && (!single || self.has_determiner(first));
        (french && !class.is(Tells::Function) && !class.is(Tells::Verb) && adjective()).then(|| vec![at])
    }

    /// What goes on behind the link at `at`, from `next` on: what a group or a place is of, the estate of a person.
    fn linked_by(&self, run: &Run, at: usize, next: usize, initial: bool) -> Option<Vec<usize>> {
        let apart = |at: usize| usize::from(matches!(self.mark(at), Some('-' | '\'')));
        let first = run.words.first().copied()?;
        let (heads, single) = (self.class(first), run.words.len() == 1);
        let is_head = heads.head() > 0 && !heads.is(Tells::Title);
        // `de la Défense`, `de l'Intérieur`.
        let article = self.class(next).is(Tells::Determiner) && !self.is_capital(next);
        let noun = if article { next + 1 + apart(next + 1) } else { next };
        let spelled = |at: usize| self.is_word(at) && !self.class(at).is(Tells::Function) && !self.class(at).is(Tells::Verb);
        let nested = !single && self.class(noun).head() > 0;
        // `Agence régionale de santé`, but not `demande au Conseil constitutionnel de censurer`.
        let ends = |at: usize| self.tokens.get(at).is_some_and(|token| is_infinitive(token.span.of(self.text)));
        let described = run.words.len() == 2 && run.words.last().is_some_and(|last| !self.is_capital(*last)) && !ends(noun);
        // `l'État de droit` is no institution.
        let state = self.is_one_of(first, &rule_words().states_as_written);
        let small = self.lang == Lang::Fr && (single || described) && !state && spelled(noun);
        // `Front tamrais de Jeanne Doe` is the front, and hers.
        let leader = !article && self.class(noun).is(Tells::Given) && self.lexicon.place(self.name(&[noun])).is_none();
        let led = leader && self.is_capital(noun + 1) && described;
        if is_head && !nested && !led && (self.is_capital(noun) || small) {
            return Some((at..=noun).filter(|at| self.is_word(*at)).collect());
        }
        // `Northern Bank of Dorvane`, `Gulf of Mexico`.
        let last = run.words.last().map_or_else(NameCues::default, |last| self.class(*last));
        let whole = !single && last.head() > 0 && !last.is(Tells::Title) || single && !initial && last.is(Tells::PlaceNoun);
        // English names stand in French texts too: `London School of Tamra`.
        let of = self.is_one_of(at, &rule_words().of_english);
        let english = self.lang == Lang::En || of && !single;
        if (whole && english || single && self.is_geographic(first, initial))
            && self.is_capital(noun)
            && self.class(noun).head() == 0
        {
            return Some((at..=noun).filter(|at| self.is_word(*at)).collect());
        }
        if self.is_titled_paper(run, at) && self.is_capital(noun) {
            return Some((at..=noun).filter(|at| self.is_word(*at)).collect());
        }
        // `Charles de Gaulle`, but not `l'Irak de Saddam`.
        let christened = || !initial || self.is_given(first) && !self.class(first).is(Tells::PlaceNoun);
        let person = single && christened() && !self.has_determiner(first) && self.lang == Lang::Fr;
        // `Geoffroy Roux de Bézieux`, but not `Paul Vernet de Lyon`.
        let of_place = || self.lexicon.place(self.name(&[noun])).is_some() || self.is_capitals(&[noun]);
        // `Vorland de Jeanne Doe` is hers; `Tamrix de Lyon` is there.
        let owned = self.is_given(noun) && self.is_capital(noun + 1) || !self.is_given(first) && of_place();
        let whole = run.words.len() == 2 && self.is_given(first) && last.is_open() && self.class(noun).is_open();
        let person = person || whole && self.lang == Lang::Fr && !of_place();
        let of = self.is_one_of(at, &rule_words().of_french);
        // `5G d'Orange`, `Peacock de NBC`.
        let person = person && !self.is_letter(first) && !self.is_capitals(&[noun]);
        // `Denys de la Tamrière`.
        let lady = article && single && self.is_given(first) && self.class(noun).is_open() && !of_place();
        if person && of && lady && self.is_capital(noun) {
            return Some((at..=noun).filter(|at| self.is_word(*at)).collect());
        }
        (person && of && !article && !owned && heads.is_open() && self.is_capital(noun)).then(|| vec![at, noun])
    }
}

impl Chunk<'_> {
    /// Whether the small word at `at` of a German text may belong to a name: `von` behind a given name or a title, an article only behind such a
    /// particle; else `der` and `den` stand before a noun or a name of its own (`Vorstand der KVP`, `Jean Doe den Ball`).
    fn is_german_particle(&self, run: &Run, at: usize) -> bool {
        let borne = run.words.iter().any(|word| self.is_given(*word) || self.class(*word).is(Tells::Title));
        let behind = run.words.last().is_some_and(|last| self.class(*last).is(Tells::Particle));
        match () {
            () if self.is_one_of(at, &rule_words().german_articles) => borne && behind,
            () if self.is_one_of(at, &rule_words().german_particles) => borne,
            () => true,
        }
    }

    /// Whether two words of the language with capitals, which `et` joins inside a sentence, are one name: `Arts et Métiers`.
    fn are_words_of_one_name(&self, first: usize, second: usize) -> bool {
        let noun = |at: usize| {
            let (class, word) = (self.class(at), self.tokens.get(at).map_or("", |token| token.span.of(self.text)));
            let others = [Tells::Title, Tells::People, Tells::Given, Tells::PlaceNoun, Tells::Function];
            class.head() == 0
                && !others.iter().any(|tells| class.is(*tells))
                && is_common_word(word)
                && !self.is_capitals(&[at])
                && self.lexicon.place(self.name(&[at])).is_none()
        };
        let apart = |at: usize| self.tokens.get(at).is_some_and(|token| token.gap == Gap::Space);
        noun(first) && noun(second) && apart(second) && apart(second.saturating_sub(1))
    }

    /// The words that a hyphen before the small word at `at` and another one or an apostrophe behind it join to a name: `Tamre-sur-Varne`,
    /// `Tamre-la-Grande`.
    pub(super) fn joined_by_small(&self, at: usize) -> Option<Vec<usize>> {
        /// The longest such word, in bytes: `sous`, `lès`.
        const LONGEST: usize = 4;
        let glued = |at: usize| self.tokens.get(at).is_some_and(|token| !token.spaced());
        let mut words = vec![at];
        loop {
            let last = *words.last()?;
            let small = self.is_word(last) && !self.is_capital(last) && self.tokens.get(last)?.span.len() <= LONGEST;
            let joins = matches!(self.mark(last + 1), Some('-' | '\'')) && glued(last + 1) && glued(last + 2);
            if !small || !joins || words.len() > 2 {
                return None;
            }
            words.push(last + 2);
            if self.is_capital(last + 2) {
                return Some(words);
            }
        }
    }

    /// Whether the word at `at` begins the name of a person behind what that person is of: `députée de l'Assemblée nationale Jeanne Doe`,
    /// `patron de la FLT Tamrie Jean Doe`.
    pub(super) fn begins_person(&self, run: &Run, at: usize) -> bool {
        let Some(last) = run.words.last().copied().filter(|_| self.lang == Lang::Fr) else { return false };
        // `Jeanne Doe`, `Jean-Paul Doe`.
        let surname = if self.is_hyphened(at) { at + 3 } else { at + 1 };
        // `Jeanne Le Tamre`.
        let article = self.is_one_of(surname, &rule_words().articles_of_names);
        let borne = self.class(surname).is_open() || article && self.is_capital(surname + 1);
        let named = self.class(at).is(Tells::Given) && self.is_capital(surname) && borne;
        let link = [Tells::Link, Tells::Particle, Tells::Join].iter().any(|tells| self.class(last).is(*tells));
        let described = !self.is_capital(last) && !link;
        let headed = run.words.first().is_some_and(|first| self.class(*first).head() > 0 || self.is_capitals(&[*first]));
        let tail = |len: usize| run.words.len().checked_sub(len).and_then(|from| run.words.get(from..));
        let place = || (1..3).filter_map(tail).any(|tail| self.lexicon.place(self.name(tail)).is_some());
        // `président de la région Tamre-Varne Jean Doe`, `maître du Grand Tamra Jean Doe`.
        let of_known = || self.lexicon.place(self.name(&run.words)).is_some();
        let office = || {
            let unheaded = run.words.iter().all(|at| self.class(*at).head() == 0 && !self.class(*at).is(Tells::Given));
            unheaded
                && run.words.first().is_some_and(|first| self.is_office(*first))
                && !run.words.iter().any(|at| self.class(*at).is(Tells::Title))
        };
        named && run.words.len() > 1 && (headed && (described || place() && !self.is_given(last)) || of_known() || office())
    }

    /// Whether the month at `at` is the surname of whoever bears the given name before it, with no day beside it: `Jeanne May`.
    pub(super) fn is_surname_of_month(&self, run: &Run, at: usize) -> bool {
        let [given] = run.words.as_slice() else { return false };
        let month = self.tokens.get(at).is_some_and(|token| {
            token.capital && token.gap == Gap::Space && matches!(token.kind, TokenClass::Word(WordSense::Month(_)))
        });
        let day = self.is_number(at + 1) || given.checked_sub(1).is_some_and(|before| self.is_number(before));
        month && !day && self.is_given(*given) && !self.is_capitals(&[at])
    }

    /// Whether `first` is the kind of a place in French whose name stands behind `de` (`Côte d'Azur`); not one that is a part of it (`Nord de
    /// la Tamra`).
    fn is_geographic(&self, first: usize, initial: bool) -> bool {
        self.lang == Lang::Fr && !initial && self.is_one_of(first, &rule_words().geographic)
    }

    /// Whether `run` is a title with its own article inside a French sentence, which goes on behind the `du` at `at`: `La Voix du Nord`.
    fn is_titled_paper(&self, run: &Run, at: usize) -> bool {
        let [article, noun] = run.words.as_slice() else { return false };
        let own = self.is_capital(*article) && self.class(*article).is(Tells::Determiner) && self.word_before(*article).is_some();
        let of = self.is_one_of(at, &rule_words().of_papers);
        self.lang == Lang::Fr && own && of && self.is_capital(*noun)
    }
}

/// Whether a French word ends as an infinitive does.
fn is_infinitive(word: &str) -> bool {
    rule_words().infinitives.end(word) && !rule_words().no_infinitives.end(word)
}
