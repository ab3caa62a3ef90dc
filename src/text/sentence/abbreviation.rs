//! Abbreviations of French and English press prose: whether a full stop belongs to the word before it.
//!
//! Called by `text::sentence` alone, with the word and what follows the stop.

/// Titles and particles that always stand before what they belong to.
const NEVER_LAST: &[&str] = &[
    "M", "MM", "Mme", "Mmes", "Mlle", "Mlles", "Mr", "Mrs", "Ms", "Messrs", "Dr", "Drs", "Pr", "Prof", "Mgr", "Me", "St", "Ste",
    "Sts", "Gen", "Gén", "gén", "Brig", "Maj", "Lt", "lt", "Col", "Capt", "Cpt", "Cdt", "cdt", "Cmdr", "Cdr", "Adm", "Sgt",
    "Cpl", "Pvt", "Amb", "Sen", "Sens", "Sén", "sén", "Rep", "Reps", "Gov", "Govs", "Hon", "Rev", "Pres", "Prés", "Supt", "Insp",
    "Det", "Mt", "Ft", "Fr", "Atty", "cf", "Cf", "vs", "ex", "viz", "env", "approx", "av", "apr", "ca", "dr", "mr", "mrs", "mme",
    "mlle", "tél", "Tél", "réf", "v",
];

/// Abbreviations only when a number follows; some are plain words otherwise.
const BEFORE_NUMBER: &[&str] = &[
    "No", "Nos", "Nr", "no", "nos", "n", "n°", "nº", "N°", "p", "pp", "P", "art", "Art", "arts", "vol", "Vol", "chap", "ch",
    "fig", "Fig", "sect", "al", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "janv",
    "févr", "fév", "avr", "juil", "sept", "oct", "nov", "déc", "tel", "Tel", "av", "éd", "para", "Op", "op",
];

/// Abbreviations that end a sentence as well as not.
const MAYBE_LAST: &[&str] =
    &["Inc", "Corp", "Ltd", "Co", "Cos", "Cie", "Jr", "Sr", "Bros", "Ph.D", "Dept", "Univ", "Assn", "Ave", "Blvd"];

/// Words that begin sentences and no names.
const STARTERS: &[&str] = &[
    "The",
    "He",
    "She",
    "It",
    "They",
    "We",
    "You",
    "But",
    "And",
    "This",
    "That",
    "These",
    "Those",
    "There",
    "In",
    "At",
    "For",
    "If",
    "As",
    "When",
    "While",
    "After",
    "Before",
    "However",
    "His",
    "Her",
    "Its",
    "Their",
    "Our",
    "Some",
    "Many",
    "Both",
    "Since",
    "Meanwhile",
    "Il",
    "Elle",
    "Ils",
    "Elles",
    "Nous",
    "Vous",
    "Ce",
    "Cet",
    "Cette",
    "Ces",
    "C'est",
    "C’est",
    "Mais",
    "Et",
    "En",
    "Dans",
    "Pour",
    "Selon",
    "Après",
    "Avant",
    "Depuis",
    "Lors",
    "Cependant",
    "Toutefois",
    "Or",
    "Ainsi",
    "Son",
    "Sa",
    "Ses",
    "Leur",
    "Leurs",
    "Une",
    "Des",
    "Par",
    "Sur",
    "Si",
    "Alors",
    "Pourtant",
    "Quant",
    "Quand",
];

/// Words that begin sentences, and names too after an initial.
const ARTICLES: &[&str] =
    &["Le", "La", "Les", "Un", "On", "A", "An", "I", "Du", "De", "To", "No", "Now", "So", "With", "By", "From"];

/// Whether the full stop after `word` leaves the sentence open, when `next` is the word that follows, white space between.
pub fn leaves_open(word: &str, next: &str) -> bool {
    /// The longest of all lists.
    const LONGEST: usize = 6;
    // Initials are one letter, or have stops or hyphens.
    if word.len() > LONGEST && !word.contains('.') && !word.starts_with('-') {
        return false;
    }
    let starts_name = next.chars().next().is_some_and(|c| !c.is_numeric());
    if NEVER_LAST.contains(&word) {
        return true;
    }
    if BEFORE_NUMBER.contains(&word) {
        return !starts_name;
    }
    if is_initials(word) {
        let starts_sentence = STARTERS.contains(&next) || word.contains('.') && ARTICLES.contains(&next);
        return !starts_sentence;
    }
    MAYBE_LAST.contains(&word) && starts_name && !STARTERS.contains(&next) && !ARTICLES.contains(&next)
}

/// One capital (`W`), or letters with stops or hyphens between (`U.S`, `p.m`, `J.-C`).
fn is_initials(word: &str) -> bool {
    let mut parts = word.split('.').map(|part| part.trim_start_matches('-'));
    let one_letter = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    parts.all(one_letter) && (word.contains('.') || word.chars().all(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::leaves_open;

    #[test]
    fn titles_and_initials_lean_on_what_follows() {
        for (word, next) in
            [("M", "Kazemi"), ("Brig", "Le"), ("No", "5"), ("W", "Bush"), ("U.S", "Army"), ("p.m", "Tuesday"), ("J", "R")]
        {
            assert!(leaves_open(word, next), "{word}. {next}");
        }
    }

    #[test]
    fn words_and_acronyms_end_sentences() {
        for (word, next) in [
            ("No", "He"),
            ("vol", "Le"),
            ("U.S", "The"),
            ("p.m", "Il"),
            ("Inc", "The"),
            ("Irak", "Le"),
            ("etc", "Le"),
            ("2014", "Le"),
        ] {
            assert!(!leaves_open(word, next), "{word}. {next}");
        }
    }
}
