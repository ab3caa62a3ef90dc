//! JSON that programs write and no parser takes: numbers of Python that JSON has not (`NaN`, `Infinity`), halves of surrogate pairs, line ends within
//! strings, commas behind the last element, escapes of other languages.

use std::borrow::Cow;

/// `text` as JSON (RFC 8259) would have it: `null` for such numbers, U+FFFD for half a pair, escapes for what must be escaped; words stay as they are.
/// Borrowed when nothing of this is in it. For a text that a parser refused.
pub(crate) fn repaired(text: &str) -> Cow<'_, str> {
    const NUMBERS: [&str; 3] = ["NaN", "-Infinity", "Infinity"];
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find(['"', 'N', 'I', '-', ',']) {
        out.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        let taken = if let Some(number) = NUMBERS.iter().find(|number| rest.starts_with(**number)) {
            out.push_str("null");
            number.len()
        } else if rest.starts_with('"') {
            let taken = string_len(rest);
            put_string(&mut out, rest.get(..taken).unwrap_or_default());
            taken
        } else {
            let is_last = rest.starts_with(',') && rest.get(1..).unwrap_or_default().trim_start().starts_with([']', '}']);
            out.push_str(rest.get(..1).filter(|_| !is_last).unwrap_or_default());
            1
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    out.push_str(rest);
    if out == text { text.into() } else { out.into() }
}

/// The bytes of the string that `text` opens with, its marks included.
fn string_len(text: &str) -> usize {
    let mut escaped = false;
    let end = text.bytes().skip(1).position(|byte| {
        let closes = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        closes
    });
    end.map_or(text.len(), |end| end + 2)
}

/// Writes a string with its escapes put right.
fn put_string(out: &mut String, string: &str) {
    let mut rest = string;
    while let Some(at) = rest.find(|c: char| c == '\\' || c < ' ') {
        out.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        let taken = if rest.starts_with('\\') { put_escape(out, rest) } else { put_control(out, rest) };
        rest = rest.get(taken..).unwrap_or_default();
    }
    out.push_str(rest);
}

/// Writes the control sign that `rest` begins with as an escape, and says how many bytes it has.
fn put_control(out: &mut String, rest: &str) -> usize {
    match rest.bytes().next() {
        Some(b'\n') => out.push_str("\\n"),
        Some(b'\t') => out.push_str("\\t"),
        Some(b'\r') => out.push_str("\\r"),
        _ => out.push_str("\\ufffd"),
    }
    1
}

/// Writes the escape that `rest` begins with, and says how many bytes it has.
fn put_escape(out: &mut String, rest: &str) -> usize {
    let unit = |at: usize| rest.get(at..at + 6)?.strip_prefix("\\u").and_then(|digits| u16::from_str_radix(digits, 16).ok());
    let (head, taken) = match (rest.as_bytes().get(1), unit(0)) {
        (Some(b'u'), Some(0xD800..=0xDBFF)) if unit(6).is_some_and(|low| (0xDC00..=0xDFFF).contains(&low)) => {
            (rest.get(..12), 12)
        }
        (Some(b'u'), Some(0xD800..=0xDFFF)) => (Some("\\ufffd"), 6),
        (Some(b'u'), Some(_)) => (rest.get(..6), 6),
        (Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't'), _) => (rest.get(..2), 2),
        (Some(b'\''), _) => (Some("'"), 2),
        _ => (Some("\\\\"), 1),
    };
    out.push_str(head.unwrap_or_default());
    taken
}

#[cfg(test)]
mod tests {
    use super::repaired;

    #[test]
    fn numbers_that_are_none_go_and_words_stay() {
        let text = r#"{"a": NaN, "b": [-Infinity, Infinity, -1], "c\\": "NaN \" Infinity", "d": NaN}"#;
        assert_eq!(repaired(text), r#"{"a": null, "b": [null, null, -1], "c\\": "NaN \" Infinity", "d": null}"#);
        assert_eq!(repaired(r#"{"a": "NaN"#), r#"{"a": "NaN"#);
    }

    #[test]
    fn what_programs_write_into_strings_and_lists_is_put_right() {
        let value = |text: &str| serde_json::from_str::<serde_json::Value>(&repaired(text)).map(|value| value.to_string()).ok();
        assert_eq!(
            value(r#"["\ud83d fin", "\ud83d\ude00", "\udc00", "\u00e9"]"#).as_deref(),
            Some("[\"\u{fffd} fin\",\"\u{1f600}\",\"\u{fffd}\",\"é\"]")
        );
        assert_eq!(
            value("[\"un\ndeux\ttrois\", \"d\\'Ana\", \"c:\\Users\",]").as_deref(),
            Some(r#"["un\ndeux\ttrois","d'Ana","c:\\Users"]"#)
        );
        assert_eq!(value("{\"a\": [1, 2, ], }").as_deref(), Some(r#"{"a":[1,2]}"#));
        assert_eq!(value("[\"fin\\"), None);
    }
}
