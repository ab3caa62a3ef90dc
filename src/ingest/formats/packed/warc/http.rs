//! What a server answered (RFC 9112), as archives keep it: status, fields, and the bytes freed of chunks and compression.

use std::borrow::Cow;
use std::io::Read;

use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use ruzstd::decoding::StreamingDecoder;

use crate::ingest::source::decode::decode;
use crate::model::article::{Encoding, EncodingBasis};

/// The bytes of a page, unpacked: more is an attack on memory.
const LARGEST: u64 = 64 << 20;

/// An answer.
pub(super) struct ServerAnswer<'a> {
    /// Its status, as `200`.
    pub(super) status: String,
    /// The kind of content, with its parameters.
    pub(super) content: String,
    chunked: bool,
    packed: String,
    body: &'a [u8],
}

impl<'a> ServerAnswer<'a> {
    /// The answer in `block`; `None` when it opens with no head.
    pub(super) fn of(block: &'a [u8]) -> Option<Self> {
        block.starts_with(b"HTTP/").then_some(())?;
        let (fields, start) = fields(block)?;
        let value = |name: &str| fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.to_ascii_lowercase());
        let line = block.split(|byte| *byte == b'\n').next().unwrap_or_default();
        Some(Self {
            status: String::from_utf8_lossy(line).split_whitespace().nth(1).unwrap_or_default().to_owned(),
            content: value("content-type").unwrap_or_default(),
            chunked: value("transfer-encoding").is_some_and(|coding| coding.contains("chunked")),
            packed: value("content-encoding").unwrap_or_default(),
            body: block.get(start..)?,
        })
    }

    /// Bytes that no server sent, of a kind that is told.
    pub(super) fn plain(body: &'a [u8], content: &str) -> Self {
        Self { status: "200".to_owned(), content: content.to_ascii_lowercase(), chunked: false, packed: String::new(), body }
    }

    /// Whether the server had what was asked for.
    pub(super) fn is_found(&self) -> bool {
        self.status.starts_with('2')
    }

    /// Whether it is a page in HTML.
    pub(super) fn is_page(&self) -> bool {
        let kind = self.content.split(';').next().unwrap_or_default().trim();
        matches!(kind, "text/html" | "application/xhtml+xml") || kind.is_empty() && self.body.trim_ascii_start().starts_with(b"<")
    }

    /// The bytes of the content.
    ///
    /// # Errors
    /// Says why they cannot be had.
    pub(super) fn bytes(&self) -> Result<Cow<'a, [u8]>, String> {
        let body = if self.chunked { joined(self.body) } else { Cow::Borrowed(self.body) };
        let packed = body.as_ref();
        match self.packed.trim() {
            "" | "identity" | "none" => return Ok(body),
            // Programs unpack what they keep and leave the field as it was.
            "gzip" | "x-gzip" if !packed.starts_with(b"\x1f\x8b") => return Ok(body),
            "gzip" | "x-gzip" => unpacked(MultiGzDecoder::new(packed)),
            "deflate" if packed.first().is_some_and(|byte| byte & 0x0f == 8) => unpacked(ZlibDecoder::new(packed)),
            "deflate" => unpacked(DeflateDecoder::new(packed)),
            "zstd" => unpacked(StreamingDecoder::new(packed).map_err(|error| format!("cannot be unpacked: {error}"))?),
            other => Err(format!("is packed as {other}, which is not read")),
        }
        .map(Cow::Owned)
    }
}

fn unpacked(source: impl Read) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    match source.take(LARGEST + 1).read_to_end(&mut bytes) {
        Ok(_) if bytes.len() as u64 > LARGEST => Err(format!("unpacks to more than {} MiB", LARGEST >> 20)),
        // What came before the fault is better than nothing.
        Err(error) if bytes.is_empty() => Err(format!("cannot be unpacked: {error}")),
        Ok(_) | Err(_) => Ok(bytes),
    }
}

/// A body without its chunks; as it stands when it has none, whatever the head says.
fn joined(body: &[u8]) -> Cow<'_, [u8]> {
    let (mut whole, mut rest) = (Vec::with_capacity(body.len()), body);
    while let Some(end) = memchr::memchr(b'\n', rest) {
        let line = String::from_utf8_lossy(rest.get(..end).unwrap_or_default());
        let size = line.split(';').next().unwrap_or_default().trim();
        let Ok(size) = usize::from_str_radix(size, 16) else { break };
        let chunk = rest.get(end + 1..).unwrap_or_default();
        whole.extend_from_slice(chunk.get(..size).unwrap_or(chunk));
        rest = chunk.get(size..).unwrap_or_default();
        rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
        if size == 0 {
            return Cow::Owned(whole);
        }
    }
    if whole.is_empty() {
        return Cow::Borrowed(body);
    }
    whole.extend_from_slice(rest);
    Cow::Owned(whole)
}

/// A field of a head: its name in small letters, and its value.
type Field = (String, String);

/// The fields at the head of `bytes`, behind a first line, and where the head ends.
pub(super) fn fields(bytes: &[u8]) -> Option<(Vec<Field>, usize)> {
    /// No head is longer.
    const HEAD: usize = 256 << 10;
    let (mut fields, mut at): (Vec<Field>, usize) = (Vec::new(), 0);
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    for (number, line) in head.split_inclusive(|byte| *byte == b'\n').enumerate() {
        at += line.len();
        let line = String::from_utf8_lossy(line);
        match line.trim_end().split_once(':') {
            _ if line.trim().is_empty() => return Some((fields, at)),
            Some((name, value)) if number > 0 => fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned())),
            _ => {}
        }
    }
    None
}

/// The text of `bytes`, in the encoding that `content` names where they fit it, and how they were read.
pub(super) fn decoded(bytes: &[u8], content: &str) -> (String, Encoding) {
    let label = content.split_once("charset=").map(|(_, label)| label.trim_matches(['"', '\'', ' ']));
    let label = label.map(|label| label.split([';', ' ', '"']).next().unwrap_or_default());
    if let Some(encoding) = label.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes())) {
        let (text, used, lossy) = encoding.decode(bytes);
        if !lossy {
            return (text.into_owned(), Encoding { name: used.name(), basis: EncodingBasis::Declared, lossy });
        }
    }
    match decode(bytes) {
        Some(decoded) => (decoded.text.into_owned(), decoded.encoding),
        None => (String::from_utf8_lossy(bytes).into_owned(), Encoding { lossy: true, ..Encoding::default() }),
    }
}
