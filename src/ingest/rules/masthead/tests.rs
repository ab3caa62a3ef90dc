//! Names that a page is called by, and names that it is not.

use super::{addressed, calls, candidate, headed, is_same, key, mailed, on_network, outlet, titled, with_slogan};
use crate::ingest::rules::blocks::sheet;
use crate::ingest::rules::brand_lines::is_house_name;
use crate::ingest::rules::masthead::signs::linked;
use crate::ingest::rules::page_bounds;

const TEXT: &str =
    "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat.";

fn named(above: &[&str], below: &[&str], notice: Option<&str>) -> Option<String> {
    let menu = ["Accueil", "Sport", "Culture", "Emploi"];
    let lines: Vec<&str> = menu.iter().chain(above).chain(&[TEXT, TEXT]).chain(below).copied().collect();
    let page = sheet(&lines);
    outlet(&page, page_bounds::find(&page).unwrap(), notice)
}

fn called(line: &str) -> Vec<String> {
    calls(line, &std::collections::BTreeMap::new()).into_iter().map(|called| called.name).collect()
}

#[test]
fn lines_that_call_the_page_by_its_name() {
    for line in [
        "Suivez La Gazette du Val sur Facebook",
        "Soutenez La Gazette du Val !",
        "Abonnez-vous à La Gazette du Val",
        "J'accepte de recevoir la newsletter de La Gazette du Val",
        "La Gazette du Val sur Twitter",
        "SUIVEZ LA GAZETTE DU VAL",
    ] {
        assert!(called(line).iter().any(|name| name.eq_ignore_ascii_case("La Gazette du Val")), "{line}: {:?}", called(line));
    }
    assert_eq!(called("Suivez Regards de Valmont"), ["Regards de Valmont"]);
    for line in ["Suivez-nous sur Facebook", "Soutenez notre journal", "Contactez Claire Dumont", "Abonnez-vous à nos lettres"] {
        assert!(called(line).is_empty(), "{line}: {:?}", called(line));
    }
    assert_eq!(titled("Valmont vote - La Gazette", "Valmont vote").unwrap().name, "La Gazette");
    assert_eq!(mailed("contact@lagazette.fr").unwrap().key, "lagazette");
    assert!(mailed("dumont@orange.fr").is_none());
    let link = "Copier le lien https://valmonde.example/le-conseil-de-valmont-vote-son-budget-1234";
    assert_eq!(addressed(link, "Le conseil vote son budget").unwrap().name, "valmonde.example");
    assert!(addressed(link, "Un pont neuf à Querval").is_none());
}

#[test]
fn the_feeds_that_a_page_links_are_its_house_s() {
    assert_eq!(linked("HTTP/2 200 #Rives du Val » Flux Rives du Val » Flux des commentaires").unwrap().name, "Rives du Val");
    assert!(linked("Tout sur #Valmont » un pont de trop").is_none());
}

#[test]
fn a_page_says_of_itself_whose_it_is() {
    assert_eq!(called("Valmonde se réserve le droit de ne pas publier un avis."), ["Valmonde"]);
    for line in ["Publicité sur Valmonde", "Je m'abonne à Valmonde"] {
        assert_eq!(named(&[], &[line], None).as_deref(), Some("Valmonde"), "{line}");
    }
    for line in ["Valmonde Your Source for Local News", "Faire un don à l’Valmonde", "A PROPOS DE VALMONDE"] {
        assert!(named(&[], &[line], None).is_some_and(|name| name.eq_ignore_ascii_case("Valmonde")), "{line}");
    }
    assert_eq!(named(&["Publicité sur valmonde360"], &[], None).as_deref(), Some("valmonde360"));
    // A word that any page may use of another house tells nothing alone.
    assert_eq!(named(&[], &["Suivez Valmonde"], None), None);
    assert_eq!(named(&[], &["Abonnez-vous à la newsletter"], None), None);
}

#[test]
fn two_weak_lines_are_enough_where_no_other_name_comes_near() {
    assert_eq!(named(&["Valmonde"], &["Suivez Valmonde"], None).as_deref(), Some("Valmonde"));
    assert_eq!(named(&["Valmonde"], &["Suivez Valmonde", "Suivez Querval"], None), None);
}

#[test]
fn a_slogan_an_account_and_an_address_name_the_page() {
    let slogan = "Valmonde en ligne : toute l'actualité du Val";
    assert_eq!(with_slogan(slogan).unwrap().name, "Valmonde en ligne");
    assert!(with_slogan("Valmonde : un pont trop long").is_none());
    assert_eq!(named(&[slogan, "Valmonde en ligne"], &[], None).as_deref(), Some("Valmonde en ligne"));
    assert_eq!(on_network("www.facebook.com/valmonde").unwrap().key, "valmonde");
    assert_eq!(on_network("@le.valmonde").unwrap().key, "levalmonde");
    assert!(on_network("Suivez-nous @ Valmont").is_none() && on_network("@lulu").is_none());
    assert_eq!(named(&["Valmonde", "valmonde.example"], &[], None), None);
    assert_eq!(named(&["Valmonde", "valmonde.info"], &[], None).as_deref(), Some("Valmonde"));
}

#[test]
fn buttons_days_and_small_words_are_no_houses() {
    for name in ["10th", "Compartir", "the Author", "Privacy Policy", "© Valmont"] {
        assert!(candidate(name, 2).is_none(), "{name}");
    }
}

#[test]
fn several_lines_must_agree() {
    let two = ["Soutenez Valmonde", "Valmonde sur Facebook"];
    assert_eq!(named(&[], &two, None).as_deref(), Some("Valmonde"));
    assert_eq!(named(&[], &two[..1], None), None);
    assert_eq!(named(&["Valmonde"], &[two[0], "contact@valmonde.example"], None).as_deref(), Some("Valmonde"));
    assert_eq!(named(&[], &["Suivez Facebook", "Instagram sur Twitter", "Partager sur Facebook"], None), None);
    // Two houses of the same weight leave it open.
    assert_eq!(named(&[], &[two[0], two[1], "Soutenez Querval", "Querval sur Facebook"], None), None);
}

#[test]
fn parts_of_a_house_begin_with_its_name() {
    let parts = ["L'Agora Jeunes", "L'Agora Santé", "L'Agora Voyages"];
    assert_eq!(headed(&parts).first().map(|called| called.name.clone()).as_deref(), Some("L'Agora"));
    assert_eq!(named(&["L'Agora"], &["Suivez L'Agora", parts[0], parts[1], parts[2]], None).as_deref(), Some("L'Agora"));
    assert!(
        is_house_name("TV8")
            && is_house_name("20 Minutes")
            && is_house_name("InfoVal")
            && !is_house_name("PARTENARIAT")
            && !is_house_name("Haute-Sarelle")
    );
}

#[test]
fn a_name_and_its_address_are_one() {
    assert!(is_same("La Gazette", "lagazette.fr") && is_same("Gazette", "www.lagazette.fr") && !is_same("Gazette", "gazelle.fr"));
    assert_eq!(key("@L’Agora"), "lagora");
}

#[test]
fn what_leads_to_a_trail_or_names_a_town_is_no_house() {
    assert!(super::trailed("Browse: Home / Valmont vote", "Valmont vote").is_none());
    assert!(titled("Valmont vote - Querval (31000)", "Valmont vote").is_none());
    assert!(called("communiqué de la mairie, l'équipe de La Gazette").is_empty());
}

#[test]
fn an_address_or_other_lines_bear_out_what_one_calls_for() {
    assert_eq!(named(&[], &["Retrouvez gazetteval.fr sur :"], None).as_deref(), Some("gazetteval.fr"));
    let others = ["Valinfo sur Facebook", "Application Valinfo Android", "Les offres Valinfo", "Chez Valinfo Emploi"];
    assert_eq!(named(&[], &others, None).as_deref(), Some("Valinfo"));
    assert_eq!(named(&[], &["Valinfo sur Facebook"], None), None);
}
