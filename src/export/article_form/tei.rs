//! An article as TEI P5 (the guidelines, version 4): the header says what is known, the text has its headline, headings, paragraphs and captions.

use std::fmt::Write as _;

use crate::export::article::stated_date;
use crate::export::article_form::{ConvertedArticle, authors};
use crate::export::xml::escaped;
use crate::model::article::{BlockKind, HeadlineOrigin};

/// The file of one article.
pub(super) fn write(one: &ConvertedArticle<'_>) -> String {
    let article = one.article;
    let lang = article.lang().to_string();
    let lang = if lang.is_empty() { String::new() } else { format!(" xml:lang=\"{lang}\"") };
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n");
    header(one, &mut out);
    let _ = writeln!(out, "  <text{lang}>\n    <body>\n      <div type=\"article\">");
    if article.headline() != HeadlineOrigin::FirstSentence {
        element(&mut out, 8, "head", "", article.title());
    }
    for block in article.text_blocks() {
        let words = block.span.of(article.body());
        match block.kind {
            BlockKind::Headline => {}
            BlockKind::Heading => element(&mut out, 8, "p", " rend=\"heading\"", words),
            BlockKind::Caption => element(&mut out, 8, "p", " rend=\"caption\"", words),
            _ => words.split('\n').for_each(|line| element(&mut out, 8, "p", "", line)),
        }
    }
    out + "      </div>\n    </body>\n  </text>\n</TEI>\n"
}

fn header(one: &ConvertedArticle<'_>, out: &mut String) {
    let article = one.article;
    *out += "  <teiHeader>\n    <fileDesc>\n      <titleStmt>\n";
    element(out, 8, "title", "", article.title());
    *out += "      </titleStmt>\n      <publicationStmt>\n";
    *out += "        <p>Converted by liseuse</p>\n      </publicationStmt>\n      <sourceDesc>\n        <bibl>\n";
    if article.headline() != HeadlineOrigin::FirstSentence {
        element(out, 10, "title", " level=\"a\"", article.title());
    }
    let named = authors(article);
    for name in &named {
        element(out, 10, "author", "", name);
    }
    let known = [
        ("title", " level=\"j\"", article.source()),
        ("biblScope", " unit=\"page\"", article.page()),
        ("idno", " type=\"docid\"", article.docid()),
        ("idno", " type=\"URL\"", article.url()),
    ];
    for (name, attribute, words) in known {
        element(out, 10, name, attribute, words.unwrap_or_default());
    }
    if let Some(date) = stated_date(article) {
        element(out, 10, "date", &format!(" when=\"{}\"", escaped(&date)), &date);
    }
    *out += "        </bibl>\n      </sourceDesc>\n    </fileDesc>\n  </teiHeader>\n";
}

/// An element of one line; none where there are no words.
fn element(out: &mut String, indent: usize, name: &str, attributes: &str, words: &str) {
    if !words.trim().is_empty() {
        let _ = writeln!(out, "{:indent$}<{name}{attributes}>{}</{name}>", "", escaped(words));
    }
}
