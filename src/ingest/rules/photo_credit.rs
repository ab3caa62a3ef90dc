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
    "picture by",
    "pictures by",
    "photo de",
    "credit image",
    "legende image",
    "legende photo",
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

/// Whether `rest` stands behind `key` as a credit or a caption does; a comma only behind two words, `Légende image, …`.
fn follows(key: &str, rest: &str) -> bool {
    rest.starts_with([':', '©']) || key.contains(' ') && rest.starts_with(',')
}

/// `Crédit photo : …`, `Photo : …`, `Légende : …`, `Image d'illustration`.
#[must_use]
pub fn opened(folded: &str) -> bool {
    let plain = folded.trim_matches(|c: char| !c.is_alphanumeric());
    WHOLE.contains(&plain)
        || folded.len() <= 160
            && KEYS.iter().any(|key| folded.strip_prefix(key).is_some_and(|rest| follows(key, rest.trim_start())))
        || folded.len() <= 80 && OPENINGS.iter().any(|opening| folded.starts_with(opening))
}
