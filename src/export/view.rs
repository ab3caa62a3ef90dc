//! What a template sees: the dossier in words and plain fields. `docs/export.md` lists them for those who write templates.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::export::dossier::{ArticleFacts, ExportDocument, ExportItem, ItemSubject};
use crate::export::group::{Grouping, SectionGroup, SectionPart, group};
use crate::export::words;
use crate::model::date::PublicationDate;
use crate::model::property::Exported;

/// The whole.
#[derive(Debug, Serialize)]
pub struct DocumentView<'a> {
    title: &'a str,
    archive: &'a str,
    generator: &'a str,
    tags: Vec<&'a str>,
    colors: Vec<&'a str>,
    counts: Counts,
    /// The one article, when there is one and nothing else.
    article: Option<SectionView<'a>>,
    /// All sections, ungrouped.
    sections: Vec<SectionView<'a>>,
    groups: Vec<GroupView<'a>>,
}

#[derive(Debug, Default, Serialize)]
struct Counts {
    articles: usize,
    highlights: usize,
    notes: usize,
    /// Quotations that do not stand in the text as they were marked.
    unsure: usize,
}

#[derive(Debug, Serialize)]
struct GroupView<'a> {
    /// The name of the zone of its heading.
    zone: String,
    label: String,
    sections: Vec<SectionView<'a>>,
}

#[derive(Debug, Default, Serialize)]
struct SectionView<'a> {
    /// The name of its zone.
    zone: String,
    kind: &'static str,
    title: &'a str,
    id: &'a str,
    source: &'a str,
    author: &'a str,
    section: &'a str,
    page: &'a str,
    credit: &'a str,
    docid: &'a str,
    /// Section and page as a citation gives them; empty when neither is known.
    printed: String,
    url: &'a str,
    path: &'a str,
    sha256: &'a str,
    lang: &'a str,
    published: String,
    published_words: String,
    published_precision: &'static str,
    published_provenance: &'static str,
    published_why: String,
    tags: Vec<&'a str>,
    items: Vec<ItemView<'a>>,
}

#[derive(Debug, Serialize)]
struct ItemView<'a> {
    id: &'a str,
    /// The identifier of its block; empty where the annotation stands a second time.
    block: &'a str,
    /// The words marked; `None` for a note on a whole.
    quote: Option<&'a str>,
    prefix: &'a str,
    suffix: &'a str,
    color: &'a str,
    note: &'a str,
    tags: Vec<&'a str>,
    paragraph: Option<u32>,
    state: &'static str,
    state_words: &'static str,
    actors: Vec<&'a str>,
    created: String,
    modified: String,
    /// What else the table of properties has exported.
    #[serde(flatten)]
    more: &'a Exported,
}

impl<'a> DocumentView<'a> {
    /// The dossier as a template sees it.
    #[must_use]
    pub fn new(dossier: &'a ExportDocument, grouping: Grouping) -> Self {
        let groups = group(&dossier.sections, grouping);
        let colors: BTreeSet<&str> = dossier.items().filter_map(|item| item.annotation.color.as_deref()).collect();
        let is_one = matches!(&dossier.sections[..], [section] if section.facts().is_some());
        let sections = || dossier.sections.iter().map(|section| view("", &section.into(), &mut BTreeSet::new()));
        let mut shown = BTreeSet::new();
        Self {
            title: &dossier.title,
            archive: &dossier.archive,
            generator: &dossier.generator,
            tags: dossier.tags(),
            colors: colors.into_iter().collect(),
            counts: counts(dossier),
            article: sections().next().filter(|_| is_one),
            sections: sections().collect(),
            groups: groups.into_iter().map(|group| of_group(group, &mut shown)).collect(),
        }
    }
}

fn counts(dossier: &ExportDocument) -> Counts {
    Counts {
        articles: dossier.sections.iter().filter(|section| section.facts().is_some()).count(),
        highlights: dossier.items().filter(|item| item.anchor().is_some()).count(),
        notes: dossier.items().filter(|item| !item.annotation.note.is_empty()).count(),
        unsure: dossier.items().filter(|item| !words::state(item.state).is_empty()).count(),
    }
}

fn of_group<'a>(group: SectionGroup<'a>, shown: &mut BTreeSet<&'a str>) -> GroupView<'a> {
    let sections = group.sections.iter().map(|part| view(&group.key, part, shown)).collect();
    GroupView { zone: format!("group-{}", group.key), label: group.label, sections }
}

/// The zone of a section: that of its oldest annotation, which stays when the file of the article is renamed or edited.
fn zone(group: &str, part: &SectionPart<'_>) -> String {
    let oldest = part.items.iter().map(|item| item.annotation.id.as_str()).min().unwrap_or_default();
    let name: String = oldest.chars().filter(|sign| sign.is_alphanumeric()).collect();
    if group.is_empty() { name } else { format!("{group}-{name}") }
}

fn view<'a>(group: &str, part: &SectionPart<'a>, shown: &mut BTreeSet<&'a str>) -> SectionView<'a> {
    let rest = SectionView {
        zone: zone(group, part),
        title: part.subject.title(),
        tags: tags(part),
        items: part.items.iter().map(|item| item_view(item, shown)).collect(),
        ..SectionView::default()
    };
    match part.subject {
        ItemSubject::Article(facts) => article(facts, rest),
        ItemSubject::Actor { id, .. } => SectionView { kind: "actor", id, ..rest },
        ItemSubject::Day(_) => SectionView { kind: "day", ..rest },
    }
}

fn article<'a>(facts: &'a ArticleFacts, rest: SectionView<'a>) -> SectionView<'a> {
    let is_known = facts.published != PublicationDate::Unknown;
    SectionView {
        kind: "article",
        id: &facts.id,
        source: &facts.source,
        author: &facts.author,
        section: &facts.section,
        page: &facts.page,
        credit: &facts.credit,
        docid: &facts.docid,
        printed: words::printed(facts),
        url: &facts.key.url,
        path: &facts.key.path,
        sha256: &facts.key.sha256,
        lang: &facts.lang,
        published: facts.published.to_string(),
        published_words: if is_known { words::cited_date(facts) } else { String::new() },
        published_precision: words::precision(facts.published),
        published_provenance: facts.provenance.name(),
        published_why: words::provenance(facts),
        ..rest
    }
}

fn tags<'a>(part: &SectionPart<'a>) -> Vec<&'a str> {
    let tags: BTreeSet<&str> = part.items.iter().flat_map(|item| item.annotation.tags()).collect();
    tags.into_iter().collect()
}

fn item_view<'a>(item: &'a ExportItem, shown: &mut BTreeSet<&'a str>) -> ItemView<'a> {
    let annotation = &item.annotation;
    let anchor = item.anchor();
    ItemView {
        id: &annotation.id,
        block: if shown.insert(&annotation.id) { &annotation.id } else { "" },
        quote: anchor.map(|anchor| anchor.exact.as_str()),
        prefix: anchor.map_or("", |anchor| &anchor.prefix),
        suffix: anchor.map_or("", |anchor| &anchor.suffix),
        color: annotation.color.as_deref().unwrap_or_default(),
        note: &annotation.note,
        tags: annotation.tags(),
        paragraph: item.paragraph,
        state: if anchor.is_some() { item.state.name() } else { "" },
        state_words: if anchor.is_some() { words::state(item.state) } else { "" },
        actors: item.actors.iter().map(|(_, name)| name.as_str()).collect(),
        created: words::moment(annotation.created),
        modified: words::moment(annotation.modified),
        more: &annotation.more,
    }
}
