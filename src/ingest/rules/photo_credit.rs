//! How the credit of a picture opens a line: rules for one folded line each; `caption` asks them.

/// What stands before a colon or a copyright sign.
pub const KEYS: &[&str] = &[
    "credit photo",
    "credits photo",
    "credits photos",
    "credit",
    "credits",
    "photo credit",
    "photo",
    "photos",
    "image",
    "legende",
    "caption",
    "illustration",
    "photo by",
    "photo de",
];
/// Lines that say nothing else.
pub const WHOLE: &[&str] = &[
    "photo d'illustration",
    "image d'illustration",
    "illustration",
    "photo d'archives",
    "photo d'archive",
    "file photo",
    "photo",
];
/// What opens a short line.
pub const OPENINGS: &[&str] = &["photo afp", "photo reuters", "photo ap", "photo by ", "photo par ", "photo: "];

/// `Crédit photo : …`, `Photo : …`, `Légende : …`, `Image d'illustration`.
#[must_use]
pub fn opened(folded: &str) -> bool {
    let plain = folded.trim_matches(|c: char| !c.is_alphanumeric());
    WHOLE.contains(&plain)
        || folded.len() <= 160
            && KEYS.iter().any(|key| folded.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with([':', '©'])))
        || folded.len() <= 80 && OPENINGS.iter().any(|opening| folded.starts_with(opening))
}
