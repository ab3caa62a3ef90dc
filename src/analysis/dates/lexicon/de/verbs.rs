//! Verb forms of German: what tense a word tells.

use crate::analysis::dates::lexicon::Ending;
use crate::analysis::dates::word::Tense;

/// Forms known by themselves; those of no tense only end like verbs.
pub const FORMS: &[(Tense, &[&str])] = &[
    (
        Tense::Unknown,
        &["heute", "leute", "hatte", "weite", "zweite", "dritte", "rechte", "letzte", "gute", "mitte", "bitte", "seite", "karte"],
    ),
    (Tense::Present, &["ist", "sind", "sagt", "bleibt", "steht", "gibt"]),
    (
        Tense::Past,
        &[
            "war", "waren", "hat", "haben", "hatten", "wurde", "wurden", "kam", "kamen", "ging", "gingen", "gab", "gaben",
            "begann", "starb", "starben", "fiel", "fielen", "stieg", "sank", "traf", "trafen", "trat", "traten", "nahm",
            "nahmen", "sprach", "stand", "standen", "fand", "fanden", "ließ", "blieb", "blieben", "schrieb", "hielt", "hielten",
            "rief", "zog", "zogen", "lag", "lagen", "sah", "sahen", "gewann", "verlor", "schloss", "brach", "worden", "gewesen",
        ],
    ),
    (
        Tense::Future,
        &[
            "wird",
            "werden",
            "soll",
            "muss",
            "müssen",
            "sollen",
            "will",
            "wollen",
            "plant",
            "planen",
            "geplant",
            "vorgesehen",
            "erwartet",
            "beginnt",
            "beginnen",
            "startet",
            "eröffnet",
            "endet",
            "tritt",
            "kommt",
        ],
    ),
];

/// Endings.
pub const ENDINGS: &[Ending] = &[
    Ending { letters: "ierten", stem: 2, tense: Some(Tense::Past) },
    Ending { letters: "ierte", stem: 2, tense: Some(Tense::Past) },
    Ending { letters: "ete", stem: 3, tense: Some(Tense::Past) },
    Ending { letters: "gte", stem: 2, tense: Some(Tense::Past) },
    Ending { letters: "lte", stem: 2, tense: Some(Tense::Past) },
    Ending { letters: "rte", stem: 2, tense: Some(Tense::Past) },
    Ending { letters: "ste", stem: 3, tense: None },
    Ending { letters: "hte", stem: 3, tense: Some(Tense::Past) },
];
