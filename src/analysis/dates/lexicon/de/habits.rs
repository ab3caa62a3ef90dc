//! Habits of German, and words of which one pattern asks.

use crate::analysis::dates::grammar::{Cue, Grammar, Switch, Turn};
use crate::analysis::dates::word::Tense;

/// Habits, cues, and what words around a verb make of it.
pub const HABITS: Grammar = Grammar {
    switches: &[
        Switch::PlacedBefore,
        Switch::CapitalNames,
        Switch::CapitalNouns,
        Switch::DottedOrdinals,
        Switch::HourWord,
        Switch::BarePlurals,
        Switch::PerInside,
    ],
    cues: &[
        (Cue::Old, &["alt", "alte", "alten", "alter", "altes"]),
        (Cue::At, &["um"]),
        (Cue::AtThe, &["am", "im"]),
        (Cue::ClockWord, &["uhr"]),
        (Cue::Lasting, &["seit", "vor", "über"]),
        (Cue::QuarterSign, &["q"]),
        (Cue::DecadeEnding, &["er"]),
        (Cue::BeforeYear, &["anno", "jahre", "jahr", "ab"]),
        (
            Cue::NoPlural,
            &["das", "des", "was", "als", "aus", "bis", "dass", "uns", "es", "los", "ins", "ans", "alles", "dieses", "jedes"],
        ),
        (
            Cue::Plural,
            &[
                "sekunden",
                "minuten",
                "stunden",
                "tage",
                "tagen",
                "wochen",
                "wochenenden",
                "monate",
                "monaten",
                "quartale",
                "quartalen",
                "halbjahre",
                "jahre",
                "jahren",
                "jahrzehnte",
                "jahrzehnten",
                "jahrhunderte",
                "jahrhunderten",
                "abende",
                "nächte",
                "morgen",
            ],
        ),
        (Cue::MoreOrLess, &["mehr", "weniger"]),
        (Cue::Than, &["als"]),
        (Cue::Born, &["geboren", "geb"]),
        (Cue::Deadline, &["ultimatum", "frist", "verschoben"]),
        (Cue::EraHead, &["v", "vor", "n"]),
        (Cue::Epoch, &["zeit", "zeitpunkt"]),
        (Cue::Zone, &["mez", "mesz", "utc", "gmt"]),
        (Cue::FourthOf, &["viertel"]),
        (Cue::InAmountOf, &["lange", "langen", "volle", "vollen"]),
        (Cue::InAmount, &["in", "binnen"]),
        (Cue::Ahead, &["bis", "ab"]),
    ],
    ago: &[],
    eras: &[("v . chr .", true), ("vor christus", true), ("n . chr .", false)],
    phrases: &[],
    once: &[],
    person_endings: &[],
    participle_endings: &[],
    infinitive_endings: &[],
    turns: &[
        // `soll gewesen sein` looks back.
        Turn { verbs: &["soll", "sollen"], around: &[(1, &["bereits", "schon"])], missing: false, told: Some(Tense::Past) },
    ],
};
