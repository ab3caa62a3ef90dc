//! Bytes to text: which encoding they are in, how that was decided, and whether they are text at all.
//!
//! A byte order mark decides, then what the document declares, then valid UTF-8, then a guess from the bytes.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{ISO_8859_15, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::ingest::source::mixed_utf8::{MIXED, mixed};
use crate::ingest::source::western::{DOS, is_western, of_dos};
use crate::model::article::{Encoding, EncodingBasis};

/// The bytes in which a declaration is looked for: HTML wants it in the first 1024.
const DECLARATION: usize = 2048;

/// The bytes by which encodings are compared.
const FITTED: usize = 64 << 10;

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
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        return as_text(Decoded { text: text.into(), encoding: Encoding::default() });
    }
    let declared = declared(bytes);
    if let Some(text) = declared.is_none_or(|encoding| encoding == UTF_8).then(|| mixed(bytes)).flatten() {
        let encoding = Encoding { name: MIXED, basis: EncodingBasis::Detected, lossy: false };
        return as_text(Decoded { text: text.into(), encoding });
    }
    // Programs that save what they show declare UTF-8 and write something else.
    if let Some(encoding) = declared.filter(|encoding| *encoding != UTF_8 || mostly_utf8(bytes)) {
        return as_text(read(bytes, encoding, EncodingBasis::Declared));
    }
    if mostly_utf8(bytes) {
        return as_text(read(bytes, UTF_8, EncodingBasis::Detected));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let are_signs = are_signs_of_the_west(bytes);
    let guess = match guess {
        _ if are_signs => WINDOWS_1252,
        guess if guess == WINDOWS_1252 => western(bytes),
        guess => or_macintosh(bytes, guess),
    };
    if !are_signs && is_of_dos(bytes, guess) {
        let encoding = Encoding { name: DOS, basis: EncodingBasis::Detected, lossy: false };
        return as_text(Decoded { text: of_dos(bytes).into(), encoding });
    }
    as_text(read(bytes, guess, EncodingBasis::Detected))
}

/// Whether nearly all bytes beyond ASCII are signs of windows-1252 that any language has: `£`, spaces, dashes, quotes, `©`. The letters that other
/// encodings have in their place (`Ł`, `á`) stand in no text without others.
fn are_signs_of_the_west(bytes: &[u8]) -> bool {
    let is_sign = |byte: &&u8| {
        matches!(**byte, 0x80 | 0x85 | 0x91..=0x97 | 0x99 | 0xA0 | 0xA3 | 0xA7 | 0xA9 | 0xAB | 0xAE | 0xB0 | 0xB7 | 0xBB)
    };
    let high = || bytes.iter().filter(|byte| !byte.is_ascii());
    high().filter(is_sign).count() * 10 >= high().count() * 9
}

/// Whether `bytes` read better, and well, in the code page of DOS than as was guessed.
fn is_of_dos(bytes: &[u8], guess: &'static encoding_rs::Encoding) -> bool {
    /// Letters that have to be there: signs are some by chance.
    const LEAST: usize = 3;
    let head = bytes.get(..FITTED).unwrap_or(bytes);
    let text = of_dos(head);
    let letters = text.chars().filter(|c| !c.is_ascii() && c.is_alphabetic() && is_western(*c)).take(LEAST).count();
    let fit = fits_text(&text);
    guess.is_single_byte() && letters == LEAST && fit.saturating_mul(2) >= high(head) && fit > fits(bytes, guess)
}

/// The bytes beyond ASCII.
fn high(bytes: &[u8]) -> i32 {
    i32::try_from(bytes.iter().filter(|byte| !byte.is_ascii()).count()).unwrap_or(i32::MAX)
}

/// The encoding among those of the West that reads best: the detector knows no other than windows-1252, as browsers do, but
/// old files also come in ISO 8859-15 (`œ` and `€` elsewhere) and from old Macintoshes (all accents elsewhere).
fn western(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    // The first of equals is the last that `max_by_key` sees.
    [MACINTOSH, ISO_8859_15, WINDOWS_1252].into_iter().max_by_key(|encoding| fits(bytes, encoding)).unwrap_or(WINDOWS_1252)
}

/// The encoding that was guessed, unless the bytes read better, and well, as those of an old Macintosh.
fn or_macintosh(bytes: &[u8], guess: &'static encoding_rs::Encoding) -> &'static encoding_rs::Encoding {
    let old = fits(bytes, MACINTOSH);
    // In a text of Western Europe nearly all of these bytes are letters that it has; those of other scripts are some by chance.
    let high = high(bytes.get(..FITTED).unwrap_or(bytes));
    if guess.is_single_byte() && old.saturating_mul(2) >= high && old > fits(bytes, guess) { MACINTOSH } else { guess }
}

/// How well the letters that `bytes` are in `encoding` fit a language of Western Europe.
fn fits(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> i32 {
    let (text, _) = encoding.decode_without_bom_handling(bytes.get(..FITTED).unwrap_or(bytes));
    fits_text(&text)
}

/// How well the letters of a text fit such a language.
fn fits_text(text: &str) -> i32 {
    let (before, behind) = ([' '].into_iter().chain(text.chars()), text.chars().skip(1).chain([' ']));
    before.zip(text.chars()).zip(behind).map(|((before, c), next)| fit(before, c, next)).sum()
}

/// How well `c` between `before` and `next` fits such a language: a word has no capital behind a small letter, and no sign inside.
fn fit(before: char, c: char, next: char) -> i32 {
    if c.is_ascii() {
        return if is_odd(c) { -2 } else { 0 };
    }
    let inside = before.is_alphabetic() && next.is_alphabetic();
    match c {
        'œ' | 'Œ' => i32::from(next.is_lowercase()) - 2 * i32::from(c == 'Œ' && before.is_lowercase()),
        c if c.is_uppercase() && before.is_lowercase() => -2,
        c if inside && !c.is_alphabetic() && !matches!(c, '’' | '‘' | '·' | '\u{2010}') => -2,
        c if is_western(c) => 1,
        c if is_odd(c) => -2,
        _ => 0,
    }
}

/// Whether `c` hardly ever stands in the press of Western Europe, and often where an encoding was guessed wrong.
fn is_odd(c: char) -> bool {
    c.is_control() && !c.is_whitespace()
        || matches!(c, 'ÿ' | 'þ' | 'Þ' | 'ð' | 'Ð' | '¬' | '¤' | '¦' | 'ƒ' | '†' | '‡' | '\u{2c6}'..='\u{2dd}')
}

/// Whether `decoded` is a guess that the text itself does not bear out, so that a person should look.
#[must_use]
pub fn doubtful(decoded: &Decoded<'_>) -> bool {
    let Encoding { basis, lossy, name } = decoded.encoding;
    let guessed = basis == EncodingBasis::Detected && !name.starts_with("UTF-");
    lossy || guessed && decoded.text.chars().any(is_odd)
}

fn read<'a>(bytes: &'a [u8], encoding: &'static encoding_rs::Encoding, basis: EncodingBasis) -> Decoded<'a> {
    let (text, lossy) = encoding.decode_without_bom_handling(bytes);
    Decoded { text, encoding: Encoding { name: encoding.name(), basis, lossy } }
}

/// A text has no NUL and hardly any other control; escape sequences of coloured terminal output stay below the share.
fn as_text(decoded: Decoded<'_>) -> Option<Decoded<'_>> {
    /// What a program wrote has its controls at the head; the words behind them are many.
    const HEAD: usize = 4096;
    if is_plain(&decoded.text) {
        return Some(decoded);
    }
    let is_text = hardly_any_controls(decoded.text.chars().take(HEAD)) && hardly_any_controls(decoded.text.chars());
    is_text.then_some(decoded)
}

/// Whether at most a tenth of a text are controls.
fn hardly_any_controls(text: impl Iterator<Item = char>) -> bool {
    let (mut controls, mut all) = (0usize, 0usize);
    for c in text {
        all += 1;
        match c {
            '\0' => controls += 8,
            '\t' | '\n' | '\r' | '\u{c}' | '\u{1b}' => {}
            '\u{1}'..='\u{1f}' | '\u{7f}' | char::REPLACEMENT_CHARACTER => controls += 1,
            _ => {}
        }
    }
    controls * 10 <= all
}

/// Whether no character of `text` counts as a control. Told in lanes of many bytes, a tenth of the time that counting takes.
fn is_plain(text: &str) -> bool {
    const LANES: usize = 64;
    let odd = |byte: u8| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') || byte == 0x7f;
    let any_odd = |lanes: &[u8]| lanes.iter().fold(false, |found, byte| found | odd(*byte));
    !text.as_bytes().chunks(LANES).any(any_odd) && memchr::memmem::find(text.as_bytes(), "\u{fffd}".as_bytes()).is_none()
}

/// UTF-16 without a mark: Latin text in it has a zero in nearly every other byte.
fn wide(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = bytes.get(..bytes.len().min(4096) & !1).unwrap_or_default();
    memchr::memchr(0, head)?;
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
    use super::{EncodingBasis, decode, doubtful, of_dos};

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
    fn other_western_encodings_are_told_from_windows_1252() {
        let text = "Le cœur de l'été coûte 12 € à l'Élysée, où l'on a déjà vu «\u{a0}l'œuvre\u{a0}» du maître.";
        let latin = encoded(text, encoding_rs::ISO_8859_15);
        assert_eq!((&*decode(&latin).unwrap().text, decode(&latin).unwrap().encoding.name), (text, "ISO-8859-15"));
        let old = encoded("Le président a reçu l’ambassadeur à l’Élysée.", encoding_rs::MACINTOSH);
        assert_eq!(decode(&old).unwrap().encoding.name, "macintosh");
        for text in [
            "Die Mädchen hörten, daß er über die Straße lief und müde war.",
            "El niño cantó en la montaña, según dijo el señor García después.",
            "På ön sjöng flickan för sin bror, där båten låg vid bryggan i går.",
            "A população não viu a solução que os aviões trouxeram às regiões.",
        ] {
            for encoding in [encoding_rs::MACINTOSH, encoding_rs::WINDOWS_1252] {
                let bytes = encoded(text, encoding);
                let decoded = decode(&bytes).unwrap();
                assert_eq!((&*decoded.text, decoded.encoding.name), (text, encoding.name()));
            }
        }
        let half = encoded("Il a couru 1½ heure à Nîmes, à 30 °C, d’après l’équipe.", encoding_rs::WINDOWS_1252);
        assert_eq!(decode(&half).unwrap().encoding.name, "windows-1252");
    }

    #[test]
    fn the_code_page_of_dos_is_told_from_those_of_windows_and_macintosh() {
        for text in [
            "Le maire a été réélu à Nîmes, où l'hôpital a reçu « deux » bâtiments.",
            "Die Mädchen hörten, daß er über die Straße lief und müde war.",
            "El niño cantó en la montaña, según dijo el señor García después.",
        ] {
            let letters: Vec<(u8, String)> = (0x80..=0xff).map(|byte| (byte, of_dos(&[byte]))).collect();
            let byte = |c: char| {
                u8::try_from(c)
                    .ok()
                    .filter(u8::is_ascii)
                    .or_else(|| letters.iter().find(|(_, letter)| letter.contains(c)).map(|(byte, _)| *byte))
            };
            let bytes: Vec<u8> = text.chars().filter_map(byte).collect();
            let decoded = decode(&bytes).unwrap();
            assert_eq!((&*decoded.text, decoded.encoding.name), (text, "IBM850"));
        }
    }

    #[test]
    fn stray_bytes_in_plain_text_are_doubtful_in_any_guess() {
        for bytes in [&b"Un texte avec \xff\xfe des octets faux."[..], b"Un texte avec \xff et d'autres \xe9t\xe9s."] {
            let decoded = decode(bytes).unwrap();
            assert!(doubtful(&decoded), "{} as {}", decoded.text, decoded.encoding.name);
        }
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
    fn a_page_that_declares_utf_8_and_is_not_is_guessed() {
        let page = "<html><head><meta charset=utf-8></head><p>877 Wörter, 9 Januar 1993, müde Städte</p></html>";
        let decoded = encoded(page, encoding_rs::WINDOWS_1252);
        assert_eq!(&*decode(&decoded).unwrap().text, page);
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
