//! `ProQuest` in HTML: a saved selection, or the letter in which the database mails it, with up to some hundred documents.
//!
//! An anchor opens each document; where a mail program dropped the anchors, the fields at the foot of a document tell where it ends.

use crate::ingest::formats::databases::proquest::document;
use crate::ingest::formats::databases::proquest::labels::{Field, labelled};
use crate::ingest::formats::databases::record::SourceRecord;
use crate::ingest::formats::html_text;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::{Sample, Text};
use crate::text::fold::fold;

/// What opens each document.
const ANCHORS: [&str; 3] = ["name=\"DocID_", "name='DocID_", "name=DocID_"];

/// What belongs to no document.
const AROUND: &str = "what the database prints around its documents";

/// Why an HTML text is such an export.
pub(crate) fn recognize_html(sample: &Sample<'_>) -> Option<&'static str> {
    let marked = |word: &str| memchr::memmem::find(sample.text.as_bytes(), word.as_bytes()).is_some();
    if !sample.text.contains('<') || !marked("roQuest") {
        return None;
    }
    if ANCHORS.iter().any(|anchor| marked(anchor)) {
        return Some("anchors number its documents as ProQuest does");
    }
    let exported = marked("ProQuest Export") || marked("ProQuest document link");
    let fields = || {
        let lines = html_text::lines(sample.text);
        let labels: Vec<Field> = lines.all_words().filter_map(|line| Some(labelled(line)?.0)).collect();
        [Field::Identifier, Field::Outlet, Field::Date].iter().all(|field| labels.contains(field))
    };
    (exported && sample.text.contains("</") && fields()).then_some("its documents end with the fields of ProQuest")
}

/// Reads an export in HTML.
pub(crate) fn read_html(text: &Text<'_>, out: &mut Output<'_>) {
    let anchor = ANCHORS.iter().find(|anchor| text.text.contains(**anchor));
    let Some(anchor) = anchor else { return documents(text.text, false, out) };
    // What is left of the tag of an anchor shows nothing.
    let mut parts = text.text.split(anchor);
    out.left_out(AROUND, &html_text::words(parts.next().unwrap_or_default()));
    for part in parts {
        documents(part.split_once('>').map_or(part, |(_, inner)| inner), true, out);
    }
}

/// Hands over the documents in `html`; `opened` says that the first line is a headline.
fn documents(html: &str, opened: bool, out: &mut Output<'_>) {
    let lines = html_text::lines(html);
    let mut rest: Vec<&str> = lines.all_words().collect();
    let mut opened = opened;
    while let Some(end) = end(&rest) {
        let behind = rest.split_off(end);
        hand_over(&rest, opened, out);
        (rest, opened) = (behind, true);
    }
    out.left_out(AROUND, &rest.join(" "));
}

/// Where the first document of `lines` ends: behind its identifier and what stands below that.
fn end(lines: &[&str]) -> Option<usize> {
    const LAST: &[&str] = &[
        "copyright",
        "database",
        "droits d'auteur",
        "copyright/droits d'auteur",
        "base de donnees",
        "base de datos",
        "datenbank",
        "urheberrecht",
        "banca dati",
        "base de dados",
    ];
    let identifier = lines.iter().position(|line| matches!(labelled(line), Some((Field::Identifier, _))))?;
    let behind = lines.iter().skip(identifier + 1).take_while(|line| match labelled(line) {
        Some((Field::Address | Field::Updated, _)) => true,
        Some((Field::Other, _)) => line.split_once(':').is_some_and(|(key, _)| LAST.contains(&&*fold(key.trim()))),
        _ => false,
    });
    Some(identifier + 1 + behind.count())
}

/// Hands over one document.
fn hand_over(lines: &[&str], opened: bool, out: &mut Output<'_>) {
    let outlet = lines.iter().rposition(|line| matches!(labelled(line), Some((Field::Outlet, _)))).unwrap_or(lines.len());
    let known = |line: &&&str| labelled(line).is_some_and(|(field, _)| field != Field::Text);
    let above = lines.iter().take(outlet).rev().take_while(known).count();
    let (upper, fields) = lines.split_at(outlet - above);
    // Above the headline of the first stands what the letter says of itself; the headline is the line above the first field.
    let titled = upper.iter().position(|line| labelled(line).is_some()).map_or(0, |at| at.saturating_sub(1));
    let (cover, upper) = upper.split_at(if opened { 0 } else { titled });
    out.left_out(AROUND, &cover.join(" "));
    let mut record = SourceRecord::default();
    // A headline may look like a field: `Correction: the port`.
    let titled = |line: &&&str| labelled(line).is_none_or(|(field, _)| field == Field::Other);
    let title = upper.first().filter(titled);
    record.declared.title = title.map(|title| (*title).to_owned());
    document(upper.get(usize::from(title.is_some())..).unwrap_or_default(), fields, &mut record);
    out.next(record.finish(), lines.join("\n").as_bytes());
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::{assert_no_word_lost, read_text};

    const ONE: &str = "<p>The hall opens again</p><p>Reed, Tom. <strong>The Brume Star</strong> 9 Mar 2021.</p><p><strong>Author:  </strong>Reed, Tom</p>\
        <p><a href='https://www.proquest.com/x/1'>ProQuest document link</a></p><p><strong>Abstract:  </strong></p><p>A hall opened.</p>\
        <p><strong>Full text: </strong><text><p>The hall opened on Monday.</p><p>Traders came first.</p></text></p>\
        <p><strong>Subject: </strong>Halls</p><p><strong>Publication title: </strong>The Brume Star; Brume</p><p><strong>Pages: </strong>A1</p>\
        <p><strong>CODEN: </strong>BRST</p><p><strong>Publication date: </strong>Mar 9, 2021</p><p><strong>ProQuest document ID: </strong>2637391967</p>\
        <p><strong>Document URL: </strong>https://www.proquest.com/x/1</p><p><strong>Last updated: </strong>2021-03-12</p><p><strong>Database: </strong>Dailies</p>";
    const OTHER: &str = "<p>Correction: the port</p><p><strong>Author:  </strong>Lorme, Ana</p><p><strong>Full text: </strong></p><p>The port stays.</p>\
        <p><strong>Publication title: </strong>The Lookout</p><p><strong>Publication date: </strong>Mar 10, 2021</p>\
        <p><strong>ProQuest document ID: </strong>2637391968</p><p><strong>Database: </strong>Dailies</p>";

    fn export(anchors: bool) -> String {
        let anchor = |number: u32| if anchors { format!("<a name=\"DocID_M_{number}\"></a>") } else { String::new() };
        format!(
            "<html><body><p>ProQuest Export</p><p>Ann sent you the following:</p><div>{}{ONE}</div><div>{}{OTHER}</div><p>Contact us</p></body></html>",
            anchor(1),
            anchor(2)
        )
    }

    #[test]
    fn documents_in_html_are_articles() {
        let reading = read_text("a.html", &export(true));
        let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!((&*first.title, first.published.date.to_string().as_str()), ("The hall opens again", "2021-03-09"));
        assert_eq!(first.source.as_ref().map(|source| &*source.text), Some("The Brume Star"));
        assert_eq!(first.author.as_ref().map(|author| &*author.text), Some("Reed, Tom"));
        assert!(first.body.contains("Traders came first.") && first.imprint.docid.as_deref() == Some("2637391967"));
        assert_eq!((&*second.title, second.published.date.to_string().as_str()), ("Correction: the port", "2021-03-10"));
    }

    #[test]
    fn a_letter_without_anchors_is_parted_at_its_fields() {
        let letter = format!(
            "From: noreply@database.example\r\nSubject: Your ProQuest Research\r\nDate: Tue, 15 Aug 2023 01:02:03 -0400\r\nMIME-Version: 1.0\r\n\
             Content-Type: text/html; charset=utf-8\r\n\r\n{}",
            export(false).replace("<p>Reed, Tom. <strong>The Brume Star</strong> 9 Mar 2021.</p>", "")
        );
        let reading = read_text("a.eml", &letter);
        let titles: Vec<&str> = reading.articles.iter().map(|article| &*article.title).collect();
        assert_eq!(titles, ["The hall opens again", "Correction: the port"]);
        assert_eq!(reading.articles[0].published.date.to_string(), "2021-03-09");
    }

    #[test]
    fn no_word_of_an_export_is_lost() {
        assert_no_word_lost("a.html", &export(true));
        assert_no_word_lost("a.html", &export(false));
    }
}
