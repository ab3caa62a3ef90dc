//! Gopress, the press database of Belgium, as text or in a document: numbered headlines, each over a line of outlet, day, page and length.

use crate::ingest::formats::databases::record::SourceRecord;
use crate::ingest::formats::date;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::plain;
use crate::ingest::formats::sample::{Sample, Text};

/// Why a text is such an export.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    let first = || !starts(sample.text).is_empty();
    // The length that closes the line is told by its last letter.
    (sample.text.contains("w.") && first()).then_some("its headlines are numbered, with outlet, day, page and length below")
}

/// Reads an export. An older one (Mediargus) lists the headlines, each with the first words of its article; the articles stand behind the list, each
/// under its day and page.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let starts = starts(text.text);
    let before = starts.first().and_then(|first| text.text.get(..*first)).unwrap_or_default();
    out.left_out("what stands before the articles", before);
    let wholes = wholes(text.text, starts.last().copied().unwrap_or(0));
    let listed = wholes.first().copied().unwrap_or(text.text.len());
    let ends = starts.iter().skip(1).copied().chain([listed]);
    let mut entries: Vec<&str> = starts.iter().zip(ends).filter_map(|(start, end)| text.text.get(*start..end)).collect();
    let ends = wholes.iter().skip(1).copied().chain([text.text.len()]);
    let mut list = String::new();
    for part in wholes.iter().zip(ends).filter_map(|(start, end)| text.text.get(*start..end)) {
        let of_it = |entry: &&str| entry.lines().filter_map(source).any(|source| Some(source.place()) == place(part));
        match entries.iter().position(of_it) {
            Some(at) => {
                let entry = entries.remove(at);
                list.push_str(entry);
                article(entry, behind_first_line(part), out);
            }
            None => unlisted(part, out),
        }
    }
    out.left_out("the list of the articles", &list);
    for entry in entries {
        article(entry, body(entry), out);
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

/// Where whole articles begin behind the list of them, which ends behind `listed`.
fn wholes(text: &str, listed: usize) -> Vec<usize> {
    let mut at = listed;
    let rows = text.get(listed..).unwrap_or_default().split_inclusive('\n');
    let starts = rows.map(|row| {
        at += row.len();
        (at - row.len(), row)
    });
    starts.filter(|(_, row)| place(row).is_some()).map(|(start, _)| start).collect()
}

/// The day and the page of a line like `30-11-2011, p.23`, which may be the first of `text`.
fn place(text: &str) -> Option<(String, &str)> {
    let line = text.lines().next()?.trim();
    let found = date::in_figures(line).filter(|found| found.start == 0)?;
    let page = line.get(found.end..)?.strip_prefix(", p.")?.trim();
    (!page.is_empty() && page.len() <= 12).then(|| (found.day.to_string(), page))
}

/// The headline behind its number: `12. A headline`.
fn headline(line: &str) -> Option<&str> {
    let (number, title) = line.trim_start_matches(|c: char| !c.is_alphanumeric()).trim_end().split_once(". ")?;
    (number.len() <= 4 && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then(|| title.trim())
}

/// What a line like `De Standaard, dinsdag 9 maart 2021, p. 12, 412w.` says.
struct Listed<'a> {
    outlet: &'a str,
    day: String,
    page: Option<&'a str>,
}

impl Listed<'_> {
    /// Day and page, as the whole article gives them.
    fn place(&self) -> (String, &str) {
        (self.day.clone(), self.page.unwrap_or_default())
    }
}

/// A line of outlet and day, and the parts behind it, of which the last is the length.
fn source(line: &str) -> Option<Listed<'_>> {
    let line = line.trim();
    let length = line.rsplit_once(", ")?.1.trim_end_matches('.').strip_suffix('w')?;
    if length.is_empty() || !length.trim().bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let found = date::first(line)?;
    let before = line.get(..found.start)?;
    let (outlet, _) = before.split_once(", ").or_else(|| before.rsplit_once(' '))?;
    let page = line.get(found.end..)?.split(", ").find_map(|part| part.trim().strip_prefix("p.")).map(str::trim);
    Some(Listed { outlet: outlet.trim_end_matches(','), day: found.day.to_string(), page })
}

/// What stands behind the line of outlet and day.
fn body(entry: &str) -> &str {
    let line = entry.lines().find(|row| source(row).is_some());
    line.and_then(|line| entry.split_once(line)).map_or("", |(_, body)| body)
}

fn behind_first_line(part: &str) -> &str {
    part.split_once('\n').map_or("", |(_, rest)| rest)
}

/// Hands over the article that `entry` names, whose text is `body`.
fn article(entry: &str, body: &str, out: &mut Output<'_>) {
    let mut rows = entry.lines().map(str::trim).filter(|row| !row.is_empty());
    let (title, line) = (rows.next().and_then(headline), rows.next().unwrap_or_default());
    let Some(Listed { outlet, day, page }) = source(line) else { return out.lost("has no line of outlet and day") };
    let mut record = SourceRecord::default();
    record.declared.title = title.map(ToOwned::to_owned);
    (record.declared.outlet, record.declared.date) = (Some(outlet.to_owned()), Some(day));
    record.declared.page = page.map(ToOwned::to_owned);
    record.aside(line);
    let (text, owner) = without_owner(body);
    record.extend(&plain::lines(text));
    record.aside(owner);
    out.next(record.finish(), body.as_bytes());
}

/// Hands over a whole article that the list does not name: its headline is for the rules to find.
fn unlisted(part: &str, out: &mut Output<'_>) {
    let Some((day, page)) = place(part) else { return };
    let mut record = SourceRecord::default();
    (record.declared.date, record.declared.page) = (Some(day), Some(page.to_owned()));
    record.aside(part.lines().next().unwrap_or_default());
    let (text, owner) = without_owner(behind_first_line(part));
    record.extend(&plain::lines(text));
    record.aside(owner);
    out.next(record.finish(), part.as_bytes());
}

/// The text of a whole article and the line of the owner of its rights, which closes it: `\u{a9} Corelio`.
fn without_owner(body: &str) -> (&str, &str) {
    let (text, last) = body.trim_end().rsplit_once('\n').unwrap_or(("", body));
    let signed = last.trim_start().chars().next().is_some_and(|sign| matches!(sign, '\u{a9}' | char::REPLACEMENT_CHARACTER));
    if signed { (text, last) } else { (body, "") }
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
    }

    #[test]
    fn whole_articles_may_stand_behind_the_list_of_them() {
        let export = "?1. Le budget voté\n\nLa Vigie, mardi 9 mars 2021, p. 12, 412w.\n\nLe conseil a\n\n2. De haven opent\n\n\
            De Wacht, maandag 15 maart 2021, p. 3, 90w.\n\nDe haven\n\n3. Kort\n\nDe Wacht, maandag 15 maart 2021, p. 4, 9w.\n\nNiets.\n\n\n\
            09-03-2021, p.12\n\nLe budget voté\n\nLe conseil a voté le budget.\n\n \u{a9} La Vigie\n\n\n\
            15-03-2021, p.3\n\nDe haven opent\n\nDe haven is weer open.\n\n16-03-2021, p.5\n\nEen brug\n\nDe brug is weer open, zegt de stad.\n";
        let reading = read_text("a.txt", export);
        let [first, second, unlisted, third] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!((&*first.title, first.published.date.to_string().as_str()), ("Le budget voté", "2021-03-09"));
        assert!(first.body.contains("Le conseil a voté le budget.") && !first.body.contains("haven"), "{}", &*first.body);
        assert_eq!((&*second.title, second.imprint.page.as_deref()), ("De haven opent", Some("3")));
        assert!(second.body.contains("De haven is weer open."));
        assert_eq!((&*unlisted.title, unlisted.published.date.to_string().as_str()), ("Een brug", "2021-03-16"));
        assert_eq!((&*third.title, third.body.contains("Niets.")), ("Kort", true));
        assert_no_word_lost("a.txt", export);
    }

    #[test]
    fn a_numbered_point_beside_a_day_is_no_headline() {
        assert_eq!(
            read_text("a.txt", "1. Un point\nLe 9 mars 2021, rien.\n").taken.map(|taken| taken.format),
            Some("plain text")
        );
    }
}
