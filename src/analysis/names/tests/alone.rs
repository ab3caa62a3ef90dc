//! Names that one article has once: what stands beside them, and how they are written, tells them from words.

use super::{check, told};
use crate::model::article::Lang;

#[test]
fn the_word_behind_a_name_tells_what_bears_it() {
    check(&[
        ("Supporters of the Vorlun party met in a barn.", Lang::En, &["Vorlun party"]),
        ("The report by Vorlun news agency was late.", Lang::En, &["Vorlun media"]),
        ("A bomb of the Vorlun militia was found.", Lang::En, &["Vorlun armed-group"]),
        ("A Vorlun spokesman would not talk.", Lang::En, &["Vorlun unknown"]),
        ("Moslem guerrillas and a Belgian newspaper were heard.", Lang::En, &[]),
        ("Le PDG de Vorlun est parti hier.", Lang::Fr, &["Vorlun unknown"]),
    ]);
}

#[test]
fn a_town_stands_before_its_state() {
    check(&[
        ("Police from Tavelton, Ohio, found it.", Lang::En, &["Ohio place", "Tavelton place"]),
        ("They came from Tavelton, Calif., by bus.", Lang::En, &["Calif place", "Tavelton place"]),
        ("The Tavelton-based firm was closed.", Lang::En, &["Tavelton place"]),
        ("They spoke of Jane Varlow, France's new star.", Lang::En, &["France state", "Jane Varlow person"]),
    ]);
}

#[test]
fn a_capital_inside_a_sentence_tells_a_name_from_words() {
    check(&[
        ("They had sold it to Vorlun last year.", Lang::En, &["Vorlun unknown"]),
        ("Two members of QRL were there.", Lang::En, &["QRL unknown"]),
        ("They spoke of Tobacco and of the Disarmament of all.", Lang::En, &[]),
        ("Ils ont parlé de Combinées et de Tabac.", Lang::Fr, &[]),
        ("Elle est la cliente de Vorlun depuis hier.", Lang::Fr, &["Vorlun unknown"]),
    ]);
}

#[test]
fn hyphens_and_what_somebody_is_of_part_names() {
    check(&[
        (
            "Il habite à Tavel-sur-Varne, en Haute-et-Basse-Varne.",
            Lang::Fr,
            &["Haute-et-Basse-Varne place", "Tavel-sur-Varne place"],
        ),
        (
            "La présidente de l'Assemblée nationale Jeanne Dorval a dit non.",
            Lang::Fr,
            &["Assemblée nationale institution", "Jeanne Dorval person"],
        ),
        ("On a vu François-Noël Dorval hier.", Lang::Fr, &["François-Noël Dorval person"]),
        ("It was a vote of the United Nations on it.", Lang::En, &["United Nations alliance"]),
    ]);
}

#[test]
fn companies_and_groups_keep_the_words_they_begin_with() {
    check(&[
        ("Shares of First Vorlun Corp rose a bit.", Lang::En, &["First Vorlun Corp organisation"]),
        ("Il a quitté Les Tamristes hier. Selon lui, Les Tamristes ont fini.", Lang::Fr, &["Les Tamristes unknown"]),
        ("The vote of the Vorlun Tamrath was late.", Lang::En, &["Vorlun Tamrath unknown"]),
    ]);
}

#[test]
fn words_of_the_language_are_nobody_while_they_do_nothing() {
    let text = "They made Best Metal Songs. He liked Best Metal Songs.";
    assert_eq!(told(&[text, text, text], Lang::En), [""; 0]);
    let text = "Ils aiment la Nation. Tout cela est pour la Nation.";
    assert_eq!(told(&[text, text, text], Lang::Fr), [""; 0]);
    assert_eq!(told(&["They use GSM here. Then GSM was sold. The GSM did more."], Lang::En), [""; 0]);
    let text = "They met in Government Buildings. Later Government Buildings was shut.";
    assert_eq!(told(&[text, text], Lang::En), ["Government Buildings place"]);
    let text = "They met Tamra Bros. Vorland again. S&P Tarvel Indices LLC said no, and S&P Tarvel Indices LLC left.";
    assert_eq!(told(&[text], Lang::En), ["S&P Tarvel Indices LLC organisation", "Tamra Bros. Vorland unknown"]);
}
