//! What could be typed next: keys while a word is typed, values after a key, saved queries after `@`.
//!
//! Pure: the values come from a [`OfferSource`], best first, and what is typed of one picks among them. Called by the filter
//! line while a person types.

mod place;

use std::borrow::Cow;

use crate::query::language::complete::place::{CursorContext, OfferKind, place};
use crate::query::language::keyword::{Has, Is, Key, Keyword, SortKey};
use crate::query::language::term::QueryTerm;
use crate::text::fold::fold;
use crate::text::grapheme::floor;
use crate::text::span::Span;

/// The values that the archive has to offer.
pub trait OfferSource {
    /// The values of `key` in the order of their use, those of the current result first. Keys with words of their own, such as
    /// `has:`, are not asked.
    fn values(&self, key: Key) -> Box<dyn Iterator<Item = OfferedValue<'_>> + '_>;

    /// The saved queries: name and text.
    fn saved(&self) -> Box<dyn Iterator<Item = (&str, &str)> + '_>;
}

/// One value that the archive has to offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedValue<'a> {
    /// What is shown and put in.
    pub text: Cow<'a, str>,
    /// What finds it too, as the other spellings of a name.
    pub spellings: &'a [Box<str>],
    /// How many articles of the current result have it; of tags and colours, how many notes.
    pub articles: usize,
}

/// What could be put in the place of something typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The bytes to replace.
    pub span: Span,
    /// Whether keys are offered. They stand in the place of a bare word, which may as well be meant as it is.
    pub of_key: bool,
    /// What to put there, best first; never empty.
    pub offers: Vec<Offer>,
}

/// One way to go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What is put in, with quotation marks if it needs them.
    pub insert: String,
    /// What is shown.
    pub label: String,
    /// What is shown beside it.
    pub note: Note,
}

/// What is shown beside an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// How many articles of the current result have it; of tags and colours, how many notes.
    Articles(usize),
    /// What a word of the language means.
    Meaning(&'static str),
    /// The text of a saved query.
    Query(String),
}

/// What could be typed at the byte `cursor` of `text`, at most `most` ways; `None` if nothing fits.
#[must_use]
pub fn complete(text: &str, cursor: usize, vocabulary: &dyn OfferSource, most: usize) -> Option<Completion> {
    let cursor = floor(text, cursor.min(text.len()));
    let CursorContext { asked, span, typed } = place(text, cursor)?;
    let typed = fold(&typed);
    let of_key = matches!(asked, OfferKind::Key);
    let offers = match asked {
        OfferKind::Key => {
            Key::ALL.iter().copied().filter(|key| key.name().starts_with(&typed)).map(key_offer).take(most).collect()
        }
        OfferKind::Saved => {
            let saved = vocabulary.saved().map(|(name, text)| saved_offer(name, text));
            picked(saved, most, |offer| rank(&offer.label, &typed))
        }
        OfferKind::Value(Key::Has) => words::<Has>(&typed, most),
        OfferKind::Value(Key::Is) => words::<Is>(&typed, most),
        OfferKind::Value(Key::Sort) => words::<SortKey>(&typed, most),
        OfferKind::Value(key) => values(vocabulary.values(key), &typed, most),
    };
    let is_there = |offer: &Offer| offer.insert == span.of(text);
    (!offers.is_empty() && !offers.iter().all(is_there)).then_some(Completion { span, of_key, offers })
}

/// The bytes that an offer at the byte `cursor` of `text` would replace; `None` where nothing can be offered.
#[must_use]
pub fn slot(text: &str, cursor: usize) -> Option<Span> {
    place(text, floor(text, cursor.min(text.len()))).map(|place| place.span)
}

fn key_offer(key: Key) -> Offer {
    let name = format!("{}:", key.name());
    Offer { insert: name.clone(), label: name, note: Note::Meaning(key.meaning()) }
}

fn saved_offer(name: &str, text: &str) -> Offer {
    Offer { insert: format!("@{name}"), label: name.into(), note: Note::Query(text.into()) }
}

fn words<K: Keyword>(typed: &str, most: usize) -> Vec<Offer> {
    let offer = |word: &K| Offer { insert: word.name().into(), label: word.name().into(), note: Note::Meaning(word.meaning()) };
    picked(K::ALL.iter().map(offer), most, |offer| rank(&offer.label, typed))
}

fn values<'a>(values: impl Iterator<Item = OfferedValue<'a>>, typed: &str, most: usize) -> Vec<Offer> {
    let best = |value: &OfferedValue<'_>| {
        let spellings = value.spellings.iter().filter_map(|spelling| rank(spelling, typed));
        rank(&value.text, typed).into_iter().chain(spellings).min()
    };
    let offer = |value: OfferedValue<'_>| {
        let insert = QueryTerm::words(&value.text)?.to_string();
        Some(Offer { insert, label: value.text.into(), note: Note::Articles(value.articles) })
    };
    picked(values, most, best).into_iter().filter_map(offer).collect()
}

/// How well a value fits what is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// It, or a word of it, begins so.
    Begins,
    /// It is somewhere inside.
    Holds,
}

/// How well `value` fits `typed`, which is folded; `None` if it does not.
fn rank(value: &str, typed: &str) -> Option<Rank> {
    let value = fold(value);
    let opens = |at: usize| value.get(..at).and_then(|before| before.chars().next_back()).is_none_or(|c| !c.is_alphanumeric());
    let mut places = value.match_indices(typed).map(|(at, _)| at).peekable();
    places.peek()?;
    Some(if places.any(opens) { Rank::Begins } else { Rank::Holds })
}

/// The first `most` of `items` by rank, in their own order within one.
fn picked<T>(items: impl Iterator<Item = T>, most: usize, rank: impl Fn(&T) -> Option<Rank>) -> Vec<T> {
    let (mut begin, mut hold) = (Vec::new(), Vec::new());
    for item in items {
        if begin.len() >= most {
            break;
        }
        match rank(&item) {
            Some(Rank::Begins) => begin.push(item),
            Some(Rank::Holds) if hold.len() < most => hold.push(item),
            _ => {}
        }
    }
    begin.extend(hold);
    begin.truncate(most);
    begin
}

#[cfg(test)]
mod tests {
    use super::{Note, Offer, OfferSource, OfferedValue, complete};
    use crate::query::language::keyword::Key;

    struct Archive {
        kadhimi: Vec<Box<str>>,
    }

    impl OfferSource for Archive {
        fn values(&self, key: Key) -> Box<dyn Iterator<Item = OfferedValue<'_>> + '_> {
            let known: &[(&str, usize)] = match key {
                Key::Actor => &[("Mustafa al-Kadhimi", 12), ("Donald Trump", 9), ("Barham Salih", 3), ("Kémal \"K\" Ali", 1)],
                Key::Source => &[("Le Monde", 4), ("Al-Monitor", 2), ("AFP", 1)],
                Key::Month | Key::Date | Key::Event => &[("2020-08", 2), ("2020-07", 1)],
                Key::Lang => &[("fr", 5), ("en", 1)],
                _ => &[],
            };
            Box::new(known.iter().map(|(text, articles)| OfferedValue {
                text: (*text).into(),
                spellings: if text.ends_with("Kadhimi") { &self.kadhimi } else { &[] },
                articles: *articles,
            }))
        }

        fn saved(&self) -> Box<dyn Iterator<Item = (&str, &str)> + '_> {
            Box::new([("irak", "irak OR iraq"), ("drones", "drone*")].into_iter())
        }
    }

    /// The typed text with what would be replaced in brackets, then what would be put in. The bar is the cursor.
    fn shown(marked: &str) -> String {
        let cursor = marked.find('|').unwrap();
        let text = marked.replacen('|', "", 1);
        let archive = Archive { kadhimi: vec!["Moustapha Kazemi".into()] };
        let Some(found) = complete(&text, cursor, &archive, 3) else { return "nothing".into() };
        let (before, rest) = text.split_at(found.span.first());
        let after = rest.split_at(found.span.len()).1;
        let offers: Vec<String> = found.offers.into_iter().map(|offer| offer.insert).collect();
        format!("{before}[{}]{after} {}", found.span.of(&text), offers.join(" "))
    }

    #[test]
    fn what_is_typed_picks_what_is_offered() {
        for (typed, expected) in [
            ("a|", "[a] actor: author: agency:"),
            ("x -ac| y", "x -[ac] y actor:"),
            ("ac|tor:x", "nothing"),
            ("ac|ter:x", "[acter:]x actor:"),
            ("actor:|", "actor:[] \"Mustafa al-Kadhimi\" \"Donald Trump\" \"Barham Salih\""),
            ("actor:|kad", "actor:[kad] \"Mustafa al-Kadhimi\" \"Donald Trump\" \"Barham Salih\""),
            ("actor:ka|x b", "actor:[kax] b \"Mustafa al-Kadhimi\""),
            ("actor:AL|", "actor:[AL] \"Mustafa al-Kadhimi\" \"Kémal \\\"K\\\" Ali\" \"Donald Trump\""),
            ("actor:\"mustafa al|", "actor:[\"mustafa al] \"Mustafa al-Kadhimi\""),
            ("actor:\"kem|al\" x", "actor:[\"kemal\"] x \"Kémal \\\"K\\\" Ali\""),
            ("actor:trump,kaz|", "actor:trump,[kaz] \"Mustafa al-Kadhimi\""),
            ("actor:trump, |", "actor:trump, [] \"Mustafa al-Kadhimi\" \"Donald Trump\" \"Barham Salih\""),
            ("actor:(trump OR bar|", "actor:(trump OR [bar] \"Barham Salih\""),
            ("source:mon|", "source:[mon] \"Le Monde\" Al-Monitor"),
            ("date:2020-07..2020|", "date:2020-07..[2020] 2020-08 2020-07"),
            ("date:20|20-01..2021", "date:[2020-01]..2021 2020-08 2020-07"),
            ("month:~|", "month:~[] 2020-08 2020-07"),
            ("has:a|", "has:[a] author actor date"),
            ("sort:-|", "sort:-[] date title source"),
            ("is:un|", "is:[un] undated uncertain"),
            ("@ir|", "[@ir] @irak"),
            ("-@|", "-[@] @irak @drones"),
            ("lang:f|", "lang:[f] fr"),
            ("lang:fr|", "nothing"),
            ("|", "nothing"),
            ("a |", "nothing"),
            ("actor: |", "nothing"),
            ("actor:a |", "nothing"),
            ("zz|", "nothing"),
            ("\"ac|", "nothing"),
            ("actor:/ka|", "nothing"),
            ("words:5|", "nothing"),
            ("acter:|", "nothing"),
        ] {
            assert_eq!(shown(typed), expected, "{typed}");
        }
    }

    #[test]
    fn offers_say_what_they_are() {
        let archive = Archive { kadhimi: Vec::new() };
        let first = |text: &str| complete(text, text.len(), &archive, 1).unwrap().offers.remove(0);
        let offer = |insert: &str, label: &str, note| Offer { insert: insert.into(), label: label.into(), note };
        assert_eq!(first("actor:don"), offer("\"Donald Trump\"", "Donald Trump", Note::Articles(9)));
        assert_eq!(first("au"), offer("author:", "author:", Note::Meaning("who signed it")));
        assert_eq!(first("@d"), offer("@drones", "drones", Note::Query("drone*".into())));
    }
}
