//! The tables of Spanish: a small one, which shows what a language needs to be read. No rules stand here.

mod grammar;
mod habits;
mod names;
mod verbs;

use crate::analysis::dates::lexicon::Language;

/// Spanish.
pub const LANGUAGE: Language = Language {
    code: "es",
    grammar: habits::HABITS,
    words: &[names::NAMES, grammar::GRAMMAR],
    forms: verbs::FORMS,
    endings: verbs::ENDINGS,
    feasts: names::FEASTS,
};
