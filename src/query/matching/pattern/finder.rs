//! The quick search: where a few letters of a needle stand in a text, in any of their usual spellings, at the speed of memory.
//!
//! It finds candidates, which `needle` then looks at. What it overlooks, because the letters are spelled in a rare way, the
//! census tells. Vector search is `memchr`'s and `aho-corasick`'s (Teddy).

use std::ops::Range;

use aho_corasick::{AhoCorasick, BuildError, Input, Span, packed};
use memchr::memmem;

use crate::query::matching::pattern::rare_spellings::{Census, each_rare};
use crate::query::matching::pattern::spelling::{Folding, LEFT_OUT, Rare, USUAL, form, rare_forms};
use crate::query::matching::pattern::walk::letter_before;

/// Spellings that the vector search takes at once in its quicker form.
const SPELLINGS: usize = 32;
/// Letters of a needle that are searched for at most; more of them would not be told apart by vectors.
const LETTERS: usize = 3;

/// Finds the letters of a needle that are looked for first.
#[derive(Clone, Debug)]
pub struct Finder {
    engine: Engine,
    /// Which letters of the needle they are.
    letters: Range<usize>,
    longest: usize,
    wanted: Rare,
}

#[derive(Clone, Debug)]
enum Engine {
    Single(Box<memmem::Finder<'static>>),
    Packed(Box<packed::Searcher>),
    Automaton(AhoCorasick),
}

impl Finder {
    /// Chooses the letters of `needle`, folded, by which it is found quickest. The white space between words is never among
    /// them. `asked` are their spellings where only these will do; other spellings of a letter then hold characters that are
    /// left out, or are rare.
    ///
    /// # Errors
    ///
    /// When the automaton cannot be built; a few short spellings always fit.
    pub fn new(needle: &[char], asked: &[Option<Vec<char>>]) -> Result<Self, BuildError> {
        let asked = asked.iter().map(Option::as_ref).chain(std::iter::repeat(None));
        let all_forms = |(letter, asked): (&char, Option<&Vec<char>>)| asked.cloned().unwrap_or_else(|| forms(*letter));
        let forms: Vec<Vec<char>> = needle.iter().zip(asked).map(all_forms).collect();
        let letters = rarest(needle, &forms);
        let spellings = forms.get(letters.clone()).unwrap_or_default().iter().fold(vec![String::new()], |heads, tails| {
            heads.iter().flat_map(|head| tails.iter().map(move |tail| format!("{head}{tail}"))).collect()
        });
        let wanted =
            needle.get(letters.clone()).unwrap_or_default().iter().fold(LEFT_OUT, |all, letter| all | rare_forms(*letter));
        let longest = spellings.iter().map(String::len).max().unwrap_or_default();
        Ok(Self { engine: engine(&spellings)?, letters, longest, wanted })
    }

    /// The letter of the needle that candidates stand on.
    pub fn anchor(&self) -> usize {
        self.letters.start
    }

    /// Appends the places of `window` where the anchor may stand to `candidates`, in order.
    pub fn candidates(&self, text: &[u8], window: Range<usize>, census: Option<&Census>, candidates: &mut Vec<usize>) {
        self.usual(text, window.clone(), candidates);
        let usual = candidates.len();
        each_rare(text, window.start, (window.end + self.longest + 1).min(text.len()), self.wanted, census, |letter| {
            // The anchor is the rare letter or stands up to as many letters before it as are looked for.
            let before = std::iter::successors(Some(letter), |next| letter_before(text, next.at)).take(self.letters.len() + 1);
            candidates.extend(before.map(|letter| letter.at).filter(|at| window.contains(at)));
        });
        if candidates.len() > usual {
            candidates.sort_unstable();
            candidates.dedup();
        }
    }

    fn usual(&self, text: &[u8], window: Range<usize>, candidates: &mut Vec<usize>) {
        let end = (window.end + self.longest - 1).min(text.len());
        let mut from = window.start;
        let next = |from: usize| match &self.engine {
            Engine::Single(finder) => finder.find(text.get(from..end)?).map(|at| from + at),
            Engine::Packed(searcher) => searcher.find_in(text, Span { start: from, end }).map(|found| found.start()),
            Engine::Automaton(automaton) => automaton.find(Input::new(text).span(from..end)).map(|found| found.start()),
        };
        while let Some(at) = next(from).filter(|at| *at < window.end) {
            candidates.push(at);
            from = at + 1;
        }
    }
}

fn engine(spellings: &[String]) -> Result<Engine, BuildError> {
    if let [only] = spellings {
        return Ok(Engine::Single(Box::new(memmem::Finder::new(only).into_owned())));
    }
    match packed::Searcher::new(spellings) {
        Some(searcher) => Ok(Engine::Packed(Box::new(searcher))),
        None => AhoCorasick::new(spellings).map(Engine::Automaton),
    }
}

/// The usual spellings of a folded letter.
fn forms(letter: char) -> Vec<char> {
    let mut forms = vec![letter];
    if letter.is_ascii() {
        let capital = if letter == '\'' { '`' } else { letter.to_ascii_uppercase() };
        let accented = USUAL.iter().find(|(plain, _)| *plain == letter).map_or("", |(_, accented)| *accented);
        forms.extend(std::iter::once(capital).filter(|capital| *capital != letter).chain(accented.chars()));
    } else if letter < '\u{800}' {
        let is_form = |c: &char| *c != letter && form(*c) == Folding::One(letter);
        forms.extend(('\u{80}'..'\u{800}').filter(is_form));
    }
    forms
}

/// The neighbouring letters of `needle` that stand together least often, in spellings few enough.
fn rarest(needle: &[char], forms: &[Vec<char>]) -> Range<usize> {
    let mut best = (f64::INFINITY, 0..1);
    for start in 0..needle.len() {
        let (mut often, mut spellings) = (0.0, 1);
        for end in start + 1..=needle.len().min(start + LETTERS) {
            let (Some(letter), Some(count)) = (needle.get(end - 1), forms.get(end - 1).map(Vec::len)) else { break };
            spellings *= count;
            if *letter == ' ' || (spellings > SPELLINGS && end > start + 1) {
                break;
            }
            often += frequency(*letter).ln();
            let cost = often + (1.0 + spellings_cost(spellings)).ln();
            if cost < best.0 {
                best = (cost, start..end);
            }
        }
    }
    best.1
}

/// How much more often many spellings raise false candidates than one.
fn spellings_cost(spellings: usize) -> f64 {
    f64::from(u8::try_from(spellings).unwrap_or(u8::MAX)) / 64.0
}

/// How often a letter is met in a thousand of French and English press text, roughly.
fn frequency(letter: char) -> f64 {
    const PER_THOUSAND: [u8; 26] =
        [70, 10, 30, 35, 125, 15, 12, 25, 65, 4, 4, 45, 25, 65, 60, 25, 5, 60, 65, 70, 45, 12, 8, 4, 8, 2];
    let often = match letter {
        'a'..='z' => PER_THOUSAND.get(letter as usize - 'a' as usize).copied().unwrap_or(1),
        '0'..='9' => 4,
        '\'' | '-' | '"' => 200,
        _ if letter.is_ascii() => 10,
        // Signs of other alphabets are either not met at all or met everywhere.
        _ => 20,
    };
    f64::from(often) / 1000.0
}
