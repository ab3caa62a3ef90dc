//! Habits of Spanish, and words of which one pattern asks.

use crate::analysis::dates::grammar::{Cue, Grammar, Switch};

/// Habits and cues.
pub const HABITS: Grammar = Grammar {
    switches: &[Switch::ArticleInDate, Switch::HourWord],
    cues: &[
        (Cue::At, &["a"]),
        (Cue::ClockWord, &["h"]),
        (Cue::SingularInS, &["mes"]),
        (Cue::ManyBefore, &["estos", "últimos"]),
        (Cue::EveryThe, &["todos", "todas"]),
        (Cue::BeforeYear, &["hacia"]),
        (Cue::NoPlural, &["los", "las", "sus", "más", "tras", "pues", "dos", "tres", "nos", "lunes", "martes"]),
        (Cue::InAmount, &["dentro"]),
    ],
    ago: &[],
    eras: &[("a . c .", true), ("d . c .", false)],
    phrases: &[],
    once: &[],
    person_endings: &[],
    adverb_endings: &[],
    participle_endings: &[],
    custom_endings: &[],
    infinitive_endings: &[],
    turns: &[],
};
