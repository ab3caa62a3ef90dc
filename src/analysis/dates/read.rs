//! A whole string as one absolute date: for metadata, such as front matter, meta elements and lines like `Publié le 22/07/2020 à 14:05`, the
//! finest date in it; for what a person types, the date that it is and nothing besides.

use crate::analysis::dates::lexicon::DateLexicon;
use crate::analysis::dates::reading::{FoundTimex, read};
use crate::analysis::dates::tokens::Tokens;
use crate::analysis::dates::value::{Base, CalendarFields};
use crate::model::article::Lang;
use crate::model::date::{PartialDate, Precision};
use crate::text::span::Span;

/// The longest string that is read as one date, in bytes.
const LONGEST: usize = 120;

/// The date `text` says, the finest one when it says several in the languages known.
#[must_use]
pub fn date(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    if let Some(date) = PartialDate::parse(text).or_else(|| compact(text)) {
        return Some(date);
    }
    let english = ["am", "pm", "th", "st"]
        .iter()
        .any(|word| text.to_ascii_lowercase().split(|c: char| !c.is_ascii_alphabetic()).any(|part| part == *word));
    let order = if english { [Lang::En, Lang::Fr] } else { [Lang::Fr, Lang::En] };
    let dates = order.iter().filter_map(|lang| finest(text, *lang));
    let finer = |best: PartialDate, next: PartialDate| if next.precision() < best.precision() { next } else { best };
    let named = dates.reduce(finer);
    if named.is_some_and(|date| date.precision() == Precision::Day) || !text.contains(char::is_alphabetic) {
        return named;
    }
    // What these two do not read to the day may be in a third language.
    let others = DateLexicon::all().iter().map(|lexicon| lexicon.lang).filter(|lang| !order.contains(lang));
    named.into_iter().chain(others.filter_map(|lang| finest(text, lang))).reduce(finer)
}

/// The date that `text` is as a whole, in digits or in the words of any language known; `None` where anything in it is left over.
///
/// Of digits and hyphens alone nothing but ISO 8601 is read, so that a slip such as `2019-13` is none.
#[must_use]
pub fn typed(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    if text.len() > LONGEST || text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
        return PartialDate::parse(text);
    }
    let dates = DateLexicon::all().iter().filter_map(|lexicon| whole(text, lexicon.lang));
    dates.reduce(|best, next| if next.precision() < best.precision() { next } else { best })
}

/// The date that all of `text` is in the language `lang`: one expression from end to end that means neither a part of it nor about it.
fn whole(text: &str, lang: Lang) -> Option<PartialDate> {
    let all = Span::new(0, text.len());
    let found = read(text, &Tokens::read(text, &[all], lang));
    let [only] = found.as_slice() else { return None };
    absolute(only).filter(|_| only.span == all && only.reading.edge.is_none())
}

/// `20200722`.
fn compact(text: &str) -> Option<PartialDate> {
    let number: u32 = text.parse().ok().filter(|_| text.len() == 8)?;
    let year = i16::try_from(number / 10_000).ok().filter(|year| (1000..=2100).contains(year))?;
    PartialDate::day(year, u8::try_from(number / 100 % 100).ok()?, u8::try_from(number % 100).ok()?)
}

fn finest(text: &str, lang: Lang) -> Option<PartialDate> {
    let tokens = Tokens::read(text, &[Span::new(0, text.len())], lang);
    let found = read(text, &tokens);
    let dates = found.iter().filter_map(absolute);
    dates.reduce(|best, next| if next.precision() < best.precision() { next } else { best })
}

fn absolute(found: &FoundTimex) -> Option<PartialDate> {
    match found.reading.base {
        Base::Date(CalendarFields { year: Some(year), month, day, .. }) => match (month, day) {
            (Some(month), Some(day)) => PartialDate::day(year, month, day),
            (Some(month), None) => PartialDate::month(year, month),
            _ => PartialDate::year(year),
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::typed;

    #[test]
    fn what_is_typed_is_a_date_as_a_whole() {
        for (text, expected) in [
            ("2020", "2020"),
            ("2020-05", "2020-05"),
            (" 2020-05-16 ", "2020-05-16"),
            ("20/10/2011", "2011-10-20"),
            ("20 octobre 2011", "2011-10-20"),
            ("1er mai 2020", "2020-05-01"),
            ("octobre 2011", "2011-10"),
            ("mardi 5 mai 2020", "2020-05-05"),
            ("le 5 mai 2020", "2020-05-05"),
            ("May 16, 2020", "2020-05-16"),
            ("16th of May 2020", "2020-05-16"),
            ("Sept. 2013", "2013-09"),
            ("3 de marzo de 2020", "2020-03-03"),
            ("3. März 2020", "2020-03-03"),
        ] {
            assert_eq!(typed(text).map(|date| date.to_string()).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn words_left_over_make_it_none() {
        for text in [
            "31 février 2020",
            "30 February 2020",
            "31/02/2020",
            "2020-02-30",
            "2019-13",
            "32 mai 2020",
            "printemps 2020",
            "vers 2015",
            "about 2015",
            "mai 2020 ou juin 2020",
            "mars 2020 à mai 2020",
            "2020-05 et 2021",
            "début mai 2020",
            "fin 2020",
            "après 2020",
            "depuis mai 2020",
            "avant le 5 mai 2020",
            "le 5 mai",
            "hier",
            "20200516x",
            "",
        ] {
            assert_eq!(typed(text), None, "{text}");
        }
    }
}
