//! What one character folds to, by the Unicode tables and a short list of what they leave out.
//!
//! It looks at no neighbour, so that folding a folded text changes nothing. Called by `text::fold` alone.

use std::sync::LazyLock;

use unicode_normalization::char::{canonical_combining_class, decompose_canonical, decompose_compatible};

/// How many characters take at most two bytes of UTF-8.
const TWO_BYTE_CHARS: u32 = 0x800;

/// The folded forms of U+0080..U+07FF, computed once: nearly every letter of Latin, Greek, Cyrillic, Hebrew and Arabic.
static SHORT: LazyLock<Vec<Short>> = LazyLock::new(|| {
    let chars = (0..TWO_BYTE_CHARS).filter_map(char::from_u32);
    chars.map(Short::of).collect()
});

/// The first of the general punctuation, which typographic quotation marks, dashes and dots are, and how many signs it has.
const PUNCTUATION: (u32, u32) = (0x2000, 0x70);

/// The folded forms of general punctuation, likewise.
static SIGNS: LazyLock<Vec<Short>> = LazyLock::new(|| {
    let (first, count) = PUNCTUATION;
    (first..first + count).filter_map(char::from_u32).map(Short::of).collect()
});

/// A folded form of at most four bytes.
#[derive(Clone, Copy, Default)]
struct Short {
    bytes: [u8; 4],
    len: u8,
}

impl Short {
    fn of(c: char) -> Self {
        let mut form = Vec::new();
        spell(c, &mut form);
        let mut short = Self::default();
        for (slot, byte) in short.bytes.iter_mut().zip(form) {
            *slot = byte;
            short.len += 1;
        }
        short
    }
}

/// Appends the folded form of `c` to `out`; nothing when `c` is a diacritic or an invisible format character.
pub fn fold_char(c: char, out: &mut Vec<u8>) {
    let sign = || SIGNS.get((c as usize).checked_sub(PUNCTUATION.0 as usize)?);
    match SHORT.get(c as usize).or_else(sign) {
        Some(short) => out.extend(short.bytes.iter().take(usize::from(short.len))),
        // Ideographs have no other form.
        None if ('\u{4E00}'..='\u{9FFF}').contains(&c) => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        None => spell(c, out),
    }
}

/// The folded form of an ASCII byte.
pub fn fold_ascii(byte: u8) -> u8 {
    if byte == b'`' { b'\'' } else { byte.to_ascii_lowercase() }
}

fn spell(c: char, out: &mut Vec<u8>) {
    if let Some(mark) = punctuation(c) {
        out.push(mark);
        return;
    }
    let lower = |part: char, out: &mut Vec<u8>| {
        for small in part.to_lowercase() {
            decompose(small, &mut |piece| push(piece, out));
        }
    };
    decompose(c, &mut |part| lower(part, out));
}

/// Letters lose their compatibility forms too (`ﬁ`, `Ａ`, `ᵉ`, Arabic presentation forms); signs such as `²` or `…` keep them.
fn decompose(c: char, emit: &mut impl FnMut(char)) {
    if is_letter(c) || ('\u{FF01}'..='\u{FF5E}').contains(&c) {
        decompose_compatible(c, emit);
    } else {
        decompose_canonical(c, emit);
    }
}

/// Whether `c` is a letter; those of the scripts that have most are told without a search of the table.
fn is_letter(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{AC00}'..='\u{D7A3}') || c.is_alphabetic()
}

fn push(c: char, out: &mut Vec<u8>) {
    if is_dropped(c) {
        return;
    }
    if let Some(mark) = punctuation(c) {
        out.push(mark);
    } else if let Some(plain) = plain_letters(c) {
        out.extend_from_slice(plain.as_bytes());
    } else {
        out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    }
}

/// The one apostrophe, dash, quotation mark or space that stands for all of its kind.
fn punctuation(c: char) -> Option<u8> {
    match c {
        '\u{2018}'..='\u{201B}' | '\u{2B9}' | '\u{2BB}'..='\u{2BF}' | '\u{2032}' | '\u{B4}' | '`' | '\u{5F3}' => Some(b'\''),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{5BE}' | '\u{FE58}' | '\u{FE63}' => Some(b'-'),
        '«' | '»' | '\u{201C}'..='\u{201F}' | '‹' | '›' | '\u{2033}' | '\u{5F4}' => Some(b'"'),
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => Some(b' '),
        _ => None,
    }
}

/// Letters that Unicode does not decompose: strokes, dotless and ligature letters, as ASCII transliterations spell them.
fn plain_letters(c: char) -> Option<&'static str> {
    let plain = match c {
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        'ð' | 'đ' | 'ɖ' | 'ɗ' | 'ƌ' => "d",
        'ø' => "o",
        'ł' | 'ƚ' | 'ɫ' => "l",
        'ı' | 'ɨ' => "i",
        'ȷ' => "j",
        'ħ' => "h",
        'ŧ' | 'ƭ' => "t",
        'ŋ' => "n",
        'ə' | 'ǝ' => "a",
        'ƀ' | 'ɓ' => "b",
        'ƈ' => "c",
        'ƒ' => "f",
        'ɠ' | 'ǥ' => "g",
        'ĸ' | 'ƙ' => "k",
        'ƥ' => "p",
        'ʉ' => "u",
        'ʋ' => "v",
        'ƴ' => "y",
        'ƶ' => "z",
        'ς' => "σ",
        _ => return None,
    };
    Some(plain)
}

/// Diacritics and invisible characters. The vowel signs, viramas and tone marks of Brahmic scripts and the voicing marks of kana
/// are letters in all but name (combining classes 7 to 9 and 84 to 132) and stay.
fn is_dropped(c: char) -> bool {
    let invisible = matches!(
        c,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{640}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{E0000}'..='\u{E0FFF}'
    );
    invisible || matches!(canonical_combining_class(c), 1 | 10..=36 | 200..)
}

#[cfg(test)]
mod tests {
    use super::{fold_char, is_letter, spell};

    #[test]
    fn folding_a_folded_character_changes_nothing() {
        for c in '\0'..=char::MAX {
            let (mut once, mut twice) = (Vec::new(), Vec::new());
            fold_char(c, &mut once);
            let text = String::from_utf8(once.clone()).unwrap();
            text.chars().for_each(|part| fold_char(part, &mut twice));
            assert_eq!(once, twice, "U+{:04X} folds to {text:?}", c as u32);
        }
    }

    #[test]
    fn what_is_told_without_the_tables_of_unicode_is_what_they_tell() {
        for c in '\0'..=char::MAX {
            let (mut folded, mut spelled) = (Vec::new(), Vec::new());
            fold_char(c, &mut folded);
            spell(c, &mut spelled);
            assert_eq!(folded, spelled, "U+{:04X}", c as u32);
            assert_eq!(is_letter(c), c.is_alphabetic(), "U+{:04X}", c as u32);
        }
    }
}
