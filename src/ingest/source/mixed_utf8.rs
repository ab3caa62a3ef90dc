//! Files that programs of several encodings have written into: UTF-8 with lines or single bytes of Windows-1252.

use encoding_rs::WINDOWS_1252;

use crate::ingest::source::western::is_western;

/// What such a file is said to be read as.
pub(crate) const MIXED: &str = "UTF-8 and windows-1252";

/// The text of `bytes`, which are no UTF-8; `None` unless what is UTF-8 in them, and what the other bytes are in Windows-1252, are letters and signs
/// of Western Europe. Two bytes of another encoding are seldom one such letter in UTF-8 by chance.
pub(crate) fn mixed(bytes: &[u8]) -> Option<String> {
    /// Letters that have to be there in UTF-8.
    const LEAST: usize = 3;
    let (mut text, mut valid, mut usual, mut other) = (String::with_capacity(bytes.len()), 0usize, 0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        let mut before = ' ';
        for c in chunk.valid().chars() {
            valid += usize::from(!c.is_ascii());
            usual += usize::from(is_western(c));
            match older(c).filter(|_| before.is_ascii()) {
                Some(words) => text.push_str(&words),
                None => text.push(c),
            }
            before = c;
        }
        let (words, _) = WINDOWS_1252.decode_without_bom_handling(chunk.invalid());
        if !words.chars().all(is_western) {
            return None;
        }
        other += words.chars().count();
        text.push_str(&words);
    }
    (other > 0 && usual >= LEAST && usual * 10 >= valid * 9 && usual * 4 >= other).then_some(text)
}

/// What the bytes of `c`, which is no letter of Western Europe, are in Windows-1252 when all of that is: those of `頻` are `é\u{a0}»`.
fn older(c: char) -> Option<String> {
    let bytes = (c > '\u{17f}' && !is_western(c)).then(|| c.to_string().into_bytes())?;
    let words = WINDOWS_1252.decode_without_bom_handling(&bytes).0;
    words.chars().all(is_western).then(|| words.into_owned())
}

#[cfg(test)]
mod tests {
    use super::{MIXED, mixed};
    use crate::ingest::source::decode::decode;

    #[test]
    fn lines_of_two_encodings_are_both_read() {
        let line = "L’été à la mairie, « enfin », a été très chaud.\n";
        let old = encoding_rs::WINDOWS_1252.encode(line).0;
        let file = [line.as_bytes(), &old, line.as_bytes()].concat();
        let decoded = decode(&file).unwrap();
        assert_eq!((&*decoded.text, decoded.encoding.name), (line.repeat(3).as_str(), MIXED));
        assert_eq!(decode(&old).unwrap().encoding.name, "windows-1252");
    }

    #[test]
    fn a_letter_before_a_space_and_a_mark_of_quotation_is_what_it_was() {
        let old = "Le texte a été « adopté\u{a0}» mardi, et le pont «\u{a0}fermé\u{a0}».\n";
        let file = ["L’été à Nîmes a été très chaud.\n".as_bytes(), &encoding_rs::WINDOWS_1252.encode(old).0].concat();
        assert_eq!(decode(&file).unwrap().text.lines().nth(1), old.lines().next());
    }

    #[test]
    fn other_encodings_are_none() {
        for encoding in [encoding_rs::GBK, encoding_rs::WINDOWS_1251, encoding_rs::EUC_KR, encoding_rs::WINDOWS_1256] {
            for text in [
                "桥梁周四早上重新开放，工程耗时十一个月。",
                "Мост открылся в четверг утром после ремонта.",
                "다리가 목요일 아침에 다시 열렸다.",
                "أعيد فتح الجسر صباح الخميس",
            ] {
                assert_eq!(mixed(&encoding.encode(text).0), None, "{text}");
            }
        }
    }

    #[test]
    fn code_pages_of_arabic_are_no_macintosh() {
        let text = "أعيد فتح جسر الوادي صباح الخميس بعد أحد عشر شهرا من الأعمال، بحضور مئة من السكان الذين جاؤوا على دراجاتهم.";
        let bytes = encoding_rs::WINDOWS_1256.encode(text).0;
        assert_eq!(&*decode(&bytes).unwrap().text, text);
    }
}
