//! How wide the letters of the fonts are that every program has and that a document need not hold (ISO 32000-2, 9.6.2.2), by their metrics.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization as _;

/// The widths of the codes of such a font, called `name`, whose `encoding` is known; none for another font.
pub(super) fn standard_widths(name: &str, encoding: &HashMap<u8, String>) -> HashMap<u32, f64> {
    let ascii = of_ascii(name);
    let is_times = name.contains("Times");
    let width = |(code, text): (&u8, &String)| {
        let first = text.chars().next()?;
        // An accented letter is as wide as its letter.
        let base = first.nfd().next().unwrap_or(first);
        let width = match u32::from(base).checked_sub(32).and_then(|at| ascii.get(usize::try_from(at).ok()?)) {
            Some(width) => *width,
            None if ascii.is_empty() => return None,
            None => sign(first, is_times)?,
        };
        Some((u32::from(*code), f64::from(width) / 1000.0))
    };
    encoding.iter().filter_map(width).collect()
}

/// The width of a sign that is no letter of ASCII, in Times or in Helvetica.
fn sign(c: char, is_times: bool) -> Option<u16> {
    let (helvetica, times) = match c {
        '\u{2018}' | '\u{2019}' | '\u{201a}' => (222, 333),
        '\u{201c}' | '\u{201d}' | '\u{201e}' => (333, 444),
        '«' | '»' | '\u{2013}' => (556, 500),
        '\u{2014}' | '\u{2026}' => (1000, 1000),
        'œ' => (944, 722),
        'æ' => (889, 667),
        'Œ' | 'Æ' => (1000, 889),
        'ß' => (611, 500),
        '\u{a0}' => (278, 250),
        _ => return None,
    };
    Some(if is_times { times } else { helvetica })
}

/// The widths of the letters of ASCII in a font that every program has and that tells none (ISO 32000-2, 9.6.2.2), by its metrics.
fn of_ascii(name: &str) -> &'static [u16] {
    const HELVETICA: [u16; 95] = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
        556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
        556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];
    const TIMES: [u16; 95] = [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
        500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
        556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500,
        500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
    ];
    match name {
        name if name.contains("Times") => &TIMES,
        name if name.contains("Helvetica") || name.contains("Arial") => &HELVETICA,
        _ => &[],
    }
}
