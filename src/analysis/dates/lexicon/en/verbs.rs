//! Verb forms of English: what tense a word tells.

use crate::analysis::dates::lexicon::Ending;
use crate::analysis::dates::word::Tense;

/// Forms known by themselves; those of no tense only end like verbs.
pub const FORMS: &[(Tense, &[&str])] = &[
    (
        Tense::Unknown,
        &["united", "need", "indeed", "speed", "feed", "hundred", "armed", "seed", "bed", "red", "wounded", "aged", "alleged"],
    ),
    (Tense::Present, &["is", "are", "says", "say", "remains", "am"]),
    (
        Tense::Past,
        &[
            "was", "were", "had", "did", "said", "told", "took", "made", "came", "went", "began", "left", "won", "lost", "met",
            "held", "gave", "saw", "got", "fell", "rose", "grew", "found", "broke", "shot", "sent", "led", "fought", "became",
            "wrote", "spoke", "struck", "flew", "ran", "set", "put", "hit", "has", "have", "been", "sold", "bought", "paid",
            "kept", "cut", "brought", "drew", "drove", "heard", "lay", "meant", "quit", "sat", "sought", "slept", "spent",
            "stood", "taught", "thought", "threw", "wore", "withdrew", "built", "knew", "dealt", "fled", "hurt", "spread",
            "swore", "upheld", "sank", "rode", "laid", "lent", "beat", "bore",
        ],
    ),
    (
        Tense::Future,
        &[
            "will",
            "shall",
            "plans",
            "planned",
            "scheduled",
            "expected",
            "expects",
            "intends",
            "due",
            "begins",
            "starts",
            "expires",
            "opens",
            "effect",
            "going",
            "planning",
            "slated",
            "would",
            "ll",
            "payable",
        ],
    ),
];

/// Endings.
pub const ENDINGS: &[Ending] = &[Ending { letters: "ed", stem: 3, tense: Some(Tense::Past) }];
