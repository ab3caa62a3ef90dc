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
        (
            "Earlier this month Sir Paul Rivoire, mayor for the valley, described the flood as a unique event.",
            Lang::En,
            "Earlier this month Sir Paul Rivoire described the flood as a unique event",
        ),
        (
            "Thieves who were caught in a trap as they fled from a mill in Kelmouth were from Orrick, it is believed.",
            Lang::En,
            "Thieves who were caught in a trap as they fled from a mill in Kelmouth were from Orrick, it is believed",
        ),
        (
            "Anne Rivoire deserved her four-year, $16 million contract.",
            Lang::En,
            "Anne Rivoire deserved her four-year, $16 million contract",
        ),
        (
            "An old mill near Orrick was painted overnight with anti-war and anti-tax slogans by the two brothers.",
            Lang::En,
            "An old mill near Orrick was painted overnight",
        ),
        (
            "Prices of mills in the Sarelle valley rose in Kelmouth for the first time in seven months, said the bank of Orrick.",
            Lang::En,
            "Prices of mills in the Sarelle valley rose in Kelmouth, said the bank of Orrick",
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

#[test]
fn subjects_do_not_reach_over_a_colon_and_lists_of_names_stay() {
    for (sentence, expected) in [
        (
            "Orages sur la vallée : l’alerte rouge, qui concernait deux vallées, a été levée mercredi.",
            "L’alerte rouge a été levée",
        ),
        ("Le maire a dit : le pont, bâti en 1900, a été fermé.", "Le maire a dit : le pont, bâti en 1900, a été fermé"),
        (
            "Les meuniers Paul Verdier (Sarelle), Anne Rivoire (Valmont) et Robert Tavel (Kelm), réunis par la radio, ont acheté le pont.",
            "Les meuniers Paul Verdier, Anne Rivoire et Robert Tavel, réunis par la radio, ont acheté le pont",
        ),
        (
            "Si elle est dans la course, c'est que son frère Paul, un batelier en vue, a été jeté en prison en mai.",
            "Si elle est dans la course, c'est que son frère Paul a été jeté en prison en mai",
        ),
    ] {
        assert_eq!(compressed(sentence, Lang::Fr), expected, "{sentence}");
    }
}

#[test]
fn what_limits_a_claim_and_what_completes_a_verb_stay_in_french() {
    for (sentence, expected) in [
        (
            "En général, ces mesures visent des bateliers, a annoncé la mairie.",
            "En général, ces mesures visent des bateliers, a annoncé la mairie",
        ),
        (
            "Le journal, qui cite un témoin, révèle que la bagarre n'aurait rien à voir avec la fête du pont.",
            "Le journal révèle que la bagarre n'aurait rien à voir avec la fête du pont",
        ),
        (
            "Ce batelier de 46 ans père de trois enfants était considéré par ses proches comme un sage qui prêchait la paix.",
            "Ce batelier de 46 ans père de trois enfants était considéré par ses proches comme un sage",
        ),
        (
            "Selon un sondage pour la radio publié vendredi 15 février, 27 % des meuniers ont vendu leur moulin.",
            "Selon un sondage pour la radio publié, 27 % des meuniers ont vendu leur moulin",
        ),
        ("Anne Rivoire a gravi la colline ce lundi de Pentecôte.", "Anne Rivoire a gravi la colline ce lundi de Pentecôte"),
        (
            "Le ministre Paul Verdier a rappelé, dans un entretien à la radio, que plusieurs ponts étaient fermés.",
            "Paul Verdier a rappelé que plusieurs ponts étaient fermés",
        ),
        (
            "Rivoire Frères fermera l'an prochain son moulin et à cette occasion, tous les ponts seront ouverts.",
            "Rivoire Frères fermera l'an prochain son moulin",
        ),
        (
            "« Le problème du moulin, c'est son âge », entend-on souvent.",
            "« Le problème du moulin, c'est son âge », entend-on souvent",
        ),
        ("Elle refuse parce que ce n'est pas (s)a vocation.", "Elle refuse parce que ce n'est pas (s)a vocation"),
    ] {
        assert_eq!(compressed(sentence, Lang::Fr), expected, "{sentence}");
    }
}
