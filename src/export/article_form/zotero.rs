//! Articles in the RDF that Zotero exports and imports, with the notes on each as notes of its item. The texts stay where they are.

use std::fmt::Write as _;

use crate::export::article::stated_date;
use crate::export::article_form::{ConvertedArticle, authors};
use crate::export::xml::escaped;
use crate::model::annotation::hexadecimal;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
  xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/">
"#;

/// The file of all articles.
pub(super) fn write(all: &[ConvertedArticle<'_>]) -> String {
    let mut out = HEAD.to_owned();
    all.iter().enumerate().for_each(|(at, one)| item(one, at, &mut out));
    out + "</rdf:RDF>\n"
}

fn item(one: &ConvertedArticle<'_>, at: usize, out: &mut String) {
    let article = one.article;
    let urn = || format!("urn:sha256:{}", hexadecimal(&article.sha256()));
    let about = article.url().map_or_else(urn, ToOwned::to_owned);
    let _ = writeln!(out, "  <bib:Article rdf:about=\"{}\">\n    <z:itemType>newspaperArticle</z:itemType>", escaped(&about));
    if let Some(outlet) = article.source() {
        let outlet = escaped(outlet);
        let _ = writeln!(
            out,
            "    <dcterms:isPartOf><bib:Newspaper><dc:title>{outlet}</dc:title></bib:Newspaper></dcterms:isPartOf>"
        );
    }
    let named = authors(article);
    if !named.is_empty() {
        *out += "    <bib:authors><rdf:Seq>\n";
        for name in &named {
            let (given, family) = name.rsplit_once(' ').unwrap_or(("", name));
            let given =
                if given.is_empty() { String::new() } else { format!("<foaf:givenName>{}</foaf:givenName>", escaped(given)) };
            let _ = writeln!(
                out,
                "      <rdf:li><foaf:Person><foaf:surname>{}</foaf:surname>{given}</foaf:Person></rdf:li>",
                escaped(family)
            );
        }
        *out += "    </rdf:Seq></bib:authors>\n";
    }
    for note in 0..one.notes.len() {
        let _ = writeln!(out, "    <dcterms:isReferencedBy rdf:resource=\"#note_{at}_{note}\"/>");
    }
    let lang = article.lang().to_string();
    let known = [
        ("dc:title", Some(article.title())),
        ("dc:date", stated_date(article).as_deref()),
        ("z:language", Some(lang.as_str())),
        ("z:section", article.section()),
        ("bib:pages", article.page()),
    ]
    .map(|(name, words)| (name, words.unwrap_or_default().to_owned()));
    for (name, words) in known.into_iter().filter(|(_, words)| !words.is_empty()) {
        let _ = writeln!(out, "    <{name}>{}</{name}>", escaped(&words));
    }
    if let Some(url) = article.url() {
        let _ = writeln!(
            out,
            "    <dc:identifier><dcterms:URI><rdf:value>{}</rdf:value></dcterms:URI></dc:identifier>",
            escaped(url)
        );
    }
    *out += "  </bib:Article>\n";
    for (note, (quote, words)) in one.notes.iter().enumerate() {
        let quote = if quote.is_empty() { String::new() } else { format!("<blockquote>{}</blockquote>", escaped(quote)) };
        let words = if words.is_empty() { String::new() } else { format!("<p>{}</p>", escaped(words)) };
        // The note is HTML inside of XML.
        let value = escaped(&(quote + &words));
        let _ = writeln!(out, "  <bib:Memo rdf:about=\"#note_{at}_{note}\">\n    <rdf:value>{value}</rdf:value>\n  </bib:Memo>");
    }
}
