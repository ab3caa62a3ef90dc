//! Lexicons: the words of a language with their classes, folded, in a table.
//!
//! A language is added by a file of words beside `fr` and `en` and a line in [`Lexicon::of`].

pub mod en;
pub mod fr;

use std::num::NonZeroU32;
use std::sync::LazyLock;

use crate::analysis::dates::table::{Key, Table};
use crate::analysis::dates::word::Word;
use crate::model::article::Lang;

/// The words of one language.
#[derive(Debug)]
pub struct Lexicon {
    /// The language; decides the order of day and month in digits.
    pub lang: Lang,
    words: Table<Word>,
}

impl Lexicon {
    fn new(lang: Lang, tables: &[&[(&str, Word)]]) -> Self {
        let words = tables.concat();
        Self { lang, words: Table::new(words.into_iter().map(|(word, class)| (Key::of(word), class)), Word::Other) }
    }

    /// The lexicon of `lang`; French for a language that has none.
    #[must_use]
    pub fn of(lang: Lang) -> &'static Self {
        static FRENCH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(Lang::Fr, &[fr::CALENDAR, fr::GRAMMAR, fr::CONTEXT]));
        static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(Lang::En, &[en::CALENDAR, en::GRAMMAR, en::CONTEXT]));
        match lang {
            Lang::En => &ENGLISH,
            _ => &FRENCH,
        }
    }

    /// The class of a folded word, whose hash is known.
    #[must_use]
    pub fn class(&self, key: &Key, hash: NonZeroU32) -> Word {
        self.words.get_hashed(key, hash)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{en, fr};
    use crate::analysis::dates::table::Key;

    #[test]
    fn no_two_words_of_a_language_fold_to_one_with_two_meanings() {
        for tables in [[fr::CALENDAR, fr::GRAMMAR, fr::CONTEXT], [en::CALENDAR, en::GRAMMAR, en::CONTEXT]] {
            let mut seen = HashMap::new();
            for (word, class) in tables.into_iter().flatten() {
                let key = Key::of(word);
                assert!(key.fits(), "{word} is too long");
                let before = seen.insert(key, (word, class));
                assert!(before.is_none_or(|(_, other)| other == class), "{word} and {before:?}");
            }
        }
    }
}
