//! The days that the quotations of a dossier tell of: a chronology in words, and a picture of it that is part of the page.
//!
//! A day is told by the sentence that dates it, shortened to a line like a headline (`analysis::labels`).

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::analysis::labels::label_of_date;
use crate::export::dossier::{CitedDay, ExportDocument};
use crate::export::manner::{ExportLang, Manner};
use crate::export::reference::ArticleReference;
use crate::export::words;
use crate::model::date::PartialDate;
use crate::model::day;
use crate::model::segment::ArticleRef;
use crate::text::span::Span;

/// A row of the chronology.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChronologyRow {
    /// The days.
    pub day: CitedDay,
    /// The place of the section, and the identifier of the annotation.
    pub annotation: String,
    /// Where it is told.
    pub reference: ArticleReference,
}

/// Columns and rows of the picture, and the margin at its sides.
const WIDTH: i32 = 640;
/// See [`WIDTH`].
const HEIGHT: i32 = 64;
/// See [`WIDTH`].
const MARGIN: i32 = 24;
/// Dots that stand one over the other at most.
const STACKED: i32 = 4;

/// The days told of in `span` of `article`.
#[must_use]
pub fn days_in(article: ArticleRef<'_>, span: Span) -> Vec<CitedDay> {
    let told = article.events().filter(|event| event.timex.overlaps(span));
    let cited = |event: crate::model::segment::PackedEvent| {
        let first = day::date(event.first)?;
        let last = day::date(event.first.saturating_add_unsigned(event.days))?;
        Some(CitedDay { first, last, label: label_of_date(article, event.timex) })
    };
    told.filter_map(cited).collect()
}

/// The chronology of a dossier, in order of time, what two quotations tell alike once.
#[must_use]
pub fn chronology(dossier: &ExportDocument, manner: Manner) -> Vec<ChronologyRow> {
    let mut rows = Vec::new();
    for section in &dossier.sections {
        let Some(facts) = section.facts() else { continue };
        for item in &section.items {
            let row = |day: &CitedDay| ChronologyRow {
                day: day.clone(),
                annotation: item.annotation.id.clone(),
                reference: ArticleReference::of(facts, item.paragraph, manner),
            };
            rows.extend(item.days.iter().map(row));
        }
    }
    rows.sort_by_key(|one: &ChronologyRow| (one.day.first, one.day.last));
    rows.dedup_by(|later, earlier| later.day == earlier.day);
    rows
}

/// The days in words: a day, a month, a year, or from one to the other.
#[must_use]
pub fn in_words(day: &CitedDay, lang: ExportLang) -> String {
    let (first, last) = (day.first, day.last);
    let whole = |from: Date, to: Date| first == from && last == to;
    let year = PartialDate::year(first.year()).filter(|_| whole(first.first_of_year(), first.last_of_year()));
    let month = || PartialDate::of(first).at(crate::model::date::Precision::Month);
    if let Some(year) = year {
        words::calendar(year, lang)
    } else if whole(first.first_of_month(), first.last_of_month()) {
        words::calendar(month(), lang)
    } else if first == last {
        words::calendar(PartialDate::of(first), lang)
    } else {
        format!("{} – {}", words::calendar(PartialDate::of(first), lang), words::calendar(PartialDate::of(last), lang))
    }
}

/// The chronology as a line with dots, in SVG without scripts; empty for fewer than two days.
#[must_use]
pub fn picture(rows: &[ChronologyRow], title: &str, lang: ExportLang) -> String {
    let number = |row: &ChronologyRow| i64::from(day::number(row.day.first));
    let Some((from, to)) = rows.first().map(number).zip(rows.last().map(number)).filter(|(from, to)| from < to) else {
        return String::new();
    };
    let axis = HEIGHT - 20;
    let mut svg = format!(
        "<svg class=\"timeline\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}\">\n<path d=\"M{MARGIN} {axis}H{}\" \
         stroke=\"currentColor\"/>\n",
        escaped(title),
        WIDTH - MARGIN
    );
    let mut before: Option<(i64, i32)> = None;
    for row in rows {
        let along = (number(row) - from) * i64::from(WIDTH - 2 * MARGIN) / (to - from);
        // Days that would cover each other are stacked.
        let height = before.filter(|(x, _)| along - x < 8).map_or(0, |(_, height)| (height + 1) % STACKED);
        before = Some((along, height));
        let told = format!("{}: {}", in_words(&row.day, lang), row.day.label);
        // Writing to a string cannot fail.
        let _ = writeln!(
            svg,
            "<a href=\"#h-{}\"><circle cx=\"{}\" cy=\"{}\" r=\"4\" fill=\"currentColor\"><title>{}</title></circle></a>",
            escaped(&row.annotation),
            i64::from(MARGIN) + along,
            axis - 8 - height * 9,
            escaped(&told)
        );
    }
    for (row, anchor, x) in [(rows.first(), "start", MARGIN), (rows.last(), "end", WIDTH - MARGIN)] {
        let words = row.map(|row| in_words(&row.day, lang)).unwrap_or_default();
        let _ = writeln!(
            svg,
            "<text x=\"{x}\" y=\"{}\" text-anchor=\"{anchor}\" font-size=\"12\" fill=\"currentColor\">{}</text>",
            HEIGHT - 4,
            escaped(&words)
        );
    }
    svg.push_str("</svg>");
    svg
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
