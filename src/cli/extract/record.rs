//! The records of `liseuse extract`: all that one article tells by itself. `docs/scale.md` has the fields.

use std::path::Path;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::analysis::actors::Gazetteer;
use crate::analysis::agencies::{credits, shown, shown_kinds};
use crate::analysis::figures::{Figure, figures};
use crate::analysis::statements::{Statement, statements};
use crate::cli::args::STANDARD;
use crate::cli::extract::lines::InputLine;
use crate::cli::extract::sketch::sketch;
use crate::cli::members::Members;
use crate::cli::record::{ArticleRecord, CodePointRange, stretch};
use crate::ingest::formats::extracted::VERSION;
use crate::ingest::jobs::one_line::{LineArticle, read_line};
use crate::model::actor::{ActorTable, Mention};
use crate::model::annotation::hexadecimal;
use crate::model::article::{Article, Attributed, Item};
use crate::model::date::{Evidence, Publication};
use crate::model::event::Event;
use crate::model::segment::{Builder, FileStamp, Filed};
use crate::text::span::{CodePoints, Span};

/// The fields of a record, in their order.
pub(super) const FIELDS: [&str; 33] = [
    "extract",
    "id",
    "title",
    "date",
    "date_provenance",
    "source",
    "lang",
    "words",
    "path",
    "actors",
    "author",
    "url",
    "section",
    "page",
    "docid",
    "credit",
    "updated",
    "encoding",
    "sha256",
    "date_confidence",
    "date_evidence",
    "agency",
    "agency_credit",
    "mentions",
    "headline_mentions",
    "dates",
    "events",
    "statements",
    "figures",
    "sketch",
    "provenance",
    "text",
    "blocks",
];

/// What is wanted of each article.
#[derive(Debug, Default)]
pub(super) struct ExtractChoice {
    /// Whether its text is.
    pub text: bool,
    /// Only these fields; all when there are none.
    pub fields: Vec<&'static str>,
}

#[derive(Serialize)]
struct ExtractRecord<'a> {
    extract: u32,
    #[serde(flatten)]
    article: ArticleRecord<'a>,
    agency: Option<String>,
    agency_credit: Option<String>,
    mentions: Vec<MentionRecord<'a>>,
    headline_mentions: Vec<MentionRecord<'a>>,
    dates: Vec<TimexRecord<'a>>,
    events: Vec<EventRecord<'a>>,
    statements: Vec<StatementRecord<'a>>,
    figures: Vec<FigureRecord<'a>>,
    sketch: Vec<u32>,
    #[serde(flatten)]
    kept: Option<KeptText<'a>>,
}

/// What `liseuse join` needs besides: the text, what each stretch of it is, and where the facts are from.
#[derive(Serialize)]
struct KeptText<'a> {
    provenance: ProvenanceRecord<'a>,
    text: &'a str,
    blocks: Vec<BlockRecord>,
}

#[derive(Serialize)]
struct ProvenanceRecord<'a> {
    headline: &'static str,
    source: Option<&'static str>,
    author: Option<&'static str>,
    date: Option<StatedDate<'a>>,
}

#[derive(Serialize)]
struct StatedDate<'a> {
    value: String,
    from: &'static str,
    evidence: Vec<StatedEvidence<'a>>,
}

#[derive(Serialize)]
struct StatedEvidence<'a> {
    words: &'a str,
    rule: &'a str,
    #[serde(flatten)]
    span: Option<CodePointRange>,
}

#[derive(Serialize)]
struct BlockRecord {
    kind: &'static str,
    #[serde(flatten)]
    span: CodePointRange,
}

#[derive(Serialize)]
struct MentionRecord<'a> {
    actor: &'a str,
    #[serde(flatten)]
    span: CodePointRange,
}

#[derive(Serialize)]
struct TimexRecord<'a> {
    #[serde(flatten)]
    span: CodePointRange,
    text: &'a str,
    r#type: &'static str,
    value: &'a str,
    first: Option<String>,
    last: Option<String>,
}

#[derive(Serialize)]
struct EventRecord<'a> {
    first: String,
    last: String,
    precision: &'static str,
    told: &'static str,
    #[serde(flatten)]
    span: CodePointRange,
    sentence: CodePointRange,
    actors: Vec<&'a str>,
}

#[derive(Serialize)]
struct StatementRecord<'a> {
    kind: &'static str,
    #[serde(flatten)]
    span: CodePointRange,
    speaker: Option<&'a str>,
    speaker_words: Option<&'a str>,
    cue: Option<&'a str>,
}

#[derive(Serialize)]
struct FigureRecord<'a> {
    #[serde(flatten)]
    span: CodePointRange,
    text: &'a str,
    value: f64,
    counted: String,
    manner: &'static str,
}

#[derive(Serialize)]
struct ErrorRecord<'a> {
    extract: u32,
    path: String,
    sha256: String,
    error: &'a str,
    bytes: u64,
}

/// The record of `line`, and whether it is that of an article.
pub(super) fn record(
    line: &InputLine,
    place: Option<(&Path, u32)>,
    chosen: &ExtractChoice,
    gazetteer: &Gazetteer,
) -> (String, bool) {
    let shown = place.map_or_else(|| STANDARD.to_owned(), |(path, _)| path.to_string_lossy().into_owned());
    let at = place.map_or_else(|| shown.clone(), |(_, number)| format!("{shown}:{number}"));
    let path = place.map_or(Path::new(STANDARD), |(path, _)| path);
    let error = |reason: &str, sha256: [u8; 32], bytes| {
        let record = ErrorRecord { extract: VERSION, error: reason, path: at.clone(), sha256: hexadecimal(&sha256), bytes };
        (written(&record, &[]), false)
    };
    match line {
        InputLine::TooLong(bytes, sha256) => {
            error("has more bytes than the limit for a line: raise it with --max-line", *sha256, *bytes)
        }
        InputLine::Whole(bytes) => {
            let item = place.map(|(_, number)| Item::Line(number));
            match read_line((path, &shown), bytes, item, gazetteer) {
                Ok(read) => (of_article(read, chosen, gazetteer.table()), true),
                Err(reason) => {
                    let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
                    error(&reason, Sha256::digest(bytes).into(), bytes.len() as u64)
                }
            }
        }
    }
}

fn of_article(LineArticle { article, stated }: LineArticle, chosen: &ExtractChoice, table: &ActorTable) -> String {
    let filed = Filed { article, stamp: FileStamp::default(), lines: Vec::new() };
    let mut builder = Builder::default();
    builder.push(&filed);
    let segment = builder.finish();
    let Some(packed) = segment.get(0) else { return String::new() };
    let article = &filed.article;
    let credits = credits(packed);
    let record = ExtractRecord {
        extract: VERSION,
        article: ArticleRecord::new(packed, table),
        agency: shown(&credits),
        agency_credit: shown_kinds(&credits),
        mentions: mentions((&article.mentions, &article.body), table),
        headline_mentions: mentions((&article.headline_mentions, &article.title), table),
        dates: dates(article),
        events: article.events.iter().map(|told| event(article, told, table)).collect(),
        statements: spoken(article, table),
        figures: counted(article),
        sketch: sketch(article),
        kept: chosen.text.then(|| kept(article, stated.as_ref())),
    };
    written(&record, &chosen.fields)
}

/// The places in a text or a headline where actors are named.
fn mentions<'a>((named, text): (&[Mention], &str), table: &'a ActorTable) -> Vec<MentionRecord<'a>> {
    let points = &mut CodePoints::new(text);
    let record =
        |mention: &Mention| Some(MentionRecord { actor: &table.get(mention.actor)?.id, span: stretch(points, mention.span) });
    named.iter().filter_map(record).collect()
}

fn dates(article: &Article) -> Vec<TimexRecord<'_>> {
    let mut points = CodePoints::new(&article.body);
    let mut records = Vec::with_capacity(article.dates.len());
    for timex in &article.dates {
        records.push(TimexRecord {
            span: stretch(&mut points, timex.span),
            text: timex.span.of(&article.body),
            r#type: timex.kind.name(),
            value: &timex.value,
            first: timex.interval.map(|days| days.first.to_string()),
            last: timex.interval.map(|days| days.last.to_string()),
        });
    }
    records
}

fn event<'a>(article: &Article, event: &Event, table: &'a ActorTable) -> EventRecord<'a> {
    let points = &mut CodePoints::new(&article.body);
    let actors = event.actors.iter().filter_map(|ix| Some(&*table.get(*ix)?.id)).collect();
    let sentence = stretch(points, event.sentence);
    EventRecord {
        first: event.interval.first.to_string(),
        last: event.interval.last.to_string(),
        precision: event.precision.name(),
        told: event.telling.outlook.name(),
        span: stretch(points, event.timex),
        sentence,
        actors,
    }
}

fn spoken<'a>(article: &'a Article, table: &'a ActorTable) -> Vec<StatementRecord<'a>> {
    let points = &mut CodePoints::new(&article.body);
    let words = |span: Option<Span>| span.map(|span| span.of(&article.body));
    let record = |statement: Statement| StatementRecord {
        kind: statement.kind.name(),
        span: stretch(points, statement.span),
        speaker: statement.speaker.and_then(|ix| table.get(ix)).map(|actor| &*actor.id),
        speaker_words: words(statement.speaker_words),
        cue: words(statement.cue),
    };
    statements(article, table).into_iter().map(record).collect()
}

fn counted(article: &Article) -> Vec<FigureRecord<'_>> {
    let points = &mut CodePoints::new(&article.body);
    let record = |Figure { span, value, noun, manner }| FigureRecord {
        span: stretch(points, span),
        text: span.of(&article.body),
        value,
        counted: noun,
        manner: manner.name(),
    };
    figures(article).into_iter().map(record).collect()
}

fn kept<'a>(article: &'a Article, stated: Option<&'a Publication>) -> KeptText<'a> {
    let points = &mut CodePoints::new(&article.body);
    let from = |attributed: &Option<Attributed>| attributed.as_ref().map(|one| one.provenance.name());
    let blocks = article.blocks.iter();
    KeptText {
        blocks: blocks.map(|block| BlockRecord { kind: block.kind.name(), span: stretch(points, block.span) }).collect(),
        text: &article.body,
        provenance: ProvenanceRecord {
            headline: article.headline.name(),
            source: from(&article.source),
            author: from(&article.author),
            date: stated.map(|stated| stated_date(stated, &article.body)),
        },
    }
}

fn stated_date<'a>(stated: &'a Publication, body: &str) -> StatedDate<'a> {
    let reason = |reason: &'a Evidence| StatedEvidence {
        words: &reason.words,
        rule: &reason.rule,
        span: reason.span.map(|span| stretch(&mut CodePoints::new(body), span)),
    };
    StatedDate {
        value: stated.date.to_string(),
        from: stated.provenance.name(),
        evidence: stated.evidence.iter().map(reason).collect(),
    }
}

/// `record` as one line of JSON, with only the fields of these names when there are any.
fn written(record: &impl Serialize, fields: &[&str]) -> String {
    // Only maps with keys that are no strings, and there are none, could fail.
    let whole = serde_json::to_string(record).unwrap_or_default();
    if fields.is_empty() {
        return whole;
    }
    Members::of(&whole).map_or_else(String::new, |members| members.only(fields))
}
