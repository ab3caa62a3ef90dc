//! Lists of articles in XML of no standard, as scripts write them: an element an article, its parts named as in any record.
//!
//! XML that holds none is reported. What programs of the press write is `news_xml`'s.

use serde_json::Value;

use crate::ingest::formats::fields::{Record, declared, is_field, is_summary, is_text, is_title, summary, text};
use crate::ingest::formats::html_text;
use crate::ingest::formats::json::lines;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::record::SourceRecord;
use crate::ingest::formats::sample::{Sample, Text};
use crate::ingest::formats::xml::{Element, parse};
use crate::ingest::source::format::FileFormat;

/// Why a text is XML that no other reader knows.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    match sample.shape() {
        FileFormat::Xml => Some("it is XML of no kind that is known"),
        // Its tags may be those of a page, too.
        FileFormat::Html => {
            let root = sample.root().filter(|root| !html_text::is_element(root) && !root.eq_ignore_ascii_case("html"))?;
            let closed = sample.text.trim_end().ends_with('>') && sample.text.contains(&format!("</{root}>"));
            let listed = || parse(sample.text).is_some_and(|root| !records(&root).0.is_empty());
            (closed && listed()).then_some("its elements are named as the parts of articles")
        }
        _ => None,
    }
}

/// Reads such a text.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let Some(root) = parse(text.text) else { return out.fail("is XML that cannot be read") };
    let (articles, around) = records(&root);
    if articles.is_empty() {
        return out.fail("is XML of a kind that holds no article");
    }
    if !around.is_empty() {
        out.left_out("what stands around the articles", &around.join(" "));
    }
    for article in articles {
        match draft(article) {
            Some(record) => out.next(record.finish(), article.markup().as_bytes()),
            None => out.left_out("an item without a text", &article.text()),
        }
    }
}

/// The elements that have a headline, and a text, a summary or a day; and the words that stand in none of them.
fn records(root: &Element) -> (Vec<&Element>, Vec<String>) {
    let (mut found, mut around, mut open) = (Vec::new(), Vec::new(), vec![root]);
    while let Some(element) = open.pop() {
        if is_record(element) {
            found.push(element);
        } else {
            around.extend(element.own_words());
            open.extend(element.children().rev());
        }
    }
    (found, around)
}

fn is_record(element: &Element) -> bool {
    // `<div title=…><article>` is a part of a page.
    if html_text::is_element(&element.name) && !element.is("article") {
        return false;
    }
    let names = || element.children().map(|child| &*child.name).chain(element.attributes.iter().map(|(name, _)| &**name));
    names().any(is_title) && names().any(|name| is_text(name) || is_summary(name) || name.eq_ignore_ascii_case("date"))
}

/// The record of an article: attributes and elements are its fields, other words stand beside its text.
fn draft(article: &Element) -> Option<SourceRecord> {
    let mut fields: Record =
        article.attributes.iter().map(|(name, value)| (name.clone(), Value::String(value.clone()))).collect();
    let mut aside = article.own_words();
    for child in article.children() {
        let marked = child.children().next().is_some() && is_text(&child.name);
        let Some(words) = (if marked { Some(child.markup()) } else { child.words() }) else { continue };
        if is_field(&child.name) || is_summary(&child.name) {
            fields.entry(child.name.clone()).or_insert(Value::String(words));
        } else {
            aside.push(words);
        }
    }
    let body = text(&fields).or_else(|| summary(&fields)).map(|text| lines(&text))?;
    let mut record = SourceRecord::of(declared(&fields));
    record.extend(&body);
    for words in &aside {
        record.aside(words);
    }
    Some(record)
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::of_text;
    use crate::ingest::formats::sample::Sample;
    use crate::ingest::formats::tests::{assert_no_word_lost, read_text};

    const LIST: &str = "<corpus begin='2022-01-01'><categories><cat>une</cat></categories><content>\
        <article date='2022-01-04' categorie='une'><title>Un vote serré</title><description>Le conseil de Valmont a voté.</description>\
        <analyse><token forme='Un' /></analyse><note>vérifié</note></article>\
        <article date='2022-01-05'><title>Une grève</title><texte><p>Le port est fermé.</p><p>La grève dure.</p></texte></article></content></corpus>";

    #[test]
    fn elements_that_are_named_as_the_parts_of_articles_make_articles() {
        assert_eq!(of_text(&Sample::new(LIST, "corpus.xml")).map(|(format, _)| format.name), Some("XML"));
        let articles = read_text("corpus.xml", LIST).articles;
        let said: Vec<(&str, String)> = articles.iter().map(|one| (&*one.title, one.published.date.to_string())).collect();
        assert_eq!(said, [("Un vote serré", "2022-01-04".to_owned()), ("Une grève", "2022-01-05".to_owned())]);
        assert!(articles.iter().any(|one| one.body.contains("Le conseil de Valmont a voté.")));
        assert_no_word_lost("corpus.xml", LIST);
    }

    #[test]
    fn pages_and_other_xml_are_none() {
        let of = |text: &str| of_text(&Sample::new(text, "a")).map(|(format, _)| format.name);
        assert_eq!(
            of("<html><head><title>a</title></head><body><article date='2022'><p>b</p></article></body></html>"),
            Some("HTML")
        );
        assert_eq!(of("<x-page><div title='a'><article><p>b</p></article></div><p>c</p></x-page>"), Some("HTML"));
        assert_ne!(of("<article><title>a</title><p>b</p></article>"), Some("XML"));
    }
}
