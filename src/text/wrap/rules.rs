//! French rules for the ends of rows, over those of UAX #14. Called by `text::wrap` alone.

/// Whether no row may break before the byte `at` of `line`: what stands there belongs to what stands before it.
///
/// Looks back over white space, though not before `start`, where the row begins.
pub fn is_tied(line: &str, start: usize, at: usize) -> bool {
    let after = line.get(at..).and_then(|rest| rest.chars().next());
    let before = line.get(start..at).and_then(|head| head.trim_end_matches(breaks_away).chars().next_back());
    let after_gap = before.is_some_and(is_no_break_space) || before.is_some_and(never_ends);
    after_gap || after.is_some_and(|c| never_begins(c) || is_no_break_space(c))
}

/// Whether a grapheme is white space that a row drops at its end.
pub fn is_blank(grapheme: &str) -> bool {
    grapheme.chars().all(breaks_away)
}

fn breaks_away(c: char) -> bool {
    c.is_whitespace() && !is_no_break_space(c)
}

fn is_no_break_space(c: char) -> bool {
    matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

/// Marks that close what is before them, with a space between in French.
fn never_begins(c: char) -> bool {
    matches!(c, ';' | ':' | '!' | '?' | '»' | '›' | '…' | ')' | ']' | '}' | '”' | ',' | '.' | '%' | '‰' | '°')
}

/// Marks that open what is after them.
fn never_ends(c: char) -> bool {
    matches!(c, '«' | '‹' | '“' | '„' | '‘' | '(' | '[' | '{' | '¿' | '¡')
}
