//! Whole articles: whether what was noted of one belongs to an article as it is now. As strict as for passages.
//!
//! The text decides: the same bytes, the same cleaned text, or a near copy of it. Path, headline and address only confirm, since a
//! file can be overwritten by tomorrow's news under the same headline. What is not sure is for a person to say: it is a candidate
//! in the review list, and nothing is put on it meanwhile. The numbers were set on the benchmark in `tests/anchors/whole.rs`;
//! `docs/anchors.md` has the figures.

use sha2::{Digest as _, Sha256};

use crate::model::annotation::{ArticleKey, hexadecimal};
use crate::notes::anchoring::sketch::Sketch;

/// From this likeness on a text is a near copy: a fifth of the words may be others.
pub const NEAR: f32 = 0.4;
/// From this likeness on a text comes into question.
pub const IN_QUESTION: f32 = 0.15;
/// By how much the best of several near copies must be ahead of the next.
pub const AHEAD: f32 = 0.15;

/// How near an article is to what a key knows of one.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub enum Nearness {
    /// The text is another one.
    Other,
    /// It comes into question: the text is a little alike, or nothing is known of it and something else is the same.
    Unsure,
    /// It is a near copy, so alike.
    Near(f32),
    /// The text is the same.
    Same,
}

/// `key` with what the text itself tells: the hash and the sketch of `body`, the cleaned body.
#[must_use]
pub fn with_text(key: ArticleKey, body: &str) -> ArticleKey {
    ArticleKey { text: hexadecimal(&Sha256::digest(body.as_bytes())), sketch: Sketch::of(body).written(), ..key }
}

/// How near the article `now`, a key with its text, is to what `former` knows. `is_kin` tells whether its path, address or headline is
/// the same.
#[must_use]
pub fn nearness(former: &ArticleKey, now: &ArticleKey, is_kin: bool) -> Nearness {
    if is_same_text(former, now) {
        return Nearness::Same;
    }
    let (Some(then), Some(sketch)) = (Sketch::read(&former.sketch), Sketch::read(&now.sketch)) else {
        // Keys of earlier versions say nothing of the text.
        return if is_kin { Nearness::Unsure } else { Nearness::Other };
    };
    match then.likeness(&sketch) {
        likeness if likeness >= NEAR => Nearness::Near(likeness),
        likeness if likeness >= IN_QUESTION && is_kin => Nearness::Unsure,
        _ => Nearness::Other,
    }
}

/// How alike the texts of two articles are, from 0 to 1; 0 when nothing is known of one.
#[must_use]
pub fn likeness(former: &ArticleKey, now: &ArticleKey) -> f32 {
    if is_same_text(former, now) {
        return 1.0;
    }
    let sketches = Sketch::read(&former.sketch).zip(Sketch::read(&now.sketch));
    sketches.map_or(0.0, |(then, now)| then.likeness(&now))
}

/// Whether the bytes or the cleaned text of two articles are the same.
#[must_use]
pub fn is_same_text(former: &ArticleKey, now: &ArticleKey) -> bool {
    is_same(&former.sha256, &now.sha256) || is_same(&former.text, &now.text)
}

/// Whether what was noted under `former` surely belongs to the article `now`, when no other article is asked: the text must say so, and
/// the file or the address. A near copy elsewhere may be another outlet's.
#[must_use]
pub fn is_surely(former: &ArticleKey, now: &ArticleKey) -> bool {
    if is_elsewhere(former, now) {
        return false;
    }
    if is_same(&former.sha256, &now.sha256) {
        return true;
    }
    is_kin(former, now) && matches!(nearness(former, now, true), Nearness::Near(_) | Nearness::Same)
}

/// Whether the address, the path, or the file is the same, so that the text is worth a look; of a file with several articles the headline too.
#[must_use]
pub fn is_kin(former: &ArticleKey, now: &ArticleKey) -> bool {
    let is_titled = is_same(&former.title, &now.title);
    let is_of_file = || is_of_one_file(&former.path, &now.path) && (is_titled || is_alone(&former.path) && is_alone(&now.path));
    is_same(&former.url, &now.url) || is_same(&former.path, &now.path) || is_of_file()
}

/// Whether both have an address, and not the same.
fn is_elsewhere(former: &ArticleKey, now: &ArticleKey) -> bool {
    !former.url.is_empty() && !now.url.is_empty() && former.url != now.url
}

fn is_same(one: &str, other: &str) -> bool {
    !one.is_empty() && one == other
}

/// Whether two paths are of one file: the number of the article in it, or the ending of its name, may be another.
#[must_use]
pub fn is_of_one_file(one: &str, other: &str) -> bool {
    !one.is_empty() && stem_of(one) == stem_of(other)
}

/// Whether the path is that of a file, not of an article among several in one.
#[must_use]
pub fn is_alone(path: &str) -> bool {
    path.rsplit_once([':', '#']).is_none_or(|(_, item)| item.is_empty() || !item.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The path of the file without the number of the article in it and without the ending of its name.
#[must_use]
pub fn stem_of(path: &str) -> &str {
    let file = match path.rsplit_once(':') {
        Some((file, item)) if item.bytes().all(|byte| byte.is_ascii_digit()) => file,
        _ => path,
    };
    match file.rsplit_once('.') {
        Some((stem, ending)) if !ending.contains(['/', '\\']) => stem,
        _ => file,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_surely, with_text};
    use crate::model::annotation::ArticleKey;

    const TEXT: &str = "Le communiqué a été publié mercredi à Bagdad. Le ministre a répondu le lendemain que rien n'était décidé, et que \
                        la réunion des gouverneurs aurait lieu la semaine suivante dans la capitale, en présence des ambassadeurs.";

    fn key(sha256: &str, path: &str, url: &str, title: &str) -> ArticleKey {
        let (sha256, path, url, title) = (sha256.to_owned(), path.to_owned(), url.to_owned(), title.to_owned());
        ArticleKey { sha256, path, url, title, ..ArticleKey::default() }
    }

    #[test]
    fn the_text_decides_and_the_rest_confirms() {
        let former = with_text(key("a1", "press/a.md", "", "Revue de presse"), TEXT);
        let edited = TEXT.replace("le lendemain", "ce jeudi");
        let now = |path: &str, title: &str, text: &str| with_text(key("b2", path, "", title), text);
        assert!(is_surely(&former, &now("press/a.md", "Autre titre", &edited)));
        assert!(is_surely(&former, &now("press/a.txt", "Revue de presse", &edited)), "another ending");
        assert!(is_surely(&former, &now("press/a.json", "Un titre enfin", &edited)), "and a headline");
        assert!(is_surely(&former, &key("a1", "moved/b.md", "", "")), "the same bytes");
        let other =
            "Les négociations sur le gaz ont repris hier à Vienne entre les deux délégations, sans que rien n'ait été annoncé.";
        assert!(!is_surely(&former, &now("press/a.md", "Revue de presse", other)), "overwritten by another day's");
        assert!(!is_surely(&former, &now("copies/z.md", "Revue de presse", &edited)), "perhaps another outlet's");
        assert!(!is_surely(&key("a1", "press/a.md", "", "Revue de presse"), &now("press/a.md", "Revue de presse", &edited)));
        let line = |at: u8, text: &str| with_text(key("c3", &format!("press/all.jsonl:{at}"), "", "Titre"), text);
        assert!(is_surely(&line(3, TEXT), &with_text(key("d4", "press/all.jsonl:4", "", "Titre"), &edited)));
        assert!(!is_surely(&line(3, TEXT), &with_text(key("d4", "press/all.jsonl:3", "", "Titre"), other)));
    }

    #[test]
    fn a_reprint_under_another_address_is_another_article() {
        let former = with_text(key("a1", "a.md", "https://one.example/1", "Titre"), TEXT);
        assert!(!is_surely(&former, &with_text(key("b2", "a.md", "https://two.example/1", "Titre"), TEXT)));
    }
}
