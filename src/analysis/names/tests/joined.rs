//! Names that are one actor though they are written in several ways, over more articles than one.

#![cfg(test)]

use super::{check, names, told};
use crate::model::article::Lang;

#[test]
fn a_short_given_name_is_that_of_the_long_one() {
    let texts = ["Senator Ed Varnow said no. Varnow left.", "Senator Edward Varnow said yes. Varnow stayed."];
    assert_eq!(names(&texts, Lang::En).len(), 1);
    let texts = ["Judge Bob Tarvel said no.", "Judge Robert Tarvel said yes."];
    assert_eq!(names(&texts, Lang::En).len(), 1);
    let texts = ["Le maire Paul Tarvel a dit non.", "La maire Paula Tarvel a dit oui."];
    assert_eq!(names(&texts, Lang::Fr).len(), 2, "a man and a woman");
    let texts = ["Samir Tarvel a dit non.", "Samira Tarvel a dit oui."];
    assert_eq!(names(&texts, Lang::Fr).len(), 2, "nor by their sounds");
    let texts = ["Judge Ed Tarvel said no.", "Judge Edward Tarvel said yes.", "Judge Edwin Tarvel said nothing."];
    assert_eq!(names(&texts, Lang::En).len(), 3, "either of two");
}

#[test]
fn a_surname_is_known_by_its_sound() {
    let texts = [
        "General Muamar Tarraffi spoke. Tarraffi said no.",
        "Muamar Tarraffi left. Later Tarraffi came back.",
        "Colonel Tarafi said no. The rebels saw Tarafi there.",
    ];
    let found = names(&texts, Lang::En);
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn one_word_is_short_for_the_longer_name_that_it_stands_with() {
    let text = "The Federal Bank said no. Then the Fed said yes, and the Fed paid.";
    assert_eq!(names(&[text, text, text], Lang::En), ["Fed = Federal Bank"]);
    let apart = "The Fed said no. Then the Fed paid.";
    let texts = [text, apart, apart, apart, apart];
    assert_eq!(names(&texts, Lang::En), ["Fed", "Federal Bank"], "it stands by itself in most articles");
}

#[test]
fn an_article_in_capitals_is_no_abbreviation() {
    let texts = ["The Arvan League said no. The Arvan League voted.", "They read AL TARVEL, and AL said no. AL paid. AL voted."];
    let found = names(&[texts[0], texts[1], texts[1], texts[1]], Lang::En);
    assert!(!found.iter().any(|name| name.contains("AL =") || name.contains("= AL")), "{found:?}");
}

#[test]
fn forms_and_letters_of_a_group_are_one() {
    let texts = ["The Dorvane Deposit Corporation said no.", "The Dorvane Deposit Corp said yes."];
    assert_eq!(names(&texts, Lang::En).len(), 1);
    let texts = ["The U.N. Harbour Council said no.", "The United Nations Harbour Council said yes."];
    assert_eq!(names(&texts, Lang::En).len(), 1);
}

#[test]
fn a_surname_has_its_particles() {
    let text = "Osama bin Tarvel said no. Later Bin Tarvel said yes. Nobody saw Bin Tarvel.";
    assert_eq!(told(&[text], Lang::En), ["Osama bin Tarvel person"]);
}

#[test]
fn a_thing_is_no_actor() {
    check(&[
        ("They gave him the drug Tamrix. Tamrix said nothing. Tamrix was cheap.", Lang::En, &[]),
        ("The tanker Velmar Star sank. The Velmar Star was old.", Lang::En, &[]),
        ("Le médicament Tamrix agit. Le Tamrix a déclaré forfait. Tamrix a gagné.", Lang::Fr, &[]),
        ("The drug maker Vorland said no. Vorland said more.", Lang::En, &["Vorland unknown"]),
    ]);
}

#[test]
fn an_abbreviation_is_no_function_word_of_another_language() {
    assert_eq!(told(&["The UN said no. Then the UN said yes."], Lang::En), ["UN unknown"]);
    assert_eq!(told(&["Il a vu UN homme. UN homme a dit non."], Lang::Fr), [""; 0]);
}

#[test]
fn a_person_has_an_estate_and_a_state_of_law_is_none() {
    check(&[
        ("Geoffroy Tarvel de Bézan a dit non.", Lang::Fr, &["Geoffroy Tarvel de Bézan person"]),
        ("Hier Paul Vernet de Lyon a dit non.", Lang::Fr, &["Lyon place", "Paul Vernet person"]),
        ("Pour maître Samia Tarvel, c'est fini. Maître Samia Tarvel a dit non.", Lang::Fr, &["Samia Tarvel person"]),
        ("Nous vivons dans un État de droit. L'État de droit est fragile.", Lang::Fr, &[]),
        ("Une crue dans l'Oise. L'Oise déborde, et l'Oise a dit non.", Lang::Fr, &["Oise place"]),
    ]);
}

#[test]
fn one_article_shows_enough_when_its_names_are_used_again() {
    let others: Vec<String> = (0..150).map(|n| format!("Nothing of note happened in week {n}.")).collect();
    let tell = |text: &'static str| {
        let mut bodies: Vec<&str> = others.iter().map(String::as_str).collect();
        bodies.push(text);
        told(&bodies, Lang::En)
    };
    assert_eq!(tell("Then Tarvox said no. They saw Tarvox there."), ["Tarvox unknown"]);
    assert_eq!(tell("They met the TVX in town."), ["TVX unknown"]);
    assert_eq!(tell("They bought it on the Dorvane Stock Exchange."), ["Dorvane Stock Exchange organisation"]);
    assert_eq!(tell("They belong to the Northern League."), ["Northern League organisation"]);
    assert_eq!(tell("LONDON 1996\n\nThe plant closed."), ["LONDON place"]);
}

#[test]
fn a_member_and_all_members_of_a_group_are_one() {
    let text = "On Monday the Tarvories said no. A leader of the Tarvory left, and the Tarvory said it would vote. Then the Tarvories said more.";
    assert_eq!(names(&[text, text], Lang::En).len(), 1);
    // Somebody and somebody else's family are two.
    let texts = ["Mr Karim Velmar said no. Velmar left.", "The Velmars said yes. The Velmars voted."];
    assert_eq!(names(&texts, Lang::En).len(), 2);
}

#[test]
fn an_institution_in_small_letters_is_the_one_with_capitals() {
    let texts = ["Le conseil constitutionnel a censuré la loi.", "Le Conseil constitutionnel a dit non. La loi tombe."];
    assert_eq!(told(&texts, Lang::Fr), ["Conseil constitutionnel institution"]);
    assert_eq!(told(&["Hier, la cour des comptes a dit non."], Lang::Fr), ["Cour des comptes institution"]);
    assert_eq!(told(&["On Monday the supreme court said no."], Lang::En), ["Supreme court institution"]);
    assert_eq!(told(&["Le conseil municipal a dit non. La cour d'appel aussi."], Lang::Fr), [""; 0]);
}

#[test]
fn a_land_is_none_of_the_name_that_it_sounds_like() {
    let texts = ["Le groupe Tamrazon a dit non. Tamrazon paie.", "En Tamrazonie, les feux durent. La forêt de Tamrazonie brûle."];
    let found = names(&texts, Lang::Fr);
    assert!(found.contains(&"Tamrazon".to_owned()), "{found:?}");
}

#[test]
fn a_part_of_an_outlet_is_the_outlet() {
    let texts = ["Tamra News said no. A host of Tamra News left.", "He told Tamra News Digital so. Tamra News said more."];
    assert_eq!(names(&texts, Lang::En).len(), 1);
}

#[test]
fn a_word_made_of_two_is_nobody() {
    assert_eq!(told(&["Le patron TamraDance a dit non. Selon TamraDance, tout va bien."], Lang::Fr), ["TamraDance unknown"]);
}
