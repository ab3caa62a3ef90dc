//! Records whose fields stand behind labels at the heads of lines, as `NewsBank`, EBSCO and Gale save them as text, and as scripts write them:
//! `Headline: …`, `Date: …`, `Article Text: …`.
//!
//! The labels are the names that `fields` knows; a label that opens the first record opens the others. What has no field stands beside the text.

use std::collections::HashSet;

use serde_json::Value;

use crate::ingest::draft::{Break, Draft};
use crate::ingest::formats::fields;
use crate::ingest::formats::fields::Record;
use crate::ingest::formats::json;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::{Sample, Text};
use crate::ingest::formats::unread::unread;
use crate::ingest::rules::date_parser::stamps;
use crate::model::article::BlockKind;
use crate::model::date::PartialDate;
use crate::text::fold::fold;

/// Lines within which the label of a text stands.
const HEAD: usize = 30;
/// Known labels that a record has at least, that of its text among them.
const LEAST: usize = 3;
/// Labels below a text that name no field of an article, folded.
const ENDS: &[&str] = &[
    "copyright",
    "database",
    "openurl link",
    "publisher",
    "document type",
    "source citation",
    "gale document number",
    "persistent link to this record",
    "full text word count",
    "issn",
    "load-date",
];

/// Why a text is made of such records.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    head(sample.text).map(|_| "labels of fields stand at the heads of its lines, that of a text among them")
}

/// How a text begins: with a label, or with a headline above the first one.
struct Head<'a> {
    label: Option<&'a str>,
}

/// The head of a text of such records; `None` when it is none.
fn head(text: &str) -> Option<Head<'_>> {
    labelled_text(text).or_else(|| unlabelled_texts(text))
}

/// The head of several records whose texts have no label and stand below those of their fields, set off by a blank line.
fn unlabelled_texts(text: &str) -> Option<Head<'_>> {
    /// Words of the text of an article, at least.
    const WORDS: usize = 6;
    let mut lines = text.trim_start_matches('\u{feff}').lines().skip_while(|line| line.trim().is_empty());
    let (opening, _) = label(lines.clone().next()?)?;
    let mut known: HashSet<&str> = HashSet::new();
    let mut is_set_off = false;
    let words = loop {
        let line = lines.next()?;
        match label(line) {
            Some((name, _)) => known.extend(is_known(name).then_some(name)),
            None if line.trim().is_empty() => {}
            None => break line,
        }
        is_set_off = line.trim().is_empty();
    };
    let is_text = is_set_off && words.split_whitespace().count() >= WORDS;
    let is_titled = known.iter().any(|name| fields::is_title(key(name)));
    let comes_again = || lines.filter_map(label).any(|(name, _)| name == opening);
    let is_record = is_known(opening) || fold(opening) == "record";
    (is_text && is_titled && is_record && known.len() >= LEAST && comes_again()).then_some(Head { label: Some(opening) })
}

/// The head of records in which the text has a label, too.
fn labelled_text(text: &str) -> Option<Head<'_>> {
    let mut lines = text.trim_start_matches('\u{feff}').lines().filter(|line| !line.trim().is_empty()).take(HEAD);
    let first = lines.next()?;
    let opening = label(first).filter(|(name, _)| is_known(name) || fold(name) == "record");
    let mut known: HashSet<&str> = opening.iter().map(|(name, _)| *name).filter(|name| is_known(name)).collect();
    if opening.is_none() {
        // A headline alone, and a label right below it.
        known.insert(label(lines.next()?).filter(|(name, _)| is_known(name))?.0);
    }
    for line in lines {
        let Some((name, _)) = label(line) else { continue };
        known.extend(is_known(name).then_some(name));
        if fields::is_text(key(name)) && !fields::is_summary(key(name)) {
            let is_titled = opening.is_none() || known.iter().any(|name| fields::is_title(key(name)));
            return (known.len() >= LEAST && is_titled).then_some(Head { label: opening.map(|(name, _)| name) });
        }
    }
    None
}

/// Reads such a text.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let whole = text.text.trim_start_matches('\u{feff}');
    let Some(head) = head(whole) else { return };
    for lines in records(whole, &head) {
        let bytes = lines.join("\n");
        let record = Value::Object(record(&lines, head.label.is_none()));
        match json::draft(&record) {
            Ok(draft) => out.next(with_rest(draft, &record), bytes.as_bytes()),
            Err(lack) => out.lost(&lack),
        }
    }
}

/// The lines of each record: the label that opens the first opens the others, once a text stood before it.
fn records<'a>(text: &'a str, head: &Head<'_>) -> Vec<Vec<&'a str>> {
    let mut records: Vec<Vec<&str>> = Vec::new();
    let (mut has_text, mut is_set_off) = (true, false);
    for line in text.lines().skip_while(|line| line.trim().is_empty()) {
        let name = label(line).map(|(name, _)| name);
        if records.is_empty() || has_text && name.is_some() && name == head.label {
            records.push(Vec::new());
            has_text = false;
        }
        has_text |= name.map_or(is_set_off && !line.trim().is_empty(), |name| fields::is_text(key(name)));
        is_set_off = line.trim().is_empty();
        if let Some(record) = records.last_mut() {
            record.push(line);
        }
    }
    records
}

/// The fields of a record, the headline above its labels among them.
fn record(lines: &[&str], is_headed: bool) -> Record {
    let mut record = Record::new();
    let mut rest = lines.iter();
    if is_headed && let Some(title) = rest.next() {
        record.insert("title".to_owned(), title.trim().into());
    }
    let (mut open, mut is_in_text, mut is_set_off) = (None, false, false);
    for line in rest {
        let named = label(line).filter(|(name, _)| !is_in_text || is_known(name) || ENDS.contains(&&*fold(name)));
        if let Some((name, value)) = named {
            is_in_text = fields::is_text(key(name)) && !fields::is_summary(key(name));
            put(&mut record, key(name), value);
            open = Some(key(name));
        } else if let Some(name) = open {
            // Behind a blank line a text begins that has no label; summaries alone have several paragraphs.
            let begins = is_set_off && !is_in_text && !line.trim().is_empty() && !fields::is_summary(name);
            is_in_text |= begins;
            let name = if begins { "Text" } else { name };
            put(&mut record, name, line);
            open = Some(name);
        }
        is_set_off = line.trim().is_empty();
    }
    of_issue(&mut record);
    record
}

/// Adds a line to a field.
fn put(record: &mut Record, name: &str, line: &str) {
    match record.get_mut(name) {
        // NewsBank says some fields above the text and below it.
        Some(Value::String(words)) if words == line && !fields::is_text(name) => {}
        Some(Value::String(words)) => {
            words.push('\n');
            words.push_str(line);
        }
        _ => _ = record.insert(name.to_owned(), line.into()),
    }
}

/// `La Gazette. 03/04/2021, p3`, as EBSCO writes a source, as outlet, day and page; the month stands first there.
fn of_issue(record: &mut Record) {
    let Some(source) = record.get("Source").and_then(Value::as_str).map(ToOwned::to_owned) else { return };
    let Some((outlet, issue)) = source.split_once(". ") else { return };
    let figures: Vec<&str> = issue.split(',').next().unwrap_or_default().trim().trim_end_matches('.').split('/').collect();
    let day = match &figures[..] {
        [month, day, year] if year.len() == 4 => PartialDate::parse(&format!("{year}-{month:0>2}-{day:0>2}")),
        _ => stamps(issue, false).first().map(|stamp| stamp.date),
    };
    let Some(day) = day else { return };
    record.insert("Source".to_owned(), outlet.into());
    record.entry("Date").or_insert_with(|| day.to_string().into());
    if let Some((_, page)) = issue.split_once(", p") {
        record.entry("Page").or_insert_with(|| page.trim_start_matches('.').trim().into());
    }
}

/// The draft, with what it does not show beside its text.
fn with_rest(mut draft: Draft, record: &Value) -> Draft {
    for field in unread(record, &draft) {
        let words = record.get(&field.name).and_then(Value::as_str).unwrap_or_default();
        for line in words.lines().map(str::trim).filter(|line| !line.is_empty()) {
            draft.lines.push(&format!("{}: {line}", field.name), Break::Line, Some(BlockKind::Furniture));
        }
    }
    draft
}

/// `Author/Byline: Ana Lorme` as its label and its value.
fn label(line: &str) -> Option<(&str, &str)> {
    /// Bytes and words of a label.
    const LABEL: usize = 40;
    const WORDS: usize = 4;
    let (name, value) = line.split_once(':')?;
    let name = name.trim();
    let is_name = name.len() <= LABEL
        && name.starts_with(char::is_alphabetic)
        && name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '/' | '-' | '\'' | '’' | '(' | ')'))
        && name.split_whitespace().count() <= WORDS;
    (is_name && !value.starts_with("//")).then(|| (name, value.trim()))
}

/// The name of the field that a label names: `Author/Byline` has two.
fn key(label: &str) -> &str {
    label.split_once('/').map_or(label, |(first, _)| first)
}

fn is_known(label: &str) -> bool {
    fields::is_field(key(label)) || fields::is_summary(key(label))
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::of_text;
    use crate::ingest::formats::sample::Sample;
    use crate::ingest::formats::tests::read_text;

    const NEWSBANK: &str = "Headline: Le pont rouvre\nDate: March 4, 2021\nPublication: La Gazette\nPage: 3\nAuthor/Byline: Ana Lorme\n\
        Article Text: Le pont a rouvert jeudi : c'est fait.\n\nNote : cent habitants sont venus.\n\nCopyright, 2021, La Gazette\nRecord Number: ABC123\n\n\
        Headline: La piscine\nDate: March 5, 2021\nPublication: Le Courrier\nArticle Text: La mairie promet des travaux.\nRecord Number: ABC124\n";

    #[test]
    fn records_behind_labels_are_articles() {
        let reading = read_text("a.txt", NEWSBANK);
        let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!((&*first.title, first.published.date.to_string().as_str()), ("Le pont rouvre", "2021-03-04"));
        assert_eq!(
            (first.author.as_ref().map(|name| &*name.text), first.imprint.page.as_deref()),
            (Some("Ana Lorme"), Some("3"))
        );
        assert!(
            first.body.starts_with("Le pont a rouvert jeudi : c'est fait.\n\nNote : cent habitants sont venus."),
            "{}",
            first.body
        );
        assert_eq!((second.source.as_ref().map(|one| &*one.text), &*second.title), (Some("Le Courrier"), "La piscine"));
        assert!(
            first.body.ends_with("Copyright, 2021, La Gazette") && first.imprint.docid.as_deref() == Some("ABC123"),
            "{first:?}"
        );
    }

    #[test]
    fn sources_with_their_day_and_headlines_without_a_label_are_read() {
        let ebsco = "Record: 1\nTitle: Le pont\nAuthors: Ana Lorme\nSource: La Gazette. 03/04/2021, p3\nAbstract: Onze mois.\nFull Text: Il a rouvert.\n\
                     Database: Newspaper Source\n\nRecord: 2\nTitle: La piscine\nSource: Le Courrier. 03/05/2021, p1\nFull Text: Elle ferme.\n";
        let reading = read_text("a.txt", ebsco);
        let told = |at: usize| {
            let article = &reading.articles[at];
            (
                article.source.as_ref().map(|one| one.text.to_string()),
                article.published.date.to_string(),
                article.imprint.page.clone(),
            )
        };
        assert_eq!(told(0), (Some("La Gazette".to_owned()), "2021-03-04".to_owned(), Some("3".into())));
        assert_eq!(told(1).1, "2021-03-05");
        assert!(reading.articles[0].body.ends_with("Database: Newspaper Source"), "{}", reading.articles[0].body);
        let gale = "Le pont rouvre\nAuthor: Ana Lorme\nDate: Mar. 4, 2021\nFrom: La Gazette(Vol. 3)\nDocument Type: Article\n\nFull Text:\nIl a rouvert jeudi.\n\n\
                    Copyright: COPYRIGHT 2021 Gazette\nGale Document Number: GALE|A1234\n";
        let reading = read_text("a.txt", gale);
        assert_eq!((&*reading.articles[0].title, reading.articles.len()), ("Le pont rouvre", 1));
        let foot = ["Document Type: Article", "Copyright: COPYRIGHT 2021 Gazette", "Gale Document Number: GALE|A1234"];
        assert!(foot.iter().all(|words| reading.articles[0].body.contains(words)), "{}", reading.articles[0].body);
    }

    #[test]
    fn a_text_without_a_label_stands_below_the_fields_of_its_record() {
        let ebsco = |number: u8, title: &str, text: &str| {
            format!(
                "Record: {number}\nTitle: {title}.\nAuthor(s): Ana Lorme\nSource: Gazette, The (Valmont). 03/0{number}/2021.\nAbstract: An abstract of it.\n\
                 Database: Newspaper Source\n\nSection: News, pg. A1\n\n{text}\n\nA second paragraph.\n\n~~~~~~~~\n\nBy Ana Lorme\n\n\n"
            )
        };
        let text = ebsco(1, "The bridge", "The bridge of Valmont opened on Monday.")
            + &ebsco(2, "The school", "The school of Rives closes on Friday.");
        let reading = read_text("a.txt", &text);
        let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
        assert!(first.body.contains("The bridge of Valmont opened on Monday.\n\nA second paragraph."), "{}", first.body);
        assert_eq!(first.imprint.section.as_deref(), Some("News, pg. A1"));
        assert_eq!([first, second].map(|one| one.published.date.to_string()), ["2021-03-01", "2021-03-02"]);
        let newsbank = |title: &str, day: u8| {
            format!(
                "Paper: La Gazette (VA)\nTitle: {title}\nDate: March {day}, 2021\nSection: NEWS\nPage: A1\n\nThe bridge of Valmont opened again on Monday.\n\n\
                 Author: ANA LORME\nSection: NEWS\nPage: A1\nCopyright, 2021, La Gazette\n\n"
            )
        };
        let reading = read_text("a.txt", &(newsbank("The bridge", 1) + &newsbank("The school", 2)));
        let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!((&*first.title, &*second.title, first.imprint.section.as_deref()), ("The bridge", "The school", Some("NEWS")));
        assert!(first.body.starts_with("The bridge of Valmont opened again on Monday."), "{}", first.body);
    }

    #[test]
    fn texts_with_colons_are_none() {
        let of = |text: &str| of_text(&Sample::new(text, "a.txt")).map(|(format, _)| format.name);
        assert_eq!(of("Titre : un pont\n\nLe pont rouvre.\n\nDate : jeudi.\n"), Some("plain text"));
        assert_eq!(of("Le pont rouvre\n\nAuteur : Ana Lorme\n\nIl a rouvert : enfin.\n"), Some("plain text"));
    }
}
