//! Header lines: where a text itself says when it was published, by whom and where. They are furniture once read.
//!
//! Lines at the head and at the foot of a text are looked at, captions left out.

use crate::ingest::outlet::{agency, named, signature};
use crate::ingest::sheet::Sheet;
use crate::ingest::stamp::{Stamp, leading_iso, stamps};
use crate::model::article::BlockKind;
use crate::model::date::PartialDate;
use crate::text::fold::fold;
use crate::text::span::Span;

/// How many blocks from the head and from the foot may be header lines.
const ZONE: usize = 10;
/// Header lines are at most this long, in bytes.
const LONGEST: usize = 200;

/// A date a header line gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateLine {
    /// The date.
    pub date: PartialDate,
    /// The words, in the body.
    pub span: Span,
    /// What the line says it is.
    pub rule: &'static str,
}

/// What header lines say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// When it was published.
    pub published: Option<DateLine>,
    /// When it was last changed.
    pub updated: Option<DateLine>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Which outlet it is from.
    pub outlet: Option<String>,
    /// The headline, when a line says `Titre : …`.
    pub title: Option<String>,
    /// The address.
    pub url: Option<String>,
}

const PUBLISHED: &[&str] = &[
    "publie",
    "publiee",
    "publication",
    "mis en ligne",
    "mise en ligne",
    "cree le",
    "poste le",
    "paru le",
    "parution",
    "published",
    "posted",
    "first published",
    "date",
];
const UPDATED: &[&str] = &["mis a jour", "mise a jour", "maj", "modifie", "actualise", "updated", "last modified", "modified"];
/// Words that stand beside a date without being anything else.
const BESIDE: &[&str] = &[
    "a",
    "le",
    "la",
    "the",
    "on",
    "at",
    "h",
    "min",
    "et",
    "and",
    "de",
    "du",
    "par",
    "by",
    "cet",
    "cest",
    "gmt",
    "utc",
    "est",
    "edt",
    "bst",
    "am",
    "pm",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "heure",
    "last",
    "dernier",
    "derniere",
    "paris",
    "il",
    "y",
];

/// Reads the header lines of `sheet` and settles them as furniture.
pub fn read(sheet: &mut Sheet) -> Header {
    let mut header = Header::default();
    prefix(sheet, &mut header);
    let count = sheet.strips.len();
    for at in 0..count {
        let Some(strip) = sheet.strips.get(at) else { break };
        let near_an_end = at < ZONE || at + ZONE >= count;
        if strip.settled || !near_an_end || strip.span.len() > LONGEST {
            continue;
        }
        let (span, folded) = (strip.span, strip.folded.clone());
        let words = span.of(&sheet.body).to_owned();
        if keyed(&words, at, &mut header) || dated(&words, &folded, span, at, &mut header) || signed(&words, &mut header) {
            sheet.settle(at, BlockKind::Furniture);
        }
    }
    header
}

/// `date 2020-05 Le nouveau…`: the date opens the first line and the text goes on behind it.
fn prefix(sheet: &mut Sheet, header: &mut Header) {
    let Some(first) = sheet.strips.first().map(|strip| strip.span) else { return };
    let words = first.of(&sheet.body);
    let Some((key, rest)) = words.split_at_checked(4).filter(|(key, _)| key.eq_ignore_ascii_case("date")) else { return };
    let blank = rest.len() - rest.trim_start_matches([' ', ':', '\u{a0}', '=']).len();
    let Some((_, value)) = rest.split_at_checked(blank).filter(|_| blank > 0) else { return };
    if let Some(stamp) = leading_iso(value) {
        let span = Span::new(first.first(), first.first() + key.len() + blank + stamp.span.after());
        header.published = Some(DateLine { date: stamp.date, span, rule: "the text opens with its date" });
        sheet.cut(0, span);
    }
}

/// `SOURCE: FRENCH PRESS TV`, `Titre : …`, `Auteur : …`.
fn keyed(words: &str, at: usize, header: &mut Header) -> bool {
    let Some((key, value)) = words.split_once(':') else { return false };
    let value = value.trim();
    if key.chars().count() > 20 || value.is_empty() {
        return false;
    }
    let slot = match fold(key.trim()).as_str() {
        "source" | "sources" | "journal" | "outlet" | "publisher" => {
            let Some(outlet) = named(value) else { return false };
            header.outlet.get_or_insert(outlet);
            return true;
        }
        "titre" | "title" | "headline" if at < ZONE => &mut header.title,
        "auteur" | "auteurs" | "author" | "authors" | "byline" => &mut header.author,
        "url" | "lien" | "link" | "permalink" => &mut header.url,
        _ => return false,
    };
    slot.get_or_insert(value.to_owned());
    true
}

/// A line that is about its date: `Publié le 22/07/2020 à 14h05`, `Le Monde.fr avec AFP | 15.08.2013 à 10h12`.
fn dated(words: &str, folded: &str, span: Span, at: usize, header: &mut Header) -> bool {
    /// Outlet and author beside the date.
    const MOST: usize = 9;
    let told = last_of(folded, PUBLISHED).or_else(|| last_of(folded, UPDATED)).is_some();
    let french = !["published", "posted", "updated", "modified"].iter().any(|word| folded.contains(word));
    let found = stamps(words, french);
    if found.is_empty() {
        return false;
    }
    let besides = besides(words, &found);
    let clock = has_clock(words);
    let marked = told && besides <= MOST && !words.ends_with('.');
    // One part of the line is the date and nothing else.
    let set_off = parts(words).count() > 1 && parts(words).any(|part| found.iter().any(|stamp| stamp.span.of(words) == part));
    let alone = besides == 0 || (clock || set_off) && besides <= 7 && !words.ends_with('.');
    if !marked && !(alone && at < ZONE) {
        return false;
    }
    let line = |stamp: &Stamp, rule| DateLine { date: stamp.date, span: stamp.span.shift(span.first()), rule };
    for stamp in &found {
        // The word nearest before a date says what it is.
        let before = fold(words.get(..stamp.span.first()).unwrap_or_default());
        let (published, updated) = (last_of(&before, PUBLISHED), last_of(&before, UPDATED));
        if updated > published {
            header.updated = header.updated.or(Some(line(stamp, "a line says when it was updated")));
        } else {
            let rule = if published.is_some() { "a line says when it was published" } else { "a line of its own gives the date" };
            header.published = header.published.or(Some(line(stamp, rule)));
        }
    }
    parties(words, &found, header);
    true
}

/// Who signs in a date line: `Par Jean Dupont, publié le …`, `Le Monde.fr avec AFP | …`, `L'Express — 2015-01-12 — Anne Martin`.
fn parties(words: &str, found: &[Stamp], header: &mut Header) {
    let mut names = Vec::new();
    for part in parts(words) {
        let dated = found.iter().any(|stamp| part.contains(stamp.span.of(words)));
        if !dated && !signed(part, header) && is_name(part) && part.split_whitespace().count() <= 5 {
            names.push(part);
        }
    }
    let outlet = names.iter().position(|name| is_outlet(name)).or((names.len() >= 2).then_some(0));
    for (at, name) in names.into_iter().enumerate() {
        let slot = if Some(at) == outlet { &mut header.outlet } else { &mut header.author };
        slot.get_or_insert(name.to_owned());
    }
}

/// The parts of a line that bars, bullets, set-off dashes or commas divide.
fn parts(words: &str) -> impl Iterator<Item = &str> {
    let dashed = words.split(['|', '•', '·']).flat_map(|part| part.split(" - ")).flat_map(|part| part.split(" – "));
    dashed.flat_map(|part| part.split(" — ")).flat_map(|part| part.split(", ")).map(str::trim).filter(|part| !part.is_empty())
}

/// Whether a name is more likely an outlet's than a person's.
fn is_outlet(name: &str) -> bool {
    const OPENINGS: &[&str] = &["Le ", "La ", "Les ", "L'", "L’", "The ", "Agence ", "Radio ", "France ", "BBC", "TV"];
    const WORDS: &[&str] = &["News", "Times", "Post", "Journal", "Presse", "Press", "TV", "Info", "Actu", "Today", "Magazine"];
    OPENINGS.iter().any(|opening| name.starts_with(opening))
        || agency(name).is_some()
        || name.contains('.')
        || name.split(' ').any(|word| WORDS.contains(&word))
}

/// `Par Jean Dupont`, `By Jane Doe and John Smith`, `Le Figaro avec AFP`.
fn signed(words: &str, header: &mut Header) -> bool {
    if let Some(outlet) = signature(words) {
        header.outlet.get_or_insert(outlet);
        return true;
    }
    let name =
        ["Par ", "PAR ", "By ", "BY ", "par : ", "Par : ", "Propos recueillis par "].iter().find_map(|by| words.strip_prefix(by));
    let Some(name) = name.map(|name| name.trim_end_matches([',', ' '])).filter(|name| is_name(name)) else { return false };
    header.author.get_or_insert(name.to_owned());
    true
}

/// Whether `words` can be a signature: a few capitalised words, particles and conjunctions between them.
fn is_name(words: &str) -> bool {
    const BETWEEN: &[&str] = &[
        "de", "du", "des", "la", "le", "van", "von", "der", "den", "al", "el", "ben", "bin", "et", "and", "avec", "with", "d",
        "à", "in", "for", "pour",
    ];
    let mut capitals = 0;
    for word in words.split_whitespace() {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        let between = BETWEEN.contains(&plain)
            || word.starts_with("d'")
            || word.starts_with("d’")
            || word.starts_with("al-")
            || word == "&";
        if plain.chars().next().is_some_and(char::is_uppercase) {
            capitals += 1;
        } else if !between {
            return false;
        }
    }
    (1..=9).contains(&capitals) && words.chars().count() <= 90 && !words.ends_with(['.', '!', '?', ':'])
}

/// Where the last of `markers` stands in `folded` as whole words.
fn last_of(folded: &str, markers: &[&str]) -> Option<usize> {
    let whole = |at: usize, marker: &str| {
        let (before, rest) = folded.split_at_checked(at)?;
        let after = rest.strip_prefix(marker)?;
        (!before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)).then_some(at)
    };
    markers.iter().filter_map(|marker| folded.rmatch_indices(marker).find_map(|(at, _)| whole(at, marker))).max()
}

/// The number of words that are neither date, time nor a word that goes with them.
fn besides(words: &str, found: &[Stamp]) -> usize {
    let mut left = String::with_capacity(words.len());
    let mut last = 0;
    for stamp in found {
        left.push_str(words.get(last..stamp.span.first()).unwrap_or_default());
        left.push(' ');
        last = stamp.span.after();
    }
    left.push_str(words.get(last..).unwrap_or_default());
    let folded = fold(&left);
    let marker = |word: &str| PUBLISHED.iter().chain(UPDATED).any(|marker| marker.split(' ').any(|part| part == word));
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !word.starts_with(|c: char| c.is_ascii_digit()) && !BESIDE.contains(word) && !marker(word)).count()
}

/// Whether a time of day stands in `words`: `14h05`, `10:12`.
fn has_clock(words: &str) -> bool {
    let bytes = words.as_bytes();
    bytes.windows(4).any(
        |four| matches!(four, [a, b'h' | b'H' | b':', b, c] if a.is_ascii_digit() && b.is_ascii_digit() && c.is_ascii_digit()),
    )
}
