//! CSV with the columns that Readwise imports. A row is a highlight: notes without a quotation have no place in it.

use csv::{QuoteStyle, WriterBuilder};

use crate::export::dossier::{ExportDocument, ExportItem, Section};
use crate::export::words;

/// The columns, named as Readwise names them.
pub const COLUMNS: [&str; 7] = ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"];

/// The highlights of the dossier, a row each.
#[must_use]
pub fn write(dossier: &ExportDocument) -> String {
    let mut table = WriterBuilder::new().quote_style(QuoteStyle::Necessary).from_writer(Vec::new());
    let rows = dossier.sections.iter().flat_map(|section| section.items.iter().filter_map(move |item| row(section, item)));
    for row in std::iter::once(COLUMNS.map(str::to_owned)).chain(rows) {
        // A vector takes whatever is written, and all rows are of one length.
        let _ = table.write_record(&row);
    }
    let bytes = table.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
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
