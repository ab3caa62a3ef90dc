//! What the codes of a font in the Compact Font Format mean (Adobe Technical Note 5176): its own encoding, and the names of its letters.

use crate::ingest::formats::pdf::glyph_names::named;

/// Letters of a font.
const GLYPHS: usize = 65_536;

/// Codes, and the letters they stand for whose names are known; none when the program has a standard encoding or cannot be read.
pub(super) fn listed(program: &[u8]) -> Vec<(u8, String)> {
    encoding(program).unwrap_or_default()
}

fn encoding(program: &[u8]) -> Option<Vec<(u8, String)>> {
    let mut reader = Reader { bytes: program, at: usize::from(*program.get(2)?) };
    reader.index()?;
    let top = dict(reader.index()?.first()?);
    let strings = reader.index()?;
    let offset =
        |operator: u8| top.iter().find(|(known, _)| *known == operator).and_then(|(_, value)| usize::try_from(*value).ok());
    let start = offset(ENCODING).filter(|at| *at > 1)?;
    let count = Reader { bytes: program, at: offset(CHAR_STRINGS)? }.number(2)?.min(GLYPHS);
    let names = charset(program, offset(CHARSET).unwrap_or(0), count);
    let letter = |glyph: usize| name(*names.get(glyph)?, &strings);
    let mut codes = Vec::new();
    let mut reader = Reader { bytes: program, at: start };
    let format = reader.number(1)?;
    let parts = reader.number(1)?;
    let mut glyph = 1;
    for _ in 0..parts {
        let first = reader.number(1)?;
        let left = if matches!(format, 0 | 0x80) { 0 } else { reader.number(1)? };
        for code in first..=first + left {
            codes.push((u8::try_from(code).ok()?, letter(glyph)));
            glyph += 1;
        }
    }
    if format & 0x80 != 0 {
        for _ in 0..reader.number(1)? {
            let code = u8::try_from(reader.number(1)?).ok()?;
            codes.push((code, name(reader.number(2)?, &strings)));
        }
    }
    Some(codes.into_iter().filter_map(|(code, letter)| Some((code, letter?))).collect())
}

/// Operators of the dictionary of a font.
const CHARSET: u8 = 15;
const ENCODING: u8 = 16;
const CHAR_STRINGS: u8 = 17;

/// The numbers of the names of `count` letters.
fn charset(program: &[u8], start: usize, count: usize) -> Vec<usize> {
    // The first standard set has the standard strings in their order.
    if start <= 2 {
        return (0..count).collect();
    }
    let (mut reader, mut names) = (Reader { bytes: program, at: start }, vec![0]);
    let format = reader.number(1).unwrap_or_default();
    while names.len() < count {
        let Some(first) = reader.number(2) else { break };
        let left = match format {
            0 => Some(0),
            1 => reader.number(1),
            _ => reader.number(2),
        };
        let Some(left) = left else { break };
        names.extend((first..=first + left).take(count.saturating_sub(names.len())));
    }
    names
}

/// The letter that has the name of this number: the standard's own, then those of the font.
fn name(number: usize, strings: &[&[u8]]) -> Option<String> {
    if let Some(own) = number.checked_sub(391) {
        return named(std::str::from_utf8(strings.get(own)?).ok()?);
    }
    match number {
        266 => Some("ff".to_owned()),
        267 => Some("ffi".to_owned()),
        268 => Some("ffl".to_owned()),
        number => STANDARD.chars().nth(number.checked_sub(1)?).map(String::from),
    }
}

/// The letters of the standard's own names 1 to 228, the ligatures of the set for experts aside, in their order (appendix A).
const STANDARD: &str = " !\"#$%&’()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_‘abcdefghijklmnopqrstuvwxyz{|}~\
    ¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ–†‡·¶•‚„”»…‰¿`´ˆ˜¯˘˙¨˚¸˝˛ˇ—ÆªŁØŒºæıłøœß\
    ¹¬µ™Ð½±Þ¼÷¦°þ¾²®−ð×³©ÁÂÄÀÅÃÇÉÊËÈÍÎÏÌÑÓÔÖÒÕŠÚÛÜÙÝŸŽáâäàåãçéêëèíîïìñóôöòõšúûüùýÿž";

/// The operators of a dictionary with their last number; those of two bytes are of no use here.
fn dict(bytes: &[u8]) -> Vec<(u8, i64)> {
    let (mut reader, mut found, mut last) = (Reader { bytes, at: 0 }, Vec::new(), 0);
    while let Some(byte) = reader.number(1) {
        let value = match byte {
            12 => {
                reader.at += 1;
                continue;
            }
            0..=21 => {
                found.push((u8::try_from(byte).unwrap_or_default(), last));
                continue;
            }
            28 => reader.number(2),
            29 => reader.number(4),
            // A number with a fraction ends with a half byte of ones.
            30 => {
                while reader.number(1).is_some_and(|byte| byte & 0xf != 0xf && byte >> 4 != 0xf) {}
                Some(0)
            }
            32..=246 => Some(byte - 139.min(byte)),
            247..=250 => reader.number(1).map(|low| (byte - 247) * 256 + low + 108),
            // What is below nothing is no place.
            251..=254 => reader.number(1).map(|_| 0),
            _ => Some(0),
        };
        last = value.and_then(|value| i64::try_from(value).ok()).unwrap_or_default();
    }
    found
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// A number of so many bytes, the highest first.
    fn number(&mut self, bytes: usize) -> Option<usize> {
        let end = self.at.checked_add(bytes)?;
        let number = self.bytes.get(self.at..end)?.iter().fold(0, |number, byte| number << 8 | usize::from(*byte));
        self.at = end;
        Some(number)
    }

    /// The parts of a list.
    fn index(&mut self) -> Option<Vec<&'a [u8]>> {
        let count = self.number(2)?;
        if count == 0 {
            return Some(Vec::new());
        }
        let size = self.number(1).filter(|size| (1..=4).contains(size))?;
        let offsets: Vec<usize> = (0..=count).map(|_| self.number(size)).collect::<Option<_>>()?;
        let base = self.at.checked_sub(1)?;
        self.at = base.checked_add(*offsets.last()?)?;
        let part = |pair: &[usize]| self.bytes.get(base.checked_add(*pair.first()?)?..base.checked_add(*pair.last()?)?);
        offsets.windows(2).map(part).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{STANDARD, listed, name};

    /// A list with one part for each of `parts`.
    fn index(parts: &[&[u8]]) -> Vec<u8> {
        let mut bytes = vec![0, u8::try_from(parts.len()).unwrap(), 1, 1];
        let mut end = 1;
        for part in parts {
            end += part.len();
            bytes.push(u8::try_from(end).unwrap());
        }
        bytes.extend(parts.iter().flat_map(|part| part.iter()));
        bytes
    }

    #[test]
    fn names_stand_in_the_order_of_the_standard() {
        let letter = |number| name(number, &[]).unwrap();
        assert_eq!((STANDARD.chars().count(), letter(34), letter(109), letter(137)), (228, "A".into(), "ﬁ".into(), "—".into()));
        assert_eq!((letter(207), letter(178), letter(228)), ("é".into(), "É".into(), "ž".into()));
        assert_eq!(name(391, &[b"ffi"]), Some("ffi".to_owned()));
    }

    #[test]
    fn programs_tell_what_their_codes_mean() {
        let font = |charset: u8, encoding: u8, letters: u8| {
            let dict = [28, 0, charset, 15, 28, 0, encoding, 16, 28, 0, letters, 17];
            [&[1, 0, 4, 1][..], &index(&[b"F"]), &index(&[&dict]), &index(&[b"ffi"])].concat()
        };
        let start = u8::try_from(font(0, 0, 0).len()).unwrap();
        // Three letters: none, `ffi`, `é`; the codes 12 and 13, and 200 beside them.
        let mut program = font(start, start + 5, start + 12);
        program.extend([0, 1, 0x87, 0, 207]);
        program.extend([0x81, 1, 12, 1, 1, 200, 0]);
        program.extend([0, 3, 0, 0]);
        assert_eq!(listed(&program), [(12, "ffi".to_owned()), (13, "é".to_owned())]);
        for end in 0..program.len() {
            let _ = listed(program.get(..end).unwrap());
        }
    }
}
