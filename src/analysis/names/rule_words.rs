//! The words that single rules ask for, as they are written: read from `assets/discovery/rules.json`, where each list has the name it has here.
//!
//! What a word tells wherever it stands is a class of the lexicon; these are asked for by one rule each, most of them with their accents
//! and capitals, which the classes do not know.

use std::sync::LazyLock;

use serde::{Deserialize, Deserializer};

const LISTED: &str = include_str!("../../../assets/discovery/rules.json");

/// A list of words or endings, parted by blanks in the file.
#[derive(Debug, Default)]
pub(crate) struct WordList(Vec<String>);

impl<'de> Deserialize<'de> for WordList {
    fn deserialize<D: Deserializer<'de>>(words: D) -> Result<Self, D::Error> {
        let words = String::deserialize(words)?;
        Ok(Self(words.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()))
    }
}

impl WordList {
    /// Whether `word` is one of them, as it is written.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.0.iter().any(|listed| listed == word)
    }

    /// Whether `word` is one of them, whatever the case of its ASCII letters.
    pub(crate) fn has_in_any_case(&self, word: &str) -> bool {
        self.0.iter().any(|listed| listed.eq_ignore_ascii_case(word))
    }

    /// Whether `word` ends in one of them.
    pub(crate) fn end(&self, word: &str) -> bool {
        self.0.iter().any(|ending| word.ends_with(ending.as_str()))
    }

    /// What is left of `word` before the first of them that it ends in.
    pub(crate) fn cut<'a>(&self, word: &'a str) -> Option<&'a str> {
        self.0.iter().find_map(|ending| word.strip_suffix(ending.as_str()))
    }
}

/// The lists, each for the rule that its comment tells.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct RuleWords {
    /// In small letters behind a hyphen: what something is by the name before it (`Vorland-led`).
    pub(crate) behind_hyphens: WordList,
    /// Words of French or English that are second halves of Korean and Chinese given names (`Kim Tam-il`).
    pub(crate) syllables: WordList,
    /// How English participles end behind a hyphen (`-backed`).
    pub(crate) participles: WordList,
    /// Behind a hyphen, in small letters: something has its seat in the place before it.
    pub(crate) seats: WordList,
    /// What an apostrophe joins to a name and is not of it.
    pub(crate) possessives: WordList,
    /// English: those whose a group is, before the apostrophe of its name (`People's Army`).
    pub(crate) owners: WordList,
    /// Before an apostrophe, of a French noun.
    pub(crate) elisions: WordList,
    /// The English link.
    pub(crate) of_english: WordList,
    /// The French link before a name without an article.
    pub(crate) of_french: WordList,
    /// The French links in a title with its own article (`La Voix du Nord`).
    pub(crate) of_papers: WordList,
    /// The second word of `according to`.
    pub(crate) to_english: WordList,
    /// French: to whom, or where.
    pub(crate) to_whom: WordList,
    /// French: near, which folds to the short form of a title.
    pub(crate) near: WordList,
    /// French: the verb that is a point of the compass too.
    pub(crate) verb_est: WordList,
    /// French: years, behind an age.
    pub(crate) years: WordList,
    /// The French articles of surnames and of names in the singular.
    pub(crate) articles_of_names: WordList,
    /// The French article of a group called after its members.
    pub(crate) articles_of_members: WordList,
    /// The French preposition in names of English texts.
    pub(crate) without: WordList,
    /// In an English text, no word of the language but of the surname behind it.
    pub(crate) foreign_particles: WordList,
    /// German articles, which belong to a name behind a particle alone.
    pub(crate) german_articles: WordList,
    /// German particles of surnames.
    pub(crate) german_particles: WordList,
    /// How French infinitives end.
    pub(crate) infinitives: WordList,
    /// How words end that are no infinitives for all that.
    pub(crate) no_infinitives: WordList,
    /// How French adverbs end.
    pub(crate) adverbs: WordList,
    /// How the names of the inhabitants of French towns end.
    pub(crate) inhabitants: WordList,
    /// How adjectives of peoples and faiths end.
    pub(crate) demonyms: WordList,
    /// Words cut short with a stop, behind which a name goes on.
    pub(crate) short_forms: WordList,
    /// Behind a surname: which of those of one name bears it.
    pub(crate) generations: WordList,
    /// How Roman numbers end that are ordinals.
    pub(crate) ordinals: WordList,
    /// What is behind a man's given name in the woman's made of it.
    pub(crate) feminines: WordList,
    /// What is behind the beginning of a given name in another one.
    pub(crate) diminutives: WordList,
    /// How nouns, adjectives and verbs of English and French end that are made of other words, folded.
    pub(crate) common_endings: WordList,
    /// Between hyphens in the names of French towns.
    pub(crate) town_links: WordList,
    /// People and things of a French town, whose name stands behind `de`.
    pub(crate) of_town: WordList,
    /// Right before the name of the place where they are.
    pub(crate) stations: WordList,
    /// Kinds of places of which an alliance has several.
    pub(crate) countries: WordList,
    /// Kinds of places whose name goes on behind a French `de`.
    pub(crate) geographic: WordList,
    /// French: in small letters before a name, with `de` or without, of which it is the head (`université Tamra`).
    pub(crate) small_heads: WordList,
    /// French: the same, with `de` alone: `l'association Tamra` is `Tamra` elsewhere.
    pub(crate) small_heads_of: WordList,
    /// By whom a place is called.
    pub(crate) saints: WordList,
    /// Kinds of storms, before their name.
    pub(crate) storms: WordList,
    /// The French state, of which no institution is called.
    pub(crate) states_as_written: WordList,
    /// The state, in small letters, as a land of a federation is called too.
    pub(crate) states: WordList,
    /// Institutions that are called after whoever leads them.
    pub(crate) governments: WordList,
    /// English adjectives that are ranks with a capital.
    pub(crate) small_ranks: WordList,
    /// Titles of those who are called by them and a given name.
    pub(crate) royal: WordList,
    /// Titles behind which no surname stands.
    pub(crate) no_surname_behind: WordList,
    /// A group of workers.
    pub(crate) unions: WordList,
    /// French: an agency, which is of the press where it is named so.
    pub(crate) agencies: WordList,
    /// English: an agency, which is of the press behind one of `news`.
    pub(crate) agencies_of_news: WordList,
    /// What such agencies are of.
    pub(crate) news: WordList,
    /// The head of an English agency's name.
    pub(crate) agency_heads: WordList,
    /// The head of a French agency's name.
    pub(crate) agency_heads_french: WordList,
    /// The head of the name of the forces of a state.
    pub(crate) forces: WordList,
    /// The last word of the name of a branch of an army: `Tamra Air Force`.
    pub(crate) force: WordList,
    /// What the forces of a state are, besides what they defend.
    pub(crate) armed: WordList,
    /// Beside the word for a state, in small letters: rebels who call themselves one.
    pub(crate) faiths_of_rebels: WordList,
    /// Before an institution that is a name by itself, whose members have the majority there.
    pub(crate) adjectives_of_parties: WordList,
    /// An army, in small letters.
    pub(crate) armies: WordList,
    /// What rebels call their army by.
    pub(crate) freedom: WordList,
    /// What is played, rather than somebody.
    pub(crate) played: WordList,
    /// A law, behind what it is of.
    pub(crate) laws: WordList,
    /// A party, behind what its members are called.
    pub(crate) parties: WordList,
    /// What stands behind the letters of a channel.
    pub(crate) channels: WordList,
    /// Parts of an outlet that is known by its letters.
    pub(crate) parts_of_outlets: WordList,
    /// What says behind a company's name that it is one, besides its legal form.
    pub(crate) company_words: WordList,
    /// The first word of a company or bank, which is an ordinal elsewhere.
    pub(crate) firsts: WordList,
    /// The last word of such a bank.
    pub(crate) banks: WordList,
    /// The legal forms of companies, which a name has or has not.
    pub(crate) legal_forms: WordList,
    /// Of these, as written, one that may be all a name has behind a common word.
    pub(crate) legal_forms_that_name: WordList,
    /// Given names that are short for a month.
    pub(crate) given_months: WordList,
    /// "And" as some names have it, before an apostrophe.
    pub(crate) and_in_short: WordList,
    /// English numbers with a capital.
    pub(crate) numbers: WordList,
    /// English, before an outlet: somebody spoke to it.
    pub(crate) told: WordList,
    /// French: with whom or where somebody works.
    pub(crate) at_whom: WordList,
    /// Between two agencies of a credit.
    pub(crate) via: WordList,
    /// The first words of agencies as they are written behind the name of a photographer.
    pub(crate) credited: WordList,
}

/// The lists that come with the program. The file is part of it and a test reads it, so that there is no failure to report here.
static RULES: LazyLock<RuleWords> = LazyLock::new(|| serde_json::from_str(LISTED).unwrap_or_default());

/// The words that single rules ask for.
pub(crate) fn rule_words() -> &'static RuleWords {
    &RULES
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{LISTED, RuleWords, rule_words};

    #[test]
    fn the_file_is_sound_and_no_list_is_empty() {
        serde_json::from_str::<RuleWords>(LISTED).unwrap();
        for (list, words) in serde_json::from_str::<BTreeMap<String, String>>(LISTED).unwrap() {
            assert!(!words.is_empty() && words.split(' ').all(|word| !word.is_empty()), "{list}");
        }
        assert!(rule_words().legal_forms.has_in_any_case("PLC") && rule_words().near.has("près"));
    }
}
