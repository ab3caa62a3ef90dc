//! What the codes of a font mean that a document does not tell: by the program of the font that it holds, else by the name of a font of TeX.
//!
//! A Type 1 program lists its encoding in its clear part (Adobe Type 1 Font Format, chapter 2): `dup 12 /fi put`; a compact one has it in a
//! table (`compact_font`). The text fonts of Computer Modern
//! are laid out as “The `TeXbook`” has them (appendix F).

use std::collections::HashMap;

use hayro_syntax::object::Stream;
use hayro_syntax::object::dict::Dict;

use crate::ingest::formats::pdf::compact_font;
use crate::ingest::formats::pdf::glyph_names::named;
use crate::ingest::formats::pdf::stream::decoded;

/// Adds to `meanings` what the font of `dict`, called `name`, says of its codes by itself.
pub(super) fn add(dict: &Dict<'_>, name: &str, meanings: &mut HashMap<u8, String>) {
    let descriptor = dict.get::<Dict<'_>>("FontDescriptor");
    let program = |key: &str| descriptor.as_ref()?.get::<Stream<'_>>(key).map(|stream| decoded(&stream));
    let listed = match program("FontFile") {
        Some(program) => listed(&program),
        None => program("FontFile3").map(|program| compact_font::listed(&program)).unwrap_or_default(),
    };
    if !listed.is_empty() {
        meanings.extend(listed);
    } else if is_computer_modern(name) {
        meanings.extend(COMPUTER_MODERN.iter().map(|(code, text)| (*code, (*text).to_owned())));
    }
}

/// What a Type 1 program lists: codes, and the letters they stand for whose names are known.
fn listed(program: &[u8]) -> Vec<(u8, String)> {
    let clear = memchr::memmem::find(program, b"eexec").and_then(|end| program.get(..end)).unwrap_or(program);
    let Some(start) = memchr::memmem::find(clear, b"/Encoding") else { return Vec::new() };
    let text = String::from_utf8_lossy(clear.get(start..).unwrap_or_default()).replace('/', " /");
    let mut words = text.split_ascii_whitespace();
    let mut found = Vec::new();
    while let Some(word) = words.next() {
        match word {
            // The end of the array.
            "def" | "readonly" => break,
            "dup" => {
                let code = words.next().and_then(|code| code.parse().ok());
                let name = words.next().and_then(|name| name.strip_prefix('/')).and_then(named);
                found.extend(code.zip(name));
            }
            _ => {}
        }
    }
    found
}

/// Whether a name tells nothing but the code, as programs name the drawn letters of TeX: `a65`.
pub(super) fn is_number_of(name: &str, code: u8) -> bool {
    let digits = name.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    (1..=2).contains(&(name.len() - digits.len())) && digits.parse() == Ok(code)
}

/// Whether the letters that a font draws stand at the `codes` of TeX: capitals of Greek, of which a text has hardly any, come first there.
pub(super) fn are_codes_of_tex(codes: &[u8]) -> bool {
    let low = codes.iter().filter(|code| **code < 11).count();
    low * 3 <= codes.iter().filter(|code| code.is_ascii_lowercase()).count()
}

/// What a code of the text fonts of TeX means.
pub(super) fn of_tex(code: u8) -> Option<String> {
    let own = COMPUTER_MODERN.iter().find(|(known, _)| *known == code).map(|(_, text)| (*text).to_owned());
    own.or_else(|| (b' '..=b'~').contains(&code).then(|| char::from(code).to_string()))
}

/// Whether a font is one of the text fonts of Computer Modern: `ABCDEF+CMR10`, `CMBX12`, `CMTI9`.
fn is_computer_modern(name: &str) -> bool {
    const KINDS: &[&str] = &["r", "b", "bx", "ti", "sl", "ss", "ssbx", "ssi", "bxti", "bxsl", "dunh", "u", "fib"];
    let name = name.rsplit('+').next().unwrap_or(name).to_ascii_lowercase();
    let kind = name.strip_prefix("cm").map(|rest| rest.trim_end_matches(|c: char| c.is_ascii_digit()));
    kind.is_some_and(|kind| KINDS.contains(&kind))
}

/// Where the layout of these fonts differs from that of ASCII.
const COMPUTER_MODERN: &[(u8, &str)] = &[
    (0x0b, "ff"),
    (0x0c, "fi"),
    (0x0d, "fl"),
    (0x0e, "ffi"),
    (0x0f, "ffl"),
    (0x10, "ı"),
    (0x19, "ß"),
    (0x1a, "æ"),
    (0x1b, "œ"),
    (0x1c, "ø"),
    (0x1d, "Æ"),
    (0x1e, "Œ"),
    (0x1f, "Ø"),
    (0x22, "\u{201d}"),
    (0x27, "\u{2019}"),
    (0x3c, "¡"),
    (0x3e, "¿"),
    (0x5c, "\u{201c}"),
    (0x60, "\u{2018}"),
    (0x7b, "\u{2013}"),
    (0x7c, "\u{2014}"),
];

#[cfg(test)]
mod tests {
    use super::{are_codes_of_tex, is_computer_modern, is_number_of, listed, of_tex};

    #[test]
    fn letters_that_have_numbers_for_names_are_those_of_tex() {
        assert!(are_codes_of_tex(b"\x0cLaefilorst") && are_codes_of_tex(b"0123456789"));
        assert!(!are_codes_of_tex(&(0..60).collect::<Vec<u8>>()) && !are_codes_of_tex(&(0..110).collect::<Vec<u8>>()));
        assert!(is_number_of("a65", 65) && is_number_of("c12", 12));
        assert!(!is_number_of("a65", 66) && !is_number_of("A", 65) && !is_number_of("uni0041", 41) && !is_number_of("65", 65));
        assert_eq!(
            [65, 12, 123, 200].map(of_tex),
            [Some("A".to_owned()), Some("fi".to_owned()), Some("\u{2013}".to_owned()), None]
        );
    }

    #[test]
    fn programs_list_what_their_codes_mean() {
        let program = b"%!PS-AdobeFont-1.0: CMR10\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\ndup 12/fi put\ndup 97 /a put\n\
                        dup 3 /zzz9 put\nreadonly def\ndup 1 /b put\ncurrentfile eexec dup 5 /c put";
        assert_eq!(listed(program), [(12, "fi".to_owned()), (97, "a".to_owned())]);
        assert_eq!(listed(b"/Encoding StandardEncoding def\n/a dup 1 /b put"), []);
        assert!(is_computer_modern("ABCDEF+CMR10") && is_computer_modern("CMBX12") && !is_computer_modern("CMMI10"));
    }
}
