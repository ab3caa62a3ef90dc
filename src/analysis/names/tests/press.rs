//! What the press writes around names: brackets, ordinals, heads of sentences, months that people are called by.

#![cfg(test)]

use super::{check, names, told};
use crate::model::article::Lang;

#[test]
fn brackets_spell_a_group_out() {
    let text = "Le Comité national pour le salut du Tamrin (CNST) a accepté. Selon le Comité national pour le salut du Tamrin, le CNST \
                restera. Le \"Comité national pour le salut du Tamrin\" (CNST) a voté.";
    let found = names(&[text], Lang::Fr);
    assert!(found.iter().any(|name| name.contains("Comité national pour le salut du Tamrin")), "{found:?}");
    assert!(!found.iter().any(|name| name == "CNST" || name == "Comité national"), "{found:?}");
}

#[test]
fn two_letters_in_brackets_spell_a_group_out() {
    let text = "Selon Force tamrite (FT), la grève continue. FT a dit non. Le syndicat Force tamrite a refusé.";
    assert_eq!(names(&[text, text], Lang::Fr), ["Force tamrite = FT"]);
}

#[test]
fn brackets_tell_a_thing() {
    let text = "Un lanceur de balles de tamrine (LBT) a servi mardi. Les tirs de LBT sont interdits, et le LBT reste en service.";
    let found = told(&[text, text, text], Lang::Fr);
    assert!(!found.iter().any(|name| name.contains("LBT")), "{found:?}");
    let text = "La compagnie de balles tamrites (CBT) a répondu mardi. La CBT a dit non, et la CBT reste en service.";
    let found = told(&[text, text, text], Lang::Fr);
    assert!(found.iter().any(|name| name.contains("CBT")), "a group: {found:?}");
}

#[test]
fn a_month_is_a_surname_behind_a_given_name() {
    check(&[
        ("La Première ministre Theresa May a dit non. Theresa May a dit oui.", Lang::Fr, &["Theresa May person"]),
        ("Judge Melissa April said no. Melissa April left.", Lang::En, &["Melissa April person"]),
    ]);
}

#[test]
fn an_ordinal_makes_no_name() {
    check(&[("La Ve République a vécu. La IIIe République a dit oui, et la Ve République aussi.", Lang::Fr, &[])]);
}

#[test]
fn a_person_stands_behind_the_group_of_an_office() {
    let text = "Le président de la Commission européenne Jean-Claude Tarvel a dit non.";
    let found = told(&[text], Lang::Fr);
    assert!(found.contains(&"Jean-Claude Tarvel person".to_owned()), "{found:?}");
}

#[test]
fn a_town_with_a_given_name_in_it_begins_a_team() {
    let found = told(&["The San Diego Tarvels said no. The San Diego Tarvels won.", "The San Diego Tarvels lost."], Lang::En);
    assert!(found.iter().any(|name| name.starts_with("San Diego Tarvels")), "{found:?}");
}

#[test]
fn what_a_group_is_in_letters_is_no_part_of_its_name() {
    let found = names(&["L'ONG Tarvel a dit non. Selon l'ONG Tarvel, Tarvel a refusé."], Lang::Fr);
    assert_eq!(found, ["Tarvel"]);
}

#[test]
fn a_free_army_is_an_armed_group() {
    let text = "L'Armée tamrite libre (ATL) a dit non. L'ATL a refusé.";
    assert_eq!(told(&[text, text], Lang::Fr), ["Armée tamrite libre armed-group"]);
}

#[test]
fn letters_of_a_person_stand_with_the_name() {
    let text = "Le président Ibrahim Boubacar Tarva a dit non. Selon IBT, le vote aura lieu. IBT a refusé.";
    let found = names(&[text, text, text], Lang::Fr);
    assert_eq!(found, ["Ibrahim Boubacar Tarva = IBT"]);
}

#[test]
fn a_word_at_the_head_of_sentences_is_none() {
    let text = "Le vote est clos.Nombre de militants sont venus. Nombre de militants ont dit non. Il a dit \"non.\" Nombre d'élus ont ri.";
    assert_eq!(told(&[text, text, text], Lang::Fr), Vec::<String>::new());
}

#[test]
fn a_square_is_a_place() {
    let text = "Ils sont allés sur la place de la Tamrive. La foule a quitté la place de la Tamrive.";
    assert_eq!(told(&[text, text, text], Lang::Fr), ["Tamrive place"]);
}

#[test]
fn papers_write_abbreviations_with_one_capital() {
    let text = "L'Association des peuples indigènes du Tamrin (Apit) a dit non. Selon l'Apit, le vote aura lieu.";
    let found = names(&[text, text], Lang::Fr);
    assert!(found.iter().any(|name| name.contains("Association des peuples indigènes du Tamrin")), "{found:?}");
    assert!(!found.iter().any(|name| name == "Apit" || name == "Association des peuples"), "{found:?}");
}

#[test]
fn a_state_of_a_federation_is_a_place() {
    let text = "L'État de Tamrove a dit non. Selon l'État de Tamrove, le vote aura lieu.";
    assert_eq!(told(&[text], Lang::Fr), ["État de Tamrove place"]);
}

#[test]
fn a_surname_has_its_small_words() {
    let found = told(&["La députée Ilse Van de Tarvel a dit non. Ilse Van de Tarvel a voté."], Lang::Fr);
    assert_eq!(found, ["Ilse Van de Tarvel person"]);
}
