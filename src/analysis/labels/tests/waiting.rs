//! What a label may not part: what is said and its verb, names, and what the last words wait for.

use crate::analysis::labels::compressed;
use crate::model::article::Lang;

#[test]
fn what_one_sentence_says_is_not_cut_into_what_another_says() {
    for (sentences, lang, expected) in [
        (
            "Douze élèves ont été blessés à Valmont (Sarelle). Le pont menait à la cantine, a indiqué la gendarmerie.",
            Lang::Fr,
            "Douze élèves ont été blessés à Valmont",
        ),
        ("Why not? The council of Kelmouth has bought the mill.", Lang::En, "The council of Kelmouth has bought the mill"),
    ] {
        assert_eq!(compressed(sentences, lang), expected, "{sentences}");
    }
}

#[test]
fn what_an_insertion_parts_from_its_verb_stays_with_it() {
    for (sentence, lang, expected) in [
        (
            "When Anne Rivoire, a former judge of Valmont, was named minister in May, two mayors of the valley resigned.",
            Lang::En,
            "Two mayors of the valley resigned",
        ),
        (
            "The notice said the bridge warden, John Tavel, was allowed to close the quay for a month.",
            Lang::En,
            "The notice said the bridge warden was allowed to close the quay",
        ),
        (
            "Alors que la maire de Valmont, ancienne juge, avait promis un pont, deux adjoints ont démissionné.",
            Lang::Fr,
            "Deux adjoints ont démissionné",
        ),
        (
            "Le site de la mairie, dans sa forme actuelle, s’apprête à fermer, a fait savoir la maire Anne Rivoire.",
            Lang::Fr,
            "Le site de la mairie s’apprête à fermer, a fait savoir la maire Anne Rivoire",
        ),
        (
            "Dans le bourg, parents, voisins ou simples passants, ont marché pour le gardien du pont.",
            Lang::Fr,
            "Parents, voisins ou simples passants, ont marché pour le gardien du pont",
        ),
        (
            "Parti de Valmont il y a quelques mois, le batelier Paul Verdier a estimé mardi que le fleuve est trop bas.",
            Lang::Fr,
            "Le batelier Paul Verdier a estimé que le fleuve est trop bas",
        ),
    ] {
        assert_eq!(compressed(sentence, lang), expected, "{sentence}");
    }
}

#[test]
fn what_is_said_and_what_a_name_goes_on_with_stay_in_english() {
    for (sentence, expected) in [
        (
            "The average payout for the millers of the valley was just $15,000.",
            "The average payout for the millers of the valley was just $15,000",
        ),
        (
            "John Tavel, the warden, told the council of the valley, that the weir was closed for good.",
            "John Tavel told the council of the valley, that the weir was closed for good",
        ),
        (
            "The mill company said its latest repair – a steel plate laid by divers – was holding most of the water.",
            "The mill company said its latest repair was holding most of the water",
        ),
        (
            "John Tavel argues that tolls of the valley need to be scrapped which, for example, spare the mills.",
            "John Tavel argues that tolls of the valley need to be scrapped",
        ),
        (
            "The reason is that relations between Anne Rivoire and the council of Montclair, a mill town, have long been frosty.",
            "The reason is that relations between Anne Rivoire and the council of Montclair have long been frosty",
        ),
        (
            "Paul Hemsby was addressing supporters of the Movement for Clean Rivers at Orrick when some two hundred men came, said a spokesman.",
            "Paul Hemsby was addressing supporters of the Movement for Clean Rivers, said a spokesman",
        ),
    ] {
        assert_eq!(compressed(sentence, Lang::En), expected, "{sentence}");
    }
}

#[test]
fn who_thinks_so_and_when_it_is_due_stay() {
    for (sentence, expected) in [
        (
            "D’autres considèrent toutefois que la ville, pauvre et endettée, n’aurait pas les moyens de bâtir un pont.",
            "D’autres considèrent toutefois que la ville n’aurait pas les moyens de bâtir un pont",
        ),
        (
            "Les avocats du maire ont déposé vendredi 24 mai au soir une nouvelle plainte.",
            "Les avocats du maire ont déposé une nouvelle plainte",
        ),
        ("La réunion du conseil prévue jeudi a été annulée.", "La réunion du conseil prévue jeudi a été annulée"),
        (
            "Plus de cent dossiers étaient en attente à la mairie (Sarelle).Depuis la crue, des bateliers attendent leur permis.",
            "Plus de cent dossiers étaient en attente à la mairie",
        ),
    ] {
        assert_eq!(compressed(sentence, Lang::Fr), expected, "{sentence}");
    }
}

#[test]
fn no_line_ends_before_what_its_last_words_wait_for() {
    for (sentence, lang, expected) in [
        (
            "Le pont est fermé aux camions, a-t-elle précisé par la suite en conférence de presse.",
            Lang::Fr,
            "Le pont est fermé aux camions, a-t-elle précisé",
        ),
        (
            "The 63-year-old Tavel was determined to open the mill again.",
            Lang::En,
            "The 63-year-old Tavel was determined to open the mill again",
        ),
    ] {
        assert_eq!(compressed(sentence, lang), expected, "{sentence}");
    }
    let rich = compressed(
        "Le batelier né à Valmont avait vu sa fortune grandir de concert avec la transformation de Montclair qui s’est couverte de quais depuis dix ans.",
        Lang::Fr,
    );
    assert!(!rich.ends_with("qui"), "{rich}");
    let retreat = compressed(
        "Senior members of the council are planning a rural retreat in Kelmouth days after the vote on the dam.",
        Lang::En,
    );
    assert!(!retreat.ends_with("days"), "{retreat}");
}
