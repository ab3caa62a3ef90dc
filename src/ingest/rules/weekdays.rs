//! The days of the week as header lines, fields and bylines have them: one table for all readers of documents.

use crate::text::fold::fold;

/// French, English, German, Spanish and Italian, folded.
pub(crate) const WEEKDAYS: &[&str] = &[
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "lunes",
    "martes",
    "miercoles",
    "jueves",
    "viernes",
    "sabado",
    "domingo",
    "lunedi",
    "martedi",
    "mercoledi",
    "giovedi",
    "venerdi",
    "sabato",
    "domenica",
];

/// Whether `word` is a day of the week.
pub(crate) fn is_weekday(word: &str) -> bool {
    /// Bytes of the longest.
    const LONGEST: usize = 12;
    word.len() <= LONGEST && WEEKDAYS.contains(&fold(word).as_str())
}

#[cfg(test)]
mod tests {
    use super::is_weekday;

    #[test]
    fn days_are_told_however_they_are_written() {
        assert!(["Mardi", "MERCREDI", "miércoles", "giovedì", "Donnerstag", "sunday"].iter().all(|word| is_weekday(word)));
        assert!(!["mars", "sun", ""].iter().any(|word| is_weekday(word)));
    }
}
