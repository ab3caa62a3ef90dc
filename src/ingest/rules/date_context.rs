//! The words beside a date in a header line: those that say what happened then, and those that are left, which tell prose from
//! a line about its date. Asked by `header`.

use std::sync::LazyLock;

use crate::ingest::rules::date_parser::{ParsedDate, years};
use crate::ingest::rules::weekdays::WEEKDAYS;
use crate::model::date::PartialDate;
use crate::text::fold::fold;
use crate::text::word_set::WordSet;

/// Words that say when something was published.
pub const PUBLISHED: &[&str] = &[
    "publie",
    "publiee",
    "publication",
    "premiere publication",
    "mis en ligne",
    "mise en ligne",
    "cree le",
    "poste le",
    "redige le",
    "ecrit le",
    "paru le",
    "parution",
    "veroffentlicht",
    "erschienen",
    "erstellt",
    "stand",
    "publicado",
    "publicada",
    "pubblicato",
    "gepubliceerd",
    "published",
    "posted",
    "first published",
    "date",
];
/// Words that say when it was changed.
pub const UPDATED: &[&str] = &[
    "mis a jour",
    "mise a jour",
    "maj",
    "modifie",
    "modification",
    "derniere modification",
    "derniere mise a jour",
    "actualise",
    "aktualisiert",
    "actualizado",
    "aggiornato",
    "bijgewerkt",
    "updated",
    "last modified",
    "modified",
];
/// Words that say when a line of text was changed; pages say nothing else where they are wikis.
pub const EDITED: &[&str] = &[
    "last edited",
    "edited",
    "editiert am",
    "geandert am",
    "zuletzt geandert",
    "zuletzt bearbeitet",
    "ultima actualizacion",
    "ultima modifica",
];
/// What begins a line that says when a copy was issued, printed or taken: no day of publication.
pub const COPIED: &[&str] = &[
    "date d'emission",
    "certificat emis",
    "emis le",
    "imprime le",
    "date d'impression",
    "consulte le",
    "telecharge le",
    "capture le",
    "capture du",
    "enregistre le",
    "archive le",
    "printed",
    "print date",
    "retrieved",
    "accessed",
    "downloaded",
    "captured",
    "saved",
    "date issued",
    "abgerufen",
    "gedruckt",
];
/// Words that stand beside a date without being anything else: these, and those that say what happened then.
static BESIDE: LazyLock<WordSet> = LazyLock::new(|| {
    const PLAIN: &str = "\
        a le la the on at h min et and de du par by cet cest gmt utc est edt bst am pm \
        mon tue wed \
        thu fri sat sun heure last dernier derniere paris il y am um uhr von vom der \
        el del las los alle ore \
        a m p cest mez mesz et pt ist pdt pst cdt article billet blog";
    [PLAIN].iter().chain(WEEKDAYS).chain(PUBLISHED).chain(UPDATED).flat_map(|words| words.split(' ')).collect()
});

/// Whether the days `found` in a line that no word calls the article's are those of something else: of a picture that was shared, of an
/// event, of what is quoted, or a stretch of days.
#[must_use]
pub fn is_of_another(words: &str, found: &[ParsedDate]) -> bool {
    const SHARED: &[&str] = &["geteilt von", "shared by", "partagee par", "partage par", "compartid", "condivis"];
    const LABELS: &[&str] = &["termin", "termine", "quelle"];
    let folded = fold(words);
    let label = folded.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
    let shared = folded.contains("(@") && SHARED.iter().any(|sharing| folded.contains(sharing));
    let day = |stamp: &ParsedDate| stamp.date.parts().2.map(|_| stamp.date);
    // The day of a change is told apart by its word: `16-06-2023 (mis à jour: 21-06-2023)`.
    let changed = |at: usize| {
        let (Some(stamp), Some(before)) = (found.get(at), at.checked_sub(1).and_then(|before| found.get(before))) else {
            return false;
        };
        let between = fold(words.get(before.span.after()..stamp.span.first()).unwrap_or_default());
        UPDATED.iter().any(|marker| between.contains(marker))
    };
    let days: Vec<PartialDate> =
        found.iter().enumerate().filter(|(at, _)| !changed(*at)).filter_map(|(_, stamp)| day(stamp)).collect();
    let differ = days.windows(2).any(|two| matches!(two, [a, b] if a != b));
    // `Wochenbericht 14. - 20. Januar 2022`: a day without its month before the first one.
    let opened = found.first().and_then(|stamp| words.get(..stamp.span.first())).unwrap_or_default().trim_end();
    let opened = opened.strip_suffix(['-', '–']).unwrap_or_default().trim_end().trim_end_matches('.');
    // `09h22 - 04/05/2022`: an hour begins no stretch of days.
    let stretch =
        opened.rsplit(' ').next().is_some_and(|last| !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit()));
    let written: Vec<&str> = found.iter().map(|stamp| stamp.span.of(words)).collect();
    let announced = words.ends_with(':') && besides(words, &written) > 0;
    shared || LABELS.contains(&label) || differ || stretch || announced
}

/// Whether a part of a line says that a day is one of publication or of a change, and nothing else: `PUBLISHED`, `Revised:`, `(Last`.
#[must_use]
pub fn says_when_alone(part: &str) -> bool {
    let folded = fold(part);
    let plain = folded.trim_matches(|c: char| !c.is_alphabetic());
    [PUBLISHED, UPDATED, EDITED].iter().any(|list| list.contains(&plain))
        || matches!(plain, "revised" | "received" | "accepted" | "last")
}

/// The number of words that are neither date, time nor a word that goes with them.
#[must_use]
pub fn besides(words: &str, dates: &[&str]) -> usize {
    left(words, dates).split(' ').filter(|word| !word.is_empty()).count()
}

/// Whether so many words are left before any date is looked for: prose that holds one is told from a line about one so.
#[must_use]
pub fn besides_at_least(words: &str, count: usize) -> bool {
    let folded = fold(words);
    kept(&folded).take(count).count() == count
}

/// The same words, folded.
#[must_use]
pub fn left(words: &str, dates: &[&str]) -> String {
    let left = dates.iter().fold(words.to_owned(), |left, date| left.replace(date, " "));
    let folded = fold(&left);
    kept(&folded).collect::<Vec<_>>().join(" ")
}

/// The words among folded ones that are no numbers and not [`BESIDE`] a date.
fn kept(folded: &str) -> impl Iterator<Item = &str> {
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !word.starts_with(|c: char| c.is_ascii_digit()) && !BESIDE.has(word))
}

/// Whether a line begins with what says when something was published, and has its day before the first bar.
pub(crate) fn opens_with_marker_and_bar(words: &str) -> bool {
    let parted = words.split_once('|');
    parted.is_some_and(|(head, rest)| years(head) == 1 && years(rest) == 0 && opens_with_marker(words))
}

/// Whether a line begins with what says when something was published.
pub(crate) fn opens_with_marker(words: &str) -> bool {
    let folded = fold(words);
    PUBLISHED.iter().chain(UPDATED).any(|marker| folded.starts_with(marker))
}

/// Whether a time of day stands in `words`: `14h05`, `10:12`, `09.32 BST`.
pub(crate) fn has_clock(words: &str) -> bool {
    let bytes = words.as_bytes();
    let marked =
        |four: &[u8]| matches!(four, [a, b'h' | b'H' | b':', b, c] if [a, b, c].iter().all(|byte| byte.is_ascii_digit()));
    // Behind a dot it is one only before a time zone.
    let zoned = |eight: &[u8]| {
        let figures = [0, 2, 3].iter().all(|at| eight.get(*at).is_some_and(u8::is_ascii_digit));
        let zone = eight.get(5..).is_some_and(|zone| zone.iter().all(u8::is_ascii_uppercase));
        figures && zone && eight.get(1) == Some(&b'.') && eight.get(4) == Some(&b' ')
    };
    bytes.windows(4).any(marked) || bytes.windows(8).any(zoned)
}

#[cfg(test)]
mod tests {
    use super::says_when_alone;

    #[test]
    fn a_word_about_a_day_is_nobody_s_name() {
        assert!(
            says_when_alone("PUBLISHED") && says_when_alone("UPDATED:") && says_when_alone("Revised") && says_when_alone("(Last")
        );
        assert!(!says_when_alone("6Medias") && !says_when_alone("Publié par Claire Dumont"));
    }
}
