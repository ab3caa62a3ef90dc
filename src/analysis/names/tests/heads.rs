//! What the head of a name, or what stands before it on its page, makes of it: small letters, rubrics, whose a group is.

#![cfg(test)]

use super::{check, names, told};
use crate::model::article::Lang;

#[test]
fn a_head_in_small_letters_belongs_to_the_name() {
    check(&[
        (
            "Les astronomes de l'université de Tamrove ont publié leurs mesures.",
            Lang::Fr,
            &["université de Tamrove organisation"],
        ),
        (
            "Le docteur Jean Varnet, de l'institut Dorvane, est venu.",
            Lang::Fr,
            &["Jean Varnet person", "institut Dorvane institution"],
        ),
    ]);
    let text = "Elle préside l'association de Jeanne Varnet. Jeanne Varnet a dit non.";
    assert_eq!(told(&[text], Lang::Fr), ["Jeanne Varnet person"], "no group is called so");
}

#[test]
fn a_rubric_is_no_name() {
    let text = "LE SCAN TAMRIQUE - Jeanne Varnet a refusé la loi. Les élus du Tamrois ont voté.";
    let found = names(&[text, text, text], Lang::Fr);
    assert!(found.iter().all(|name| !name.contains("TAMRIQUE")), "{found:?}");
    let text = "VIDÉO/ENTRETIEN - Jeanne Varnet a refusé la loi.";
    assert_eq!(told(&[text, text, text], Lang::Fr), ["Jeanne Varnet person"]);
}

#[test]
fn whose_a_group_is_belongs_to_its_name() {
    let text = "On Sunday the People's Liberation Army marched on Monday, and the Workers' Tamra Party said no.";
    let found = told(&[text, text], Lang::En);
    for name in ["People's Liberation Army institution", "Workers' Tamra Party party"] {
        assert!(found.iter().any(|found| found == name), "{name} in {found:?}");
    }
}

#[test]
fn second_halves_of_given_names_are_words_too() {
    check(&[
        ("President Park Tamr-il said no on Monday. Park Tamr-il left.", Lang::En, &["Park Tamr-il person"]),
        ("On a vu Moon Tam-in hier.", Lang::Fr, &["Moon Tam-in unknown"]),
    ]);
}

#[test]
fn a_page_that_names_somebody_twice_names_one() {
    let text = "The book by Sir Jane Varnet Jane Varnet's new novel is out. Jane Varnet said no.";
    assert_eq!(told(&[text, text], Lang::En), ["Jane Varnet person"]);
}

#[test]
fn the_party_in_brackets_behind_a_person_is_none_of_theirs() {
    let text = "Hier, Laurent Tamri-Martin (LRM) a voté. Laurent Tamri-Martin a dit non.";
    assert!(told(&[text, text], Lang::Fr).iter().any(|name| name == "Laurent Tamri-Martin person"));
}

#[test]
fn members_with_their_article_have_its_letter() {
    let text =
        "On a vu hier Les Dorvistes au marché. Selon LD, la loi passera. Mardi, LD votera. Jean Varnet a quitté Les Dorvistes.";
    let found = names(&[text, text, text, text], Lang::Fr);
    assert!(found.iter().any(|name| name == "Les Dorvistes = LD"), "{found:?}");
}

#[test]
fn members_by_their_letters_are_many() {
    let text = "Vorland MPs said no on Monday. Later Vorland MPs left, and Vorland said so.";
    let found = told(&[text, text], Lang::En);
    assert!(found.iter().all(|name| !name.contains("MPs")), "{found:?}");
}

#[test]
fn letters_of_convention_are_their_words() {
    let text = "Selon les Nations unies, le puits est sec. L'ONU a dit non. Les Nations unies voteront. Mardi, l'ONU a voté.";
    assert_eq!(names(&[text, text, text], Lang::Fr).len(), 1);
}

#[test]
fn what_is_called_after_a_state_is_nobody_by_its_given_name() {
    let text = "On l'a entendu sur France Tamrine. France Tamrine reste une radio.";
    assert_eq!(told(&[text, text], Lang::Fr), ["France Tamrine unknown"]);
}

#[test]
fn a_station_tells_of_a_place() {
    let text = "Une rame est restée à la station Tamrebeek. À la station de métro Tamrebeek, rien. Il a pris le métro Tamrebeek.";
    assert_eq!(told(&[text, text, text], Lang::Fr), ["Tamrebeek place"]);
}
