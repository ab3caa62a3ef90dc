//! What a template sees: the dossier in words and plain fields. `docs/export.md` lists them for those who write templates.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use serde::Serialize;

use crate::export::cited_days::{ChronologyRow, chronology, in_words, picture};
use crate::export::dossier::{ArticleFacts, ExportDocument, ExportItem, ItemSubject};
use crate::export::group::{Grouping, SectionGroup, SectionPart, group};
use crate::export::manner::Manner;
use crate::export::reference::ArticleReference;
use crate::export::terms::{Terms, summary};
use crate::export::words;
use crate::model::date::{PartialDate, PublicationDate};
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
    /// The language of the dossier's own words, and those words.
    lang: &'static str,
    terms: Terms,
    /// What the dossier holds, as a sentence.
    summary: String,
    /// Whether the names of colours stand in citations, and whether proofs are written.
    show_colors: bool,
    proof: bool,
    wikilinks: bool,
    chronology: Vec<DayView>,
    /// The chronology as a picture in SVG; empty when there is none.
    picture: String,
    sources: Vec<SourceView>,
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
struct DayView {
    days: String,
    label: String,
    annotation: String,
    reference: String,
    reference_html: String,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct SourceView {
    reference: String,
    reference_html: String,
    reference_odt: String,
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
    /// The anchor that GitHub and others make of its heading.
    anchor: String,
    kind: &'static str,
    title: Cow<'a, str>,
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
    path: String,
    sha256: &'a str,
    lang: &'a str,
    published: String,
    published_words: String,
    published_precision: &'static str,
    published_provenance: &'static str,
    published_why: String,
    tags: Vec<&'a str>,
    /// The actors named in its quotations, each once.
    actors: Vec<&'a str>,
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
    /// The source of a quotation as Markdown, HTML and Org; the name of what a note on a whole is about.
    reference: String,
    reference_html: String,
    reference_org: String,
    reference_odt: String,
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
    pub fn new(dossier: &'a ExportDocument, grouping: Grouping, manner: Manner) -> Self {
        let groups = group(&dossier.sections, grouping, manner.lang);
        let colors: BTreeSet<&str> = dossier.items().filter_map(|item| item.annotation.color.as_deref()).collect();
        let is_one = matches!(&dossier.sections[..], [section] if section.facts().is_some());
        let sections = || dossier.sections.iter().map(|section| view(("", manner), &section.into(), &mut BTreeSet::new()));
        let mut shown = BTreeSet::new();
        let (rows, terms) = (chronology(dossier, manner), Terms::of(manner.lang));
        let mut view = Self {
            title: &dossier.title,
            archive: &dossier.archive,
            generator: &dossier.generator,
            tags: dossier.tags(),
            colors: colors.into_iter().collect(),
            counts: counts(dossier),
            lang: manner.lang.code(),
            summary: summary(dossier, manner.lang),
            show_colors: manner.colors,
            proof: manner.proof,
            wikilinks: manner.wikilinks,
            picture: picture(&rows, terms.chronology(), manner.lang),
            chronology: rows.into_iter().map(|row| day_view(row, manner)).collect(),
            sources: sources(dossier, manner),
            article: sections().next().filter(|_| is_one),
            sections: sections().collect(),
            groups: groups.into_iter().map(|group| of_group(group, manner, &mut shown)).collect(),
            terms,
        };
        view.set_anchors();
        view
    }

    /// Gives each section the anchor of its heading: of headings that are alike, the later ones are numbered.
    fn set_anchors(&mut self) {
        let mut slugs = Slugs::default();
        let _title = slugs.next(self.title);
        let _contents = slugs.next(self.terms.contents());
        for group in &mut self.groups {
            if !group.label.is_empty() {
                let _label = slugs.next(&group.label);
            }
            for section in &mut group.sections {
                section.anchor = slugs.next(&section.title);
            }
        }
    }
}

/// Anchors of headings as GitHub makes them: small letters, hyphens for spaces, no signs.
#[derive(Default)]
struct Slugs(HashMap<String, usize>);

impl Slugs {
    fn next(&mut self, heading: &str) -> String {
        let kept = heading.to_lowercase();
        let kept = kept.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        let slug: String = kept.map(|c| if c == ' ' { '-' } else { c }).collect();
        let nth = self.0.entry(slug.clone()).and_modify(|count| *count += 1).or_insert(0);
        if *nth == 0 { slug } else { format!("{slug}-{nth}") }
    }
}

fn day_view(row: ChronologyRow, manner: Manner) -> DayView {
    DayView {
        days: in_words(&row.day, manner.lang),
        reference: row.reference.markdown(),
        reference_html: row.reference.html(),
        label: row.day.label,
        annotation: row.annotation,
    }
}

/// The articles, in the order of their references.
fn sources(dossier: &ExportDocument, manner: Manner) -> Vec<SourceView> {
    let articles = dossier.sections.iter().filter_map(|section| section.facts());
    let source = |facts| {
        let reference = ArticleReference::of(facts, None, manner);
        SourceView { reference: reference.markdown(), reference_html: reference.html(), reference_odt: reference.odt() }
    };
    let mut sources: Vec<SourceView> = articles.map(source).collect();
    sources.sort_unstable();
    sources.dedup();
    sources
}

fn counts(dossier: &ExportDocument) -> Counts {
    Counts {
        articles: dossier.sections.iter().filter(|section| section.facts().is_some()).count(),
        highlights: dossier.items().filter(|item| item.anchor().is_some()).count(),
        notes: dossier.items().filter(|item| !item.annotation.note.is_empty()).count(),
        unsure: dossier.items().filter(|item| !words::state(item.state).is_empty()).count(),
    }
}

fn of_group<'a>(group: SectionGroup<'a>, manner: Manner, shown: &mut BTreeSet<&'a str>) -> GroupView<'a> {
    let sections = group.sections.iter().map(|part| view((&group.key, manner), part, shown)).collect();
    GroupView { zone: format!("group-{}", group.key), label: group.label, sections }
}

/// The headline, the name, or the day as the language of the dossier writes it.
fn title(subject: &ItemSubject, manner: Manner) -> Cow<'_, str> {
    match subject {
        ItemSubject::Day(day) => match PartialDate::parse(day) {
            Some(date) => Cow::Owned(words::calendar(date, manner.lang)),
            None => Cow::Borrowed(day),
        },
        other => Cow::Borrowed(other.title()),
    }
}

/// The zone of a section: that of its oldest annotation, which stays when the file of the article is renamed or edited.
fn zone(group: &str, part: &SectionPart<'_>) -> String {
    let oldest = part.items.iter().map(|item| item.annotation.id.as_str()).min().unwrap_or_default();
    let name: String = oldest.chars().filter(|sign| sign.is_alphanumeric()).collect();
    if group.is_empty() { name } else { format!("{group}-{name}") }
}

fn view<'a>((group, manner): (&str, Manner), part: &SectionPart<'a>, shown: &mut BTreeSet<&'a str>) -> SectionView<'a> {
    let rest = SectionView {
        zone: zone(group, part),
        title: title(part.subject, manner),
        tags: tags(part),
        actors: actors(part),
        items: part.items.iter().map(|item| item_view(item, (part.subject, manner), shown)).collect(),
        ..SectionView::default()
    };
    match part.subject {
        ItemSubject::Article(facts) => article(facts, manner, rest),
        ItemSubject::Actor { id, .. } => SectionView { kind: "actor", id, ..rest },
        ItemSubject::Day(_) => SectionView { kind: "day", ..rest },
    }
}

fn article<'a>(facts: &'a ArticleFacts, manner: Manner, rest: SectionView<'a>) -> SectionView<'a> {
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
        path: if manner.proof { facts.key.path.clone() } else { relative(&facts.key.path) },
        sha256: if manner.proof { &facts.key.sha256 } else { "" },
        lang: &facts.lang,
        published: facts.published.to_string(),
        published_words: if is_known { words::cited_date(facts, manner.lang) } else { String::new() },
        published_precision: words::precision(facts.published),
        published_provenance: facts.provenance.name(),
        published_why: words::provenance(facts),
        ..rest
    }
}

/// A path as it may be handed on: one from the root of the disk tells whose machine it was, so its last part alone is shown.
fn relative(path: &str) -> String {
    let is_drive = path.as_bytes().get(1) == Some(&b':') && path.as_bytes().first().is_some_and(u8::is_ascii_alphabetic);
    let is_absolute = path.starts_with(['/', '\\', '~']) || is_drive;
    let last = || path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    if is_absolute { last() } else { path.to_owned() }
}

fn actors<'a>(part: &SectionPart<'a>) -> Vec<&'a str> {
    let actors: BTreeSet<&str> = part.items.iter().flat_map(|item| &item.actors).map(|(_, name)| name.as_str()).collect();
    actors.into_iter().collect()
}

fn tags<'a>(part: &SectionPart<'a>) -> Vec<&'a str> {
    let tags: BTreeSet<&str> = part.items.iter().flat_map(|item| item.annotation.tags()).collect();
    tags.into_iter().collect()
}

fn item_view<'a>(item: &'a ExportItem, (subject, manner): (&ItemSubject, Manner), shown: &mut BTreeSet<&'a str>) -> ItemView<'a> {
    let reference = match subject {
        ItemSubject::Article(facts) => ArticleReference::of(facts, item.paragraph, manner),
        other => ArticleReference::named(&title(other, manner)),
    };
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
        state_words: if anchor.is_some() { words::state_in(item.state, manner.lang) } else { "" },
        reference: reference.markdown(),
        reference_odt: reference.odt(),
        reference_html: reference.html(),
        reference_org: reference.org(),
        actors: item.actors.iter().map(|(_, name)| name.as_str()).collect(),
        created: words::moment(annotation.created),
        modified: words::moment(annotation.modified),
        more: &annotation.more,
    }
}
