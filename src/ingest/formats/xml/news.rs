//! XML of the press: what agencies send (NITF, `NewsML` 1 and G2), what Factiva exports, what trafilatura writes.
//!
//! Each is told by its outermost element. TEI is `tei`'s, feeds are `feeds`'.

use crate::ingest::draft::Lines;
use crate::ingest::formats::databases::record::{SourceRecord, tidied};
use crate::ingest::formats::date;
use crate::ingest::formats::html_text;
use crate::ingest::formats::json;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::Sample;
use crate::ingest::formats::sample::Text;
use crate::ingest::formats::xml::text::lines;
use crate::ingest::formats::xml::{Element, parse};

/// Why a text is XML of the press.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    match sample.root()?.to_ascii_lowercase().as_str() {
        "ppsresponse" | "ppsarticleresponse" => Some("its outermost element is Factiva's"),
        "nitf" => Some("its outermost element is NITF's"),
        "newsmessage" | "newsitem" | "packageitem" => Some("its outermost element is NewsML-G2's"),
        "newsml" => Some("its outermost element is NewsML's"),
        "doc" | "corpus" if sample.text.contains("sitename=") || sample.text.contains("hostname=") => {
            Some("its elements have the attributes that trafilatura writes")
        }
        _ => None,
    }
}

/// Reads such a text.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let Some(root) = parse(text.text) else { return out.fail("is XML that cannot be read") };
    let (articles, one): (Vec<&Element>, bool) = match root.name.to_ascii_lowercase().as_str() {
        "nitf" | "doc" | "newsitem" => (vec![&root], true),
        "corpus" => (root.all("doc"), false),
        "newsml" => (root.all("NewsItem"), false),
        "newsmessage" => (root.all("newsItem"), false),
        _ => (root.all("article"), false),
    };
    if let Some(envelope) = root.child("header") {
        out.left_out("the envelope of the message", &envelope.text());
    }
    if articles.is_empty() {
        return out.fail("is XML of the press that holds no article");
    }
    let one = one || articles.len() == 1;
    for article in articles {
        let record = match root.name.to_ascii_lowercase().as_str() {
            "nitf" => nitf(article),
            "doc" | "corpus" => Some(trafilatura(article)),
            "newsml" => newsml(article),
            "newsmessage" | "newsitem" => newsml_g2(article, &root),
            _ => Some(factiva(article)),
        };
        match record {
            Some(record) if one => out.whole(record.finish(), text.bytes),
            Some(record) => out.next(record.finish(), article.text().as_bytes()),
            None if one => out.fail("holds no text"),
            None => out.left_out("an item without a text", &article.text()),
        }
    }
}

/// News Industry Text Format, 2.5 to 3.6.
fn nitf(root: &Element) -> Option<SourceRecord> {
    let mut record = SourceRecord::default();
    let head = root.first("body.head");
    let docdata = root.first("docdata");
    let norm = |name: &str| docdata?.first(name)?.attribute("norm").map(ToOwned::to_owned);
    let published = |name: &str| root.first("pubdata")?.attribute(name).map(ToOwned::to_owned);
    let declared = &mut record.declared;
    declared.title = head
        .and_then(|head| head.first("hl1"))
        .or_else(|| head?.first("hedline"))
        .or_else(|| root.at(&["head", "title"]))
        .and_then(Element::plain_words);
    let story = || root.first("story.date")?.attribute("norm").map(ToOwned::to_owned);
    declared.date = norm("date.issue")
        .or_else(|| published("date.publication"))
        .or_else(story)
        .or_else(|| norm("date.release"))
        .map(|date| day(&date));
    declared.section = published("position.section");
    declared.page = published("position.page");
    declared.docid =
        docdata.and_then(|data| data.first("doc-id")).and_then(|id| id.attribute("id-string")).map(ToOwned::to_owned);
    declared.lang = root.attribute("lang").or_else(|| root.child("body")?.attribute("lang")).map(ToOwned::to_owned);
    let holder = || docdata?.first("doc.copyright")?.attribute("holder").map(ToOwned::to_owned);
    let registered = || docdata?.first("doc-id")?.attribute("regsrc").map(ToOwned::to_owned);
    let distributor = head.and_then(|head| head.first("distributor")).and_then(Element::plain_words);
    declared.outlet = published("name").or(distributor).or_else(holder).or_else(registered);
    for byline in head.map(|head| head.all("byline")).unwrap_or_default() {
        byline_of(byline, &mut record);
    }
    for name in ["dateline", "note", "rights"] {
        head.into_iter().flat_map(|head| head.all(name)).filter_map(Element::plain_words).for_each(|words| record.aside(&words));
    }
    head.into_iter().flat_map(|head| head.all("hl2")).filter_map(Element::plain_words).for_each(|words| record.paragraph(&words));
    head.into_iter().flat_map(|head| head.all("abstract")).for_each(|summary| record.extend(&lines(summary)));
    let body = root.first("body.content")?;
    record.extend(&lines(body));
    root.first("body.end").and_then(Element::plain_words).into_iter().for_each(|words| record.aside(&words));
    Some(record)
}

/// A byline: the persons, or the words without what follows the name.
fn byline_of(byline: &Element, record: &mut SourceRecord) {
    let persons: Vec<String> = byline.all("person").into_iter().filter_map(Element::plain_words).collect();
    let titled = byline.first("byttl").and_then(Element::plain_words);
    let words = byline.plain_words().unwrap_or_default();
    let names = if persons.is_empty() {
        titled.as_deref().and_then(|title| words.strip_suffix(title)).unwrap_or(&words).trim().to_owned()
    } else {
        persons.join("; ")
    };
    record.sign(&names);
    if let Some(title) = titled {
        record.aside(&title);
    }
}

/// `20210309T180502Z`, `2021-03-09T18:05:02+01:00`: the day as written.
fn day(moment: &str) -> String {
    date::iso(moment).or_else(|| date::in_identifier(moment)).unwrap_or_else(|| moment.to_owned())
}

/// IPTC `NewsML-G2`: a news item.
fn newsml_g2(item: &Element, root: &Element) -> Option<SourceRecord> {
    let mut record = SourceRecord::default();
    let meta = item.child("contentMeta");
    let at = |name: &str| meta?.child(name)?.plain_words();
    let moment = |path: &[&str]| item.at(path)?.plain_words().map(|words| day(&words));
    let declared = &mut record.declared;
    declared.title = at("headline").or_else(|| item.at(&["itemMeta", "title"])?.plain_words());
    declared.date = moment(&["contentMeta", "contentCreated"])
        .or_else(|| moment(&["itemMeta", "firstCreated"]))
        .or_else(|| moment(&["itemMeta", "versionCreated"]));
    declared.updated = moment(&["contentMeta", "contentModified"]);
    declared.docid = item.attribute("guid").map(ToOwned::to_owned);
    declared.lang = item.attribute("lang").or_else(|| meta?.child("language")?.attribute("tag")).map(ToOwned::to_owned);
    let party = |party: &Element| {
        let code =
            || party.attribute("literal").or_else(|| party.attribute("qcode")?.split(':').next_back()).map(ToOwned::to_owned);
        party.child("name").and_then(Element::plain_words).or_else(code)
    };
    let provider = || item.at(&["itemMeta", "provider"]).and_then(party);
    let source = || meta?.child("infoSource").and_then(party);
    let sender = || root.at(&["header", "sender"])?.plain_words();
    declared.outlet = at("creditline").or_else(provider).or_else(source).or_else(sender);
    let creator = || meta?.child("creator").and_then(party);
    if let Some(by) = at("by").or_else(creator) {
        record.sign(&by);
    }
    for name in ["dateline", "slugline", "description"] {
        meta.into_iter().flat_map(|meta| meta.all(name)).filter_map(Element::plain_words).for_each(|words| record.aside(&words));
    }
    let text = content(item.child("contentSet")?)?;
    record.extend(&text);
    Some(record)
}

/// The text of a content set: XHTML, NITF or plain.
fn content(set: &Element) -> Option<Lines> {
    let found = set.children().find_map(|inline| match inline.name.as_str() {
        "inlineXML" => {
            let body = inline.first("body.content").or_else(|| inline.first("body")).unwrap_or(inline);
            Some(lines(body))
        }
        "inlineData" => Some(text_of(inline)),
        _ => None,
    });
    found.filter(|lines| !lines.places.is_empty())
}

/// The lines of an element that holds a text: in elements, or as one string, which may be HTML (CDATA, escaped tags).
fn text_of(element: &Element) -> Lines {
    if element.children().next().is_some() {
        return lines(element);
    }
    let text = element.text();
    let is_markup = text.trim_start().starts_with('<') && text.trim_end().ends_with('>');
    if is_markup { html_text::lines(&text) } else { json::lines(&text) }
}

/// `NewsML` 1: a news item, whose components may be nested.
fn newsml(item: &Element) -> Option<SourceRecord> {
    let mut record = SourceRecord::default();
    let words = |name: &str| item.first(name).and_then(Element::plain_words);
    let declared = &mut record.declared;
    declared.title = words("HeadLine");
    declared.date = words("FirstCreated").or_else(|| words("DateId")).map(|date| day(&date));
    declared.updated = words("ThisRevisionCreated").map(|date| day(&date));
    declared.docid = words("PublicIdentifier").or_else(|| words("NewsItemId"));
    declared.lang = item.first("Language").and_then(|lang| lang.attribute("FormalName")).map(ToOwned::to_owned);
    let provider = || item.first("Provider")?.first("Party")?.attribute("FormalName").map(ToOwned::to_owned);
    declared.outlet = words("CreditLine").or_else(provider);
    if let Some(by) = words("ByLine") {
        record.sign(&by);
    }
    for name in ["DateLine", "SlugLine", "CopyrightLine"] {
        if let Some(words) = words(name) {
            record.aside(&words);
        }
    }
    let mut told = false;
    for content in item.all("DataContent") {
        let body = content.first("body.content").or_else(|| content.first("body")).unwrap_or(content);
        let text = text_of(body);
        told |= !text.places.is_empty();
        record.extend(&text);
    }
    told.then_some(record)
}

/// An article of an answer of Factiva.
fn factiva(article: &Element) -> SourceRecord {
    let mut record = SourceRecord::default();
    let words = |name: &str| article.child(name).and_then(Element::plain_words).map(|words| tidied(&words));
    let declared = &mut record.declared;
    declared.title = words("headline");
    declared.docid = words("accessionNo");
    declared.lang = words("baseLanguage");
    declared.outlet = words("sourceName").or_else(|| words("publisherName"));
    declared.section = words("sectionName").or_else(|| words("section")).or_else(|| words("columnName"));
    declared.page = words("pages");
    declared.credit = words("credit");
    let dated = words("publicationDate").map(|date| day(&date));
    declared.date = dated.or_else(|| declared.docid.as_deref().and_then(date::in_identifier));
    if let Some(by) = words("byline") {
        record.sign(&by);
    }
    for name in ["leadParagraph", "tailParagraphs"] {
        for part in article.children().filter(|child| child.is(name)) {
            record.extend(&text_of(part));
        }
    }
    let known = [
        "headline",
        "accessionNo",
        "baseLanguage",
        "sourceName",
        "sectionName",
        "pages",
        "credit",
        "publicationDate",
        "byline",
        "leadParagraph",
        "tailParagraphs",
        "wordCount",
    ];
    let rest = article.children().filter(|child| !known.contains(&child.name.as_str()));
    rest.filter_map(Element::plain_words).for_each(|words| record.aside(&words));
    record
}

/// A document of trafilatura.
fn trafilatura(doc: &Element) -> SourceRecord {
    let mut record = SourceRecord::default();
    let said = |name: &str| doc.attribute(name).map(ToOwned::to_owned);
    let declared = &mut record.declared;
    declared.title = said("title");
    declared.author = said("author");
    declared.date = said("date");
    declared.url = said("url").or_else(|| said("source"));
    declared.outlet = said("sitename").or_else(|| said("hostname"));
    declared.section = said("categories");
    declared.lang = said("language").or_else(|| said("lang"));
    declared.docid = said("id").or_else(|| said("fingerprint"));
    for name in ["excerpt", "description", "tags", "license"] {
        if let Some(words) = said(name) {
            record.aside(&words);
        }
    }
    record.extend(&lines(doc));
    record
}

#[cfg(test)]
mod tests;
