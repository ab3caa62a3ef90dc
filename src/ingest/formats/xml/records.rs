//! Lists of articles in XML of no standard, as scripts and corpora have them: an element an article, its parts named as in any record.
//!
//! Attributes and elements are its fields. Its text is the field of that name, else what stands in it beside them. SGML, in which one article
//! stands behind the other in no element (TREC), is read so, too. XML that holds none is reported. What programs of the press write is `news`'s.

use serde_json::Value;

use crate::ingest::draft::Declared;
use crate::ingest::formats::databases::record::SourceRecord;
use crate::ingest::formats::fields::{
    Record, declared, is_field, is_summary, is_text, is_title, standfirst, stands_in, summary, text,
};
use crate::ingest::formats::html_text;
use crate::ingest::formats::json::lines;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::{Sample, Text};
use crate::ingest::formats::unread::unread;
use crate::ingest::formats::xml::text;
use crate::ingest::formats::xml::{Element, Node, parse_all};
use crate::ingest::source::format::{FileFormat, has_markup};

/// Words that a text has at least which stands in an article beside its fields.
const FEWEST: usize = 5;

/// Why a text is XML that no other reader knows.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    match sample.shape() {
        FileFormat::Xml => Some("it is XML of no kind that is known"),
        FileFormat::Plain => is_one_element(sample).then_some("it is one element with all that is in it"),
        // Its tags may be those of a page, too.
        FileFormat::Html => {
            let listed = || parse_all(sample.text).is_some_and(|root| !records(&root).0.is_empty());
            (is_one_element(sample) && listed()).then_some("its elements are named as the parts of articles")
        }
        _ => None,
    }
}

/// Whether a text opens with an element that no page has and ends with the end of one of the name.
fn is_one_element(sample: &Sample<'_>) -> bool {
    let is_of_page = |root: &&str| html_text::is_element(root) || root.eq_ignore_ascii_case("html");
    let Some(root) = sample.root().filter(|root| !is_of_page(root)) else { return false };
    let end = sample.text.trim_end().strip_suffix('>').and_then(|text| text.trim_end().strip_suffix(root));
    // The name stands there with its prefix.
    end.and_then(|text| text.rsplit_once("</")).is_some_and(|(_, prefix)| prefix.is_empty() || prefix.ends_with(':'))
}

/// Reads such a text.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let Some(root) = parse_all(text.text) else { return out.fail("is XML that cannot be read") };
    let (articles, around) = records(&root);
    if articles.is_empty() || describes_issue(&root) {
        return out.fail("is XML of a kind that holds no article");
    }
    if !around.is_empty() {
        out.left_out("what stands around the articles", &around.join(" "));
    }
    let (mut is_empty, mut lost) = (true, 0);
    for article in articles {
        let parts = Parts::of(article);
        if let Some(record) = parts.record() {
            let draft = record.finish();
            out.unread(|| unread(&Value::Object(parts.fields.clone()), &draft));
            out.next(draft, article.markup().as_bytes());
            out.left_out("codes beside the text of an article", &parts.codes.join(" "));
            is_empty = false;
        } else {
            out.left_out("an item without a text", &article.text());
            lost += 1;
        }
    }
    if is_empty {
        out.fail("is XML of a kind that holds no article");
    } else if lost > 0 {
        out.warn(&format!("items without a text, which were left out: {lost}"));
    }
}

/// Whether a text is METS or DIDL, which describe an issue and say where its pages are, or a list of feeds in OPML.
fn describes_issue(root: &Element) -> bool {
    root.children().any(|outermost| ["mets", "didl", "opml"].iter().any(|name| outermost.is(name)))
}

/// The elements that are articles; and the words that stand in none of them.
fn records(root: &Element) -> (Vec<&Element>, Vec<String>) {
    let (mut found, mut around) = (Vec::new(), Vec::new());
    gather(root, &mut found, &mut around);
    (found, around)
}

/// An element that has a headline and a day and no text may hold articles, as an issue does. The tree is no deeper than the parser lets it be.
fn gather<'a>(element: &'a Element, found: &mut Vec<&'a Element>, around: &mut Vec<String>) {
    let is_record = is_record(element);
    if is_record && has_text(element) {
        return found.push(element);
    }
    let (articles, words) = (found.len(), around.len());
    around.extend(element.own_words());
    // What a crawler exported may have texts alone.
    let is_item = |child: &Element| element.is("items") && child.is("item") && has_text(child);
    for child in element.children() {
        if is_item(child) { found.push(child) } else { gather(child, found, around) }
    }
    if is_record && found.len() == articles {
        around.truncate(words);
        found.push(element);
    }
}

/// Whether an element has the parts of an article: a headline, and a text, a summary or a day; a number of TREC and a text; or it is called a
/// text and says which one it is.
fn is_record(element: &Element) -> bool {
    // `<div title=…><article>` is a part of a page.
    if html_text::is_element(&element.name) && !element.is("article") {
        return false;
    }
    let names = || element.children().map(|child| &*child.name).chain(element.attributes.iter().map(|(name, _)| &**name));
    let titled = names().any(is_title);
    let numbered = || element.child(TREC_NUMBER).is_some() && names().any(is_text);
    let told = || {
        let is_called_so = ["doc", "document", "text"].iter().any(|name| element.is(name));
        is_called_so && element.attributes.iter().any(|(name, _)| name.eq_ignore_ascii_case("id") || is_day(name))
    };
    // Headlines of catalogues have a second line, too.
    let is_lead = |name: &str| is_summary(name) && !name.eq_ignore_ascii_case("subtitle");
    titled && names().any(|name| is_text(name) || is_lead(name) || is_day(name))
        || numbered()
        || (titled || told()) && beside(element).is_some()
        || is_listed(element)
}

/// Whether an element without a text says what article it is, as items do whose text a crawler did not get: a headline and where it stood.
fn is_listed(element: &Element) -> bool {
    let has = |is: fn(&str) -> bool| element.attributes.iter().any(|(name, value)| is(name) && !value.trim().is_empty());
    let is_placed = |name: &str| is_field(name) && !is_title(name) && !is_text(name);
    element.children().next().is_none() && has(is_title) && has(is_placed) && !html_text::is_element(&element.name)
}

/// Whether a name is that of a day.
fn is_day(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("date") || name.ends_with("date")
}

/// Whether an element holds a text of its own.
fn has_text(element: &Element) -> bool {
    element.children().any(|child| is_text(&child.name) && !is_record(child)) || beside(element).is_some()
}

/// What stands in an article beside its fields, when it is a text: words of the element itself or in paragraphs.
fn beside(element: &Element) -> Option<Element> {
    const PARAGRAPHS: [&str; 14] =
        ["p", "s", "section", "sec", "ab", "w", "l", "lg", "head", "seg", "para", "paragraph", "sentence", "div"];
    let is_part = |child: &Element| PARAGRAPHS.iter().any(|name| child.is(name));
    let content = element.content.iter().filter_map(|node| match node {
        Node::Text(text) => Some(Node::Text(first_column(text))),
        Node::Element(child) if is_part(child) => Some(Node::Element(in_words(child))),
        Node::Element(_) => None,
    });
    let body = Element { name: "text".to_owned(), content: content.collect(), ..Element::default() };
    let words: usize = text::lines(&body).all_words().map(|line| line.split_whitespace().count()).sum();
    (words >= FEWEST).then_some(body)
}

/// The same element, the words of a vertical text alone.
fn in_words(element: &Element) -> Element {
    let content = element.content.iter().map(|node| match node {
        Node::Text(text) => Node::Text(first_column(text)),
        Node::Element(child) => Node::Element(in_words(child)),
    });
    Element { content: content.collect(), ..element.clone() }
}

/// A text with a word and what is known of it on each line, tabs between them, as corpora are indexed: the words. Any other as it is.
fn first_column(text: &str) -> String {
    let rows = || text.lines().filter(|row| !row.trim().is_empty());
    let is_vertical = rows().count() > 2 && rows().all(|row| row.contains('\t') && !row.starts_with([' ', '\t']));
    let word = |row: &str| row.split('\t').next().unwrap_or_default().to_owned();
    if is_vertical { rows().map(word).collect::<Vec<_>>().join(" ") } else { text.to_owned() }
}

/// Where a note of Evernote tells from where it was clipped; beside it what is created is the note, not the article.
const CLIPPED: &str = "note-attributes";

/// What the number of an article is called in the collections of TREC.
const TREC_NUMBER: &str = "docno";

/// The parts of an article.
#[derive(Default)]
struct Parts {
    fields: Record,
    /// Words that are in no field.
    asides: Vec<String>,
    /// Numbers, names and other single words that are in no field.
    codes: Vec<String>,
    number: Option<String>,
    /// What stands beside the fields, when it is the text.
    body: Option<Element>,
}

impl Parts {
    fn of(article: &Element) -> Self {
        let own = !article.children().any(|child| is_text(&child.name));
        let body = beside(article).filter(|_| own);
        let mut parts = Self { body, ..Self::default() };
        for (name, value) in &article.attributes {
            parts.field(name, value);
        }
        if parts.body.is_none() {
            parts.asides = article.own_words();
        }
        for child in article.children() {
            parts.child(child);
        }
        parts
    }

    fn field(&mut self, name: &str, words: &str) {
        if name.eq_ignore_ascii_case(TREC_NUMBER) && self.number.is_none() {
            self.number = Some(words.to_owned());
        }
        self.fields.entry(name.to_owned()).or_insert_with(|| Value::String(day(name, words)));
    }

    fn child(&mut self, child: &Element) {
        if self.body.as_ref().is_some_and(|body| body.children().any(|part| part.is(&child.name))) {
            return;
        }
        if child.is(CLIPPED) {
            self.fields.insert(CLIPPED.to_owned(), Value::Bool(true));
            let (address, rest): (Vec<_>, Vec<_>) = child.children().partition(|part| part.is("source-url"));
            for part in address {
                self.child(part);
            }
            for part in rest {
                self.beside(part);
            }
            return;
        }
        let known = is_field(&child.name) || is_summary(&child.name) || is_day(&child.name) || child.is(TREC_NUMBER);
        if known && !self.fields.contains_key(&child.name) {
            if let Some(words) = words_of(child) {
                self.field(&child.name, &words);
            }
        } else {
            self.beside(child);
        }
    }

    /// Takes up what is in no field: sentences stand beside the text, single words do not, and bytes are no words.
    fn beside(&mut self, element: &Element) {
        if element.attribute("encoding").is_some_and(|encoding| encoding.eq_ignore_ascii_case("base64")) {
            return;
        }
        if element.own_words().is_empty() && element.children().next().is_some() {
            return element.children().for_each(|child| self.beside(child));
        }
        let Some(words) = element.plain_words() else { return };
        let is_code = !words.contains(char::is_whitespace);
        if is_code { self.codes.push(words) } else { self.asides.push(words) }
    }

    /// The record: the text, else the summary, else the headline of a list of such; `None` where it has none.
    fn record(&self) -> Option<SourceRecord> {
        let mut record = SourceRecord::of(declared(&self.fields));
        record.declared.docid = record.declared.docid.take().or_else(|| self.number.clone());
        let body = self.body.as_ref().map(text::lines).or_else(|| text(&self.fields).map(|text| lines(&text)));
        let Declared { title, date, outlet, url, .. } = &record.declared;
        let told = [date, outlet, url].into_iter().flatten().count();
        let listed = || title.as_deref().filter(|_| told > 1).map(lines);
        let lead = standfirst(&self.fields).filter(|lead| body.as_ref().is_some_and(|body| !stands_in(lead, &body.text)));
        let body = body.or_else(|| summary(&self.fields).map(|text| lines(&text))).or_else(listed)?;
        if let Some(lead) = lead {
            record.extend(&lines(&lead));
        }
        record.extend(&body);
        for words in &self.asides {
            record.aside(words);
        }
        Some(record)
    }
}

/// The words of a field; those of a text with its paragraphs.
fn words_of(child: &Element) -> Option<String> {
    let marked = child.children().next().is_some();
    if !is_text(&child.name) {
        let named = child.child("name").filter(|_| marked && child.own_words().is_empty());
        return named.unwrap_or(child).words();
    }
    let text = if marked { child.markup() } else { first_column(&child.text()) };
    let text = if marked && !has_markup(&text) { text::lines(child).text } else { text };
    Some(text).filter(|text| !text.trim().is_empty())
}

/// A day in six digits, as the collections of TREC have it (`940304`), as ISO 8601; any other as it is.
fn day(name: &str, words: &str) -> String {
    let digits = words.trim();
    match (is_day(name) && digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.split_at(2)) {
        Some((year, rest)) => {
            let (month, day) = rest.split_at(2);
            // The collections are of the 1980s and later.
            let century = if year < "50" { "20" } else { "19" };
            format!("{century}{year}-{month}-{day}")
        }
        None => words.to_owned(),
    }
}

#[cfg(test)]
mod tests;
