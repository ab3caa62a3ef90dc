//! Lines that are a signature and a date and nothing else, in either order. Asked by `header`.

use crate::ingest::rules::boilerplate::is_section;
use crate::ingest::rules::byline::{is_name, is_outlet};
use crate::ingest::rules::date_context::{besides, left};
use crate::ingest::rules::date_parser::ParsedDate;
use crate::ingest::rules::signers::{is_person, is_whole_name};
use crate::text::fold::fold;

/// `Valmont, le 31 octobre 2023`: a place and a date, and nothing else.
pub(crate) fn signs_a_letter(words: &str, found: &[ParsedDate]) -> bool {
    let Some(stamp) = found.first() else { return false };
    let (place, tail) =
        (words.get(..stamp.span.first()).unwrap_or_default(), words.get(stamp.span.after()..).unwrap_or_default());
    let Some(place) = place.trim_end().strip_suffix("le").and_then(|place| place.trim_end().strip_suffix(',')) else {
        return false;
    };
    let named =
        place.split_whitespace().all(|word| word.starts_with(char::is_uppercase)) && place.split_whitespace().count() <= 3;
    named && !place.trim().is_empty() && tail.trim().is_empty()
}

/// What a signature before its day begins with, folded.
const SIGNS: &[&str] = &[
    "par ",
    "by ",
    "von ",
    "por ",
    "redige par ",
    "ecrit par ",
    "written by ",
    "posted by ",
    "geschrieben von ",
    "escrito por ",
];

/// `Par Claire Dumont le 7 mai 2020`, `par Claire Dumont, 21 juin 2018 - 15:39`: a signature and a date, and nothing else.
pub(crate) fn is_byline_with_day(words: &str, dates: &[&str]) -> bool {
    // `Revu par Eva Lang — Par Claire Dumont le 7 mai 2020`.
    let words = words.rsplit_once(" — ").map_or(words, |(_, last)| last);
    let Some((before, behind)) = dates.first().and_then(|date| words.split_once(date)) else { return false };
    let folded = fold(before);
    let by = SIGNS.iter().find(|by| folded.starts_with(**by));
    let skipped = by.map_or(0, |by| by.split_whitespace().count());
    let newsroom = ["la redaction", "redaction", "l'equipe"].iter().any(|name| left(before, dates).ends_with(name));
    let signed = newsroom || before.split_whitespace().skip(skipped).all(is_signed_word);
    by.is_some() && besides(before, dates) <= 6 && signed && besides(behind, dates) == 0
}

/// `7 mai 2020 par Claire Dumont`: a date and a signature, and nothing else.
pub(crate) fn is_day_with_byline(words: &str, dates: &[&str]) -> bool {
    let Some((before, behind)) = dates.first().and_then(|date| words.split_once(date)) else { return false };
    let behind = behind.trim_start_matches([' ', ',', '-', '–', '|', '•', '·']);
    let by = ["par ", "by ", "von "].iter().any(|by| fold(behind).starts_with(by));
    by && besides(before, dates) == 0 && behind.split_whitespace().skip(1).all(is_signed_word) && besides(behind, dates) <= 6
}

/// `le 7 mai 2020 à 18:00 par Claire DUMONT.`: a signature that a full stop closes.
pub(crate) fn is_signed_at_end(words: &str) -> bool {
    let name = words.strip_suffix('.').and_then(|line| line.rsplit_once(" par ").or_else(|| line.rsplit_once(" by ")));
    name.is_some_and(|(_, name)| {
        (2..=4).contains(&name.split(' ').count()) && name.split(' ').all(is_signed_word) && is_name(name)
    })
}

/// Whether a line about a day leads to readers' comments: `12 mai 2013 Claire Dumont 3 commentaires`.
pub(crate) fn counts_comments(folded: &str) -> bool {
    ["comment", "kommentar", "comentario", "commenti"].iter().any(|word| folded.contains(word))
}

/// Whether folded words apart name a section: `moyen orient`.
pub(crate) fn names_section(folded: &str) -> bool {
    is_section(folded) || is_section(&folded.replace(' ', "-"))
}

/// `Publié dans Culture / Livres, le 7 mai 2020`: where a page files an article stands between the verb and its day.
pub(crate) fn is_filed(words: &str, found: &[ParsedDate]) -> bool {
    /// Bytes of such a line.
    const LONGEST: usize = 100;
    let folded = || fold(words);
    words.len() <= LONGEST
        && found.iter().any(|stamp| stamp.date.parts().2.is_some())
        && ["publie dans ", "poste dans ", "posted in ", "filed under "].iter().any(|verb| folded().starts_with(verb))
}

/// A word of a signature or of what leads to its date.
fn is_signed_word(word: &str) -> bool {
    let first = word.chars().find(|c| c.is_alphabetic());
    first.is_none_or(char::is_uppercase)
        || matches!(word, "le" | "et" | "de" | "du" | "on" | "and" | "am" | "la" | "von" | "d'")
        || besides(word, &[]) == 0
}

/// Who stands right beside the day in a line with other things: `Claire Dumont 7 mai 2020 Claire Dumont Société`, `7 mai 2020 Claire Dumont
/// Actu 0`. A given name tells. Who a picture is by stands beside a month or a slash: `La Lune d'octobre 2020 - Claire Dumont / Agence`.
pub(crate) fn beside_day<'a>(words: &'a str, dates: &[&str]) -> Option<&'a str> {
    let date = dates.first()?;
    let (before, behind) = words.split_once(date)?;
    let has_day = date.split(|c: char| !c.is_ascii_digit()).any(|number| matches!(number.len(), 1 | 2));
    if !has_day || [before, behind].iter().any(|beside| beside.contains(['/', '©'])) {
        return None;
    }
    let mut places = before.trim_end().rmatch_indices(' ').map(|(at, _)| at + 1).take(3).collect::<Vec<_>>();
    places.push(0);
    let whole = before.trim_end_matches([' ', '|', '•', '·', '-', '–']);
    let named = |name: &&str| {
        let words: Vec<&str> = name.split(' ').collect();
        // Behind two words more is of the name only where the second is a given name, too.
        let long = words.len() == 3
            && words
                .get(..2)
                .is_some_and(|two| !is_person(&two.join(" ")) || is_person(&words.get(1..).unwrap_or_default().join(" ")));
        is_name(name) && is_person(name) && (words.len() == 2 || long) && !is_outlet(name)
    };
    let heads = whole.match_indices(' ').map(|(at, _)| at).take(3).filter_map(|end| whole.get(..end));
    let above = places.into_iter().rev().filter_map(|at| whole.get(at..)).find(named).or_else(|| heads.into_iter().find(named));
    let rest = behind.trim_start_matches([' ', '|', '•', '·', '-', '–']);
    let ends: Vec<usize> = rest.match_indices(' ').map(|(at, _)| at).take(3).chain([rest.len()]).collect();
    let listed = above.or_else(|| ends.into_iter().filter_map(|end| rest.get(..end)).find(named));
    listed.or_else(|| if before.trim().is_empty() { counted(rest) } else { None })
}

/// Who signs a day behind which nothing stands but a name and the number of comments: `13/01/2023 Aroun Valmondé 9`. No list of given names
/// has them all.
fn counted(behind: &str) -> Option<&str> {
    let (name, count) = behind.trim().rsplit_once(' ')?;
    let is_count = count.len() <= 4 && count.bytes().all(|byte| byte.is_ascii_digit());
    (is_count && is_whole_name(name) && !is_section(&fold(name)) && !is_outlet(name)).then_some(name)
}

/// Whether a line is a day and the name of an account, as blogs print both: `13/06/2017 rivesduval`.
pub(crate) fn is_day_with_account(words: &str, dates: &[&str]) -> bool {
    /// Letters of an account.
    const LEAST: usize = 4;
    let Some((before, behind)) = dates.first().and_then(|date| words.split_once(date)) else { return false };
    let account = if before.trim().is_empty() { behind.trim() } else { before.trim() };
    let other = if before.trim().is_empty() { before } else { behind };
    let small = account.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    other.trim().is_empty() && account.len() >= LEAST && small && account.bytes().any(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{beside_day, is_byline_with_day, is_day_with_account, is_day_with_byline};

    #[test]
    fn a_signature_stands_before_its_day_or_behind_it() {
        let day = ["7 mai 2020"];
        assert!(is_byline_with_day("Par Claire Dumont le 7 mai 2020", &day));
        assert!(is_day_with_byline("7 mai 2020 par Claire Dumont", &day));
        assert!(!is_day_with_byline("7 mai 2020 par une belle journée", &day));
        assert!(is_byline_with_day("Rédigé par La rédaction jeudi 7 mai 2020", &day));
        assert!(is_byline_with_day("Written by Claire Dumont on May 7, 2020", &["May 7, 2020"]));
        assert!(!is_byline_with_day("Écrit par des élus le 7 mai 2020", &day));
        assert_eq!(beside_day("Claire Dumont 7 mai 2020 Claire Dumont Société", &day), Some("Claire Dumont"));
        assert_eq!(beside_day("7 mai 2020 Claire Dumont Actu 0", &day), Some("Claire Dumont"));
        assert_eq!(beside_day("7 mai 2020 Aroun Valmondé 9", &day), Some("Aroun Valmondé"));
        assert!(is_day_with_account("7 mai 2020 rivesduval", &day) && !is_day_with_account("7 mai 2020 un pont", &day));
        assert_eq!(beside_day("Valmont Sarelle 7 mai 2020", &day), None);
        assert_eq!(beside_day("La gare le 7 mai 2020 - Claire Dumont / Agence", &day), None);
        assert_eq!(beside_day("La Lune de mai 2020 - Claire Dumont", &["mai 2020"]), None);
        assert!(!is_day_with_byline("Le pont fut ouvert le 7 mai 2020 par Claire Dumont", &day));
    }
}
