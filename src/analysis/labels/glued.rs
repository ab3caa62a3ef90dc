//! Lines that a page printed without a space between them and without a stop: `des risquesLe 5 mai, le pont`, `« Chef à 15 ans »Anne Rivoire`.
//!
//! A label is made of the part that its date stands in. What a page glues behind a stop the cut into sentences has parted before.

use std::sync::LazyLock;

use crate::text::fold::fold;
use crate::text::span::Span;
use crate::text::word_set::WordSet;

/// Words of French and English that begin a sentence and no second half of a name; the asset says where they are from.
static OPENERS: LazyLock<WordSet> = LazyLock::new(|| {
    let asset = include_str!("../../../assets/labels/openers.txt");
    asset.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
});
/// Letters in small, and in capitals, that stand before such a word at least, so that no name of two halves is cut.
const SMALL: usize = 3;
const CAPITALS: usize = 4;

/// The part of `line` around the byte `at` that stands by itself.
pub(super) fn part_around(line: &str, at: usize) -> Span {
    let (mut start, mut end) = (0, line.len());
    let mut marks = 0;
    for (place, c) in line.char_indices() {
        if is_seam(line.get(..place).unwrap_or_default(), line.get(place..).unwrap_or_default(), marks) {
            if place <= at {
                start = place;
            } else {
                end = place;
                break;
            }
        }
        marks += usize::from(c == '"');
    }
    Span::new(start, end)
}

/// Whether another line begins between `before` and `behind`; `marks` straight quotation marks stand before.
fn is_seam(before: &str, behind: &str, marks: usize) -> bool {
    let mut letters = behind.chars();
    let (first, second) = (letters.next().unwrap_or_default(), letters.next().unwrap_or(' '));
    if matches!(first, '•' | '►' | '♦') && !before.trim().is_empty() {
        return true;
    }
    let opens = first.is_uppercase() && (second.is_lowercase() || matches!(second, '\'' | '’' | ' '));
    let Some(last) = before.chars().next_back().filter(|_| opens) else { return false };
    if matches!(last, '»' | '”') || last == '"' && marks.is_multiple_of(2) {
        return true;
    }
    let word = behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let parted = behind.get(word.len()..).is_some_and(|rest| rest.starts_with([' ', ',', '\'', '’', '\u{a0}']));
    let run = |is: fn(char) -> bool| before.chars().rev().take_while(|c| is(*c)).count();
    let small = run(char::is_lowercase);
    let ends = small >= SMALL || run(char::is_uppercase) >= CAPITALS;
    // `en févrierAnne Rivoire`: names of two halves, but for a few that begin with one or two small letters, begin with a capital.
    let whole = small > SMALL && !begins_with_capital(before);
    parted && (ends && OPENERS.has(&fold(word)) || whole && word.chars().skip(1).filter(|c| c.is_lowercase()).count() > 1)
}

/// Whether the last word of `text` begins with a capital or goes on behind a mark, as in an address.
fn begins_with_capital(text: &str) -> bool {
    let word = text.rsplit(|c: char| c.is_whitespace() || matches!(c, '\'' | '’' | '«' | '"' | '(')).next().unwrap_or_default();
    !word.chars().all(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::part_around;

    fn part<'a>(line: &'a str, date: &str) -> &'a str {
        part_around(line, line.find(date).unwrap()).of(line)
    }

    #[test]
    fn lines_without_a_space_between_them_are_parted() {
        for (line, expected) in [
            ("\"Batelier à 15 ans\"Anne Rivoire a parlé mardi.", "Anne Rivoire a parlé mardi."),
            ("Une crue pleine de risquesLe maire a fermé le quai mardi.", "Le maire a fermé le quai mardi."),
            ("Jugés en avrilAnne Rivoire a été relâchée mardi.", "Anne Rivoire a été relâchée mardi."),
            ("Un flop pour la mairiePourtant, le bac passe mardi.", "Pourtant, le bac passe mardi."),
            ("Le bac passe mardi.• Hausse des tarifs du quai", "Le bac passe mardi."),
            ("RÉFORME À RISQUESL'usine ferme mardi.", "L'usine ferme mardi."),
            ("Le quai ferme mardi « pour longtemps »Un bac attend.", "Le quai ferme mardi « pour longtemps »"),
        ] {
            assert_eq!(part(line, "mardi"), expected);
        }
    }

    #[test]
    fn names_of_two_halves_and_quotations_stay_whole() {
        for line in [
            "LinkedIn et YouTube ferment mardi.",
            "Il a dit \"Anne Rivoire part mardi\" à MacLeod.",
            "« Oui » a répondu DeSantis mardi.",
            "Le \"Bac\" Anne part mardi.",
        ] {
            assert_eq!(part(line, "mardi"), line);
        }
    }
}
