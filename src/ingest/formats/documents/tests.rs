//! Documents: small containers made on the spot.

use std::io::{Cursor, Write as _};
use std::path::Path;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::ingest::formats::document;
use crate::ingest::formats::document::{FileName, Reading};

pub(in crate::ingest::formats) fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn read(name: &str, bytes: &[u8]) -> Reading {
    document::read_for_inspection(FileName { path: Path::new(name), shown: name }, bytes)
}

fn docx(paragraphs: &[&str]) -> Vec<u8> {
    let text: String = paragraphs.iter().flat_map(|words| ["<w:p><w:r><w:t>", words, "</w:t></w:r></w:p>"]).collect();
    let body = format!("<w:document xmlns:w=\"w\"><w:body>{text}</w:body></w:document>");
    zipped(&[("word/document.xml", &body), ("word/footer1.xml", "<w:ftr><w:p><w:r><w:t>Page 3</w:t></w:r></w:p></w:ftr>")])
}

#[test]
fn a_document_is_an_article() {
    let reading =
        read("a.docx", &docx(&["La halle rouvre", "La halle de Brume a rouvert mardi.", "Les marchands sont là depuis l’aube."]));
    let [article] = &reading.articles[..] else { panic!("{reading:?}") };
    assert_eq!(&*article.title, "La halle rouvre");
    assert_eq!(reading.left_out[0].words, "Page 3");
    let odt = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        (
            "content.xml",
            "<office:document-content><office:body><office:text><text:h>La halle</text:h><text:p>Elle a<text:s/>rouvert<text:line-break/>mardi.</text:p></office:text></office:body></office:document-content>",
        ),
    ]);
    let reading = read("a.odt", &odt);
    assert_eq!(&*reading.articles[0].body, "La halle\n\nElle a rouvert\nmardi.");
    let reading = read("a.rtf", b"{\\rtf1\\ansi La halle\\par Elle a rouvert mardi matin.\\par}");
    assert_eq!(&*reading.articles[0].body, "La halle\n\nElle a rouvert mardi matin.");
}

#[test]
fn a_document_that_holds_an_export_is_read_as_one() {
    let uni = [
        "Job Number: 1",
        "The hall opens",
        "The Brume Star",
        "July 1, 2019 Monday",
        "Section: CITY; Pg. 3",
        "Length: 35 words",
        "Body",
        "The hall opened.",
        "Load-Date: July 9, 2019",
        "End of Document",
        "Second",
        "The Vigil",
        "July 2, 2019 Tuesday",
        "Length: 3 words",
        "Body",
        "It rained.",
        "Load-Date: July 9, 2019",
        "End of Document",
    ];
    let reading = read("a.docx", &docx(&uni));
    let titles: Vec<&str> = reading.articles.iter().map(|article| &*article.title).collect();
    assert_eq!(titles, ["The hall opens", "Second"]);
    assert_eq!(reading.articles[1].place.to_string(), "a.docx#2");
}

#[test]
fn documents_of_nexis_are_known_by_the_addresses_of_their_headlines() {
    let paragraph = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    let title = "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:hyperlink r:id='rId7'><w:r><w:t>The hall opens</w:t></w:r></w:hyperlink></w:p>";
    let rest = ["The Brume Star", "July 1, 2019 Monday", "Length: 35 words", "Body", "The hall opened.", "End of Document"];
    let rest: String = rest.iter().map(|words| paragraph(words)).collect();
    let text =
        format!("<w:document xmlns:w='w' xmlns:r='r'><w:body>{}{title}{rest}</w:body></w:document>", paragraph("Documents (1)"));
    let links = "<Relationships><Relationship Id='rId7' Target='https://advance.example/api?id=urn:contentItem:5H1X-5WK1-00000-00&amp;context='/></Relationships>";
    let outlined = text.replace("<w:pStyle w:val='Heading1'/>", "<w:outlineLvl w:val='0'/>");
    let other = read("a.docx", &zipped(&[("word/document.xml", &outlined), ("word/_rels/document.xml.rels", links)]));
    assert!(other.articles[0].imprint.docid.is_some());
    let reading = read("a.docx", &zipped(&[("word/document.xml", &text), ("word/_rels/document.xml.rels", links)]));
    let [article] = &reading.articles[..] else { panic!("{reading:?}") };
    assert_eq!(
        (&*article.title, article.imprint.docid.as_deref()),
        ("The hall opens", Some("urn:contentItem:5H1X-5WK1-00000-00"))
    );
    assert!(!article.body.contains("urn:"));
}

#[test]
fn a_chapter_of_a_book_is_an_article() {
    let package = "<package><metadata><dc:title>Carnets</dc:title><dc:creator>Ana Lorme</dc:creator><dc:language>fr</dc:language></metadata><manifest>\
        <item id='c' href='cover.xhtml'/><item id='n' href='nav.xhtml' properties='nav'/><item id='a' href='a.xhtml'/></manifest><spine>\
        <itemref idref='c'/><itemref idref='n'/><itemref idref='a'/></spine></package>";
    let book = zipped(&[
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", "<container><rootfiles><rootfile full-path='OPS/p.opf'/></rootfiles></container>"),
        ("OPS/p.opf", package),
        ("OPS/cover.xhtml", "<html><body><h1>Carnets</h1></body></html>"),
        ("OPS/nav.xhtml", "<html><body><p>Un</p></body></html>"),
        ("OPS/a.xhtml", "<html><body><h1>Un</h1><p>La halle a rouvert.</p></body></html>"),
    ]);
    let reading = read("a.epub", &book);
    let [article] = &reading.articles[..] else { panic!("{reading:?}") };
    assert_eq!((&*article.title, article.imprint.section.as_deref()), ("Un", Some("Carnets")));
    assert_eq!(reading.left_out[0].words, "Carnets");
}

#[test]
fn other_containers_are_reported() {
    assert_eq!(&*read("a.zip", &zipped(&[("a", "b")])).problems[0].reason, "is no text but a ZIP archive or office document");
    assert!(!read("a.docx", &docx(&[])[..40]).problems.is_empty());
}

#[test]
fn the_main_part_of_a_document_may_have_another_name() {
    let body = "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>Le pont rouvre jeudi.</w:t></w:r></w:p></w:body></w:document>";
    let relations = "<Relationships><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' \
                     Target='/word/document2.xml'/></Relationships>";
    let reading = read("a.docx", &zipped(&[("_rels/.rels", relations), ("word/document2.xml", body)]));
    assert_eq!(&*reading.articles[0].body, "Le pont rouvre jeudi.");
}

#[test]
fn comments_are_told_and_readings_stand_behind_their_signs() {
    let body = "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>La </w:t></w:r><w:ruby><w:rt><w:r><w:t>al</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>halle\
                </w:t></w:r></w:rubyBase></w:ruby><w:r><w:t> rouvre.</w:t></w:r></w:p></w:body></w:document>";
    let comments = "<w:comments xmlns:w='w'><w:comment><w:p><w:r><w:t>Vu.</w:t></w:r></w:p></w:comment></w:comments>";
    let reading = read("a.docx", &zipped(&[("word/document.xml", body), ("word/comments.xml", comments)]));
    assert_eq!(&*reading.articles[0].body, "La halle(al) rouvre.");
    assert_eq!((reading.left_out[0].what, &*reading.left_out[0].words), ("the comments in its margin", "Vu."));
}
