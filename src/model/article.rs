//! One article: its cleaned body, what is known about it and how, and what the analysis found in it.

use std::fmt;

use crate::model::actor::{ActorIx, Mention, counted};
use crate::model::candidate::Candidate;
use crate::model::date::{Provenance, Publication, Timex};
use crate::model::event::Event;
use crate::model::imprint::Imprint;
use crate::text::span::Span;

/// The identifier of an article: the first 48 bits of its bytes' SHA-256 in hexadecimal, the same on every machine.
///
/// Two articles of one archive with the same bytes are told apart by a suffix: `94fb8d0e30f7-2`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub Box<str>);

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Where an article was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The path as the person gave it or as the walk found it, readable on a terminal even when it is not UTF-8.
    pub path: Box<str>,
    /// The line (JSON Lines), the position in an array (JSON) or the number, counted from 1, when the file holds several articles.
    pub item: Option<u32>,
    /// Whether that is the number among the articles of the file, not a line or a position of the text.
    pub numbered: bool,
}

impl Place {
    /// The place of `item` of the file at `path`.
    #[must_use]
    pub fn new(path: &str, item: Option<Item>) -> Self {
        let (item, numbered) = match item {
            Some(Item::Line(line)) => (Some(line), false),
            Some(Item::Number(number)) => (Some(number), true),
            None => (None, false),
        };
        Self { path: path.into(), item, numbered }
    }

    /// Which one it is of the articles of its file.
    #[must_use]
    pub fn which(&self) -> Option<Item> {
        self.item.map(|item| if self.numbered { Item::Number(item) } else { Item::Line(item) })
    }
}

/// Which of the articles of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// By its line (JSON Lines) or its position in an array (JSON), counted from 1.
    Line(u32),
    /// By its number among the articles of the file, counted from 1.
    Number(u32),
}

impl Item {
    /// The bit that tells a number from a line.
    const NUMBERED: u32 = 1 << 31;

    /// It as bits; never 0.
    #[must_use]
    pub fn bits(self) -> u32 {
        match self {
            Self::Line(line) => line & !Self::NUMBERED,
            Self::Number(number) => number | Self::NUMBERED,
        }
    }

    /// The item of [`Item::bits`]; `None` for 0.
    #[must_use]
    pub fn of_bits(bits: u32) -> Option<Self> {
        let count = bits & !Self::NUMBERED;
        let item = if bits == count { Self::Line(count) } else { Self::Number(count) };
        (count > 0).then_some(item)
    }
}

impl fmt::Display for Place {
    /// `folder/file.txt`, `file.jsonl:1742` or `export.html#17`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.which() {
            Some(Item::Line(line)) => f.pad(&format!("{}:{line}", self.path)),
            Some(Item::Number(number)) => f.pad(&format!("{}#{number}", self.path)),
            None => f.pad(&self.path),
        }
    }
}

/// Where the headline comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum HeadlineOrigin {
    /// Front matter, HTML or JSON says it; it is not in the body.
    Metadata,
    /// The first line of the text, a [`BlockKind::Headline`] of the body.
    FirstLine,
    /// There is none: the first sentence stands in for it.
    #[default]
    FirstSentence,
    /// The reader said so, whatever stands in the text.
    User,
}

impl HeadlineOrigin {
    /// All of them.
    const ALL: [Self; 4] = [Self::Metadata, Self::FirstLine, Self::FirstSentence, Self::User];

    /// The word that JSON has for it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Metadata => "metadata",
            Self::FirstLine => "first-line",
            Self::FirstSentence => "first-sentence",
            Self::User => "user",
        }
    }

    /// The origin that [`Self::name`] gives as `name`.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|origin| origin.name() == name)
    }
}

/// A piece of metadata with where it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attributed {
    /// The words, cleaned.
    pub text: Box<str>,
    /// Where they were found.
    pub provenance: Provenance,
}

/// The language of a body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// French.
    Fr,
    /// English.
    En,
    /// Another language, by its ISO 639 code in lower case, padded with a zero byte when it has two letters.
    Other([u8; 3]),
    /// Not known.
    #[default]
    Unknown,
}

impl Lang {
    /// Reads an ISO 639 code or a BCP 47 tag such as `fr-FR`.
    #[must_use]
    pub fn parse(tag: &str) -> Self {
        let code = tag.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        match code.as_str() {
            "fr" | "fra" | "fre" => Self::Fr,
            "en" | "eng" => Self::En,
            _ => match *code.as_bytes() {
                [a @ b'a'..=b'z', b @ b'a'..=b'z'] => Self::Other([a, b, 0]),
                [a @ b'a'..=b'z', b @ b'a'..=b'z', c @ b'a'..=b'z'] => Self::Other([a, b, c]),
                _ => Self::Unknown,
            },
        }
    }

    /// Whether all nouns begin with a capital, as in German and Luxembourgish.
    #[must_use]
    pub fn has_noun_capitals(self) -> bool {
        let Self::Other(code) = self else { return false };
        [*b"de\0", *b"lb\0", *b"deu", *b"ger", *b"ltz"].contains(&code)
    }
}

impl fmt::Display for Lang {
    /// The ISO 639 code; empty when unknown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fr => f.pad("fr"),
            Self::En => f.pad("en"),
            Self::Other(code) => f.pad(&String::from_utf8_lossy(code).replace('\0', "")),
            Self::Unknown => f.pad(""),
        }
    }
}

/// How the bytes of a file were read as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Encoding {
    /// The name in the WHATWG Encoding Standard, such as `UTF-8` or `windows-1252`.
    pub name: &'static str,
    /// How it was chosen.
    pub basis: EncodingBasis,
    /// Whether some bytes had no meaning in it and show as `�`.
    pub lossy: bool,
}

impl Default for Encoding {
    fn default() -> Self {
        Self { name: "UTF-8", basis: EncodingBasis::Valid, lossy: false }
    }
}

/// How an encoding was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EncodingBasis {
    /// The bytes are valid UTF-8, which other encodings hardly ever are by chance.
    Valid,
    /// A byte order mark says so.
    Mark,
    /// The document says so.
    Declared,
    /// It was guessed from the bytes.
    Detected,
}

/// What a stretch of the body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The headline, when it stands in the text.
    Headline,
    /// A paragraph of the article.
    Paragraph,
    /// A heading inside the text.
    Heading,
    /// A caption or credit of a picture: names and dates in it count.
    Caption,
    /// What the page prints around the article: kept and dimmed, never counted, searched or dated.
    Furniture,
    /// What readers wrote below the article: kept and folded, never counted or dated, searched only when it is asked for.
    Comment,
}

impl BlockKind {
    /// Whether a block of this kind is of the article: its words are counted, searched and dated.
    #[must_use]
    pub fn counts(self) -> bool {
        !matches!(self, Self::Furniture | Self::Comment)
    }

    /// All kinds.
    const ALL: [Self; 6] = [Self::Headline, Self::Paragraph, Self::Heading, Self::Caption, Self::Furniture, Self::Comment];

    /// The word that JSON has for it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Paragraph => "paragraph",
            Self::Heading => "heading",
            Self::Caption => "caption",
            Self::Furniture => "furniture",
            Self::Comment => "comment",
        }
    }

    /// The kind that [`Self::name`] gives as `name`.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A stretch of the body, one or more lines. Blocks are in order, do not overlap, and cover all but white space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it is in the body.
    pub span: Span,
}

/// One article of an archive.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// Its identifier.
    pub id: ArticleId,
    /// Where it was read from.
    pub place: Place,
    /// The headline, or the first sentence when there is none.
    pub title: Box<str>,
    /// Where the headline comes from.
    pub headline: HeadlineOrigin,
    /// When it was published.
    pub published: Publication,
    /// The outlet that published it.
    pub source: Option<Attributed>,
    /// The author or authors, as signed.
    pub author: Option<Attributed>,
    /// The address it was published at.
    pub url: Option<Box<str>>,
    /// What its source states beside.
    pub imprint: Imprint,
    /// The language.
    pub lang: Lang,
    /// The cleaned text.
    pub body: Box<str>,
    /// What each stretch of the body is.
    pub blocks: Vec<Block>,
    /// The number of words, boilerplate left out.
    pub words: u32,
    /// How the bytes were read.
    pub encoding: Encoding,
    /// SHA-256 of the article's own original bytes: the file, or its line of a JSON Lines file.
    pub sha256: [u8; 32],
    /// The expressions of time, in order of the body.
    pub dates: Vec<Timex>,
    /// The places where actors are named, in order of the body.
    pub mentions: Vec<Mention>,
    /// The places in the headline where actors are named, where it is no part of the body; in order.
    pub headline_mentions: Vec<Mention>,
    /// Actors that only the boilerplate names, such as the links to other articles: listed, never counted, never a facet.
    pub aside: Vec<ActorIx>,
    /// What else may be a name in the text, for the whole archive to tell.
    pub candidates: Vec<Candidate>,
    /// The dated sentences, in order of the body.
    pub events: Vec<Event>,
}

impl Article {
    /// The stretches of one kind.
    pub fn blocks_of(&self, kind: BlockKind) -> impl Iterator<Item = Span> {
        self.blocks.iter().filter(move |block| block.kind == kind).map(|block| block.span)
    }

    /// The stretches that count: all blocks but boilerplate and readers' comments.
    pub fn text_blocks(&self) -> impl Iterator<Item = Block> {
        self.blocks.iter().copied().filter(|block| block.kind.counts())
    }

    /// The actors named in the headline and the text, each once, those named most often first.
    #[must_use]
    pub fn actors(&self) -> Vec<(ActorIx, usize)> {
        counted(self.headline_mentions.iter().chain(&self.mentions).map(|mention| (mention.actor, 1)))
    }

    /// Whether the actor is named in the headline or the text.
    #[must_use]
    pub fn names(&self, actor: ActorIx) -> bool {
        self.headline_mentions.iter().chain(&self.mentions).any(|mention| mention.actor == actor)
    }

    /// Whole minutes it takes to read at 200 words a minute, at least one.
    ///
    /// Readers of the standardised `IReST` texts read 195 (French) and 228 (English) words a minute on average:
    /// S. Trauzettel-Klosinski and K. Dietz, Investigative Ophthalmology & Visual Science 53 (2012).
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.words.div_ceil(200).max(1)
    }
}
