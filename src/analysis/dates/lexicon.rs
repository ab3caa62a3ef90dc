//! Lexicons: the words of a language with their classes, its verb forms and its feasts, as tables.
//!
//! A language is added by a folder or file of tables beside those here and a line in [`LANGUAGES`].

pub mod de;
pub mod en;
pub mod es;
mod foreign_months;
pub mod fr;

use std::num::NonZeroU32;
use std::sync::LazyLock;

use crate::analysis::dates::grammar::Grammar;
use crate::analysis::dates::habits::Habits;
use crate::analysis::dates::table::{WordKey, WordTable};
use crate::analysis::dates::word::{Feast, Tense, WordSense};
use crate::model::article::Lang;
use crate::text::fold::fold;

/// The languages that have tables. The first one reads furniture and texts that name no time.
pub const LANGUAGES: [&Language; 4] = [&fr::LANGUAGE, &en::LANGUAGE, &es::LANGUAGE, &de::LANGUAGE];

/// The tables of one language.
#[derive(Debug)]
pub struct Language {
    /// Its ISO 639 code.
    pub code: &'static str,
    /// Its habits, and the words only one pattern asks for.
    pub grammar: Grammar,
    /// Words with their classes, folded when the lexicon is built.
    pub words: &'static [&'static [(&'static str, WordSense)]],
    /// Verb forms in small letters with their accents; [`Tense::Unknown`] for words that only end like verbs.
    pub forms: &'static [(Tense, &'static [&'static str])],
    /// Endings of verb forms, the longer ones first: the ending, the fewest letters before it, the tense.
    pub endings: &'static [Ending],
    /// Feasts of several words, apart by spaces, apostrophes by themselves: `jour de l ' an`.
    pub feasts: &'static [(&'static str, Feast)],
}

/// The ending of a verb form.
#[derive(Clone, Copy, Debug)]
pub struct Ending {
    /// The last letters.
    pub letters: &'static str,
    /// The fewest bytes before them.
    pub stem: usize,
    /// What it tells; `None` when it tells no time, so that a shorter ending does not count.
    pub tense: Option<Tense>,
}

/// The words of one language, ready to be asked.
#[derive(Debug)]
pub struct DateLexicon {
    /// The language.
    pub lang: Lang,
    /// The tables it was made from.
    pub language: &'static Language,
    /// Its habits and cues, ready to be asked.
    pub habits: Habits,
    words: WordTable<WordSense>,
    /// The feasts of several words, each behind the hash of its first word.
    feasts: Vec<(NonZeroU32, &'static str, Feast)>,
    forms: Forms,
    /// The endings, by their last letter, in their order.
    endings: [Vec<Ending>; LETTERS],
}

impl DateLexicon {
    fn new(language: &'static Language) -> Self {
        let mut words: Vec<(WordKey, WordSense)> =
            language.words.iter().copied().flatten().map(|(word, class)| (WordKey::of(word), *class)).collect();
        let first_word = |feast: &str| WordKey::of(feast.split(' ').next().unwrap_or_default());
        for (feast, _) in language.feasts {
            let first = first_word(feast);
            if words.iter().all(|(word, _)| *word != first) {
                words.push((first, WordSense::Named));
            }
        }
        for (phrase, _) in language.grammar.phrases {
            let last = WordKey::of(phrase.rsplit(' ').next().unwrap_or_default());
            if words.iter().all(|(word, _)| *word != last) {
                words.push((last, WordSense::Phrase));
            }
        }
        Self {
            lang: Lang::parse(language.code),
            language,
            habits: Habits::new(&language.grammar),
            words: WordTable::new(words.into_iter(), WordSense::Other),
            feasts: language.feasts.iter().map(|(words, feast)| (first_word(words).hash(), *words, *feast)).collect(),
            forms: Forms::new(language.forms),
            endings: by_last_letter(language.endings),
        }
    }

    /// All lexicons, in the order of [`LANGUAGES`].
    #[must_use]
    pub fn all() -> &'static [Self; LANGUAGES.len()] {
        static ALL: LazyLock<[DateLexicon; LANGUAGES.len()]> = LazyLock::new(|| LANGUAGES.map(DateLexicon::new));
        &ALL
    }

    /// The names of months and weekdays in French and English, as they are and cut short, folded.
    pub fn calendar_names() -> impl Iterator<Item = String> {
        let of_calendar = |sense: &WordSense| {
            use WordSense::{LikelyMonth, Month, MonthCut, Weekday, WeekdayCut};
            matches!(sense, Month(_) | LikelyMonth(_) | MonthCut(_) | Weekday(_) | WeekdayCut(_))
        };
        let words = [&fr::LANGUAGE, &en::LANGUAGE].into_iter().flat_map(|language| language.words.iter().copied().flatten());
        words.filter(move |(_, sense)| of_calendar(sense)).map(|(word, _)| fold(word))
    }

    /// The lexicon of `lang`; `None` for a language that has no tables.
    #[must_use]
    pub fn of(lang: Lang) -> Option<&'static Self> {
        Self::all().iter().find(|lexicon| lexicon.lang == lang)
    }

    /// The class of a folded word, whose hash is known.
    #[must_use]
    pub fn class(&self, key: &WordKey, hash: NonZeroU32) -> WordSense {
        self.words.get_hashed(key, hash)
    }

    /// The feasts of several words whose first word has `hash`, and perhaps others.
    pub fn feasts(&self, hash: NonZeroU32) -> impl Iterator<Item = (&'static str, Feast)> {
        self.feasts.iter().filter(move |(first, ..)| *first == hash).map(|(_, words, feast)| (*words, *feast))
    }

    /// Whether `word` may be a verb form: its token has `hash`, and nearly every word falls through.
    #[must_use]
    pub fn may_be_verb(&self, word: &str, hash: Option<NonZeroU32>) -> bool {
        !self.endings_for(word).is_empty() || hash.is_none_or(|hash| self.forms.may_hold(hash))
    }

    /// The endings that end in the last letter of `word`, and perhaps others.
    fn endings_for(&self, word: &str) -> &[Ending] {
        word.bytes().last().and_then(|letter| self.endings.get(hole_of(letter))).map_or(&[], Vec::as_slice)
    }

    /// The tense `word` tells by itself or by its ending.
    #[must_use]
    pub fn tense(&self, word: &str, hash: Option<NonZeroU32>) -> Option<Tense> {
        if let Some(told) = hash.is_none_or(|hash| self.forms.may_hold(hash)).then(|| self.forms.get(word)).flatten() {
            return (told != Tense::Unknown).then_some(told);
        }
        let ends = |ending: &&Ending| word.len() >= ending.letters.len() + ending.stem && word.ends_with(ending.letters);
        self.endings_for(word).iter().find(ends).and_then(|ending| ending.tense)
    }
}

/// Holes that last letters fall into: a power of two, so that a letter finds its own without a division.
const LETTERS: usize = 32;

/// The hole of a word's last byte.
fn hole_of(letter: u8) -> usize {
    usize::from(letter) % LETTERS
}

/// Endings apart by their last letter, since nearly every word is asked for one and most lists are long.
fn by_last_letter(endings: &[Ending]) -> [Vec<Ending>; LETTERS] {
    let mut holes = [const { Vec::new() }; LETTERS];
    for ending in endings {
        let letter = ending.letters.bytes().last().unwrap_or_default();
        if let Some(hole) = holes.get_mut(hole_of(letter)) {
            hole.push(*ending);
        }
    }
    holes
}

/// What known verb forms tell, in any case.
#[derive(Debug)]
struct Forms {
    told: WordTable<Option<Tense>>,
    /// The hashes of these words, folded.
    filter: Box<[bool]>,
}

impl Forms {
    /// A power of two, so that a hash becomes a hole without a division.
    const HOLES: usize = 1 << 12;

    fn new(lists: &[(Tense, &[&str])]) -> Self {
        let words = || lists.iter().flat_map(|(tense, words)| words.iter().map(|word| (*word, *tense)));
        let told: Vec<(WordKey, Option<Tense>)> = words().map(|(word, tense)| (WordKey::accented(word), Some(tense))).collect();
        let mut filter = vec![false; Self::HOLES].into_boxed_slice();
        for (word, _) in words() {
            if let Some(hole) = filter.get_mut(Self::hole(WordKey::of(word).hash())) {
                *hole = true;
            }
        }
        Self { told: WordTable::new(told.into_iter(), None), filter }
    }

    fn hole(hash: NonZeroU32) -> usize {
        (hash.get() >> 1) as usize % Self::HOLES
    }

    /// Whether a word whose token has `hash` may be known.
    fn may_hold(&self, hash: NonZeroU32) -> bool {
        self.filter.get(Self::hole(hash)).is_some_and(|hole| *hole)
    }

    /// What `word` tells, when it is known.
    fn get(&self, word: &str) -> Option<Tense> {
        self.told.get(&WordKey::accented(word))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::LANGUAGES;
    use crate::analysis::dates::table::WordKey;

    #[test]
    fn no_two_words_of_a_language_fold_to_one_with_two_meanings() {
        for language in LANGUAGES {
            let mut seen = HashMap::new();
            for (word, class) in language.words.iter().copied().flatten() {
                let key = WordKey::of(word);
                assert!(key.fits(), "{word} is too long");
                let before = seen.insert(key, (word, class));
                assert!(before.is_none_or(|(_, other)| other == class), "{word} and {before:?}");
            }
        }
    }
}
