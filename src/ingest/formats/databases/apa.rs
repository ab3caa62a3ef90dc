//! The press databases of the Austrian agency APA (`OnlineManager`, `DeFacto`), as text, in a document or as the page that is to be printed.
//!
//! A line of outlet and day stands above each article: `"Der Bote" Nr. 65 vom 09.03.2021 Seite: 3`, `"bote.at" gefunden am 09.03.2021 10:36 Uhr`.

use crate::ingest::draft::{Break, DraftLine, Lines};
use crate::ingest::formats::databases::record::SourceRecord;
use crate::ingest::formats::date;
use crate::ingest::formats::html_text;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::plain;
use crate::ingest::formats::sample::{Sample, Text};
use crate::model::article::BlockKind;
use crate::text::span::Span;

/// The label of the section.
const SECTION: &str = "Ressort:";
/// How many lines may stand between the fields and a headline that is marked as one.
const ABOVE_HEADLINE: usize = 4;

/// What a line of outlet and day says.
struct Imprint<'a> {
    outlet: &'a str,
    day: String,
    page: Option<&'a str>,
}

/// Why a text is such an export.
pub(crate) fn recognize_text(sample: &Sample<'_>) -> Option<&'static str> {
    if sample.is_markup() || !names_days(sample.text) {
        return None;
    }
    let rows = || sample.text.lines().filter(|row| !row.trim().is_empty());
    let opens = rows().take(3).any(|row| imprint(row).is_some());
    (opens || rows().filter(|row| imprint(row).is_some()).take(2).count() == 2)
        .then_some("a line of outlet and day stands above each article, as APA writes it")
}

/// Why a page is such an export.
pub(crate) fn recognize_html(sample: &Sample<'_>) -> Option<&'static str> {
    const OPENS: &str = "<pre>";
    let mut rows = sample.text.match_indices(OPENS).filter_map(|(at, _)| sample.text.get(at + OPENS.len()..)?.lines().next());
    (sample.is_markup() && names_days(sample.text) && rows.any(|row| imprint(&html_text::words(row)).is_some()))
        .then_some("a line of outlet and day stands above each article, as APA prints it")
}

/// Whether the words before a day stand anywhere.
fn names_days(text: &str) -> bool {
    ["vom ", "gefunden am "].iter().any(|words| memchr::memmem::find(text.as_bytes(), words.as_bytes()).is_some())
}

/// Reads an export as text.
pub(crate) fn read_text(text: &Text<'_>, out: &mut Output<'_>) {
    let (mut at, mut starts) = (0, Vec::new());
    for row in text.text.split_inclusive('\n') {
        if imprint(row).is_some() {
            starts.push(at);
        }
        at += row.len();
    }
    out.left_out("what stands before the articles", text.text.get(..starts.first().copied().unwrap_or(0)).unwrap_or_default());
    let ends = starts.iter().skip(1).copied().chain([text.text.len()]);
    for part in starts.iter().zip(ends).map(|(start, end)| Span::new(*start, end)) {
        let lines = lines_of(text, part);
        article(&lines, &lines.places, part.of(text.text).as_bytes(), out);
    }
}

/// The lines of the article at `part`. Fields are no paragraph that was wrapped, nor are headings: they stay lines of their own.
fn lines_of(text: &Text<'_>, part: Span) -> Lines {
    let (mut lines, mut at) = (Lines::default(), part.first());
    for row in part.of(text.text).split_inclusive('\n') {
        let words = row.trim();
        if !(words.is_empty() || lines.places.is_empty() || words.starts_with(SECTION)) {
            break;
        }
        if !words.is_empty() {
            lines.push(words, Break::Line, None);
        }
        at += row.len();
    }
    let between = |start: usize, end: usize| plain::lines(text.text.get(start..end).unwrap_or_default());
    for heading in text.headings.iter().filter(|heading| part.covers(**heading)) {
        lines.extend(&between(at, heading.first()), None);
        lines.extend(&plain::lines(heading.of(text.text)), Some(BlockKind::Heading));
        at = heading.after();
    }
    lines.extend(&between(at, part.after()), None);
    lines
}

/// Reads the page of an export.
pub(crate) fn read_html(text: &Text<'_>, out: &mut Output<'_>) {
    let lines = html_text::lines(text.text);
    let opens = lines.places.iter().enumerate().filter(|(_, line)| imprint(lines.words(line)).is_some());
    let starts: Vec<usize> = opens.map(|(at, _)| at).collect();
    let words = |places: &[DraftLine]| places.iter().map(|line| lines.words(line)).collect::<Vec<_>>().join("\n");
    let before = lines.places.get(..starts.first().copied().unwrap_or(0)).unwrap_or_default();
    out.left_out("what stands before the articles", &words(before));
    let ends = starts.iter().skip(1).copied().chain([lines.places.len()]);
    for places in starts.iter().zip(ends).filter_map(|(start, end)| lines.places.get(*start..end)) {
        article(&lines, places, words(places).as_bytes(), out);
    }
}

/// A line of outlet and day.
fn imprint(line: &str) -> Option<Imprint<'_>> {
    /// Bytes of such a line.
    const LONGEST: usize = 160;
    let line = line.trim();
    let (outlet, rest) = line.strip_prefix('"')?.split_once('"')?;
    let found = date::in_figures(rest).filter(|_| line.len() <= LONGEST)?;
    let (before, behind) = (rest.get(..found.start)?.trim(), rest.get(found.end..)?);
    let numbered = |rest: &str| rest.trim().is_empty() || rest.trim().starts_with("Nr.");
    let joins = before.strip_suffix("vom").is_some_and(numbered) || before == "gefunden am";
    // A page prints the section on the same line.
    let behind = behind.split_once(SECTION).map_or(behind, |(behind, _)| behind);
    let page = behind.split_once("Seite").map(|(_, page)| page.trim_matches([':', ' ']));
    let closes = page.is_some() || behind.trim().is_empty() || behind.trim_end().ends_with("Uhr");
    (joins && closes && !outlet.is_empty()).then(|| Imprint {
        outlet,
        day: found.day.to_string(),
        page: page.filter(|page| !page.is_empty()),
    })
}

/// Hands over the article of `places`, lines of `lines` of which the first gives outlet and day.
fn article(lines: &Lines, places: &[DraftLine], bytes: &[u8], out: &mut Output<'_>) {
    let mut record = SourceRecord::default();
    let [first, rest @ ..] = places else { return };
    let Some(Imprint { outlet, day, page }) = imprint(lines.words(first)) else { return };
    record.declared.outlet = Some(outlet.to_owned());
    record.declared.date = Some(day);
    record.declared.page = page.map(ToOwned::to_owned);
    record.aside(lines.words(first));
    let labelled = rest.first().map(|line| lines.words(line)).filter(|words| words.starts_with(SECTION));
    record.aside(labelled.unwrap_or_default());
    let section = labelled.unwrap_or(lines.words(first)).split_once(SECTION);
    record.declared.section = section.map(|(_, section)| section.trim().to_owned());
    let rest = rest.get(usize::from(labelled.is_some())..).unwrap_or_default();
    // What is marked as the headline, else the first line.
    let marked = rest.iter().take(ABOVE_HEADLINE).position(|line| line.kind == Some(BlockKind::Heading));
    let title = marked.unwrap_or(0);
    record.declared.title = rest.get(title).map(|line| lines.words(line).to_owned());
    for (_, line) in rest.iter().enumerate().filter(|(at, _)| *at != title) {
        match line.kind {
            Some(kind) => record.push(lines.words(line), Some(kind)),
            None => record.push_set_off(lines.words(line), line.set_off),
        }
    }
    out.next(record.finish(), bytes);
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::{assert_no_word_lost, read_text};
    use crate::model::article::Article;

    const EXPORT: &str = "Suche nach Hafen\n\"Der Bote\" Nr. 065 vom 09.03.2021     Seite: L2\nRessort: Politik\n\nHaushalt beschlossen\n\n\
        Der Rat hat am Montag den Haushalt beschlossen.\n\n\"bote.at\" gefunden am 15.03.2021 10:36 Uhr\n\nHafen offen\n\nDer Hafen ist offen.\n";

    const PAGE: &str = "<html><head><title>Ausdruck</title></head><body><img src=a.gif><div><pre>\"Der Bote\" vom 09.03.2021    Seite: 1\n\
        Ressort: SEITE 1</pre>Ein Vorspann davor<br><h3>Haushalt beschlossen</h3><p>Der Rat hat den\nHaushalt beschlossen.</p></div>\
        <div><pre>\"Der Anzeiger\" vom 10.03.2021    Seite: 3</pre><h3>Hafen offen</h3><p>Der Hafen ist offen.</p></div></body></html>";

    fn facts(article: &Article) -> [String; 4] {
        let said = |one: Option<&str>| one.unwrap_or_default().to_owned();
        let outlet = article.source.as_ref().map(|outlet| &*outlet.text);
        [article.title.to_string(), said(outlet), article.published.date.to_string(), said(article.imprint.page.as_deref())]
    }

    #[test]
    fn a_line_of_outlet_and_day_opens_an_article() {
        let reading = read_text("a.txt", EXPORT);
        let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!(facts(first), ["Haushalt beschlossen", "Der Bote", "2021-03-09", "L2"]);
        assert_eq!(first.imprint.section.as_deref(), Some("Politik"));
        assert_eq!(facts(second), ["Hafen offen", "bote.at", "2021-03-15", ""]);
        assert_no_word_lost("a.txt", EXPORT);
    }

    #[test]
    fn a_bold_line_is_the_headline() {
        let rtf = "{\\rtf1\\ansi{\\i \"Der Bote\" vom 09.03.2021 Seite: 28\\par Ressort: Politik\\par}\\par Abend\\par\\par{\\b Haushalt beschlossen }\\par\\par \\
            Der Rat hat den Haushalt beschlossen.\\par\\sect {\\i \"Der Bote\" vom 09.03.2021 Seite: 2\\par Ressort: Lokal\\par}\\par{\\b Hafen offen}\\par Der Hafen ist offen.\\par}";
        let reading = read_text("a.rtf", rtf);
        let titles: Vec<&str> = reading.articles.iter().map(|article| &*article.title).collect();
        assert_eq!(titles, ["Haushalt beschlossen", "Hafen offen"]);
        assert!(reading.articles[0].body.contains("Abend"), "{}", &*reading.articles[0].body);
    }

    #[test]
    fn the_page_that_is_to_be_printed_marks_its_headlines() {
        let reading = read_text("a.html", PAGE);
        let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!(facts(first), ["Haushalt beschlossen", "Der Bote", "2021-03-09", "1"]);
        assert_eq!(first.imprint.section.as_deref(), Some("SEITE 1"));
        assert!(
            first.body.contains("Ein Vorspann davor") && first.body.contains("Der Rat hat den Haushalt beschlossen."),
            "{}",
            &*first.body
        );
        assert_eq!(facts(second), ["Hafen offen", "Der Anzeiger", "2021-03-10", "3"]);
    }

    #[test]
    fn a_quoted_name_beside_a_day_is_no_export() {
        let told = "Ein Satz.\n\"Der Bote\" vom 09.03.2021 berichtet davon.\nNoch ein Satz.\n";
        for text in [told, "\"Der Bote\" schreibt, was am 09.03.2021 war.\n"] {
            assert_eq!(read_text("a.txt", text).taken.map(|taken| taken.format), Some("plain text"), "{text}");
        }
    }
}
