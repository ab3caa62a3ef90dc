//! The words by which it is told who says something: read from `assets/speech`, one file a language and two lists of given names.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::analysis::names::lexicon::{NameCues, NameLexicon, Tells};
use crate::analysis::statements::word::Word;
use crate::model::article::Lang;
use crate::text::fold::fold;

/// Bytes that an adverb has more than.
const ADVERB: usize = 5;

/// The sex that a pronoun, a title or a given name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sex {
    Feminine,
    Masculine,
}

/// A pronoun of the third person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pronoun {
    One(Sex),
    Several,
}

/// A language's file: words parted by blanks, folded.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    beside: String,
    sources: Vec<String>,
    that: String,
    masculine: String,
    feminine: String,
    plural: String,
    leads: String,
    prepositions: String,
    determiners: String,
    addressed: String,
    passives: String,
    inverts: String,
    joins: String,
    breaks: String,
    masculine_titles: String,
    feminine_titles: String,
}

type Words = HashSet<Box<str>>;

/// The words of one language.
#[derive(Default)]
pub(super) struct SpeechWords {
    /// Verbs that say something beside a quotation, and do other things elsewhere.
    beside: Words,
    /// Words behind which the one who says something stands, a word or two each.
    pub(super) sources: Vec<Vec<Box<str>>>,
    /// What leads in reported speech behind its verb.
    pub(super) that: Words,
    masculine: Words,
    feminine: Words,
    plural: Words,
    /// Words that stand between a subject and its verb.
    leads: Words,
    /// Words whose object does not speak: whom something is told to, where, of whom.
    pub(super) prepositions: Words,
    pub(super) determiners: Words,
    /// Verbs of which whom it is told to stands behind them.
    pub(super) addressed: Words,
    /// Words behind a participle that lead in who did it, so that it says nothing.
    pub(super) passives: Words,
    /// Words behind which the subject follows its verb.
    pub(super) inverts: Words,
    /// Words that join a verb to a subject further ahead.
    pub(super) joins: Words,
    /// Words that end the description of a speaker.
    pub(super) breaks: Words,
    masculine_titles: Words,
    feminine_titles: Words,
    masculine_names: Words,
    feminine_names: Words,
    /// Whether a word behind a name says what bears it, as in English.
    pub(super) is_english: bool,
}

static FRENCH: LazyLock<SpeechWords> = LazyLock::new(|| SpeechWords::read(include_str!("../../../assets/speech/fr.json"), false));
static ENGLISH: LazyLock<SpeechWords> = LazyLock::new(|| SpeechWords::read(include_str!("../../../assets/speech/en.json"), true));

fn words(list: &str) -> Words {
    list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_ascii_whitespace).map(Into::into).collect()
}

impl SpeechWords {
    /// Those of `lang`; the French ones for a language that is not known.
    pub(super) fn of(lang: Lang) -> &'static Self {
        if lang == Lang::En { &ENGLISH } else { &FRENCH }
    }

    fn read(file: &str, is_english: bool) -> Self {
        // The files are part of the program and a test reads them, so that there is no failure to report here.
        let listed: Listed = serde_json::from_str(file).unwrap_or_default();
        Self {
            beside: words(&listed.beside),
            sources: listed.sources.iter().map(|source| source.split(' ').map(Into::into).collect()).collect(),
            that: words(&listed.that),
            masculine: words(&listed.masculine),
            feminine: words(&listed.feminine),
            plural: words(&listed.plural),
            leads: words(&listed.leads),
            prepositions: words(&listed.prepositions),
            determiners: words(&listed.determiners),
            addressed: words(&listed.addressed),
            passives: words(&listed.passives),
            inverts: words(&listed.inverts),
            joins: words(&listed.joins),
            breaks: words(&listed.breaks),
            masculine_titles: words(&listed.masculine_titles),
            feminine_titles: words(&listed.feminine_titles),
            masculine_names: words(include_str!("../../../assets/speech/masculine-names.txt")),
            feminine_names: words(include_str!("../../../assets/speech/feminine-names.txt")),
            is_english,
        }
    }

    /// Whether `word` is a verb of saying by itself.
    pub(super) fn says(&self, word: &str) -> bool {
        let cues = cues(word);
        cues.is(Tells::Saying)
            || cues.is(Tells::SaidBy) && self.sources.iter().all(|source| source.first().map(AsRef::as_ref) != Some(word))
    }

    /// Whether it is one beside a quotation.
    pub(super) fn says_beside(&self, word: &str) -> bool {
        self.says(word) || self.beside.contains(word)
    }

    /// The pronoun that `word` is.
    pub(super) fn pronoun(&self, word: &str) -> Option<Pronoun> {
        match word {
            _ if self.masculine.contains(word) => Some(Pronoun::One(Sex::Masculine)),
            _ if self.feminine.contains(word) => Some(Pronoun::One(Sex::Feminine)),
            _ if self.plural.contains(word) => Some(Pronoun::Several),
            _ => None,
        }
    }

    /// Whether `word` may stand between a subject and its verb: an auxiliary, an adverb, a day.
    pub(super) fn leads(&self, word: &Word) -> bool {
        let ending = if self.is_english { "ly" } else { "ment" };
        let is_adverb = word.folded.len() > ADVERB && word.folded.ends_with(ending) && !word.is_capital;
        is_adverb || self.leads.contains(&*word.folded)
    }

    /// Whether the title `word` before a name tells the sex of who bears it.
    pub(super) fn titled(&self, word: &str) -> Option<Sex> {
        match word {
            _ if self.feminine_titles.contains(word) => Some(Sex::Feminine),
            _ if self.masculine_titles.contains(word) => Some(Sex::Masculine),
            _ => None,
        }
    }

    /// The sex that the first of several words of a name tells.
    pub(super) fn given(&self, name: &str) -> Option<Sex> {
        let (first, rest) = name.split_once(char::is_whitespace)?;
        let given = fold(first.trim_end_matches('.'));
        let given = given.split('-').next().unwrap_or_default();
        match given {
            _ if rest.trim().is_empty() => None,
            _ if self.feminine_names.contains(given) => Some(Sex::Feminine),
            _ if self.masculine_names.contains(given) => Some(Sex::Masculine),
            _ => self.titled(given),
        }
    }

    /// Whether `word` in small letters is a title, or says that somebody works for who is named beside it.
    pub(super) fn is_title(&self, word: &Word) -> bool {
        let cues = cues(&word.folded);
        cues.is(Tells::Title) || cues.is(Tells::Staff) || self.titled(&word.folded).is_some()
    }

    /// Whether what stands behind a name is no part of a longer one and does not say what bears it.
    pub(super) fn ends_name(&self, word: &Word) -> bool {
        let cues = cues(&word.folded);
        let says = self.says_beside(&word.folded) || self.leads(word) || self.breaks.contains(&*word.folded);
        if word.is_capital {
            return says && !cues.is(Tells::Title);
        }
        let is_small = self.prepositions.contains(&*word.folded) || self.joins.contains(&*word.folded);
        !self.is_english || says || is_small || cues.is(Tells::Function) || cues.is(Tells::Verb)
    }
}

/// What the lexicon of names tells of `word`.
pub(super) fn cues(word: &str) -> NameCues {
    NameLexicon::get().cues(word)
}

#[cfg(test)]
mod tests {
    use super::{Listed, SpeechWords};
    use crate::model::article::Lang;

    #[test]
    fn the_files_can_be_read_and_no_name_is_of_both_sexes() {
        for file in [include_str!("../../../assets/speech/fr.json"), include_str!("../../../assets/speech/en.json")] {
            serde_json::from_str::<Listed>(file).unwrap();
        }
        let words = SpeechWords::of(Lang::Fr);
        assert!(words.feminine_names.len() > 300 && words.masculine_names.len() > 300);
        assert_eq!(words.feminine_names.intersection(&words.masculine_names).next(), None);
    }
}
