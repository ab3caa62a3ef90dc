//! Gopress, the press database of Belgium, as text or in a document: numbered headlines, each over a line of outlet, day, page and length.

use crate::ingest::formats::date;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::plain;
use crate::ingest::formats::record::SourceRecord;
use crate::ingest::formats::sample::{Sample, Text};

/// Why a text is such an export.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    let first = || !starts(sample.text).is_empty();
    // The length that closes the line is told by its last letter.
    (sample.text.contains("w.") && first()).then_some("its headlines are numbered, with outlet, day, page and length below")
}

/// Reads an export.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let starts = starts(text.text);
    let before = starts.first().and_then(|first| text.text.get(..*first)).unwrap_or_default();
    out.left_out("what stands before the articles", before);
    let ends = starts.iter().skip(1).copied().chain([text.text.len()]);
    for part in starts.iter().zip(ends).filter_map(|(start, end)| text.text.get(*start..end)) {
        article(part, out);
    }
}

/// Where the lines begin that are headlines.
fn starts(text: &str) -> Vec<usize> {
    let (mut starts, mut at, mut above): (Vec<usize>, usize, Option<usize>) = (Vec::new(), 0, None);
    for line in text.split_inclusive('\n') {
        if !line.trim().is_empty() {
            if source(line).is_some() {
                starts.extend(above);
            }
            above = headline(line).is_some().then_some(at);
        }
        at += line.len();
    }
    starts
}

/// The headline behind its number: `12. A headline`.
fn headline(line: &str) -> Option<&str> {
    let (number, title) = line.trim().split_once(". ")?;
    (number.len() <= 4 && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then(|| title.trim())
}

/// A line like `De Standaard, dinsdag 9 maart 2021, p. 12, 412w.`: outlet, day, and the parts behind it.
fn source(line: &str) -> Option<(&str, String, Vec<&str>)> {
    let line = line.trim();
    let length = line.rsplit_once(", ")?.1.trim_end_matches('.').strip_suffix('w')?;
    if length.is_empty() || !length.trim().bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let found = date::first(line)?;
    let before = line.get(..found.start)?;
    let (outlet, _) = before.split_once(", ").or_else(|| before.rsplit_once(' '))?;
    Some((outlet.trim_end_matches(','), found.day.to_string(), line.get(found.end..)?.split(", ").collect()))
}

fn article(part: &str, out: &mut Output<'_>) {
    let mut rows = part.lines().map(str::trim).filter(|row| !row.is_empty());
    let (title, line) = (rows.next().and_then(headline), rows.next());
    let Some((outlet, day, parts)) = line.and_then(source) else { return out.lost("has no line of outlet and day") };
    let mut record = SourceRecord::default();
    let page = parts.iter().find_map(|part| part.trim().strip_prefix("p."));
    record.declared.title = title.map(ToOwned::to_owned);
    (record.declared.outlet, record.declared.date) = (Some(outlet.to_owned()), Some(day));
    record.declared.page = page.map(|page| page.trim().to_owned());
    record.aside(line.unwrap_or_default());
    let body = line.and_then(|line| part.split_once(line)).map_or("", |(_, body)| body);
    record.extend(&plain::lines(body));
    out.next(record.finish(), part.as_bytes());
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::{assert_no_word_lost, read_text};

    const EXPORT: &str = "Gopress Academic\n\n1. Le budget voté\nLa Vigie, mardi 9 mars 2021, p. 12, 412w.\n\nLe conseil a voté le budget.\n\n\
        2. De haven opent\n\nDe Wacht, maandag 15 maart 2021, p. 3-4, 90w.\nDe haven is weer open.\n";

    #[test]
    fn numbered_headlines_open_articles() {
        let reading = read_text("a.txt", EXPORT);
        let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!((&*first.title, first.published.date.to_string().as_str()), ("Le budget voté", "2021-03-09"));
        assert_eq!(
            (second.source.as_ref().map(|source| &*source.text), second.imprint.page.as_deref()),
            (Some("De Wacht"), Some("3-4"))
        );
        assert_no_word_lost("a.txt", EXPORT);
        assert_eq!(
            read_text("a.txt", "1. Un point\nLe 9 mars 2021, rien.\n").taken.map(|taken| taken.format),
            Some("plain text")
        );
    }
}
