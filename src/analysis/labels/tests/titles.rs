//! What somebody is before a name, and what only looks like a verb or an end.

use crate::analysis::labels::compressed;
use crate::model::article::Lang;

#[test]
fn what_the_subject_is_goes_before_its_name() {
    for (sentence, lang, expected) in [
        ("Veteran river ferry operator Merrow Lines has bought the quay.", Lang::En, "Merrow Lines has bought the quay"),
        ("Sarelle Valley striker Anne Rivoire has signed with Kelmouth.", Lang::En, "Anne Rivoire has signed with Kelmouth"),
        ("Flour maker Orrick is closing its old mill.", Lang::En, "Orrick is closing its old mill"),
        ("Le constructeur valmontais Rivoire Frères a vendu deux barges.", Lang::Fr, "Rivoire Frères a vendu deux barges"),
        ("La députée PRV Anne Rivoire a quitté la séance.", Lang::Fr, "Anne Rivoire a quitté la séance"),
        ("Le Premier ministre Paul Verdier a visité le pont.", Lang::Fr, "Paul Verdier a visité le pont"),
    ] {
        assert_eq!(compressed(sentence, lang), expected, "{sentence}");
    }
}

#[test]
fn a_name_that_is_only_a_part_of_the_subject_keeps_what_stands_before_it() {
    for (sentence, lang) in [
        ("Most older Kelmouth Islanders have left the village.", Lang::En),
        ("The number of Kelmouth Islanders has risen again.", Lang::En),
        ("Members of another Sarelle Choir have left the hall.", Lang::En),
        ("Le procès Anne Rivoire a commencé à Valmont.", Lang::Fr),
        ("Le député de la Sarelle Anne Rivoire a démissionné.", Lang::Fr),
        ("Le président déchu Abd el Rivoire est mort.", Lang::Fr),
    ] {
        assert_eq!(compressed(sentence, lang), sentence.trim_end_matches('.'), "{sentence}");
    }
}

#[test]
fn what_only_looks_like_a_verb_or_an_end_is_none() {
    for (sentence, lang, expected) in [
        (
            "The choir leader Anne Rivoire, left, won't return to the hall this season.",
            Lang::En,
            "The choir leader Anne Rivoire won't return to the hall this season",
        ),
        (
            "Fast-rising choir leader Anne Rivoire, now touring with her band, has left the valley.",
            Lang::En,
            "Fast-rising choir leader Anne Rivoire has left the valley",
        ),
        (
            "Anne Rivoire, who admitted robbing three old mills, said at a hearing that she would pay.",
            Lang::En,
            "Anne Rivoire said at a hearing that she would pay",
        ),
        ("Orrick, a maker of sails and ropes, has closed its mill.", Lang::En, "Orrick has closed its mill"),
        ("Valmont, Apr 3 A ferry that carried flour has sunk.", Lang::En, "A ferry that carried flour has sunk"),
        ("The two towns have signed a pact under which, in time, they merge.", Lang::En, "The two towns have signed a pact"),
        (
            "Le volcan de Sarelle est calme, ont fait savoir les autorités depuis le port.",
            Lang::Fr,
            "Le volcan de Sarelle est calme, ont fait savoir les autorités",
        ),
        (
            "Paul Verdier tenait le poste de gardien du quai mais, en mai, il est parti.",
            Lang::Fr,
            "Paul Verdier tenait le poste de gardien du quai",
        ),
    ] {
        assert_eq!(compressed(sentence, lang), expected, "{sentence}");
    }
}

#[test]
fn what_is_said_under_a_condition_keeps_its_verb() {
    for (sentence, lang) in [
        ("Anne Rivoire says if the mill closes, the village will lose half of its shops.", Lang::En),
        ("Anne Rivoire said that while the mill is old, it can be saved.", Lang::En),
        ("Le préfet a déclaré que si le pont fermait, la ville perdrait la moitié de ses commerces.", Lang::Fr),
        ("La sœur du meunier est, elle, poursuivie pour faux témoignage.", Lang::Fr),
        ("La maire de Sarelle a, quant à elle, refusé de signer la charte du pont.", Lang::Fr),
    ] {
        assert_eq!(compressed(sentence, lang), sentence.trim_end_matches('.'), "{sentence}");
    }
}
