//! GENIOS (wiso), the press database of the German-speaking countries, as text or in a document: a line of outlet, day and page, the
//! headline, the text, and fields with German labels.
//!
//! An article ends with the notice of its rights and the name of the database.

use crate::ingest::formats::databases::record::SourceRecord;
use crate::ingest::formats::date;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::plain;
use crate::ingest::formats::sample::{Sample, Text};

/// Labels of fields; what is said behind one may stand on the next line.
const ROW_LABELS: [&str; 11] = [
    "Quelle",
    "Ressort",
    "Rubrik",
    "Ausgabe",
    "Ausgabenhinweis",
    "Dokumentnummer",
    "Dauerhafte Adresse des Dokuments",
    "ISSN",
    "Autor",
    "Serientitel",
    "Alle Rechte vorbehalten",
];

/// Why a text is such an export.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    let has = |words: &str| sample.text.contains(words);
    let named = has("GBI-Genios") || has("Dauerhafte Adresse des Dokuments");
    (named && (has("Dokumentnummer:") || has("Quelle:")))
        .then_some("its articles have the fields of GENIOS, with their German labels")
}

/// Reads an export.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let (mut start, mut at, mut ended) = (0, 0, false);
    for line in text.text.split_inclusive('\n') {
        let closes = line.contains("GBI-Genios") || line.trim_start().starts_with("Alle Rechte vorbehalten");
        // The notice may have several lines; the article goes on to the last of them.
        if ended && !closes && !line.trim().is_empty() {
            article(text.text.get(start..at).unwrap_or_default(), out);
            (start, ended) = (at, false);
        }
        ended |= closes;
        at += line.len();
    }
    article(text.text.get(start..).unwrap_or_default(), out);
}

/// The label and the value of a line.
fn labelled(line: &str) -> Option<(&'static str, &str)> {
    let (label, value) = line.split_once(':')?;
    let known = ROW_LABELS.iter().find(|known| label.trim() == **known)?;
    Some((known, value.trim()))
}

fn article(part: &str, out: &mut Output<'_>) {
    let mut record = SourceRecord::default();
    let (mut body, mut waiting): (String, Option<&str>) = (String::new(), None);
    for row in part.lines().map(str::trim) {
        match (labelled(row), waiting) {
            (Some((label, "")), _) => waiting = Some(label),
            (Some((label, value)), _) => {
                waiting = None;
                field(label, value, &mut record);
            }
            (None, Some(label)) if !row.is_empty() => {
                waiting = None;
                field(label, row, &mut record);
            }
            (None, _) if row.contains("GBI-Genios") || is_leaf(row) => record.aside(row),
            (None, _) if record.declared.date.is_none() && body.trim().is_empty() && source(row, &mut record) => {}
            (None, _) => body.extend([row, "\n"]),
        }
    }
    let Some((title, text)) = body.trim_start().split_once('\n') else {
        return out.left_out("what stands around the articles", part);
    };
    if record.declared.date.is_none() && record.declared.docid.is_none() {
        return out.left_out("what stands around the articles", part);
    }
    record.declared.title = Some(title.to_owned());
    record.extend(&plain::lines(text));
    out.next(record.finish(), part.as_bytes());
}

/// The foot of a printed page: `Seite 3 von 12`.
fn is_leaf(row: &str) -> bool {
    let mut words = row.split(' ');
    words.next() == Some("Seite") && words.nth(1) == Some("von") && row.len() < 24
}

fn field(label: &str, value: &str, record: &mut SourceRecord) {
    if label == "Quelle" && source(value, record) {
        return;
    }
    let declared = &mut record.declared;
    match label {
        "Ressort" | "Rubrik" if declared.section.is_none() => declared.section = Some(value.to_owned()),
        "Dokumentnummer" => declared.docid = Some(value.to_owned()),
        "Dauerhafte Adresse des Dokuments" => declared.url = Some(value.to_owned()),
        "Autor" => record.sign(value),
        _ => record.aside(&format!("{label}: {value}")),
    }
}

/// Takes outlet, day and page from a line like `\u{ab}Die Wacht\u{bb} vom 09.03.2021, Seite 12 / Politik`.
fn source(line: &str, record: &mut SourceRecord) -> bool {
    let Some(found) = date::in_figures(line) else { return false };
    let (before, behind) = (line.get(..found.start).unwrap_or_default(), line.get(found.end..).unwrap_or_default());
    let outlet =
        before.trim_end().trim_end_matches("vom").trim_end_matches([',', ' ']).trim_matches(['"', '\u{201e}', '\u{201c}', ' ']);
    if outlet.is_empty() || outlet.len() > 60 || line.len() > 160 {
        return false;
    }
    let page = ["Seite:", "Seite", "SEITE", "S."].iter().find_map(|word| behind.split_once(word)).map(|(_, page)| page.trim());
    let declared = &mut record.declared;
    if let Some(page) = page {
        let (page, section) = page.split_once('/').unwrap_or((page, ""));
        declared.page.get_or_insert(page.trim().to_owned());
        if !section.trim().is_empty() {
            declared.section.get_or_insert(section.trim().to_owned());
        }
    }
    declared.outlet.get_or_insert(outlet.to_owned());
    declared.date.get_or_insert(found.day.to_string());
    record.aside(line);
    true
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::read_text;

    const EXPORT: &str = "Die Wacht vom 09.03.2021, Seite 12 / Politik\n\nHaushalt beschlossen\n\nDer Rat hat den Haushalt beschlossen.\n\n\
        Quelle:\nDie Wacht vom 09.03.2021, Seite 12\nRessort: Politik\nDokumentnummer: WACHT_123\nDauerhafte Adresse des Dokuments: https://wiso.example/document/W_123\n\
        Alle Rechte vorbehalten: (c) Die Wacht\n\u{a9} GBI-Genios Deutsche Wirtschaftsdatenbank GmbH\n\
        \"Der Anzeiger\" vom 15.03.2021   Seite: 3\nHafen offen\nDer Hafen ist wieder offen.\nRessort: Lokales\nDokumentnummer: ANZ_9\nAlle Rechte vorbehalten: (c) Anzeiger\n";

    #[test]
    fn fields_stand_around_the_text() {
        let reading = read_text("a.txt", EXPORT);
        let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!((&*first.title, first.published.date.to_string().as_str()), ("Haushalt beschlossen", "2021-03-09"));
        assert_eq!((first.imprint.page.as_deref(), first.imprint.docid.as_deref()), (Some("12"), Some("WACHT_123")));
        assert_eq!(second.source.as_ref().map(|source| &*source.text), Some("Der Anzeiger"));
        assert_eq!((second.imprint.section.as_deref(), second.imprint.page.as_deref()), (Some("Lokales"), Some("3")));
    }
}
