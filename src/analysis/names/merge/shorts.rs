//! Short forms: whom a name of one word means: a surname, a given name once its bearer is named, the first word of a group.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::analysis::names::common_words::{is_common_word, is_listed_word};
use crate::analysis::names::kind::number;
use crate::analysis::names::lexicon::{NameLexicon, Tells};
use crate::analysis::names::merge::draft::{JoinedName, JoinedNames, person};
use crate::analysis::names::merge::known::Known;
use crate::analysis::names::part::{Part, parts_that_tell};
use crate::analysis::names::person_name::without_generation;
use crate::analysis::names::statistics::Tally;
use crate::analysis::names::tally_signs::is_often;
use crate::analysis::names::words::{Numbered, name_of};
use crate::analysis::romanisation::{key, margin};
use crate::model::actor::ActorKind;
use crate::model::candidate::Feature;

/// Bearers of one word that are looked at, those in most articles.
const BEARERS: usize = 64;
/// A word that stands so many times more often than all its bearers is something by itself.
const BY_ITSELF: u32 = 6;

/// Whom a name of one word is short for.
#[derive(Debug)]
pub(super) struct Short {
    /// The drafts, the one in most articles first.
    pub(super) bearers: Vec<usize>,
    /// Whether the first is meant wherever none is named in full.
    pub(super) alone: bool,
}

/// The names of one word, by the number of the word.
#[derive(Debug)]
pub(super) struct Singles<'a>(Numbered<&'a Tally>);

impl<'a> Singles<'a> {
    pub(super) fn new(tallies: &[&'a Tally]) -> Self {
        Self(tallies.iter().map(|tally| (tally.name, *tally)).collect())
    }

    fn get(&self, word: u32) -> Option<&'a Tally> {
        self.0.get(&name_of([word])).copied()
    }
}

impl JoinedNames<'_> {
    /// Tells persons from groups among the drafts of no known kind that say something: a person is then named by the last word,
    /// which says something too or bears a title, and hardly by the first.
    pub(super) fn tell_persons(&mut self, singles: &Singles<'_>) {
        let is_person = |draft: &JoinedName| {
            let says = draft.tallies.iter().any(|tally| tally.sign(Feature::Says) > 0 && !is_often(tally, Feature::Article, 3));
            let Some(name) = draft.tallies.first().filter(|_| draft.kind == 0 && draft.known.is_none() && says) else {
                return false;
            };
            let words = parts_that_tell(&name.spelling);
            let [first, middle @ .., last] = words.as_slice() else { return false };
            let articles = |word: u32| singles.get(word).map_or(0, |tally| tally.articles);
            let acts = singles.get(last.hash).is_some_and(|tally| tally.sign(Feature::Says) + tally.sign(Feature::Title) > 0);
            // `Lyon United` is a club.
            // `Radio Tamra` ends in its state.
            let of_place = [first, last].iter().any(|word| NameLexicon::get().place(name_of([word.hash])).is_some());
            let plain = !of_place && !last.is_capitals() && !first.is_capitals() && last.class.is_open() && first.class.is_open();
            middle.len() < 2
                && plain
                && acts
                && articles(last.hash) * 3 >= draft.articles
                && articles(last.hash) > 2 * articles(first.hash)
        };
        for draft in self.all.iter_mut().filter(|draft| is_person(draft)) {
            draft.kind = person();
        }
    }

    /// Takes back that somebody is meant, where a given name alone said so and the name is never spoken of as a person's is: no title, hardly
    /// a word said, an article or a place before it, and never the last word alone (`Freddie Mac`).
    pub(super) fn tell_companies(&mut self, singles: &Singles<'_>) {
        const LEAST: u32 = 8;
        let is_none = |draft: &JoinedName| {
            let sum = |sign: Feature| draft.tallies.iter().map(|tally| tally.sign(sign)).sum::<u32>();
            let Some(name) = draft.tallies.first().filter(|_| draft.kind == person() && draft.known.is_none()) else {
                return false;
            };
            let words = parts_that_tell(&name.spelling);
            let alone = words.last().and_then(|last| singles.get(last.hash)).map_or(0, |tally| tally.articles);
            // `Jeanne Le Tavel` is never `Tavel`.
            let of_two = matches!(words.as_slice(), [.., article, _] if article.class.is(Tells::Determiner));
            draft.articles >= LEAST
                && !of_two
                && sum(Feature::Title) * 20 < draft.articles
                && sum(Feature::Says) * 20 < draft.articles
                && (sum(Feature::Article) + sum(Feature::Place)) * 12 >= draft.articles
                && alone * 10 < draft.articles
        };
        for draft in self.all.iter_mut().filter(|draft| is_none(draft)) {
            draft.kind = 0;
        }
    }

    /// Notes the words that can stand for the actors of several.
    pub(super) fn index(&mut self, known: &Known<'_>) {
        let (mut lasts, mut firsts): (Numbered<Vec<usize>>, Numbered<Vec<usize>>) = Default::default();
        for (at, draft) in self.all.iter().enumerate() {
            let own = draft.tallies.iter().map(|tally| &*tally.spelling);
            let listed = draft.known.filter(|_| draft.kind == person()).into_iter().flat_map(|ix| known.spellings(ix));
            for (nth, spelling) in own.chain(listed).enumerate() {
                let words = parts_that_tell(spelling);
                let (words, _) = without_generation(&words);
                let [first, .., last] = words else { continue };
                // `E.F. Tamra Group` is `Tamra` too.
                let initials =
                    first.text.chars().count() == 1 && words.len() > 2 && last.class.head() == 0 && last.class.is_open();
                let somebody = draft.kind == person() || draft.kind == 0 || initials;
                if somebody && last.is_written() && !last.class.is(Tells::PlaceNoun) && !is_second_half(words) {
                    note(&mut lasts, last.hash, at);
                }
                let own = first.class.head() == 0 && !first.class.is(Tells::Function);
                if own && (nth == 0 || draft.tallies.is_empty()) {
                    note(&mut firsts, first.hash, at);
                }
            }
        }
        self.groups_by_first = self.groups_by_first_word(known);
        let mut sounds: HashMap<String, Vec<(u32, Box<str>)>> = HashMap::new();
        for (last, bearers) in &lasts {
            let name = bearers.iter().find_map(|at| self.last_word(*at, *last));
            if let Some((key, name)) = name.and_then(|name| Some((key(&name)?, name))) {
                sounds.entry(key).or_default().push((*last, name));
            }
        }
        self.sounds = sounds;
        for bearers in lasts.values_mut().chain(firsts.values_mut()) {
            bearers.sort_by_key(|at| Reverse(self.articles(*at)));
            bearers.truncate(BEARERS);
        }
        (self.lasts, self.firsts) = (lasts, firsts);
    }

    /// The first words of groups, each with how many articles name the one of them in most: `Tamra` of `Tamra News`.
    fn groups_by_first_word(&self, known: &Known<'_>) -> Numbered<u32> {
        let mut groups: Numbered<u32> = Numbered::default();
        for draft in self.all.iter().filter(|draft| draft.kind != person() && draft.kind != number(ActorKind::Place)) {
            let listed = draft.known.and_then(|ix| known.spellings(ix).next());
            let Some(spelling) = draft.tallies.first().map(|tally| &*tally.spelling).or(listed) else { continue };
            if let [first, _, ..] = parts_that_tell(spelling).as_slice() {
                let articles = groups.entry(first.hash).or_default();
                *articles = draft.articles.max(*articles);
            }
        }
        groups
    }

    /// The last word of the person at `at`, where it is the word with the number `last`; long enough to say whose it is.
    fn last_word(&self, at: usize, last: u32) -> Option<Box<str>> {
        const LETTERS: usize = 6;
        let draft = self.all.get(at).filter(|draft| draft.kind == person())?;
        let words =
            draft.tallies.iter().filter_map(|tally| parts_that_tell(&tally.spelling).last().map(|word| (word.hash, word.text)));
        words.into_iter().find(|(hash, text)| *hash == last && text.len() >= LETTERS).map(|(_, text)| text.into())
    }

    fn articles(&self, at: usize) -> u32 {
        self.all.get(at).map_or(0, |draft| draft.articles)
    }

    /// Whom a name of one word is short for; `None` when it is for nobody.
    pub(super) fn short(&self, tally: &Tally) -> Option<Short> {
        let words = parts_that_tell(&tally.spelling);
        // `Bin Varn` is short for whoever ends so.
        let (word, particles) = words.split_last()?;
        if !particles.iter().all(|particle| particle.class.is(Tells::Particle)) {
            return None;
        }
        let titled = is_often(tally, Feature::Title, 3);
        let place = is_often(tally, Feature::Place, 3) && tally.sign(Feature::Place) > 2 * tally.sign(Feature::Acts) && !titled;
        let of_language = [Tells::Function, Tells::Stop, Tells::People].iter().any(|tells| word.class.is(*tells));
        if of_language || place && tally.articles > 2 || NameLexicon::get().place(tally.name).is_some() && !titled {
            return None;
        }
        self.by_last(tally, word.hash, titled)
            .or_else(|| self.by_first(tally, word.hash))
            .or_else(|| self.by_sound(tally, word.text, titled))
    }

    /// A surname that nobody bears as it is written, and that sounds just like one that somebody does (`Gadafi` of `Gaddafi`), or much
    /// like that of somebody who is named far more often (`Qaddafi`).
    fn by_sound(&self, tally: &Tally, word: &str, titled: bool) -> Option<Short> {
        /// So many times more often.
        const FAR: u32 = 4;
        let given = NameLexicon::get().class(parts_that_tell(&tally.spelling).last()?.hash).is(Tells::Given);
        if given {
            return None;
        }
        let word_of_language = is_word_of_language(tally);
        let near = self.sounds.get(&key(word)?)?.iter().filter_map(|(last, name)| Some((margin(name, word)?, *last)));
        let whose = |short: &Short| short.bearers.first().map_or(0, |at| self.articles(*at));
        let shorts = near.filter_map(|(apart, last)| Some((apart, self.by_last(tally, last, titled)?)));
        let fits = shorts.filter(|(apart, short)| {
            short.alone
                && !(word_of_language && *apart > 0)
                && whose(short) > tally.articles.saturating_mul(if *apart == 0 { 1 } else { FAR })
        });
        fits.map(|(_, short)| short).max_by_key(whose)
    }

    fn by_last(&self, tally: &Tally, word: u32, titled: bool) -> Option<Short> {
        let bearers = self.lasts.get(&word)?;
        let [first, rest @ ..] = bearers.as_slice() else { return None };
        let all: u32 = bearers.iter().map(|at| self.articles(*at)).sum();
        let capitals = is_often(tally, Feature::Capitals, 2) && tally.spelling.chars().count() < 6;
        if capitals || !titled && tally.articles > BY_ITSELF.saturating_mul(all) {
            return None;
        }
        // `Ground` alone is never the band `Higher Ground`.
        let is_person = |at: &usize| self.all.get(*at).is_some_and(|draft| draft.kind == person());
        let word_of_language = is_word_of_language(tally) && !bearers.iter().any(is_person);
        let known = |at: &usize| self.all.get(*at).is_some_and(|draft| draft.known.is_some());
        // The gazetteer tells by itself when a surname of its own stands alone; a title makes it plain whoever has it.
        // A given name says nothing of who bears it as a surname where more are called by it first.
        let called: u32 = self.firsts.get(&word).into_iter().flatten().map(|at| self.articles(*at)).sum();
        let given = NameLexicon::get().class(word).is(Tells::Given) && called > all;
        // `Fox` is hardly somebody by himself where more speak of a `Fox News`.
        let group = is_person(first) && self.groups_by_first.get(&word).is_some_and(|articles| *articles > self.articles(*first));
        // A noun of the texts that never speaks and bears no title is nobody: `Gilet` of many jackets.
        let speaks = (tally.sign(Feature::Title) + tally.sign(Feature::Says)) * 10 >= tally.articles;
        // Nor is a word of the language that is named more often than they are: `Die` of a `Wanna Die`.
        let listed =
            is_person(first) && tally.sign(Feature::Plural) == 0 && is_word_of_language(tally) && is_listed_word(&tally.spelling);
        let noun = !speaks && (tally.sign(Feature::Common) * 2 > tally.articles || listed && tally.articles > all);
        let alone = !given
            && !group
            && !noun
            && !word_of_language
            && (!known(first) || is_often(tally, Feature::Title, 4))
            && rest.first().is_none_or(|second| self.articles(*second) * 3 <= self.articles(*first));
        Some(Short { bearers: bearers.clone(), alone })
    }

    fn by_first(&self, tally: &Tally, word: u32) -> Option<Short> {
        let told = tally.kinds.iter().skip(1).any(|count| count * 3 > tally.articles);
        let bearers = self.firsts.get(&word).filter(|_| !told)?;
        let is_person = |at: &usize| self.all.get(*at).is_some_and(|draft| draft.kind == person());
        let known = |at: &usize| self.all.get(*at).is_some_and(|draft| draft.known.is_some());
        let all: u32 = bearers.iter().map(|at| self.articles(*at)).sum();
        if tally.articles > all.saturating_mul(2) {
            // What is named far more often than the longer name is something by itself.
            return None;
        }
        let [only] = bearers.as_slice() else {
            // A given name is never somebody by itself beside its bearers, whatever else begins with it.
            let given = NameLexicon::get().class(word).is(Tells::Given) && bearers.first().is_some_and(is_person);
            let persons: Vec<usize> = bearers.iter().copied().filter(|at| is_person(at)).collect();
            return (given || persons.len() == bearers.len()).then_some(Short { bearers: persons, alone: false });
        };
        let place = self.all.get(*only).is_some_and(|draft| draft.kind == number(ActorKind::Place));
        // `Michelle` is whoever bears the name, and the one of the archive only where she is named.
        let given = is_person(only) && NameLexicon::get().class(word).is(Tells::Given);
        let often = tally.articles * 2 >= self.articles(*only);
        (!place).then(|| Short { bearers: bearers.clone(), alone: !known(only) && !given && often })
    }
}

/// Whether a hyphen joins the last of `words` to the name before it, of which it is the second half: nobody calls `Karim Doss-Varn` by
/// `Varn`. A particle makes no first half: `Ali al-Tamri`, `Karim bin-Doss`.
fn is_second_half(words: &[Part<'_>]) -> bool {
    let [_, .., before, last] = words else { return false };
    last.joined && !last.bound && !before.class.is(Tells::Particle)
}

/// Whether a name of one word is a word of the language too.
pub(super) fn is_word_of_language(tally: &Tally) -> bool {
    parts_that_tell(&tally.spelling).last().is_some_and(|word| !word.is_capitals() && is_common_word(word.text))
}

fn note(words: &mut Numbered<Vec<usize>>, word: u32, at: usize) {
    let bearers = words.entry(word).or_default();
    // JoinedNames come in their order, so that one that is there is the last.
    if bearers.last() != Some(&at) {
        bearers.push(at);
    }
}
