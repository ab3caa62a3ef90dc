//! What one line says of being a headline: its looks, and which of its words the text has. Asked by `headline_place`.

use std::collections::HashSet;

use crate::ingest::rules::boilerplate::is_section;
use crate::ingest::rules::date_parser::{stamps, years};
use crate::ingest::rules::signers::is_person;
use crate::text::fold::fold;

/// Letters of a word that tells what a text is about.
const TELLING: usize = 5;

/// Whether a line is a row of tags, sections or menu entries: names between commas or strokes.
pub(super) fn is_row(words: &str) -> bool {
    let parts: Vec<&str> = words.split([',', '/']).map(str::trim).collect();
    let named = |part: &&str| part.starts_with(char::is_uppercase) && part.split(' ').count() <= 5;
    parts.len() >= 3 && parts.iter().all(named) || words.contains(" / ") && parts.len() == 2
}

/// Whether a line is a menu that was written on one line: many words, and next to none in small letters between them.
fn is_menu(words: &str) -> bool {
    const WORDS: usize = 12;
    let count = words.split_whitespace().count();
    let small = words.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
    count >= WORDS && small * 4 < count && !words.contains([':', ',', '?', '«', '"'])
}

/// Whether a line names who took a picture.
pub(super) fn is_credited(words: &str) -> bool {
    let (mut sections, mut count) = (0, 0);
    for word in words.split_whitespace() {
        sections += usize::from(is_section(&fold(word)));
        count += 1;
    }
    // `… rue du Pont, à Valmont.Photo Claire Dumont`.
    let glued = |mark: &str| words.rsplit_once(mark).is_some_and(|(before, name)| !before.is_empty() && is_person(name));
    // `Claire Dumont au siège du Val. (Rives Presse)`: a sentence, and who took it.
    let closed = || {
        let credit = words.strip_suffix(')').and_then(|words| words.rsplit_once(". ("));
        credit.is_some_and(|(_, name)| {
            name.split(' ').count() <= 3 && name.split(' ').all(|word| word.starts_with(char::is_uppercase))
        })
    };
    words.contains(['©', '|', '>'])
        || closed()
        || glued(".Photo ")
        || glued(" Photo ")
        || glued(". Photo ")
        // `Le pont de Valmont vu du ciel - CLAIRE DUMONT`.
        || words.rsplit_once(" - ").is_some_and(|(before, name)| {
            let shouted = name.contains(' ') && name.split(' ').count() <= 3 && !name.contains(char::is_lowercase);
            shouted && before.contains(' ') && before.contains(char::is_lowercase) && name.chars().all(|c| c.is_alphabetic() || c == ' ')
        })
        || sections >= 2 && sections * 2 > count
        || is_menu(words)
        || {
            let folded = fold(words);
            [
                "credits photo",
                "credit:",
                "credit :",
                "credit photo",
                "photo :",
                "photo:",
                "(photo",
                "photos :",
                "getty images",
                "archives",
                "stock.adobe",
                "adobe stock",
                "adobestock",
                "shutterstock",
                "istock",
                "pixabay",
                "unsplash",
            ]
            .iter()
            .any(|mark| folded.contains(mark))
        }
}

/// Whether a line says who wrote: `Écrit par la rédaction`, `Auteur : Claire Dumont`.
pub(super) fn is_signature(words: &str) -> bool {
    let folded = fold(words);
    let opens = ["par ", "by ", "von ", "ecrit par", "redige par", "publie par", "article ", "auteur", "propos recueillis"];
    // `Claire Dumont, Rives`: somebody, and where.
    let named = || {
        let mut proper = words.split(' ').map(|word| word.starts_with(char::is_uppercase));
        words.split_once(", ").is_some_and(|(name, _)| is_person(name))
            && words.split(' ').count() <= 6
            && proper.all(|proper| proper)
    };
    words.len() <= 90 && (opens.iter().any(|opening| folded.starts_with(opening)) || named())
}

/// Whether a line is nothing but copies of `words` that a page glues, and `more` bytes behind at most.
pub(super) fn is_glued(line: &str, words: &str, more: usize) -> bool {
    let copies = line.matches(words).count();
    copies >= 2 && line.starts_with(words) && line.len() <= copies * words.len() + more
}

pub(super) fn telling(words: &str) -> Vec<String> {
    let folded = fold(words);
    let long = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= TELLING);
    // A plural is the same word.
    long.map(|word| word.trim_end_matches(['s', 'x']).to_owned()).collect()
}

/// How many of the telling words of a line the text holds, and how many it has.
pub(super) fn share(words: &str, told: &HashSet<String>) -> (usize, usize) {
    let words: HashSet<String> = telling(words).into_iter().collect();
    (words.iter().filter(|word| told.contains(*word)).count(), words.len())
}

/// Whether a line is a row of teasers, each with its day: no headline names two.
pub(super) fn is_dated_row(words: &str) -> bool {
    years(words) >= 2 && stamps(words, true).iter().filter(|stamp| stamp.date.parts().2.is_some()).nth(1).is_some()
}

/// Whether a line can be a headline by its looks: a few words at least, at most a long sentence.
pub(super) fn titled(words: &str) -> bool {
    let count = words.split_whitespace().count();
    (3..=36).contains(&count) && words.chars().count() <= 200 && !words.ends_with([',', ';', ':']) && !words.starts_with('•')
}

/// Whether a line has words of its own and the text next to none of them.
pub(super) fn is_other(words: &str, told: &HashSet<String>) -> bool {
    let (known, all) = share(words, told);
    all >= 3 && known * 4 < all
}

#[cfg(test)]
mod tests {
    use super::{is_credited, is_row, share, telling, titled};

    #[test]
    fn a_line_shares_its_long_words_with_the_text() {
        let told = telling("Le conseil municipal de Valmont a voté un budget en hausse").into_iter().collect();
        assert_eq!(share("Budget : le conseil de Querval hésite", &told), (2, 4));
        assert!(titled("Le conseil vote") && !titled("Politique") && is_row("Valmont, Querval, Morlenne"));
        assert!(is_credited("Deux élus, rue du Pont, à Valmont.Photo Claire Dumont"));
        assert!(super::is_glued("Un pont de tropUn pont de trop 5 min", "Un pont de trop", 10));
        assert!(!super::is_glued("Un pont de trop", "Un pont de trop", 10));
        assert!(is_credited("Claire Dumont au siège du Val. (Rives Presse)"));
        assert!(is_credited("Valmont © La Gazette") && !is_credited("Valmont vote son budget"));
    }
}
