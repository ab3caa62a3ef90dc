//! The terms of articles with how often each has them: words, numbers, actors and told days. What they weigh is told in `vectors`.

use crate::analysis::families::word_runs::WordRuns;
use crate::analysis::families::words::each_word;
use crate::analysis::names::Numbered;
use crate::model::article::BlockKind;
use crate::model::date::Precision;
use crate::model::segment::{ArticleRef, Segment};

/// Words of the text that are read.
const READ: usize = 250;
/// What a word with a capital inside a sentence weighs.
const NAME: f32 = 1.5;
/// What a word of the headline weighs.
const HEADLINE: f32 = 2.0;
/// Letters by which words are told apart.
const STEM: usize = 6;
/// An odd number whose bits are spread evenly (2^64 by the golden ratio).
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// The terms of the articles of one segment with how often each has them.
#[derive(Default)]
pub(super) struct Counted {
    /// The terms, in order, article by article.
    terms: Vec<u32>,
    /// How often an article has each, a half counted as one, with [`NAMED`] for names.
    halves: Vec<u8>,
    /// Where the terms of each article end.
    ends: Vec<u32>,
}

/// Tells the names among terms.
pub(super) const NAMED: u8 = 1 << 7;

/// What is found in one article.
pub(super) type Found = Numbered<(f32, bool)>;

impl Counted {
    /// Those of `segment`; `found` is room to count in.
    pub fn of(segment: &Segment, found: &mut Found) -> Self {
        let mut counted = Self::default();
        let (mut sorted, mut runs) = (Vec::new(), WordRuns::default());
        for article in segment.iter() {
            features(article, found, &mut runs);
            sorted.clear();
            sorted.extend(found.drain());
            sorted.sort_unstable_by_key(|(term, _)| *term);
            counted.terms.extend(sorted.iter().map(|(term, _)| *term));
            counted.halves.extend(sorted.iter().map(|(_, (often, is_name))| halves(*often) | if *is_name { NAMED } else { 0 }));
            counted.ends.push(u32::try_from(counted.terms.len()).unwrap_or(u32::MAX));
        }
        counted.terms.shrink_to_fit();
        counted.halves.shrink_to_fit();
        counted
    }

    /// The terms of each article.
    pub fn articles(&self) -> impl Iterator<Item = impl Iterator<Item = (u32, u8)>> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| {
            let range = start as usize..*end as usize;
            let terms = self.terms.get(range.clone()).unwrap_or_default().iter().copied();
            terms.zip(self.halves.get(range).unwrap_or_default().iter().copied())
        })
    }
}

/// A count in halves; all that is counted counts once, twice, or half as much more.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "few words are read")]
fn halves(often: f32) -> u8 {
    (often * 2.0).min(f32::from(NAMED - 1)) as u8
}

/// Finds the terms of an article and how often it has them; `runs` is room.
fn features(article: ArticleRef<'_>, found: &mut Found, runs: &mut WordRuns) {
    let mut left = READ;
    read((article.title(), HEADLINE), &mut left, found, runs);
    left = READ;
    for block in article.blocks().filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Headline)) {
        if left == 0 {
            break;
        }
        read((article.slice(block.span), 1.0), &mut left, found, runs);
    }
    for event in article.events().filter(|event| event.precision == Precision::Day && event.days == 0) {
        found.entry(event.first.cast_unsigned() ^ 0xda1e_0000).or_insert((1.0, false));
    }
    for (actor, _) in article.actors() {
        found.entry(u32::from(actor.0) ^ 0xac70_0000).or_insert((1.0, false));
    }
}

/// Adds the words of `text`, each with `weight`, while there are some `left` to be read.
fn read((text, weight): (&str, f32), left: &mut usize, found: &mut Found, runs: &mut WordRuns) {
    let mut behind = 0;
    runs.read(text.as_bytes());
    runs.each(|start, end| {
        if *left == 0 {
            return;
        }
        *left -= 1;
        let word = text.get(start..end).unwrap_or_default();
        let between = text.as_bytes().get(behind..start).unwrap_or_default();
        let opens = behind == 0 || between.iter().any(|byte| matches!(byte, b'.' | b'!' | b'?' | b'\n'));
        behind = end;
        let is_ascii = word.is_ascii();
        let is_upper = |first: u8| if is_ascii { first.is_ascii_uppercase() } else { word.starts_with(char::is_uppercase) };
        let is_name = !opens && word.bytes().next().is_some_and(is_upper);
        let has_digit = word.bytes().any(|byte| byte.is_ascii_digit());
        let letters = if is_ascii { word.len() } else { word.chars().count() };
        if letters >= 4 || is_name && letters == 3 || has_digit && letters >= 2 {
            let id = if has_digit { number(word) } else { stem(word) };
            let known = found.entry(id).or_insert((0.0, is_name));
            known.0 += if is_name { weight * NAME } else { weight };
            known.1 |= is_name;
        }
    });
}

/// A word with digits, all of it.
fn number(word: &str) -> u32 {
    let mut number = 0;
    each_word(word.as_bytes(), |hash, _| number = u32::try_from(hash >> 32).unwrap_or_default());
    number
}

/// A word by its first letters: endings differ with number, gender and tense. Cutting words off does about as well as stemming
/// (P. `McNamee` and J. Mayfield, *Character n-gram tokenization for European language text retrieval*, 2004).
fn stem(word: &str) -> u32 {
    let mut letters: u64 = 0;
    let mut push = |letter: char| letters = letters.rotate_left(9).wrapping_mul(MIX) ^ u64::from(u32::from(letter));
    for letter in word.chars().take(STEM) {
        if letter.is_ascii() {
            push(letter.to_ascii_lowercase());
        } else {
            letter.to_lowercase().for_each(&mut push);
        }
    }
    u32::try_from(letters.wrapping_mul(MIX) >> 32).unwrap_or_default()
}
