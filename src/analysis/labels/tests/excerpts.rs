//! What is shown of a sentence that stays long, and what no deletion takes from a verb.

use crate::analysis::labels::{compressed, compressed_at};
use crate::model::article::Lang;

fn at(sentence: &str, date: &str, lang: Lang) -> String {
    let start = sentence.find(date).expect("the sentence holds its date");
    compressed_at(sentence, &(start..start + date.len()), lang)
}

const MILLS: &str = "the mills of Kelmouth and the quays of Merrow and the ferries of Orrick and the wells of Tavel and ";

#[test]
fn a_long_label_leaves_the_clauses_around_its_date_that_tell_something() {
    let sentence = format!(
        "The council lists {}the bridge, and the county closed the weir of Alder in May 2012, which nobody there forgets, where {}the wells stand.",
        MILLS.repeat(2),
        MILLS.repeat(2)
    );
    let label = at(&sentence, "May 2012", Lang::En);
    assert_eq!(label, "… and the county closed the weir of Alder in May 2012, which nobody there forgets …");
}

#[test]
fn what_would_be_no_sentence_is_shown_whole() {
    let [list, more] = [MILLS.repeat(2), MILLS.repeat(2)];
    for (sentence, date) in [
        // A relative clause, a participle, a preposition with what it brings.
        (
            format!(
                "Nobody will ever forget {list}the bridge of Alder, which the county closed in May 2012, and {more}the weir."
            ),
            "May 2012",
        ),
        (format!("He praised {list}the bridge, saying in 1975 that the county was right about {more}the weir."), "1975"),
        (format!("The number of boats fell on {list}the lakes, from 359 in 1990 to 10 in 2015 on {more}the rivers."), "1990"),
    ] {
        assert!(!at(&sentence, date, Lang::En).contains('…'), "{sentence}");
    }
}

#[test]
fn who_says_so_and_a_condition_are_not_left_out_of_a_long_label() {
    let list = MILLS.repeat(2);
    for (sentence, date) in [
        (
            format!(
                "On Monday, the weir “was no bridge and no mill” for {list}the town, the boatman Orrick Tavel said on the radio."
            ),
            "Monday",
        ),
        (
            format!("If the rain lasts in {list}the valley, the county will close the weir in May 2012, which is rare."),
            "May 2012",
        ),
    ] {
        let label = at(&sentence, date, Lang::En);
        assert!(label.contains("said") || label.starts_with("If"), "{label}");
    }
}

#[test]
fn an_object_behind_what_says_when_stays() {
    for (sentence, date, expected) in [
        (
            "Un collectif avait dénoncé fin mars, lettres à l'appui, le bruit du moulin.",
            "fin mars",
            "Un collectif avait dénoncé fin mars le bruit du moulin",
        ),
        (
            "À la radio, la meunière, Anne Rivoire, avait modéré, le 17 avril, les ardeurs des bateliers du quai.",
            "17 avril",
            "La meunière avait modéré les ardeurs des bateliers du quai",
        ),
    ] {
        assert_eq!(at(sentence, date, Lang::Fr), expected, "{sentence}");
    }
}

#[test]
fn a_clause_that_says_when_is_no_main_clause() {
    let sentence = "Soon after the boatmen named him on October 17, the county sent a letter.";
    assert!(at(sentence, "October 17", Lang::En).contains("the county sent a letter"));
    let sentence = "Dans un sondage commandé par la ville, et publié par la Gazette lundi, le maire arrive en tête.";
    assert_eq!(at(sentence, "lundi", Lang::Fr), "Le maire arrive en tête");
}

#[test]
fn that_nothing_bears_a_claim_out_stays_with_it() {
    for (sentence, lang, kept) in [
        (
            "Les meuniers de Valmont ont coulé le bac, mais il n'y a pas de preuve d'un lien avec la mairie.",
            Lang::Fr,
            "pas de preuve",
        ),
        ("The millers sank the ferry at Merrow, Rivoire said on Monday, without evidence.", Lang::En, "without evidence"),
        ("The millers sank the ferry at Merrow, though there is no evidence of it.", Lang::En, "no evidence"),
    ] {
        let label = compressed(sentence, lang);
        assert!(label.contains(kept), "{label}");
    }
}

#[test]
fn a_verb_of_saying_keeps_its_quotation() {
    let sentence = "\"The weir is old and the county is poor,\" Rivoire wrote in a Saturday letter to the miller Orrick Tavel that was obtained by the Gazette.";
    assert!(compressed(sentence, Lang::En).contains("county is poor"), "{}", compressed(sentence, Lang::En));
}

#[test]
fn an_agency_in_brackets_ends_a_dateline_without_a_dash() {
    let sentence = "Merrow, Norland (VNA) Mayor Anne Rivoire, in a rare step, declined to open the weir.";
    assert!(!compressed(sentence, Lang::En).contains("Merrow"), "{}", compressed(sentence, Lang::En));
}

#[test]
fn a_participle_before_its_subject_does_not_stand_for_it() {
    let sentence = "Ouverte en 1970, celle qui est la dernière scierie de Valmont, a connu son apogée après la crue.";
    assert!(at(sentence, "1970", Lang::Fr).contains("celle qui"), "{}", at(sentence, "1970", Lang::Fr));
}

#[test]
fn brackets_with_the_end_of_a_quotation_stay() {
    let sentence = "Le bac \"ne peut pas passer (dont les barques)\".";
    assert_eq!(compressed(sentence, Lang::Fr), "Le bac \"ne peut pas passer (dont les barques)\"");
}

#[test]
fn lines_that_a_page_glued_together_are_no_one_sentence() {
    let sentence = "\"Batelier à 15 ans\"Anne Rivoire a répondu lundi aux questions du maire.";
    assert_eq!(at(sentence, "lundi", Lang::Fr), "Anne Rivoire a répondu aux questions du maire");
    let sentence = "Le patron du bac est \"content\"Lundi matin, le maire a fermé le quai.";
    assert_eq!(at(sentence, "Lundi matin", Lang::Fr), "Le maire a fermé le quai");
    let sentence = "Une saison pleine de risquesLe maire a fermé le quai lundi.";
    assert_eq!(at(sentence, "lundi", Lang::Fr), "Le maire a fermé le quai");
}
