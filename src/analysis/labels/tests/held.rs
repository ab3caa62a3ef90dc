//! What a date belongs to stays in the label for that date, and no label is longer than a line or two.

use crate::analysis::labels::compressed_at;
use crate::model::article::Lang;

fn at(sentence: &str, date: &str, lang: Lang) -> String {
    let start = sentence.find(date).expect("the sentence holds its date");
    compressed_at(sentence, &(start..start + date.len()), lang)
}

/// The first of the cases whose label lacks what it must hold.
fn first_lost(cases: &[(&str, &str, &str)], lang: Lang) -> Option<(String, String)> {
    let labels = cases.iter().map(|(sentence, date, held)| (at(sentence, date, lang), (*held).to_owned()));
    labels.into_iter().find(|(label, held)| !label.contains(held.as_str()))
}

#[test]
fn a_clause_beside_the_main_one_stays_for_its_date_in_french() {
    let cases = [
        (
            "La taxe évoquée par le maire, qui avait été votée en juin 1970 après de longs débats, a été supprimée par Anne Rivoire en 1983.",
            "juin 1970",
            "qui avait été votée en juin 1970",
        ),
        (
            "La suite de cette trêve encore très fragile sera donc suivie avec attention en Norlande, ravagée depuis 2011 par une longue crue.",
            "2011",
            "en Norlande, ravagée depuis 2011",
        ),
        (
            "Le maire, champion de Norlande d'aviron en 1998 avec ses deux frères, a fermé le vieux pont de bois.",
            "1998",
            "champion de Norlande d'aviron en 1998",
        ),
        (
            "Les quais (la mairie avait fermé le bac en 2009) sont de nouveau ouverts aux bateliers.",
            "2009",
            "(la mairie avait fermé le bac en 2009)",
        ),
        (
            "Le préfet a fermé le pont – un bac avait déjà coulé en mars 2012 – malgré les protestations des meuniers.",
            "mars 2012",
            "un bac avait déjà coulé en mars 2012",
        ),
    ];
    assert_eq!(first_lost(&cases, Lang::Fr), None);
}

#[test]
fn what_is_held_against_a_date_stays_with_it_in_french() {
    let cases = [
        (
            "Cette conférence a été en bonne partie dominée par la crue du fleuve depuis la visite du préfet à Valmont en octobre 2017.",
            "octobre 2017",
            "depuis la visite du préfet à Valmont en octobre 2017",
        ),
        (
            "Le fret de la Sarelle avait, à 2 583 tonnes, enfin renoué en 2017 avec son niveau de 2007.",
            "2007",
            "avec son niveau de 2007",
        ),
        (
            "À midi, les meuniers étaient 12 000, selon la mairie, contre 38 600 le 22 décembre et 82 000 le 17 novembre, selon la même source.",
            "le 17 novembre",
            "82 000 le 17 novembre",
        ),
        (
            "À midi, les meuniers étaient 12 000, selon la mairie, contre 38 600 le 22 décembre et 82 000 le 17 novembre, selon la même source.",
            "le 22 décembre",
            "contre 38 600 le 22 décembre",
        ),
        ("Les tonnages reculent de 12 % par rapport à 2018 dans tous les ports de la vallée.", "2018", "par rapport à 2018"),
        ("Ils ont défilé devant la vieille halle comme en 1968.", "1968", "comme en 1968"),
        (
            "La ville fête avec ses bateliers et ses meuniers le jour anniversaire de la chute de la tour de Valmont en 1793.",
            "1793",
            "la chute de la tour de Valmont en 1793",
        ),
        ("Un voyage du préfet à Merrow, prévu mercredi et jeudi, a été annulé.", "mercredi", "prévu mercredi"),
    ];
    assert_eq!(first_lost(&cases, Lang::Fr), None);
}

#[test]
fn a_clause_beside_the_main_one_stays_for_its_date_in_english() {
    let cases = [
        (
            "Instead of complaining about each other, as was the case following phone calls last week, each town released a statement.",
            "last week",
            "as was the case following phone calls last week",
        ),
        (
            "Praised by the Millers' League (which posted a tribute on May 19), the council shut down the ferry and fined Anne Rivoire.",
            "May 19",
            "(which posted a tribute on May 19)",
        ),
        (
            "Anne Rivoire, who took over the mill from John Tavel in December 2018, quoted the testimony at length.",
            "December 2018",
            "who took over the mill from John Tavel in December 2018",
        ),
        (
            "The weir was reopened by the mayor, a ferryman who had been elected to the council in 1996.",
            "1996",
            "a ferryman who had been elected to the council in 1996",
        ),
        (
            "The bridge – the last ferry had sunk in March 2012 – was closed by the county despite the millers.",
            "March 2012",
            "the last ferry had sunk in March 2012",
        ),
    ];
    assert_eq!(first_lost(&cases, Lang::En), None);
}

#[test]
fn what_is_held_against_a_date_stays_with_it_in_english() {
    let cases = [
        (
            "The tolls brought in 52 million crowns, compared with 35.7 million in February, the county office said on Monday.",
            "February",
            "compared with 35.7 million in February",
        ),
        ("The river rose higher in the old town than in 1968.", "1968", "than in 1968"),
        ("He claimed a 2005 tape had been cut by the council of Kelmouth.", "2005", "a 2005 tape"),
        (
            "Anne Rivoire, a former miller elected in the river wave of 2010, said the ferry was safe.",
            "2010",
            "elected in the river wave of 2010",
        ),
        (
            "The council was moved by the anger of the boatmen of the valley since the closing of the ferry in October 2017.",
            "October 2017",
            "since the closing of the ferry in October 2017",
        ),
    ];
    assert_eq!(first_lost(&cases, Lang::En), None);
}

#[test]
fn the_verb_of_a_relative_pronoun_is_none_of_the_name_before() {
    let label = at(
        "Paul Merrow, a mill owner whose brother, John Tavel, was mayor of Kelmouth from 1994 to 2005, has given the town a ferry.",
        "1994 to 2005",
        Lang::En,
    );
    assert!(!label.starts_with("Paul Merrow was mayor"), "{label}");
}

#[test]
fn a_date_that_only_says_when_holds_nothing() {
    for (sentence, date, lang, expected) in [
        ("En 2014, la mairie a ouvert un bac.", "2014", Lang::Fr, "La mairie a ouvert un bac"),
        ("In 2014, the town opened a ferry.", "2014", Lang::En, "The town opened a ferry"),
        ("In a speech on Tuesday, the mayor praised the millers.", "Tuesday", Lang::En, "The mayor praised the millers"),
        (
            "La mairie a ouvert un bac mardi, a indiqué le préfet.",
            "mardi",
            Lang::Fr,
            "La mairie a ouvert un bac, a indiqué le préfet",
        ),
    ] {
        assert_eq!(at(sentence, date, lang), expected, "{sentence}");
    }
}

#[test]
fn a_place_before_a_bar_goes_as_before_a_dash() {
    let label = at("VALMONT | Le maire a ouvert un bac en 2010.", "2010", Lang::Fr);
    assert_eq!(label, "Le maire a ouvert un bac en 2010");
}

#[test]
fn a_sentence_in_brackets_has_a_label() {
    let label = at("(Paul Merrow opposed the ferry in 2010.)", "2010", Lang::En);
    assert_eq!(label, "Paul Merrow opposed the ferry in 2010");
}
