//! Names that stand together: one word is short for the only longer name that has it, when most of its articles have both: `Fed` and
//! `Federal Reserve`, `Anadarko` and `Anadarko Petroleum`; and a longer name joins its letters where it never stands without them.
//!
//! Called by `merge` once all names are there, with the candidates of the archive: one pass over them, and only where there is a pair.

use std::collections::HashMap;
use std::sync::Arc;

use crate::analysis::names::kind::number;
use crate::analysis::names::lexicon::NameLexicon;
use crate::analysis::names::merge::draft::{JoinedNames, person};
use crate::analysis::names::merge::groups::initials;
use crate::analysis::names::merge::known::Known;
use crate::analysis::names::part::{parts, parts_that_tell};
use crate::analysis::names::statistics::Tally;
use crate::analysis::names::words::Numbered;
use crate::model::actor::ActorKind;
use crate::model::candidate::Feature;
use crate::model::segment::Segment;
use crate::text::fold::fold;

/// So many articles must have a short name before it is looked at, and so many such names are, those in most articles.
const LEAST: u32 = 3;
const MOST: usize = 1024;
/// The longer names that are looked at for each, those in most articles.
const CROWD: usize = 6;

/// A short name and a longer one.
type Pair = (usize, usize);

impl JoinedNames<'_> {
    /// Joins names of one word to the longer one that they stand beside.
    pub(super) fn join_together(&mut self, segments: &[Arc<Segment>], known: &Known<'_>) {
        let pairs = self.pairs(known);
        if pairs.is_empty() {
            return;
        }
        let (each, both) = self.counts(segments, &pairs);
        let count = |at: usize| each.get(&at).copied().unwrap_or_default();
        let share = |pair: &Pair| both.get(pair).copied().unwrap_or_default();
        let mut joined: Vec<Pair> = Vec::new();
        for group in pairs.chunk_by(|one, other| one.0 == other.0) {
            let near = |pair: &&Pair| share(pair) * 5 >= count(pair.0) * 3;
            let mut fits = group.iter().filter(near);
            match (fits.next(), fits.next()) {
                (Some(only), None) => joined.push(*only),
                // Neither alone: `British Petroleum` stands where BP does, which stands everywhere.
                (None, _) => joined.extend(group.iter().filter(|pair| {
                    let letters = self.is_letters(pair.0);
                    letters && count(pair.1) >= LEAST && share(pair) * 10 >= count(pair.1) * 7
                })),
                // The one that it stands with far more often.
                (Some(_), Some(_)) => {
                    let mut best: Vec<&Pair> = group.iter().filter(near).collect();
                    best.sort_by_key(|pair| (std::cmp::Reverse(share(pair)), pair.1));
                    if let [first, second, ..] = best.as_slice()
                        && share(first) * 2 >= share(second) * 3
                    {
                        joined.push(**first);
                    }
                }
            }
        }
        for (short, long) in joined {
            self.absorb(short, long);
        }
    }

    /// Whether the name at `at` is an abbreviation.
    fn is_letters(&self, at: usize) -> bool {
        let first = self.all.get(at).and_then(|draft| draft.tallies.first());
        first.is_some_and(|tally| tally.sign(Feature::Capitals) * 2 >= tally.articles)
    }

    /// The names of one word with the longer names that they may be short for, in the order of the short ones.
    fn pairs(&self, known: &Known<'_>) -> Vec<Pair> {
        let not = [person(), number(ActorKind::Place), number(ActorKind::State)];
        let mut by_word: Numbered<Vec<usize>> = Numbered::default();
        let mut by_letters = self.persons_by_letters();
        self.note_listed(known, &mut by_word);
        let mut shorts = Vec::new();
        for (at, draft) in self.all.iter().enumerate().filter(|(_, draft)| !not.contains(&draft.kind)) {
            // Nor are the letters of a state or a town short for a longer name.
            let counts = |tally: &&&Tally| {
                draft.known.is_none() && draft.articles >= LEAST && NameLexicon::get().place(tally.name).is_none()
            };
            let Some(tally) = draft.tallies.first().filter(counts) else { continue };
            let words = parts_that_tell(&tally.spelling);
            match words.as_slice() {
                [] => {}
                [word] => shorts.push((at, (!word.is_capitals()).then_some(word.hash), fold(word.text), draft.articles)),
                [first, ..] => {
                    for word in &words {
                        by_word.entry(word.hash).or_default().push(at);
                    }
                    let folded: Vec<char> = fold(first.text).chars().collect();
                    for letters in (3..=4).filter(|letters| letters + 2 < folded.len() && !first.is_capitals()) {
                        by_letters.entry(folded.iter().take(letters).collect()).or_default().push(at);
                    }
                    if let Some(letters) = initials(&tally.spelling) {
                        by_letters.entry(letters).or_default().push(at);
                    }
                }
            }
        }
        shorts.sort_by_key(|(at, _, _, articles)| (std::cmp::Reverse(*articles), *at));
        shorts.truncate(MOST);
        let mut pairs = Vec::new();
        for (at, word, letters, _) in shorts {
            let named = word.and_then(|word| by_word.get(&word));
            let mut longer: Vec<usize> = named.into_iter().chain(by_letters.get(&letters)).flatten().copied().collect();
            longer.sort_by_key(|long| (std::cmp::Reverse(self.all.get(*long).map_or(0, |draft| draft.articles)), *long));
            longer.dedup();
            pairs.extend(longer.into_iter().take(CROWD).map(|long| (at, long)));
        }
        pairs
    }

    /// Notes the media and companies of the gazetteer by the first word of their names, by which they are called where the whole stands beside.
    fn note_listed(&self, known: &Known<'_>, by_word: &mut Numbered<Vec<usize>>) {
        let called = [number(ActorKind::Media), number(ActorKind::Organisation)];
        for (at, draft) in self.all.iter().enumerate().filter(|(_, draft)| called.contains(&draft.kind)) {
            for spelling in draft.known.into_iter().flat_map(|ix| known.spellings(ix)) {
                let words = parts_that_tell(spelling);
                if let [first, _, ..] = words.as_slice()
                    && first.class.is_open()
                    && !first.is_capitals()
                {
                    let longer = by_word.entry(first.hash).or_default();
                    longer.extend(Some(at).filter(|at| longer.last() != Some(at)));
                }
            }
        }
    }

    /// The persons of three names and more by their first letters, by which some are called: `JBD` of `Jean Boubacar Doe`.
    fn persons_by_letters(&self) -> HashMap<String, Vec<usize>> {
        let mut by_letters: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, draft) in self.all.iter().enumerate().filter(|(_, draft)| draft.kind == person()) {
            let Some(tally) = draft.tallies.first() else { continue };
            let letters: String = parts(&tally.spelling).iter().filter_map(|word| word.text.chars().next()).collect();
            if letters.chars().count() > 2 {
                by_letters.entry(fold(&letters)).or_default().push(at);
            }
        }
        by_letters
    }

    /// How many articles have each name of `pairs`, and each pair. One pass over the candidates.
    pub(super) fn counts(&self, segments: &[Arc<Segment>], pairs: &[Pair]) -> (HashMap<usize, u32>, HashMap<Pair, u32>) {
        let mut wanted: Numbered<usize> = Numbered::default();
        for at in pairs.iter().flat_map(|(short, long)| [*short, *long]) {
            for tally in self.all.get(at).into_iter().flat_map(|draft| &draft.tallies) {
                wanted.insert(tally.name, at);
            }
        }
        let listed: HashMap<u16, usize> =
            pairs.iter().filter_map(|(_, long)| Some((self.all.get(*long)?.known?, *long))).collect();
        let (mut each, mut both): (HashMap<usize, u32>, HashMap<Pair, u32>) = Default::default();
        let mut here: Vec<usize> = Vec::new();
        for article in segments.iter().flat_map(|segment| segment.iter()) {
            here.clear();
            here.extend(article.candidates().filter(|one| !one.signs.has(Feature::Link)).filter_map(|one| wanted.get(&one.name)));
            if !listed.is_empty() {
                let named = article.named().filter(|(_, mentions)| *mentions > 0);
                here.extend(named.filter_map(|(actor, _)| listed.get(&actor.0)));
            }
            here.sort_unstable();
            here.dedup();
            for at in &here {
                *each.entry(*at).or_default() += 1;
            }
            for one in &here {
                for other in &here {
                    if one != other {
                        *both.entry((*one, *other)).or_default() += 1;
                    }
                }
            }
        }
        (each, both)
    }
}
