//! The closed sets of words of the language: keys, what `has:` and `is:` may ask, what `sort:` orders by.
//!
//! Each set is one table, from which the parser, the completion and `docs/query.md` take it. What an article must be for a
//! word to hold is said here and evaluated by the rest of `query`. Words for what a reader notes come from the table of annotation
//! properties.

use crate::locale::translated;
use crate::model::property::{Asked, PropertyId};
use crate::text::fold::fold;

/// A closed set of words.
pub trait Keyword: Copy + Eq + 'static {
    /// All words, in the order in which they are offered.
    const ALL: &'static [Self];

    /// The word, as typed.
    fn name(self) -> &'static str;

    /// What it asks, in a few English words.
    fn meaning(self) -> &'static str;

    /// The word `text` is, in whatever case.
    #[must_use]
    fn read(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|word| word.name().eq_ignore_ascii_case(text))
    }

    /// The word that `text` was probably meant to be: one it begins, else the one fewest edits away, at most two.
    #[must_use]
    fn nearest(text: &str) -> Option<Self> {
        // Longer texts are no slips of the pen, and comparing them would cost more than reading them.
        const LONGEST: usize = 16;
        let wanted = text.to_ascii_lowercase();
        if wanted.is_empty() || wanted.len() > LONGEST {
            return None;
        }
        let begun = Self::ALL.iter().copied().find(|word| word.name().starts_with(&wanted));
        let edits = |word: &Self| edits(word.name().as_bytes(), wanted.as_bytes());
        let close = || Self::ALL.iter().copied().min_by_key(edits).filter(|word| edits(word) <= 2.min(wanted.len() - 1));
        begun.or_else(close)
    }
}

/// The number of letters to insert, delete or replace between the two (V. Levenshtein, Soviet Physics Doklady 10, 1966).
fn edits(one: &[u8], other: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=one.len()).collect();
    for (line, letter) in other.iter().enumerate() {
        let (mut corner, mut left) = (line, line + 1);
        for (cell, known) in row.iter_mut().skip(1).zip(one) {
            let above = *cell;
            left = (corner + usize::from(known != letter)).min(above + 1).min(left + 1);
            (corner, *cell) = (above, left);
        }
        if let Some(first) = row.first_mut() {
            *first = line + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

/// Makes a set of words from one table: variant, word, meaning. The meaning is the documentation, too. Where the table says
/// `=> Variant(Asked)`, the annotation properties that are asked for so stand among the words.
macro_rules! keywords {
    ($(#[$about:meta])* $set:ident { $($variant:ident $name:literal $meaning:literal)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $set {
            $(#[doc = $meaning] $variant,)*
        }

        impl Keyword for $set {
            const ALL: &'static [Self] = &[$(Self::$variant),*];

            fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            fn meaning(self) -> &'static str {
                translated(match self { $(Self::$variant => $meaning,)* })
            }
        }
    };
    ($(#[$about:meta])* $set:ident {
        $($variant:ident $name:literal $meaning:literal)*
        => $noted:ident($asked:ident)
        $($behind:ident $name_behind:literal $meaning_behind:literal)*
    }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $set {
            $(#[doc = $meaning] $variant,)*
            /// A property of annotations.
            $noted(PropertyId),
            $(#[doc = $meaning_behind] $behind,)*
        }

        impl $set {
            const BEFORE: &'static [Self] = &[$(Self::$variant),*];
            const BEHIND: &'static [Self] = &[$(Self::$behind),*];

            const fn is_among(property: PropertyId) -> bool {
                matches!(property.row().asked, Asked::$asked(_))
            }

            const fn count() -> usize {
                let (mut at, mut count) = (0, Self::BEFORE.len() + Self::BEHIND.len());
                while at < PropertyId::ALL.len() {
                    count += Self::is_among(PropertyId::ALL[at]) as usize;
                    at += 1;
                }
                count
            }

            const fn all<const COUNT: usize>() -> [Self; COUNT] {
                let mut all = [Self::BEFORE[0]; COUNT];
                let (mut at, mut next) = (0, 0);
                while at < Self::BEFORE.len() {
                    all[at] = Self::BEFORE[at];
                    at += 1;
                }
                while next < PropertyId::ALL.len() {
                    if Self::is_among(PropertyId::ALL[next]) {
                        all[at] = Self::$noted(PropertyId::ALL[next]);
                        at += 1;
                    }
                    next += 1;
                }
                next = 0;
                while next < Self::BEHIND.len() {
                    all[at + next] = Self::BEHIND[next];
                    next += 1;
                }
                all
            }
        }

        impl Keyword for $set {
            const ALL: &'static [Self] = &Self::all::<{ Self::count() }>();

            fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                    Self::$noted(property) => property.name(),
                    $(Self::$behind => $name_behind,)*
                }
            }

            fn meaning(self) -> &'static str {
                translated(match self {
                    $(Self::$variant => $meaning,)*
                    Self::$noted(property) => property.row().asked.meaning(),
                    $(Self::$behind => $meaning_behind,)*
                })
            }
        }
    };
}

keywords! {
    /// What stands before a colon: where the values after it are looked for.
    Key {
        Title "title" "words of the headline"
        Text "text" "words of the body"
        Comment "comment" "words of readers' comments"
        Source "source" "the outlet"
        Actor "actor" "who is named in it"
        Author "author" "who signed it"
        => Noted(Key)
        Tag "tag" "a tag in your notes"
        Lang "lang" "the language, as fr"
        File "file" "the path of the file"
        Month "month" "the month it was published in"
        Date "date" "when it was published"
        Event "event" "a date mentioned in the text"
        Has "has" "what is known of it"
        Is "is" "what it is"
        Sort "sort" "the order of the list"
        Words "words" "how long it is"
        Copies "copies" "how many articles have its text"
        Agency "agency" "the news agency it credits"
        Story "story" "the event it reports, by any of its articles"
    }
}

/// Other words for keys: what people call an outlet, and the keys in French.
const OTHER_NAMES: [(&str, Key); 17] = [
    ("headline", Key::Title),
    ("outlet", Key::Source),
    ("titre", Key::Title),
    ("texte", Key::Text),
    ("journal", Key::Source),
    ("acteur", Key::Actor),
    ("auteur", Key::Author),
    ("couleur", Key::Noted(PropertyId::Color)),
    ("dossier", Key::Noted(PropertyId::Case)),
    ("étiquette", Key::Tag),
    ("langue", Key::Lang),
    ("fichier", Key::File),
    ("mois", Key::Month),
    ("événement", Key::Event),
    ("est", Key::Is),
    ("tri", Key::Sort),
    ("mots", Key::Words),
];

impl Key {
    /// The key that `text` is, by its own name or another word for it, in whatever case, with or without accents.
    #[must_use]
    pub fn called(text: &str) -> Option<Self> {
        let other = |name: &str| OTHER_NAMES.iter().find(|(other, _)| fold(other) == name).map(|(_, key)| *key);
        Self::read(text).or_else(|| other(&fold(text)))
    }
}

keywords! {
    /// What `has:` asks for: a piece that the article has.
    Has {
        Date "date" "a publication date, be it a bound or a guess"
        Source "source" "an outlet"
        Author "author" "an author"
        Url "url" "the address it was published at"
        Headline "headline" "a headline of its own"
        Lang "lang" "a known language"
        Actor "actor" "an actor named in the text"
        Event "event" "a dated sentence"
        Heading "heading" "a heading inside the text"
        Caption "caption" "a caption of a picture"
        Note "note" "a note of yours"
        Highlight "highlight" "words you have marked"
        Furniture "furniture" "parts of the page around the article"
        Comment "comment" "readers' comments below it"
    }
}

keywords! {
    /// What `is:` asks for: a state of the article.
    Is {
        Undated "undated" "without any publication date"
        Inferred "inferred" "dated by what the text tells"
        Uncertain "uncertain" "dated by a bound, an interval or a year, so in no month"
        Short "short" "under 200 words, as a news brief"
        Long "long" "2000 words or more, ten minutes"
        => Flagged(Is)
        Orphan "orphan" "with an annotation that has lost its place"
        Lead "lead" "the first of all articles with its text"
        Copy "copy" "a near-copy of an article that was published before"
        Damaged "damaged" "with bytes that could not be read"
    }
}

impl Is {
    /// [`Is::Short`] has fewer words.
    pub const SHORT: u32 = 200;
    /// [`Is::Long`] has as many words or more: ten minutes at 200 words a minute.
    pub const LONG: u32 = 2000;
}

keywords! {
    /// What `sort:` orders by, in its natural direction; what is not known comes last both ways.
    SortKey {
        Date "date" "publication date, oldest first"
        Title "title" "headline, from A to Z"
        Source "source" "outlet, from A to Z"
        Words "words" "length, longest first"
        Score "score" "match, best first"
        Event "event" "first date mentioned, oldest first"
    }
}

#[cfg(test)]
mod tests {
    use super::{Has, Key, Keyword as _, OTHER_NAMES};

    #[test]
    fn slips_of_the_pen_are_understood() {
        assert_eq!(Key::nearest("acter"), Some(Key::Actor));
        assert_eq!(Key::nearest("titel"), Some(Key::Title));
        assert_eq!(Key::nearest("auth"), Some(Key::Author));
        assert_eq!(Has::nearest("head"), Some(Has::Headline));
        assert_eq!(Key::nearest("x"), None);
        assert_eq!(Key::nearest("geography"), None);
    }

    #[test]
    fn a_key_has_other_names_and_each_is_a_key_once() {
        assert_eq!(Key::called("Acteur"), Some(Key::Actor));
        assert_eq!(Key::called("Événement"), Some(Key::Event));
        assert_eq!(Key::called("Evenement"), Some(Key::Event));
        assert_eq!(Key::called("etiquette"), Some(Key::Tag));
        assert_eq!(Key::called("outlet"), Some(Key::Source));
        for (at, (name, _)) in OTHER_NAMES.iter().enumerate() {
            assert_eq!(Key::read(name), None, "{name}");
            assert!(OTHER_NAMES.iter().skip(at + 1).all(|(other, _)| other != name), "{name}");
        }
    }
}
