//! JSON: all that is known of each annotation and its article. Read back by `import::own`; `docs/export.md` has the fields.

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use serde::Serialize;
use serde_json::Value;

use crate::export::dossier::{ArticleFacts, ExportDocument, ExportItem, ItemSubject, Section};
use crate::export::words;
use crate::model::annotation::Annotation;

/// What the file says it is.
pub const FORMAT: &str = "liseuse-annotations";
/// The version of the format; a file of a higher one is not read.
pub const VERSION: u32 = 1;

#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    version: u32,
    title: &'a str,
    archive: &'a str,
    generator: &'a str,
    sections: Vec<SectionRecord<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase", tag = "kind")]
enum SectionRecord<'a> {
    Article {
        #[serde(flatten)]
        facts: Box<FactsRecord<'a>>,
        annotations: Vec<ItemRecord<'a>>,
    },
    Actor {
        id: &'a str,
        title: &'a str,
        annotations: Vec<ItemRecord<'a>>,
    },
    Day {
        title: &'a str,
        annotations: Vec<ItemRecord<'a>>,
    },
}

#[derive(Serialize)]
struct FactsRecord<'a> {
    /// `null` when the archive does not hold the article.
    id: Option<&'a str>,
    title: &'a str,
    source: Option<&'a str>,
    author: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    credit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    docid: Option<&'a str>,
    published: Option<String>,
    published_precision: &'static str,
    published_provenance: &'static str,
    published_why: String,
    url: Option<&'a str>,
    path: &'a str,
    sha256: &'a str,
    lang: Option<&'a str>,
}

#[derive(Serialize)]
struct ItemRecord<'a> {
    #[serde(flatten)]
    annotation: &'a Annotation,
    tags: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paragraph: Option<u32>,
}

/// Whether `text` says that it is ours.
#[must_use]
pub fn is_own(text: &str) -> bool {
    serde_json::from_str(text).is_ok_and(|value: Value| says_ours(&value))
}

/// Whether `value` says that it is ours.
#[must_use]
pub fn says_ours(value: &Value) -> bool {
    value.get("format").and_then(Value::as_str) == Some(FORMAT)
}

/// The dossier as one JSON object on several lines. Its sections are written on all cores.
#[must_use]
pub fn write(dossier: &ExportDocument) -> String {
    let file = File {
        format: FORMAT,
        version: VERSION,
        title: &dossier.title,
        archive: &dossier.archive,
        generator: &dossier.generator,
        sections: Vec::new(),
    };
    let frame = pretty(&file);
    let sections: Vec<String> = dossier.sections.par_iter().map(|one| in_list(&section(one))).collect();
    let Some(head) = frame.strip_suffix("]\n}").filter(|_| !sections.is_empty()) else { return frame + "\n" };
    let mut whole = String::with_capacity(frame.len() + sections.iter().map(|section| section.len() + 6).sum::<usize>() + 8);
    whole.push_str(head);
    for (at, section) in sections.into_iter().enumerate() {
        whole.push_str(if at == 0 { "\n    " } else { ",\n    " });
        whole.push_str(&section);
    }
    whole + "\n  ]\n}\n"
}

fn pretty(value: &impl Serialize) -> String {
    // Only maps with keys that are no strings, and there are none, could fail.
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// The lines of a section as they stand in the list of sections, which is the third thing that is open there.
fn in_list(section: &SectionRecord<'_>) -> String {
    const FRAME: (&str, &str) = ("[\n  [\n    ", "\n  ]\n]");
    let lines = pretty(&[[section]]);
    // A copy, for the room that grew with the lines is twice theirs at worst.
    lines.strip_prefix(FRAME.0).and_then(|lines| lines.strip_suffix(FRAME.1)).unwrap_or_default().to_owned()
}

fn section(section: &Section) -> SectionRecord<'_> {
    let annotations = section.items.iter().map(item).collect();
    match &section.subject {
        ItemSubject::Article(known) => SectionRecord::Article { facts: Box::new(facts(known)), annotations },
        ItemSubject::Actor { id, name } => SectionRecord::Actor { id, title: name, annotations },
        ItemSubject::Day(day) => SectionRecord::Day { title: day, annotations },
    }
}

fn facts(facts: &ArticleFacts) -> FactsRecord<'_> {
    let published = facts.published.to_string();
    FactsRecord {
        id: non_empty(&facts.id),
        title: &facts.key.title,
        source: non_empty(&facts.source),
        author: non_empty(&facts.author),
        section: non_empty(&facts.section),
        page: non_empty(&facts.page),
        credit: non_empty(&facts.credit),
        docid: non_empty(&facts.docid),
        published: (!published.is_empty()).then_some(published),
        published_precision: words::precision(facts.published),
        published_provenance: facts.provenance.name(),
        published_why: words::provenance(facts),
        url: non_empty(&facts.key.url),
        path: &facts.key.path,
        sha256: &facts.key.sha256,
        lang: non_empty(&facts.lang),
    }
}

fn non_empty(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

fn item(item: &ExportItem) -> ItemRecord<'_> {
    ItemRecord {
        annotation: &item.annotation,
        tags: item.annotation.tags(),
        state: item.anchor().map(|_| item.state.name()),
        paragraph: item.paragraph,
    }
}
