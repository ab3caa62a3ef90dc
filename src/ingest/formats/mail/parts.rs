//! The parts of a message: which hold its text, in which version, and what is attached to it.
//!
//! Of two versions of a text the one in HTML is taken where it says more, else the plain one; words that only the other has are left
//! out and told. Text in HTML is read whole: a letter of several articles has no single one to look for.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use mailparse::body::Body;
use mailparse::{DispositionType, MailHeaderMap as _, ParsedMail, parse_mail};

use crate::ingest::draft::{Break, Lines};
use crate::ingest::formats::html_text;
use crate::ingest::formats::mail::written;
use crate::ingest::source::decode::decode;
use crate::model::article::{BlockKind, Encoding, EncodingBasis};
use crate::text::sanitize::sanitize;

/// Messages inside messages beyond this are attachments.
const DEEPEST: usize = 8;

/// What the parts of a message give.
#[derive(Debug, Default)]
pub(crate) struct MailText {
    /// The text.
    pub(crate) lines: Lines,
    /// The text of its plain part as it stands, which may be an export of a press database.
    pub(crate) plain: Option<String>,
    /// The markup of its part in HTML, which may be one too.
    pub(crate) markup: Option<String>,
    /// What is attached: name, kind and size of each.
    pub(crate) attached: Vec<String>,
    /// Words that are left out, and what they are.
    pub(crate) left_out: Vec<(&'static str, String)>,
    /// How the bytes of the text were read.
    pub(crate) encoding: Option<Encoding>,
    /// Whether the text was in HTML.
    is_html: bool,
}

/// Goes through the parts of a message.
pub(crate) fn gather(mail: &ParsedMail<'_>) -> MailText {
    let mut found = MailText::default();
    found.take(mail, 0);
    found
}

impl MailText {
    fn take(&mut self, part: &ParsedMail<'_>, depth: usize) {
        let kind = part.ctype.mimetype.as_str();
        if kind.starts_with("multipart/") && !part.subparts.is_empty() {
            let parts: Vec<Self> = part.subparts.iter().map(|part| Self::of(part, depth)).collect();
            if kind == "multipart/alternative" {
                return self.take_best(parts);
            }
            for part in parts {
                self.add(part);
            }
            return;
        }
        let is_attached = part.get_content_disposition().disposition == DispositionType::Attachment;
        match kind {
            "message/rfc822" | "message/global" if depth < DEEPEST => self.passed_on(part, depth),
            _ if is_attached => self.attached.push(described(part)),
            "text/html" | "application/xhtml+xml" => self.html(part),
            "text/calendar" | "text/x-vcard" | "text/vcard" | "text/css" | "text/csv" => self.attached.push(described(part)),
            _ if ["text/", "multipart/", "message/"].iter().any(|head| kind.starts_with(head)) => self.written(part),
            _ if kind.starts_with("image/") && part.headers.get_first_value("Content-ID").is_some() => {
                self.left_out.push(("a picture in the text", described(part)));
            }
            _ => self.attached.push(described(part)),
        }
    }

    fn of(part: &ParsedMail<'_>, depth: usize) -> Self {
        let mut found = Self::default();
        found.take(part, depth);
        found
    }

    /// Adds the text of `more` behind this one, and what belongs to it.
    fn add(&mut self, more: Self) {
        for (at, line) in more.lines.places.iter().enumerate() {
            let set_off = if at == 0 { Break::Gap } else { line.set_off };
            self.lines.push(more.lines.words(line), set_off, line.kind);
        }
        self.plain = self.plain.take().or(more.plain);
        self.markup = match (self.markup.take(), more.markup) {
            (Some(one), Some(other)) => Some(one + &other),
            (one, other) => one.or(other),
        };
        self.encoding = self.encoding.or(more.encoding);
        self.is_html |= more.is_html;
        self.attached.extend(more.attached);
        self.left_out.extend(more.left_out);
    }

    /// Adds the best of several versions of one text.
    fn take_best(&mut self, versions: Vec<Self>) {
        let best =
            versions.iter().enumerate().max_by_key(|(at, version)| (version.worth(), std::cmp::Reverse(*at))).map(|(at, _)| at);
        let kept: BTreeSet<String> =
            best.and_then(|best| versions.get(best)).map(|best| words(&best.lines).collect()).unwrap_or_default();
        for (at, mut version) in versions.into_iter().enumerate() {
            if Some(at) != best {
                let lost: Vec<String> = words(&version.lines).filter(|word| !kept.contains(word)).collect();
                version.left_out.push(("another version of the message", lost.join(" ")));
                let Self { attached, left_out, markup, .. } = version;
                // Only in markup the documents of an export are told apart.
                version = Self { markup, attached, left_out, ..Self::default() };
            }
            self.add(version);
        }
    }

    /// How much a version of a text says: its words without addresses. A plain version is easier to read than the one in HTML made from
    /// the same words, unless it is cut up by addresses.
    fn worth(&self) -> usize {
        let all = self.lines.all_words().flat_map(str::split_whitespace);
        let (mut said, mut addresses) = (0, 0);
        for word in all {
            if word.contains("://") { addresses += 1 } else { said += 1 }
        }
        let crowded = addresses * 40 > said;
        said * if self.is_html || crowded { 10 } else { 12 }
    }

    fn html(&mut self, part: &ParsedMail<'_>) {
        let html = self.decoded(part);
        self.is_html = true;
        self.lines.extend(&html_text::lines(&html), None);
        self.markup = Some(html);
    }

    fn written(&mut self, part: &ParsedMail<'_>) {
        let text = self.decoded(part);
        let flowed = part.ctype.params.get("format").is_some_and(|format| format.eq_ignore_ascii_case("flowed"));
        let lines = written::lines(&text, flowed);
        self.lines.extend(&lines, None);
        self.plain = Some(text);
    }

    /// A message inside the message, under its subject.
    fn passed_on(&mut self, part: &ParsedMail<'_>, depth: usize) {
        let raw = bytes(part);
        let Ok(inner) = parse_mail(&raw) else { return self.attached.push(described(part)) };
        let said = |name: &str| inner.headers.get_first_value(name).map(|value| sanitize(&value).trim().to_owned());
        if let Some(subject) = said("Subject").filter(|subject| !subject.is_empty()) {
            self.lines.push(&subject, Break::Gap, Some(BlockKind::Heading));
        }
        for words in ["From", "Date"].into_iter().filter_map(said).filter(|words| !words.is_empty()) {
            self.lines.push(&words, Break::Line, Some(BlockKind::Furniture));
        }
        self.add(Self { plain: None, markup: None, ..Self::of(&inner, depth + 1) });
    }

    fn decoded(&mut self, part: &ParsedMail<'_>) -> String {
        let (text, encoding) = text(part);
        self.encoding.get_or_insert(encoding);
        text
    }
}

/// The words of `text` that `markup` has not.
pub(crate) fn others(text: &str, markup: &str) -> String {
    let known: BTreeSet<String> = words(&html_text::lines(markup)).collect();
    let parts =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !known.contains(&word.to_lowercase()));
    parts.collect::<Vec<_>>().join(" ")
}

fn words(lines: &Lines) -> impl Iterator<Item = String> {
    let parts = lines.all_words().flat_map(|line| line.split(|c: char| !c.is_alphanumeric()));
    parts.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// What a part is, for a person: `report.pdf (application/pdf, 12 KiB)`.
fn described(part: &ParsedMail<'_>) -> String {
    let disposition = part.get_content_disposition();
    let name = disposition.params.get("filename").or_else(|| part.ctype.params.get("name"));
    let name = name.map_or("unnamed", String::as_str);
    let size = bytes(part).len().div_ceil(1024);
    sanitize(&format!("{name} ({}, {size} KiB)", part.ctype.mimetype)).into_owned()
}

/// The text of a part, and how its bytes were read: as the part says, unless the bytes say otherwise.
pub(crate) fn text(part: &ParsedMail<'_>) -> (String, Encoding) {
    let bytes = bytes(part);
    let label = part.ctype.charset.trim();
    // No standard for pages knows UTF-7 (RFC 2152), which old mail is in.
    if label.to_ascii_lowercase().ends_with("utf-7")
        && let Ok(text) = part.get_body()
    {
        return (text, Encoding { name: "UTF-7", basis: EncodingBasis::Declared, lossy: false });
    }
    // Programs write `us-ascii` where nobody chose anything.
    let declared = encoding_rs::Encoding::for_label(label.as_bytes()).filter(|_| !label.eq_ignore_ascii_case("us-ascii"));
    // Letters of UTF-8 are hardly ever others of one byte each, whatever the part says.
    let is_utf8 = !bytes.is_ascii() && std::str::from_utf8(&bytes).is_ok();
    let declared = declared.filter(|encoding| !(is_utf8 && encoding.is_single_byte()));
    if let Some(encoding) = declared {
        let (text, _, lossy) = encoding.decode(&bytes);
        if !lossy {
            let name = encoding.name();
            let basis = if name == "UTF-8" { Encoding::default().basis } else { EncodingBasis::Declared };
            return (text.into_owned(), Encoding { name, basis, lossy });
        }
    }
    match decode(&bytes) {
        Some(decoded) => (decoded.text.into_owned(), decoded.encoding),
        None => (String::from_utf8_lossy(&bytes).into_owned(), Encoding { lossy: true, ..Encoding::default() }),
    }
}

/// The bytes of a part, decoded. What is broken in base64 costs no more than itself.
fn bytes(part: &ParsedMail<'_>) -> Vec<u8> {
    match (part.get_body_raw(), part.get_body_encoded()) {
        (Ok(bytes), _) => bytes,
        (Err(_), Body::Base64(body)) => from_base64(body.get_raw()),
        (Err(_), Body::QuotedPrintable(body)) => body.get_raw().to_vec(),
        (Err(_), Body::SevenBit(body) | Body::EightBit(body)) => body.get_raw().to_vec(),
        (Err(_), Body::Binary(body)) => body.get_raw().to_vec(),
    }
}

fn from_base64(raw: &[u8]) -> Vec<u8> {
    const LENIENT: GeneralPurpose = GeneralPurpose::new(
        &STANDARD,
        GeneralPurposeConfig::new()
            .with_decode_padding_mode(DecodePaddingMode::Indifferent)
            .with_decode_allow_trailing_bits(true),
    );
    let digits: Vec<u8> =
        raw.iter().copied().filter(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/')).collect();
    // One digit alone is less than a byte.
    let whole = if digits.len() % 4 == 1 { digits.len() - 1 } else { digits.len() };
    LENIENT.decode(digits.get(..whole).unwrap_or_default()).unwrap_or_default()
}
