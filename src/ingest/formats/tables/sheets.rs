//! The sheets of spreadsheets in XLSX and ODS: a row is an article where a row above names the fields.

use std::borrow::Cow;
use std::io::Cursor;

use calamine::{Data, Range, Reader as _, Sheets, open_workbook_auto_from_rs};

use crate::ingest::formats::documents::{COMMENTS, Press, holds, is_typed, main_part};
use crate::ingest::formats::output::Output;
use crate::ingest::formats::packed::zipped::Zipped;
use crate::ingest::formats::tables;
use crate::ingest::formats::tables::{headless, heads};
use crate::ingest::formats::xml::{Element, parse};
use crate::ingest::source::format::ZIP;

/// Rows among which the one of the names is looked for: titles and notes stand above it.
const HEAD: usize = 12;

/// Why bytes are sheets.
pub(crate) fn recognize(bytes: &[u8]) -> Option<&'static str> {
    let named = || Zipped::open(bytes).is_some_and(|mut zipped| main_part(&mut zipped, "xl/workbook.xml").is_some());
    let excel = bytes.starts_with(ZIP) && (holds(bytes, "xl/workbook.bin") || named());
    let open = is_typed(bytes, "application/vnd.oasis.opendocument.spreadsheet");
    (excel || open).then_some("it is a ZIP container with the sheets of a spreadsheet")
}

/// Reads sheets: the rows of each below the one that names fields of articles.
pub(crate) fn read(bytes: &[u8], _: Press, out: &mut Output<'_>) {
    let mut book: Sheets<Cursor<&[u8]>> = match open_workbook_auto_from_rs(Cursor::new(bytes)) {
        Ok(book) => book,
        Err(error) => return out.fail(&format!("cannot be opened: {error}")),
    };
    for name in book.sheet_names().clone() {
        match book.worksheet_range(&name) {
            Ok(range) => sheet(&name, &range, out),
            Err(error) => out.warn(&format!("sheet {name} cannot be read: {error}")),
        }
    }
    if out.is_inspected() {
        comments(bytes, out);
    }
    if out.upcoming() == 1 {
        out.fail("holds no table of articles");
    }
}

fn sheet(name: &str, range: &Range<Data>, out: &mut Output<'_>) {
    let rows: Vec<Vec<String>> = range.rows().map(|row| row.iter().map(cell).collect()).collect();
    if rows.iter().flatten().all(String::is_empty) {
        return;
    }
    let words = |rows: &[Vec<String>]| rows.iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
    let texts =
        || (0..HEAD).find(|at| rows.get(*at).is_some_and(|row| heads::names_texts(row, rows.get(at + 1..).unwrap_or_default())));
    let Some(at) = rows.iter().take(HEAD).position(|row| heads::names_articles(row)).or_else(texts) else {
        if let Some(names) = headless::names(&rows) {
            headless::tell(&names, out);
            return rows.iter().for_each(|row| give(&names, row, out));
        }
        out.warn(&format!(
            "sheet {name} is no table of articles: none of its first rows names a headline or text beside other fields"
        ));
        return out.left_out("a sheet that is no table of articles", &words(&rows));
    };
    let (above, below) = rows.split_at(at);
    out.left_out("what stands above the table", &words(above));
    let Some((names, rows)) = below.split_first() else { return };
    let names = heads::column_names(names.iter().cloned());
    for row in rows {
        give(&names, row, out);
    }
}

fn give(names: &[String], row: &[String], out: &mut Output<'_>) {
    let cells: Vec<Cow<'_, str>> = row.iter().map(|cell| Cow::Borrowed(cell.as_str())).collect();
    tables::hand_over(names, &cells, row.join("\u{1f}").as_bytes(), out);
}

/// A cell as text, a day as ISO 8601.
fn cell(data: &Data) -> String {
    match data {
        Data::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTimeIso(text) => text.clone(),
        other => other.to_string().trim().to_owned(),
    }
}

/// Tells of the comments on cells.
fn comments(bytes: &[u8], out: &mut Output<'_>) {
    let Some(mut zipped) = Zipped::open(bytes) else { return };
    // Drawings of comments (`.vml`) say nothing.
    let is_part = |name: &String| {
        let name = name.to_ascii_lowercase();
        name.starts_with("xl/") && name.contains("comment") && name.strip_suffix(".xml").is_some()
    };
    for name in zipped.names().into_iter().filter(is_part) {
        let root = zipped.text(&name).ok().and_then(|xml| parse(&xml));
        let lists = root.as_ref().map(|root| root.all("comment")).unwrap_or_default();
        let words: Vec<String> = lists.into_iter().map(Element::text).collect();
        out.left_out(COMMENTS, &words.join(" "));
    }
    let content = if zipped.has("content.xml") { zipped.text("content.xml").ok().and_then(|xml| parse(&xml)) } else { None };
    let notes = content.as_ref().map(|root| root.all("annotation")).unwrap_or_default();
    out.left_out(COMMENTS, &notes.into_iter().map(Element::text).collect::<Vec<_>>().join(" "));
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::ingest::formats::document;
    use crate::ingest::formats::documents::tests::zipped;
    use crate::ingest::formats::reading::FileName;

    const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// A workbook with these sheets.
    fn workbook(sheets: &[&[&[&str]]], comment: &str) -> Vec<u8> {
        let cell = |words: &&str| match words.parse::<f64>() {
            Ok(_) => format!("<c><v>{words}</v></c>"),
            Err(_) => format!("<c t=\"inlineStr\"><is><t>{words}</t></is></c>"),
        };
        let row = |row: &&[&str]| format!("<row>{}</row>", row.iter().map(cell).collect::<String>());
        let parts: Vec<(String, String)> = (1..)
            .zip(sheets)
            .map(|(at, rows)| {
                let rows: String = rows.iter().map(row).collect();
                (format!("xl/worksheets/sheet{at}.xml"), format!("<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>"))
            })
            .collect();
        let listed: String = (1..=sheets.len())
            .map(|at| format!("<sheet name=\"S{at}\" sheetId=\"{at}\" xmlns:r=\"{RELATIONS}\" r:id=\"r{at}\"/>"))
            .collect::<Vec<_>>()
            .concat();
        let related: String = (1..=sheets.len())
            .map(|at| format!("<Relationship Id=\"r{at}\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"))
            .collect::<Vec<_>>()
            .concat();
        let mut files = vec![
            (
                "_rels/.rels".to_owned(),
                format!(
                    "<Relationships><Relationship Id=\"r1\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook2.xml\"/></Relationships>"
                ),
            ),
            ("xl/workbook2.xml".to_owned(), format!("<workbook {MAIN}><sheets>{listed}</sheets></workbook>")),
            (
                "xl/_rels/workbook2.xml.rels".to_owned(),
                format!(
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{related}</Relationships>"
                ),
            ),
            (
                "xl/comments1.xml".to_owned(),
                format!(
                    "<comments {MAIN}><commentList><comment ref=\"A1\"><text><t>{comment}</t></text></comment></commentList></comments>"
                ),
            ),
        ];
        files.extend(parts);
        let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        zipped(&files)
    }

    #[test]
    fn rows_below_titles_and_of_all_sheets_are_articles_and_the_rest_is_told() {
        let bytes = workbook(
            &[
                &[
                    &["Corpus des ponts"],
                    &[],
                    &["titre", "date", "texte"],
                    &["Un pont", "44259", "Il rouvre jeudi."],
                    &["Une piscine", "44260", "Elle ferme."],
                ],
                &[&["texte", "note"], &["Le marché change de place samedi.", "2"], &["La halle rouvre en mai prochain.", "3"]],
                &[&["nom", "capitale"], &["A", "B"]],
            ],
            "à relire",
        );
        let reading = document::read_for_inspection(FileName { path: Path::new("a.xlsx"), shown: "a.xlsx" }, &bytes);
        let told: Vec<(&str, String)> = reading.articles.iter().map(|one| (&*one.body, one.published.date.to_string())).collect();
        assert_eq!(told.len(), 4, "{told:?} {:?}", reading.problems);
        assert_eq!((told[0].0, &*told[0].1), ("Il rouvre jeudi.", "2021-03-04"));
        assert_eq!(told[2].0, "Le marché change de place samedi.");
        let left: Vec<&str> = reading.left_out.iter().map(|part| &*part.words).collect();
        assert_eq!(left, ["Corpus des ponts", "nom capitale A B", "à relire"]);
    }
}
