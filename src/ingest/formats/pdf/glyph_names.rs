//! Names of letters in fonts, and the letters: those of the Latin script, by the conventions of the Adobe Glyph List (version 2.0).
//!
//! An accented letter is named by its letter and its accent, which are put together here; `uni00E9` and `u1F600` tell the number.

use unicode_normalization::UnicodeNormalization as _;

/// Accents, and the marks that stand for them behind a letter.
const ACCENTS: &[(&str, char)] = &[
    ("grave", '\u{300}'),
    ("acute", '\u{301}'),
    ("circumflex", '\u{302}'),
    ("tilde", '\u{303}'),
    ("macron", '\u{304}'),
    ("breve", '\u{306}'),
    ("dotaccent", '\u{307}'),
    ("dieresis", '\u{308}'),
    ("ring", '\u{30a}'),
    ("hungarumlaut", '\u{30b}'),
    ("caron", '\u{30c}'),
    ("commaaccent", '\u{326}'),
    ("cedilla", '\u{327}'),
    ("ogonek", '\u{328}'),
];

/// Names of signs, of digits, and of letters that no accent makes.
const NAMES: &[(&str, &str)] = &[
    ("space", " "),
    ("nbspace", " "),
    ("exclam", "!"),
    ("quotedbl", "\""),
    ("numbersign", "#"),
    ("dollar", "$"),
    ("percent", "%"),
    ("ampersand", "&"),
    ("quotesingle", "'"),
    ("parenleft", "("),
    ("parenright", ")"),
    ("asterisk", "*"),
    ("plus", "+"),
    ("comma", ","),
    ("hyphen", "-"),
    ("sfthyphen", "\u{ad}"),
    ("period", "."),
    ("slash", "/"),
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("colon", ":"),
    ("semicolon", ";"),
    ("less", "<"),
    ("equal", "="),
    ("greater", ">"),
    ("question", "?"),
    ("at", "@"),
    ("bracketleft", "["),
    ("backslash", "\\"),
    ("bracketright", "]"),
    ("underscore", "_"),
    ("braceleft", "{"),
    ("bar", "|"),
    ("braceright", "}"),
    ("quoteleft", "\u{2018}"),
    ("quoteright", "\u{2019}"),
    ("quotedblleft", "\u{201c}"),
    ("quotedblright", "\u{201d}"),
    ("quotesinglbase", "\u{201a}"),
    ("quotedblbase", "\u{201e}"),
    ("guillemotleft", "\u{ab}"),
    ("guillemotright", "\u{bb}"),
    ("guilsinglleft", "\u{2039}"),
    ("guilsinglright", "\u{203a}"),
    ("endash", "\u{2013}"),
    ("emdash", "\u{2014}"),
    ("bullet", "\u{2022}"),
    ("ellipsis", "\u{2026}"),
    ("dagger", "\u{2020}"),
    ("daggerdbl", "\u{2021}"),
    ("fi", "fi"),
    ("fl", "fl"),
    ("ff", "ff"),
    ("ffi", "ffi"),
    ("ffl", "ffl"),
    ("oe", "œ"),
    ("OE", "Œ"),
    ("ae", "æ"),
    ("AE", "Æ"),
    ("germandbls", "ß"),
    ("Euro", "\u{20ac}"),
    ("sterling", "\u{a3}"),
    ("yen", "\u{a5}"),
    ("cent", "\u{a2}"),
    ("section", "\u{a7}"),
    ("paragraph", "\u{b6}"),
    ("degree", "\u{b0}"),
    ("copyright", "\u{a9}"),
    ("registered", "\u{ae}"),
    ("trademark", "\u{2122}"),
    ("exclamdown", "\u{a1}"),
    ("questiondown", "\u{bf}"),
    ("oslash", "ø"),
    ("Oslash", "Ø"),
    ("lslash", "ł"),
    ("Lslash", "Ł"),
    ("dcroat", "đ"),
    ("Dcroat", "Đ"),
    ("eth", "ð"),
    ("Eth", "Ð"),
    ("thorn", "þ"),
    ("Thorn", "Þ"),
    ("dotlessi", "ı"),
    ("periodcentered", "\u{b7}"),
    ("middot", "\u{b7}"),
    ("minus", "\u{2212}"),
    ("multiply", "\u{d7}"),
    ("divide", "\u{f7}"),
    ("plusminus", "\u{b1}"),
    ("onehalf", "\u{bd}"),
    ("onequarter", "\u{bc}"),
    ("threequarters", "\u{be}"),
    ("ordfeminine", "\u{aa}"),
    ("ordmasculine", "\u{ba}"),
    ("onesuperior", "\u{b9}"),
    ("twosuperior", "\u{b2}"),
    ("threesuperior", "\u{b3}"),
    ("mu", "\u{b5}"),
    ("perthousand", "\u{2030}"),
    ("asciitilde", "~"),
    ("asciicircum", "^"),
    ("grave", "`"),
    ("acute", "\u{b4}"),
    ("dieresis", "\u{a8}"),
    ("cedilla", "\u{b8}"),
    ("fraction", "/"),
    ("florin", "\u{192}"),
    ("currency", "\u{a4}"),
    ("brokenbar", "\u{a6}"),
    ("logicalnot", "\u{ac}"),
    ("f_f", "ff"),
    ("f_i", "fi"),
    ("f_l", "fl"),
    ("f_f_i", "ffi"),
    ("f_f_l", "ffl"),
];

/// What the letter called `name` means.
pub(super) fn named(name: &str) -> Option<String> {
    // A dot sets off a variant of the shape.
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    let mut characters = name.chars();
    if let (Some(only), None) = (characters.next(), characters.next()) {
        return Some(only.to_string());
    }
    if let Some((_, text)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some((*text).to_owned());
    }
    let accented = ACCENTS.iter().find_map(|(accent, mark)| {
        let letter = name.strip_suffix(accent)?;
        let letter = if letter == "dotlessi" { "i" } else { letter };
        (letter.chars().count() == 1).then(|| format!("{letter}{mark}").nfc().collect::<String>())
    });
    accented.or_else(|| numbered(name))
}

/// The letter that a name like `uni00E9` or `u1F600` tells the number of.
fn numbered(name: &str) -> Option<String> {
    let digits = name.strip_prefix("uni").and_then(|digits| digits.get(..4)).or_else(|| name.strip_prefix('u'))?;
    if !(4..=6).contains(&digits.len()) {
        return None;
    }
    u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).map(|c| c.to_string())
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn letters_are_known_by_name() {
        let told = [
            ("a", "a"),
            ("eacute", "é"),
            ("Ccedilla", "Ç"),
            ("f_i", "fi"),
            ("uni0153", "œ"),
            ("u1F600", "\u{1f600}"),
            ("A.sc", "A"),
        ];
        for (name, text) in told {
            assert_eq!(named(name).as_deref(), Some(text), "{name}");
        }
        assert_eq!((named("g123"), named("")), (None, None));
    }
}
