//! Verb forms of Spanish: what tense a word tells.

use crate::analysis::dates::lexicon::Ending;
use crate::analysis::dates::word::Tense;

/// Forms known by themselves.
pub const FORMS: &[(Tense, &[&str])] = &[
    (Tense::Present, &["es", "son", "está", "están", "dice"]),
    (Tense::Past, &["fue", "fueron", "era", "eran", "estaba", "había", "ha", "han", "dijo", "hizo", "tuvo", "murió"]),
    (Tense::Future, &["será", "serán", "va", "van", "prevé", "previsto", "prevista"]),
];

/// Endings.
pub const ENDINGS: &[Ending] = &[
    Ending { letters: "aron", stem: 2, tense: Some(Tense::Past) },
    Ending { letters: "ieron", stem: 1, tense: Some(Tense::Past) },
    Ending { letters: "arán", stem: 1, tense: Some(Tense::Future) },
    Ending { letters: "erán", stem: 1, tense: Some(Tense::Future) },
    Ending { letters: "irán", stem: 1, tense: Some(Tense::Future) },
    Ending { letters: "ará", stem: 2, tense: Some(Tense::Future) },
    Ending { letters: "erá", stem: 2, tense: Some(Tense::Future) },
    Ending { letters: "irá", stem: 2, tense: Some(Tense::Future) },
    Ending { letters: "ó", stem: 3, tense: Some(Tense::Past) },
];
