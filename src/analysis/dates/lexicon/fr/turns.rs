//! Turns that words around a French verb give it.

use crate::analysis::dates::grammar::Turn;
use crate::analysis::dates::word::Tense;

/// The turns of French.
pub const TURNS: &[Turn] = &[
    // `se tient vendredi`: what is fixed for a day is told in the present.
    Turn {
        verbs: &["tient", "tiennent", "déroule", "déroulent", "réunit", "réunissent", "retrouvent", "rencontrent", "tiendrait"],
        around: &[(-1, &["se", "Se"])],
        missing: false,
        told: Some(Tense::Scheduled),
    },
    Turn {
        verbs: &["tient", "tiennent", "déroule", "réunit"],
        around: &[(-1, &["s"])],
        missing: true,
        told: Some(Tense::Present),
    },
    Turn { verbs: &["annonce", "annoncent"], around: &[(-1, &["s"])], missing: false, told: Some(Tense::Scheduled) },
    // `1 665 patients samedi, soit 36 de moins`.
    Turn { verbs: &["soit"], around: &[(-1, &[","])], missing: false, told: None },
    // `que ce soit par lui en 67` leaves the tense to the verb before.
    Turn { verbs: &["soit", "soient"], around: &[(-1, &["ce"])], missing: false, told: None },
    // `a reporté` looks back, `est reporté` ahead; `il a jusqu'à lundi` is a term.
    Turn {
        verbs: &["programmé", "programmée", "reporté", "reportée", "attendu", "attendue"],
        around: &[(-1, &["a", "ont", "avait", "avaient"])],
        missing: false,
        told: Some(Tense::Past),
    },
    Turn {
        verbs: &["a", "ont", "avait", "avaient"],
        around: &[(4, &["présent", "maintenant"]), (3, &["ici", "alors"])],
        missing: false,
        told: Some(Tense::Past),
    },
    Turn { verbs: &["a", "ont", "avait", "avaient"], around: &[(1, &["jusqu"])], missing: false, told: Some(Tense::Future) },
    // `aurait reçu` tells what is said to have been, `aurait lieu` does not.
    Turn { verbs: &["aurait", "auraient"], around: &[(1, &["lieu"])], missing: true, told: Some(Tense::Past) },
    // `a lieu samedi` is no past.
    Turn { verbs: &["a", "ont"], around: &[(1, &["lieu"])], missing: false, told: Some(Tense::Scheduled) },
    // `il y a` tells what was only with an amount, `qu'il y a` is a present.
    Turn { verbs: &["a"], around: &[(-1, &["y"])], missing: false, told: None },
];
