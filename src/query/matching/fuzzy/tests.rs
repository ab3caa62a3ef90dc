use proptest::prelude::{prop_assert, proptest};
use unicode_segmentation::UnicodeSegmentation as _;

use super::{FuzzyMatch, FuzzyPattern};
use crate::text::span::Span;

const TALKS: &str = "Négociations stratégiques avec Bagdad ou quand les Américains capitulent sans vouloir en avoir l’air";

fn find(words: &str, line: &str) -> Option<FuzzyMatch> {
    FuzzyPattern::new(words).find(line)
}

fn marked<'a>(words: &str, line: &'a str) -> Vec<&'a str> {
    find(words, line).unwrap().marks.into_iter().map(|mark| mark.of(line)).collect()
}

#[test]
fn words_match_folded_and_in_any_order() {
    assert_eq!(marked("negoc strat", TALKS), ["Négoc", "strat"]);
    assert_eq!(marked("STRAT négoc", TALKS), ["Négoc", "strat"]);
    assert_eq!(marked("etat", "Le coup d’État"), ["État"]);
    assert_eq!(find("bagdad teheran", TALKS), None);
}

#[test]
fn nothing_asked_matches_everything() {
    assert!(FuzzyPattern::new("  ").is_empty());
    assert_eq!(find(" ", TALKS), Some(FuzzyMatch::default()));
    assert_eq!(find("a", ""), None);
}

#[test]
fn a_letter_left_out_and_joined_words_are_found() {
    assert_eq!(marked("stratgiques", TALKS), ["strat", "giques"]);
    assert_eq!(marked("negstrat", TALKS), ["Nég", "strat"]);
    assert_eq!(marked("hachdchaabi", "QG des Hachd al-Chaabi"), ["Hachd", "Chaabi"]);
}

#[test]
fn letters_scattered_over_a_line_are_no_match() {
    for (word, line) in [
        ("ireland", "L'Irlande"),
        ("ireland", "Irak : réactions après l’annonce d’un retrait des soldats"),
        ("soldat", "Sans vouloir en avoir l’air, dit-on à Bagdad et ailleurs"),
        ("iran", "L’Irlande vote"),
        ("iran", "Irak : annonce d’un retrait"),
        ("iran", "Il a rencontré un ambassadeur"),
        ("ra", "Iran"),
    ] {
        assert_eq!(find(word, line), None, "{word} in {line}");
    }
}

#[test]
fn whole_words_outrank_heads_of_words_and_those_the_inside() {
    let score = |line: &str| find("iran", line).unwrap().score;
    assert!(score("en Iran") > score("en Iranien"));
    assert!(score("en Iranien") > score("pro-x nordiranien"));
    assert!(score("Iran et Irak") > score("Irak et Iran"));
    assert_eq!(marked("iran", "Iranien d’Iran"), ["Iran"]);
    assert_eq!(find("iran", "Iranien d’Iran").unwrap().marks.first().map(|mark| mark.first()), Some("Iranien d’".len()));
}

#[test]
fn marks_that_touch_are_one() {
    assert_eq!(find("bag bagdad", "Bagdad").unwrap().marks, [Span::new(0, 6)]);
}

#[test]
fn scripts_without_spaces_match_inside() {
    assert_eq!(marked("中东", "关于中东局势"), ["中东"]);
}

proptest! {
    #[test]
    fn marks_stand_on_whole_characters_in_order(words in "[a-zé ’œ]{0,8}", line in "\\PC{0,60}") {
        let Some(found) = find(&words, &line) else { return Ok(()) };
        let mut edges: Vec<usize> = line.grapheme_indices(true).map(|(at, _)| at).collect();
        edges.push(line.len());
        let mut last = None;
        for mark in found.marks {
            prop_assert!(edges.contains(&mark.first()) && edges.contains(&mark.after()) && !mark.is_empty());
            prop_assert!(last.is_none_or(|end| end < mark.start));
            last = Some(mark.end);
        }
    }

    #[test]
    fn a_word_of_the_line_is_always_found(line in "[A-Za-zéèçÉ]{1,9}( [A-Za-zéèçÉ]{1,9}){0,6}", pick in 0usize..7) {
        let words: Vec<&str> = line.split(' ').collect();
        let word = words[pick % words.len()];
        prop_assert!(find(word, &line).is_some());
    }
}
