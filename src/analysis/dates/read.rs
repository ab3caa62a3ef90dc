//! A whole string as one absolute date, for metadata: front matter, meta elements, lines such as `Publié le 22/07/2020 à 14:05`.

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
