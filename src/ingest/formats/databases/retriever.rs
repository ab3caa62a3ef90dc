//! Retriever, the press database of Scandinavia (Mediearkivet, Atekst), saved as text: articles between rules of equals signs.
//!
//! Each opens with its headline and a line of outlet and day; a copyright notice and an address close it. A list of all headlines
//! stands before the first and belongs to none.

use crate::ingest::draft::Draft;
use crate::ingest::formats::databases::record::SourceRecord;
use crate::ingest::formats::date;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::plain;
use crate::ingest::formats::sample::{Sample, Text};

/// Words that such exports hold, in Swedish, Norwegian and Danish.
const MARKS: [&str; 8] = [
    "Publicerat i print",
    "Publicerat på webb",
    "Publisert på nett",
    "Publisert på trykk",
    "Publisert i print",
    "Publiceret på web",
    "retriever-info.com",
    "http://ret.nu/",
];
/// The signs of a rule.
const RULE: &str = "========================================";
/// How the lines begin that say where and how an article was published.
const PUBLISHED: [&str; 3] = ["Publicerat ", "Publisert ", "Publiceret "];
/// How the lines begin that give the address of an article.
const ADDRESS: [&str; 6] = ["Se web", "Se nett", "Läs hela", "Les hele", "Læs hele", "Se hele"];

/// Why a text is such an export.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    let marked = || MARKS.iter().any(|mark| sample.text.contains(mark));
    // Of all texts nearly none holds a rule, which is found at once.
    let ruled = sample.text.contains(RULE) && sample.text.lines().any(is_rule);
    let sourced = || sample.text.lines().any(|line| source(line).is_some());
    (ruled && marked() && sourced()).then_some("its articles stand between rules, with outlet and day under their headlines")
}

/// Reads an export.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let (mut start, mut at) = (0, 0);
    for line in text.text.split_inclusive('\n') {
        if is_rule(line) {
            article(text.text.get(start..at).unwrap_or_default(), out);
            start = at + line.len();
        }
        at += line.len();
    }
    article(text.text.get(start..).unwrap_or_default(), out);
}

fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= RULE.len() && line.bytes().all(|byte| byte == b'=')
}

/// The outlet and the day of a line like `Dagens Nyheter, 2004-12-29 09:31`.
fn source(line: &str) -> Option<(&str, String)> {
    let (outlet, moment) = line.trim().rsplit_once(", ")?;
    let mut parts = moment.split(' ');
    let day = parts.next().filter(|day| day.len() == 10)?;
    // Norwegian and Danish days are dotted.
    let day = match &day.split('.').collect::<Vec<_>>()[..] {
        [day, month, year] if (day.len(), month.len(), year.len()) == (2, 2, 4) => format!("{year}-{month}-{day}"),
        _ => day.to_owned(),
    };
    let clock = parts.next().is_none_or(|clock| clock.len() == 5 && clock.contains(':'));
    let is_day = day.bytes().filter(|byte| *byte == b'-').count() == 2;
    let day = date::iso(&day).filter(|_| is_day && clock && !line.starts_with('>'))?;
    Some((outlet, day))
}

/// The page of a row such as `Sida 12`, `Publisert på trykk. Side 3.`
fn page_of(row: &str) -> Option<&str> {
    let (head, page) = ["Sida ", "Side "].iter().find_map(|word| row.split_once(word))?;
    let is_alone = head.is_empty() || PUBLISHED.iter().any(|start| head.starts_with(start));
    Some(page.trim_end_matches('.')).filter(|page| is_alone && page.len() < 12)
}

fn article(part: &str, out: &mut Output<'_>) {
    let rows: Vec<&str> = part.lines().map(str::trim).collect();
    let found = rows.iter().enumerate().find_map(|(at, row)| Some((at, source(row)?)));
    let Some((at, (outlet, day))) = found else { return out.left_out("what stands around the articles", part) };
    let above = rows.get(..at).unwrap_or_default();
    let start = above.iter().rposition(|row| row.is_empty()).map_or(0, |blank| blank + 1);
    out.left_out("what stands around the articles", &above.get(..start).unwrap_or_default().join(" "));
    let mut record = SourceRecord::default();
    record.declared.title = Some(above.get(start..).unwrap_or_default().join(" "));
    (record.declared.outlet, record.declared.date) = (Some(outlet.to_owned()), Some(day));
    let (mut body, mut closed) = (String::new(), false);
    for row in rows.get(at + 1..).unwrap_or_default() {
        let page = page_of(row).filter(|_| body.trim().is_empty());
        closed |= row.starts_with('\u{a9}')
            || row.starts_with("Alla artiklar är skyddade")
            || row.starts_with("Alle artikler er beskyttet");
        if ADDRESS.iter().any(|head| row.starts_with(head)) {
            let address = row.split_whitespace().find(|word| word.starts_with("http"));
            record.declared.url = record.declared.url.take().or(address.map(ToOwned::to_owned));
            closed = true;
        }
        match page {
            Some(page) => {
                record.declared.page = Some(page.to_owned());
                // How it was published stands in the same row.
                record.aside(
                    row.strip_suffix('.').unwrap_or(row).strip_suffix(page).filter(|head| head.len() > 5).unwrap_or_default(),
                );
            }
            None if closed || PUBLISHED.iter().any(|head| row.starts_with(head)) => record.aside(&row.replace("<br>", " ")),
            None => body.extend([row, "\n"]),
        }
    }
    record.extend(&plain::lines(&body));
    let draft: Draft = record.finish();
    out.next(draft, part.as_bytes());
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::{assert_no_word_lost, read_text};

    const EXPORT: &str = "Universitetet\nDatum 2021-09-29\n\nNyheter:\n\n> Budgeten röstades igenom, Vakten, 2021-03-09 18:00\n\n\
        > Hamnen öppnar, Vakten, 2021-03-15\n\n\nBudgeten röstades igenom\nVakten, 2021-03-09 18:00\nPublicerat på webb. \n\n\
        Kommunen röstade igenom budgeten.\n\n\u{a9}Vakten<br>Alla artiklar är skyddade.\n\nSe webartikeln på http://ret.nu/abc\n\
        ==============================================================================\n\nHamnen öppnar\nVakten, 2021-03-15\nSida 12\n\
        Publicerat i print. \n\nHamnen öppnade igen.\n\u{a9}Vakten\n==============================================================================\n";

    #[test]
    fn norwegian_exports_are_read_as_swedish_ones() {
        let rule = "=".repeat(78);
        let one = |title: &str, day: &str, page: &str| {
            format!(
                "{title}\nVakten, {day} 09:00\nPublisert på trykk. Side {page}.\n\nHavnen åpnet igjen.\n\n\u{a9} Vakten\n{rule}\n\n"
            )
        };
        let text = format!(
            "Uttak 05.05.2023 10:00\n\n{rule}\n\n{}{}",
            one("Havnen åpner", "01.03.2021", "3"),
            one("Broen", "02.03.2021", "4")
        );
        let reading = read_text("a.txt", &text);
        let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!((&*first.title, first.published.date.to_string().as_str()), ("Havnen åpner", "2021-03-01"));
        assert_eq!([first, second].map(|one| one.imprint.page.as_deref()), [Some("3"), Some("4")]);
        assert_no_word_lost("a.txt", &text);
    }

    #[test]
    fn articles_stand_between_rules() {
        let reading = read_text("a.txt", EXPORT);
        let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!((&*first.title, first.published.date.to_string().as_str()), ("Budgeten röstades igenom", "2021-03-09"));
        assert_eq!(first.url.as_deref(), Some("http://ret.nu/abc"));
        assert_eq!(second.source.as_ref().map(|source| &*source.text), Some("Vakten"));
        assert_eq!(second.imprint.page.as_deref(), Some("12"));
        assert!(reading.problems.is_empty());
        assert_no_word_lost("a.txt", EXPORT);
    }
}
