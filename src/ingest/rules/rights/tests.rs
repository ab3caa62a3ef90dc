//! Notices that name the outlet, and those that name others.

use super::{address, is_called, is_pen_name, name, outlet, says_itself};
use crate::ingest::rules::blocks::sheet;
use crate::model::article::BlockKind;

#[test]
fn a_notice_names_the_outlet_or_its_address() {
    for (words, named) in [
        ("© La Gazette", "La Gazette"),
        ("© Copyright La Gazette. Tous droits réservés.", "La Gazette"),
        ("Copyright © Valmont Info 2023", "Valmont Info"),
        ("© Copyright 20 Lieues", "20 Lieues"),
        ("Tous droits réservés - La Gazette 2023", "La Gazette"),
        ("Valmont Herald © All rights reserved", "Valmont Herald"),
        ("Mentions légales - Le Val - 2017 © Rives et Ponts ® Tous droits réservés", "Rives et Ponts"),
        ("Digital Rives® | Todos los Derechos Reservados", "Digital Rives"),
        ("Valmont © 2010 / All Rights Reserved", "Valmont"),
    ] {
        assert_eq!(name(words).as_deref(), Some(named), "{words}");
    }
    assert_eq!(name("© 2024 Radio 3 Digital").as_deref(), Some("Radio 3"));
    assert_eq!(name("© 2025 GAZ. La GAZ n'est pas responsable du contenu des autres sites.").as_deref(), Some("GAZ"));
    assert_eq!(says_itself("Il est édité par la Société du Val"), None);
    assert_eq!(says_itself("Le rvq est le média du Val").as_deref(), Some("rvq"));
    let form = "La Gazette, en tant que responsable de traitement, recueille vos réponses.";
    assert_eq!(says_itself(form).as_deref(), Some("La Gazette"));
    assert_eq!(says_itself("Le journal VALMONT est édité par la Société du Val - Valmont").as_deref(), Some("VALMONT"));
    for words in ["© 2019 LE VALMONT MEDIA GROUP", "© Dumont & Cie - 2014", "© AFP", "© 2012"] {
        assert_eq!(name(words), None, "{words}");
    }
    assert_eq!(address("© 2019 - Tous droits réservés sur les contenus du site www.valmont.example").as_deref(), None);
    assert_eq!(address("© gazette.fr - Toute reproduction interdite").as_deref(), Some("gazette.fr"));
    assert!(is_called("La Gazette : toute l'actualité", "La Gazette") && is_called("Suivez La Gazette", "La Gazette"));
    assert!(!is_called("La Gazettelle", "La Gazette"));
}

fn named(foot: &[&str]) -> Option<String> {
    let text =
        "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat.";
    let lines: Vec<&str> = ["Accueil", "Politique", "Sport", "Culture", text, text].iter().chain(foot).copied().collect();
    let mut page = sheet(&lines);
    (6..lines.len()).for_each(|at| page.settle(at, BlockKind::Furniture));
    outlet(&page)
}

#[test]
fn a_notice_names_nobody_where_the_line_above_does() {
    assert_eq!(named(&["The Valmonder", "© All rights reserved."]).as_deref(), Some("The Valmonder"));
    assert_eq!(named(&["Mentions légales", "© Tous droits réservés"]), None);
}

#[test]
fn a_notice_in_small_letters_is_spelled_as_another_line_does() {
    let foot = ["Rives du Val - Les nouvelles du fleuve", "© 2024 rivesduval"];
    assert_eq!(named(&foot).as_deref(), Some("Rives du Val"));
    assert_eq!(named(&foot[1..]), None);
}

#[test]
fn a_long_notice_holds_the_name_of_a_house_that_stands_alone() {
    let notice = "© 2024 Presses des Rives et La Rive du Val Publications réunies à Querval";
    assert_eq!(named(&["La Rive", notice]).as_deref(), Some("La Rive"));
    assert_eq!(named(&["La Rivière", notice]), None);
}

#[test]
fn a_long_name_behind_the_sign_stands_alone_elsewhere() {
    let house = "Union internationale des Rives du Val";
    assert_eq!(named(&[house, &format!("© 2026 {house}")]).as_deref(), Some(house));
    assert_eq!(
        named(&["Conditions générales d'utilisation du service", "© 2026 - Conditions générales d'utilisation du service"]),
        None
    );
    assert_eq!(named(&["Rivages magazine", "Tous droits réservés ©2023 Rivages."]).as_deref(), Some("Rivages"));
    assert!(is_called("Abonnement annuel à Rives Libres Querval", "Rives Libres") && !is_called("Les belles Rives", "Rive"));
}

#[test]
fn an_owner_whom_the_page_does_not_call_so_is_no_outlet() {
    let text =
        "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat.";
    let page = |menu: &str| {
        let mut page = sheet(&[menu, "Politique", "Sport", "Culture", text, text, "Contact", "© 2020 Rives du Val"]);
        page.settle(7, BlockKind::Furniture);
        outlet(&page)
    };
    assert_eq!(page("Rives du Val").as_deref(), Some("Rives du Val"));
    assert_eq!(page("Accueil"), None);
    assert!(super::is_papers("France Gazette") && !super::is_papers("Rives du Val"));
}

#[test]
fn a_notice_and_the_name_that_stands_alone_bear_each_other_out() {
    assert_eq!(named(&["L'Éveil", "Un jeu", "L'ÉVEIL", "© L'Éveil 24/24 - 2023 haut de page"]).as_deref(), Some("L'Éveil"));
    let long = ["Les Petites Rives", "Contact", "Petites Rives des Vals Maritimes ©2022 Tous droits réservés"];
    assert_eq!(named(&long).as_deref(), Some("Petites Rives des Vals Maritimes"));
    assert_eq!(named(&["© 2023 Jolie Rive : toute la vallée", "Jolie Rive"]).as_deref(), Some("Jolie Rive"));
}

#[test]
fn the_page_s_own_house_goes_before_one_that_a_line_names_once() {
    let text =
        "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat.";
    let lines =
        ["Accueil", "Sport", "Culture", "Emploi", "Source : Querval", text, text, "La Rive", "Suivez La Rive", "© La Rive"];
    let page = sheet(&lines);
    assert_eq!(super::rather(&page, "Querval").as_deref(), Some("La Rive"));
    assert_eq!(super::rather(&page, "La Rive"), None);
}

#[test]
fn the_credit_of_a_picture_above_the_text_names_no_outlet() {
    let text =
        "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat.";
    let of = |notice: &str| {
        outlet(&sheet(&["Accueil", "Politique", "Sport", "Culture", "Emploi", notice, text, text, text, "Contact"]))
    };
    assert_eq!(of("© ValPeintures"), None);
    assert_eq!(of("© 2024 ValPeintures"), Some("ValPeintures".to_owned()));
}

#[test]
fn a_pen_name_is_no_outlet_of_a_page() {
    let text =
        "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat.";
    let of = |foot: &str| {
        is_pen_name(&sheet(&["Accueil", "Politique", "Sport", "Culture", "Par Valmontine", text, text, foot]), "Valmontine")
    };
    assert!(of("Contact"));
    assert!(!of("© Valmontine") && !of("Écrire à contact@val.fr ou sur valmontine.fr"));
    assert!(!is_pen_name(&sheet(&["Par Valmontine", text]), "Valmontine"));
    let other = |foot: &str| {
        is_pen_name(&sheet(&["Accueil", "Politique", "Sport", "Culture", "Par ValMedia", text, text, foot]), "ValMedia")
    };
    assert!(other("Par ValMedia le 4 mai") && !other("Contact"));
}
