//! Articles as entries of a bibliography: CSL-JSON (the data schema of CSL 1.0.2) and BibTeX. The texts stay where they are.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use crate::export::article::stated_date;
use crate::export::article_form::{ConvertedArticle, authors};
use crate::export::bibtex as entries;
use crate::model::segment::ArticleRef;
use crate::text::fold::fold;

/// CSL-JSON: an array of articles of newspapers.
pub(super) fn csl(all: &[ConvertedArticle<'_>]) -> String {
    let items: Vec<Value> = all.iter().map(|one| item(one.article)).collect();
    format!("{:#}\n", Value::Array(items))
}

fn item(article: ArticleRef<'_>) -> Value {
    let mut item = Map::new();
    item.insert("id".to_owned(), json!(article.id().to_string()));
    item.insert("type".to_owned(), json!("article-newspaper"));
    item.insert("title".to_owned(), json!(article.title()));
    let lang = article.lang().to_string();
    let known = [
        ("container-title", article.source()),
        ("URL", article.url()),
        ("section", article.section()),
        ("page", article.page()),
        ("number", article.docid()),
        ("language", Some(lang.as_str()).filter(|lang| !lang.is_empty())),
    ];
    for (name, words) in known.into_iter().filter_map(|(name, words)| Some((name, words?))) {
        item.insert(name.to_owned(), json!(words));
    }
    let authors: Vec<Value> = authors(article).into_iter().map(|name| json!({"literal": name})).collect();
    if !authors.is_empty() {
        item.insert("author".to_owned(), Value::Array(authors));
    }
    if let Some(date) = stated_date(article) {
        let parts: Option<Vec<u16>> = date.split('-').map(|part| part.parse().ok()).collect();
        let issued = parts.map_or_else(|| json!({"literal": date}), |parts| json!({"date-parts": [parts]}));
        item.insert("issued".to_owned(), issued);
    }
    Value::Object(item)
}

/// BibTeX, with keys of the author or the headline and the year, each once.
pub(super) fn bibtex(all: &[ConvertedArticle<'_>]) -> String {
    let mut keys = HashSet::new();
    all.iter().map(|one| entry(one.article, &mut keys)).collect::<Vec<_>>().join("\n")
}

fn entry(article: ArticleRef<'_>, keys: &mut HashSet<String>) -> String {
    let date = stated_date(article).unwrap_or_default();
    let named = fold(article.author().unwrap_or(article.title()));
    let word = named.split(|c: char| !c.is_ascii_alphanumeric()).find(|word| word.len() > 3).unwrap_or("article");
    let mut key = format!("{word}{}", date.get(..4).unwrap_or_default());
    if !keys.insert(key.clone()) {
        key = format!("{key}-{}", article.id());
        keys.insert(key.clone());
    }
    let lang = article.lang().to_string();
    let fields = [
        ("author", entries::names(article.author().unwrap_or_default())),
        ("title", entries::text(article.title())),
        ("journal", entries::text(article.source().unwrap_or_default())),
        ("date", date),
        ("pages", entries::text(article.page().unwrap_or_default())),
        ("url", entries::address(article.url().unwrap_or_default())),
        ("langid", lang),
    ];
    entries::entry(&key, &fields)
}
