//! Tense: whether the words around an expression tell what was, is or will be.
//!
//! No parser: verb forms are known by a short list and by their endings, and the nearest one in the sentence decides, those
//! before the expression rather than those behind it.

use std::num::NonZeroU32;
use std::sync::LazyLock;

use crate::analysis::dates::line::Line;
use crate::analysis::dates::table::{Key, Table};
use crate::analysis::dates::word::Word;
use crate::analysis::tokens::Kind;

/// How far to look, in tokens, before and behind.
const REACH: usize = 30;

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
    match line.get(at).map(|token| token.kind) {
        Some(Kind::Mark('!' | '?' | ';' | '»' | '«')) => true,
        Some(Kind::Mark('.')) => {
            line.get(at + 1).is_none_or(|next| next.spaced() && (next.capital || !matches!(next.kind, Kind::Word(_))))
        }
        _ => false,
    }
}

fn verb(line: &Line<'_>, at: usize) -> Option<Tense> {
    let token = line.get(at)?;
    let Kind::Word(class) = token.kind else { return None };
    // Without its accent the French preposition is the verb.
    if !line.english() && token.span.len() == 1 && line.text(at) == "a" {
        return Some(Tense::Past);
    }
    if class != Word::Other {
        return None;
    }
    let opens = at == 0 || line.mark(at - 1, '.');
    if (token.capital && !opens) || token.span.len() > 24 {
        return None;
    }
    let word = line.text(at);
    if !line.english() {
        return french(word, token.hash);
    }
    let told_by_list = token.hash.is_none_or(|hash| ENGLISH_FORMS.may_hold(hash));
    if !told_by_list && !word.ends_with("ed") && word != "ll" {
        return None;
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

/// What known words tell, in any case; [`Tense::Unknown`] for words that only end like verbs.
struct Forms {
    told: Table<Option<Tense>>,
    /// The hashes of these words, folded, and of others that the rules know: nearly every word falls through by its token.
    sieve: Box<[bool]>,
}

impl Forms {
    /// A power of two, so that a hash becomes a hole without a division.
    const HOLES: usize = 1 << 12;

    fn new(lists: &[(Tense, &[&str])], others: &[&str]) -> Self {
        let words = || lists.iter().flat_map(|(tense, words)| words.iter().map(|word| (*word, *tense)));
        let told: Vec<(Key, Option<Tense>)> = words().map(|(word, tense)| (Key::accented(word), Some(tense))).collect();
        let mut sieve = vec![false; Self::HOLES].into_boxed_slice();
        for word in words().map(|(word, _)| word).chain(others.iter().copied()) {
            if let Some(hole) = sieve.get_mut(Self::hole(Key::of(word).hash())) {
                *hole = true;
            }
        }
        Self { told: Table::new(told.into_iter(), None), sieve }
    }

    fn hole(hash: NonZeroU32) -> usize {
        (hash.get() >> 1) as usize % Self::HOLES
    }

    /// Whether a word whose token has `hash` may be known.
    fn may_hold(&self, hash: NonZeroU32) -> bool {
        self.sieve.get(Self::hole(hash)).is_some_and(|hole| *hole)
    }

    /// What `word` tells, when it is known.
    fn get(&self, word: &str) -> Option<Tense> {
        self.told.get(&Key::accented(word))
    }
}

static ENGLISH_FORMS: LazyLock<Forms> = LazyLock::new(|| Forms::new(ENGLISH, &["would", "payable"]));
static FRENCH_FORMS: LazyLock<Forms> = LazyLock::new(|| Forms::new(FRENCH, &[]));

fn english(word: &str, behind_apostrophe: bool) -> Option<Tense> {
    if let Some(told) = ENGLISH_FORMS.get(word) {
        return (told != Tense::Unknown).then_some(told);
    }
    if behind_apostrophe && word == "ll" {
        return Some(Tense::Future);
    }
    (word.len() > 4 && word.ends_with("ed")).then_some(Tense::Past)
}

/// What a French word tells whose token has `hash`.
fn french(word: &str, hash: Option<NonZeroU32>) -> Option<Tense> {
    let known = hash.is_none_or(|hash| FRENCH_FORMS.may_hold(hash));
    if let Some(told) = known.then(|| FRENCH_FORMS.get(word)).flatten() {
        return (told != Tense::Unknown).then_some(told);
    }
    match word.as_bytes() {
        [.., b'r', b'o', b'n', b't'] | [_, _, .., b'r', b'a'] => Some(Tense::Future),
        [.., b'e', b'n', b't'] if word.ends_with("èrent") || word.ends_with("irent") => Some(Tense::Past),
        // The conditional tells no time.
        [.., b'r', b'a', b'i', b't'] | [.., b'r', b'a', b'i', b'e', b'n', b't'] => None,
        [_, _, .., b'a', b'i', b't'] | [.., b'a', b'i', b'e', b'n', b't'] => Some(Tense::Past),
        _ => None,
    }
}

const ENGLISH: &[(Tense, &[&str])] = &[
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
        &["will", "shall", "plans", "planned", "scheduled", "expected", "expects", "intends", "due", "going", "planning"],
    ),
];

const FRENCH: &[(Tense, &[&str])] = &[
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
