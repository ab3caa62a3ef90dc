//! Expressions of time: found, resolved against the publication date and the calendar, and given TIMEX3 values.
//!
//! The way of a text: tokens, with their classes from `lexicon` → `patterns` (what is said) → `tense` → `reading` (all that was
//! found) → `reference` (what to count from) → `resolve` (days and values). Called for each article by `analysis`.

pub mod calendar;
pub(crate) mod dating_words;
pub mod distance;
pub mod grammar;
pub mod habits;
mod intent;
pub mod lexicon;
pub mod line;
pub mod patterns;
pub mod publication;
pub mod read;
pub mod reading;
pub mod reference;
pub mod resolve;
pub mod table;
pub mod tense;
pub mod timex;
pub mod tokens;
pub mod value;
pub mod word;

use std::sync::LazyLock;
use std::time::{SystemTime, UNIX_EPOCH};

use jiff::civil::{Date, date};

use crate::analysis::dates::calendar::plus_days;
use crate::analysis::dates::publication::publication;
use crate::analysis::dates::reading::{FoundTimex, read};
use crate::analysis::dates::reference::Reference;
use crate::analysis::dates::resolve::Resolver;
use crate::analysis::dates::tokens::Tokens;
use crate::analysis::terms::terms;
use crate::model::actor::ActorTable;
use crate::model::article::{Article, Lang};
use crate::model::date::{PartialDate, PublicationDate, Timex};
use crate::text::grapheme::is_boundary;
use crate::text::span::Span;

/// Finds and resolves the expressions of time in the parts `scope` of `text`.
///
/// A language without tables is read with those of French or English, whichever names more months and weekdays in it.
#[must_use]
pub fn tag(text: &str, scope: &[Span], lang: Lang, published: PublicationDate) -> Vec<Timex> {
    let tokens = Tokens::read(text, scope, lang);
    resolve(text, &read(text, &tokens), published)
}

/// Reads a whole string as one absolute date in words or digits: `22 juillet 2020`, `Sept. 11, 2001`, `2020-05`.
///
/// The calendar day is taken as written, whatever the time zone behind it.
#[must_use]
pub fn read_date(text: &str) -> Option<PartialDate> {
    read::date(text)
}

/// Reads what a person typed as a date: the date that it is as a whole, and none where a word of it would be left out.
#[must_use]
pub fn read_typed_date(text: &str) -> Option<PartialDate> {
    read::typed(text)
}

/// Fills in the dates of `article` and, when its publication date is unknown, infers that first.
pub fn annotate(article: &mut Article) {
    let tokens = Tokens::of(article);
    annotate_read(article, &tokens, &ActorTable::default());
}

/// Does as [`annotate`] for an article whose text was read into `tokens` and whose mentions, of `actors`, are known.
pub fn annotate_read(article: &mut Article, tokens: &Tokens, actors: &ActorTable) {
    let found = read(&article.body, tokens);
    if article.published.date == PublicationDate::Unknown {
        let scope: Vec<Span> = tokens.parts().map(|(part, _)| part).collect();
        let terms = || terms(&article.body, &article.mentions, actors, &found);
        if let Some(inferred) = publication(&article.body, &scope, &found, today(), terms) {
            article.published = inferred;
        }
    }
    article.dates = resolve(&article.body, &found, article.published.date);
}

/// The day on which the program runs: nothing was published later.
fn today() -> Date {
    static TODAY: LazyLock<Date> = LazyLock::new(|| {
        let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let days = i32::try_from(seconds / 86_400).unwrap_or(i32::MAX);
        // A day more, wherever on the earth it is.
        plus_days(date(1970, 1, 1), days.saturating_add(1)).unwrap_or(Date::MAX)
    });
    *TODAY
}

fn resolve(text: &str, found: &[FoundTimex], published: PublicationDate) -> Vec<Timex> {
    let mut resolver = Resolver::new(Reference::new(published, found));
    let whole = |span: Span| is_boundary(text, span.first()) && is_boundary(text, span.after());
    found.iter().filter(|found| whole(found.span)).filter_map(|found| resolver.resolve(found)).collect()
}
