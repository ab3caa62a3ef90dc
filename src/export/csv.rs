//! CSV (RFC 4180) that a spreadsheet opens and computes nothing of; and the highlights with the columns that Readwise imports.
//!
//! A row of those is a highlight: notes without a quotation have no place in it. The table of events on the command line is written
//! here too.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::export::dossier::{ExportDocument, ExportItem, Section};
use crate::export::words;

/// The columns, named as Readwise names them.
pub const COLUMNS: [&str; 7] = ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"];

/// The highlights of the dossier, a row each.
#[must_use]
pub fn write(dossier: &ExportDocument) -> String {
    let rows = dossier.sections.iter().flat_map(|section| section.items.iter().filter_map(move |item| row(section, item)));
    table(std::iter::once(COLUMNS.map(str::to_owned)).chain(rows), Terminator::Any(b'\n'))
}

/// `rows`, all of one length, as a table with these line ends.
#[must_use]
pub fn table<const COLUMNS: usize>(rows: impl Iterator<Item = [String; COLUMNS]>, ends: Terminator) -> String {
    let mut table = WriterBuilder::new().quote_style(QuoteStyle::Necessary).terminator(ends).from_writer(Vec::new());
    for row in rows {
        // A vector takes whatever is written.
        let _ = table.write_record(row.map(guarded));
    }
    let bytes = table.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// Whether a spreadsheet would compute a cell that begins so (OWASP, CSV Injection).
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

/// A cell that is text to a spreadsheet: behind an apostrophe where it would be computed.
fn guarded(cell: String) -> String {
    if is_formula(&cell) { format!("'{cell}") } else { cell }
}

/// What a cell of ours says, without the apostrophe that guards it.
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
}

/// Whether the table has a row for `item`: whether it is words of an article.
#[must_use]
pub fn has_row(section: &Section, item: &ExportItem) -> bool {
    item.anchor().is_some() && section.facts().is_some()
}

fn row(section: &Section, item: &ExportItem) -> Option<[String; 7]> {
    let (anchor, facts) = (item.anchor()?, section.facts()?);
    // Readwise files by author; for a press article without one, that is the outlet.
    let author = if facts.author.is_empty() { &facts.source } else { &facts.author };
    Some([
        anchor.exact.clone(),
        facts.key.title.clone(),
        author.clone(),
        facts.key.url.clone(),
        item.annotation.note.clone(),
        item.paragraph.map(|paragraph| paragraph.to_string()).unwrap_or_default(),
        words::moment(item.annotation.created),
    ])
}

#[cfg(test)]
mod tests {
    use csv::Terminator;

    use super::{table, unguarded};

    #[test]
    fn cells_are_quoted_where_needed_and_never_computed() {
        let cells = ["a", "b, « c »", "d \"e\"", "=HYPERLINK(1)", "- dit-elle", ""].map(String::from);
        let line = table(std::iter::once(cells.clone()), Terminator::CRLF);
        assert_eq!(line, "a,\"b, « c »\",\"d \"\"e\"\"\",'=HYPERLINK(1),'- dit-elle,\r\n");
        let read = csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes()).records().next().unwrap().unwrap();
        assert_eq!(read.iter().map(unguarded).collect::<Vec<_>>(), cells);
        assert_eq!(unguarded("'90s"), "'90s");
    }
}
