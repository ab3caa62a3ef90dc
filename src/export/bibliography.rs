//! Bibliographies: the articles of a dossier as records that reference managers read, without the quotations.
//!
//! BibTeX as in [`crate::export::bibtex`]; RIS after the specification of Research Information Systems (2001, with the tags of 2011);
//! CSL-JSON after the schema of the Citation Style Language 1.0.2.

use std::collections::HashMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::export::bibtex;
use crate::export::dossier::{ArticleFacts, ExportDocument};
use crate::model::date::{PartialDate, Provenance, PublicationDate};
use crate::text::fold::fold;

/// The line by which a file of ours is known.
const OWN: &str = "% A bibliography written by liseuse.";

/// The articles as BibTeX entries.
#[must_use]
pub fn bibtex(dossier: &ExportDocument) -> String {
    let entry = |(key, facts): (String, &ArticleFacts)| {
        let fields = [
            ("author", bibtex::names(&facts.author)),
            ("title", bibtex::text(&facts.key.title)),
            ("journal", bibtex::text(&facts.source)),
            ("date", iso(facts.published)),
            ("pages", bibtex::text(&facts.page)),
            ("url", bibtex::address(&facts.key.url)),
            ("langid", facts.lang.clone()),
            ("note", bibtex::text(&facts.section)),
        ];
        bibtex::entry(&key, &fields)
    };
    let entries: Vec<String> = keyed(dossier).into_iter().map(entry).collect();
    format!("{OWN}\n\n{}", entries.join("\n"))
}

/// Whether a BibTeX file was written here.
#[must_use]
pub fn is_own_bibtex(text: &str) -> bool {
    text.starts_with(OWN)
}

/// The articles as RIS records.
#[must_use]
pub fn ris(dossier: &ExportDocument) -> String {
    let mut out = String::new();
    for (key, facts) in keyed(dossier) {
        let (year, date) = ris_date(facts.published);
        let authors: Vec<String> = people(&facts.author).into_iter().map(|name| name.inverted()).collect();
        let mut fields = vec![("TY", "NEWS".to_owned()), ("ID", key), ("TI", facts.key.title.clone())];
        fields.extend(authors.into_iter().map(|name| ("AU", name)));
        fields.extend([
            ("T2", facts.source.clone()),
            ("PY", year),
            ("DA", date),
            ("SP", facts.page.clone()),
            ("SE", facts.section.clone()),
            ("LA", facts.lang.clone()),
            ("UR", facts.key.url.clone()),
        ]);
        for (tag, value) in fields.iter().filter(|(_, value)| !value.trim().is_empty()) {
            // A record is lines: a value is one of them.
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            // Writing to a string cannot fail.
            let _ = write!(out, "{tag}  - {value}\r\n");
        }
        out.push_str("ER  - \r\n\r\n");
    }
    out
}

/// The articles as CSL-JSON.
#[must_use]
pub fn csl_json(dossier: &ExportDocument) -> String {
    let item = |(key, facts): (String, &ArticleFacts)| {
        let mut item = json!({ "id": key, "type": "article-newspaper", "title": facts.key.title });
        let authors: Vec<Value> = people(&facts.author).iter().map(Name::csl).collect();
        let texts = [
            ("container-title", &facts.source),
            ("page", &facts.page),
            ("section", &facts.section),
            ("language", &facts.lang),
            ("URL", &facts.key.url),
        ];
        if let Some(fields) = item.as_object_mut() {
            fields.extend((!authors.is_empty()).then(|| ("author".to_owned(), Value::Array(authors))));
            fields.extend(issued(facts).map(|date| ("issued".to_owned(), date)));
            let known = texts.into_iter().filter(|(_, text)| !text.is_empty());
            fields.extend(known.map(|(name, text)| (name.to_owned(), Value::from(text.as_str()))));
        }
        item
    };
    let items: Vec<Value> = keyed(dossier).into_iter().map(item).collect();
    format!("{:#}\n", Value::Array(items))
}

/// The articles, each with a key of its own: the first long word of its author or headline, and its year.
fn keyed(dossier: &ExportDocument) -> Vec<(String, &ArticleFacts)> {
    let mut used: HashMap<String, usize> = HashMap::new();
    let articles = dossier.sections.iter().filter_map(|section| section.facts());
    let key = |facts: &ArticleFacts| {
        let named = if facts.author.is_empty() { &facts.key.title } else { &facts.author };
        let folded = fold(named);
        let word = folded.split(|c: char| !c.is_ascii_alphanumeric()).find(|word| word.len() > 3).unwrap_or("article");
        let year = iso(facts.published);
        format!("{word}{}", year.get(..4).unwrap_or_default())
    };
    articles
        .map(|facts| {
            let key = key(facts);
            let nth = used.entry(key.clone()).and_modify(|count| *count += 1).or_insert(0);
            (if *nth == 0 { key } else { format!("{key}-{}", *nth + 1) }, facts)
        })
        .collect()
}

/// A name of a byline.
struct Name {
    family: String,
    given: String,
}

impl Name {
    fn inverted(&self) -> String {
        if self.given.is_empty() { self.family.clone() } else { format!("{}, {}", self.family, self.given) }
    }

    fn csl(&self) -> Value {
        if self.given.is_empty() {
            json!({ "literal": self.family })
        } else {
            json!({ "family": self.family, "given": self.given })
        }
    }
}

/// The people of a byline. Of two words with capitals the second is the family name; what is not so plain stays one.
fn people(byline: &str) -> Vec<Name> {
    let parted = bibtex::names(byline).replace(['{', '}'], "");
    let name = |whole: &str| {
        let words: Vec<&str> = whole.split_whitespace().collect();
        let has_capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase) && !word.contains(',');
        match words.as_slice() {
            [given, family] if has_capital(given) && has_capital(family) => {
                Name { family: (*family).to_owned(), given: (*given).to_owned() }
            }
            _ => Name { family: whole.trim().to_owned(), given: String::new() },
        }
    };
    parted.split(" and ").filter(|name| !name.trim().is_empty()).map(name).collect()
}

/// A date as ISO 8601 has it; empty when it is not known.
fn iso(published: PublicationDate) -> String {
    match published {
        PublicationDate::Unknown => String::new(),
        PublicationDate::On(date) => date.to_string(),
        PublicationDate::Between(from, to) => format!("{from}/{to}"),
        PublicationDate::Since(from) => format!("{from}/.."),
    }
}

/// The year, and the date as `YYYY/MM/DD/`; both empty where it is no single one.
fn ris_date(published: PublicationDate) -> (String, String) {
    let PublicationDate::On(date) = published else { return (String::new(), String::new()) };
    let (year, month, day) = date.parts();
    let two = |part: Option<u8>| part.map(|part| format!("{part:02}")).unwrap_or_default();
    (year.to_string(), format!("{year:04}/{}/{}/", two(month), two(day)))
}

fn issued(facts: &ArticleFacts) -> Option<Value> {
    let parts = |date: PartialDate| match date.parts() {
        (year, None, _) => json!([year]),
        (year, Some(month), None) => json!([year, month]),
        (year, Some(month), Some(day)) => json!([year, month, day]),
    };
    let dates = match facts.published {
        PublicationDate::Unknown => return None,
        PublicationDate::On(date) | PublicationDate::Since(date) => json!([parts(date)]),
        PublicationDate::Between(from, to) => json!([parts(from), parts(to)]),
    };
    let is_guess = facts.provenance == Provenance::Inferred || matches!(facts.published, PublicationDate::Since(_));
    Some(if is_guess { json!({ "date-parts": dates, "circa": true }) } else { json!({ "date-parts": dates }) })
}

#[cfg(test)]
mod tests {
    use biblatex::Bibliography;
    use serde_json::Value;

    use super::{bibtex, csl_json, is_own_bibtex, ris};
    use crate::export::dossier::{ArticleFacts, ExportDocument, ItemSubject, Section};
    use crate::model::annotation::ArticleKey;
    use crate::model::date::{PartialDate, Provenance, PublicationDate};

    fn dossier() -> ExportDocument {
        let article = |title: &str, author: &str, date: Option<&str>| {
            let facts = ArticleFacts {
                key: ArticleKey { title: title.into(), url: "https://example.org/{a}".into(), ..ArticleKey::default() },
                source: "Ouest & Monde".into(),
                author: author.into(),
                lang: "fr".into(),
                published: date.and_then(PartialDate::parse).map_or(PublicationDate::Unknown, PublicationDate::On),
                provenance: Provenance::Metadata,
                ..ArticleFacts::default()
            };
            Section { subject: ItemSubject::Article(Box::new(facts)), items: Vec::new() }
        };
        let sections = vec![
            article("Le port rouvre", "Zoé Martin et Paul Gervois", Some("2011-10-23")),
            article("Le port ferme", "Zoé Martin", Some("2011-11")),
            article("Sans date", "", None),
        ];
        ExportDocument { sections, ..ExportDocument::default() }
    }

    #[test]
    fn bibtex_is_read_back_with_a_key_for_each_article() {
        let text = bibtex(&dossier());
        let read = Bibliography::parse(&text).unwrap();
        let keys: Vec<&str> = read.iter().map(|entry| entry.key.as_str()).collect();
        assert_eq!(keys, ["martin2011", "martin2011-2", "sans"]);
        assert!(is_own_bibtex(&text) && text.contains("Ouest \\& Monde"));
    }

    #[test]
    fn csl_json_has_names_and_dates_in_parts() {
        let read: Vec<Value> = serde_json::from_str(&csl_json(&dossier())).unwrap();
        assert_eq!(read[0]["issued"]["date-parts"], serde_json::json!([[2011, 10, 23]]));
        assert_eq!(read[0]["author"][1], serde_json::json!({ "family": "Gervois", "given": "Paul" }));
        assert_eq!(read[1]["issued"]["date-parts"], serde_json::json!([[2011, 11]]));
        assert!(read[2].get("issued").is_none() && read[2].get("author").is_none());
    }

    #[test]
    fn ris_has_a_line_for_each_field_and_an_end_for_each_record() {
        let text = ris(&dossier());
        assert_eq!(text.matches("ER  - \r\n").count(), 3);
        assert!(text.starts_with(
            "TY  - NEWS\r\nID  - martin2011\r\nTI  - Le port rouvre\r\nAU  - Martin, Zoé\r\nAU  - Gervois, Paul\r\n"
        ));
        assert!(text.contains("DA  - 2011/10/23/\r\n") && text.contains("DA  - 2011/11//\r\n"));
    }
}
