//! Verb forms of French: what tense a word tells.

use crate::analysis::dates::lexicon::Ending;
use crate::analysis::dates::word::Tense;

/// Forms known by themselves; those of no tense only end like verbs.
pub const FORMS: &[(Tense, &[&str])] = &[
    (
        Tense::Unknown,
        &[
            "opéra", "caméra", "choléra", "parait", "retrait", "portrait", "extrait", "trait", "attrait", "souhait", "lait",
            "vrai", "délai", "forfait", "parfait", "bienfait",
        ],
    ),
    (Tense::Present, &["est", "sont", "peut", "peuvent", "fait", "veut"]),
    (
        Tense::Past,
        &["a", "ont", "avait", "avaient", "était", "étaient", "fut", "furent", "ai", "avons", "eu", "vient", "viennent"],
    ),
    (
        Tense::Future,
        &[
            "va",
            "vont",
            "doit",
            "doivent",
            "devra",
            "devront",
            "devrait",
            "devraient",
            "prévu",
            "prévue",
            "prévus",
            "prévues",
            "soit",
            "soient",
            "rendez",
        ],
    ),
];

/// Endings.
pub const ENDINGS: &[Ending] = &[
    Ending { letters: "ront", stem: 0, tense: Some(Tense::Future) },
    Ending { letters: "ra", stem: 2, tense: Some(Tense::Future) },
    Ending { letters: "èrent", stem: 0, tense: Some(Tense::Past) },
    Ending { letters: "irent", stem: 0, tense: Some(Tense::Past) },
    // The conditional tells no time.
    Ending { letters: "rait", stem: 0, tense: None },
    Ending { letters: "raient", stem: 0, tense: None },
    Ending { letters: "ait", stem: 2, tense: Some(Tense::Past) },
    Ending { letters: "aient", stem: 0, tense: Some(Tense::Past) },
];
