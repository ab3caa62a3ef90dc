//! What the signs beside a name show, counted over the archive: that it is a thing, that it never speaks, where it stands.
//!
//! Plain questions about tallies, asked by `classify` and by whoever joins names.

use crate::analysis::names::common_words::is_common_word;
use crate::analysis::names::kind::THING;
use crate::analysis::names::statistics::Tally;
use crate::model::candidate::Feature;

/// Whether the words before the name tell of a thing, more often than of any actor.
pub(crate) fn is_thing(tally: &Tally) -> bool {
    let told = |kind: u8| tally.kinds.get(usize::from(kind)).copied().unwrap_or_default();
    let things = told(THING);
    things > 0
        && things * 10 >= tally.articles
        && (1..THING).all(|kind| told(kind) < things)
        && tally.sign(Feature::Title) < things
}

/// Whether what is named far and wide never says anything and bears no title, as ships, devices and what they measure do.
pub(crate) fn is_mute(tally: &Tally) -> bool {
    const NEAR: u32 = 8;
    const FAR: u32 = 30;
    // `the Northern Union` is spoken of as what acts is, even where it says nothing.
    let acts = tally.spelling.contains(' ') && is_often(tally, Feature::Acts, 7);
    let told = tally.articles < FAR && (acts || is_often(tally, Feature::Article, 3));
    tally.articles >= NEAR
        && !told
        && tally.sign(Feature::Title) * 20 < tally.articles
        && tally.sign(Feature::Says) * 40 < tally.articles
}

/// The kind that the words beside the name tell most often, when they do.
pub(crate) fn told_kind(tally: &Tally) -> Option<u8> {
    let told = tally.kinds.iter().zip(0..THING).skip(1).max_by_key(|(count, kind)| (**count, u8::MAX - kind))?;
    (*told.0 > 0 && told.0 * 10 >= tally.articles).then_some(told.1)
}

/// Whether `sign` stands beside the name in one of so many of its articles.
pub(crate) fn is_often(tally: &Tally, sign: Feature, one_in: u32) -> bool {
    let count = tally.sign(sign);
    count > 0 && count * one_in >= tally.articles
}

/// Whether the name stands where places do, in one of so many of its articles, and more often than it does something: `in BP` is
/// said of what acts too.
pub(crate) fn stands_as_place(tally: &Tally, one_in: u32) -> bool {
    let (place, acts) = (tally.sign(Feature::Place), tally.sign(Feature::Acts));
    // `la place de la Tamra est fermée`: what only is something, most often behind the kind of a place, is one.
    let untold = tally.sign(Feature::Says) == 0 && told_kind(tally).is_none();
    let mute = acts * 2 < tally.articles && untold && is_often(tally, Feature::Place, 2);
    is_often(tally, Feature::Place, one_in) && (place > 2 * acts || mute && place > acts)
}

/// Whether what few articles have is named again in them, or says something or has an article where more have it.
pub(crate) fn is_again(tally: &Tally) -> bool {
    tally.articles < 3 && tally.mentions > tally.articles
        || is_often(tally, Feature::Says, 4)
        || tally.articles > 1 && is_often(tally, Feature::Article, 3) && !is_common_word(&tally.spelling)
}

/// Whether a name does nothing, says nothing, bears no title and is told to be nothing, wherever it stands.
pub(crate) fn is_silent(tally: &Tally) -> bool {
    [Feature::Acts, Feature::Says, Feature::Title].iter().all(|sign| tally.sign(*sign) == 0) && told_kind(tally).is_none()
}

/// Whether `word` is one of the language that stands with its article in most places, as a noun does, and hardly does anything: `la Nation`.
pub(crate) fn is_bare_noun(tally: &Tally, word: &str) -> bool {
    let silent = tally.sign(Feature::Says) + tally.sign(Feature::Title) == 0 && told_kind(tally).is_none();
    let article = tally.sign(Feature::Article) * 4 >= tally.articles * 3;
    silent && article && tally.sign(Feature::Acts) * 2 < tally.articles && is_common_word(word)
}
