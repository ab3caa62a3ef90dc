//! Bytes to text: which encoding they are in, how that was decided, and whether they are text at all.
//!
//! A byte order mark decides, then what the document declares, then valid UTF-8, then a guess from the bytes.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::model::article::{Encoding, EncodingBasis};

/// The bytes in which a declaration is looked for: HTML wants it in the first 1024.
const DECLARATION: usize = 2048;

/// A decoded text.
#[derive(Debug)]
pub struct Decoded<'a> {
    /// The text, without a byte order mark.
    pub text: Cow<'a, str>,
    /// How it was read.
    pub encoding: Encoding,
}

/// Decodes `bytes`; `None` when they are no text in any encoding.
#[must_use]
pub fn decode(bytes: &[u8]) -> Option<Decoded<'_>> {
    if let Some((encoding, length)) = encoding_rs::Encoding::for_bom(bytes) {
        let rest = bytes.get(length..).unwrap_or_default();
        return as_text(read(rest, encoding, EncodingBasis::Mark));
    }
    if let Some(encoding) = wide(bytes) {
        return as_text(read(bytes, encoding, EncodingBasis::Detected));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return as_text(Decoded { text: text.into(), encoding: Encoding::default() });
    }
    if let Some(encoding) = declared(bytes) {
        return as_text(read(bytes, encoding, EncodingBasis::Declared));
    }
    if mostly_utf8(bytes) {
        return as_text(read(bytes, UTF_8, EncodingBasis::Detected));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    as_text(read(bytes, detector.guess(None, Utf8Detection::Deny), EncodingBasis::Detected))
}

/// Whether `decoded` is a guess that the text itself does not bear out, so that a person should look.
#[must_use]
pub fn doubtful(decoded: &Decoded<'_>) -> bool {
    let Encoding { basis, lossy, name } = decoded.encoding;
    let odd = |c: char| {
        c.is_control() && !c.is_whitespace() || matches!(c, 'ÿ' | 'þ' | 'Þ' | 'ð' | 'Ð' | '¬' | '¤' | '¦' | 'ƒ' | '†' | '‡')
    };
    lossy || basis == EncodingBasis::Detected && name == WINDOWS_1252.name() && decoded.text.chars().any(odd)
}

fn read<'a>(bytes: &'a [u8], encoding: &'static encoding_rs::Encoding, basis: EncodingBasis) -> Decoded<'a> {
    let (text, lossy) = encoding.decode_without_bom_handling(bytes);
    Decoded { text, encoding: Encoding { name: encoding.name(), basis, lossy } }
}

/// A text has no NUL and hardly any other control; escape sequences of coloured terminal output stay below the share.
fn as_text(decoded: Decoded<'_>) -> Option<Decoded<'_>> {
    let (mut controls, mut all) = (0usize, 0usize);
    for c in decoded.text.chars() {
        all += 1;
        match c {
            '\0' => controls += 8,
            '\t' | '\n' | '\r' | '\u{c}' | '\u{1b}' => {}
            '\u{1}'..='\u{1f}' | '\u{7f}' | char::REPLACEMENT_CHARACTER => controls += 1,
            _ => {}
        }
    }
    (controls * 10 <= all).then_some(decoded)
}

/// UTF-16 without a mark: Latin text in it has a zero in nearly every other byte.
fn wide(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = bytes.get(..bytes.len().min(4096) & !1).unwrap_or_default();
    let zeros = |at: usize| head.iter().skip(at).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), head.len() / 2);
    match pairs {
        0 | 1 => None,
        _ if odd * 10 >= pairs * 7 && even * 20 <= pairs => Some(UTF_16LE),
        _ if even * 10 >= pairs * 7 && odd * 20 <= pairs => Some(UTF_16BE),
        _ => None,
    }
}

/// The encoding an HTML or XML document declares for itself.
fn declared(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = bytes.get(..bytes.len().min(DECLARATION)).unwrap_or_default().to_ascii_lowercase();
    if !head.trim_ascii_start().starts_with(b"<") {
        return None;
    }
    let after = |key: &[u8]| memchr::memmem::find(&head, key).and_then(|at| head.get(at + key.len()..));
    let label = after(b"charset=").or_else(|| after(b"encoding="))?;
    let label = label.strip_prefix(b"\"").or_else(|| label.strip_prefix(b"'")).unwrap_or(label);
    let end =
        label.iter().position(|byte| matches!(byte, b'"' | b'\'' | b'>' | b'/' | b';' | b' ' | b'?')).unwrap_or(label.len());
    // A document that can be read as ASCII this far is not in UTF-16, whatever it says.
    encoding_rs::Encoding::for_label(label.get(..end)?).filter(|encoding| encoding.is_ascii_compatible())
}

/// Whether the bytes are UTF-8 with a few broken places, rather than another encoding.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    good > broken * 4
}

#[cfg(test)]
mod tests {
    use super::{EncodingBasis, decode, doubtful};

    fn encoded(text: &str, encoding: &'static encoding_rs::Encoding) -> Vec<u8> {
        encoding.encode(text).0.into_owned()
    }

    #[test]
    fn windows_1252_french_is_guessed_right() {
        let text = "L’été dernier, « l’État » a payé 12 € à la mairie de Nîmes, où le maire était absent.";
        let bytes = encoded(text, encoding_rs::WINDOWS_1252);
        let decoded = decode(&bytes).unwrap();
        assert_eq!(&*decoded.text, text);
        assert_eq!((decoded.encoding.name, decoded.encoding.basis), ("windows-1252", EncodingBasis::Detected));
        assert!(!doubtful(&decoded));
    }

    #[test]
    fn utf_16_is_read_with_and_without_a_mark() {
        let text = "Le président a reçu l’ambassadeur à l’Élysée.";
        let mut bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(&*decode(&bytes).unwrap().text, text);
        bytes.splice(0..0, [0xff, 0xfe]);
        let marked = decode(&bytes).unwrap();
        assert_eq!((&*marked.text, marked.encoding.basis), (text, EncodingBasis::Mark));
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&big).unwrap().encoding.name, "UTF-16BE");
    }

    #[test]
    fn a_declaration_beats_a_guess() {
        let page = "<html><head><meta charset=\"iso-8859-15\"></head><p>Le cœur de l'été</p></html>";
        let bytes = encoded(page, encoding_rs::ISO_8859_15);
        let decoded = decode(&bytes).unwrap();
        assert_eq!((&*decoded.text, decoded.encoding.basis), (page, EncodingBasis::Declared));
    }

    #[test]
    fn broken_utf_8_stays_utf_8_and_is_doubtful() {
        let mut bytes = "éàçùêâîôû ".repeat(4).into_bytes();
        bytes.push(0xff);
        let decoded = decode(&bytes).unwrap();
        assert_eq!(decoded.encoding.name, "UTF-8");
        assert!(decoded.encoding.lossy && doubtful(&decoded));
    }

    #[test]
    fn binaries_are_no_text() {
        assert!(decode(&(0..=255).cycle().take(4096).collect::<Vec<u8>>()).is_none());
        assert!(decode(&[0; 64]).is_none());
    }
}
