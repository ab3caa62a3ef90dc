//! Line ends: a text whose lines end as on old Macintosh systems, or in several ways, with one kind of end.

/// `text` with a line feed where it has a carriage return alone; `None` when it has none. Carriage returns before a line feed stay, since
/// they end the line with it.
pub(crate) fn without_lone_returns(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let is_lone = |at: usize| bytes.get(at..).unwrap_or_default().iter().find(|byte| **byte != b'\r') != Some(&b'\n');
    memchr::memchr_iter(b'\r', bytes).find(|at| bytes.get(at + 1) != Some(&b'\n') && is_lone(*at))?;
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('\r') {
        out.push_str(before);
        let other = behind.trim_start_matches('\r');
        let returns = 1 + behind.len() - other.len();
        let ends = if other.starts_with('\n') { returns - 1 } else { returns };
        out.extend(std::iter::repeat_n('\n', ends));
        out.extend((ends < returns).then_some('\r'));
        rest = other;
    }
    out.push_str(rest);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::without_lone_returns;

    #[test]
    fn returns_alone_end_lines_and_those_before_a_feed_stay() {
        assert_eq!(without_lone_returns("a\rb\r\rc\r\nd\n").as_deref(), Some("a\nb\n\nc\r\nd\n"));
        assert_eq!(without_lone_returns("a\r\r\nb\rc\r").as_deref(), Some("a\n\r\nb\nc\n"));
        for text in ["", "a\r\nb\r\n", "a\nb", "a\r\r\nb"] {
            assert_eq!(without_lone_returns(text), None, "{text:?}");
        }
    }
}
