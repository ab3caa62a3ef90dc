//! Documents: small containers made on the spot.

use std::io::{Cursor, Write as _};
use std::path::Path;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::ingest::formats::document;
use crate::ingest::formats::document::{FileName, Reading};
use crate::model::article::BlockKind;

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
        <item id='c' href='cover.xhtml'/><item id='n' href='nav.xhtml' properties='nav'/><item id='a' href='../OPS/t%C3%A9/a.xhtml#x'/>\
        <item id='b' href='b.xhtml' media-type='application/xhtml+xml'/></manifest><spine>\
        <itemref idref='c'/><itemref idref='n'/><itemref idref='a'/></spine></package>";
    let book = zipped(&[
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", "<container><rootfiles><rootfile full-path='OPS/p.opf'/></rootfiles></container>"),
        ("OPS/p.opf", package),
        ("OPS/cover.xhtml", "<html><body><h1>Carnets</h1></body></html>"),
        ("OPS/nav.xhtml", "<html><body><p>Un</p></body></html>"),
        ("OPS/b.xhtml", "<html><head><title>Carnets</title></head><body><p>Hors texte.</p></body></html>"),
        ("OPS/té/a.xhtml", "<html><body><h1>Un</h1><p>La halle a rouvert.</p></body></html>"),
    ]);
    let reading = read("a.epub", &book);
    let [article] = &reading.articles[..] else { panic!("{reading:?}") };
    assert_eq!((&*article.title, article.imprint.section.as_deref()), ("Un", Some("Carnets")));
    let told: Vec<&str> = reading.left_out.iter().map(|part| &*part.words).collect();
    assert_eq!(told, ["Carnets", "Hors texte."]);
}

#[test]
fn a_book_of_a_paper_that_calibre_fetched_is_of_the_paper() {
    let package = "<package><metadata><dc:title>La Vigie [lun., 01 mars 2021]</dc:title><dc:creator>calibre</dc:creator><dc:publisher>calibre</dc:publisher>\
        <dc:date>2021-03-01</dc:date></metadata><manifest><item id='i' href='i.html'/><item id='a' href='a.html'/></manifest><spine><itemref idref='i'/>\
        <itemref idref='a'/></spine></package>";
    let page = "<html><body><div class='calibre_navbar'><a href='i.html'>Suivant</a></div><h1>La halle rouvre</h1><p>La halle de Brume a rouvert mardi matin, \
        après huit mois.</p><p>This article was downloaded by <b>calibre</b> from <a href='https://vigie.example/halle'>https://vigie.example/halle</a></p>\
        </body></html>";
    let book = zipped(&[
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", "<container><rootfiles><rootfile full-path='p.opf'/></rootfiles></container>"),
        ("p.opf", package),
        (
            "i.html",
            "<html><body><h1>La Vigie</h1><p>lun., 01 mars 2021</p><ul><li><a href='a.html'>La halle rouvre</a></li></ul></body></html>",
        ),
        ("a.html", page),
    ]);
    let reading = read("a.epub", &book);
    let [article] = &reading.articles[..] else { panic!("{reading:?}") };
    assert_eq!(&*article.body, "La halle rouvre\n\nLa halle de Brume a rouvert mardi matin, après huit mois.");
    assert_eq!((article.url.as_deref(), article.author.as_ref()), (Some("https://vigie.example/halle"), None));
    assert_eq!(article.source.as_ref().map(|source| &*source.text), Some("La Vigie"));
}

#[test]
fn other_containers_are_reported() {
    for files in [&[(".a", "b")][..], &[("[Content_Types].xml", "<Types/>"), ("a.txt", "b")]] {
        assert_eq!(&*read("a.zip", &zipped(files)).problems[0].reason, "is no text but a ZIP archive or office document");
    }
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

#[test]
fn what_tracked_changes_deleted_is_told_and_boxes_stand_behind_their_paragraph() {
    let run = |words: &str| format!("<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>");
    let body = format!(
        "<w:document xmlns:w='w' xmlns:mc='mc'><w:body><w:p>{}<w:del><w:r><w:delText>ferme</w:delText></w:r></w:del><w:ins>{}</w:ins><w:moveFrom>{}\
         </w:moveFrom><w:r><w:pict><v:textbox><w:txbxContent><w:p>{}</w:p></w:txbxContent></v:textbox></w:pict></w:r>{}</w:p></w:body></w:document>",
        run("La halle "),
        run("rouvre"),
        run(" dimanche"),
        run("Un encadré."),
        run(" mardi.")
    );
    let reading = read("a.docx", &zipped(&[("word/document.xml", &body)]));
    assert_eq!(&*reading.articles[0].body, "La halle rouvre mardi.\n\nUn encadré.");
    assert_eq!(
        (reading.left_out[0].what, &*reading.left_out[0].words),
        ("deleted words that the document remembers", "ferme dimanche")
    );
}

#[test]
fn notes_boxes_changes_and_styles_of_opendocument_are_read() {
    let content = "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:style='s' xmlns:draw='d'><office:automatic-styles>\
        <style:style style:name='P1' style:parent-style-name='Title'/></office:automatic-styles><office:body><office:text><text:tracked-changes>\
        <text:changed-region><text:deletion><office:change-info/><text:p>ferme</text:p></text:deletion></text:changed-region></text:tracked-changes>\
        <text:p text:style-name='P1'>La halle rouvre</text:p><text:p>La halle<text:note><text:note-citation>1</text:note-citation><text:note-body>\
        <text:p>Une note.</text:p></text:note-body></text:note> rouvre<office:annotation><text:p>Vu.</text:p></office:annotation> mardi.<draw:frame>\
        <draw:text-box><text:p>Un encadré.</text:p></draw:text-box></draw:frame></text:p></office:text></office:body></office:document-content>";
    let styles = "<office:document-styles xmlns:office='o' xmlns:style='s' xmlns:text='t'><style:footer><text:p>Page 3</text:p></style:footer></office:document-styles>";
    let files = [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content), ("styles.xml", styles)];
    let reading = read("a.odt", &zipped(&files));
    let [article] = &reading.articles[..] else { panic!("{reading:?}") };
    assert_eq!(
        (&*article.title, &*article.body),
        ("La halle rouvre", "La halle rouvre\n\nLa halle rouvre mardi.\n\nUn encadré.\n\nUne note.")
    );
    let told: Vec<&str> = reading.left_out.iter().map(|part| &*part.words).collect();
    assert_eq!(told, ["Page 3", "ferme", "Vu."]);
}

#[test]
fn styles_are_those_of_headings_by_their_names() {
    let styles =
        "<w:styles xmlns:w='w'><w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/></w:style></w:styles>";
    let paragraph =
        |style: &str, words: &str| format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>");
    let body =
        [paragraph("", "La halle a rouvert mardi."), paragraph("1", "Un pari"), paragraph("", "Elle tiendra un an.")].concat();
    let body = format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>");
    let reading = read("a.docx", &zipped(&[("word/document.xml", &body), ("word/styles.xml", styles)]));
    let article = &reading.articles[0];
    assert_eq!(article.blocks_of(BlockKind::Heading).map(|span| span.of(&article.body)).collect::<Vec<_>>(), ["Un pari"]);
    let body =
        [paragraph("", "La Vigie de Brume"), paragraph("Title", "La halle rouvre"), paragraph("", "Elle a rouvert mardi.")]
            .concat();
    let body = format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>");
    assert_eq!(&*read("a.docx", &zipped(&[("word/document.xml", &body)])).articles[0].title, "La halle rouvre");
}

#[test]
fn files_of_an_archive_are_read_as_if_they_stood_alone() {
    let page = "---\ntitle: Un pont\ndate: 2021-03-04\n---\nIl rouvre jeudi.";
    let lines = "{\"title\":\"Un port\",\"text\":\"Il ferme.\"}\n{\"title\":\"Un marché\",\"text\":\"Il change.\"}\n";
    let files = [("b/pont.md", page), ("__MACOSX/x", "x"), ("c.jsonl", lines), ("d.png", "\u{89}PNG\0\0"), ("in.zip", "")];
    let nested = zipped(&[("x.txt", "x")]);
    let mut builder = tar::Builder::new(Vec::new());
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        let bytes = if name == "in.zip" { nested.as_slice() } else { text.as_bytes() };
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        builder.append_data(&mut header, name, bytes).unwrap();
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    for (name, bytes) in [("a.tar", builder.into_inner().unwrap()), ("a.zip", writer.finish().unwrap().into_inner())] {
        let reading = read(name, &bytes);
        let titles: Vec<&str> = reading.articles.iter().map(|article| &*article.title).collect();
        assert_eq!(titles, ["Un pont", "Un port", "Un marché"], "{reading:?}");
        assert_eq!(reading.articles[2].place.to_string(), format!("{name}#3"));
        let told: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[1].starts_with(&format!("{name}/in.zip: is an archive in an archive")), "{told:?}");
        for end in (0..bytes.len()).step_by(101) {
            let _ = read(name, &bytes[..end]);
        }
    }
}
