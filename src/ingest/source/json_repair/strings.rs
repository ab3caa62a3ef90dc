//! Strings that programs write into JSON: between marks of either kind, with line ends in them, halves of surrogate pairs, escapes of other languages.

/// The bytes of the string that `text` opens with, its marks included: those of the rest when it has no end.
pub(super) fn len(text: &str) -> usize {
    let Some(mark) = text.bytes().next() else { return 0 };
    let mut escaped = false;
    let end = text.bytes().skip(1).position(|byte| {
        let closes = byte == mark && !escaped;
        escaped = byte == b'\\' && !escaped;
        closes
    });
    end.map_or(text.len(), |end| end + 2)
}

/// Writes a string of JSON with its escapes put right. One between single marks, as Python and JavaScript write them, is put between double ones.
pub(super) fn put(out: &mut String, string: &str) {
    let single = string.strip_prefix('\'');
    let inner = single.map(|rest| rest.strip_suffix('\'').unwrap_or(rest));
    if inner.is_some() {
        out.push('"');
    }
    let mut rest = inner.unwrap_or(string);
    while let Some(at) = rest.find(|c: char| c == '\\' || c < ' ' || c == '"' && inner.is_some()) {
        out.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        let taken = match rest.bytes().next() {
            Some(b'\\') => put_escape(out, rest),
            Some(b'"') => put_mark(out),
            _ => put_control(out, rest),
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    out.push_str(rest);
    if inner.is_some() {
        out.push('"');
    }
}

/// Writes a double mark as an escape, and says how many bytes it has.
fn put_mark(out: &mut String) -> usize {
    out.push_str("\\\"");
    1
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
        // A line that goes on in the next one, and code points by two and by eight digits.
        (Some(b'\n'), _) => (Some(""), 2),
        (Some(b'x'), _) if put_code_point(out, rest.get(2..4)) => (None, 4),
        (Some(b'U'), _) if put_code_point(out, rest.get(2..10)) => (None, 10),
        _ => (Some("\\\\"), 1),
    };
    out.push_str(head.unwrap_or_default());
    taken
}

/// Writes the character with the code point `digits`, and says whether there is one.
fn put_code_point(out: &mut String, digits: Option<&str>) -> bool {
    let character = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
    match character {
        Some('"') => out.push_str("\\\""),
        Some('\\') => out.push_str("\\\\"),
        Some(c) if c < ' ' => _ = put_control(out, c.encode_utf8(&mut [0; 4])),
        Some(c) => out.push(c),
        None => return false,
    }
    true
}
