//! Numbers that JSON has not and that Python writes all the same: `NaN`, `Infinity`, `-Infinity`. They stand for nothing known.

use std::borrow::Cow;

/// `text` with `null` for each such number; strings stay as they are.
pub(crate) fn known(text: &str) -> Cow<'_, str> {
    const NUMBERS: [&str; 3] = ["NaN", "-Infinity", "Infinity"];
    if !NUMBERS.iter().any(|number| memchr::memmem::find(text.as_bytes(), number.as_bytes()).is_some()) {
        return text.into();
    }
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find(['"', 'N', 'I', '-']) {
        out.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        let number = NUMBERS.iter().find(|number| rest.starts_with(**number));
        let taken = number.map_or_else(|| if rest.starts_with('"') { string_len(rest) } else { 1 }, |number| number.len());
        out.push_str(if number.is_some() { "null" } else { rest.get(..taken).unwrap_or_default() });
        rest = rest.get(taken..).unwrap_or_default();
    }
    out.push_str(rest);
    out.into()
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

#[cfg(test)]
mod tests {
    use super::known;

    #[test]
    fn numbers_that_are_none_go_and_words_stay() {
        let text = r#"{"a": NaN, "b": [-Infinity, Infinity, -1], "c\\": "NaN \" Infinity", "d": NaN}"#;
        assert_eq!(known(text), r#"{"a": null, "b": [null, null, -1], "c\\": "NaN \" Infinity", "d": null}"#);
        assert_eq!(known(r#"{"a": "NaN"#), r#"{"a": "NaN"#);
    }
}
