//! Fields of a record under the names that exports and sites use: one reader for JSON, front matter and JSON-LD.

mod keys;
mod moments;
mod names;

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::ingest::draft::Declared;
use crate::ingest::formats::databases::record::language;
use crate::ingest::formats::fields::keys::{is_any, is_called};
use crate::ingest::formats::fields::moments::dated;
use crate::ingest::formats::fields::names::{DATE, KEPT, MADE, NAMES, STANDFIRST, SUMMARY, TEXT, TITLE};
use crate::ingest::formats::front_matter;
use crate::ingest::formats::front_matter::FlatEntry;
use crate::ingest::formats::html_text;
use crate::ingest::source::format::has_markup;
use crate::text::sanitize::sanitize;

/// A record.
pub type Record = Map<String, Value>;

/// Whether `name` is that of a summary.
#[must_use]
pub fn is_summary(name: &str) -> bool {
    is_any(name, SUMMARY)
}

/// Whether `name` is that of a text.
#[must_use]
pub fn is_text(name: &str) -> bool {
    is_any(name, TEXT)
}

/// Whether `name` is that of a headline.
#[must_use]
pub fn is_title(name: &str) -> bool {
    is_any(name, TITLE)
}

/// Whether `name` is that of any field of an article.
#[must_use]
pub fn is_field(name: &str) -> bool {
    is_text(name) || NAMES.iter().any(|names| is_any(name, names))
}

/// What a record says of an article.
#[must_use]
pub fn declared(record: &Record) -> Declared {
    let fields = record.iter().filter(|(_, value)| !is_blank(value));
    let is_kept = is_kept(&record.keys().map(String::as_str));
    chosen(fields.map(|(key, value)| (key.as_str(), value)), is_kept, words)
}

/// Whether a record with these `keys` has no day of publication in that on which it was made: a service kept the page, or another field has the day,
/// empty as it may be.
fn is_kept<'a>(keys: &(impl Iterator<Item = &'a str> + Clone)) -> bool {
    let mut others = keys.clone().filter(|key| is_day(key) && !is_any(key, MADE));
    keys.clone().any(|key| is_any(key, KEPT)) || keys.clone().any(|key| is_any(key, MADE)) && others.next().is_some()
}

/// Whether `name` is that of a day.
#[must_use]
pub(crate) fn is_day(name: &str) -> bool {
    is_any(name, DATE)
}

/// Whether `name` is that of the day on which a record was made, which may be long after it was published.
#[must_use]
pub(crate) fn is_day_made(name: &str) -> bool {
    is_any(name, MADE)
}

/// Whether a value says nothing, so that it hides no other of the same kind.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(words) => words.trim().is_empty(),
        Value::Array(parts) => parts.iter().all(is_blank),
        _ => false,
    }
}

/// What flat front matter says of an article.
#[must_use]
pub fn declared_flat(entries: &[FlatEntry]) -> Declared {
    let is_kept = is_kept(&entries.iter().map(|entry| entry.key));
    chosen(entries.iter().map(|entry| (entry.key, entry.value)), is_kept, front_matter::FlatValue::words)
}

/// Bytes that a field has at most which names one thing.
const LONGEST: usize = 500;
/// Bytes that the page or pages of an article have at most.
const LONGEST_PAGE: usize = 60;

/// What the fields with the best names say, given what words a value has; `is_kept` tells that the day on which the record was made is none of them.
fn chosen<'a, V: Copy>(
    fields: impl Iterator<Item = (&'a str, V)>,
    is_kept: bool,
    words: impl Fn(V) -> Option<Cow<'a, str>>,
) -> Declared {
    let mut best: [Option<(usize, &str, V)>; NAMES.len()] = [None; NAMES.len()];
    for (key, value) in fields {
        // The day on which a page was kept says nothing of when it was published.
        if is_kept && is_any(key, MADE) {
            continue;
        }
        for (names, best) in NAMES.iter().zip(&mut best) {
            let Some(rank) = names.iter().position(|name| is_called(key, name)) else { continue };
            if best.is_none_or(|(known, other, _)| (rank, key) < (known, other)) {
                *best = Some((rank, key, value));
            }
            break;
        }
    }
    // ProQuest has the place behind the name of the paper.
    let with_place = best[2].is_some_and(|(_, key, _)| is_any(key, &["pubtitle", "publicationtitle"]));
    let line = |best: Option<(usize, &str, V)>| words(best?.2).map(|words| cleaned(&words)).filter(|words| !words.is_empty());
    let [title, date, outlet, author, url, lang, section, page, docid, credit, updated] = best.map(line);
    // What is longer is a text that lies under the name of a field: it is told as one that was not read.
    let page = page.filter(|page| page.len() <= LONGEST_PAGE);
    let short = |words: Option<String>| words.filter(|words| words.len() <= LONGEST);
    let [date, outlet, lang, section, page, docid, credit, updated] =
        [date, outlet, lang, section, page, docid, credit, updated].map(short);
    let (date, lang) = (date.map(dated), lang.map(|lang| language(&lang).unwrap_or(lang)));
    let [outlet, author, section] = [outlet, author, section].map(|words| words.and_then(unlisted));
    let outlet = outlet.map(|outlet| match outlet.split_once("; ") {
        Some((name, _)) if with_place => name.to_owned(),
        _ => outlet,
    });
    let outlet = outlet.filter(|outlet| !is_of_feed(outlet));
    let url = url.filter(|url| url.contains("://") || url.starts_with("//"));
    // Clippers call the address of a page its source; the address of a site is an outlet's.
    let address = |words: &String| url.is_none() && is_page_address(words);
    let (url, outlet) = if outlet.as_ref().is_some_and(address) { (outlet, None) } else { (url, outlet) };
    // Nor does that on which the record was changed.
    let updated = updated.filter(|_| !(is_kept && date.is_none()));
    Declared { title, date, outlet, author, url, lang, section, page, docid, credit, updated }
}

/// `['Ana Lorme', "Paul d'Arcy"]`, as Python writes a list into one cell, as `Ana Lorme, Paul d'Arcy`; other words as they are.
fn unlisted(words: String) -> Option<String> {
    let Some(inner) = words.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) else { return Some(words) };
    let mut rest = inner.trim();
    let mut parts = Vec::new();
    while let Some(quote) = rest.chars().next() {
        let Some((part, behind)) = matches!(quote, '\'' | '"').then(|| rest.get(1..)?.split_once(quote)).flatten() else {
            return Some(words);
        };
        parts.push(part);
        rest = behind.trim_start_matches([',', ' ']);
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Whether `words` are the address of a feed, whose host is that of a service more often than of the paper.
fn is_of_feed(words: &str) -> bool {
    let host = words.split_once("://").map_or("", |(_, rest)| rest).split('/').next().unwrap_or_default().to_ascii_lowercase();
    ["feeds.", "rss.", "feedproxy."].iter().any(|head| host.starts_with(head))
}

/// Whether `words` are the address of a page, not only of a site.
fn is_page_address(words: &str) -> bool {
    let path = words.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    !path.is_empty() && !words.contains(' ')
}

/// The headline of an article as the record has it.
#[must_use]
pub fn title(record: &Record) -> Option<Cow<'_, str>> {
    filled(record, TITLE)
}

/// Whether some field of a record holds the text of an article.
#[must_use]
pub fn has_text(record: &Record) -> bool {
    filled(record, TEXT).is_some()
}

/// The text of an article as the record has it, markup and all; `None` when no field holds one.
#[must_use]
pub fn text(record: &Record) -> Option<Cow<'_, str>> {
    /// How much longer a second text is of which the first is a summary or what a service shows of it.
    const TIMES: usize = 2;
    let first = filled(record, TEXT)?;
    let is_longer = |value: &Value| value.as_str().is_some_and(|text| text.len() > first.len() * TIMES && !has_markup(text));
    let is_other = |name: &str| is_text(name) && !name.to_ascii_lowercase().starts_with("raw");
    let others = record.iter().filter(|(name, value)| is_longer(value) && is_other(name));
    let longest = others.filter_map(|(_, value)| value.as_str()).max_by_key(|text| text.len());
    Some(longest.map_or(first, Cow::Borrowed))
}

/// The summary of an article whose text a record has not; `None` when it has none either.
#[must_use]
pub fn summary(record: &Record) -> Option<Cow<'_, str>> {
    filled(record, SUMMARY)
}

/// The lead of an article whose text stands in a field of its own; `None` when there is none.
#[must_use]
pub fn standfirst(record: &Record) -> Option<Cow<'_, str>> {
    filled(record, STANDFIRST)
}

/// The lead of flat front matter, and, where it has none, its summary; the second says which.
#[must_use]
pub fn lead_flat<'a>(entries: &[FlatEntry<'a>]) -> Option<(Cow<'a, str>, Lead)> {
    // A lead has words; most entries have one, and are not asked for each name.
    let has_words = |entry: &&FlatEntry<'a>| entry.value.words().is_some_and(|words| words.trim().contains(' '));
    let entries: Vec<&FlatEntry<'a>> = entries.iter().filter(has_words).collect();
    let of = |names: &[&str]| {
        let called = |name: &&str| entries.iter().find(|entry| is_called(entry.key, name)).and_then(|entry| entry.value.words());
        names.iter().filter_map(called).find(|words| is_told(words))
    };
    of(STANDFIRST).map(|words| (words, Lead::Printed)).or_else(|| of(SUMMARY).map(|words| (words, Lead::Summary)))
}

/// What stands in a record for the head of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// Words that are printed above the text.
    Printed,
    /// Words about the text, which stand for it where there is none.
    Summary,
}

/// Whether the words of a lead, which may be cut short there, stand at some place of `text`.
#[must_use]
pub fn stands_in(lead: &str, text: &str) -> bool {
    let plain = |words: &str| cleaned(words).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    plain(text).contains(&plain(lead))
}

/// The first of `names` that holds words.
fn filled<'a>(record: &'a Record, names: &[&str]) -> Option<Cow<'a, str>> {
    names.iter().filter_map(|name| first(record, &[name])).filter_map(paragraphs).find(|text| is_told(text))
}

/// Whether `text` has words; one that is a picture alone has none.
pub(crate) fn is_told(text: &str) -> bool {
    /// Bytes of tags that a picture takes at most.
    const PICTURE: usize = 2000;
    let text = text.trim();
    let is_picture = || text.starts_with('<') && text.len() <= PICTURE && html_text::words(text).trim().is_empty();
    !text.is_empty() && !is_picture()
}

fn paragraphs(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        // Strings among objects are runs of one text, some of them marked.
        Value::Array(parts) => {
            let is_marked = parts.iter().any(Value::is_string) && parts.iter().any(Value::is_object);
            Some(parts.iter().filter_map(words).collect::<Vec<_>>().join(if is_marked { "" } else { "\n\n" }).into())
        }
        other => words(other),
    }
}

/// The value of the first of `names` that the record has, whatever its capitals, hyphens and underscores.
fn first<'a>(record: &'a Record, names: &[&str]) -> Option<&'a Value> {
    names
        .iter()
        .find_map(|name| record.iter().find(|(key, value)| is_called(key, name) && !value.is_null()).map(|(_, value)| value))
}

/// A value as words: a name inside an object, a list with commas.
fn words(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => Some(text.into()),
        Value::Number(number) => Some(number.to_string().into()),
        Value::Object(record) => referenced(record).or_else(|| {
            const MEMBERS: [&str; 18] = [
                "name",
                "literal",
                "main",
                "title",
                "rendered",
                "text",
                "value",
                "raw",
                "@value",
                "$date",
                "$numberlong",
                "content",
                "basic",
                "original",
                "node",
                "#text",
                "$t",
                "@id",
            ];
            first(record, &MEMBERS).and_then(words).or_else(|| in_a_language(record).and_then(words))
        }),
        Value::Array(parts) => {
            let parts: Vec<Cow<str>> = parts.iter().filter_map(words).collect();
            (!parts.is_empty()).then(|| parts.join(", ").into())
        }
        Value::Bool(_) | Value::Null => None,
    }
}

/// What a record says that has the same in several languages: `{"fr": …, "en": …}`, `{"fr-FR": …}`. The first in order of their tags.
#[must_use]
pub fn in_a_language(record: &Record) -> Option<&Value> {
    let is_tag = |name: &String| {
        let (language, region) = name.split_once(['-', '_']).unwrap_or((name, "XX"));
        language.len() == 2 && language.bytes().all(|byte| byte.is_ascii_lowercase()) && region.len() == 2
    };
    record.keys().all(is_tag).then(|| record.values().find(|value| !is_blank(value))).flatten()
}

/// A person or a date as CSL-JSON has them: `{"family": "Poe", "given": "Ann"}`, `{"date-parts": [[2021, 3, 9]]}`.
fn referenced(record: &Record) -> Option<Cow<'_, str>> {
    const NAMES: [(&str, &str); 4] =
        [("given", "family"), ("firstName", "lastName"), ("first_name", "last_name"), ("first", "last")];
    // Some programs write the numbers as strings.
    let number = |part: &Value| part.as_u64().or_else(|| part.as_str()?.parse().ok());
    let said = |name: &str| record.get(name).and_then(Value::as_str);
    if let Some((given, family)) = NAMES.iter().find_map(|(given, family)| Some((said(given).unwrap_or_default(), said(family)?)))
    {
        return Some(format!("{given} {family}").trim().to_owned().into());
    }
    if let Some(year) = record.get("year") {
        let parts = [Some(year), record.get("month"), record.get("day")].into_iter().map_while(|part| number(part?));
        return Some(parts.map(|number| format!("{number:02}")).collect::<Vec<_>>().join("-").into());
    }
    let date = record.get("date-parts")?.as_array()?.first()?.as_array()?;
    let parts: Vec<String> = date.iter().filter_map(number).map(|number| format!("{number:02}")).collect();
    Some(parts.join("-").into())
}

/// One line of clean words: markup and entities resolved, white space tidied.
#[must_use]
pub fn cleaned(words: &str) -> String {
    if is_clean(words) {
        return words.to_owned();
    }
    let plain: Cow<str> = if words.contains(['<', '&']) { html_text::words(words).into() } else { words.into() };
    sanitize(&plain).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `words` are printable ASCII without markup and letters of Latin, with one space between two of them.
fn is_clean(words: &str) -> bool {
    let mut last = b' ';
    let clean = words.bytes().all(|byte| {
        let single = byte != b' ' || last != b' ';
        last = byte;
        // U+00C0 to U+017F; bytes that continue a character follow no other here.
        single && matches!(byte, b' '..=b'~' | 0x80..=0xBF | 0xC3..=0xC5) && !matches!(byte, b'<' | b'&')
    });
    clean && last != b' '
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use serde_json::json;

    use super::{cleaned, declared, is_clean};
    use crate::text::sanitize::sanitize;

    #[test]
    fn the_address_of_a_feed_is_no_outlet() {
        let item = json!({"title": "La halle", "source": "https://feeds.vigie.example/rss/a", "link": "https://www.vigie.example/halle"});
        assert_eq!(item.as_object().map(declared).and_then(|told| told.outlet), None);
    }

    #[test]
    fn the_day_on_which_a_page_was_kept_is_not_that_of_publication() {
        for kept in [
            json!({"title": "La halle", "created_at": "2016-09-08T11:55:58+0200", "is_starred": 0}),
            json!({"title": "La halle", "inserted_at": "2018-02-02", "updated_at": "2018-02-02"}),
            json!({"title": "La halle", "time_added": 1_600_322_788}),
            json!({"article__title": "La halle", "date_added": "2016-08-25T12:05:00"}),
            json!({"title": "La halle", "created_at": "2015-09-09 11:10:32 UTC", "is_saved": true}),
        ] {
            let found = kept.as_object().map(declared).unwrap_or_default();
            assert_eq!((found.date, found.updated), (None, None), "{kept}");
        }
        let dated = json!({"created_at": "2016-09-08", "published_at": "2015-10-26", "is_starred": 0});
        assert_eq!(dated.as_object().and_then(|record| declared(record).date).as_deref(), Some("2015-10-26"));
        let posted = json!({"title": "La halle", "created_at": "2016-09-08"});
        assert_eq!(posted.as_object().and_then(|record| declared(record).date).as_deref(), Some("2016-09-08"));
    }

    proptest! {
        #[test]
        fn clean_words_stay_as_they_are(words in "[a-zéŒ <&«\u{a0}\u{85}\t.]{0,12}") {
            if is_clean(&words) {
                prop_assert_eq!(sanitize(&words).split_whitespace().collect::<Vec<_>>().join(" "), cleaned(&words));
            }
        }
    }
}
