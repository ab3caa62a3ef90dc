//! Notices under a story: whose rights it is under and who in the newsroom worked on it.
//!
//! Rules for one folded line each; `furniture` asks them.

/// `Copyright 2013 … All rights reserved. This material may not be published …`.
#[must_use]
pub fn is_legal(folded: &str) -> bool {
    let opens =
        folded.starts_with("copyright") || folded.starts_with('©') || folded.starts_with("(c) ") || folded.starts_with("c ");
    opens
        && ["all rights reserved", "tous droits reserves", "reproduction interdite", "may not be published"]
            .iter()
            .any(|claim| folded.contains(claim))
}

/// Whom a newsroom thanks under a story: `(Reporting by …; Editing by …)`, `Jane Doe contributed to this report.`
#[must_use]
pub fn is_staff_note(folded: &str) -> bool {
    const OPENINGS: &[&str] = &[
        "reporting by ",
        "additional reporting by ",
        "writing by ",
        "editing by ",
        "compiled by ",
        "a version of this article appeared in print",
        "reportage de ",
        "edite par ",
        "service francais",
    ];
    const ENDS: &[&str] = &[
        "contributed to this report",
        "contributed to this story",
        "contributed reporting",
        "contributed to this article",
        "a contribue a cet article",
        "ont contribue a cet article",
    ];
    let plain = folded.trim_matches(|c: char| !c.is_alphanumeric());
    if plain.starts_with("journaliste au ") || plain.starts_with("journaliste a ") {
        return plain.chars().count() <= 60 && !folded.ends_with('.');
    }
    let bracketed = folded.starts_with('(') && folded.trim_end_matches('.').ends_with(')');
    ENDS.iter().any(|end| plain.ends_with(end)) && plain.chars().count() <= 200
        || OPENINGS.iter().any(|opening| plain.starts_with(opening))
            && (bracketed || plain.contains("editing by ") || plain.starts_with("a version"))
}
