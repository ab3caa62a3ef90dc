//! Persons whose names are written with more or less, and those of one name who are not one person.

#![cfg(test)]

use super::{beside_list, names, told};
use crate::analysis::names::suggestion::suggestions;
use crate::model::actor::{Actor, ActorKind, ActorTable};
use crate::model::article::Lang;

#[test]
fn a_letter_before_and_a_generation_behind_are_parts_of_one_name() {
    let texts = ["Judge Robert S. Tarvel III said no. Tarvel left.", "Judge Robert Tarvel said yes.", "Tarvel said it again."];
    assert_eq!(names(&texts, Lang::En), ["Robert Tarvel = Robert S. Tarvel III"]);
    let texts = ["Senator K. Michael Varnow said no.", "Senator Michael Varnow said yes."];
    assert_eq!(names(&texts, Lang::En).len(), 1);
    let texts = ["Judge Robert S. Tarvel said no.", "Judge Robert Samuel Tarvel said yes."];
    assert_eq!(names(&texts, Lang::En).len(), 1, "a middle name by its letter");
}

#[test]
fn a_gate_and_a_day_are_nobody() {
    let text = "Ils sont près de l'Arc de Tarvelle. Plus loin, l'Arc de Tarvelle est fermé.";
    assert_eq!(told(&[text, text], Lang::Fr), ["Arc de Tarvelle place"]);
    assert_eq!(
        told(&["They met on Saturdays. For Saturdays was good. The MEP Karim Doss said no. An MEP left."], Lang::En),
        ["Karim Doss person"]
    );
}

#[test]
fn father_and_son_are_two() {
    let text = "President Karim Tarvel said no. His son Karim Tarvel Jr. said yes. Karim Tarvel Jr. left.";
    assert_eq!(names(&[text, text], Lang::En).len(), 2, "both stand in one text");
    let texts = ["Senator Karim Tarvel Sr. said no.", "Senator Karim Tarvel Jr. said yes.", "Senator Karim Tarvel left."];
    assert_eq!(names(&texts, Lang::En).len(), 3, "whichever is meant by neither");
    let texts = ["President George H. W. Tarvel said no.", "President George W. Tarvel said yes.", "G. H. W. Tarvel left."];
    let found = names(&texts, Lang::En);
    assert!(!found.iter().any(|name| name.contains("George W") && name.contains("H. W")), "{found:?}");
    let texts = ["Senator K. Michael Varnow said no.", "Senator J. Michael Varnow said yes."];
    assert_eq!(names(&texts, Lang::En).len(), 2, "two brothers");
}

#[test]
fn the_son_of_somebody_of_the_list_is_another() {
    let text = "Donald Trump said no. His son Donald Trump Jr. said yes. Then Donald Trump Jr. left.";
    let discovery = beside_list(&[text, text], Lang::En);
    let found: Vec<&str> = discovery.actors.iter().map(|actor| &*actor.name).collect();
    assert_eq!(found, ["Donald Trump Jr"]);
}

#[test]
fn a_title_that_no_list_has_is_no_part_of_a_name() {
    let texts = [
        "The Velnach Karim Doss said no.",
        "On Monday Velnach Karim Doss said so. Velnach Karim Doss left.",
        "Karim Doss said more.",
    ];
    assert_eq!(told(&texts, Lang::En), ["Karim Doss person"]);
    assert_eq!(told(&["On Monday Velnach Karim Doss said so."], Lang::En), ["Velnach Karim Doss person"], "and it is somebody's");
    let texts = ["Hier, El Hadj Karim Doss a dit non.", "El Haj Anwar Doss a dit oui.", "Hadja Anna Doss a dit non."];
    assert_eq!(names(&texts, Lang::Fr), ["Anna Doss", "Anwar Doss", "Karim Doss"]);
}

#[test]
fn an_institution_is_of_no_person() {
    let texts = [
        "Special Counsel Karim Tarvel said no. Judge Tarvel left.",
        "He feared the criticism from Congress of Tarvel. On Monday Congress said no.",
    ];
    assert_eq!(names(&texts, Lang::En), ["Congress = Congress of Tarvel", "Karim Tarvel"]);
}

#[test]
fn the_second_half_of_a_surname_is_nobody() {
    let texts = ["Judge Karim Doss-Varnow said no. They played Varnow again. In Varnow they won."];
    assert_eq!(names(&texts, Lang::En), ["Karim Doss-Varnow", "Varnow"]);
}

#[test]
fn a_state_is_nobody_whatever_stands_beside_it() {
    let texts = ["Romania, president of the union, said no.", "Last year Romania, chairman of the group, left."];
    assert_eq!(told(&texts, Lang::En), ["Romania state"]);
    let [shut, there, loved] =
        ["La place de la Tamrelle est fermée.", "Ils vont à la place de la Tamrelle.", "Ils aiment la Tamrelle."];
    assert_eq!(told(&[shut, shut, shut, there, there, loved, loved], Lang::Fr), ["Tamrelle place"], "a square is one");
}

#[test]
fn letters_are_not_those_of_a_possessive() {
    let text = "Iran's parliament said no. The ISP said yes, and the ISP paid.";
    let discovery = beside_list(&[text, text], Lang::En);
    assert!(discovery.more.values().flatten().all(|name| &**name != "ISP"), "{:?}", discovery.more);
}

#[test]
fn nobody_is_suggested_who_is_plainly_another() {
    let actor = |(name, kind, discovered): (&str, ActorKind, bool)| Actor {
        id: name.into(),
        name: name.into(),
        spellings: vec![name.into()],
        kind,
        discovered,
        ..Actor::default()
    };
    let pairs =
        |actors: &[(&str, ActorKind, bool)]| suggestions(&ActorTable::new(actors.iter().copied().map(actor).collect())).len();
    let (person, unknown) = (ActorKind::Person, ActorKind::Unknown);
    assert_eq!(pairs(&[("Tamri", ActorKind::State, false), ("Tamria", unknown, true)]), 0, "a girl is no state");
    assert_eq!(pairs(&[("Al-Charq Al-Awsat", ActorKind::Media, false), ("ACA", unknown, true)]), 0, "an article has no letter");
    assert_eq!(pairs(&[("RT", ActorKind::Media, false), ("Resist Tarvel", unknown, true)]), 0, "two letters say little");
    assert_eq!(pairs(&[("Radio Tamra Varne", unknown, true), ("RTV", ActorKind::Media, false)]), 1);
    assert_eq!(pairs(&[("George H. W. Tarvel", person, true), ("George W. Tarvel", person, true)]), 0, "father and son");
    assert_eq!(pairs(&[("Karim Tarvel Sr", person, true), ("Karim Tarvel Jr", person, true)]), 0);
}
