//! Names with the words that papers have in theirs, and what houses say of themselves behind theirs. Both are in `assets/mastheads.txt`. Asked by
//! `masthead` and `rights`.

use crate::ingest::rules::masthead::called::WORDS;
use crate::text::fold::fold;

/// Whether a word of a name is one that papers have in theirs: `Gazette`, `Hebdo`.
pub(crate) fn is_of_papers(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && WORDS.papers.contains(&*fold(word))
}

/// What stands before the words in which a house says what it is: `Valmont.net est une production de …`.
pub(crate) fn before_what_it_says(line: &str) -> Option<&str> {
    let said = |says: &&'static str| {
        let (before, rest) = line.split_once(*says)?;
        let ends = says.ends_with(" d") || !rest.starts_with(char::is_alphanumeric);
        let begins = before.ends_with(' ') || says.starts_with(',');
        (ends && begins).then(|| before.trim())
    };
    WORDS.says.iter().find_map(said)
}

/// The name as several lines have it with a word of papers before it, and none without: `Deux Rives` as `Revue des Deux Rives`.
pub(super) fn in_full(name: String, lines: &[&str]) -> String {
    /// Lines that have it so, and bytes of one.
    const MANY: usize = 2;
    const LONGEST: usize = 240;
    let mut longer: Option<&str> = None;
    let mut count = 0;
    for line in lines.iter().filter(|line| line.len() <= LONGEST) {
        let Some((before, _)) = line.split_once(&*name) else { continue };
        let end = before.len() + name.len();
        let mut words = before.split_whitespace().rev();
        let mut own = words.next();
        while own.is_some_and(|word| matches!(word, "de" | "du" | "des" | "la" | "les" | "le")) {
            own = words.next();
        }
        let head = own.filter(|word| is_of_papers(word)).and_then(|word| before.rfind(word));
        let Some(whole) = head.and_then(|head| line.get(head..end)) else {
            if before.is_empty() {
                return name;
            }
            continue;
        };
        if longer.is_none_or(|longer| longer == whole) {
            (longer, count) = (Some(whole), count + 1);
        }
    }
    longer.filter(|_| count >= MANY).map_or(name, str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{before_what_it_says, in_full};

    #[test]
    fn a_name_that_lines_have_with_a_word_of_papers_is_whole_with_it() {
        let name = || "Deux Rives".to_owned();
        assert_eq!(
            in_full(name(), &["La Revue des Deux Rives", "Accueil", "Lire la Revue des Deux Rives"]),
            "Revue des Deux Rives"
        );
        assert_eq!(in_full(name(), &["La Revue des Deux Rives", "Deux Rives", "La Revue des Deux Rives"]), "Deux Rives");
        assert_eq!(in_full(name(), &["La Revue des Deux Rives", "Accueil"]), "Deux Rives");
    }

    #[test]
    fn a_house_says_what_it_is_behind_its_name() {
        assert_eq!(before_what_it_says("Rives.info est une production de la vallée"), Some("Rives.info"));
        assert_eq!(before_what_it_says("Rives, en tant que responsable de traitement, garde tout"), Some("Rives"));
        assert_eq!(before_what_it_says("Le pont est un siteau"), None);
    }
}
