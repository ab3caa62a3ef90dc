//! What an HTML page says of itself: JSON-LD, meta elements, `<time>`, `<title>`, `<html lang>`.
//!
//! The more a notation is made for machines the more it is believed: JSON-LD, then Open Graph, then the page.

use dom_query::{Document, NodeRef};
use serde_json::Value;

use crate::ingest::draft::Declared;
use crate::ingest::formats::fields;
use crate::ingest::formats::fields::{Record, cleaned};

/// What `document` says.
#[must_use]
pub fn declared(document: &Document) -> Declared {
    let linked = linked_data(document);
    let elements = document.select("meta[content]");
    let meta = |names: &[&str]| names.iter().find_map(|name| content(elements.nodes(), name));
    let outlet =
        linked.outlet.or_else(|| meta(&["og:site_name", "application-name", "publisher", "dc.publisher", "twitter:site"]));
    let title = linked
        .title
        .or_else(|| meta(&["og:title", "twitter:title", "dc.title", "title"]))
        .map(|title| shorn(&title, outlet.as_deref()));
    let heading = || text(document, "h1");
    let page_title = || text(document, "title").map(|title| shorn(&title, outlet.as_deref()));
    let person = |words: &String| !words.contains("://");
    Declared {
        title: title.or_else(heading).or_else(page_title),
        date: linked.date.or_else(|| meta(DATES)).or_else(|| time(document)),
        author: linked
            .author
            .or_else(|| meta(&["author", "article:author", "dc.creator", "parsely-author", "sailthru.author"]).filter(person)),
        url: canonical(document).or_else(|| meta(&["og:url"])).or(linked.url).filter(|url| url.contains("://")),
        lang: attribute(document, "html", "lang")
            .or_else(|| meta(&["og:locale", "content-language", "dc.language"]))
            .or(linked.lang),
        outlet: outlet.map(|outlet| outlet.trim_start_matches('@').to_owned()),
        section: linked.section.or_else(|| meta(&["article:section"])),
        updated: linked.updated.or_else(|| meta(&["article:modified_time", "og:updated_time"])),
        ..Declared::default()
    }
}

const DATES: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
];

/// The article among the JSON-LD objects of the page.
fn linked_data(document: &Document) -> Declared {
    for script in document.select("script[type='application/ld+json']").nodes() {
        let source = script.text();
        // Some sites leave line ends inside strings, which JSON forbids.
        let source = source.replace(['\n', '\r', '\t'], " ");
        if let Ok(value) = serde_json::from_str::<Value>(&source)
            && let Some(record) = article_of(&value, 4)
        {
            return fields::declared(record);
        }
    }
    Declared::default()
}

/// The first object with an article's type in `value`: in a list, in a `@graph`, or as the main entity of a page.
fn article_of(value: &Value, depth: usize) -> Option<&Record> {
    let deeper = depth.checked_sub(1)?;
    match value {
        Value::Array(list) => list.iter().find_map(|value| article_of(value, deeper)),
        Value::Object(record) if is_article(record) => Some(record),
        Value::Object(record) => {
            ["@graph", "mainEntity", "mainEntityOfPage"].iter().find_map(|key| article_of(record.get(*key)?, deeper))
        }
        _ => None,
    }
}

/// Whether `@type` is schema.org's `Article` or one of its kinds.
fn is_article(record: &Record) -> bool {
    let article = |value: &Value| {
        value.as_str().is_some_and(|name| name.ends_with("Article") || name.ends_with("BlogPosting") || name == "Report")
    };
    match record.get("@type") {
        Some(Value::Array(types)) => types.iter().any(article),
        Some(one) => article(one),
        None => false,
    }
}

/// The content of the one of `elements` called `name` by name, property, item property or HTTP equivalent.
fn content(elements: &[NodeRef], name: &str) -> Option<String> {
    elements.iter().find_map(|node| {
        let called = ["property", "name", "itemprop", "http-equiv"]
            .iter()
            .any(|key| node.attr(key).is_some_and(|value| value.eq_ignore_ascii_case(name)));
        if called { node.attr("content").map(|content| cleaned(&content)).filter(|content| !content.is_empty()) } else { None }
    })
}

fn time(document: &Document) -> Option<String> {
    ["time[itemprop=datePublished]", "time[pubdate]", "article time[datetime]", "time[datetime]", "[itemprop=datePublished]"]
        .iter()
        .find_map(|selector| {
            let found = document.select_single(selector);
            let node = found.nodes().first()?;
            let words = node
                .attr("datetime")
                .or_else(|| node.attr("content"))
                .map_or_else(|| node.text().to_string(), |value| value.to_string());
            Some(cleaned(&words)).filter(|words| !words.is_empty())
        })
}

fn canonical(document: &Document) -> Option<String> {
    attribute(document, "link[rel=canonical]", "href")
}

fn attribute(document: &Document, selector: &str, name: &str) -> Option<String> {
    let found = document.select_single(selector);
    found.attr(name).map(|value| cleaned(&value)).filter(|value| !value.is_empty())
}

fn text(document: &Document, selector: &str) -> Option<String> {
    let found = document.select_single(selector);
    Some(cleaned_text(&found.text())).filter(|text| !text.is_empty())
}

/// Text of the tree: its entities are resolved already.
fn cleaned_text(text: &str) -> String {
    crate::text::sanitize::sanitize(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A title without the site's name behind it: `Le titre | Le Monde`, `A headline - Reuters`.
fn shorn(title: &str, outlet: Option<&str>) -> String {
    for mark in [" | ", " - ", " – ", " — ", " : ", " · "] {
        let Some((head, tail)) = title.rsplit_once(mark) else { continue };
        let named = outlet.is_some_and(|outlet| alike(tail, outlet));
        // A bar sets off nothing but names; a dash may be part of the title, and then what follows is no short name.
        let name =
            tail.split_whitespace().count() <= 4 && tail.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
        let long_enough = head.split_whitespace().count() >= 3;
        if named || mark == " | " && name && long_enough || mark != " : " && tail.contains('.') && !tail.contains(' ') {
            return shorn(head.trim_end(), outlet);
        }
    }
    title.to_owned()
}

fn alike(tail: &str, outlet: &str) -> bool {
    let plain = |text: &str| text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let (tail, outlet) = (plain(tail), plain(outlet));
    !outlet.is_empty()
        && (tail == outlet || tail.strip_suffix("fr") == Some(&outlet) || tail.strip_suffix("com") == Some(&outlet))
}

#[cfg(test)]
mod tests {
    use super::{declared, shorn};
    use dom_query::Document;

    #[test]
    fn site_names_are_cut_off_and_titles_are_not() {
        assert_eq!(shorn("La réforme est adoptée | Le Monde", None), "La réforme est adoptée");
        assert_eq!(shorn("Iran talks resume - Reuters", Some("Reuters")), "Iran talks resume");
        assert_eq!(shorn("Climat - Une année noire", Some("Le Monde")), "Climat - Une année noire");
        assert_eq!(shorn("Grève à la SNCF - lefigaro.fr", None), "Grève à la SNCF");
    }

    #[test]
    fn a_page_without_machine_readable_data_is_read_by_eye() {
        let page = Document::from(
            "<html lang=en-GB><title>Talks resume in Vienna - The Paper</title><h1>Talks resume</h1><time datetime='2020-05-16'>16 May</time></html>",
        );
        let found = declared(&page);
        assert_eq!(
            (found.title.as_deref(), found.date.as_deref(), found.lang.as_deref()),
            (Some("Talks resume"), Some("2020-05-16"), Some("en-GB"))
        );
    }
}
