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
