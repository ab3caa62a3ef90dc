//! Words in XML 1.0. The forms of XML are written by hand, element by element; nothing in a text can end one.

/// `text` as the words of an element or the value of an attribute, on one line; what XML cannot hold is left out.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' | '\r' => out.push(' '),
            '\u{FFFE}' | '\u{FFFF}' => {}
            sign if sign.is_control() && u32::from(sign) < 0x20 => {}
            sign => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_is_hostile_stays_inside_its_attribute() {
        assert_eq!(escaped("a\"b<c>&\u{1}\n\u{FFFF}é"), "a&quot;b&lt;c&gt;&amp; é");
    }
}
