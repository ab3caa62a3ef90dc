//! Habits of French, and words of which one pattern asks.

use crate::analysis::dates::grammar::{Cue, Grammar, Switch};

/// Habits and cues.
pub const HABITS: Grammar = Grammar {
    switches: &[Switch::ArticleInDate, Switch::HourWord],
    cues: &[
        (Cue::Has, &["a", "avait", "aura", "ont", "avaient"]),
        (Cue::HasNot, &["y"]),
        (Cue::FirstEnding, &["er"]),
        (Cue::TodayEnding, &["hui"]),
        (Cue::At, &["à", "À"]),
        (Cue::AtThe, &["au"]),
        (Cue::WeekHead, &["week"]),
        (Cue::WeekTail, &["end", "ends"]),
        (Cue::WeekTailApart, &["end", "ends"]),
        (Cue::There, &["là"]),
        (Cue::Here, &["ci"]),
        (Cue::SingularInS, &["mois"]),
        (Cue::ManyBefore, &["ces", "derniers"]),
        (Cue::War, &["guerre"]),
        (Cue::ThePastWithin, &["passé"]),
        (Cue::Without, &["sans"]),
        (Cue::EveryThe, &["tous", "toutes"]),
        (Cue::QuarterSign, &["q", "t"]),
        (Cue::ClockWord, &["h"]),
        (Cue::AtHour, &["vers", "dès"]),
        (Cue::MonthWithDot, &["sept"]),
        (Cue::BeforeYear, &["dès", "vers", "circa"]),
        (
            Cue::NoPlural,
            &[
                "les", "des", "ses", "ces", "dans", "mais", "plus", "sans", "sous", "vers", "alors", "puis", "depuis", "après",
                "pas", "lors", "très", "hors", "dès", "leurs", "nous", "vous", "ils", "elles", "mars",
            ],
        ),
        (Cue::AgoBetween, &["tout", "juste", "exactement", "déjà", "à", "peine", "maintenant", "bientôt", "quelque"]),
        (Cue::AgoNot, &["que", "qu"]),
        (Cue::InAmount, &["dans"]),
        (Cue::Ahead, &["ici"]),
        (Cue::UpToHead, &["jusqu"]),
    ],
    ago: &["il", "y", "a"],
    turns: &[],
};
