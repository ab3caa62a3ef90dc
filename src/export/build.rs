//! Compiling: the annotations that were chosen, with what the archive knows of their articles, in the order to be read.

use std::collections::BTreeMap;
use std::fmt;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::export::cited_days::days_in;
use crate::export::dossier::{ArticleFacts, ExportDocument, ExportItem, ItemSubject, Section};
use crate::model::actor::{ActorTable, Mention};
use crate::model::anchor::AnchorState;
use crate::model::annotation::{Annotation, ArticleKey, Target};
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::{BlockKind, Lang};
use crate::model::date::Provenance;
use crate::model::segment::ArticleRef;
use crate::text::span::Span;

/// An annotation that was chosen, and where it was found.
#[derive(Clone, Debug, PartialEq)]
pub struct LocatedAnnotation {
    /// The annotation as it is kept.
    pub annotation: Annotation,
    /// Its article; `None` when the archive does not hold it, or for a note on an actor or a day.
    pub article: Option<ArticleIx>,
    /// How well it has found its place again.
    pub state: AnchorState,
    /// The passage in the body as it is now; `None` when it has no place.
    pub span: Option<Span>,
}

/// What is asked of the passages beside the words that were marked. Finding it takes most of the time of a large export.
#[derive(Clone, Copy)]
pub struct PassageFacts<'a> {
    /// What names actors in an article.
    pub naming: &'a (dyn Fn(ArticleRef<'_>) -> Vec<Mention> + Sync),
    /// Whether the days that passages tell of are wanted.
    pub days: bool,
}

impl fmt::Debug for PassageFacts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PassageFacts").field("days", &self.days).finish_non_exhaustive()
    }
}

/// What a section is about, and the key that orders the sections.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Heading {
    /// By its place among the articles chosen.
    Article(usize),
    /// An article that the archive does not hold, by path and bytes.
    Absent(String, String),
    Actor(String),
    Day(String),
}

/// The sections for `found`. Articles come in the order of `rows`, in which each article of `found` should be; then articles that
/// the archive does not hold, actors, and days.
#[must_use]
pub fn sections(archive: &Archive, rows: &[ArticleIx], found: Vec<LocatedAnnotation>, asked: PassageFacts<'_>) -> Vec<Section> {
    let places: BTreeMap<ArticleIx, usize> = rows.iter().enumerate().map(|(place, ix)| (*ix, place)).collect();
    let mut filed: BTreeMap<Heading, Vec<LocatedAnnotation>> = BTreeMap::new();
    for one in found {
        filed.entry(heading(&one, &places)).or_default().push(one);
    }
    let filed: Vec<Vec<LocatedAnnotation>> = filed.into_values().collect();
    filed.into_par_iter().filter_map(|found| section(archive, found, asked)).collect()
}

/// A section without annotations for each article of `rows`, for a bibliography.
#[must_use]
pub fn bare_sections(archive: &Archive, rows: &[ArticleIx]) -> Vec<Section> {
    let section = |article| Section { subject: ItemSubject::Article(Box::new(facts(article))), items: Vec::new() };
    rows.iter().filter_map(|ix| archive.get(*ix)).map(section).collect()
}

/// `sections` under a title, as a dossier of this program.
#[must_use]
pub fn dossier(title: &str, archive: &str, sections: Vec<Section>) -> ExportDocument {
    let generator = concat!("liseuse ", env!("CARGO_PKG_VERSION")).to_owned();
    ExportDocument { title: title.to_owned(), archive: archive.to_owned(), generator, sections }
}

fn heading(found: &LocatedAnnotation, places: &BTreeMap<ArticleIx, usize>) -> Heading {
    match (&found.annotation.target, found.article) {
        (Target::Actor { id }, _) => Heading::Actor(id.clone()),
        (Target::Day { day }, _) => Heading::Day(day.clone()),
        (Target::Passage { .. } | Target::Article { .. }, Some(ix)) => {
            // An article that is not among the rows comes behind them, in the order of the archive.
            Heading::Article(places.get(&ix).copied().unwrap_or(usize::MAX / 2 + ix.0 as usize))
        }
        (Target::Passage { article, .. } | Target::Article { article }, None) => {
            Heading::Absent(article.path.clone(), article.sha256.clone())
        }
    }
}

fn section(archive: &Archive, mut found: Vec<LocatedAnnotation>, asked: PassageFacts<'_>) -> Option<Section> {
    found.sort_by(|a, b| order(a).cmp(&order(b)));
    let first = found.first()?;
    let article = first.article.and_then(|ix| archive.get(ix));
    let subject = match &first.annotation.target {
        Target::Actor { id } => ItemSubject::Actor { id: id.clone(), name: name_of(archive.actors(), id) },
        Target::Day { day } => ItemSubject::Day(day.clone()),
        Target::Passage { article: key, .. } | Target::Article { article: key } => ItemSubject::Article(Box::new(
            article.map_or_else(|| ArticleFacts { key: (**key).clone(), ..ArticleFacts::default() }, facts),
        )),
    };
    let mentions = article.map(asked.naming).unwrap_or_default();
    let days = |article: ArticleRef<'_>, span| if asked.days { days_in(article, span) } else { Vec::new() };
    let item = |found: LocatedAnnotation| ExportItem {
        paragraph: article.zip(found.span).and_then(|(article, span)| paragraph(article, span)),
        days: article.zip(found.span).map(|(article, span)| days(article, span)).unwrap_or_default(),
        actors: found.span.map(|span| named(archive.actors(), &mentions, span)).unwrap_or_default(),
        state: found.state,
        annotation: found.annotation,
    };
    Some(Section { subject, items: found.into_iter().map(item).collect() })
}

/// Notes on the whole come first, then passages by place, then those without one by where they once stood.
fn order(found: &LocatedAnnotation) -> (u8, u32, u32, &str) {
    let id = found.annotation.id.as_str();
    match (&found.annotation.target, found.span) {
        (Target::Passage { .. }, Some(span)) => (1, span.start, span.end, id),
        (Target::Passage { anchor, .. }, None) => (2, anchor.start, anchor.end, id),
        _ => (0, 0, 0, id),
    }
}

fn name_of(actors: &ActorTable, id: &str) -> String {
    actors.by_id(id).map_or(id, |ix| actors.name(ix)).to_owned()
}

fn facts(article: ArticleRef<'_>) -> ArticleFacts {
    let evidence = article.evidence().into_iter().next().filter(|_| article.date_provenance() == Provenance::Inferred);
    ArticleFacts {
        key: ArticleKey::from(article),
        id: article.id().to_string(),
        source: article.source().unwrap_or_default().to_owned(),
        author: article.author().unwrap_or_default().to_owned(),
        section: article.section().unwrap_or_default().to_owned(),
        page: article.page().unwrap_or_default().to_owned(),
        credit: article.credit().unwrap_or_default().to_owned(),
        docid: article.docid().unwrap_or_default().to_owned(),
        published: article.date(),
        provenance: article.date_provenance(),
        evidence: evidence.map(|evidence| format!("“{}” ({})", evidence.words, evidence.rule)).unwrap_or_default(),
        lang: if article.lang() == Lang::Unknown { String::new() } else { article.lang().to_string() },
    }
}

/// The paragraph that `span` begins in, or the last before it, from 1; boilerplate, captions and headings are not counted.
fn paragraph(article: ArticleRef<'_>, span: Span) -> Option<u32> {
    let before = |block: &crate::model::article::Block| block.kind == BlockKind::Paragraph && block.span.start <= span.start;
    u32::try_from(article.blocks().filter(before).count()).ok().filter(|count| *count > 0)
}

/// The actors named inside `span`, each once, in the order of the text.
fn named(actors: &ActorTable, mentions: &[Mention], span: Span) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for mention in mentions.iter().filter(|mention| mention.span.overlaps(span)) {
        let named = actors.get(mention.actor).map(|actor| (actor.id.to_string(), actors.name(mention.actor).to_owned()));
        found.extend(named.filter(|actor| !found.contains(actor)));
    }
    found
}
