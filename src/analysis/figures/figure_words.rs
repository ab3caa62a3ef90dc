//! The words by which it is told what a number counts: read from `assets/figures`, one file a language.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::analysis::names::lexicon::{NameLexicon, Tells};
use crate::model::article::Lang;

/// A language's file: words parted by blanks, folded.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    between: String,
    behind_of: String,
    uncounted: String,
    names: String,
    plural: String,
}

type Words = HashSet<Box<str>>;

/// The words of one language.
pub(super) struct FigureWords {
    /// Words between a number and what it counts.
    pub(super) between: Words,
    /// Articles, which stand there behind `of` alone.
    pub(super) behind_of: Words,
    /// Words in the form of a plural that nothing is counted by.
    uncounted: Words,
    /// Words whose number is a part of a name: `No.`, `Article`, `Boeing`.
    pub(super) names: Words,
    /// Plurals without the ending of one.
    plural: Words,
    /// How plurals end.
    endings: &'static [char],
    /// Whether adjectives stand before what is counted, without a sign of the plural.
    pub(super) is_english: bool,
}

static FRENCH: LazyLock<FigureWords> =
    LazyLock::new(|| FigureWords::read(include_str!("../../../assets/figures/fr.json"), false));
static ENGLISH: LazyLock<FigureWords> =
    LazyLock::new(|| FigureWords::read(include_str!("../../../assets/figures/en.json"), true));

fn words(list: &str) -> Words {
    list.split_ascii_whitespace().map(Into::into).collect()
}

impl FigureWords {
    /// Those of `lang`; the French ones for a language that is not known.
    pub(super) fn of(lang: Lang) -> &'static Self {
        if lang == Lang::En { &ENGLISH } else { &FRENCH }
    }

    fn read(file: &str, is_english: bool) -> Self {
        // The files are part of the program and a test reads them, so that there is no failure to report here.
        let listed: Listed = serde_json::from_str(file).unwrap_or_default();
        Self {
            between: words(&listed.between),
            behind_of: words(&listed.behind_of),
            uncounted: words(&listed.uncounted),
            names: words(&listed.names),
            plural: words(&listed.plural),
            endings: if is_english { &['s'] } else { &['s', 'x', 'z'] },
            is_english,
        }
    }

    /// Whether several things may be counted by `word`, which is folded.
    pub(super) fn is_plural(&self, word: &str) -> bool {
        let ends = word.ends_with(self.endings) && !(self.is_english && is_singular(word));
        self.plural.contains(word) || ends && !self.uncounted.contains(word) && !self.is_small(word)
    }

    /// Whether nothing is counted behind `word`: it begins another part of the sentence, or is its verb.
    pub(super) fn stops(&self, word: &str) -> bool {
        let cues = NameLexicon::get().cues(word);
        self.is_small(word) || cues.is(Tells::Verb) || cues.is(Tells::Saying) || self.uncounted.contains(word)
    }

    fn is_small(&self, word: &str) -> bool {
        NameLexicon::get().cues(word).is(Tells::Function) && !self.plural.contains(word)
    }
}

/// Whether a word that ends with `s` is a singular of English: `process`, `virus`, `crisis`.
fn is_singular(word: &str) -> bool {
    ["ss", "us", "is"].iter().any(|ending| word.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::{FigureWords, Listed};
    use crate::model::article::Lang;

    #[test]
    fn the_files_can_be_read() {
        for file in [include_str!("../../../assets/figures/fr.json"), include_str!("../../../assets/figures/en.json")] {
            serde_json::from_str::<Listed>(file).unwrap();
        }
        let (french, english) = (FigureWords::of(Lang::Fr), FigureWords::of(Lang::En));
        assert!(french.is_plural("bateaux") && !french.is_plural("samedi") && !french.is_plural("dans"));
        assert!(
            english.is_plural("boats")
                && english.is_plural("people")
                && !english.is_plural("virus")
                && !english.is_plural("does")
        );
    }
}
