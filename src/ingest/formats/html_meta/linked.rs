//! Linked data in a page: JSON-LD with schema.org's words, read as leniently as sites write it.
//!
//! Objects may stand in lists, in a `@graph`, inside others or in several scripts, and point to each other by `@id`.

use std::collections::HashSet;

use dom_query::Document;
use serde_json::Value;

use crate::ingest::draft::Declared;
use crate::ingest::formats::fields;
use crate::ingest::formats::fields::Record;

/// How deep objects are looked for.
const DEEPEST: usize = 8;
/// Objects that are kept: an article's page has a few dozen.
const MOST: usize = 2000;

/// The objects of a page.
#[derive(Debug, Default)]
pub(crate) struct Linked {
    records: Vec<Record>,
    /// Which of them are items of a list: articles that stand elsewhere, or all those of a page of several.
    listed: HashSet<usize>,
    article: Option<usize>,
    declared: Declared,
}

impl Linked {
    /// Reads the scripts of `document`.
    pub(crate) fn read(document: &Document) -> Self {
        let mut linked = Self::default();
        for script in document.select("script[type*='ld+json']").nodes() {
            for value in values(&script.text()) {
                gather(&value, DEEPEST, false, &mut linked);
            }
        }
        let telling = |record: &Record| ["headline", "datePublished", "articleBody"].iter().any(|key| record.contains_key(*key));
        let article = |record: &Record| is_article(record) && telling(record);
        let own = |wanted: &dyn Fn(&Record) -> bool| {
            linked.records.iter().enumerate().position(|(at, record)| !linked.listed.contains(&at) && wanted(record))
        };
        // An item of a list is the page's article only where it is the only one.
        let listed = linked.listed_articles();
        let sole = listed.first().copied().filter(|_| listed.len() == 1);
        linked.article = own(&article).or_else(|| own(&is_article)).or(sole);
        linked.declared = linked.article.and_then(|at| linked.records.get(at)).map(fields::declared).unwrap_or_default();
        linked
    }

    /// The items of lists that are articles with a headline.
    fn listed_articles(&self) -> Vec<usize> {
        let mut listed: Vec<usize> = self.listed.iter().copied().filter(|at| self.is_headed(*at)).collect();
        listed.sort_unstable();
        listed
    }

    fn is_headed(&self, at: usize) -> bool {
        self.records.get(at).is_some_and(|record| is_article(record) && record.contains_key("headline"))
    }

    /// The articles of a page of several that has none of its own: each with its text, where the page gives that to machines.
    pub(crate) fn several(&self) -> Vec<(Declared, Option<String>)> {
        let own: Vec<usize> = (0..self.records.len()).filter(|at| !self.listed.contains(at) && self.is_headed(*at)).collect();
        let chosen = match own.len() {
            0 => self.listed_articles(),
            1 => Vec::new(),
            _ => own,
        };
        let mut heads: HashSet<String> = HashSet::new();
        let records = chosen.into_iter().filter_map(|at| self.records.get(at));
        let told = records.map(|record| (self.declared_of(record), record.get("articleBody").and_then(Value::as_str)));
        told.filter(|(declared, _)| declared.title.as_ref().is_some_and(|title| heads.insert(title.clone())))
            .map(|(declared, text)| (declared, text.map(str::to_owned)))
            .collect()
    }

    /// What one article of several says of itself.
    fn declared_of(&self, record: &Record) -> Declared {
        let headline = record.get("headline").and_then(Value::as_str).map(fields::cleaned).filter(|words| !words.is_empty());
        let names = |key: &str| record.get(key).map(|value| self.names(value)).filter(|names| !names.is_empty());
        let author = names("author").map(|names| names.join(", "));
        let outlet = names("publisher").and_then(|names| names.into_iter().next());
        Declared { title: headline, author, outlet, ..fields::declared(record) }
    }

    fn article(&self) -> Option<&Record> {
        self.records.get(self.article?)
    }

    pub(super) fn title(&self) -> Option<String> {
        let headline = self.article()?.get("headline").and_then(Value::as_str).map(fields::cleaned);
        headline.filter(|headline| !headline.is_empty()).or_else(|| self.declared.title.clone())
    }

    pub(super) fn url(&self) -> Option<String> {
        self.declared.url.clone()
    }

    pub(super) fn lang(&self) -> Option<String> {
        self.declared.lang.clone()
    }

    pub(super) fn section(&self) -> Option<String> {
        self.declared.section.clone()
    }

    pub(super) fn updated(&self) -> Option<String> {
        self.declared.updated.clone()
    }

    pub(super) fn outlet(&self) -> Option<String> {
        let publisher = self.article()?.get("publisher").or_else(|| self.article()?.get("sourceOrganization"))?;
        self.names(publisher).into_iter().next()
    }

    /// When the article was published; else when the page was.
    pub(super) fn published(&self) -> Option<String> {
        let date = |record: &Record| {
            let value = record.get("datePublished").or_else(|| record.get("dateCreated"))?;
            Some(fields::cleaned(value.as_str()?)).filter(|date| !date.is_empty())
        };
        let page = |record: &&Record| types(record).any(|name| name.ends_with("WebPage") || name.ends_with("Posting"));
        self.article().and_then(date).or_else(|| self.records.iter().filter(page).find_map(date))
    }

    pub(super) fn authors(&self) -> Vec<String> {
        let author = |record: &Record| record.get("author").or_else(|| record.get("creator")).map(|author| self.names(author));
        let named = |names: &Vec<String>| !names.is_empty();
        let page = |record: &&Record| types(record).any(|name| name.ends_with("WebPage"));
        let of_page = || self.records.iter().filter(page).find_map(author).filter(named);
        let recipe = |record: &&Record| types(record).any(|name| name == "Recipe");
        let of_recipe = || self.records.iter().filter(recipe).find_map(author).filter(named);
        let sole = || Some(self.persons()).filter(|persons| persons.len() == 1);
        self.article().and_then(author).filter(named).or_else(of_page).or_else(of_recipe).or_else(sole).unwrap_or_default()
    }

    /// Whom the page calls persons, each once.
    pub(super) fn persons(&self) -> Vec<String> {
        let is_person = |record: &&Record| types(record).any(|kind| kind == "Person");
        let mut names: Vec<String> = Vec::new();
        let own = self.records.iter().enumerate().filter(|(at, _)| !self.listed.contains(at)).map(|(_, record)| record);
        for person in own.filter(is_person).filter_map(name) {
            if !names.contains(&person) {
                names.push(person);
            }
        }
        names
    }

    /// What the page says of persons.
    pub(super) fn descriptions(&self) -> Vec<String> {
        let persons = self.records.iter().filter(|record| types(record).any(|kind| kind == "Person"));
        persons.filter_map(|record| Some(fields::cleaned(record.get("description")?.as_str()?))).collect()
    }

    /// Whether the page says to machines that it is one article, or a live blog.
    pub(crate) fn is_one_article(&self) -> bool {
        self.is_live_blog()
            || self.records.iter().filter(|record| is_article(record) && record.contains_key("headline")).count() == 1
    }

    /// Whether the page says to machines that it is a live blog.
    pub(crate) fn is_live_blog(&self) -> bool {
        self.records.iter().any(|record| types(record).any(|name| name == "LiveBlogPosting"))
    }

    /// The entries of a live blog, where the page gives them to machines.
    pub(crate) fn entries(&self) -> Option<&Vec<Value>> {
        self.records.iter().find_map(|record| record.get("liveBlogUpdate")).and_then(Value::as_array)
    }

    /// The text of the article, where the page gives it to machines.
    pub(crate) fn body(&self) -> Option<&str> {
        self.article()?.get("articleBody")?.as_str()
    }

    /// The names in `value`: its own, or those of what it points to. An address is no name.
    fn names(&self, value: &Value) -> Vec<String> {
        match value {
            Value::String(words) => {
                let names = self.record(words).and_then(name).unwrap_or_else(|| fields::cleaned(words));
                vec![names].into_iter().filter(|name| !name.contains("://") && !name.is_empty()).collect()
            }
            Value::Array(list) => list.iter().flat_map(|value| self.names(value)).collect(),
            Value::Object(record) => {
                let pointed = || record.get("@id").and_then(Value::as_str).and_then(|id| self.record(id)).and_then(name);
                name(record).or_else(pointed).filter(|name| !name.contains("://")).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    fn record(&self, id: &str) -> Option<&Record> {
        let called = |record: &&Record| record.get("@id").and_then(Value::as_str) == Some(id) && record.contains_key("name");
        self.records.iter().find(called)
    }
}

/// The name of an object, which may stand in parts; some sites list several in one.
fn name(record: &Record) -> Option<String> {
    let Some(name) = record.get("name") else {
        let part = |key: &str| record.get(key).and_then(Value::as_str).map(fields::cleaned).filter(|words| !words.is_empty());
        return Some(format!("{} {}", part("givenName")?, part("familyName")?));
    };
    let words = match name {
        Value::String(name) => fields::cleaned(name),
        Value::Array(names) => names.iter().filter_map(Value::as_str).map(fields::cleaned).collect::<Vec<_>>().join(", "),
        _ => return None,
    };
    (!words.is_empty()).then_some(words)
}

fn gather(value: &Value, depth: usize, listed: bool, linked: &mut Linked) {
    /// What leads to the items of a list.
    const LISTS: &[&str] = &["itemListElement", "blogPost", "blogPosts"];
    /// What leads to works and persons the article is about, or which it only names.
    const OTHERS: &[&str] = &["itemReviewed", "citation", "mentions", "about", "isBasedOn", "comment", "review"];
    let Some(deeper) = depth.checked_sub(1).filter(|_| linked.records.len() < MOST) else { return };
    match value {
        Value::Array(list) => list.iter().for_each(|value| gather(value, deeper, listed, linked)),
        Value::Object(record) => {
            if record.contains_key("@type") || record.contains_key("@id") {
                if listed {
                    linked.listed.insert(linked.records.len());
                }
                linked.records.push(record.clone());
            }
            for (key, value) in record.iter().filter(|(_, value)| value.is_object() || value.is_array()) {
                gather(value, deeper, listed || LISTS.contains(&key.as_str()) || OTHERS.contains(&key.as_str()), linked);
            }
        }
        _ => {}
    }
}

fn types(record: &Record) -> impl Iterator<Item = &str> {
    let (one, several) = match record.get("@type") {
        Some(Value::Array(types)) => (None, types.as_slice()),
        Some(one) => (one.as_str(), &[][..]),
        None => (None, &[][..]),
    };
    one.into_iter().chain(several.iter().filter_map(Value::as_str))
}

/// Whether `@type` is schema.org's `Article` or one of its kinds.
fn is_article(record: &Record) -> bool {
    types(record).any(|name| name.ends_with("Article") || name.ends_with("BlogPosting") || name == "Report")
}

/// The JSON values of a script. Sites leave line ends inside strings, which JSON forbids, commas behind the last item, marks that
/// hide the script from old browsers, and write objects one behind the other.
fn values(script: &str) -> Vec<Value> {
    let plain: String = script.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let marks = ["/*<![CDATA[*/", "/*]]>*/", "//<![CDATA[", "//]]>", "<![CDATA[", "]]>", "<!--", "-->"];
    let plain = marks.iter().fold(plain, |text, mark| if text.contains(mark) { text.replace(mark, " ") } else { text });
    let plain = plain.trim().trim_end_matches(';');
    let read =
        |text: &str| serde_json::Deserializer::from_str(text).into_iter::<Value>().map_while(Result::ok).collect::<Vec<_>>();
    let found = read(plain);
    if found.is_empty() { read(&without_last_commas(plain)) } else { found }
}

/// `text` without commas before a closing bracket, outside strings.
fn without_last_commas(text: &str) -> String {
    let (mut kept, mut quoted, mut escaped) = (String::with_capacity(text.len()), false, false);
    for c in text.chars() {
        if !quoted && matches!(c, '}' | ']') && kept.trim_end().ends_with(',') {
            kept.truncate(kept.trim_end().len() - 1);
        }
        match c {
            '"' if !escaped => quoted = !quoted,
            _ => {}
        }
        escaped = c == '\\' && !escaped;
        kept.push(c);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{Linked, values};
    use dom_query::Document;

    #[test]
    fn graphs_references_and_careless_scripts_are_read() {
        let page = Document::from(
            r##"<script type="application/ld+json">//<![CDATA[
            {"@context":"https://schema.org","@graph":[{"@type":"WebPage","@id":"#p","datePublished":"2021-03-09T08:00:00+01:00"},
            {"@type":"NewsArticle","headline":"Un
vote","author":[{"@id":"#a"},{"@id":"https://x.example/#b"}],"publisher":{"@id":"#o"},},
            {"@type":"Person","@id":"#a","name":"Anne Martin"},{"@type":"Organization","@id":"#o","name":"La Gazette"}]}
            //]]></script>"##,
        );
        let linked = Linked::read(&page);
        assert_eq!((linked.title().as_deref(), linked.outlet().as_deref()), (Some("Un vote"), Some("La Gazette")));
        assert_eq!(linked.authors(), ["Anne Martin"]);
        assert_eq!(linked.published().as_deref(), Some("2021-03-09T08:00:00+01:00"));
        assert_eq!(values("{\"a\": \"x,]\"} {\"b\": 1}").len(), 2);
    }
}
