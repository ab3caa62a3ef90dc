//! Events as the spreadsheet that `TimelineJS` reads: its columns, a row for each event.
//!
//! A date is given as finely as it is known, an interval with its end. Texts are HTML there, so that theirs is escaped.

use std::io;

use csv::Terminator;

use crate::cli::events::labelled::label;
use crate::cli::output::Out;
use crate::cli::setup::Loaded;
use crate::cli::table::{cut, one_line};
use crate::export::csv::table;
use crate::model::archive::ArticleIx;
use crate::model::date::PartialDate;
use crate::query::timeline::TimelineEntry;

/// The columns, as the template of `TimelineJS` names them.
const COLUMNS: [&str; 18] = [
    "Year",
    "Month",
    "Day",
    "Time",
    "End Year",
    "End Month",
    "End Day",
    "End Time",
    "Display Date",
    "Headline",
    "Text",
    "Media",
    "Media Credit",
    "Media Caption",
    "Media Thumbnail",
    "Type",
    "Group",
    "Background",
];
/// Columns of a headline; the whole sentence stands in the text.
const HEADLINE: usize = 100;

/// Prints `entries`.
pub fn print<'a>(loaded: &Loaded, entries: impl Iterator<Item = &'a TimelineEntry>, out: &mut Out) -> io::Result<()> {
    let rows = entries.filter_map(|entry| row(loaded, entry));
    out.text(&table(std::iter::once(COLUMNS.map(String::from)).chain(rows), Terminator::CRLF))
}

fn row(loaded: &Loaded, entry: &TimelineEntry) -> Option<[String; 18]> {
    let article = loaded.archive.get(entry.article)?;
    let sentence = one_line(entry.text(article));
    let filed = entry.filed();
    let whole = filed.interval() == entry.interval;
    let end = (!whole).then(|| PartialDate::of(entry.interval.last));
    // What no calendar date says, such as a decade, is shown in words beside the days it stands for.
    let display = if whole { String::new() } else { format!("{} ({})", entry.interval, entry.precision.name()) };
    let group = entry.actors.iter().flatten().next().map_or("", |actor| loaded.archive.actors().name(*actor));
    let [year, month, day] = parts(Some(if whole { filed } else { PartialDate::of(entry.interval.first) }));
    let [end_year, end_month, end_day] = parts(end);
    let none = String::new;
    let text = format!("<p>{}</p>{}", escaped(&sentence), sources(loaded, entry));
    let credit = article.source().unwrap_or_default().to_owned();
    let (headline, group) = (escaped(&cut(&label(entry, article).text, HEADLINE)), group.to_owned());
    Some([
        year,
        month,
        day,
        none(),
        end_year,
        end_month,
        end_day,
        none(),
        display,
        headline,
        text,
        none(),
        credit,
        none(),
        none(),
        none(),
        group,
        none(),
    ])
}

fn parts(date: Option<PartialDate>) -> [String; 3] {
    let Some((year, month, day)) = date.map(PartialDate::parts) else { return <[String; 3]>::default() };
    let told = |part: Option<u8>| part.map_or_else(String::new, |part| part.to_string());
    [year.to_string(), told(month), told(day)]
}

/// The articles that tell an event, with links where their addresses are known.
fn sources(loaded: &Loaded, entry: &TimelineEntry) -> String {
    let source = |(ix, _): (ArticleIx, _)| {
        let article = loaded.archive.get(ix)?;
        let named = [article.source(), Some(article.title()), Some(&*article.date().to_string())];
        let words = named.into_iter().flatten().filter(|part| !part.is_empty()).map(escaped).collect::<Vec<_>>().join(", ");
        let linked = article.url().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
        Some(match linked {
            Some(url) => format!("<li><a href=\"{}\">{words}</a></li>", escaped(url)),
            None => format!("<li>{words}</li>"),
        })
    };
    format!("<ul>{}</ul>", entry.places().filter_map(source).collect::<String>())
}

fn escaped(text: &str) -> String {
    one_line(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
