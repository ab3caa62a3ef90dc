//! Whether of two texts one is a near-copy of the other. It sees two texts, and of the archive only which lines many articles have.
//!
//! Lines that a site prints under all its articles are as long as reports; they are told from a report that many papers print by
//! what stands beside them: in copies there is nothing else, or that is shared too, or both headlines speak of what is shared.

use crate::analysis::families::overlap::{Coverage, Overlap, share};
use crate::analysis::families::words::Words;
use crate::model::date::PartialDate;

/// Share of the shorter text that must stand in the longer.
pub(super) const CONTAINED: f32 = 0.5;
/// Words from which a text is long enough to be judged by the share alone.
const LONG_ENOUGH: usize = 150;
/// Words of the run that shorter texts must share.
const RUN: usize = 25;
/// Words that are too few for anything.
const FEWEST: usize = 30;
/// Under this share of the longer text's length, a text is a copy of it only where both begin alike, and else a part quoted in it.
pub(super) const PART: f32 = 0.4;
/// Where both begin alike, this share of what is shared stands at the head of the longer text, in little more words than the shorter has.
pub(super) const AT_HEAD: f32 = 0.7;
/// Above this share of a text in lines that many articles have, they may be what the site prints everywhere.
const COMMON: f32 = 0.3;
/// Words outside such lines that are enough to speak for themselves.
const OWN: usize = 40;
/// Share of those words that copies have in common.
const OWN_SHARED: f32 = 0.4;
/// From this share of both texts on they are the same.
const WHOLE: f32 = 0.95;
/// Words that say nothing are mostly shorter than this many bytes.
const TELLING: usize = 4;
/// One in so many telling words of a headline that its text has and another has not makes them speak of two things.
const APART: usize = 3;

/// One of two texts that are compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct ComparedSide<'a> {
    pub words: &'a Words,
    /// Its headline, where it has one that is no part of the text.
    pub headline: Option<&'a str>,
    /// The outlet and the day, where both are known.
    pub print: Option<(&'a str, PartialDate)>,
}

impl ComparedSide<'_> {
    /// Whether the two were printed on one day by two outlets, as a report of an agency is: a notice that pages print in place of their text is of no
    /// day.
    fn is_printed_beside(&self, print: Option<(&str, PartialDate)>) -> bool {
        self.print.zip(print).is_some_and(|((outlet, day), (other, same))| day == same && outlet != other)
    }
}

/// Whether the two texts are near-copies; the shorter first. `overlap` is what it shares with the longer, `is_common` tells the lines
/// that many articles have.
pub(super) fn are_copies(
    shorter: ComparedSide<'_>,
    longer: ComparedSide<'_>,
    overlap: &Overlap<'_>,
    is_common: &impl Fn(u64) -> bool,
) -> bool {
    let words = shorter.words.hashes.len();
    let shared = overlap.here();
    if words < FEWEST || shared.share() < CONTAINED {
        return false;
    }
    let (first, after) = shared.longest_run();
    if words < LONG_ENOUGH && after - first < RUN {
        return false;
    }
    let of_longer = overlap.there();
    let is_part = share(words, longer.words.hashes.len()) < PART;
    if is_part && of_longer.share_among_first(head_of(words)) < AT_HEAD {
        return false;
    }
    is_same((shorter, &shared), (longer, &of_longer))
        || !is_of_another_thing(shorter, longer) && speaks_of_itself((shorter, &shared), (longer, &of_longer), is_common)
}

/// How much of the shorter text stands in the longer, from nothing to all: the more, the surer they belong together.
pub(super) fn strength(overlap: &Overlap<'_>) -> f32 {
    overlap.here().share()
}

/// Whether each headline speaks of what its own text tells and the other does not: two reports in one frame, such as of two stages of a race, of two markets, of
/// one fair in two years. What was brought up to date still tells what it told before.
fn is_of_another_thing(one: ComparedSide<'_>, other: ComparedSide<'_>) -> bool {
    let is_apart = |one: ComparedSide<'_>, other: ComparedSide<'_>| {
        let telling = one.headline.map(telling_words).unwrap_or_default();
        let own = telling.iter().filter(|word| one.words.hashes.contains(word));
        let (all, apart) =
            own.fold((0, 0), |(all, apart), word| (all + 1, apart + usize::from(!other.words.hashes.contains(word))));
        apart > 0 && apart * APART >= all
    };
    is_apart(one, other) && is_apart(other, one)
}

/// Whether the texts are one and the same: word for word, or nearly so under one headline. A short text must be printed by two outlets on one day
/// to be told from a notice under another headline. Three copies make each other's lines common, which
/// tells nothing then.
fn is_same((shorter, shared): (ComparedSide<'_>, &Coverage), (longer, of_longer): (ComparedSide<'_>, &Coverage)) -> bool {
    let are_whole = shared.share() >= WHOLE && of_longer.share() >= WHOLE;
    are_whole && shorter.headline.is_some() && shorter.headline == longer.headline
        || (shorter.words.hashes.len() >= LONG_ENOUGH || shorter.is_printed_beside(longer.print))
            && shorter.words.hashes == longer.words.hashes
}

/// Whether a text may be a copy of a longer one with this `headline`, so many words and this `print`, as it alone tells: where too much of it stands in lines that many
/// articles have, it must hold words of both headlines, or be the same.
pub(super) fn may_be_copies(
    shorter: ComparedSide<'_>,
    (headline, length, print): (Option<&str>, usize, Option<(&str, PartialDate)>),
    is_common: &impl Fn(u64) -> bool,
) -> bool {
    let words = shorter.words;
    let may_be_same = share(words.hashes.len(), length) >= WHOLE
        && (shorter.headline == headline
            || words.hashes.len() == length && (length >= LONG_ENOUGH || shorter.is_printed_beside(print)));
    let common: usize = words.lines.iter().filter(|line| is_common(line.hash)).map(|line| line.after - line.first).sum();
    let holds = |wanted: u64| words.hashes.contains(&wanted);
    may_be_same
        || share(common, words.hashes.len()) <= COMMON
        || [shorter.headline, headline].into_iter().flatten().all(|headline| is_told(headline, holds, false))
}

/// The words at the head of a longer text that one with so many words may fill.
pub(super) fn head_of(words: usize) -> usize {
    words + words / 4
}

/// Whether what is shared is the report itself, and not what stands around many.
fn speaks_of_itself(
    (shorter, shared): (ComparedSide<'_>, &Coverage),
    (longer, of_longer): (ComparedSide<'_>, &Coverage),
    is_common: &impl Fn(u64) -> bool,
) -> bool {
    let words = shorter.words;
    let (common, _) = shared.within(words, is_common);
    if share(common, words.hashes.len()) <= COMMON {
        return true;
    }
    let (own, own_shared) = shared.within(words, |line| !is_common(line));
    let (own_longer, _) = of_longer.within(longer.words, |line| !is_common(line));
    let tells = |wanted: u64| shared.of_words(words).any(|(word, covered)| covered && word == wanted);
    let is_told = |side: ComparedSide<'_>, most: bool| side.headline.is_none_or(|headline| is_told(headline, tells, most));
    // Beside a report that others print too, there may be a little of one's own; beside what a site prints everywhere, a report.
    let has_more = own >= OWN && own_longer >= OWN;
    if has_more && share(own_shared, own) < OWN_SHARED {
        return shorter.headline.is_some() && longer.headline.is_some() && is_told(shorter, true) && is_told(longer, true);
    }
    is_told(shorter, false) && is_told(longer, false)
}

/// Whether words of `headline` that say something are among those that `tells` knows: one of them, or `most`.
fn is_told(headline: &str, tells: impl Fn(u64) -> bool, most: bool) -> bool {
    let telling = telling_words(headline);
    let found = telling.iter().filter(|word| tells(**word)).count();
    if most { 2 * found >= telling.len() } else { found > 0 || telling.len() < 3 }
}

/// The words of a headline that say something.
fn telling_words(headline: &str) -> Vec<u64> {
    let words = headline.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() >= TELLING);
    words.flat_map(|word| Words::of_text(word).hashes).collect()
}

#[cfg(test)]
mod tests {
    use super::{ComparedSide, may_be_copies};
    use crate::analysis::families::words::Words;

    #[test]
    fn a_text_of_common_lines_must_hold_words_of_both_headlines() {
        let words = Words::of_text("The mill of Orrick closed its gates\nThe weir of Kelmouth was mended");
        let first = words.lines[0].hash;
        let may_be = |own: Option<&str>, other: Option<&str>, common: bool| {
            let own = ComparedSide { words: &words, headline: own, print: None };
            may_be_copies(own, (other, 100, None), &|line| common && line == first)
        };
        assert!(may_be(Some("Mill closed"), Some("Floods rage near Tavel today"), false), "no line is common");
        assert!(!may_be(Some("Mill closed"), Some("Floods rage near Tavel today"), true));
        assert!(may_be(Some("Mill closed"), Some("Kelmouth weir mended after floods"), true));
        assert!(may_be(None, Some("Old tale"), true), "a headline of two words tells little");
    }
}
