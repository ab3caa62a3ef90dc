//! The view: one packed article, read in place.

mod sentence;

use std::fmt::Write as _;

use crate::model::actor::ActorIx;
use crate::model::article::{Article, ArticleId, Attributed, Block, Encoding, HeadlineOrigin, Item, Lang, Place};
use crate::model::candidate::Candidate;
use crate::model::confidence::Confidence;
use crate::model::date::{Evidence, Interval, Precision, Provenance, Publication, PublicationDate};
use crate::model::day;
use crate::model::event::Telling;
use crate::model::imprint::{Imprint, ImprintRef};
use crate::model::segment::bits::{block_of, date_of, encoding_of, event_of, evidence_of, headline_of, lang_of, provenance_of};
use crate::model::segment::columns::{FileStamp, Segment};
use crate::text::span::Span;

/// An article of a segment.
#[derive(Clone, Copy, Debug)]
pub struct ArticleRef<'a> {
    pub(super) segment: &'a Segment,
    pub(super) at: usize,
}

/// An event as it is packed: when, and which words say so. The sentence around them is [`ArticleRef::sentence_at`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackedEvent {
    /// The first day, as [`day::number`] counts.
    pub first: i32,
    /// The days behind the first.
    pub days: u32,
    /// How fine it is known.
    pub precision: Precision,
    /// The words that date it, in the body.
    pub timex: Span,
    /// How it is told.
    pub telling: Telling,
    /// The two of its actors that the article names most often.
    pub actors: [Option<ActorIx>; 2],
}

impl Segment {
    /// The article at `at`; `None` behind the last.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<ArticleRef<'_>> {
        (at < self.len()).then_some(ArticleRef { segment: self, at })
    }

    /// All articles, in order.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = ArticleRef<'_>> + DoubleEndedIterator {
        (0..self.len()).map(|at| ArticleRef { segment: self, at })
    }
}

impl PackedEvent {
    /// Whether it shares a day with a run of days, first and last included, as [`day::number`] counts.
    #[must_use]
    pub fn overlaps(&self, (first, last): (i32, i32)) -> bool {
        self.first <= last && i64::from(first) <= i64::from(self.first) + i64::from(self.days)
    }

    /// Whether it tells of one of these days, first and last included: what is known as a month or a year alone tells of none of its days or months.
    #[must_use]
    pub fn tells_of(&self, (first, last): (i32, i32)) -> bool {
        let is_around = i64::from(last) - i64::from(first) < i64::from(self.days)
            && self.first <= first
            && i64::from(last) <= i64::from(self.first) + i64::from(self.days);
        self.overlaps((first, last)) && (self.precision <= Precision::Week || !is_around)
    }

    /// The days, first and last included.
    #[must_use]
    pub fn interval(&self) -> Interval {
        let first = day::date(self.first).unwrap_or(jiff::civil::Date::MIN);
        let last = i32::try_from(self.days).ok().and_then(|days| day::date(self.first.checked_add(days)?));
        Interval { first, last: last.unwrap_or(first) }
    }
}

impl<'a> ArticleRef<'a> {
    /// Its identifier.
    #[must_use]
    pub fn id(self) -> ArticleId {
        let mut id = String::with_capacity(16);
        for byte in self.id_bytes() {
            // Writing to a string cannot fail.
            let _ = write!(id, "{byte:02x}");
        }
        if self.copy() > 1 {
            let _ = write!(id, "-{}", self.copy());
        }
        ArticleId(id.into())
    }

    /// The bytes its identifier is made of.
    #[must_use]
    pub fn id_bytes(self) -> [u8; 6] {
        self.sha256().first_chunk().copied().unwrap_or_default()
    }

    /// Which of the articles with the same bytes it is, from 1.
    #[must_use]
    pub fn copy(self) -> u32 {
        self.segment.copy.get(self.at).copied().unwrap_or(1)
    }

    /// The path of its file, as shown.
    #[must_use]
    pub fn path(self) -> &'a str {
        self.segment.path.text(self.at)
    }

    /// The line, position or number in a file that holds several articles, from 1.
    #[must_use]
    pub fn item(self) -> Option<u32> {
        self.place_of_item().map(|item| match item {
            Item::Line(item) | Item::Number(item) => item,
        })
    }

    fn place_of_item(self) -> Option<Item> {
        self.segment.item.get(self.at).copied().and_then(Item::of_bits)
    }

    /// Where it was read from.
    #[must_use]
    pub fn place(self) -> Place {
        Place::new(self.path(), self.place_of_item())
    }

    /// Its file as it was when it was read.
    #[must_use]
    pub fn stamp(self) -> FileStamp {
        let [size, modified] = self.segment.stamp.get(self.at).copied().unwrap_or_default();
        FileStamp { size, modified }
    }

    /// The headline, or the first sentence when there is none.
    #[must_use]
    pub fn title(self) -> &'a str {
        self.segment.title.text(self.at)
    }

    /// The headline, folded.
    #[must_use]
    pub fn folded_title(self) -> &'a str {
        self.segment.folded.text(self.at)
    }

    /// Where the headline comes from.
    #[must_use]
    pub fn headline(self) -> HeadlineOrigin {
        headline_of(self.kinds()[0])
    }

    /// When it was published.
    #[must_use]
    pub fn date(self) -> PublicationDate {
        self.dated().0
    }

    /// How its date is known.
    #[must_use]
    pub fn date_provenance(self) -> Provenance {
        self.dated().1
    }

    /// How sure its date is; `None` when it is not known.
    #[must_use]
    pub fn date_confidence(self) -> Option<Confidence> {
        Confidence::of(self.date(), self.date_provenance(), || self.evidence().len())
    }

    /// The reasons for its date.
    #[must_use]
    pub fn evidence(self) -> Vec<Evidence> {
        evidence_of(self.segment.evidence.text(self.at))
    }

    fn dated(self) -> (PublicationDate, Provenance) {
        date_of(self.segment.date.get(self.at).copied().unwrap_or_default())
    }

    /// The outlet.
    #[must_use]
    pub fn source(self) -> Option<&'a str> {
        Some(self.segment.source.text(self.at)).filter(|text| !text.is_empty())
    }

    /// The author or authors.
    #[must_use]
    pub fn author(self) -> Option<&'a str> {
        Some(self.segment.author.text(self.at)).filter(|text| !text.is_empty())
    }

    /// The address it was published at.
    #[must_use]
    pub fn url(self) -> Option<&'a str> {
        Some(self.segment.url.text(self.at)).filter(|text| !text.is_empty())
    }

    /// What its source states beside what every article has.
    #[must_use]
    pub(crate) fn imprint(self) -> ImprintRef<'a> {
        ImprintRef::of_packed(self.segment.imprint.text(self.at))
    }

    /// The section or rubric it stood in.
    #[must_use]
    pub fn section(self) -> Option<&'a str> {
        self.imprint().section
    }

    /// The page or pages of the printed issue.
    #[must_use]
    pub fn page(self) -> Option<&'a str> {
        self.imprint().page
    }

    /// The identifier that its source gives it.
    #[must_use]
    pub fn docid(self) -> Option<&'a str> {
        self.imprint().docid
    }

    /// The agency or service credited beside the outlet.
    #[must_use]
    pub fn credit(self) -> Option<&'a str> {
        self.imprint().credit
    }

    /// The language.
    #[must_use]
    pub fn lang(self) -> Lang {
        lang_of(self.segment.lang.get(self.at).copied().unwrap_or_default())
    }

    /// The cleaned text. Each call reads all of it; for a few words of it there is [`ArticleRef::slice`].
    #[must_use]
    pub fn body(self) -> &'a str {
        std::str::from_utf8(self.text()).unwrap_or_default()
    }

    /// What each stretch of the body is.
    pub fn blocks(self) -> impl ExactSizeIterator<Item = Block> + 'a {
        self.segment.blocks.of(self.at).iter().copied().map(block_of)
    }

    /// The stretches that count: all blocks but boilerplate and readers' comments.
    pub fn text_blocks(self) -> impl Iterator<Item = Block> + 'a {
        self.blocks().filter(|block| block.kind.counts())
    }

    /// The number of words, boilerplate left out.
    #[must_use]
    pub fn words(self) -> u32 {
        self.segment.words.get(self.at).copied().unwrap_or_default()
    }

    /// How the bytes were read.
    #[must_use]
    pub fn encoding(self) -> Encoding {
        encoding_of(self.kinds()[3], self.segment.encoding.text(self.at))
    }

    /// SHA-256 of its own original bytes.
    #[must_use]
    pub fn sha256(self) -> [u8; 32] {
        self.segment.sha256.get(self.at).copied().unwrap_or_default()
    }

    /// The actors named with their mentions, those named most often first.
    pub fn actors(self) -> impl Iterator<Item = (ActorIx, usize)> + 'a {
        let all = self.segment.actors.of(self.at).iter();
        all.filter(|[_, mentions]| *mentions > 0).map(|[actor, mentions]| (ActorIx(*actor), usize::from(*mentions)))
    }

    /// The actors that only the boilerplate names.
    pub fn aside(self) -> impl Iterator<Item = ActorIx> + 'a {
        self.segment.actors.of(self.at).iter().filter(|[_, mentions]| *mentions == 0).map(|[actor, _]| ActorIx(*actor))
    }

    /// The actors of the gazetteer that were found in it by itself, those that only the boilerplate names behind, with 0.
    pub fn named(self) -> impl Iterator<Item = (ActorIx, usize)> + 'a {
        self.segment.named.of(self.at).iter().map(|[actor, mentions]| (ActorIx(*actor), usize::from(*mentions)))
    }

    /// What else may be a name in it.
    pub fn candidates(self) -> impl Iterator<Item = Candidate> + 'a {
        self.segment.candidates.of(self.at).iter().copied().map(Candidate::of_bits)
    }

    /// Its place in its segment.
    #[must_use]
    pub fn place_in_segment(self) -> usize {
        self.at
    }

    /// Whether the actor is named.
    #[must_use]
    pub fn names(self, actor: ActorIx) -> bool {
        self.actors().any(|(named, _)| named == actor)
    }

    /// The dated events, in order of the body.
    #[must_use]
    pub fn events(self) -> impl ExactSizeIterator<Item = PackedEvent> + 'a {
        let named = self.segment.named.of(self.at);
        let actor = |at: usize| named.get(at).filter(|[_, mentions]| *mentions > 0).map(|[actor, _]| ActorIx(*actor));
        self.segment.events.of(self.at).iter().map(move |bits| {
            let (first, days, timex, precision, telling, leads) = event_of(*bits);
            PackedEvent { first, days, precision, timex, telling, actors: leads.map(|lead| actor(lead?)) }
        })
    }

    /// The words of the body at `span`; empty when the span is not of it. Nothing but these words is looked at, however long the body is.
    #[must_use]
    pub fn slice(self, span: Span) -> &'a str {
        std::str::from_utf8(self.text().get(span.range()).unwrap_or_default()).unwrap_or_default()
    }

    /// The bytes of the body at `span`, as far as it has them.
    #[must_use]
    pub fn bytes_at(self, span: Span) -> &'a [u8] {
        let text = self.text();
        text.get(span.first()..span.after().min(text.len())).unwrap_or_default()
    }

    /// The bytes of the body.
    fn text(self) -> &'a [u8] {
        let bytes = self.segment.body.of(self.at);
        bytes.strip_suffix(&[0]).unwrap_or(bytes)
    }

    /// What its lines are recognised by when they repeat over an archive.
    #[must_use]
    pub fn lines(self) -> &'a [u64] {
        self.segment.lines.of(self.at)
    }

    /// The article by itself, as it was before the analysis: expressions of time, mentions and events are not packed.
    #[must_use]
    pub fn unpack(self) -> Article {
        let [_, source, author, _] = self.kinds();
        let attributed = |text: Option<&str>, provenance: u8| {
            text.map(|text| Attributed { text: text.into(), provenance: provenance_of(provenance.into()) })
        };
        let (date, provenance) = self.dated();
        Article {
            id: self.id(),
            place: self.place(),
            title: self.title().into(),
            headline: self.headline(),
            published: Publication { date, provenance, evidence: self.evidence() },
            source: attributed(self.source(), source),
            author: attributed(self.author(), author),
            url: self.url().map(Into::into),
            imprint: Imprint::of_packed(self.segment.imprint.text(self.at)),
            lang: self.lang(),
            body: self.body().into(),
            blocks: self.blocks().collect(),
            words: self.words(),
            encoding: self.encoding(),
            sha256: self.sha256(),
            aside: self.aside().collect(),
            ..Article::default()
        }
    }

    fn kinds(self) -> [u8; 4] {
        self.segment.kinds.get(self.at).copied().unwrap_or_default()
    }
}
