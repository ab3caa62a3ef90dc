//! The verdict on one name: whether it is an actor, and of which kind, from its words and from what stands beside it.
//!
//! Rules of the language and of the press, none of a name. Called by `merge`.

use crate::analysis::names::kind::number;
use crate::analysis::names::lexicon::{NameCues, NameLexicon, Tells};
use crate::analysis::names::statistics::Tally;
use crate::analysis::names::words::hash_of;
use crate::model::actor::ActorKind;
use crate::model::candidate::Feature;

/// A word of a name.
#[derive(Clone, Copy, Debug)]
pub struct NamePart<'a> {
    /// The word.
    pub text: &'a str,
    /// Its number.
    pub hash: u32,
    /// What it tells.
    pub class: NameCues,
}

/// The words of a spelling.
#[must_use]
pub fn parts(spelling: &str) -> Vec<NamePart<'_>> {
    let words = spelling.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words
        .map(|text| {
            let hash = hash_of(text);
            NamePart { text, hash, class: NameLexicon::get().class(hash) }
        })
        .collect()
}

/// The kind of the actor that the archive shows `tally` to be, 0 for one of no known kind; `None` when it is no actor.
#[must_use]
pub fn verdict(tally: &Tally, articles: u32) -> Option<u8> {
    let parts = parts(&tally.spelling);
    let telling: Vec<NamePart> = parts.iter().copied().filter(|part| !part.class.is(Tells::Article)).collect();
    match telling.as_slice() {
        [] => None,
        [only] if parts.len() < 3 => single(tally, only, articles),
        letters if letters.iter().all(|part| part.text.chars().count() == 1) => {
            (tally.sign(Feature::Acts) > 0 || is_often(tally, Feature::Article, 2)).then_some(0)
        }
        // `Washington-Bagdad` is between two.
        [_, _] if !tally.spelling.contains(' ') && !is_often(tally, Feature::Title, 4) => None,
        words => several(tally, words),
    }
}

fn person() -> u8 {
    number(ActorKind::Person)
}

/// The kind that the words beside the name tell most often, when they do.
fn told_kind(tally: &Tally) -> Option<u8> {
    let told = tally.kinds.iter().zip(0u8..).skip(1).max_by_key(|(count, kind)| (**count, u8::MAX - kind))?;
    (*told.0 > 0 && told.0 * 10 >= tally.articles).then_some(told.1)
}

/// Whether `sign` stands beside the name in one of so many of its articles.
fn is_often(tally: &Tally, sign: Feature, one_in: u32) -> bool {
    let count = tally.sign(sign);
    count > 0 && count * one_in >= tally.articles
}

fn single(tally: &Tally, word: &NamePart, articles: u32) -> Option<u8> {
    let class = word.class;
    let capitals = is_often(tally, Feature::Capitals, 2);
    let letters = word.text.chars().count();
    let word_of_language = [Tells::Function, Tells::Other, Tells::PlaceNoun, Tells::Portfolio, Tells::Title];
    let common = word_of_language.iter().any(|tells| class.is(*tells)) || class.head() > 0 && !class.is(Tells::Named);
    if common
        || letters < 2
        || letters < 3 && !capitals
        || tally.sign(Feature::Inside) == 0
        || word.text.chars().any(char::is_numeric)
    {
        return None;
    }
    let people = is_often(tally, Feature::Plural, 3) && word.text.ends_with(['s', 'x']);
    let acts = tally.sign(Feature::Acts);
    let demonym = is_demonym(word.text) && is_often(tally, Feature::Adjective, 3);
    let told =
        told_kind(tally).filter(|kind| tally.kinds.get(usize::from(*kind)).is_some_and(|count| count * 2 >= tally.articles));
    let adjective =
        !capitals && (demonym || is_often(tally, Feature::Adjective, 2) && acts * 5 < tally.articles && told.is_none());
    if people || adjective || is_often(tally, Feature::Place, 4) && !is_often(tally, Feature::Title, 3) {
        return None;
    }
    let title = tally.sign(Feature::Title);
    if is_often(tally, Feature::Title, 3) && !capitals && !is_often(tally, Feature::Article, 4) {
        return Some(person());
    }
    if let Some(kind) = told_kind(tally) {
        return Some(kind);
    }
    if is_often(tally, Feature::Title, 8) && title > 1 {
        return Some(0);
    }
    let (spread, often) = if articles > 100 { (3, 2) } else { (1, 2 - u32::from(articles <= 20)) };
    let known = tally.articles >= spread
        && (capitals && tally.mentions >= often + u32::from(letters < 3) || acts > 0 && acts * 20 >= tally.articles);
    let small = articles <= 100 && tally.mentions > 2 && tally.articles > 1 && tally.sign(Feature::Place) == 0;
    (known || small).then_some(0)
}

fn several(tally: &Tally, words: &[NamePart]) -> Option<u8> {
    let (first, last) = (words.first()?, words.last()?);
    let ends = [first, last];
    let tells = |tells: Tells| ends.iter().any(|word| word.class.is(tells));
    let titled = is_often(tally, Feature::Title, 8);
    let capital = |word: &NamePart| word.text.chars().next().is_some_and(char::is_uppercase);
    let other = words.iter().any(|word| word.class.is(Tells::Other));
    if ends.iter().all(|word| word.class.head() == 0) && (other || tells(Tells::PlaceNoun) && !titled) {
        return None;
    }
    let head = if first.class.head() > 0 { first.class.head() } else { last.class.head() };
    if head > 0 {
        let common = words.iter().all(|word| word.class != NameCues::default());
        return (!common || tally.articles > 1 || is_often(tally, Feature::Article, 1)).then_some(head);
    }
    if words.iter().any(|word| word.text.chars().any(char::is_numeric)) || is_often(tally, Feature::Place, 3) && !titled {
        return None;
    }
    let told = |kind: &u8| tally.kinds.get(usize::from(*kind)).is_some_and(|count| count * 3 >= tally.articles);
    if let Some(kind) = told_kind(tally).filter(told).filter(|_| !titled) {
        return Some(kind);
    }
    if tally.sign(Feature::Inside) == 0 && !titled && (tally.articles < 2 || words.len() > 3) {
        return None;
    }
    if titled {
        return Some(person());
    }
    if is_often(tally, Feature::Article, 3) || is_often(tally, Feature::Plural, 3) {
        return (tally.articles > 1 && tally.sign(Feature::Acts) > 0).then_some(0);
    }
    let named = words.iter().all(|word| capital(word) || word.class.is(Tells::Particle) || word.class.is(Tells::Link));
    (named && capital(last) && words.len() < 5).then(person)
}

/// Whether `word` ends as adjectives of peoples and faiths do.
fn is_demonym(word: &str) -> bool {
    ["an", "ish", "ese", "i", "ic", "ist", "ch", "ite", "ean", "ian"].iter().any(|end| word.ends_with(end))
}
