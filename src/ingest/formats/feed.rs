//! RSS and Atom feeds kept as files: each item as a record of the fields that exports of articles have.
//!
//! A scan, not an XML parser: items do not nest, and feeds in the wild are seldom well-formed.

use serde_json::{Map, Value};

/// The elements of an item and the field each becomes; the first that is there counts.
const FIELDS: &[(&str, &[&str])] = &[
    ("title", &["title"]),
    ("date", &["pubDate", "published", "dc:date", "updated"]),
    ("author", &["dc:creator", "author"]),
    ("link", &["link", "guid", "id"]),
    ("content", &["content:encoded", "content", "description", "summary"]),
];

/// The items of a feed; `None` when `xml` is none.
#[must_use]
pub fn items(xml: &str) -> Option<Vec<Value>> {
    let name = ["item", "entry"].into_iter().find(|name| element(xml, name).is_some())?;
    let (head, _) = xml.split_once(&format!("<{name}")).unwrap_or((xml, ""));
    let outlet = element(head, "title").map(|(_, title, _)| unescaped(title));
    let mut items = Vec::new();
    let mut rest = xml;
    while let Some((_, inner, behind)) = element(rest, name) {
        let mut record = Map::new();
        for (field, elements) in FIELDS {
            if let Some(text) = elements.iter().find_map(|element| field_of(inner, element)) {
                record.insert((*field).to_owned(), Value::String(text));
            }
        }
        record.extend(outlet.clone().map(|outlet| ("source".to_owned(), Value::String(outlet))));
        items.push(Value::Object(record));
        rest = behind;
    }
    Some(items)
}

fn field_of(item: &str, name: &str) -> Option<String> {
    let (attributes, inner, _) = element(item, name)?;
    let address = attributes.split_once("href=").and_then(|(_, rest)| rest.split(['"', '\'']).nth(1));
    let text = unescaped(address.filter(|_| name == "link").unwrap_or(inner));
    (!text.is_empty()).then_some(text)
}

/// The first element `name` of `xml`: its attributes, what is in it, what is behind it.
fn element<'a>(xml: &'a str, name: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut rest = xml;
    loop {
        rest = rest.split_once(&open)?.1;
        if !rest.starts_with(|c: char| c == '>' || c == '/' || c.is_ascii_whitespace()) {
            continue;
        }
        let (attributes, inner) = rest.split_once('>')?;
        if let Some(attributes) = attributes.strip_suffix('/') {
            return Some((attributes, "", inner));
        }
        let (inner, behind) = inner.split_once(&close)?;
        return Some((attributes, inner, behind));
    }
}

/// Character data: what a CDATA section holds as it stands, else with XML's own entities resolved once.
fn unescaped(text: &str) -> String {
    let text = text.trim();
    if let Some(data) = text.strip_prefix("<![CDATA[").and_then(|text| text.strip_suffix("]]>")) {
        return data.to_owned();
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::items;

    #[test]
    fn items_of_both_kinds_of_feeds_become_records() {
        let rss = items(
            "<rss><channel><title>Le Journal</title><item><title>A &amp; B</title><pubDate>Thu, 15 Aug 2013</pubDate>\
             <description>&lt;p&gt;Un&lt;/p&gt;</description></item><item><title>C</title></item></channel></rss>",
        )
        .unwrap();
        assert_eq!((rss.len(), rss[0]["title"].as_str(), rss[0]["content"].as_str()), (2, Some("A & B"), Some("<p>Un</p>")));
        assert_eq!(rss[1]["source"].as_str(), Some("Le Journal"));
        let atom = items(
            "<feed><title>J</title><entry><link href='http://x.fr/1'/><content><![CDATA[<p>a</p>]]></content></entry></feed>",
        );
        let atom = atom.unwrap();
        assert_eq!((atom[0]["link"].as_str(), atom[0]["content"].as_str()), (Some("http://x.fr/1"), Some("<p>a</p>")));
        assert_eq!(items("<svg><title>x</title></svg>"), None);
    }
}
