//! Sentences that a page printed without a space between them. It knows marks and letters alone.

/// `told` where a stop parts two sentences with no space behind it, as in texts that were lines of a page.
pub(super) fn parted(told: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = told;
    while let Some(at) = glued(rest) {
        let (part, behind) = rest.split_at(at);
        parts.push(part);
        rest = behind;
    }
    parts.push(rest);
    parts
}

/// The byte behind a stop that a small letter goes before and a capital and a small letter follow.
fn glued(text: &str) -> Option<usize> {
    text.match_indices(['.', '!', '?']).map(|(at, _)| at).find_map(|at| {
        let mut before = text.get(..at)?.chars().rev();
        let mut after = text.get(at + 1..)?.chars();
        let (one, other) = (before.next()?, before.next()?);
        // `en 2019.La mairie`: a number ends a sentence, and no stop within one is followed by a word.
        let small = one.is_ascii_digit() && other.is_alphanumeric()
            || one.is_lowercase() && other.is_lowercase()
            || one == '"'
            || one == '»'
            || one == ')' && other.is_alphanumeric();
        let next = after.next()?;
        let opens = matches!(next, '"' | '«' | '“');
        let next = if opens { after.find(|c| !c.is_whitespace())? } else { next };
        let small = small || opens && one.is_alphanumeric();
        (small && next.is_uppercase() && after.next().is_some_and(|c| c.is_lowercase() || matches!(c, '\'' | '’' | ' ')))
            .then_some(at + 1)
    })
}
