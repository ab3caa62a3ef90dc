//! Readers' comments under an article: told by the signs that each of them carries, a day with an hour, a button to answer or report.
//!
//! They are no part of the article, so that their words and names never count. Live blogs, whose entries open with an hour alone, are
//! none. Called by `assemble`.

use crate::ingest::rules::blocks::Blocks;
use crate::model::article::BlockKind;
use crate::text::fold::fold;

/// Bytes of text that must stand above the first comment.
const TEXT_ABOVE: usize = 300;
/// Bytes of a line that signs a comment or answers it.
const LONGEST: usize = 120;
/// Signs that make a list of comments, under a line that announces one and without such a line.
const SIGNS: (usize, usize) = (1, 3);
/// Lines between two signs of one list at most, counted from the one that opens it.
const APART: usize = 12;

/// Buttons under a comment, folded.
const BUTTONS: &[&str] = &[
    "repondre",
    "signaler",
    "signaler un abus",
    "signaler ce contenu",
    "signaler ce commentaire",
    "repondre signaler",
    "alerter",
    "signaler un contenu abusif",
    "reply",
    "report",
    "report abuse",
    "flag",
    "report comment",
    "reply report",
    "permalink",
    "antworten",
    "melden",
    "responder",
];
/// Lines that announce comments, folded; a number may stand before or behind.
const ANNOUNCES: &[&str] = &[
    "commentaire",
    "commentaires",
    "les commentaires",
    "tous les commentaires",
    "vos commentaires",
    "vos reactions",
    "reactions",
    "commentaires des lecteurs",
    "commentaires des abonnes",
    "reactions des lecteurs",
    "laisser un commentaire",
    "comments",
    "reader comments",
    "all comments",
    "kommentare",
    "comentarios",
];

/// Settles the comments at the foot of `sheet` as furniture.
pub(crate) fn mark(sheet: &mut Blocks) {
    let mut above = 0;
    let mut signs: Vec<usize> = Vec::new();
    let mut announced = None;
    for at in 0..sheet.strips.len() {
        let words = sheet.words(at);
        if above < TEXT_ABOVE {
            let text = words.len() > LONGEST && sheet.strips.get(at).is_some_and(|strip| strip.kind != BlockKind::Furniture);
            above += if text { words.len() } else { 0 };
            continue;
        }
        if words.len() > LONGEST {
            continue;
        }
        if is_sign(words) {
            signs.push(at);
        } else if announced.is_none() && announces(words) {
            announced = Some(at);
        }
    }
    let Some(start) = start(sheet, &signs, announced) else { return };
    for at in start..sheet.strips.len() {
        sheet.settle(at, BlockKind::Furniture);
    }
}

/// Where the comments begin: at the line that announces them, else at the name above the first sign.
fn start(sheet: &Blocks, signs: &[usize], announced: Option<usize>) -> Option<usize> {
    if let Some(announced) = announced {
        let behind = signs.iter().filter(|at| **at > announced).count();
        let near = signs.iter().find(|at| **at > announced).is_some_and(|at| at - announced <= APART);
        if behind >= SIGNS.0 && near {
            return Some(announced);
        }
    }
    // The last run of signs that stand near each other.
    let run = signs.chunk_by(|a, b| b - a <= APART).next_back().filter(|run| run.len() >= SIGNS.1)?;
    let first = *run.first()?;
    let above = first.checked_sub(1)?;
    let words = sheet.words(above);
    let name = words.split_whitespace().count() <= 4 && words.len() <= 40 && !words.ends_with(['.', '!', '?', '»', ':']);
    Some(if name { above } else { first })
}

/// Whether a line signs a comment: `Jean-Marc 14/03/2015 - 10:22`, `il y a 3 heures`, `Répondre`, `lulu a écrit :`.
fn is_sign(words: &str) -> bool {
    let folded = fold(words);
    let plain = folded.trim_matches(|c: char| !c.is_alphanumeric());
    if BUTTONS.contains(&plain) {
        return true;
    }
    let tokens: Vec<&str> = plain
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '-' | '–' | '•'))
        .filter(|word| !word.is_empty())
        .collect();
    if tokens.len() > 14 || words.ends_with(['.', '!', '?', '»']) {
        return false;
    }
    let wrote =
        plain.ends_with(" a ecrit") || plain.ends_with(" wrote") || plain.ends_with(" says") || plain.ends_with(" schrieb");
    wrote && tokens.len() <= 6 || is_ago(&tokens) || has_day(&tokens) && tokens.iter().any(|word| is_hour(word))
}

/// `il y a 3 heures`, `3 hours ago`, `vor 3 Stunden`.
fn is_ago(tokens: &[&str]) -> bool {
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

/// Whether a day stands among the words: `14/03/2015`, `14.03.15`, `14 mars 2015`.
fn has_day(tokens: &[&str]) -> bool {
    let numeric = |word: &&str| {
        let parts: Vec<&str> = word.split(['/', '.']).collect();
        matches!(parts[..], [_, _, _] | [_, _])
            && parts.iter().all(|part| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let year = |word: &&str| {
        word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let day = |word: &&str| word.len() <= 3 && word.starts_with(|c: char| c.is_ascii_digit());
    tokens.iter().any(numeric) || tokens.iter().any(year) && tokens.iter().any(day)
}

/// `10:22`, `10h22`, `10 h`.
fn is_hour(word: &str) -> bool {
    let Some((hours, minutes)) = word.split_once([':', 'h']) else { return false };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (1..=2).contains(&hours.len()) && digits(hours) && minutes.len() >= 2 && minutes.get(..2).is_some_and(digits)
}

/// Whether a line announces readers' comments: `Commentaires (12)`, `34 réactions`, `Vos réactions`.
fn announces(words: &str) -> bool {
    let folded = fold(words);
    let plain = folded.trim_matches(|c: char| !c.is_alphabetic());
    ANNOUNCES.contains(&plain)
}

#[cfg(test)]
mod tests {
    use super::{BlockKind, Blocks, mark};
    use crate::ingest::draft::{Break, Lines};

    const TEXT: &str = "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat entre \
                        la majorité et l'opposition, qui a demandé en vain que la part des travaux de voirie soit réduite cette année.";

    /// The first line that is furniture, and how many lines there are.
    fn cut(lines: &[&str]) -> (Option<usize>, usize) {
        let mut draft = Lines::default();
        for line in lines {
            draft.push(line, Break::Gap, None);
        }
        let mut sheet = Blocks::of_lines(draft);
        mark(&mut sheet);
        (sheet.strips.iter().position(|strip| strip.kind == BlockKind::Furniture), sheet.strips.len())
    }

    #[test]
    fn comments_are_cut_where_the_first_begins() {
        let announced =
            ["Un titre", TEXT, TEXT, "12 commentaires", "lulu42", "14/03/2015 - 10:22", "Encore des impôts !", "Répondre"];
        assert_eq!(cut(&announced), (Some(3), 8));
        let bare = [
            "Un titre",
            TEXT,
            TEXT,
            "lulu42",
            "14 mars 2015 à 10h22",
            "Encore des impôts !",
            "Signaler",
            "Jo le 14/03/2015 à 11:02",
            "D'accord avec lulu.",
            "Signaler",
        ];
        assert_eq!(cut(&bare), (Some(3), 10));
        let english = ["A title", TEXT, TEXT, "Comments", "joe", "3 hours ago", "More taxes, of course.", "Reply"];
        assert_eq!(cut(&english), (Some(3), 8));
    }

    #[test]
    fn live_blogs_dates_of_updates_and_articles_about_comments_are_not_cut() {
        let live =
            ["Le direct", TEXT, TEXT, "10h12", "Le vote commence.", "10h40", "Le vote est clos.", "11h05", "Le résultat est là."];
        assert_eq!(cut(&live).0, None);
        assert_eq!(cut(&["Un titre", TEXT, TEXT, "Mis à jour le 14/03/2015 à 10h22"]).0, None);
        assert_eq!(cut(&["Un titre", TEXT, TEXT, "Réactions", TEXT, TEXT]).0, None);
    }
}
