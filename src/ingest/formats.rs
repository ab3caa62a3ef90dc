//! The formats that are read, in one table: what each is called, how it is told from content, how it is read.
//!
//! `document` goes through it, `liseuse formats` prints it. A new format is one file in `formats/` and one line of the table; the
//! formats with more signs stand before those with fewer, and the last takes any text.
//!
//! May touch `source` and, where documents become articles, `rules`. Must not know where the files come from, nor what else the archive holds.

use std::io;
use std::path::Path;

use crate::ingest::formats::cuts::{Cuts, Records, cut};
use crate::ingest::formats::databases::{apa, europresse, factiva, genios, gopress, lexisnexis, proquest, retriever};
use crate::ingest::formats::known_format::FormatReader;
pub use crate::ingest::formats::known_format::KnownFormat;
use crate::ingest::formats::mail::{mailbox, mhtml};
use crate::ingest::formats::output::Output;
use crate::ingest::formats::packed::{archive, warc};
use crate::ingest::formats::sample::{Sample, Text};
use crate::ingest::formats::tables::{headless, sheets, sql};
use crate::ingest::formats::xml::{feeds, journals, news, olive, records, reuters, scanned, tei, wiki};
use crate::ingest::source::decode::decode;
use crate::ingest::source::format::{FileFormat, has_front_matter};
use crate::text::span::Span;

mod alceste;
mod bookmarks;
mod captured;
mod cuts;
mod databases;
mod date;
/// Public for its measurement alone: see `benches/ingest.rs`.
#[doc(hidden)]
pub mod document;
mod documents;
pub(crate) mod extracted;
pub(crate) mod fields;
pub(crate) mod front_matter;
pub(crate) mod html;
pub(crate) mod html_meta;
pub(crate) mod html_text;
pub(crate) mod json;
pub(crate) mod json_lines;
mod known_format;
mod labelled;
mod lexico;
mod mail;
pub(crate) mod markdown;
pub(crate) mod md_body;
mod notebook;
pub(crate) mod output;
mod own_export;
pub(crate) mod packed;
mod pdf;
pub(crate) mod plain;
mod prospero;
pub mod reading;
mod references;
mod rtf;
pub(crate) mod sample;
mod tables;
mod token_columns;
pub(crate) mod unread;
mod xml;
mod yaml;

/// All formats, in the order in which they are tried: those of bytes first.
pub static FORMATS: &[KnownFormat] = &[
    KnownFormat::bytes(
        "Word",
        "a document in DOCX, which may hold an export of a press database",
        documents::recognize_docx,
        documents::read_docx,
    ),
    KnownFormat::bytes("OpenDocument text", "a document in ODT", documents::recognize_odt, documents::read_odt),
    KnownFormat::bytes(
        "rich text",
        "a document in RTF, which may hold an export of a press database",
        documents::recognize_rtf,
        documents::read_rtf,
    ),
    KnownFormat::bytes(
        "PDF",
        "a document in PDF with a text layer, which may hold an export of a press database",
        pdf::recognize,
        pdf::read,
    ),
    KnownFormat::bytes("EPUB", "a book, a chapter an article", documents::recognize_epub, documents::read_epub),
    KnownFormat::bytes("spreadsheet", "a table in XLSX or ODS, a row an article", sheets::recognize, sheets::read),
    KnownFormat::bytes("WACZ", "a package of web archives, a captured page an article", warc::recognize_wacz, warc::read_wacz),
    KnownFormat::bytes(warc::NAME, "a web archive in WARC or ARC, a captured page an article", warc::recognize, warc::read),
    KnownFormat::members("tar", "an archive of files, each of which is read", archive::recognize_tar, archive::members_of_tar),
    KnownFormat::members("ZIP", "an archive of files, each of which is read", archive::recognize_zip, archive::members_of_zip),
    KnownFormat::bytes("MHTML", "a page that a browser saved with all that belongs to it", mhtml::recognize, mhtml::read),
    KnownFormat {
        records: Some(Records::Messages),
        ..KnownFormat::bytes(
            "mailbox",
            "messages one behind the other (mbox), each an article",
            mailbox::recognize,
            mailbox::read,
        )
    },
    KnownFormat::bytes(
        "mail",
        "one message, as .eml or in a Maildir, of which the best part is taken",
        mail::recognize,
        mail::read,
    ),
    KnownFormat::new("notes of liseuse", "notes that were exported; no article", own_export::recognize, own_export::read),
    KnownFormat::new(
        "Europresse",
        "an export of the press databases Europresse and Eureka.cc in HTML, in both layouts",
        europresse::recognize,
        europresse::read,
    )
    .also_in_documents(),
    KnownFormat::new(
        "Europresse text",
        "an export of the press databases Europresse and Eureka.cc saved as text",
        europresse::saved_text::recognize,
        europresse::saved_text::read,
    )
    .also_in_documents(),
    KnownFormat::new(
        "saved addresses",
        "bookmarks of a browser or of Pocket in HTML, each with its headline",
        bookmarks::recognize,
        bookmarks::read,
    ),
    KnownFormat::new(
        "Factiva HTML",
        "an export of the press database Factiva in HTML, with field codes or without",
        factiva::recognize_html,
        factiva::read_html,
    )
    .also_in_documents(),
    KnownFormat::new(
        "LexisNexis HTML",
        "an export of the press database LexisNexis in HTML",
        lexisnexis::recognize_html,
        lexisnexis::read_html,
    )
    .also_in_documents(),
    KnownFormat::new(
        "ProQuest HTML",
        "an export of the press database ProQuest in HTML, saved or sent by mail",
        proquest::markup::recognize_html,
        proquest::markup::read_html,
    )
    .also_in_documents(),
    KnownFormat::new(
        "ProQuest XML",
        "records of TDM Studio or of the Historical Newspapers of ProQuest",
        proquest::records::recognize_xml,
        proquest::records::read_xml,
    ),
    KnownFormat::new(
        "APA HTML",
        "the page of a press database of the agency APA (DeFacto) that is to be printed",
        apa::recognize_html,
        apa::read_html,
    ),
    KnownFormat::new(
        "XML of the press",
        "NITF, NewsML 1 and G2, exports of Factiva, what trafilatura writes",
        news::recognize,
        news::read,
    ),
    KnownFormat::new(
        "JATS",
        "articles of journals in the XML of JATS or NLM, a reply or a translation an article of its own",
        journals::recognize,
        journals::read,
    ),
    KnownFormat::new(
        "MediaWiki",
        "a dump of a wiki such as Wikinews or Wikipedia in XML, a page an article",
        wiki::recognize,
        wiki::read,
    ),
    KnownFormat::new("TEI", "a text or a corpus in TEI, a division of type article an article", tei::recognize, tei::read),
    KnownFormat::new("ALTO or PAGE", "a scanned page with its text, a page an article", scanned::recognize, scanned::read),
    KnownFormat::new(
        "Olive",
        "an article of a digitised newspaper in the XML of Olive ActivePaper",
        olive::recognize,
        olive::read,
    ),
    KnownFormat::new("Reuters-21578", "a part of the collection of news items in SGML", reuters::recognize, reuters::read),
    KnownFormat::new(
        "Zotero",
        "a bibliography in the RDF of Zotero, an entry an article",
        references::recognize_zotero,
        references::read_zotero,
    ),
    KnownFormat::new(
        "EndNote",
        "a bibliography in the tagged format of EndNote, an entry an article",
        references::recognize_endnote,
        references::read_endnote,
    ),
    KnownFormat::new("RIS", "a bibliography in RIS, an entry an article", references::recognize_ris, references::read_ris),
    KnownFormat::new(
        "BibTeX",
        "a bibliography in BibTeX, an entry an article",
        references::recognize_bibtex,
        references::read_bibtex,
    ),
    KnownFormat::new(
        "RSS or Atom",
        "a feed in RSS, RDF or Atom, or the export of a WordPress site, an article for each item",
        feeds::recognize,
        feeds::read,
    ),
    KnownFormat::new("JSON Lines", "a JSON document a line, each an article", json_lines::recognize, |text, out| {
        out.lines(text.text.to_owned());
    }),
    KnownFormat::new(
        "notebook",
        "a notebook of Jupyter, which is no press archive; no article",
        notebook::recognize,
        notebook::read,
    ),
    KnownFormat::new("JSON", "one article, an array of articles, or an object that holds one", json::recognize, json::read_text),
    KnownFormat::new(
        "XML",
        "a list of articles whose elements are named as their parts; of another kind, which is reported",
        records::recognize,
        records::read,
    ),
    KnownFormat::new(
        "HTML",
        "a page, of which the article is taken, or each of several whole ones",
        |sample| (sample.shape() == FileFormat::Html).then_some("tags of a page stand near its head, or its name says so"),
        html::read,
    ),
    KnownFormat::new("YAML", "a list of articles, or documents one behind the other", yaml::recognize, yaml::read),
    KnownFormat::new(
        "Markdown",
        "a text with front matter, with or without markup",
        |sample| {
            let is_named = || has_front_matter(sample.text.trim_start()) || press(sample).is_none();
            (sample.shape() == FileFormat::Markdown && is_named()).then_some("it opens with front matter, or its name says so")
        },
        markdown::read,
    ),
    KnownFormat::new(
        "Prospéro fields",
        "the fields of a text of Prospéro (.ctx), which are read with it",
        prospero::recognize_fields,
        prospero::read_fields,
    ),
    KnownFormat::new(
        "Prospéro",
        "a text of a corpus of Prospéro, with its fields in the .ctx beside it",
        prospero::recognize,
        prospero::read,
    ),
    KnownFormat::new(
        "Factiva text",
        "an export of the press database Factiva saved as text",
        factiva::recognize_text,
        factiva::read_text,
    )
    .also_in_documents(),
    KnownFormat::new(
        "Factiva rows",
        "an export of the press database Factiva without field codes, as text or in a document",
        factiva::recognize_rows,
        factiva::read_rows,
    )
    .also_in_documents(),
    KnownFormat::new(
        "LexisNexis text",
        "an export of the press databases LexisNexis and Nexis Uni as text",
        lexisnexis::recognize_text,
        lexisnexis::read_text,
    )
    .also_in_documents(),
    KnownFormat::new("ProQuest", "an export of the press database ProQuest as text", proquest::recognize, proquest::read)
        .also_in_documents(),
    KnownFormat::new(
        "Retriever",
        "an export of the press database Retriever (Mediearkivet, Atekst) as text",
        retriever::recognize,
        retriever::read,
    )
    .also_in_documents(),
    KnownFormat::new("GENIOS", "an export of the press database GENIOS (wiso) as text", genios::recognize, genios::read)
        .also_in_documents(),
    KnownFormat::new(
        "APA",
        "an export of a press database of the agency APA (OnlineManager, DeFacto) as text",
        apa::recognize_text,
        apa::read_text,
    )
    .also_in_documents(),
    KnownFormat::new("Gopress", "an export of the press database Gopress as text", gopress::recognize, gopress::read)
        .also_in_documents(),
    KnownFormat::new(
        "words in columns",
        "a corpus with a word a line and what was found of it beside it (CoNLL-U, HIPE), a document an article",
        token_columns::recognize,
        token_columns::read,
    ),
    KnownFormat::new(
        "Alceste or IRaMuTeQ",
        "a corpus of texts, each behind a line of stars and variables",
        alceste::recognize,
        alceste::read,
    ),
    KnownFormat::new("Lexico", "a corpus of texts, each behind keys in angle brackets", lexico::recognize, lexico::read),
    KnownFormat::new("Hyperbase", "a corpus of texts, each behind a line of names", lexico::recognize_hyperbase, lexico::read),
    KnownFormat::new("SQL", "a dump of a database, the rows of a table of articles", sql::recognize, sql::read),
    KnownFormat {
        records: Some(Records::Rows),
        ..KnownFormat::new(
            "CSV or TSV",
            "a table with any delimiter, a row an article, columns named in French or English",
            tables::recognize,
            tables::read,
        )
    },
    KnownFormat::new(
        "table without names",
        "a table whose first row names no columns: they are told from what stands in them",
        headless::recognize,
        headless::read,
    ),
    KnownFormat::new(
        "other table",
        "a table of anything else, which holds no article",
        headless::recognize_other,
        headless::read_other,
    ),
    KnownFormat::new("labelled text", "records with a label before each field", labelled::recognize, labelled::read),
    KnownFormat::new(
        "plain text",
        "a text as it stands: a paragraph a line, or paragraphs set off by blank lines",
        |_| Some("nothing tells it from any text"),
        |text, out| out.whole(plain::draft(text.text), text.bytes),
    ),
];

/// The format of bytes that are no text, and what tells it.
pub(crate) fn of_bytes(bytes: &[u8]) -> Option<(&'static KnownFormat, &'static str)> {
    FORMATS.iter().find_map(|format| match format.reader {
        FormatReader::Bytes(recognize, _) => Some((format, recognize(bytes)?)),
        FormatReader::Members(recognize, _) => Some((format, recognize(bytes)?)),
        FormatReader::Text(..) => None,
    })
}

/// The format of a text, and what tells it.
pub(crate) fn of_text(sample: &Sample<'_>) -> Option<(&'static KnownFormat, &'static str)> {
    FORMATS.iter().find_map(|format| match format.reader {
        FormatReader::Text(recognize, _) => Some((format, recognize(sample)?)),
        FormatReader::Bytes(..) | FormatReader::Members(..) => None,
    })
}

/// Reads the text of a document, in which `headings` are set as such, as an export of a press database, when it is one.
pub(crate) fn read_press(text: &str, headings: &[Span], out: &mut Output<'_>) -> bool {
    let known = press(&Sample::new(text, ""));
    if let Some(read) = known {
        read(&Text { text, bytes: text.as_bytes(), headings }, out);
    }
    known.is_some()
}

/// What reads a text as an export of a press database, when it is one.
fn press(sample: &Sample<'_>) -> Option<fn(&Text<'_>, &mut Output<'_>)> {
    FORMATS.iter().filter(|format| format.in_documents).find_map(|format| match format.reader {
        FormatReader::Text(recognize, read) => recognize(sample).map(|_| read),
        FormatReader::Bytes(..) | FormatReader::Members(..) => None,
    })
}

/// How the file at `path`, of which `head` are the first bytes, is cut; `None` when its format is read as a whole.
pub(crate) fn cuts(path: &Path, head: &[u8]) -> Option<io::Result<Cuts>> {
    if let Some((format, _)) = of_bytes(head) {
        return Some(cut(path, format.records?));
    }
    let decoded = decode(head)?;
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let (format, _) = of_text(&Sample::new(&decoded.text, &name))?;
    Some(cut(path, format.records?))
}

#[cfg(test)]
mod tests;
