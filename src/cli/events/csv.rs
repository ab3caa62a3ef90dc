//! Comma-separated values (RFC 4180), one record a line ended by CRLF, safe to open in a spreadsheet.

/// A record of `fields` as a line.
pub fn line(fields: &[String]) -> String {
    fields.iter().map(|field| quoted(field)).collect::<Vec<_>>().join(",") + "\r\n"
}

fn quoted(field: &str) -> String {
    // A spreadsheet computes a cell that begins with one of these; behind an apostrophe it is text.
    let text = if field.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{field}") } else { field.to_owned() };
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn fields_are_quoted_where_needed_and_never_computed() {
        let fields = ["a", "b, « c »", "d \"e\"", "=HYPERLINK(1)", ""].map(String::from);
        assert_eq!(line(&fields), "a,\"b, « c »\",\"d \"\"e\"\"\",'=HYPERLINK(1),\r\n");
    }
}
