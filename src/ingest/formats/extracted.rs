//! Records of `liseuse extract` that kept the text: an article as it was read once, taken over without being read a second time.
//!
//! What only the analysis finds is not taken: it is found anew, so that names and repetition are settled over the whole archive. Nothing in
//! a record is believed that could harm: one that is not as the program writes it is read like any other. `json_lines` asks.

use std::iter::Peekable;
use std::str::CharIndices;

use serde::Deserialize;
use serde_json::Value;

use crate::ingest::rules::assemble::{Source, identifier};
use crate::model::article::{Article, Attributed, Block, BlockKind, Encoding, EncodingBasis, HeadlineOrigin, Lang, Place};
use crate::model::date::{Evidence, PartialDate, Provenance, Publication, PublicationDate};
use crate::model::imprint::Imprint;
use crate::text::sanitize::sanitize;
use crate::text::span::Span;

/// The version of the records, which stands in their field `extract`; one of a higher version is read like any other.
pub(crate) const VERSION: u32 = 1;

/// The fields that are taken over, and those that say why nothing is.
pub(crate) const TAKEN: [&str; 21] = [
    "extract",
    "title",
    "source",
    "lang",
    "words",
    "path",
    "author",
    "url",
    "section",
    "page",
    "docid",
    "credit",
    "updated",
    "encoding",
    "sha256",
    "provenance",
    "text",
    "blocks",
    "error",
    "id",
    "bytes",
];

#[derive(Deserialize)]
struct ExtractedRecord<'a> {
    extract: u32,
    title: &'a str,
    source: Option<&'a str>,
    author: Option<&'a str>,
    url: Option<&'a str>,
    lang: Option<&'a str>,
    section: Option<&'a str>,
    page: Option<&'a str>,
    docid: Option<&'a str>,
    credit: Option<&'a str>,
    updated: Option<&'a str>,
    words: u32,
    encoding: &'a str,
    sha256: &'a str,
    text: &'a str,
    #[serde(borrow)]
    blocks: Vec<BlockRecord<'a>>,
    #[serde(borrow)]
    provenance: ProvenanceRecord<'a>,
}

#[derive(Deserialize)]
struct BlockRecord<'a> {
    kind: &'a str,
    start: usize,
    end: usize,
}

#[derive(Deserialize)]
struct ProvenanceRecord<'a> {
    headline: &'a str,
    source: Option<&'a str>,
    author: Option<&'a str>,
    #[serde(borrow)]
    date: Option<DateRecord<'a>>,
}

#[derive(Deserialize)]
struct DateRecord<'a> {
    value: &'a str,
    from: &'a str,
    #[serde(borrow)]
    evidence: Vec<EvidenceRecord<'a>>,
}

#[derive(Deserialize)]
struct EvidenceRecord<'a> {
    words: &'a str,
    rule: &'a str,
    start: Option<usize>,
    end: Option<usize>,
}

/// The article of `value`, if it is a record that kept its text, or why no article could be extracted there; `None` for any other
/// record.
pub(super) fn read(value: &Value, source: &Source) -> Option<Result<Article, String>> {
    if value.get("extract").and_then(Value::as_u64) != Some(VERSION.into()) {
        return None;
    }
    if let Some(reason) = value.get("error").and_then(Value::as_str) {
        return Some(Err(sanitize(reason).replace('\n', " ")));
    }
    let record = ExtractedRecord::deserialize(value).ok().filter(ExtractedRecord::is_clean)?;
    article(&record, source).map(Ok)
}

impl ExtractedRecord<'_> {
    /// Whether all of its words are clean, as the program writes them.
    fn is_clean(&self) -> bool {
        let fields = [self.source, self.author, self.url, self.section, self.page, self.docid, self.credit, self.updated];
        let date = self.provenance.date.iter();
        let reasons = date.flat_map(|date| &date.evidence).flat_map(|reason| [reason.words, reason.rule]);
        let line = |words: &str| !words.contains('\n');
        let mut lines = fields.into_iter().flatten().chain([self.title]);
        self.extract == VERSION
            && lines.all(line)
            && fields.into_iter().flatten().chain([self.title, self.text]).chain(reasons).all(|words| sanitize(words) == words)
    }
}

fn article(record: &ExtractedRecord<'_>, source: &Source) -> Option<Article> {
    let sha256 = digest(record.sha256)?;
    let own = |words: Option<&str>| words.map(Into::into);
    let imprint = Imprint {
        section: own(record.section),
        page: own(record.page),
        docid: own(record.docid),
        credit: own(record.credit),
        updated: own(record.updated),
    };
    Some(Article {
        id: identifier(&sha256),
        place: Place::new(source.shown, source.item),
        title: record.title.into(),
        headline: HeadlineOrigin::named(record.provenance.headline)?,
        published: match &record.provenance.date {
            Some(date) => published(date, record.text)?,
            None => Publication::default(),
        },
        source: attributed(record.source, record.provenance.source),
        author: attributed(record.author, record.provenance.author),
        url: own(record.url),
        imprint,
        lang: record.lang.map_or(Lang::Unknown, Lang::parse),
        body: record.text.into(),
        blocks: blocks(record)?,
        words: record.words,
        encoding: encoding(record.encoding, source)?,
        sha256,
        ..Article::default()
    })
}

/// Words with where they are from; nothing where either is not known.
fn attributed(words: Option<&str>, from: Option<&str>) -> Option<Attributed> {
    Some(Attributed { text: words?.into(), provenance: provenance(from?)? })
}

fn provenance(name: &str) -> Option<Provenance> {
    use Provenance::{Dateline, Filename, Header, Inferred, Metadata};
    [Header, Metadata, Filename, Dateline, Inferred].into_iter().find(|provenance| provenance.name() == name)
}

fn published(date: &DateRecord<'_>, text: &str) -> Option<Publication> {
    let reason = |reason: &EvidenceRecord<'_>| {
        let span = match (reason.start, reason.end) {
            (Some(start), Some(end)) => Some(Bytes::new(text).span(start, end)?),
            _ => None,
        };
        Some(Evidence { words: reason.words.into(), span, rule: reason.rule.into() })
    };
    Some(Publication {
        date: PublicationDate::On(PartialDate::parse(date.value)?),
        provenance: provenance(date.from)?,
        evidence: date.evidence.iter().map(reason).collect::<Option<_>>()?,
    })
}

/// The blocks, when they are in order and all that is between them is white space.
fn blocks(record: &ExtractedRecord<'_>) -> Option<Vec<Block>> {
    let (mut bytes, mut last) = (Bytes::new(record.text), 0);
    let mut blocks = Vec::with_capacity(record.blocks.len());
    for block in &record.blocks {
        let span = bytes.span(block.start, block.end).filter(|span| !span.is_empty())?;
        let gap = record.text.get(last..span.first())?;
        if !gap.trim().is_empty() {
            return None;
        }
        last = span.after();
        blocks.push(Block { kind: BlockKind::named(block.kind)?, span });
    }
    let is_whole = record.text.get(last..)?.trim().is_empty() && blocks.iter().any(|block| block.kind.counts());
    is_whole.then_some(blocks)
}

fn encoding(name: &str, source: &Source) -> Option<Encoding> {
    if name == source.encoding.name {
        return Some(source.encoding);
    }
    let name = encoding_rs::Encoding::for_label(name.as_bytes())?.name();
    Some(Encoding { name, basis: EncodingBasis::Detected, lossy: false })
}

fn digest(hexadecimal: &str) -> Option<[u8; 32]> {
    let mut digest = [0; 32];
    if hexadecimal.len() != 2 * digest.len() {
        return None;
    }
    for (byte, pair) in digest.iter_mut().zip(hexadecimal.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(digest)
}

/// Turns code points of one text into bytes, asked in rising order.
struct Bytes<'a> {
    text: &'a str,
    rest: Peekable<CharIndices<'a>>,
    point: usize,
}

impl<'a> Bytes<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, rest: text.char_indices().peekable(), point: 0 }
    }

    fn at(&mut self, point: usize) -> Option<usize> {
        while self.point < point {
            self.rest.next()?;
            self.point += 1;
        }
        (self.point == point).then(|| self.rest.peek().map_or(self.text.len(), |(at, _)| *at))
    }

    fn span(&mut self, start: usize, end: usize) -> Option<Span> {
        let start = self.at(start)?;
        Some(Span::new(start, self.at(end)?))
    }
}

#[cfg(test)]
mod tests {
    use super::{Bytes, digest};
    use crate::text::span::Span;

    #[test]
    fn code_points_become_bytes_and_go_only_forward() {
        let mut bytes = Bytes::new("aé😀b");
        assert_eq!(bytes.span(0, 2), Some(Span::new(0, 3)));
        assert_eq!(bytes.span(3, 4), Some(Span::new(7, 8)));
        assert_eq!(bytes.span(1, 2), None);
        assert_eq!(Bytes::new("a").span(0, 2), None);
    }

    #[test]
    fn a_digest_is_sixty_four_digits() {
        assert!(digest(&"0f".repeat(32)).is_some_and(|digest| digest == [15; 32]));
        assert!(digest("0f").is_none() && digest(&"xx".repeat(32)).is_none());
    }
}
