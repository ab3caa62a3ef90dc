//! The verdict on one name: whether it is an actor, and of which kind, from its words and from what stands beside it.
//!
//! Rules of the language and of the press, none of a name. Called by `merge`. A name of several words is a person only when a given
//! name, a title or what is told of its bearer says so; else nothing is said of its kind.

use crate::analysis::names::common_words::is_common_word;
use crate::analysis::names::head_kind::head_of;
use crate::analysis::names::kind::number;
use crate::analysis::names::lexicon::{NameCues, NameLexicon, Tells};
use crate::analysis::names::part::{Part, begins_given, is_royal, parts};
use crate::analysis::names::rule_words::rule_words;
use crate::analysis::names::spelling_forms::{
    begins_as_state, ends_in_capitals, is_branch, is_compound, is_demonym, is_of_initials, is_of_syllables, is_ordinal, is_other,
    is_plural_of_letters, is_roman, names_nothing,
};
use crate::analysis::names::statistics::Tally;
use crate::analysis::names::tally_signs::{
    is_again, is_bare_noun, is_mute, is_often, is_silent, is_thing, stands_as_place, told_kind,
};
use crate::analysis::names::words::{hash_of, name_of};
use crate::model::actor::ActorKind;
use crate::model::candidate::Feature;

/// The kind of the actor that the archive shows `tally` to be, 0 for one of no known kind; `None` when it is no actor.
#[must_use]
pub(crate) fn verdict(tally: &Tally, articles: u32) -> Option<u8> {
    let parts = parts(&tally.spelling);
    let telling: Vec<Part> = parts.iter().copied().filter(|part| !part.class.is(Tells::Article)).collect();
    let shape = match telling.as_slice() {
        [] => return None,
        [only] if parts.len() < 3 => single(tally, only, articles),
        letters if letters.iter().all(|part| part.text.chars().count() == 1) => {
            let joined: String = letters.iter().map(|part| part.text).collect();
            let thing = NameLexicon::get().class(hash_of(&joined)).is(Tells::Other);
            (!thing && (tally.sign(Feature::Acts) > 0 || is_often(tally, Feature::Article, 4))).then_some(0)
        }
        // `Washington-Bagdad` is between two, unless it says something or is told to be one: `Tamra-Press`.
        [first, last] if is_between(tally, first, last) => None,
        words => several(tally, words),
    };
    // What is known to be a place is one, unless people bear its name.
    // The king of a state stands before its name, too, and a state is nobody unless it is called as somebody is: `Georgia`.
    let state = NameLexicon::get().place(tally.name) == Some(number(ActorKind::State))
        && !(telling.len() == 1 && telling.iter().all(|part| part.class.is(Tells::Given)));
    let borne = !state && is_often(tally, Feature::Title, 3) && tally.sign(Feature::Title) > tally.sign(Feature::Place);
    if is_thing(tally) {
        return None;
    }
    // `Le Tamrin` at the head of what a page glued to a sentence.
    let bare = match parts.as_slice() {
        [article, name] if article.class.is(Tells::Determiner) && article.is_written() => {
            NameLexicon::get().place(name_of([name.hash]))
        }
        _ => None,
    };
    let place = NameLexicon::get().place(tally.name).or(bare).filter(|_| !borne);
    place.or(shape.filter(|kind| *kind > 0 || !is_mute(tally)))
}

/// Whether a hyphen joins two words that are two things rather than one name, which has a title, is told to be one, is a branch or a saint's place.
fn is_between(tally: &Tally, first: &Part, last: &Part) -> bool {
    let saint = rule_words().saints.has(first.text) && is_often(tally, Feature::Place, 3);
    let one = is_often(tally, Feature::Title, 4) || is_told_one(tally) || is_branch(first, last) || saint;
    !tally.spelling.contains(' ') && !one
}

/// Whether words beside a name tell its kind, or it says something.
fn is_told_one(tally: &Tally) -> bool {
    told_kind(tally).is_some_and(|kind| kind != person() && kind != place()) || is_often(tally, Feature::Says, 4)
}

fn person() -> u8 {
    number(ActorKind::Person)
}

fn place() -> u8 {
    number(ActorKind::Place)
}

/// Whether `word` is one of the language, by what the lists say of it.
fn is_of_language(word: &Part) -> bool {
    const OF_LANGUAGE: [Tells; 7] =
        [Tells::Function, Tells::Other, Tells::PlaceNoun, Tells::Portfolio, Tells::Title, Tells::Stop, Tells::People];
    // `UN` in English texts.
    let foreign = word.class.is_foreign_function() && word.is_capitals();
    OF_LANGUAGE.iter().any(|tells| word.class.is(*tells)) && !foreign || word.class.head() > 0
}

fn single(tally: &Tally, word: &Part, articles: u32) -> Option<u8> {
    /// Letters of a French adverb, which a name that ends as it does hardly has: `Clément`.
    const ADVERB: usize = 9;
    let class = word.class;
    let capitals = is_often(tally, Feature::Capitals, 2) || ends_in_capitals(word.text);
    let letters = word.text.chars().count();
    // `Treasury` says of what a title is, and is a name by itself.
    let named = class.is(Tells::Named) && class.head() > 0 && !class.is(Tells::Other) && !class.is(Tells::Function);
    let common = is_plural_of_letters(word.text) || !named && is_of_language(word);
    let titled = is_often(tally, Feature::Title, 3);
    let acts = tally.sign(Feature::Acts);
    // `LIVE` and `OIL` are written in small letters too, and `WHO`, which is short and does something.
    let idle = acts == 0 && letters > 3 || acts * 10 < tally.articles && letters > 2;
    let small = is_often(tally, Feature::Common, 3) && (!capitals || idle) && !titled;
    // `Parallèlement, …`.
    let adverb = letters >= ADVERB && rule_words().adverbs.end(word.text) && class.is_open() && !titled;
    // `XXIe`, of the century.
    if common
        || is_ordinal(word)
        || is_roman(word.text)
        || small
        || adverb
        || letters < if capitals { 2 } else { 3 }
        || tally.sign(Feature::Inside) * if is_common_word(word.text) { 2 } else { 6 } < tally.articles
        || tally.sign(Feature::Inside) == 0
        || word.text.chars().any(char::is_numeric)
    {
        return None;
    }
    let people = is_often(tally, Feature::Plural, 3) && word.text.ends_with(['s', 'x']);
    let silent = acts + tally.sign(Feature::Says) == 0;
    let demonym = is_demonym(word.text) && silent && is_often(tally, Feature::Adjective, 3);
    let told =
        told_kind(tally).filter(|kind| tally.kinds.get(usize::from(*kind)).is_some_and(|count| count * 2 >= tally.articles));
    let adjective = !capitals
        && !titled
        && (demonym || is_often(tally, Feature::Adjective, 2) && acts * 5 < tally.articles && told.is_none() && !is_again(tally));
    if named && !people {
        return (!is_war(tally, class)).then_some(class.head());
    }
    if people || adjective {
        return None;
    }
    if stands_as_place(tally, 4) && !titled && (!capitals || is_place_in_capitals(tally, letters)) {
        return Some(place());
    }
    let title = tally.sign(Feature::Title);
    if titled && !capitals && !is_often(tally, Feature::Article, 4) {
        return Some(if is_compound(word.text) { 0 } else { person() });
    }
    // Those of `l'Unité` make no name of a word of the language.
    if let Some(kind) = told_kind(tally).filter(|_| capitals || !is_common_word(word.text)) {
        return Some(kind);
    }
    if is_often(tally, Feature::Title, 8) && title > 1 {
        return Some(if is_borne(tally, word, capitals) { person() } else { 0 });
    }
    let (spread, often) = if articles > 100 { (3, 2) } else { (1, 2 - u32::from(articles <= 20)) };
    let says = is_often(tally, Feature::Says, 4);
    // A word of the language that does something is the subject of a sentence as often as a name.
    let acts = if is_common_word(word.text) && !capitals && !is_often(tally, Feature::Acts, 5) { 0 } else { acts };
    let known = tally.articles >= spread
        && (says || capitals && tally.mentions >= often + u32::from(letters < 3) || acts > 0 && acts * 20 >= tally.articles);
    let small = articles <= 100 && tally.mentions > 2 && tally.articles > 1 && tally.sign(Feature::Place) == 0;
    let sure = is_sure(tally, acts, capitals, letters);
    let shown = is_shown(tally, word, capitals);
    let bare = !capitals && is_bare_noun(tally, word.text);
    (!bare && (known || small || (sure || shown) && !class.is(Tells::Given))).then_some(0)
}

/// What several words behind an article are: something that acts, or words that are none of the language, `the Vorland Tamrine`.
fn behind_article(tally: &Tally, words: &[Part]) -> Option<u8> {
    let strange = words.iter().all(|word| word.class.is_open() && word.is_written() && !is_common_word(word.text));
    (tally.articles > 1 && tally.sign(Feature::Acts) > 0 || strange && tally.sign(Feature::Plural) == 0).then_some(0)
}

/// Whether a head of armed groups that is a name by itself is a word of the articles, too, and no group's there: `Djihad`.
fn is_war(tally: &Tally, class: NameCues) -> bool {
    class.head() == number(ActorKind::ArmedGroup) && is_often(tally, Feature::Common, 3)
}

/// Whether one long word in capitals stands where places do wherever it stands: `TAMRINA 1996-08-23`.
fn is_place_in_capitals(tally: &Tally, letters: usize) -> bool {
    letters > 6 && tally.sign(Feature::Place) == tally.articles && tally.sign(Feature::Acts) == 0
}

/// Whether a title stands before one word in so many articles that it is a surname, of somebody who says something.
fn is_borne(tally: &Tally, word: &Part, capitals: bool) -> bool {
    const SEVERAL: u32 = 4;
    tally.sign(Feature::Title) >= SEVERAL && tally.sign(Feature::Says) > 0 && !capitals && word.class.is_open()
}

/// Whether one word that few articles have is written as a name is: a capital inside a sentence, or at the head of one where it
/// does something, and no word of the language by any list or ending.
fn is_shown(tally: &Tally, word: &Part, capitals: bool) -> bool {
    /// What more articles have shows more of itself.
    const FEW: u32 = 8;
    let inside = tally.sign(Feature::Inside) > 0;
    if tally.articles >= FEW || !word.class.is_open() || is_common_word(word.text) {
        return false;
    }
    let letters = word.text.chars().count();
    let described = is_demonym(word.text) && tally.sign(Feature::Adjective) > 0 || tally.sign(Feature::Plural) > 0;
    if capitals {
        return inside && letters > 2;
    }
    letters > 3 && (tally.sign(Feature::Acts) > 0 || inside && (tally.mentions > 1 || !described))
}

/// Whether one word that few articles have is an actor's name: it says something, it does something and is named again, or it is an
/// abbreviation that has an article, does something or is named again.
fn is_sure(tally: &Tally, acts: u32, capitals: bool, letters: usize) -> bool {
    /// What more articles have shows more of itself.
    const FEW: u32 = 2;
    let says = tally.sign(Feature::Says) > 0 && (tally.mentions > 1 || tally.sign(Feature::Sure) > 0);
    let again =
        acts > 0 && tally.mentions > 2 || tally.mentions > 3 && tally.sign(Feature::Place) + tally.sign(Feature::Article) == 0;
    let short = capitals && letters > 2 && (tally.mentions > 1 || acts > 0 || tally.sign(Feature::Article) > 0);
    tally.sign(Feature::Sure) > 0 || tally.articles <= FEW && (says || again || short)
}

fn several(tally: &Tally, words: &[Part]) -> Option<u8> {
    let (first, last) = (words.first()?, words.last()?);
    if words.len() == 2 && is_royal(first.text) && last.class.is(Tells::Given) {
        return Some(person());
    }
    let ends = [first, last];
    let tells = |tells: Tells| ends.iter().any(|word| word.tells(tells));
    // `Le Monde` has journalists, and is none.
    let titled = is_often(tally, Feature::Title, 8) && !first.class.is(Tells::Determiner);
    let says = is_often(tally, Feature::Says, 4);
    let given = words.len() < 5 && begins_given(words);
    // `Northern Bank of Dorvane`.
    let linked = words.iter().position(|word| word.class.is(Tells::Link)).and_then(|at| words.get(at.checked_sub(1)?));
    let inner = linked.map_or(0, |word| word.class.head());
    let headless = inner == 0 && ends.iter().all(|word| word.class.head() == 0);
    if is_of_members(tally, words) || is_of_syllables(words) {
        return Some(if is_of_syllables(words) && (titled || says) { person() } else { 0 });
    }
    // `Dorothy Day`, `Dawn French`: a surname that is a word, where somebody is surely meant.
    let surname = last.class.is(Tells::Surname);
    let event = first.tells(Tells::Other) && !first.class.is(Tells::Given);
    let surely = given && words.len() == 2 && (titled || says || surname) || surname && titled && words.len() < 4 && !event;
    let people = last.tells(Tells::People) && !first.class.is(Tells::Determiner);
    if headless && !surely && ((0..words.len()).any(|at| is_other(words, at, given)) || people) {
        return None;
    }
    if names_nothing(words, given) || is_slip(tally, words) || is_ordinal(first) {
        return None;
    }
    let stands = given
        && tally.sign(Feature::Place) + tally.sign(Feature::Article) > 0
        && tally.sign(Feature::Says) + tally.sign(Feature::Title) == 0;
    if headless && tells(Tells::PlaceNoun) && !titled && (!given || stands && last.tells(Tells::PlaceNoun)) {
        return Some(place());
    }
    let head = head_of(words, (first, last), inner);
    if head > 0 && !(given && titled) {
        return headed(tally, words, (head, inner), titled);
    }
    if words.iter().any(|word| word.text.chars().any(char::is_numeric)) {
        return None;
    }
    if stands_as_place(tally, if given { 2 } else { 3 }) && !titled && !(given && says) {
        return Some(place());
    }
    let told = |kind: &u8| tally.kinds.get(usize::from(*kind)).is_some_and(|count| count * 3 >= tally.articles);
    if let Some(kind) = told_kind(tally).filter(told).filter(|_| !titled) {
        return Some(if given && is_member(words, kind) { person() } else { kind });
    }
    if !given && (is_often(tally, Feature::Common, 3) && !titled || is_of_words(tally, words)) {
        return None;
    }
    if tally.sign(Feature::Inside) == 0 && !titled && !given && !says && (tally.articles < 2 || words.len() > 3) {
        return None;
    }
    if titled {
        return Some(titled_kind(words, (given, says)));
    }
    if !given && (is_often(tally, Feature::Article, 3) || is_often(tally, Feature::Plural, 3)) {
        return behind_article(tally, words);
    }
    let somebody = says && is_called(words) || given && (says || !begins_as_state(first));
    (words.iter().all(Part::is_of_name) && last.is_written() && words.len() < 5).then_some(if somebody { person() } else { 0 })
}

/// Whether a name in full is that of somebody who is told to be of a party or an institution: `senator of the Congress Karim Doss`.
fn is_member(words: &[Part], kind: u8) -> bool {
    let kinds = [number(ActorKind::Institution), number(ActorKind::Party)];
    words.len() < 4 && kinds.contains(&kind) && words.last().is_some_and(|last| last.class.is_open())
}

/// Whether words of the language make up a name that does nothing anywhere: `Best Metal Songs`.
fn is_of_words(tally: &Tally, words: &[Part]) -> bool {
    let of_language = |word: &Part| is_common_word(word.text) && NameLexicon::get().place(name_of([word.hash])).is_none();
    tally.articles > 2 && is_silent(tally) && !tally.spelling.contains('&') && words.iter().all(of_language)
}

/// Whether a name in full stands behind a title that no list has: `Velnach Karim Doss`.
fn is_called(words: &[Part]) -> bool {
    let [title, name @ ..] = words else { return false };
    let open = name.last().is_some_and(|last| last.class.is_open());
    name.len() > 1 && title.class.is_open() && begins_given(name) && open
}

/// The kind `head` of a name in which a word is the head of one, `inner` the kind of one that a preposition follows; `None` where the words are
/// no name for all that.
fn headed(tally: &Tally, words: &[Part], (head, inner): (u8, u8), titled: bool) -> Option<u8> {
    let last = words.last()?;
    // `Parliament Square`, `Government Buildings`: a place called after what is there.
    let square = words.len() == 2 && last.tells(Tells::PlaceNoun) && last.class.head() == 0 && last.is_written();
    if square && inner == 0 && head == number(ActorKind::Institution) && !titled {
        return Some(place());
    }
    // A line in capitals is no name because a word in it can be the head of one.
    let shouted = words.iter().all(Part::is_capitals) && tally.sign(Feature::Inside) == 0 && !titled;
    // `Ligue des champions` is played, not somebody.
    let played = words.iter().any(|word| rule_words().played.has_in_any_case(word.text));
    if played || shouted || inner == 0 && last.tells(Tells::Other) && last.class.head() == 0 || is_idle(tally) {
        return None;
    }
    let common = words.iter().all(|word| word.class != NameCues::default());
    // `the Northern League`: a group by its words, where they have their capitals inside a sentence.
    let written = tally.sign(Feature::Inside) > 0 && !is_often(tally, Feature::Common, 2);
    // What is called a state and is told to be a group is no institution of one.
    let state = words.iter().any(|word| rule_words().states.has(&word.text.to_lowercase()));
    let stated = state && words.iter().all(|word| word.class.head() == 0 || rule_words().states.has(&word.text.to_lowercase()));
    let head = told_kind(tally).filter(|_| stated).unwrap_or(head);
    // `l'État de Tamrie` is one of a federation.
    let of_land = state && words.get(1).is_some_and(|link| link.class.is(Tells::Link) && !link.is_written());
    let rebels = state && words.iter().any(|word| rule_words().faiths_of_rebels.has(&word.text.to_lowercase()));
    let head = if rebels {
        number(ActorKind::ArmedGroup)
    } else if of_land {
        place()
    } else {
        head
    };
    (!common || written || tally.articles > 1 || is_often(tally, Feature::Article, 1)).then_some(head)
}

/// Whether a group is called as its members are, with the French article of its name inside a sentence (`Les Tamristes`), and is named again;
/// what comes behind a sentence that a page glued to it is the plural of a word.
fn is_of_members(tally: &Tally, words: &[Part]) -> bool {
    let [article, .., last] = words else { return false };
    let plural = rule_words().articles_of_members.has(article.text)
        && words.len() < 4
        && last.is_written()
        && !last.class.is(Tells::People);
    plural && tally.sign(Feature::Inside) > 0 && tally.mentions > 1
}

/// Whether a name is the letters of a state and one word behind their last stop, where some archives write all words with a capital:
/// `U.S. Currency`; `U.S. Navy` has the head of a group, and `U.S. Tamrix` says something.
fn is_slip(tally: &Tally, words: &[Part]) -> bool {
    let letters: String = words.iter().take_while(|word| word.text.chars().count() == 1).map(|word| word.text).collect();
    let state = || NameLexicon::get().place(name_of([hash_of(&letters)])).is_some();
    let [.., last] = words else { return false };
    let told = last.class.head() > 0 || last.class.is_open() && is_often(tally, Feature::Says, 8);
    letters.chars().count() > 1 && words.len() == letters.chars().count() + 1 && !told && state()
}

/// The kind of what bears a title: `New Tamra`, `Lyon United` are called after a place and are nobody, whoever is named beside them; `J.P.
/// Tamra Varn` is a company as often as a person, who says something.
fn titled_kind(words: &[Part], (given, says): (bool, bool)) -> u8 {
    let Some(first) = words.first() else { return 0 };
    let of_place = first.tells(Tells::PlaceNoun) || NameLexicon::get().place(name_of([first.hash])).is_some();
    let of_initials = is_of_initials(words) && !says;
    // `Statistics Tamra`.
    let ends_in_state =
        words.last().and_then(|last| NameLexicon::get().place(name_of([last.hash]))) == Some(number(ActorKind::State));
    // `TMR Tamra-FLT`, `TMR TamraTech`: no surname is written so.
    let built = words.iter().any(|word| is_compound(word.text) || word.joined && word.is_capitals());
    if (of_place || ends_in_state || built) && !given || of_initials { 0 } else { person() }
}

/// Whether the articles have the words of a group's name in small letters too, and tell nothing of it: `Night Club`.
fn is_idle(tally: &Tally) -> bool {
    let told = [Feature::Says, Feature::Acts, Feature::Title, Feature::Article];
    tally.articles > 2 && is_often(tally, Feature::Common, 2) && told.iter().all(|sign| tally.sign(*sign) == 0)
}

/// Whether a name is two initials or more with two words behind, as those of companies are, and hardly says anything: `J.P. Tamra Varn`.
pub(crate) fn is_company_by_initials(tally: &Tally) -> bool {
    is_of_initials(&parts(&tally.spelling)) && !is_often(tally, Feature::Says, 4)
}
