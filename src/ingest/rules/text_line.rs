//! Whether one line by itself reads as text: it ends as a sentence, or goes on at length in small letters.
//!
//! Only the line's own words are asked. What stands around it is `page_bounds`' matter.

/// What a line of text weighs at most, in characters: one long paragraph must not outweigh a whole menu.
const MOST: usize = 400;
/// What a short line weighs against the run it stands in.
const SHORT: i32 = 40;
/// Characters of a line that runs on as a paragraph does.
const LONG: usize = 160;

/// What `words` weigh for being text: its characters up to [`MOST`], nothing, or less than nothing.
pub(crate) fn weight(words: &str) -> i32 {
    match () {
        () if is_text(words) => i32::try_from(words.chars().take(MOST).count()).unwrap_or_default(),
        // An item of a list may be the article's or a menu's; a question may be a headline.
        () if words.starts_with(['•', '-', '–', '—']) || closes(words) && words.split(' ').nth(7).is_some() => 0,
        () => -SHORT,
    }
}

/// Whether a line reads as text: it ends as a sentence, or goes on at length in small letters.
pub(crate) fn is_text(words: &str) -> bool {
    is_sentence(words) || is_long(words) && runs_on(words) && words.contains([',', '.', ';']) && !is_heap(words)
}

/// Whether a line is a list that was written on one line: its items stand between marks, or are glued to each other, as in
/// `À la uneVie localeSportsLoisirs`.
fn is_heap(words: &str) -> bool {
    /// Marks between items; and pairs of items without a blank, one in so many words.
    const MARKS: usize = 4;
    const GLUED: usize = 3;
    const WORDS: usize = 12;
    /// Bytes of a line that may be a whole page, of which a part is a menu.
    const PAGE: usize = 2000;
    if words.len() > PAGE {
        return false;
    }
    let marks = words.chars().filter(|c| matches!(c, '•' | '·' | '|' | '›' | '>' | '*')).nth(MARKS - 1).is_some();
    let pairs = || words.chars().zip(words.chars().skip(1));
    let glued = || pairs().filter(|(one, two)| one.is_lowercase() && two.is_uppercase()).count();
    let all = || words.split(' ').count();
    marks || glued() >= GLUED && glued() * WORDS >= all()
}

/// Whether a line ends as a sentence of a text does.
pub(crate) fn is_sentence(words: &str) -> bool {
    let words = words.trim_end();
    let holds = |count: usize| words.split_whitespace().nth(count - 1).is_some();
    // `… n'y serait pas allée."`: the stop stands before the mark that closes the quotation.
    let end = words.trim_end_matches(['"', '”', '»', ' ', '\u{a0}']);
    let stopped = end.ends_with('.') && !end.ends_with("..");
    stopped && holds(5) || closes(words) && (is_long_enough(words) || holds(10) && holds_stop(words)) && runs_on(words)
}

/// Whether a sentence ends inside a line: `Aucun n'a récidivé. Vive le maire !`
fn holds_stop(words: &str) -> bool {
    words.split(". ").skip(1).any(|rest| rest.starts_with(|c: char| c.is_uppercase() || c == '«'))
}

/// A heading that asks or quotes is shorter than this.
fn is_long_enough(words: &str) -> bool {
    words.chars().nth(119).is_some()
}

fn is_long(words: &str) -> bool {
    words.chars().nth(LONG - 1).is_some()
}

fn closes(words: &str) -> bool {
    words.trim_end().ends_with(['!', '?', '…', '»', '"', '”', ')', ':', ';'])
}

/// Whether most words of a line begin with small letters; those of a menu written on one line do not.
fn runs_on(words: &str) -> bool {
    let (mut small, mut all) = (0, 0);
    for word in words.split_whitespace() {
        let first = word.chars().find(|c| c.is_alphabetic());
        all += usize::from(first.is_some());
        small += usize::from(first.is_some_and(char::is_lowercase));
    }
    // Names and nouns of German leave less than two thirds.
    small * 2 >= all && all >= 5
}

#[cfg(test)]
mod tests {
    use super::is_text;

    #[test]
    fn a_menu_on_one_line_is_no_text() {
        let menu = "Codes Promo Guide d'achat Défiscaliser via l'immobilier Investir dans les SCPI Comparateur Mutuelle Assurance Auto Crédit Immobilier Banque En Ligne Forfait Mobile Box Internet";
        assert!(
            !is_text(menu)
                && !is_text(
                    "Politique et vie localeLes rubriques de la valléeÉcoles et collèges, sports de la valléeLoisirs du dimanche en familleLe fil des routes et des gares, météo de la semaineJeux et mots de la semaine"
                )
                && !is_text(
                    "Nos rubriques • vie de la cité et de ses écoles • sports, jeux et loisirs du dimanche • le fil des routes et des gares • la météo de la semaine • les mots de la semaine"
                )
                && is_text(
                    "Le conseil municipal de Valmont a voté mardi soir un budget en hausse, après quatre heures de débat."
                )
                && is_text("Le Togo devait y participer.")
        );
    }
}
