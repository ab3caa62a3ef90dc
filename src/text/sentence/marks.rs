//! The marks before a sentence and the last word of one, as `sentence` and its helpers read them.

/// Longest word, in bytes, that is looked up as an abbreviation or a sentence opener.
pub(super) const LONGEST_WORD: usize = 24;

/// Marks and white space that stand before the first word of a sentence.
pub(super) fn leads_in(c: char) -> bool {
    matches!(c, '«' | '“' | '"' | '‘' | '’' | '\'' | '(' | '[' | '‹' | '„' | '¿' | '¡' | '-' | '–' | '—' | '•')
        || c.is_whitespace()
}

/// The end of `text` back to white space, an opening mark or an elision.
pub(super) fn last_word(text: &str) -> &str {
    let outer = |c: char| c.is_whitespace() || matches!(c, '(' | '[' | '«' | '“' | '"' | '’' | '\'' | '/' | '–' | '—');
    let near = text.char_indices().rev().take(LONGEST_WORD);
    let start = near.take_while(|(_, c)| !outer(*c)).last().map_or(text.len(), |(at, _)| at);
    text.get(start..).unwrap_or_default()
}
