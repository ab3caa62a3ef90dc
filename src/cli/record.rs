//! The JSON records that several subcommands print. Field names and their order are what scripts rely on.

use serde::Serialize;

use crate::analysis::agencies::{credits, shown, shown_kinds};
use crate::model::actor::{ActorIx, ActorTable};
use crate::model::annotation::hexadecimal;
use crate::model::archive::ArticleIx;
use crate::model::article::Lang;
use crate::model::confidence::Confidence;
use crate::model::date::Provenance;
use crate::model::imprint::ImprintRef;
use crate::model::segment::ArticleRef;
use crate::query::index::Index;
use crate::text::span::{CodePoints, Span};

/// An article without its text.
#[derive(Debug, Serialize)]
pub struct ArticleRecord<'a> {
    id: String,
    title: &'a str,
    date: Option<String>,
    date_provenance: &'static str,
    source: Option<&'a str>,
    lang: Option<String>,
    words: u32,
    path: String,
    actors: Vec<Mentioned<'a>>,
    author: Option<&'a str>,
    url: Option<&'a str>,
    #[serde(flatten)]
    imprint: ImprintRef<'a>,
    encoding: &'static str,
    sha256: String,
    date_confidence: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    date_evidence: Vec<EvidenceRecord>,
    /// The fields that a reader has corrected.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    corrected: Vec<&'static str>,
    #[serde(flatten)]
    origin: Option<OriginRecord>,
}

/// Whose text an article has.
#[derive(Clone, Debug, Serialize)]
pub struct OriginRecord {
    /// The family of near-copies it is of, by the article that leads it; `None` when there are no copies.
    family: Option<String>,
    /// The news agencies it credits.
    agency: Option<String>,
    /// How it credits each of them.
    agency_credit: Option<String>,
    /// The story it reports, by its first article.
    story: Option<String>,
}

impl OriginRecord {
    /// Where the text of the article at `ix` is from.
    #[must_use]
    pub fn of(index: &Index, ix: ArticleIx) -> Option<Self> {
        let archive = index.archive();
        let first = index.stories().story_of(ix).and_then(|story| archive.get(*story.articles.first()?));
        let leader = index.families().family_of(ix).and_then(|family| archive.get(family.leader()?));
        let credits = credits(archive.get(ix)?);
        Some(Self {
            family: leader.map(|article| article.id().to_string()),
            agency: shown(&credits),
            agency_credit: shown_kinds(&credits),
            story: first.map(|article| article.id().to_string()),
        })
    }
}

#[derive(Debug, Serialize)]
struct Mentioned<'a> {
    id: &'a str,
    name: &'a str,
    mentions: usize,
}

#[derive(Debug, Serialize)]
struct EvidenceRecord {
    words: Box<str>,
    rule: Box<str>,
}

/// An actor by its identifier and shown name.
#[derive(Debug, Serialize)]
pub struct Named<'a> {
    id: &'a str,
    name: &'a str,
}

/// A stretch of a text in Unicode code points, end exclusive.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct CodePointRange {
    /// The first code point.
    pub start: usize,
    /// The code point after the last.
    pub end: usize,
}

impl<'a> ArticleRecord<'a> {
    /// What is known of `article`, whose actors are those of `table`.
    #[must_use]
    pub fn new(article: ArticleRef<'a>, table: &'a ActorTable) -> Self {
        let date = article.date().to_string();
        let mentioned = |(ix, mentions)| table.get(ix).map(|actor| Mentioned { id: &actor.id, name: &actor.name, mentions });
        Self {
            id: article.id().to_string(),
            title: article.title(),
            date: (!date.is_empty()).then_some(date),
            date_provenance: article.date_provenance().name(),
            source: article.source(),
            lang: (article.lang() != Lang::Unknown).then(|| article.lang().to_string()),
            words: article.words(),
            path: article.place().to_string(),
            actors: article.actors().chain(article.aside().map(|ix| (ix, 0))).filter_map(mentioned).collect(),
            author: article.author(),
            url: article.url(),
            imprint: article.imprint(),
            encoding: article.encoding().name,
            sha256: hexadecimal(&article.sha256()),
            date_confidence: article.date_confidence().map(Confidence::name),
            date_evidence: evidence(article),
            corrected: Vec::new(),
            origin: None,
        }
    }

    /// The same with the fields that a reader has corrected.
    #[must_use]
    pub(crate) fn with_corrected(self, corrected: Vec<&'static str>) -> Self {
        Self { corrected, ..self }
    }

    /// It with whose text the article has.
    #[must_use]
    pub fn with_origin(self, origin: Option<OriginRecord>) -> Self {
        Self { origin, ..self }
    }
}

/// Only an inferred date needs its reasons.
fn evidence(article: ArticleRef<'_>) -> Vec<EvidenceRecord> {
    if article.date_provenance() != Provenance::Inferred {
        return Vec::new();
    }
    article.evidence().into_iter().map(|evidence| EvidenceRecord { words: evidence.words, rule: evidence.rule }).collect()
}

/// The actors at `places`, those of another table left out.
#[must_use]
pub fn named<'a>(places: &[ActorIx], table: &'a ActorTable) -> Vec<Named<'a>> {
    places.iter().filter_map(|ix| table.get(*ix)).map(|actor| Named { id: &actor.id, name: &actor.name }).collect()
}

/// `span` of the text that `points` counts, in code points.
#[must_use]
pub fn stretch(points: &mut CodePoints<'_>, span: Span) -> CodePointRange {
    let (start, end) = points.span(span);
    CodePointRange { start, end }
}

/// A share such as a salience with three decimals, so that the same value prints alike everywhere.
#[must_use]
pub fn rounded(share: f32) -> f64 {
    (f64::from(share) * 1000.0).round() / 1000.0
}
