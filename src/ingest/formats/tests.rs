//! What holds for all formats, and what their own tests call.

mod words_kept;

use std::collections::BTreeSet;
use std::path::Path;

use super::{FORMATS, of_bytes, of_text};
use crate::ingest::formats::document;
use crate::ingest::formats::document::{FileName, Reading};
use crate::ingest::formats::html_text;
use crate::ingest::formats::sample::Sample;
use crate::model::article::Article;

/// What the text of the file `name` gives.
pub(crate) fn read_text(name: &str, text: &str) -> Reading {
    document::read_for_inspection(FileName { path: Path::new(name), shown: name }, text.as_bytes())
}

/// Every word of a text is in a body, in a field of an article, among what was left out, or in a problem.
pub(crate) fn assert_no_word_lost(name: &str, text: &str) {
    let plain = match text.trim_start().starts_with('<') {
        true if name.contains(".html") => html_text::words(text),
        true => untagged(text),
        false => text.to_owned(),
    };
    let kept = kept(&read_text(name, text));
    let kept: BTreeSet<String> = words(&kept).collect();
    let lost: Vec<String> = words(&plain).filter(|word| !kept.contains(word)).collect();
    assert!(lost.is_empty(), "{name} loses {lost:?}");
}

/// All that is kept of a file: its articles, what was left out, what is told.
pub(crate) fn kept(reading: &Reading) -> String {
    let mut kept = String::new();
    for article in &reading.articles {
        kept.push_str(&said(article));
    }
    for part in &reading.left_out {
        kept.extend(["\n", part.what, " ", &part.words]);
    }
    for problem in &reading.problems {
        kept.extend(["\n", &problem.to_string()]);
    }
    kept
}

/// What stands between the tags of XML.
fn untagged(text: &str) -> String {
    let parts = text.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    parts.collect::<Vec<_>>().join(" ").replace("&lt;", " ").replace("&amp;", " ")
}

/// All that an article says: its text and its fields.
fn said(article: &Article) -> String {
    let attributed = [&article.source, &article.author].map(|one| one.as_ref().map_or("", |one| &one.text));
    let imprint = article.imprint.fields().map(Option::unwrap_or_default);
    let evidence: Vec<&str> = article.published.evidence.iter().map(|evidence| &*evidence.words).collect();
    let url = article.url.as_deref().unwrap_or_default();
    let lang = article.lang.to_string();
    let fields = [attributed.as_slice(), imprint.as_slice(), &evidence, &[&article.title, url, &lang]].concat();
    format!("\n{}\n{}", article.body, fields.join("\n"))
}

/// Words in lower case, numbers and words of a database's own labels left out: a date is kept as a date, a length is counted anew.
fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 3).map(str::to_lowercase);
    parts.collect::<Vec<_>>().into_iter().filter(|word| !LABELS.contains(&word.as_str()))
}

/// Labels, lengths, weekdays and months of headers, which become fields, and the titles of pages.
const LABELS: &[&str] = &[
    "journal",
    "date",
    "source",
    "annee",
    "mois",
    "abstract",
    "full",
    "caption",
    "page",
    "pages",
    "author",
    "language",
    "last",
    "updated",
    "intégral",
    "title",
    "titre",
    "publication",
    "text",
    "texte",
    "url",
    "proquest",
    "first",
    "section",
    "none",
    "available",
    "fields",
    "mots",
    "words",
    "mardi",
    "janvier",
    "site",
    "mercredi",
    "octobre",
    "lundi",
    "mars",
    "factiva",
    "märz",
    "französisch",
    "dokument",
    "document",
    "documents",
    "byline",
    "section",
    "length",
    "graphic",
    "freitag",
    "länge",
    "wörter",
    "rubrik",
    "headline",
    "autor",
    "body",
    "january",
    "monday",
    "april",
    "march",
    "july",
    "english",
    "french",
    "auteur",
    "longueur",
    "maart",
    "woensdag",
    "lengte",
    "woorden",
    "sida",
    "news",
];

#[test]
fn names_are_unique_and_any_text_has_a_format() {
    let mut names: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), FORMATS.len());
    let of = |text: &str, file: &str| of_text(&Sample::new(text, file)).map(|(format, _)| format.name);
    assert_eq!(of("", ""), Some("plain text"));
    assert_eq!(of_bytes(b"Subject: x\nFrom: y\n\nz").map(|(format, _)| format.name), Some("mail"));
    assert_eq!(of("<rss><item></item></rss>", "a"), Some("RSS or Atom"));
}

/// Pieces of files that formats are told by, and words.
const PIECES: &[&str] = &[
    "<article>",
    "</article>",
    "<span class=\"DocPublicationName\">",
    "<span class=\"DocHeader\">",
    "</span>",
    "<div class=\"article frArticle\">",
    "<p class=\"articleParagraph\">",
    "</p>",
    "<DOC NUMBER=1>",
    "<DOCFULL> -->",
    "<!--",
    "1 of 2 DOCUMENTS\n",
    "End of Document\n",
    "LENGTH: 3 words\n",
    "Body\n",
    "9 mars 2021\n",
    "\nHD\t",
    "\nPD\t9 mars 2021",
    "\nSN\t",
    "\nLP\n",
    "\nAN\nDocument ETOILE0020210309eh390003o\n",
    "____________________\n",
    "Full text: ",
    "ProQuest document ID: 1\n",
    "Title: a\nPublication title: b\n",
    "**** *date_2021\n",
    "title,text,date\n",
    "\"",
    "a,b,c\n",
    "<nitf>",
    "<TEI>",
    "<body.content>",
    "<REUTERS NEWID=\"1\">",
    "<rss><item>",
    "<description>",
    "<newsMessage><newsItem>",
    "<PPSResponse><article>",
    "mots ",
    "é&#x301;",
    "\n\n",
    "\u{feff}",
    "&amp;",
    "]]>",
    "<![CDATA[",
    "Subject: a\nFrom: b <c@d.example>\n",
    "Content-Type: multipart/alternative; boundary=x\n\n",
    "Content-Type: multipart/related; boundary=\"x\"\n\n",
    "Content-Type: text/html; charset=utf-7\n\n",
    "Content-Type: message/rfc822\n\n",
    "Content-Transfer-Encoding: base64\n",
    "Content-Location: https://a.example/b\n",
    "=?utf-8?b?w4l0?=",
    "--x\n",
    "--x--\n",
    "-- \n",
    "> a\n",
    "From a@b.example Tue Mar  9 18:00:00 2021\n",
    "WARC/1.0\nWARC-Type: response\nContent-Length: 90\n\n",
    "HTTP/1.1 200 OK\nContent-Type: text/html\nTransfer-Encoding: chunked\n\n",
    "filedesc://a 0 0 text/plain 4\n",
    "ff\r\n",
    "%PDF-1.4\n",
    "1 0 obj\n<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] /Contents 1 0 R >>\nendobj\n",
    "trailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n",
    "==========================================\n",
    "La Vigie, 2021-03-09\nPublicerat i print\n",
    "1. Un titre\nLa Vigie, mardi 9 mars 2021, p. 1, 9w.\n",
    "Quelle: Die Wacht vom 09.03.2021, Seite 1\nDokumentnummer: a\n",
    "Alle Rechte vorbehalten: GBI-Genios\n",
    "TY  - NEWS\n",
    "ER  - \n",
    "@article{a,\n title = {b}}\n",
    "fileCtx0005\n",
    "{\"text\": NaN}\n",
    "prési-\n",
    "dence",
    "Ã©Ã¨Ã",
];

proptest::proptest! {
    #[test]
    fn no_text_breaks_a_reader(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..24)) {
        let text = pieces.concat();
        let reading = read_text("a.txt", &text);
        let mut places: Vec<String> = reading.articles.iter().map(|article| article.place.to_string()).collect();
        let count = places.len();
        places.dedup();
        proptest::prop_assert_eq!(places.len(), count, "{}", text);
        for article in &reading.articles {
            proptest::prop_assert!(article.blocks.iter().all(|block| article.body.get(block.span.first()..block.span.after()).is_some()));
        }
    }
}
