//! The words that stand around names and inside them, by what they tell: read from `assets/discovery`, one file a language.
//!
//! It knows no names. Both languages are read as one, since a press text quotes the other's titles and names.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::analysis::names::kind::number;
use crate::analysis::names::words::{Numbered, hash_of, name_of};
use crate::model::actor::ActorKind;
use crate::model::article::Lang;
use crate::text::fold::fold;

const FILES: [&str; 2] = [include_str!("../../../assets/discovery/fr.json"), include_str!("../../../assets/discovery/en.json")];

/// Given names, and the names of states and places; lines that begin with `#` say where they are from.
const GIVEN: &str = include_str!("../../../assets/discovery/given-names.txt");
const PLACES: &str = include_str!("../../../assets/discovery/places.txt");

/// Short given names, a line each with the long ones behind it.
const SHORT_GIVEN: &str = include_str!("../../../assets/discovery/short-given-names.txt");

/// Short names of states, a line each with the name it stands for behind it.
const SHORT_STATES: &str = include_str!("../../../assets/discovery/short-states.txt");

/// Words that belong to the name behind them, in small letters too, in any language that is written in Latin letters.
const PARTICLES: &str = "al el as ash ach az an ar ad at ben bin ibn bint abu abou von van der den da di dos del della y ul";
/// Of these, the Arabic article, which says nothing.
const ARABIC: &str = "al el as ash ach az an ar ad at ul the";

/// What a word tells, a bit each; the kind of a head stands in the upper byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NameCues(u32);

/// One thing that a word can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tells {
    /// It begins sentences and stands between names, and begins no name.
    Function = 1,
    /// It is a title of persons.
    Title = 1 << 1,
    /// It says what a title is of: `Foreign Minister`.
    Portfolio = 1 << 2,
    /// A place follows.
    PlaceWord = 1 << 3,
    /// It is the kind of a place.
    PlaceNoun = 1 << 4,
    /// It names what is no actor: events, works, faiths, tongues.
    Other = 1 << 5,
    /// Who acts stands before it.
    Verb = 1 << 6,
    /// An article in the singular.
    Determiner = 1 << 7,
    /// A determiner in the plural.
    Plural = 1 << 8,
    /// It links the head of a name with what follows: `de`, `of`.
    Link = 1 << 9,
    /// It belongs to the name behind it.
    Particle = 1 << 10,
    /// It is an article that a name has or has not.
    Article = 1 << 11,
    /// It is a head that is a name by itself: `Parliament`.
    Named = 1 << 12,
    /// It joins two words of one name: `Securities and Exchange Commission`.
    Join = 1 << 13,
    /// It is a given name.
    Given = 1 << 14,
    /// It is the adjective of a people or a faith, or one of them.
    People = 1 << 15,
    /// It is never a part of a name: time zones, abbreviations of the calendar, marks of a corpus.
    Stop = 1 << 16,
    /// It is a verb of saying, behind the one who says it.
    Saying = 1 << 17,
    /// Who says it stands behind it: `selon`, `dit`, `according to`.
    SaidBy = 1 << 18,
    /// A word of the language that people bear as a surname: `Young`, `Spring`.
    Surname = 1 << 19,
    /// A function word of English, not of another language alone: in an English text `UN` is no French article.
    English = 1 << 20,
    /// It is the kind of a thing that a name behind it is borne by: a drug, a ship, a film, a storm.
    Thing = 1 << 21,
    /// In small letters behind a name it says what bears it: `Tamra party`, `Vorland radio`.
    Behind = 1 << 22,
    /// It says of whoever is named beside it that somebody works or speaks for them: `Vorland spokesman`, `PDG de Vorland`.
    Staff = 1 << 23,
}

impl NameCues {
    /// Whether the word tells this.
    #[must_use]
    pub fn is(self, tells: Tells) -> bool {
        self.0 & tells as u32 != 0
    }

    /// Whether nothing is known of the word, or only that it may be a given name or a thing, or of a staff.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.0 & !(Tells::Given as u32 | Tells::Thing as u32 | Tells::Staff as u32) == 0
    }

    /// Whether it is a function word of another language than English, which an abbreviation in an English text is not.
    #[must_use]
    pub fn is_foreign_function(self) -> bool {
        self.is(Tells::Function) && !self.is(Tells::English) && !self.is(Tells::Stop)
    }

    /// The number of the kind of actor that the word is the head of; 0 for none.
    #[must_use]
    pub fn head(self) -> u8 {
        self.0.to_be_bytes()[0]
    }
}

/// A language's file: words parted by blanks.
#[derive(Deserialize)]
struct Listed {
    function: String,
    titles: String,
    portfolios: String,
    place_words: String,
    place_nouns: String,
    other_nouns: String,
    named_heads: String,
    verbs: String,
    determiners: String,
    plural_determiners: String,
    particles: String,
    joins: String,
    adjectives: String,
    peoples: String,
    stops: String,
    saying: String,
    said_before: String,
    surnames: String,
    things: String,
    heads_behind: String,
    staff: String,
    heads: Heads,
    beside: Heads,
}

/// The words that are heads of names, by the kind of actor. A head of several kinds is of the first one here.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
struct Heads {
    institution: String,
    party: String,
    armed_group: String,
    media: String,
    alliance: String,
    organisation: String,
}

impl Heads {
    fn by_kind(&self) -> [(ActorKind, &str); 6] {
        [
            (ActorKind::Institution, &self.institution),
            (ActorKind::Party, &self.party),
            (ActorKind::ArmedGroup, &self.armed_group),
            (ActorKind::Media, &self.media),
            (ActorKind::Alliance, &self.alliance),
            (ActorKind::Organisation, &self.organisation),
        ]
    }
}

/// The words of all languages, by the hash of the folded word.
#[derive(Debug, Default)]
pub struct NameLexicon {
    words: Numbered<NameCues>,
    /// The kinds of the names of states and places, by the number of the name.
    places: Numbered<u8>,
    /// The numbers of the names of states, by those of their short names.
    short_states: Numbered<u32>,
    /// The long given names that a short one stands for, by the number of the word.
    short_given: Numbered<Vec<u32>>,
    /// The kinds that words of French and of English tell of whomever they are of or with: `actionnaire de Vorland`, `Vorland anchor`.
    beside: [Numbered<u8>; 2],
    /// How adjectives end that stand behind a name, in languages where they do.
    endings: Vec<String>,
}

static LEXICON: LazyLock<NameLexicon> = LazyLock::new(NameLexicon::read);

impl NameLexicon {
    /// The words that come with the program.
    #[must_use]
    pub fn get() -> &'static Self {
        &LEXICON
    }

    fn read() -> Self {
        let mut lexicon = Self::default();
        // The files are part of the program and a test reads them, so that there is no failure to report here.
        for (at, listed) in FILES.iter().filter_map(|file| serde_json::from_str::<Listed>(file).ok()).enumerate() {
            lexicon.take(&listed);
            for (kind, words) in listed.beside.by_kind() {
                let words = words.split(' ').map(|word| (hash_of(word), number(kind)));
                if let Some(beside) = lexicon.beside.get_mut(at) {
                    beside.extend(words);
                }
            }
        }
        if let Some(english) = FILES.last().and_then(|file| serde_json::from_str::<Listed>(file).ok()) {
            lexicon.note(&english.function, Tells::English as u32);
        }
        lexicon.note(PARTICLES, Tells::Particle as u32);
        lexicon.note(ARABIC, Tells::Article as u32);
        for words in GIVEN.lines().filter(|line| !line.starts_with('#')) {
            lexicon.note(words, Tells::Given as u32);
        }
        for words in SHORT_GIVEN.lines().filter(|line| !line.starts_with('#')) {
            let mut words = words.split(' ').map(hash_of);
            if let Some(short) = words.next() {
                lexicon.short_given.entry(short).or_default().extend(words);
            }
        }
        lexicon.take_places();
        lexicon.take_short_states();
        lexicon
    }

    fn take_places(&mut self) {
        let mut kind = 0;
        for line in PLACES.lines().filter(|line| !line.starts_with('#')) {
            match line {
                "[state]" => kind = number(ActorKind::State),
                "[place]" => kind = number(ActorKind::Place),
                name => {
                    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
                    let words: Vec<u32> = words.map(hash_of).collect();
                    let name = self.name(&words);
                    self.places.entry(name).or_insert(kind);
                }
            }
        }
    }

    fn take_short_states(&mut self) {
        for line in SHORT_STATES.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split(' ').map(hash_of);
            if let Some(short) = words.next() {
                let state = self.name(&words.collect::<Vec<u32>>());
                self.short_states.insert(name_of([short]), state);
            }
        }
    }

    fn take(&mut self, listed: &Listed) {
        let told = [
            (&listed.function, Tells::Function),
            (&listed.titles, Tells::Title),
            (&listed.portfolios, Tells::Portfolio),
            (&listed.place_words, Tells::PlaceWord),
            (&listed.place_nouns, Tells::PlaceNoun),
            (&listed.other_nouns, Tells::Other),
            (&listed.named_heads, Tells::Named),
            (&listed.verbs, Tells::Verb),
            (&listed.determiners, Tells::Determiner),
            (&listed.plural_determiners, Tells::Plural),
            (&listed.particles, Tells::Link),
            (&listed.joins, Tells::Join),
            (&listed.peoples, Tells::People),
            (&listed.stops, Tells::Stop),
            (&listed.saying, Tells::Saying),
            (&listed.said_before, Tells::SaidBy),
            (&listed.surnames, Tells::Surname),
            (&listed.things, Tells::Thing),
            (&listed.heads_behind, Tells::Behind),
            (&listed.staff, Tells::Staff),
        ];
        for (words, tells) in told {
            self.note(words, tells as u32);
        }
        self.endings.extend(listed.adjectives.split(' ').filter(|ending| !ending.is_empty()).map(fold));
        for (kind, words) in listed.heads.by_kind() {
            self.note(words, u32::from(number(kind)) << 24);
        }
    }

    fn note(&mut self, words: &str, bits: u32) {
        for word in words.split(' ').flat_map(|word| word.split(['-', '\''])) {
            let class = self.words.entry(hash_of(word)).or_default();
            // A head of two kinds is of the first one noted: a council is an institution before it is anything else.
            class.0 |= if class.head() > 0 { bits & 0x00FF_FFFF } else { bits };
        }
    }

    /// What the word with this hash tells.
    #[must_use]
    pub fn class(&self, word: u32) -> NameCues {
        self.words.get(&word).copied().unwrap_or_default()
    }

    /// The kind of actor whom the word with this hash is of or with in a text in `lang`; 0 for none.
    #[must_use]
    pub fn kind_beside(&self, word: u32, lang: Lang) -> u8 {
        let [french, english] = &self.beside;
        let beside = match lang {
            Lang::Fr => french,
            Lang::En => english,
            _ => return 0,
        };
        beside.get(&word).copied().unwrap_or_default()
    }

    /// What a word of a text tells.
    pub(crate) fn cues(&self, word: &str) -> NameCues {
        self.class(hash_of(word))
    }

    /// Whether a word is a given name.
    pub(crate) fn is_given_name(&self, word: &str) -> bool {
        self.class(hash_of(word)).is(Tells::Given)
    }

    /// Whether the given name `short` is known to stand for `long`.
    pub(crate) fn is_short_given(&self, short: &str, long: &str) -> bool {
        self.short_given.get(&hash_of(short)).is_some_and(|names| names.contains(&hash_of(long)))
    }

    /// The kind of the place that the name with this number is, when it is known to be one.
    #[must_use]
    pub fn place(&self, name: u32) -> Option<u8> {
        self.places.get(&name).copied()
    }

    /// Whether these words, parted by blanks, are the name of a known place.
    #[must_use]
    pub fn is_place(&self, words: &str) -> bool {
        let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        self.place(self.name(&words.map(hash_of).collect::<Vec<u32>>())).is_some()
    }

    /// The number of the name of the state that the name with this number is short for.
    #[must_use]
    pub fn state_of_short(&self, name: u32) -> Option<u32> {
        self.short_states.get(&name).copied()
    }

    /// The number of the name with these words; an article that a name has or has not says nothing.
    #[must_use]
    pub fn name(&self, words: &[u32]) -> u32 {
        let last = words.len().saturating_sub(1);
        let says = |(at, word): &(usize, &u32)| *at == last || !self.class(**word).is(Tells::Article);
        name_of(words.iter().enumerate().filter(says).map(|(_, word)| *word))
    }

    /// Whether `word` ends as an adjective does that stands behind its noun.
    #[must_use]
    pub fn is_adjective(&self, word: &str) -> bool {
        let folded = fold(word);
        folded.len() > 4 && self.endings.iter().any(|ending| folded.ends_with(ending))
    }
}

#[cfg(test)]
mod tests {
    use super::{FILES, Listed, NameLexicon, Tells};
    use crate::analysis::names::words::hash_of;

    #[test]
    fn the_files_are_sound() {
        for file in FILES {
            serde_json::from_str::<Listed>(file).unwrap();
        }
        assert!(NameLexicon::get().class(hash_of("Président")).is(Tells::Title));
        assert!(NameLexicon::get().class(hash_of("parti")).head() > 0);
    }
}
