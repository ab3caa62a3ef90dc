//! Events as a calendar of whole days (iCalendar, RFC 5545).
//!
//! The same archive gives the same calendar: no clock is asked, and identifiers come from the article and its days, so that a
//! calendar that is read again replaces what it held.

use std::io;

use jiff::civil::{Date, date};

use crate::cli::events::labelled::label;
use crate::cli::output::Out;
use crate::cli::setup::Loaded;
use crate::cli::table::{cut, one_line};
use crate::model::date::Interval;
use crate::model::event::Outlook;
use crate::query::timeline::TimelineEntry;

/// The octets of a line, its end aside (RFC 5545, 3.1).
const LINE: usize = 75;
/// Columns of a summary; the whole sentence stands in the description.
const SUMMARY: usize = 100;
/// When a record of an article without a day was made.
const EPOCH: Date = date(1970, 1, 1);

/// Prints `entries`.
pub fn print<'a>(loaded: &Loaded, entries: impl Iterator<Item = &'a TimelineEntry>, out: &mut Out) -> io::Result<()> {
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//liseuse//events//EN", "CALSCALE:GREGORIAN"] {
        out.text(&folded(line))?;
    }
    for line in entries.filter_map(|entry| event(loaded, entry)).flatten() {
        out.text(&folded(&line))?;
    }
    out.text(&folded("END:VCALENDAR"))
}

/// The lines of one event, unfolded.
fn event(loaded: &Loaded, entry: &TimelineEntry) -> Option<Vec<String>> {
    let article = loaded.archive.get(entry.article)?;
    let Interval { first, last } = entry.interval;
    let sentence = one_line(entry.text(article));
    // When a record was made is asked for; what it was made of is as old as the article, as far as that is known.
    let stamp = article.date().known_days().map_or(EPOCH, |days| days.first);
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}-{}-{}@liseuse", first.strftime("%Y%m%d"), last.strftime("%Y%m%d"), article.id()),
        format!("DTSTAMP:{}T000000Z", stamp.strftime("%Y%m%d")),
        format!("DTSTART;VALUE=DATE:{}", first.strftime("%Y%m%d")),
    ];
    // Without an end an event is its first day; the last day of the calendar has no day behind it.
    lines.extend(last.tomorrow().ok().map(|end| format!("DTEND;VALUE=DATE:{}", end.strftime("%Y%m%d"))));
    lines.push(format!("SUMMARY:{}", escaped(&cut(&label(entry, article).text, SUMMARY))));
    lines.push(format!("DESCRIPTION:{}", escaped(&description(loaded, entry, &sentence))));
    let names: Vec<String> = entry.actors.iter().flatten().map(|actor| escaped(loaded.archive.actors().name(*actor))).collect();
    if !names.is_empty() {
        lines.push(format!("CATEGORIES:{}", names.join(",")));
    }
    let url = article.url().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    lines.extend(url.map(|url| format!("URL:{}", url.replace(char::is_control, ""))));
    let status = if entry.telling.outlook == Outlook::Planned { "TENTATIVE" } else { "CONFIRMED" };
    lines.extend([format!("STATUS:{status}"), "TRANSP:TRANSPARENT".to_owned(), "END:VEVENT".to_owned()]);
    Some(lines)
}

/// The sentence, how finely it is dated, and the articles that tell it, a line each.
fn description(loaded: &Loaded, entry: &TimelineEntry, sentence: &str) -> String {
    let mut lines = vec![sentence.to_owned(), format!("({}, {})", entry.precision.name(), entry.telling.outlook.name())];
    for (ix, _) in entry.places() {
        let Some(article) = loaded.archive.get(ix) else { continue };
        let date = article.date().to_string();
        let parts = [article.source().unwrap_or_default(), article.title(), &date];
        lines.push(parts.into_iter().filter(|part| !part.is_empty()).map(one_line).collect::<Vec<_>>().join(", "));
    }
    lines.join("\n")
}

/// A text as the value of a property (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// A line with its end, folded between characters into lines of at most [`LINE`] octets.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + 8);
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > LINE {
            folded.push_str("\r\n ");
            used = 1;
        }
        folded.push(c);
        used += c.len_utf8();
    }
    folded + "\r\n"
}
