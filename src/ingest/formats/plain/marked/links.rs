//! Links in the marks of Markdown: what a page shows of them. Asked by `marked`.

use std::borrow::Cow;

/// Bytes of an address, at most.
const LONGEST: usize = 2000;

/// `words` with what links show in their place, and without pictures: `[Claire](/c)` is Claire.
pub(super) fn without_addresses(words: &str) -> Cow<'_, str> {
    if !words.contains("](") {
        return words.into();
    }
    let mut shown = String::with_capacity(words.len());
    // Where brackets stand open, in what is shown.
    let (mut open, mut gone): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut rest = words;
    while let Some(at) = rest.find(['[', ']']) {
        let (before, behind) = rest.split_at_checked(at).unwrap_or((rest, ""));
        shown.push_str(before);
        let (sign, behind) = behind.split_at_checked(1).unwrap_or((behind, ""));
        if sign == "[" {
            // Two links beside each other are two things.
            if rest.len() < words.len() && before.is_empty() && shown.ends_with(char::is_alphanumeric) {
                shown.push(' ');
            }
            open.push(shown.len());
        }
        match (sign, open.last().copied().zip(behind_address(behind))) {
            ("]", Some((start, after))) => {
                open.pop();
                match start.checked_sub(1).filter(|sign| shown.get(*sign..start) == Some("!")) {
                    Some(picture) => {
                        shown.truncate(picture);
                        gone.retain(|at| *at < picture);
                    }
                    None => gone.push(start),
                }
                rest = after;
                continue;
            }
            ("]", None) => {
                open.pop();
            }
            _ => {}
        }
        shown.push_str(sign);
        rest = behind;
    }
    shown.push_str(rest);
    gone.sort_unstable();
    let mut kept = String::with_capacity(shown.len());
    let mut start = 0;
    for at in gone.into_iter().chain([shown.len()]) {
        kept.push_str(shown.get(start..at).unwrap_or_default());
        start = at + 1;
    }
    kept.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

/// What stands behind an address in brackets, which `words` begin with.
fn behind_address(words: &str) -> Option<&str> {
    let address = words.strip_prefix('(')?;
    let mut depth = 1usize;
    for (at, byte) in address.bytes().enumerate().take(LONGEST) {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return address.get(at + 1..);
        }
    }
    None
}

/// About how many bytes of `words` a page shows.
pub(super) fn shown(words: &str) -> usize {
    without_addresses(words).len()
}
