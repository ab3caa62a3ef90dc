//! Facts as numbers and bytes, and back: what the columns of a segment hold.

use crate::model::actor::ActorIx;
use crate::model::article::{Block, BlockKind, Encoding, EncodingBasis, HeadlineOrigin, Lang};
use crate::model::date::{Evidence, PartialDate, Precision, Provenance, PublicationDate};
use crate::model::day;
use crate::model::event::{Event, Outlook, Telling};
use crate::text::span::Span;

/// Kind and provenance, and the two dates.
pub(super) fn date_bits(date: PublicationDate, provenance: Provenance) -> [u32; 3] {
    let (kind, from, to) = match date {
        PublicationDate::Unknown => (0, 0, 0),
        PublicationDate::On(date) => (1, date.bits(), 0),
        PublicationDate::Between(from, to) => (2, from.bits(), to.bits()),
        PublicationDate::Since(from) => (3, from.bits(), 0),
    };
    [kind | (provenance as u32) << 8, from, to]
}

/// The publication date of [`date_bits`], and its provenance.
pub(super) fn date_of([kind, from, to]: [u32; 3]) -> (PublicationDate, Provenance) {
    let date = match (kind & 0xff, PartialDate::from_bits(from), PartialDate::from_bits(to)) {
        (1, Some(date), _) => PublicationDate::On(date),
        (2, Some(from), Some(to)) => PublicationDate::Between(from, to),
        (3, Some(from), _) => PublicationDate::Since(from),
        _ => PublicationDate::Unknown,
    };
    (date, provenance_of(kind >> 8))
}

/// The provenance with the number `number`.
pub(super) fn provenance_of(number: u32) -> Provenance {
    use Provenance::{Dateline, Filename, Header, Inferred, Metadata, Unknown, User};
    let all = [User, Header, Metadata, Filename, Dateline, Inferred];
    all.into_iter().find(|one| *one as u32 == number).unwrap_or(Unknown)
}

/// The origin of a headline with the number `number`.
pub(super) fn headline_of(number: u8) -> HeadlineOrigin {
    let all = [HeadlineOrigin::Metadata, HeadlineOrigin::FirstLine, HeadlineOrigin::User];
    all.into_iter().find(|one| *one as u8 == number).unwrap_or(HeadlineOrigin::FirstSentence)
}

pub(super) fn lang_code(lang: Lang) -> [u8; 4] {
    let mut code = [0; 4];
    for (to, from) in code.iter_mut().zip(lang.to_string().bytes()) {
        *to = from;
    }
    code
}

/// The language of [`lang_code`].
pub(super) fn lang_of(code: [u8; 4]) -> Lang {
    match code {
        [b'f', b'r', 0, 0] => Lang::Fr,
        [b'e', b'n', 0, 0] => Lang::En,
        [0, ..] => Lang::Unknown,
        [a, b, c, _] => Lang::Other([a, b, c]),
    }
}

pub(super) fn encoding_bits(Encoding { basis, lossy, .. }: Encoding) -> u8 {
    basis as u8 | u8::from(lossy) << 7
}

/// The encoding of [`encoding_bits`] and its name, where that is not UTF-8.
pub(super) fn encoding_of(bits: u8, name: &str) -> Encoding {
    use EncodingBasis::{Declared, Detected, Mark, Valid};
    let basis = [Mark, Declared, Detected].into_iter().find(|one| *one as u8 == bits & 0x7f).unwrap_or(Valid);
    let named = encoding_rs::Encoding::for_label(name.as_bytes()).map(encoding_rs::Encoding::name);
    Encoding { name: named.unwrap_or(Encoding::default().name), basis, lossy: bits & 0x80 != 0 }
}

/// Separates the fields of a piece of evidence, and pieces. Cleaned text holds neither.
const FIELD: u8 = 0x1f;
const RECORD: u8 = 0x1e;

pub(super) fn evidence_bytes(evidence: &[Evidence]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for Evidence { words, span, rule } in evidence {
        let place = span.map(|span| format!("{} {}", span.start, span.end)).unwrap_or_default();
        for (field, end) in [(words.as_bytes(), FIELD), (rule.as_bytes(), FIELD), (place.as_bytes(), RECORD)] {
            bytes.extend_from_slice(field);
            bytes.push(end);
        }
    }
    bytes
}

/// The evidence of [`evidence_bytes`].
pub(super) fn evidence_of(text: &str) -> Vec<Evidence> {
    let piece = |record: &str| {
        let mut fields = record.split(char::from(FIELD));
        let (words, rule, place) = (fields.next()?.into(), fields.next()?.into(), fields.next()?);
        let ends = place.split_once(' ').and_then(|(start, end)| Some((start.parse().ok()?, end.parse().ok()?)));
        Some(Evidence { words, rule, span: ends.map(|(start, end)| Span { start, end }) })
    };
    text.split_terminator(char::from(RECORD)).filter_map(piece).collect()
}

const BLOCKS: [BlockKind; 6] =
    [BlockKind::Headline, BlockKind::Paragraph, BlockKind::Heading, BlockKind::Caption, BlockKind::Furniture, BlockKind::Comment];
/// The bits of a block's length; the kind stands above them.
const LENGTH_BITS: u32 = 29;

pub(super) fn block_bits(Block { kind, span }: &Block) -> [u32; 2] {
    [span.start, (*kind as u32) << LENGTH_BITS | (span.end - span.start)]
}

/// The block of [`block_bits`].
pub(super) fn block_of([start, length]: [u32; 2]) -> Block {
    let kind = BLOCKS.into_iter().find(|kind| *kind as u32 == length >> LENGTH_BITS).unwrap_or(BlockKind::Paragraph);
    let end = start.saturating_add(length & ((1 << LENGTH_BITS) - 1));
    Block { kind, span: Span { start, end } }
}

const PRECISIONS: [Precision; 8] = [
    Precision::Day,
    Precision::Week,
    Precision::Month,
    Precision::Season,
    Precision::Half,
    Precision::Year,
    Precision::Decade,
    Precision::Century,
];
/// The bits of the days behind the first; how the event is told stands above them.
const DAYS_BITS: u32 = 24;
/// The bits of the length of the dating words.
const WORDS_BITS: u32 = 9;
/// The number of no actor.
const NOBODY: u32 = 0xff;

/// Who is named: the places of two actors among those of the article, the most often named first.
pub(super) type Leads = [Option<usize>; 2];

/// First day; days behind it and how it is told; first byte of the dating words; their length, the precision, the place in the
/// body and who is named.
pub(super) fn event_bits(event: &Event, leads: Leads) -> [u32; 4] {
    let first = day::number(event.interval.first);
    let days = day::number(event.interval.last).abs_diff(first).min((1 << DAYS_BITS) - 1);
    let Telling { outlook, place, sentences, dated_in_full, is_aside } = event.telling;
    let sentences = u32::from(sentences.clamp(1, 16) - 1);
    let told = u32::from(dated_in_full) | u32::from(is_aside) << 1 | (outlook as u32) << 2 | sentences << 4;
    let length = (event.timex.end - event.timex.start).min((1 << WORDS_BITS) - 1);
    let [one, other] = leads.map(|lead| lead.and_then(|at| u32::try_from(at).ok()).map_or(NOBODY, |at| at.min(NOBODY)));
    let packed = length | (event.precision as u32) << 9 | u32::from(place.min(15)) << 12 | one << 16 | other << 24;
    [first.cast_unsigned(), days | told << DAYS_BITS, event.timex.start, packed]
}

/// The parts of [`event_bits`]: first day, days behind it, the dating words, precision, how it is told, who is named.
pub(super) fn event_of([first, days, start, packed]: [u32; 4]) -> (i32, u32, Span, Precision, Telling, Leads) {
    let precision = packed >> 9 & 0x7;
    let precision = PRECISIONS.into_iter().find(|one| *one as u32 == precision).unwrap_or(Precision::Century);
    let bits = |number: u32, mask: u8| u8::try_from(number & u32::from(mask)).unwrap_or(mask);
    let told = days >> DAYS_BITS;
    let telling = Telling {
        outlook: OUTLOOKS.into_iter().find(|one| *one as u32 == told >> 2 & 0x3).unwrap_or_default(),
        place: bits(packed >> 12, 0xf),
        sentences: bits(told >> 4, 0xf) + 1,
        dated_in_full: told & 1 == 1,
        is_aside: told & 2 == 2,
    };
    let leads = [packed >> 16, packed >> 24].map(|lead| lead & NOBODY);
    let leads = leads.map(|lead| (lead < NOBODY).then_some(lead as usize));
    let words = Span { start, end: start.saturating_add(packed & ((1 << WORDS_BITS) - 1)) };
    (first.cast_signed(), days & ((1 << DAYS_BITS) - 1), words, precision, telling, leads)
}

const OUTLOOKS: [Outlook; 3] = [Outlook::Past, Outlook::Future, Outlook::Planned];

/// An actor with the number of its mentions.
pub fn actor_bits((actor, count): (ActorIx, usize)) -> [u16; 2] {
    [actor.0, u16::try_from(count).unwrap_or(u16::MAX)]
}
