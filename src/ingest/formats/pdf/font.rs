//! What the codes of a font mean, and how wide its letters are (ISO 32000-2, 9.6 to 9.10). Shapes are nothing to read.
//!
//! A font says what its codes mean by a table for that (`ToUnicode`), else by an encoding and the names of letters.

use std::collections::HashMap;

use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Array, Name, Object, Stream};

use crate::ingest::formats::pdf::glyph_names::named;
use crate::ingest::formats::pdf::own_encoding;
use crate::ingest::formats::pdf::standard_widths::standard_widths;
use crate::ingest::formats::pdf::stream::decoded;

/// A font.
pub(super) struct Font {
    unicode: Option<CMap>,
    /// Whether a code has two bytes.
    is_wide: bool,
    /// What codes of one byte mean.
    encoding: HashMap<u8, String>,
    widths: HashMap<u32, f64>,
    usual_width: f64,
}

/// A letter that a code stands for.
pub(super) struct CodedLetter {
    /// What it means; `None` when the font does not tell.
    pub(super) text: Option<String>,
    /// How wide it is, where the size of the font is 1.
    pub(super) width: f64,
    /// Whether it is the code of a space in one byte.
    pub(super) is_space: bool,
}

impl Font {
    /// Reads what `dict` says.
    pub(super) fn read(dict: &Dict<'_>) -> Self {
        let kind = dict.get::<Name<'_>>("Subtype").map(|kind| kind.as_str().to_owned()).unwrap_or_default();
        let unicode = dict.get::<Stream<'_>>("ToUnicode").and_then(|stream| CMap::parse(&decoded(&stream), |_| None));
        if kind == "Type0" {
            let below = dict.get::<Array<'_>>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
            let usual = below.as_ref().and_then(|below| below.get::<f64>("DW")).unwrap_or(1000.0) / 1000.0;
            let widths = below.and_then(|below| below.get::<Array<'_>>("W")).map(|widths| wide(&widths)).unwrap_or_default();
            return Self { unicode, is_wide: true, encoding: HashMap::new(), widths, usual_width: usual };
        }
        // A font made of drawings has a scale of its own.
        let matrix = dict.get::<Array<'_>>("FontMatrix").and_then(|matrix| matrix.iter::<f64>().next());
        let scale = matrix.filter(|_| kind == "Type3").unwrap_or(0.001);
        let first = dict.get::<i32>("FirstChar").and_then(|first| u32::try_from(first).ok()).unwrap_or_default();
        let widths = dict.get::<Array<'_>>("Widths").map(|widths| widths.iter::<f64>().collect::<Vec<_>>()).unwrap_or_default();
        let mut widths: HashMap<u32, f64> = (first..).zip(widths).map(|(code, width)| (code, width * scale)).collect();
        let name = dict.get::<Name<'_>>("BaseFont").map(|name| name.as_str().to_owned()).unwrap_or_default();
        let usual_width = if name.contains("Courier") { 0.6 } else { 0.5 };
        let is_symbolic = ["Symbol", "ZapfDingbats"].iter().any(|one| name.contains(one));
        let encoding = if is_symbolic && !dict.contains_key("Encoding") { HashMap::new() } else { encoding(dict, &name) };
        if widths.is_empty() {
            widths = standard_widths(&name, &encoding);
        }
        Self { unicode, is_wide: false, encoding, widths, usual_width }
    }

    /// The letters that `codes` stand for.
    pub(super) fn letters(&self, codes: &[u8]) -> Vec<CodedLetter> {
        let step = if self.is_wide { 2 } else { 1 };
        codes.chunks(step).map(|code| self.letter(code.iter().fold(0, |code, byte| code << 8 | u32::from(*byte)))).collect()
    }

    fn letter(&self, code: u32) -> CodedLetter {
        let told = self.unicode.as_ref().and_then(|table| table.lookup_bf_string(code)).map(|text| match text {
            BfString::Char(c) => c.to_string(),
            BfString::String(text) => text,
        });
        let told =
            told.filter(|text| !text.chars().all(|c| c == '\0' || c == '\u{fffd}' || ('\u{e000}'..='\u{f8ff}').contains(&c)));
        let encoded = || u8::try_from(code).ok().and_then(|code| self.encoding.get(&code)).cloned();
        let width = self.widths.get(&code).copied().unwrap_or(self.usual_width);
        CodedLetter { text: told.or_else(encoded), width, is_space: code == 32 && !self.is_wide }
    }
}

/// The widths of a font with codes of two bytes: `first [w w w]` and `first last w`.
fn wide(array: &Array<'_>) -> HashMap<u32, f64> {
    /// Codes of one range.
    const MOST: u32 = 65_536;
    let (mut widths, mut waiting) = (HashMap::new(), Vec::new());
    for object in array.iter::<Object<'_>>() {
        match object {
            Object::Number(number) => waiting.push(number.as_f64()),
            Object::Array(list) => {
                let first = waiting.pop().map(code).unwrap_or_default();
                widths.extend((first..).zip(list.iter::<f64>().map(|width| width / 1000.0)));
                waiting.clear();
            }
            _ => {}
        }
        if let [first, last, width] = waiting[..] {
            let (first, last) = (code(first), code(last));
            widths.extend((first..=last.min(first.saturating_add(MOST))).map(|code| (code, width / 1000.0)));
            waiting.clear();
        }
    }
    widths
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the codes there are")]
fn code(number: f64) -> u32 {
    number.clamp(0.0, 65_535.0) as u32
}

/// What the codes of a font with one byte each mean.
fn encoding(dict: &Dict<'_>, name: &str) -> HashMap<u8, String> {
    let own = dict.get::<Dict<'_>>("Encoding");
    let base = dict.get::<Name<'_>>("Encoding").or_else(|| own.as_ref()?.get::<Name<'_>>("BaseEncoding"));
    let table = match base.as_ref().map(Name::as_str) {
        Some("MacRomanEncoding") => encoding_rs::MACINTOSH,
        _ => encoding_rs::WINDOWS_1252,
    };
    let mut meanings: HashMap<u8, String> = (0x20..=0xff_u8)
        .map(|code| (code, table.decode_without_bom_handling(&[code]).0.into_owned()))
        .filter(|(_, text)| !text.chars().all(char::is_control))
        .collect();
    if base.is_none() {
        standard(&mut meanings);
        own_encoding::add(dict, name, &mut meanings);
    }
    let differences = own.and_then(|own| own.get::<Array<'_>>("Differences"));
    let named_codes = differences.as_ref().map(named_codes).unwrap_or_default();
    let are_numbers = is_drawn_by_code(dict) && named_codes.iter().all(|(code, name)| own_encoding::is_number_of(name, *code));
    for (code, name) in named_codes {
        match if are_numbers { own_encoding::of_tex(code) } else { named(&name) } {
            Some(text) => _ = meanings.insert(code, text),
            None => _ = meanings.remove(&code),
        }
    }
    meanings
}

/// Whether the letters of a drawn font stand at the codes of TeX: some programs number them as they come up, from nought on.
fn is_drawn_by_code(dict: &Dict<'_>) -> bool {
    let drawn = dict.get::<Dict<'_>>("CharProcs").map(|drawn| {
        let number = |name: Name<'_>| name.as_str().trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse::<u8>().ok();
        drawn.keys().filter_map(number).collect::<Vec<u8>>()
    });
    let codes = drawn.filter(|_| dict.get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_str() == "Type3"));
    codes.is_some_and(|codes| own_encoding::are_codes_of_tex(&codes))
}

/// The codes that an encoding names letters for, with the names: a number is the code of the first name behind it.
fn named_codes(differences: &Array<'_>) -> Vec<(u8, String)> {
    let (mut code, mut named) = (0_u32, Vec::new());
    for object in differences.iter::<Object<'_>>() {
        match object {
            Object::Number(number) => code = self::code(number.as_f64()),
            Object::Name(name) => {
                named.extend(u8::try_from(code).ok().map(|code| (code, name.as_str().to_owned())));
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    named
}

/// Where the encoding that fonts of Adobe have by themselves differs from that of Windows.
fn standard(meanings: &mut HashMap<u8, String>) {
    const CODES: &[(u8, char)] = &[
        (0x27, '\u{2019}'),
        (0x60, '\u{2018}'),
        (0xa4, '/'),
        (0xa6, '\u{192}'),
        (0xa9, '\''),
        (0xaa, '\u{201c}'),
        (0xac, '\u{2039}'),
        (0xad, '\u{203a}'),
        (0xae, '\u{fb01}'),
        (0xaf, '\u{fb02}'),
        (0xb1, '\u{2013}'),
        (0xb2, '\u{2020}'),
        (0xb3, '\u{2021}'),
        (0xb4, '\u{b7}'),
        (0xb7, '\u{2022}'),
        (0xb8, '\u{201a}'),
        (0xb9, '\u{201e}'),
        (0xba, '\u{201d}'),
        (0xbc, '\u{2026}'),
        (0xbd, '\u{2030}'),
        (0xd0, '\u{2014}'),
        (0xe1, 'Æ'),
        (0xe3, '\u{aa}'),
        (0xe8, 'Ł'),
        (0xe9, 'Ø'),
        (0xea, 'Œ'),
        (0xeb, '\u{ba}'),
        (0xf1, 'æ'),
        (0xf5, 'ı'),
        (0xf8, 'ł'),
        (0xf9, 'ø'),
        (0xfa, 'œ'),
        (0xfb, 'ß'),
    ];
    meanings.extend(CODES.iter().map(|(code, c)| (*code, c.to_string())));
}
