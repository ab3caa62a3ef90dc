//! Tense: whether the words around an expression tell what was, is or will be.
//!
//! No parser: verb forms are known by a short list and by their endings, and the nearest one in the sentence decides, those
//! before the expression rather than those behind it.

use crate::analysis::dates::line::Line;
use crate::analysis::dates::scan::Kind;
use crate::analysis::dates::word::Word;

/// How far to look, in tokens, before and behind.
const REACH: usize = 30;

/// English words that look ahead.
const ENGLISH_FUTURE: &[&str] =
    &["will", "shall", "plans", "planned", "scheduled", "expected", "expects", "intends", "due", "going", "planning"];
/// English verb forms that look back and do not end in "-ed".
const ENGLISH_PAST: &[&str] = &[
    "was", "were", "had", "did", "said", "told", "took", "made", "came", "went", "began", "left", "won", "lost", "met", "held",
    "gave", "saw", "got", "fell", "rose", "grew", "found", "broke", "shot", "sent", "led", "fought", "became", "wrote", "spoke",
    "struck", "flew", "ran", "set", "put", "hit", "has", "have", "been", "sold", "bought", "paid", "kept", "cut", "brought",
    "drew", "drove", "heard", "lay", "meant", "quit", "sat", "sought", "slept", "spent", "stood", "taught", "thought", "threw",
    "wore", "withdrew", "built", "knew", "dealt", "fled", "hurt", "spread", "swore", "upheld", "sank", "rode", "laid", "lent",
    "beat", "bore",
];
/// English verb forms of the present.
const ENGLISH_PRESENT: &[&str] = &["is", "are", "says", "say", "remains", "am"];
/// English words in "-ed" that are no verbs.
const ENGLISH_NOT: &[&str] =
    &["united", "need", "indeed", "speed", "feed", "hundred", "armed", "seed", "bed", "red", "wounded", "aged", "alleged"];

/// What the nearest verb tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tense {
    /// No verb near.
    #[default]
    Unknown,
    /// Something that was.
    Past,
    /// Something that is, or is said in a timeless form.
    Present,
    /// Something to come, or planned.
    Future,
}

/// The tense around the tokens from `first` to before `after`.
#[must_use]
pub fn around(line: &Line<'_>, first: usize, after: usize) -> Tense {
    let before = (first.saturating_sub(REACH)..first)
        .rev()
        .take_while(|at| !ends(line, *at))
        .find_map(|at| verb(line, at).map(|t| (t, first - at)));
    let behind = (after..after + REACH)
        .take_while(|at| *at < line.tokens.len() && !ends(line, *at))
        .find_map(|at| verb(line, at).map(|t| (t, at + 1 - after)));
    match (before, behind) {
        (Some((told, near)), Some((later, far))) => {
            if far * 2 < near {
                later
            } else {
                told
            }
        }
        (Some((told, _)), None) => told,
        (None, Some((told, far))) if far <= 8 || first <= 8 => told,
        _ => Tense::Unknown,
    }
}

/// Whether a sentence ends with the token at `at`.
fn ends(line: &Line<'_>, at: usize) -> bool {
    ['!', '?', ';', '»', '«'].iter().any(|mark| line.mark(at, *mark))
        || (line.mark(at, '.')
            && line.get(at + 1).is_none_or(|next| next.spaced && (next.capital || !matches!(next.kind, Kind::Word(_)))))
}

fn verb(line: &Line<'_>, at: usize) -> Option<Tense> {
    let token = line.get(at)?;
    let word = line.text(at);
    // Without its accent the French preposition is the verb.
    if !line.english() && word == "a" {
        return Some(Tense::Past);
    }
    if !matches!(token.kind, Kind::Word(Word::Other)) {
        return None;
    }
    let opens = at == 0 || line.mark(at - 1, '.');
    if (token.capital && !opens) || word.len() > 24 {
        return None;
    }
    if !line.english() {
        return french(word);
    }
    let before = |back: usize| line.text(at.wrapping_sub(back));
    // `would pay` looks ahead, `would have paid` does not; `had been due` looks back, `is to open` ahead.
    match word {
        "would" => {
            let ahead = !line.reads(at + 1, "have") && !line.reads(at + 2, "have");
            return Some(if ahead { Tense::Future } else { Tense::Past });
        }
        // The participle of `will be paid`, `to be held` leaves the tense to the word before.
        _ if before(1) == "be" => return None,
        "payable" => return Some(Tense::Future),
        "due" | "planned" | "scheduled" | "expected" | "going" if before(1) == "been" && before(2) == "had" => {
            return Some(Tense::Past);
        }
        "is" | "are" | "set" if line.reads(at + 1, "to") => return Some(Tense::Future),
        _ => {}
    }
    english(word, line.mark(at.wrapping_sub(1), '\''))
}

fn english(word: &str, behind_apostrophe: bool) -> Option<Tense> {
    let is = |list: &[&str]| list.iter().any(|form| word.eq_ignore_ascii_case(form));
    if is(ENGLISH_FUTURE) || (behind_apostrophe && word == "ll") {
        return Some(Tense::Future);
    }
    if is(ENGLISH_PAST) || (word.len() > 4 && word.ends_with("ed") && !is(ENGLISH_NOT)) {
        return Some(Tense::Past);
    }
    is(ENGLISH_PRESENT).then_some(Tense::Present)
}

fn french(word: &str) -> Option<Tense> {
    const FUTURE: &[&str] = &[
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
    ];
    const PAST: &[&str] =
        &["a", "ont", "avait", "avaient", "était", "étaient", "fut", "furent", "ai", "avons", "eu", "vient", "viennent"];
    const PRESENT: &[&str] = &["est", "sont", "peut", "peuvent", "fait", "veut"];
    const NOT: &[&str] = &[
        "opéra", "caméra", "choléra", "parait", "retrait", "portrait", "extrait", "trait", "attrait", "souhait", "lait", "vrai",
        "délai", "forfait", "parfait", "bienfait",
    ];
    let is = |list: &[&str]| list.iter().any(|form| word.eq_ignore_ascii_case(form));
    if is(NOT) {
        return None;
    }
    if is(FUTURE) || word.ends_with("eront") || word.ends_with("iront") || word.ends_with("dront") || word.ends_with("ront") {
        return Some(Tense::Future);
    }
    if word.len() > 3 && word.ends_with("ra") {
        return Some(Tense::Future);
    }
    if is(PAST) || word.ends_with("èrent") || word.ends_with("irent") {
        return Some(Tense::Past);
    }
    if word.len() > 4 && (word.ends_with("ait") || word.ends_with("aient")) {
        let conditional = word.ends_with("rait") || word.ends_with("raient");
        return (!conditional).then_some(Tense::Past);
    }
    is(PRESENT).then_some(Tense::Present)
}
