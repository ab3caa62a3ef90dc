//! Text as YAML: always a quoted string on one line, so that no colon, sign or line end in it can mean anything.

use std::fmt::Write as _;

/// `text` as a double-quoted YAML 1.2 scalar (section 7.3.1). Characters that are not printable in YAML (section 5.1) are escaped.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for sign in text.chars() {
        match sign {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            // Writing to a string cannot fail.
            _ if needs_escape(sign) => drop(write!(out, "\\U{:08x}", u32::from(sign))),
            _ => out.push(sign),
        }
    }
    out.push('"');
    out
}

fn needs_escape(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_parser_gives_back_what_was_quoted() {
        for text in
            ["a: b # c", "\"'\\", "l1\nl2\r\n\t", "---", "{x}, [y]", "&a *b !c %d @e `f", "\0\u{7f}\u{85}\u{2028}\u{feff}", ""]
        {
            let read: String = serde_yaml_ng::from_str(&quoted(text)).unwrap();
            assert_eq!(read, text);
        }
    }
}
