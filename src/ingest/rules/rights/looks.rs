//! What a name looks like that a page keeps its rights in, and where the page calls itself so. Asked by `rights`.

use crate::ingest::rules::brand_lines::is_house_name;
use crate::ingest::rules::masthead::full::{before_what_it_says, is_of_papers};
use crate::text::fold::fold;

/// Bytes of a notice.
pub(super) const LONGEST: usize = 300;
/// Words of a name.
pub(super) const MOST: usize = 4;
/// Bytes of a line that is a name.
pub(super) const NAME: usize = 60;

/// Whether a name needs nothing to bear it out: it is written as papers' are, `Le Parisien`, or as brands are, `DHnet`.
pub(super) fn is_papers(name: &str) -> bool {
    const ARTICLES: &[&str] = &["Le ", "La ", "Les ", "L'", "L’", "El ", "The "];
    let inner = name.chars().skip(1).any(char::is_uppercase) && name.chars().any(char::is_lowercase);
    let of_papers = name.contains(' ') && name.split([' ', '-']).any(is_of_papers);
    ARTICLES.iter().any(|article| name.starts_with(article)) || inner && !name.contains([' ', '.']) || of_papers
}

/// Who a line at the foot says the page is: `Valmont.net est une production de …`, `Le journal VALMONT est édité par …`.
pub(super) fn says_itself(words: &str) -> Option<String> {
    let name = before_what_it_says(words)?;
    let name = ["Le journal ", "Le site ", "Le média ", "La revue ", "Le magazine "]
        .iter()
        .find_map(|label| name.strip_prefix(label))
        .unwrap_or(name);
    let pronoun = matches!(name, "Il" | "Elle" | "Ce" | "Ceci" | "Cela" | "Nous" | "It" | "This" | "She" | "He" | "Qui");
    let pronoun = pronoun || ["This ", "Our ", "Ce ", "Cette ", "Notre "].iter().any(|own| name.starts_with(own));
    let fits = name.starts_with(char::is_uppercase) && !pronoun && (1..=MOST).contains(&name.split_whitespace().count());
    // `Le jhm`: the article is none of a name in small letters.
    let bare =
        ["Le ", "La "].iter().find_map(|article| name.strip_prefix(article)).filter(|rest| rest.starts_with(char::is_lowercase));
    fits.then(|| bare.unwrap_or(name).trim_matches(['«', '»', '"', ' ']).to_owned())
}

/// Whether a line of the page calls it by `name`: the line is the name, or begins or ends with it behind a mark or a blank; a name of two
/// words may stand inside.
pub(super) fn is_called(words: &str, name: &str) -> bool {
    let (words, name) = (fold(words), fold(name));
    let apart = |rest: &str| !rest.starts_with(char::is_alphanumeric) && !rest.ends_with(char::is_alphanumeric);
    words.len() <= LONGEST
        && (words.strip_prefix(&*name).is_some_and(|rest| rest.is_empty() || !rest.starts_with(char::is_alphanumeric))
            || words.strip_suffix(&*name).is_some_and(|rest| apart(rest.get(rest.len().saturating_sub(1)..).unwrap_or(" ")))
            || name.contains(' ') && words.contains(&format!(" {name} ")))
}

/// Whether `name` stands in a line as it is written, between other words.
pub(super) fn holds_word(words: &str, name: &str) -> bool {
    let apart = |at: usize| {
        let (before, rest) = words.split_at_checked(at).unwrap_or_default();
        let after = rest.get(name.len()..).unwrap_or_default();
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    };
    name.starts_with(char::is_uppercase) && words.match_indices(name).any(|(at, _)| apart(at))
}

/// Whether a line is a name that `name` begins with, its article left out: `Les Rives` beside `Rives du Val`.
pub(super) fn is_head(line: &str, name: &str) -> bool {
    let line = line.trim_start_matches(['#', ' ']);
    let bare = ["Le ", "La ", "Les ", "L'", "L’"].iter().find_map(|article| line.strip_prefix(article));
    let (line, name) = (fold(bare.unwrap_or(line)), fold(name));
    (bare.is_some() || line.contains(' '))
        && line.len() >= 6
        && name.strip_prefix(&*line).is_some_and(|rest| rest.starts_with(' ') || rest.is_empty())
}

/// The name of a house that `name` begins with, where several of `lines` are that and none is all of it: `L'Éveil` of `L'Éveil 24/24`.
pub(super) fn shorter<'a>(name: &str, lines: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| fold(text).replace('’', "'");
    let whole = plain(name);
    let (mut found, mut count): (Option<&str>, usize) = (None, 0);
    for line in lines.filter(|line| line.len() <= NAME && is_house_name(line)) {
        let own = plain(line);
        if own == whole {
            return None;
        }
        if whole.strip_prefix(&*own).is_some_and(|rest| rest.starts_with(' ')) {
            count += 1;
            found = found.filter(|found| found.contains(char::is_lowercase)).or(Some(line));
        }
    }
    found.filter(|_| count >= 2)
}
