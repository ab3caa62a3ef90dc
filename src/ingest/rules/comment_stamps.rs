//! When a comment was written, as pages print it: days, hours and how long ago, told among the folded words of a line. Asked by `comments`.

/// The months, folded, in French, English, German, Spanish and Italian; three letters of one and more may stand for it.
const MONTHS: &[&str] = &[
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "januar",
    "jaenner",
    "februar",
    "marz",
    "juni",
    "juli",
    "oktober",
    "dezember",
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
    "gennaio",
    "febbraio",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "settembre",
    "ottobre",
    "dicembre",
];

/// Whether a day and an hour stand among the words.
pub(super) fn is_timed(tokens: &[&str]) -> bool {
    has_hour(tokens) && has_day(tokens)
}

/// The words of a folded line, marks between them left out.
pub(super) fn tokens(plain: &str) -> Vec<&str> {
    let marks = |c: char| c.is_whitespace() || matches!(c, ',' | '|' | '-' | '–' | '•' | '@' | '(' | ')');
    plain.split(marks).filter(|word| !word.is_empty()).collect()
}

/// `il y a 3 heures`, `3 hours ago`, `vor 3 Stunden`.
pub(super) fn is_ago(tokens: &[&str]) -> bool {
    const UNITS: &[&str] = &[
        "minute", "heure", "jour", "semaine", "mois", "an", "hour", "day", "week", "month", "year", "stunde", "tag", "min", "h",
        "j",
    ];
    let unit = |word: &str| UNITS.contains(&word) || UNITS.contains(&word.trim_end_matches('s'));
    let number = |word: &str| {
        matches!(word, "un" | "une" | "a" | "an" | "one") || word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    tokens.len() <= 8
        && (tokens.windows(5).any(|five| matches!(five, ["il", "y", "a", n, u] if number(n) && unit(u)))
            || tokens.windows(3).any(|three| matches!(three, [n, u, "ago"] if number(n) && unit(u))))
}

/// Whether a day stands among the words: `14/03/2015`, `14.03.15`, `14 mars 2015`, `30 janvier`.
pub(super) fn has_day(tokens: &[&str]) -> bool {
    let numeric = |word: &&str| {
        let is_part = |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        let parts = word.split(['/', '.']);
        (2..=3).contains(&parts.clone().take(4).count()) && parts.into_iter().all(is_part)
    };
    let year = |word: &&str| {
        word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let day = |word: &str| {
        let end = word.trim_start_matches(|c: char| c.is_ascii_digit());
        (1..=2).contains(&(word.len() - end.len())) && matches!(end, "" | "." | "er" | "st" | "nd" | "rd" | "th" | "º")
    };
    // `Julien` begins as a month does.
    let month = |word: &str| {
        let word = word.trim_end_matches('.');
        word.len() >= 3 && MONTHS.iter().any(|month| month.starts_with(word))
    };
    tokens.iter().any(numeric)
        || tokens.iter().any(year) && tokens.iter().any(|word| word.len() < 4 && day(word))
        || tokens.windows(2).any(|two| matches!(two, [a, b] if day(a) && month(b) || month(a) && day(b)))
}

/// Whether an hour stands among the words: `10:22`, `10h22`, `10 h 12`.
fn has_hour(tokens: &[&str]) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let hour = |word: &&str| {
        let Some((hours, minutes)) = word.split_once([':', 'h']) else { return false };
        (1..=2).contains(&hours.len()) && digits(hours) && minutes.len() >= 2 && minutes.get(..2).is_some_and(digits)
    };
    // `11.13 Uhr`.
    let dotted =
        |word: &str| word.split_once('.').is_some_and(|(hours, minutes)| digits(hours) && minutes.len() == 2 && digits(minutes));
    tokens.iter().any(hour)
        || tokens.windows(3).any(|three| matches!(three, [a, "h", b] if digits(a) && digits(b)))
        || tokens.windows(2).any(|two| matches!(two, [hour, "uhr"] if dotted(hour)))
}

#[cfg(test)]
mod tests {
    use super::{has_day, is_ago, is_timed, tokens};

    #[test]
    fn days_and_hours_stand_among_the_words() {
        assert!(is_timed(&tokens("lulu 22 juin 2018 - 11h13")) && is_timed(&tokens("le 14/03/2015 10:22")));
        assert!(!is_timed(&tokens("julien: 13t 31.54km 05:10")) && has_day(&tokens("9 sept. a 11h")));
        assert!(has_day(&tokens("9 mars 2016")) && !has_day(&tokens("19 villes")) && !is_timed(&tokens("9 mars 2016")));
        assert!(is_ago(&tokens("il y a 3 heures")) && !is_ago(&tokens("il y a trois maires")));
    }
}
