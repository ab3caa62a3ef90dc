//! How French writes names: to whom `à` gives, peoples told of persons, surnames with an article, towns by their hyphens.

#![cfg(test)]

use super::{check, told};
use crate::model::article::Lang;

#[test]
fn to_whom_something_goes_is_a_person() {
    check(&[
        (
            "La seconde place revient à Emma Tamri, et la coupe à Denys Varnet.",
            Lang::Fr,
            &["Denys Varnet person", "Emma Tamri person"],
        ),
        (
            "Le plus combatif est Arthur Tamri. C'est Delphine Varnet qui suit.",
            Lang::Fr,
            &["Arthur Tamri person", "Delphine Varnet person"],
        ),
        ("On a vu hier Christian Tamri et Jan Varnet courir.", Lang::Fr, &["Christian Tamri person", "Jan Varnet person"]),
        ("Vers midi, Bruce Toussaint a parlé.", Lang::Fr, &["Bruce Toussaint person"]),
    ]);
}

#[test]
fn a_list_of_names_is_no_headline() {
    let text = "Elle a chanté pour Claude Tamri, Jean Varnet, Robert Dorvin, Denys de la Tamrière ; puis elle a ri.";
    let found = told(&[text], Lang::Fr);
    assert_eq!(found, ["Claude Tamri person", "Denys de la Tamrière person", "Jean Varnet person", "Robert Dorvin person"]);
}

#[test]
fn a_people_is_told_of_a_person() {
    check(&[
        (
            "Hier, la Japonaise Tamrika Dorvin a battu l'Algérien Tamrouz Varnet. Le Sud-Africain Henri Tamri a perdu.",
            Lang::Fr,
            &["Henri Tamri person", "Tamrika Dorvin unknown", "Tamrouz Varnet unknown"],
        ),
        ("Le maire a reçu le Tamrinois Jean Varnet.", Lang::Fr, &["Jean Varnet person"]),
    ]);
}

#[test]
fn surnames_have_an_article() {
    check(&[
        ("Le ministre de l'Intérieur Bruno Le Tamre a dit non.", Lang::Fr, &["Bruno Le Tamre person"]),
        ("Hier, Armel Le Tamréac'h est arrivé.", Lang::Fr, &["Armel Le Tamréac'h person"]),
        (
            "La présidente du Rassemblement national Jeanne Le Tamre a ri.",
            Lang::Fr,
            &["Jeanne Le Tamre person", "Rassemblement national party"],
        ),
    ]);
}

#[test]
fn who_leads_something_stands_behind_it() {
    check(&[
        ("Le grand maître du Grand Tamra Jean-Paul Varnet a parlé.", Lang::Fr, &["Jean-Paul Varnet person"]),
        ("Il a vu le Tamrix de Jeanne Varnet dans la rue.", Lang::Fr, &["Jeanne Varnet person", "Tamrix unknown"]),
    ]);
}

#[test]
fn towns_are_told_by_their_form_and_by_what_is_of_them() {
    check(&[
        ("Les gendarmes de Tamre-sur-Varne sont venus.", Lang::Fr, &["Tamre-sur-Varne place"]),
        ("Un camion bloque le péage de Tamrove depuis lundi.", Lang::Fr, &["Tamrove place"]),
        ("Le match aura lieu à Rio de Janeiro, dit-on.", Lang::Fr, &["Rio de Janeiro place"]),
        ("Il est né à Saint-Tamre, près de la rivière.", Lang::Fr, &["Saint-Tamre place"]),
    ]);
}

#[test]
fn branches_and_unions_are_groups() {
    check(&[
        ("Le vent a été annoncé par Tamréo-France hier.", Lang::Fr, &["Tamréo-France unknown"]),
        ("The Tamrob union said no. The Tamrob union left.", Lang::En, &["Tamrob organisation"]),
        ("La Ligue des champions reprend mardi. La Ligue des champions a plu.", Lang::Fr, &[]),
        ("The rules bind all ISPs here. The ISPs said no.", Lang::En, &[]),
    ]);
}

#[test]
fn the_place_of_a_line_with_a_date_in_figures_is_one() {
    let text = "Tennis results.\n\nTOALMINA 1996-08-24\n\nJane Varnet said no.";
    assert!(told(&[text], Lang::En).contains(&"TOALMINA place".to_owned()));
}
