//! Notices under a story: whose rights it is under and who in the newsroom worked on it.
//!
//! Rules for one folded line each; `furniture` asks them.

/// What a notice of rights begins with, beside a copyright sign or `(c) `; old wires write the sign as a letter.
pub const LEGAL: &[&str] = &["copyright", "c "];
/// What a note on who worked on a story begins with.
pub const OPENINGS: &[&str] = &[
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
/// What it ends with.
pub const ENDS: &[&str] = &[
    "contributed to this report",
    "contributed to this story",
    "contributed reporting",
    "contributed to this article",
    "a contribue a cet article",
    "ont contribue a cet article",
];
/// The last words of each of these.
pub const LAST_WORDS: &[&str] = &["this report", "this story", "reporting", "this article", "cet article"];
/// What a line that says where its author works begins with.
pub const POSTS: &[&str] = &["journaliste au ", "journaliste a "];

/// `Copyright 2013 … All rights reserved. This material may not be published …`.
#[must_use]
pub fn is_legal(folded: &str) -> bool {
    let opens = folded.starts_with('©') || folded.starts_with("(c) ") || LEGAL.iter().any(|opening| folded.starts_with(opening));
    opens
        && ["all rights reserved", "tous droits reserves", "reproduction interdite", "may not be published"]
            .iter()
            .any(|claim| folded.contains(claim))
}

/// Whether a line asks the reader to consent to cookies, however long it goes on: `En autorisant ces services, vous acceptez …`.
/// Articles about cookies neither address their readers nor ask for anything.
#[must_use]
pub fn asks_consent(words: &str) -> bool {
    /// Bytes of such a request.
    const LONGEST: usize = 900;
    const ASKS: &[&str] = &[
        "accept",
        "autoris",
        "consent",
        "refus",
        "parametr",
        "utilisons",
        "utilise des",
        "poursuiv",
        "navigation",
        "partenaires",
        "we use",
        "uses cookies",
        "zustimm",
        "verwenden",
        "einwillig",
        "akzept",
        "continu",
    ];
    const READER: &[&str] =
        &["nous", "vous", "votre", "notre", "vos", "nos", "you", "your", "we", "our", "ce site", "this site", "wir", "sie"];
    if words.len() > LONGEST || memchr::memmem::find(words.as_bytes(), b"ookie").is_none() {
        return false;
    }
    // What is shown in the place of a video that another house holds.
    let of_content = ["dépôt de cookies", "dépôts de cookies"].iter().any(|put| words.contains(put));
    if of_content && (words.contains("ontenu") || words.contains("vous acceptez")) {
        return true;
    }
    if words.contains(['«', '“', '"']) {
        return false;
    }
    let folded = crate::text::fold::fold(words);
    let padded = format!(" {} ", folded.replace(|c: char| !c.is_alphanumeric(), " "));
    padded.contains(" cookies ")
        && READER.iter().any(|word| padded.contains(&format!(" {word} ")))
        && ASKS.iter().any(|stem| padded.contains(&format!(" {stem}")))
}

/// Whether a line goes on with what a dialog of consent says behind its requests: of purposes, measures and partners.
#[must_use]
pub fn is_of_consent(words: &str) -> bool {
    /// Bytes of such a line, and words that dialogs use, folded.
    const LONGEST: usize = 900;
    const STEMS: &[&str] = &[
        "cookie",
        "traceur",
        "consent",
        "finalite",
        "technologies similaires",
        "mesure d'audience",
        "personnalis",
        "vos choix",
        "votre choix",
        "interrupteur",
        "strictement necessaire",
        "necessaires au fonctionnement",
        "partenaires",
        "local storage",
        "third part",
        "drittanbieter",
        "einwilligung",
        "consentimiento",
    ];
    words.len() <= LONGEST && {
        let folded = crate::text::fold::fold(words);
        STEMS.iter().any(|stem| folded.contains(stem))
    }
}

/// Whom a newsroom thanks under a story: `(Reporting by …; Editing by …)`, `Jane Doe contributed to this report.`
#[must_use]
pub fn is_staff_note(folded: &str) -> bool {
    let plain = folded.trim_matches(|c: char| !c.is_alphanumeric());
    if POSTS.iter().any(|post| plain.starts_with(post)) {
        return plain.chars().count() <= 60 && !folded.ends_with('.');
    }
    let bracketed = folded.starts_with('(') && folded.trim_end_matches('.').ends_with(')');
    ENDS.iter().any(|end| plain.ends_with(end)) && plain.chars().count() <= 200
        || OPENINGS.iter().any(|opening| plain.starts_with(opening))
            && (bracketed || plain.contains("editing by ") || plain.starts_with("a version"))
}
