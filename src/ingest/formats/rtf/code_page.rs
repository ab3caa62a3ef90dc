//! The code pages that rich text names by their numbers: that of the document, and those of fonts.

use std::collections::HashMap;

use encoding_rs::{Encoding, WINDOWS_1252};

/// What the bytes of a document stand for.
pub(super) struct CodePages {
    /// The code page of the document.
    pub(super) document: &'static Encoding,
    /// The font that is meant where none is named.
    pub(super) font: i64,
    /// Those of the fonts that have one of their own.
    fonts: HashMap<i64, &'static Encoding>,
}

impl Default for CodePages {
    fn default() -> Self {
        Self { document: WINDOWS_1252, font: 0, fonts: HashMap::new() }
    }
}

impl CodePages {
    /// The `font` of the list of fonts has the code page `encoding`.
    pub(super) fn learn(&mut self, font: Option<i64>, encoding: Option<&'static Encoding>) {
        if let (Some(font), Some(encoding)) = (font, encoding) {
            self.fonts.insert(font, encoding);
        }
    }

    /// The code page of what is set in `font`, or in that of the document.
    pub(super) fn of(&self, font: Option<i64>) -> &'static Encoding {
        self.fonts.get(&font.unwrap_or(self.font)).copied().unwrap_or(self.document)
    }
}

/// The encoding of a Windows code page.
pub(super) fn code_page(number: i64) -> &'static Encoding {
    let label = match number {
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10_000 => "macintosh".to_owned(),
        65_001 => "utf-8".to_owned(),
        number => format!("windows-{number}"),
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
}

/// The encoding of a font with this character set; `None` for those that have none of their own (RTF 1.9.1, font table).
pub(super) fn of_charset(number: i64) -> Option<&'static Encoding> {
    let page = match number {
        77 => 10_000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    };
    Some(code_page(page))
}
